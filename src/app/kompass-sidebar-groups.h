/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-library.h"

G_BEGIN_DECLS

void        kompass_sidebar_groups_append    (GPtrArray    *groups,
                                              GPtrArray    *items);
gboolean    kompass_sidebar_groups_find      (GPtrArray    *groups,
                                              const char   *wanted);
gboolean    kompass_sidebar_group_matches    (KompassGroup *group,
                                              const char   *wanted);
gboolean    kompass_sidebar_group_shows_same (KompassGroup *group,
                                              KompassGroup *other);
char       *kompass_sidebar_group_describe   (KompassGroup *group);
GMenuModel *kompass_sidebar_group_make_menu  (KompassGroup *group);
gboolean    kompass_sidebar_group_press      (KompassGroup *group,
                                              GtkWidget    *widget,
                                              guint         keyval);
void        kompass_sidebar_group_use        (KompassGroup *group,
                                              GtkWidget    *widget);

G_END_DECLS
