/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the matrix. What is typed on it stands in cells, for selection, input methods and screen readers; its text and
 * the other figures are drawn by the row, which keeps a matrix of 54 rows as light as a list. */
#include "kompass-matrix-row-private.h"

#include <glib/gi18n-lib.h>

#define PADDING_X KOMPASS_MATRIX_PADDING_X
#define PADDING_Y KOMPASS_MATRIX_PADDING_Y

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassMatrixRow, kompass_matrix_row, GTK_TYPE_WIDGET)

static KompassMatrixFigures
get_figures (KompassMatrixRow *self)
{
  return (KompassMatrixFigures) {
    .widget = GTK_WIDGET (self),
    .line = self->line,
    .context = self->context,
    .reference = self->reference,
    .difference = self->difference,
    .has_cell = self->fields[KOMPASS_COLUMN_POINTS] != NULL,
    .has_wrong_points = self->has_wrong_points,
    .has_wrong_percent = self->has_wrong_percent,
  };
}

/* What cannot be right comes before what only looks odd. */
static char *
explain (KompassMatrixRow *self)
{
  char *deviation = kompass_line_explain_printed (self->line, self->context->decimals);
  g_autofree char *owned = NULL;

  if (self->finding == NULL)
    return deviation;
  if (deviation == NULL)
    return g_strdup (self->finding);
  owned = deviation;

  return g_strjoin ("\n", self->finding, deviation, NULL);
}

static void
update_accessible (KompassMatrixRow *self)
{
  KompassMatrixFigures figures = get_figures (self);
  KompassMatrixField *points = self->fields[KOMPASS_COLUMN_POINTS];
  g_autofree char *explanation = explain (self);
  g_autofree char *line = kompass_matrix_figures_describe_line (&figures);
  g_autofree char *name = kompass_matrix_figures_describe (&figures);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, points != NULL ? line : name, -1);
  if (points != NULL)
    kompass_matrix_field_describe (points, name, explanation);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    explanation != NULL ? explanation : "", -1);
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    if (i != KOMPASS_COLUMN_POINTS && self->fields[i] != NULL)
      {
        g_autofree char *printed = kompass_matrix_figures_describe_printed (&figures, i);

        kompass_matrix_field_describe (self->fields[i], printed, self->finding);
      }
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

  kompass_matrix_row_place (self, width, &places);
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

static void
figures_changed_cb (KompassMatrixRow *self)
{
  kompass_matrix_row_refresh (self);
}

static gboolean
query_tooltip_cb (KompassMatrixRow *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  g_autofree char *explanation = explain (self);

  if (explanation == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, explanation);

  return TRUE;
}

static void
kompass_matrix_row_dispose (GObject *object)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (object);

  if (self->line != NULL)
    g_clear_signal_handler (&self->figures_id, self->line);
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    g_clear_pointer (&self->fields[i], kompass_matrix_field_free);
  g_clear_object (&self->text);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  g_clear_object (&self->line);
  g_clear_pointer (&self->finding, g_free);

  G_OBJECT_CLASS (kompass_matrix_row_parent_class)->dispose (object);
}

static GtkSizeRequestMode
kompass_matrix_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
kompass_matrix_row_grab_focus (GtkWidget *widget)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);

  if (self->fields[self->column] != NULL)
    return gtk_widget_grab_focus (kompass_matrix_field_get_cell (self->fields[self->column]));

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
   * @column: in which column, a #KompassMatrixColumn
   * @text: what stands in its cell
   *
   * Something new was typed. The receiver stores it, or calls kompass_matrix_field_refuse().
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
kompass_matrix_row_init (KompassMatrixRow *self)
{
  self->column = KOMPASS_COLUMN_POINTS;
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

static gboolean
is_wanted (KompassMatrixRow *self,
           guint             column)
{
  return kompass_matrix_columns_is_wanted (&self->context->columns, column) &&
         kompass_matrix_field_is_possible (self->line, column);
}

/* Where a column has no cell on the row, the row itself takes the keyboard. */
static void
update_focusable (KompassMatrixRow *self)
{
  gboolean focusable = self->fields[KOMPASS_COLUMN_POINTS] == NULL ||
                       (kompass_matrix_columns_is_wanted (&self->context->columns, KOMPASS_COLUMN_PRINTED_POINTS) &&
                        self->fields[KOMPASS_COLUMN_PRINTED_POINTS] == NULL);

  gtk_widget_set_focusable (GTK_WIDGET (self), focusable);
  if (focusable)
    gtk_widget_add_css_class (GTK_WIDGET (self), "focusable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focusable");
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
  g_signal_connect_swapped (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  self->figures_id = g_signal_connect_swapped (line, "notify::figures", G_CALLBACK (figures_changed_cb), self);
  kompass_matrix_row_update_fields (self);

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
 * kompass_matrix_row_set_finding:
 * @self: a row
 * @explanation: (nullable): why what is printed on the line cannot be right, or %NULL where it can
 * @points: whether it is about points
 * @percent: whether it is about a percent
 */
void
kompass_matrix_row_set_finding (KompassMatrixRow *self,
                                const char       *explanation,
                                gboolean          points,
                                gboolean          percent)
{
  if (g_strcmp0 (self->finding, explanation) == 0)
    return;
  g_free (self->finding);
  self->finding = g_strdup (explanation);
  self->has_wrong_points = points;
  self->has_wrong_percent = percent;
  kompass_matrix_row_refresh (self);
}

/**
 * kompass_matrix_row_has_finding:
 * @self: a row
 *
 * Returns: %TRUE if what is printed on the line cannot be right
 */
gboolean
kompass_matrix_row_has_finding (KompassMatrixRow *self)
{
  return self->finding != NULL;
}

/**
 * kompass_matrix_row_update_fields:
 * @self: a row
 *
 * Makes the cells of the columns that are wanted, and removes the others.
 */
void
kompass_matrix_row_update_fields (KompassMatrixRow *self)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      gboolean wanted = is_wanted (self, i);

      if (wanted && self->fields[i] == NULL)
        self->fields[i] = kompass_matrix_field_new (GTK_WIDGET (self), self->line, self->context, i);
      else if (!wanted)
        g_clear_pointer (&self->fields[i], kompass_matrix_field_free);
    }
  update_focusable (self);
  kompass_matrix_row_refresh (self);
}

/**
 * kompass_matrix_row_refresh:
 * @self: a row
 *
 * Shows the figures of the line as they are now.
 */
void
kompass_matrix_row_refresh (KompassMatrixRow *self)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    if (self->fields[i] != NULL)
      kompass_matrix_field_refresh (self->fields[i]);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self),
                              self->finding != NULL ||
                                  kompass_figures_printed_deviates (kompass_line_get_figures (self->line)));
  update_accessible (self);
  kompass_matrix_row_redraw (self);
}

/**
 * kompass_matrix_row_focus:
 * @self: a row
 * @column: a column in which something is typed
 *
 * Moves the keyboard to the row: to its cell in that column where it has one.
 */
void
kompass_matrix_row_focus (KompassMatrixRow    *self,
                          KompassMatrixColumn  column)
{
  self->column = column;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * kompass_matrix_row_get_field:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): what is typed in that column, or %NULL where nothing is
 */
KompassMatrixField *
kompass_matrix_row_get_field (KompassMatrixRow    *self,
                              KompassMatrixColumn  column)
{
  return self->fields[column];
}

/**
 * kompass_matrix_row_find_column:
 * @self: a row
 * @widget: a widget in it, or itself
 * @column: (out): the column whose cell the widget is in
 *
 * Returns: %TRUE if it is in a cell
 */
gboolean
kompass_matrix_row_find_column (KompassMatrixRow    *self,
                                GtkWidget           *widget,
                                KompassMatrixColumn *column)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      GtkWidget *cell = self->fields[i] != NULL ? kompass_matrix_field_get_cell (self->fields[i]) : NULL;

      if (cell != NULL && (widget == cell || gtk_widget_is_ancestor (widget, cell)))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * kompass_matrix_row_commit:
 * @self: a row
 * @refused: (out) (optional): the first column that has been refused
 *
 * Ends writing in every cell.
 *
 * Returns: %TRUE if nothing has been refused
 */
gboolean
kompass_matrix_row_commit (KompassMatrixRow    *self,
                           KompassMatrixColumn *refused)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    if (self->fields[i] != NULL && !kompass_matrix_field_commit (self->fields[i]))
      {
        if (refused != NULL)
          *refused = i;
        return FALSE;
      }

  return TRUE;
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
