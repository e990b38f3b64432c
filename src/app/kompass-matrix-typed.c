/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of what is typed in the matrix: refused in place, forgotten, or committed. */
#include "kompass-matrix-private.h"

/**
 * kompass_matrix_get_column:
 * @self: a matrix
 *
 * Returns: the column with the keyboard, in which something is typed
 */
KompassMatrixColumn
kompass_matrix_get_column (KompassMatrix *self)
{
  return self->column;
}

/**
 * kompass_matrix_get_n_wrong:
 * @self: a matrix
 *
 * Returns: how many printed figures of the evaluation cannot be right
 */
guint
kompass_matrix_get_n_wrong (KompassMatrix *self)
{
  return self->n_wrong;
}

static KompassMatrixField *
find_field (KompassMatrix       *self,
            KompassLine         *line,
            KompassMatrixColumn  column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kompass_matrix_row_get_line (kompass_matrix_get_row (self, i)) == line)
      return kompass_matrix_row_get_field (kompass_matrix_get_row (self, i), column);

  return NULL;
}

/**
 * kompass_matrix_refuse:
 * @self: a matrix
 * @line: one of its lines
 * @column: a column in which something is typed on it
 * @message: why what was typed there is not stored
 */
void
kompass_matrix_refuse (KompassMatrix       *self,
                       KompassLine         *line,
                       KompassMatrixColumn  column,
                       const char          *message)
{
  KompassMatrixField *field = find_field (self, line, column);

  if (field != NULL)
    kompass_matrix_field_refuse (field, message);
}

/**
 * kompass_matrix_forget:
 * @self: a matrix
 * @line: one of its lines
 * @column: a column in which something is typed on it
 *
 * Forgets what was typed and refused there, after something else has been stored.
 */
void
kompass_matrix_forget (KompassMatrix       *self,
                       KompassLine         *line,
                       KompassMatrixColumn  column)
{
  KompassMatrixField *field = find_field (self, line, column);

  if (field != NULL)
    kompass_matrix_field_cancel (field);
}

/**
 * kompass_matrix_commit:
 * @self: a matrix
 *
 * Commits what is being typed, as before the window closes or shows something else. A cell that was refused earlier, and
 * left, counts too; kompass_matrix_focus() then moves the keyboard to it.
 *
 * Returns: %FALSE if something has been refused
 */
gboolean
kompass_matrix_commit (KompassMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!kompass_matrix_row_commit (kompass_matrix_get_row (self, i), &self->column))
      {
        self->cursor = self->anchor = i;
        kompass_matrix_show_selection (self);
        gtk_widget_set_visible (GTK_WIDGET (kompass_matrix_get_row (self, i)), TRUE);
        return FALSE;
      }

  return TRUE;
}
