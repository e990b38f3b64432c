/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure that is typed on a row of the matrix, points or what a report prints: what its cell shows, what is announced
 * when the cell is left, and what is refused in place. */
#include "kompass-matrix-field.h"

#include <string.h>

struct _KompassMatrixField
{
  GtkWidget *row; /* which owns the field */
  KompassLine *line;
  const KompassRowContext *context;
  KompassMatrixColumn column;
  KompassMatrixCell *cell;
  GtkWidget *message; /* why what was typed is refused; NULL until then */
  char *description;
  gboolean is_refused;
  KompassScore refused_over; /* what was stored when it was refused */
  gboolean is_settling;      /* the cell is written by the program */
};

/**
 * kompass_matrix_field_is_possible:
 * @line: a line of an evaluation
 * @column: a column
 *
 * Points that are typed on an area or on the total are the printed ones: no others stand beside them.
 *
 * Returns: %TRUE if something is typed on the line in that column
 */
gboolean
kompass_matrix_field_is_possible (KompassLine         *line,
                                  KompassMatrixColumn  column)
{
  switch ((guint) column)
    {
    case KOMPASS_COLUMN_POINTS:
      return kompass_line_get_editable (line);
    case KOMPASS_COLUMN_PRINTED_POINTS:
      return !kompass_line_get_editable (line) && kompass_line_get_kind (line) != KOMPASS_LINE_QUESTION;
    case KOMPASS_COLUMN_PRINTED_PERCENT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What is stored, as one kind of value for all columns. */
static KompassScore
get_stored (KompassMatrixField *self)
{
  const KompassPrinted *printed = kompass_line_get_printed (self->line);

  switch ((guint) self->column)
    {
    case KOMPASS_COLUMN_PRINTED_POINTS:
      return KOMPASS_SCORE (printed->points);
    case KOMPASS_COLUMN_PRINTED_PERCENT:
      return KOMPASS_SCORE (printed->percent);
    default:
      return kompass_line_get_score (self->line);
    }
}

static char *
format_points (KompassPoints points,
               guint         decimals)
{
  return points == KOMPASS_POINTS_UNKNOWN ? g_strdup ("") : kompass_points_format (points, decimals);
}

static char *
format_score (KompassMatrixField *self)
{
  KompassScore score = kompass_line_get_score (self->line);

  if (kompass_line_get_kind (self->line) != KOMPASS_LINE_QUESTION)
    return format_points (kompass_line_get_figures (self->line)->points, self->context->decimals);
  if (score.state == KOMPASS_SCORE_NOT_APPLICABLE)
    return g_strdup ("–");

  return kompass_score_format (score, self->context->decimals);
}

/* What the cell shows, and what typing it again would not change. */
static char *
format (KompassMatrixField *self)
{
  const KompassPrinted *printed = kompass_line_get_printed (self->line);

  switch ((guint) self->column)
    {
    case KOMPASS_COLUMN_PRINTED_POINTS:
      return format_points (printed->points, self->context->decimals);
    case KOMPASS_COLUMN_PRINTED_PERCENT:
      return printed->percent == KOMPASS_PERCENT_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%d", printed->percent);
    default:
      return format_score (self);
    }
}

static void
set_text (KompassMatrixField *self,
          const char         *text)
{
  if (strcmp (kompass_matrix_cell_get_text (self->cell), text) == 0)
    return;
  self->is_settling = TRUE;
  kompass_matrix_cell_set_text (self->cell, text);
  self->is_settling = FALSE;
}

static void
stop_editing (KompassMatrixField *self,
              gboolean            keep)
{
  self->is_settling = TRUE;
  kompass_matrix_cell_stop_editing (self->cell, keep);
  self->is_settling = FALSE;
}

static void
update_description (KompassMatrixField *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->description != NULL ? self->description : "", -1);
}

static void
clear_refusal (KompassMatrixField *self)
{
  if (!self->is_refused)
    return;
  self->is_refused = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->cell), "refused");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_widget_set_visible (self->message, FALSE);
  update_description (self);
}

/* The cell was left, by a key or the pointer: what stands in it counts. */
static void
editing_changed_cb (KompassMatrixField *self)
{
  gboolean editing = kompass_matrix_cell_get_editing (self->cell);

  if (editing)
    gtk_widget_add_css_class (GTK_WIDGET (self->cell), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->cell), "editing");
  if (!editing && !self->is_settling)
    kompass_matrix_field_commit (self);
}

/**
 * kompass_matrix_field_new:
 * @row: the row, which gets a cell; it must have a signal "entered" of a column and a text, and outlive the field
 * @line: its line
 * @context: what the rows of the matrix share
 * @column: a column in which something is typed on that line
 *
 * Returns: (transfer full): the field, to be freed with kompass_matrix_field_free()
 */
KompassMatrixField *
kompass_matrix_field_new (GtkWidget               *row,
                          KompassLine             *line,
                          const KompassRowContext *context,
                          KompassMatrixColumn      column)
{
  KompassMatrixField *self = g_rc_box_new0 (KompassMatrixField);
  GtkWidget *cell = kompass_matrix_cell_new (&context->columns);

  self->row = row;
  self->line = line;
  self->context = context;
  self->column = column;
  self->cell = KOMPASS_MATRIX_CELL (cell);
  if (column != KOMPASS_COLUMN_POINTS)
    gtk_widget_add_css_class (cell, "printed");
  g_signal_connect_swapped (cell, "notify::editing", G_CALLBACK (editing_changed_cb), self);
  gtk_widget_set_parent (cell, row);

  return self;
}

/**
 * kompass_matrix_field_free:
 * @self: (transfer full): a field
 *
 * Removes the field and its cell from the row, with whatever is typed in it.
 */
void
kompass_matrix_field_free (KompassMatrixField *self)
{
  g_signal_handlers_disconnect_by_data (self->cell, self);
  gtk_widget_unparent (GTK_WIDGET (self->cell));
  self->cell = NULL;
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_pointer (&self->description, g_free);
  g_rc_box_release (self);
}

/* What is stored may change the lines, and remove the row with its fields. */
static gboolean
announce (KompassMatrixField *self,
          const char         *typed)
{
  gboolean is_gone;

  g_rc_box_acquire (self);
  g_signal_emit_by_name (self->row, "entered", self->column, typed);
  is_gone = self->cell == NULL;
  g_rc_box_release (self);

  return !is_gone;
}

/**
 * kompass_matrix_field_get_cell:
 * @self: a field
 *
 * Returns: (transfer none): where it is typed
 */
GtkWidget *
kompass_matrix_field_get_cell (KompassMatrixField *self)
{
  return GTK_WIDGET (self->cell);
}

/**
 * kompass_matrix_field_get_message:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): why what stands in the cell is refused, or %NULL where it is not
 */
GtkWidget *
kompass_matrix_field_get_message (KompassMatrixField *self)
{
  return self->is_refused ? self->message : NULL;
}

gboolean
kompass_matrix_field_get_editing (KompassMatrixField *self)
{
  return kompass_matrix_cell_get_editing (self->cell);
}

/**
 * kompass_matrix_field_describe:
 * @self: a field
 * @name: line and figure in words
 * @description: (nullable): what is to be said of it besides
 *
 * Names the cell for a screen reader. While something is refused, the reason is its description.
 */
void
kompass_matrix_field_describe (KompassMatrixField *self,
                               const char         *name,
                               const char         *description)
{
  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (!self->is_refused)
    update_description (self);
}

/**
 * kompass_matrix_field_refresh:
 * @self: a field
 *
 * Shows what is stored. A cell that is being written in keeps what was typed, and so does one that was refused, until
 * something else is stored.
 */
void
kompass_matrix_field_refresh (KompassMatrixField *self)
{
  g_autofree char *text = format (self);

  if (self->is_refused && !kompass_score_equal (self->refused_over, get_stored (self)))
    kompass_matrix_field_cancel (self);
  else if (!self->is_refused && !kompass_matrix_field_get_editing (self))
    set_text (self, text);
}

/**
 * kompass_matrix_field_start_editing:
 * @self: a field
 * @text: (nullable): what to begin with instead of what is there
 */
void
kompass_matrix_field_start_editing (KompassMatrixField *self,
                                    const char         *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->cell);

  kompass_matrix_cell_start_editing (self->cell);
  if (text != NULL)
    gtk_editable_set_text (editable, text);
  if (self->is_refused && text == NULL)
    gtk_editable_select_region (editable, 0, -1);
  else
    gtk_editable_set_position (editable, -1);
}

/**
 * kompass_matrix_field_commit:
 * @self: a field
 *
 * Ends writing. What was typed is announced by the row's signal "entered", unless it is what was there.
 *
 * Returns: %TRUE if the cell can be left; %FALSE if what was typed has been refused
 */
gboolean
kompass_matrix_field_commit (KompassMatrixField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;

  stop_editing (self, TRUE);
  typed = g_strdup (kompass_matrix_cell_get_text (self->cell));
  shown = format (self);
  clear_refusal (self);
  if (strcmp (typed, shown) != 0 && !announce (self, typed))
    return TRUE;
  if (!self->is_refused)
    kompass_matrix_field_refresh (self);

  return !self->is_refused;
}

/**
 * kompass_matrix_field_cancel:
 * @self: a field
 *
 * Forgets what was typed.
 */
void
kompass_matrix_field_cancel (KompassMatrixField *self)
{
  stop_editing (self, FALSE);
  clear_refusal (self);
  kompass_matrix_field_refresh (self);
}

static void
show_message (KompassMatrixField *self,
              const char         *message)
{
  if (self->message == NULL)
    {
      self->message = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_ALERT, NULL);
      gtk_widget_add_css_class (self->message, "error");
      gtk_widget_set_parent (self->message, self->row);
    }
  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, TRUE);
}

/**
 * kompass_matrix_field_refuse:
 * @self: a field
 * @message: why, in words
 *
 * Keeps what was typed in the cell, marks it and says why it is not stored.
 */
void
kompass_matrix_field_refuse (KompassMatrixField *self,
                             const char         *message)
{
  self->is_refused = TRUE;
  self->refused_over = get_stored (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->cell), "refused");
  show_message (self, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}
