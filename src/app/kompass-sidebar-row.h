/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_SIDEBAR_ROW (kompass_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassSidebarRow, kompass_sidebar_row, KOMPASS, SIDEBAR_ROW, GtkWidget)

GtkWidget  *kompass_sidebar_row_new       (void);
void        kompass_sidebar_row_bind      (KompassSidebarRow *self,
                                           GObject           *item,
                                           KompassLibrary    *library);
GObject    *kompass_sidebar_row_get_item  (KompassSidebarRow *self);
GMenuModel *kompass_sidebar_row_make_menu (KompassSidebarRow *self);

G_END_DECLS
