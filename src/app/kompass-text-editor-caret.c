/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody writes in a text, going elsewhere in it, and the steps that can be undone there. */
#include "kompass-text-editor-private.h"

static void
get_caret (KompassTextEditor *self,
           GtkTextIter       *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

/**
 * kompass_text_editor_get_paragraph:
 * @self: an editor
 *
 * Returns: index of the paragraph that the caret is in
 */
guint
kompass_text_editor_get_paragraph (KompassTextEditor *self)
{
  GtkTextIter iter;

  get_caret (self, &iter);

  return (guint) gtk_text_iter_get_line (&iter);
}

/**
 * kompass_text_editor_get_offset:
 * @self: an editor
 *
 * Returns: how many characters into its paragraph the caret is, figures as they are shown
 */
guint
kompass_text_editor_get_offset (KompassTextEditor *self)
{
  GtkTextIter iter;

  get_caret (self, &iter);

  return (guint) gtk_text_iter_get_line_offset (&iter);
}

/**
 * kompass_text_editor_go_to:
 * @self: an editor
 * @paragraph: index of a paragraph
 *
 * Moves the caret to the beginning of a paragraph, such as a heading, and gives it the keyboard.
 */
void
kompass_text_editor_go_to (KompassTextEditor *self,
                           guint              paragraph)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter iter;

  paragraph = MIN (paragraph, kompass_text_buffer_get_n_paragraphs (self->buffer) - 1);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) paragraph);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
get_iter (KompassTextEditor *self,
          guint              paragraph,
          guint              offset,
          GtkTextIter       *iter)
{
  GtkTextIter end;

  paragraph = MIN (paragraph, kompass_text_buffer_get_n_paragraphs (self->buffer) - 1);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self->buffer), iter, (int) paragraph);
  end = *iter;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_iter_set_line_offset (iter, MIN ((int) offset, gtk_text_iter_get_line_offset (&end)));
}

/**
 * kompass_text_editor_select:
 * @self: an editor
 * @paragraph: index of a paragraph
 * @from: how many characters into it what is selected begins, figures as they are shown
 * @to: where it ends
 *
 * Selects words and shows them. The keyboard stays where it is.
 */
void
kompass_text_editor_select (KompassTextEditor *self,
                            guint              paragraph,
                            guint              from,
                            guint              to)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end;

  get_iter (self, paragraph, from, &start);
  get_iter (self, paragraph, to, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

/**
 * kompass_text_editor_get_buffer:
 * @self: an editor
 *
 * Returns: (transfer none): what is written
 */
KompassTextBuffer *
kompass_text_editor_get_buffer (KompassTextEditor *self)
{
  return self->buffer;
}

/**
 * kompass_text_editor_get_can_undo:
 * @self: an editor
 *
 * Returns: whether there is a step of the text to take back
 */
gboolean
kompass_text_editor_get_can_undo (KompassTextEditor *self)
{
  return kompass_text_buffer_get_can_undo (self->buffer);
}

/**
 * kompass_text_editor_get_can_redo:
 * @self: an editor
 *
 * Returns: whether there is a step of the text to do again
 */
gboolean
kompass_text_editor_get_can_redo (KompassTextEditor *self)
{
  return kompass_text_buffer_get_can_redo (self->buffer);
}

/**
 * kompass_text_editor_undo:
 * @self: an editor
 *
 * Takes the last step of the text back.
 */
void
kompass_text_editor_undo (KompassTextEditor *self)
{
  kompass_text_buffer_undo (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

/**
 * kompass_text_editor_redo:
 * @self: an editor
 *
 * Does the step again that was taken back last.
 */
void
kompass_text_editor_redo (KompassTextEditor *self)
{
  kompass_text_buffer_redo (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}
