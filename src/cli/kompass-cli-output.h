/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     kompass_cli_print       (const char *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void     kompass_cli_print_error (const char *format,
                                  ...) G_GNUC_PRINTF (1, 2);
gboolean kompass_cli_flush       (void);

G_END_DECLS
