/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-profile-page.h"

G_BEGIN_DECLS

void               kompass_print_restore     (GtkPrintOperation        *operation,
                                              GSettings                *settings,
                                              const char               *title);
GtkPrintOperation *kompass_print_profile_new (const KompassProfilePage *page,
                                              GSettings                *settings);

G_END_DECLS
