/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of the report while it is written. Whatever changes it, keys, input methods, the clipboard, a screen reader, comes
 * through here: what is no text is kept out, figures stay whole, paragraphs know what they are, and every change is a step
 * that can be undone. Beside what GTK shows stands the same text as paragraphs of the model, of which a key press reads only
 * the one it changed. */
#include "kompass-text-buffer.h"

#include <string.h>

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

#define PARENT GTK_TEXT_BUFFER_CLASS (kompass_text_buffer_parent_class)

/* Places */

/* The last line, after the newline of the last paragraph, is none of the text. */
static int
count_lines (KompassTextBuffer *self)
{
  return gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)) - 1;
}

static void
get_insert (KompassTextBuffer *self,
            GtkTextIter       *iter)
{
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
}

static KompassTextPlace
get_place (KompassTextBuffer *self)
{
  GtkTextIter iter;

  get_insert (self, &iter);

  return (KompassTextPlace) { (guint) gtk_text_iter_get_line (&iter), (guint) gtk_text_iter_get_line_offset (&iter) };
}

static void
get_iter (KompassTextBuffer *self,
          KompassTextPlace   place,
          GtkTextIter       *iter)
{
  int line = MIN ((int) place.paragraph, count_lines (self) - 1);
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

  get_insert (self, &iter);
  self->insert_offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  self->bound_offset = gtk_text_iter_get_offset (&iter);
}

/* The caret is never after the last newline. */
static gboolean
clamp (KompassTextBuffer *self,
       GtkTextIter       *iter)
{
  return gtk_text_iter_is_end (iter) && count_lines (self) > 0 && gtk_text_iter_backward_char (iter);
}

/* Whether a place is in the middle of a figure, and where that begins and ends. */
static gboolean
is_in_field (KompassTextBuffer *self,
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

static KompassText *
read_line (KompassTextBuffer *self,
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

/* Puts paragraphs in the place of others, in what GTK shows. */
static void
write_lines (KompassTextBuffer *self,
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
  self->raw--;
}

static void
place_caret (KompassTextBuffer *self,
             KompassTextPlace   place)
{
  GtkTextIter iter;

  get_iter (self, place, &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}

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
  int tail = count_lines (self) - 1 - last;

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
    g_ptr_array_add (pieces, read_line (self, line));

  return pieces;
}

/* The step from what was to what stands there, without the paragraphs that are the same; NULL where all are. */
static KompassTextStep *
create_step (KompassTextBuffer *self)
{
  int first = self->dirty_first;
  int n_old = (int) self->paragraphs->len - self->dirty_tail - first;
  int n_new = count_lines (self) - self->dirty_tail - first;
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
  step->after = get_place (self);

  return step;
}

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

static void
emit_edited (KompassTextBuffer *self)
{
  kompass_text_buffer_remember_marks (self);
  g_signal_emit (self, signals[EDITED], 0);
  kompass_text_buffer_emit_moved (self);
}

/* Typed at the beginning of a paragraph: "- " begins a list. A step of its own, so that it can be undone. */
static void
begin_list (KompassTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  get_insert (self, &end);
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
  emit_edited (self);
  if (keys == KOMPASS_TEXT_KEYS_SPACE)
    begin_list (self);
}

static void
begin_change (KompassTextBuffer *self)
{
  if (self->depth++ == 0)
    self->before = get_place (self);
}

static void
end_change (KompassTextBuffer *self)
{
  if (--self->depth == 0)
    commit (self);
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

  PARENT->insert_text (buffer, iter, words, (int) strlen (words));
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

static void
kompass_text_buffer_insert_text_at (GtkTextBuffer *buffer,
                                    GtkTextIter   *iter,
                                    const char    *text,
                                    int            length)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (buffer);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  if (self->raw > 0)
    {
      PARENT->insert_text (buffer, iter, text, length);
      return;
    }
  words = kompass_text_tags_clean (text, length, TRUE);
  clamp (self, iter);
  if (is_in_field (self, iter, &start, &end))
    *iter = end;
  begin_change (self);
  if (ends_list (self, iter, words))
    {
      int line = gtk_text_iter_get_line (iter);

      kompass_text_tags_set_kind (&self->tags, buffer, line, KOMPASS_PARAGRAPH_BODY);
      kompass_text_buffer_touch (self, line, line);
    }
  else if (*words != '\0')
    insert_words (self, iter, words);
  end_change (self);
}

/* There are no pictures in a text. */
static void
kompass_text_buffer_insert_paintable_at (GtkTextBuffer *buffer,
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

  PARENT->delete_range (GTK_TEXT_BUFFER (self), start, end);
  if (is_join)
    kompass_text_tags_set_kind (&self->tags, GTK_TEXT_BUFFER (self), line, kind);
  kompass_text_buffer_touch (self, line, line);
  self->keys = is_one ? KOMPASS_TEXT_KEYS_DELETE : KOMPASS_TEXT_KEYS_OTHER;
  self->n_deleted++;
}

static void
kompass_text_buffer_delete_range (GtkTextBuffer *buffer,
                                  GtkTextIter   *start,
                                  GtkTextIter   *end)
{
  KompassTextBuffer *self = KOMPASS_TEXT_BUFFER (buffer);
  GtkTextIter from, to;

  if (self->raw > 0)
    {
      PARENT->delete_range (buffer, start, end);
      return;
    }
  gtk_text_iter_order (start, end);
  if (is_in_field (self, start, &from, &to))
    *start = from;
  if (is_in_field (self, end, &from, &to))
    *end = to;
  clamp (self, end);
  if (gtk_text_iter_compare (start, end) >= 0)
    {
      *start = *end;
      return;
    }
  begin_change (self);
  delete_words (self, start, end);
  end_change (self);
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

  PARENT->mark_set (buffer, location, mark);
  if (self->raw > 0 || (!is_insert && mark != gtk_text_buffer_get_selection_bound (buffer)))
    return;
  if (clamp (self, &iter))
    {
      gtk_text_buffer_move_mark (buffer, mark, &iter);
      return;
    }
  if (is_in_field (self, &iter, &start, &end))
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
  begin_change (KOMPASS_TEXT_BUFFER (buffer));
}

static void
kompass_text_buffer_end_user_action (GtkTextBuffer *buffer)
{
  end_change (KOMPASS_TEXT_BUFFER (buffer));
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
  write_lines (self, 0, 0, self->paragraphs);
  place_caret (self, (KompassTextPlace) { 0, 0 });
}

static void
kompass_text_buffer_class_init (KompassTextBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = kompass_text_buffer_constructed;
  object_class->dispose = kompass_text_buffer_dispose;
  object_class->finalize = kompass_text_buffer_finalize;
  buffer_class->insert_text = kompass_text_buffer_insert_text_at;
  buffer_class->insert_paintable = kompass_text_buffer_insert_paintable_at;
  buffer_class->delete_range = kompass_text_buffer_delete_range;
  buffer_class->mark_set = kompass_text_buffer_mark_set;
  buffer_class->begin_user_action = kompass_text_buffer_begin_user_action;
  buffer_class->end_user_action = kompass_text_buffer_end_user_action;

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
  KompassTextPlace place = get_place (self);

  if (n_old == 0 && self->paragraphs->len == now->len)
    return;
  range = kompass_text_pieces_copy (now, first, (int) now->len - first - tail);
  write_lines (self, first, n_old, range);
  kompass_text_pieces_splice (self->paragraphs, first, n_old, range);
  kompass_text_history_clear (self->history);
  if ((int) place.paragraph >= first + n_old)
    place.paragraph += now->len - (guint) (n_old + first + tail);
  place_caret (self, place);
  emit_edited (self);
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
  get_insert (self, &iter);
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
  write_lines (self, (int) first, (int) old->len, now);
  kompass_text_pieces_splice (self->paragraphs, (int) first, (int) old->len, now);
  place_caret (self, place);
  emit_edited (self);
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
