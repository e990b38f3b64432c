/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of an evaluation: its cover, and its chapters in order. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-document-private.h"

char *
kompass_report_describe_edition (KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;

  return name != NULL ? g_strdup_printf (_("Edition %s"), name) : g_strdup (_("Edition not known"));
}

/* Takes @text. */
static void
set_text (char **field,
          char  *text)
{
  g_free (*field);
  *field = kompass_document_clean (text);
  g_free (text);
}

/* Of a result that nobody has changed: the year after it, so that what is made of it is the same every time. */
static GDateTime *
create_time (const KompassReportInput *input)
{
  guint year = kompass_evaluation_get_year (input->evaluation);

  if (input->time != NULL)
    return g_date_time_to_utc (input->time);

  return g_date_time_new_utc ((int) CLAMP (year, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST) + 1, 1, 1, 0, 0, 0);
}

static char *
name_municipality (KompassEvaluation *evaluation)
{
  return kompass_municipality_format_name (kompass_evaluation_get_municipality (evaluation),
                                           kompass_evaluation_get_country (evaluation));
}

static void
add_about (GStrvBuilder  *lines,
           KompassReport *report)
{
  for (guint i = 0; report != NULL && i < KOMPASS_N_ABOUT; i++)
    {
      const char *value = kompass_report_get_about (report, (KompassAbout) i);
      g_autofree char *words = kompass_document_clean (value);
      g_autofree char *line = g_strdup_printf ("%s: %s", kompass_about_get_title ((KompassAbout) i), words);

      if (*value != '\0')
        g_strv_builder_add (lines, line);
    }
}

static void
fill_cover (KompassCover             *cover,
            const KompassReportInput *input)
{
  KompassEvaluation *evaluation = input->evaluation;
  KompassLine *total = kompass_evaluation_get_total_line (evaluation);
  KompassPoints points = kompass_line_get_figures (total)->points;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *edition = kompass_report_describe_edition (evaluation);

  set_text (&cover->over, g_strdup (_("Kommunkompassen")));
  set_text (&cover->title, name_municipality (evaluation));
  set_text (&cover->subtitle, g_strdup_printf ("%u", kompass_evaluation_get_year (evaluation)));
  if (points != KOMPASS_POINTS_UNKNOWN)
    {
      cover->total = kompass_points_format (points, kompass_evaluation_get_decimals (evaluation));
      cover->out_of = kompass_report_result_describe (total);
      cover->part = kompass_line_describe_part (total);
    }
  g_strv_builder_add (lines, edition);
  add_about (lines, input->report);
  g_strfreev (cover->lines);
  cover->lines = g_strv_builder_end (lines);
}

static void
fill_words (KompassDocument          *self,
            const KompassReportInput *input)
{
  const char *title = kompass_evaluation_get_title (input->evaluation);
  g_autofree char *edition = kompass_report_describe_edition (input->evaluation);
  g_autofree char *municipality = name_municipality (input->evaluation);

  /* Translators: the name of the instrument and an evaluation: "Kommunkompassen · Lund 2011" */
  set_text (&self->head, g_strdup_printf (_("Kommunkompassen · %s"), title));
  set_text (&self->foot, g_strdup (municipality));
  set_text (&self->contents_title, g_strdup (_("Contents")));
  /* Translators: what a file is about: an evaluation, and "Edition 2010" */
  set_text (&self->subject, g_strdup_printf (_("Evaluation of %s with Kommunkompassen. %s"), title, edition));
  set_text (&self->keywords, g_strdup_printf ("%s, %s, %u", _("Kommunkompassen"), municipality,
                                              kompass_evaluation_get_year (input->evaluation)));
}

static KompassChapter *
create_chapter (const KompassReportInput *input,
                const KompassSection     *section)
{
  switch (section->kind)
    {
    case KOMPASS_SECTION_INTRODUCTION:
      return kompass_report_create_introduction (input, section);
    case KOMPASS_SECTION_EVALUATION:
      return kompass_report_create_evaluation (input, section);
    case KOMPASS_SECTION_SUMMARY:
      return kompass_report_create_summary (input, section);
    case KOMPASS_SECTION_AREA:
      return kompass_report_create_area (input, section);
    case KOMPASS_SECTION_SCORES:
      return kompass_report_create_scores (input, section);
    case KOMPASS_SECTION_FACTS:
    default:
      return kompass_report_create_facts (input, section);
    }
}

/* An area has pages of its own. */
static void
add_chapters (KompassDocument          *self,
              const KompassReportInput *input)
{
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (input->evaluation);
  const KompassSection *before = NULL;

  for (guint i = 0; i < sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (sections, i);
      KompassChapter *chapter = create_chapter (input, section);

      if (chapter == NULL)
        continue;
      chapter->runs_on = before != NULL && before->kind != KOMPASS_SECTION_AREA && section->kind != KOMPASS_SECTION_AREA;
      kompass_document_take_chapter (self, chapter);
      before = section;
    }
}

/**
 * kompass_report_document_new:
 * @input: what the report is made of
 *
 * Puts the report together: cover, chapters and all words, in the user's language. The same input gives the same document.
 * Chapters in which nothing is written are left out, except for those that have figures. The anchors of chapters are
 * the sections of the report: "introduction", "evaluation", "summary", "area/1", "scores" and "facts"; those of headings
 * in the text are numbered below it, from 1: "area/1/2".
 *
 * Returns: (transfer full): the document
 */
KompassDocument *
kompass_report_document_new (const KompassReportInput *input)
{
  g_autoptr (GDateTime) time = create_time (input);
  /* Translators: the title of a report: "Kommunkompassen: Lund 2011" */
  g_autofree char *title = g_strdup_printf (_("Kommunkompassen: %s"), kompass_evaluation_get_title (input->evaluation));
  /* Translators: the language that this is translated to, as BCP 47 has it: "sv" for Swedish */
  KompassDocument *self = kompass_document_new (title, C_("language tag", "en"), time);

  if (input->report != NULL)
    set_text (&self->author, g_strdup (kompass_report_get_about (input->report, KOMPASS_ABOUT_EVALUATORS)));
  fill_cover (&self->cover, input);
  fill_words (self, input);
  add_chapters (self, input);

  return self;
}
