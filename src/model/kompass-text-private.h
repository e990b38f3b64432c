/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *kompass_text_append_clean   (GString    *line,
                                         const char *text);
guint       kompass_text_count_words_on (const char *text,
                                         gboolean   *in_word);

G_END_DECLS
