/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written and not stored yet, and its steps, as the states before them. */
#include "kompass-draft.h"

/* Whoever types for a week has no use for the first hour. */
#define MAX_STEPS 500

typedef struct
{
  GPtrArray *done; /* the state before each step, the last one last */
  GPtrArray *undone;
  gpointer first; /* as it began */
  guint64 typing; /* the place in which letters are one step; 0 for none */
} KompassDraftPrivate;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KompassDraft, kompass_draft, G_TYPE_OBJECT)

static KompassDraftPrivate *
get_private (KompassDraft *self)
{
  return kompass_draft_get_instance_private (self);
}

static void
take_step (KompassDraft *self,
           GPtrArray    *from,
           GPtrArray    *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to,
                   KOMPASS_DRAFT_GET_CLASS (self)->swap_state (self, g_ptr_array_steal_index (from, from->len - 1)));
  get_private (self)->typing = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Class functions */

static void
kompass_draft_constructed (GObject *object)
{
  KompassDraftPrivate *priv = get_private (KOMPASS_DRAFT (object));
  GDestroyNotify free_state = KOMPASS_DRAFT_GET_CLASS (object)->free_state;

  priv->done = g_ptr_array_new_with_free_func (free_state);
  priv->undone = g_ptr_array_new_with_free_func (free_state);

  G_OBJECT_CLASS (kompass_draft_parent_class)->constructed (object);
}

static void
kompass_draft_finalize (GObject *object)
{
  KompassDraftPrivate *priv = get_private (KOMPASS_DRAFT (object));

  g_ptr_array_unref (priv->done);
  g_ptr_array_unref (priv->undone);
  g_clear_pointer (&priv->first, KOMPASS_DRAFT_GET_CLASS (object)->free_state);

  G_OBJECT_CLASS (kompass_draft_parent_class)->finalize (object);
}

static void
kompass_draft_class_init (KompassDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = kompass_draft_constructed;
  G_OBJECT_CLASS (klass)->finalize = kompass_draft_finalize;

  /**
   * KompassDraft::changed:
   *
   * Something has been written, undone or redone.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kompass_draft_init (KompassDraft *self)
{
}

/**
 * kompass_draft_is_changed:
 * @self: a draft
 *
 * Returns: %TRUE if anything is otherwise than it was at first
 */
gboolean
kompass_draft_is_changed (KompassDraft *self)
{
  return !KOMPASS_DRAFT_GET_CLASS (self)->has_state (self, get_private (self)->first);
}

/**
 * kompass_draft_can_undo:
 * @self: a draft
 *
 * Returns: %TRUE if a step can be taken back
 */
gboolean
kompass_draft_can_undo (KompassDraft *self)
{
  return get_private (self)->done->len > 0;
}

/**
 * kompass_draft_can_redo:
 * @self: a draft
 *
 * Returns: %TRUE if a step has been taken back and nothing been written since
 */
gboolean
kompass_draft_can_redo (KompassDraft *self)
{
  return get_private (self)->undone->len > 0;
}

/**
 * kompass_draft_undo:
 * @self: a draft
 *
 * Takes the last step back, if there is one.
 */
void
kompass_draft_undo (KompassDraft *self)
{
  KompassDraftPrivate *priv = get_private (self);

  take_step (self, priv->done, priv->undone);
}

/**
 * kompass_draft_redo:
 * @self: a draft
 *
 * Takes the step again that was taken back last, if there is one.
 */
void
kompass_draft_redo (KompassDraft *self)
{
  KompassDraftPrivate *priv = get_private (self);

  take_step (self, priv->undone, priv->done);
}

/**
 * kompass_draft_begin:
 * @self: a draft
 *
 * What is written now is what the draft begins as.
 */
void
kompass_draft_begin (KompassDraft *self)
{
  KompassDraftPrivate *priv = get_private (self);
  KompassDraftClass *klass = KOMPASS_DRAFT_GET_CLASS (self);

  g_clear_pointer (&priv->first, klass->free_state);
  priv->first = klass->copy_state (self);
}

/**
 * kompass_draft_begin_step:
 * @self: a draft
 *
 * What is written from now on is one step. It ends with kompass_draft_end_step(), kompass_draft_settle_step() or
 * kompass_draft_cancel_step(); until then, what was undone can still be done again.
 */
void
kompass_draft_begin_step (KompassDraft *self)
{
  KompassDraftPrivate *priv = get_private (self);

  g_ptr_array_add (priv->done, KOMPASS_DRAFT_GET_CLASS (self)->copy_state (self));
  priv->typing = 0;
}

/**
 * kompass_draft_begin_typing:
 * @self: a draft
 * @place: where something is typed; not 0
 *
 * As kompass_draft_begin_step(), but letters that are typed one after the other in the same place are one step. Ends
 * with kompass_draft_end_step().
 */
void
kompass_draft_begin_typing (KompassDraft *self,
                            guint64       place)
{
  KompassDraftPrivate *priv = get_private (self);

  if (priv->typing == place)
    return;
  kompass_draft_begin_step (self);
  priv->typing = place;
}

/**
 * kompass_draft_cancel_step:
 * @self: a draft
 *
 * What has been written since kompass_draft_begin_step() is as if it had not been.
 */
void
kompass_draft_cancel_step (KompassDraft *self)
{
  GPtrArray *done = get_private (self)->done;
  KompassDraftClass *klass = KOMPASS_DRAFT_GET_CLASS (self);

  g_return_if_fail (done->len > 0);

  klass->free_state (klass->swap_state (self, g_ptr_array_steal_index (done, done->len - 1)));
}

/**
 * kompass_draft_end_step:
 * @self: a draft
 *
 * Tells of the step. What was undone before it cannot be done again.
 */
void
kompass_draft_end_step (KompassDraft *self)
{
  KompassDraftPrivate *priv = get_private (self);

  g_ptr_array_set_size (priv->undone, 0);
  if (priv->done->len > MAX_STEPS)
    g_ptr_array_remove_index (priv->done, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kompass_draft_settle_step:
 * @self: a draft
 *
 * Ends the step if it has changed anything; otherwise it is none.
 */
void
kompass_draft_settle_step (KompassDraft *self)
{
  GPtrArray *done = get_private (self)->done;

  g_return_if_fail (done->len > 0);

  if (KOMPASS_DRAFT_GET_CLASS (self)->has_state (self, g_ptr_array_index (done, done->len - 1)))
    g_ptr_array_remove_index (done, done->len - 1);
  else
    kompass_draft_end_step (self);
}
