/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-line.h"
#include "kompass-matrix-columns.h"

G_BEGIN_DECLS

/**
 * KOMPASS_MATRIX_PADDING_Y:
 *
 * Room above and below what stands in a row, in pixels.
 */
#define KOMPASS_MATRIX_PADDING_Y 7

/**
 * KompassRowContext:
 * @columns: the columns of the matrix
 * @decimals: how many decimals the evaluation shows at the least
 * @reference_decimals: how many decimals the reference shows at the least
 * @difference_decimals: how many decimals differences show at the least
 * @own_color: the colour of the evaluation in charts
 * @reference_color: the colour of the reference in charts
 * @warning_color: the colour of the mark on what cannot be right
 *
 * What all rows of a matrix share; owned by the matrix.
 */
typedef struct
{
  KompassMatrixColumns columns;
  guint decimals;
  guint reference_decimals;
  guint difference_decimals;
  GdkRGBA own_color;
  GdkRGBA reference_color;
  GdkRGBA warning_color;
} KompassRowContext;

/**
 * KompassMatrixFigures:
 * @widget: the row, for its font and direction
 * @line: the line it shows
 * @context: what the rows of the matrix share
 * @reference: points of what is compared with, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @difference: the difference to them, or %KOMPASS_POINTS_UNKNOWN
 * @has_cell: whether a cell shows the points
 * @has_wrong_points: whether its printed points cannot be right
 * @has_wrong_percent: whether its printed percent cannot be right
 *
 * What a row shows.
 */
typedef struct
{
  GtkWidget *widget;
  KompassLine *line;
  const KompassRowContext *context;
  KompassPoints reference;
  KompassPoints difference;
  gboolean has_cell;
  gboolean has_wrong_points;
  gboolean has_wrong_percent;
} KompassMatrixFigures;

PangoLayout *kompass_matrix_figures_create_layout (GtkWidget                  *widget,
                                                   const char                 *text);
void         kompass_matrix_figures_draw          (const KompassMatrixFigures *self,
                                                   cairo_t                    *cr,
                                                   const KompassMatrixPlaces  *places);
char        *kompass_matrix_figures_describe_line (const KompassMatrixFigures *self);
char        *kompass_matrix_figures_describe      (const KompassMatrixFigures *self);
char        *kompass_matrix_figures_describe_printed (const KompassMatrixFigures *self,
                                                   KompassMatrixColumn         column);

G_END_DECLS
