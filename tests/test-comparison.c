/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be compared, why not, the differences of a real evaluation to a published mean, and the sentences. */
#include <locale.h>
#include <string.h>

#include "kompass-comparison.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN

typedef KompassTestLund Fixture;

static void
assert_comparison (KompassEvaluation *evaluation,
                   KompassProfile    *other,
                   const char        *number,
                   KompassPoints      points,
                   KompassPoints      difference)
{
  KompassLine *line = kompass_evaluation_find_line (evaluation, number);
  KompassPoints got = 4711;

  g_assert_cmpint (kompass_compare_line (evaluation, other, line, &got), ==, points);
  g_assert_cmpint (got, ==, difference);
  g_assert_cmpint (kompass_compare_line (evaluation, other, line, NULL), ==, points);
}

static void
assert_description (KompassEvaluation *evaluation,
                    KompassProfile    *other,
                    const char        *words)
{
  g_autoptr (KompassComparison) comparison = other != NULL ? kompass_comparison_new (evaluation, other, NULL) : NULL;
  g_autofree char *got = kompass_compare_describe (evaluation, &comparison, other != NULL ? 1 : 0);

  g_assert_cmpstr (got, ==, words);
}

/* Editions */

static void
test_editions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassEdition) same = kompass_test_edition_2010 ();
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  struct
  {
    KompassEdition *own, *other;
    KompassComparable comparable;
    const char *reason;
  } rows[] = {
    { fixture->edition, fixture->edition, KOMPASS_COMPARABLE_SAME_EDITION, NULL },
    { fixture->edition, same, KOMPASS_COMPARABLE_SAME_EDITION, NULL }, /* read twice, the same edition */
    { fixture->edition, later, KOMPASS_COMPARABLE_NONE, "Edition 2016 asks other questions than edition 2010" },
    { later, fixture->edition, KOMPASS_COMPARABLE_NONE, "Edition 2010 asks other questions than edition 2016" },
    { fixture->edition, NULL, KOMPASS_COMPARABLE_NONE, "The edition is not known, so it is compared with no one" },
    { NULL, fixture->edition, KOMPASS_COMPARABLE_NONE, "The edition is not known, so it is compared with no one" },
    { NULL, NULL, KOMPASS_COMPARABLE_NONE, "The edition is not known, so it is compared with no one" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = NULL;

      g_assert_cmpint (kompass_compare_editions (rows[i].own, rows[i].other, &reason), ==, rows[i].comparable);
      g_assert_cmpstr (reason, ==, rows[i].reason);
      g_assert_cmpint (kompass_compare_editions (rows[i].own, rows[i].other, NULL), ==, rows[i].comparable);
    }
}

/* Lund 2011 beside the mean of 40 */

static void
test_lund_and_mean (Fixture       *fixture,
                    gconstpointer  data)
{
  static const KompassPoints means[] = { 5000, 5400, 6700, 5500, 5600, 5500, 5100, 6600 };
  static const KompassPoints differences[] = { -780, -220, -260, 450, 560, 130, 60, 550 };
  static const char * const texts[] = { "−7.8", "−2.2", "−2.6", "+4.5", "+5.6", "+1.3", "+0.6", "+5.5" };
  guint decimals = kompass_compare_decimals (fixture->lund, fixture->mean);

  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *text = kompass_points_format_difference (differences[i], decimals);

      assert_comparison (fixture->lund, fixture->mean, number, means[i], differences[i]);
      g_assert_cmpstr (text, ==, texts[i]);
    }
  assert_comparison (fixture->lund, fixture->mean, "", 45500, 390);
  assert_comparison (fixture->lund, fixture->mean, "1.1", UNKNOWN, UNKNOWN); /* a mean knows no questions */
  assert_comparison (fixture->lund, NULL, "1", UNKNOWN, UNKNOWN);
  g_assert_cmpuint (decimals, ==, 1);
  g_assert_cmpuint (kompass_compare_decimals (fixture->lund, NULL), ==, 1);
}

static void
test_other_edition (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  g_autoptr (KompassProfile) mean = kompass_profile_new_mean ("x", "National mean", later, 0, "2016", NULL);
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) profile = NULL;

  kompass_profile_set_area (mean, 0, 5500);
  kompass_profile_set_total (mean, 47600);
  assert_comparison (fixture->lund, mean, "1", UNKNOWN, UNKNOWN);
  assert_comparison (fixture->lund, mean, "", UNKNOWN, UNKNOWN);

  kompass_test_set (orebro, "", 65000);
  profile = kompass_profile_new_for_evaluation (orebro);
  assert_comparison (fixture->lund, profile, "", UNKNOWN, UNKNOWN);
  assert_comparison (orebro, fixture->mean, "", UNKNOWN, UNKNOWN);
  assert_comparison (orebro, profile, "", UNKNOWN, UNKNOWN);
}

/* Question by question with another evaluation. */
static void
test_two_evaluations (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KompassEvaluation) later = kompass_evaluation_copy (fixture->lund, "x", 2013);
  g_autoptr (KompassProfile) profile = NULL;

  kompass_test_set (later, "1.1", 900);
  kompass_test_set (later, "1.2", UNKNOWN);
  kompass_evaluation_set_score (later, kompass_evaluation_find_line (later, "2.1"), KOMPASS_SCORE_NA);
  kompass_evaluation_set_decimals (later, 2);
  profile = kompass_profile_new_for_evaluation (later);

  g_assert_cmpstr (kompass_profile_get_name (profile), ==, "Lund 2013");
  g_assert_cmpuint (kompass_profile_get_members (profile), ==, 1);
  g_assert_cmpuint (kompass_compare_decimals (fixture->lund, profile), ==, 2);
  assert_comparison (fixture->lund, profile, "1.1", 900, -450);
  assert_comparison (fixture->lund, profile, "1.2", UNKNOWN, UNKNOWN);
  assert_comparison (fixture->lund, profile, "2.1", UNKNOWN, UNKNOWN);
  assert_comparison (fixture->lund, profile, "1.3", 940, 0);
  /* Lund has 42.2 of 100; the other 36.55 of the 80 that are scored. */
  assert_comparison (fixture->lund, profile, "1", 3655, UNKNOWN);
  /* The other 47.3 of 85: the first question is not applicable there. */
  assert_comparison (fixture->lund, profile, "2", 4730, UNKNOWN);
  /* 0.1 between what Lund printed and what the other's questions add to. */
  assert_comparison (fixture->lund, profile, "3", 6430, 10);
  assert_comparison (fixture->lund, profile, "", 44895, UNKNOWN);
}

/* Two of eight areas known on both sides, but not the same two: the sums have the same maximum and nothing in common. */
static void
test_partial_sums (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassEvaluation) one = kompass_test_evaluation (NULL, "Ale", 2012, fixture->edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) two = kompass_test_evaluation (NULL, "Eda", 2012, fixture->edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (KompassProfile) printed = NULL;

  kompass_test_set (one, "1", 5000);
  kompass_test_set (one, "2", 5000);
  kompass_test_set (two, "2", 6000);
  kompass_test_set (two, "3", 6000);
  profile = kompass_profile_new_for_evaluation (two);
  g_assert_false (kompass_profile_is_whole (profile, KOMPASS_LINE_TOTAL, 0));
  assert_comparison (one, profile, "1", UNKNOWN, UNKNOWN);
  assert_comparison (one, profile, "2", 6000, -1000);
  assert_comparison (one, profile, "3", 6000, UNKNOWN);
  assert_comparison (one, profile, "", 12000, UNKNOWN);

  /* With the totals printed, they can be compared although most areas are unknown. */
  kompass_test_set (one, "", 41000);
  kompass_test_set (two, "", 52000);
  printed = kompass_profile_new_for_evaluation (two);
  assert_comparison (one, printed, "", 52000, -11000);
}

/* Where no maximum is known, whole figures can still be compared, and parts not. */
static void
test_without_maxima (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassEvaluation) one = kompass_test_evaluation (NULL, "Ale", 2005, edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) two = kompass_test_evaluation (NULL, "Eda", 2005, edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassProfile) profile = NULL;

  kompass_test_set (one, "1", 6150);
  for (guint i = 0; i < 8; i++)
    kompass_evaluation_set_score (two, kompass_evaluation_get_area_line (two, i), KOMPASS_SCORE (6000));
  profile = kompass_profile_new_for_evaluation (two);
  assert_comparison (one, profile, "1", 6000, 150);
  assert_comparison (one, profile, "", 48000, UNKNOWN);
  kompass_test_set (one, "", 48100);
  assert_comparison (one, profile, "", 48000, 100);
  assert_description (one, profile,
                      "Ale 2005: 481.0 points. Eda 2005: 480.0 points, a difference of +1.0. "
                      "Above it in area 1 (+1.5).");
}

/* Sentences */

static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  assert_description (fixture->lund, fixture->mean,
                      "Lund 2011: 458.9 of 800 points. Mean of the 40 latest evaluations: 455 points, a difference of +3.9. "
                      "Above it in areas 4, 5, 6, 7 and 8, most in 5 (+5.6). "
                      "Below it in areas 1, 2 and 3, most in 1 (−7.8).");
  assert_description (fixture->lund, NULL,
                      "Lund 2011: 458.9 of 800 points. Highest in area 8 (71%), lowest in area 1 (42%).");
}

static void
test_describe_itself (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KompassProfile) profile = kompass_profile_new_for_evaluation (fixture->lund);

  assert_description (fixture->lund, profile,
                      "Lund 2011: 458.9 of 800 points. Lund 2011: 458.9 points, a difference of ±0.0.");
}

static void
test_describe_parts (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2013, fixture->edition,
                                                                      KOMPASS_DEPTH_AREAS);

  assert_description (evaluation, NULL, "Lund 2013: the points are not known.");
  assert_description (evaluation, fixture->mean,
                      "Lund 2013: the points are not known. Mean of the 40 latest evaluations: 455 points.");
  kompass_test_set (evaluation, "4", 5400);
  assert_description (evaluation, NULL, "Lund 2013: 54.0 of 100 points (1 of 8 areas known).");
  assert_description (evaluation, fixture->mean,
                      "Lund 2013: 54.0 of 100 points (1 of 8 areas known). Mean of the 40 latest evaluations: 455 points. "
                      "Below it in area 4 (−1.0).");
  kompass_test_set (evaluation, "5", 5650);
  kompass_test_set (evaluation, "6", 5500);
  assert_description (evaluation, fixture->mean,
                      "Lund 2013: 165.5 of 300 points (3 of 8 areas known). Mean of the 40 latest evaluations: 455 points. "
                      "Above it in area 5 (+0.5). Below it in area 4 (−1.0).");
  assert_description (evaluation, NULL, "Lund 2013: 165.5 of 300 points (3 of 8 areas known).");
}

/* "Yet" only where there is something to score; highest and lowest only of what is fully scored. */
static void
test_describe_questions (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2013, fixture->edition,
                                                                      KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (KompassEvaluation) copy = kompass_evaluation_copy (fixture->lund, "x", 2013);
  guint n_questions = kompass_edition_get_n_questions (fixture->edition);
  g_autofree char *text = NULL;

  assert_description (evaluation, NULL, "Lund 2013: nothing is scored yet.");
  for (guint i = 0; i < n_questions; i++)
    if (i == 0 || kompass_edition_get_question (fixture->edition, i)->area > 0)
      kompass_evaluation_set_score (evaluation, kompass_evaluation_get_question_line (evaluation, i), KOMPASS_SCORE (300));
  assert_description (evaluation, NULL, "Lund 2013: 123.0 of 715 points (41 of 45 questions scored).");

  assert_description (copy, NULL, "Lund 2013: 459.15 of 800 points. Highest in area 8 (72%), lowest in area 1 (42%).");
  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "8.1"), KOMPASS_SCORE_NONE);
  text = kompass_compare_describe (copy, NULL, 0);
  g_assert_null (strstr (text, "Highest"));
}

static void
test_extremes (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = kompass_evaluation_copy (fixture->lund, "x", 2013);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  KompassLine *high, *low;

  g_assert_false (kompass_compare_find_extremes (lines, &high, &low));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (lines, kompass_evaluation_get_question_line (copy, i)); /* 30, 51 and 47 percent */
  g_assert_true (kompass_compare_find_extremes (lines, &high, &low));
  g_assert_cmpstr (kompass_line_get_number (high), ==, "1.2");
  g_assert_cmpstr (kompass_line_get_number (low), ==, "1.1");
  kompass_evaluation_set_score (copy, low, KOMPASS_SCORE_NA);
  g_assert_true (kompass_compare_find_extremes (lines, &high, &low));
  g_assert_cmpstr (kompass_line_get_number (low), ==, "1.3");
  kompass_evaluation_set_score (copy, low, KOMPASS_SCORE_NONE);
  g_assert_false (kompass_compare_find_extremes (lines, &high, &low));
}

static void
test_describe_unknown_edition (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);

  kompass_evaluation_set_decimals (orebro, 0);
  kompass_test_set (orebro, "", 65000);
  assert_description (orebro, NULL, "Örebro 2015: 650 points.");
  assert_description (orebro, fixture->mean,
                      "Örebro 2015: 650 points. Mean of the 40 latest evaluations is left out. The edition is not known, so "
                      "it is compared with no one.");
}

/* Names with a percent sign are names. */
static void
test_describe_odd_names (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (KompassEvaluation) odd = kompass_test_evaluation (NULL, "100 %s {1}", 2012, fixture->edition,
                                                               KOMPASS_DEPTH_TOTAL);

  kompass_test_set (odd, "", 100);
  assert_description (odd, NULL, "100 %s {1} 2012: 1.0 of 800 points.");
}

static void
test_origin (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassProfile) one = kompass_profile_new_mean ("x", "One", fixture->edition, 1, "", "");
  g_autoptr (KompassProfile) unknown = kompass_profile_new_mean ("x", "Many", fixture->edition, 0, NULL, NULL);
  g_autoptr (KompassProfile) lund = kompass_profile_new_for_evaluation (fixture->lund);
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) total = kompass_profile_new_for_evaluation (orebro);
  g_autofree char *mean_text = kompass_profile_describe_origin (fixture->mean);
  g_autofree char *one_text = kompass_profile_describe_origin (one);
  g_autofree char *unknown_text = kompass_profile_describe_origin (unknown);
  g_autofree char *lund_text = kompass_profile_describe_origin (lund);
  g_autofree char *total_text = kompass_profile_describe_origin (total);

  g_assert_cmpstr (mean_text, ==,
                   "Mean of the 40 latest evaluations: edition 2010, mean of 40 evaluations, 2014, a web page");
  g_assert_cmpstr (one_text, ==, "One: edition 2010, mean of 1 evaluation");
  g_assert_cmpstr (unknown_text, ==, "Many: edition 2010, mean of an unknown number of evaluations");
  g_assert_cmpstr (lund_text, ==, "Lund 2011: edition 2010");
  g_assert_cmpstr (total_text, ==, "Örebro 2015: edition not known");
}

/* Comparisons: same edition, mapped, a band of totals, none */

static void
assert_comparable (KompassComparison *comparison,
                   KompassComparable  comparable,
                   const char        *reason)
{
  g_assert_cmpint (kompass_comparison_get_comparable (comparison), ==, comparable);
  g_assert_cmpstr (kompass_comparison_get_reason (comparison), ==, reason);
}

static void
assert_sentence (KompassComparison *comparison,
                 const char        *words)
{
  g_autofree char *got = kompass_compare_describe (kompass_comparison_get_own (comparison), &comparison, 1);

  g_assert_cmpstr (got, ==, words);
}

static void
test_comparable_names (void)
{
  g_assert_cmpstr (kompass_comparable_get_name (KOMPASS_COMPARABLE_SAME_EDITION), ==, "same-edition");
  g_assert_cmpstr (kompass_comparable_get_name (KOMPASS_COMPARABLE_MAPPED), ==, "mapped");
  g_assert_cmpstr (kompass_comparable_get_name (KOMPASS_COMPARABLE_TOTAL_ONLY), ==, "total-only");
  g_assert_cmpstr (kompass_comparable_get_name (KOMPASS_COMPARABLE_NONE), ==, "none");
}

static void
test_same_edition (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassComparison) comparison = kompass_comparison_new (fixture->lund, fixture->mean, NULL);
  KompassLine *line = kompass_evaluation_find_line (fixture->lund, "1");

  assert_comparable (comparison, KOMPASS_COMPARABLE_SAME_EDITION, NULL);
  g_assert_true (kompass_comparison_get_own (comparison) == fixture->lund);
  g_assert_true (kompass_comparison_get_other (comparison) == fixture->mean);
  g_assert_true (kompass_comparison_get_profile (comparison) == fixture->mean);
  g_assert_null (kompass_comparison_get_mapping (comparison));
  g_assert_false (kompass_comparison_get_band (comparison, NULL, NULL));
  g_assert_false (kompass_comparison_get_difference_band (comparison, NULL, NULL));
  g_assert_false (kompass_comparison_get_coverage (comparison, KOMPASS_LINE_AREA, NULL, NULL));
  g_assert_cmpint (kompass_comparison_get_points (comparison, line), ==, 5000);
  g_assert_cmpint (kompass_comparison_get_difference (comparison, line), ==, -780);

  /* What is typed afterwards counts. */
  kompass_test_set (fixture->lund, "1.1", 550);
  g_assert_cmpint (kompass_comparison_get_difference (comparison, line), ==, -675);
}

/* Tomelilla 2020 beside Lund 2011, and a mapping that is about others. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas ("00000000-0000-4000-8000-000000002020", "2020", 2020,
                                                                    10000);
  g_autoptr (KompassEdition) revised = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", revised, later, "");
  g_autoptr (KompassEvaluation) tomelilla = kompass_test_evaluation (NULL, "Tomelilla", 2020, later, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (KompassProfile) unknown = NULL;
  g_autoptr (KompassComparison) comparison = NULL;
  g_autoptr (KompassComparison) with_unknown = NULL;
  g_autoptr (KompassComparison) from_unknown = NULL;
  KompassLine *line;

  kompass_mapping_set_total_band (mapping, 1000, 2000);
  kompass_test_set (tomelilla, "", 49700);
  kompass_test_set (orebro, "", 65000);
  profile = kompass_profile_new_for_evaluation (tomelilla);
  unknown = kompass_profile_new_for_evaluation (orebro);
  comparison = kompass_comparison_new (fixture->lund, profile, mapping);
  assert_comparable (comparison, KOMPASS_COMPARABLE_NONE, "Edition 2020 asks other questions than edition 2010");
  g_assert_null (kompass_comparison_get_profile (comparison));
  g_assert_null (kompass_comparison_get_mapping (comparison));
  g_assert_false (kompass_comparison_get_band (comparison, NULL, NULL));
  for (guint i = 0; (line = kompass_evaluation_get_area_line (fixture->lund, i)) != NULL; i++)
    {
      g_assert_cmpint (kompass_comparison_get_points (comparison, line), ==, UNKNOWN);
      g_assert_cmpint (kompass_comparison_get_difference (comparison, line), ==, UNKNOWN);
    }
  assert_sentence (comparison, "Lund 2011: 458.9 of 800 points. Highest in area 8 (71%), lowest in area 1 (42%). "
                               "Tomelilla 2020 is left out. Edition 2020 asks other questions than edition 2010.");

  with_unknown = kompass_comparison_new (fixture->lund, unknown, mapping);
  assert_comparable (with_unknown, KOMPASS_COMPARABLE_NONE, "The edition is not known, so it is compared with no one");
  from_unknown = kompass_comparison_new (orebro, profile, NULL);
  assert_comparable (from_unknown, KOMPASS_COMPARABLE_NONE, "The edition is not known, so it is compared with no one");
}

/* 80 to 100 points may be added to a result under 2010 beside one from before: a band, and of totals alone. */
static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEdition) before = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", before, fixture->edition, "");
  g_autoptr (KompassEvaluation) earlier = kompass_test_evaluation (NULL, "Lund", 2009, before, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassProfile) empty = kompass_profile_new_for_evaluation (earlier);
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (KompassProfile) lund = kompass_profile_new_for_evaluation (fixture->lund);
  g_autoptr (KompassComparison) without = NULL;
  g_autoptr (KompassComparison) later = NULL;
  g_autoptr (KompassComparison) backward = NULL;
  KompassPoints low, high;

  kompass_mapping_set_total_band (mapping, 8000, 10000);
  kompass_test_set (earlier, "1", 5000);
  kompass_test_set (earlier, "", 52000);
  profile = kompass_profile_new_for_evaluation (earlier);
  later = kompass_comparison_new (fixture->lund, profile, mapping);
  assert_comparable (later, KOMPASS_COMPARABLE_TOTAL_ONLY,
                     "Edition 2002 asks other questions than edition 2010; only totals can be compared, with about 80 to "
                     "100 points added under edition 2010");
  g_assert_null (kompass_comparison_get_profile (later));
  g_assert_true (kompass_comparison_get_band (later, &low, &high));
  g_assert_cmpint (low, ==, 42000);
  g_assert_cmpint (high, ==, 44000);
  g_assert_true (kompass_comparison_get_difference_band (later, &low, &high));
  g_assert_cmpint (low, ==, 1890);
  g_assert_cmpint (high, ==, 3890);
  g_assert_cmpint (kompass_comparison_get_difference (later, kompass_evaluation_get_area_line (fixture->lund, 0)), ==,
                   UNKNOWN);
  assert_sentence (later, "Lund 2011: 458.9 of 800 points. Lund 2009: 520.0 points under edition 2002, about 420.0 to 440.0 "
                          "under edition 2010. The difference is +18.9 to +38.9.");

  /* Seen from 2009, Lund 2011 gets the points. */
  backward = kompass_comparison_new (earlier, lund, mapping);
  g_assert_true (kompass_comparison_get_band (backward, &low, &high));
  g_assert_cmpint (low, ==, 53890);
  g_assert_cmpint (high, ==, 55890);
  g_assert_true (kompass_comparison_get_difference_band (backward, &low, &high));
  g_assert_cmpint (low, ==, -3890);
  g_assert_cmpint (high, ==, -1890);

  without = kompass_comparison_new (fixture->lund, empty, mapping);
  g_assert_cmpint (kompass_comparison_get_comparable (without), ==, KOMPASS_COMPARABLE_TOTAL_ONLY);
  g_assert_false (kompass_comparison_get_band (without, &low, &high));
}

/* The sum of some areas is no total. */
static void
test_band_of_parts (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassEdition) before = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", before, fixture->edition, "");
  g_autoptr (KompassEvaluation) earlier = kompass_test_evaluation (NULL, "Lund", 2009, before, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (KompassComparison) comparison = NULL;

  kompass_mapping_set_total_band (mapping, 8000, 10000);
  kompass_test_set (earlier, "1", 5000);
  profile = kompass_profile_new_for_evaluation (earlier);
  comparison = kompass_comparison_new (fixture->lund, profile, mapping);
  g_assert_false (kompass_comparison_get_band (comparison, NULL, NULL));
}

static void
map_area (KompassMapping *mapping,
          const char     *from,
          const char     *to)
{
  g_autoptr (GError) error = NULL;

  kompass_mapping_add (mapping, from, KOMPASS_LINE_AREA, KOMPASS_RELATION_SAME, (const char *[]) { from, NULL },
                       (const char *[]) { to, NULL }, "", &error);
  g_assert_no_error (error);
}

static void
test_mapped (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", fixture->edition, later, "");
  g_autoptr (KompassEvaluation) enkoping = kompass_test_evaluation (NULL, "Enköping", 2018, later, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) by_total = kompass_test_evaluation (NULL, "Helsingborg", 2017, later, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) profile = NULL;
  g_autoptr (KompassProfile) total_profile = NULL;
  g_autoptr (KompassComparison) comparison = NULL;
  g_autoptr (KompassComparison) total = NULL;
  g_autoptr (KompassComparison) banded = NULL;
  guint covered, of;

  map_area (mapping, "1", "1");
  map_area (mapping, "7", "2");
  kompass_test_set (enkoping, "1", 7100);
  kompass_test_set (enkoping, "2", 6200);
  kompass_test_set (enkoping, "", 51900);
  kompass_test_set (by_total, "", 66800);
  profile = kompass_profile_new_for_evaluation (enkoping);
  total_profile = kompass_profile_new_for_evaluation (by_total);

  comparison = kompass_comparison_new (fixture->lund, profile, mapping);
  assert_comparable (comparison, KOMPASS_COMPARABLE_MAPPED,
                     "2 of 8 areas through the mapping between editions 2016 and 2010");
  g_assert_true (kompass_profile_is_mapped (kompass_comparison_get_profile (comparison)));
  g_assert_true (kompass_comparison_get_coverage (comparison, KOMPASS_LINE_AREA, &covered, &of));
  g_assert_cmpuint (covered, ==, 2);
  g_assert_cmpuint (of, ==, 8);
  g_assert_true (kompass_comparison_get_coverage (comparison, KOMPASS_LINE_QUESTION, &covered, &of));
  g_assert_cmpuint (covered, ==, 0);
  g_assert_cmpuint (of, ==, 45);
  assert_comparison (fixture->lund, kompass_comparison_get_profile (comparison), "1", 7100, -2880);
  assert_comparison (fixture->lund, kompass_comparison_get_profile (comparison), "2", UNKNOWN, UNKNOWN);
  assert_comparison (fixture->lund, kompass_comparison_get_profile (comparison), "7", 6200, -1040);
  assert_comparison (fixture->lund, kompass_comparison_get_profile (comparison), "", UNKNOWN, UNKNOWN);
  assert_comparison (fixture->lund, profile, "1", UNKNOWN, UNKNOWN); /* never by the number */
  assert_sentence (comparison, "Lund 2011: 458.9 of 800 points. Compared with Enköping 2018. "
                               "Below it in areas 1 and 7, most in 1 (−28.8). "
                               "2 of 8 areas through the mapping between editions 2016 and 2010.");

  /* A mapping of areas says nothing of one that is known by its total. */
  total = kompass_comparison_new (fixture->lund, total_profile, mapping);
  assert_comparable (total, KOMPASS_COMPARABLE_NONE,
                     "Nothing that is known of Helsingborg 2017 is in the mapping between editions 2016 and 2010");
  g_assert_null (kompass_comparison_get_profile (total));
  kompass_mapping_set_total_band (mapping, 1000, 2000);
  banded = kompass_comparison_new (fixture->lund, total_profile, mapping);
  g_assert_cmpint (kompass_comparison_get_comparable (banded), ==, KOMPASS_COMPARABLE_TOTAL_ONLY);
  g_assert_true (kompass_comparison_get_band (banded, NULL, NULL));
}

/* A reference group in the sentence: how many, its middle, and the place among them. */
static void
test_describe_group (Fixture       *fixture,
                     gconstpointer  data)
{
  static const KompassPoints totals[] = { 41500, 50900, 50600, 55100, 64400, UNKNOWN };
  g_autoptr (KompassProfile) group = kompass_profile_new_group ("g", "Neighbours", fixture->edition, "2014", NULL);
  g_autoptr (KompassComparison) few = NULL;
  g_autoptr (KompassComparison) many = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (KompassEvaluation) member = kompass_test_evaluation (NULL, "Ale", 2000 + i, fixture->edition,
                                                                      KOMPASS_DEPTH_TOTAL);

      if (i == 2)
        {
          few = kompass_comparison_new (fixture->lund, group, NULL);
          assert_sentence (few, "Lund 2011: 458.9 of 800 points. Neighbours (mean of 2): 462.0 points, a difference of "
                                "−3.1. Place 2 of 3.");
        }
      kompass_test_set (member, "", totals[i]);
      kompass_profile_add_member (group, kompass_evaluation_get_id (member), kompass_evaluation_get_title (member), NULL,
                                  NULL, kompass_line_get_figures (kompass_evaluation_get_total_line (member)));
    }
  many = kompass_comparison_new (fixture->lund, group, NULL);
  assert_sentence (many, "Lund 2011: 458.9 of 800 points. Neighbours (mean of 5 of 6): 525.0 points, a difference of "
                         "−66.1. The median is 509.0, the middle half from 506.0 to 551.0. Place 5 of 6.");
}

/* Several, one after another; those that are left out are named. */
static void
test_describe_several (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassEvaluation) nacka = kompass_test_evaluation (NULL, "Nacka", 2011, fixture->edition,
                                                                 KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassProfile) nacka_profile = NULL;
  g_autoptr (KompassProfile) orebro_profile = NULL;
  KompassComparison *others[3];
  g_autofree char *got = NULL;

  kompass_test_set (orebro, "", 65000);
  kompass_test_set (nacka, "", 64400);
  nacka_profile = kompass_profile_new_for_evaluation (nacka);
  orebro_profile = kompass_profile_new_for_evaluation (orebro);
  others[0] = kompass_comparison_new (fixture->lund, nacka_profile, NULL);
  others[1] = kompass_comparison_new (fixture->lund, orebro_profile, NULL);
  others[2] = kompass_comparison_new (fixture->lund, fixture->mean, NULL);
  got = kompass_compare_describe (fixture->lund, others, 3);
  g_assert_cmpstr (got, ==,
                   "Lund 2011: 458.9 of 800 points. Nacka 2011: 644.0 points, a difference of −185.1. "
                   "Örebro 2015 is left out. The edition is not known, so it is compared with no one. "
                   "Mean of the 40 latest evaluations: 455 points, a difference of +3.9. "
                   "Above it in areas 4, 5, 6, 7 and 8, most in 5 (+5.6). "
                   "Below it in areas 1, 2 and 3, most in 1 (−7.8).");
  for (guint i = 0; i < 3; i++)
    g_object_unref (others[i]);
}

#define ADD(path, function) \
  g_test_add ("/comparison/" path, Fixture, NULL, kompass_test_set_up_lund, function, kompass_test_tear_down_lund)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  ADD ("editions", test_editions);
  ADD ("lund-and-mean", test_lund_and_mean);
  ADD ("other-edition", test_other_edition);
  ADD ("two-evaluations", test_two_evaluations);
  ADD ("partial-sums", test_partial_sums);
  g_test_add_func ("/comparison/without-maxima", test_without_maxima);
  ADD ("describe/lund-and-mean", test_describe);
  ADD ("describe/itself", test_describe_itself);
  ADD ("describe/parts", test_describe_parts);
  ADD ("describe/questions", test_describe_questions);
  ADD ("extremes", test_extremes);
  ADD ("describe/unknown-edition", test_describe_unknown_edition);
  ADD ("describe/odd-names", test_describe_odd_names);
  ADD ("origin", test_origin);
  g_test_add_func ("/comparison/names", test_comparable_names);
  ADD ("same-edition", test_same_edition);
  ADD ("none", test_none);
  ADD ("band", test_band);
  ADD ("band-of-parts", test_band_of_parts);
  ADD ("mapped", test_mapped);
  ADD ("describe/group", test_describe_group);
  ADD ("describe/several", test_describe_several);

  return g_test_run ();
}
