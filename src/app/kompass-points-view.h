/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-library.h"
#include "kompass-matrix.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_POINTS_VIEW (kompass_points_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassPointsView, kompass_points_view, KOMPASS, POINTS_VIEW, GtkWidget)

void           kompass_points_view_set_library    (KompassPointsView *self,
                                                   KompassLibrary    *library);
void           kompass_points_view_set_evaluation (KompassPointsView *self,
                                                   KompassEvaluation *evaluation);
void           kompass_points_view_set_reference  (KompassPointsView *self,
                                                   KompassProfile    *reference);
void           kompass_points_view_bind_settings  (KompassPointsView *self,
                                                   GSettings         *settings);
KompassMatrix *kompass_points_view_get_matrix     (KompassPointsView *self);

G_END_DECLS
