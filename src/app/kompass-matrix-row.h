/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-matrix-figures.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MATRIX_ROW (kompass_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrixRow, kompass_matrix_row, KOMPASS, MATRIX_ROW, GtkWidget)

GtkWidget   *kompass_matrix_row_new             (KompassLine             *line,
                                                 const KompassRowContext *context);
KompassLine *kompass_matrix_row_get_line        (KompassMatrixRow        *self);
void         kompass_matrix_row_set_reference   (KompassMatrixRow        *self,
                                                 KompassPoints            points,
                                                 KompassPoints            difference);
KompassPoints kompass_matrix_row_get_difference (KompassMatrixRow        *self);
void         kompass_matrix_row_redraw          (KompassMatrixRow        *self);
void         kompass_matrix_row_refresh         (KompassMatrixRow        *self);
void         kompass_matrix_row_focus           (KompassMatrixRow        *self);
gboolean     kompass_matrix_row_get_editing     (KompassMatrixRow        *self);
void         kompass_matrix_row_start_editing   (KompassMatrixRow        *self,
                                                 const char              *text);
gboolean     kompass_matrix_row_commit          (KompassMatrixRow        *self);
void         kompass_matrix_row_cancel          (KompassMatrixRow        *self);
void         kompass_matrix_row_refuse          (KompassMatrixRow        *self,
                                                 const char              *message);
void         kompass_matrix_row_set_selected    (KompassMatrixRow        *self,
                                                 gboolean                 selected);

G_END_DECLS
