/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MUNICIPALITY_DIALOG (kompass_municipality_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KompassMunicipalityDialog, kompass_municipality_dialog, KOMPASS, MUNICIPALITY_DIALOG, AdwWindow)

GtkWidget *kompass_municipality_dialog_new (GtkWindow       *parent,
                                            KompassLibrary  *library,
                                            const char      *municipality,
                                            GError         **error);

G_END_DECLS
