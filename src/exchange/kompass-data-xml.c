/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An evaluation with everything that is known and written about it, as XML for archives. Nothing in it depends on anybody's
 * language. */
#include "kompass-data-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "kompass-bundle.h"
#include "kompass-data-private.h"
#include "kompass-finding.h"

#define NAMESPACE "https://kommunkompass.github.io/ns/evaluation/1"

/* libxml2 counts in bytes of its own kind. */
#define X(text) ((const xmlChar *) (text))

static void
begin (xmlTextWriter *xml,
       const char    *name)
{
  xmlTextWriterStartElement (xml, X (name));
}

static void
end (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

/* An attribute for what is known. */
static void
add_text (xmlTextWriter *xml,
          const char    *name,
          const char    *value)
{
  g_autofree char *clean = kompass_text_clean_line (value);

  if (value != NULL)
    xmlTextWriterWriteAttribute (xml, X (name), X (clean));
}

static void
add_whole (xmlTextWriter *xml,
           const char    *name,
           int            value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  if (value != KOMPASS_PERCENT_UNKNOWN)
    add_text (xml, name, text);
}

static void
add_points (xmlTextWriter *xml,
            const char    *name,
            KompassPoints  points)
{
  g_autofree char *text = kompass_points_to_string (points);

  add_text (xml, name, text);
}

static void
write_words (xmlTextWriter *xml,
             const char    *words)
{
  g_autofree char *clean = kompass_text_clean_line (words);

  xmlTextWriterWriteString (xml, X (clean));
}

static void
write_element (xmlTextWriter *xml,
               const char    *name,
               const char    *words)
{
  if (words == NULL || *words == '\0')
    return;
  begin (xml, name);
  write_words (xml, words);
  end (xml);
}

/* Municipality and edition */

static void
write_municipality (xmlTextWriter     *xml,
                    KompassEvaluation *evaluation)
{
  const char *id = kompass_evaluation_get_municipality_id (evaluation);
  const char *country = kompass_evaluation_get_country (evaluation);

  begin (xml, "municipality");
  add_text (xml, "id", id != NULL && *id != '\0' ? id : NULL);
  add_text (xml, "country", country != NULL && *country != '\0' ? country : NULL);
  write_words (xml, kompass_evaluation_get_municipality (evaluation));
  end (xml);
}

static void
write_questions (xmlTextWriter  *xml,
                 KompassEdition *edition,
                 guint           area)
{
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, i);

      if (question->area != area)
        continue;
      begin (xml, "question");
      add_text (xml, "number", question->number);
      add_points (xml, "maximum", question->maximum);
      write_words (xml, question->text);
      end (xml);
    }
}

static void
write_area (xmlTextWriter  *xml,
            KompassEdition *edition,
            guint           index)
{
  const KompassArea *area = kompass_edition_get_area (edition, index);

  begin (xml, "area");
  add_whole (xml, "number", (int) area->number);
  add_text (xml, "title", area->title);
  add_points (xml, "maximum", area->maximum);
  write_questions (xml, edition, index);
  end (xml);
}

static void
write_edition (xmlTextWriter  *xml,
               KompassEdition *edition)
{
  g_autofree char *hash = kompass_edition_get_hash (edition);

  begin (xml, "edition");
  add_text (xml, "id", kompass_edition_get_id (edition));
  add_text (xml, "name", kompass_edition_get_name (edition));
  add_whole (xml, "revision", (int) kompass_edition_get_revision (edition));
  add_whole (xml, "first-year", (int) kompass_edition_get_first_year (edition));
  add_whole (xml, "last-year", (int) kompass_edition_get_last_year (edition));
  add_text (xml, "hash", hash);
  write_element (xml, "provenance", kompass_edition_get_provenance (edition));
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    write_area (xml, edition, i);
  end (xml);
}

/* Figures */

static void
write_line (xmlTextWriter *xml,
            KompassLine   *line)
{
  static const char * const names[] = {
    [KOMPASS_LINE_AREA] = "area-figures",
    [KOMPASS_LINE_QUESTION] = "question-figures",
    [KOMPASS_LINE_TOTAL] = "total-figures",
  };
  const KompassFigures *figures = kompass_line_get_figures (line);
  KompassLineKind kind = kompass_line_get_kind (line);

  begin (xml, names[kind]);
  add_text (xml, "number", kind != KOMPASS_LINE_TOTAL ? kompass_line_get_number (line) : NULL);
  add_text (xml, "state", kompass_data_get_state (line));
  add_points (xml, "points", figures->points);
  add_points (xml, "maximum", figures->maximum);
  add_points (xml, "full-maximum", figures->full_maximum);
  add_whole (xml, "percent", figures->percent);
  add_points (xml, "sum", kompass_data_get_sum (line));
  add_points (xml, "printed-points", figures->printed.points);
  add_whole (xml, "printed-percent", figures->printed.percent);
  add_whole (xml, "questions", (int) figures->questions);
  add_whole (xml, "scored", (int) figures->scored);
  add_whole (xml, "not-applicable", (int) figures->not_applicable);
  end (xml);
}

static void
write_figures (xmlTextWriter     *xml,
               KompassEvaluation *evaluation)
{
  begin (xml, "figures");
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    write_line (xml, kompass_evaluation_get_line (evaluation, i));
  end (xml);
}

/* What is written */

static void
write_run (xmlTextWriter    *xml,
           const KompassRun *run)
{
  guint depth = 0;

  if (run->link != NULL)
    {
      begin (xml, "a");
      add_text (xml, "href", run->link);
      depth++;
    }
  if ((run->flags & KOMPASS_RUN_BOLD) != 0)
    {
      begin (xml, "b");
      depth++;
    }
  if ((run->flags & KOMPASS_RUN_ITALIC) != 0)
    {
      begin (xml, "i");
      depth++;
    }
  if (run->field != NULL)
    {
      begin (xml, "field");
      add_text (xml, "name", run->field);
      depth++;
    }
  else
    {
      xmlTextWriterWriteString (xml, X (run->text));
    }
  while (depth-- > 0)
    end (xml);
}

/* Not indented inside: white space between words would be theirs. */
static void
write_paragraph (xmlTextWriter          *xml,
                 const KompassParagraph *paragraph)
{
  static const char * const names[] = {
    [KOMPASS_PARAGRAPH_BODY] = "p",
    [KOMPASS_PARAGRAPH_HEADING] = "h",
    [KOMPASS_PARAGRAPH_BULLET] = "li",
  };

  begin (xml, names[paragraph->kind]);
  xmlTextWriterSetIndent (xml, 0);
  for (guint i = 0; i < paragraph->runs->len; i++)
    write_run (xml, g_ptr_array_index (paragraph->runs, i));
  end (xml);
  xmlTextWriterWriteRaw (xml, X ("\n"));
  xmlTextWriterSetIndent (xml, 1);
}

static void
write_text (xmlTextWriter *xml,
            const char    *section,
            KompassText   *text)
{
  begin (xml, "text");
  add_text (xml, "section", section);
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    write_paragraph (xml, kompass_text_get_paragraph (text, i));
  end (xml);
}

static void
write_finding (xmlTextWriter  *xml,
               KompassFinding *finding)
{
  begin (xml, "finding");
  add_text (xml, "id", kompass_finding_get_id (finding));
  add_whole (xml, "area", (int) kompass_finding_get_area (finding));
  add_text (xml, "kind", kompass_finding_kind_get_name (kompass_finding_get_kind (finding)));
  add_text (xml, "question", kompass_finding_get_question (finding));
  write_words (xml, kompass_finding_get_text (finding));
  end (xml);
}

static void
write_findings (xmlTextWriter  *xml,
                KompassReport  *report,
                KompassEdition *edition)
{
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
      {
        guint number = kompass_edition_get_area (edition, i)->number;
        g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, number, (KompassFindingKind) kind);

        for (guint j = 0; j < findings->len; j++)
          write_finding (xml, g_ptr_array_index (findings, j));
      }
}

static void
write_key_facts (xmlTextWriter *xml,
                 GPtrArray     *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      KompassKeyFact *fact = g_ptr_array_index (facts, i);

      begin (xml, "key-fact");
      add_text (xml, "id", kompass_key_fact_get_id (fact));
      add_text (xml, "name", kompass_key_fact_get_name (fact));
      write_words (xml, kompass_key_fact_get_value (fact));
      end (xml);
    }
}

static void
write_about (xmlTextWriter *xml,
             KompassReport *report)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      const char *value = kompass_report_get_about (report, (KompassAbout) i);

      if (*value == '\0')
        continue;
      begin (xml, "about");
      add_text (xml, "what", kompass_about_get_name ((KompassAbout) i));
      write_words (xml, value);
      end (xml);
    }
}

static void
write_report (xmlTextWriter  *xml,
              KompassReport  *report,
              KompassEdition *edition)
{
  const char * const *comparisons = kompass_report_get_comparisons (report);
  g_auto (GStrv) sections = kompass_report_list_texts (report);

  begin (xml, "report");
  write_about (xml, report);
  for (guint i = 0; comparisons[i] != NULL; i++)
    {
      begin (xml, "comparison");
      add_text (xml, "with", comparisons[i]);
      end (xml);
    }
  for (guint i = 0; sections[i] != NULL; i++)
    write_text (xml, sections[i], kompass_report_get_text (report, sections[i]));
  if (edition != NULL)
    write_findings (xml, report, edition);
  write_key_facts (xml, kompass_report_get_key_facts (report));
  end (xml);
}

/* The whole */

static void
write_evaluation (xmlTextWriter     *xml,
                  KompassEvaluation *evaluation,
                  KompassReport     *report)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *year = g_strdup_printf ("%u", kompass_evaluation_get_year (evaluation));

  begin (xml, "evaluation");
  add_text (xml, "xmlns", NAMESPACE);
  add_text (xml, "id", kompass_evaluation_get_id (evaluation));
  add_text (xml, "depth", kompass_depth_get_name (kompass_evaluation_get_depth (evaluation)));
  add_whole (xml, "decimals", (int) kompass_evaluation_get_decimals (evaluation));
  if (kompass_evaluation_get_is_example (evaluation))
    add_text (xml, "example", "true");
  write_municipality (xml, evaluation);
  write_element (xml, "year", year);
  write_element (xml, "source", kompass_evaluation_get_source (evaluation));
  if (edition != NULL)
    write_edition (xml, edition);
  write_figures (xml, evaluation);
  if (report != NULL)
    write_report (xml, report, edition);
  end (xml);
}

static GBytes *
write_document (KompassEvaluation *evaluation,
                KompassReport     *report)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterSetIndentString (xml, X ("  "));
  xmlTextWriterStartDocument (xml, NULL, "UTF-8", NULL);
  write_evaluation (xml, evaluation, report);
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}

/**
 * kompass_data_create_xml:
 * @evaluation: an evaluation
 * @report: (nullable): what is written about it
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR: the report is about another evaluation, or what was written does
 *   not keep to the schema, which would be a fault of this program
 *
 * Writes the evaluation with its edition, all figures and what is written about it. The file keeps to the schema that
 * kompass_data_get_schema() gives: it is checked before it is handed out. The same evaluation gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kompass_data_create_xml (KompassEvaluation  *evaluation,
                         KompassReport      *report,
                         GError            **error)
{
  g_autoptr (GBytes) xml = NULL;

  if (!kompass_data_check_report (evaluation, report, error))
    return NULL;
  xml = write_document (evaluation, report);

  return kompass_data_validate_xml (xml, error) ? g_steal_pointer (&xml) : NULL;
}
