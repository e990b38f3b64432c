/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dot plots: markers, the spread of a group, sorting, values that are not known, and every size. */

#include "kompass-test-chart.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"
#include "kompass-dots-chart.h"

#define N 8

static const double own[N] = { 42.2, 51.8, 64.4, 59.5, 61.6, 56.3, 51.6, 71.5 };
static const double mean[N] = { 50, 54, 67, 55, 56, 55, 51, 66 };
static const double gaps[N] = { 61, 62, NAN, NAN, NAN, 68, NAN, 58 };
static const double none[N] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
static const double members[] = { 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, NAN };

static const KompassChartStyle bare = { .compact = TRUE };

static KompassChart *
create (const char * const *categories)
{
  KompassChart *chart = kompass_dots_chart_new ();

  kompass_test_set_texts (chart);
  kompass_chart_set_categories (chart, categories);
  return chart;
}

static void
set_group (KompassChart *chart,
           guint         category,
           gsize         n,
           gboolean      quartiles)
{
  KompassDotsSpread spread = { quartiles ? 40 : NAN, quartiles ? 70 : NAN, members[0], members[n - 1],
                               quartiles ? 55 : NAN, 100 };

  if (isnan (spread.maximum))
    spread.maximum = members[n - 2];
  kompass_dots_chart_set_spread (KOMPASS_DOTS_CHART (chart), category, &spread, NULL);
  kompass_dots_chart_set_members (KOMPASS_DOTS_CHART (chart), category, members, n, 100);
}

static void
test_geometry (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  const double zeros[N] = { 0, 0, 0, 0, 0, 0, 0, 0 };
  const double fulls[N] = { 25, 25, 25, 25, 25, 25, 25, 25 };
  const double halves[N] = { 10, 10, 10, 10, 10, 10, 10, 10 };
  g_autoptr (GArray) marks = NULL;

  kompass_test_add_series (chart, "zero", zeros, 20);
  kompass_test_add_series (chart, "full", fulls, 25);
  kompass_test_add_series (chart, "half", halves, 20);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  for (guint i = 0; i < N; i++)
    {
      const KompassChartMark *zero = kompass_test_get_mark (marks, chart, 0, i);
      const KompassChartMark *full = kompass_test_get_mark (marks, chart, 1, i);
      const KompassChartMark *half = kompass_test_get_mark (marks, chart, 2, i);

      g_assert_cmpfloat (full->x, >, zero->x + 100);
      g_assert_cmpfloat_with_epsilon (half->x, (zero->x + full->x) / 2, 1e-6);
      g_assert_cmpfloat (zero->y, ==, full->y);
      g_assert_cmpfloat (zero->bounds[2], >=, 24);
      if (i > 0)
        {
          g_assert_cmpfloat (zero->y, >, kompass_test_get_mark (marks, chart, 0, i - 1)->y);
          g_assert_cmpfloat (zero->x, ==, kompass_test_get_mark (marks, chart, 0, 0)->x);
        }
    }
}

static void
test_drawn (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);

  kompass_test_add_series (chart, "Lund 2011", own, 100);
  kompass_test_add_series (chart, "Karlskrona 2014", mean, 100);
  for (guint scheme = KOMPASS_CHART_LIGHT; scheme <= KOMPASS_CHART_HIGH_CONTRAST_DARK; scheme++)
    {
      const KompassChartStyle style = { .scheme = scheme };
      g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 500, 420, &style);
      cairo_surface_t *surface = kompass_test_draw (chart, 500, 420, &style);

      for (guint i = 0; i < N; i++)
        {
          const KompassChartMark *mark = kompass_test_get_mark (marks, chart, 0, i);

          g_assert_true (mark->known);
          g_assert_cmphex (kompass_test_get_pixel (surface, mark->x, mark->y), ==,
                           kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_SERIES));
          /* The second is hollow, so that it differs without colour, too. */
          mark = kompass_test_get_mark (marks, chart, 1, i);
          g_assert_true (kompass_test_find_pixel (surface, kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_SERIES + 1),
                                                  mark->x - 6, mark->y - 6, 12, 12));
        }
      cairo_surface_destroy (surface);
    }
}

/* A series of 0, one of the maximum, and a group in category 3. */
static cairo_surface_t *
draw_group (gsize          n,
            gboolean       quartiles,
            KompassChart **chart)
{
  const double zeros[N] = { 0 };
  const double fulls[N] = { 100, 100, 100, 100, 100, 100, 100, 100 };

  *chart = create (kompass_test_areas);
  kompass_test_add_series (*chart, "zero", zeros, 100);
  kompass_test_add_series (*chart, "full", fulls, 100);
  set_group (*chart, 3, n, quartiles);
  return kompass_test_draw (*chart, 500, 700, &bare);
}

/* The two series tell where the axis is. */
static guint32
pixel_at (cairo_surface_t *surface,
          KompassChart    *chart,
          double           percent,
          double           above)
{
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 500, 700, &bare);
  const KompassChartMark *zero = kompass_test_get_mark (marks, chart, 0, 3);
  double length = kompass_test_get_mark (marks, chart, 1, 3)->x - zero->x;

  return kompass_test_get_pixel (surface, zero->x + percent / 100 * length, zero->y - above);
}

/* The band ends at the quartiles, the line at the members that lie outermost. */
static void
test_band (void)
{
  g_autoptr (KompassChart) chart = NULL;
  guint32 track = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_TRACK);
  guint32 ground = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_GROUND);
  guint32 limit = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_LIMIT);
  cairo_surface_t *surface = draw_group (12, TRUE, &chart);

  g_assert_cmphex (pixel_at (surface, chart, 52.5, 5.6), ==, track);
  g_assert_cmphex (pixel_at (surface, chart, 41, 5.6), ==, track);
  g_assert_cmphex (pixel_at (surface, chart, 38, 5.6), ==, ground);
  g_assert_cmphex (pixel_at (surface, chart, 38, 0), ==, limit);
  g_assert_cmphex (pixel_at (surface, chart, 69, 5.6), ==, track);
  g_assert_cmphex (pixel_at (surface, chart, 72, 5.6), ==, ground);
  g_assert_cmphex (pixel_at (surface, chart, 72, 0), ==, limit);
  g_assert_cmphex (pixel_at (surface, chart, 83, 0), !=, limit);
  g_assert_cmphex (pixel_at (surface, chart, 55, 9), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_TEXT));
  g_assert_cmphex (pixel_at (surface, chart, 75, 4), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SECONDARY));
  cairo_surface_destroy (surface);
}

/* Below five members: their ticks and the range, no band and no median. */
static void
test_few_members (void)
{
  static const gsize counts[] = { 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (KompassChart) chart = NULL;
      cairo_surface_t *surface = draw_group (counts[i], FALSE, &chart);
      double end = members[counts[i] - 1];

      g_assert_cmphex (pixel_at (surface, chart, 30, 4), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SECONDARY));
      g_assert_cmphex (pixel_at (surface, chart, end, 4), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SECONDARY));
      if (counts[i] > 1)
        g_assert_cmphex (pixel_at (surface, chart, 32, 0), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_LIMIT));
      g_assert_cmphex (pixel_at (surface, chart, end + 3, 0), !=, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_LIMIT));
      g_assert_cmphex (pixel_at (surface, chart, 37, 5.6), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_GROUND));
      g_assert_cmphex (pixel_at (surface, chart, 55, 9), ==, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_GROUND));
      cairo_surface_destroy (surface);
    }
}

static void
test_missing (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  const double low[N] = { 0, 51.8, 64.4, 0, 61.6, 56.3, 51.6, 71.5 };
  g_autoptr (GArray) marks = NULL;
  double axis;

  kompass_test_add_series (chart, "Lund 2011", low, 100);
  kompass_test_add_series (chart, "Karlskrona 2014", mean, 100);
  kompass_test_add_series (chart, "Gotland 2014", gaps, 100);
  kompass_test_add_series (chart, "Grästorp 2014", gaps, 100);
  kompass_test_check_missing (chart, 2, 2, 2);
  kompass_test_check_missing (chart, 3, 2, 3);
  kompass_test_check_missing (chart, 2, 3, 2);

  /* At the axis; that of another series beside it, where no value can be; and none hides a 0. */
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  axis = kompass_test_get_mark (marks, chart, 0, 0)->x;
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 2, 2)->x, ==, axis);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 3, 2)->x, <, axis - 8);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 3)->x, ==, axis);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 2, 3)->x, <, axis - 8);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 3, 3)->x, <, axis - 16);
}

static void
test_all_missing (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);

  for (guint i = 0; i < 8; i++)
    kompass_test_add_series (chart, "Gotland 2014", none, 100);
  kompass_test_check_missing (chart, 0, 4, 0);
  kompass_test_check_sizes (chart);
}

/* Equal values do not hide one another. */
static void
test_equal (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;

  for (guint i = 0; i < 3; i++)
    kompass_test_add_series (chart, "Lund 2011", own, 100);
  marks = kompass_chart_get_marks (chart, 500, 500, &bare);
  for (guint i = 0; i < N; i++)
    for (guint a = 0; a < 3; a++)
      for (guint b = 0; b < a; b++)
        {
          g_assert_cmpfloat (kompass_test_get_mark (marks, chart, a, i)->x, ==, kompass_test_get_mark (marks, chart, b, i)->x);
          g_assert_cmpfloat (fabs (kompass_test_get_mark (marks, chart, a, i)->y -
                                   kompass_test_get_mark (marks, chart, b, i)->y), >, 4);
        }
}

static void
test_sorted (void)
{
  static const guint by_distance[N] = { 4, 7, 3, 5, 6, 1, 2, 0 };
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;

  kompass_test_add_series (chart, "Lund 2011", own, 100);
  kompass_test_add_series (chart, "mean", mean, 100);
  kompass_dots_chart_set_sorted (KOMPASS_DOTS_CHART (chart), TRUE);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  for (guint i = 1; i < N; i++)
    g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, by_distance[i])->y, >,
                       kompass_test_get_mark (marks, chart, 0, by_distance[i - 1])->y);

  /* What has no distance comes last, in its own order. */
  kompass_chart_set_categories (chart, kompass_test_areas);
  kompass_test_add_series (chart, "Lund 2011", own, 100);
  kompass_test_add_series (chart, "gaps", gaps, 100);
  g_array_unref (marks);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  for (guint i = 0; i < N; i++)
    if (!isnan (gaps[i]))
      g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, i)->y, <, kompass_test_get_mark (marks, chart, 0, 2)->y);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 6)->y, >, kompass_test_get_mark (marks, chart, 0, 4)->y);
}

static void
test_many_series (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  KompassChartValue values[N] = { { 1, 100, "1" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8; i++)
    kompass_test_add_series (chart, kompass_test_areas[i], own, 100);
  kompass_test_check_sizes (chart);
  g_assert_false (kompass_chart_add_series (chart, "Lund 2011", values, &error));
  g_assert_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_TOO_MANY_SERIES);
  g_assert_nonnull (strstr (error->message, "Lund 2011"));
}

static void
test_sizes (void)
{
  for (guint n_series = 1; n_series <= 4; n_series++)
    {
      g_autoptr (KompassChart) chart = create (n_series % 2 == 0 ? kompass_test_questions : kompass_test_areas);

      for (guint i = 0; i < n_series; i++)
        kompass_test_add_series (chart, "Mean of the 40 latest evaluations", i == 2 ? gaps : i == 1 ? mean : own, 100);
      for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
        set_group (chart, i, n_series == 1 ? 1 : n_series == 2 ? 4 : 12, n_series > 2);
      kompass_test_check_sizes (chart);
    }
}

static void
test_texts (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autofree char *text = NULL;
  const KompassDotsSpread spread = { 40, 70, 30, 80, 55, 100 };

  kompass_test_add_series (chart, "Lund 2011", own, 100);
  kompass_test_add_series (chart, "Referens", mean, 100);
  kompass_dots_chart_set_spread (KOMPASS_DOTS_CHART (chart), 2, &spread, "n = 11");
  text = kompass_test_extract_text (chart, 800, kompass_chart_get_natural_height (chart, 800, NULL));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "n = 11"));
  g_assert_nonnull (strstr (text, "Lund 2011"));
  g_assert_nonnull (strstr (text, "Referens"));
  g_assert_nonnull (strstr (text, "42.2"));
  g_assert_nonnull (strstr (text, "50.0"));
  g_assert_nonnull (strstr (text, "personalpolitik"));
}

static void
test_grey (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);

  for (guint i = 0; i < 4; i++)
    kompass_test_add_series (chart, "Lund 2011", i > 1 ? gaps : own, 100);
  set_group (chart, 1, 12, TRUE);
  kompass_test_check_grey (chart);
}

static void
test_few (void)
{
  const char * const one[] = { "1 Mål", NULL };
  g_autoptr (KompassChart) chart = create (one);
  g_autoptr (KompassChart) empty = create (NULL);

  kompass_test_check_sizes (chart);
  kompass_test_add_series (chart, "Lund 2011", own, 100);
  set_group (chart, 0, 1, FALSE);
  kompass_test_check_sizes (chart);
  kompass_test_check_sizes (empty);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-dots/geometry", test_geometry);
  g_test_add_func ("/chart-dots/drawn", test_drawn);
  g_test_add_func ("/chart-dots/band", test_band);
  g_test_add_func ("/chart-dots/few-members", test_few_members);
  g_test_add_func ("/chart-dots/missing", test_missing);
  g_test_add_func ("/chart-dots/all-missing", test_all_missing);
  g_test_add_func ("/chart-dots/equal", test_equal);
  g_test_add_func ("/chart-dots/sorted", test_sorted);
  g_test_add_func ("/chart-dots/many-series", test_many_series);
  g_test_add_func ("/chart-dots/sizes", test_sizes);
  g_test_add_func ("/chart-dots/texts", test_texts);
  g_test_add_func ("/chart-dots/grey", test_grey);
  g_test_add_func ("/chart-dots/few", test_few);

  return g_test_run ();
}
