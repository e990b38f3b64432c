/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be compared, why not, the differences of a real evaluation to a published mean, and the sentences. */
#include <locale.h>
#include <string.h>

#include "kompass-comparison.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN

typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *lund;
  KompassProfile *mean;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->lund = kompass_test_lund (fixture->edition);
  fixture->mean = kompass_test_mean (fixture->edition);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->mean);
  g_assert_finalize_object (fixture->lund);
  g_assert_finalize_object (fixture->edition);
}

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
  g_autofree char *got = kompass_compare_describe (evaluation, other);

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
  assert_description (evaluation, NULL, "Lund 2013: 54.0 of 100 points.");
  assert_description (evaluation, fixture->mean,
                      "Lund 2013: 54.0 of 100 points. Mean of the 40 latest evaluations: 455 points. "
                      "Below it in area 4 (−1.0).");
  kompass_test_set (evaluation, "5", 5650);
  kompass_test_set (evaluation, "6", 5500);
  assert_description (evaluation, fixture->mean,
                      "Lund 2013: 165.5 of 300 points. Mean of the 40 latest evaluations: 455 points. "
                      "Above it in area 5 (+0.5). Below it in area 4 (−1.0).");
  assert_description (evaluation, NULL, "Lund 2013: 165.5 of 300 points.");
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
  assert_description (evaluation, NULL, "Lund 2013: 123.0 of 715 points.");

  assert_description (copy, NULL, "Lund 2013: 459.15 of 800 points. Highest in area 8 (72%), lowest in area 1 (42%).");
  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "8.1"), KOMPASS_SCORE_NONE);
  text = kompass_compare_describe (copy, NULL);
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
  assert_description (orebro, fixture->mean, "Örebro 2015: 650 points.");
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

#define ADD(path, function) \
  g_test_add ("/comparison/" path, Fixture, NULL, set_up, function, tear_down)

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

  return g_test_run ();
}
