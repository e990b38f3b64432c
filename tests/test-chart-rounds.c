/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds: the axis of time, what is joined and how, bands, values that are not known, and every size. */

#include "kompass-test-chart.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"
#include "kompass-rounds-chart.h"

#define N 8

static const double first[N] = { 48, 49, 62, 44, 46, 46, 49, 71 };
static const double second[N] = { 69, 67, 65, 61, 53, 54, 73, 67 };
static const double gaps[N] = { 61, 62, NAN, NAN, NAN, 68, NAN, 58 };
static const double none[N] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };

static const KompassChartStyle bare = { .compact = TRUE };

static KompassChart *
create (const char * const *categories,
        guint               n_rounds,
        const double       *years)
{
  static const double * const values[] = { first, second, gaps, first, second, none };
  KompassChart *chart = kompass_rounds_chart_new ();

  kompass_test_set_texts (chart);
  kompass_chart_set_categories (chart, categories);
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *name = g_strdup_printf ("%.0f", years[i]);

      kompass_test_add_series (chart, name, values[i % G_N_ELEMENTS (values)], 100);
      kompass_rounds_chart_set_time (KOMPASS_ROUNDS_CHART (chart), i, years[i]);
    }
  return chart;
}

static KompassChart *
create_pair (void)
{
  return create (kompass_test_areas, 2, (const double[]) { 2011, 2014 });
}

/* Time runs as in the world: three years are half as far as six. */
static void
test_time (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas, 3, (const double[]) { 2008, 2017, 2011 });
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 700, 500, &bare);

  for (guint i = 0; i < N; i++)
    {
      double start = kompass_test_get_mark (marks, chart, 0, i)->x;
      double end = kompass_test_get_mark (marks, chart, 1, i)->x;

      g_assert_cmpfloat (end, >, start + 60);
      g_assert_cmpfloat_with_epsilon (kompass_test_get_mark (marks, chart, 2, i)->x, start + (end - start) / 3, 1e-6);
    }
}

/* Panels are of one size and one scale, so that they can be compared. */
static void
test_panels (void)
{
  g_autoptr (KompassChart) chart = create_pair ();
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 700, 500, &bare);
  double width = kompass_test_get_mark (marks, chart, 1, 0)->x - kompass_test_get_mark (marks, chart, 0, 0)->x;
  double scale = (kompass_test_get_mark (marks, chart, 0, 0)->y - kompass_test_get_mark (marks, chart, 1, 0)->y) /
                 (second[0] - first[0]);

  g_assert_cmpfloat (scale, >, 0.2);
  for (guint i = 0; i < N; i++)
    {
      const KompassChartMark *before = kompass_test_get_mark (marks, chart, 0, i);
      const KompassChartMark *after = kompass_test_get_mark (marks, chart, 1, i);

      g_assert_cmpfloat_with_epsilon (after->x - before->x, width, 1e-6);
      g_assert_cmpfloat_with_epsilon (before->y - after->y, (second[i] - first[i]) * scale, 1e-6);
      /* A target is never in another panel. */
      for (guint j = 0; j < i; j++)
        {
          const KompassChartMark *other = kompass_test_get_mark (marks, chart, 1, j);

          g_assert_true (before->bounds[0] >= other->bounds[0] + other->bounds[2] - 1e-6 ||
                         before->bounds[1] >= other->bounds[1] + other->bounds[3] - 1e-6 ||
                         other->bounds[1] >= before->bounds[1] + before->bounds[3] - 1e-6);
        }
    }
}

/* How much of the way from one round to the next has the colour of the line. */
static double
share_of_line (KompassChart *chart,
               guint         category,
               guint         from,
               guint         to)
{
  g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 700, 500, &bare);
  const KompassChartMark *before = kompass_test_get_mark (marks, chart, from, category);
  const KompassChartMark *after = kompass_test_get_mark (marks, chart, to, category);
  cairo_surface_t *surface = kompass_test_draw (chart, 700, 500, &bare);
  guint n = 0;

  for (guint i = 100; i < 900; i++)
    n += kompass_test_get_pixel (surface, before->x + (after->x - before->x) * i / 1000,
                                 before->y + (after->y - before->y) * i / 1000) ==
         kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SERIES);
  cairo_surface_destroy (surface);
  return n / 800.0;
}

static void
test_links (void)
{
  g_autoptr (KompassChart) chart = create_pair ();
  KompassRoundsChart *rounds = KOMPASS_ROUNDS_CHART (chart);

  kompass_rounds_chart_set_link (rounds, 1, 0, KOMPASS_CHART_LINK_DASHED);
  kompass_rounds_chart_set_link (rounds, 2, 0, KOMPASS_CHART_LINK_NONE);
  g_assert_cmpfloat (share_of_line (chart, 0, 0, 1), ==, 1);
  g_assert_cmpfloat (share_of_line (chart, 1, 0, 1), >, 0.4);
  g_assert_cmpfloat (share_of_line (chart, 1, 0, 1), <, 0.9);
  g_assert_cmpfloat (share_of_line (chart, 2, 0, 1), ==, 0);
}

/* A line over a round without a value would be invented. */
static void
test_gap (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas, 4, (const double[]) { 2008, 2011, 2014, 2017 });

  g_assert_cmpfloat (share_of_line (chart, 0, 1, 2), ==, 1);
  g_assert_cmpfloat (share_of_line (chart, 2, 0, 1), ==, 1);
  g_assert_cmpfloat (share_of_line (chart, 2, 1, 3), <, 0.1);
  kompass_test_check_missing (chart, 2, 2, 0);
}

/* The mark of an unknown value is where the axis begins, that of 0 as well, and they look different. */
static void
test_missing_at_axis (void)
{
  g_autoptr (KompassChart) chart = kompass_rounds_chart_new ();
  const double zeros[N] = { 0 };
  g_autoptr (GArray) marks = NULL;

  kompass_chart_set_categories (chart, kompass_test_areas);
  kompass_test_add_series (chart, "2011", zeros, 100);
  kompass_test_add_series (chart, "2014", none, 100);
  marks = kompass_chart_get_marks (chart, 700, 500, &bare);
  g_assert_true (kompass_test_get_mark (marks, chart, 0, 3)->known);
  g_assert_false (kompass_test_get_mark (marks, chart, 1, 3)->known);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 3)->y, ==, kompass_test_get_mark (marks, chart, 1, 3)->y);
  g_assert_cmpfloat (share_of_line (chart, 3, 0, 1), ==, 0);
}

/* What does not exist in a round is neither known nor unknown: nothing is drawn of it. */
static void
test_absent (void)
{
  g_autoptr (KompassChart) chart = create_pair ();
  g_autoptr (GArray) marks = NULL;
  cairo_surface_t *surface;
  const KompassChartMark *mark;

  kompass_rounds_chart_set_absent (KOMPASS_ROUNDS_CHART (chart), 4, 1);
  marks = kompass_chart_get_marks (chart, 700, 500, &bare);
  mark = kompass_test_get_mark (marks, chart, 1, 4);
  g_assert_false (mark->known);
  surface = kompass_test_draw (chart, 700, 500, &bare);
  g_assert_false (kompass_test_find_pixel (surface, kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SERIES), mark->x - 4,
                                           mark->y - 20, 8, 24));
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (share_of_line (chart, 4, 0, 1), ==, 0);
}

static void
test_band (void)
{
  g_autoptr (KompassChart) chart = create_pair ();
  guint32 own = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_SERIES);
  g_autoptr (GArray) marks = NULL;
  const KompassChartMark *before, *after;
  cairo_surface_t *surface;
  double scale, top, bottom;

  kompass_rounds_chart_set_link (KOMPASS_ROUNDS_CHART (chart), 4, 0, KOMPASS_CHART_LINK_DASHED);
  kompass_rounds_chart_set_band (KOMPASS_ROUNDS_CHART (chart), 4, 1, 70, 90, "70–90");
  marks = kompass_chart_get_marks (chart, 700, 500, &bare);
  before = kompass_test_get_mark (marks, chart, 0, 4);
  after = kompass_test_get_mark (marks, chart, 1, 4);
  scale = (before->y - after->y) / (second[4] - first[4]);
  top = after->y - (90 - second[4]) * scale;
  bottom = after->y - (70 - second[4]) * scale;
  surface = kompass_test_draw (chart, 700, 500, &bare);
  /* Its outline at both ends, its inside between them; the value itself keeps its own place. */
  g_assert_cmphex (kompass_test_get_pixel (surface, after->x + 1, top), ==, own);
  g_assert_cmphex (kompass_test_get_pixel (surface, after->x + 1, bottom), ==, own);
  g_assert_cmphex (kompass_test_get_pixel (surface, after->x + 1, (top + bottom) / 2), ==,
                   kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_FILL));
  g_assert_cmphex (kompass_test_get_pixel (surface, after->x, after->y), ==, own);
  /* Joined with the band, not with the value. */
  g_assert_cmpfloat (share_of_line (chart, 4, 0, 1), <, 0.2);
  g_assert_true (kompass_test_find_pixel (surface, own, (before->x + after->x) / 2 - 6,
                                          (before->y + top) / 2 - 4, 12, 8));
  cairo_surface_destroy (surface);
}

/* Two rounds in the same year stand side by side, and the year under both. */
static void
test_same_year (void)
{
  for (guint n = 2; n <= 4; n++)
    {
      g_autoptr (KompassChart) chart = create (kompass_test_areas, n, (const double[]) { 2014, 2014, 2014, 2014 });
      g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 700, 500, &bare);

      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (kompass_test_get_mark (marks, chart, i, 0)->x, >=,
                           kompass_test_get_mark (marks, chart, i - 1, 0)->x + 8);
      kompass_test_check_sizes (chart);
    }
}

static void
test_sizes (void)
{
  static const double years[] = { 2002, 2005, 2009, 2011, 2014, 2017, 2020 };
  static const char * const total[] = { "Total", NULL };

  for (guint n = 0; n <= G_N_ELEMENTS (years); n += n < 3 ? 1 : 2)
    {
      g_autoptr (KompassChart) of_areas = create (kompass_test_areas, n, years);
      g_autoptr (KompassChart) of_questions = create (kompass_test_questions, n, years);
      g_autoptr (KompassChart) of_total = create (total, n, years);

      if (n > 1)
        kompass_rounds_chart_set_band (KOMPASS_ROUNDS_CHART (of_areas), 0, 1, 80, 100, "80–100");
      kompass_test_check_sizes (of_areas);
      kompass_test_check_sizes (of_questions);
      kompass_test_check_sizes (of_total);
    }
}

static void
test_texts (void)
{
  g_autoptr (KompassChart) chart = create_pair ();
  g_autofree char *text = NULL;

  text = kompass_test_extract_text (chart, 800, kompass_chart_get_natural_height (chart, 800, NULL));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "2011"));
  g_assert_nonnull (strstr (text, "2014"));
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *before = g_strdup_printf ("%.1f", first[i]);
      g_autofree char *after = g_strdup_printf ("%.1f", second[i]);

      g_assert_nonnull (strstr (text, before));
      g_assert_nonnull (strstr (text, after));
    }
  g_assert_nonnull (strstr (text, kompass_test_areas[0]));
  g_assert_nonnull (strstr (text, "personalpolitik"));
}

/* Lines of the grid do not run through values: over the last round its value stands where the line of the maximum would be. */
static void
test_clear_of_lines (void)
{
  static const char * const total[] = { "Total", NULL };
  static const double before[] = { 10 };
  g_autoptr (KompassChart) chart = kompass_rounds_chart_new ();
  const KompassChartMark *start, *end;
  guint n = 0;

  kompass_chart_set_categories (chart, total);
  kompass_test_add_series (chart, "2011", before, 100);
  kompass_test_add_series (chart, "2014", (const double[]) { 85 }, 100);
  for (double height = 80; height <= 200; height += 10)
    {
      g_autoptr (GArray) marks = kompass_chart_get_marks (chart, 300, height, &bare);
      cairo_surface_t *surface = kompass_test_draw (chart, 300, height, &bare);
      guint32 paper = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_GROUND);
      guint32 line = kompass_test_pixel_of (&bare, KOMPASS_CHART_ROLE_FRAME);
      double top;

      start = kompass_test_get_mark (marks, chart, 0, 0);
      end = kompass_test_get_mark (marks, chart, 1, 0);
      top = end->y - 15 * (start->y - end->y) / 75;
      g_assert_cmphex (kompass_test_get_pixel (surface, (start->x + end->x) / 2, top), ==, line);
      if (end->y - top > 8 && end->y - top < 14)
        {
          g_assert_true (kompass_test_find_pixel (surface, paper, end->x - 6, top, 12, 0.1));
          n++;
        }
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n, >, 1);
}

/* Without any maximum the axis ends at a round number above all values. */
static void
test_without_maximum (void)
{
  const char * const total[] = { "Total", NULL };
  g_autoptr (KompassChart) chart = kompass_rounds_chart_new ();
  const double values[] = { 292 };
  g_autoptr (GArray) marks = NULL;

  kompass_chart_set_categories (chart, total);
  kompass_test_add_series (chart, "2015", values, NAN);
  marks = kompass_chart_get_marks (chart, 400, 300, &bare);
  g_assert_true (kompass_test_get_mark (marks, chart, 0, 0)->known);
  kompass_test_check_inside (chart, 400, 300, &bare);
}

static void
test_grey (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas, 3, (const double[]) { 2008, 2011, 2014 });

  kompass_rounds_chart_set_band (KOMPASS_ROUNDS_CHART (chart), 0, 1, 80, 100, "80–100");
  kompass_test_check_grey (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-rounds/time", test_time);
  g_test_add_func ("/chart-rounds/panels", test_panels);
  g_test_add_func ("/chart-rounds/links", test_links);
  g_test_add_func ("/chart-rounds/gap", test_gap);
  g_test_add_func ("/chart-rounds/missing-at-axis", test_missing_at_axis);
  g_test_add_func ("/chart-rounds/absent", test_absent);
  g_test_add_func ("/chart-rounds/band", test_band);
  g_test_add_func ("/chart-rounds/same-year", test_same_year);
  g_test_add_func ("/chart-rounds/sizes", test_sizes);
  g_test_add_func ("/chart-rounds/texts", test_texts);
  g_test_add_func ("/chart-rounds/clear-of-lines", test_clear_of_lines);
  g_test_add_func ("/chart-rounds/without-maximum", test_without_maximum);
  g_test_add_func ("/chart-rounds/grey", test_grey);

  return g_test_run ();
}
