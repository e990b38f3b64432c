/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations: every figure of a real report, the three kinds of nothing, the three depths, printed figures, and who is
 * told of a change. */
#include <locale.h>
#include <string.h>

#include "kompass-evaluation.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN

typedef KompassTestLund Fixture;

static const KompassFigures *
figures_of (KompassEvaluation *evaluation,
            const char        *number)
{
  return kompass_line_get_figures (kompass_evaluation_find_line (evaluation, number));
}

static void
set (KompassEvaluation *evaluation,
     const char        *number,
     KompassScore       score)
{
  kompass_evaluation_set_score (evaluation, kompass_evaluation_find_line (evaluation, number), score);
}

static void
assert_points (KompassEvaluation *evaluation,
               const char        *number,
               KompassPoints      points,
               KompassPoints      maximum,
               int                percent)
{
  const KompassFigures *figures = figures_of (evaluation, number);

  g_assert_cmpint (figures->points, ==, points);
  g_assert_cmpint (figures->maximum, ==, maximum);
  g_assert_cmpint (figures->percent, ==, percent);
}

/* Lund 2011 */

static void
test_lund_lines (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();
  KompassEvaluation *lund = fixture->lund;

  g_assert_cmpuint (kompass_evaluation_get_n_lines (lund), ==, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);
      KompassLine *line = kompass_evaluation_get_line (lund, i);
      gboolean is_area = strchr (row->number, '.') == NULL;

      g_assert_cmpstr (kompass_line_get_number (line), ==, row->number);
      g_assert_cmpstr (kompass_line_get_text (line), ==, row->text);
      g_assert_cmpint (kompass_line_get_kind (line), ==, is_area ? KOMPASS_LINE_AREA : KOMPASS_LINE_QUESTION);
      g_assert_cmpint (kompass_line_get_maximum (line), ==, row->maximum);
      g_assert_cmpint (kompass_line_get_editable (line), ==, !is_area);
    }
  g_assert_cmpint (kompass_line_get_kind (kompass_evaluation_get_line (lund, rows->len)), ==, KOMPASS_LINE_TOTAL);
  g_assert_true (kompass_evaluation_get_line (lund, rows->len) == kompass_evaluation_get_total_line (lund));
}

/* Every figure on screen is the one in the report. */
static void
test_lund_figures (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();
  guint n_questions = 0;
  guint n_areas = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);
      const KompassFigures *figures = figures_of (fixture->lund, row->number);
      gboolean is_area = strchr (row->number, '.') == NULL;

      g_assert_cmpint (figures->points, ==, row->points);
      g_assert_cmpint (figures->maximum, ==, row->maximum);
      g_assert_cmpint (figures->full_maximum, ==, row->maximum);
      g_assert_cmpint (figures->percent, ==, row->percent);
      g_assert_true (figures->printed_percent_stands);
      g_assert_cmpint (figures->printed_stands, ==, is_area);
      g_assert_cmpuint (figures->scored, ==, figures->questions);
      g_assert_cmpuint (figures->not_applicable, ==, 0);
      g_assert_true (kompass_figures_is_complete (figures));
      g_assert_true (kompass_figures_is_whole (figures));
      n_questions += is_area ? figures->questions : 0;
      n_areas += is_area;
    }
  g_assert_cmpuint (n_questions, ==, 45);
  g_assert_cmpuint (n_areas, ==, 8);
}

static void
test_lund_total (Fixture       *fixture,
                 gconstpointer  data)
{
  const KompassFigures *total = figures_of (fixture->lund, "");
  static const KompassPoints sums[] = { 4225, 5180, 6430, 5970, 6160, 5640, 5160, 7150 };

  assert_points (fixture->lund, "", 45890, 80000, 57);
  g_assert_cmpint (total->sum, ==, 45915);
  g_assert_cmpint (total->full_maximum, ==, 80000);
  g_assert_true (total->printed_stands);
  g_assert_cmpuint (total->questions, ==, 45);
  g_assert_cmpuint (total->scored, ==, 45);
  g_assert_cmpuint (total->areas, ==, 8);
  g_assert_cmpuint (total->areas_known, ==, 8);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpint (kompass_line_get_figures (kompass_evaluation_get_area_line (fixture->lund, i))->sum, ==, sums[i]);
}

/* The places of the report where a reader who adds or divides gets something else, and how that is explained. */
static void
test_lund_explanations (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    const char *number;
    const char *text;
  } rows[] = {
    { "1", "The report prints 42.2; the questions add to 42.25. Reports add points before they round them." },
    { "2", NULL },
    { "4", "The report prints 59.5; the questions add to 59.7. Reports add points before they round them." },
    { "8", "The report prints 71%; the rounded points give 72%." },
    { "1.1", NULL },
    { "2.3", "The report prints 66%; the rounded points give 65%." },
    { "2.4", "The report prints 76%; the rounded points give 77%." },
    { "", "The report prints 458.9; the parts add to 459.15. Reports add points before they round them." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KompassLine *line = kompass_evaluation_find_line (fixture->lund, rows[i].number);
      g_autofree char *text = kompass_line_explain_printed (line, 1);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpint (kompass_figures_printed_deviates (kompass_line_get_figures (line)), ==, rows[i].text != NULL);
    }
}

static void
test_lund_explanations_of_changes (Fixture       *fixture,
                                   gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;
  g_autofree char *question = NULL;
  g_autofree char *area = NULL;
  g_autofree char *total = NULL;

  kompass_test_set (lund, "1.1", 600);
  question = kompass_line_explain_printed (kompass_evaluation_find_line (lund, "1.1"), 1);
  area = kompass_line_explain_printed (kompass_evaluation_find_line (lund, "1"), 1);
  total = kompass_line_explain_printed (kompass_evaluation_get_total_line (lund), 1);

  g_assert_cmpstr (question, ==, "The report prints 30%, but the points have been changed since. They are 40%.");
  g_assert_cmpstr (area, ==,
                   "The report prints 42.2, but points have been changed since. The sum 43.75 is shown. "
                   "The report prints 42%, but the points have been changed since. They are 44%.");
  /* The sum that is shown: area 1 as it is now, the others as printed. */
  g_assert_cmpint (figures_of (lund, "")->points, ==, 45890 - 4220 + 4375);
  g_assert_cmpstr (total, ==,
                   "The report prints 458.9, but points have been changed since. The sum 460.45 is shown. "
                   "The report prints 57%, but the points have been changed since. They are 58%.");
}

static void
test_printed_stand_until_changed (Fixture       *fixture,
                                  gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;

  kompass_test_set (lund, "4.3", 640);
  assert_points (lund, "4.3", 640, 2000, 32);
  assert_points (lund, "4", 5980, 10000, 60);
  g_assert_false (figures_of (lund, "4")->printed_stands);
  g_assert_false (figures_of (lund, "4.3")->printed_percent_stands);
  assert_points (lund, "", 45890 - 5950 + 5980, 80000, 57);
  g_assert_false (figures_of (lund, "")->printed_stands);
  g_assert_true (figures_of (lund, "5")->printed_stands);
  g_assert_cmpint (figures_of (lund, "4")->printed.points, ==, 5950);

  kompass_test_set (lund, "4.3", 630);
  test_lund_figures (fixture, NULL);
  test_lund_total (fixture, NULL);
}

/* Another question of the same area changed by as much the other way: the same sum, so the printed sum stands, but the
 * percents of both questions do not. */
static void
test_printed_stand_on_the_same_sum (Fixture       *fixture,
                                    gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;

  kompass_test_set (lund, "2.3", 1010);
  kompass_test_set (lund, "2.4", 1120);
  assert_points (lund, "2", 5180, 10000, 52);
  g_assert_true (figures_of (lund, "2")->printed_stands);
  assert_points (lund, "2.3", 1010, 1500, 67);
  assert_points (lund, "2.4", 1120, 1500, 75);
}

static void
test_printed_fall_when_cleared (Fixture       *fixture,
                                gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;

  set (lund, "1.1", KOMPASS_SCORE_NONE);
  assert_points (lund, "1.1", UNKNOWN, 1500, KOMPASS_PERCENT_UNKNOWN);
  assert_points (lund, "1", 4225 - 450, 8500, 44);
  assert_points (lund, "", 45890 - 4220 + 3775, 78500, 58);
  g_assert_false (kompass_figures_is_complete (figures_of (lund, "1")));
  set (lund, "1.1", KOMPASS_SCORE (450));
  test_lund_figures (fixture, NULL);
}

/* The three kinds of nothing */

static void
test_nothing_scored (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassEvaluation) empty = kompass_test_evaluation (NULL, "Lund", 2012, fixture->edition,
                                                                 KOMPASS_DEPTH_QUESTIONS);
  const KompassFigures *total = figures_of (empty, "");

  assert_points (empty, "1.1", UNKNOWN, 1500, KOMPASS_PERCENT_UNKNOWN);
  assert_points (empty, "1", UNKNOWN, 0, KOMPASS_PERCENT_UNKNOWN);
  assert_points (empty, "", UNKNOWN, 0, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (total->full_maximum, ==, 80000);
  g_assert_cmpint (total->sum, ==, UNKNOWN);
  g_assert_cmpuint (total->questions, ==, 45);
  g_assert_cmpuint (total->scored, ==, 0);
  g_assert_cmpuint (total->areas_known, ==, 0);
  g_assert_false (kompass_figures_is_complete (total));
  g_assert_false (kompass_figures_is_whole (total));
}

static void
test_three_kinds_of_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (KompassEvaluation) some = kompass_test_evaluation (NULL, "Lund", 2012, fixture->edition,
                                                                KOMPASS_DEPTH_QUESTIONS);
  const KompassFigures *area;

  set (some, "1.1", KOMPASS_SCORE (0));     /* of 15 */
  set (some, "1.2", KOMPASS_SCORE_NA);      /* of 20 */
  set (some, "1.3", KOMPASS_SCORE (1000));  /* of 25 */
  area = figures_of (some, "1");            /* 1.4 of 30 and 1.5 of 10 are not scored */

  assert_points (some, "1.1", 0, 1500, 0);
  assert_points (some, "1.2", UNKNOWN, 2000, KOMPASS_PERCENT_UNKNOWN);
  assert_points (some, "1", 1000, 4000, 25);
  g_assert_cmpint (area->full_maximum, ==, 10000);
  g_assert_cmpuint (area->questions, ==, 5);
  g_assert_cmpuint (area->scored, ==, 2);
  g_assert_cmpuint (area->not_applicable, ==, 1);
  g_assert_false (kompass_figures_is_complete (area));
  assert_points (some, "", 1000, 4000, 25);
  g_assert_cmpuint (figures_of (some, "")->areas_known, ==, 1);

  set (some, "1.4", KOMPASS_SCORE (3000));
  set (some, "1.5", KOMPASS_SCORE (0));
  assert_points (some, "1", 4000, 8000, 50);
  g_assert_true (kompass_figures_is_complete (area));

  set (some, "1.1", KOMPASS_SCORE_NA);
  assert_points (some, "1", 4000, 6500, 62);
}

static void
test_all_not_applicable (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const numbers[] = { "1.1", "1.2", "1.3", "1.4", "1.5" };
  g_autoptr (KompassEvaluation) some = kompass_test_evaluation (NULL, "Lund", 2012, fixture->edition,
                                                                KOMPASS_DEPTH_QUESTIONS);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    set (some, numbers[i], KOMPASS_SCORE_NA);
  assert_points (some, "1", UNKNOWN, 0, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpuint (figures_of (some, "1")->not_applicable, ==, 5);
  set (some, "2.1", KOMPASS_SCORE (750));
  assert_points (some, "", 750, 1500, 50);
}

/* A printed total stands for what is scored although one question is not applicable: its maximum leaves. */
static void
test_printed_beside_not_applicable (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const KompassScore scores[] = {
    { KOMPASS_SCORE_SCORED, 450 },  { KOMPASS_SCORE_SCORED, 1020 },    { KOMPASS_SCORE_SCORED, 940 },
    { KOMPASS_SCORE_SCORED, 1640 }, { KOMPASS_SCORE_NOT_APPLICABLE, UNKNOWN },
  };
  KompassEvaluation *lund = fixture->lund;
  KompassLine *area;
  KompassPrinted printed;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    kompass_evaluation_set_score (lund, kompass_evaluation_get_question_line (lund, i), scores[i]);
  area = kompass_evaluation_get_area_line (lund, 0);
  printed = (KompassPrinted) { 4040, kompass_evaluation_get_beside (lund, area), KOMPASS_PERCENT_UNKNOWN, UNKNOWN };
  g_assert_cmpint (printed.points_beside, ==, 4050);
  kompass_line_set_printed (area, &printed);
  kompass_evaluation_update (lund);

  assert_points (lund, "1", 4040, 9000, 45);
  g_assert_cmpint (figures_of (lund, "")->maximum, ==, 79000);
  g_assert_true (kompass_figures_is_complete (kompass_line_get_figures (area)));
}

/* The three depths */

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  static const KompassPoints points[] = { 4800, 4900, 6200, 4400, 4600, 4600, 4900, 7100 };
  g_autoptr (KompassEvaluation) karlskrona = kompass_test_evaluation (NULL, "Karlskrona", 2011, fixture->edition,
                                                                      KOMPASS_DEPTH_AREAS);
  const KompassFigures *total = figures_of (karlskrona, "");

  g_assert_cmpuint (kompass_evaluation_get_n_lines (karlskrona), ==, 9);
  g_assert_null (kompass_evaluation_get_question_line (karlskrona, 0));
  g_assert_null (kompass_evaluation_find_line (karlskrona, "1.1"));
  assert_points (karlskrona, "1", UNKNOWN, 0, KOMPASS_PERCENT_UNKNOWN);
  for (guint i = 0; i < 7; i++)
    kompass_evaluation_set_score (karlskrona, kompass_evaluation_get_area_line (karlskrona, i), KOMPASS_SCORE (points[i]));
  assert_points (karlskrona, "1", 4800, 10000, 48);
  assert_points (karlskrona, "", 34400, 70000, 49);
  g_assert_cmpuint (total->areas_known, ==, 7);
  g_assert_cmpuint (total->questions, ==, 0);
  g_assert_false (kompass_figures_is_complete (total));
  g_assert_false (kompass_figures_is_whole (total));

  set (karlskrona, "8", KOMPASS_SCORE (points[7]));
  assert_points (karlskrona, "", 41500, 80000, 52);
  g_assert_true (kompass_figures_is_complete (total));

  /* An area with 0 points is known. */
  set (karlskrona, "8", KOMPASS_SCORE (0));
  assert_points (karlskrona, "8", 0, 10000, 0);
  assert_points (karlskrona, "", 34400, 80000, 43);
}

/* Grästorp 2014 prints 506 where its areas add to 506; here 507, as rounded areas may. */
static void
test_areas_with_printed_total (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Grästorp", 2014, fixture->edition,
                                                                      KOMPASS_DEPTH_AREAS);
  KompassLine *total = kompass_evaluation_get_total_line (evaluation);

  for (guint i = 0; i < 8; i++)
    kompass_evaluation_set_score (evaluation, kompass_evaluation_get_area_line (evaluation, i), KOMPASS_SCORE (6300));
  set (evaluation, "", KOMPASS_SCORE (50600));
  assert_points (evaluation, "", 50600, 80000, 63);
  g_assert_cmpint (figures_of (evaluation, "")->sum, ==, 50400);
  g_assert_true (kompass_figures_printed_deviates (kompass_line_get_figures (total)));

  set (evaluation, "3", KOMPASS_SCORE (6400));
  assert_points (evaluation, "", 50500, 80000, 63);
  set (evaluation, "3", KOMPASS_SCORE (6300));
  assert_points (evaluation, "", 50600, 80000, 63);
  set (evaluation, "", KOMPASS_SCORE_NONE);
  assert_points (evaluation, "", 50400, 80000, 63);
}

/* Enköping 2018: two areas and the total are published. */
static void
test_some_areas_with_printed_total (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2015, 10000);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Enköping", 2018, edition,
                                                                      KOMPASS_DEPTH_QUESTIONS);

  g_assert_cmpint (kompass_evaluation_get_depth (evaluation), ==, KOMPASS_DEPTH_AREAS);
  set (evaluation, "1", KOMPASS_SCORE (7100));
  set (evaluation, "2", KOMPASS_SCORE (6200));
  assert_points (evaluation, "", 13300, 20000, 67);
  set (evaluation, "", KOMPASS_SCORE (51900));
  assert_points (evaluation, "", 51900, 80000, 65);
  g_assert_cmpint (figures_of (evaluation, "")->sum, ==, 13300);
  g_assert_false (kompass_figures_printed_deviates (figures_of (evaluation, "")));
  g_assert_true (kompass_figures_is_whole (figures_of (evaluation, "")));
  g_assert_null (kompass_line_explain_printed (kompass_evaluation_get_total_line (evaluation), 0));

  /* Nothing was known of the others when the total was noted, so learning of one is no reason to doubt it. */
  set (evaluation, "3", KOMPASS_SCORE (6000));
  assert_points (evaluation, "", 51900, 80000, 65);
}

static void
test_total (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassEvaluation) nacka = kompass_test_evaluation (NULL, "Nacka", 2011, fixture->edition, KOMPASS_DEPTH_TOTAL);
  KompassLine *total = kompass_evaluation_get_total_line (nacka);

  g_assert_cmpuint (kompass_evaluation_get_n_lines (nacka), ==, 1);
  g_assert_true (kompass_line_get_editable (total));
  g_assert_null (kompass_evaluation_get_area_line (nacka, 0));
  assert_points (nacka, "", UNKNOWN, 0, KOMPASS_PERCENT_UNKNOWN);
  set (nacka, "", KOMPASS_SCORE (64400));
  assert_points (nacka, "", 64400, 80000, 81);
  g_assert_true (kompass_score_equal (kompass_line_get_score (total), KOMPASS_SCORE (64400)));
}

static void
test_unknown_edition (void)
{
  g_autoptr (KompassEvaluation) orebro = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_QUESTIONS);

  g_assert_null (kompass_evaluation_get_edition (orebro));
  g_assert_cmpint (kompass_evaluation_get_depth (orebro), ==, KOMPASS_DEPTH_TOTAL);
  g_assert_cmpuint (kompass_evaluation_get_n_lines (orebro), ==, 1);
  set (orebro, "", KOMPASS_SCORE (65000));
  assert_points (orebro, "", 65000, UNKNOWN, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (figures_of (orebro, "")->full_maximum, ==, UNKNOWN);
}

/* 2002: half points occur, the maxima are not known. */
static void
test_edition_without_maxima (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2005, edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_edition_validate (edition, &error));
  g_assert_cmpint (kompass_edition_get_maximum (edition), ==, UNKNOWN);
  set (evaluation, "1", KOMPASS_SCORE (6150));
  assert_points (evaluation, "1", 6150, UNKNOWN, KOMPASS_PERCENT_UNKNOWN);
  assert_points (evaluation, "", 6150, UNKNOWN, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpuint (figures_of (evaluation, "")->areas_known, ==, 1);
  g_assert_false (kompass_figures_is_whole (figures_of (evaluation, "")));
}

/* A percent that is printed where no maximum is known cannot be held against anything. */
static void
test_percent_without_maximum (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2005, edition, KOMPASS_DEPTH_AREAS);
  KompassLine *line = kompass_evaluation_find_line (evaluation, "1");
  const KompassPoints besides[] = { UNKNOWN, 4711 }; /* the points have been changed since, or not */

  for (guint i = 0; i < G_N_ELEMENTS (besides); i++)
    {
      kompass_line_set_printed (line, &(KompassPrinted) { 6150, UNKNOWN, 62, besides[i] });
      kompass_evaluation_update (evaluation);
      g_assert_cmpint (kompass_line_get_figures (line)->printed_percent_stands, ==, besides[i] == UNKNOWN);
      g_assert_false (kompass_figures_printed_deviates (kompass_line_get_figures (line)));
      g_assert_null (kompass_line_explain_printed (line, 1));
    }
}

static void
test_shown_maximum (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2013, fixture->edition,
                                                                      KOMPASS_DEPTH_QUESTIONS);

  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "1")), ==, 10000);
  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "")), ==, 80000);
  set (evaluation, "1.1", KOMPASS_SCORE (450));
  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "1.1")), ==, 1500);
  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "1")), ==, 1500);
  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "2")), ==, 10000);
  g_assert_cmpint (kompass_figures_get_shown_maximum (figures_of (evaluation, "")), ==, 1500);
}

static void
assert_described (KompassEvaluation *evaluation,
                  const char        *number,
                  const char        *words)
{
  g_autofree char *got = kompass_line_describe_points (kompass_evaluation_find_line (evaluation, number), 1);

  g_assert_cmpstr (got, ==, words);
}

static void
test_describe_points (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KompassEdition) older = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassEvaluation) questions = kompass_test_evaluation (NULL, "Lund", 2013, fixture->edition,
                                                                     KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (KompassEvaluation) areas = kompass_test_evaluation (NULL, "Lund", 2013, fixture->edition,
                                                                 KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) old = kompass_test_evaluation (NULL, "Lund", 2005, older, KOMPASS_DEPTH_AREAS);
  const KompassArea *area = kompass_edition_get_area (fixture->edition, 0);

  assert_described (fixture->lund, "1.2", "10.2 of 20 · 51%");
  assert_described (fixture->lund, "", "458.9 of 800 · 57%");

  assert_described (questions, "1.2", "Not scored, at most 20");
  assert_described (questions, "1", "Not scored, at most 100");
  assert_described (questions, "", "Not scored, at most 800");
  set (questions, "1.2", KOMPASS_SCORE (0));
  assert_described (questions, "1.2", "0.0 of 20 · 0%");
  assert_described (questions, "1", "0.0 of 20 · 0%");
  for (guint i = 0; i < area->n_questions; i++)
    kompass_evaluation_set_score (questions, kompass_evaluation_get_question_line (questions, i), KOMPASS_SCORE_NA);
  assert_described (questions, "1.2", "Not applicable");
  assert_described (questions, "1", "Not applicable");
  assert_described (questions, "", "Not scored, at most 800");

  assert_described (areas, "1", "Not known, at most 100");
  assert_described (areas, "", "Not known, at most 800");
  set (areas, "1", KOMPASS_SCORE (5000));
  assert_described (areas, "1", "50.0 of 100 · 50%");

  assert_described (old, "1", "Not known");
  set (old, "1", KOMPASS_SCORE (5000));
  assert_described (old, "1", "50.0");
  kompass_line_set_printed (kompass_evaluation_find_line (old, "1"), &(KompassPrinted) { 5000, UNKNOWN, 50, UNKNOWN });
  kompass_evaluation_update (old);
  assert_described (old, "1", "50.0 · 50%");
}

/* An edition whose questions are known for one area alone. */
static void
test_edition_with_some_questions (void)
{
  g_autoptr (KompassEdition) edition = kompass_edition_new (KOMPASS_TEST_EDITION_2016, "2016", 2016, 0, NULL);
  g_autoptr (KompassEvaluation) evaluation = NULL;
  KompassPrinted printed = { 6000, UNKNOWN, KOMPASS_PERCENT_UNKNOWN, UNKNOWN };

  kompass_edition_add_area (edition, 1, "One", 10000);
  kompass_edition_add_question (edition, "1.1", "Everything?", 10000);
  kompass_edition_add_area (edition, 2, "Two", 10000);
  evaluation = kompass_test_evaluation (NULL, "Lund", 2017, edition, KOMPASS_DEPTH_QUESTIONS);
  set (evaluation, "1.1", KOMPASS_SCORE (4000));
  kompass_line_set_printed (kompass_evaluation_find_line (evaluation, "2"), &printed);
  kompass_evaluation_update (evaluation);

  assert_points (evaluation, "", 10000, 20000, 50);
  g_assert_cmpint (figures_of (evaluation, "")->sum, ==, 10000);
}

/* Figures that no report has do not overflow. */
static void
test_huge_figures (void)
{
  KompassFigures questions[300];
  KompassPrinted none = KOMPASS_PRINTED_NONE;
  KompassFigures area;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    questions[i] = kompass_figures_for_question (KOMPASS_SCORE (KOMPASS_POINTS_LIMIT), KOMPASS_POINTS_LIMIT, &none);
  area = kompass_figures_for_area (questions, G_N_ELEMENTS (questions), KOMPASS_POINTS_LIMIT, &none);
  g_assert_cmpint (area.points, ==, G_MAXINT32);
  g_assert_cmpint (area.maximum, ==, G_MAXINT32);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    questions[i] = area;
  area = kompass_figures_for_total (questions, G_N_ELEMENTS (questions), UNKNOWN, &none);
  g_assert_cmpint (area.points, ==, G_MAXINT32);
  g_assert_cmpint (area.percent, ==, 100);
}

/* Who is told */

typedef struct
{
  GPtrArray *notified; /* of the numbers of lines, in order */
  guint changed;
  guint items_changed;
} Told;

static void
figures_cb (KompassLine *line,
            GParamSpec  *pspec,
            Told        *told)
{
  g_ptr_array_add (told->notified, (gpointer) kompass_line_get_number (line));
}

static void
changed_cb (KompassEvaluation *evaluation,
            Told              *told)
{
  told->changed++;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Told       *told)
{
  g_assert_cmpuint (told->changed, ==, 0);
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (added, ==, g_list_model_get_n_items (model));
  told->items_changed++;
}

static void
listen (KompassEvaluation *evaluation,
        Told              *told)
{
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    g_signal_connect (kompass_evaluation_get_line (evaluation, i), "notify::figures", G_CALLBACK (figures_cb), told);
  g_signal_connect (evaluation, "changed", G_CALLBACK (changed_cb), told);
  g_signal_connect (evaluation, "items-changed", G_CALLBACK (items_changed_cb), told);
}

static void
assert_told (Told       *told,
             const char *lines,
             guint       changed)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (told->notified, NULL);
  joined = g_strjoinv (" ", (char **) told->notified->pdata);
  g_assert_cmpstr (joined, ==, lines);
  g_assert_cmpuint (told->changed, ==, changed);
  g_ptr_array_set_size (told->notified, 0);
  told->changed = 0;
}

static void
test_notifications (Fixture       *fixture,
                    gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;
  Told told = { g_ptr_array_new (), 0, 0 };

  listen (lund, &told);
  kompass_test_set (lund, "3.2", 1800);
  assert_told (&told, "3.2 3 ", 1); /* the number of the total is empty */
  kompass_test_set (lund, "3.2", 1800);
  assert_told (&told, "", 0);
  kompass_evaluation_update (lund);
  assert_told (&told, "", 0);
  kompass_test_set (lund, "3.2", 1700);
  assert_told (&told, "3.2 3 ", 1);
  set (lund, "8.6", KOMPASS_SCORE_NONE);
  assert_told (&told, "8.6 8 ", 1);
  set (lund, "8.6", KOMPASS_SCORE_NA); /* nothing becomes another nothing: counts differ */
  assert_told (&told, "8.6 8 ", 1);
  g_ptr_array_unref (told.notified);
}

static void
test_notify_names (Fixture       *fixture,
                   gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;
  guint titles = 0;
  guint sources = 0;

  g_signal_connect_swapped (lund, "notify::title", G_CALLBACK (g_atomic_int_inc), &titles);
  g_signal_connect_swapped (lund, "notify::source", G_CALLBACK (g_atomic_int_inc), &sources);
  kompass_evaluation_set_year (lund, 2011);
  kompass_evaluation_set_municipality (lund, "x", "Lund", "SE");
  kompass_evaluation_set_source (lund, "");
  kompass_evaluation_set_source (lund, NULL);
  g_assert_cmpuint (titles, ==, 0);
  g_assert_cmpuint (sources, ==, 0);
  kompass_evaluation_set_year (lund, 2012);
  kompass_evaluation_set_municipality (lund, "x", "Sund", "NO");
  kompass_evaluation_set_source (lund, "a report");
  g_assert_cmpuint (titles, ==, 2);
  g_assert_cmpuint (sources, ==, 1);
  g_assert_cmpstr (kompass_evaluation_get_title (lund), ==, "Sund (NO) 2012");
}

static void
test_assign (Fixture       *fixture,
             gconstpointer  data)
{
  KompassEvaluation *lund = fixture->lund;
  g_autoptr (KompassEvaluation) fresh = kompass_test_lund (fixture->edition);
  Told told = { g_ptr_array_new (), 0, 0 };

  listen (lund, &told);
  kompass_evaluation_assign (lund, fresh);
  assert_told (&told, "", 0);

  kompass_test_set (fresh, "5.1", 700);
  kompass_test_set (fresh, "6.1", 0);
  kompass_evaluation_set_source (fresh, "a report");
  kompass_evaluation_set_decimals (fresh, 2);
  kompass_evaluation_set_is_example (fresh, TRUE);
  kompass_evaluation_set_year (fresh, 2013);
  kompass_evaluation_assign (lund, fresh);
  assert_told (&told, "5.1 6.1 5 6 ", 1);
  g_assert_cmpuint (told.items_changed, ==, 0);
  g_assert_cmpstr (kompass_evaluation_get_source (lund), ==, "a report");
  g_assert_cmpuint (kompass_evaluation_get_decimals (lund), ==, 2);
  g_assert_true (kompass_evaluation_get_is_example (lund));
  g_assert_cmpstr (kompass_evaluation_get_title (lund), ==, "Lund 2013");
  for (guint i = 0; i < kompass_evaluation_get_n_lines (lund); i++)
    g_assert_true (kompass_figures_equal (kompass_line_get_figures (kompass_evaluation_get_line (lund, i)),
                                          kompass_line_get_figures (kompass_evaluation_get_line (fresh, i))));
  g_ptr_array_unref (told.notified);
}

/* Another depth means other lines: a list hears of them first, then that figures have changed. */
static void
test_assign_other_depth (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (KompassEvaluation) other = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition,
                                                                 KOMPASS_DEPTH_AREAS);
  KompassEvaluation *lund = fixture->lund;
  Told told = { g_ptr_array_new (), 0, 0 };

  set (other, "8", KOMPASS_SCORE (7150));
  listen (lund, &told);
  kompass_evaluation_assign (lund, other);
  g_assert_cmpuint (told.items_changed, ==, 1);
  g_assert_cmpuint (told.changed, ==, 1);
  g_assert_cmpuint (kompass_evaluation_get_n_lines (lund), ==, 9);
  assert_points (lund, "8", 7150, 10000, 72);
  assert_points (lund, "", 7150, 10000, 72);
  g_ptr_array_unref (told.notified);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = NULL;

  set (fixture->lund, "1.1", KOMPASS_SCORE_NONE);
  set (fixture->lund, "1.2", KOMPASS_SCORE_NA);
  kompass_evaluation_set_source (fixture->lund, "a report");
  kompass_evaluation_set_is_example (fixture->lund, TRUE);
  copy = kompass_evaluation_copy (fixture->lund, "copy", 2012);

  g_assert_cmpstr (kompass_evaluation_get_id (copy), ==, "copy");
  g_assert_cmpstr (kompass_evaluation_get_title (copy), ==, "Lund 2012");
  g_assert_cmpstr (kompass_evaluation_get_source (copy), ==, "");
  g_assert_false (kompass_evaluation_get_is_example (copy));
  g_assert_cmpuint (kompass_evaluation_get_decimals (copy), ==, 1);
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (copy), ==,
                   kompass_evaluation_get_municipality_id (fixture->lund));
  for (guint i = 0; i < 45; i++)
    g_assert_true (kompass_score_equal (kompass_line_get_score (kompass_evaluation_get_question_line (copy, i)),
                                        kompass_line_get_score (kompass_evaluation_get_question_line (fixture->lund, i))));
  g_assert_cmpint (figures_of (copy, "4")->points, ==, 5970);
  g_assert_cmpint (figures_of (copy, "4")->printed.points, ==, UNKNOWN);
  g_assert_cmpint (figures_of (copy, "2.4")->percent, ==, 77);
}

static void
test_copy_of_printed_figures (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (KompassEvaluation) old = kompass_test_evaluation (NULL, "Lund", 2014, fixture->edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) copy = NULL;

  for (guint i = 0; i < 8; i++)
    kompass_evaluation_set_score (old, kompass_evaluation_get_area_line (old, i), KOMPASS_SCORE (6000));
  set (old, "", KOMPASS_SCORE (48200));
  copy = kompass_evaluation_copy (old, "copy", 2015);
  assert_points (copy, "3", 6000, 10000, 60);
  assert_points (copy, "", 48200, 80000, 60);
  set (copy, "3", KOMPASS_SCORE (6100));
  assert_points (copy, "", 48100, 80000, 60);
  assert_points (old, "3", 6000, 10000, 60);
}

/* A list model, for widgets that show the lines. */
static void
test_list_model (Fixture       *fixture,
                 gconstpointer  data)
{
  GListModel *model = G_LIST_MODEL (fixture->lund);
  g_autoptr (KompassLine) line = g_list_model_get_item (model, 1);
  KompassFigures *figures = NULL;

  g_assert_true (g_list_model_get_item_type (model) == KOMPASS_TYPE_LINE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 54);
  g_assert_cmpstr (kompass_line_get_number (line), ==, "1.1");
  g_assert_null (g_list_model_get_item (model, 54));
  g_object_get (line, "figures", &figures, NULL);
  g_assert_cmpint (figures->points, ==, 450);
  g_boxed_free (KOMPASS_TYPE_FIGURES, figures);
}

/* Names */

static void
test_depth_names (void)
{
  static const KompassDepth depths[] = { KOMPASS_DEPTH_TOTAL, KOMPASS_DEPTH_AREAS, KOMPASS_DEPTH_QUESTIONS };
  KompassDepth depth;

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_assert_true (kompass_depth_from_name (kompass_depth_get_name (depths[i]), &depth));
      g_assert_cmpint (depth, ==, depths[i]);
    }
  g_assert_false (kompass_depth_from_name ("deep", &depth));
  g_assert_false (kompass_depth_from_name (NULL, &depth));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return kompass_swedish_collate (*(const char * const *) a, *(const char * const *) b);
}

static void
test_collation (void)
{
  static const char * const ordered[] = {
    "Ale",  "Alvesta", "Aneby", "Boden",    "Borås", "Eda",     "Éda",      "Lund", "Lunda",          "Sund",
    "Upplands Väsby", "Upplands-Bro", "Vara", "Växjö", "Zinkgruvan", "Åmål", "Åre", "Älmhult", "Ängelholm", "Ærø",
    "Öckerö", "Ørsta", "Östersund",
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = G_N_ELEMENTS (ordered); i > 0; i--)
    g_ptr_array_add (names, (gpointer) ordered[i - 1]);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), ==, ordered[i]);

  g_assert_cmpint (kompass_swedish_collate ("Lund", "Lund"), ==, 0);
  g_assert_cmpint (kompass_swedish_collate ("", "A"), <, 0);
  g_assert_cmpint (kompass_swedish_collate ("ÅRE", "åsa"), <, 0);
  /* A and a ring is Å, wherever the name was typed. */
  g_assert_cmpint (kompass_swedish_collate ("A\xcc\x8are", "Zinkgruvan"), >, 0);
  g_assert_cmpint (kompass_swedish_collate ("A\xcc\x8are", "Årf"), <, 0);
  /* Bytes that are no text are compared, not read beyond. */
  g_assert_cmpint (kompass_swedish_collate ("Lund\xc3", "Lund"), >, 0);
  g_assert_cmpint (kompass_swedish_collate ("\xf0", "\xf0"), ==, 0);
}

static void
test_municipality_names (void)
{
  g_autofree char *swedish = kompass_municipality_format_name ("Lund", "SE");
  g_autofree char *norwegian = kompass_municipality_format_name ("Sund", "NO");
  g_autofree char *somewhere = kompass_municipality_format_name ("Lund", NULL);
  g_autofree char *nothing = kompass_municipality_format_name (NULL, NULL);

  g_assert_cmpstr (swedish, ==, "Lund");
  g_assert_cmpstr (norwegian, ==, "Sund (NO)");
  g_assert_cmpstr (somewhere, ==, "Lund");
  g_assert_cmpstr (nothing, ==, "");
}

#define ADD(path, function) \
  g_test_add ("/evaluation/" path, Fixture, NULL, kompass_test_set_up_lund, function, kompass_test_tear_down_lund)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  ADD ("lund/lines", test_lund_lines);
  ADD ("lund/figures", test_lund_figures);
  ADD ("lund/total", test_lund_total);
  ADD ("lund/explanations", test_lund_explanations);
  ADD ("lund/explanations-of-changes", test_lund_explanations_of_changes);
  ADD ("printed/stand-until-changed", test_printed_stand_until_changed);
  ADD ("printed/stand-on-the-same-sum", test_printed_stand_on_the_same_sum);
  ADD ("printed/fall-when-cleared", test_printed_fall_when_cleared);
  ADD ("printed/beside-not-applicable", test_printed_beside_not_applicable);
  ADD ("nothing/scored", test_nothing_scored);
  ADD ("nothing/three-kinds", test_three_kinds_of_nothing);
  ADD ("nothing/all-not-applicable", test_all_not_applicable);
  ADD ("depth/areas", test_areas);
  ADD ("depth/areas-with-printed-total", test_areas_with_printed_total);
  ADD ("depth/some-areas-with-printed-total", test_some_areas_with_printed_total);
  ADD ("depth/total", test_total);
  g_test_add_func ("/evaluation/depth/unknown-edition", test_unknown_edition);
  g_test_add_func ("/evaluation/depth/edition-without-maxima", test_edition_without_maxima);
  g_test_add_func ("/evaluation/depth/percent-without-maximum", test_percent_without_maximum);
  ADD ("figures/described", test_describe_points);
  ADD ("figures/shown-maximum", test_shown_maximum);
  g_test_add_func ("/evaluation/depth/edition-with-some-questions", test_edition_with_some_questions);
  g_test_add_func ("/evaluation/depth/names", test_depth_names);
  g_test_add_func ("/evaluation/huge-figures", test_huge_figures);
  ADD ("told/lines", test_notifications);
  ADD ("told/names", test_notify_names);
  ADD ("assign/same-depth", test_assign);
  ADD ("assign/other-depth", test_assign_other_depth);
  ADD ("copy/questions", test_copy);
  ADD ("copy/printed-figures", test_copy_of_printed_figures);
  ADD ("list-model", test_list_model);
  g_test_add_func ("/evaluation/names/collation", test_collation);
  g_test_add_func ("/evaluation/names/municipality", test_municipality_names);

  return g_test_run ();
}
