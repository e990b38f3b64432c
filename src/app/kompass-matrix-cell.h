/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-matrix-columns.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MATRIX_CELL (kompass_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrixCell, kompass_matrix_cell, KOMPASS, MATRIX_CELL, GtkWidget)

GtkWidget  *kompass_matrix_cell_new           (const KompassMatrixColumns *columns);
const char *kompass_matrix_cell_get_text      (KompassMatrixCell          *self);
void        kompass_matrix_cell_set_text      (KompassMatrixCell          *self,
                                               const char                 *text);
gboolean    kompass_matrix_cell_get_editing   (KompassMatrixCell          *self);
void        kompass_matrix_cell_start_editing (KompassMatrixCell          *self);
void        kompass_matrix_cell_stop_editing  (KompassMatrixCell          *self,
                                               gboolean                    keep);

G_END_DECLS
