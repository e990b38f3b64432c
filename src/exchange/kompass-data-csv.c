/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An evaluation for spreadsheets and statistics: comma separated values as RFC 4180 has them, in UTF-8, with numbers that do
 * not depend on anybody's language. */
#include "kompass-data-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-bundle.h"
#include "kompass-data-private.h"
#include "kompass-finding.h"

/* The columns, and what they hold. */
static const struct
{
  const char *name;
  const char *about;
} columns[] = {
  { "municipality", N_("name of the municipality") },
  { "country", N_("its country, two letters") },
  { "year", N_("year of the evaluation") },
  { "edition", N_("edition of the instrument; empty where not known") },
  { "kind", N_("“total”, “area” or “question”") },
  { "number", N_("number of the area or question; empty for the total") },
  { "text", N_("name of the area, or the question") },
  { "state", N_("“scored”, “partial” (an area or total of which not all is scored), “unscored”, “not-applicable” or, where there "
                "are no questions, “known” or “unknown”") },
  { "points", N_("the points to show, with two decimals; empty where not known") },
  { "maximum", N_("what the points are out of: only what is scored") },
  { "full_maximum", N_("the maximum with everything scored") },
  { "percent", N_("whole percent to show") },
  { "sum", N_("the sum of what lies below, where it is not the points themselves") },
  { "printed_points", N_("points as a report prints them") },
  { "printed_percent", N_("percent as a report prints it") },
  { "questions", N_("how many questions there are") },
  { "scored", N_("how many of them are scored") },
  { "not_applicable", N_("how many of them are not applicable") },
  { "area", N_("number of the area") },
  { "area_title", N_("name of the area") },
  { "list", N_("“strength”, “partial” (exists in part, can be better) or “improvement”") },
  { "position", N_("place in its list, from 1") },
  { "question", N_("number of the question it is tied to; empty where it is tied to none") },
  { "finding", N_("the words") },
};

static const char * const score_columns[] = {
  "municipality", "country", "year", "edition", "kind", "number", "text", "state", "points", "maximum", "full_maximum",
  "percent", "sum", "printed_points", "printed_percent", "questions", "scored", "not_applicable", NULL,
};

static const char * const findings_columns[] = {
  "municipality", "country", "year", "edition", "area", "area_title", "list", "position", "question", "finding", NULL,
};

/* Writing */

static void
append_text (GString    *csv,
             const char *text)
{
  g_autofree char *clean = kompass_text_clean_line (text);
  g_autoptr (GString) quoted = NULL;

  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
  if (strpbrk (clean, ",\"") == NULL)
    {
      g_string_append (csv, clean);
      return;
    }
  quoted = g_string_new (clean);
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (csv, "\"%s\"", quoted->str);
}

static void
append_points (GString       *csv,
               KompassPoints  points)
{
  g_autofree char *text = kompass_points_to_string (points);

  append_text (csv, text);
}

static void
append_whole (GString *csv,
              int      number)
{
  g_autofree char *text = number != KOMPASS_PERCENT_UNKNOWN ? g_strdup_printf ("%d", number) : NULL;

  append_text (csv, text);
}

static void
append_end (GString *csv)
{
  g_string_append (csv, "\r\n");
}

static void
append_head (GString            *csv,
             const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    append_text (csv, names[i]);
  append_end (csv);
}

/* Whose row it is; the same at the beginning of all rows, so that files of many evaluations can be put together. A row
 * of a municipality without a name begins with two quotes, so that it is a row. */
static void
append_evaluation (GString           *csv,
                   KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  const char *municipality = kompass_evaluation_get_municipality (evaluation);
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;

  if (municipality == NULL || *municipality == '\0')
    g_string_append (csv, "\"\"");
  else
    append_text (csv, municipality);
  append_text (csv, kompass_evaluation_get_country (evaluation));
  append_whole (csv, (int) kompass_evaluation_get_year (evaluation));
  append_text (csv, edition_name);
}

static GBytes *
finish (GString *csv)
{
  return g_string_free_to_bytes (csv);
}

/* Scores */

/* What is known of a line, for machines. */
const char *
kompass_data_get_state (KompassLine *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);

  if (figures->questions == 0)
    return figures->points != KOMPASS_POINTS_UNKNOWN ? "known" : "unknown";
  if (figures->not_applicable == figures->questions)
    return "not-applicable";
  if (figures->points == KOMPASS_POINTS_UNKNOWN)
    return "unscored";

  return kompass_figures_is_whole (figures) || kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION ? "scored" : "partial";
}

/* The sum beside points that are not it, as where a report prints others; else unknown. */
KompassPoints
kompass_data_get_sum (KompassLine *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);

  return kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION || figures->sum == figures->points ? KOMPASS_POINTS_UNKNOWN
                                                                                                 : figures->sum;
}

static const char *
get_kind_name (KompassLine *line)
{
  static const char * const names[] = {
    [KOMPASS_LINE_AREA] = "area",
    [KOMPASS_LINE_QUESTION] = "question",
    [KOMPASS_LINE_TOTAL] = "total",
  };

  return names[kompass_line_get_kind (line)];
}

static void
append_figures (GString     *csv,
                KompassLine *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);

  append_points (csv, figures->points);
  append_points (csv, figures->maximum);
  append_points (csv, figures->full_maximum);
  append_whole (csv, figures->percent);
  append_points (csv, kompass_data_get_sum (line));
  append_points (csv, figures->printed.points);
  append_whole (csv, figures->printed.percent);
  append_whole (csv, (int) figures->questions);
  append_whole (csv, (int) figures->scored);
  append_whole (csv, (int) figures->not_applicable);
}

static void
append_line (GString           *csv,
             KompassEvaluation *evaluation,
             KompassLine       *line)
{
  gboolean is_total = kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL;

  append_evaluation (csv, evaluation);
  append_text (csv, get_kind_name (line));
  append_text (csv, is_total ? "" : kompass_line_get_number (line));
  append_text (csv, is_total ? "" : kompass_line_get_text (line));
  append_text (csv, kompass_data_get_state (line));
  append_figures (csv, line);
  append_end (csv);
}

gboolean
kompass_data_check_report (KompassEvaluation  *evaluation,
                           KompassReport      *report,
                           GError            **error)
{
  if (report == NULL ||
      g_strcmp0 (kompass_report_get_evaluation_id (report), kompass_evaluation_get_id (evaluation)) == 0)
    return TRUE;
  g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE,
               _("What is written is not about %s. Nothing was written."), kompass_evaluation_get_title (evaluation));

  return FALSE;
}

/* Findings */

static void
append_finding (GString           *csv,
                KompassEvaluation *evaluation,
                const KompassArea *area,
                KompassFinding    *finding,
                guint              position)
{
  g_autofree char *number = g_strdup_printf ("%u", area->number);

  append_evaluation (csv, evaluation);
  append_text (csv, number);
  append_text (csv, area->title);
  append_text (csv, kompass_finding_kind_get_name (kompass_finding_get_kind (finding)));
  append_whole (csv, (int) position);
  append_text (csv, kompass_finding_get_question (finding));
  append_text (csv, kompass_finding_get_text (finding));
  append_end (csv);
}

static void
append_findings_of (GString           *csv,
                    KompassEvaluation *evaluation,
                    KompassReport     *report,
                    const KompassArea *area)
{
  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, area->number, (KompassFindingKind) kind);

      for (guint i = 0; i < findings->len; i++)
        append_finding (csv, evaluation, area, g_ptr_array_index (findings, i), i + 1);
    }
}

/* Public functions */

/**
 * kompass_data_create_csv:
 * @evaluation: an evaluation
 * @report: (nullable): what is written about it
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR: the report is about another evaluation
 *
 * Writes all figures of the evaluation: a row of headings, then a row for each area and question and for the total. The columns
 * are those of kompass_data_get_columns(). Points have a decimal point and two decimals, which is exact.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kompass_data_create_csv (KompassEvaluation  *evaluation,
                         KompassReport      *report,
                         GError            **error)
{
  GString *csv;

  if (!kompass_data_check_report (evaluation, report, error))
    return NULL;
  csv = g_string_new (NULL);
  append_head (csv, score_columns);
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    append_line (csv, evaluation, kompass_evaluation_get_line (evaluation, i));

  return finish (csv);
}

/**
 * kompass_data_create_findings_csv:
 * @evaluation: an evaluation
 * @report: (nullable): what is written about it
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR: the report is about another evaluation
 *
 * Writes the three lists of all areas: a row of headings, then a row for each item, in the order of the report. The columns
 * are those of kompass_data_get_findings_columns().
 *
 * Returns: (transfer full) (nullable): the file; the headings alone where there are no findings
 */
GBytes *
kompass_data_create_findings_csv (KompassEvaluation  *evaluation,
                                  KompassReport      *report,
                                  GError            **error)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  GString *csv;

  if (!kompass_data_check_report (evaluation, report, error))
    return NULL;
  csv = g_string_new (NULL);
  append_head (csv, findings_columns);
  for (guint i = 0; report != NULL && edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    append_findings_of (csv, evaluation, report, kompass_edition_get_area (edition, i));

  return finish (csv);
}

/**
 * kompass_data_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of kompass_data_create_csv(), in order
 */
const char * const *
kompass_data_get_columns (void)
{
  return score_columns;
}

/**
 * kompass_data_get_findings_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of kompass_data_create_findings_csv(), in order
 */
const char * const *
kompass_data_get_findings_columns (void)
{
  return findings_columns;
}

/**
 * kompass_data_describe_column:
 * @column: the name of a column
 *
 * Returns: (transfer none) (nullable): what it holds, in English, to be translated with gettext; %NULL for no column
 */
const char *
kompass_data_describe_column (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].name, column) == 0)
      return columns[i].about;

  return NULL;
}
