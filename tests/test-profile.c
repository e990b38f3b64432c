/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference groups of evaluations: who counts for what, means, places, and groups and evaluations seen through a
 * mapping. Also the derivation from plain arrays, which groups are loaded by. */
#include "kompass-profile.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define AREA KOMPASS_LINE_AREA
#define QUESTION KOMPASS_LINE_QUESTION
#define TOTAL KOMPASS_LINE_TOTAL

typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *lund;
  KompassProfile *group;
} Fixture;

/* By way of an evaluation, as the library does by way of plain arrays. */
static void
add_member (KompassProfile    *group,
            KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_profile_get_edition (group);
  g_autofree KompassFigures *questions = g_new0 (KompassFigures, kompass_edition_get_n_questions (edition) + 1);
  g_autofree KompassFigures *areas = g_new0 (KompassFigures, kompass_edition_get_n_areas (edition));
  gboolean has_questions = kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS;
  gboolean has_areas = kompass_evaluation_get_depth (evaluation) != KOMPASS_DEPTH_TOTAL;

  for (guint i = 0; has_questions && i < kompass_edition_get_n_questions (edition); i++)
    questions[i] = *kompass_line_get_figures (kompass_evaluation_get_question_line (evaluation, i));
  for (guint i = 0; has_areas && i < kompass_edition_get_n_areas (edition); i++)
    areas[i] = *kompass_line_get_figures (kompass_evaluation_get_area_line (evaluation, i));
  kompass_profile_add_member (group, kompass_evaluation_get_id (evaluation), kompass_evaluation_get_title (evaluation),
                              has_questions ? questions : NULL, has_areas ? areas : NULL,
                              kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation)));
}

/* A published result: the areas, and the total. */
static KompassEvaluation *
create_published (const char          *municipality,
                  KompassEdition      *edition,
                  const KompassPoints *areas,
                  KompassPoints        total)
{
  KompassEvaluation *evaluation = kompass_test_evaluation (NULL, municipality, 2014, edition,
                                                           areas != NULL ? KOMPASS_DEPTH_AREAS : KOMPASS_DEPTH_TOTAL);

  for (guint i = 0; areas != NULL && i < 8; i++)
    if (areas[i] != UNKNOWN)
      kompass_evaluation_set_score (evaluation, kompass_evaluation_get_area_line (evaluation, i), KOMPASS_SCORE (areas[i]));
  kompass_test_set (evaluation, "", total);

  return evaluation;
}

static const KompassPoints karlskrona_2011[] = { 4800, 4900, 6200, 4400, 4600, 4600, 4900, 7100 };
static const KompassPoints karlskrona_2014[] = { 6900, 6700, 6500, 6100, 5300, 5400, 7300, 6700 };
static const KompassPoints grastorp[] = { 6100, 6000, 7300, 5300, 7000, 5600, 6500, 6800 };
static const KompassPoints gotland[] = { 6100, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 6800, UNKNOWN };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (KompassEvaluation) one = NULL;
  g_autoptr (KompassEvaluation) two = NULL;
  g_autoptr (KompassEvaluation) three = NULL;
  g_autoptr (KompassEvaluation) parts = NULL;
  g_autoptr (KompassEvaluation) total = NULL;

  fixture->edition = kompass_test_edition_2010 ();
  fixture->lund = kompass_test_lund (fixture->edition);
  fixture->group = kompass_profile_new_group ("g", "Five", fixture->edition, "2014", NULL);
  one = create_published ("Karlskrona", fixture->edition, karlskrona_2011, 41500);
  two = create_published ("Karlskrona", fixture->edition, karlskrona_2014, 50900);
  three = create_published ("Grästorp", fixture->edition, grastorp, 50600);
  parts = create_published ("Gotland", fixture->edition, gotland, 55100);
  total = create_published ("Nacka", fixture->edition, NULL, 64400);
  add_member (fixture->group, one);
  add_member (fixture->group, two);
  add_member (fixture->group, three);
  add_member (fixture->group, parts);
  add_member (fixture->group, total);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->group);
  g_assert_finalize_object (fixture->lund);
  g_assert_finalize_object (fixture->edition);
}

/* Figures from plain arrays */

static void
test_derive (Fixture       *fixture,
             gconstpointer  data)
{
  KompassFigures questions[45];
  KompassFigures areas[8];
  KompassFigures total;
  g_auto (KompassGiven) given;

  kompass_given_init (&given, fixture->edition);
  for (guint i = 0; i < 45; i++)
    {
      KompassLine *line = kompass_evaluation_get_question_line (fixture->lund, i);

      given.scores[i] = kompass_line_get_score (line);
      given.printed_questions[i] = *kompass_line_get_printed (line);
    }
  for (guint i = 0; i < 8; i++)
    given.printed_areas[i] = *kompass_line_get_printed (kompass_evaluation_get_area_line (fixture->lund, i));
  given.printed_total = *kompass_line_get_printed (kompass_evaluation_get_total_line (fixture->lund));
  kompass_figures_derive (fixture->edition, KOMPASS_DEPTH_QUESTIONS, &given, questions, areas, &total);

  g_assert_cmpint (total.points, ==, 45890);
  g_assert_cmpint (total.sum, ==, 45915);
  for (guint i = 0; i < 45; i++)
    g_assert_true (kompass_figures_equal (
        &questions[i], kompass_line_get_figures (kompass_evaluation_get_question_line (fixture->lund, i))));
  for (guint i = 0; i < 8; i++)
    g_assert_true (kompass_figures_equal (&areas[i],
                                          kompass_line_get_figures (kompass_evaluation_get_area_line (fixture->lund, i))));
  g_assert_true (kompass_figures_equal (&total,
                                        kompass_line_get_figures (kompass_evaluation_get_total_line (fixture->lund))));

  /* The areas alone, from the same arrays; questions are neither read nor set. */
  given.printed_areas[3].points_beside = UNKNOWN;
  kompass_figures_derive (fixture->edition, KOMPASS_DEPTH_AREAS, &given, NULL, areas, &total);
  g_assert_cmpint (areas[3].points, ==, 5950);
  g_assert_cmpuint (areas[3].questions, ==, 0);
  kompass_given_reset (&given, fixture->edition);
  kompass_figures_derive (fixture->edition, KOMPASS_DEPTH_QUESTIONS, &given, questions, areas, &total);
  g_assert_cmpint (total.points, ==, UNKNOWN);
  g_assert_cmpuint (total.questions, ==, 45);
}

static void
test_derive_without_edition (void)
{
  KompassFigures total;
  g_auto (KompassGiven) given;

  kompass_given_init (&given, NULL);
  given.printed_total.points = 65000;
  kompass_figures_derive (NULL, KOMPASS_DEPTH_TOTAL, &given, NULL, NULL, &total);
  g_assert_cmpint (total.points, ==, 65000);
  g_assert_cmpint (total.maximum, ==, UNKNOWN);
}

/* Members */

static void
assert_figure (KompassProfile  *group,
               KompassLineKind  kind,
               guint            index,
               guint            n,
               KompassPoints    mean)
{
  g_assert_cmpuint (kompass_profile_get_n_members_with (group, kind, index), ==, n);
  g_assert_cmpint (kompass_profile_get_points (group, kind, index, NULL), ==, mean);
}

static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  const KompassStatistics *statistics = kompass_profile_get_statistics (fixture->group, TOTAL, 0);
  const KompassPoints *points;
  KompassPoints maximum;
  gsize n;

  g_assert_cmpint (kompass_profile_get_kind (fixture->group), ==, KOMPASS_PROFILE_GROUP);
  g_assert_cmpuint (kompass_profile_get_members (fixture->group), ==, 5);
  g_assert_cmpstr (kompass_profile_get_member_name (fixture->group, 2), ==, "Grästorp 2014");

  /* 415 + 509 + 506 + 551 + 644 = 2625, a fifth is 525 */
  assert_figure (fixture->group, TOTAL, 0, 5, 52500);
  g_assert_cmpint (statistics->median, ==, 50900);
  g_assert_cmpint (statistics->lower_quartile, ==, 50600);
  g_assert_cmpint (statistics->upper_quartile, ==, 55100);
  g_assert_cmpint (kompass_profile_get_points (fixture->group, TOTAL, 0, &maximum), ==, 52500);
  g_assert_cmpint (maximum, ==, 80000);
  g_assert_true (kompass_profile_is_whole (fixture->group, TOTAL, 0));

  /* 48 + 69 + 61 + 61 = 239, a quarter is 59,75; (49 + 67 + 60) / 3 = 58,67 */
  assert_figure (fixture->group, AREA, 0, 4, 5975);
  assert_figure (fixture->group, AREA, 1, 3, 5867);
  assert_figure (fixture->group, QUESTION, 0, 0, UNKNOWN);
  points = kompass_profile_get_member_points (fixture->group, AREA, 1, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpint (points[0], ==, 4900);
  g_assert_cmpint (points[3], ==, UNKNOWN);
  g_assert_cmpint (points[4], ==, UNKNOWN);
}

/* Parts of a line are not held against whole ones. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = kompass_evaluation_copy (fixture->lund, "x", 2013);
  g_autoptr (KompassProfile) group = kompass_profile_new_group ("g", "One", fixture->edition, NULL, NULL);
  gsize n;

  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "1.1"), KOMPASS_SCORE_NONE);
  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "2.1"), KOMPASS_SCORE_NA);
  add_member (group, copy);
  assert_figure (group, QUESTION, 0, 0, UNKNOWN);
  assert_figure (group, QUESTION, 1, 1, 1020);
  assert_figure (group, AREA, 0, 0, UNKNOWN);
  assert_figure (group, AREA, 1, 0, UNKNOWN);
  assert_figure (group, AREA, 2, 1, 6430);
  assert_figure (group, TOTAL, 0, 0, UNKNOWN);

  /* A printed total speaks for all of it; with something not applicable, it is out of less. */
  kompass_test_set (copy, "1", 4220);
  kompass_test_set (copy, "2", 5180);
  kompass_profile_update_member (group, copy);
  assert_figure (group, AREA, 0, 1, 4220);
  assert_figure (group, AREA, 1, 0, UNKNOWN);
  g_assert_nonnull (kompass_profile_get_member_points (group, AREA, 0, &n));
  g_assert_cmpuint (n, ==, 1);
}

/* Where the edition says no maximum, whole figures count all the same. */
static void
test_without_maxima (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassProfile) group = kompass_profile_new_group ("g", "One", edition, NULL, NULL);
  g_autoptr (KompassEvaluation) one = kompass_test_evaluation (NULL, "Ale", 2005, edition, KOMPASS_DEPTH_AREAS);

  kompass_test_set (one, "1", 6150);
  add_member (group, one);
  assert_figure (group, AREA, 0, 1, 6150);
  assert_figure (group, TOTAL, 0, 0, UNKNOWN);
}

static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassEvaluation) stranger = kompass_evaluation_copy (fixture->lund, "x", 2013);

  add_member (fixture->group, fixture->lund);
  g_assert_true (kompass_profile_has_member (fixture->group, KOMPASS_TEST_LUND));
  assert_figure (fixture->group, QUESTION, 0, 1, 450);
  assert_figure (fixture->group, AREA, 0, 5, 5624); /* 239 + 42,2 = 281,2, a fifth is 56,24 */

  /* The printed 42,2 no longer stands; the sum 42,75 does. 239 + 42,75 = 281,75, a fifth is 56,35 */
  kompass_test_set (fixture->lund, "1.1", 500);
  assert_figure (fixture->group, AREA, 0, 5, 5624);
  kompass_profile_update_member (fixture->group, fixture->lund);
  assert_figure (fixture->group, QUESTION, 0, 1, 500);
  assert_figure (fixture->group, AREA, 0, 5, 5635);

  kompass_profile_update_member (fixture->group, stranger);
  g_assert_false (kompass_profile_has_member (fixture->group, "x"));
  g_assert_cmpuint (kompass_profile_get_members (fixture->group), ==, 6);
}

static void
assert_rank (KompassProfile    *group,
             KompassEvaluation *evaluation,
             KompassLineKind    kind,
             guint              index,
             guint              rank,
             guint              of)
{
  guint got_rank = 4711;
  guint got_of = 4711;

  g_assert_true (kompass_profile_get_rank (group, evaluation, kind, index, &got_rank, &got_of));
  g_assert_cmpuint (got_rank, ==, rank);
  g_assert_cmpuint (got_of, ==, of);
}

static void
test_rank (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEdition) later = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  g_autoptr (KompassEvaluation) other = create_published ("Ale", later, grastorp, 50600);
  g_autoptr (KompassEvaluation) same = create_published ("Eda", fixture->edition, gotland, 50600);
  g_autoptr (KompassProfile) mean = kompass_test_mean (fixture->edition);

  assert_rank (fixture->group, fixture->lund, TOTAL, 0, 5, 6);
  assert_rank (fixture->group, fixture->lund, AREA, 0, 5, 5);
  assert_rank (fixture->group, fixture->lund, AREA, 7, 1, 4);
  assert_rank (fixture->group, fixture->lund, QUESTION, 0, 1, 1);
  assert_rank (fixture->group, same, TOTAL, 0, 4, 6);
  assert_rank (fixture->group, same, AREA, 0, 2, 5); /* with two others */
  g_assert_false (kompass_profile_get_rank (fixture->group, same, AREA, 1, NULL, NULL));
  g_assert_false (kompass_profile_get_rank (fixture->group, other, AREA, 0, NULL, NULL));
  g_assert_false (kompass_profile_get_rank (mean, fixture->lund, AREA, 0, NULL, NULL));

  /* One of them: it is not counted twice, nor held against what it was. */
  add_member (fixture->group, fixture->lund);
  assert_rank (fixture->group, fixture->lund, TOTAL, 0, 5, 6);
  kompass_test_set (fixture->lund, "8.1", 0);
  assert_rank (fixture->group, fixture->lund, AREA, 7, 4, 4);
  kompass_test_set (fixture->lund, "8.1", 1500);
  assert_rank (fixture->group, fixture->lund, AREA, 7, 1, 4);
}

static void
test_n_of_others (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassProfile) mean = kompass_test_mean (fixture->edition);
  g_autoptr (KompassProfile) lund = kompass_profile_new_for_evaluation (fixture->lund);

  g_assert_cmpuint (kompass_profile_get_n_members_with (mean, AREA, 0), ==, 40);
  g_assert_cmpuint (kompass_profile_get_n_members_with (mean, QUESTION, 0), ==, 0);
  g_assert_cmpuint (kompass_profile_get_n_members_with (lund, QUESTION, 0), ==, 1);
  g_assert_null (kompass_profile_get_statistics (mean, AREA, 0));
  g_assert_null (kompass_profile_get_statistics (lund, AREA, 0));
  g_assert_false (kompass_profile_is_mapped (lund));
}

static void
test_no_members (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KompassProfile) group = kompass_profile_new_group ("g", "None", fixture->edition, NULL, NULL);
  g_autofree char *origin = kompass_profile_describe_origin (group);
  g_autofree char *five = kompass_profile_describe_origin (fixture->group);

  assert_figure (group, TOTAL, 0, 0, UNKNOWN);
  assert_rank (group, fixture->lund, TOTAL, 0, 1, 1);
  g_assert_cmpstr (origin, ==, "None: edition 2010, mean of 0 evaluations");
  g_assert_cmpstr (five, ==, "Five: edition 2010, mean of 5 evaluations, 2014");
}

/* Through a mapping */

typedef struct
{
  KompassEdition *from;
  KompassEdition *to;
  KompassMapping *mapping;
} Mapped;

static KompassEdition *
create_edition (const char *id,
                const char *name)
{
  KompassEdition *edition = kompass_edition_new (id, name, 2010, 0, "");

  kompass_edition_add_area (edition, 1, "One", 3000);
  return edition;
}

/* From: area 1 (30) = 1.1 (10), 1.2 (10), 1.3 (10); area 2 (20) = 2.1 (20).
 * To: area 1 (20) = 1.1 (5), 1.2 (15); area 2 (30) = 2.1 (10), 2.2 (20).
 * 1.1 has become 2.1, 1.2 and 1.3 have been merged into 1.2, 2.1 has been split into 1.1 and 2.2. */
static void
mapped_set_up (Mapped        *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->from = create_edition (KOMPASS_TEST_EDITION_2010, "Old");
  kompass_edition_add_question (fixture->from, "1.1", "a", 1000);
  kompass_edition_add_question (fixture->from, "1.2", "b", 1000);
  kompass_edition_add_question (fixture->from, "1.3", "c", 1000);
  kompass_edition_add_area (fixture->from, 2, "Two", 2000);
  kompass_edition_add_question (fixture->from, "2.1", "d", 2000);
  fixture->to = kompass_edition_new (KOMPASS_TEST_EDITION_2016, "New", 2016, 0, "");
  kompass_edition_add_area (fixture->to, 1, "Two", 2000);
  kompass_edition_add_question (fixture->to, "1.1", "d1", 500);
  kompass_edition_add_question (fixture->to, "1.2", "bc", 1500);
  kompass_edition_add_area (fixture->to, 2, "One", 3000);
  kompass_edition_add_question (fixture->to, "2.1", "a", 1000);
  kompass_edition_add_question (fixture->to, "2.2", "d2", 2000);
  fixture->mapping = kompass_mapping_new ("m", fixture->from, fixture->to, "me");
  kompass_mapping_add (fixture->mapping, "i1", QUESTION, KOMPASS_RELATION_REWORDED, (const char *[]) { "1.1", NULL },
                       (const char *[]) { "2.1", NULL }, "", &error);
  g_assert_no_error (error);
  kompass_mapping_add (fixture->mapping, "i2", QUESTION, KOMPASS_RELATION_MERGED, (const char *[]) { "1.2", "1.3", NULL },
                       (const char *[]) { "1.2", NULL }, "", &error);
  g_assert_no_error (error);
  kompass_mapping_add (fixture->mapping, "i3", QUESTION, KOMPASS_RELATION_SPLIT, (const char *[]) { "2.1", NULL },
                       (const char *[]) { "1.1", "2.2", NULL }, "", &error);
  g_assert_no_error (error);
}

static void
mapped_tear_down (Mapped        *fixture,
                  gconstpointer  data)
{
  g_assert_finalize_object (fixture->mapping);
  g_assert_finalize_object (fixture->from);
  g_assert_finalize_object (fixture->to);
}

static KompassEvaluation *
create_round (KompassEdition      *edition,
              guint                year,
              const KompassPoints *points)
{
  KompassEvaluation *evaluation = kompass_test_evaluation (NULL, "Ale", year, edition, KOMPASS_DEPTH_QUESTIONS);

  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    if (points[i] != UNKNOWN)
      kompass_evaluation_set_score (evaluation, kompass_evaluation_get_question_line (evaluation, i),
                                    KOMPASS_SCORE (points[i]));

  return evaluation;
}

static void
map_areas (KompassMapping *mapping)
{
  g_autoptr (GError) error = NULL;

  kompass_mapping_add (mapping, "a1", AREA, KOMPASS_RELATION_SAME, (const char *[]) { "1", NULL },
                       (const char *[]) { "2", NULL }, "", &error);
  g_assert_no_error (error);
  kompass_mapping_add (mapping, "a2", AREA, KOMPASS_RELATION_SAME, (const char *[]) { "2", NULL },
                       (const char *[]) { "1", NULL }, "", &error);
  g_assert_no_error (error);
}

static void
assert_points (KompassProfile  *profile,
               KompassLineKind  kind,
               guint            index,
               KompassPoints    wanted)
{
  g_assert_cmpint (kompass_profile_get_points (profile, kind, index, NULL), ==, wanted);
}

static void
test_mapped_forward (Mapped        *fixture,
                     gconstpointer  data)
{
  static const KompassPoints points[] = { 700, 300, 425, 1300 };
  g_autoptr (KompassEvaluation) old = create_round (fixture->from, 2011, points);
  g_autoptr (KompassProfile) original = kompass_profile_new_for_evaluation (old);
  g_autoptr (KompassProfile) mapped = kompass_profile_new_mapped (original, fixture->to, fixture->mapping);
  g_autofree char *origin = kompass_profile_describe_origin (mapped);
  KompassPoints maximum;

  g_assert_true (kompass_profile_is_mapped (mapped));
  g_assert_true (kompass_profile_get_mapping (mapped) == fixture->mapping);
  g_assert_true (kompass_profile_get_original (mapped) == original);
  g_assert_true (kompass_profile_get_edition (mapped) == fixture->to);
  g_assert_cmpstr (kompass_profile_get_name (mapped), ==, "Ale 2011");
  g_assert_cmpstr (origin, ==, "Ale 2011: edition Old");
  assert_points (mapped, QUESTION, 0, UNKNOWN); /* a part of 2.1, no one knows which */
  /* 3 + 4,25 = 7,25 of 20; of 15 that is 5,4375 */
  g_assert_cmpint (kompass_profile_get_points (mapped, QUESTION, 1, &maximum), ==, 544);
  g_assert_cmpint (maximum, ==, 1500);
  assert_points (mapped, QUESTION, 2, 700);
  assert_points (mapped, QUESTION, 3, UNKNOWN);
  /* No area is mapped, though all have numbers 1 and 2. */
  assert_points (mapped, AREA, 0, UNKNOWN);
  assert_points (mapped, AREA, 1, UNKNOWN);
  assert_points (mapped, TOTAL, 0, UNKNOWN);
}

static void
test_mapped_backward (Mapped        *fixture,
                      gconstpointer  data)
{
  static const KompassPoints points[] = { 400, 900, 650, 1100 };
  g_autoptr (KompassEvaluation) new = create_round (fixture->to, 2016, points);
  g_autoptr (KompassProfile) original = kompass_profile_new_for_evaluation (new);
  g_autoptr (KompassProfile) mapped = kompass_profile_new_mapped (original, fixture->from, fixture->mapping);

  assert_points (mapped, QUESTION, 0, 650);
  assert_points (mapped, QUESTION, 1, UNKNOWN);
  assert_points (mapped, QUESTION, 2, UNKNOWN);
  assert_points (mapped, QUESTION, 3, 1200); /* 4 + 11 = 15 of 25; of 20 that is 12 */
}

static void
test_mapped_gaps (Mapped        *fixture,
                  gconstpointer  data)
{
  static const KompassPoints points[] = { UNKNOWN, 300, UNKNOWN, 1300 };
  g_autoptr (KompassEvaluation) old = create_round (fixture->from, 2011, points);
  g_autoptr (KompassProfile) original = kompass_profile_new_for_evaluation (old);
  g_autoptr (KompassProfile) mapped = NULL;

  map_areas (fixture->mapping);
  mapped = kompass_profile_new_mapped (original, fixture->to, fixture->mapping);
  assert_points (mapped, QUESTION, 1, UNKNOWN); /* one of the two merged is not scored */
  assert_points (mapped, QUESTION, 2, UNKNOWN);
  assert_points (mapped, AREA, 0, 1300);
  assert_points (mapped, AREA, 1, UNKNOWN); /* 3 of 10 points are not held against 30 */
  assert_points (mapped, TOTAL, 0, UNKNOWN);
}

static void
test_mapped_total (Mapped        *fixture,
                   gconstpointer  data)
{
  static const KompassPoints points[] = { 700, 300, 425, 1300 };
  g_autoptr (KompassEvaluation) old = create_round (fixture->from, 2011, points);
  g_autoptr (KompassProfile) original = kompass_profile_new_for_evaluation (old);
  g_autoptr (KompassProfile) mapped = NULL;

  map_areas (fixture->mapping);
  mapped = kompass_profile_new_mapped (original, fixture->to, fixture->mapping);
  assert_points (mapped, AREA, 0, 1300);
  assert_points (mapped, AREA, 1, 1425);
  assert_points (mapped, TOTAL, 0, 2725);

  /* With one of the areas alone, the totals are of other things. */
  kompass_mapping_remove (fixture->mapping, "a2");
  g_clear_object (&mapped);
  mapped = kompass_profile_new_mapped (original, fixture->to, fixture->mapping);
  assert_points (mapped, AREA, 1, 1425);
  assert_points (mapped, TOTAL, 0, UNKNOWN);
}

/* Where an area has another maximum, so would have the total. */
static void
test_mapped_maximum (void)
{
  g_autoptr (KompassEdition) from = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2010, "2010", 2010, 10000);
  g_autoptr (KompassEdition) to = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 5000);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new ("m", from, to, "me");
  g_autoptr (KompassEvaluation) old = create_published ("Ale", from, grastorp, 50600);
  g_autoptr (KompassProfile) original = kompass_profile_new_for_evaluation (old);
  g_autoptr (KompassProfile) mapped = NULL;

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (GError) error = NULL;

      kompass_mapping_add (mapping, number, AREA, KOMPASS_RELATION_MAXIMUM_CHANGED, (const char *[]) { number, NULL },
                           (const char *[]) { number, NULL }, "", &error);
      g_assert_no_error (error);
    }
  mapped = kompass_profile_new_mapped (original, to, mapping);
  assert_points (mapped, AREA, 0, 3050);
  assert_points (mapped, AREA, 3, 2650);
  assert_points (mapped, TOTAL, 0, 25300);
}

static void
test_mapped_group (Mapped        *fixture,
                   gconstpointer  data)
{
  static const KompassPoints points[][4] = { { 700, 300, 425, 1300 }, { 800, UNKNOWN, 400, 1400 }, { 900, 1000, 1000, 0 } };
  g_autoptr (KompassProfile) original = kompass_profile_new_group ("g", "Three", fixture->from, NULL, NULL);
  g_autoptr (KompassProfile) mapped = NULL;
  KompassEvaluation *rounds[3];
  g_autofree char *origin = NULL;

  map_areas (fixture->mapping);
  for (guint i = 0; i < 3; i++)
    {
      rounds[i] = create_round (fixture->from, 2011 + i, points[i]);
      add_member (original, rounds[i]);
    }
  mapped = kompass_profile_new_mapped (original, fixture->to, fixture->mapping);
  origin = kompass_profile_describe_origin (mapped);
  assert_figure (mapped, QUESTION, 0, 0, UNKNOWN);
  assert_figure (mapped, QUESTION, 1, 2, 1022); /* (5,44 + 15) / 2 */
  assert_figure (mapped, QUESTION, 2, 3, 800);
  assert_figure (mapped, AREA, 1, 2, 2163); /* (14,25 + 29) / 2 = 21,625 */
  assert_figure (mapped, TOTAL, 0, 2, 2813); /* (27,25 + 29) / 2 = 28,125 */
  g_assert_cmpuint (kompass_profile_get_members (mapped), ==, 3);
  g_assert_cmpstr (kompass_profile_get_member_name (mapped, 1), ==, "Ale 2012");
  g_assert_cmpstr (origin, ==, "Three: edition Old, mean of 3 evaluations");

  /* What it shows is what it was made from. */
  kompass_profile_update_member (mapped, rounds[0]);
  assert_figure (mapped, QUESTION, 2, 3, 800);
  for (guint i = 0; i < 3; i++)
    g_object_unref (rounds[i]);
}

#define ADD(path, function) \
  g_test_add ("/profile/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_MAPPED(path, function) \
  g_test_add ("/profile/mapped/" path, Mapped, NULL, mapped_set_up, function, mapped_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("derive", test_derive);
  g_test_add_func ("/profile/derive-without-edition", test_derive_without_edition);
  ADD ("members", test_members);
  ADD ("parts", test_parts);
  g_test_add_func ("/profile/without-maxima", test_without_maxima);
  ADD ("update", test_update);
  ADD ("rank", test_rank);
  ADD ("n-of-others", test_n_of_others);
  ADD ("no-members", test_no_members);
  ADD_MAPPED ("forward", test_mapped_forward);
  ADD_MAPPED ("backward", test_mapped_backward);
  ADD_MAPPED ("gaps", test_mapped_gaps);
  ADD_MAPPED ("total", test_mapped_total);
  g_test_add_func ("/profile/mapped/maximum", test_mapped_maximum);
  ADD_MAPPED ("group", test_mapped_group);

  return g_test_run ();
}
