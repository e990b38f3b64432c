/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts: colours, geometry, gaps, whole labels at every size, and saved files. */

#include "kompass-bars-chart.h"
#include "kompass-chart-label.h"
#include "kompass-chart-palette.h"
#include "kompass-radar-chart.h"
#include "kompass-radar-layout.h"
#include "kompass-test-chart.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define N_AREAS 8
#define N_QUESTIONS 6

/* As many spokes as areas, with tall labels beside the slanting sides of the ring. */
static const char *long_labels[] = {
  "1 system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering för medborgare/brukare",
  "2 system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering för medborgare/brukare",
  "3 Politisk styrning",
  "4 system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering för medborgare/brukare",
  "5 Resultat",
  "6 system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering för medborgare/brukare",
  "7 Verksamhet",
  "8 system för service-/kvalitetsdeklarationer, samt synpunkts- och klagomåls- hantering för medborgare/brukare",
  NULL,
};

static const char *names[] = { "Lund 2011", "Mean of the 40 latest evaluations", "Grästorp 2014", "Gotland 2014" };

static const double figures[KOMPASS_CHART_MAX_SERIES][N_AREAS] = {
  { 42.2, 51.8, 64.4, 59.5, 61.6, 56.3, 51.6, 71.5 },
  { 50, 54, 67, 55, 56, 55, 51, 66 },
  { 61, 60, 73, 53, 70, 56, 65, 68 },
  { 61, 62, NAN, NAN, NAN, 68, NAN, 58 },
};

static const KompassChartStyle plain = { .font = "Sans 10" };
static const KompassChartStyle bare = { .font = "Sans 10", .compact = TRUE };

static void
add_series (KompassChart *chart,
            const char   *name,
            const double *values)
{
  KompassChartValue series[64];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    series[i] = (KompassChartValue) { values[i], 100, isnan (values[i]) ? NULL : "42,2" };
  kompass_chart_add_series (chart, name, series, &error);
  g_assert_no_error (error);
}

static void
set_texts (KompassChart *chart)
{
  kompass_test_set_texts (chart);
  kompass_chart_set_description (chart, "Lund ligger närmast medel i område 6 & 7 <och> över \"det\" i 4.");
}

static KompassChart *
create_chart (gboolean            bars,
              const char * const *labels,
              guint               n_series)
{
  KompassChart *chart = bars ? kompass_bars_chart_new () : kompass_radar_chart_new ();

  set_texts (chart);
  kompass_chart_set_categories (chart, labels);
  for (guint i = 0; i < n_series; i++)
    add_series (chart, names[i], figures[i]);
  return chart;
}

static const KompassChartMark *
get_mark (GArray *marks,
          guint   index)
{
  g_assert_cmpuint (index, <, marks->len);
  return &g_array_index (marks, KompassChartMark, index);
}

/* Colours */

static void
test_contrast (void)
{
  static const guint texts[] = { KOMPASS_CHART_ROLE_TEXT, KOMPASS_CHART_ROLE_SECONDARY };
  static const guint grounds[] = { KOMPASS_CHART_ROLE_GROUND, KOMPASS_CHART_ROLE_TRACK, KOMPASS_CHART_ROLE_FILL };
  const KompassChartColor black = { 0, 0, 0 };
  const KompassChartColor white = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (kompass_chart_color_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (kompass_chart_color_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (kompass_chart_color_contrast (&white, &white), 1, 1e-9);

  for (guint grey = 0; grey < 2; grey++)
    for (guint scheme = KOMPASS_CHART_LIGHT; scheme <= KOMPASS_CHART_HIGH_CONTRAST_DARK; scheme++)
      {
        KompassChartColor ground = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_GROUND, grey);
        KompassChartColor limit = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_LIMIT, grey);
        gboolean high = scheme >= KOMPASS_CHART_HIGH_CONTRAST_LIGHT;

        for (guint i = 0; i < KOMPASS_CHART_MAX_SERIES; i++)
          {
            KompassChartColor mark = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES + i, grey);

            g_assert_cmpfloat (kompass_chart_color_contrast (&mark, &ground), >=, high ? 7 : 3);
          }
        g_assert_cmpfloat (kompass_chart_color_contrast (&limit, &ground), >=, high ? 7 : 3);
        for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
          for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
            {
              KompassChartColor text = kompass_chart_palette_get (scheme, texts[i], grey);
              KompassChartColor under = kompass_chart_palette_get (scheme, grounds[j], grey);

              g_assert_cmpfloat (kompass_chart_color_contrast (&text, &under), >=, high ? 7 : 4.5);
            }
      }
}

static void
test_greyscale (void)
{
  for (guint scheme = KOMPASS_CHART_LIGHT; scheme <= KOMPASS_CHART_HIGH_CONTRAST_DARK; scheme++)
    for (guint i = 0; i < KOMPASS_CHART_MAX_SERIES; i++)
      {
        KompassChartColor color = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES + i, FALSE);
        KompassChartColor grey = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES + i, TRUE);

        g_assert_cmpfloat (grey.red, ==, grey.green);
        g_assert_cmpfloat (grey.red, ==, grey.blue);
        g_assert_cmpfloat_with_epsilon (kompass_chart_color_luminance (&color),
                                        kompass_chart_color_luminance (&grey), 1e-6);
        for (guint j = 0; j < i; j++)
          {
            KompassChartColor other = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES + j, TRUE);

            g_assert_cmpfloat (kompass_chart_color_contrast (&grey, &other), >=, 1.35);
          }
      }
}

static void
test_greyscale_drawing (void)
{
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 4);
      KompassChartStyle style = { .greyscale = TRUE };
      cairo_surface_t *surface = kompass_test_draw_at (chart, 360, 360, 1, &style);

      for (guint y = 0; y < 360; y++)
        for (guint x = 0; x < 360; x++)
          {
            guint32 pixel = kompass_test_read_pixel (surface, x, y);
            int red = (pixel >> 16) & 0xff;

            g_assert_cmpint (ABS (red - (int) ((pixel >> 8) & 0xff)), <=, 1);
            g_assert_cmpint (ABS (red - (int) (pixel & 0xff)), <=, 1);
          }
      cairo_surface_destroy (surface);
    }
}

static void
test_ground (void)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 1);
  KompassChartStyle style = { .scheme = KOMPASS_CHART_DARK };
  cairo_surface_t *surface = kompass_test_draw_at (chart, 100, 100, 1, &style);

  g_assert_cmphex (kompass_test_read_pixel (surface, 0, 0), ==,
                   kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_GROUND));
  cairo_surface_destroy (surface);

  style.transparent = TRUE;
  surface = kompass_test_draw_at (chart, 100, 100, 1, &style);
  g_assert_cmphex (kompass_test_read_pixel (surface, 0, 0), ==, 0);
  cairo_surface_destroy (surface);
}

/* Series */

static void
test_too_many (void)
{
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, KOMPASS_CHART_MAX_SERIES);
      KompassChartValue values[N_AREAS] = { { 1, 100, "1" } };
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_chart_add_series (chart, "Karlskrona 2014", values, &error));
      g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_TOO_MANY_SERIES);
      g_assert_nonnull (strstr (error->message, "fewer"));
      g_assert_nonnull (strstr (error->message, "Karlskrona 2014"));
      g_assert_cmpuint (kompass_chart_get_n_series (chart), ==, KOMPASS_CHART_MAX_SERIES);
    }
}

static void
test_series_are_copied (void)
{
  g_autoptr (KompassChart) chart = kompass_bars_chart_new ();
  const char *labels[] = { "one\nline", "two", NULL };
  char text[] = "1,5";
  char name[] = "Lund";
  KompassChartValue values[] = { { 1.5, 2, text }, { NAN, 2, NULL } };

  kompass_chart_set_categories (chart, labels);
  g_assert_true (kompass_chart_add_series (chart, name, values, NULL));
  strcpy (text, "x");
  strcpy (name, "x");
  values[0].value = 0;

  g_assert_cmpuint (kompass_chart_get_n_categories (chart), ==, 2);
  g_assert_cmpstr (kompass_chart_get_category (chart, 0), ==, "one line");
  g_assert_cmpstr (kompass_chart_get_series_name (chart, 0), ==, "Lund");
  g_assert_cmpfloat (kompass_chart_get_value (chart, 0, 0)->value, ==, 1.5);
  g_assert_cmpstr (kompass_chart_get_value (chart, 0, 0)->label, ==, "1,5");
  g_assert_true (isnan (kompass_chart_get_value (chart, 0, 1)->value));

  kompass_chart_set_categories (chart, kompass_test_areas);
  g_assert_cmpuint (kompass_chart_get_n_series (chart), ==, 0);
}

/* An edition of a user's own may have as few areas as that. */
static void
test_few_categories (void)
{
  for (guint n = 0; n < 3; n++)
    for (guint bars = 0; bars < 2; bars++)
      {
        const char *labels[] = { n > 0 ? "1 Mål" : NULL, n > 1 ? "2 Medel" : NULL, NULL };
        g_autoptr (KompassChart) chart = create_chart (bars, labels, 2);
        g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 300, 300, &plain);

        g_assert_cmpuint (marks->len, ==, bars ? 2 * n : 0);
        g_assert_cmpfloat (kompass_chart_get_natural_height (chart, 300, &plain), >, 50);
        g_assert_cmpfloat (kompass_chart_get_natural_height (chart, 300, &plain), <, 500);
        cairo_surface_destroy (kompass_test_draw_at (chart, 300, 300, 1, &plain));
      }
}

/* Geometry */

/* The marks of 0 tell where the centre is, those of the maximum how long the spokes are. */
static void
check_radar (guint n)
{
  g_autoptr (KompassChart) chart = kompass_radar_chart_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree KompassChartValue *values = g_new0 (KompassChartValue, n);
  g_autoptr (GArray) marks = NULL;
  double x, y, radius;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (labels, (gpointer) kompass_test_areas[i % N_AREAS]);
  g_ptr_array_add (labels, NULL);
  kompass_chart_set_categories (chart, (const char * const *) labels->pdata);
  for (guint i = 0; i < n; i++)
    values[i] = (KompassChartValue) { 0, 20, "0" };
  kompass_chart_add_series (chart, "zero", values, NULL);
  for (guint i = 0; i < n; i++)
    values[i] = (KompassChartValue) { 25, 25, "25" };
  kompass_chart_add_series (chart, "maximum", values, NULL);
  for (guint i = 0; i < n; i++)
    values[i] = (KompassChartValue) { 1.5 * i, 40, "x" };
  kompass_chart_add_series (chart, "part", values, NULL);

  marks = kompass_chart_get_marks (chart, 640, 520, &plain);
  g_assert_cmpuint (marks->len, ==, 3 * n);
  x = get_mark (marks, 0)->x;
  y = get_mark (marks, 0)->y;
  radius = y - get_mark (marks, n)->y;
  g_assert_cmpfloat (radius, >, 60);
  for (guint i = 0; i < 3 * n; i++)
    {
      const KompassChartMark *mark = get_mark (marks, i);
      double angle = 2 * G_PI * (i % n) / n;
      double ratio = i < n ? 0 : i < 2 * n ? 1 : 1.5 * (i % n) / 40;

      g_assert_cmpuint (mark->series, ==, i / n);
      g_assert_cmpuint (mark->category, ==, i % n);
      g_assert_true (mark->known);
      /* Clockwise from twelve o'clock, y downwards. */
      g_assert_cmpfloat_with_epsilon (mark->x, x + ratio * radius * sin (angle), 1e-6);
      g_assert_cmpfloat_with_epsilon (mark->y, y - ratio * radius * cos (angle), 1e-6);
    }
}

static void
test_radar_geometry (void)
{
  for (guint n = 3; n <= 12; n++)
    check_radar (n);
}

static void
test_radar_clamps (void)
{
  g_autoptr (KompassChart) chart = kompass_radar_chart_new ();
  KompassChartValue values[] = { { 130, 100, "130" }, { 100, 100, "100" }, { -5, 100, "-5" } };
  g_autoptr (GArray) marks = NULL;
  const char *labels[] = { "a", "b", "c", NULL };
  double x, y;

  kompass_chart_set_categories (chart, labels);
  kompass_chart_add_series (chart, "a", values, NULL);
  marks = kompass_chart_get_marks (chart, 300, 300, &plain);
  x = get_mark (marks, 2)->x;
  y = get_mark (marks, 2)->y;
  g_assert_cmpfloat_with_epsilon (hypot (get_mark (marks, 0)->x - x, get_mark (marks, 0)->y - y),
                                  hypot (get_mark (marks, 1)->x - x, get_mark (marks, 1)->y - y), 1e-6);
}

static void
test_bars_geometry (void)
{
  g_autoptr (KompassChart) chart = kompass_bars_chart_new ();
  const char *labels[] = { "zero", "half", "all", NULL };
  KompassChartValue values[] = { { 0, 20, "0" }, { 5, 10, "5" }, { 15, 15, "15" } };
  g_autoptr (GArray) marks = NULL;

  kompass_chart_set_categories (chart, labels);
  kompass_chart_add_series (chart, "a", values, NULL);
  kompass_chart_add_series (chart, "b", values, NULL);
  marks = kompass_chart_get_marks (chart, 400, 300, &plain);
  g_assert_cmpuint (marks->len, ==, 6);
  for (guint i = 0; i < 2; i++)
    {
      double start = get_mark (marks, 3 * i)->x;
      double end = get_mark (marks, 3 * i + 2)->x;

      g_assert_cmpfloat (end, >, start + 100);
      g_assert_cmpfloat_with_epsilon (get_mark (marks, 3 * i + 1)->x, (start + end) / 2, 1e-6);
      for (guint row = 0; row < 2; row++)
        g_assert_cmpfloat (get_mark (marks, 3 * i + row)->y, <, get_mark (marks, 3 * i + row + 1)->y);
    }
  for (guint row = 0; row < 3; row++)
    {
      g_assert_cmpfloat (get_mark (marks, row)->x, ==, get_mark (marks, 3 + row)->x);
      g_assert_cmpfloat (get_mark (marks, row)->y, <, get_mark (marks, 3 + row)->y);
    }
}

/* Where the marks are said to be is where they are drawn. */
static void
test_marks_are_drawn (void)
{
  for (guint compact = 0; compact < 2; compact++)
    {
      g_autoptr (KompassChart) radar = create_chart (FALSE, kompass_test_areas, 1);
      g_autoptr (KompassChart) bars = create_chart (TRUE, kompass_test_areas, 1);
      const KompassChartStyle *style = compact ? &bare : &plain;
      guint32 own = kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_SERIES);
      g_autoptr (GArray) on_radar = kompass_chart_get_marks (radar, 421, 377, style);
      g_autoptr (GArray) on_bars = kompass_chart_get_marks (bars, 421, 377, style);
      cairo_surface_t *radar_surface = kompass_test_draw_at (radar, 421, 377, 4, style);
      cairo_surface_t *bars_surface = kompass_test_draw_at (bars, 421, 377, 4, style);

      for (guint i = 0; i < N_AREAS; i++)
        {
          const KompassChartMark *point = get_mark (on_radar, i);
          const KompassChartMark *bar = get_mark (on_bars, i);

          g_assert_cmphex (kompass_test_read_pixel (radar_surface, point->x * 4, point->y * 4), ==, own);
          g_assert_cmphex (kompass_test_read_pixel (bars_surface, (bar->x - 0.5) * 4, bar->y * 4), ==, own);
          g_assert_cmphex (kompass_test_read_pixel (bars_surface, (bar->x + 0.5) * 4, bar->y * 4), ==,
                           kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_TRACK));
        }
      cairo_surface_destroy (radar_surface);
      cairo_surface_destroy (bars_surface);
    }
}

/* A value that reaches its maximum reaches the outermost ring, or the end of the track. */
static void
test_maximum (void)
{
  double fulls[N_AREAS] = { 100, 100, 100, 100, 100, 100, 100, 100 };
  double small[N_AREAS] = { 10, 10, 10, 10, 10, 10, 10, 10 };

  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 0);
      g_autoptr (GArray) marks = NULL;
      cairo_surface_t *surface;
      const KompassChartMark *first;
      const KompassChartMark *second;

      add_series (chart, "", fulls);
      marks = kompass_chart_get_marks (chart, 400, 400, &bare);
      first = get_mark (marks, 1);
      second = get_mark (marks, 2);

      kompass_chart_set_categories (chart, kompass_test_areas);
      add_series (chart, "", small);
      surface = kompass_test_draw_at (chart, 400, 400, 4, &bare);
      if (bars)
        {
          g_assert_cmphex (kompass_test_read_pixel (surface, (first->x - 0.5) * 4, first->y * 4), ==,
                           kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_LIMIT));
          g_assert_cmphex (kompass_test_read_pixel (surface, (first->x + 0.5) * 4, first->y * 4), ==,
                           kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_GROUND));
        }
      else
        g_assert_cmphex (kompass_test_read_pixel (surface, (first->x + second->x) / 2 * 4,
                                                  (first->y + second->y) / 2 * 4),
                         ==, kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_FRAME));
      cairo_surface_destroy (surface);
    }
}

static void
test_targets (void)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 4);
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 360, 360, &bare);

  for (guint i = 0; i < marks->len; i++)
    {
      const KompassChartMark *mark = get_mark (marks, i);

      g_assert_cmpfloat (mark->bounds[2], >=, 24);
      g_assert_cmpfloat (mark->bounds[3], >=, 24);
      g_assert_cmpfloat (mark->bounds[0], <=, mark->x);
      g_assert_cmpfloat (mark->bounds[0] + mark->bounds[2], >=, mark->x);
      g_assert_cmpfloat (mark->bounds[1], <=, mark->y);
      g_assert_cmpfloat (mark->bounds[1] + mark->bounds[3], >=, mark->y);
    }
}

/* Unknown values */

static void
test_unknown (void)
{
  static const KompassChartValue unknown[] = {
    { NAN, 100, NULL }, { 50, 0, "50" }, { 50, -1, "50" }, { 50, NAN, "50" }, { INFINITY, 100, NULL },
  };

  for (guint bars = 0; bars < 2; bars++)
    for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
      {
        g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 1);
        KompassChartValue values[N_AREAS];
        g_autoptr (GArray) marks = NULL;

        for (guint j = 0; j < N_AREAS; j++)
          values[j] = (KompassChartValue) { 50, 100, "50" };
        values[2] = unknown[i];
        g_assert_true (kompass_chart_add_series (chart, "x", values, NULL));
        marks = kompass_chart_get_marks (chart, 500, 400, &plain);
        for (guint j = 0; j < N_AREAS; j++)
          g_assert_cmpint (get_mark (marks, N_AREAS + j)->known, ==, j != 2);
      }
}

/* Draws a profile whose third value is unknown or not; returns the pixel in the middle of the line from spoke
 * @from to the next. */
static guint32
pixel_on_line (gboolean unknown,
               guint    from)
{
  g_autoptr (KompassChart) chart = kompass_radar_chart_new ();
  double values[N_AREAS];
  g_autoptr (GArray) marks = NULL;
  cairo_surface_t *surface;
  const KompassChartMark *first;
  const KompassChartMark *second;
  guint32 pixel;

  kompass_chart_set_categories (chart, kompass_test_areas);
  for (guint i = 0; i < N_AREAS; i++)
    values[i] = 70;
  add_series (chart, "", values);
  marks = kompass_chart_get_marks (chart, 400, 400, &bare);
  first = get_mark (marks, from);
  second = get_mark (marks, (from + 1) % N_AREAS);

  if (unknown)
    values[2] = NAN;
  kompass_chart_set_categories (chart, kompass_test_areas);
  add_series (chart, "", values);
  surface = kompass_test_draw_at (chart, 400, 400, 4, &bare);
  pixel = kompass_test_read_pixel (surface, (first->x + second->x) / 2 * 4, (first->y + second->y) / 2 * 4);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_radar_gap (void)
{
  guint32 own = kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_SERIES);

  for (guint i = 0; i < N_AREAS; i++)
    {
      g_assert_cmphex (pixel_on_line (FALSE, i), ==, own);
      /* Broken on both sides of the third spoke, and nowhere else. */
      if (i == 1 || i == 2)
        g_assert_cmphex (pixel_on_line (TRUE, i), !=, own);
      else
        g_assert_cmphex (pixel_on_line (TRUE, i), ==, own);
    }
}

/* The line must not jump over a gap from one neighbour to the other either. */
static void
test_radar_gap_is_not_bridged (void)
{
  static const guint gaps[][2] = { { 2, 2 }, { 2, 5 }, { 0, 3 }, { 7, 4 } };
  guint32 own = kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_SERIES);

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 0);
      double values[N_AREAS] = { 80, 80, 80, 80, 80, 80, 80, 80 };
      g_autoptr (GArray) marks = NULL;
      cairo_surface_t *surface;

      values[gaps[i][0]] = values[gaps[i][1]] = NAN;
      add_series (chart, "", values);
      marks = kompass_chart_get_marks (chart, 400, 400, &bare);
      surface = kompass_test_draw_at (chart, 400, 400, 4, &bare);
      for (guint j = 0; j < 2; j++)
        {
          const KompassChartMark *before = get_mark (marks, (gaps[i][j] + N_AREAS - 1) % N_AREAS);
          const KompassChartMark *after = get_mark (marks, (gaps[i][j] + 1) % N_AREAS);

          g_assert_cmphex (kompass_test_read_pixel (surface, (before->x + after->x) / 2 * 4,
                                                    (before->y + after->y) / 2 * 4),
                           !=, own);
        }
      cairo_surface_destroy (surface);
    }
}

/* The mark of an unknown value is where its axis begins, not where some value would be. */
static void
test_unknown_mark_is_at_axis (void)
{
  double zeros[N_AREAS] = { 0 };
  double fulls[N_AREAS] = { 100, 100, 100, 100, 100, 100, 100, 100 };
  double gap[N_AREAS] = { 50, 50, NAN, 50, 50, 50, 50, 50 };

  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 0);
      g_autoptr (GArray) marks = NULL;
      const KompassChartMark *zero;
      const KompassChartMark *full;
      const KompassChartMark *unknown;

      add_series (chart, "a", zeros);
      add_series (chart, "b", fulls);
      add_series (chart, "c", gap);
      add_series (chart, "d", gap);
      marks = kompass_chart_get_marks (chart, 400, 400, &bare);
      zero = get_mark (marks, 2);
      full = get_mark (marks, N_AREAS + 2);
      unknown = get_mark (marks, 2 * N_AREAS + 2);
      if (bars)
        g_assert_cmpfloat (unknown->x, ==, zero->x);
      else
        {
          /* On its own spoke, so that it is seen whose value is missing, and apart from that of the other series. */
          g_assert_cmpfloat_with_epsilon (unknown->y, zero->y, 1e-6);
          g_assert_cmpfloat (unknown->x, >, zero->x);
          g_assert_cmpfloat (unknown->x - zero->x, <, 0.2 * (full->x - zero->x));
          g_assert_cmpfloat (get_mark (marks, 3 * N_AREAS + 2)->x, >, unknown->x + 6);
        }
    }
}

/* A hollow mark: an outline in the colour of the series, the ground inside. */
static void
test_unknown_mark_is_hollow (void)
{
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 0);
      double values[N_AREAS] = { 50, 50, NAN, 50, 50, 50, 50, 50 };
      g_autoptr (GArray) marks = NULL;
      const KompassChartMark *mark;
      cairo_surface_t *surface;
      guint n_outline = 0;

      add_series (chart, "x", values);
      marks = kompass_chart_get_marks (chart, 400, 400, &bare);
      mark = get_mark (marks, 2);
      surface = kompass_test_draw_at (chart, 400, 400, 8, &bare);
      /* The dash in the middle, ground above and below it. */
      g_assert_cmphex (kompass_test_read_pixel (surface, mark->x * 8, mark->y * 8), ==,
                       kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_SERIES));
      g_assert_cmphex (kompass_test_read_pixel (surface, mark->x * 8, (mark->y - 1.8) * 8), ==,
                       kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_GROUND));
      g_assert_cmphex (kompass_test_read_pixel (surface, mark->x * 8, (mark->y + 1.8) * 8), ==,
                       kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_GROUND));
      for (double y = mark->y - 6; y < mark->y - 2; y += 0.125)
        n_outline += kompass_test_read_pixel (surface, mark->x * 8, y * 8) ==
                     kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_SERIES);
      g_assert_cmpuint (n_outline, >, 2);
      cairo_surface_destroy (surface);
    }
}

static void
test_fill (void)
{
  static const struct { guint n_series; guint series; gboolean filled; } cases[] = {
    { 1, 0, TRUE }, { 1, 3, FALSE }, { 2, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 0);
      g_autoptr (GArray) marks = NULL;
      cairo_surface_t *surface;
      double upper = figures[0][0];
      double lower = figures[0][4];
      double x, y, radius;

      /* The first series has values on opposite spokes, which tell where the centre is. */
      for (guint j = 0; j < cases[i].n_series; j++)
        add_series (chart, "", figures[j]);
      marks = kompass_chart_get_marks (chart, 400, 400, &bare);
      radius = (get_mark (marks, 4)->y - get_mark (marks, 0)->y) / (upper + lower) * 100;
      x = get_mark (marks, 0)->x;
      y = get_mark (marks, 0)->y + upper / 100 * radius;

      kompass_chart_set_categories (chart, kompass_test_areas);
      for (guint j = 0; j < cases[i].n_series; j++)
        add_series (chart, "", figures[cases[i].series + j]);
      kompass_radar_chart_set_fill (KOMPASS_RADAR_CHART (chart), TRUE);
      surface = kompass_test_draw_at (chart, 400, 400, 4, &bare);
      /* Half-way between the first two spokes and between the rings at 20 and 40. */
      x += 0.28 * radius * sin (G_PI / N_AREAS);
      y -= 0.28 * radius * cos (G_PI / N_AREAS);
      g_assert_cmpint (kompass_test_read_pixel (surface, x * 4, y * 4) ==
                           kompass_test_pixel_of (&plain, KOMPASS_CHART_ROLE_FILL),
                       ==, cases[i].filled);
      cairo_surface_destroy (surface);
    }
}

/* Labels */

static void
check_inside (KompassChart            *chart,
              double                   width,
              double                   height,
              const KompassChartStyle *style)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, w, h;

  kompass_chart_draw (chart, cr, width, height, style);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
  cairo_surface_destroy (surface);
  if (x < 0 || y < 0 || x + w > width || y + h > height)
    g_error ("%s, %u categories, %u series, %g × %g, %s: drawn from (%g, %g) to (%g, %g)", G_OBJECT_TYPE_NAME (chart),
             kompass_chart_get_n_categories (chart), kompass_chart_get_n_series (chart), width, height,
             style->compact ? "compact" : "full", x, y, x + w, y + h);
  g_assert_cmpfloat (w, >, width / 3);
  g_assert_cmpfloat (h, >, 120);
}

static void
test_inside (void)
{
  static const double sizes[][2] = {
    { 240, 240 }, { 240, 400 }, { 400, 240 }, { 300, 300 }, { 360, 360 }, { 361, 487 }, { 500, 300 }, { 800, 600 },
    { 1000, 1600 }, { 1600, 300 }, { 1600, 1200 },
  };

  for (guint bars = 0; bars < 2; bars++)
    for (guint of_questions = 0; of_questions < 2; of_questions++)
      for (guint n_series = 1; n_series <= 4; n_series++)
        {
          g_autoptr (KompassChart) chart =
              create_chart (bars, of_questions ? kompass_test_questions : kompass_test_areas, n_series);

          for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
            for (guint compact = 0; compact < 2; compact++)
              {
                KompassChartStyle style = { .transparent = TRUE, .compact = compact, .font = "Sans 10" };

                check_inside (chart, sizes[i][0], sizes[i][1], &style);
                style.font = "Sans 20";
                check_inside (chart, sizes[i][0], sizes[i][1], &style);
              }
        }
}

/* Sizes at which nothing can be shown well must at least not fail. */
static void
test_tiny (void)
{
  static const double sizes[] = { 0, 1, 20, 110 };

  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 4);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
          {
            cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
            cairo_t *cr = cairo_create (surface);
            g_autoptr (GArray) marks = kompass_chart_get_marks (chart, sizes[i], sizes[j], &plain);

            kompass_chart_draw (chart, cr, sizes[i], sizes[j], &plain);
            g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
            g_assert_cmpuint (marks->len, ==, 4 * N_AREAS);
            cairo_destroy (cr);
            cairo_surface_destroy (surface);
          }
    }
}

static void
test_without_series (void)
{
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 0);
      g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 300, 300, NULL);

      g_assert_cmpuint (marks->len, ==, 0);
      cairo_surface_destroy (kompass_test_draw_at (chart, 300, 300, 1, NULL));
      kompass_chart_set_categories (chart, NULL);
      cairo_surface_destroy (kompass_test_draw_at (chart, 300, 300, 1, NULL));
    }
}

static gboolean
boxes_meet (const KompassRadarSpoke *a,
            const KompassRadarSpoke *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether some corner or side of the outermost ring is inside the label; sampled densely along the ring. */
static gboolean
ring_meets (const KompassRadarLayout *layout,
            const KompassRadarSpoke  *label)
{
  for (guint i = 0; i < layout->n_spokes; i++)
    for (guint j = 0; j <= 100; j++)
      {
        const KompassRadarSpoke *from = &layout->spokes[i];
        const KompassRadarSpoke *to = &layout->spokes[(i + 1) % layout->n_spokes];
        double x = layout->radius * (from->dx + (to->dx - from->dx) * j / 100);
        double y = layout->radius * (from->dy + (to->dy - from->dy) * j / 100);

        if (x > label->x && x < label->x + label->width && y > label->y && y < label->y + label->height)
          return TRUE;
      }
  return FALSE;
}

static void
check_labels (const char * const *categories,
              double              width,
              double              height,
              double              scale)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, categories, 2);
  g_autoptr (KompassChartText) text = kompass_chart_text_new (&plain, scale);
  g_autoptr (KompassRadarLayout) layout = kompass_radar_layout_new (chart, text, KOMPASS_CHART_NAMING_WORDS);

  if (!kompass_radar_layout_fit (layout, 10, 20, width, height, 1))
    g_error ("no room for the labels in %g × %g", width, height);
  for (guint i = 0; i < layout->n_spokes; i++)
    {
      const KompassRadarSpoke *spoke = &layout->spokes[i];
      const char *shown = pango_layout_get_text (spoke->label->layout);

      g_assert_cmpstr (shown, ==, categories[i]);
      g_assert_false (pango_layout_is_ellipsized (spoke->label->layout));
      g_assert_cmpfloat (spoke->label->width, <=, spoke->width + 0.1);
      g_assert_cmpfloat (spoke->label->height, <=, spoke->height + 0.1);
      g_assert_cmpfloat (layout->x + spoke->x, >=, 10 - 1e-6);
      g_assert_cmpfloat (layout->y + spoke->y, >=, 20 - 1e-6);
      g_assert_cmpfloat (layout->x + spoke->x + spoke->width, <=, 10 + width + 1e-6);
      g_assert_cmpfloat (layout->y + spoke->y + spoke->height, <=, 20 + height + 1e-6);
      g_assert_false (ring_meets (layout, spoke));
      for (guint j = 0; j < i; j++)
        g_assert_false (boxes_meet (spoke, &layout->spokes[j]));
      for (guint line = 0; line + 1 < (guint) pango_layout_get_line_count (spoke->label->layout); line++)
        {
          const PangoLayoutLine *first = pango_layout_get_line_readonly (spoke->label->layout, line);
          char last = shown[first->start_index + first->length - 1];

          /* Broken behind a space, a hyphen or a slash, not within a word. */
          g_assert_true (last == ' ' || last == '-' || last == '/');
        }
    }
}

static void
test_labels_apart (void)
{
  for (double width = 226; width <= 1600; width *= 1.23)
    for (double height = 180; height <= 1200; height *= 1.31)
      {
        check_labels (kompass_test_areas, width, height, kompass_chart_text_get_scale (KOMPASS_CHART_N_SCALES - 1));
        if (width > 400 && height > 250)
          check_labels (kompass_test_areas, width, height, 1);
        if (width > 500 && height > 400)
          {
            check_labels (kompass_test_questions, width, height, 1);
            check_labels (long_labels, width, height, 1);
          }
      }
}

/* A label so tall that it would reach down into the ring if nothing kept it out. */
static void
test_tall_label (void)
{
  g_autoptr (GString) tall = g_string_new ("2");
  const char *labels[] = { "1", NULL, "3", "4", "5", "6", "7", "8", NULL };

  for (guint i = 0; i < 25; i++)
    g_string_append (tall, " och service");
  labels[1] = tall->str;
  for (double width = 280; width < 500; width += 20)
    check_labels (labels, width, 1200, 1);
}

static void
test_text_sizes (void)
{
  static const char * const fonts[] = { "Sans 10", "Sans 8", "Sans 20", "Sans 14px", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    for (guint step = 0; step < KOMPASS_CHART_N_SCALES; step++)
      {
        KompassChartStyle style = { .font = fonts[i] };
        g_autoptr (KompassChartText) text = kompass_chart_text_new (&style, kompass_chart_text_get_scale (step));

        for (guint font = 0; font < KOMPASS_CHART_N_FONTS; font++)
          g_assert_cmpfloat (kompass_chart_text_get_size (text, font), >=, KOMPASS_CHART_SMALLEST_TEXT);
      }
}

static void
test_wraps (void)
{
  g_autoptr (KompassChartText) text = kompass_chart_text_new (&plain, 1);
  g_autoptr (KompassChartLabel) label =
      kompass_chart_label_new (text, KOMPASS_CHART_FONT_LABEL, kompass_test_questions[0]);
  double single = label->height;

  kompass_chart_label_find_wraps (label, FALSE);
  g_assert_cmpuint (label->wraps->len, >=, 5);
  for (guint i = 0; i < label->wraps->len; i++)
    {
      const KompassChartWrap *wrap = &g_array_index (label->wraps, KompassChartWrap, i);
      const KompassChartWrap *before = wrap - 1;

      if (i > 0)
        {
          g_assert_cmpuint (wrap->lines, >, before->lines);
          g_assert_cmpfloat (wrap->width, <, before->width);
        }
      kompass_chart_label_wrap (label, wrap->width, PANGO_ALIGN_LEFT);
      g_assert_cmpuint (pango_layout_get_line_count (label->layout), ==, wrap->lines);
      g_assert_cmpfloat (label->width, <=, wrap->width + 0.1);
      g_assert_cmpfloat_with_epsilon (label->height, wrap->lines * single, 0.1);
    }
}

/* A ligature would be one letter that nobody finds in a PDF. */
static void
test_ligatures (void)
{
  static const char * const fonts[] = { "Sans 10", "Cantarell 10" };

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      KompassChartStyle style = { .font = fonts[i] };
      g_autoptr (KompassChartText) text = kompass_chart_text_new (&style, 1);
      g_autoptr (KompassChartLabel) label = kompass_chart_label_new (text, KOMPASS_CHART_FONT_LABEL, "officiell");
      PangoLayoutLine *line = pango_layout_get_line_readonly (label->layout, 0);
      int n_glyphs = 0;

      for (GSList *run = line->runs; run != NULL; run = run->next)
        n_glyphs += ((PangoLayoutRun *) run->data)->glyphs->num_glyphs;
      g_assert_cmpint (n_glyphs, ==, 9);
    }
}

/* A number stays with its name, and no line begins with a dash, even where that costs width. */
static void
test_breaks (void)
{
  static const struct { const char *label; int lines; } cases[] = {
    { "7 Verksamhetsutveckling", 1 },
    { "7.12 Verksamhetsutveckling", 1 },
    { "Verksamhetsutveckling - och mål", 2 },
    { "Verksamhetsutveckling \342\200\223 och mål", 2 },
    { "Verksamhetsutveckling och mål", 2 },
  };
  g_autoptr (KompassChartText) text = kompass_chart_text_new (&plain, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KompassChartLabel) label = kompass_chart_label_new (text, KOMPASS_CHART_FONT_LABEL, cases[i].label);

      kompass_chart_label_find_wraps (label, FALSE);
      kompass_chart_label_wrap (label, kompass_chart_label_get_narrowest (label), PANGO_ALIGN_LEFT);
      g_assert_cmpint (pango_layout_get_line_count (label->layout), ==, cases[i].lines);
      if (cases[i].lines == 2)
        {
          const PangoLayoutLine *line = pango_layout_get_line_readonly (label->layout, 1);

          g_assert_cmpint (cases[i].label[line->start_index], ==, 'o');
        }
    }
}

static void
test_natural_height (void)
{
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_questions, 4);
      double full = kompass_chart_get_natural_height (chart, 500, &plain);
      double compact = kompass_chart_get_natural_height (chart, 500, &bare);
      KompassChartStyle style = { .transparent = TRUE, .font = "Sans 10" };

      g_assert_cmpfloat (full, >, compact + 30);
      g_assert_cmpfloat (full, <, 1000);
      check_inside (chart, 500, full, &style);
    }
  {
    g_autoptr (KompassChart) few = create_chart (TRUE, kompass_test_questions, 1);
    g_autoptr (KompassChart) many = create_chart (TRUE, kompass_test_questions, 4);
    double height = kompass_chart_get_natural_height (few, 500, &plain);
    g_autoptr (GArray) marks = kompass_chart_get_marks (few, 500, height, &plain);

    g_assert_cmpfloat (kompass_chart_get_natural_height (many, 500, &plain), >, height);
    /* Bars are as thick as the text asks for, not squeezed. */
    g_assert_cmpfloat (get_mark (marks, 1)->y - get_mark (marks, 0)->y, >, 20);
  }
}

/* Files */

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("test-chart-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static char *
save (Fixture      *fixture,
      KompassChart *chart,
      const char   *name,
      gsize        *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  kompass_chart_save (chart, path, 500, 460, &plain, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_formats (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  gsize length;
  g_autofree char *svg = save (fixture, chart, "chart.svg", &length);
  g_autofree char *pdf = save (fixture, chart, "chart.v2.PDF", &length);
  g_autofree char *png = save (fixture, chart, "chart.png", &length);
  cairo_surface_t *image;
  g_autofree char *path = g_build_filename (fixture->folder, "chart.png", NULL);

  g_assert_true (g_str_has_prefix (svg, "<?xml"));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpint (memcmp (png, "\x89PNG\r\n\x1a\n", 8), ==, 0);
  /* Two pixels a point, and the density that says so: 7559 a metre. */
  image = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 1000);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 920);
  cairo_surface_destroy (image);
  g_assert_cmpint (memcmp (png + 33 + 4, "pHYs\0\0\x1d\x87\0\0\x1d\x87\1", 13), ==, 0);
  /* The description as text of its own, behind five bytes: end of the keyword, not compressed, no languages. */
  {
    const char *chunk = memmem (png, length, "iTXtDescription", 15);
    const char *description = kompass_chart_get_description (chart);

    g_assert_nonnull (chunk);
    g_assert_cmpint (memcmp (chunk + 15, "\0\0\0\0\0", 5), ==, 0);
    g_assert_cmpint (memcmp (chunk + 20, description, strlen (description)), ==, 0);
  }
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const char * const wrong[] = { "chart.jpg", "chart", "svg", "chart.svg.txt", "chart." };
  static const double sizes[][2] = { { 0.5, 10 }, { 10, 0 }, { -1, 10 }, { 20001, 10 }, { 10, NAN }, { INFINITY, 1 } };
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *png = g_build_filename (fixture->folder, "x.png", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, wrong[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_chart_save (chart, path, 100, 100, &plain, &error));
      g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, ".svg"));
      g_assert_nonnull (strstr (error->message, ".pdf"));
      g_assert_nonnull (strstr (error->message, ".png"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_chart_save (chart, png, sizes[i][0], sizes[i][1], &plain, &error));
      g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_SIZE);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (kompass_chart_save (chart, png, 20000, 20000, &plain, &error));
    g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_SIZE);
  }
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A disk that is full, told by the limit on the size of files. */
static void
test_old_file_survives (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  const struct rlimit small = { 100, RLIM_INFINITY };
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  for (guint i = 0; i < 3; i++)
    {
      static const char * const file_names[] = { "old.svg", "old.pdf", "old.png" };
      g_autofree char *path = g_build_filename (fixture->folder, file_names[i], NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gboolean saved;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      setrlimit (RLIMIT_FSIZE, &small);
      saved = kompass_chart_save (chart, path, 100, 100, &plain, &error);
      setrlimit (RLIMIT_FSIZE, &before);

      g_assert_false (saved);
      g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_nonnull (strstr (error->message, "unchanged"));
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  /* Nothing half-written is left beside them. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_unwritable (Fixture      *fixture,
                 gconstpointer data)
{
  static const char * const places[] = { "missing/x.svg", "file/x.pdf", "folder.png" };
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "folder.png", NULL);

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, places[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_chart_save (chart, path, 100, 100, &plain, &error));
      g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, path));
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* What is no file is written into, and not taken for something to put a file in the place of. */
static void
test_device (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *full = g_build_filename (fixture->folder, "full.svg", NULL);
  g_autofree char *null = g_build_filename (fixture->folder, "null.svg", NULL);
  g_autoptr (GError) error = NULL;

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  g_assert_cmpint (symlink ("/dev/full", full), ==, 0);
  g_assert_cmpint (symlink ("/dev/null", null), ==, 0);
  g_assert_true (kompass_chart_save (chart, null, 100, 100, &plain, NULL));
  g_assert_false (kompass_chart_save (chart, full, 100, 100, &plain, &error));
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
  g_assert_true (g_file_test (full, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *path = g_build_filename (fixture->folder, "chart.svg", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.svg", NULL);
  g_autofree char *contents = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (kompass_chart_save (chart, link, 100, 100, &plain, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "<?xml"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* The link is somebody's wish where the file is to be; a link to itself is nothing that can be written. */
static void
test_link_to_nothing (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *path = g_build_filename (fixture->folder, "later.svg", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.svg", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle.svg", NULL);

  g_assert_cmpint (symlink ("later.svg", link), ==, 0);
  g_assert_true (kompass_chart_save (chart, link, 100, 100, &plain, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (symlink ("circle.svg", circle), ==, 0);
  g_assert_false (kompass_chart_save (chart, circle, 100, 100, &plain, NULL));
  g_assert_true (g_file_test (circle, G_FILE_TEST_IS_SYMLINK));
}

static void
test_same_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  static const char * const endings[] = { "svg", "pdf", "png" };

  for (guint bars = 0; bars < 2; bars++)
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
      {
        g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_areas, 4);
        g_autoptr (KompassChart) other = create_chart (bars, kompass_test_areas, 4);
        g_autofree char *first_name = g_strconcat ("first.", endings[i], NULL);
        g_autofree char *second_name = g_strconcat ("second.", endings[i], NULL);
        gsize first_length, second_length;
        g_autofree char *first = save (fixture, chart, first_name, &first_length);
        g_autofree char *second = save (fixture, other, second_name, &second_length);

        g_assert_cmpmem (first, first_length, second, second_length);
        /* No time of day, in whatever way it is written. */
        g_assert_null (memmem (first, first_length, "CreationDate", 12));
        g_assert_null (memmem (first, first_length, "ModDate", 7));
        g_assert_null (memmem (first, first_length, "tIME", 4));
      }
}

static gboolean
make_locale (Fixture *fixture)
{
  g_autofree char *localedef = g_find_program_in_path ("localedef");
  g_autofree char *path = g_build_filename (fixture->folder, "sv_SE.UTF-8", NULL);
  const char *arguments[] = { localedef, "-i", "sv_SE", "-f", "UTF-8", path, NULL };

  if (localedef == NULL)
    return FALSE;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", fixture->folder, TRUE);
  return setlocale (LC_ALL, "sv_SE.UTF-8") != NULL;
}

static void
test_comma_locale (Fixture      *fixture,
                   gconstpointer data)
{
  static const char * const file_names[] = { "x.svg", "x.pdf", "x.png" };
  g_autoptr (KompassChart) chart = create_chart (TRUE, kompass_test_areas, 4);
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  char *point[3];
  gsize point_length[3];

  setlocale (LC_ALL, "C");
  for (guint i = 0; i < 3; i++)
    point[i] = save (fixture, chart, file_names[i], &point_length[i]);

  if (!make_locale (fixture))
    g_test_skip ("the locale sv_SE.UTF-8 cannot be made here");
  else
    {
      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      for (guint i = 0; i < 3; i++)
        {
          gsize comma_length;
          g_autofree char *comma = save (fixture, chart, file_names[i], &comma_length);

          g_assert_cmpmem (point[i], point_length[i], comma, comma_length);
        }
    }
  for (guint i = 0; i < 3; i++)
    g_free (point[i]);
  setlocale (LC_ALL, before);
}

typedef struct
{
  GPtrArray *path;
  guint n_elements;
  char *title;
  char *description;
} Parsed;

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **attributes,
                  const char         **values,
                  gpointer             data,
                  GError             **error)
{
  Parsed *parsed = data;

  if (parsed->n_elements++ == 0)
    {
      g_assert_cmpstr (element, ==, "svg");
      for (guint i = 0; attributes[i] != NULL; i++)
        if (g_str_equal (attributes[i], "role"))
          g_ptr_array_add (parsed->path, g_strdup (values[i]));
        else if (g_str_equal (attributes[i], "aria-labelledby"))
          g_ptr_array_add (parsed->path, g_strdup (values[i]));
    }
  /* The accessible name is the first thing in the picture, the description the second. */
  if (parsed->n_elements == 2)
    g_assert_cmpstr (element, ==, "title");
  if (parsed->n_elements == 3)
    g_assert_cmpstr (element, ==, "desc");
  if (parsed->n_elements == 2 || parsed->n_elements == 3)
    for (guint i = 0; attributes[i] != NULL; i++)
      if (g_str_equal (attributes[i], "id"))
        g_assert_nonnull (strstr (g_ptr_array_index (parsed->path, 1), values[i]));
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  Parsed *parsed = data;

  if (g_str_equal (g_markup_parse_context_get_element (context), "title"))
    parsed->title = g_strndup (text, length);
  if (g_str_equal (g_markup_parse_context_get_element (context), "desc"))
    parsed->description = g_strndup (text, length);
}

static void
test_svg (Fixture      *fixture,
          gconstpointer data)
{
  static const GMarkupParser parser = { start_element_cb, NULL, text_cb, NULL, NULL };
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  Parsed parsed = { .path = path };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &parsed, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;
  gsize length;

  kompass_chart_set_title (chart, "A < B & \"C\" \001 ]]>");
  svg = save (fixture, chart, "chart.svg", &length);
  g_markup_parse_context_parse (context, svg, length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (path->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (path, 0), ==, "img");
  g_assert_cmpstr (parsed.title, ==, "A < B & \"C\"   ]]>");
  g_assert_cmpstr (parsed.description, ==, kompass_chart_get_description (chart));
  g_assert_cmpuint (parsed.n_elements, >, 50);
  g_free (parsed.title);
  g_free (parsed.description);
}

static void
test_svg_without_texts (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *svg = NULL;
  gsize length;

  kompass_chart_set_title (chart, NULL);
  kompass_chart_set_description (chart, NULL);
  svg = save (fixture, chart, "chart.svg", &length);
  g_assert_nonnull (strstr (svg, "role=\"img\""));
  g_assert_null (strstr (svg, "aria-labelledby"));
  g_assert_null (strstr (svg, "<title"));
}

/* What a reader's program takes out of a PDF, one word a line. */
static char *
extract_words (Fixture      *fixture,
               KompassChart *chart,
               double        width,
               double        height,
               gboolean      compact)
{
  g_autofree char *path = g_build_filename (fixture->folder, "chart.pdf", NULL);
  const char *arguments[] = { "pdftotext", "-raw", path, "-", NULL };
  KompassChartStyle style = { .compact = compact, .font = "Sans 10" };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  kompass_chart_save (chart, path, width, height, &style, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdelimit (text, " \n\f", '\n');
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char * const *) words, word);
}

/* Every word of every label is in the drawing, whole. */
static void
test_whole_words (Fixture      *fixture,
                  gconstpointer data)
{
  static const double sizes[][2] = { { 240, 240 }, { 360, 360 }, { 800, 600 } };
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint bars = 0; bars < 2; bars++)
    for (guint of_questions = 0; of_questions < 2; of_questions++)
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          const char * const *labels = of_questions ? kompass_test_questions : kompass_test_areas;
          g_autoptr (KompassChart) chart = create_chart (bars, labels, 2);
          g_autofree char *text = extract_words (fixture, chart, sizes[i][0], sizes[i][1], TRUE);

          g_assert_true (has_word (text, "Lund") && has_word (text, "evaluations"));
          for (guint j = 0; labels[j] != NULL; j++)
            {
              /* Lines end at these as well as at spaces. */
              g_autofree char *pieces = g_strdelimit (g_strdup (labels[j]), "-/", ' ');
              g_autofree char *found = g_strdelimit (g_strdup (text), "-/", '\n');
              g_auto (GStrv) words = g_strsplit (pieces, " ", -1);

              for (guint k = 0; words[k] != NULL; k++)
                if (*words[k] != '\0' && !has_word (found, words[k]))
                  g_error ("%s, %g × %g: the word “%s” is not whole", G_OBJECT_TYPE_NAME (chart), sizes[i][0],
                           sizes[i][1], words[k]);
            }
        }
}

/* What has no room for its whole name is known by its number, never by half a name. */
static void
test_numbers (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint bars = 0; bars < 2; bars++)
    {
      g_autoptr (KompassChart) chart = create_chart (bars, kompass_test_questions, 2);
      g_autofree char *text = extract_words (fixture, chart, 200, 130, TRUE);

      g_assert_true (has_word (text, "2.6"));
      g_assert_true (has_word (text, "5.2"));
      g_assert_false (has_word (text, "kommunen"));
    }
}

static void
test_pdf_texts (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (KompassChart) chart = create_chart (FALSE, kompass_test_areas, 2);
  g_autofree char *text = NULL;
  g_autofree char *without = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  text = extract_words (fixture, chart, 500, 460, FALSE);
  g_assert_true (has_word (text, "utgåva"));
  g_assert_true (has_word (text, "Referens:"));
  g_assert_true (has_word (text, "lucka."));
  for (guint ring = 20; ring <= 100; ring += 20)
    {
      g_autofree char *number = g_strdup_printf ("%u", ring);

      g_assert_true (has_word (text, number));
    }
  /* A compact drawing keeps the legend only. */
  without = extract_words (fixture, chart, 500, 460, TRUE);
  g_assert_false (has_word (without, "utgåva"));
  g_assert_false (has_word (without, "Referens:"));
  g_assert_false (has_word (without, "lucka."));
  g_assert_true (has_word (without, "Lund"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/greyscale", test_greyscale);
  g_test_add_func ("/chart/palette/greyscale-drawing", test_greyscale_drawing);
  g_test_add_func ("/chart/palette/ground", test_ground);
  g_test_add_func ("/chart/series/too-many", test_too_many);
  g_test_add_func ("/chart/series/copied", test_series_are_copied);
  g_test_add_func ("/chart/series/none", test_without_series);
  g_test_add_func ("/chart/series/few-categories", test_few_categories);
  g_test_add_func ("/chart/radar/geometry", test_radar_geometry);
  g_test_add_func ("/chart/radar/clamps", test_radar_clamps);
  g_test_add_func ("/chart/radar/gap", test_radar_gap);
  g_test_add_func ("/chart/radar/gap-is-not-bridged", test_radar_gap_is_not_bridged);
  g_test_add_func ("/chart/radar/fill", test_fill);
  g_test_add_func ("/chart/radar/targets", test_targets);
  g_test_add_func ("/chart/radar/labels-apart", test_labels_apart);
  g_test_add_func ("/chart/radar/tall-label", test_tall_label);
  g_test_add_func ("/chart/bars/geometry", test_bars_geometry);
  g_test_add_func ("/chart/marks/maximum", test_maximum);
  g_test_add_func ("/chart/marks/drawn", test_marks_are_drawn);
  g_test_add_func ("/chart/unknown/values", test_unknown);
  g_test_add_func ("/chart/unknown/at-axis", test_unknown_mark_is_at_axis);
  g_test_add_func ("/chart/unknown/hollow", test_unknown_mark_is_hollow);
  g_test_add_func ("/chart/text/sizes", test_text_sizes);
  g_test_add_func ("/chart/text/wraps", test_wraps);
  g_test_add_func ("/chart/text/breaks", test_breaks);
  g_test_add_func ("/chart/text/ligatures", test_ligatures);
  g_test_add_func ("/chart/size/inside", test_inside);
  g_test_add_func ("/chart/size/tiny", test_tiny);
  g_test_add_func ("/chart/size/natural-height", test_natural_height);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/chart/file/formats", test_formats);
  ADD ("/chart/file/refused", test_refused);
  ADD ("/chart/file/old-file-survives", test_old_file_survives);
  ADD ("/chart/file/unwritable", test_unwritable);
  ADD ("/chart/file/device", test_device);
  ADD ("/chart/file/replaced", test_replaced);
  ADD ("/chart/file/link-to-nothing", test_link_to_nothing);
  ADD ("/chart/file/same-bytes", test_same_bytes);
  ADD ("/chart/file/comma-locale", test_comma_locale);
  ADD ("/chart/file/svg", test_svg);
  ADD ("/chart/file/svg-without-texts", test_svg_without_texts);
  ADD ("/chart/file/whole-words", test_whole_words);
  ADD ("/chart/file/numbers", test_numbers);
  ADD ("/chart/file/pdf-texts", test_pdf_texts);
#undef ADD

  return g_test_run ();
}
