/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kompass_pasted_lines_has_break (const char *text);
GStrv    kompass_pasted_lines_split     (const char *text);
const char *kompass_pasted_lines_skip_bullet (const char *line);

G_END_DECLS
