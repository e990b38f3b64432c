/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed, cleared, copied and pasted in the columns of the matrix, as commands of the library. */
#include "kompass-matrix-commands.h"

#include <glib/gi18n-lib.h>

#include "kompass-column.h"
#include "kompass-matrix-field.h"

static KompassPrintedFigure
get_figure (KompassMatrixColumn column)
{
  return column == KOMPASS_COLUMN_PRINTED_POINTS ? KOMPASS_PRINTED_POINTS : KOMPASS_PRINTED_PERCENT;
}

/* As the rows tell where nothing is typed. */
static gboolean
refuse_line (KompassMatrixColumn   column,
             GError              **error)
{
  g_set_error_literal (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
                       column == KOMPASS_COLUMN_PRINTED_POINTS
                           ? _("The printed points of a question are its score: set that")
                           : _("Points are set on the questions; areas and the total follow."));

  return FALSE;
}

/* Either array may be empty, but not both. */
static gboolean
set (KompassLibrary       *library,
     KompassEvaluation    *evaluation,
     GArray               *edits,
     KompassMatrixColumn   column,
     GError              **error)
{
  const char *id = kompass_evaluation_get_id (evaluation);

  if (edits->len == 0)
    return refuse_line (column, error);
  if (column == KOMPASS_COLUMN_POINTS)
    return kompass_library_set_scores (library, id, (const KompassEdit *) edits->data, edits->len, error);

  return kompass_library_set_printed (library, id, (const KompassPrintedEdit *) edits->data, edits->len, error);
}

static void
add_nothing (GArray              *edits,
             KompassLine         *line,
             KompassMatrixColumn  column)
{
  KompassEdit score = { kompass_line_get_number (line), KOMPASS_SCORE_NONE };
  KompassPrintedEdit printed = { kompass_line_get_number (line), get_figure (column), KOMPASS_POINTS_UNKNOWN };

  if (column == KOMPASS_COLUMN_POINTS)
    g_array_append_val (edits, score);
  else
    g_array_append_val (edits, printed);
}

static GArray *
new_edits (KompassMatrixColumn column)
{
  return g_array_new (FALSE, FALSE, column == KOMPASS_COLUMN_POINTS ? sizeof (KompassEdit) : sizeof (KompassPrintedEdit));
}

/**
 * kompass_matrix_commands_enter:
 * @library: a library
 * @evaluation: one of its evaluations
 * @line: one of its lines
 * @column: in which column something was typed
 * @text: what was typed
 * @error: return location for the reason, which is for the person who typed
 *
 * Stores what was typed in a cell.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_matrix_commands_enter (KompassLibrary       *library,
                               KompassEvaluation    *evaluation,
                               KompassLine          *line,
                               KompassMatrixColumn   column,
                               const char           *text,
                               GError              **error)
{
  const char *id = kompass_evaluation_get_id (evaluation);
  KompassEdit score = { kompass_line_get_number (line), KOMPASS_SCORE_NONE };
  KompassPrintedEdit printed = { kompass_line_get_number (line), get_figure (column), KOMPASS_POINTS_UNKNOWN };

  if (!kompass_matrix_field_is_possible (line, column))
    return refuse_line (column, error);
  if (column == KOMPASS_COLUMN_POINTS)
    return kompass_score_parse (text, kompass_line_get_maximum (line), &score.score, error) &&
           kompass_library_set_scores (library, id, &score, 1, error);

  return kompass_column_read_printed (line, printed.figure, text, &printed.value, error) &&
         kompass_library_set_printed (library, id, &printed, 1, error);
}

/**
 * kompass_matrix_commands_clear:
 * @library: a library
 * @evaluation: one of its evaluations
 * @lines: (element-type KompassLine): some of its lines
 * @column: in which column
 * @error: return location for the reason, which is for the user
 *
 * Lets nothing stand in a column of some lines, in one step.
 *
 * Returns: (transfer full) (nullable) (element-type KompassLine): the lines on which that is stored
 */
GPtrArray *
kompass_matrix_commands_clear (KompassLibrary       *library,
                               KompassEvaluation    *evaluation,
                               GPtrArray            *lines,
                               KompassMatrixColumn   column,
                               GError              **error)
{
  g_autoptr (GArray) edits = new_edits (column);
  g_autoptr (GPtrArray) cleared = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      KompassLine *line = g_ptr_array_index (lines, i);

      if (!kompass_matrix_field_is_possible (line, column))
        continue;
      add_nothing (edits, line, column);
      g_ptr_array_add (cleared, g_object_ref (line));
    }

  return set (library, evaluation, edits, column, error) ? g_steal_pointer (&cleared) : NULL;
}

/**
 * kompass_matrix_commands_copy:
 * @evaluation: an evaluation
 * @lines: (element-type KompassLine): some of its lines
 * @column: which column
 *
 * Returns: (transfer full): the column as text
 */
char *
kompass_matrix_commands_copy (KompassEvaluation   *evaluation,
                              GPtrArray           *lines,
                              KompassMatrixColumn  column)
{
  return column == KOMPASS_COLUMN_POINTS ? kompass_column_format (evaluation, lines)
                                         : kompass_column_format_printed (evaluation, lines, get_figure (column));
}

/**
 * kompass_matrix_commands_paste:
 * @library: a library
 * @evaluation: one of its evaluations
 * @lines: (element-type KompassLine): the lines of it that are on screen, from the one with the keyboard downwards
 * @column: in which column
 * @text: what is on the clipboard
 * @error: return location for the reason, which is for the user
 *
 * Stores a column from the clipboard, in one step: all of it or nothing.
 *
 * Returns: (transfer full) (nullable) (element-type KompassLine): the lines that have got a value
 */
GPtrArray *
kompass_matrix_commands_paste (KompassLibrary       *library,
                               KompassEvaluation    *evaluation,
                               GPtrArray            *lines,
                               KompassMatrixColumn   column,
                               const char           *text,
                               GError              **error)
{
  g_autoptr (GPtrArray) pasted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) edits = column == KOMPASS_COLUMN_POINTS
                                 ? kompass_column_parse (evaluation, lines, text, error)
                                 : kompass_column_parse_printed (evaluation, lines, get_figure (column), text, error);

  for (guint i = 0; edits != NULL && i < edits->len; i++)
    {
      const char *number = column == KOMPASS_COLUMN_POINTS ? g_array_index (edits, KompassEdit, i).line
                                                           : g_array_index (edits, KompassPrintedEdit, i).line;

      g_ptr_array_add (pasted, g_object_ref (kompass_evaluation_find_line (evaluation, number)));
    }

  return edits != NULL && set (library, evaluation, edits, column, error) ? g_steal_pointer (&pasted) : NULL;
}

/**
 * kompass_matrix_commands_describe_paste:
 * @n_values: how many values were pasted
 * @column: in which column
 * @is_step: whether any of them was another one than before
 *
 * Returns: (transfer full): what has happened, in words
 */
char *
kompass_matrix_commands_describe_paste (guint                n_values,
                                        KompassMatrixColumn  column,
                                        gboolean             is_step)
{
  if (!is_step)
    return g_strdup (_("What was pasted stands there already"));
  if (column == KOMPASS_COLUMN_POINTS)
    return g_strdup_printf (ngettext ("%u score pasted", "%u scores pasted", n_values), n_values);

  return g_strdup_printf (ngettext ("%u printed figure pasted", "%u printed figures pasted", n_values), n_values);
}
