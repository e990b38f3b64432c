/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's library: opening it, its example, and what follows when it changes. */
#include "kompass-message.h"
#include "kompass-window-private.h"

#include "kompass-start.h"

/**
 * kompass_window_is_gone:
 * @error: why something could not be read
 *
 * Returns: %TRUE if it is not in the library any more
 */
gboolean
kompass_window_is_gone (const GError *error)
{
  return g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
}

static gboolean
concerns (const char * const *subjects,
          const char         *id)
{
  return subjects == NULL || (id != NULL && g_strv_contains (subjects, id));
}

/* The evaluation that is open may have been deleted, here or by another program: then the one beside it is opened. Where
 * it cannot be read, what is shown stays. */
static void
reload_evaluation (KompassWindow *self)
{
  g_autoptr (KompassEvaluation) loaded = NULL;
  g_autoptr (GError) error = NULL;

  if (self->evaluation == NULL || kompass_library_reload (self->library, self->evaluation, &error))
    {
      kompass_window_update_title (self);
      return;
    }
  if (!kompass_window_is_gone (error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  if (self->neighbour == NULL || !kompass_library_has_evaluation (self->library, self->neighbour))
    {
      g_free (self->neighbour);
      self->neighbour = kompass_sidebar_find_neighbour (self->sidebar, NULL, 1);
    }
  if (self->neighbour != NULL)
    loaded = kompass_library_load (self->library, self->neighbour, NULL);
  kompass_window_set_evaluation (self, loaded);
}

static void
library_changed_cb (KompassWindow      *self,
                    const char * const *subjects)
{
  const char *id = self->evaluation != NULL ? kompass_evaluation_get_id (self->evaluation) : NULL;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (subjects != NULL)
    kompass_sidebar_refresh (self->sidebar, subjects);
  if (concerns (subjects, id))
    reload_evaluation (self);
  kompass_window_show_page (self);
}

/* Before the list is new, it still tells what stands beside the evaluation that may be gone. */
static void
remember_neighbour (KompassWindow *self)
{
  const char *id = self->evaluation != NULL ? kompass_evaluation_get_id (self->evaluation) : NULL;

  g_clear_pointer (&self->neighbour, g_free);
  if (id == NULL)
    return;
  self->neighbour = kompass_sidebar_find_neighbour (self->sidebar, id, 1);
  if (self->neighbour == NULL)
    self->neighbour = kompass_sidebar_find_neighbour (self->sidebar, id, -1);
}

static void
reload_lists (KompassWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!kompass_sidebar_reload (self->sidebar, &error))
    kompass_window_show_error (self, error);
  self->has_example = kompass_library_has_example (self->library);
}

static void
lists_changed_cb (KompassWindow *self)
{
  remember_neighbour (self);
  reload_lists (self);
}

static void
file_changed_cb (KompassWindow *self)
{
  kompass_library_poll (self->library);
}

/* Another program's commits show in the library's folder: in the write-ahead log, or in the file itself. */
static void
watch_library (KompassWindow *self)
{
  g_autofree char *folder = g_path_get_dirname (kompass_library_get_path (self->library));
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, 200);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_window_open_last_evaluation:
 * @self: a window
 *
 * Shows the evaluation that was shown last, or the first one there is.
 */
void
kompass_window_open_last_evaluation (KompassWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "evaluation");
  g_autoptr (KompassEvaluation) evaluation = *last != '\0' ? kompass_library_load (self->library, last, NULL) : NULL;
  g_autofree char *first = NULL;

  if (evaluation == NULL && (first = kompass_sidebar_find_neighbour (self->sidebar, NULL, 1)) != NULL)
    evaluation = kompass_library_load (self->library, first, NULL);
  kompass_window_set_evaluation (self, evaluation);
}

static void
show_library_error (KompassWindow *self,
                    const GError  *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
  adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  gtk_widget_set_visible (self->sidebar_button, FALSE);
  gtk_widget_set_visible (self->profile_button, FALSE);
  gtk_widget_set_visible (self->new_button, FALSE);
  kompass_window_update_actions (self);
}

/**
 * kompass_window_open_library:
 * @self: a window
 *
 * Opens the library at the window's path, or shows why it cannot be opened.
 */
void
kompass_window_open_library (KompassWindow *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");
  g_autoptr (GError) error = NULL;

  self->library = kompass_start_open_library (self->path, &error);
  if (self->library == NULL)
    {
      show_library_error (self, error);
      return;
    }
  if (*author != '\0')
    kompass_library_set_author (self->library, author);
  if (kompass_library_get_notice (self->library) != NULL)
    adw_toast_overlay_add_toast (self->toasts, kompass_message_make_toast (kompass_library_get_notice (self->library)));
  kompass_comparisons_set_library (self->comparisons, self->library);
  g_signal_connect_object (self->library, "lists-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  watch_library (self);

  gtk_widget_set_visible (self->new_button, TRUE);
  kompass_sidebar_set_library (self->sidebar, self->library);
  reload_lists (self);
  kompass_points_view_set_library (self->points, self->library);
  kompass_profile_pane_set_library (self->profile, self->library);
  kompass_window_open_last_evaluation (self);
  kompass_window_restore_view (self);
}

/* Lund 2011 as the example has it: a round of the user's own may have the same name. */
static char *
find_example (KompassWindow  *self,
              GError        **error)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (self->library, error);

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      KompassRound *round = g_ptr_array_index (rounds, i);

      if (kompass_round_get_is_example (round) && kompass_round_get_year (round) == 2011 &&
          g_strcmp0 (kompass_round_get_municipality (round), "Lund") == 0)
        return g_strdup (kompass_round_get_id (round));
    }

  return rounds != NULL ? kompass_library_find_evaluation (self->library, "Lund 2011", error) : NULL;
}

/**
 * kompass_window_open_example:
 * @self: a window
 *
 * Adds the bundled example, unless it is there, and opens Lund 2011 beside the published mean of forty evaluations.
 */
void
kompass_window_open_example (KompassWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *evaluation = NULL;
  g_autofree char *reference = NULL;

  if (self->library == NULL)
    return;
  /* What is there already is left alone; what has been deleted of it comes back. */
  if (!kompass_start_add_example (self->library, NULL, NULL, &error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  reference = kompass_library_find_profile (self->library, "Mean of the 40 latest evaluations", NULL);
  evaluation = find_example (self, &error);
  if (evaluation == NULL)
    {
      kompass_window_show_error (self, error);
      return;
    }
  kompass_window_open (self, evaluation);
  if (reference != NULL)
    kompass_window_compare_with (self, reference);
  kompass_window_focus (self);
}
