/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is bold or italic in a text, and which paragraphs are headings and items of lists. */
#include "kompass-text-buffer-private.h"

/**
 * kompass_text_buffer_next_piece:
 * @from: (inout): where to look; then where words begin
 * @to: (out): where they end, at the latest with their paragraph
 * @end: where to stop
 *
 * Steps through a selection, paragraph by paragraph, past what ends them.
 *
 * Returns: whether there are more words
 */
gboolean
kompass_text_buffer_next_piece (GtkTextIter       *from,
                                GtkTextIter       *to,
                                const GtkTextIter *end)
{
  while (gtk_text_iter_ends_line (from) && gtk_text_iter_compare (from, end) < 0)
    gtk_text_iter_forward_line (from);
  if (gtk_text_iter_compare (from, end) >= 0)
    return FALSE;
  *to = *from;
  gtk_text_iter_forward_to_line_end (to);
  if (gtk_text_iter_compare (to, end) > 0)
    *to = *end;

  return TRUE;
}

static gboolean
is_all_tagged (const GtkTextIter *start,
               const GtkTextIter *end,
               GtkTextTag        *tag)
{
  GtkTextIter from = *start;
  GtkTextIter to;
  gboolean any = FALSE;

  for (; kompass_text_buffer_next_piece (&from, &to, end); from = to)
    {
      GtkTextIter toggle = from;

      if (!gtk_text_iter_has_tag (&from, tag))
        return FALSE;
      if (gtk_text_iter_forward_to_tag_toggle (&toggle, tag) && gtk_text_iter_compare (&toggle, &to) < 0)
        return FALSE;
      any = TRUE;
    }

  return any;
}

/**
 * kompass_text_buffer_get_flags:
 * @self: a buffer
 *
 * Returns: how all of what is selected looks, or what is typed next
 */
KompassRunFlags
kompass_text_buffer_get_flags (KompassTextBuffer *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return (is_all_tagged (&start, &end, self->tags.bold) ? KOMPASS_RUN_BOLD : 0) |
           (is_all_tagged (&start, &end, self->tags.italic) ? KOMPASS_RUN_ITALIC : 0);

  return self->has_pending ? self->pending : kompass_text_buffer_get_flags_at (self, &start);
}

static void
set_tag (KompassTextBuffer *self,
         const GtkTextIter *start,
         const GtkTextIter *end,
         GtkTextTag        *tag,
         gboolean           is_set)
{
  GtkTextIter from = *start;
  GtkTextIter to;

  for (; kompass_text_buffer_next_piece (&from, &to, end); from = to)
    if (is_set)
      gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, &from, &to);
    else
      gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), tag, &from, &to);
}

/**
 * kompass_text_buffer_toggle_flag:
 * @self: a buffer
 * @flag: bold or italic
 *
 * Makes what is selected bold, or not where all of it is; where nothing is selected, what is typed next.
 */
void
kompass_text_buffer_toggle_flag (KompassTextBuffer *self,
                                 KompassRunFlags    flag)
{
  KompassRunFlags flags = kompass_text_buffer_get_flags (self);
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    {
      gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
      set_tag (self, &start, &end, flag == KOMPASS_RUN_BOLD ? self->tags.bold : self->tags.italic, (flags & flag) == 0);
      kompass_text_buffer_touch (self, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&end));
      gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
    }
  else
    {
      self->pending = flags ^ flag;
      self->has_pending = TRUE;
    }
  kompass_text_buffer_emit_moved (self);
}

/* The paragraphs that are selected; one whose beginning alone is, is not. */
static void
get_selected_lines (KompassTextBuffer *self,
                    int               *first,
                    int               *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  *first = gtk_text_iter_get_line (&start);
  *last = gtk_text_iter_get_line (&end);
  if (*last > *first && gtk_text_iter_starts_line (&end))
    (*last)--;
}

/**
 * kompass_text_buffer_get_kind:
 * @self: a buffer
 *
 * Returns: what all of the selected paragraphs are; body where they are not the same
 */
KompassParagraphKind
kompass_text_buffer_get_kind (KompassTextBuffer *self)
{
  KompassParagraphKind kind = KOMPASS_PARAGRAPH_BODY;
  int first, last;

  get_selected_lines (self, &first, &last);
  for (int line = first; line <= last; line++)
    {
      GtkTextIter iter;
      KompassParagraphKind one;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &iter, line);
      one = kompass_text_tags_get_kind (&self->tags, &iter);
      if (line > first && one != kind)
        return KOMPASS_PARAGRAPH_BODY;
      kind = one;
    }

  return kind;
}

/**
 * kompass_text_buffer_get_kind_at:
 * @self: a buffer
 * @iter: a place
 *
 * Returns: what the paragraph there is
 */
KompassParagraphKind
kompass_text_buffer_get_kind_at (KompassTextBuffer *self,
                                 const GtkTextIter *iter)
{
  return kompass_text_tags_get_kind (&self->tags, iter);
}

/**
 * kompass_text_buffer_set_kind:
 * @self: a buffer
 * @kind: what the selected paragraphs become
 *
 * Makes paragraphs of another kind.
 */
void
kompass_text_buffer_set_kind (KompassTextBuffer    *self,
                              KompassParagraphKind  kind)
{
  int first, last;

  get_selected_lines (self, &first, &last);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (int line = first; line <= last; line++)
    kompass_text_tags_set_kind (&self->tags, GTK_TEXT_BUFFER (self), line, kind);
  kompass_text_buffer_touch (self, first, last);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  kompass_text_buffer_emit_moved (self);
}
