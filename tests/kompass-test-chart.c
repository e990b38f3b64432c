/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of charts have in common: the areas and questions with the longest names, pixels, and checks that every kind
 * of chart must stand. */

#include "kompass-test-chart.h"

#include <glib/gstdio.h>
#include <math.h>

#include "kompass-chart-palette.h"

const char * const kompass_test_areas[] = {
  "1 Offentlighet och demokrati",
  "2 Tillgänglighet och brukarorientering",
  "3 Politisk styrning och kontroll",
  "4 Ledarskap, ansvar och delegation",
  "5 Resultat och effektivitet",
  "6 Kommunen som arbetsgivare \342\200\223 personalpolitik",
  "7 Verksamhetsutveckling",
  "8 Kommunen som samhällsbyggare",
  NULL,
};

const char * const kompass_test_questions[] = {
  "2.6 Hur arbetar kommunen med system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering "
  "för medborgare/brukare?",
  "3.3 Hur rapporterar förvaltningen till den politiska nivån och vilka möjligheter har politikerna att utöva tillsyn "
  "över förvaltningen?",
  "3.5 Hur främjas den ömsesidiga förståelsen av uppgifter, roller och spelregler mellan politiker och tjänstemän",
  "6.2 Hur tillvaratas befintliga och hur rekryteras nya medarbetare? Kommunen som \"attraktiv arbetsgivare\".",
  "8.2 Hur samverkar kommunen med aktörer inom civilsamhället kring utveckling av lokalsamhället?",
  "5.2 Hur tydliggör kommunen sambandet mellan kostnader och resultat i budgetprocessen",
  NULL,
};

/* Differences as they are labelled, so that what is negative has its sign. */
void
kompass_test_add_series (KompassChart *chart,
                         const char   *name,
                         const double *values,
                         double        maximum)
{
  guint n = kompass_chart_get_n_categories (chart);
  g_autofree KompassChartValue *series = g_new0 (KompassChartValue, n);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (labels, isnan (values[i]) ? NULL : g_strdup_printf ("%s%.1f", values[i] < 0 ? "\342\210\222" : "",
                                                                           fabs (values[i])));
      series[i] = (KompassChartValue) { values[i], maximum, g_ptr_array_index (labels, i) };
    }
  kompass_chart_add_series (chart, name, series, &error);
  g_assert_no_error (error);
}

void
kompass_test_set_texts (KompassChart *chart)
{
  kompass_chart_set_title (chart, "Lund 2011, utgåva 2010");
  kompass_chart_set_subtitle (chart, "Procent av högst 100 poäng per område. Referens: medel av 40 utvärderingar");
  kompass_chart_set_footnote (chart, "Utvärderad i mars 2011. Värden som saknas är ritade som en lucka.");
}

const KompassChartMark *
kompass_test_get_mark (GArray       *marks,
                       KompassChart *chart,
                       guint         series,
                       guint         category)
{
  guint index = series * kompass_chart_get_n_categories (chart) + category;
  const KompassChartMark *mark;

  g_assert_cmpuint (index, <, marks->len);
  mark = &g_array_index (marks, KompassChartMark, index);
  g_assert_cmpuint (mark->series, ==, series);
  g_assert_cmpuint (mark->category, ==, category);
  return mark;
}

/* @scale pixels for each point. */
cairo_surface_t *
kompass_test_draw_at (KompassChart            *chart,
                      double                   width,
                      double                   height,
                      double                   scale,
                      const KompassChartStyle *style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * scale),
                                                         (int) (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  kompass_chart_draw (chart, cr, width, height, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

cairo_surface_t *
kompass_test_draw (KompassChart            *chart,
                   double                   width,
                   double                   height,
                   const KompassChartStyle *style)
{
  return kompass_test_draw_at (chart, width, height, KOMPASS_TEST_SCALE, style);
}

/* @x and @y in pixels. */
guint32
kompass_test_read_pixel (cairo_surface_t *surface,
                         double           x,
                         double           y)
{
  int column = (int) floor (x);
  int row = (int) floor (y);
  const guchar *line;

  g_assert_cmpint (column, >=, 0);
  g_assert_cmpint (column, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (row, <, cairo_image_surface_get_height (surface));
  line = cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface);
  return ((const guint32 *) (gconstpointer) line)[column];
}

/* @x and @y in points of what kompass_test_draw() drew. */
guint32
kompass_test_get_pixel (cairo_surface_t *surface,
                        double           x,
                        double           y)
{
  return kompass_test_read_pixel (surface, x * KOMPASS_TEST_SCALE, y * KOMPASS_TEST_SCALE);
}

guint32
kompass_test_pixel_of (const KompassChartStyle *style,
                       guint                    role)
{
  KompassChartColor color = kompass_chart_palette_get (style->scheme, role, style->greyscale);

  return 0xff000000 | (guint32) round (color.red * 255) << 16 | (guint32) round (color.green * 255) << 8 |
         (guint32) round (color.blue * 255);
}

/* Whether some pixel of that rectangle, in points, has the colour. */
gboolean
kompass_test_find_pixel (cairo_surface_t *surface,
                         guint32          pixel,
                         double           x,
                         double           y,
                         double           width,
                         double           height)
{
  const double step = 1.0 / KOMPASS_TEST_SCALE;

  for (double row = y; row < y + height; row += step)
    for (double column = x; column < x + width; column += step)
      if (kompass_test_get_pixel (surface, column, row) == pixel)
        return TRUE;
  return FALSE;
}

void
kompass_test_check_inside (KompassChart            *chart,
                           double                   width,
                           double                   height,
                           const KompassChartStyle *style)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, width, height, style);
  double x, y, w, h;

  kompass_chart_draw (chart, cr, width, height, style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
  cairo_surface_destroy (surface);
  if (x < -1e-6 || y < -1e-6 || x + w > width + 1e-6 || y + h > height + 1e-6)
    g_error ("%s, %u categories, %u series, %g × %g, %s: drawn from (%g, %g) to (%g, %g)", G_OBJECT_TYPE_NAME (chart),
             kompass_chart_get_n_categories (chart), kompass_chart_get_n_series (chart), width, height,
             style->compact ? "compact" : "full", x, y, x + w, y + h);
  g_assert_cmpuint (marks->len, ==, kompass_chart_get_n_categories (chart) * kompass_chart_get_n_series (chart));
  for (guint i = 0; i < marks->len; i++)
    {
      const KompassChartMark *mark = &g_array_index (marks, KompassChartMark, i);

      g_assert_cmpfloat (mark->x, >=, 0);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->x, <=, width);
      g_assert_cmpfloat (mark->y, <=, height);
      g_assert_cmpfloat (mark->bounds[0], <=, mark->x + 1e-6);
      g_assert_cmpfloat (mark->bounds[1], <=, mark->y + 1e-6);
      g_assert_cmpfloat (mark->bounds[0] + mark->bounds[2], >=, mark->x - 1e-6);
      g_assert_cmpfloat (mark->bounds[1] + mark->bounds[3], >=, mark->y - 1e-6);
    }
}

/* From a column of a page to a wide screen, with ordinary and with large text, at natural height and at any other. */
void
kompass_test_check_sizes (KompassChart *chart)
{
  static const double sizes[][2] = {
    { 240, 240 }, { 240, 400 }, { 400, 240 }, { 400, 400 }, { 361, 487 }, { 800, 300 }, { 800, 600 }, { 400, 1600 },
    { 1600, 300 }, { 1600, 1200 },
  };
  static const char * const fonts[] = { "Sans 10", "Sans 20" };

  for (guint font = 0; font < G_N_ELEMENTS (fonts); font++)
    for (guint compact = 0; compact < 2; compact++)
      {
        KompassChartStyle style = { .transparent = TRUE, .compact = compact, .font = fonts[font] };

        for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
          {
            kompass_test_check_inside (chart, sizes[i][0], sizes[i][1], &style);
            kompass_test_check_inside (chart, sizes[i][0],
                                       kompass_chart_get_natural_height (chart, sizes[i][0], &style), &style);
          }
      }
  /* Where nothing can be shown well it must at least not fail. */
  for (double side = 0; side < 200; side = side * 3 + 1)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);

      kompass_chart_draw (chart, cr, side, 150 - side / 2, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

void
kompass_test_check_grey (KompassChart *chart)
{
  for (guint scheme = KOMPASS_CHART_LIGHT; scheme <= KOMPASS_CHART_DARK; scheme++)
    {
      const KompassChartStyle style = { .scheme = scheme, .greyscale = TRUE };
      cairo_surface_t *surface = kompass_test_draw (chart, 240, 200, &style);

      for (double y = 0; y < 200; y += 0.3)
        for (double x = 0; x < 240; x += 0.3)
          {
            guint32 pixel = kompass_test_get_pixel (surface, x, y);
            int red = (pixel >> 16) & 0xff;

            g_assert_cmpint (ABS (red - (int) ((pixel >> 8) & 0xff)), <=, 1);
            g_assert_cmpint (ABS (red - (int) (pixel & 0xff)), <=, 1);
          }
      cairo_surface_destroy (surface);
    }
}

/* A hollow mark: a dash in the colour of the series @look, the ground above it, and an outline around that. */
void
kompass_test_check_missing (KompassChart *chart,
                            guint         series,
                            guint         category,
                            guint         look)
{
  const KompassChartStyle style = { .compact = TRUE };
  guint32 own = kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_SERIES + look);
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 500, 400, &style);
  const KompassChartMark *mark = kompass_test_get_mark (marks, chart, series, category);
  cairo_surface_t *surface = kompass_test_draw (chart, 500, 400, &style);

  g_assert_false (mark->known);
  g_assert_cmphex (kompass_test_get_pixel (surface, mark->x, mark->y), ==, own);
  g_assert_cmphex (kompass_test_get_pixel (surface, mark->x, mark->y - 1.8), ==,
                   kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_GROUND));
  g_assert_cmphex (kompass_test_get_pixel (surface, mark->x, mark->y + 1.8), ==,
                   kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_GROUND));
  g_assert_true (kompass_test_find_pixel (surface, own, mark->x, mark->y - 6, 0.1, 4));
  cairo_surface_destroy (surface);
}

/* The words of a drawing as a reader of the PDF gets them, or NULL where the program for that is not installed. */
char *
kompass_test_extract_text (KompassChart *chart,
                           double        width,
                           double        height)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = g_dir_make_tmp ("test-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  const char *arguments[] = { program, "-raw", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program != NULL)
    {
      kompass_chart_save (chart, path, width, height, NULL, &error);
      g_assert_no_error (error);
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
      g_assert_no_error (error);
      g_unlink (path);
    }
  g_rmdir (folder);
  return text;
}
