/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the matrix under each other. Those that are scrolled out of sight are not drawn: GTK would draw them with
 * every frame, and see for each of their figures that it is outside. */
#include "kompass-matrix-rows.h"

struct _KompassMatrixRows
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustment; /* which part is in sight */
};

G_DEFINE_FINAL_TYPE (KompassMatrixRows, kompass_matrix_rows, GTK_TYPE_WIDGET)

static gboolean
is_in_sight (KompassMatrixRows *self,
             GtkWidget         *row)
{
  double top = gtk_adjustment_get_value (self->adjustment);
  double bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  GtkAllocation place;

  gtk_widget_get_allocation (row, &place);

  return place.y < bottom && place.y + place.height > top;
}

static void
kompass_matrix_rows_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  KompassMatrixRows *self = KOMPASS_MATRIX_ROWS (widget);

  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (is_in_sight (self, row))
      gtk_widget_snapshot_child (widget, row, snapshot);
}

static void
kompass_matrix_rows_dispose (GObject *object)
{
  KompassMatrixRows *self = KOMPASS_MATRIX_ROWS (object);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (kompass_matrix_rows_parent_class)->dispose (object);
}

static void
kompass_matrix_rows_class_init (KompassMatrixRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_matrix_rows_dispose;
  widget_class->snapshot = kompass_matrix_rows_snapshot;
  gtk_widget_class_set_css_name (widget_class, "matrixrows");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
kompass_matrix_rows_init (KompassMatrixRows *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * kompass_matrix_rows_new:
 *
 * Returns: (transfer floating): no rows yet: they are added by gtk_widget_set_parent()
 */
GtkWidget *
kompass_matrix_rows_new (void)
{
  return g_object_new (KOMPASS_TYPE_MATRIX_ROWS, NULL);
}

/**
 * kompass_matrix_rows_set_adjustment:
 * @self: rows
 * @adjustment: how far they are scrolled; to be set once, before they are shown
 */
void
kompass_matrix_rows_set_adjustment (KompassMatrixRows *self,
                                    GtkAdjustment     *adjustment)
{
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
