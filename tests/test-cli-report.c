/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "report" from outside: what the files say, that they are the same each time, many at once with progress and
 * cancel, and what becomes of them where something stands in the way. */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kompass-test-cli.h"

#define CAN_WRITE_ANYWHERE 1 /* CAP_DAC_OVERRIDE, which root has */
#define SMALL_FILE 70000     /* more than what SQLite keeps beside the library, less than the report */

typedef KompassTestCli Fixture;

/* A path in the fixture's folder; it lives as long as the test. */
static const char *
in_folder (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_intern_string (path);
}

static char *
read_file (const char *path,
           gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

static gboolean
is_whole_pdf (const char *path)
{
  gsize length;
  g_autofree char *contents = read_file (path, &length);

  return length > 16 && memcmp (contents, "%PDF-", 5) == 0 && g_strstr_len (contents + length - 16, 16, "%%EOF") != NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What another program says of the file; NULL where it is not installed. */
static char *
ask (const char *program,
     const char *option,
     const char *path,
     const char *last)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *words[] = { found, option, path, last, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static gboolean
use_swedish (Fixture *fixture)
{
  const char *folder = g_getenv ("LOCPATH");
  g_autofree char *locale = g_build_filename (folder != NULL ? folder : "/", "sv_SE.UTF-8", NULL);

  fixture->locale = "sv_SE.UTF-8";

  return g_file_test (locale, G_FILE_TEST_IS_DIR);
}

/* Figures */

static guint
count (const char *text,
       const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_assert_no_error (error);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;

  return n;
}

/* A row of the example's file: number, text, points, maximum, percent. Texts may have commas, figures have none. */
static void
parse_row (const char  *row,
           char       **number,
           char      ***figures)
{
  g_auto (GStrv) words = g_strsplit (row, ",", -1);
  guint n = g_strv_length (words);

  g_assert_cmpuint (n, >=, 5);
  *number = g_regex_escape_string (words[0], -1);
  *figures = g_strdupv (words + n - 3);
}

static void
assert_row (const char *text,
            const char *row,
            char        decimal_point)
{
  g_autofree char *number = NULL;
  g_auto (GStrv) figures = NULL;
  g_autofree char *points = NULL;
  g_autofree char *pattern = NULL;
  gboolean is_area;

  parse_row (row, &number, &figures);
  is_area = strstr (number, ".") == NULL;
  g_strdelimit (figures[0], ".", decimal_point);
  points = g_regex_escape_string (figures[0], -1);
  /* A row of an area ends with its figures; one of a question begins with its number, too. */
  pattern = g_strdup_printf ("^%s%s.*[^0-9,.]%s +%s +%s\\h?%%\\h*$", is_area ? "" : "\\h*", is_area ? "" : number, points,
                             figures[1], figures[2]);
  /* In the chapter of the area, and in the chapter of all tables. */
  g_assert_cmpuint (count (text, pattern), >=, 2);
  if (!is_area)
    {
      g_autofree char *any = g_strdup_printf ("^\\h*%s\\h.*%%\\h*$", number);

      g_assert_cmpuint (count (text, any), ==, count (text, pattern));
    }
}

static void
assert_tables (Fixture    *fixture,
               char        decimal_point)
{
  const char *path = in_folder (fixture, "lund.pdf");
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "lund-2011.csv", NULL);
  g_autofree char *csv = read_file (file, NULL);
  g_auto (GStrv) rows = g_strsplit (csv, "\n", -1);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, NULL), ==, 0);
  kompass_test_assert_says (fixture->out, path);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_true (is_whole_pdf (path));
  text = ask ("pdftotext", "-layout", path, "-");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++, n++)
    assert_row (text, g_strchomp (rows[i]), decimal_point);
  g_assert_cmpuint (n, ==, 53);
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  assert_tables (fixture, '.');
}

static void
test_tables_swedish (Fixture       *fixture,
                     gconstpointer  data)
{
  if (use_swedish (fixture))
    assert_tables (fixture, ',');
  else
    g_test_skip ("the locale sv_SE.UTF-8 has not been made");
}

/* Every depth, and where not even the edition is known. */
static void
test_depths (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const names[] = { "Karlskrona 2014", "Nacka 2011", "Örebro 2015", "Strängnäs 2016" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *path = in_folder (fixture, "report.pdf");
      g_autofree char *text = NULL;

      g_assert_cmpint (kompass_test_run (fixture, "report", names[i], "-o", path, NULL), ==, 0);
      g_assert_cmpstr (fixture->err, ==, "");
      g_assert_true (is_whole_pdf (path));
      text = ask ("pdftotext", "-raw", path, "-");
      if (text != NULL)
        {
          g_auto (GStrv) words = g_strsplit (names[i], " ", 2);

          kompass_test_assert_says (text, words[0]);
          kompass_test_assert_says (text, words[1]);
        }
    }
}

/* Formats */

static void
assert_same (Fixture    *fixture,
             const char *one,
             const char *other)
{
  gsize length, other_length;
  g_autofree char *contents = read_file (in_folder (fixture, one), &length);
  g_autofree char *other_contents = read_file (in_folder (fixture, other), &other_length);

  g_assert_cmpmem (contents, length, other_contents, other_length);
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const names[][2] = { { "a.pdf", "b.pdf" }, { "a.odt", "b.odt" }, { "a.zip", "b.zip" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", in_folder (fixture, names[i][0]), NULL),
                       ==, 0);
      g_setenv ("TZ", "Pacific/Auckland", TRUE);
      g_assert_cmpint (kompass_test_run (fixture, "report", "lund-2011", "-o", in_folder (fixture, names[i][1]), NULL),
                       ==, 0);
      g_unsetenv ("TZ");
      assert_same (fixture, names[i][0], names[i][1]);
    }
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data)
{
  const char *odt = in_folder (fixture, "lund.ODT");
  const char *zip = in_folder (fixture, "lund.zip");
  const char *by_option = in_folder (fixture, "document");
  g_autofree char *contents = NULL;
  g_autofree char *listing = NULL;

  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", odt, NULL), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", zip, "--archive", NULL), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", by_option, "--format=odt", NULL), ==, 0);
  contents = read_file (odt, NULL);
  g_assert_cmpint (memcmp (contents, "PK", 2), ==, 0);
  assert_same (fixture, "lund.ODT", "document");
  listing = ask ("unzip", "-l", zip, NULL);
  if (listing == NULL)
    return;
  kompass_test_assert_says (listing, "report.pdf");
  kompass_test_assert_says (listing, "report.odt");
  kompass_test_assert_says (listing, "SHA256SUMS");
}

static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  const char *colour = in_folder (fixture, "colour.pdf");
  const char *grey = in_folder (fixture, "grey.pdf");
  const char *letter = in_folder (fixture, "letter.pdf");
  gsize length, grey_length;
  g_autofree char *contents = NULL;
  g_autofree char *grey_contents = NULL;
  g_autofree char *about = NULL;

  g_assert_cmpint (kompass_test_run (fixture, "report", "Karlskrona 2014", "-o", colour, "--paper=A4", NULL), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "Karlskrona 2014", "-o", grey, "--greyscale", NULL), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "Karlskrona 2014", "-o", letter, "--paper=letter", NULL), ==,
                   0);
  contents = read_file (colour, &length);
  grey_contents = read_file (grey, &grey_length);
  g_assert_false (length == grey_length && memcmp (contents, grey_contents, length) == 0);
  about = ask ("pdfinfo", "-isodates", letter, NULL);
  if (about != NULL)
    kompass_test_assert_says (about, "612 x 792");
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  const char *path = in_folder (fixture, "report.pdf");
  g_autofree char *with = NULL;
  g_autofree char *alone = NULL;

  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, "--compare=Karlskrona 2014",
                                     "--compare=lund-2011", NULL),
                   ==, 0);
  with = ask ("pdftotext", "-raw", path, "-");
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, "--no-compare", NULL), ==, 0);
  alone = ask ("pdftotext", "-raw", path, "-");
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, "--compare=Lund 1911", NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "Lund 1911");
  if (with == NULL)
    return;
  kompass_test_assert_says (with, "Karlskrona");
  g_assert_null (strstr (alone, "Karlskrona"));
  g_assert_null (strstr (alone, "40 latest"));
}

/* What stands in the way */

/* From then on no file becomes as large as the report, as on a disk that is full. */
static void
limit_files_cb (gpointer data)
{
  const struct rlimit small = { SMALL_FILE, SMALL_FILE };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
}

/* From then on it may write only where its user may, even as root. */
static void
respect_permissions_cb (gpointer data)
{
  prctl (PR_CAPBSET_DROP, CAN_WRITE_ANYWHERE, 0, 0, 0);
}

static void
assert_old (const char *path)
{
  g_autofree char *contents = read_file (path, NULL);

  g_assert_cmpstr (contents, ==, "old");
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  const char *folder = in_folder (fixture, "reports");
  const char *path = in_folder (fixture, "reports/lund.pdf");
  const char *device = in_folder (fixture, "full.pdf");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  fixture->setup = limit_files_cb;
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, NULL), ==, 1);
  kompass_test_assert_says (fixture->err, path);
  kompass_test_assert_says (fixture->err, "unchanged. Make room there");
  assert_old (path);
  g_assert_cmpuint (count_files (folder), ==, 1);

  fixture->setup = NULL;
  if (g_access ("/dev/full", W_OK) != 0 || symlink ("/dev/full", device) != 0)
    return;
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", device, NULL), ==, 1);
  kompass_test_assert_says (fixture->err, g_strerror (ENOSPC));
}

static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *folder = in_folder (fixture, "closed");
  const char *path = in_folder (fixture, "closed/lund.pdf");
  const char *missing = in_folder (fixture, "missing/below/lund.pdf");
  const char *file = in_folder (fixture, "file");
  g_autofree char *in_file = g_build_filename (file, "x", NULL);

  g_assert_cmpint (kompass_test_run (fixture, "report", "Nacka 2011", "-o", missing, NULL), ==, 0);
  g_assert_true (g_file_test (missing, G_FILE_TEST_IS_REGULAR));
  kompass_test_assert_says (fixture->out, missing);
  g_assert_cmpint (kompass_test_run (fixture, "report", "Nacka 2011", "-o", "/proc/nothing/lund.pdf", NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "/proc/nothing/lund.pdf");
  kompass_test_assert_says (fixture->err, "Choose another place.");
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "Nacka 2011", "-o", in_file, NULL), ==, 1);
  kompass_test_assert_says (fixture->err, file);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  fixture->setup = respect_permissions_cb;
  if (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, NULL) == 0)
    {
      g_test_skip ("this user may write everywhere");
    }
  else
    {
      kompass_test_assert_says (fixture->err, "ask for permission");
      assert_old (path);
    }
  g_chmod (folder, 0700);
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  const char *pdf = in_folder (fixture, "x.pdf");
  const char *doc = in_folder (fixture, "x.doc");

#define ASSERT_USAGE(words, ...)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_assert_cmpint (kompass_test_run (fixture, "report", __VA_ARGS__, NULL), ==, 2);                                  \
    kompass_test_assert_says (fixture->err, words);                                                                    \
    kompass_test_assert_says (fixture->err, "report --help");                                                          \
  }                                                                                                                    \
  G_STMT_END
  ASSERT_USAGE ("-o FILE", "Lund 2011");
  ASSERT_USAGE ("--all", "-o", pdf);
  ASSERT_USAGE ("name none beside it", "Lund 2011", "--all", "-o", fixture->folder);
  ASSERT_USAGE ("must end in .pdf", "Lund 2011", "-o", doc);
  ASSERT_USAGE ("no format “doc”", "Lund 2011", "-o", doc, "--format=doc");
  ASSERT_USAGE ("another format", "Lund 2011", "-o", pdf, "--format=odt");
  ASSERT_USAGE ("another format", "Lund 2011", "-o", pdf, "--archive");
  ASSERT_USAGE ("--format cannot", "Lund 2011", "-o", fixture->folder, "--archive", "--format=odt");
  ASSERT_USAGE ("no paper “a5”", "Lund 2011", "-o", pdf, "--paper=a5");
  ASSERT_USAGE ("at most three", "Lund 2011", "-o", pdf, "--compare=a", "--compare=b", "--compare=c", "--compare=d");
  ASSERT_USAGE ("--no-compare", "Lund 2011", "-o", pdf, "--compare=a", "--no-compare");
  ASSERT_USAGE ("go to a folder", "Lund 2011", "Nacka 2011", "-o", pdf);
  ASSERT_USAGE ("no option", "Lund 2011", "-o", pdf, "--dark");
#undef ASSERT_USAGE
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 1911", "-o", pdf, NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "Lund 1911");
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_cmpint (kompass_test_run (fixture, "report", "--help", NULL), ==, 0);
  kompass_test_assert_says (fixture->out, "kommunkompass-cli report [OPTION");
}

/* Many */

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const char *folder = in_folder (fixture, "a/b/");
  const char *lund = in_folder (fixture, "a/b/lund-2011.odt");
  const char *nacka = in_folder (fixture, "a/b/nacka-2011.odt");
  g_autofree char *expected = g_strdup_printf ("%s\n%s\n", lund, nacka);

  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "Nacka 2011", "lund-2011", "-o", folder,
                                     "--format=odt", NULL),
                   ==, 0);
  g_assert_cmpstr (fixture->out, ==, expected);
  /* Nobody sits at a terminal. */
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpuint (count_files (folder), ==, 2);

  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "Nacka 2011", "-o", folder, "--progress", NULL),
                   ==, 0);
  g_assert_cmpstr (fixture->err, ==, "0 of 2: Lund 2011\n1 of 2: Nacka 2011\n2 of 2\n");
  g_assert_true (is_whole_pdf (in_folder (fixture, "a/b/lund-2011.pdf")));
  g_assert_cmpuint (count_files (folder), ==, 4);

  /* One, into a folder. */
  g_assert_cmpint (kompass_test_run (fixture, "report", "Nacka 2011", "-o", fixture->folder, "--archive", NULL), ==, 0);
  g_assert_true (g_file_test (in_folder (fixture, "nacka-2011.zip"), G_FILE_TEST_IS_REGULAR));
}

static void
test_all_but_one (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *folder = in_folder (fixture, "reports");
  const char *blocked = in_folder (fixture, "reports/nacka-2011.pdf");
  guint n;

  g_assert_cmpint (g_mkdir_with_parents (blocked, 0700), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "--all", "-o", folder, NULL), ==, 1);
  kompass_test_assert_says (fixture->err, "Nacka 2011: ");
  kompass_test_assert_says (fixture->err, blocked);
  n = count_files (folder);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (count (fixture->out, "\\.pdf$"), ==, n - 1);
  g_assert_cmpuint (count (fixture->err, " of [0-9]+ were written"), ==, 1);
}

/* Ctrl+C once there has been some progress. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  const char *folder = in_folder (fixture, "reports");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE |
                                                                        G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  char *line;
  guint n = 0;

  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("KOMPASS_CLI"), "--library", fixture->library, "report",
                                         "--all", "--progress", "-o", folder, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stderr_pipe (process));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (g_str_has_prefix (line, "3 of "))
        g_subprocess_send_signal (process, SIGINT);
      g_string_append_printf (said, "%s\n", line);
      g_free (line);
    }
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  kompass_test_assert_says (said->str, "Cancelled. ");
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (is_whole_pdf (path));
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <, 20);
}

static void
test_swedish (Fixture       *fixture,
              gconstpointer  data)
{
  const char *path = in_folder (fixture, "lund.pdf");
  g_autofree char *text = NULL;

  if (!use_swedish (fixture))
    {
      g_test_skip ("the locale sv_SE.UTF-8 has not been made");
      return;
    }
  g_assert_cmpint (kompass_test_run (fixture, "report", "Lund 2011", "-o", path, NULL), ==, 0);
  g_assert_cmpint (kompass_test_run (fixture, "report", "--help", NULL), ==, 0);
  kompass_test_assert_says (fixture->out, "Skriv rapporter");
  text = ask ("pdftotext", "-raw", path, "-");
  if (text == NULL)
    return;
  kompass_test_assert_says (text, "Uppnått");
  kompass_test_assert_says (text, "Procent");
  kompass_test_assert_says (text, "Poängtabeller");
}

/* A library that somebody else has written to cannot make a terminal do things, and a name is one line of progress. */
static void
test_control_characters (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *folder = in_folder (fixture, "reports");
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->library, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE municipality SET name = char (27) || '[31mLund' || char (10) || char (155) "
                                     "WHERE name = 'Lund'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_cmpint (kompass_test_run (fixture, "report", "--all", "-o", folder, "--format", "odt", "--progress", NULL),
                   ==, 0);
  g_assert_null (strchr (fixture->err, 27));
  g_assert_null (strstr (fixture->err, "\302\233"));
  kompass_test_assert_says (fixture->err, "\357\277\275[31mLund \357\277\275 2011\n");
  kompass_test_assert_says (fixture->out, "31mlund-2011.odt\n");
  g_assert_cmpint (kompass_test_run (fixture, "list", NULL), ==, 0);
  g_assert_null (strchr (fixture->out, 27));
  kompass_test_assert_says (fixture->out, "\357\277\275[31mLund");
  g_assert_cmpint (kompass_test_run (fixture, "show", "\033[31mMalm\303\266 2011", NULL), ==, 1);
  g_assert_null (strchr (fixture->err, 27));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/cli-report/" name, Fixture, NULL, kompass_test_set_up_cli_example, function, kompass_test_tear_down_cli)
  ADD ("tables", test_tables);
  ADD ("tables-swedish", test_tables_swedish);
  ADD ("depths", test_depths);
  ADD ("same-bytes", test_same_bytes);
  ADD ("formats", test_formats);
  ADD ("paper", test_paper);
  ADD ("compare", test_compare);
  ADD ("full", test_full);
  ADD ("unwritable", test_unwritable);
  ADD ("usage", test_usage);
  ADD ("many", test_many);
  ADD ("all-but-one", test_all_but_one);
  ADD ("cancel", test_cancel);
  ADD ("swedish", test_swedish);
  ADD ("control-characters", test_control_characters);
#undef ADD

  return g_test_run ();
}
