/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kompass_message_show        (GtkWindow    *window,
                                  const char   *heading,
                                  const char   *words);
void kompass_message_show_error  (GtkWindow    *window,
                                  const GError *error);
void kompass_message_show_exists (GtkWindow    *window,
                                  const char   *heading,
                                  const char   *name);
void kompass_message_ask_discard (GtkWindow    *window,
                                  const char   *words,
                                  gboolean     *may_close);
AdwToast *
     kompass_message_make_toast  (const char   *words);

G_END_DECLS
