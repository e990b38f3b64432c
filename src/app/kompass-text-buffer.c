/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of the report while it is written. Whatever changes it, keys, input methods, the clipboard, a screen reader, comes
 * through here: what is no text is kept out, figures stay whole, paragraphs know what they are, and every change is a step
 * that can be undone. Beside what GTK shows stands the same text as paragraphs of the model, of which a key press reads only
 * the one it changed. */
#include "kompass-text-buffer.h"

#include "kompass-text-buffer-private.h"
#include "kompass-text-pieces.h"

enum
{
  EDITED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassTextBuffer, kompass_text_buffer, GTK_TYPE_TEXT_BUFFER)

/* Signals */

/**
 * kompass_text_buffer_emit_moved:
 * @self: a buffer
 *
 * Says that what is at the caret looks otherwise.
 */
void
kompass_text_buffer_emit_moved (KompassTextBuffer *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * kompass_text_buffer_emit_edited:
 * @self: a buffer
 *
 * Says that the text is another.
 */
void
kompass_text_buffer_emit_edited (KompassTextBuffer *self)
{
  kompass_text_buffer_remember_marks (self);
  g_signal_emit (self, signals[EDITED], 0);
  kompass_text_buffer_emit_moved (self);
}

/* The caret */

/* Moves a mark out of the figure it was put in, the way it went. */
static void
kompass_text_buffer_mark_set (GtkTextBuffer     *buffer,
                              const GtkTextIter *location,
                              GtkTextMark       *mark)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (buffer);
  gboolean is_insert = mark == gtk_text_buffer_get_insert (buffer);
  int *offset = is_insert ? &self->insert_offset : &self->bound_offset;
  GtkTextIter iter = *location;
  GtkTextIter start, end;

  GTK_TEXT_BUFFER_CLASS (kompass_text_buffer_parent_class)->mark_set (buffer, location, mark);
  if (self->raw > 0 || (!is_insert && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  if (kompass_text_buffer_clamp (self, &iter))
    {
      gtk_text_buffer_move_mark (buffer, mark, &iter);
      return;
    }
  if (kompass_text_buffer_is_in_field (self, &iter, &start, &end))
    {
      gtk_text_buffer_move_mark (buffer, mark, gtk_text_iter_get_offset (&iter) > *offset ? &end : &start);
      return;
    }
  if (is_insert && *offset != gtk_text_iter_get_offset (&iter))
    self->has_pending = FALSE;
  *offset = gtk_text_iter_get_offset (&iter);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
kompass_text_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  kompass_text_buffer_begin_change (KOMPASS_TEXT_BUFFER (buffer));
}

static void
kompass_text_buffer_end_user_action (GtkTextBuffer *buffer)
{
  kompass_text_buffer_end_change (KOMPASS_TEXT_BUFFER (buffer));
}

/* Class */

static void
kompass_text_buffer_dispose (GObject *object)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (object);

  g_clear_object (&self->evaluation);

  G_OBJECT_CLASS (kompass_text_buffer_parent_class)->dispose (object);
}

static void
kompass_text_buffer_finalize (GObject *object)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (object);

  g_ptr_array_unref (self->paragraphs);
  kompass_text_history_free (self->history);

  G_OBJECT_CLASS (kompass_text_buffer_parent_class)->finalize (object);
}

static void
kompass_text_buffer_constructed (GObject *object)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (object);
  g_autoptr (KompassText) empty = kompass_text_new ();

  G_OBJECT_CLASS (kompass_text_buffer_parent_class)->constructed (object);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  kompass_text_tags_init (&self->tags, gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)));
  self->paragraphs = kompass_text_pieces_split (empty);
  kompass_text_buffer_write_lines (self, 0, 0, self->paragraphs);
  kompass_text_buffer_place_caret (self, (KompassTextPlace) { 0, 0 });
}

static void
kompass_text_buffer_class_init (KompassTextBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = kompass_text_buffer_constructed;
  object_class->dispose = kompass_text_buffer_dispose;
  object_class->finalize = kompass_text_buffer_finalize;
  buffer_class->mark_set = kompass_text_buffer_mark_set;
  buffer_class->begin_user_action = kompass_text_buffer_begin_user_action;
  buffer_class->end_user_action = kompass_text_buffer_end_user_action;
  kompass_text_buffer_install_editing (buffer_class);

  /**
   * KompassTextBuffer::edited:
   * @self: a buffer
   *
   * The text is another, also when a step was undone.
   */
  signals[EDITED] = g_signal_new ("edited", KOMPASS_TYPE_TEXT_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassTextBuffer::moved:
   * @self: a buffer
   *
   * The caret or the selection is elsewhere, or what is there looks otherwise.
   */
  signals[MOVED] = g_signal_new ("moved", KOMPASS_TYPE_TEXT_BUFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kompass_text_buffer_init (KompassTextBuffer *self)
{
  self->history = kompass_text_history_new ();
}

/**
 * kompass_text_buffer_new:
 *
 * Returns: (transfer full): a buffer with an empty text
 */
KompassTextBuffer *
kompass_text_buffer_new (void)
{
  return g_object_new (KOMPASS_TYPE_TEXT_BUFFER, NULL);
}

/* The text */

/**
 * kompass_text_buffer_set_text:
 * @self: a buffer
 * @text: a text
 *
 * Shows a text. The same text changes nothing, and leaves the steps that can be undone; of another one only what differs is
 * written, so that the caret stays where it is, and there is nothing to undo.
 */
void
kompass_text_buffer_set_text (KompassTextBuffer *self,
                              KompassText       *text)
{
  g_autoptr (GPtrArray) now = kompass_text_pieces_split (text);
  int most = (int) MIN (now->len, self->paragraphs->len);
  int first = kompass_text_pieces_count_equal (self->paragraphs, now, FALSE, most);
  int tail = kompass_text_pieces_count_equal (self->paragraphs, now, TRUE, most - first);
  int n_old = (int) self->paragraphs->len - first - tail;
  g_autoptr (GPtrArray) range = NULL;
  KompassTextPlace place = kompass_text_buffer_get_place (self);

  if (n_old == 0 && self->paragraphs->len == now->len)
    return;
  range = kompass_text_pieces_copy (now, first, (int) now->len - first - tail);
  kompass_text_buffer_write_lines (self, first, n_old, range);
  kompass_text_pieces_splice (self->paragraphs, first, n_old, range);
  kompass_text_history_clear (self->history);
  if ((int) place.paragraph >= first + n_old)
    place.paragraph += now->len - (guint) (n_old + first + tail);
  kompass_text_buffer_place_caret (self, place);
  kompass_text_buffer_emit_edited (self);
}

/**
 * kompass_text_buffer_get_text:
 * @self: a buffer
 *
 * Returns: (transfer full): its text; empty where there is nothing but an empty paragraph
 */
KompassText *
kompass_text_buffer_get_text (KompassTextBuffer *self)
{
  KompassText *text = kompass_text_new ();

  if (!kompass_text_buffer_is_empty (self))
    for (guint i = 0; i < self->paragraphs->len; i++)
      kompass_text_pieces_append (text, kompass_text_get_paragraph (g_ptr_array_index (self->paragraphs, i), 0));

  return text;
}

/**
 * kompass_text_buffer_is_empty:
 * @self: a buffer
 *
 * Returns: whether there is nothing but an empty paragraph
 */
gboolean
kompass_text_buffer_is_empty (KompassTextBuffer *self)
{
  const KompassParagraph *first = kompass_text_get_paragraph (g_ptr_array_index (self->paragraphs, 0), 0);

  return self->paragraphs->len == 1 && first->runs->len == 0 && first->kind == KOMPASS_PARAGRAPH_BODY;
}

/**
 * kompass_text_buffer_get_n_paragraphs:
 * @self: a buffer
 *
 * Returns: how many paragraphs there are, at least one; each is a line of the buffer
 */
guint
kompass_text_buffer_get_n_paragraphs (KompassTextBuffer *self)
{
  return self->paragraphs->len;
}

/**
 * kompass_text_buffer_get_selected:
 * @self: a buffer
 *
 * Returns: (transfer full): what is selected
 */
KompassText *
kompass_text_buffer_get_selected (KompassTextBuffer *self)
{
  KompassText *text = kompass_text_new ();
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    kompass_text_tags_read (&self->tags, &start, &end, text);

  return text;
}
