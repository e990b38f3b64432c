/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of an evaluation, as fast to fill in as a spreadsheet. It moves, selects and shows; what is typed, pasted or
 * cleared it hands on by signals. */
#include "kompass-matrix.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kompass-chart-palette.h"
#include "kompass-matrix-header.h"
#include "kompass-matrix-private.h"
#include "kompass-matrix-rows.h"
#include "kompass-printed-check.h"
#include "kompass-style.h"

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

/* Focus */

static void
focus_changed_cb (KompassMatrix *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  KompassMatrixColumn column = self->column;
  guint index;

  if (!kompass_matrix_find_row (self, focus, &index))
    return;
  kompass_matrix_row_find_column (kompass_matrix_get_row (self, index), focus, &column);
  if (index != self->cursor || column != self->column)
    {
      self->column = column;
      self->cursor = self->anchor = index;
      kompass_matrix_show_selection (self);
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
  self->context.warning_color = kompass_style_get_error_color (GTK_WIDGET (self));
  self->context.reference_color = (GdkRGBA) { (float) reference.red, (float) reference.green, (float) reference.blue, 1 };
  for (guint i = 0; i < self->rows->len; i++)
    kompass_matrix_row_redraw (kompass_matrix_get_row (self, i));
}

static void
resize_rows (KompassMatrix *self)
{
  gtk_widget_queue_resize (self->header);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_resize (GTK_WIDGET (kompass_matrix_get_row (self, i)));
}

/* Where points are typed on areas or on the total, they are what a report prints. */
static gboolean
has_printed_points (KompassMatrix *self)
{
  return self->evaluation != NULL && kompass_evaluation_get_depth (self->evaluation) == KOMPASS_DEPTH_QUESTIONS;
}

static void
update_columns (KompassMatrix *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->context.columns.with_reference = self->reference != NULL;
  self->context.columns.with_printed_points = self->shows_printed && has_printed_points (self);
  self->context.columns.with_printed_percent = self->shows_printed;
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

/* The cell with the keyboard goes. */
static void
leave_printed_column (KompassMatrix *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  guint index;

  if (self->column == KOMPASS_COLUMN_POINTS)
    return;
  self->column = KOMPASS_COLUMN_POINTS;
  self->anchor = self->cursor;
  kompass_matrix_show_selection (self);
  if (kompass_matrix_find_row (self, focus, &index))
    kompass_matrix_row_focus (kompass_matrix_get_row (self, index), KOMPASS_COLUMN_POINTS);
}

/* The focus does not move while widgets are placed. */
static gboolean
leave_hidden_column_cb (GtkWidget     *widget,
                        GdkFrameClock *clock,
                        gpointer       user_data)
{
  KompassMatrix *self = KOMPASS_MATRIX (widget);

  if (!self->context.columns.is_shown[self->column] && kompass_matrix_commit (self))
    leave_printed_column (self);

  return G_SOURCE_REMOVE;
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
  if (!self->context.columns.is_shown[self->column])
    gtk_widget_add_tick_callback (widget, leave_hidden_column_cb, NULL, NULL);
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
      KompassMatrixRow *row = kompass_matrix_get_row (self, i);
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
update_findings (KompassMatrix *self)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (self->evaluation);

  self->n_wrong = kompass_check_count_wrong (items);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KompassMatrixRow *row = kompass_matrix_get_row (self, i);
      const char *number = kompass_line_get_number (kompass_matrix_row_get_line (row));
      gboolean points = FALSE, percent = FALSE;
      g_autofree char *explanation = self->n_wrong > 0 ? kompass_check_explain_line (items, number, &points, &percent) : NULL;

      kompass_matrix_row_set_finding (row, explanation, points, percent);
    }
}

static void
evaluation_changed_cb (KompassMatrix *self)
{
  update_references (self);
  update_findings (self);
}

static void
entered_cb (KompassMatrix    *self,
            guint             column,
            const char       *text,
            KompassMatrixRow *row)
{
  g_signal_emit (self, signals[ENTERED], 0, kompass_matrix_row_get_line (row), column, text);
}

static void
remove_rows (KompassMatrix *self)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&self->rows);

  /* A row that is removed may tell of its focus: by then it is none of ours. */
  self->rows = g_ptr_array_new ();
  self->cursor = self->anchor = 0;
  self->n_wrong = 0;
  for (guint i = 0; i < rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (rows, i));
}

static void
add_rows (KompassMatrix *self)
{
  guint index;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (self->evaluation); i++)
    {
      GtkWidget *row = kompass_matrix_row_new (kompass_evaluation_get_line (self->evaluation, i), &self->context);

      g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (row, self->box);
      g_ptr_array_add (self->rows, row);
    }
  if (kompass_matrix_find_next (self, -1, 1, TRUE, &index))
    self->cursor = self->anchor = index;
}

static void
lines_changed_cb (KompassMatrix *self)
{
  remove_rows (self);
  self->column = KOMPASS_COLUMN_POINTS;
  update_decimals (self);
  if (self->shows_printed)
    update_columns (self);
  kompass_matrix_header_set_text_title (KOMPASS_MATRIX_HEADER (self->header),
                                        kompass_evaluation_get_depth (self->evaluation) == KOMPASS_DEPTH_QUESTIONS
                                            ? kompass_matrix_columns_get_title (KOMPASS_COLUMN_TEXT)
                                            : C_("heading", "Area"));
  add_rows (self);
  update_references (self);
  update_findings (self);
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
   * @column: a #KompassMatrixColumn
   * @text: what was typed there
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, KOMPASS_TYPE_LINE, G_TYPE_UINT, G_TYPE_STRING);
  /**
   * KompassMatrix::clear:
   *
   * The lines of kompass_matrix_get_selection() are to have nothing in the column of kompass_matrix_get_column().
   */
  signals[CLEAR] = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /**
   * KompassMatrix::copy:
   *
   * The column of kompass_matrix_get_column() is to be copied, for the lines of kompass_matrix_get_selection().
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
kompass_matrix_init (KompassMatrix *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->rows = g_ptr_array_new ();
  self->column = KOMPASS_COLUMN_POINTS;
  self->header = kompass_matrix_header_new (&self->context.columns);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->box = kompass_matrix_rows_new ();
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->box, "vexpand", TRUE, "focusable", FALSE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  kompass_matrix_rows_set_adjustment (KOMPASS_MATRIX_ROWS (self->box),
                                      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  kompass_matrix_add_controllers (self);
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
  g_signal_connect_object (evaluation, "changed", G_CALLBACK (evaluation_changed_cb), self, G_CONNECT_SWAPPED);
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

/**
 * kompass_matrix_set_shows_printed:
 * @self: a matrix
 * @shows_printed: whether there are columns in which figures are typed as a report prints them
 *
 * What is being typed in such a column is committed before the column goes; what is refused there is forgotten with it.
 */
void
kompass_matrix_set_shows_printed (KompassMatrix *self,
                                  gboolean       shows_printed)
{
  if (self->shows_printed == shows_printed)
    return;
  if (!shows_printed)
    {
      kompass_matrix_commit (self);
      leave_printed_column (self);
    }
  self->shows_printed = shows_printed;
  update_columns (self);
  for (guint i = 0; i < self->rows->len; i++)
    kompass_matrix_row_update_fields (kompass_matrix_get_row (self, i));
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
    if (kompass_matrix_row_get_line (kompass_matrix_get_row (self, i)) == line)
      {
        gtk_widget_set_visible (GTK_WIDGET (kompass_matrix_get_row (self, i)), TRUE);
        kompass_matrix_move_to (self, i, FALSE);
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
    kompass_matrix_row_focus (kompass_matrix_get_row (self, self->cursor), self->column);
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
  return self->rows->len > 0 ? kompass_matrix_row_get_line (kompass_matrix_get_row (self, self->cursor)) : NULL;
}
