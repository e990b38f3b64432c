/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written of one section: its head, the text, and below it the rest, on one sheet that scrolls as one.
 *
 * A text view shows texts of any length quickly as long as it is not higher than the window, and knows only then what it has
 * to lay out. So it is never given more than that: it stays where it is while its text scrolls, and goes up when the end of
 * its text has been reached. */
#include "kompass-report-sheet.h"

#include "kompass-style.h"

/* In pixels, at the usual size of text: longer lines are hard to read. */
#define MAXIMUM_WIDTH 720
#define MARGIN 12
#define GAP 18
#define LEAST_TEXT 120

/* What the keyboard comes to is seen with this much around it. */
#define AROUND 12

struct _KompassReportSheet
{
  KompassScrollable parent_instance;

  KompassTextEditor *editor;
  GtkWidget *view; /* the text view in it */
  GtkAdjustment *inner;
  GtkWidget *head;
  GtkWidget *rest;
  GtkRoot *root;
  int text_y; /* where the text begins on the sheet */
  gboolean has_text;
  gboolean is_allocating;
  guint reveal_source;
  GtkWidget *revealed; /* what is to be seen besides what has the keyboard */
};

G_DEFINE_FINAL_TYPE (KompassReportSheet, kompass_report_sheet, KOMPASS_TYPE_SCROLLABLE)

static void queue_reveal (KompassReportSheet *self);

/* Sizes */

static int
get_width (KompassReportSheet *self,
           int                 width)
{
  int maximum = (int) (MAXIMUM_WIDTH * kompass_style_get_text_scale ());

  return MAX (MIN (width - 2 * MARGIN, maximum), 1);
}

static int
get_text_height (KompassReportSheet *self)
{
  int height;

  if (!self->has_text)
    return 0;
  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return MAX (height, LEAST_TEXT);
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
kompass_report_sheet_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  KompassReportSheet *self = KOMPASS_REPORT_SHEET (widget);
  GtkWidget *children[] = { GTK_WIDGET (self->editor), self->head, self->rest };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL || !gtk_widget_get_visible (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum + 2 * MARGIN);
          *natural = MAX (*natural, child_natural + 2 * MARGIN);
        }
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = LEAST_TEXT;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
kompass_report_sheet_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  KompassReportSheet *self = KOMPASS_REPORT_SHEET (widget);
  int inner_width = get_width (self, width);
  int x = MAX ((width - inner_width) / 2, 0);
  int text_height = get_text_height (self);
  int shown = MIN (text_height, height);
  int head_height = get_height (self->head, inner_width);
  int rest_height = get_height (self->rest, inner_width);
  int rest_y, total;
  double value, scrolled;

  self->is_allocating = TRUE;
  self->text_y = MARGIN + head_height + (head_height > 0 ? GAP : 0);
  rest_y = self->text_y + text_height + (self->has_text ? GAP : 0);
  total = rest_y + rest_height + 2 * MARGIN;
  kompass_scrollable_set_sizes (KOMPASS_SCROLLABLE (self), kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self)), total, width,
                                height);
  value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self));
  if (self->has_text)
    {
      scrolled = CLAMP (value - self->text_y, 0, text_height - shown);
      allocate (GTK_WIDGET (self->editor), x, (int) (self->text_y + scrolled - value), inner_width, shown);
      gtk_adjustment_set_value (self->inner, scrolled);
    }
  if (self->head != NULL)
    allocate (self->head, x, (int) (MARGIN - value), inner_width, head_height);
  if (self->rest != NULL)
    allocate (self->rest, x, (int) (rest_y - value), inner_width, rest_height);
  self->is_allocating = FALSE;
  if (self->revealed != NULL)
    queue_reveal (self);
}

/* Scrolling */

static void
kompass_report_sheet_scrolled (KompassScrollable *scrollable)
{
  if (!KOMPASS_REPORT_SHEET (scrollable)->is_allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (scrollable));
}

/* The text view has scrolled by itself, to what is typed or found. */
static void
inner_value_changed_cb (KompassReportSheet *self)
{
  if (!self->is_allocating && gtk_adjustment_get_upper (self->inner) > gtk_adjustment_get_page_size (self->inner))
    kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), gtk_adjustment_get_value (self->inner) + self->text_y);
}

/* Scrolls as little as it takes. */
static void
reveal (KompassReportSheet *self,
        double              y,
        double              height)
{
  double value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (self));
  double page = kompass_scrollable_get_height (KOMPASS_SCROLLABLE (self));

  if (y - AROUND < 0 || height + 2 * AROUND > page)
    kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), value + y - AROUND);
  else if (y + height + AROUND > page)
    kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), value + y + height + AROUND - page);
}

static void
reveal_caret (KompassReportSheet *self,
              GtkTextView        *view)
{
  GdkRectangle caret;
  graphene_point_t point;
  int x, y;

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &x, &y);
  if (gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    reveal (self, point.y, caret.height);
}

/* What has the keyboard is to be seen: of a text, the caret. */
static gboolean
reveal_cb (gpointer user_data)
{
  KompassReportSheet *self = user_data;
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  graphene_rect_t bounds;

  self->reveal_source = 0;
  if (self->revealed != NULL)
    focus = self->revealed == GTK_WIDGET (self->editor) ? self->view : self->revealed;
  g_clear_weak_pointer (&self->revealed);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) || !gtk_widget_get_mapped (focus))
    return G_SOURCE_REMOVE;
  if (GTK_IS_TEXT_VIEW (focus))
    reveal_caret (self, GTK_TEXT_VIEW (focus));
  else if (gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    reveal (self, bounds.origin.y, bounds.size.height);

  return G_SOURCE_REMOVE;
}

/* After what was typed has been laid out. */
static void
queue_reveal (KompassReportSheet *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, reveal_cb, self, NULL);
}

static void
kompass_report_sheet_root (GtkWidget *widget)
{
  KompassReportSheet *self = KOMPASS_REPORT_SHEET (widget);

  GTK_WIDGET_CLASS (kompass_report_sheet_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (queue_reveal), self);
}

static void
kompass_report_sheet_unroot (GtkWidget *widget)
{
  KompassReportSheet *self = KOMPASS_REPORT_SHEET (widget);

  g_signal_handlers_disconnect_by_func (self->root, queue_reveal, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (kompass_report_sheet_parent_class)->unroot (widget);
}

static void
kompass_report_sheet_dispose (GObject *object)
{
  KompassReportSheet *self = KOMPASS_REPORT_SHEET (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_weak_pointer (&self->revealed);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  g_clear_object (&self->inner);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->rest, gtk_widget_unparent);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;

  G_OBJECT_CLASS (kompass_report_sheet_parent_class)->dispose (object);
}

static void
kompass_report_sheet_class_init (KompassReportSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_report_sheet_dispose;
  KOMPASS_SCROLLABLE_CLASS (klass)->scrolled = kompass_report_sheet_scrolled;
  widget_class->measure = kompass_report_sheet_measure;
  widget_class->size_allocate = kompass_report_sheet_size_allocate;
  widget_class->root = kompass_report_sheet_root;
  widget_class->unroot = kompass_report_sheet_unroot;
  gtk_widget_class_set_css_name (widget_class, "reportsheet");
}

static GtkWidget *
find_text_view (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);

  return found;
}

/* The wheel and fingers scroll the sheet, not what is in it. */
static void
leave_scrolling_to_sheet (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_widget_set_focusable (scroller, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) || GTK_IS_GESTURE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
kompass_report_sheet_init (KompassReportSheet *self)
{
  GtkWidget *editor = kompass_text_editor_new ();
  GtkWidget *scroller;

  self->has_text = TRUE;
  self->editor = KOMPASS_TEXT_EDITOR (editor);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));
  self->view = find_text_view (editor);
  scroller = gtk_widget_get_ancestor (self->view, GTK_TYPE_SCROLLED_WINDOW);
  leave_scrolling_to_sheet (scroller);
  self->inner = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_value_changed_cb), self);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "notify::cursor-position",
                           G_CALLBACK (queue_reveal), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_report_sheet_new:
 *
 * Returns: (transfer floating): a sheet with an empty text, for a #GtkScrolledWindow
 */
GtkWidget *
kompass_report_sheet_new (void)
{
  return g_object_new (KOMPASS_TYPE_REPORT_SHEET, NULL);
}

KompassTextEditor *
kompass_report_sheet_get_editor (KompassReportSheet *self)
{
  return self->editor;
}

/**
 * kompass_report_sheet_set_parts:
 * @self: a sheet
 * @head: what stands above the text
 * @rest: what stands below it
 *
 * To be set once.
 */
void
kompass_report_sheet_set_parts (KompassReportSheet *self,
                                GtkWidget          *head,
                                GtkWidget          *rest)
{
  g_return_if_fail (self->head == NULL && self->rest == NULL);

  self->head = head;
  self->rest = rest;
  gtk_widget_insert_before (head, GTK_WIDGET (self), GTK_WIDGET (self->editor));
  gtk_widget_insert_after (rest, GTK_WIDGET (self), GTK_WIDGET (self->editor));
}

/**
 * kompass_report_sheet_set_has_text:
 * @self: a sheet
 * @has_text: whether the section has a text
 */
void
kompass_report_sheet_set_has_text (KompassReportSheet *self,
                                   gboolean            has_text)
{
  self->has_text = has_text;
  gtk_widget_set_visible (GTK_WIDGET (self->editor), has_text);
}

/**
 * kompass_report_sheet_scroll_to_top:
 * @self: a sheet
 *
 * Shows the beginning.
 */
void
kompass_report_sheet_scroll_to_top (KompassReportSheet *self)
{
  kompass_scrollable_scroll_to (KOMPASS_SCROLLABLE (self), 0);
}

/**
 * kompass_report_sheet_reveal:
 * @self: a sheet
 * @widget: (nullable): something on it; of a text, the caret is meant
 *
 * Scrolls to it once it has its place, wherever the keyboard is.
 */
void
kompass_report_sheet_reveal (KompassReportSheet *self,
                             GtkWidget          *widget)
{
  g_set_weak_pointer (&self->revealed, widget);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
