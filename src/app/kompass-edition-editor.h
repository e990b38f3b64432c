/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-draft-editor.h"
#include "kompass-edition-table.h"

G_BEGIN_DECLS

/**
 * KompassEditionTask:
 * @KOMPASS_EDITION_EDIT: the edition itself is written, or a revision of it
 * @KOMPASS_EDITION_NEW: a new edition, which may begin as another one
 */
typedef enum
{
  KOMPASS_EDITION_EDIT,
  KOMPASS_EDITION_NEW,
} KompassEditionTask;

#define KOMPASS_TYPE_EDITION_EDITOR (kompass_edition_editor_get_type ())
G_DECLARE_FINAL_TYPE (KompassEditionEditor, kompass_edition_editor, KOMPASS, EDITION_EDITOR, KompassDraftEditor)

GtkWidget           *kompass_edition_editor_new       (GtkWindow            *parent,
                                                       KompassLibrary       *library,
                                                       KompassEdition       *base,
                                                       KompassEditionTask    task,
                                                       guint                 n_evaluations);
KompassEditionDraft *kompass_edition_editor_get_draft (KompassEditionEditor *self);
KompassEditionTable *kompass_edition_editor_get_table (KompassEditionEditor *self);

G_END_DECLS
