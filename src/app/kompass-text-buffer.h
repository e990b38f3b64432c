/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-evaluation.h"
#include "kompass-text.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_TEXT_BUFFER (kompass_text_buffer_get_type ())
G_DECLARE_FINAL_TYPE (KompassTextBuffer, kompass_text_buffer, KOMPASS, TEXT_BUFFER, GtkTextBuffer)

KompassTextBuffer    *kompass_text_buffer_new             (void);

void                  kompass_text_buffer_set_text        (KompassTextBuffer    *self,
                                                           KompassText          *text);
KompassText          *kompass_text_buffer_get_text        (KompassTextBuffer    *self);
KompassText          *kompass_text_buffer_get_selected    (KompassTextBuffer    *self);
gboolean              kompass_text_buffer_is_empty        (KompassTextBuffer    *self);
void                  kompass_text_buffer_insert_text     (KompassTextBuffer    *self,
                                                           KompassText          *text);
void                  kompass_text_buffer_replace_words   (KompassTextBuffer    *self,
                                                           const GtkTextIter    *start,
                                                           const GtkTextIter    *end,
                                                           const char           *words);
guint                 kompass_text_buffer_get_n_paragraphs (KompassTextBuffer   *self);

gboolean              kompass_text_buffer_get_can_undo    (KompassTextBuffer    *self);
gboolean              kompass_text_buffer_get_can_redo    (KompassTextBuffer    *self);
void                  kompass_text_buffer_undo            (KompassTextBuffer    *self);
void                  kompass_text_buffer_redo            (KompassTextBuffer    *self);

KompassRunFlags       kompass_text_buffer_get_flags       (KompassTextBuffer    *self);
void                  kompass_text_buffer_toggle_flag     (KompassTextBuffer    *self,
                                                           KompassRunFlags       flag);
KompassParagraphKind  kompass_text_buffer_get_kind        (KompassTextBuffer    *self);
void                  kompass_text_buffer_set_kind        (KompassTextBuffer    *self,
                                                           KompassParagraphKind  kind);
KompassParagraphKind  kompass_text_buffer_get_kind_at     (KompassTextBuffer    *self,
                                                           const GtkTextIter    *iter);

const char           *kompass_text_buffer_get_link_at     (KompassTextBuffer    *self,
                                                           const GtkTextIter    *iter,
                                                           GtkTextIter          *start,
                                                           GtkTextIter          *end);
void                  kompass_text_buffer_set_link        (KompassTextBuffer    *self,
                                                           const char           *words,
                                                           const char           *address);
const char           *kompass_text_buffer_get_field_at    (KompassTextBuffer    *self,
                                                           const GtkTextIter    *iter,
                                                           GtkTextIter          *start,
                                                           GtkTextIter          *end);
void                  kompass_text_buffer_insert_field    (KompassTextBuffer    *self,
                                                           const char           *field);
void                  kompass_text_buffer_set_evaluation  (KompassTextBuffer    *self,
                                                           KompassEvaluation    *evaluation);
KompassEvaluation    *kompass_text_buffer_get_evaluation  (KompassTextBuffer    *self);
void                  kompass_text_buffer_set_style       (KompassTextBuffer    *self,
                                                           const GdkRGBA        *ink,
                                                           const GdkRGBA        *link,
                                                           double                scale);

GtkTextTag           *kompass_text_buffer_get_spelling_tag (KompassTextBuffer   *self);
gboolean              kompass_text_buffer_is_prose        (KompassTextBuffer    *self,
                                                           const GtkTextIter    *start,
                                                           const GtkTextIter    *end);

G_END_DECLS
