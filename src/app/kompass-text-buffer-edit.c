/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put into a text and taken out of it, by keys, input methods, the clipboard and the program: what is no text is
 * kept out, and figures stay whole. */
#include <string.h>

#include "kompass-text-buffer-private.h"

static GtkTextBufferClass *
get_parent_class (GtkTextBuffer *buffer)
{
  return g_type_class_peek_parent (G_OBJECT_GET_CLASS (buffer));
}

/* Inserting */

/**
 * kompass_text_buffer_get_flags_at:
 * @self: a buffer
 * @iter: a place
 *
 * Returns: how words look that are typed there: as those before it in the paragraph
 */
KompassRunFlags
kompass_text_buffer_get_flags_at (KompassTextBuffer *self,
                                  const GtkTextIter *iter)
{
  GtkTextIter character = *iter;

  if (!gtk_text_iter_starts_line (iter))
    gtk_text_iter_backward_char (&character);

  return kompass_text_tags_get_flags (&self->tags, &character);
}

/* What is typed in the middle of a link is part of it; what is typed at its end is not. */
static GtkTextTag *
get_link_tag_at (KompassTextBuffer *self,
                 const GtkTextIter *iter)
{
  GtkTextTag *tag = NULL;

  return kompass_text_tags_find_link (&self->tags, iter, &tag) != NULL && !gtk_text_iter_starts_tag (iter, tag) ? tag : NULL;
}

static KompassTextKeys
get_keys (const char *words)
{
  gunichar c = g_utf8_get_char (words);

  if (*words == '\0' || *g_utf8_next_char (words) != '\0' || c == '\n')
    return KOMPASS_TEXT_KEYS_OTHER;

  return g_unichar_isspace (c) ? KOMPASS_TEXT_KEYS_SPACE : KOMPASS_TEXT_KEYS_WORD;
}

/* A paragraph that is split is the same before and after, but what follows a heading is none. */
static void
set_kinds_of_split (KompassTextBuffer    *self,
                    int                   first,
                    int                   last,
                    KompassParagraphKind  kind,
                    gboolean              at_start)
{
  gboolean is_heading = kind == KOMPASS_PARAGRAPH_HEADING;

  for (int line = first; line <= last; line++)
    {
      gboolean keeps = !is_heading || line == (at_start ? last : first);

      kompass_text_tags_set_kind (&self->tags, GTK_TEXT_BUFFER (self), line, keeps ? kind : KOMPASS_PARAGRAPH_BODY);
    }
}

static void
insert_words (KompassTextBuffer *self,
              GtkTextIter       *iter,
              const char        *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  KompassRunFlags flags = self->has_pending ? self->pending : kompass_text_buffer_get_flags_at (self, iter);
  GtkTextTag *link = get_link_tag_at (self, iter);
  KompassParagraphKind kind = kompass_text_tags_get_kind (&self->tags, iter);
  gboolean at_start = gtk_text_iter_starts_line (iter) && !gtk_text_iter_ends_line (iter);
  int offset = gtk_text_iter_get_offset (iter);
  int line = gtk_text_iter_get_line (iter);
  GtkTextIter start;

  get_parent_class (buffer)->insert_text (buffer, iter, words, (int) strlen (words));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  kompass_text_tags_set_inline (&self->tags, &start, iter, flags, link);
  if (gtk_text_iter_get_line (iter) != line)
    set_kinds_of_split (self, line, gtk_text_iter_get_line (iter), kind, at_start);
  kompass_text_buffer_touch (self, line, gtk_text_iter_get_line (iter));
  self->keys = get_keys (words);
  self->n_inserted++;
  self->has_pending = strcmp (words, "\n") == 0 && kind != KOMPASS_PARAGRAPH_HEADING;
  self->pending = flags;
}

/* Enter in an empty item ends the list. */
static gboolean
ends_list (KompassTextBuffer *self,
           const GtkTextIter *iter,
           const char        *words)
{
  return strcmp (words, "\n") == 0 && gtk_text_iter_starts_line (iter) && gtk_text_iter_ends_line (iter) &&
         kompass_text_tags_get_kind (&self->tags, iter) == KOMPASS_PARAGRAPH_BULLET;
}

/* Whoever listens to the signal is to be told of what is put in, and of nothing else: so what is to be cleaned is put in anew,
 * clean. */
static void
insert_instead (GtkTextBuffer *buffer,
                GtkTextIter   *iter,
                const char    *words)
{
  if (*words != '\0')
    gtk_text_buffer_insert (buffer, iter, words, -1);
  g_signal_stop_emission_by_name (buffer, "insert-text");
}

static void
insert_text_at (GtkTextBuffer *buffer,
                GtkTextIter   *iter,
                const char    *text,
                int            length)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (buffer);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  if (self->raw > 0)
    {
      get_parent_class (buffer)->insert_text (buffer, iter, text, length);
      return;
    }
  words = kompass_text_tags_clean (text, length, TRUE);
  if (strlen (words) != (gsize) length || memcmp (words, text, (gsize) length) != 0)
    {
      insert_instead (buffer, iter, words);
      return;
    }
  kompass_text_buffer_clamp (self, iter);
  if (kompass_text_buffer_is_in_field (self, iter, &start, &end))
    *iter = end;
  kompass_text_buffer_begin_change (self);
  if (ends_list (self, iter, words))
    {
      int line = gtk_text_iter_get_line (iter);

      kompass_text_tags_set_kind (&self->tags, buffer, line, KOMPASS_PARAGRAPH_BODY);
      kompass_text_buffer_touch (self, line, line);
      g_signal_stop_emission_by_name (buffer, "insert-text");
    }
  else
    insert_words (self, iter, words);
  kompass_text_buffer_end_change (self);
}

/* There are no pictures in a text. */
static void
insert_paintable_at (GtkTextBuffer *buffer,
                     GtkTextIter   *iter,
                     GdkPaintable  *paintable)
{
}

/* Deleting */

/* Where paragraphs are joined, they become what the first is, unless nothing of it is left. */
static KompassParagraphKind
get_kind_of_join (KompassTextBuffer *self,
                  const GtkTextIter *start,
                  const GtkTextIter *end)
{
  gboolean is_last = gtk_text_iter_starts_line (start) && !gtk_text_iter_ends_line (end);

  return kompass_text_tags_get_kind (&self->tags, is_last ? end : start);
}

static void
delete_words (KompassTextBuffer *self,
              GtkTextIter       *start,
              GtkTextIter       *end)
{
  int line = gtk_text_iter_get_line (start);
  gboolean is_join = gtk_text_iter_get_line (end) != line;
  gboolean is_one = gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start) == 1 && !is_join;
  KompassParagraphKind kind = get_kind_of_join (self, start, end);

  get_parent_class (GTK_TEXT_BUFFER (self))->delete_range (GTK_TEXT_BUFFER (self), start, end);
  if (is_join)
    kompass_text_tags_set_kind (&self->tags, GTK_TEXT_BUFFER (self), line, kind);
  kompass_text_buffer_touch (self, line, line);
  self->keys = is_one ? KOMPASS_TEXT_KEYS_DELETE : KOMPASS_TEXT_KEYS_OTHER;
  self->n_deleted++;
}

static void
delete_range (GtkTextBuffer *buffer,
              GtkTextIter   *start,
              GtkTextIter   *end)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (buffer);
  GtkTextIter from, to;

  if (self->raw > 0)
    {
      get_parent_class (buffer)->delete_range (buffer, start, end);
      return;
    }
  gtk_text_iter_order (start, end);
  if (kompass_text_buffer_is_in_field (self, start, &from, &to))
    *start = from;
  if (kompass_text_buffer_is_in_field (self, end, &from, &to))
    *end = to;
  kompass_text_buffer_clamp (self, end);
  if (gtk_text_iter_compare (start, end) >= 0)
    {
      *start = *end;
      return;
    }
  kompass_text_buffer_begin_change (self);
  delete_words (self, start, end);
  kompass_text_buffer_end_change (self);
}

/* Whole texts */

/* A piece of one paragraph is a piece of the paragraph it is put in, unless that is empty. */
static void
insert_paragraphs (KompassTextBuffer *self,
                   GtkTextIter       *iter,
                   KompassText       *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint n = kompass_text_get_n_paragraphs (text);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  KompassParagraphKind kind = kompass_text_tags_get_kind (&self->tags, iter);
  gboolean has_head = !gtk_text_iter_starts_line (iter);
  gboolean has_tail = !gtk_text_iter_ends_line (iter);
  int line = gtk_text_iter_get_line (iter);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (paragraphs, (gpointer) kompass_text_get_paragraph (text, i));
  self->raw++;
  kompass_text_tags_write (&self->tags, iter, paragraphs, self->evaluation);
  self->raw--;
  for (guint i = 0; i < n; i++)
    {
      gboolean keeps = (i == 0 && has_head) || (i == n - 1 && has_tail);

      kompass_text_tags_set_kind (&self->tags, buffer, line + (int) i,
                                  keeps ? kind : kompass_text_get_paragraph (text, i)->kind);
    }
  kompass_text_buffer_touch (self, line, line + (int) n - 1);
}

/**
 * kompass_text_buffer_insert_text:
 * @self: a buffer
 * @text: a text
 *
 * Puts a text in the place of what is selected, in one step.
 */
void
kompass_text_buffer_insert_text (KompassTextBuffer *self,
                                 KompassText       *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  if (kompass_text_get_n_paragraphs (text) == 0)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  kompass_text_buffer_get_insert (self, &iter);
  insert_paragraphs (self, &iter, text);
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->n_inserted += 2;
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * kompass_text_buffer_replace_words:
 * @self: a buffer
 * @start: where words begin
 * @end: where they end, in the same paragraph
 * @words: what is to stand there
 *
 * Puts words in the place of others, with the looks of the first, in one step.
 */
void
kompass_text_buffer_replace_words (KompassTextBuffer *self,
                                   const GtkTextIter *start,
                                   const GtkTextIter *end,
                                   const char        *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  KompassRunFlags flags = kompass_text_tags_get_flags (&self->tags, start);
  int offset = gtk_text_iter_get_offset (start);
  GtkTextIter from = *start;
  GtkTextIter to = *end;
  GtkTextTag *link = NULL;

  kompass_text_tags_find_link (&self->tags, start, &link);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  self->pending = flags;
  self->has_pending = TRUE;
  gtk_text_buffer_insert (buffer, &from, words, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, offset);
  kompass_text_tags_set_link (&self->tags, &to, &from, link);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * kompass_text_buffer_install_editing:
 * @buffer_class: the class of the buffer
 *
 * Lets everything that changes a text come through here.
 */
void
kompass_text_buffer_install_editing (GtkTextBufferClass *buffer_class)
{
  buffer_class->insert_text = insert_text_at;
  buffer_class->insert_paintable = insert_paintable_at;
  buffer_class->delete_range = delete_range;
}
