/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int kompass_file_replace (const char   *path,
                          gconstpointer data,
                          gsize         length);

G_END_DECLS
