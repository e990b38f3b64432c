/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a text as steps that can be undone: the paragraphs before and after, of which only those that were touched are
 * read. */
#include <string.h>

#include "kompass-text-buffer-private.h"
#include "kompass-text-pieces.h"

/* Changes */

/**
 * kompass_text_buffer_touch:
 * @self: a buffer
 * @first: index of a paragraph
 * @last: index of another
 *
 * Says that these paragraphs, and no others, are changed by what is being done.
 */
void
kompass_text_buffer_touch (KompassTextBuffer *self,
                           int                first,
                           int                last)
{
  int tail = kompass_text_buffer_count_lines (self) - 1 - last;

  self->dirty_first = self->is_dirty ? MIN (self->dirty_first, first) : first;
  self->dirty_tail = self->is_dirty ? MIN (self->dirty_tail, tail) : tail;
  self->dirty_tail = MAX (self->dirty_tail, 0);
  self->is_dirty = TRUE;
}

/* What a paragraph is goes for all of its line. */
static void
settle_kinds (KompassTextBuffer *self,
              int                first,
              int                n)
{
  for (int line = first; line < first + n; line++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &iter, line);
      kompass_text_tags_set_kind (&self->tags, GTK_TEXT_BUFFER (self), line,
                                  kompass_text_tags_get_kind (&self->tags, &iter));
    }
}

/* What stands now where something was changed. */
static GPtrArray *
read_lines (KompassTextBuffer *self,
            int                first,
            int                n)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);

  settle_kinds (self, first, n);
  for (int line = first; line < first + n; line++)
    g_ptr_array_add (pieces, kompass_text_buffer_read_line (self, line));

  return pieces;
}

/* The step from what was to what stands there, without the paragraphs that are the same; NULL where all are. */
static KompassTextStep *
create_step (KompassTextBuffer *self)
{
  int first = self->dirty_first;
  int n_old = (int) self->paragraphs->len - self->dirty_tail - first;
  int n_new = kompass_text_buffer_count_lines (self) - self->dirty_tail - first;
  g_autoptr (GPtrArray) old = kompass_text_pieces_copy (self->paragraphs, first, n_old);
  g_autoptr (GPtrArray) now = read_lines (self, first, n_new);
  int most = MIN (n_old, n_new);
  int head = kompass_text_pieces_count_equal (old, now, FALSE, most);
  int tail = kompass_text_pieces_count_equal (old, now, TRUE, most - head);
  KompassTextStep *step;

  if (head == n_old && head == n_new)
    return NULL;
  step = g_new0 (KompassTextStep, 1);
  step->first = (guint) (first + head);
  step->old = kompass_text_pieces_copy (old, head, n_old - head - tail);
  step->now = kompass_text_pieces_copy (now, head, n_new - head - tail);
  step->before = self->before;
  step->after = kompass_text_buffer_get_place (self);

  return step;
}

/* Typed at the beginning of a paragraph: "- " begins a list. A step of its own, so that it can be undone. */
static void
begin_list (KompassTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  kompass_text_buffer_get_insert (self, &end);
  if (gtk_text_iter_get_line_offset (&end) != 2 || kompass_text_tags_get_kind (&self->tags, &end) != KOMPASS_PARAGRAPH_BODY)
    return;
  start = end;
  gtk_text_iter_set_line_offset (&start, 0);
  words = gtk_text_iter_get_text (&start, &end);
  if (strcmp (words, "- ") != 0 && strcmp (words, "* ") != 0 && strcmp (words, "• ") != 0)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  kompass_text_buffer_set_kind (self, KOMPASS_PARAGRAPH_BULLET);
  gtk_text_buffer_end_user_action (buffer);
}

static void
commit (KompassTextBuffer *self)
{
  KompassTextKeys keys = self->n_inserted + self->n_deleted == 1 ? self->keys : KOMPASS_TEXT_KEYS_OTHER;
  g_autoptr (KompassTextStep) step = self->is_dirty ? create_step (self) : NULL;

  if (self->n_inserted == 1 && self->n_deleted > 0)
    {
      kompass_text_history_break (self->history);
      keys = self->keys;
    }
  self->is_dirty = FALSE;
  self->n_inserted = self->n_deleted = 0;
  if (step == NULL)
    return;
  kompass_text_pieces_splice (self->paragraphs, (int) step->first, (int) step->old->len, step->now);
  kompass_text_history_add (self->history, g_steal_pointer (&step), keys);
  kompass_text_buffer_emit_edited (self);
  if (keys == KOMPASS_TEXT_KEYS_SPACE)
    begin_list (self);
}

/**
 * kompass_text_buffer_begin_change:
 * @self: a buffer
 *
 * Begins a change; everything until the last of its ends is one step.
 */
void
kompass_text_buffer_begin_change (KompassTextBuffer *self)
{
  if (self->depth++ == 0)
    self->before = kompass_text_buffer_get_place (self);
}

/**
 * kompass_text_buffer_end_change:
 * @self: a buffer
 *
 * Ends a change. The last of those that are nested makes the step.
 */
void
kompass_text_buffer_end_change (KompassTextBuffer *self)
{
  if (--self->depth == 0)
    commit (self);
}

/* Undo */

/**
 * kompass_text_buffer_get_can_undo:
 * @self: a buffer
 *
 * Returns: whether there is a step to take back
 */
gboolean
kompass_text_buffer_get_can_undo (KompassTextBuffer *self)
{
  return kompass_text_history_get_can_undo (self->history);
}

/**
 * kompass_text_buffer_get_can_redo:
 * @self: a buffer
 *
 * Returns: whether there is a step to do again
 */
gboolean
kompass_text_buffer_get_can_redo (KompassTextBuffer *self)
{
  return kompass_text_history_get_can_redo (self->history);
}

static void
replace (KompassTextBuffer *self,
         guint              first,
         GPtrArray         *old,
         GPtrArray         *now,
         KompassTextPlace   place)
{
  kompass_text_buffer_write_lines (self, (int) first, (int) old->len, now);
  kompass_text_pieces_splice (self->paragraphs, (int) first, (int) old->len, now);
  kompass_text_buffer_place_caret (self, place);
  kompass_text_buffer_emit_edited (self);
}

/**
 * kompass_text_buffer_undo:
 * @self: a buffer
 *
 * Takes the last step back, if there is one.
 */
void
kompass_text_buffer_undo (KompassTextBuffer *self)
{
  const KompassTextStep *step = kompass_text_history_undo (self->history);

  if (step != NULL)
    replace (self, step->first, step->now, step->old, step->before);
}

/**
 * kompass_text_buffer_redo:
 * @self: a buffer
 *
 * Does the step again that was taken back last, if there is one.
 */
void
kompass_text_buffer_redo (KompassTextBuffer *self)
{
  const KompassTextStep *step = kompass_text_history_redo (self->history);

  if (step != NULL)
    replace (self, step->first, step->old, step->now, step->after);
}
