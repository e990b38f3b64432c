/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-draft.h"
#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_DRAFT_EDITOR (kompass_draft_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (KompassDraftEditor, kompass_draft_editor, KOMPASS, DRAFT_EDITOR, AdwWindow)

/**
 * KompassDraftEditorClass:
 * @loss: what is said before the window is closed and something that is written would be lost, not translated
 * @get_text: what is written in a field of the draft itself
 * @set_text: writes in a field of the draft itself
 * @update: shows the draft as it is; gives whether it can be saved
 * @save: stores what is written
 * @go_to_next: goes to what is to be put right or said next
 * @set_narrow: whether the window is too narrow for everything beside each other
 *
 * A window in which a draft is written, and stored in the library when it is saved. It has the actions "editor.save",
 * "editor.undo", "editor.redo" and "editor.next", with their keys: the draft's steps are the ones that are undone, in
 * whatever is typed. What is written of the draft itself stands in entries.
 */
struct _KompassDraftEditorClass
{
  AdwWindowClass parent_class;

  const char *loss;
  const char *(*get_text)   (KompassDraftEditor  *self,
                             guint                field);
  void        (*set_text)   (KompassDraftEditor  *self,
                             guint                field,
                             const char          *text);
  gboolean    (*update)     (KompassDraftEditor  *self);
  gboolean    (*save)       (KompassDraftEditor  *self,
                             GError             **error);
  void        (*go_to_next) (KompassDraftEditor  *self);
  void        (*set_narrow) (KompassDraftEditor  *self,
                             gboolean             is_narrow);
};

void            kompass_draft_editor_add_entry      (KompassDraftEditor *self,
                                                     guint               field,
                                                     GtkWidget          *entry);
GtkWidget      *kompass_draft_editor_get_entry      (KompassDraftEditor *self,
                                                     guint               field);
void            kompass_draft_editor_begin          (KompassDraftEditor *self,
                                                     KompassLibrary     *library,
                                                     KompassDraft       *draft);
KompassLibrary *kompass_draft_editor_get_library    (KompassDraftEditor *self);
char           *kompass_draft_editor_count_problems (guint               n);
void            kompass_draft_editor_show_problem   (GtkWidget          *label,
                                                     const char         *words,
                                                     gboolean            is_wrong);

G_END_DECLS
