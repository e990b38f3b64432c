/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links in a text, and figures that follow the scores. */
#include "kompass-text-buffer-private.h"

#include <string.h>

static void
get_extent (const GtkTextIter *iter,
            GtkTextTag        *tag,
            GtkTextIter       *start,
            GtkTextIter       *end)
{
  *start = *end = *iter;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
}

/**
 * kompass_text_buffer_get_link_at:
 * @self: a buffer
 * @iter: a place
 * @start: (out) (optional): where the link begins
 * @end: (out) (optional): where it ends
 *
 * Returns: (transfer none) (nullable): where the link leads that the character there is in, or %NULL
 */
const char *
kompass_text_buffer_get_link_at (KompassTextBuffer *self,
                                 const GtkTextIter *iter,
                                 GtkTextIter       *start,
                                 GtkTextIter       *end)
{
  GtkTextTag *tag = NULL;
  const char *link = kompass_text_tags_find_link (&self->tags, iter, &tag);

  if (link != NULL && start != NULL && end != NULL)
    get_extent (iter, tag, start, end);

  return link;
}

/**
 * kompass_text_buffer_get_field_at:
 * @self: a buffer
 * @iter: a place
 * @start: (out) (optional): where the figure begins
 * @end: (out) (optional): where it ends
 *
 * Returns: (transfer none) (nullable): the name of the figure that the character there is in, or %NULL
 */
const char *
kompass_text_buffer_get_field_at (KompassTextBuffer *self,
                                  const GtkTextIter *iter,
                                  GtkTextIter       *start,
                                  GtkTextIter       *end)
{
  GtkTextTag *tag = NULL;
  const char *field = kompass_text_tags_find_field (&self->tags, iter, &tag);

  if (field != NULL && start != NULL && end != NULL)
    get_extent (iter, tag, start, end);

  return field;
}

/**
 * kompass_text_buffer_set_link:
 * @self: a buffer
 * @words: (nullable): what stands in the text instead of what is selected, or %NULL to leave that as it is
 * @address: (nullable): where it leads, an address that kompass_text_is_link() accepts, or %NULL for words that are no link
 *
 * Makes what is selected a link, in one step.
 */
void
kompass_text_buffer_set_link (KompassTextBuffer *self,
                              const char        *words,
                              const char        *address)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag = address != NULL ? kompass_text_tags_get_link (&self->tags, address) : NULL;
  GtkTextIter start, end, from, to;

  gtk_text_buffer_begin_user_action (buffer);
  if (words != NULL)
    {
      KompassRunFlags flags = kompass_text_buffer_get_flags (self);
      int offset;

      gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
      self->pending = flags;
      self->has_pending = TRUE;
      gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
      offset = gtk_text_iter_get_offset (&start);
      gtk_text_buffer_insert (buffer, &start, words, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  for (from = start; kompass_text_buffer_next_piece (&from, &to, &end); from = to)
    kompass_text_tags_set_link (&self->tags, &from, &to, tag);
  kompass_text_buffer_touch (self, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&end));
  gtk_text_buffer_get_selection_bounds (buffer, NULL, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  self->n_inserted += 2;
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * kompass_text_buffer_insert_field:
 * @self: a buffer
 * @field: the name of a figure
 *
 * Puts a figure in the place of what is selected.
 */
void
kompass_text_buffer_insert_field (KompassTextBuffer *self,
                                  const char        *field)
{
  g_autoptr (KompassText) text = kompass_text_new ();
  GtkTextIter iter;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &iter, NULL);
  kompass_text_add_paragraph (text, kompass_text_tags_get_kind (&self->tags, &iter));
  kompass_text_add_field (text, field, kompass_text_buffer_get_flags (self));
  kompass_text_buffer_insert_text (self, text);
}

/* The caret stays before what it was before. */
static void
replace_figure (KompassTextBuffer *self,
                GtkTextIter       *start,
                GtkTextIter       *end,
                const char        *value)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextMark *marks[2] = { gtk_text_buffer_get_insert (buffer), gtk_text_buffer_get_selection_bound (buffer) };
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);
  int offset = gtk_text_iter_get_offset (start);
  gboolean is_before[2];
  GtkTextIter iter;

  for (guint i = 0; i < 2; i++)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, marks[i]);
      is_before[i] = gtk_text_iter_equal (&iter, start);
    }
  gtk_text_buffer_delete (buffer, start, end);
  gtk_text_buffer_insert (buffer, start, value, -1);
  *end = *start;
  gtk_text_buffer_get_iter_at_offset (buffer, start, offset);
  gtk_text_buffer_remove_all_tags (buffer, start, end);
  for (GSList *one = tags; one != NULL; one = one->next)
    gtk_text_buffer_apply_tag (buffer, one->data, start, end);
  for (guint i = 0; i < 2; i++)
    if (is_before[i])
      gtk_text_buffer_move_mark (buffer, marks[i], start);
}

static void
update_figures (KompassTextBuffer *self)
{
  GtkTextIter iter, end;

  self->raw++;
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &iter);
  do
    {
      GtkTextIter start = iter;
      const char *field = kompass_text_buffer_get_field_at (self, &iter, &start, &end);
      g_autofree char *value = field != NULL ? kompass_text_tags_format (field, self->evaluation) : NULL;
      g_autofree char *shown = field != NULL ? gtk_text_iter_get_text (&start, &end) : NULL;

      if (field == NULL)
        continue;
      if (strcmp (value, shown) != 0)
        replace_figure (self, &start, &end, value);
      iter = end;
      gtk_text_iter_backward_char (&iter);
    }
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL));
  self->raw--;
  kompass_text_buffer_remember_marks (self);
}

/**
 * kompass_text_buffer_set_evaluation:
 * @self: a buffer
 * @evaluation: (nullable): whose figures the text shows
 *
 * Shows the figures of an evaluation, or the same one's as they are now. This is no change of the text.
 */
void
kompass_text_buffer_set_evaluation (KompassTextBuffer *self,
                                    KompassEvaluation *evaluation)
{
  g_set_object (&self->evaluation, evaluation);
  update_figures (self);
}

/**
 * kompass_text_buffer_get_evaluation:
 * @self: a buffer
 *
 * Returns: (transfer none) (nullable): whose figures the text shows
 */
KompassEvaluation *
kompass_text_buffer_get_evaluation (KompassTextBuffer *self)
{
  return self->evaluation;
}

/**
 * kompass_text_buffer_set_style:
 * @self: a buffer
 * @ink: the colour of text
 * @link: the colour of links
 * @scale: how large text is, from 1 for the usual size
 *
 * Follows the style.
 */
void
kompass_text_buffer_set_style (KompassTextBuffer *self,
                               const GdkRGBA     *ink,
                               const GdkRGBA     *link,
                               double             scale)
{
  kompass_text_tags_set_style (&self->tags, ink, link, scale);
}

/**
 * kompass_text_buffer_get_spelling_tag:
 * @self: a buffer
 *
 * Returns: (transfer none): the tag of words that no dictionary has, which is no part of the text
 */
GtkTextTag *
kompass_text_buffer_get_spelling_tag (KompassTextBuffer *self)
{
  return self->tags.misspelt;
}

/**
 * kompass_text_buffer_is_prose:
 * @self: a buffer
 * @start: where a word begins
 * @end: where it ends
 *
 * Returns: whether somebody wrote it: no figure is in it
 */
gboolean
kompass_text_buffer_is_prose (KompassTextBuffer *self,
                              const GtkTextIter *start,
                              const GtkTextIter *end)
{
  GtkTextIter toggle = *start;

  return !gtk_text_iter_has_tag (start, self->tags.field) &&
         (!gtk_text_iter_forward_to_tag_toggle (&toggle, self->tags.field) || gtk_text_iter_compare (&toggle, end) >= 0);
}
