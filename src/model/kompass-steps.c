/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a draft, as the states before them. */
#include "kompass-steps.h"

/* Whoever types for a week has no use for the first hour. */
#define MAX_STEPS 500

struct _KompassSteps
{
  GPtrArray *done; /* the state before each step, the last one last */
  GPtrArray *undone;
};

/**
 * kompass_steps_new:
 * @free_state: how a state is freed
 *
 * Returns: (transfer full): no steps yet
 */
KompassSteps *
kompass_steps_new (GDestroyNotify free_state)
{
  KompassSteps *self = g_new (KompassSteps, 1);

  self->done = g_ptr_array_new_with_free_func (free_state);
  self->undone = g_ptr_array_new_with_free_func (free_state);

  return self;
}

void
kompass_steps_free (KompassSteps *self)
{
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * kompass_steps_begin:
 * @self: steps
 * @before: (transfer full): the state as it is
 *
 * What happens to the state from now on is one step. It ends with kompass_steps_end() or kompass_steps_cancel(); until
 * then, what was undone can still be done again.
 */
void
kompass_steps_begin (KompassSteps *self,
                     gpointer      before)
{
  g_ptr_array_add (self->done, before);
}

/**
 * kompass_steps_cancel:
 * @self: steps
 *
 * The step that has begun is none.
 *
 * Returns: (transfer full): the state before it
 */
gpointer
kompass_steps_cancel (KompassSteps *self)
{
  g_return_val_if_fail (self->done->len > 0, NULL);

  return g_ptr_array_steal_index (self->done, self->done->len - 1);
}

/**
 * kompass_steps_end:
 * @self: steps
 *
 * The step that has begun is one: what was undone before it cannot be done again.
 */
void
kompass_steps_end (KompassSteps *self)
{
  g_ptr_array_set_size (self->undone, 0);
  if (self->done->len > MAX_STEPS)
    g_ptr_array_remove_index (self->done, 0);
}

/**
 * kompass_steps_get_last:
 * @self: steps
 *
 * Returns: (transfer none) (nullable): the state before the last step
 */
gconstpointer
kompass_steps_get_last (KompassSteps *self)
{
  return self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
}

gboolean
kompass_steps_can_undo (KompassSteps *self)
{
  return self->done->len > 0;
}

gboolean
kompass_steps_can_redo (KompassSteps *self)
{
  return self->undone->len > 0;
}

static gboolean
take (GPtrArray *from,
      GPtrArray *to,
      gpointer  *state)
{
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, *state);
  *state = g_ptr_array_steal_index (from, from->len - 1);

  return TRUE;
}

/**
 * kompass_steps_undo:
 * @self: steps
 * @state: (inout) (transfer full): the state as it is; becomes what it was before the last step
 *
 * Takes the last step back.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_steps_undo (KompassSteps *self,
                    gpointer     *state)
{
  return take (self->done, self->undone, state);
}

/**
 * kompass_steps_redo:
 * @self: steps
 * @state: (inout) (transfer full): the state as it is; becomes what it was before kompass_steps_undo()
 *
 * Takes the step again that was taken back last.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_steps_redo (KompassSteps *self,
                    gpointer     *state)
{
  return take (self->undone, self->done, state);
}
