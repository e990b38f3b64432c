/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_SIDEBAR_HEADING (kompass_sidebar_heading_get_type ())
G_DECLARE_FINAL_TYPE (KompassSidebarHeading, kompass_sidebar_heading, KOMPASS, SIDEBAR_HEADING, GObject)

KompassSidebarHeading *kompass_sidebar_heading_new                 (const char            *title,
                                                                    const char            *municipality_id);
const char            *kompass_sidebar_heading_get_title           (KompassSidebarHeading *self);
const char            *kompass_sidebar_heading_get_municipality_id (KompassSidebarHeading *self);

G_END_DECLS
