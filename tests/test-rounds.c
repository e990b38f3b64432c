/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of one municipality: their order, what is joined and how, and what has changed; Karlskrona and Strängnäs as they
 * are published, and rounds across a mapping and across 2010. */
#include <locale.h>

#include "kompass-rounds.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define AREA KOMPASS_LINE_AREA
#define QUESTION KOMPASS_LINE_QUESTION
#define TOTAL KOMPASS_LINE_TOTAL
#define NONE KOMPASS_ROUNDS_LINK_NONE
#define SOLID KOMPASS_ROUNDS_LINK_SOLID
#define DASHED KOMPASS_ROUNDS_LINK_DASHED

typedef struct
{
  KompassEdition *edition;
  KompassEdition *later;
  GPtrArray *evaluations;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  fixture->evaluations = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->evaluations);
  g_assert_finalize_object (fixture->edition);
  g_assert_finalize_object (fixture->later);
}

static KompassEvaluation *
add (Fixture             *fixture,
     const char          *municipality,
     guint                year,
     KompassEdition      *edition,
     const KompassPoints *areas,
     KompassPoints        total)
{
  KompassEvaluation *evaluation = kompass_test_evaluation (NULL, municipality, year, edition,
                                                           areas != NULL ? KOMPASS_DEPTH_AREAS : KOMPASS_DEPTH_TOTAL);

  kompass_evaluation_set_decimals (evaluation, 0);
  for (guint i = 0; areas != NULL && i < 8; i++)
    if (areas[i] != UNKNOWN)
      kompass_evaluation_set_score (evaluation, kompass_evaluation_get_area_line (evaluation, i), KOMPASS_SCORE (areas[i]));
  kompass_test_set (evaluation, "", total);
  g_ptr_array_add (fixture->evaluations, evaluation);

  return evaluation;
}

static void
assert_figure (KompassRounds     *rounds,
               guint              round,
               KompassLineKind    kind,
               guint              index,
               KompassPoints      points,
               KompassRoundsLink  link,
               KompassPoints      difference)
{
  g_assert_cmpint (kompass_rounds_get_points (rounds, round, kind, index, NULL), ==, points);
  g_assert_cmpint (kompass_rounds_get_link (rounds, round, kind, index), ==, link);
  g_assert_cmpint (kompass_rounds_get_difference (rounds, round, kind, index), ==, difference);
}

static const KompassPoints karlskrona_2011[] = { 4800, 4900, 6200, 4400, 4600, 4600, 4900, 7100 };
static const KompassPoints karlskrona_2014[] = { 6900, 6700, 6500, 6100, 5300, 5400, 7300, 6700 };

static void
test_karlskrona (Fixture       *fixture,
                 gconstpointer  data)
{
  KompassEvaluation *later = add (fixture, "Karlskrona", 2014, fixture->edition, karlskrona_2014, 50900);
  KompassEvaluation *first = add (fixture, "Karlskrona", 2011, fixture->edition, karlskrona_2011, 41500);
  g_autoptr (KompassRounds) rounds = kompass_rounds_new (later, fixture->evaluations, NULL);
  KompassPoints maximum;

  g_assert_cmpuint (kompass_rounds_get_n (rounds), ==, 2);
  g_assert_true (kompass_rounds_get_own (rounds) == later);
  g_assert_true (kompass_rounds_get_evaluation (rounds, 0) == first);
  g_assert_true (kompass_rounds_get_evaluation (rounds, 1) == later);
  g_assert_null (kompass_rounds_get_step (rounds, 0));
  g_assert_nonnull (kompass_rounds_get_step (rounds, 1));
  for (guint i = 0; i < 8; i++)
    {
      assert_figure (rounds, 0, AREA, i, karlskrona_2011[i], SOLID, UNKNOWN);
      assert_figure (rounds, 1, AREA, i, karlskrona_2014[i], NONE, karlskrona_2014[i] - karlskrona_2011[i]);
    }
  assert_figure (rounds, 0, TOTAL, 0, 41500, SOLID, UNKNOWN);
  assert_figure (rounds, 1, TOTAL, 0, 50900, NONE, 9400);
  assert_figure (rounds, 0, QUESTION, 0, UNKNOWN, NONE, UNKNOWN);
  kompass_rounds_get_points (rounds, 0, AREA, 0, &maximum);
  g_assert_cmpint (maximum, ==, 10000);
  g_assert_false (kompass_rounds_get_band (rounds, 0, NULL, NULL));
}

/* Two editions: the totals are joined by a dashed line and not subtracted; area 1 is not area 1. */
static void
test_strangnas (Fixture       *fixture,
                gconstpointer  data)
{
  static const KompassPoints before[] = { 5400, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN };
  static const KompassPoints after[] = { 6300, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN };
  KompassEvaluation *first = add (fixture, "Strängnäs", 2014, fixture->edition, before, 43700);
  KompassEvaluation *later = add (fixture, "Strängnäs", 2016, fixture->later, after, 49700);
  g_autoptr (KompassRounds) from_later = kompass_rounds_new (later, fixture->evaluations, NULL);
  g_autoptr (KompassRounds) from_first = kompass_rounds_new (first, fixture->evaluations, NULL);

  assert_figure (from_later, 0, TOTAL, 0, 43700, DASHED, UNKNOWN);
  assert_figure (from_later, 1, TOTAL, 0, 49700, NONE, UNKNOWN);
  assert_figure (from_later, 0, AREA, 0, UNKNOWN, NONE, UNKNOWN);
  assert_figure (from_later, 1, AREA, 0, 6300, NONE, UNKNOWN);
  assert_figure (from_first, 0, AREA, 0, 5400, NONE, UNKNOWN);
  assert_figure (from_first, 1, AREA, 0, UNKNOWN, NONE, UNKNOWN);
  g_assert_cmpint (kompass_comparison_get_comparable (kompass_rounds_get_step (from_later, 1)), ==,
                   KOMPASS_COMPARABLE_NONE);
  g_assert_cmpstr (kompass_comparison_get_reason (kompass_rounds_get_comparison (from_later, 0)), ==,
                   "Edition 2010 asks other questions than edition 2016");
}

/* Through a mapping, areas are joined by a dashed line. */
static void
test_mapped (Fixture       *fixture,
             gconstpointer  data)
{
  static const KompassPoints before[] = { 5400, 5000, 5000, 5000, 5000, 5000, 5000, 5000 };
  static const KompassPoints after[] = { 6300, 5000, 5000, 5000, 5000, 5000, 5000, 5000 };
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", fixture->edition, fixture->later, "");
  g_autoptr (GPtrArray) mappings = g_ptr_array_new ();
  g_autoptr (KompassRounds) rounds = NULL;
  g_autoptr (GError) error = NULL;
  KompassEvaluation *later;

  kompass_mapping_add (mapping, "i", AREA, KOMPASS_RELATION_SAME, (const char *[]) { "1", NULL },
                       (const char *[]) { "1", NULL }, "", &error);
  g_assert_no_error (error);
  g_ptr_array_add (mappings, mapping);
  add (fixture, "Ale", 2012, fixture->edition, before, 40400);
  add (fixture, "Ale", 2014, fixture->edition, before, 40400);
  later = add (fixture, "Ale", 2016, fixture->later, after, 41300);
  rounds = kompass_rounds_new (later, fixture->evaluations, mappings);
  /* Both earlier rounds are seen through the mapping. */
  assert_figure (rounds, 0, AREA, 0, 5400, DASHED, UNKNOWN);
  assert_figure (rounds, 1, AREA, 0, 5400, DASHED, 0);
  assert_figure (rounds, 2, AREA, 0, 6300, NONE, 900);
  assert_figure (rounds, 0, AREA, 1, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 2, AREA, 1, 5000, NONE, UNKNOWN);
  assert_figure (rounds, 0, TOTAL, 0, 40400, SOLID, UNKNOWN);
  assert_figure (rounds, 1, TOTAL, 0, 40400, DASHED, 0);
  assert_figure (rounds, 2, TOTAL, 0, 41300, NONE, UNKNOWN);
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", edition, fixture->edition, "");
  g_autoptr (GPtrArray) mappings = g_ptr_array_new ();
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (fixture->edition);
  g_autoptr (KompassRounds) rounds = NULL;
  KompassPoints low, high;

  kompass_mapping_set_total_band (mapping, 8000, 10000);
  g_ptr_array_add (mappings, mapping);
  add (fixture, "Lund", 2009, edition, NULL, 52000);
  rounds = kompass_rounds_new (lund, fixture->evaluations, mappings); /* the own round is added */
  g_assert_cmpuint (kompass_rounds_get_n (rounds), ==, 2);
  assert_figure (rounds, 0, TOTAL, 0, 52000, DASHED, UNKNOWN);
  assert_figure (rounds, 1, TOTAL, 0, 45890, NONE, UNKNOWN);
  g_assert_true (kompass_rounds_get_band (rounds, 0, &low, &high));
  g_assert_cmpint (low, ==, 42000);
  g_assert_cmpint (high, ==, 44000);
  g_assert_false (kompass_rounds_get_band (rounds, 1, &low, &high));
}

/* Over a round that lacks a figure nothing is joined; half a round is none; where the edition is not known, no line. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  static const KompassPoints parts[] = { 5400, UNKNOWN, 5000, 5000, 5000, 5000, 5000, 5000 };
  KompassEvaluation *own = add (fixture, "Örebro", 2014, fixture->edition, karlskrona_2014, 50900);
  KompassEvaluation *half = kompass_test_evaluation (NULL, "Örebro", 2015, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (KompassRounds) rounds = NULL;

  g_ptr_array_add (fixture->evaluations, half);
  kompass_test_set (half, "1.1", 450);
  add (fixture, "Örebro", 2011, fixture->edition, karlskrona_2011, 41500);
  add (fixture, "Örebro", 2012, fixture->edition, parts, UNKNOWN);
  add (fixture, "Örebro", 2016, NULL, NULL, 65000);
  rounds = kompass_rounds_new (own, fixture->evaluations, NULL);
  g_assert_cmpuint (kompass_rounds_get_n (rounds), ==, 5);
  assert_figure (rounds, 0, AREA, 1, 4900, NONE, UNKNOWN);
  assert_figure (rounds, 1, AREA, 1, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 2, AREA, 1, 6700, NONE, UNKNOWN);
  assert_figure (rounds, 0, AREA, 0, 4800, SOLID, UNKNOWN);
  assert_figure (rounds, 1, AREA, 0, 5400, SOLID, 600);
  assert_figure (rounds, 0, TOTAL, 0, 41500, NONE, UNKNOWN);
  assert_figure (rounds, 1, TOTAL, 0, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 3, AREA, 0, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 3, QUESTION, 0, 450, NONE, UNKNOWN);
  assert_figure (rounds, 3, TOTAL, 0, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 4, TOTAL, 0, 65000, NONE, UNKNOWN);
}

/* Question by question where both rounds have it in one edition. */
static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (fixture->edition);
  KompassEvaluation *next = kompass_evaluation_copy (lund, "00000000-0000-4000-8000-000000000223", 2013);
  g_autoptr (KompassRounds) rounds = NULL;

  g_ptr_array_add (fixture->evaluations, next);
  kompass_test_set (next, "1.1", 900);
  kompass_evaluation_set_score (next, kompass_evaluation_find_line (next, "1.2"), KOMPASS_SCORE_NA);
  rounds = kompass_rounds_new (lund, fixture->evaluations, NULL);
  assert_figure (rounds, 0, QUESTION, 0, 450, SOLID, UNKNOWN);
  assert_figure (rounds, 1, QUESTION, 0, 900, NONE, 450);
  assert_figure (rounds, 0, QUESTION, 1, 1020, NONE, UNKNOWN);
  assert_figure (rounds, 1, QUESTION, 1, UNKNOWN, NONE, UNKNOWN);
  assert_figure (rounds, 1, AREA, 2, 6430, NONE, -10);
}

#define ADD(path, function) \
  g_test_add ("/rounds/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  ADD ("karlskrona", test_karlskrona);
  ADD ("strangnas", test_strangnas);
  ADD ("mapped", test_mapped);
  ADD ("band", test_band);
  ADD ("gaps", test_gaps);
  ADD ("questions", test_questions);

  return g_test_run ();
}
