/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kompass_paths_get_locale_dir (void);
void  kompass_paths_init_locale    (void);
void  kompass_paths_init_settings  (void);

G_END_DECLS
