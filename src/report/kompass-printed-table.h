/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "kompass-figures-table.h"

G_BEGIN_DECLS

typedef struct _KompassPrintedTable KompassPrintedTable;

KompassPrintedTable *kompass_printed_table_new        (KompassFiguresTable *table,
                                                       const guint         *order,
                                                       guint                n_rows,
                                                       cairo_t             *cr,
                                                       const char          *font,
                                                       double               size,
                                                       double               width);
void                 kompass_printed_table_free       (KompassPrintedTable *self);
double               kompass_printed_table_get_height (KompassPrintedTable *self);
gboolean             kompass_printed_table_fits       (KompassPrintedTable *self);
void                 kompass_printed_table_draw       (KompassPrintedTable *self,
                                                       cairo_t             *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPrintedTable, kompass_printed_table_free)

G_END_DECLS
