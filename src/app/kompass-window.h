/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"
#include "kompass-points-view.h"
#include "kompass-profile-pane.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_WINDOW (kompass_window_get_type ())
G_DECLARE_FINAL_TYPE (KompassWindow, kompass_window, KOMPASS, WINDOW, AdwApplicationWindow)

KompassWindow     *kompass_window_new             (GtkApplication    *application,
                                                   const char        *path);
KompassLibrary    *kompass_window_get_library     (KompassWindow     *self);
KompassEvaluation *kompass_window_get_evaluation  (KompassWindow     *self);
KompassPointsView *kompass_window_get_points_view (KompassWindow     *self);
void               kompass_window_open            (KompassWindow     *self,
                                                   const char        *evaluation);
void               kompass_window_compare_with    (KompassWindow     *self,
                                                   const char        *profile);
void               kompass_window_open_example    (KompassWindow     *self);
void               kompass_window_focus           (KompassWindow     *self);

G_END_DECLS
