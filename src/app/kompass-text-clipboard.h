/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text-buffer.h"

G_BEGIN_DECLS

void kompass_text_clipboard_copy  (KompassTextBuffer *buffer,
                                   GdkClipboard      *clipboard);
void kompass_text_clipboard_paste (GtkTextView       *view,
                                   GdkClipboard      *clipboard,
                                   gboolean           plain);

G_END_DECLS
