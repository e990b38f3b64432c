/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_ROUND_DIALOG (kompass_round_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KompassRoundDialog, kompass_round_dialog, KOMPASS, ROUND_DIALOG, AdwWindow)

GtkWidget *kompass_round_dialog_new (GtkWindow         *parent,
                                     KompassLibrary    *library,
                                     const char        *municipality_id,
                                     KompassEvaluation *original);

G_END_DECLS
