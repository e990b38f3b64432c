/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text-editor.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_TEXT_BAR (kompass_text_bar_get_type ())
G_DECLARE_FINAL_TYPE (KompassTextBar, kompass_text_bar, KOMPASS, TEXT_BAR, GtkWidget)

GtkWidget *kompass_text_bar_new (KompassTextEditor *editor);

G_END_DECLS
