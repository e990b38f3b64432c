/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving, selecting and editing in the matrix, by keys and pointer. */
#include "kompass-matrix-keys.h"
#include "kompass-matrix-private.h"

#define ROWS_PER_PAGE 10

/**
 * kompass_matrix_get_row:
 * @self: a matrix
 * @index: which row, from 0
 *
 * Returns: (transfer none): the row
 */
KompassMatrixRow *
kompass_matrix_get_row (KompassMatrix *self,
                        guint          index)
{
  return g_ptr_array_index (self->rows, index);
}

/**
 * kompass_matrix_is_row_visible:
 * @self: a matrix
 * @index: which row
 *
 * Returns: %TRUE if the filter shows it
 */
gboolean
kompass_matrix_is_row_visible (KompassMatrix *self,
                               guint          index)
{
  return gtk_widget_get_visible (GTK_WIDGET (kompass_matrix_get_row (self, index)));
}

/**
 * kompass_matrix_is_row_editable:
 * @self: a matrix
 * @index: which row
 *
 * Returns: %TRUE if something can be typed on it in the column with the keyboard
 */
gboolean
kompass_matrix_is_row_editable (KompassMatrix *self,
                                guint          index)
{
  return kompass_matrix_get_field (self, index) != NULL;
}

/**
 * kompass_matrix_get_field:
 * @self: a matrix
 * @index: which row
 *
 * Returns: (transfer none) (nullable): what is typed on it in the column with the keyboard, or %NULL where nothing is
 */
KompassMatrixField *
kompass_matrix_get_field (KompassMatrix *self,
                          guint          index)
{
  return kompass_matrix_row_get_field (kompass_matrix_get_row (self, index), self->column);
}

/**
 * kompass_matrix_find_row:
 * @self: a matrix
 * @widget: (nullable): a widget, such as the one with the keyboard
 * @index: (out): the row it is in
 *
 * Returns: %TRUE if it is in a row
 */
gboolean
kompass_matrix_find_row (KompassMatrix *self,
                         GtkWidget     *widget,
                         guint         *index)
{
  GtkWidget *row = widget != NULL && !KOMPASS_IS_MATRIX_ROW (widget)
                       ? gtk_widget_get_ancestor (widget, KOMPASS_TYPE_MATRIX_ROW)
                       : widget;

  return row != NULL && g_ptr_array_find (self->rows, row, index);
}

/**
 * kompass_matrix_find_next:
 * @self: a matrix
 * @from: a row, -1 for before the first
 * @direction: 1 or -1
 * @editable: whether something must be possible to type in the column with the keyboard
 * @found: (out): the next visible row in that direction
 *
 * Returns: %TRUE if there is one
 */
gboolean
kompass_matrix_find_next (KompassMatrix *self,
                          gint64         from,
                          int            direction,
                          gboolean       editable,
                          guint         *found)
{
  for (gint64 i = from + direction; i >= 0 && i < self->rows->len; i += direction)
    if (kompass_matrix_is_row_visible (self, (guint) i) && (!editable || kompass_matrix_is_row_editable (self, (guint) i)))
      {
        *found = (guint) i;
        return TRUE;
      }

  return FALSE;
}

/* Selection */

/**
 * kompass_matrix_show_selection:
 * @self: a matrix
 *
 * Marks the rows between the ends of the selection.
 */
void
kompass_matrix_show_selection (KompassMatrix *self)
{
  guint first = MIN (self->anchor, self->cursor);
  guint last = MAX (self->anchor, self->cursor);

  for (guint i = 0; i < self->rows->len; i++)
    kompass_matrix_row_set_selected (kompass_matrix_get_row (self, i), first != last && i >= first && i <= last && kompass_matrix_is_row_editable (self, i));
}

/**
 * kompass_matrix_get_selection:
 * @self: a matrix
 *
 * Returns: (transfer full) (element-type KompassLine): the lines that are copied and cleared: those selected that can be
 *   edited, or the one with the keyboard
 */
GPtrArray *
kompass_matrix_get_selection (KompassMatrix *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = MIN (self->anchor, self->cursor); i < self->rows->len && i <= MAX (self->anchor, self->cursor); i++)
    if (kompass_matrix_is_row_visible (self, i) && (kompass_matrix_is_row_editable (self, i) || self->anchor == self->cursor))
      g_ptr_array_add (lines, g_object_ref (kompass_matrix_row_get_line (kompass_matrix_get_row (self, i))));

  return lines;
}

/**
 * kompass_matrix_get_lines_onwards:
 * @self: a matrix
 *
 * Returns: (transfer full) (element-type KompassLine): the lines on screen from the selection, or from the one with the
 *   keyboard, to the end: where what is pasted goes
 */
GPtrArray *
kompass_matrix_get_lines_onwards (KompassMatrix *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = MIN (self->anchor, self->cursor); i < self->rows->len; i++)
    if (kompass_matrix_is_row_visible (self, i))
      g_ptr_array_add (lines, g_object_ref (kompass_matrix_row_get_line (kompass_matrix_get_row (self, i))));

  return lines;
}

/* Moving */

/* The whole row, where GTK scrolls to no more than the cell that has the keyboard. */
static void
scroll_to (KompassMatrix *self,
           guint          index)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (kompass_matrix_get_row (self, index)), self->box, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* After the next layout: a row that has got a message is higher than it is yet. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);

  if (self->frames_to_scroll-- > 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (self->cursor < self->rows->len)
    scroll_to (self, self->cursor);

  return G_SOURCE_REMOVE;
}

static void
scroll_later (KompassMatrix *self)
{
  self->frames_to_scroll = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/**
 * kompass_matrix_move_to:
 * @self: a matrix
 * @index: which row
 * @extend: whether the selection grows to it
 *
 * Moves the keyboard to a row and brings all of it into sight.
 */
void
kompass_matrix_move_to (KompassMatrix *self,
                        guint          index,
                        gboolean       extend)
{
  self->cursor = index;
  if (!extend)
    self->anchor = index;
  kompass_matrix_row_focus (kompass_matrix_get_row (self, index), self->column);
  scroll_to (self, index);
  scroll_later (self);
  kompass_matrix_show_selection (self);
}

/* What is refused is to be mended where it stands, with the reason in sight; typing replaces it. */
static gboolean
commit_or_stay (KompassMatrix *self)
{
  KompassMatrixField *field = kompass_matrix_get_field (self, self->cursor);

  if (field == NULL || kompass_matrix_field_commit (field))
    return TRUE;
  kompass_matrix_field_start_editing (field, NULL);
  scroll_later (self);

  return FALSE;
}

static gboolean
move (KompassMatrix *self,
      int            direction,
      gboolean       editable,
      gboolean       extend)
{
  guint index;

  if (!commit_or_stay (self))
    return TRUE;
  if (!kompass_matrix_find_next (self, self->cursor, direction, editable, &index))
    {
      kompass_matrix_row_focus (kompass_matrix_get_row (self, self->cursor), self->column);
      return FALSE;
    }
  kompass_matrix_move_to (self, index, extend);

  return TRUE;
}

/* To the next cell of the row, or to its points, typed or not. Nothing else is typed where no such columns are shown. */
static gboolean
move_aside (KompassMatrix *self,
            gboolean       left)
{
  static const KompassMatrixColumn typed[] = { KOMPASS_COLUMN_POINTS, KOMPASS_COLUMN_PRINTED_POINTS,
                                               KOMPASS_COLUMN_PRINTED_PERCENT };
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  KompassMatrixRow *row = kompass_matrix_get_row (self, self->cursor);
  int step = left != rtl ? -1 : 1;
  int at = 0;

  if (!self->context.columns.with_printed_percent)
    return FALSE;
  if (!commit_or_stay (self))
    return TRUE;
  while (typed[at] != self->column)
    at++;
  for (at += step; at >= 0 && at < (int) G_N_ELEMENTS (typed); at += step)
    if (self->context.columns.is_shown[typed[at]] && (at == 0 || kompass_matrix_row_get_field (row, typed[at]) != NULL))
      {
        self->column = typed[at];
        kompass_matrix_move_to (self, self->cursor, FALSE);
        return TRUE;
      }

  return TRUE;
}

static void
move_page (KompassMatrix *self,
           int            direction)
{
  guint index = self->cursor;

  if (!commit_or_stay (self))
    return;
  for (guint i = 0; i < ROWS_PER_PAGE; i++)
    kompass_matrix_find_next (self, index, direction, FALSE, &index);
  kompass_matrix_move_to (self, index, FALSE);
}

static gboolean
is_kind (KompassMatrix   *self,
         guint            index,
         KompassLineKind  kind)
{
  return kompass_line_get_kind (kompass_matrix_row_get_line (kompass_matrix_get_row (self, index))) == kind;
}

/* The first or last question of the area the keyboard is in, be it on the heading of the area. */
static void
move_in_area (KompassMatrix *self,
              int            direction)
{
  guint index = self->cursor;
  guint next = index;

  if (is_kind (self, index, KOMPASS_LINE_AREA) && kompass_matrix_find_next (self, index, 1, FALSE, &next) &&
      is_kind (self, next, KOMPASS_LINE_QUESTION))
    index = next;
  next = index;
  while (is_kind (self, index, KOMPASS_LINE_QUESTION) && kompass_matrix_find_next (self, next, direction, FALSE, &next) &&
         is_kind (self, next, KOMPASS_LINE_QUESTION))
    index = next;
  kompass_matrix_move_to (self, index, FALSE);
}

/* The first cell that can be edited, or the total. */
static void
move_to_end (KompassMatrix *self,
             gboolean       last)
{
  guint index;

  if (last ? kompass_matrix_find_next (self, self->rows->len, -1, FALSE, &index) : kompass_matrix_find_next (self, -1, 1, TRUE, &index))
    kompass_matrix_move_to (self, index, FALSE);
}

static void
select_all (KompassMatrix *self)
{
  guint first, last;

  if (!kompass_matrix_find_next (self, -1, 1, TRUE, &first) || !kompass_matrix_find_next (self, self->rows->len, -1, TRUE, &last))
    return;
  self->anchor = first;
  self->cursor = last;
  kompass_matrix_show_selection (self);
  kompass_matrix_row_focus (kompass_matrix_get_row (self, self->cursor), self->column);
}

/* Keys */

static gboolean
start_editing (KompassMatrix *self,
               guint          keyval)
{
  char text[8] = { 0 };

  if (!kompass_matrix_is_row_editable (self, self->cursor))
    {
      g_signal_emit_by_name (self, "entered", kompass_matrix_row_get_line (kompass_matrix_get_row (self, self->cursor)),
                             self->column, "");
      return TRUE;
    }
  if (keyval != 0)
    g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), text);
  self->anchor = self->cursor;
  kompass_matrix_show_selection (self);
  kompass_matrix_field_start_editing (kompass_matrix_get_field (self, self->cursor), keyval != 0 ? text : NULL);

  return TRUE;
}

static void
cancel (KompassMatrix *self)
{
  KompassMatrixField *field = kompass_matrix_get_field (self, self->cursor);

  if (field != NULL)
    kompass_matrix_field_cancel (field);
  kompass_matrix_move_to (self, self->cursor, FALSE);
}

static gboolean
act (KompassMatrix     *self,
     KompassMatrixVerb  verb,
     guint              keyval)
{
  switch (verb)
    {
    case KOMPASS_MATRIX_TYPE:
      return start_editing (self, keyval);
    case KOMPASS_MATRIX_EDIT:
      return start_editing (self, 0);
    case KOMPASS_MATRIX_NEXT:
      return move (self, 1, TRUE, FALSE) || keyval != GDK_KEY_Tab;
    case KOMPASS_MATRIX_PREVIOUS:
      return move (self, -1, TRUE, FALSE) || (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab);
    case KOMPASS_MATRIX_CANCEL:
      cancel (self);
      return TRUE;
    case KOMPASS_MATRIX_UP:
      move (self, -1, FALSE, FALSE);
      return TRUE;
    case KOMPASS_MATRIX_DOWN:
      move (self, 1, FALSE, FALSE);
      return TRUE;
    case KOMPASS_MATRIX_LEFT:
      return move_aside (self, TRUE);
    case KOMPASS_MATRIX_RIGHT:
      return move_aside (self, FALSE);
    case KOMPASS_MATRIX_EXTEND_UP:
      move (self, -1, TRUE, TRUE);
      return TRUE;
    case KOMPASS_MATRIX_EXTEND_DOWN:
      move (self, 1, TRUE, TRUE);
      return TRUE;
    case KOMPASS_MATRIX_PAGE_UP:
      move_page (self, -1);
      return TRUE;
    case KOMPASS_MATRIX_PAGE_DOWN:
      move_page (self, 1);
      return TRUE;
    case KOMPASS_MATRIX_AREA_FIRST:
      move_in_area (self, -1);
      return TRUE;
    case KOMPASS_MATRIX_AREA_LAST:
      move_in_area (self, 1);
      return TRUE;
    case KOMPASS_MATRIX_FIRST:
      move_to_end (self, FALSE);
      return TRUE;
    case KOMPASS_MATRIX_LAST:
      move_to_end (self, TRUE);
      return TRUE;
    case KOMPASS_MATRIX_SELECT_ALL:
      select_all (self);
      return TRUE;
    case KOMPASS_MATRIX_CLEAR:
      g_signal_emit_by_name (self, "clear");
      return TRUE;
    case KOMPASS_MATRIX_COPY:
      g_signal_emit_by_name (self, "copy");
      return TRUE;
    case KOMPASS_MATRIX_CUT:
      g_signal_emit_by_name (self, "copy");
      g_signal_emit_by_name (self, "clear");
      return TRUE;
    case KOMPASS_MATRIX_PASTE:
      g_signal_emit_by_name (self, "paste");
      return TRUE;
    case KOMPASS_MATRIX_PASS:
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (KompassMatrix   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  KompassMatrixField *field;
  guint index;

  if (!kompass_matrix_find_row (self, focus, &index))
    return FALSE;
  self->cursor = index;
  field = kompass_matrix_get_field (self, index);

  return act (self,
              kompass_matrix_interpret_key (keyval, modifiers, field != NULL && kompass_matrix_field_get_editing (field)),
              keyval);
}

/* Pointer and focus */

static void
pressed_cb (KompassMatrix   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *target = gtk_widget_pick (self->box, x, y, GTK_PICK_DEFAULT);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  KompassMatrixColumn column = KOMPASS_COLUMN_POINTS;
  KompassMatrixField *left = kompass_matrix_get_field (self, self->cursor);
  KompassMatrixField *field;
  gboolean same;
  guint index;

  if (!kompass_matrix_find_row (self, target, &index))
    return;
  kompass_matrix_row_find_column (kompass_matrix_get_row (self, index), target, &column);
  field = kompass_matrix_row_get_field (kompass_matrix_get_row (self, index), column);
  if (field != NULL && kompass_matrix_field_get_editing (field))
    return;
  same = index == self->cursor && column == self->column;
  if (left != NULL && !kompass_matrix_field_commit (left) && !same)
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (column != self->column)
    self->anchor = self->cursor = index;
  self->column = column;
  field = kompass_matrix_get_field (self, index);
  if (n_press == 2 && field != NULL)
    kompass_matrix_field_start_editing (field, NULL);
  else
    kompass_matrix_move_to (self, index, (state & GDK_SHIFT_MASK) != 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * kompass_matrix_add_controllers:
 * @self: a matrix
 *
 * Lets keys and pointer work.
 */
void
kompass_matrix_add_controllers (KompassMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_name (keys, "matrix-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->box, GTK_EVENT_CONTROLLER (click));
}
