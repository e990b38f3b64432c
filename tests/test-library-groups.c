/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference groups in the library: saved, refused, undone, loaded with all their members, and seen by everyone. */
#include <string.h>

#include "kompass-test-library.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define GROUP "00000000-0000-4000-8000-0000000000a1"
#define OTHER_GROUP "00000000-0000-4000-8000-0000000000a2"
#define LUND_2013 "00000000-0000-4000-8000-00000000e001"
#define KARLSKRONA "00000000-0000-4000-8000-00000000e002"
#define OREBRO "00000000-0000-4000-8000-00000000e003"
#define TOTAL_ALONE "00000000-0000-4000-8000-0000000000b1"
#define LATER "00000000-0000-4000-8000-0000000000b2"
#define NOWHERE "00000000-0000-4000-8000-00000000ffff"

typedef KompassTestLibrary Fixture;

static void
add (Fixture      *fixture,
     const char   *id,
     const char   *edition,
     KompassDepth  depth,
     guint         year)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;

  evaluation =
      kompass_test_evaluation (id, "Ale", year, kompass_library_get_edition (fixture->library, edition, NULL), depth);
  kompass_test_set (evaluation, "", 50000);
  g_assert_true (kompass_library_add_evaluation (fixture->library, evaluation, &error));
  g_assert_no_error (error);
}

/* Lund 2011 and 2013 with all questions, Karlskrona with its areas, Ale with its total alone, and Örebro and a later
 * Ale, which are of no edition and of another. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  kompass_test_set_up_library (fixture, data);
  kompass_test_add_example (fixture->library);
  add (fixture, TOTAL_ALONE, KOMPASS_TEST_EDITION_2010, KOMPASS_DEPTH_TOTAL, 2012);
  add (fixture, LATER, KOMPASS_TEST_EDITION_2016, KOMPASS_DEPTH_AREAS, 2016);
}

static KompassGroup *
new_group (Fixture    *fixture,
           const char *id,
           const char *name,
           gboolean    is_published)
{
  return kompass_group_new (id, name, kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL),
                            is_published);
}

static void
save (Fixture      *fixture,
      KompassGroup *group)
{
  g_autoptr (GError) error = NULL;

  kompass_library_save_group (fixture->library, group, &error);
  g_assert_no_error (error);
}

static KompassGroup *
load (Fixture    *fixture,
      const char *id)
{
  g_autoptr (GError) error = NULL;
  KompassGroup *group = kompass_library_load_group (fixture->library, id, &error);

  g_assert_no_error (error);

  return group;
}

static KompassProfile *
load_profile (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  KompassProfile *profile = kompass_library_load_profile (fixture->library, id, &error);

  g_assert_no_error (error);

  return profile;
}

static void
save_four (Fixture *fixture)
{
  static const char * const members[] = { KOMPASS_TEST_LUND, TOTAL_ALONE, KARLSKRONA, LUND_2013 };
  g_autoptr (KompassGroup) group = new_group (fixture, GROUP, "Four", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (kompass_group_add_member (group, members[i]));
  kompass_group_set_as_of (group, "2014");
  kompass_group_set_source (group, "Chosen by hand");
  save (fixture, group);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autoptr (KompassGroup) group = NULL;

  save_four (fixture);
  kompass_test_assert_undo_and_redo (fixture, "Add reference group Four", before);
  group = load (fixture, GROUP);
  g_assert_cmpstr (kompass_group_get_name (group), ==, "Four");
  g_assert_false (kompass_group_get_is_published (group));
  g_assert_false (kompass_group_get_is_example (group));
  g_assert_cmpstr (kompass_group_get_as_of (group), ==, "2014");
  g_assert_cmpstr (kompass_group_get_source (group), ==, "Chosen by hand");
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 4);
  g_assert_cmpstr (kompass_group_get_member (group, 0), ==, KOMPASS_TEST_LUND);
  g_assert_cmpstr (kompass_group_get_member (group, 1), ==, TOTAL_ALONE);
  g_assert_cmpstr (kompass_group_get_member (group, 3), ==, LUND_2013);
  g_assert_null (kompass_group_get_member (group, 4));
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (KompassGroup) again = NULL;
  g_autofree char *before = NULL;
  gint64 n_changes;

  save_four (fixture);
  before = kompass_test_dump (fixture->path);
  group = load (fixture, GROUP);
  kompass_group_set_name (group, "  Three and one ");
  g_assert_true (kompass_group_remove_member (group, KOMPASS_TEST_LUND));
  g_assert_false (kompass_group_remove_member (group, KOMPASS_TEST_LUND));
  g_assert_true (kompass_group_add_member (group, KOMPASS_TEST_LUND));
  g_assert_false (kompass_group_add_member (group, KOMPASS_TEST_LUND));
  save (fixture, group);
  kompass_test_assert_undo_and_redo (fixture, "Change reference group Three and one", before);
  again = load (fixture, GROUP);
  g_assert_cmpstr (kompass_group_get_name (again), ==, "Three and one");
  g_assert_cmpstr (kompass_group_get_member (again, 0), ==, TOTAL_ALONE);
  g_assert_cmpstr (kompass_group_get_member (again, 3), ==, KOMPASS_TEST_LUND);

  n_changes = kompass_test_number (fixture->path, "SELECT count(*) FROM change");
  save (fixture, again);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change"), ==, n_changes);
}

static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KompassGroup) group = new_group (fixture, GROUP, "Mean of twelve", TRUE);
  g_autoptr (KompassProfile) profile = NULL;
  g_autofree char *before = NULL;

  kompass_group_set_points (group, KOMPASS_LINE_AREA, 0, 5000);
  kompass_group_set_points (group, KOMPASS_LINE_AREA, 7, 6650);
  kompass_group_set_n_members (group, 12);
  save (fixture, group);
  before = kompass_test_dump (fixture->path);
  kompass_group_set_points (group, KOMPASS_LINE_AREA, 0, UNKNOWN);
  kompass_group_set_points (group, KOMPASS_LINE_TOTAL, 0, 45500);
  kompass_group_set_n_members (group, 0);
  save (fixture, group);
  kompass_test_assert_undo_and_redo (fixture, "Change reference group Mean of twelve", before);
  profile = load_profile (fixture, GROUP);
  g_assert_cmpint (kompass_profile_get_kind (profile), ==, KOMPASS_PROFILE_MEAN);
  g_assert_cmpuint (kompass_profile_get_members (profile), ==, 0);
  g_assert_cmpint (kompass_profile_get_points (profile, KOMPASS_LINE_AREA, 0, NULL), ==, UNKNOWN);
  g_assert_cmpint (kompass_profile_get_points (profile, KOMPASS_LINE_AREA, 7, NULL), ==, 6650);
  g_assert_cmpint (kompass_profile_get_points (profile, KOMPASS_LINE_TOTAL, 0, NULL), ==, 45500);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  save_four (fixture);
  before = kompass_test_dump (fixture->path);
  g_assert_true (kompass_library_delete_group (fixture->library, GROUP, &error));
  g_assert_no_error (error);
  kompass_test_assert_undo_and_redo (fixture, "Delete reference group Four", before);
  g_assert_false (kompass_library_delete_group (fixture->library, GROUP, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_assert_true (kompass_library_has_evaluation (fixture->library, KARLSKRONA));
}

/* A round that goes is a member no more, and comes back as one. */
static void
test_member_is_deleted (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (KompassEvaluation) lund = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  save_four (fixture);
  before = kompass_test_dump (fixture->path);
  g_assert_true (kompass_library_delete_evaluation (fixture->library, TOTAL_ALONE, &error));
  g_assert_no_error (error);
  group = load (fixture, GROUP);
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 3);
  kompass_test_assert_undo_and_redo (fixture, "Delete Ale 2012", before);

  lund = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, NULL);
  g_assert_true (kompass_library_delete_municipality (fixture->library, kompass_evaluation_get_municipality_id (lund),
                                                      &error));
  g_assert_no_error (error);
  g_clear_object (&group);
  group = load (fixture, GROUP);
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 1);
  g_assert_true (kompass_library_remove_example (fixture->library, &error));
  g_assert_no_error (error);
  g_clear_object (&group);
  group = load (fixture, GROUP);
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 0);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  while (kompass_library_undo (fixture->library, NULL))
    g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
assert_refused (Fixture      *fixture,
                KompassGroup *group,
                const char   *message)
{
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kompass_library_save_group (fixture->library, group, &error));
  g_assert_cmpstr (error->message, ==, message);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_members_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char *member;
    const char *message;
  } rows[] = {
    { LATER,
      "Ale 2016 is of edition 2016 and cannot be a member of a group of edition 2010: points of different editions "
      "have no mean" },
    { OREBRO, "The edition of Örebro 2015 is not known, so it cannot be a member of a group of edition 2010" },
    { NOWHERE, "There is no evaluation " NOWHERE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KompassGroup) group = new_group (fixture, GROUP, "Mixed", FALSE);

      kompass_group_add_member (group, KOMPASS_TEST_LUND);
      kompass_group_add_member (group, rows[i].member);
      assert_refused (fixture, group, rows[i].message);
    }
}

/* As in a folder: one name is one thing. In another edition it is another. */
static void
test_names_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassGroup) group = new_group (fixture, OTHER_GROUP, "FOUR ", FALSE);
  g_autoptr (KompassGroup) later = NULL;
  g_autoptr (KompassGroup) nameless = new_group (fixture, OTHER_GROUP, " ", FALSE);
  g_autoptr (KompassGroup) above = new_group (fixture, OTHER_GROUP, "Above", TRUE);

  save_four (fixture);
  assert_refused (fixture, group, "There is a reference group of that name in this edition already");
  assert_refused (fixture, nameless, "A reference group needs a name");
  kompass_group_set_points (above, KOMPASS_LINE_AREA, 1, 10001);
  assert_refused (fixture, above, "2 Tillgänglighet och brukarorientering: the mean must be between 0 and 100 points");
  later = kompass_group_new (OTHER_GROUP, "Four",
                             kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2016, NULL), FALSE);
  save (fixture, later);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) groups = NULL;

  save_four (fixture);
  groups = kompass_library_list_groups (fixture->library, NULL);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (kompass_group_get_name (g_ptr_array_index (groups, 0)), ==, "Four");
  g_assert_cmpuint (kompass_group_get_n_members (g_ptr_array_index (groups, 0)), ==, 4);
  g_assert_null (kompass_group_get_member (g_ptr_array_index (groups, 0), 0));
  g_assert_true (kompass_group_get_is_published (g_ptr_array_index (groups, 1)));
  g_assert_cmpuint (kompass_group_get_n_members (g_ptr_array_index (groups, 1)), ==, 40);
}

/* Every figure of every member is that of the member's own evaluation. */
static void
assert_like_evaluations (Fixture        *fixture,
                         KompassProfile *profile)
{
  static const char * const members[] = { KOMPASS_TEST_LUND, TOTAL_ALONE, KARLSKRONA, LUND_2013 };

  g_assert_cmpuint (kompass_profile_get_members (profile), ==, G_N_ELEMENTS (members));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (KompassEvaluation) evaluation = kompass_library_load (fixture->library, members[i], NULL);

      g_assert_cmpstr (kompass_profile_get_member_id (profile, i), ==, members[i]);
      g_assert_cmpstr (kompass_profile_get_member_name (profile, i), ==, kompass_evaluation_get_title (evaluation));
      for (guint j = 0; j < kompass_evaluation_get_n_lines (evaluation); j++)
        {
          KompassLine *line = kompass_evaluation_get_line (evaluation, j);
          gsize n;
          const KompassPoints *points = kompass_profile_get_member_points (profile, kompass_line_get_kind (line),
                                                                           kompass_line_get_index (line), &n);

          g_assert_cmpuint (n, ==, G_N_ELEMENTS (members));
          g_assert_cmpint (points[i], ==, kompass_figures_get_member_points (kompass_line_get_figures (line)));
        }
    }
}

static void
test_profile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassProfile) profile = NULL;

  save_four (fixture);
  profile = load_profile (fixture, GROUP);
  g_assert_cmpint (kompass_profile_get_kind (profile), ==, KOMPASS_PROFILE_GROUP);
  assert_like_evaluations (fixture, profile);
  g_assert_cmpuint (kompass_profile_get_n_members_with (profile, KOMPASS_LINE_TOTAL, 0), ==, 4);
  g_assert_cmpuint (kompass_profile_get_n_members_with (profile, KOMPASS_LINE_AREA, 0), ==, 3);
  g_assert_cmpuint (kompass_profile_get_n_members_with (profile, KOMPASS_LINE_QUESTION, 0), ==, 2);

  /* What is not scored, not applicable, or no longer the printed total. */
  g_assert_true (kompass_test_set_score (fixture->library, LUND_2013, "1.1", KOMPASS_SCORE_NONE, NULL));
  g_assert_true (kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "2.1", KOMPASS_SCORE_NA, NULL));
  g_assert_true (kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "3.1", KOMPASS_SCORE (100), NULL));
  g_clear_object (&profile);
  profile = load_profile (fixture, GROUP);
  assert_like_evaluations (fixture, profile);
  g_assert_cmpuint (kompass_profile_get_n_members_with (profile, KOMPASS_LINE_TOTAL, 0), ==, 2);
}

typedef struct
{
  GMainLoop *loop;
  KompassProfile *profile;
  GError *error;
} Answer;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->profile = kompass_library_load_profile_finish (KOMPASS_LIBRARY (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static void
load_async (Fixture      *fixture,
            const char   *id,
            GCancellable *cancellable,
            Answer       *answer)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  *answer = (Answer) { loop, NULL, NULL };
  kompass_library_load_profile_async (fixture->library, id, cancellable, loaded_cb, answer);
  g_assert_null (answer->profile);
  g_main_loop_run (loop);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  save_four (fixture);
  load_async (fixture, GROUP, NULL, &answer);
  g_assert_no_error (answer.error);
  assert_like_evaluations (fixture, answer.profile);
  g_clear_object (&answer.profile);
  load_async (fixture, KOMPASS_TEST_MEAN, NULL, &answer);
  g_assert_cmpint (kompass_profile_get_kind (answer.profile), ==, KOMPASS_PROFILE_MEAN);
  g_clear_object (&answer.profile);
  load_async (fixture, KARLSKRONA, NULL, &answer);
  g_assert_cmpint (kompass_profile_get_kind (answer.profile), ==, KOMPASS_PROFILE_EVALUATION);
  g_clear_object (&answer.profile);
  load_async (fixture, NOWHERE, NULL, &answer);
  g_assert_error (answer.error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
  g_cancellable_cancel (cancellable);
  load_async (fixture, GROUP, cancellable, &answer);
  g_assert_null (answer.profile);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
listed_cb (KompassLibrary *library,
           guint          *n_heard)
{
  (*n_heard)++;
}

static void
test_two_connections (Fixture       *fixture,
                      gconstpointer  data)
{
  KompassLibrary *other = kompass_test_open_library (fixture->path);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (KompassGroup) changed = NULL;
  guint n_here = 0;
  guint n_there = 0;

  g_signal_connect (fixture->library, "lists-changed", G_CALLBACK (listed_cb), &n_here);
  g_signal_connect (other, "lists-changed", G_CALLBACK (listed_cb), &n_there);
  save_four (fixture);
  g_assert_cmpuint (n_here, ==, 1);
  g_assert_cmpuint (n_there, ==, 0);
  g_assert_true (kompass_library_poll (other));
  g_assert_cmpuint (n_there, ==, 1);
  groups = kompass_library_list_groups (other, NULL);
  g_assert_cmpuint (groups->len, ==, 2);

  group = kompass_library_load_group (other, GROUP, NULL);
  kompass_group_remove_member (group, KARLSKRONA);
  g_assert_true (kompass_library_save_group (other, group, NULL));
  g_assert_true (kompass_library_poll (fixture->library));
  changed = load (fixture, GROUP);
  g_assert_cmpuint (kompass_group_get_n_members (changed), ==, 3);
  g_assert_true (kompass_library_undo (fixture->library, NULL));
  g_clear_object (&group);
  group = kompass_library_load_group (other, GROUP, NULL);
  g_assert_cmpuint (kompass_group_get_n_members (group), ==, 4);
  g_assert_finalize_object (other);
}

static guint
count_found (Fixture                   *fixture,
             const KompassMemberFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = kompass_library_find_members (fixture->library, filter, &error);

  g_assert_no_error (error);

  return found->len;
}

static void
test_find_members (Fixture       *fixture,
                   gconstpointer  data)
{
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, NULL);
  const char *municipality = kompass_evaluation_get_municipality_id (lund);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint inhabitants = 4711;

  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { NULL }), ==, 6);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .edition = edition }), ==, 4);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .edition = edition, .first_year = 2012 }), ==, 3);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .first_year = 2012, .last_year = 2013 }), ==, 2);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .country = "NO" }), ==, 0);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .most_inhabitants = 999999 }), ==, 0);

  g_assert_true (kompass_library_set_inhabitants (fixture->library, municipality, 110488, &error));
  label = kompass_library_get_undo_label (fixture->library);
  g_assert_cmpstr (label, ==, "Set the inhabitants of Lund to 110488");
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .most_inhabitants = 110488 }), ==, 2);
  g_assert_cmpuint (count_found (fixture, &(KompassMemberFilter) { .least_inhabitants = 110489 }), ==, 0);
  g_assert_true (kompass_library_get_inhabitants (fixture->library, municipality, &inhabitants, NULL));
  g_assert_cmpuint (inhabitants, ==, 110488);
  g_assert_false (kompass_library_set_inhabitants (fixture->library, municipality, 100000000, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  g_assert_true (kompass_library_undo (fixture->library, NULL));
  g_assert_true (kompass_library_get_inhabitants (fixture->library, municipality, &inhabitants, NULL));
  g_assert_cmpuint (inhabitants, ==, 0);

  found = kompass_library_find_members (fixture->library, &(KompassMemberFilter) { .edition = edition }, NULL);
  g_assert_cmpstr (kompass_round_get_municipality (g_ptr_array_index (found, 0)), ==, "Ale");
  g_assert_cmpstr (kompass_round_get_id (g_ptr_array_index (found, 2)), ==, LUND_2013);
  g_assert_cmpstr (kompass_round_get_id (g_ptr_array_index (found, 3)), ==, KOMPASS_TEST_LUND);
}

static void
test_rounds_of (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, NULL);
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) none = NULL;

  rounds = kompass_library_load_rounds_of (fixture->library, kompass_evaluation_get_municipality_id (lund), NULL);
  g_assert_cmpuint (rounds->len, ==, 2);
  g_assert_cmpstr (kompass_evaluation_get_id (g_ptr_array_index (rounds, 0)), ==, KOMPASS_TEST_LUND);
  g_assert_cmpstr (kompass_evaluation_get_title (g_ptr_array_index (rounds, 1)), ==, "Lund 2013");
  none = kompass_library_load_rounds_of (fixture->library, NOWHERE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) kompass_test_add ("/library-groups/" name, NULL, set_up, function)
  ADD ("save", test_save);
  ADD ("change", test_change);
  ADD ("published", test_published);
  ADD ("delete", test_delete);
  ADD ("member-is-deleted", test_member_is_deleted);
  ADD ("members-refused", test_members_refused);
  ADD ("names-refused", test_names_refused);
  ADD ("list", test_list);
  ADD ("profile", test_profile);
  ADD ("async", test_async);
  ADD ("two-connections", test_two_connections);
  ADD ("find-members", test_find_members);
  ADD ("rounds-of", test_rounds_of);
#undef ADD

  return g_test_run ();
}
