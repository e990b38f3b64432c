/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_SIDEBAR (kompass_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (KompassSidebar, kompass_sidebar, KOMPASS, SIDEBAR, GtkWidget)

void        kompass_sidebar_set_library  (KompassSidebar     *self,
                                          KompassLibrary     *library);
gboolean    kompass_sidebar_reload       (KompassSidebar     *self,
                                          GError            **error);
void        kompass_sidebar_refresh      (KompassSidebar     *self,
                                          const char * const *evaluations);
void        kompass_sidebar_select       (KompassSidebar     *self,
                                          const char         *evaluation);
char       *kompass_sidebar_find_neighbour (KompassSidebar   *self,
                                          const char         *evaluation,
                                          int                 direction);
guint       kompass_sidebar_get_n_rounds (KompassSidebar     *self);
gboolean    kompass_sidebar_has_groups   (KompassSidebar     *self);
void        kompass_sidebar_search       (KompassSidebar     *self);

G_END_DECLS
