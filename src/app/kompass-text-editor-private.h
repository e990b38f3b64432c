/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the editor share. */
#pragma once

#include "kompass-spelling.h"
#include "kompass-text-editor.h"
#include "kompass-text-view.h"

G_BEGIN_DECLS

struct _KompassTextEditor
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *chooser; /* of figures, made when it is opened */
  KompassTextView *view;
  KompassTextBuffer *buffer;
  KompassEvaluation *evaluation;
  guint area;         /* number of the one that is written about, or 0 */
  KompassSpelling *spelling;
  KompassSpeller *speller; /* NULL until there is something to look up */
  GSimpleActionGroup *actions;
  char *language;
  char *spelling_words; /* what the button of spelling does, or why it does nothing */
  guint paragraph;
  guint update_id;
  guint speller_id;
};

void kompass_text_editor_add_actions    (KompassTextEditor *self);
void kompass_text_editor_update_actions (KompassTextEditor *self);
void kompass_text_editor_add_menu       (KompassTextEditor *self);

G_END_DECLS
