/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-speller.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_SPELLING (kompass_spelling_get_type ())
G_DECLARE_FINAL_TYPE (KompassSpelling, kompass_spelling, KOMPASS, SPELLING, GObject)

KompassSpelling *kompass_spelling_new         (GtkTextView       *view);
void             kompass_spelling_set_speller (KompassSpelling   *self,
                                               KompassSpeller    *speller);
char            *kompass_spelling_get_word_at (KompassSpelling   *self,
                                               const GtkTextIter *iter,
                                               GtkTextIter       *start,
                                               GtkTextIter       *end);
GMenuModel      *kompass_spelling_create_menu (KompassSpelling   *self,
                                               const GtkTextIter *iter);
void             kompass_spelling_go_to_next  (KompassSpelling   *self);
gboolean         kompass_spelling_select_next (KompassSpelling   *self,
                                               gboolean           from_start);

G_END_DECLS
