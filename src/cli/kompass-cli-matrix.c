/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of an evaluation as text. */
#include "kompass-cli-matrix.h"

#include <glib/gi18n-lib.h>

#include "kompass-cli-output.h"
#include "kompass-cli-table.h"
#include "kompass-printed-check.h"

/**
 * kompass_cli_describe_depth:
 * @depth: a depth
 *
 * Returns: how much is known, in one word of the user's language
 */
const char *
kompass_cli_describe_depth (KompassDepth depth)
{
  switch (depth)
    {
    case KOMPASS_DEPTH_QUESTIONS:
      /* Translators: how much is known of an evaluation: every question */
      return _("questions");
    case KOMPASS_DEPTH_AREAS:
      /* Translators: how much is known of an evaluation: its areas */
      return _("areas");
    case KOMPASS_DEPTH_TOTAL:
    default:
      /* Translators: how much is known of an evaluation: its total alone */
      return _("total");
    }
}

/**
 * kompass_cli_print_head:
 * @evaluation: an evaluation
 *
 * Writes what the evaluation is.
 */
void
kompass_cli_print_head (KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  const char *source = kompass_evaluation_get_source (evaluation);
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  g_autofree char *edition_text = edition_name != NULL ? g_strdup_printf (_("edition %s"), edition_name)
                                                       : g_strdup (_("edition not known"));

  kompass_cli_print ("%s, %s\n", kompass_evaluation_get_title (evaluation), edition_text);
  if (*source != '\0')
    /* Translators: where the figures of an evaluation come from */
    kompass_cli_print (_("Source: %s\n"), source);
}

static void
append_remark (GString    *text,
               const char *remark)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", remark);
}

/* What the points of an area or of the total are out of, where that is not plain; the total always says it. */
static char *
describe_part (const KompassFigures *figures)
{
  gboolean is_part = figures->points != KOMPASS_POINTS_UNKNOWN && figures->maximum != figures->full_maximum;
  g_autofree char *full = kompass_points_format (figures->full_maximum, 0);
  /* Translators: how many questions are scored, how many there are */
  g_autofree char *scored = g_strdup_printf (_("%u of %u scored"), figures->scored,
                                            figures->questions - figures->not_applicable);
  /* Translators: how many questions are not applicable; follows "3 of 5 scored" */
  g_autofree char *not_applicable = g_strdup_printf (_("%u not applicable"), figures->not_applicable);
  /* Translators: the maximum of everything, where points are known of a part; follows "3 of 5 scored" */
  g_autofree char *whole = g_strdup_printf (_("of %s in all"), full);
  g_autoptr (GString) text = g_string_new (NULL);

  if (figures->scored < figures->questions || (figures->questions > 0 && figures->areas > 0))
    append_remark (text, scored);
  if (figures->not_applicable > 0)
    append_remark (text, not_applicable);
  if (is_part)
    append_remark (text, whole);

  return text->len > 0 ? g_strdup_printf ("(%s)", text->str) : g_strdup ("");
}

static const char *
get_number (KompassLine *line)
{
  /* Translators: heading of the row of the whole evaluation */
  return kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL ? _("Total") : kompass_line_get_number (line);
}

static char *
format_points (KompassLine *line,
               guint        decimals)
{
  if (kompass_line_get_score (line).state == KOMPASS_SCORE_NOT_APPLICABLE)
    /* Translators: short for "not applicable" in a column of points; the same word is typed to set it, so leave it */
    return g_strdup ("na");
  /* Not a dash, which is not applicable where a column is pasted into the window. */
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION &&
      kompass_line_get_score (line).state == KOMPASS_SCORE_UNSCORED)
    return g_strdup ("");

  return kompass_points_format (kompass_line_get_figures (line)->points, decimals);
}

static void
add_line (KompassCliTable *table,
          KompassLine     *line,
          guint            decimals)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  gboolean is_total = kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL;
  gboolean is_question = kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION;
  /* The sum of some areas says nothing beside a printed total of all. */
  gboolean has_sum = !is_question && figures->sum != KOMPASS_POINTS_UNKNOWN &&
                     (!figures->printed_stands || kompass_figures_is_complete (figures));
  g_autofree char *points = format_points (line, decimals);
  g_autofree char *maximum = kompass_points_format (kompass_figures_get_shown_maximum (figures), 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);
  g_autofree char *sum = has_sum ? kompass_points_format (figures->sum, decimals) : g_strdup ("");
  g_autofree char *part = is_question ? g_strdup ("") : describe_part (figures);
  g_autofree char *text = g_strdup_printf ("%s%s%s", kompass_line_get_text (line),
                                           *part != '\0' && !is_total ? " " : "", part);

  kompass_cli_table_add (table, get_number (line), points, maximum, percent, sum, text, NULL);
}

static KompassCliTable *
new_table (void)
{
  KompassCliTable *table = kompass_cli_table_new ("lrrrrl");

  /* Translators: headings of a table: number, points, maximum, percent, sum of what lies below, question */
  kompass_cli_table_add (table, _("No."), _("Points"), _("Max"), "%", _("Sum"), _("Question"), NULL);

  return table;
}

/* Where a figure cannot be right, rounding is no explanation of it. */
static char *
explain (KompassEvaluation *evaluation,
         GPtrArray         *items,
         KompassLine       *line)
{
  char *finding = kompass_check_explain_line (items, kompass_line_get_number (line), NULL, NULL);

  return finding != NULL ? finding
                         : kompass_line_explain_printed (line, kompass_evaluation_get_decimals (evaluation));
}

static void
print_explanations (KompassEvaluation *evaluation)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (evaluation);
  gboolean is_first = TRUE;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);
      g_autofree char *text = explain (evaluation, items, line);

      if (text == NULL)
        continue;
      kompass_cli_print ("%s%s: %s\n", is_first ? "\n" : "", get_number (line), text);
      is_first = FALSE;
    }
}

/**
 * kompass_cli_print_matrix:
 * @evaluation: an evaluation
 *
 * Writes all its lines, and what there is to say of its printed figures.
 */
void
kompass_cli_print_matrix (KompassEvaluation *evaluation)
{
  g_autoptr (KompassCliTable) table = new_table ();
  guint decimals = kompass_evaluation_get_decimals (evaluation);
  gboolean by_questions = kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      if (by_questions && kompass_line_get_kind (line) != KOMPASS_LINE_QUESTION)
        kompass_cli_table_add (table, NULL);
      add_line (table, line, decimals);
    }
  kompass_cli_table_print (table);
  print_explanations (evaluation);
}

static KompassLine *
get_area_of (KompassEvaluation *evaluation,
             KompassLine       *question)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  guint area = kompass_edition_get_question (edition, kompass_line_get_index (question))->area;

  return kompass_evaluation_get_area_line (evaluation, area);
}

/**
 * kompass_cli_print_lines_around:
 * @evaluation: an evaluation
 * @line: one of its lines
 *
 * Writes a line, its area and the total.
 */
void
kompass_cli_print_lines_around (KompassEvaluation *evaluation,
                                KompassLine       *line)
{
  g_autoptr (KompassCliTable) table = new_table ();
  guint decimals = kompass_evaluation_get_decimals (evaluation);

  add_line (table, line, decimals);
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    add_line (table, get_area_of (evaluation, line), decimals);
  if (kompass_line_get_kind (line) != KOMPASS_LINE_TOTAL)
    add_line (table, kompass_evaluation_get_total_line (evaluation), decimals);
  kompass_cli_table_print (table);
}
