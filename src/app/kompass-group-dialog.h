/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_GROUP_DIALOG (kompass_group_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KompassGroupDialog, kompass_group_dialog, KOMPASS, GROUP_DIALOG, AdwWindow)

GtkWidget *kompass_group_dialog_new (GtkWindow      *parent,
                                     KompassLibrary *library,
                                     KompassGroup   *group,
                                     KompassEdition *edition);

G_END_DECLS
