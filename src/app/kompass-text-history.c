/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a text, as whole paragraphs before and after. Paragraphs hold formats and the names of figures, so that a
 * step can be undone whatever the figures have become. GtkTextBuffer's own steps forget formats. */
#include "kompass-text-history.h"

/* More steps than anybody takes back; each holds little more than the paragraph it changed. */
#define MOST_STEPS 1000

struct _KompassTextHistory
{
  GPtrArray *steps;
  guint done;           /* steps that are done; those after them can be done again */
  KompassTextKeys keys; /* of the last step that is done */
};

/**
 * kompass_text_step_free:
 * @step: a step
 *
 * Frees it.
 */
void
kompass_text_step_free (KompassTextStep *step)
{
  g_clear_pointer (&step->old, g_ptr_array_unref);
  g_clear_pointer (&step->now, g_ptr_array_unref);
  g_free (step);
}

/**
 * kompass_text_history_new:
 *
 * Returns: (transfer full): a history without steps
 */
KompassTextHistory *
kompass_text_history_new (void)
{
  KompassTextHistory *self = g_new0 (KompassTextHistory, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_text_step_free);

  return self;
}

/**
 * kompass_text_history_free:
 * @self: a history
 *
 * Frees it with its steps.
 */
void
kompass_text_history_free (KompassTextHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * kompass_text_history_clear:
 * @self: a history
 *
 * Forgets every step.
 */
void
kompass_text_history_clear (KompassTextHistory *self)
{
  g_ptr_array_set_size (self->steps, 0);
  self->done = 0;
  self->keys = KOMPASS_TEXT_KEYS_OTHER;
}

/* A word and the spaces after it are one step; what is deleted key by key is one, too. */
static gboolean
goes_on (KompassTextKeys last,
         KompassTextKeys keys)
{
  if (last == KOMPASS_TEXT_KEYS_WORD || last == KOMPASS_TEXT_KEYS_SPACE)
    return keys == KOMPASS_TEXT_KEYS_SPACE || (keys == KOMPASS_TEXT_KEYS_WORD && last == KOMPASS_TEXT_KEYS_WORD);

  return keys == KOMPASS_TEXT_KEYS_DELETE && last == KOMPASS_TEXT_KEYS_DELETE;
}

static gboolean
is_same_place (KompassTextPlace a,
               KompassTextPlace b)
{
  return a.paragraph == b.paragraph && a.offset == b.offset;
}

static gboolean
is_within (const KompassTextStep *last,
           const KompassTextStep *step)
{
  return last->first == step->first && last->now->len == 1 && step->old->len == 1 && step->now->len == 1 &&
         is_same_place (last->after, step->before);
}

/**
 * kompass_text_history_add:
 * @self: a history
 * @step: (transfer full): what was done
 * @keys: what did it
 *
 * Adds a step, or joins it with the last one where a word is typed on. What was undone can no longer be done again.
 */
void
kompass_text_history_add (KompassTextHistory *self,
                          KompassTextStep    *step,
                          KompassTextKeys     keys)
{
  g_autoptr (KompassTextStep) taken = step;
  KompassTextStep *last = self->done > 0 ? g_ptr_array_index (self->steps, self->done - 1) : NULL;
  gboolean was_undone = self->done < self->steps->len;

  g_ptr_array_set_size (self->steps, (int) self->done);
  if (last != NULL && !was_undone && goes_on (self->keys, keys) && is_within (last, step))
    {
      g_ptr_array_unref (last->now);
      last->now = g_ptr_array_ref (step->now);
      last->after = step->after;
    }
  else
    {
      if (self->done == MOST_STEPS)
        g_ptr_array_remove_index (self->steps, 0);
      g_ptr_array_add (self->steps, g_steal_pointer (&taken));
      self->done = self->steps->len;
    }
  self->keys = keys;
}

/**
 * kompass_text_history_break:
 * @self: a history
 *
 * The next step is one of its own.
 */
void
kompass_text_history_break (KompassTextHistory *self)
{
  self->keys = KOMPASS_TEXT_KEYS_OTHER;
}

/**
 * kompass_text_history_get_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
kompass_text_history_get_can_undo (KompassTextHistory *self)
{
  return self->done > 0;
}

/**
 * kompass_text_history_get_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
kompass_text_history_get_can_redo (KompassTextHistory *self)
{
  return self->done < self->steps->len;
}

/**
 * kompass_text_history_undo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the step to take back, or %NULL when there is none
 */
const KompassTextStep *
kompass_text_history_undo (KompassTextHistory *self)
{
  kompass_text_history_break (self);

  return self->done > 0 ? g_ptr_array_index (self->steps, --self->done) : NULL;
}

/**
 * kompass_text_history_redo:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the step to do again, or %NULL when there is none
 */
const KompassTextStep *
kompass_text_history_redo (KompassTextHistory *self)
{
  kompass_text_history_break (self);

  return self->done < self->steps->len ? g_ptr_array_index (self->steps, self->done++) : NULL;
}
