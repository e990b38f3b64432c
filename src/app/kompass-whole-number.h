/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KOMPASS_INHABITANTS_LIMIT:
 *
 * The largest number of inhabitants that is taken: above it a digit is typed too many.
 */
#define KOMPASS_INHABITANTS_LIMIT 9999999

gboolean kompass_whole_number_parse  (const char *text,
                                      guint       most,
                                      guint      *number);
char    *kompass_whole_number_format (guint       number);

G_END_DECLS
