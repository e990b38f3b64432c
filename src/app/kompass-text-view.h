/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text-buffer.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_TEXT_VIEW (kompass_text_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassTextView, kompass_text_view, KOMPASS, TEXT_VIEW, GtkTextView)

KompassTextBuffer *kompass_text_view_get_buffer (KompassTextView    *self);
void               kompass_text_view_set_hint   (KompassTextView    *self,
                                                 const char         *hint);
void               kompass_text_view_show_menu  (KompassTextView    *self,
                                                 GMenuModel         *menu,
                                                 const GdkRectangle *at);

G_END_DECLS
