/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-evaluation.h"
#include "kompass-speller.h"
#include "kompass-text-buffer.h"
#include "kompass-text.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_TEXT_EDITOR (kompass_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (KompassTextEditor, kompass_text_editor, KOMPASS, TEXT_EDITOR, GtkWidget)

GtkWidget    *kompass_text_editor_new            (void);

void          kompass_text_editor_set_text       (KompassTextEditor *self,
                                                  KompassText       *text);
KompassText  *kompass_text_editor_get_text       (KompassTextEditor *self);
gboolean      kompass_text_editor_is_empty       (KompassTextEditor *self);
void          kompass_text_editor_insert_text    (KompassTextEditor *self,
                                                  KompassText       *text);

void          kompass_text_editor_set_evaluation (KompassTextEditor *self,
                                                  KompassEvaluation *evaluation);
void          kompass_text_editor_set_area       (KompassTextEditor *self,
                                                  guint              area);
void          kompass_text_editor_set_language   (KompassTextEditor *self,
                                                  const char        *language);
void          kompass_text_editor_set_title      (KompassTextEditor *self,
                                                  const char        *title);
void          kompass_text_editor_set_hint       (KompassTextEditor *self,
                                                  const char        *hint);

guint         kompass_text_editor_get_paragraph  (KompassTextEditor *self);
guint         kompass_text_editor_get_offset     (KompassTextEditor *self);
void          kompass_text_editor_go_to          (KompassTextEditor *self,
                                                  guint              paragraph);
void          kompass_text_editor_select         (KompassTextEditor *self,
                                                  guint              paragraph,
                                                  guint              from,
                                                  guint              to);

gboolean      kompass_text_editor_get_can_undo   (KompassTextEditor *self);
gboolean      kompass_text_editor_get_can_redo   (KompassTextEditor *self);
void          kompass_text_editor_undo           (KompassTextEditor *self);
void          kompass_text_editor_redo           (KompassTextEditor *self);

void          kompass_text_editor_ensure_speller (KompassTextEditor *self);
KompassSpeller *kompass_text_editor_get_speller  (KompassTextEditor *self);
GActionGroup *kompass_text_editor_get_actions    (KompassTextEditor *self);
KompassTextBuffer *kompass_text_editor_get_buffer (KompassTextEditor *self);

G_END_DECLS
