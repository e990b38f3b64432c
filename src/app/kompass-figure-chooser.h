/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-evaluation.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FIGURE_CHOOSER (kompass_figure_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KompassFigureChooser, kompass_figure_chooser, KOMPASS, FIGURE_CHOOSER, GtkPopover)

GtkWidget *kompass_figure_chooser_new            (void);
void       kompass_figure_chooser_set_evaluation (KompassFigureChooser *self,
                                                  KompassEvaluation    *evaluation);
void       kompass_figure_chooser_set_area       (KompassFigureChooser *self,
                                                  guint                 area);

G_END_DECLS
