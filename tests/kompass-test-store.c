/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the library file share: a library with known contents, a look at its tables past the program, and another
 * process that does something to it. */
#include "kompass-test-store.h"

/**
 * kompass_test_open_library:
 * @path: the path of a library
 *
 * Returns: (transfer full): the library, which opens without an error
 */
KompassLibrary *
kompass_test_open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = kompass_library_open (path, &error);

  g_assert_no_error (error);
  kompass_library_set_author (library, "Tester");

  return library;
}

/**
 * kompass_test_new_library:
 * @path: where to make it
 *
 * Returns: (transfer full): a library with the editions 2002, 2010 and 2016, and with Lund 2011
 */
KompassLibrary *
kompass_test_new_library (const char *path)
{
  KompassLibrary *library = kompass_test_open_library (path);
  g_autoptr (KompassEdition) oldest = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002,
                                                                     KOMPASS_POINTS_UNKNOWN);
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEdition) latest = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2016, "2016", 2016, 10000);
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (edition);
  g_autoptr (GError) error = NULL;

  kompass_library_add_edition (library, oldest, &error);
  g_assert_no_error (error);
  kompass_library_add_edition (library, edition, &error);
  g_assert_no_error (error);
  kompass_library_add_edition (library, latest, &error);
  g_assert_no_error (error);
  kompass_library_add_evaluation (library, lund, &error);
  g_assert_no_error (error);

  return library;
}

static void
add_to_example (GPtrArray         *evaluations,
                KompassEvaluation *evaluation)
{
  kompass_evaluation_set_is_example (evaluation, TRUE);
  kompass_evaluation_set_source (evaluation, "a web page");
  g_ptr_array_add (evaluations, evaluation);
}

/**
 * kompass_test_add_example:
 * @library: a library as kompass_test_new_library() makes it
 *
 * Adds an example of every depth and a mean, with the same identifiers each time.
 */
void
kompass_test_add_example (KompassLibrary *library)
{
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) means = g_ptr_array_new_with_free_func (g_object_unref);
  KompassEdition *edition = kompass_library_get_edition (library, KOMPASS_TEST_EDITION_2010, NULL);
  g_autoptr (KompassEvaluation) like = kompass_test_lund (edition);
  g_autoptr (GError) error = NULL;
  KompassEvaluation *evaluation;

  /* Lund is there already, so that its municipality is the user's own. */
  evaluation = kompass_evaluation_copy (like, "00000000-0000-4000-8000-00000000e001", 2013);
  add_to_example (evaluations, evaluation);
  evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-00000000e002", "Karlskrona", 2014, edition,
                                        KOMPASS_DEPTH_AREAS);
  for (guint i = 0; i < 8; i++)
    kompass_evaluation_set_score (evaluation, kompass_evaluation_get_area_line (evaluation, i), KOMPASS_SCORE (6300));
  kompass_test_set (evaluation, "", 50900);
  add_to_example (evaluations, evaluation);
  evaluation = kompass_test_evaluation ("00000000-0000-4000-8000-00000000e003", "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  kompass_test_set (evaluation, "", 65000);
  add_to_example (evaluations, evaluation);
  g_ptr_array_add (means, kompass_test_mean (edition));

  kompass_library_add_example (library, evaluations, means, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/**
 * kompass_test_add_five:
 * @library: a library with the bundled example
 * @id: UUID of a new group
 *
 * Adds the group "Five", as of 2014: five of the example's rounds of 2010, one of them known by its total and two areas.
 */
void
kompass_test_add_five (KompassLibrary *library,
                       const char     *id)
{
  static const char * const members[] = {
    "Lund 2011", "Karlskrona 2011", "Karlskrona 2014", "Grästorp 2014", "Gotland 2014",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, &error);
  g_autoptr (KompassGroup) group = kompass_group_new (id, "Five", kompass_edition_choose (editions, 2011), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *member = kompass_library_find_evaluation (library, members[i], &error);

      g_assert_no_error (error);
      kompass_group_add_member (group, member);
    }
  kompass_group_set_as_of (group, "2014");
  kompass_library_save_group (library, group, &error);
  g_assert_no_error (error);
}

static sqlite3 *
open_beside (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);

  return db;
}

static void
dump_table (sqlite3    *db,
            GString    *text,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table); /* WITHOUT ROWID: in the order of the keys */
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  g_string_append_printf (text, "%s\n", table);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        g_string_append_printf (text, "\t%s",
                                sqlite3_column_type (rows, i) == SQLITE_NULL
                                    ? "NULL"
                                    : (const char *) sqlite3_column_text (rows, i));
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
}

/**
 * kompass_test_dump:
 * @path: the path of a library
 *
 * Returns: (transfer full): every row of every table but the log
 */
char *
kompass_test_dump (const char *path)
{
  static const char * const tables[] = {
    "edition",         "area",            "question",         "municipality", "evaluation",   "score", "printed",
    "reference_group", "reference_value", "reference_member", "mapping",      "mapping_item",
    "report_text",     "report_about",    "finding",          "key_fact",     "report_comparison",
  };
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_beside (path);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (db, text, tables[i]);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

/**
 * kompass_test_number:
 * @path: the path of a library
 * @sql: a statement that gives one number
 *
 * Returns: the number
 */
gint64
kompass_test_number (const char *path,
                     const char *sql)
{
  sqlite3 *db = open_beside (path);
  sqlite3_stmt *row = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);

  return number;
}

/**
 * kompass_test_execute:
 * @path: the path of a library
 * @sql: statements
 *
 * Does to the library what the program would not.
 */
void
kompass_test_execute (const char *path,
                      const char *sql)
{
  sqlite3 *db = open_beside (path);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/**
 * kompass_test_set_score:
 * @library: a library
 * @evaluation: UUID of an evaluation
 * @line: the number of a line
 * @score: its score
 * @error: return location for an error
 *
 * Returns: as kompass_library_set_scores()
 */
gboolean
kompass_test_set_score (KompassLibrary  *library,
                        const char      *evaluation,
                        const char      *line,
                        KompassScore     score,
                        GError         **error)
{
  return kompass_library_set_scores (library, evaluation, &(KompassEdit) { line, score }, 1, error);
}

/**
 * kompass_test_spawn_self:
 * @command: what the other process is to do
 * @path: the path of a library
 *
 * Starts this program again with @command and @path as its arguments. It is no fork: a process that has a library open
 * passes on to its child what it believes to be its locks.
 *
 * Returns: (transfer full): the process, with its standard input and output as pipes
 */
GSubprocess *
kompass_test_spawn_self (const char *command,
                         const char *path)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                           command, path, NULL);

  g_assert_no_error (error);

  return process;
}
