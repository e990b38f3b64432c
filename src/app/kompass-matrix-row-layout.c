/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where text, cells and messages of a row of the matrix stand. */
#include "kompass-matrix-row-private.h"

#define PADDING_X KOMPASS_MATRIX_PADDING_X
#define PADDING_Y KOMPASS_MATRIX_PADDING_Y

/**
 * kompass_matrix_row_place:
 * @self: a row
 * @width: its width
 * @places: (out): where its columns stand
 */
void
kompass_matrix_row_place (KompassMatrixRow    *self,
                          int                  width,
                          KompassMatrixPlaces *places)
{
  kompass_matrix_columns_place (&self->context->columns, width,
                                gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, places);
}

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

/* What each field needs: messages stand below each other, cells beside. */
static void
measure_fields (KompassMatrixRow *self,
                int               text_width,
                int              *messages,
                int              *cells)
{
  *messages = *cells = 0;
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      GtkWidget *message = self->fields[i] != NULL ? kompass_matrix_field_get_message (self->fields[i]) : NULL;
      int height;

      if (message != NULL)
        {
          gtk_widget_measure (message, GTK_ORIENTATION_VERTICAL, text_width, &height, NULL, NULL, NULL);
          *messages += height;
        }
      if (self->fields[i] != NULL)
        {
          gtk_widget_measure (kompass_matrix_field_get_cell (self->fields[i]), GTK_ORIENTATION_VERTICAL, -1, &height, NULL,
                              NULL, NULL);
          *cells = MAX (*cells, height);
        }
    }
}

/* Where the width is not known (-1), the text is on one line: the least there could be. */
static int
measure_height (KompassMatrixRow *self,
                int               width)
{
  KompassMatrixPlaces places;
  int text_width = -1, text, messages, cells;

  if (width >= 0)
    {
      kompass_matrix_row_place (self, width, &places);
      text_width = get_text_width (&places);
    }
  text = width >= 0 ? wrap_text (self, text_width) : self->context->columns.line_height;
  measure_fields (self, text_width, &messages, &cells);

  return MAX (text + messages + 2 * PADDING_Y, cells + 2);
}

/**
 * kompass_matrix_row_measure:
 *
 * See #GtkWidgetClass.
 */
void
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
allocate_cell (KompassMatrixRow    *self,
               KompassMatrixColumn  column,
               int                  x,
               int                  room)
{
  GtkWidget *cell = kompass_matrix_field_get_cell (self->fields[column]);
  int width, height;

  gtk_widget_set_child_visible (cell, room > 0);
  if (room == 0)
    return;
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  allocate_at (cell, x, PADDING_Y - (height - self->context->columns.line_height) / 2, MAX (room, width), height);
}

/**
 * kompass_matrix_row_size_allocate:
 *
 * See #GtkWidgetClass.
 */
void
kompass_matrix_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  KompassMatrixRow *self = KOMPASS_MATRIX_ROW (widget);
  KompassMatrixPlaces places;
  int text_width, y, message_height;

  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  kompass_matrix_row_place (self, width, &places);
  text_width = get_text_width (&places);
  y = PADDING_Y + wrap_text (self, text_width);
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      GtkWidget *message = self->fields[i] != NULL ? kompass_matrix_field_get_message (self->fields[i]) : NULL;

      if (message != NULL)
        {
          gtk_widget_measure (message, GTK_ORIENTATION_VERTICAL, text_width, &message_height, NULL, NULL, NULL);
          allocate_at (message, places.x[KOMPASS_COLUMN_TEXT] + PADDING_X, y, text_width, message_height);
          y += message_height;
        }
      if (self->fields[i] != NULL)
        allocate_cell (self, i, places.x[i], places.width[i]);
    }
}
