/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-matrix-field.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MATRIX_ROW (kompass_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrixRow, kompass_matrix_row, KOMPASS, MATRIX_ROW, GtkWidget)

GtkWidget          *kompass_matrix_row_new            (KompassLine             *line,
                                                       const KompassRowContext *context);
KompassLine        *kompass_matrix_row_get_line       (KompassMatrixRow        *self);
void                kompass_matrix_row_set_reference  (KompassMatrixRow        *self,
                                                       KompassPoints            points,
                                                       KompassPoints            difference);
KompassPoints       kompass_matrix_row_get_difference (KompassMatrixRow        *self);
void                kompass_matrix_row_set_finding    (KompassMatrixRow        *self,
                                                       const char              *explanation,
                                                       gboolean                 points,
                                                       gboolean                 percent);
gboolean            kompass_matrix_row_has_finding    (KompassMatrixRow        *self);
void                kompass_matrix_row_update_fields  (KompassMatrixRow        *self);
void                kompass_matrix_row_redraw         (KompassMatrixRow        *self);
void                kompass_matrix_row_refresh        (KompassMatrixRow        *self);
void                kompass_matrix_row_focus          (KompassMatrixRow        *self,
                                                       KompassMatrixColumn      column);
KompassMatrixField *kompass_matrix_row_get_field      (KompassMatrixRow        *self,
                                                       KompassMatrixColumn      column);
gboolean            kompass_matrix_row_find_column    (KompassMatrixRow        *self,
                                                       GtkWidget               *widget,
                                                       KompassMatrixColumn     *column);
gboolean            kompass_matrix_row_commit         (KompassMatrixRow        *self,
                                                       KompassMatrixColumn     *refused);
void                kompass_matrix_row_set_selected   (KompassMatrixRow        *self,
                                                       gboolean                 selected);

G_END_DECLS
