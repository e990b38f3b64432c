/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of evaluations: groups with few and with many members, areas that are scored in part, and rounds across
 * editions. */
#include <math.h>
#include <string.h>

#include "kompass-chart-builder.h"
#include "kompass-chart-private.h"
#include "kompass-test-data.h"

typedef KompassTestLund Fixture;

static void
assert_note (KompassChart *chart,
             const char   *words)
{
  const char *footnote = kompass_chart_get_text (chart, KOMPASS_CHART_FOOTNOTE);

  if (strstr (footnote, words) == NULL)
    g_error ("“%s” is not in “%s”", words, footnote);
}

/* With the points of area 1 from 40 upwards; the last member does not have any. */
static KompassProfile *
create_group (Fixture *fixture,
              guint    n)
{
  KompassProfile *group = kompass_profile_new_group ("g", "Neighbours", fixture->edition, "2014", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree KompassFigures *areas = g_new0 (KompassFigures, kompass_edition_get_n_areas (fixture->edition));
      g_autoptr (KompassEvaluation) member = kompass_test_evaluation (NULL, "Ale", 2000 + i, fixture->edition,
                                                                      KOMPASS_DEPTH_AREAS);

      for (guint area = 0; area < kompass_edition_get_n_areas (fixture->edition); area++)
        {
          KompassLine *line = kompass_evaluation_get_area_line (member, area);

          if (area > 0 || i + 1 < n)
            kompass_test_set (member, kompass_line_get_number (line), 4000 + 500 * (KompassPoints) i);
          areas[area] = *kompass_line_get_figures (line);
        }
      kompass_profile_add_member (group, kompass_evaluation_get_id (member), kompass_evaluation_get_title (member), NULL,
                                  areas, kompass_line_get_figures (kompass_evaluation_get_total_line (member)));
    }

  return group;
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint counts[] = { 1, 4, 5, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (KompassProfile) group = create_group (fixture, counts[i]);
      g_autoptr (KompassComparison) comparison = kompass_comparison_new (fixture->lund, group, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (KompassChart) dots = kompass_chart_builder_dots (fixture->lund, &comparison, 1, -1, TRUE, &error);
      g_autoptr (KompassChart) difference = NULL;
      g_autofree char *members = g_strdup_printf ("(n = %u)", counts[i]);
      g_autofree char *mean = counts[i] > 1
                                  ? g_strdup_printf ("Neighbours, 1: mean of %u of %u.", counts[i] - 1, counts[i])
                                  : g_strdup ("Neighbours has no points to show in 1;");

      g_assert_no_error (error);
      g_assert_cmpuint (kompass_chart_get_n_series (dots), ==, 2);
      g_assert_nonnull (strstr (kompass_chart_get_text (dots, KOMPASS_CHART_SUBTITLE), members));
      assert_note (dots, mean);
      g_assert_cmpfloat_with_epsilon (kompass_chart_get_value (dots, 1, 1)->value, 40 + 2.5 * (counts[i] - 1), 0.006);
      g_assert_cmpint (isnan (kompass_chart_get_value (dots, 1, 0)->value), ==, counts[i] == 1);

      difference = kompass_chart_builder_difference (fixture->lund, &comparison, 1, -1, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (kompass_chart_get_value (difference, 0, 1)->value,
                                      51.8 - 40 - 2.5 * (counts[i] - 1), 0.06);
      g_assert_nonnull (strstr (kompass_chart_get_title (difference), "less Neighbours"));
      g_assert_nonnull (kompass_chart_get_description (difference));
    }
}

/* An area that is half scored says so at its name and its marker, and in the footnote. */
static void
test_partial (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassEvaluation) begun = kompass_test_evaluation (NULL, "Ale", 2012, fixture->edition,
                                                                 KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassChart) radar = NULL;
  g_autoptr (KompassChart) bars = NULL;

  kompass_test_set (begun, "1.1", 900);
  kompass_test_set (begun, "1.2", 1200);
  radar = kompass_chart_builder_radar (begun, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (kompass_chart_get_value (radar, 0, 0)->partial);
  g_assert_false (kompass_chart_get_value (radar, 0, 1)->partial);
  g_assert_nonnull (strstr (kompass_chart_get_category (radar, 0), "of 35)"));
  assert_note (radar, "of 35 points; the rest of 100");

  /* Bars write it at their ends. */
  bars = kompass_chart_builder_bars (begun, NULL, 0, -1, &error);
  g_assert_no_error (error);
  g_assert_true (kompass_chart_get_value (bars, 0, 0)->partial);
  g_assert_null (strstr (kompass_chart_get_category (bars, 0), "of 35"));
  g_assert_nonnull (strstr (kompass_chart_get_value (bars, 0, 0)->label, "of 35"));
}

/* A round from before 2010: the total as a band, areas not at all. */
static void
test_rounds_band (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassEdition) before = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002,
                                                                     KOMPASS_POINTS_UNKNOWN);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", before, fixture->edition, "");
  g_autoptr (KompassEvaluation) earlier = kompass_test_evaluation (NULL, "Lund", 2009, before, KOMPASS_DEPTH_AREAS);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();
  g_autoptr (GPtrArray) mappings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassChart) chart = NULL;

  kompass_mapping_set_total_band (mapping, 8000, 10000);
  kompass_test_set (earlier, "1", 5000);
  kompass_test_set (earlier, "", 52000);
  g_ptr_array_add (rounds, earlier);
  g_ptr_array_add (mappings, mapping);
  chart = kompass_chart_builder_rounds (fixture->lund, rounds, mappings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kompass_chart_get_n_series (chart), ==, 2);
  g_assert_cmpuint (kompass_chart_get_n_categories (chart), ==, 9);
  g_assert_cmpstr (kompass_chart_get_title (chart), ==, "Lund, rounds 2009 and 2011");
  g_assert_cmpfloat (kompass_chart_get_value (chart, 0, 0)->value, ==, 520);
  g_assert_cmpfloat_with_epsilon (kompass_chart_get_value (chart, 1, 0)->value, 458.9, 1e-9);
  /* The band is of the total alone: area 1 of 2009 is another one. */
  g_assert_true (isnan (kompass_chart_get_value (chart, 0, 1)->value));
  assert_note (chart, "The band at 2011: held against 2009, its total stands for about 539 to 559 points.");
  assert_note (chart, "Dashed: from one edition to another.");
  g_assert_nonnull (strstr (kompass_chart_get_description (chart),
                            "From 2009 to 2011 the edition changes, so the totals are not subtracted."));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassEvaluation) empty = kompass_test_evaluation (NULL, "Ale", 2012, fixture->edition,
                                                                 KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GPtrArray) rounds = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (kompass_chart_builder_rounds (empty, rounds, NULL, &error));
  g_assert_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW);
  g_clear_error (&error);
  g_assert_null (kompass_chart_builder_difference (fixture->lund, NULL, 0, -1, FALSE, &error));
  g_assert_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/chart-builder/" name, Fixture, NULL, kompass_test_set_up_lund, function, kompass_test_tear_down_lund)
  ADD ("group", test_group);
  ADD ("partial", test_partial);
  ADD ("rounds-band", test_rounds_band);
  ADD ("nothing", test_nothing);
#undef ADD

  return g_test_run ();
}
