/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Differences: both sides of zero, no difference, differences that are not known, sorting, and every size. */

#include "kompass-test-chart.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"
#include "kompass-difference-chart.h"

#define N 8

static const double mixed[N] = { -7.8, -2.2, 0, 4.5, 5.6, 1.3, NAN, 5.5 };
static const double negative[N] = { -7.8, -2.2, -2.6, -4.5, -5.6, -1.3, -0.6, -5.5 };
static const double zeros[N] = { 0 };
static const double none[N] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };

static const KompassChartStyle bare = { .compact = TRUE };

static KompassChart *
create (const char * const *categories)
{
  KompassChart *chart = kompass_difference_chart_new ();

  kompass_test_set_texts (chart);
  kompass_chart_set_categories (chart, categories);
  return chart;
}

/* Bars are as long as their differences, to both sides of one zero. */
static void
test_geometry (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;
  double zero, scale;

  kompass_test_add_series (chart, "a", mixed, 100);
  kompass_test_add_series (chart, "b", negative, 100);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  zero = kompass_test_get_mark (marks, chart, 0, 2)->x;
  scale = (kompass_test_get_mark (marks, chart, 0, 4)->x - zero) / 5.6;
  g_assert_cmpfloat (scale, >, 2);
  for (guint i = 0; i < N; i++)
    {
      const KompassChartMark *mark = kompass_test_get_mark (marks, chart, 0, i);

      g_assert_cmpint (mark->known, ==, !isnan (mixed[i]));
      g_assert_cmpfloat_with_epsilon (mark->x, zero + (isnan (mixed[i]) ? 0 : mixed[i]) * scale, 1e-6);
      g_assert_cmpfloat_with_epsilon (kompass_test_get_mark (marks, chart, 1, i)->x, zero + negative[i] * scale, 1e-6);
      g_assert_cmpfloat (mark->y, <, kompass_test_get_mark (marks, chart, 1, i)->y);
    }
}

static void
test_drawn (void)
{
  for (guint scheme = KOMPASS_CHART_LIGHT; scheme <= KOMPASS_CHART_HIGH_CONTRAST_DARK; scheme++)
    {
      const KompassChartStyle style = { .scheme = scheme, .compact = TRUE };
      g_autoptr (KompassChart) chart = create (kompass_test_areas);
      guint32 own = kompass_test_pixel_of (&style, KOMPASS_CHART_ROLE_SERIES);
      g_autoptr (GArray) marks = NULL;
      cairo_surface_t *surface;
      double zero;

      kompass_test_add_series (chart, "a", mixed, 100);
      marks = kompass_chart_get_marks (chart, 500, 400, &style);
      surface = kompass_test_draw (chart, 500, 400, &style);
      zero = kompass_test_get_mark (marks, chart, 0, 2)->x;
      for (guint i = 0; i < N; i++)
        {
          const KompassChartMark *mark = kompass_test_get_mark (marks, chart, 0, i);
          double inner = mixed[i] > 0 ? -0.5 : 0.5;

          if (isnan (mixed[i]))
            continue;
          /* Also where there is no difference: it is a marker, and known. */
          g_assert_cmphex (kompass_test_get_pixel (surface, mark->x + (mixed[i] == 0 ? 0 : inner), mark->y), ==, own);
          if (mixed[i] == 0)
            continue;
          g_assert_cmphex (kompass_test_get_pixel (surface, mark->x - inner, mark->y), !=, own);
          g_assert_cmphex (kompass_test_get_pixel (surface, (mark->x + zero) / 2, mark->y), ==, own);
          g_assert_cmphex (kompass_test_get_pixel (surface, 2 * zero - mark->x, mark->y), !=, own);
        }
      cairo_surface_destroy (surface);
    }
}

/* Small differences do not fill the width. */
static void
test_small (void)
{
  const double small[N] = { 0.1, -0.1, 0, 0.2, 0, 0, 0, 0 };
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;

  kompass_test_add_series (chart, "a", small, 100);
  marks = kompass_chart_get_marks (chart, 800, 400, &bare);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 3)->x - kompass_test_get_mark (marks, chart, 0, 2)->x, <, 10);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 3)->x - kompass_test_get_mark (marks, chart, 0, 2)->x, >, 1);
}

static void
test_missing (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;

  kompass_test_add_series (chart, "a", mixed, 100);
  kompass_test_check_missing (chart, 0, 6, 0);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, 6)->x, ==, kompass_test_get_mark (marks, chart, 0, 2)->x);
}

static void
test_sorted (void)
{
  static const guint order[N] = { 4, 7, 3, 5, 2, 1, 0, 6 };
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autoptr (GArray) marks = NULL;

  kompass_test_add_series (chart, "a", mixed, 100);
  kompass_difference_chart_set_sorted (KOMPASS_DIFFERENCE_CHART (chart), TRUE);
  marks = kompass_chart_get_marks (chart, 500, 400, &bare);
  for (guint i = 1; i < N; i++)
    g_assert_cmpfloat (kompass_test_get_mark (marks, chart, 0, order[i])->y, >,
                       kompass_test_get_mark (marks, chart, 0, order[i - 1])->y);
}

static void
test_sizes (void)
{
  static const double * const kinds[] = { mixed, negative, zeros, none };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr (KompassChart) of_areas = create (kompass_test_areas);
      g_autoptr (KompassChart) of_questions = create (kompass_test_questions);

      kompass_test_add_series (of_areas, "Mean of the 40 latest evaluations", kinds[kind], 100);
      kompass_test_check_sizes (of_areas);
      for (guint i = 0; i < 3; i++)
        kompass_test_add_series (of_questions, "Mean of the 40 latest evaluations", kinds[(kind + i) % G_N_ELEMENTS (kinds)],
                                 100);
      kompass_test_check_sizes (of_questions);
    }
}

/* An edition of a user's own may have as few areas as that. */
static void
test_few (void)
{
  const char * const one[] = { "1 Mål", NULL };
  g_autoptr (KompassChart) chart = create (one);
  g_autoptr (KompassChart) empty = create (NULL);

  kompass_test_check_sizes (chart);
  kompass_test_add_series (chart, "a", mixed, 100);
  kompass_test_check_sizes (chart);
  kompass_test_check_sizes (empty);
}

static void
test_texts (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);
  g_autofree char *text = NULL;

  kompass_test_add_series (chart, "Referens", mixed, 100);
  text = kompass_test_extract_text (chart, 800, kompass_chart_get_natural_height (chart, 800, NULL));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "\342\210\2227.8"));
  g_assert_nonnull (strstr (text, "5.6"));
  g_assert_nonnull (strstr (text, "lower"));
  g_assert_nonnull (strstr (text, "higher"));
  g_assert_nonnull (strstr (text, "\342\200\223"));
}

static void
test_grey (void)
{
  g_autoptr (KompassChart) chart = create (kompass_test_areas);

  kompass_test_add_series (chart, "a", mixed, 100);
  kompass_test_add_series (chart, "b", negative, 100);
  kompass_chart_set_series_mapped (chart, 1, TRUE);
  kompass_test_check_grey (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-difference/geometry", test_geometry);
  g_test_add_func ("/chart-difference/drawn", test_drawn);
  g_test_add_func ("/chart-difference/small", test_small);
  g_test_add_func ("/chart-difference/missing", test_missing);
  g_test_add_func ("/chart-difference/sorted", test_sorted);
  g_test_add_func ("/chart-difference/sizes", test_sizes);
  g_test_add_func ("/chart-difference/few", test_few);
  g_test_add_func ("/chart-difference/texts", test_texts);
  g_test_add_func ("/chart-difference/grey", test_grey);

  return g_test_run ();
}
