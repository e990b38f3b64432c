/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library file in a bad world: files that are not ours, damaged, cut, locked; disks that are full or read-only;
 * programs killed in the middle; and the backups that help afterwards. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "kompass-backup.h"
#include "kompass-library-private.h"
#include "kompass-schema.h"
#include "kompass-test-library.h"

/* The exit status of a child that cannot do what the test needs on this computer. */
#define CANNOT 77

#define GROUP "00000000-0000-4000-8000-0000000000a1"
#define MAPPING "00000000-0000-4000-8000-0000000000f1"

typedef KompassTestLibrary Fixture;

static void
set_score (KompassLibrary *library,
           const char     *line,
           KompassPoints   points)
{
  g_autoptr (GError) error = NULL;

  kompass_test_set_score (library, KOMPASS_TEST_LUND, line, KOMPASS_SCORE (points), &error);
  g_assert_no_error (error);
}

static void
add_group_and_mapping (KompassLibrary *library)
{
  static const char * const numbers[] = { "1", NULL };
  KompassEdition *edition = kompass_library_get_edition (library, KOMPASS_TEST_EDITION_2010, NULL);
  KompassEdition *later = kompass_library_get_edition (library, KOMPASS_TEST_EDITION_2016, NULL);
  g_autoptr (KompassGroup) group = kompass_group_new (GROUP, "Group", edition, FALSE);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new (MAPPING, edition, later, "");

  kompass_group_add_member (group, KOMPASS_TEST_LUND);
  g_assert_true (kompass_library_save_group (library, group, NULL));
  g_assert_true (kompass_mapping_add (mapping, NULL, KOMPASS_LINE_AREA, KOMPASS_RELATION_GONE, numbers, NULL, "", NULL));
  g_assert_true (kompass_library_save_mapping (library, mapping, NULL));
}

static void
write_report (KompassLibrary *library)
{
  g_autoptr (KompassText) text = kompass_text_new_from_markup ("<text><h>A</h><p>B <b>C</b></p><li>D</li></text>", NULL);
  g_autoptr (KompassFinding) finding = kompass_finding_new (NULL, 1, KOMPASS_FINDING_STRENGTH, "Words", "1.1");
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, "Name", "Value");
  static const char * const profiles[] = { KOMPASS_TEST_MEAN, NULL };

  g_assert_true (kompass_library_set_report_text (library, KOMPASS_TEST_LUND, "summary", text, NULL));
  g_assert_true (kompass_library_set_report_about (library, KOMPASS_TEST_LUND, KOMPASS_ABOUT_PERFORMED, "mars", NULL));
  g_assert_true (kompass_library_add_finding (library, KOMPASS_TEST_LUND, finding, 0, NULL));
  g_assert_true (kompass_library_add_key_fact (library, KOMPASS_TEST_LUND, fact, 0, NULL));
  g_assert_true (kompass_library_set_report_comparisons (library, KOMPASS_TEST_LUND, profiles, NULL));
}

/* A library with everything in it, closed. */
static void
make_library (const char *path)
{
  KompassLibrary *library = kompass_test_new_library (path);

  kompass_test_add_example (library);
  add_group_and_mapping (library);
  set_score (library, "1.1", 600);
  set_score (library, "1.2", 700);
  g_assert_true (kompass_library_undo (library, NULL));
  write_report (library);
  g_assert_finalize_object (library);
}

static GBytes *
read_file (const char *path)
{
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
write_file (const char    *path,
            gconstpointer  data,
            gsize          length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GBytes) bytes = read_file (from);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  write_file (to, data, length);
}

/* A file and what lies beside it, as they would be found after a crash. */
static void
copy_with_pages (const char *from,
                 const char *to)
{
  static const char * const endings[] = { "", "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *source = g_strconcat (from, endings[i], NULL);
      g_autofree char *target = g_strconcat (to, endings[i], NULL);

      if (g_file_test (source, G_FILE_TEST_EXISTS))
        copy_file (source, target);
    }
}

/* What happened, where, what is unchanged, what to do. */
static void
assert_message (const GError *error,
                const char   *path)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", 2);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (lines[0], "Nothing was changed"));
  g_assert_cmpuint (strlen (lines[0]), >, strlen ("Nothing was changed") + 20);
  if (strstr (lines[1], path) == NULL)
    g_error ("“%s” does not name %s", error->message, path);
}

static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kompass_library_open (path, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, code);
  assert_message (error, path);
}

/* Refused, and not a byte of it is other than before. */
static void
assert_refused_untouched (const char *path,
                          int         code)
{
  g_autoptr (GBytes) before = read_file (path);
  g_autoptr (GBytes) after = NULL;

  assert_refused (path, code);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_dump (const char *path,
             const char *expected)
{
  g_autofree char *text = kompass_test_dump (path);

  g_assert_cmpstr (text, ==, expected);
}

/* Opening */

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "not", "there", NULL);
  g_autofree char *path = g_build_filename (folder, "new.kompass", NULL);
  KompassLibrary *library = kompass_test_open_library (path);
  GStatBuf info;

  g_assert_cmpstr (kompass_library_get_path (library), ==, path);
  g_assert_null (kompass_library_get_notice (library));
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_finalize_object (library);
  g_assert_cmpint (kompass_test_number (path, "PRAGMA application_id"), ==, KOMPASS_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (kompass_test_number (path, "PRAGMA user_version"), ==, kompass_schema_get_version ());
}

static void
test_empty_file (Fixture       *fixture,
                 gconstpointer  data)
{
  KompassLibrary *library;

  write_file (fixture->path, "", 0);
  library = kompass_test_new_library (fixture->path);
  set_score (library, "1.1", 600);
  g_assert_finalize_object (library);
  kompass_test_assert_sound (fixture->path);
}

static void
test_relative_path (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *here = g_get_current_dir ();
  KompassLibrary *library;

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  library = kompass_test_open_library ("other.kompass");
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_true (g_path_is_absolute (kompass_library_get_path (library)));
  g_assert_finalize_object (library);
}

static void
test_default_path (void)
{
  g_autofree char *path = kompass_library_get_default_path ();
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "kommunkompass", "library.kompass", NULL);

  g_assert_cmpstr (path, ==, expected);
}

static char *
query_text (KompassLibrary *library,
            const char     *sql)
{
  g_autoptr (sqlite3_stmt) row = kompass_sql_query (library->db, NULL, sql, "");

  g_assert_true (kompass_sql_next (row, NULL));

  return g_strdup (kompass_sql_text (row, 0));
}

/* What makes a command be on disk when it returns, and what keeps a strange file from doing things. */
static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } rows[] = {
    { "PRAGMA synchronous", 2 },     { "PRAGMA foreign_keys", 1 },      { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 }, { "PRAGMA busy_timeout", 3000 },
  };

  for (guint round = 0; round < 2; round++)
    {
      KompassLibrary *library = kompass_test_open_library (fixture->path);
      g_autofree char *mode = query_text (library, "PRAGMA journal_mode");

      g_assert_cmpstr (mode, ==, "wal");
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          gint64 value;

          g_assert_true (kompass_sql_get_int (library->db, rows[i].sql, &value, NULL));
          g_assert_cmpint (value, ==, rows[i].value);
        }
      g_assert_cmpint (sqlite3_exec (library->db, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema", NULL, NULL, NULL),
                       !=, SQLITE_OK);
      g_assert_finalize_object (library);
    }
}

static void
test_migration (Fixture       *fixture,
                gconstpointer  data)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (kompass_schema_migrate (db, 0, NULL));
  g_assert_true (kompass_schema_migrate (db, kompass_schema_get_version (), NULL));
  g_assert_true (kompass_schema_migrate (db, 0, NULL)); /* as if another program had done it since the version was read */
  sqlite3_close (db);
  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA user_version"), ==, kompass_schema_get_version ());
  g_assert_cmpint (kompass_test_number (fixture->path, "PRAGMA application_id"), ==, KOMPASS_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (kompass_test_number (fixture->path,
                                        "SELECT count(*) FROM pragma_table_list "
                                        "WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND (strict = 0 OR wr = 0)"),
                   ==, 0);
  make_library (fixture->path);
  kompass_test_assert_sound (fixture->path);
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  mode_t old = umask (027);
  KompassLibrary *library;
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GDir) dir = NULL;
  GStatBuf info;

  make_library (fixture->path);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  umask (0);
  library = kompass_test_open_library (fixture->path);
  set_score (library, "1.1", 700);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpint (g_stat (backups, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  dir = g_dir_open (backups, 0, NULL);
  backup = g_build_filename (backups, g_dir_read_name (dir), NULL);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  umask (old);
  g_assert_finalize_object (library);
}

/* What is not ours */

static void
test_not_a_database (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *zeros = g_malloc0 (8192);
  g_autofree char *text = g_strnfill (5000, 'x');

  write_file (fixture->path, "xy", 2);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE);
  write_file (fixture->path, "SQLite format 3", 16);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE);
  write_file (fixture->path, "number,text,points\n", 19);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE);
  write_file (fixture->path, text, 5000);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE);
  write_file (fixture->path, zeros, 8192);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE);
  memcpy (zeros, "SQLite format 3", 16);
  write_file (fixture->path, zeros, 8192);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION);
}

static void
make_other (const char *path,
            const char *sql)
{
  write_file (path, "", 0);
  kompass_test_execute (path, sql);
}

static void
test_other_application (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const scripts[] = {
    "CREATE TABLE a (b); INSERT INTO a VALUES (1)",
    "PRAGMA application_id = 1; CREATE TABLE edition (b)",
    "PRAGMA application_id = 1; PRAGMA user_version = 99",
    "PRAGMA journal_mode = WAL; CREATE TABLE a (b)",
    "PRAGMA user_version = 1; CREATE TABLE edition (b)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      make_other (fixture->path, scripts[i]);
      assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION);
    }
}

/* Another program's file with a log beside it, as a crash leaves them: both are left as they are. */
static void
test_other_application_with_log (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *live = g_build_filename (fixture->folder, "live.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (live, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; CREATE TABLE a (b)", NULL, NULL, NULL), ==, SQLITE_OK);
  copy_with_pages (live, fixture->path);
  sqlite3_close (db);

  before = read_file (log);
  g_assert_cmpuint (g_bytes_get_size (before), >, 0);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION);
  after = read_file (log);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  make_library (fixture->path);
  kompass_test_execute (fixture->path, "PRAGMA user_version = 99");
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NEWER);
  kompass_test_execute (fixture->path, "PRAGMA user_version = -1");
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_NEWER);
  kompass_test_execute (fixture->path, "PRAGMA user_version = 0");
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_DAMAGED);
}

/* A newer program that has the library open has its version in the log alone. */
static void
test_newer_with_log (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.kompass", NULL);
  sqlite3 *db = NULL;

  make_library (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 99", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_refused (fixture->path, KOMPASS_LIBRARY_ERROR_NEWER);
  copy_with_pages (fixture->path, copy);
  sqlite3_close (db);
  assert_refused_untouched (copy, KOMPASS_LIBRARY_ERROR_NEWER);
}

/* Cut and damaged */

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *whole = NULL;
  const char *contents;
  gsize length;
  KompassLibrary *library;

  make_library (fixture->path);
  whole = kompass_test_dump (fixture->path);
  bytes = read_file (fixture->path);
  contents = g_bytes_get_data (bytes, &length);
  for (gsize cut = 0; cut < length; cut += cut < 100 ? 33 : 512)
    {
      write_file (fixture->path, contents, cut);
      if (cut > 0)
        assert_refused_untouched (fixture->path, cut < 100 ? KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE
                                                           : KOMPASS_LIBRARY_ERROR_TRUNCATED);
    }
  write_file (fixture->path, contents, length - 1);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_TRUNCATED);

  write_file (fixture->path, contents, length);
  library = kompass_test_open_library (fixture->path);
  g_assert_finalize_object (library);
  assert_dump (fixture->path, whole);
}

/* Everything a window would ask about a round. */
static void
use_round (KompassLibrary *library,
           KompassRound   *round)
{
  const char *id = kompass_round_get_id (round);
  g_autoptr (KompassProfile) profile = id != NULL ? kompass_library_load_profile (library, id, NULL) : NULL;
  g_autoptr (KompassEvaluation) evaluation = id != NULL ? kompass_library_load (library, id, NULL) : NULL;

  g_free (kompass_round_get_title (round));
  if (profile != NULL)
    g_free (kompass_profile_describe_origin (profile));
  for (guint i = 0; evaluation != NULL && i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      g_free (kompass_line_explain_printed (line, 1));
      if (i % 10 == 1)
        g_clear_pointer (&(KompassChange *) { kompass_library_find_last_change (library, id, line) }, kompass_change_free);
    }
}

static void
use_report (KompassLibrary *library,
            const char     *id)
{
  g_autoptr (KompassReport) report = kompass_library_load_report (library, id, NULL);

  if (report != NULL)
    kompass_report_count_words (report, NULL);
  g_clear_pointer (&(GPtrArray *) { kompass_library_list_report_versions (library, id, "summary", NULL) },
                   g_ptr_array_unref);
  g_clear_pointer (&(GStrv) { kompass_library_suggest_key_facts (library, id, NULL) }, g_strfreev);
  g_clear_pointer (&(GDateTime *) { kompass_library_get_evaluation_time (library, id, NULL) }, g_date_time_unref);
}

static void
use_library (KompassLibrary *library)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (library, NULL);
  KompassMemberFilter filter = { .first_year = 2000 };

  use_report (library, KOMPASS_TEST_LUND);
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    use_round (library, g_ptr_array_index (rounds, i));
  g_clear_pointer (&(GPtrArray *) { kompass_library_list_editions (library, NULL) }, g_ptr_array_unref);
  g_clear_pointer (&(GPtrArray *) { kompass_library_list_references (library, NULL) }, g_ptr_array_unref);
  g_clear_pointer (&(GPtrArray *) { kompass_library_list_mappings (library, NULL) }, g_ptr_array_unref);
  g_clear_pointer (&(GPtrArray *) { kompass_library_find_members (library, &filter, NULL) }, g_ptr_array_unref);
  g_free (kompass_library_get_undo_label (library));
  g_free (kompass_library_get_redo_label (library));
  g_free (kompass_library_find_evaluation (library, "Lund 2011", NULL));
  g_free (kompass_library_find_profile (library, "lund-2013", NULL));
}

static void
assert_answer (gboolean      done,
               const GError *error)
{
  g_assert_true (done == (error == NULL));
  if (error != NULL)
    g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
change_library (KompassLibrary *library)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("Words");
  g_autoptr (GError) write_error = NULL;
  g_autoptr (GError) set_error = NULL;
  g_autoptr (GError) undo_error = NULL;
  g_autoptr (GError) redo_error = NULL;
  g_autoptr (GError) remove_error = NULL;
  g_autoptr (GError) delete_error = NULL;
  gboolean done;

  done = kompass_library_undo (library, &undo_error);
  assert_answer (done, undo_error);
  done = kompass_library_redo (library, &redo_error);
  assert_answer (done, redo_error);
  done = kompass_test_set_score (library, KOMPASS_TEST_LUND, "5.5", KOMPASS_SCORE (600), &set_error);
  assert_answer (done, set_error);
  for (guint i = 0; i < 2; i++)
    {
      done = kompass_library_set_report_text (library, KOMPASS_TEST_LUND, "summary", text, &write_error);
      assert_answer (done, write_error);
      g_clear_error (&write_error);
      kompass_text_add_run (text, " and more", KOMPASS_RUN_PLAIN, NULL);
    }
  done = kompass_library_remove_example (library, &remove_error);
  assert_answer (done, remove_error);
  done = kompass_library_delete_evaluation (library, KOMPASS_TEST_LUND, &delete_error);
  assert_answer (done, delete_error);
}

static char *
flip_bytes (GBytes *bytes,
            GRand  *random)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  char *copy = g_memdup2 (data, length);
  gint32 n_flips = g_rand_int_range (random, 1, 9);

  for (gint32 i = 0; i < n_flips; i++)
    copy[g_rand_int_range (random, 0, (gint32) length)] ^= (char) (1 << g_rand_int_range (random, 0, 8));

  return copy;
}

/* 500 copies with a few bits turned over: each opens or says why not, and nothing that is read or done with it crashes.
 * Half of them as if today's check had been made before the damage. */
static void
test_flipped_bytes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20111121);
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "library-%Y-%m-%d.kompass");
  g_autofree char *backup = g_build_filename (backups, today, NULL);
  g_autoptr (GBytes) bytes = NULL;
  guint n_opened = 0;
  guint n_copies = g_test_slow () ? 5000 : 500;

  make_library (fixture->path);
  bytes = read_file (fixture->path);
  for (guint i = 0; i < n_copies; i++)
    {
      g_autofree char *copy = flip_bytes (bytes, random);
      g_autoptr (KompassLibrary) library = NULL;
      g_autoptr (GError) error = NULL;

      kompass_test_remove_folder (backups);
      if (i % 2 == 0)
        {
          g_mkdir (backups, 0700);
          write_file (backup, "", 0);
        }
      write_file (fixture->path, copy, g_bytes_get_size (bytes));
      library = kompass_library_open (fixture->path, &error);
      g_assert_true ((library != NULL) == (error == NULL));
      if (library == NULL)
        {
          assert_message (error, fixture->path);
          continue;
        }
      n_opened++;
      use_library (library);
      change_library (library);
    }
  g_test_message ("%u of %u copies opened", n_opened, n_copies);
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_opened, <, n_copies);
}

/* Damage that SQLite itself does not see: text that is no text, rows that are no edition. */
static void
test_damaged_contents (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char * const scripts[] = {
    "UPDATE municipality SET name = CAST (x'4cff' AS TEXT)",
    "UPDATE municipality SET name = CAST (x'4c756ec3' AS TEXT)",
    "UPDATE municipality SET name = CAST (x'4c00' AS TEXT)",
    "UPDATE area SET title = CAST (x'ff' AS TEXT)",
    "UPDATE question SET maximum = 10000000",
    "UPDATE area SET title = ''",
    "DELETE FROM question WHERE number = '1.1'",
    "DELETE FROM question; DELETE FROM area",
  };

  make_library (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, i);
      g_autoptr (KompassLibrary) library = NULL;
      g_autoptr (KompassEvaluation) lund = NULL;
      g_autoptr (GError) error = NULL;

      copy_file (fixture->path, path);
      kompass_test_execute (path, scripts[i]);
      library = kompass_test_open_library (path);
      lund = kompass_library_load (library, KOMPASS_TEST_LUND, &error);
      g_assert_null (lund);
      g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED);
      assert_message (error, path);
      use_library (library);
      change_library (library);
    }
}

static void
test_damaged_log (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const scripts[] = {
    "UPDATE change SET changeset = x'ff'",
    "UPDATE change SET changeset = x'54'",
    "UPDATE change SET changeset = zeroblob (100)",
    "UPDATE change SET changeset = substr (changeset, 1, length (changeset) / 2)",
    "UPDATE change SET time = 'yesterday', label = '{9}{'",
    "UPDATE change SET label = CAST (x'ff' AS TEXT)",
  };

  make_library (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, i);
      g_autoptr (KompassLibrary) library = NULL;

      copy_file (fixture->path, path);
      kompass_test_execute (path, scripts[i]);
      library = kompass_test_open_library (path);
      use_library (library);
      change_library (library);
    }
}

static void
flip_log (const char *path,
          GRand      *random)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *rows = NULL;
  sqlite3_stmt *update = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id, changeset FROM change ORDER BY id", -1, &rows, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "UPDATE change SET changeset = ? WHERE id = ?", -1, &update, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (rows, 1), (gsize) sqlite3_column_bytes (rows, 1));
      char *flipped = flip_bytes (bytes, random);
      int length = g_rand_boolean (random) ? (int) g_bytes_get_size (bytes)
                                           : g_rand_int_range (random, 1, (gint32) g_bytes_get_size (bytes));

      sqlite3_bind_blob (update, 1, flipped, length, g_free);
      sqlite3_bind_text (update, 2, (const char *) sqlite3_column_text (rows, 0), -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
      sqlite3_reset (update);
    }
  sqlite3_finalize (rows);
  sqlite3_finalize (update);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Bits turned over in the log alone, so that the damage is not noticed before it is read. */
static void
test_flipped_log (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20111122);
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  guint n_copies = g_test_slow () ? 3000 : 200;

  make_library (fixture->path);
  for (guint i = 0; i < n_copies; i++)
    {
      g_autoptr (KompassLibrary) library = NULL;

      copy_file (fixture->path, copy);
      flip_log (copy, random);
      library = kompass_test_open_library (copy);
      use_library (library);
      change_library (library);
    }
}

/* Crashes */

/* A copy of the file and its log in the middle of work is what a power cut leaves. */
static void
test_log_is_found (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.kompass", NULL);
  KompassLibrary *library = kompass_test_new_library (fixture->path);
  g_autofree char *before = NULL;

  set_score (library, "1.1", 600);
  before = kompass_test_dump (fixture->path);
  copy_with_pages (fixture->path, copy);
  g_assert_finalize_object (library);
  library = kompass_test_open_library (copy);
  set_score (library, "1.2", 700);
  g_assert_true (kompass_library_undo (library, NULL));
  g_assert_finalize_object (library);
  assert_dump (copy, before);
  kompass_test_assert_sound (copy);
}

/* Where the log cannot be used there is a rollback journal: here one of a change that was never finished, with pages of it
 * in the file already. */
static void
test_journal_is_rolled_back (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.kompass", NULL);
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *before = NULL;
  KompassLibrary *library;
  sqlite3 *db = NULL;

  make_library (fixture->path);
  before = kompass_test_dump (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                                 "UPDATE score SET points = 1; UPDATE question SET text = text || text || text;"
                                 "UPDATE change SET author = hex (zeroblob (5000))",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_with_pages (fixture->path, copy);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  library = kompass_test_open_library (copy);
  g_assert_finalize_object (library);
  assert_dump (copy, before);
  kompass_test_assert_sound (copy);
}

/* What a child reports; what the test framework itself writes there is a comment. */
static char *
read_line (GSubprocess *process)
{
  GInputStream *output = g_subprocess_get_stdout_pipe (process);
  GString *line = g_string_new (NULL);
  char c;

  do
    {
      g_string_truncate (line, 0);
      while (g_input_stream_read (output, &c, 1, NULL, NULL) == 1 && c != '\n')
        g_string_append_c (line, c);
    }
  while (line->str[strspn (line->str, " ")] == '#'); /* what GLib says of the test itself, indented by newer ones */

  return g_string_free (line, FALSE);
}

/* In the child: one command after the other, each reported when it has returned. */
static int
work (const char *path)
{
  KompassLibrary *library = kompass_test_open_library (path);
  gint64 first = kompass_test_number (path, "SELECT max (number) FROM change");

  for (gint64 number = first + 1; number < first + 100000; number++)
    {
      set_score (library, "1.4", (KompassPoints) (number % 3001));
      if (dprintf (STDOUT_FILENO, "%" G_GINT64_FORMAT "\n", number) < 0)
        return 1;
    }

  return 0;
}

static void
test_killed_at_work (Fixture       *fixture,
                     gconstpointer  data)
{
  KompassLibrary *library = kompass_test_new_library (fixture->path);

  g_assert_finalize_object (library);
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GSubprocess) process = kompass_test_spawn_self ("--work", fixture->path);
      int wanted = g_test_rand_int_range (1, 40);
      gint64 reported = 0;
      gint64 stored;
      gint64 points;
      g_autofree char *line = NULL;

      for (int i = 0; i < wanted; i++)
        {
          g_free (line);
          line = read_line (process);
          reported = g_ascii_strtoll (line, NULL, 10);
        }
      g_assert_cmpint (reported, >, 0);
      g_usleep ((gulong) g_test_rand_int_range (0, 3000));
      g_subprocess_send_signal (process, SIGKILL);
      while (*line != '\0')
        {
          reported = g_ascii_strtoll (line, NULL, 10);
          g_free (line);
          line = read_line (process);
        }
      g_subprocess_wait (process, NULL, NULL);

      /* All that was reported is there; at most the one that was not reported any more as well. */
      library = kompass_test_open_library (fixture->path);
      g_assert_finalize_object (library);
      kompass_test_assert_sound (fixture->path);
      stored = kompass_test_number (fixture->path, "SELECT max (number) FROM change");
      points = kompass_test_number (fixture->path, "SELECT points FROM score WHERE question = '1.4'");
      g_assert_cmpint (stored, >=, reported);
      g_assert_cmpint (stored, <=, reported + 1);
      g_assert_cmpint (points, ==, stored % 3001);
    }
}

/* Killed while it makes a new library. */
static void
test_killed_at_birth (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, round);
      g_autoptr (GSubprocess) process = kompass_test_spawn_self ("--make", path);
      KompassLibrary *library;

      for (guint i = 0; i < 1000 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
        g_usleep (200);
      g_usleep ((gulong) g_test_rand_int_range (0, 20000));
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);
      library = kompass_test_open_library (path);
      g_assert_finalize_object (library);
      kompass_test_assert_sound (path);
    }
}

static int
make (const char *path)
{
  KompassLibrary *library = kompass_test_open_library (path);
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (GError) error = NULL;
  KompassEvaluation *evaluation;

  kompass_library_add_edition (library, edition, &error);
  g_assert_no_error (error);
  evaluation = kompass_test_evaluation (NULL, "Lund", 2011, edition, KOMPASS_DEPTH_QUESTIONS);
  kompass_library_add_evaluation (library, evaluation, &error);
  g_assert_no_error (error);
  g_object_unref (evaluation);
  g_assert_finalize_object (library);

  return 0;
}

static void
wait_for_all (GPtrArray *processes)
{
  for (guint i = 0; i < processes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_subprocess_wait_check (g_ptr_array_index (processes, i), NULL, &error);
      g_assert_no_error (error);
    }
  g_ptr_array_set_size (processes, 0);
}

/* The window and the command line started at the same moment, by someone who has neither used before. */
static void
test_born_together (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, round);
      g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < 4; i++)
        g_ptr_array_add (processes, kompass_test_spawn_self ("--make", path));
      wait_for_all (processes);
      kompass_test_assert_sound (path);
      g_assert_cmpint (kompass_test_number (path, "SELECT count(*) FROM evaluation"), ==, 4);
      g_assert_cmpint (kompass_test_number (path, "SELECT count(*) FROM municipality"), ==, 1);
      g_assert_cmpint (kompass_test_number (path, "SELECT count(*) FROM edition"), ==, 1);
    }
}

/* Opens a library of yesterday: the day's check and backup are made, and there is nothing to tell the user. */
static int
open_quietly (const char *path)
{
  KompassLibrary *library = kompass_test_open_library (path);

  g_assert_cmpstr (kompass_library_get_notice (library), ==, NULL);
  g_assert_finalize_object (library);

  return 0;
}

static void
test_opened_together (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *before = NULL;

  make_library (fixture->path);
  before = kompass_test_dump (fixture->path);
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GDir) dir = NULL;
      g_autofree char *backup = NULL;

      kompass_test_remove_folder (backups);
      for (guint i = 0; i < 4; i++)
        g_ptr_array_add (processes, kompass_test_spawn_self ("--open", fixture->path));
      wait_for_all (processes);
      dir = g_dir_open (backups, 0, NULL);
      backup = g_build_filename (backups, g_dir_read_name (dir), NULL);
      g_assert_null (g_dir_read_name (dir));
      kompass_test_assert_sound (backup);
      assert_dump (backup, before);
    }
}

/* Places that cannot be written */

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below_file = g_build_filename (file, "library.kompass", NULL);
  g_autoptr (GError) error = NULL;

  assert_refused (fixture->folder, KOMPASS_LIBRARY_ERROR_OPEN);
  write_file (file, "", 0);
  g_assert_null (kompass_library_open (below_file, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN);
  assert_message (error, file);
  g_clear_error (&error);

  /* Even the administrator cannot make a folder or a file there. */
  g_assert_null (kompass_library_open ("/proc/kommunkompass/library.kompass", &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN);
  assert_message (error, "/proc/kommunkompass");
  g_clear_error (&error);
  g_assert_null (kompass_library_open ("/proc/library.kompass", &error));
  g_assert_nonnull (error);
  assert_message (error, "/proc/library.kompass");
}

static void
test_permission_denied (Fixture       *fixture,
                        gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("the administrator may write everywhere");
      return;
    }
  make_library (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  assert_refused (fixture->path, KOMPASS_LIBRARY_ERROR_READ_ONLY);
}

static gboolean
write_whole (const char *path,
             const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);

  return written;
}

/* In the child: a small disk of its own, which needs no rights but those in a name space of its own. */
static gboolean
mount_small_disk (const char *folder)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_whole ("/proc/self/setgroups", "deny") &&
         write_whole ("/proc/self/uid_map", users) && write_whole ("/proc/self/gid_map", groups) &&
         mount ("none", folder, "tmpfs", 0, "size=1m") == 0;
}

static int
be_on_read_only_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!mount_small_disk (folder))
    return CANNOT;
  make_library (path);
  g_assert_cmpint (mount ("none", folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_refused_untouched (path, KOMPASS_LIBRARY_ERROR_READ_ONLY);

  return 0;
}

static void
fill (const char *ballast)
{
  g_autofree char *block = g_malloc0 (4096);
  int fd = open (ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, 4096) > 0)
    ;
  close (fd);
}

/* The disk fills up under a window that is open: the command is refused as a whole, the library stays as it was, and goes
 * on when there is room again. */
static void
work_until_full (KompassLibrary *library,
                 const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  guint n_done = 0;

  while (error == NULL && n_done < 10000)
    {
      g_free (before);
      before = kompass_test_dump (path);
      if (kompass_test_set_score (library, KOMPASS_TEST_LUND, "1.4", KOMPASS_SCORE ((KompassPoints) n_done), &error))
        n_done++;
    }
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_FULL);
  assert_message (error, path);
  g_assert_nonnull (strstr (error->message, "make room"));
  assert_dump (path, before);
}

static int
be_on_full_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new.kompass", NULL);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  KompassLibrary *library;

  if (!mount_small_disk (folder))
    return CANNOT;
  make_library (path);
  library = kompass_test_open_library (path);
  set_score (library, "1.4", 1000);
  fill (ballast);
  work_until_full (library, path);
  g_assert_null (kompass_library_open (new_path, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_FULL);
  assert_message (error, new_path);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  set_score (library, "1.4", 1111);
  label = kompass_library_get_undo_label (library);
  g_assert_cmpstr (label, ==, "Set 1.4 of Lund 2011 to 11.11");
  g_assert_finalize_object (library);
  kompass_test_assert_sound (path);
  library = kompass_test_open_library (new_path);
  g_assert_finalize_object (library);

  return 0;
}

/* No room for a backup: the library opens all the same, and says so. */
static int
open_on_full_disk (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = NULL;
  KompassLibrary *library;
  GStatBuf info;

  if (!mount_small_disk (folder))
    return CANNOT;
  make_library (path);
  fill (ballast);
  g_assert_cmpint (g_stat (ballast, &info), ==, 0);
  g_assert_cmpint (truncate (ballast, info.st_size - 80 * 1024), ==, 0); /* for the log's index, not for a copy */
  library = kompass_test_open_library (path);
  g_assert_nonnull (strstr (kompass_library_get_notice (library), "No backup of the library could be made"));
  g_assert_nonnull (strstr (kompass_library_get_notice (library), backups));
  dir = g_dir_open (backups, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
  g_assert_finalize_object (library);

  return 0;
}

/* A limit on the size of files is another way in which a system has no more room. */
static int
have_file_size_limit (const char *path)
{
  struct rlimit limit = { 200 * 1024, 200 * 1024 };
  KompassLibrary *library;

  signal (SIGXFSZ, SIG_IGN);
  library = kompass_test_new_library (path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  work_until_full (library, path);
  g_assert_finalize_object (library);
  kompass_test_assert_sound (path);

  return 0;
}

static void
test_in_child (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GSubprocess) process = kompass_test_spawn_self (data, fixture->path);
  g_autoptr (GError) error = NULL;

  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == CANNOT)
    g_test_skip ("no disk of its own can be had here");
  else
    g_assert_true (g_subprocess_get_successful (process));
}

/* Locked */

/* In the child: keeps the library locked until its standard input ends. */
static int
hold (const char *path)
{
  sqlite3 *db = NULL;
  char c;

  if (sqlite3_open (path, &db) != SQLITE_OK || sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK ||
      dprintf (STDOUT_FILENO, "held\n") < 0)
    return 1;
  while (read (STDIN_FILENO, &c, 1) > 0)
    ;
  sqlite3_close (db);

  return 0;
}

static GSubprocess *
spawn_holder (const char *path)
{
  GSubprocess *process = kompass_test_spawn_self ("--hold", path);
  g_autofree char *line = read_line (process);

  g_assert_cmpstr (line, ==, "held");

  return process;
}

static void
release (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, NULL);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (KompassEvaluation) lund = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  KompassLibrary *library;
  gint64 start;

  make_library (fixture->path);
  library = kompass_test_open_library (fixture->path);
  before = kompass_test_dump (fixture->path);
  holder = spawn_holder (fixture->path);
  start = g_get_monotonic_time ();
  g_assert_false (kompass_test_set_score (library, KOMPASS_TEST_LUND, "1.1", KOMPASS_SCORE (100), &error));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 2 * G_USEC_PER_SEC);
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_LOCKED);
  assert_message (error, fixture->path);
  lund = kompass_library_load (library, KOMPASS_TEST_LUND, NULL); /* reading goes on */
  g_assert_nonnull (lund);
  release (holder);
  assert_dump (fixture->path, before);
  set_score (library, "1.1", 100);
  g_assert_finalize_object (library);
}

/* With a rollback journal a lock keeps readers out as well: the library does not open, and no backup is made of what could
 * not be read. */
static void
test_locked_at_opening (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GSubprocess) holder = NULL;
  KompassLibrary *library;

  make_library (fixture->path);
  kompass_test_execute (fixture->path, "PRAGMA journal_mode = DELETE");
  holder = spawn_holder (fixture->path);
  assert_refused (fixture->path, KOMPASS_LIBRARY_ERROR_LOCKED);
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
  release (holder);
  library = kompass_test_open_library (fixture->path);
  g_assert_finalize_object (library);
}

/* Backups */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
list_backups (Fixture *fixture)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static gboolean
back_up (Fixture   *fixture,
         guint      day,
         gboolean   always,
         GError   **error)
{
  g_autoptr (GDateTime) today = g_date_time_new_local (2026, 1, (int) day, 12, 0, 0);
  sqlite3 *db = NULL;
  gboolean made;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  made = kompass_backup_make (db, fixture->path, today, always, error);
  sqlite3_close (db);

  return made;
}

static void
assert_backups (Fixture    *fixture,
                const char *names)
{
  g_autofree char *got = list_backups (fixture);

  g_assert_cmpstr (got, ==, names);
}

static void
test_backup_at_opening (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "library-%Y-%m-%d.kompass");
  g_autofree char *backup = g_build_filename (fixture->folder, "backups", name, NULL);
  g_autofree char *before = NULL;
  KompassLibrary *library;

  make_library (fixture->path);
  assert_backups (fixture, ""); /* nothing to copy yet */
  before = kompass_test_dump (fixture->path);
  for (guint i = 0; i < 3; i++)
    {
      library = kompass_test_open_library (fixture->path);
      g_assert_null (kompass_library_get_notice (library));
      set_score (library, "1.1", (KompassPoints) i);
      g_assert_finalize_object (library);
      assert_backups (fixture, name);
    }

  /* It is a library, as it was at the day's first opening, in one file. */
  assert_dump (backup, before);
  g_assert_cmpint (kompass_test_number (backup, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), ==, 1);
  library = kompass_test_open_library (backup);
  g_assert_true (kompass_library_undo (library, NULL));
  g_assert_finalize_object (library);
}

static void
test_backups_of_days (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  static const char * const others[] = {
    "library.kompass",
    "library-2020-01-01-before-the-move.kompass",
    "library-2020-01-01 (copy).kompass",
    "library-2020-01-01.kompass.zip",
    "library-2020-1-1.kompass",
    "library-2020-01-01-.kompass",
    "library-2020-01-01-2-3.kompass",
    "mylibrary-2020-01-01.kompass",
    "other-2020-01-01.kompass",
    "notes.txt",
  };
  g_autofree char *names = NULL;
  GString *expected = g_string_new (NULL);

  make_library (fixture->path);
  g_mkdir (backups, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (backups, others[i], NULL);

      write_file (path, "x", 1);
    }
  for (guint day = 1; day <= 15; day++)
    g_assert_true (back_up (fixture, day, FALSE, NULL));
  for (guint day = 6; day <= 15; day++)
    g_string_append_printf (expected, "library-2026-01-%02u.kompass ", day);
  names = list_backups (fixture);
  g_assert_nonnull (strstr (names, expected->str));
  g_assert_null (strstr (names, "library-2026-01-05"));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_nonnull (strstr (names, others[i]));
  g_assert_null (strstr (names, ".part"));
  g_string_free (expected, TRUE);
}

/* A program that was killed while it copied leaves a part; one that is copying now keeps it. */
static void
test_backup_removes_parts (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gboolean is_old;
    gboolean is_kept;
  } parts[] = {
    { "library-2026-01-01.kompass.0123abcd.part", TRUE, FALSE },
    { "library-2026-01-01-2.kompass.0123abcd.part", TRUE, FALSE },
    { "library-2026-01-01.kompass.4567abcd.part", FALSE, TRUE },
    { "library-2026-01-01.kompass.film.part", TRUE, TRUE },
    { "other-2026-01-01.kompass.0123abcd.part", TRUE, TRUE },
    { ".0123abcd.part", TRUE, TRUE },
  };
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  struct utimbuf old = { 1000000000, 1000000000 };

  make_library (fixture->path);
  g_mkdir (backups, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (backups, parts[i].name, NULL);

      write_file (path, "x", 1);
      if (parts[i].is_old)
        g_utime (path, &old);
    }
  g_assert_true (back_up (fixture, 2, FALSE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (backups, parts[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, parts[i].is_kept);
    }
}

/* A day's further copies are younger than its first, also the tenth. */
static void
test_backups_of_one_day (Fixture       *fixture,
                         gconstpointer  data)
{
  make_library (fixture->path);
  g_assert_true (back_up (fixture, 1, FALSE, NULL));
  g_assert_true (back_up (fixture, 2, FALSE, NULL));
  g_assert_true (back_up (fixture, 2, FALSE, NULL));
  assert_backups (fixture, "library-2026-01-01.kompass library-2026-01-02.kompass");
  for (guint i = 0; i < 11; i++)
    g_assert_true (back_up (fixture, 2, TRUE, NULL));
  assert_backups (fixture, "library-2026-01-02-10.kompass library-2026-01-02-11.kompass library-2026-01-02-12.kompass "
                           "library-2026-01-02-3.kompass library-2026-01-02-4.kompass library-2026-01-02-5.kompass "
                           "library-2026-01-02-6.kompass library-2026-01-02-7.kompass library-2026-01-02-8.kompass "
                           "library-2026-01-02-9.kompass");
}

static void
test_backup_is_due (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GDateTime) first = g_date_time_new_local (2026, 1, 1, 12, 0, 0);
  g_autoptr (GDateTime) second = g_date_time_new_local (2026, 1, 2, 0, 0, 1);

  make_library (fixture->path);
  g_assert_true (kompass_backup_is_due (fixture->path, first, FALSE));
  g_assert_true (back_up (fixture, 1, FALSE, NULL));
  g_assert_false (kompass_backup_is_due (fixture->path, first, FALSE));
  g_assert_true (kompass_backup_is_due (fixture->path, first, TRUE));
  g_assert_true (kompass_backup_is_due (fixture->path, second, FALSE));
}

/* A damaged library is noticed before it is copied: the sound copies stay. */
static void
test_backups_outlive_damage (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *backup = g_build_filename (fixture->folder, "backups", "library-2026-01-10.kompass", NULL);
  g_autofree char *before = NULL;
  g_autofree char *names = NULL;
  gsize length;

  make_library (fixture->path);
  before = kompass_test_dump (fixture->path);
  for (guint day = 1; day <= 10; day++)
    g_assert_true (back_up (fixture, day, FALSE, NULL));
  names = list_backups (fixture);
  bytes = read_file (fixture->path);
  copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  memset (copy + 4096, 0xaa, 3 * 4096);
  write_file (fixture->path, copy, length);

  assert_refused_untouched (fixture->path, KOMPASS_LIBRARY_ERROR_DAMAGED);
  assert_backups (fixture, names);
  assert_dump (backup, before);
}

static void
test_backup_cannot_be_made (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  KompassLibrary *library;
  g_autoptr (GError) error = NULL;

  make_library (fixture->path);
  write_file (backups, "", 0);
  library = kompass_test_open_library (fixture->path);
  g_assert_nonnull (kompass_library_get_notice (library));
  g_assert_nonnull (strstr (kompass_library_get_notice (library), backups));
  set_score (library, "1.1", 100);
  g_assert_finalize_object (library);
  g_assert_false (back_up (fixture, 1, FALSE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_IO);
  g_assert_false (back_up (fixture, 1, FALSE, NULL));
}

/* What cannot be read gives no copy, least of all an empty one. */
static void
test_backup_of_locked (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (GError) error = NULL;

  make_library (fixture->path);
  kompass_test_execute (fixture->path, "PRAGMA journal_mode = DELETE");
  holder = spawn_holder (fixture->path);
  g_assert_false (back_up (fixture, 1, FALSE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_LOCKED);
  assert_backups (fixture, "");
  release (holder);
  g_assert_true (back_up (fixture, 1, FALSE, NULL));
  assert_backups (fixture, "library-2026-01-01.kompass");
}

static const struct
{
  const char *name;
  int (*run) (const char *path);
} children[] = {
  { "--work", work },
  { "--make", make },
  { "--hold", hold },
  { "--open", open_quietly },
  { "--read-only", be_on_read_only_disk },
  { "--full", be_on_full_disk },
  { "--open-full", open_on_full_disk },
  { "--limit", have_file_size_limit },
};

#define ADD(path, function) \
  kompass_test_add ("/library-file/" path, NULL, kompass_test_set_up_folder, function)
#define ADD_CHILD(path, command) \
  kompass_test_add ("/library-file/" path, command, kompass_test_set_up_folder, test_in_child)

/* A library with a rollback journal, such as a backup that was put back, while another program reads it: it can be opened
 * and read, and written as soon as the other has read. */
static void
test_opened_while_read (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (KompassEvaluation) loaded = NULL;
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mode = NULL;
  sqlite3 *reader = NULL;

  make_library (fixture->path);
  kompass_test_execute (fixture->path, "PRAGMA journal_mode = DELETE");
  g_assert_cmpint (sqlite3_open (fixture->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT count(*) FROM evaluation", NULL, NULL, NULL), ==, SQLITE_OK);

  library = kompass_library_open (fixture->path, &error);
  g_assert_no_error (error);
  loaded = kompass_library_load (library, KOMPASS_TEST_LUND, &error);
  g_assert_no_error (error);
  mode = query_text (library, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");

  g_assert_cmpint (sqlite3_exec (reader, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  set_score (library, "1.1", 700);
  g_assert_cmpint (sqlite3_close (reader), ==, SQLITE_OK);
  g_assert_true (kompass_library_undo (library, &error));
  g_assert_no_error (error);
  g_clear_object (&library);

  g_free (mode);
  library = kompass_test_open_library (fixture->path);
  mode = query_text (library, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "wal");
}

static int
write_between (unsigned int  event,
               void         *path,
               void         *statement,
               void         *sql)
{
  if (g_str_has_prefix (sql, "SELECT place, figure"))
    kompass_test_execute (path, "UPDATE printed SET value = 100 WHERE place = ''; UPDATE score SET points = 100");

  return 0;
}

/* Another program writes between reading the scores and the printed figures. */
static void
test_loaded_at_one_moment (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (KompassLibrary) library = kompass_test_new_library (fixture->path);
  g_autoptr (KompassEvaluation) before = kompass_library_load (library, KOMPASS_TEST_LUND, NULL);
  g_autoptr (KompassEvaluation) during = NULL;
  g_autoptr (KompassEvaluation) after = NULL;

  sqlite3_trace_v2 (library->db, SQLITE_TRACE_STMT, write_between, fixture->path);
  during = kompass_library_load (library, KOMPASS_TEST_LUND, NULL);
  sqlite3_trace_v2 (library->db, 0, NULL, NULL);
  after = kompass_library_load (library, KOMPASS_TEST_LUND, NULL);
  g_assert_cmpint (sqlite3_get_autocommit (library->db), !=, 0);

  for (guint i = 0; i < kompass_evaluation_get_n_lines (before); i++)
    g_assert_true (kompass_figures_equal (kompass_line_get_figures (kompass_evaluation_get_line (before, i)),
                                          kompass_line_get_figures (kompass_evaluation_get_line (during, i))));
  g_assert_cmpint (kompass_line_get_printed (kompass_evaluation_get_total_line (after))->points, ==, 100);
}

/* What a line no longer has printed is no longer stored. */
static void
test_printed_is_forgotten (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (KompassLibrary) library = kompass_test_new_library (fixture->path);
  g_autoptr (KompassEvaluation) lund = kompass_library_load (library, KOMPASS_TEST_LUND, NULL);
  KompassLine *line = kompass_evaluation_find_line (lund, "1");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM printed WHERE place = '1'"), ==, 2);
  kompass_line_set_printed (line, &KOMPASS_PRINTED_NONE);
  kompass_library_write_line (library, KOMPASS_TEST_LUND, line, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM printed WHERE place = '1'"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");
  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (children); i++)
    if (strcmp (argv[1], children[i].name) == 0)
      return children[i].run (argv[2]);

  ADD ("open/new", test_new);
  ADD ("open/empty-file", test_empty_file);
  ADD ("open/relative-path", test_relative_path);
  g_test_add_func ("/library-file/open/default-path", test_default_path);
  ADD ("open/settings", test_settings);
  ADD ("open/migration", test_migration);
  ADD ("open/permissions", test_permissions);
  ADD ("not-ours/not-a-database", test_not_a_database);
  ADD ("not-ours/other-application", test_other_application);
  ADD ("not-ours/other-application-with-log", test_other_application_with_log);
  ADD ("not-ours/newer", test_newer);
  ADD ("not-ours/newer-with-log", test_newer_with_log);
  ADD ("damaged/truncated", test_truncated);
  ADD ("damaged/flipped-bytes", test_flipped_bytes);
  ADD ("damaged/contents", test_damaged_contents);
  ADD ("damaged/log", test_damaged_log);
  ADD ("damaged/flipped-log", test_flipped_log);
  ADD ("crash/log-is-found", test_log_is_found);
  ADD ("crash/journal-is-rolled-back", test_journal_is_rolled_back);
  ADD ("crash/killed-at-work", test_killed_at_work);
  ADD ("crash/killed-at-birth", test_killed_at_birth);
  ADD ("crash/born-together", test_born_together);
  ADD ("crash/opened-together", test_opened_together);
  ADD ("place/not-a-folder", test_places);
  ADD ("place/permission-denied", test_permission_denied);
  ADD_CHILD ("place/read-only-disk", "--read-only");
  ADD_CHILD ("place/full-disk", "--full");
  ADD_CHILD ("place/full-disk-at-opening", "--open-full");
  ADD_CHILD ("place/file-size-limit", "--limit");
  ADD ("locked/at-work", test_locked);
  ADD ("locked/at-opening", test_locked_at_opening);
  ADD ("printed-is-forgotten", test_printed_is_forgotten);
  ADD ("locked/opened-while-read", test_opened_while_read);
  ADD ("locked/loaded-at-one-moment", test_loaded_at_one_moment);
  ADD ("backup/at-opening", test_backup_at_opening);
  ADD ("backup/of-days", test_backups_of_days);
  ADD ("backup/of-one-day", test_backups_of_one_day);
  ADD ("backup/removes-parts", test_backup_removes_parts);
  ADD ("backup/is-due", test_backup_is_due);
  ADD ("backup/outlive-damage", test_backups_outlive_damage);
  ADD ("backup/cannot-be-made", test_backup_cannot_be_made);
  ADD ("backup/of-locked", test_backup_of_locked);

  return g_test_run ();
}
