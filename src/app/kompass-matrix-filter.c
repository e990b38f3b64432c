/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines of the matrix are shown. */
#include "kompass-matrix-private.h"

static gboolean
is_chosen (KompassMatrixRow    *row,
           KompassMatrixFilter  filter)
{
  const KompassFigures *figures = kompass_line_get_figures (kompass_matrix_row_get_line (row));
  KompassPoints difference = kompass_matrix_row_get_difference (row);

  switch (filter)
    {
    case KOMPASS_FILTER_UNSCORED:
      return kompass_line_get_editable (kompass_matrix_row_get_line (row)) && figures->points == KOMPASS_POINTS_UNKNOWN &&
             figures->not_applicable == 0;
    case KOMPASS_FILTER_BELOW:
      return difference != KOMPASS_POINTS_UNKNOWN && difference < 0;
    case KOMPASS_FILTER_DEVIATES:
      return kompass_figures_printed_deviates (figures);
    case KOMPASS_FILTER_WRONG:
      return kompass_matrix_row_has_finding (row);
    case KOMPASS_FILTER_ALL:
    default:
      return TRUE;
    }
}

/**
 * kompass_matrix_set_filter:
 * @self: a matrix
 * @filter: which lines to show; with them the headings of their areas
 *
 * Lines are chosen now; a line does not vanish under the hands of someone who fills it in.
 *
 * Returns: how many lines it chose, headings of areas that only lead to others not counted
 */
guint
kompass_matrix_set_filter (KompassMatrix       *self,
                           KompassMatrixFilter  filter)
{
  GtkWidget *heading = NULL;
  guint n_chosen = 0;
  guint index;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KompassMatrixRow *row = kompass_matrix_get_row (self, i);
      gboolean chosen = is_chosen (row, filter);

      if (kompass_line_get_kind (kompass_matrix_row_get_line (row)) == KOMPASS_LINE_AREA)
        heading = GTK_WIDGET (row);
      gtk_widget_set_visible (GTK_WIDGET (row), chosen);
      n_chosen += chosen;
      if (chosen && heading != NULL &&
          kompass_line_get_kind (kompass_matrix_row_get_line (row)) == KOMPASS_LINE_QUESTION)
        gtk_widget_set_visible (heading, TRUE);
    }
  if (self->rows->len > 0 && !kompass_matrix_is_row_visible (self, self->cursor) &&
      (kompass_matrix_find_next (self, self->cursor, 1, FALSE, &index) || kompass_matrix_find_next (self, self->cursor, -1, FALSE, &index)))
    self->cursor = self->anchor = index;

  return n_chosen;
}
