/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kompass_pdf_append_text   (GString    *string,
                                const char *text);
void kompass_pdf_append_number (GString    *string,
                                double      number);

G_END_DECLS
