/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's report: the view in which it is written, and saving it before other things happen. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-report.h"
#include "kompass-message.h"
#include "kompass-window-private.h"

static void
show_versions_cb (KompassWindow *self,
                  AdwToast      *toast)
{
  const char *evaluation = g_object_get_data (G_OBJECT (toast), "evaluation");

  if (!kompass_library_has_evaluation (self->library, evaluation))
    return;
  if (self->evaluation == NULL || strcmp (kompass_evaluation_get_id (self->evaluation), evaluation) != 0)
    kompass_window_open (self, evaluation);
  kompass_window_show_view (self, "report");
  if (kompass_window_is_report_shown (self))
    kompass_report_view_show_history (kompass_window_ensure_report_view (self), g_object_get_data (G_OBJECT (toast), "section"));
}

static void
conflict_cb (KompassWindow *self,
             const char    *words,
             const char    *section)
{
  AdwToast *toast = kompass_message_make_toast (words);
  /* It may have been found on leaving: then another evaluation is open before the words are read. */
  KompassEvaluation *written =
      kompass_report_session_get_evaluation (kompass_report_view_get_session (self->report_view));

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Versions"));
  g_object_set_data_full (G_OBJECT (toast), "section", g_strdup (section), g_free);
  g_object_set_data_full (G_OBJECT (toast), "evaluation", g_strdup (kompass_evaluation_get_id (written)), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_versions_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * kompass_window_ensure_report_view:
 * @self: a window with a library
 *
 * Makes the view when it is seen for the first time: most starts of the program do without.
 *
 * Returns: (transfer none): the view of the report that is open
 */
KompassReportView *
kompass_window_ensure_report_view (KompassWindow *self)
{
  if (self->report_view == NULL)
    {
      self->report_view = kompass_report_view_new (self->library, self->settings);
      g_signal_connect_object (self->report_view, "deleted", G_CALLBACK (kompass_window_show_undo_toast), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->report_view, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->report_view, "failed", G_CALLBACK (kompass_window_show_error), self, G_CONNECT_SWAPPED);
      kompass_window_follow_report_steps (self);
      kompass_report_view_bind_preview (self->report_view, GTK_TOGGLE_BUTTON (self->preview_button));
      adw_bin_set_child (self->report_page, GTK_WIDGET (self->report_view));
    }
  kompass_window_update_report (self);

  return self->report_view;
}

/**
 * kompass_window_update_report:
 * @self: a window
 *
 * Shows the report of the evaluation that is open, in the room there is.
 */
void
kompass_window_update_report (KompassWindow *self)
{
  GtkNative *native = GTK_NATIVE (self);
  GdkSurface *surface = gtk_native_get_surface (native);
  int width = surface != NULL ? gdk_surface_get_width (surface) : 0;
  int least;

  gtk_widget_set_visible (self->preview_button, self->evaluation != NULL && kompass_window_is_report_shown (self));
  if (self->report_view == NULL)
    return;
  kompass_report_view_set_evaluation (self->report_view, self->evaluation);
  /* Until the window has been seen, its surface is a speck. */
  gtk_widget_get_size_request (GTK_WIDGET (self), &least, NULL);
  if (width < least)
    return;
  if (!adw_flap_get_folded (self->sidebar_flap) && adw_flap_get_reveal_flap (self->sidebar_flap))
    {
      int sidebar;

      gtk_widget_measure (GTK_WIDGET (self->sidebar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sidebar, NULL, NULL);
      width -= sidebar;
    }
  kompass_report_view_set_width (self->report_view, width);
}

/**
 * kompass_window_close_preview:
 * @self: a window
 *
 * Takes away pages that lie over what is written.
 */
void
kompass_window_close_preview (KompassWindow *self)
{
  if (self->report_view != NULL && kompass_report_view_close_preview (self->report_view))
    kompass_window_focus (self);
}

/**
 * kompass_window_save_report:
 * @self: a window
 *
 * Saves what is being written.
 *
 * Returns: %FALSE if that could not be done, which is said
 */
gboolean
kompass_window_save_report (KompassWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->report_view == NULL || kompass_report_view_save (self->report_view, &error))
    return TRUE;
  kompass_message_show (GTK_WINDOW (self), _("The Report Was Not Saved"), error->message);

  return FALSE;
}

/**
 * kompass_window_ask_about_report:
 * @self: a window that is to be closed
 *
 * Saves what is being written. Where that cannot be done, asks whether it may be lost.
 *
 * Returns: %TRUE if the window has to stay for that
 */
gboolean
kompass_window_ask_about_report (KompassWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (self->report_view == NULL || self->may_close || kompass_report_view_save (self->report_view, &error))
    return FALSE;
  /* Translators: %s is why what was written in the report could not be saved */
  words = g_strdup_printf (_("What you have written in the report could not be saved. %s"), error->message);
  kompass_message_ask_discard (GTK_WINDOW (self), words, &self->may_close);

  return TRUE;
}
