/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the matrix. Its points are a cell to write in, for selection, input methods and screen readers; its text and the
 * other figures are drawn by the row, which keeps a matrix of 54 rows as light as a list. */
#include "kompass-matrix-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-matrix-cell.h"

#define PADDING_X KOMPASS_MATRIX_PADDING_X
#define PADDING_Y KOMPASS_MATRIX_PADDING_Y

struct _KompassMatrixRow
{
  GtkWidget parent_instance;

  KompassLine *line;
  const KompassRowContext *context;
  PangoLayout *text;
  GskRenderNode *drawing; /* NULL until it is drawn */
  KompassMatrixCell *cell; /* NULL where the figure follows from others */
  GtkWidget *message;      /* why what was typed is refused; NULL until then */
  KompassPoints reference;
  KompassPoints difference;
  gulong figures_id;
  gboolean is_refused;
  KompassScore refused_over; /* what was stored when it was refused */
  gboolean is_settling; /* the cell is written by the program */
};

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassMatrixRow, kompass_matrix_row, GTK_TYPE_WIDGET)

/* What the cell shows, and what typing it again would not change. */
static char *
format_cell (KompassMatrixRow *self)
{
  KompassScore score = kompass_line_get_score (self->line);
  const KompassFigures *figures = kompass_line_get_figures (self->line);

  if (kompass_line_get_kind (self->line) != KOMPASS_LINE_QUESTION)
    return figures->points == KOMPASS_POINTS_UNKNOWN ? g_strdup ("")
                                                     : kompass_points_format (figures->points, self->context->decimals);
  if (score.state == KOMPASS_SCORE_NOT_APPLICABLE)
    return g_strdup ("–");

  return kompass_score_format (score, self->context->decimals);
}

static KompassMatrixFigures
get_figures (KompassMatrixRow *self)
{
  return (KompassMatrixFigures) {
    .widget = GTK_WIDGET (self),
    .line = self->line,
    .context = self->context,
    .reference = self->reference,
    .difference = self->difference,
    .has_cell = self->cell != NULL,
  };
}

static void
update_accessible (KompassMatrixRow *self)
{
  KompassMatrixFigures figures = get_figures (self);
  GtkAccessible *accessible = self->cell != NULL ? GTK_ACCESSIBLE (self->cell) : GTK_ACCESSIBLE (self);
  g_autofree char *explanation = kompass_line_explain_printed (self->line, self->context->decimals);
  g_autofree char *line = kompass_matrix_figures_describe_line (&figures);
  g_autofree char *name = kompass_matrix_figures_describe (&figures);

  if (self->cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation != NULL ? explanation : "", -1);
}

static void
place (KompassMatrixRow    *self,
       int                  width,
       KompassMatrixPlaces *places)
{
  kompass_matrix_columns_place (&self->context->columns, width,
                                gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, places);
}

static void
draw_text (KompassMatrixRow          *self,
           cairo_t                   *cr,
           const KompassMatrixPlaces *places)
{
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_move_to (cr, places->x[KOMPASS_COLUMN_TEXT] + PADDING_X, PADDING_Y);
  pango_cairo_show_layout (cr, self->text);
}

/* In one piece: GTK compares what is drawn with what was, piece by piece, and paints the whole page where more than a few
 * pieces are others. */
static GskRenderNode *
draw (KompassMatrixRow *self)
{
  KompassMatrixFigures figures = get_figures (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GskRenderNode *drawing = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (drawing);
  KompassMatrixPlaces places;

  place (self, width, &places);
  draw_text (self, cr, &places);
  kompass_matrix_figures_draw (&figures, cr, &places);
  cairo_destroy (cr);

  return drawing;
}

/* What is drawn is kept while something else on the row changes, such as where the keyboard is. */
static void
kompass_matrix_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);

  if (self->drawing == NULL)
    self->drawing = draw (self);
  gtk_snapshot_append_node (snapshot, self->drawing);

  GTK_WIDGET_CLASS (kompass_matrix_row_parent_class)->snapshot (widget, snapshot);
}

static void
kompass_matrix_row_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kompass_matrix_row_parent_class)->css_changed (widget, change);
  kompass_matrix_row_redraw (KOMPASS_MATRIX_ROW (widget));
}

/* Layout */

static int
get_text_width (const KompassMatrixPlaces *places)
{
  return MAX (places->width[KOMPASS_COLUMN_TEXT] - 2 * PADDING_X, 1);
}

/* Wraps the text, at the side where the row begins whatever the direction of its own language. Returns its height. */
static int
wrap_text (KompassMatrixRow *self,
           int               width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean text_rtl;
  int height;

  /* Pango lays the text out to find its direction: not twice. */
  pango_layout_set_width (self->text, width * PANGO_SCALE);
  text_rtl = pango_layout_get_direction (self->text, 0) == PANGO_DIRECTION_RTL;
  pango_layout_set_alignment (self->text, rtl == text_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (self->text, NULL, &height);

  return height;
}

/* Where the width is not known (-1), the text is on one line: the least there could be. */
static int
measure_height (KompassMatrixRow *self,
                int               width)
{
  KompassMatrixPlaces places;
  int text_width = -1, text, message = 0, cell = 0;

  if (width >= 0)
    {
      place (self, width, &places);
      text_width = get_text_width (&places);
    }
  text = width >= 0 ? wrap_text (self, text_width) : self->context->columns.line_height;
  if (self->message != NULL && gtk_widget_get_visible (self->message))
    gtk_widget_measure (self->message, GTK_ORIENTATION_VERTICAL, text_width, &message, NULL, NULL, NULL);
  if (self->cell != NULL)
    gtk_widget_measure (GTK_WIDGET (self->cell), GTK_ORIENTATION_VERTICAL, -1, &cell, NULL, NULL, NULL);

  return MAX (text + message + 2 * PADDING_Y, cell + 2);
}

static void
kompass_matrix_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);
  int least = kompass_matrix_columns_minimum (&self->context->columns);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = least * 2;
      return;
    }
  *minimum = *natural = measure_height (self, for_size < 0 ? -1 : MAX (for_size, least));
}

static GtkSizeRequestMode
kompass_matrix_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_at (GtkWidget *child,
             int        x,
             int        y,
             int        width,
             int        height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
kompass_matrix_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);
  KompassMatrixPlaces places;
  int x, text_width, text_height, message_height, cell_width, cell_height;

  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  place (self, width, &places);
  x = places.x[KOMPASS_COLUMN_TEXT] + PADDING_X;
  text_width = get_text_width (&places);
  text_height = wrap_text (self, text_width);
  if (self->message != NULL && gtk_widget_get_visible (self->message))
    {
      gtk_widget_measure (self->message, GTK_ORIENTATION_VERTICAL, text_width, &message_height, NULL, NULL, NULL);
      allocate_at (self->message, x, PADDING_Y + text_height, text_width, message_height);
    }
  if (self->cell == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self->cell), GTK_ORIENTATION_HORIZONTAL, -1, &cell_width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->cell), GTK_ORIENTATION_VERTICAL, -1, &cell_height, NULL, NULL, NULL);
  allocate_at (GTK_WIDGET (self->cell), places.x[KOMPASS_COLUMN_POINTS],
               PADDING_Y - (cell_height - self->context->columns.line_height) / 2,
               MAX (places.width[KOMPASS_COLUMN_POINTS], cell_width), cell_height);
}

/* The cell */

static void
set_cell_text (KompassMatrixRow *self,
               const char       *text)
{
  if (self->cell == NULL || strcmp (kompass_matrix_cell_get_text (self->cell), text) == 0)
    return;
  self->is_settling = TRUE;
  kompass_matrix_cell_set_text (self->cell, text);
  self->is_settling = FALSE;
}

static void
clear_refusal (KompassMatrixRow *self)
{
  if (!self->is_refused)
    return;
  self->is_refused = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_STATE_INVALID);
  if (self->message != NULL)
    gtk_widget_set_visible (self->message, FALSE);
  update_accessible (self);
}

static void
figures_changed_cb (KompassMatrixRow *self)
{
  kompass_matrix_row_refresh (self);
}

/* The cell was left, by a key or the pointer: what stands in it counts. */
static void
editing_changed_cb (KompassMatrixRow *self)
{
  gboolean editing = kompass_matrix_row_get_editing (self);

  if (editing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  if (!editing && !self->is_settling)
    kompass_matrix_row_commit (self);
}

static gboolean
query_tooltip_cb (KompassMatrixRow *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  g_autofree char *explanation = kompass_line_explain_printed (self->line, self->context->decimals);

  if (explanation == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, explanation);

  return TRUE;
}

static void
kompass_matrix_row_dispose (GObject *object)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (object);

  self->is_settling = TRUE;
  if (self->line != NULL)
    g_clear_signal_handler (&self->figures_id, self->line);
  g_clear_object (&self->text);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  if (self->cell != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->cell));
  self->cell = NULL;
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (kompass_matrix_row_parent_class)->dispose (object);
}

static gboolean
kompass_matrix_row_grab_focus (GtkWidget *widget)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);

  if (self->cell != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->cell));

  return GTK_WIDGET_CLASS (kompass_matrix_row_parent_class)->grab_focus (widget);
}

static void
kompass_matrix_row_class_init (KompassMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_matrix_row_dispose;
  widget_class->get_request_mode = kompass_matrix_row_get_request_mode;
  widget_class->measure = kompass_matrix_row_measure;
  widget_class->size_allocate = kompass_matrix_row_size_allocate;
  widget_class->snapshot = kompass_matrix_row_snapshot;
  widget_class->css_changed = kompass_matrix_row_css_changed;
  widget_class->grab_focus = kompass_matrix_row_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "matrixrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);

  /**
   * KompassMatrixRow::entered:
   * @text: what stands in the cell
   *
   * Something new was typed. The receiver stores it, or calls kompass_matrix_row_refuse().
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kompass_matrix_row_init (KompassMatrixRow *self)
{
  self->reference = KOMPASS_POINTS_UNKNOWN;
  self->difference = KOMPASS_POINTS_UNKNOWN;
}

static void
add_text (KompassMatrixRow *self)
{
  gboolean is_total = kompass_line_get_kind (self->line) == KOMPASS_LINE_TOTAL;

  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                               is_total ? _("Total") : kompass_line_get_text (self->line));
  pango_layout_set_wrap (self->text, PANGO_WRAP_WORD_CHAR);
}

static void
add_cell (KompassMatrixRow *self)
{
  GtkWidget *cell = kompass_matrix_cell_new (&self->context->columns);

  self->cell = KOMPASS_MATRIX_CELL (cell);
  g_signal_connect_object (cell, "notify::editing", G_CALLBACK (editing_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}

/* Where there is no cell, the row itself takes the keyboard. */
static void
add_focus (KompassMatrixRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
}

/**
 * kompass_matrix_row_new:
 * @line: a line of an evaluation
 * @context: what the rows of the matrix share; must live as long as the row
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kompass_matrix_row_new (KompassLine             *line,
                        const KompassRowContext *context)
{
  static const char * const classes[] = { "area", "question", "total" };
  KompassMatrixRow *self = g_object_new (KOMPASS_TYPE_MATRIX_ROW, NULL);

  self->line = g_object_ref (line);
  self->context = context;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kompass_line_get_kind (line)]);
  add_text (self);
  if (kompass_line_get_editable (line))
    add_cell (self);
  else
    add_focus (self);
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  self->figures_id = g_signal_connect_swapped (line, "notify::figures", G_CALLBACK (figures_changed_cb), self);
  kompass_matrix_row_refresh (self);

  return GTK_WIDGET (self);
}

KompassLine *
kompass_matrix_row_get_line (KompassMatrixRow *self)
{
  return self->line;
}

/**
 * kompass_matrix_row_set_reference:
 * @self: a row
 * @points: points of what is compared with, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @difference: the difference to them, or %KOMPASS_POINTS_UNKNOWN
 */
void
kompass_matrix_row_set_reference (KompassMatrixRow *self,
                                  KompassPoints     points,
                                  KompassPoints     difference)
{
  if (self->reference == points && self->difference == difference)
    return;
  self->reference = points;
  self->difference = difference;
  update_accessible (self);
  kompass_matrix_row_redraw (self);
}

KompassPoints
kompass_matrix_row_get_difference (KompassMatrixRow *self)
{
  return self->difference;
}

/**
 * kompass_matrix_row_redraw:
 * @self: a row
 *
 * Draws the row anew.
 */
void
kompass_matrix_row_redraw (KompassMatrixRow *self)
{
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kompass_matrix_row_refresh:
 * @self: a row
 *
 * Shows the figures of the line as they are now. A cell that is being written in keeps what was typed, and so does one
 * that was refused, until something else is stored on its line.
 */
void
kompass_matrix_row_refresh (KompassMatrixRow *self)
{
  g_autofree char *text = format_cell (self);

  if (self->is_refused && !kompass_score_equal (self->refused_over, kompass_line_get_score (self->line)))
    {
      kompass_matrix_row_cancel (self);
      return;
    }
  if (!self->is_refused && !kompass_matrix_row_get_editing (self))
    set_cell_text (self, text);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self),
                              kompass_figures_printed_deviates (kompass_line_get_figures (self->line)));
  update_accessible (self);
  kompass_matrix_row_redraw (self);
}

/**
 * kompass_matrix_row_focus:
 * @self: a row
 *
 * Moves the keyboard to the row: to its cell where it has one.
 */
void
kompass_matrix_row_focus (KompassMatrixRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

gboolean
kompass_matrix_row_get_editing (KompassMatrixRow *self)
{
  return self->cell != NULL && kompass_matrix_cell_get_editing (self->cell);
}

/**
 * kompass_matrix_row_start_editing:
 * @self: a row with a cell
 * @text: (nullable): what to begin with instead of what is there
 */
void
kompass_matrix_row_start_editing (KompassMatrixRow *self,
                                  const char       *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->cell);

  g_return_if_fail (self->cell != NULL);

  kompass_matrix_cell_start_editing (self->cell);
  if (text != NULL)
    gtk_editable_set_text (editable, text);
  if (self->is_refused && text == NULL)
    gtk_editable_select_region (editable, 0, -1);
  else
    gtk_editable_set_position (editable, -1);
}

/**
 * kompass_matrix_row_commit:
 * @self: a row
 *
 * Ends writing. What was typed is announced by #KompassMatrixRow::entered, unless it is what was there.
 *
 * Returns: %TRUE if the row can be left; %FALSE if what was typed has been refused
 */
gboolean
kompass_matrix_row_commit (KompassMatrixRow *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *shown = NULL;

  if (self->cell == NULL)
    return TRUE;
  if (kompass_matrix_row_get_editing (self))
    {
      self->is_settling = TRUE;
      kompass_matrix_cell_stop_editing (self->cell, TRUE);
      self->is_settling = FALSE;
    }
  typed = g_strdup (kompass_matrix_cell_get_text (self->cell));
  shown = format_cell (self);
  clear_refusal (self);
  if (strcmp (typed, shown) != 0)
    g_signal_emit (self, signals[ENTERED], 0, typed);
  if (!self->is_refused)
    kompass_matrix_row_refresh (self);

  return !self->is_refused;
}

/**
 * kompass_matrix_row_cancel:
 * @self: a row
 *
 * Forgets what was typed.
 */
void
kompass_matrix_row_cancel (KompassMatrixRow *self)
{
  if (self->cell == NULL)
    return;
  self->is_settling = TRUE;
  kompass_matrix_cell_stop_editing (self->cell, FALSE);
  self->is_settling = FALSE;
  clear_refusal (self);
  kompass_matrix_row_refresh (self);
}

static void
show_message (KompassMatrixRow *self,
              const char       *message)
{
  if (self->message == NULL)
    {
      self->message = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_ALERT, NULL);
      gtk_widget_add_css_class (self->message, "error");
      gtk_widget_set_parent (self->message, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, TRUE);
}

/**
 * kompass_matrix_row_refuse:
 * @self: a row
 * @message: why, in words
 *
 * Keeps what was typed in the cell, marks it and says why it is not stored.
 */
void
kompass_matrix_row_refuse (KompassMatrixRow *self,
                           const char       *message)
{
  self->is_refused = TRUE;
  self->refused_over = kompass_line_get_score (self->line);
  gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  show_message (self, message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

/**
 * kompass_matrix_row_set_selected:
 * @self: a row
 * @selected: whether it belongs to what is copied and cleared
 */
void
kompass_matrix_row_set_selected (KompassMatrixRow *self,
                                 gboolean          selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
}
