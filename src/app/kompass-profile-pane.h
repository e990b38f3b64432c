/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"
#include "kompass-comparisons.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_PROFILE_PANE (kompass_profile_pane_get_type ())
G_DECLARE_FINAL_TYPE (KompassProfilePane, kompass_profile_pane, KOMPASS, PROFILE_PANE, GtkWidget)

void          kompass_profile_pane_set_library     (KompassProfilePane *self,
                                                    KompassLibrary     *library);
void          kompass_profile_pane_set_evaluation  (KompassProfilePane *self,
                                                    KompassEvaluation  *evaluation);
void          kompass_profile_pane_set_comparisons (KompassProfilePane *self,
                                                    KompassComparisons *comparisons);
void          kompass_profile_pane_set_line        (KompassProfilePane *self,
                                                    KompassLine        *line);
void          kompass_profile_pane_bind_settings   (KompassProfilePane *self,
                                                    GSettings          *settings);
KompassChart *kompass_profile_pane_get_chart       (KompassProfilePane *self);

G_END_DECLS
