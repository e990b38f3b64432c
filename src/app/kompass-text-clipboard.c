/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a report on the clipboard: as our own markup, as HTML for word processors, and as plain text, whatever who pastes
 * can read; and back. */
#include "kompass-text-clipboard.h"

#include "kompass-pasted-lines.h"
#include "kompass-text-html.h"
#include "kompass-text-pieces.h"

#define MARKUP_TYPE "application/x-kommunkompass-text"
#define HTML_TYPE "text/html"

typedef struct
{
  GtkTextView *view;
  const char *type; /* what is read */
  GOutputStream *bytes;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_clear_object (&paste->bytes);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static GdkContentProvider *
create_provider (const char *type,
                 char       *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (content, strlen (content));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/**
 * kompass_text_clipboard_copy:
 * @buffer: a buffer
 * @clipboard: a clipboard
 *
 * Copies what is selected, if anything is. Figures are the figures of now for other programs, and stay figures for ours.
 */
void
kompass_text_clipboard_copy (KompassTextBuffer *buffer,
                             GdkClipboard      *clipboard)
{
  g_autoptr (KompassText) text = kompass_text_buffer_get_selected (buffer);
  KompassEvaluation *evaluation = kompass_text_buffer_get_evaluation (buffer);
  g_autofree char *plain = kompass_text_to_plain (text, evaluation);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *parts[3];

  if (kompass_text_get_n_paragraphs (text) == 0)
    return;
  parts[0] = create_provider (MARKUP_TYPE, kompass_text_to_markup (text));
  parts[1] = create_provider (HTML_TYPE, kompass_text_to_html (text, evaluation));
  parts[2] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  provider = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (clipboard, provider);
}

static void
insert (GtkTextView *view,
        KompassText *text)
{
  kompass_text_buffer_insert_text (KOMPASS_TEXT_BUFFER (gtk_text_view_get_buffer (view)), text);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
}

/* The words after the bullet that a paragraph begins with; NULL where it has none. */
static const char *
find_item (const KompassParagraph *paragraph)
{
  const KompassRun *first = paragraph->runs->len > 0 ? g_ptr_array_index (paragraph->runs, 0) : NULL;
  const char *words;

  if (paragraph->kind != KOMPASS_PARAGRAPH_BODY || first == NULL || *first->text == '\0')
    return NULL;
  words = kompass_pasted_lines_skip_bullet (first->text);

  return words != first->text && *words != '\0' ? words : NULL;
}

static void
add_item (KompassText            *text,
          const KompassParagraph *paragraph,
          const char             *words)
{
  const KompassRun *first = g_ptr_array_index (paragraph->runs, 0);

  kompass_text_add_paragraph (text, KOMPASS_PARAGRAPH_BULLET);
  kompass_text_add_run (text, words, first->flags, first->link);
  for (guint i = 1; i < paragraph->runs->len; i++)
    kompass_text_pieces_append_run (text, g_ptr_array_index (paragraph->runs, i));
}

/* Mails and plain text mark the items of lists with signs, where a report has items. */
static KompassText *
create_items (KompassText *pasted)
{
  KompassText *text = kompass_text_new ();

  for (guint i = 0; i < kompass_text_get_n_paragraphs (pasted); i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (pasted, i);
      const char *words = find_item (paragraph);

      if (words != NULL)
        add_item (text, paragraph, words);
      else
        kompass_text_pieces_append (text, paragraph);
    }

  return text;
}

static void
insert_with_items (GtkTextView *view,
                   KompassText *pasted)
{
  g_autoptr (KompassText) text = create_items (pasted);

  insert (view, text);
}

/* NULL if nothing could be read. */
static KompassText *
finish_plain (GObject      *clipboard,
              GAsyncResult *result)
{
  g_autofree char *plain = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  return plain != NULL ? kompass_text_new_from_plain (plain) : NULL;
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      view)
{
  g_autoptr (GtkTextView) target = view;
  g_autoptr (KompassText) text = finish_plain (clipboard, result);

  if (text != NULL)
    insert_with_items (target, text);
}

static void
paste_text (GtkTextView  *view,
            GdkClipboard *clipboard)
{
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (view));
}

/* As it stands there, with its signs. */
static void
plain_read_cb (GObject      *clipboard,
               GAsyncResult *result,
               gpointer      view)
{
  g_autoptr (GtkTextView) target = view;
  g_autoptr (KompassText) text = finish_plain (clipboard, result);

  if (text != NULL)
    insert (target, text);
}

static KompassText *
parse (Paste *paste)
{
  gsize size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (paste->bytes));
  g_autofree char *content = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (paste->bytes)), size);

  return g_str_equal (paste->type, MARKUP_TYPE) ? kompass_text_new_from_markup (content, NULL)
                                                : kompass_text_new_from_html (content, size);
}

/* What cannot be read is pasted as plain text, which every program offers. */
static void
spliced_cb (GObject      *bytes,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  gboolean is_read = g_output_stream_splice_finish (G_OUTPUT_STREAM (bytes), result, NULL) >= 0;
  g_autoptr (KompassText) text = is_read ? parse (paste) : NULL;

  if (text == NULL || kompass_text_is_empty (text))
    paste_text (paste->view, gtk_widget_get_clipboard (GTK_WIDGET (paste->view)));
  else if (g_str_equal (paste->type, HTML_TYPE))
    insert_with_items (paste->view, text);
  else
    insert (paste->view, text);
}

static void
opened_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &paste->type, NULL);
  GOutputStream *bytes;

  if (stream == NULL)
    {
      paste_text (paste->view, GDK_CLIPBOARD (clipboard));
      return;
    }
  bytes = paste->bytes = g_memory_output_stream_new_resizable ();
  paste->type = g_intern_string (paste->type);
  g_output_stream_splice_async (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&paste));
}

/**
 * kompass_text_clipboard_paste:
 * @view: the view of a #KompassTextBuffer
 * @clipboard: a clipboard
 * @plain: whether without looks
 *
 * Puts what is on the clipboard in the place of what is selected, once it has been read. Of what other programs format only
 * what a report has is kept; lines that begin with a bullet become items of a list. Without looks it is what stands there.
 */
void
kompass_text_clipboard_paste (GtkTextView  *view,
                              GdkClipboard *clipboard,
                              gboolean      plain)
{
  static const char *types[] = { MARKUP_TYPE, HTML_TYPE, NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste;

  if (plain)
    {
      gdk_clipboard_read_text_async (clipboard, NULL, plain_read_cb, g_object_ref (view));
      return;
    }
  if (!gdk_content_formats_contain_mime_type (formats, MARKUP_TYPE) &&
      !gdk_content_formats_contain_mime_type (formats, HTML_TYPE))
    {
      paste_text (view, clipboard);
      return;
    }
  paste = g_new0 (Paste, 1);
  paste->view = g_object_ref (view);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, opened_cb, paste);
}
