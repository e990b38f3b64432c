/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in an archive package, in words: for somebody who opens it in twenty years, in the user's language and in English. */
#include "kompass-archive-readme.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "kompass-archive-names.h"
#include "kompass-data-csv.h"

/* So many characters on a line. */
#define LINE 78

typedef struct
{
  const KompassArchiveInput *input;
  GString *text;
  gboolean translated;
} Readme;

static const struct
{
  const char *name;
  const char *about;
} files[] = {
  { KOMPASS_ARCHIVE_PDF, N_("The report to read and to print (PDF). Screen readers find its headings, tables and pictures.") },
  { KOMPASS_ARCHIVE_ODT, N_("The same report to go on writing in a word processor (OpenDocument Text 1.2).") },
  { KOMPASS_ARCHIVE_SCORES, N_("All points, a row for each area and question and for the total (CSV).") },
  { KOMPASS_ARCHIVE_FINDINGS, N_("Strengths, what could be better and improvements, a row for each (CSV).") },
  { KOMPASS_ARCHIVE_XML, N_("Everything that is known of the evaluation, for other programs: edition, points, printed figures, "
                            "texts, lists and key facts (XML 1.0).") },
  { KOMPASS_ARCHIVE_SCHEMA, N_("What can stand in that file, and what it means (XML Schema 1.0). The file was checked against "
                               "it.") },
  { KOMPASS_ARCHIVE_SUMS, N_("Checksums of all the other files. “sha256sum -c SHA256SUMS” says whether they are as they were.") },
};

static const char *say (const Readme *self, const char *message) G_GNUC_FORMAT (2);

static const char *
say (const Readme *self,
     const char   *message)
{
  return self->translated ? g_dgettext (GETTEXT_PACKAGE, message) : message;
}

/* Words on lines that are not too long, each after @indent spaces; the first of them may begin behind something else. */
static void
append_words (Readme     *self,
              const char *words,
              gsize       at,
              gsize       indent)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  gboolean begins = TRUE;

  for (char **part = parts; *part != NULL; part++)
    {
      gsize length = (gsize) g_utf8_strlen (*part, -1);

      if (!begins && at + 1 + length > LINE)
        {
          g_string_append_printf (self->text, "\n%*s", (int) indent, "");
          at = indent;
          begins = TRUE;
        }
      g_string_append_printf (self->text, "%s%s", begins ? "" : " ", *part);
      at += length + (begins ? 0 : 1);
      begins = FALSE;
    }
  g_string_append_c (self->text, '\n');
}

static void
append_paragraph (Readme     *self,
                  const char *words)
{
  append_words (self, words, 0, 0);
  g_string_append_c (self->text, '\n');
}

static void
append_heading (Readme     *self,
                const char *words,
                char        line)
{
  g_string_append_printf (self->text, "%s\n", words);
  for (glong i = g_utf8_strlen (words, -1); i > 0; i--)
    g_string_append_c (self->text, line);
  g_string_append (self->text, "\n\n");
}

/* A name, and under it what it is. */
static void
append_entry (Readme     *self,
              const char *name,
              const char *about)
{
  g_string_append_printf (self->text, "%s\n    ", name);
  append_words (self, say (self, about), 4, 4);
}

static void
append_columns (Readme             *self,
                const char         *file,
                const char * const *columns)
{
  g_autofree char *heading = g_strdup_printf (say (self, N_("Columns of %s")), file);

  append_heading (self, heading, '-');
  for (; *columns != NULL; columns++)
    append_entry (self, *columns, kompass_data_describe_column (*columns));
  g_string_append_c (self->text, '\n');
}

static void
append_beginning (Readme *self)
{
  g_autofree char *time = g_date_time_format (self->input->document->time, "%Y-%m-%d %H:%M");
  g_autofree char *made = g_strdup_printf (say (self, N_("It was made by Kommunkompass %s. What it says was last changed at "
                                                         "%s (UTC).")),
                                           PACKAGE_VERSION, time);

  append_heading (self, kompass_evaluation_get_title (self->input->evaluation), '=');
  append_paragraph (self, say (self, N_("This package holds the report of an evaluation with Kommunkompassen, an instrument for "
                                        "evaluating how municipalities work, and the data that the report was made of.")));
  append_paragraph (self, made);
}

static void
append_all (Readme *self)
{
  append_beginning (self);
  append_heading (self, say (self, N_("Files")), '-');
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    append_entry (self, files[i].name, files[i].about);
  g_string_append_c (self->text, '\n');

  append_paragraph (self, say (self, N_("The CSV files are as RFC 4180 has them: UTF-8 text with commas between the columns, "
                                        "their names in the first row. Numbers have a decimal point. What is empty is not "
                                        "known, and never zero.")));
  append_columns (self, KOMPASS_ARCHIVE_SCORES, kompass_data_get_columns ());
  append_columns (self, KOMPASS_ARCHIVE_FINDINGS, kompass_data_get_findings_columns ());
}

/**
 * kompass_archive_create_readme:
 * @input: what the package is made of
 *
 * Returns: (transfer full): the README of the package: in the user's language, and where that is another one, in English
 */
GBytes *
kompass_archive_create_readme (const KompassArchiveInput *input)
{
  g_autoptr (GString) translated = g_string_new (NULL);
  g_autoptr (GString) english = g_string_new (NULL);
  Readme self = { input, translated, TRUE };

  append_all (&self);
  self.text = english;
  self.translated = FALSE;
  append_all (&self);
  if (!g_string_equal (translated, english))
    {
      for (guint i = 0; i < LINE; i++)
        g_string_append_c (translated, '*');
      g_string_append_printf (translated, "\n\n%s", english->str);
    }
  g_string_truncate (translated, translated->len - 1);

  return g_string_free_to_bytes (g_steal_pointer (&translated));
}
