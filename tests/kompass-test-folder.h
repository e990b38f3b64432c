/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kompass_test_make_folder   (void);
void  kompass_test_remove_folder (const char *folder);

G_END_DECLS
