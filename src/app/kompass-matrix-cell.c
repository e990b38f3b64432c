/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points on a row of the matrix: drawn until somebody writes in them, and only then an entry. A GtkEditableLabel is an
 * entry, a label and a stack of the two, in each of 45 rows. */
#include "kompass-matrix-cell.h"

#include "kompass-matrix-figures.h"

/* How long the keyboard may be elsewhere before what was written counts: it is nowhere on its way to the entry's menu. */
#define LEAVE_MILLISECONDS 100

struct _KompassMatrixCell
{
  GtkWidget parent_instance;

  const KompassMatrixColumns *columns;
  GtkWidget *entry; /* NULL until somebody writes, or a screen reader reads */
  char *text;       /* what stands there while nobody writes */
  gboolean is_editing;
  guint leave_id;
};

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void kompass_matrix_cell_init_editable (GtkEditableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KompassMatrixCell, kompass_matrix_cell, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, kompass_matrix_cell_init_editable))

static void
take_text (KompassMatrixCell *self,
           const char        *text)
{
  g_autofree char *old = g_steal_pointer (&self->text);

  self->text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whoever writes through GtkEditable, such as a screen reader, writes in the entry. */
static void
entry_changed_cb (KompassMatrixCell *self)
{
  if (!self->is_editing)
    take_text (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
make_entry (KompassMatrixCell *self)
{
  if (self->entry != NULL)
    return;
  self->entry = g_object_new (GTK_TYPE_TEXT, "text", self->text, "xalign", 1.0f, "width-chars", 1, "max-width-chars", 6,
                              "visible", FALSE, NULL);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
}

static GtkEditable *
kompass_matrix_cell_get_delegate (GtkEditable *editable)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (editable);

  make_entry (self);

  return GTK_EDITABLE (self->entry);
}

static void
kompass_matrix_cell_init_editable (GtkEditableInterface *interface)
{
  interface->get_delegate = kompass_matrix_cell_get_delegate;
}

/* Its place is that of its column, whatever stands in it; it is as high as the row's other figures at least. */
static void
kompass_matrix_cell_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (widget);

  *minimum = *natural = 0;
  if (self->is_editing)
    gtk_widget_measure (self->entry, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (*natural, self->columns->line_height);
}

static void
kompass_matrix_cell_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (widget);

  if (self->is_editing)
    gtk_widget_size_allocate (self->entry, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
draw_text (KompassMatrixCell *self,
           GtkSnapshot       *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) layout = kompass_matrix_figures_create_layout (widget, self->text);
  int width, height;
  GdkRGBA ink;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl ? 0 : gtk_widget_get_width (widget) - width,
                                                          (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
kompass_matrix_cell_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (widget);

  if (self->is_editing)
    GTK_WIDGET_CLASS (kompass_matrix_cell_parent_class)->snapshot (widget, snapshot);
  else if (*self->text != '\0')
    draw_text (self, snapshot);
}

static gboolean
kompass_matrix_cell_grab_focus (GtkWidget *widget)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (widget);

  return self->is_editing ? gtk_widget_grab_focus (self->entry)
                          : GTK_WIDGET_CLASS (kompass_matrix_cell_parent_class)->grab_focus (widget);
}

static gboolean
leave (gpointer data)
{
  KompassMatrixCell *self = data;

  self->leave_id = 0;
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    kompass_matrix_cell_stop_editing (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
leave_cb (KompassMatrixCell *self)
{
  if (self->is_editing && self->leave_id == 0)
    self->leave_id = g_timeout_add (LEAVE_MILLISECONDS, leave, self);
}

static void
kompass_matrix_cell_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EDITING:
      g_value_set_boolean (value, KOMPASS_MATRIX_CELL (object)->is_editing);
      break;
    default:
      if (!gtk_editable_delegate_get_property (object, id, value, pspec))
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kompass_matrix_cell_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (!gtk_editable_delegate_set_property (object, id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kompass_matrix_cell_dispose (GObject *object)
{
  KompassMatrixCell *self = KOMPASS_MATRIX_CELL (object);

  g_clear_handle_id (&self->leave_id, g_source_remove);
  self->is_editing = FALSE;
  if (self->entry != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (self));
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_matrix_cell_parent_class)->dispose (object);
}

static void
kompass_matrix_cell_finalize (GObject *object)
{
  g_free (KOMPASS_MATRIX_CELL (object)->text);

  G_OBJECT_CLASS (kompass_matrix_cell_parent_class)->finalize (object);
}

static void
kompass_matrix_cell_class_init (KompassMatrixCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kompass_matrix_cell_get_property;
  object_class->set_property = kompass_matrix_cell_set_property;
  object_class->dispose = kompass_matrix_cell_dispose;
  object_class->finalize = kompass_matrix_cell_finalize;
  widget_class->measure = kompass_matrix_cell_measure;
  widget_class->size_allocate = kompass_matrix_cell_size_allocate;
  widget_class->snapshot = kompass_matrix_cell_snapshot;
  widget_class->grab_focus = kompass_matrix_cell_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "matrixcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);

  /**
   * KompassMatrixCell:editing:
   *
   * Whether somebody writes in it.
   */
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);
}

static void
kompass_matrix_cell_init (KompassMatrixCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = g_strdup ("");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * kompass_matrix_cell_new:
 * @columns: the columns of the matrix; must live as long as the cell
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
kompass_matrix_cell_new (const KompassMatrixColumns *columns)
{
  KompassMatrixCell *self = g_object_new (KOMPASS_TYPE_MATRIX_CELL, NULL);

  self->columns = columns;

  return GTK_WIDGET (self);
}

/**
 * kompass_matrix_cell_get_text:
 * @self: a cell
 *
 * Returns: what stands in it; while somebody writes, what is written so far
 */
const char *
kompass_matrix_cell_get_text (KompassMatrixCell *self)
{
  return self->is_editing ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : self->text;
}

/**
 * kompass_matrix_cell_set_text:
 * @self: a cell
 * @text: what is to stand in it, also while somebody writes
 */
void
kompass_matrix_cell_set_text (KompassMatrixCell *self,
                              const char        *text)
{
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    take_text (self, text);
}

gboolean
kompass_matrix_cell_get_editing (KompassMatrixCell *self)
{
  return self->is_editing;
}

/**
 * kompass_matrix_cell_start_editing:
 * @self: a cell
 *
 * Lets somebody write in it.
 */
void
kompass_matrix_cell_start_editing (KompassMatrixCell *self)
{
  if (self->is_editing)
    return;
  make_entry (self);
  self->is_editing = TRUE;
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_grab_focus (self->entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/**
 * kompass_matrix_cell_stop_editing:
 * @self: a cell
 * @keep: whether what was written stays, or what stood there before comes back
 *
 * Ends writing.
 */
void
kompass_matrix_cell_stop_editing (KompassMatrixCell *self,
                                  gboolean           keep)
{
  if (!self->is_editing)
    return;
  g_clear_handle_id (&self->leave_id, g_source_remove);
  if (keep)
    take_text (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text);
  self->is_editing = FALSE;
  if (gtk_widget_is_focus (self->entry))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->entry, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}
