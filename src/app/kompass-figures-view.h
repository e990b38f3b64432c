/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"
#include "kompass-figures-table.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FIGURES_VIEW (kompass_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassFiguresView, kompass_figures_view, KOMPASS, FIGURES_VIEW, GtkWidget)

void                 kompass_figures_view_set_table (KompassFiguresView  *self,
                                                     KompassFiguresTable *table,
                                                     KompassChart        *chart);
KompassFiguresTable *kompass_figures_view_get_table (KompassFiguresView  *self);
void                 kompass_figures_view_sort      (KompassFiguresView  *self,
                                                     guint                column,
                                                     gboolean             descending);
GArray              *kompass_figures_view_get_order (KompassFiguresView  *self);
char                *kompass_figures_view_dup_text  (KompassFiguresView  *self);
void                 kompass_figures_view_copy      (KompassFiguresView  *self);

G_END_DECLS
