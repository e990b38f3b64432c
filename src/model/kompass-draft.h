/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_DRAFT (kompass_draft_get_type ())
G_DECLARE_DERIVABLE_TYPE (KompassDraft, kompass_draft, KOMPASS, DRAFT, GObject)

/**
 * KompassDraftClass:
 * @copy_state: gives a copy of all that is written
 * @swap_state: takes a state as what is written from now on, and gives what was written until now
 * @has_state: whether what is written is the same as in a state
 * @free_state: frees a state
 *
 * Something that is written and not stored yet, with steps of its own that can be taken back and done again. What a state
 * is, only the kind of draft knows. At most 500 steps are kept, the last ones.
 */
struct _KompassDraftClass
{
  GObjectClass parent_class;

  gpointer (*copy_state) (KompassDraft  *self);
  gpointer (*swap_state) (KompassDraft  *self,
                          gpointer       state);
  gboolean (*has_state)  (KompassDraft  *self,
                          gconstpointer  state);
  void     (*free_state) (gpointer       state);
};

gboolean kompass_draft_is_changed   (KompassDraft *self);
gboolean kompass_draft_can_undo     (KompassDraft *self);
gboolean kompass_draft_can_redo     (KompassDraft *self);
void     kompass_draft_undo         (KompassDraft *self);
void     kompass_draft_redo         (KompassDraft *self);

/* For what is a draft */
void     kompass_draft_begin        (KompassDraft *self);
void     kompass_draft_begin_step   (KompassDraft *self);
void     kompass_draft_begin_typing (KompassDraft *self,
                                     guint64       place);
void     kompass_draft_cancel_step  (KompassDraft *self);
void     kompass_draft_end_step     (KompassDraft *self);
void     kompass_draft_settle_step  (KompassDraft *self);

G_END_DECLS
