/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests the report as a PDF: that other people's programs find it valid, can read it aloud and take words from it. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "kompass-report-pdf.h"
#include "kompass-test-document.h"
#include "kompass-test-pdf.h"

#define CREATE "--create"

static GBytes *
create_with (KompassDocument *document,
             const char      *paper,
             gboolean         greyscale)
{
  g_autoptr (GError) error = NULL;
  KompassPageSetup setup;
  GBytes *pdf;

  g_assert_true (kompass_page_setup_init_from_name (&setup, paper));
  setup.greyscale = greyscale;
  pdf = kompass_report_pdf_create (document, &setup, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static GBytes *
create (KompassDocument *document)
{
  return create_with (document, "a4", FALSE);
}

static GBytes *
create_lund (void)
{
  g_autoptr (KompassDocument) lund = kompass_test_document_lund_written ();

  return create (lund);
}

static KompassDocument *
create_empty (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);

  return kompass_document_new ("", "sv", time);
}

/* Runs a program on a PDF; NULL if it is not installed. */
static char *
ask (GBytes     *pdf,
     const char *program,
     const char *option,
     const char *last)
{
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autofree char *path = kompass_test_pdf_write (folder, "report.pdf", pdf);
  const char *const arguments[] = { program, option, path, last, NULL };
  char *output = kompass_test_pdf_run (arguments);

  kompass_test_pdf_remove_folder (folder);
  if (output == NULL)
    g_test_skip (program);
  return output;
}

/* What is said one after the other, with anything in between. */
static void
assert_order (const char         *text,
              const char * const *words)
{
  const char *at = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      at = strstr (at, words[i]);
      if (at == NULL)
        g_test_message ("Not in its place: %s", words[i]);
      g_assert_nonnull (at);
      at += strlen (words[i]);
    }
}

/* Validity */

static void
add (const char      *folder,
     const char      *name,
     KompassDocument *document,
     const char      *paper,
     gboolean         greyscale)
{
  g_autoptr (GBytes) pdf = create_with (document, paper, greyscale);
  g_autofree char *path = kompass_test_pdf_write (folder, name, pdf);

  g_assert_nonnull (path);
}

static void
test_valid (void)
{
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autoptr (KompassDocument) bare = kompass_test_document_lund ();
  g_autoptr (KompassDocument) written = kompass_test_document_lund_written ();
  g_autoptr (KompassDocument) empty = create_empty ();
  g_autoptr (KompassDocument) little = kompass_test_document_hostile (0);
  g_autoptr (KompassDocument) hostile = kompass_test_document_hostile (20);

  add (folder, "bare.pdf", bare, "a4", FALSE);
  add (folder, "written.pdf", written, "a4", FALSE);
  add (folder, "letter.pdf", written, "letter", FALSE);
  add (folder, "grey.pdf", written, "a4", TRUE);
  add (folder, "empty.pdf", empty, "a4", FALSE);
  add (folder, "little.pdf", little, "a4", FALSE);
  add (folder, "hostile.pdf", hostile, "a4", FALSE);
  kompass_test_pdf_validate (folder);
  kompass_test_pdf_remove_folder (folder);
}

/* Hundreds of pages. */
static void
test_long (void)
{
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autoptr (KompassDocument) document = kompass_test_document_hostile (g_test_slow () ? 3000 : 60);

  add (folder, "long.pdf", document, "a4", FALSE);
  kompass_test_pdf_validate (folder);
  kompass_test_pdf_remove_folder (folder);
}

/* What is said */

/* Words stay apart where a line is broken, when somebody has them read aloud. */
static void
test_line_ends (void)
{
  g_autoptr (KompassDocument) document = create_empty ();
  KompassChapter *chapter = kompass_chapter_new ("One", "one", "One");
  g_autoptr (GString) words = g_string_new ("first");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *output = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (words, " kommun%u", i);
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new (words->str)));
  kompass_document_take_chapter (document, chapter);
  pdf = create (document);
  output = ask (pdf, "pdfinfo", "-struct-text", NULL);
  if (output != NULL)
    g_assert_nonnull (strstr (output, words->str));
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = create_lund ();
  /* Without the words, which pdfinfo draws whole pages for; what is said in which piece is tested with pages drawn by hand. */
  g_autofree char *output = ask (pdf, "pdfinfo", "-struct", NULL);
  const char *const order[] = { "Document", "H1", "TOC", "TOCI", "Link", "H1", "Figure", "Caption", "Table", "TR", "TH",
                                "/Scope /Column", "TR", "TH", "/Scope /Row", "TD", "H1", "Table", "H2", "Table", "L (block)", "LI",
                                "LBody", "H1", NULL };

  if (output != NULL)
    assert_order (output, order);
  /* Every picture says what it shows. */
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /Figure"), >, 0);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Alt "), >=, kompass_test_pdf_count (pdf, "/S /Figure"));
}

static void
test_words (void)
{
  g_autoptr (GBytes) pdf = create_lund ();
  g_autofree char *output = ask (pdf, "pdftotext", "-raw", "-");
  const char *const order[] = { "Lund", "2011", "458.9", "Contents", "Summary of the result", "1 Offentlighet och demokrati", NULL };

  if (output == NULL)
    return;
  assert_order (output, order);
  /* Words with "ff" are whole. */
  g_assert_nonnull (strstr (output, "Offentlighet"));
  g_assert_nonnull (strstr (output, "effektivitet"));
}

static void
test_head (void)
{
  g_autoptr (GBytes) pdf = create_lund ();
  g_autofree char *output = ask (pdf, "pdfinfo", "-isodates", NULL);
  const char *const said[] = { "Title: ", "Lund 2011", "Creator: ", "Kommunkompass 0", "Tagged: ", "yes", "PDF version:", "1.4", NULL };

  if (output != NULL)
    assert_order (output, said);
  g_assert_true (kompass_test_pdf_contains (pdf, "/Lang (en)"));
  g_assert_true (kompass_test_pdf_contains (pdf, "/Outlines"));
  g_assert_true (kompass_test_pdf_contains (pdf, "/GTS_PDFA1"));
  g_assert_false (kompass_test_pdf_contains (pdf, "/Group"));
  /* Each entry of the contents leads somewhere. */
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /TOCI"), >, 10);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Dest [ "), >=, kompass_test_pdf_count (pdf, "/S /TOCI"));
}

/* Swedish */

static void
test_swedish (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *folder = NULL;

  if (setlocale (LC_ALL, "sv_SE.UTF-8") == NULL)
    {
      g_test_skip ("There is no Swedish locale");
      return;
    }
  pdf = create_lund ();
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "sv_SE.UTF-8");
  setlocale (LC_ALL, before);

  /* Decimal commas would make it no PDF. */
  folder = kompass_test_pdf_make_folder ();
  g_free (kompass_test_pdf_write (folder, "swedish.pdf", pdf));
  kompass_test_pdf_validate (folder);
  kompass_test_pdf_remove_folder (folder);
}

/* The same again */

static void
test_deterministic (void)
{
  g_autoptr (GBytes) one = create_lund ();
  g_autoptr (GBytes) other = create_lund ();

  g_assert_true (g_bytes_equal (one, other));
}

/* Another process has other addresses. */
static void
test_other_process (gconstpointer program)
{
  g_autoptr (GBytes) pdf = create_lund ();
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autofree char *path = g_build_filename (folder, "other.pdf", NULL);
  const char *const arguments[] = { program, CREATE, path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  kompass_test_pdf_remove_folder (folder);
}

static void
write_lund (const char *path)
{
  g_autoptr (GBytes) pdf = create_lund ();

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = argc == 3 && g_str_equal (argv[1], CREATE) ? g_strdup (argv[2]) : NULL;

  if (path != NULL)
    argc = 1;
  g_test_init (&argc, &argv, NULL);
  if (path != NULL)
    {
      write_lund (path);
      return 0;
    }

  g_test_add_func ("/report-pdf/valid", test_valid);
  g_test_add_func ("/report-pdf/long", test_long);
  g_test_add_func ("/report-pdf/structure", test_structure);
  g_test_add_func ("/report-pdf/line-ends", test_line_ends);
  g_test_add_func ("/report-pdf/words", test_words);
  g_test_add_func ("/report-pdf/head", test_head);
  g_test_add_func ("/report-pdf/swedish", test_swedish);
  g_test_add_func ("/report-pdf/deterministic", test_deterministic);
  g_test_add_data_func ("/report-pdf/other-process", argv[0], test_other_process);

  return g_test_run ();
}
