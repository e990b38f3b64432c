/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What windows say over themselves: what could not be done, and what would be lost. */
#include "kompass-message.h"

#include <glib/gi18n-lib.h>

#include "kompass-style.h"

/* What a window that asks before it closes has said about itself. */
#define MAY_CLOSE "kompass-may-close"

static void
present (GtkWidget *dialog)
{
  kompass_style_complete_names (dialog, adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Not before the question has been closed, which stands over the window. */
static gboolean
close_cb (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             GtkWindow        *window)
{
  gboolean *may_close = g_object_get_data (G_OBJECT (dialog), MAY_CLOSE);

  if (g_strcmp0 (response, "discard") != 0)
    return;
  *may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (window), g_object_unref);
}

/**
 * kompass_message_show:
 * @window: the window that says it
 * @heading: what it is about
 * @words: all of it
 *
 * Says something that the user has to have read.
 */
void
kompass_message_show (GtkWindow  *window,
                      const char *heading,
                      const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (window, heading, words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  present (dialog);
}

/**
 * kompass_message_show_error:
 * @window: the window in which it happened
 * @error: what happened
 *
 * Says what happened, what is unchanged and what to do, as the error does.
 */
void
kompass_message_show_error (GtkWindow    *window,
                            const GError *error)
{
  g_return_if_fail (error != NULL);

  kompass_message_show (window, _("This Could Not Be Done"), error->message);
}

/**
 * kompass_message_show_exists:
 * @window: the window in which a file was to be written
 * @heading: what was not done
 * @name: the name of a file that is there, and was not chosen: it got its ending afterwards
 *
 * Says that a file is not replaced without having been asked about.
 */
void
kompass_message_show_exists (GtkWindow  *window,
                             const char *heading,
                             const char *name)
{
  g_autofree char *words =
      /* Translators: %s is the name of a file */
      g_strdup_printf (_("There is a file “%s” already, and it is unchanged. Choose another name, or that file to replace it."),
                       name);

  kompass_message_show (window, heading, words);
}

/**
 * kompass_message_make_toast:
 * @words: what is to be said, with names as they are
 *
 * Toasts read their words as markup; what users call their files and sections is none.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
kompass_message_make_toast (const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  return adw_toast_new (escaped);
}

/**
 * kompass_message_ask_discard:
 * @window: a window in which something is written that is not stored
 * @words: what would be lost
 * @may_close: a field of @window; becomes %TRUE when the user has said that it may be lost
 *
 * Asks whether the window is to be closed all the same. Then @may_close is set and the window closed once more.
 */
void
kompass_message_ask_discard (GtkWindow  *window,
                             const char *words,
                             gboolean   *may_close)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("Discard What Was Written?"), words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Keep Writing"), "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), MAY_CLOSE, may_close);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, 0);
  present (dialog);
}
