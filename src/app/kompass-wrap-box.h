/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_WRAP_BOX (kompass_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (KompassWrapBox, kompass_wrap_box, KOMPASS, WRAP_BOX, GtkWidget)

void kompass_wrap_box_insert (KompassWrapBox *self,
                              GtkWidget      *child,
                              GtkWidget      *before);
void kompass_wrap_box_remove (KompassWrapBox *self,
                              GtkWidget      *child);

G_END_DECLS
