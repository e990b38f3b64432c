/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-matrix-columns.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MATRIX_HEADER (kompass_matrix_header_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrixHeader, kompass_matrix_header, KOMPASS, MATRIX_HEADER, GtkWidget)

GtkWidget *kompass_matrix_header_new            (const KompassMatrixColumns *columns);
void       kompass_matrix_header_set_text_title (KompassMatrixHeader        *self,
                                                 const char                 *title);

G_END_DECLS
