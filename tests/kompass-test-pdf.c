/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at PDF files with other people's programs: what the tests of them share. */

#include "kompass-test-pdf.h"

#include <glib/gstdio.h>
#include <string.h>

/* Where Debian puts Apache PDFBox Preflight and what it needs. */
#define JAVA "/usr/share/java/"

static const char *const jars[] = {
  JAVA "preflight.jar",       JAVA "pdfbox2.jar",          JAVA "xmpbox.jar", JAVA "fontbox2.jar",
  JAVA "commons-logging.jar", JAVA "javax.activation.jar", JAVA "jaxb-api.jar",
};

/**
 * kompass_test_pdf_make_folder:
 *
 * Returns: (transfer full): a new folder for the files of a test
 */
char *
kompass_test_pdf_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("kompass-pdf-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * kompass_test_pdf_remove_folder:
 * @folder: a folder with files
 *
 * Removes it with its files.
 */
void
kompass_test_pdf_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * kompass_test_pdf_write:
 * @folder: where to
 * @name: name of the file
 * @pdf: what is in it
 *
 * Returns: (transfer full): path of the file
 */
char *
kompass_test_pdf_write (const char *folder,
                        const char *name,
                        GBytes     *pdf)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

/**
 * kompass_test_pdf_run:
 * @arguments: (array zero-terminated=1): a program and what it is told
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL if it is not installed; a failure fails the test
 */
char *
kompass_test_pdf_run (const char * const *arguments)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *complaints = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_test_message ("%s: %s%s", arguments[0], output, complaints);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpstr (complaints, ==, "");
  return output;
}

/**
 * kompass_test_pdf_count:
 * @pdf: a PDF
 * @words: some of what it says outside of compressed streams
 *
 * Returns: how often it says so
 */
guint
kompass_test_pdf_count (GBytes     *pdf,
                        const char *words)
{
  gsize left;
  const char *at = g_bytes_get_data (pdf, &left);
  const char *end = at + left;
  guint n = 0;

  while ((at = memmem (at, (gsize) (end - at), words, strlen (words))) != NULL)
    {
      n++;
      at += strlen (words);
    }
  return n;
}

/**
 * kompass_test_pdf_contains:
 * @pdf: a PDF
 * @words: some of what it says outside of compressed streams
 *
 * Returns: whether it says so
 */
gboolean
kompass_test_pdf_contains (GBytes     *pdf,
                           const char *words)
{
  return kompass_test_pdf_count (pdf, words) > 0;
}

static char *
find_jars (void)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (jars); i++)
    {
      if (!g_file_test (jars[i], G_FILE_TEST_EXISTS))
        return NULL;
      g_string_append_printf (path, "%s%s", i > 0 ? ":" : "", jars[i]);
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static guint
check_syntax (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const char *const arguments[] = { "qpdf", "--check", path, NULL };
      g_autofree char *output = kompass_test_pdf_run (arguments);

      g_assert_true (output == NULL || strstr (output, "No syntax or stream encoding errors") != NULL);
      n++;
    }
  return n;
}

/**
 * kompass_test_pdf_validate:
 * @folder: a folder with nothing but PDF files
 *
 * Has all of them checked: their syntax by qpdf, and PDF/A-1b by Apache PDFBox Preflight. Skips what is not installed.
 */
void
kompass_test_pdf_validate (const char *folder)
{
  g_autofree char *class_path = find_jars ();
  g_autofree char *java = g_find_program_in_path ("java");
  const char *const arguments[] = { "java", "-XX:TieredStopAtLevel=1", "-Djava.util.logging.config.file=/dev/null", "-cp",
                                    class_path, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder, NULL };
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  g_auto (GStrv) valid = NULL;
  guint n = check_syntax (folder);

  if (class_path == NULL || java == NULL)
    {
      g_test_skip ("Apache PDFBox Preflight is not installed");
      return;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, NULL, NULL);
  valid = g_strsplit (output, " is a valid PDF/A-1b file", -1);
  if (g_strv_length (valid) != n + 1)
    g_test_message ("%s%s", output, complaints);
  g_assert_cmpuint (g_strv_length (valid), ==, n + 1);
}
