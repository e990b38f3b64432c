/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_APPLICATION (kompass_application_get_type ())
G_DECLARE_FINAL_TYPE (KompassApplication, kompass_application, KOMPASS, APPLICATION, AdwApplication)

KompassApplication *kompass_application_new (void);

G_END_DECLS
