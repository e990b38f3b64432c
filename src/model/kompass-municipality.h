/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kompass_municipality_format_name (const char  *name,
                                        const char  *country);
void  kompass_municipality_parse_name  (const char  *text,
                                        char       **name,
                                        char       **country);
int   kompass_swedish_collate          (const char  *one,
                                        const char  *other);

G_END_DECLS
