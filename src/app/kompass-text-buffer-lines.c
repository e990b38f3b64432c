/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are in a text that is being written, and its paragraphs as lines of what GTK shows. */
#include "kompass-text-buffer-private.h"

/* Places */

/**
 * kompass_text_buffer_count_lines:
 * @self: a buffer
 *
 * Returns: how many lines are of the text; the last one, after the newline of the last paragraph, is none of it
 */
int
kompass_text_buffer_count_lines (KompassTextBuffer *self)
{
  return gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)) - 1;
}

/**
 * kompass_text_buffer_get_insert:
 * @self: a buffer
 * @iter: (out): where the caret is
 */
void
kompass_text_buffer_get_insert (KompassTextBuffer *self,
                                GtkTextIter       *iter)
{
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
}

/**
 * kompass_text_buffer_get_place:
 * @self: a buffer
 *
 * Returns: where the caret is, as a place that outlives changes elsewhere
 */
KompassTextPlace
kompass_text_buffer_get_place (KompassTextBuffer *self)
{
  GtkTextIter iter;

  kompass_text_buffer_get_insert (self, &iter);

  return (KompassTextPlace) { (guint) gtk_text_iter_get_line (&iter), (guint) gtk_text_iter_get_line_offset (&iter) };
}

static void
get_iter (KompassTextBuffer *self,
          KompassTextPlace   place,
          GtkTextIter       *iter)
{
  int line = MIN ((int) place.paragraph, kompass_text_buffer_count_lines (self) - 1);
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), iter, line);
  end = *iter;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_iter_set_line_offset (iter, MIN ((int) place.offset, gtk_text_iter_get_line_offset (&end)));
}

/**
 * kompass_text_buffer_remember_marks:
 * @self: a buffer
 *
 * Notes where the caret is, after something else than the user moved it.
 */
void
kompass_text_buffer_remember_marks (KompassTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  kompass_text_buffer_get_insert (self, &iter);
  self->insert_offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  self->bound_offset = gtk_text_iter_get_offset (&iter);
}

/**
 * kompass_text_buffer_clamp:
 * @self: a buffer
 * @iter: (inout): a place
 *
 * Moves it before the last newline, after which the caret never is.
 *
 * Returns: whether it was moved
 */
gboolean
kompass_text_buffer_clamp (KompassTextBuffer *self,
                           GtkTextIter       *iter)
{
  return gtk_text_iter_is_end (iter) && kompass_text_buffer_count_lines (self) > 0 && gtk_text_iter_backward_char (iter);
}

/**
 * kompass_text_buffer_is_in_field:
 * @self: a buffer
 * @iter: a place
 * @start: (out): where the figure begins
 * @end: (out): where it ends
 *
 * Returns: whether the place is in the middle of a figure
 */
gboolean
kompass_text_buffer_is_in_field (KompassTextBuffer *self,
                                 const GtkTextIter *iter,
                                 GtkTextIter       *start,
                                 GtkTextIter       *end)
{
  GtkTextTag *tag = NULL;

  if (kompass_text_tags_find_field (&self->tags, iter, &tag) == NULL || gtk_text_iter_starts_tag (iter, tag))
    return FALSE;
  *start = *end = *iter;
  gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);

  return TRUE;
}

/* Paragraphs */

/**
 * kompass_text_buffer_read_line:
 * @self: a buffer
 * @line: a line
 *
 * Returns: (transfer full): the paragraph that GTK shows there
 */
KompassText *
kompass_text_buffer_read_line (KompassTextBuffer *self,
                               int                line)
{
  KompassText *text = kompass_text_new ();
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  kompass_text_tags_read (&self->tags, &start, &end, text);

  return text;
}

/* GTK 4.8 draws a line that is new with the looks of the line it has drawn anew before, unless the lines between them say that
 * they end; and it does not read lines that need not be drawn. The line of the caret is drawn anew with every blink. So all
 * lines between that and the new ones are, too: words below a heading would look like headings. */
static void
draw_from_caret (KompassTextBuffer *self,
                 int                first,
                 int                last)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret, start, end;

  kompass_text_buffer_get_insert (self, &caret);
  gtk_text_buffer_get_iter_at_line (buffer, &start, MIN (first, gtk_text_iter_get_line (&caret)));
  gtk_text_buffer_get_iter_at_line (buffer, &end, MAX (last, gtk_text_iter_get_line (&caret)) + 1);
  gtk_text_buffer_apply_tag (buffer, self->tags.anew, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tags.anew, &start, &end);
}

/**
 * kompass_text_buffer_write_lines:
 * @self: a buffer
 * @first: the first line
 * @n_old: how many are taken out there
 * @now: (element-type KompassText): paragraphs that are put in their place
 *
 * Puts paragraphs in the place of others, in what GTK shows.
 */
void
kompass_text_buffer_write_lines (KompassTextBuffer *self,
                                 int                first,
                                 int                n_old,
                                 GPtrArray         *now)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  GtkTextIter start, end;

  for (guint i = 0; i < now->len; i++)
    g_ptr_array_add (paragraphs, (gpointer) kompass_text_get_paragraph (g_ptr_array_index (now, i), 0));
  self->raw++;
  gtk_text_buffer_get_iter_at_line (buffer, &start, first);
  gtk_text_buffer_get_iter_at_line (buffer, &end, first + n_old);
  gtk_text_buffer_delete (buffer, &start, &end);
  if (now->len > 0)
    {
      gtk_text_buffer_insert (buffer, &start, "\n", 1);
      gtk_text_iter_backward_char (&start);
      kompass_text_tags_write (&self->tags, &start, paragraphs, self->evaluation);
    }
  for (guint i = 0; i < now->len; i++)
    kompass_text_tags_set_kind (&self->tags, buffer, first + (int) i,
                                ((const KompassParagraph *) g_ptr_array_index (paragraphs, i))->kind);
  draw_from_caret (self, first, first + (int) now->len);
  self->raw--;
}

/**
 * kompass_text_buffer_place_caret:
 * @self: a buffer
 * @place: where the caret is to be; as near as there is
 */
void
kompass_text_buffer_place_caret (KompassTextBuffer *self,
                                 KompassTextPlace   place)
{
  GtkTextIter iter;

  get_iter (self, place, &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}
