/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KOMPASS_MATRIX_PADDING_X:
 *
 * Room on either side of what stands in a column, in pixels.
 */
#define KOMPASS_MATRIX_PADDING_X 6

/**
 * KompassMatrixColumn:
 * @KOMPASS_COLUMN_NUMBER: number of the area or question
 * @KOMPASS_COLUMN_TEXT: its text; takes the room that is left
 * @KOMPASS_COLUMN_POINTS: points, where they are typed
 * @KOMPASS_COLUMN_MAXIMUM: maximum
 * @KOMPASS_COLUMN_PERCENT: percent
 * @KOMPASS_COLUMN_PRINTED_POINTS: points as a report prints them, where they are typed
 * @KOMPASS_COLUMN_PRINTED_PERCENT: percent as a report prints it, where it is typed
 * @KOMPASS_COLUMN_LEVEL: level bar, with the reference as a tick
 * @KOMPASS_COLUMN_REFERENCE: points of what is compared with
 * @KOMPASS_COLUMN_DIFFERENCE: own points less those
 *
 * The columns of the matrix, in their order.
 */
typedef enum
{
  KOMPASS_COLUMN_NUMBER,
  KOMPASS_COLUMN_TEXT,
  KOMPASS_COLUMN_POINTS,
  KOMPASS_COLUMN_MAXIMUM,
  KOMPASS_COLUMN_PERCENT,
  KOMPASS_COLUMN_PRINTED_POINTS,
  KOMPASS_COLUMN_PRINTED_PERCENT,
  KOMPASS_COLUMN_LEVEL,
  KOMPASS_COLUMN_REFERENCE,
  KOMPASS_COLUMN_DIFFERENCE,
  KOMPASS_N_COLUMNS,
} KompassMatrixColumn;

/**
 * KompassMatrixColumns:
 * @wanted: the width each column needs, in pixels; for the text the least it can be read in
 * @line_height: the height of a line of figures, in pixels
 * @with_reference: whether something is compared with
 * @with_printed_points: whether printed points are typed
 * @with_printed_percent: whether printed percents are typed
 * @is_shown: the columns there is room for
 *
 * What the rows of one matrix share.
 */
typedef struct
{
  int wanted[KOMPASS_N_COLUMNS];
  int line_height;
  gboolean with_reference;
  gboolean with_printed_points;
  gboolean with_printed_percent;
  gboolean is_shown[KOMPASS_N_COLUMNS];
} KompassMatrixColumns;

/**
 * KompassMatrixPlaces:
 * @x: left edge of each column, in pixels
 * @width: its width; 0 where it is not shown
 */
typedef struct
{
  int x[KOMPASS_N_COLUMNS];
  int width[KOMPASS_N_COLUMNS];
} KompassMatrixPlaces;

const char *kompass_matrix_columns_get_title (KompassMatrixColumn         column);
gboolean    kompass_matrix_columns_is_wanted (const KompassMatrixColumns *columns,
                                              KompassMatrixColumn         column);
void        kompass_matrix_columns_measure   (KompassMatrixColumns       *columns,
                                              GtkWidget                  *widget);
gboolean    kompass_matrix_columns_choose    (KompassMatrixColumns       *columns,
                                              int                         width);
int         kompass_matrix_columns_minimum   (const KompassMatrixColumns *columns);
void        kompass_matrix_columns_place     (const KompassMatrixColumns *columns,
                                              int                         width,
                                              gboolean                    rtl,
                                              KompassMatrixPlaces        *places);

G_END_DECLS
