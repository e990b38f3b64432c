/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on the library: what they do, that they can be undone to the last figure, that they are on disk, what they
 * refuse, and that everyone who has the library open hears of them. */
#include <locale.h>
#include <string.h>

#include "kompass-comparison.h"
#include "kompass-test-library.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define NOWHERE "00000000-0000-4000-8000-00000000ffff"
#define SECOND_MEAN "00000000-0000-4000-8000-000000000041"
#define KARLSKRONA "00000000-0000-4000-8000-00000000e002"
#define OREBRO "00000000-0000-4000-8000-00000000e003"

typedef KompassTestLibrary Fixture;

static void
reopen (Fixture *fixture)
{
  g_assert_finalize_object (fixture->library);
  fixture->library = kompass_test_open_library (fixture->path);
}

static char *
get_municipality (Fixture    *fixture,
                  const char *evaluation)
{
  g_autoptr (KompassEvaluation) loaded = kompass_test_load (fixture, evaluation);

  return g_strdup (kompass_evaluation_get_municipality_id (loaded));
}

static void
assert_score (Fixture      *fixture,
              const char   *evaluation,
              const char   *line,
              KompassScore  score)
{
  g_autoptr (KompassEvaluation) loaded = kompass_test_load (fixture, evaluation);

  g_assert_true (kompass_score_equal (kompass_line_get_score (kompass_evaluation_find_line (loaded, line)), score));
}

static void
set_score (Fixture      *fixture,
           const char   *evaluation,
           const char   *line,
           KompassScore  score)
{
  g_autoptr (GError) error = NULL;

  kompass_test_set_score (fixture->library, evaluation, line, score, &error);
  g_assert_no_error (error);
}

static GString *
dump (Fixture *fixture)
{
  g_autofree char *text = kompass_test_dump (fixture->path);

  return g_string_new (text);
}

/* Every command */

static gboolean
rename_municipality (Fixture  *fixture,
                     GError  **error)
{
  g_autofree char *municipality = get_municipality (fixture, KOMPASS_TEST_LUND);

  return kompass_library_rename_municipality (fixture->library, municipality, "  Lunds kommun ", error);
}

static gboolean
rename_like_points (Fixture  *fixture,
                    GError  **error)
{
  g_autofree char *municipality = get_municipality (fixture, KOMPASS_TEST_LUND);

  return kompass_library_rename_municipality (fixture->library, municipality, "#12 {2} %s", error);
}

static gboolean
delete_municipality (Fixture  *fixture,
                     GError  **error)
{
  g_autofree char *municipality = get_municipality (fixture, KOMPASS_TEST_LUND);

  return kompass_library_delete_municipality (fixture->library, municipality, error);
}

static gboolean
add_evaluation (Fixture  *fixture,
                GError  **error)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (KompassEvaluation) next = kompass_evaluation_copy (lund, "00000000-0000-4000-8000-0000000000aa", 2013);

  return kompass_library_add_evaluation (fixture->library, next, error);
}

static gboolean
add_evaluation_of_another (Fixture  *fixture,
                           GError  **error)
{
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2016, error);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-0000000000ab", " Åre ", 2018,
                                                                      edition, KOMPASS_DEPTH_AREAS);

  kompass_test_set (evaluation, "1", 7100);
  kompass_test_set (evaluation, "", 51900);

  return kompass_library_add_evaluation (fixture->library, evaluation, error);
}

static gboolean
add_evaluation_without_edition (Fixture  *fixture,
                                GError  **error)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);

  return kompass_library_add_evaluation (fixture->library, evaluation, error);
}

static gboolean
delete_evaluation (Fixture  *fixture,
                   GError  **error)
{
  return kompass_library_delete_evaluation (fixture->library, KOMPASS_TEST_LUND, error);
}

static gboolean
set_points (Fixture  *fixture,
            GError  **error)
{
  return kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (1200), error);
}

static gboolean
set_not_applicable (Fixture  *fixture,
                    GError  **error)
{
  return kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE_NA, error);
}

static gboolean
clear_points (Fixture  *fixture,
              GError  **error)
{
  return kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE_NONE, error);
}

static gboolean
set_many (Fixture  *fixture,
          GError  **error)
{
  const KompassEdit edits[] = {
    { "1.1", KOMPASS_SCORE (0) }, { "1.2", KOMPASS_SCORE_NA }, { "1.3", KOMPASS_SCORE_NONE }, { "8.6", KOMPASS_SCORE (2000) },
  };

  return kompass_library_set_scores (fixture->library, KOMPASS_TEST_LUND, edits, G_N_ELEMENTS (edits), error);
}

static gboolean
set_area (Fixture  *fixture,
          GError  **error)
{
  return kompass_test_set_score (fixture->library, KARLSKRONA, "3", KOMPASS_SCORE (6450), error);
}

static gboolean
clear_area (Fixture  *fixture,
            GError  **error)
{
  return kompass_test_set_score (fixture->library, KARLSKRONA, "3", KOMPASS_SCORE_NONE, error);
}

static gboolean
set_total (Fixture  *fixture,
           GError  **error)
{
  return kompass_test_set_score (fixture->library, OREBRO, "", KOMPASS_SCORE (65100), error);
}

static gboolean
clear_total (Fixture  *fixture,
             GError  **error)
{
  return kompass_test_set_score (fixture->library, OREBRO, "", KOMPASS_SCORE_NONE, error);
}

static gboolean
add_example (Fixture  *fixture,
             GError  **error)
{
  kompass_test_add_example (fixture->library);

  return TRUE;
}

static gboolean
remove_example (Fixture  *fixture,
                GError  **error)
{
  return kompass_library_remove_example (fixture->library, error);
}

typedef gboolean (*Run) (Fixture  *fixture,
                         GError  **error);

typedef struct
{
  const char *name;
  Run run;
  gboolean needs_example;
  const char *label;
} Command;

static const Command commands[] = {
  { "rename-municipality", rename_municipality, FALSE, "Rename to Lunds kommun" },
  { "rename-like-points", rename_like_points, FALSE, "Rename to #12 {2} %s" },
  { "delete-municipality", delete_municipality, FALSE, "Delete Lund" },
  { "delete-shared-municipality", delete_municipality, TRUE, "Delete Lund" },
  { "add-evaluation", add_evaluation, FALSE, "Add Lund 2013" },
  { "add-evaluation-of-another", add_evaluation_of_another, FALSE, "Add Åre 2018" },
  { "add-evaluation-without-edition", add_evaluation_without_edition, FALSE, "Add Örebro 2015" },
  { "delete-evaluation", delete_evaluation, FALSE, "Delete Lund 2011" },
  { "set-points", set_points, FALSE, "Set 1.3 of Lund 2011 to 12.0" },
  { "set-not-applicable", set_not_applicable, FALSE, "Set 1.3 of Lund 2011 to not applicable" },
  { "clear-points", clear_points, FALSE, "Clear 1.3 of Lund 2011" },
  { "set-many", set_many, FALSE, "Set 4 scores of Lund 2011" },
  { "set-area", set_area, TRUE, "Set 3 of Karlskrona 2014 to 64.5" },
  { "clear-area", clear_area, TRUE, "Clear 3 of Karlskrona 2014" },
  { "set-total", set_total, TRUE, "Set the total of Örebro 2015 to 651.0" },
  { "clear-total", clear_total, TRUE, "Clear the total of Örebro 2015" },
  { "add-example", add_example, FALSE, "Add the example" },
  { "remove-example", remove_example, TRUE, "Remove the example" },
};

static void
assert_same (GString *one,
             GString *other)
{
  if (!g_string_equal (one, other))
    g_error ("The library is not as it was. Now:\n%s\nBefore:\n%s", one->str, other->str);
}

static void
assert_dump (Fixture *fixture,
             GString *expected)
{
  GString *now = dump (fixture);

  assert_same (now, expected);
  g_string_free (now, TRUE);
}

/* Done, undone, done again; and the same after the program has been closed in between. */
static void
test_command (Fixture       *fixture,
              gconstpointer  data)
{
  const Command *command = data;
  g_autoptr (GError) error = NULL;
  GString *before;
  GString *after;
  gint64 n_changes;
  g_autofree char *undo_label = NULL;

  if (command->needs_example)
    kompass_test_add_example (fixture->library);
  n_changes = kompass_test_count_steps (fixture->path);
  undo_label = kompass_library_get_undo_label (fixture->library);
  before = dump (fixture);

  g_assert_true (command->run (fixture, &error));
  g_assert_no_error (error);
  after = dump (fixture);
  g_assert_false (g_string_equal (before, after));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  kompass_test_assert_labels (fixture, command->label, NULL);

  kompass_test_undo (fixture->library);
  assert_dump (fixture, before);
  kompass_test_assert_labels (fixture, undo_label, command->label);
  kompass_test_redo (fixture->library);
  assert_dump (fixture, after);
  kompass_test_assert_labels (fixture, command->label, NULL);

  reopen (fixture);
  assert_dump (fixture, after);
  kompass_test_assert_labels (fixture, command->label, NULL);
  kompass_test_undo (fixture->library);
  reopen (fixture);
  assert_dump (fixture, before);
  kompass_test_assert_labels (fixture, undo_label, command->label);
  kompass_test_redo (fixture->library);
  assert_dump (fixture, after);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  g_string_free (before, TRUE);
  g_string_free (after, TRUE);
}

static void
test_log_entry (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *sql = NULL;

  g_assert_true (set_points (fixture, NULL));
  sql = g_strdup_printf ("SELECT count(*) FROM change WHERE number = 2 AND author = 'Tester' AND state = 'done' "
                         "AND evaluation = '%s' AND label = 'Set {1} of {2} to {3}' "
                         "AND abs (strftime ('%%s', 'now') - strftime ('%%s', time)) < 60",
                         KOMPASS_TEST_LUND);
  g_assert_cmpint (kompass_test_number (fixture->path, sql), ==, 1);
}

static void
test_author (Fixture       *fixture,
             gconstpointer  data)
{
  kompass_library_set_author (fixture->library, "Eva \xff");
  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (100));
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change WHERE author = 'Eva \xef\xbf\xbd'"), ==, 1);
}

/* Effects */

static void
test_loaded_is_what_was_added (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) original = kompass_test_lund (edition);
  g_autoptr (KompassEvaluation) loaded = kompass_test_load (fixture, KOMPASS_TEST_LUND);

  g_assert_cmpuint (kompass_evaluation_get_n_lines (loaded), ==, 54);
  for (guint i = 0; i < 54; i++)
    g_assert_true (kompass_figures_equal (kompass_line_get_figures (kompass_evaluation_get_line (loaded, i)),
                                          kompass_line_get_figures (kompass_evaluation_get_line (original, i))));
  g_assert_cmpstr (kompass_evaluation_get_title (loaded), ==, "Lund 2011");
  g_assert_cmpuint (kompass_evaluation_get_decimals (loaded), ==, 1);
  g_assert_false (kompass_evaluation_get_is_example (loaded));
  g_assert_true (kompass_evaluation_get_edition (loaded) ==
                 kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL));
}

static void
test_printed_after_commands (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  const KompassFigures *total = kompass_line_get_figures (kompass_evaluation_get_total_line (lund));

  g_assert_cmpint (total->points, ==, 45890);
  set_score (fixture, KOMPASS_TEST_LUND, "4.3", KOMPASS_SCORE (640));
  g_assert_true (kompass_library_reload (fixture->library, lund, NULL));
  g_assert_cmpint (total->points, ==, 45920);
  set_score (fixture, KOMPASS_TEST_LUND, "4.3", KOMPASS_SCORE (630));
  g_assert_true (kompass_library_reload (fixture->library, lund, NULL));
  g_assert_cmpint (total->points, ==, 45890);
}

static void
test_printed_total_beside_areas (Fixture       *fixture,
                                 gconstpointer  data)
{
  const KompassEdit edits[] = { { "3", KOMPASS_SCORE (6400) }, { "", KOMPASS_SCORE (51000) } };
  g_autoptr (KompassEvaluation) loaded = NULL;
  const KompassFigures *total;

  kompass_test_add_example (fixture->library);
  g_assert_true (kompass_library_set_scores (fixture->library, KARLSKRONA, edits, G_N_ELEMENTS (edits), NULL));
  loaded = kompass_test_load (fixture, KARLSKRONA);
  total = kompass_line_get_figures (kompass_evaluation_get_total_line (loaded));
  g_assert_cmpint (total->points, ==, 51000);
  g_assert_cmpint (total->printed.points_beside, ==, 50500);
  set_score (fixture, KARLSKRONA, "3", KOMPASS_SCORE (6500));
  g_assert_true (kompass_library_reload (fixture->library, loaded, NULL));
  g_assert_cmpint (total->points, ==, 50600);
}

static void
test_municipality_of_that_name (Fixture       *fixture,
                                gconstpointer  data)
{
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) next = kompass_test_evaluation (NULL, " LUND ", 2013, edition, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassEvaluation) abroad = kompass_test_evaluation (NULL, "Lund", 2013, edition, KOMPASS_DEPTH_TOTAL);
  g_autofree char *lund = get_municipality (fixture, KOMPASS_TEST_LUND);

  g_assert_true (kompass_library_add_evaluation (fixture->library, next, NULL));
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (next), ==, lund);
  g_assert_cmpstr (kompass_evaluation_get_title (next), ==, "Lund 2013");
  kompass_test_assert_labels (fixture, "Add Lund 2013", NULL);

  kompass_evaluation_set_municipality (abroad, kompass_evaluation_get_municipality_id (abroad), "Lund", "NO");
  g_assert_true (kompass_library_add_evaluation (fixture->library, abroad, NULL));
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (abroad), !=, lund);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM municipality"), ==, 2);
}

static void
test_deleted_is_gone (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (GError) error = NULL;

  g_assert_true (delete_evaluation (fixture, NULL));
  g_assert_null (kompass_library_load (fixture->library, KOMPASS_TEST_LUND, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kompass_library_reload (fixture->library, lund, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM municipality"), ==, 1);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM score"), ==, 0);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM printed"), ==, 0);
}

static void
test_example_beside_own (Fixture       *fixture,
                         gconstpointer  data)
{
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) own = kompass_test_evaluation (NULL, "Karlskrona", 2012, edition, KOMPASS_DEPTH_TOTAL);

  g_assert_false (kompass_library_has_example (fixture->library));
  kompass_test_add_example (fixture->library);
  g_assert_true (kompass_library_has_example (fixture->library));
  g_assert_true (kompass_library_add_evaluation (fixture->library, own, NULL));
  g_assert_true (kompass_library_remove_example (fixture->library, NULL));
  g_assert_false (kompass_library_has_example (fixture->library));

  /* Lund was the user's own before, and Karlskrona has got a round of the user's. */
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM evaluation"), ==, 2);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM municipality"), ==, 2);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM reference_group"), ==, 0);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM reference_value"), ==, 0);
  assert_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (940));
}

/* What the user has deleted of the example comes back; what is there stays as the user has made it. */
static void
test_example_again (Fixture       *fixture,
                    gconstpointer  data)
{
  kompass_test_add_example (fixture->library);
  set_score (fixture, OREBRO, "", KOMPASS_SCORE (65100));
  g_assert_true (kompass_library_delete_evaluation (fixture->library, KARLSKRONA, NULL));
  kompass_test_add_example (fixture->library);
  assert_score (fixture, KARLSKRONA, "", KOMPASS_SCORE (50900));
  assert_score (fixture, OREBRO, "", KOMPASS_SCORE (65100));

  /* With all rounds of it deleted one by one, its mean is still there. */
  g_assert_true (kompass_library_delete_evaluation (fixture->library, KARLSKRONA, NULL));
  g_assert_true (kompass_library_delete_evaluation (fixture->library, OREBRO, NULL));
  g_assert_true (kompass_library_delete_evaluation (fixture->library, "00000000-0000-4000-8000-00000000e001", NULL));
  g_assert_false (kompass_library_has_example (fixture->library));
  kompass_test_add_example (fixture->library);
  g_assert_true (kompass_library_has_example (fixture->library));
}

/* Nothing done, nothing logged */

static void
test_no_trace (Fixture       *fixture,
               gconstpointer  data)
{
  const KompassEdit same[] = { { "1.1", KOMPASS_SCORE (450) }, { "1.2", KOMPASS_SCORE (1020) } };
  const KompassEdit there_and_back[] = { { "1.1", KOMPASS_SCORE (100) }, { "1.1", KOMPASS_SCORE (450) } };
  g_autofree char *municipality = get_municipality (fixture, KOMPASS_TEST_LUND);
  g_autoptr (GError) error = NULL;
  gint64 n_changes;

  set_score (fixture, KOMPASS_TEST_LUND, "2.1", KOMPASS_SCORE_NONE);
  kompass_test_add_example (fixture->library);
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  n_changes = kompass_test_count_steps (fixture->path);
  kompass_test_assert_labels (fixture, "Add Lund 2011", "Clear 2.1 of Lund 2011");

  g_assert_true (kompass_library_set_scores (fixture->library, KOMPASS_TEST_LUND, same, G_N_ELEMENTS (same), &error));
  g_assert_true (kompass_library_set_scores (fixture->library, KOMPASS_TEST_LUND, there_and_back,
                                             G_N_ELEMENTS (there_and_back), &error));
  g_assert_true (kompass_library_rename_municipality (fixture->library, municipality, " Lund ", &error));
  g_assert_true (kompass_library_remove_example (fixture->library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
  kompass_test_assert_labels (fixture, "Add Lund 2011", "Clear 2.1 of Lund 2011");

  kompass_test_redo (fixture->library);
  kompass_test_redo (fixture->library);
  kompass_test_add_example (fixture->library);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
  kompass_test_assert_labels (fixture, "Add the example", NULL);
}

/* A new command after an undo: what was undone cannot be done again, and everything else can be undone. */
static void
test_redo_is_abandoned (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (100));
  set_score (fixture, KOMPASS_TEST_LUND, "1.2", KOMPASS_SCORE (200));
  set_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (300));
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  kompass_test_assert_labels (fixture, "Set 1.1 of Lund 2011 to 1.0", "Set 1.2 of Lund 2011 to 2.0");
  set_score (fixture, KOMPASS_TEST_LUND, "1.4", KOMPASS_SCORE (400));
  kompass_test_assert_labels (fixture, "Set 1.4 of Lund 2011 to 4.0", NULL);
  g_assert_false (kompass_library_redo (fixture->library, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOTHING);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change WHERE state = 'abandoned'"), ==, 2);

  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  kompass_test_assert_labels (fixture, "Add Lund 2011", "Set 1.1 of Lund 2011 to 1.0");
  assert_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (450));
  kompass_test_redo (fixture->library);
  kompass_test_redo (fixture->library);
  kompass_test_assert_labels (fixture, "Set 1.4 of Lund 2011 to 4.0", NULL);
  assert_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (100));
  assert_score (fixture, KOMPASS_TEST_LUND, "1.2", KOMPASS_SCORE (1020));
}

/* As somebody does who sends the file to a colleague while the window is open. */
static void
test_settle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy.kompass", NULL);
  g_autoptr (KompassLibrary) copy = NULL;
  g_autoptr (KompassEvaluation) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (875));
  kompass_library_settle (fixture->library);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, &error) &&
                 g_file_set_contents (copy_path, contents, (gssize) length, &error));
  g_assert_no_error (error);
  copy = kompass_test_open_library (copy_path);
  loaded = kompass_library_load (copy, KOMPASS_TEST_LUND, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kompass_line_get_score (kompass_evaluation_find_line (loaded, "1.1")).points, ==, 875);
}

static void
test_undo_everything (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  kompass_test_undo (fixture->library);
  kompass_test_assert_labels (fixture, NULL, "Add Lund 2011");
  g_assert_false (kompass_library_undo (fixture->library, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOTHING);
  g_assert_cmpstr (error->message, ==, "There is nothing to undo");
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM municipality"), ==, 0);
  /* The editions are what the library stands on. */
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM question"), ==, 45);
  kompass_test_redo (fixture->library);
  g_clear_error (&error);
  g_assert_false (kompass_library_redo (fixture->library, &error));
  g_assert_cmpstr (error->message, ==, "There is nothing to redo");
}

/* Something that does not keep the log has been at the file: guessing would lose data. */
static void
test_undo_conflicts (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const meddling[] = {
    "UPDATE score SET points = 77 WHERE question = '1.1'",
    "DELETE FROM score WHERE question = '1.1'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (meddling); i++)
    {
      g_autoptr (GError) error = NULL;
      GString *before;

      set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (100 + (int) i));
      kompass_test_execute (fixture->path, meddling[i]);
      before = dump (fixture);
      g_assert_false (kompass_library_undo (fixture->library, &error));
      g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "Nothing was changed"));
      assert_dump (fixture, before);
      g_string_free (before, TRUE);
    }
}

static void
test_undo_conflict_of_keys (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GString *before;

  g_assert_true (add_evaluation_of_another (fixture, NULL));
  kompass_test_execute (fixture->path, "INSERT INTO evaluation SELECT 'x', id, 2001, NULL, 'total', 0, '', 0, NULL "
                                       "FROM municipality WHERE name = 'Åre'");
  before = dump (fixture);
  g_assert_false (kompass_library_undo (fixture->library, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_CONFLICT);
  assert_dump (fixture, before);
  kompass_test_assert_labels (fixture, "Add Åre 2018", NULL);
  g_string_free (before, TRUE);
}

/* Refusals */

static void
test_set_scores_refuses (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    const char *evaluation, *line;
    KompassScore score;
    int code;
    const char *message;
  } rows[] = {
    { KOMPASS_TEST_LUND, "1.1", { KOMPASS_SCORE_SCORED, 1501 }, KOMPASS_LIBRARY_ERROR_INVALID, "At most 15 points" },
    { KOMPASS_TEST_LUND, "1.1", { KOMPASS_SCORE_SCORED, -1 }, KOMPASS_LIBRARY_ERROR_INVALID, "At least 0 points" },
    { KOMPASS_TEST_LUND, "1.1", { KOMPASS_SCORE_SCORED, UNKNOWN }, KOMPASS_LIBRARY_ERROR_INVALID, "At least 0 points" },
    { KOMPASS_TEST_LUND, "1.9", { KOMPASS_SCORE_SCORED, 1 }, KOMPASS_LIBRARY_ERROR_NOT_FOUND, "Lund 2011 has no line “1.9”" },
    { KOMPASS_TEST_LUND, "1", { KOMPASS_SCORE_SCORED, 1 }, KOMPASS_LIBRARY_ERROR_INVALID,
      "Points are set on the questions of this evaluation; its areas and total follow" },
    { KOMPASS_TEST_LUND, "", { KOMPASS_SCORE_SCORED, 1 }, KOMPASS_LIBRARY_ERROR_INVALID,
      "Points are set on the questions of this evaluation; its areas and total follow" },
    { KARLSKRONA, "1", { KOMPASS_SCORE_SCORED, 10001 }, KOMPASS_LIBRARY_ERROR_INVALID, "At most 100 points" },
    { KARLSKRONA, "", { KOMPASS_SCORE_SCORED, 80001 }, KOMPASS_LIBRARY_ERROR_INVALID, "At most 800 points" },
    { KARLSKRONA, "1", { KOMPASS_SCORE_NOT_APPLICABLE, UNKNOWN }, KOMPASS_LIBRARY_ERROR_INVALID,
      "Only a question can be not applicable" },
    { KARLSKRONA, "1.1", { KOMPASS_SCORE_SCORED, 1 }, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
      "Karlskrona 2014 has no line “1.1”" },
    { OREBRO, "", { KOMPASS_SCORE_SCORED, KOMPASS_POINTS_LIMIT + 1 }, KOMPASS_LIBRARY_ERROR_INVALID,
      "At most 99999.99 points" },
    { NOWHERE, "1.1", { KOMPASS_SCORE_SCORED, 1 }, KOMPASS_LIBRARY_ERROR_NOT_FOUND, "There is no evaluation " NOWHERE },
  };
  gint64 n_changes;
  GString *before;

  kompass_test_add_example (fixture->library);
  before = dump (fixture);
  n_changes = kompass_test_count_steps (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_test_set_score (fixture->library, rows[i].evaluation, rows[i].line, rows[i].score, &error));
      g_assert_error (error, KOMPASS_LIBRARY_ERROR, rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
  assert_dump (fixture, before);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
  g_string_free (before, TRUE);
}

static void
test_paste_is_all_or_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  KompassEdit edits[45];
  g_auto (GStrv) numbers = g_new0 (char *, 46);
  g_autoptr (KompassEvaluation) lund = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (GError) error = NULL;
  GString *before = dump (fixture);

  for (guint i = 0; i < 45; i++)
    {
      numbers[i] = g_strdup (kompass_line_get_number (kompass_evaluation_get_question_line (lund, i)));
      edits[i] = (KompassEdit) { numbers[i], KOMPASS_SCORE (500) };
    }
  edits[44].score.points = 2001;
  g_assert_false (kompass_library_set_scores (fixture->library, KOMPASS_TEST_LUND, edits, 45, &error));
  g_assert_cmpstr (error->message, ==, "At most 20 points");
  assert_dump (fixture, before);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, 1);

  edits[44].score.points = 2000;
  g_assert_true (kompass_library_set_scores (fixture->library, KOMPASS_TEST_LUND, edits, 45, NULL));
  kompass_test_assert_labels (fixture, "Set 45 scores of Lund 2011", NULL);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT sum (points) FROM score"), ==, 44 * 500 + 2000);
  kompass_test_undo (fixture->library);
  assert_dump (fixture, before);
  g_string_free (before, TRUE);
}

static void
test_add_evaluation_refuses (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *longest_name = g_strnfill (200, 'x');
  const struct
  {
    const char *name;
    guint year;
    const char *message;
  } rows[] = {
    { "Ale", 1899, "The year must be between 1900 and 2999" },
    { "Ale", 3000, "The year must be between 1900 and 2999" },
    { "Ale", 0, "The year must be between 1900 and 2999" },
    { "", 2012, "A municipality needs a name" },
    { "  ", 2012, "A municipality needs a name" },
    { long_name, 2012, "The name is too long: at most 200 characters" },
    { "A\nle", 2012, "The name has a character that cannot be printed" },
    { "A\x1f", 2012, "The name has a character that cannot be printed" },
    { "Ale\xff", 2012, "A municipality needs a name" },
  };
  KompassEdition *edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) longest = kompass_test_evaluation (NULL, longest_name, 2012, edition, KOMPASS_DEPTH_TOTAL);
  GString *before = dump (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, rows[i].name, rows[i].year, edition,
                                                                          KOMPASS_DEPTH_QUESTIONS);
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_library_add_evaluation (fixture->library, evaluation, &error));
      g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
  assert_dump (fixture, before);
  g_assert_true (kompass_library_add_evaluation (fixture->library, longest, NULL));
  g_string_free (before, TRUE);
}

static void
test_add_evaluation_refuses_editions (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (KompassEdition) strange = kompass_test_edition_by_areas (NOWHERE, "2030", 2030, 10000);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Ale", 2031, strange, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassEvaluation) again = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (GError) error = NULL;
  GString *before = dump (fixture);

  g_assert_false (kompass_library_add_evaluation (fixture->library, evaluation, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kompass_library_add_evaluation (fixture->library, again, &error));
  g_assert_nonnull (error);
  assert_dump (fixture, before);
  g_string_free (before, TRUE);
}

static void
test_municipality (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *lund = get_municipality (fixture, KOMPASS_TEST_LUND);
  g_autoptr (KompassEvaluation) norwegian = NULL;
  g_autofree char *name = NULL;
  g_autofree char *country = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *other_country = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_library_get_municipality (fixture->library, lund, &name, &country, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Lund");
  g_assert_cmpstr (country, ==, "SE");
  g_assert_true (kompass_library_get_municipality (fixture->library, lund, NULL, NULL, &error));

  /* The name is what renaming takes: the country is not part of it. */
  norwegian = kompass_test_evaluation ("00000000-0000-4000-8000-00000000a0b1", "Sund", 2013, NULL, KOMPASS_DEPTH_TOTAL);
  kompass_evaluation_set_municipality (norwegian, "00000000-0000-4000-8000-00000000a0b2", "Sund", "NO");
  g_assert_true (kompass_library_add_evaluation (fixture->library, norwegian, &error));
  g_assert_true (kompass_library_get_municipality (fixture->library, "00000000-0000-4000-8000-00000000a0b2", &other_name,
                                                   &other_country, &error));
  g_assert_cmpstr (other_name, ==, "Sund");
  g_assert_cmpstr (other_country, ==, "NO");

  g_assert_false (kompass_library_get_municipality (fixture->library, NOWHERE, NULL, NULL, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_has_round (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_true (kompass_library_has_round (fixture->library, "Lund", "SE", 2011));
  g_assert_true (kompass_library_has_round (fixture->library, " LUND", "SE", 2011));
  g_assert_false (kompass_library_has_round (fixture->library, "Lund", "SE", 2012));
  g_assert_false (kompass_library_has_round (fixture->library, "Lund", "NO", 2011));
  g_assert_false (kompass_library_has_round (fixture->library, "Lun", "SE", 2011));
  g_assert_false (kompass_library_has_round (fixture->library, "", "SE", 2011));
}

static void
test_names_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *lund = get_municipality (fixture, KOMPASS_TEST_LUND);
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = fixture->library;

  g_assert_true (add_evaluation_of_another (fixture, NULL));
  g_assert_false (kompass_library_rename_municipality (library, NOWHERE, "Ale", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kompass_library_rename_municipality (library, lund, " ", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (kompass_library_rename_municipality (library, lund, "åre", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "There is a municipality of that name already");
  g_clear_error (&error);
  g_assert_false (kompass_library_delete_municipality (library, NOWHERE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kompass_library_delete_evaluation (library, NOWHERE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, 2);

  g_assert_true (kompass_library_rename_municipality (library, lund, "LUND", NULL));
  kompass_test_assert_labels (fixture, "Rename to LUND", NULL);
}

static void
test_editions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassEdition) again = kompass_test_edition_2010 ();
  g_autoptr (KompassEdition) invalid = kompass_edition_new (NOWHERE, "2030", 2030, 0, NULL);
  g_autoptr (GPtrArray) editions = NULL;
  g_autofree char *hash = kompass_edition_get_hash (again);
  g_autofree char *stored_hash = NULL;
  g_autoptr (GError) error = NULL;
  KompassEdition *edition;

  g_assert_true (kompass_library_add_edition (fixture->library, again, &error));
  g_assert_false (kompass_library_add_edition (fixture->library, invalid, &error));
  g_assert_error (error, KOMPASS_EDITION_ERROR, KOMPASS_EDITION_ERROR_INVALID);
  reopen (fixture);
  g_assert_true (kompass_library_add_edition (fixture->library, again, NULL));
  editions = kompass_library_list_editions (fixture->library, NULL);
  g_assert_cmpuint (editions->len, ==, 3);
  g_assert_cmpstr (kompass_edition_get_name (g_ptr_array_index (editions, 0)), ==, "2016");
  edition = g_ptr_array_index (editions, 1);
  stored_hash = kompass_edition_get_hash (edition);
  g_assert_cmpstr (stored_hash, ==, hash);
  g_assert_cmpuint (kompass_edition_get_last_year (edition), ==, 2015);
  g_assert_cmpint (kompass_edition_get_maximum (g_ptr_array_index (editions, 2)), ==, UNKNOWN);
  g_clear_error (&error);
  g_assert_null (kompass_library_get_edition (fixture->library, NOWHERE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, 1);
}

/* Lists and names */

static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const titles[] = { "Karlskrona 2014", "Lund 2013", "Lund 2011", "Åre 2018", "Örebro 2015" };
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) after = NULL;
  KompassRound *last;

  kompass_test_add_example (fixture->library);
  g_assert_true (add_evaluation_of_another (fixture, NULL));
  rounds = kompass_library_list_rounds (fixture->library, NULL);
  g_assert_cmpuint (rounds->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < rounds->len; i++)
    {
      g_autofree char *title = kompass_round_get_title (g_ptr_array_index (rounds, i));

      g_assert_cmpstr (title, ==, titles[i]);
    }
  last = g_ptr_array_index (rounds, 4);
  g_assert_null (kompass_round_get_edition_name (last));
  g_assert_cmpint (kompass_round_get_depth (last), ==, KOMPASS_DEPTH_TOTAL);
  g_assert_true (kompass_round_get_is_example (last));
  g_assert_cmpstr (kompass_round_get_edition_name (g_ptr_array_index (rounds, 3)), ==, "2016");
  g_assert_false (kompass_round_get_is_example (g_ptr_array_index (rounds, 3)));

  /* A municipality whose rounds are deleted stays. */
  g_assert_true (kompass_library_delete_evaluation (fixture->library, OREBRO, NULL));
  after = kompass_library_list_rounds (fixture->library, NULL);
  g_assert_cmpuint (after->len, ==, G_N_ELEMENTS (titles));
  last = g_ptr_array_index (after, 4);
  g_assert_cmpstr (kompass_round_get_municipality (last), ==, "Örebro");
  g_assert_null (kompass_round_get_id (last));
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) means = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (KompassEvaluation) lund = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (KompassProfile) mean = NULL;
  KompassProfile *latest;
  KompassPoints difference;
  guint n_evaluations = 4711;
  guint n_means = 4711;

  latest = kompass_profile_new_mean (NOWHERE, "National mean",
                                     kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2016, NULL), 0,
                                     "2016", "");
  kompass_profile_set_total (latest, 47600);
  g_ptr_array_add (means, latest);
  g_assert_true (kompass_library_add_example (fixture->library, none, means, NULL, &n_evaluations, &n_means, NULL));
  g_assert_cmpuint (n_evaluations, ==, 0);
  g_assert_cmpuint (n_means, ==, means->len);
  g_assert_true (kompass_library_add_example (fixture->library, none, means, NULL, &n_evaluations, &n_means, NULL));
  g_assert_cmpuint (n_means, ==, 0);
  kompass_test_add_example (fixture->library);

  references = kompass_library_list_references (fixture->library, NULL);
  g_assert_cmpuint (references->len, ==, 2);
  g_assert_cmpstr (kompass_profile_get_name (g_ptr_array_index (references, 0)), ==, "National mean");
  g_assert_cmpuint (kompass_profile_get_members (g_ptr_array_index (references, 0)), ==, 0);
  g_assert_cmpint (kompass_profile_get_points (g_ptr_array_index (references, 0), KOMPASS_LINE_TOTAL, 0, NULL), ==, 47600);
  g_assert_cmpint (kompass_profile_get_points (g_ptr_array_index (references, 0), KOMPASS_LINE_AREA, 0, NULL), ==, UNKNOWN);

  mean = kompass_library_load_profile (fixture->library, KOMPASS_TEST_MEAN, NULL);
  g_assert_cmpuint (kompass_profile_get_members (mean), ==, 40);
  g_assert_cmpstr (kompass_profile_get_as_of (mean), ==, "2014");
  g_assert_cmpint (kompass_compare_line (lund, mean, kompass_evaluation_find_line (lund, "1"), &difference), ==, 5000);
  g_assert_cmpint (difference, ==, -780);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *name, *id;
    int code;
  } rows[] = {
    { "Lund 2011", KOMPASS_TEST_LUND, 0 },
    { "lund-2011", KOMPASS_TEST_LUND, 0 },
    { " LUND  2011 ", KOMPASS_TEST_LUND, 0 },
    { "lund2011", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { KOMPASS_TEST_LUND, KOMPASS_TEST_LUND, 0 },
    { "örebro 2015", OREBRO, 0 },
    { "O\xcc\x88rebro 2015", OREBRO, 0 }, /* O and two dots */
    { "Orebro 2015", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "Lund", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "2011", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "Lund\xff 2011", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "' OR 1 = 1 --", NULL, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { "Lund 2013", NULL, KOMPASS_LIBRARY_ERROR_AMBIGUOUS },
  };

  kompass_test_add_example (fixture->library);
  g_assert_true (add_evaluation (fixture, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = kompass_library_find_evaluation (fixture->library, rows[i].name, &error);

      g_assert_cmpstr (id, ==, rows[i].id);
      if (id == NULL)
        g_assert_error (error, KOMPASS_LIBRARY_ERROR, rows[i].code);
      if (rows[i].code == KOMPASS_LIBRARY_ERROR_AMBIGUOUS)
        g_assert_nonnull (strstr (error->message, "\n  00000000-0000-4000-8000-00000000e001  Lund 2013  (2010, questions)"));
    }
}

/* Without a year, or with another one, what there is of the municipality is named. */
static void
test_find_years (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *name, *words;
  } rows[] = {
    { "Lund", "“Lund” is a municipality. Write the year, too:\n  Lund 2011\n  Lund 2013" },
    { "lund-2012", "There is no evaluation “lund-2012”. There is of this municipality:\n  Lund 2011\n  Lund 2013" },
    { "Lun", "There is no evaluation “Lun”. Write municipality and year, such as “Lund 2011”." },
    { "Lund 20", "There is no evaluation “Lund 20”. Write municipality and year, such as “Lund 2011”." },
  };

  kompass_test_add_example (fixture->library);
  g_assert_true (add_evaluation (fixture, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kompass_library_find_evaluation (fixture->library, rows[i].name, &error));
      g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
      g_assert_cmpstr (error->message, ==, rows[i].words);
    }
}

static void
test_find_profile (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *mean = NULL;
  g_autofree char *mean_by_id = NULL;
  g_autofree char *lund = NULL;
  g_autoptr (GError) error = NULL;

  kompass_test_add_example (fixture->library);
  mean = kompass_library_find_profile (fixture->library, "mean of the 40 latest evaluations", NULL);
  mean_by_id = kompass_library_find_profile (fixture->library, KOMPASS_TEST_MEAN, NULL);
  lund = kompass_library_find_profile (fixture->library, "lund-2011", NULL);
  g_assert_cmpstr (mean, ==, KOMPASS_TEST_MEAN);
  g_assert_cmpstr (mean_by_id, ==, KOMPASS_TEST_MEAN);
  g_assert_cmpstr (lund, ==, KOMPASS_TEST_LUND);
  kompass_test_execute (fixture->path, "INSERT INTO reference_group SELECT '" SECOND_MEAN "', name, edition, members, as_of, "
                                       "source, example, kind FROM reference_group");
  g_assert_null (kompass_library_find_profile (fixture->library, "mean of the 40 latest evaluations", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, KOMPASS_TEST_MEAN));
  g_assert_nonnull (strstr (error->message, SECOND_MEAN));
  g_clear_error (&error);
  g_free (mean_by_id);
  mean_by_id = kompass_library_find_profile (fixture->library, SECOND_MEAN, NULL);
  g_assert_cmpstr (mean_by_id, ==, SECOND_MEAN);
  g_assert_null (kompass_library_find_profile (fixture->library, "nobody", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "\n  Mean of the 40 latest evaluations"));
  g_clear_error (&error);
  g_assert_null (kompass_library_find_profile (fixture->library, "Karlskrona", &error));
  g_assert_nonnull (strstr (error->message, "\n  Karlskrona 2014"));
  g_clear_error (&error);
  g_assert_null (kompass_library_load_profile (fixture->library, NOWHERE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
}

/* What happened last to a figure */

static void
assert_last_change (Fixture    *fixture,
                    const char *evaluation,
                    const char *number,
                    const char *label)
{
  g_autoptr (KompassEvaluation) loaded = kompass_test_load (fixture, evaluation);
  KompassLine *line = kompass_evaluation_find_line (loaded, number);
  g_autoptr (KompassChange) change = kompass_library_find_last_change (fixture->library, evaluation, line);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (change != NULL ? change->label : NULL, ==, label);
  if (change == NULL)
    return;
  g_assert_cmpstr (change->author, ==, "Tester");
  g_assert_cmpint (ABS (g_date_time_difference (now, change->time)), <, 60 * G_TIME_SPAN_SECOND);
}

static void
test_last_change (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", NULL); /* added with its figures */
  assert_last_change (fixture, KOMPASS_TEST_LUND, "", NULL);
  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (175));
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", "4.5 → 1.75");
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.2", NULL);
  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE_NA);
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", "1.75 → not applicable");
  set_score (fixture, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE_NONE);
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", "not applicable → not scored");
  kompass_test_undo (fixture->library);
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", "1.75 → not applicable");
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  assert_last_change (fixture, KOMPASS_TEST_LUND, "1.1", NULL);

  kompass_test_add_example (fixture->library);
  set_score (fixture, KARLSKRONA, "", KOMPASS_SCORE (51000));
  set_score (fixture, KARLSKRONA, "3", KOMPASS_SCORE_NONE);
  assert_last_change (fixture, KARLSKRONA, "", "509.0 → 510.0");
  assert_last_change (fixture, KARLSKRONA, "3", "63.0 → not scored");

  /* What was deleted and added again has no past. */
  g_assert_true (kompass_library_delete_evaluation (fixture->library, KARLSKRONA, NULL));
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT evaluation = '" KARLSKRONA "' FROM change "
                                                       "ORDER BY number DESC LIMIT 1"), ==, 1);
  kompass_test_add_example (fixture->library);
  assert_last_change (fixture, KARLSKRONA, "", NULL);
  assert_last_change (fixture, KARLSKRONA, "3", NULL);
}

/* Labels come from a file that may be anyone's. */
static void
test_labels (void)
{
  static const struct
  {
    const char *label, *arguments, *text;
  } rows[] = {
    { "Delete {1}", "Lund", "Delete Lund" },
    { "{2} {1}", "a\x1f" "b", "b a" },
    { "{1}", "", "" },
    { "{1}{9}{0}", "a", "a" },
    { "{", "a", "{" },
    { "{1", "a", "{1" },
    { "{10}", "a", "{10}" },
    { "%s%n {1}", "%s", "%s%n %s" },
    { "{1}", "{1}{2}", "{1}{2}" },
    { "{1}", "\x1e" "940", "9.4" },
    { "{1}", "\x1e" "1400", "14.0" },
    { "{1}", "\x1e" "x", "\x1e" "x" },
    { "{1}", "\x1e" "-2147483648", "\x1e" "-2147483648" },
    { "{1}", "#940", "#940" },
    { "", "a", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = kompass_change_format_label (rows[i].label, rows[i].arguments);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Who hears of it */

typedef struct
{
  guint n_changed;
  guint n_lists;
  char *subjects;
} Heard;

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
changed_cb (KompassLibrary  *library,
            char           **evaluations,
            Heard           *heard)
{
  g_auto (GStrv) sorted = g_strdupv (evaluations);

  if (sorted != NULL)
    qsort (sorted, g_strv_length (sorted), sizeof *sorted, compare_texts);
  g_free (heard->subjects);
  heard->subjects = sorted != NULL ? g_strjoinv (" ", sorted) : g_strdup ("everything");
  heard->n_changed++;
}

static void
lists_changed_cb (KompassLibrary *library,
                  Heard          *heard)
{
  g_assert_cmpuint (heard->n_changed, ==, 0);
  heard->n_lists++;
}

static void
listen (KompassLibrary *library,
        Heard          *heard)
{
  g_signal_connect (library, "changed", G_CALLBACK (changed_cb), heard);
  g_signal_connect (library, "lists-changed", G_CALLBACK (lists_changed_cb), heard);
}

static void
assert_heard (Heard      *heard,
              const char *subjects,
              gboolean    lists)
{
  g_assert_cmpuint (heard->n_changed, ==, subjects != NULL ? 1 : 0);
  g_assert_cmpstr (heard->subjects, ==, subjects);
  g_assert_cmpuint (heard->n_lists, ==, lists ? 1 : 0);
  g_clear_pointer (&heard->subjects, g_free);
  heard->n_changed = heard->n_lists = 0;
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  Heard heard = { 0 };

  listen (fixture->library, &heard);
  g_assert_true (set_points (fixture, NULL));
  assert_heard (&heard, KOMPASS_TEST_LUND, FALSE);
  g_assert_true (set_points (fixture, NULL));
  assert_heard (&heard, NULL, FALSE);
  g_assert_false (kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (9000), NULL));
  assert_heard (&heard, NULL, FALSE);
  kompass_test_undo (fixture->library);
  assert_heard (&heard, KOMPASS_TEST_LUND, FALSE);
  kompass_test_redo (fixture->library);
  assert_heard (&heard, KOMPASS_TEST_LUND, FALSE);

  g_assert_true (add_evaluation (fixture, NULL));
  assert_heard (&heard, "00000000-0000-4000-8000-0000000000aa", TRUE);
  kompass_test_undo (fixture->library);
  assert_heard (&heard, "00000000-0000-4000-8000-0000000000aa", TRUE);
  kompass_test_add_example (fixture->library);
  assert_heard (&heard, "everything", TRUE);
  g_assert_true (rename_municipality (fixture, NULL));
  assert_heard (&heard, "everything", TRUE);
  g_assert_true (delete_evaluation (fixture, NULL));
  assert_heard (&heard, KOMPASS_TEST_LUND, TRUE);
  g_assert_false (kompass_library_poll (fixture->library)); /* nobody else has written */
  assert_heard (&heard, NULL, FALSE);
}

static void
test_two_objects (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassLibrary *other = kompass_test_open_library (fixture->path);
  g_autoptr (KompassEvaluation) here = kompass_test_load (fixture, KOMPASS_TEST_LUND);
  g_autoptr (KompassEvaluation) there = kompass_library_load (other, KOMPASS_TEST_LUND, NULL);
  const KompassFigures *figures = kompass_line_get_figures (kompass_evaluation_find_line (there, "1.3"));
  Heard heard = { 0 };
  g_autofree char *label = NULL;

  listen (other, &heard);
  g_assert_false (kompass_library_poll (other));
  g_assert_true (set_points (fixture, NULL));
  assert_heard (&heard, NULL, FALSE);
  g_assert_true (kompass_library_poll (other));
  assert_heard (&heard, "everything", TRUE);
  g_assert_false (kompass_library_poll (other));
  g_assert_false (kompass_library_poll (fixture->library));
  g_assert_true (kompass_library_reload (other, there, NULL));
  g_assert_cmpint (figures->points, ==, 1200);

  /* Each undoes what was done last, whoever did it. */
  label = kompass_library_get_undo_label (other);
  g_assert_cmpstr (label, ==, "Set 1.3 of Lund 2011 to 12.0");
  g_assert_true (kompass_library_undo (other, NULL));
  assert_heard (&heard, KOMPASS_TEST_LUND, FALSE);
  g_assert_true (kompass_library_poll (fixture->library));
  assert_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (940));
  kompass_test_assert_labels (fixture, "Add Lund 2011", "Set 1.3 of Lund 2011 to 12.0");

  /* A command works on what is in the library, not on what was read long ago. */
  g_assert_true (kompass_test_set_score (other, KOMPASS_TEST_LUND, "4.1", KOMPASS_SCORE (1000), NULL));
  set_score (fixture, KOMPASS_TEST_LUND, "4.2", KOMPASS_SCORE (1000));
  g_assert_true (kompass_library_reload (fixture->library, here, NULL));
  g_assert_cmpint (kompass_line_get_figures (kompass_evaluation_find_line (here, "4"))->sum, ==, 5970 - 500 + 130);
  g_assert_finalize_object (other);
  g_free (heard.subjects);
}

static void
run_other_process (const char *command,
                   const char *path)
{
  g_autoptr (GSubprocess) process = kompass_test_spawn_self (command, path);
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_two_processes (Fixture       *fixture,
                    gconstpointer  data)
{
  Heard heard = { 0 };

  listen (fixture->library, &heard);
  run_other_process ("--set-1.3", fixture->path);
  g_assert_true (kompass_library_poll (fixture->library));
  assert_heard (&heard, "everything", TRUE);
  assert_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (1200));
  kompass_test_assert_labels (fixture, "Set 1.3 of Lund 2011 to 12.0", NULL);
  g_assert_false (kompass_library_poll (fixture->library));
}

/* A second object of this process comes and goes, then another process: what is written after that must not go to a log
 * that the other process has tidied away. */
static void
test_two_objects_and_a_process (Fixture       *fixture,
                                gconstpointer  data)
{
  KompassLibrary *second = kompass_test_open_library (fixture->path);
  KompassLibrary *third;

  g_assert_finalize_object (second);
  run_other_process ("--set-1.3", fixture->path);
  set_score (fixture, KOMPASS_TEST_LUND, "1.4", KOMPASS_SCORE (1300));
  assert_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (1200));
  third = kompass_test_open_library (fixture->path);
  run_other_process ("--set-1.5", fixture->path);
  assert_score (fixture, KOMPASS_TEST_LUND, "1.5", KOMPASS_SCORE (500));
  g_assert_finalize_object (third);
  reopen (fixture);
  assert_score (fixture, KOMPASS_TEST_LUND, "1.3", KOMPASS_SCORE (1200));
  assert_score (fixture, KOMPASS_TEST_LUND, "1.4", KOMPASS_SCORE (1300));
  assert_score (fixture, KOMPASS_TEST_LUND, "1.5", KOMPASS_SCORE (500));
}

/* Anything in any order, against a list of what the tables were */

#define N_STEPS 300

static KompassScore
random_score (KompassPoints maximum)
{
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return KOMPASS_SCORE_NONE;
    case 1:
      return KOMPASS_SCORE_NA;
    default:
      return KOMPASS_SCORE (g_test_rand_int_range (0, maximum + 1));
    }
}

static char *
choose_round (Fixture *fixture)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (fixture->library, NULL);

  if (rounds->len == 0)
    return NULL;

  return g_strdup (kompass_round_get_id (g_ptr_array_index (rounds, g_test_rand_int_range (0, (int) rounds->len))));
}

static void
set_random_scores (Fixture *fixture)
{
  g_autofree char *id = choose_round (fixture);
  g_autoptr (KompassEvaluation) evaluation = id != NULL ? kompass_test_load (fixture, id) : NULL;
  KompassEdit edits[5];
  guint n_edits = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (edits) + 1);

  if (evaluation == NULL)
    return;
  for (guint i = 0; i < n_edits; i++)
    {
      guint index = (guint) g_test_rand_int_range (0, (int) kompass_evaluation_get_n_lines (evaluation));
      KompassLine *line = kompass_evaluation_get_line (evaluation, index);
      KompassPoints maximum = kompass_line_get_maximum (line);

      edits[i] = (KompassEdit) { kompass_line_get_number (line), random_score (maximum != UNKNOWN ? maximum : 80000) };
    }
  /* Some of them are refused: areas of an evaluation of questions, areas that are not applicable. */
  kompass_library_set_scores (fixture->library, id, edits, n_edits, NULL);
}

static void
add_random_evaluation (Fixture *fixture)
{
  static const char * const names[] = { "Ale", "Lund", "Åre", "Eda" };
  static const char * const editions[] = { KOMPASS_TEST_EDITION_2002, KOMPASS_TEST_EDITION_2010, KOMPASS_TEST_EDITION_2016 };
  KompassEdition *edition = kompass_library_get_edition (fixture->library, editions[g_test_rand_int_range (0, 3)], NULL);
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, names[g_test_rand_int_range (0, 4)],
                                                                      (guint) g_test_rand_int_range (2002, 2020), edition,
                                                                      (KompassDepth) g_test_rand_int_range (0, 3));

  g_assert_true (kompass_library_add_evaluation (fixture->library, evaluation, NULL));
}

static void
rename_or_delete_municipality (Fixture  *fixture,
                               gboolean  deletes)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (fixture->library, NULL);
  g_autofree char *name = g_strdup_printf ("Kommun %d", g_test_rand_int_range (0, 3));
  const char *id;

  if (rounds->len == 0)
    return;
  id = kompass_round_get_municipality_id (g_ptr_array_index (rounds, g_test_rand_int_range (0, (int) rounds->len)));
  if (deletes)
    g_assert_true (kompass_library_delete_municipality (fixture->library, id, NULL));
  else
    kompass_library_rename_municipality (fixture->library, id, name, NULL); /* refused where another has the name */
}

static void
run_random_command (Fixture *fixture)
{
  int choice = g_test_rand_int_range (0, 20);
  g_autofree char *id = NULL;

  if (choice < 12)
    set_random_scores (fixture);
  else if (choice < 15)
    add_random_evaluation (fixture);
  else if (choice < 16)
    rename_or_delete_municipality (fixture, TRUE);
  else if (choice < 18)
    rename_or_delete_municipality (fixture, FALSE);
  else if (choice < 19 && (id = choose_round (fixture)) != NULL)
    g_assert_true (kompass_library_delete_evaluation (fixture->library, id, NULL));
  else if (kompass_library_has_example (fixture->library))
    g_assert_true (kompass_library_remove_example (fixture->library, NULL));
  else
    kompass_test_add_example (fixture->library);
}

static void
test_random_sequences (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free); /* what the tables were after each command */
  guint now = 1;

  g_ptr_array_add (states, NULL); /* before the first command, which made Lund 2011 */
  kompass_test_undo (fixture->library);
  states->pdata[0] = kompass_test_dump (fixture->path);
  kompass_test_redo (fixture->library);
  g_ptr_array_add (states, kompass_test_dump (fixture->path));

  for (guint i = 0; i < N_STEPS; i++)
    {
      int choice = g_test_rand_int_range (0, 10);
      g_autofree char *text = NULL;

      if (choice < 3)
        g_assert_true (kompass_library_undo (fixture->library, NULL) == (now > 0));
      else if (choice < 5)
        g_assert_true (kompass_library_redo (fixture->library, NULL) == (now + 1 < states->len));
      else
        run_random_command (fixture);
      text = kompass_test_dump (fixture->path);

      if (choice < 3)
        now -= now > 0;
      else if (choice < 5)
        now += now + 1 < states->len;
      else if (strcmp (text, g_ptr_array_index (states, now)) != 0)
        {
          g_ptr_array_set_size (states, (int) ++now);
          g_ptr_array_add (states, g_strdup (text));
        }
      if (strcmp (text, g_ptr_array_index (states, now)) != 0)
        g_error ("After step %u the tables are\n%s\nbut were\n%s", i, text, (char *) g_ptr_array_index (states, now));
    }
  while (now > 0)
    {
      g_autofree char *text = NULL;

      kompass_test_undo (fixture->library);
      text = kompass_test_dump (fixture->path);
      g_assert_cmpstr (text, ==, g_ptr_array_index (states, --now));
    }
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

/* What this program does when a test starts it as another process. */
static int
run_child (const char *command,
           const char *path)
{
  g_autoptr (KompassLibrary) library = kompass_library_open (path, NULL);
  const char *line = command + strlen ("--set-");
  KompassScore score = strcmp (line, "1.3") == 0 ? KOMPASS_SCORE (1200) : KOMPASS_SCORE (500);

  return library != NULL && kompass_test_set_score (library, KOMPASS_TEST_LUND, line, score, NULL) ? 0 : 1;
}

#define ADD(path, function) \
  kompass_test_add ("/library/" path, NULL, kompass_test_set_up_library, function)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C");
  if (argc == 3 && g_str_has_prefix (argv[1], "--set-"))
    return run_child (argv[1], argv[2]);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_strconcat ("/library/command/", commands[i].name, NULL);

      kompass_test_add (path, &commands[i], kompass_test_set_up_library, test_command);
    }
  ADD ("log/entry", test_log_entry);
  ADD ("log/author", test_author);
  ADD ("log/no-trace", test_no_trace);
  ADD ("log/last-change", test_last_change);
  g_test_add_func ("/library/log/labels", test_labels);
  ADD ("undo/redo-is-abandoned", test_redo_is_abandoned);
  ADD ("undo/everything", test_undo_everything);
  ADD ("undo/conflicts", test_undo_conflicts);
  ADD ("undo/conflict-of-keys", test_undo_conflict_of_keys);
  ADD ("effect/loaded-is-what-was-added", test_loaded_is_what_was_added);
  ADD ("effect/printed-after-commands", test_printed_after_commands);
  ADD ("effect/printed-total-beside-areas", test_printed_total_beside_areas);
  ADD ("effect/municipality-of-that-name", test_municipality_of_that_name);
  ADD ("effect/deleted-is-gone", test_deleted_is_gone);
  ADD ("effect/settled", test_settle);
  ADD ("example/beside-own", test_example_beside_own);
  ADD ("example/again", test_example_again);
  ADD ("refuses/scores", test_set_scores_refuses);
  ADD ("refuses/paste", test_paste_is_all_or_nothing);
  ADD ("refuses/evaluations", test_add_evaluation_refuses);
  ADD ("refuses/evaluations-of-strange-editions", test_add_evaluation_refuses_editions);
  ADD ("refuses/names", test_names_refused);
  ADD ("municipality", test_municipality);
  ADD ("has-round", test_has_round);
  ADD ("editions", test_editions);
  ADD ("rounds", test_rounds);
  ADD ("references", test_references);
  ADD ("find/evaluation", test_find);
  ADD ("find/years", test_find_years);
  ADD ("find/profile", test_find_profile);
  ADD ("changed", test_changed);
  ADD ("others/two-objects", test_two_objects);
  ADD ("others/two-processes", test_two_processes);
  ADD ("others/two-objects-and-a-process", test_two_objects_and_a_process);
  ADD ("random-sequences", test_random_sequences);

  return g_test_run ();
}
