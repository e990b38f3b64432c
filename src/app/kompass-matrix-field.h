/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-matrix-cell.h"
#include "kompass-matrix-figures.h"

G_BEGIN_DECLS

typedef struct _KompassMatrixField KompassMatrixField;

gboolean            kompass_matrix_field_is_possible  (KompassLine             *line,
                                                       KompassMatrixColumn      column);
KompassMatrixField *kompass_matrix_field_new          (GtkWidget               *row,
                                                       KompassLine             *line,
                                                       const KompassRowContext *context,
                                                       KompassMatrixColumn      column);
void                kompass_matrix_field_free         (KompassMatrixField      *self);
GtkWidget          *kompass_matrix_field_get_cell     (KompassMatrixField      *self);
GtkWidget          *kompass_matrix_field_get_message  (KompassMatrixField      *self);
gboolean            kompass_matrix_field_get_editing  (KompassMatrixField      *self);
void                kompass_matrix_field_describe     (KompassMatrixField      *self,
                                                       const char              *name,
                                                       const char              *description);
void                kompass_matrix_field_refresh      (KompassMatrixField      *self);
void                kompass_matrix_field_start_editing (KompassMatrixField     *self,
                                                       const char              *text);
gboolean            kompass_matrix_field_commit       (KompassMatrixField      *self);
void                kompass_matrix_field_cancel       (KompassMatrixField      *self);
void                kompass_matrix_field_refuse       (KompassMatrixField      *self,
                                                       const char              *message);

G_END_DECLS
