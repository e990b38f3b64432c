/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-text.h"

G_BEGIN_DECLS

char        *kompass_text_to_html       (KompassText       *text,
                                         KompassEvaluation *evaluation);
KompassText *kompass_text_new_from_html (const char        *html,
                                         gsize              length);

G_END_DECLS
