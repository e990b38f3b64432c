/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_LINK_DIALOG (kompass_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KompassLinkDialog, kompass_link_dialog, KOMPASS, LINK_DIALOG, AdwWindow)

GtkWindow *kompass_link_dialog_new            (GtkWindow  *parent,
                                               const char *words,
                                               const char *address);
char      *kompass_link_dialog_complete_address (const char *typed);

G_END_DECLS
