/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text that no dictionary has, one after the other. */
#include "kompass-spelling-private.h"

#include "kompass-text-buffer.h"

/**
 * kompass_spelling_begin_words:
 * @words: (out): the words of a line, to be ended with kompass_spelling_end_words()
 * @self: the spelling of a view
 * @line: which line of its text
 */
void
kompass_spelling_begin_words (KompassSpellingWords *words,
                              KompassSpelling      *self,
                              int                   line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  *words = (KompassSpellingWords) { self, gtk_text_iter_get_slice (&start, &end), 0, line, 0 };
}

static gboolean
is_prose (KompassSpelling           *self,
          const KompassSpellingWord *word)
{
  return !KOMPASS_IS_TEXT_BUFFER (self->buffer) ||
         kompass_text_buffer_is_prose (KOMPASS_TEXT_BUFFER (self->buffer), &word->start, &word->end);
}

/**
 * kompass_spelling_next_wrong:
 * @words: the words of a line
 * @word: (out): the next one that no dictionary has
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_spelling_next_wrong (KompassSpellingWords *words,
                             KompassSpellingWord  *word)
{
  KompassSpelling *self = words->spelling;
  gsize start, end;

  while (kompass_speller_find_word (words->text, words->from, &start, &end))
    {
      g_autofree char *letters = g_strndup (words->text + start, end - start);
      int first = words->offset + (int) g_utf8_strlen (words->text + words->from, (gssize) (start - words->from));

      words->offset = first + (int) g_utf8_strlen (letters, -1);
      words->from = end;
      if (kompass_speller_check (self->speller, letters))
        continue;
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &word->start, words->line, first);
      gtk_text_buffer_get_iter_at_line_offset (self->buffer, &word->end, words->line, words->offset);
      if (is_prose (self, word))
        return TRUE;
    }

  return FALSE;
}

void
kompass_spelling_end_words (KompassSpellingWords *words)
{
  g_clear_pointer (&words->text, g_free);
}

/* The next one */

/* A text of the report ends with the end of a line. */
static int
count_lines (KompassSpelling *self)
{
  return gtk_text_buffer_get_line_count (self->buffer) - (KOMPASS_IS_TEXT_BUFFER (self->buffer) ? 1 : 0);
}

static gboolean
find_in_line (KompassSpelling     *self,
              int                  line,
              KompassSpellingWord *word)
{
  gboolean is_first = self->search_left == count_lines (self);
  gboolean is_found = FALSE;
  GtkTextIter caret;
  KompassSpellingWords words;

  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &caret);
  kompass_spelling_begin_words (&words, self, line);
  while (!is_found && kompass_spelling_next_wrong (&words, word))
    is_found = !is_first || gtk_text_iter_compare (&word->start, &caret) >= 0;
  kompass_spelling_end_words (&words);

  return is_found;
}

static gboolean
search_cb (gpointer user_data)
{
  KompassSpelling *self = user_data;
  gint64 deadline = g_get_monotonic_time () + KOMPASS_SPELLING_SLICE;
  int n_lines = count_lines (self);
  gboolean is_found = FALSE;
  KompassSpellingWord word;

  while (!is_found && self->search_left >= 0 && g_get_monotonic_time () < deadline)
    {
      is_found = find_in_line (self, self->search_line % n_lines, &word);
      self->search_line++;
      self->search_left--;
    }
  if (!is_found && self->search_left >= 0)
    return G_SOURCE_CONTINUE;
  self->search_source = 0;
  if (is_found)
    {
      gtk_text_buffer_select_range (self->buffer, &word.end, &word.start);
      gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
    }
  kompass_spelling_emit_searched (self, is_found);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_spelling_go_to_next:
 * @self: the spelling of a view
 *
 * Selects the next word after the caret that no dictionary has, from the beginning again after the end. Of a long text a
 * little is searched at a time; #KompassSpelling::searched says how it ended.
 */
void
kompass_spelling_go_to_next (KompassSpelling *self)
{
  GtkTextIter caret;

  if (self->speller == NULL)
    return;
  g_clear_handle_id (&self->search_source, g_source_remove);
  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &caret);
  self->search_line = gtk_text_iter_get_line (&caret);
  self->search_left = count_lines (self);
  self->search_source = g_idle_add (search_cb, self);
}

/**
 * kompass_spelling_select_next:
 * @self: the spelling of a line
 * @from_start: whether to look from its beginning on, or from the caret
 *
 * Selects the next word of a text of one line that no dictionary has.
 *
 * Returns: %FALSE if there is none up to the end
 */
gboolean
kompass_spelling_select_next (KompassSpelling *self,
                              gboolean         from_start)
{
  gboolean is_found = FALSE;
  GtkTextIter caret;
  KompassSpellingWords words;
  KompassSpellingWord word;

  if (self->speller == NULL)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (self->buffer, NULL, &caret);
  kompass_spelling_begin_words (&words, self, 0);
  while (!is_found && kompass_spelling_next_wrong (&words, &word))
    is_found = from_start || gtk_text_iter_compare (&word.start, &caret) >= 0;
  kompass_spelling_end_words (&words);
  if (is_found)
    gtk_text_buffer_select_range (self->buffer, &word.end, &word.start);

  return is_found;
}
