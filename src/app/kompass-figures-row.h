/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-figures-table.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FIGURES_ROW (kompass_figures_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassFiguresRow, kompass_figures_row, KOMPASS, FIGURES_ROW, GObject)

KompassFiguresRow   *kompass_figures_row_new          (KompassFiguresTable *table,
                                                       guint                index);
void                 kompass_figures_row_assign       (KompassFiguresRow   *self,
                                                       KompassFiguresTable *table,
                                                       guint                index);
void                 kompass_figures_row_emit_changed (KompassFiguresRow   *self);
KompassFiguresTable *kompass_figures_row_get_table    (KompassFiguresRow   *self);
guint                kompass_figures_row_get_index    (KompassFiguresRow   *self);
gboolean             kompass_figures_row_is_total     (KompassFiguresRow   *self);

G_END_DECLS
