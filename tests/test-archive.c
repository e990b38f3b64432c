/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archive packages: what is in them, that their checksums are right, and that the tools of others read them. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "kompass-archive.h"
#include "kompass-data-csv.h"
#include "kompass-data-xml.h"
#include "kompass-test-document.h"
#include "kompass-test-zip.h"

#define N_MEMBERS 8

typedef struct
{
  KompassEvaluation *lund;
  KompassReport *report;
  KompassDocument *document;
  KompassPageSetup setup;
  KompassArchiveInput input;
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassProfile) mean = kompass_test_mean (edition);

  fixture->lund = kompass_test_lund (edition);
  fixture->report = kompass_test_report_lund (fixture->lund, mean);
  fixture->document = kompass_test_document_lund_written ();
  kompass_page_setup_init_a4 (&fixture->setup);
  fixture->input = (KompassArchiveInput) { fixture->lund, fixture->report, fixture->document, &fixture->setup };
  fixture->folder = g_dir_make_tmp ("test-archive-XXXXXX", NULL);
}

/* Runs a program in the fixture's folder and returns whether it was content. */
static gboolean
run (Fixture            *fixture,
     const char * const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (fixture->folder, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);

  return g_spawn_check_wait_status (status, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *arguments[] = { "rm", "-rf", fixture->folder, NULL };

  g_assert_true (run (fixture, arguments));
  g_free (fixture->folder);
  kompass_document_unref (fixture->document);
  g_object_unref (fixture->report);
  g_object_unref (fixture->lund);
}

static GBytes *
create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *archive = kompass_archive_create (&fixture->input, &error);

  g_assert_no_error (error);
  g_assert_nonnull (archive);

  return archive;
}

static gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  return path != NULL;
}

/* Every file but the list of sums is in it, with the sum it has. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) archive = create (fixture);
  g_autoptr (GPtrArray) names = kompass_test_zip_list (archive);
  g_autofree char *sums = kompass_test_zip_text (archive, "SHA256SUMS");

  g_assert_cmpuint (names->len, ==, N_MEMBERS);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GBytes) content = kompass_test_zip_read (archive, name);
      g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      g_autofree char *line = g_strdup_printf ("%s  %s\n", sum, name);

      g_assert_cmpuint (g_bytes_get_size (content), >, 0);
      if (!g_str_equal (name, "SHA256SUMS"))
        g_assert_nonnull (strstr (sums, line));
    }
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) one = create (fixture);
  g_autoptr (GBytes) other = NULL;

  g_usleep (2100000); /* ZIP counts every other second */
  other = create (fixture);
  g_assert_true (g_bytes_equal (one, other));
}

/* What the files are, that they are named and that their columns are described. */
static void
test_readme (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) archive = create (fixture);
  g_autoptr (GPtrArray) names = kompass_test_zip_list (archive);
  g_autofree char *readme = kompass_test_zip_text (archive, "README.txt");
  g_auto (GStrv) lines = g_strsplit (readme, "\n", -1);

  g_assert_true (g_utf8_validate (readme, -1, NULL));
  g_assert_true (g_str_has_prefix (readme, "Lund 2011\n=========\n"));
  for (guint i = 0; i < names->len; i++)
    if (!g_str_equal (g_ptr_array_index (names, i), "README.txt"))
      g_assert_nonnull (strstr (readme, g_ptr_array_index (names, i)));
  for (const char * const *column = kompass_data_get_columns (); *column != NULL; column++)
    g_assert_true (g_strv_contains ((const char * const *) lines, *column));
  for (const char * const *column = kompass_data_get_findings_columns (); *column != NULL; column++)
    g_assert_true (g_strv_contains ((const char * const *) lines, *column));
  for (char **line = lines; *line != NULL; line++)
    g_assert_cmpint (g_utf8_strlen (*line, -1), <=, 78);

  /* In English, once is enough. */
  g_assert_null (strstr (readme, "***"));
}

static void
test_swedish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) archive = NULL;
  g_autofree char *readme = NULL;
  const char *english;

  if (!kompass_test_use_locale ("sv_SE.UTF-8"))
    return;
  archive = create (fixture);
  setlocale (LC_ALL, "C.UTF-8");
  readme = kompass_test_zip_text (archive, "README.txt");
  english = strstr (readme, "\n*****");
  g_assert_nonnull (english);
  g_assert_nonnull (strstr (english, "Files\n-----\n"));
  g_assert_cmpint (strstr (readme, "Filer\n-----\n") - readme, <, english - readme);
}

static void
test_data (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) archive = create (fixture);
  g_autoptr (GBytes) xml = kompass_test_zip_read (archive, "data/evaluation.xml");
  g_autoptr (GBytes) schema = kompass_test_zip_read (archive, "data/" KOMPASS_DATA_SCHEMA_NAME);
  g_autofree char *scores = kompass_test_zip_text (archive, "data/scores.csv");
  g_autofree char *findings = kompass_test_zip_text (archive, "data/findings.csv");
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_data_validate_xml (xml, &error));
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (schema, NULL), (gssize) g_bytes_get_size (schema), "schema"));
  g_assert_nonnull (strstr (scores, "458.90"));
  g_assert_nonnull (strstr (findings, "improvement"));
}

/* A report about another evaluation is refused, with nothing made. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassReport) other = kompass_report_new ("00000000-0000-4000-8000-00000000beef");
  g_autoptr (GError) error = NULL;

  fixture->input.report = other;
  g_assert_null (kompass_archive_create (&fixture->input, &error));
  g_assert_nonnull (error);
}

static void
test_tools (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) archive = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "archive.zip", NULL);
  const char *test[] = { "unzip", "-tq", "archive.zip", NULL };
  const char *extract[] = { "unzip", "-q", "archive.zip", NULL };
  const char *sums[] = { "sha256sum", "-c", "--strict", "SHA256SUMS", NULL };
  const char *lint[] = { "xmllint", "--noout", "--schema", "data/" KOMPASS_DATA_SCHEMA_NAME, "data/evaluation.xml", NULL };

  if (!has_program ("unzip"))
    {
      g_test_skip ("needs unzip");
      return;
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (archive, NULL), (gssize) g_bytes_get_size (archive), NULL));
  g_assert_true (run (fixture, test));
  g_assert_true (run (fixture, extract));
  if (has_program ("sha256sum"))
    g_assert_true (run (fixture, sums));
  if (has_program ("xmllint"))
    g_assert_true (run (fixture, lint));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;

  /* It would go before the locale. */
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add ("/archive/sums", Fixture, NULL, set_up, test_sums, tear_down);
  g_test_add ("/archive/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/archive/readme", Fixture, NULL, set_up, test_readme, tear_down);
  g_test_add ("/archive/swedish", Fixture, NULL, set_up, test_swedish, tear_down);
  g_test_add ("/archive/data", Fixture, NULL, set_up, test_data, tear_down);
  g_test_add ("/archive/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/archive/tools", Fixture, NULL, set_up, test_tools, tear_down);

  return g_test_run ();
}
