/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings over the columns of the matrix. */
#include "kompass-matrix-header.h"

#include <glib/gi18n-lib.h>

#define PADDING_Y 6

struct _KompassMatrixHeader
{
  GtkWidget parent_instance;

  const KompassMatrixColumns *columns;
  GtkWidget *labels[KOMPASS_N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (KompassMatrixHeader, kompass_matrix_header, GTK_TYPE_WIDGET)

static void
kompass_matrix_header_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  KompassMatrixHeader *self = KOMPASS_MATRIX_HEADER (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = kompass_matrix_columns_minimum (self->columns);
      *natural = *minimum * 2;
      return;
    }
  gtk_widget_measure (self->labels[KOMPASS_COLUMN_TEXT], orientation, -1, &height, NULL, NULL, NULL);
  *minimum = *natural = height + 2 * PADDING_Y;
}

static void
kompass_matrix_header_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  KompassMatrixHeader *self = KOMPASS_MATRIX_HEADER (widget);
  KompassMatrixPlaces places;

  kompass_matrix_columns_place (self->columns, width, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, &places);
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      GtkAllocation allocation = { places.x[i] + KOMPASS_MATRIX_PADDING_X, PADDING_Y,
                                   places.width[i] - 2 * KOMPASS_MATRIX_PADDING_X, height - 2 * PADDING_Y };
      int least;

      gtk_widget_set_child_visible (self->labels[i], places.width[i] > 0);
      if (places.width[i] == 0)
        continue;
      gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      allocation.width = MAX (allocation.width, least);
      gtk_widget_size_allocate (self->labels[i], &allocation, -1);
    }
}

static void
kompass_matrix_header_dispose (GObject *object)
{
  KompassMatrixHeader *self = KOMPASS_MATRIX_HEADER (object);

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (kompass_matrix_header_parent_class)->dispose (object);
}

static void
kompass_matrix_header_class_init (KompassMatrixHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_matrix_header_dispose;
  widget_class->measure = kompass_matrix_header_measure;
  widget_class->size_allocate = kompass_matrix_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "matrixheader");
}

static void
kompass_matrix_header_init (KompassMatrixHeader *self)
{
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      gboolean at_start = i == KOMPASS_COLUMN_NUMBER || i == KOMPASS_COLUMN_TEXT;

      self->labels[i] = g_object_new (GTK_TYPE_LABEL, "label", kompass_matrix_columns_get_title (i), "xalign",
                                      at_start ? 0.0f : 1.0f, "accessible-role",
                                      i == KOMPASS_COLUMN_LEVEL ? GTK_ACCESSIBLE_ROLE_PRESENTATION
                                                                : GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                      NULL);
      gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    }
  gtk_widget_set_tooltip_text (self->labels[KOMPASS_COLUMN_PRINTED_POINTS], _("Points as a report prints them"));
  gtk_widget_set_tooltip_text (self->labels[KOMPASS_COLUMN_PRINTED_PERCENT], _("Percent as a report prints it"));
}

/**
 * kompass_matrix_header_new:
 * @columns: the columns of the matrix; must live as long as the header
 *
 * Returns: (transfer floating): the header
 */
GtkWidget *
kompass_matrix_header_new (const KompassMatrixColumns *columns)
{
  KompassMatrixHeader *self = g_object_new (KOMPASS_TYPE_MATRIX_HEADER, NULL);

  self->columns = columns;

  return GTK_WIDGET (self);
}

/**
 * kompass_matrix_header_set_text_title:
 * @self: a header
 * @title: what stands over the texts of the rows
 */
void
kompass_matrix_header_set_text_title (KompassMatrixHeader *self,
                                      const char          *title)
{
  gtk_label_set_label (GTK_LABEL (self->labels[KOMPASS_COLUMN_TEXT]), title);
}
