/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_MATRIX_ROWS (kompass_matrix_rows_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrixRows, kompass_matrix_rows, KOMPASS, MATRIX_ROWS, GtkWidget)

GtkWidget *kompass_matrix_rows_new            (void);
void       kompass_matrix_rows_set_adjustment (KompassMatrixRows *self,
                                               GtkAdjustment     *adjustment);

G_END_DECLS
