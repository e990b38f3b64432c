/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes into a line by clipboard, pointer or keyboard: cleaned as it will be stored, or given on where it is several. */
#include "kompass-line-view-private.h"

#include <string.h>

#include "kompass-pasted-lines.h"
#include "kompass-text.h"

static gboolean
give_lines_cb (gpointer user_data)
{
  KompassLineView *self = user_data;
  g_autofree char *pasted = g_steal_pointer (&self->pasted);
  g_auto (GStrv) lines = kompass_pasted_lines_split (pasted);

  self->paste_id = 0;
  kompass_line_view_emit_pasted (self, lines);

  return G_SOURCE_REMOVE;
}

/* Several lines to take, or what is to be inserted in their place. */
static char *
divide (KompassLineView  *self,
        const char       *text,
        GStrv            *lines)
{
  g_auto (GStrv) found = NULL;

  if (!kompass_pasted_lines_has_break (text))
    return kompass_text_clean_part (text);
  found = kompass_pasted_lines_split (text);
  if (self->takes_lines && g_strv_length (found) > 1)
    {
      *lines = g_steal_pointer (&found);
      return NULL;
    }

  return g_strjoinv (" ", found);
}

/* Nothing gets in as it is not stored. What is dropped or pasted by the pointer is inserted in the midst of what GTK does:
 * its lines are divided afterwards. */
static void
insert_text_cb (KompassLineView *self,
                GtkTextIter     *where,
                char            *text,
                int              length,
                GtkTextBuffer   *buffer)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;

  clean = divide (self, copy, &lines);
  if (clean != NULL && strcmp (clean, copy) == 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (clean != NULL)
    {
      gtk_text_buffer_insert (buffer, where, clean, -1);
      return;
    }
  gtk_text_buffer_place_cursor (buffer, where);
  g_free (self->pasted);
  self->pasted = g_steal_pointer (&copy);
  if (self->paste_id == 0)
    self->paste_id = g_idle_add_full (G_PRIORITY_HIGH, give_lines_cb, self, NULL);
}

static void
paste (KompassLineView *self,
       const char      *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = divide (self, text, &lines);

  if (lines != NULL)
    {
      kompass_line_view_emit_pasted (self, lines);
      return;
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, words, -1);
  gtk_text_buffer_end_user_action (buffer);
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (KompassLineView) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    paste (self, text);
}

/**
 * kompass_line_view_paste_clipboard:
 * @view: a line
 *
 * What Ctrl+V and the menu do.
 */
void
kompass_line_view_paste_clipboard (GtkTextView *view)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, read_cb, g_object_ref (view));
}

/**
 * kompass_line_view_add_paste:
 * @self: a line
 *
 * Lets nothing into it as it is not stored.
 */
void
kompass_line_view_add_paste (KompassLineView *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "insert-text", G_CALLBACK (insert_text_cb), self,
                           G_CONNECT_SWAPPED);
}
