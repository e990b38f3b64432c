/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Libraries of older versions: opened, nothing is lost, and what is in their log can still be undone and done again.
 *
 * fixtures/library-1.kompass is of version 1, as the last program before groups and mappings wrote it, by these
 * commands: the example added (1), 1.1 of Lund 2011 set to 6,0 (2), 1.2 and 1.3 set to 7,25 and not applicable at once
 * (3), Provköping 2014 begun (4), its 1.1 set to 10,5 (5), Provköping renamed to Provstad (6), Tomelilla 2020 deleted
 * (7), area 3 of Grästorp 2014 set to 45,0 (8), 8.1 of Lund 2011 set to 1,0 (9) and cleared (10), and the last two
 * undone. Then its journal was put back into the file (PRAGMA journal_mode = DELETE).
 *
 * fixtures/library-2.kompass is of version 2, as the last program before reports wrote it, in the same way: the example
 * added (1), 1.1 of Lund 2011 set to 6,0 (2), its 1.2 to 7,25 (3), Provköping 2014 begun (4), its 1.1 set to 10,5 (5) and
 * its 1.2 not applicable (6), 8.1 of Lund 2011 set to 1,0 (7), and the last undone. */
#include <glib/gstdio.h>
#include <string.h>

#include "kompass-schema.h"
#include "kompass-start.h"
#include "kompass-test-library.h"

#define PROVSTAD_2014 "00000000-0000-4000-8000-000000000001"

typedef KompassTestLibrary Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  name)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  kompass_test_set_up_folder (fixture, name);
  g_file_get_contents (source, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static KompassLibrary *
open_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = kompass_start_open_library (fixture->path, &error);

  g_assert_no_error (error);

  return library;
}

static KompassEvaluation *
load (KompassLibrary *library,
      const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kompass_library_find_evaluation (library, name, &error);
  KompassEvaluation *evaluation;

  g_assert_no_error (error);
  evaluation = kompass_library_load (library, id, &error);
  g_assert_no_error (error);

  return evaluation;
}

static void
assert_points (KompassLibrary *library,
               const char     *name,
               const char     *line,
               KompassPoints   points)
{
  g_autoptr (KompassEvaluation) evaluation = load (library, name);

  g_assert_cmpint (kompass_line_get_figures (kompass_evaluation_find_line (evaluation, line))->points, ==, points);
}

/* What of the old tables there was is there, and every evaluation knows what its edition says. */
static void
assert_sound (Fixture *fixture)
{
  kompass_test_assert_sound (fixture->path);
  g_assert_cmpint (kompass_test_number (fixture->path,
                                        "SELECT count(*) FROM evaluation e LEFT JOIN edition d ON d.id = e.edition "
                                        "WHERE e.edition_hash IS NOT d.hash"),
                   ==, 0);
  g_assert_cmpint (kompass_test_number (fixture->path,
                                        "SELECT count(*) FROM edition WHERE revision <> 1 OR bundled <> 1"),
                   ==, 0);
}

static void
test_nothing_is_lost (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 n_evaluations = kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation");
  gint64 n_scores = kompass_test_number (fixture->path, "SELECT count(*) FROM score");
  gint64 n_changes = kompass_test_number (fixture->path, "SELECT count(*) FROM change");
  KompassLibrary *library;

  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA user_version"), ==, 1);
  library = open_library (fixture);
  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA user_version"), ==, kompass_schema_get_version ());
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation"), ==, n_evaluations);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM score"), ==, n_scores);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change"), ==, n_changes);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM reference_group WHERE kind = 'published'"),
                   ==, 2);
  assert_sound (fixture);
  assert_points (library, "Lund 2011", "1.1", 600);
  assert_points (library, "Lund 2011", "1.2", 725);
  assert_points (library, "Provstad 2014", "1.1", 1050);
  assert_points (library, "Grästorp 2014", "3", 4500);
  g_assert_finalize_object (library);
}

static void
assert_undo (KompassLibrary *library,
             const char     *label)
{
  g_autofree char *got = kompass_library_get_undo_label (library);

  g_assert_cmpstr (got, ==, label);
  kompass_test_undo (library);
}

static void
assert_redo (KompassLibrary *library,
             const char     *label)
{
  g_autofree char *got = kompass_library_get_redo_label (library);

  g_assert_cmpstr (got, ==, label);
  kompass_test_redo (library);
}

/* Version 1 */

static const char * const done[] = {
  "Add the example",
  "Set 1.1 of Lund 2011 to 6.0",
  "Set 2 scores of Lund 2011",
  "Add Provköping 2014",
  "Set 1.1 of Provköping 2014 to 10.5",
  "Rename to Provstad",
  "Delete Tomelilla 2020",
  "Set 3 of Grästorp 2014 to 45.0",
};

/* Back to the empty library and forward to where it was, and beyond it what was undone before. */
static void
test_old_steps (Fixture       *fixture,
                gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;

  for (guint i = G_N_ELEMENTS (done); i-- > 0;)
    {
      assert_undo (library, done[i]);
      assert_sound (fixture);
    }
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      assert_redo (library, done[i]);
      assert_sound (fixture);
    }
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  assert_redo (library, "Set 8.1 of Lund 2011 to 1.0");
  assert_points (library, "Lund 2011", "8.1", 100);
  assert_redo (library, "Clear 8.1 of Lund 2011");
  assert_points (library, "Lund 2011", "8.1", KOMPASS_POINTS_UNKNOWN);
  g_assert_finalize_object (library);
}

/* Old steps under new ones, and what came back with an old step is as good as new. */
static void
test_new_steps_on_old (Fixture       *fixture,
                       gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, NULL);
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (KompassProfile) profile = NULL;
  g_autofree char *tomelilla = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  assert_undo (library, done[7]);
  assert_undo (library, done[6]);
  before = kompass_test_dump (fixture->path);
  tomelilla = kompass_library_find_evaluation (library, "Tomelilla 2020", NULL);
  group = kompass_group_new (PROVSTAD_2014, "One", g_ptr_array_index (editions, 0), FALSE);
  kompass_group_add_member (group, tomelilla);
  g_assert_true (kompass_library_save_group (library, group, &error));
  g_assert_no_error (error);
  profile = kompass_library_load_profile (library, kompass_group_get_id (group), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kompass_profile_get_members (profile), ==, 1);
  assert_undo (library, "Add reference group One");
  assert_undo (library, done[5]);
  assert_redo (library, done[5]);
  assert_redo (library, "Add reference group One");
  g_assert_true (kompass_library_delete_evaluation (library, tomelilla, &error));
  assert_undo (library, "Delete Tomelilla 2020");
  assert_undo (library, "Add reference group One");
  assert_sound (fixture);
  assert_points (library, "Provstad 2014", "1.1", 1050);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_finalize_object (library);
}

/* Version 2 */

static const char * const done_2[] = {
  "Add the example",
  "Set 1.1 of Lund 2011 to 6.0",
  "Set 1.2 of Lund 2011 to 7.25",
  "Add Provköping 2014",
  "Set 1.1 of Provköping 2014 to 10.5",
  "Set 1.2 of Provköping 2014 to not applicable",
};

static void
test_nothing_is_lost_2 (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 n_evaluations = kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation");
  gint64 n_scores = kompass_test_number (fixture->path, "SELECT count(*) FROM score");
  gint64 n_changes = kompass_test_number (fixture->path, "SELECT count(*) FROM change");
  gint64 n_mappings = kompass_test_number (fixture->path, "SELECT count(*) FROM mapping_item");
  g_autoptr (KompassEvaluation) lund = NULL;
  g_autoptr (KompassReport) report = NULL;
  KompassLibrary *library;

  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA user_version"), ==, 2);
  library = open_library (fixture);
  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA user_version"), ==, kompass_schema_get_version ());
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation"), ==, n_evaluations);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM score"), ==, n_scores);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change"), ==, n_changes);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM mapping_item"), ==, n_mappings);
  assert_sound (fixture);
  assert_points (library, "Lund 2011", "1.1", 600);
  assert_points (library, "Lund 2011", "1.2", 725);
  assert_points (library, "Provköping 2014", "1.1", 1050);
  lund = load (library, "Lund 2011");
  report = kompass_library_load_report (library, kompass_evaluation_get_id (lund), NULL);
  g_assert_true (kompass_report_is_empty (report));
  g_assert_finalize_object (library);
}

static void
test_old_steps_2 (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;

  for (guint i = G_N_ELEMENTS (done_2); i-- > 0;)
    {
      assert_undo (library, done_2[i]);
      assert_sound (fixture);
    }
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (done_2); i++)
    {
      assert_redo (library, done_2[i]);
      assert_sound (fixture);
    }
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  assert_redo (library, "Set 8.1 of Lund 2011 to 1.0");
  assert_points (library, "Lund 2011", "8.1", 100);
  g_assert_finalize_object (library);
}

/* Written on what an old program made, and taken back with it. */
static void
test_new_steps_on_old_2 (Fixture       *fixture,
                         gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("Words");
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassEvaluation) lund = load (library, "Lund 2011");
  const char *id = kompass_evaluation_get_id (lund);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;

  g_assert_true (kompass_library_set_report_text (library, id, "summary", text, &error));
  g_assert_no_error (error);
  g_assert_true (kompass_library_delete_evaluation (library, id, &error));
  g_assert_no_error (error);
  assert_sound (fixture);
  assert_undo (library, "Delete Lund 2011");
  assert_undo (library, "Write the summary of Lund 2011");
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  for (guint i = G_N_ELEMENTS (done_2); i-- > 0;)
    assert_undo (library, done_2[i]);
  for (guint i = 0; i < G_N_ELEMENTS (done_2); i++)
    assert_redo (library, done_2[i]);
  assert_redo (library, "Write the summary of Lund 2011");
  assert_redo (library, "Delete Lund 2011");
  assert_sound (fixture);
  g_assert_finalize_object (library);
}

/* The report of the example comes to an old one, in a step of its own. */
static void
test_example_2 (Fixture       *fixture,
                gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autoptr (KompassEvaluation) lund = load (library, "Lund 2011");
  const char *id = kompass_evaluation_get_id (lund);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (KompassReport) report = NULL;
  g_autoptr (GError) error = NULL;
  guint n_evaluations;

  kompass_start_add_example (library, &n_evaluations, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_evaluations, ==, 0);
  report = kompass_library_load_report (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kompass_report_count_words (report, NULL), >, 100);
  g_assert_cmpstr (kompass_report_get_comparisons (report)[0], !=, NULL);
  assert_points (library, "Lund 2011", "1.1", 600);
  assert_undo (library, "Add the example");
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_finalize_object (library);
}

/* As it was in the old program before it was opened by this one. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  KompassLibrary *library = open_library (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *path = g_build_filename (folder, g_dir_read_name (dir), NULL);

  g_assert_cmpint (kompass_test_number (path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (kompass_test_number (path, "SELECT count(*) FROM change"), ==, 10);
  g_assert_finalize_object (library);
}

int
main (int    argc,
      char **argv)
{
  static const char library_1[] = "library-1.kompass";
  static const char library_2[] = "library-2.kompass";

  g_test_init (&argc, &argv, NULL);

  kompass_test_add ("/library-migration/1/nothing-is-lost", library_1, set_up, test_nothing_is_lost);
  kompass_test_add ("/library-migration/1/old-steps", library_1, set_up, test_old_steps);
  kompass_test_add ("/library-migration/1/new-steps-on-old", library_1, set_up, test_new_steps_on_old);
  kompass_test_add ("/library-migration/2/nothing-is-lost", library_2, set_up, test_nothing_is_lost_2);
  kompass_test_add ("/library-migration/2/old-steps", library_2, set_up, test_old_steps_2);
  kompass_test_add ("/library-migration/2/new-steps-on-old", library_2, set_up, test_new_steps_on_old_2);
  kompass_test_add ("/library-migration/2/example", library_2, set_up, test_example_2);
  kompass_test_add ("/library-migration/1/backup", library_1, set_up, test_backup);

  return g_test_run ();
}
