/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_EDITIONS_WINDOW (kompass_editions_window_get_type ())
G_DECLARE_FINAL_TYPE (KompassEditionsWindow, kompass_editions_window, KOMPASS, EDITIONS_WINDOW, AdwWindow)

GtkWidget *kompass_editions_window_new (GtkWindow      *parent,
                                        KompassLibrary *library);

G_END_DECLS
