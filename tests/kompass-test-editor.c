/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of writing a text share: a text editor in a window of its own, texts as markup, and keys. */
#include "kompass-test-editor.h"

#include "kompass-test-window.h"
#include "kompass-text-view.h"

/**
 * kompass_test_set_up_editor:
 * @fixture: a fixture
 * @language: (nullable): the language that is written in
 *
 * Shows an empty text editor.
 */
void
kompass_test_set_up_editor (KompassTestEditor *fixture,
                            gconstpointer      language)
{
  fixture->window = gtk_window_new ();
  fixture->editor = KOMPASS_TEXT_EDITOR (kompass_text_editor_new ());
  if (language != NULL)
    kompass_text_editor_set_language (fixture->editor, language);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->view = GTK_TEXT_VIEW (kompass_test_find_widget (GTK_WIDGET (fixture->editor), KOMPASS_TYPE_TEXT_VIEW));
  fixture->buffer = KOMPASS_TEXT_BUFFER (gtk_text_view_get_buffer (fixture->view));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->editor));
  kompass_test_wait_for_frame (fixture->window);
}

/**
 * kompass_test_tear_down_editor:
 * @fixture: a fixture
 * @language: not used
 *
 * Closes the window. Nothing may hold the editor any more.
 */
void
kompass_test_tear_down_editor (KompassTestEditor *fixture,
                               gconstpointer      language)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->editor);
}

/**
 * kompass_test_parse_markup:
 * @markup: paragraphs as markup, without what stands around them
 *
 * Returns: (transfer full): the text
 */
KompassText *
kompass_test_parse_markup (const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strdup_printf ("<text>%s</text>", markup);
  KompassText *text = kompass_text_new_from_markup (whole, &error);

  g_assert_no_error (error);

  return text;
}

/**
 * kompass_test_set_markup:
 * @fixture: a fixture
 * @markup: paragraphs, as for kompass_test_parse_markup()
 *
 * Gives the editor a text to go on with.
 */
void
kompass_test_set_markup (KompassTestEditor *fixture,
                         const char        *markup)
{
  g_autoptr (KompassText) text = kompass_test_parse_markup (markup);

  kompass_text_editor_set_text (fixture->editor, text);
}

/**
 * kompass_test_write:
 * @fixture: a fixture
 * @keys: characters, and "\b" for Backspace
 *
 * Does what #GtkTextView does for each key that an input method leaves to it.
 */
void
kompass_test_write (KompassTestEditor *fixture,
                    const char        *keys)
{
  for (const char *p = keys; *p != '\0'; p = g_utf8_next_char (p))
    {
      char key[8] = { 0 };

      g_utf8_strncpy (key, p, 1);
      if (*key == '\b')
        g_signal_emit_by_name (fixture->view, "backspace");
      else
        {
          gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (fixture->buffer));
          gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (fixture->buffer), TRUE, TRUE);
          g_signal_emit_by_name (fixture->view, "insert-at-cursor", key);
          gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (fixture->buffer));
        }
    }
}
