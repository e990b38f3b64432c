/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"
#include "kompass-comparisons.h"
#include "kompass-figures-view.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_PROFILE_VIEW (kompass_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassProfileView, kompass_profile_view, KOMPASS, PROFILE_VIEW, GtkWidget)

KompassProfileView *kompass_profile_view_new            (KompassComparisons *comparisons,
                                                         GSettings          *settings);
void                kompass_profile_view_set_evaluation (KompassProfileView *self,
                                                         KompassEvaluation  *evaluation);
KompassChart       *kompass_profile_view_get_chart      (KompassProfileView *self);
KompassFiguresView *kompass_profile_view_get_figures    (KompassProfileView *self);
GtkPrintOperation  *kompass_profile_view_create_print   (KompassProfileView *self);

G_END_DECLS
