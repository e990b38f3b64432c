/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of an evaluation, as fast to fill in as a spreadsheet. It moves, selects and shows; what is typed, pasted or
 * cleared it hands on by signals. */
#include "kompass-matrix.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kompass-chart-palette.h"
#include "kompass-matrix-header.h"
#include "kompass-matrix-keys.h"
#include "kompass-matrix-row.h"
#include "kompass-style.h"

#define ROWS_PER_PAGE 10

struct _KompassMatrix
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *scroller;
  GtkWidget *box;
  KompassRowContext context;
  KompassEvaluation *evaluation;
  KompassProfile *reference;
  GPtrArray *rows; /* of KompassMatrixRow, owned by the box */
  guint cursor;    /* index of the row with the keyboard */
  guint anchor;    /* the other end of the selection */
  GtkRoot *root;
  guint scroll_id;
  guint frames_to_scroll;
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS,
};

enum
{
  ENTERED,
  CLEAR,
  COPY,
  PASTE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassMatrix, kompass_matrix, GTK_TYPE_WIDGET)

static KompassMatrixRow *
get_row (KompassMatrix *self,
         guint          index)
{
  return g_ptr_array_index (self->rows, index);
}

static gboolean
is_visible (KompassMatrix *self,
            guint          index)
{
  return gtk_widget_get_visible (GTK_WIDGET (get_row (self, index)));
}

static gboolean
is_editable (KompassMatrix *self,
             guint          index)
{
  return kompass_line_get_editable (kompass_matrix_row_get_line (get_row (self, index)));
}

static gboolean
find_row (KompassMatrix *self,
          GtkWidget     *widget,
          guint         *index)
{
  GtkWidget *row = widget != NULL && !KOMPASS_IS_MATRIX_ROW (widget)
                       ? gtk_widget_get_ancestor (widget, KOMPASS_TYPE_MATRIX_ROW)
                       : widget;

  return row != NULL && g_ptr_array_find (self->rows, row, index);
}

/* The next visible row in that direction, perhaps only among those that can be edited. */
static gboolean
find_next (KompassMatrix *self,
           gint64         from,
           int            direction,
           gboolean       editable,
           guint         *found)
{
  for (gint64 i = from + direction; i >= 0 && i < self->rows->len; i += direction)
    if (is_visible (self, (guint) i) && (!editable || is_editable (self, (guint) i)))
      {
        *found = (guint) i;
        return TRUE;
      }

  return FALSE;
}

/* Selection */

static void
show_selection (KompassMatrix *self)
{
  guint first = MIN (self->anchor, self->cursor);
  guint last = MAX (self->anchor, self->cursor);

  for (guint i = 0; i < self->rows->len; i++)
    kompass_matrix_row_set_selected (get_row (self, i), first != last && i >= first && i <= last && is_editable (self, i));
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
    if (is_visible (self, i) && (is_editable (self, i) || self->anchor == self->cursor))
      g_ptr_array_add (lines, g_object_ref (kompass_matrix_row_get_line (get_row (self, i))));

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
    if (is_visible (self, i))
      g_ptr_array_add (lines, g_object_ref (kompass_matrix_row_get_line (get_row (self, i))));

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

  if (gtk_widget_compute_bounds (GTK_WIDGET (get_row (self, index)), self->box, &bounds))
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

static void
move_to (KompassMatrix *self,
         guint          index,
         gboolean       extend)
{
  self->cursor = index;
  if (!extend)
    self->anchor = index;
  kompass_matrix_row_focus (get_row (self, index));
  scroll_to (self, index);
  scroll_later (self);
  show_selection (self);
}

/* What is refused is to be mended where it stands, with the reason in sight; typing replaces it. */
static gboolean
commit_or_stay (KompassMatrix *self)
{
  if (kompass_matrix_row_commit (get_row (self, self->cursor)))
    return TRUE;
  kompass_matrix_row_start_editing (get_row (self, self->cursor), NULL);
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
  if (!find_next (self, self->cursor, direction, editable, &index))
    {
      kompass_matrix_row_focus (get_row (self, self->cursor));
      return FALSE;
    }
  move_to (self, index, extend);

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
    find_next (self, index, direction, FALSE, &index);
  move_to (self, index, FALSE);
}

static gboolean
is_kind (KompassMatrix   *self,
         guint            index,
         KompassLineKind  kind)
{
  return kompass_line_get_kind (kompass_matrix_row_get_line (get_row (self, index))) == kind;
}

/* The first or last question of the area the keyboard is in, be it on the heading of the area. */
static void
move_in_area (KompassMatrix *self,
              int            direction)
{
  guint index = self->cursor;
  guint next = index;

  if (is_kind (self, index, KOMPASS_LINE_AREA) && find_next (self, index, 1, FALSE, &next) &&
      is_kind (self, next, KOMPASS_LINE_QUESTION))
    index = next;
  next = index;
  while (is_kind (self, index, KOMPASS_LINE_QUESTION) && find_next (self, next, direction, FALSE, &next) &&
         is_kind (self, next, KOMPASS_LINE_QUESTION))
    index = next;
  move_to (self, index, FALSE);
}

/* The first cell that can be edited, or the total. */
static void
move_to_end (KompassMatrix *self,
             gboolean       last)
{
  guint index;

  if (last ? find_next (self, self->rows->len, -1, FALSE, &index) : find_next (self, -1, 1, TRUE, &index))
    move_to (self, index, FALSE);
}

static void
select_all (KompassMatrix *self)
{
  guint first, last;

  if (!find_next (self, -1, 1, TRUE, &first) || !find_next (self, self->rows->len, -1, TRUE, &last))
    return;
  self->anchor = first;
  self->cursor = last;
  show_selection (self);
  kompass_matrix_row_focus (get_row (self, self->cursor));
}

/* Keys */

static gboolean
start_editing (KompassMatrix *self,
               guint          keyval)
{
  char text[8] = { 0 };

  if (!is_editable (self, self->cursor))
    {
      g_signal_emit (self, signals[ENTERED], 0, kompass_matrix_row_get_line (get_row (self, self->cursor)), "");
      return TRUE;
    }
  if (keyval != 0)
    g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), text);
  self->anchor = self->cursor;
  show_selection (self);
  kompass_matrix_row_start_editing (get_row (self, self->cursor), keyval != 0 ? text : NULL);

  return TRUE;
}

static void
cancel (KompassMatrix *self)
{
  kompass_matrix_row_cancel (get_row (self, self->cursor));
  move_to (self, self->cursor, FALSE);
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
      g_signal_emit (self, signals[CLEAR], 0);
      return TRUE;
    case KOMPASS_MATRIX_COPY:
      g_signal_emit (self, signals[COPY], 0);
      return TRUE;
    case KOMPASS_MATRIX_CUT:
      g_signal_emit (self, signals[COPY], 0);
      g_signal_emit (self, signals[CLEAR], 0);
      return TRUE;
    case KOMPASS_MATRIX_PASTE:
      g_signal_emit (self, signals[PASTE], 0);
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
  guint index;

  if (!find_row (self, focus, &index))
    return FALSE;
  self->cursor = index;

  return act (self,
              kompass_matrix_interpret_key (keyval, modifiers, kompass_matrix_row_get_editing (get_row (self, index))),
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
  guint index;

  if (!find_row (self, target, &index) || kompass_matrix_row_get_editing (get_row (self, index)))
    return;
  if (!kompass_matrix_row_commit (get_row (self, self->cursor)) && index != self->cursor)
    gtk_widget_error_bell (GTK_WIDGET (self));
  if (n_press == 2 && is_editable (self, index))
    kompass_matrix_row_start_editing (get_row (self, index), NULL);
  else
    move_to (self, index, (state & GDK_SHIFT_MASK) != 0);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
focus_changed_cb (KompassMatrix *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  guint index;

  if (!find_row (self, focus, &index))
    return;
  if (index != self->cursor)
    {
      self->cursor = self->anchor = index;
      show_selection (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
kompass_matrix_root (GtkWidget *widget)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);

  GTK_WIDGET_CLASS (kompass_matrix_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_object (self->root, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
kompass_matrix_unroot (GtkWidget *widget)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);

  g_signal_handlers_disconnect_by_func (self->root, focus_changed_cb, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (kompass_matrix_parent_class)->unroot (widget);
}

/* Looks */

static void
update_colors (KompassMatrix *self)
{
  KompassChartScheme scheme = kompass_style_get_chart_scheme ();
  KompassChartColor own = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES, FALSE);
  KompassChartColor reference = kompass_chart_palette_get (scheme, KOMPASS_CHART_ROLE_SERIES + 1, FALSE);

  self->context.own_color = (GdkRGBA) { (float) own.red, (float) own.green, (float) own.blue, 1 };
  self->context.reference_color = (GdkRGBA) { (float) reference.red, (float) reference.green, (float) reference.blue, 1 };
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_draw (GTK_WIDGET (get_row (self, i)));
}

static void
resize_rows (KompassMatrix *self)
{
  gtk_widget_queue_resize (self->header);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_resize (GTK_WIDGET (get_row (self, i)));
}

static void
update_columns (KompassMatrix *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->context.columns.with_reference = self->reference != NULL;
  kompass_matrix_columns_measure (&self->context.columns, GTK_WIDGET (self));
  kompass_matrix_columns_choose (&self->context.columns, width > 0 ? width : G_MAXINT);
  resize_rows (self);
}

static void
kompass_matrix_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);
  int header_minimum, header_natural, scroller_minimum, scroller_natural;

  gtk_widget_measure (self->header, orientation, -1, &header_minimum, &header_natural, NULL, NULL);
  gtk_widget_measure (self->scroller, orientation, -1, &scroller_minimum, &scroller_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (header_minimum, scroller_minimum);
      *natural = MAX (header_natural, scroller_natural);
      return;
    }
  *minimum = header_minimum + scroller_minimum;
  *natural = header_natural + scroller_natural;
}

/* Which columns are shown follows the width there is; rows are measured anew before they are placed. */
static void
kompass_matrix_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);
  int header_height;

  if (kompass_matrix_columns_choose (&self->context.columns, width))
    resize_rows (self);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &header_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, header_height }, -1);
  gtk_widget_size_allocate (self->scroller,
                            &(GtkAllocation) { 0, header_height, width, MAX (height - header_height, 0) }, -1);
}

static void
kompass_matrix_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (kompass_matrix_parent_class)->system_setting_changed (widget, setting);
  update_columns (KOMPASS_MATRIX (widget));
}

/* Contents */

static void
update_references (KompassMatrix *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KompassMatrixRow *row = get_row (self, i);
      KompassPoints difference;
      KompassPoints points = kompass_compare_line (self->evaluation, self->reference, kompass_matrix_row_get_line (row),
                                                   &difference);

      kompass_matrix_row_set_reference (row, points, difference);
    }
}

static void
update_decimals (KompassMatrix *self)
{
  self->context.decimals = kompass_evaluation_get_decimals (self->evaluation);
  self->context.reference_decimals = self->reference != NULL ? kompass_profile_get_decimals (self->reference) : 0;
  self->context.difference_decimals = kompass_compare_decimals (self->evaluation, self->reference);
}

static void
entered_cb (KompassMatrix    *self,
            const char       *text,
            KompassMatrixRow *row)
{
  g_signal_emit (self, signals[ENTERED], 0, kompass_matrix_row_get_line (row), text);
}

static void
remove_rows (KompassMatrix *self)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);

  /* A row that is removed may tell of its focus: by then it is none of ours. */
  self->rows = g_ptr_array_new ();
  self->cursor = self->anchor = 0;
  for (guint i = 0; i < rows->len; i++)
    gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (rows, i));
}

static void
add_rows (KompassMatrix *self)
{
  guint index;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (self->evaluation); i++)
    {
      GtkWidget *row = kompass_matrix_row_new (kompass_evaluation_get_line (self->evaluation, i), &self->context);

      g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), row);
      g_ptr_array_add (self->rows, row);
    }
  if (find_next (self, -1, 1, TRUE, &index))
    self->cursor = self->anchor = index;
}

static void
lines_changed_cb (KompassMatrix *self)
{
  remove_rows (self);
  update_decimals (self);
  kompass_matrix_header_set_text_title (KOMPASS_MATRIX_HEADER (self->header),
                                        kompass_evaluation_get_depth (self->evaluation) == KOMPASS_DEPTH_QUESTIONS
                                            ? kompass_matrix_columns_get_title (KOMPASS_COLUMN_TEXT)
                                            : C_("heading", "Area"));
  add_rows (self);
  update_references (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
kompass_matrix_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LINE:
      g_value_set_object (value, kompass_matrix_get_line (KOMPASS_MATRIX (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_matrix_dispose (GObject *object)
{
  KompassMatrix *self = KOMPASS_MATRIX (object);

  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->reference);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_matrix_parent_class)->dispose (object);
}

static void
kompass_matrix_finalize (GObject *object)
{
  g_ptr_array_unref (KOMPASS_MATRIX (object)->rows);

  G_OBJECT_CLASS (kompass_matrix_parent_class)->finalize (object);
}

static void
kompass_matrix_class_init (KompassMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kompass_matrix_get_property;
  object_class->dispose = kompass_matrix_dispose;
  object_class->finalize = kompass_matrix_finalize;
  widget_class->measure = kompass_matrix_measure;
  widget_class->size_allocate = kompass_matrix_size_allocate;
  widget_class->root = kompass_matrix_root;
  widget_class->unroot = kompass_matrix_unroot;
  widget_class->system_setting_changed = kompass_matrix_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KompassMatrix:line:
   *
   * The line with the keyboard.
   */
  properties[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, KOMPASS_TYPE_LINE,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KompassMatrix::entered:
   * @line: a line
   * @text: what was typed on it
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, KOMPASS_TYPE_LINE, G_TYPE_STRING);
  /**
   * KompassMatrix::clear:
   *
   * The lines of kompass_matrix_get_selection() are to be not scored.
   */
  signals[CLEAR] = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /**
   * KompassMatrix::copy:
   *
   * The lines of kompass_matrix_get_selection() are to be copied.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KompassMatrix::paste:
   *
   * The clipboard is to be pasted from the line with the keyboard downwards.
   */
  signals[PASTE] = g_signal_new ("paste", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
add_controllers (KompassMatrix *self)
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

static void
kompass_matrix_init (KompassMatrix *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->rows = g_ptr_array_new ();
  self->header = kompass_matrix_header_new (&self->context.columns);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->box, "vexpand", TRUE, "focusable", FALSE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  add_controllers (self);
  update_columns (self);
  update_colors (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_matrix_set_evaluation:
 * @self: a matrix
 * @evaluation: (nullable): the evaluation to show
 */
void
kompass_matrix_set_evaluation (KompassMatrix     *self,
                               KompassEvaluation *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  if (self->evaluation != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluation, self);
  remove_rows (self);
  g_set_object (&self->evaluation, evaluation);
  if (evaluation == NULL)
    return;
  g_signal_connect_object (evaluation, "items-changed", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (update_references), self, G_CONNECT_SWAPPED);
  lines_changed_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * kompass_matrix_set_reference:
 * @self: a matrix
 * @reference: (nullable): what to hold the evaluation against
 */
void
kompass_matrix_set_reference (KompassMatrix  *self,
                              KompassProfile *reference)
{
  gboolean had_reference = self->reference != NULL;

  g_set_object (&self->reference, reference);
  if (self->evaluation == NULL)
    return;
  update_decimals (self);
  update_references (self);
  if (had_reference != (reference != NULL))
    update_columns (self);
}

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
      KompassMatrixRow *row = get_row (self, i);
      gboolean chosen = is_chosen (row, filter);

      if (kompass_line_get_kind (kompass_matrix_row_get_line (row)) == KOMPASS_LINE_AREA)
        heading = GTK_WIDGET (row);
      gtk_widget_set_visible (GTK_WIDGET (row), chosen);
      n_chosen += chosen;
      if (chosen && heading != NULL &&
          kompass_line_get_kind (kompass_matrix_row_get_line (row)) == KOMPASS_LINE_QUESTION)
        gtk_widget_set_visible (heading, TRUE);
    }
  if (self->rows->len > 0 && !is_visible (self, self->cursor) &&
      (find_next (self, self->cursor, 1, FALSE, &index) || find_next (self, self->cursor, -1, FALSE, &index)))
    self->cursor = self->anchor = index;

  return n_chosen;
}

/**
 * kompass_matrix_focus_line:
 * @self: a matrix
 * @line: one of its lines
 *
 * Moves the keyboard to a line, also to one that the filter has hidden.
 */
void
kompass_matrix_focus_line (KompassMatrix *self,
                           KompassLine   *line)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kompass_matrix_row_get_line (get_row (self, i)) == line)
      {
        gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), TRUE);
        move_to (self, i, FALSE);
      }
}

/**
 * kompass_matrix_focus:
 * @self: a matrix
 *
 * Moves the keyboard to where it was last.
 */
void
kompass_matrix_focus (KompassMatrix *self)
{
  if (self->rows->len > 0)
    kompass_matrix_row_focus (get_row (self, self->cursor));
}

/**
 * kompass_matrix_get_line:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): the line with the keyboard, or %NULL where nothing is shown
 */
KompassLine *
kompass_matrix_get_line (KompassMatrix *self)
{
  return self->rows->len > 0 ? kompass_matrix_row_get_line (get_row (self, self->cursor)) : NULL;
}

/**
 * kompass_matrix_refuse:
 * @self: a matrix
 * @line: one of its lines
 * @message: why what was typed on it is not stored
 */
void
kompass_matrix_refuse (KompassMatrix *self,
                       KompassLine   *line,
                       const char    *message)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (kompass_matrix_row_get_line (get_row (self, i)) == line)
      kompass_matrix_row_refuse (get_row (self, i), message);
}

/**
 * kompass_matrix_forget:
 * @self: a matrix
 * @number: number of a line
 *
 * Forgets what was typed and refused on a line, after something else has been stored there.
 */
void
kompass_matrix_forget (KompassMatrix *self,
                       const char    *number)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (kompass_line_get_number (kompass_matrix_row_get_line (get_row (self, i))), number) == 0)
      kompass_matrix_row_cancel (get_row (self, i));
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
    if (!kompass_matrix_row_commit (get_row (self, i)))
      {
        self->cursor = self->anchor = i;
        show_selection (self);
        gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), TRUE);
        return FALSE;
      }

  return TRUE;
}
