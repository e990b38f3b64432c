/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: which library and which evaluation are open, and what follows when the library changes. */
#include "kompass-window.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-comparison.h"
#include "kompass-start.h"
#include "kompass-style.h"
#include "kompass-window-private.h"

/* Widths of the window in pixels. */
#define NARROW 720
#define VERY_NARROW 520
#define SIDEBAR_WIDTH 240
#define PROFILE_WIDTH 372
#define SMALL_PROFILE_WIDTH 320
#define MARGIN 40

/* The profile's part of a wide window. */
#define PROFILE_SHARE 0.22

G_DEFINE_FINAL_TYPE (KompassWindow, kompass_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is open */

static void
update_title (KompassWindow *self)
{
  const char *title = self->evaluation != NULL ? kompass_evaluation_get_title (self->evaluation) : _("Kommunkompass");

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_page (KompassWindow *self)
{
  gboolean has_rounds = kompass_sidebar_get_n_rounds (self->sidebar) > 0;

  /* An empty list beside the welcome would only ask what it is for. */
  if (has_rounds != gtk_widget_get_visible (self->sidebar_button))
    adw_flap_set_reveal_flap (self->sidebar_flap, has_rounds && !adw_flap_get_folded (self->sidebar_flap) &&
                                                      g_settings_get_boolean (self->settings, "sidebar-visible"));
  gtk_widget_set_visible (self->sidebar_button, has_rounds);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->evaluation != NULL ? "evaluation"
                                                             : has_rounds             ? "none"
                                                                                      : "start");
  gtk_widget_set_visible (self->profile_button, self->evaluation != NULL);
  kompass_window_update_actions (self);
}

static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
}

static void
load_reference (KompassWindow *self)
{
  g_autoptr (KompassProfile) reference = NULL;
  g_autoptr (GError) error = NULL;

  if (self->evaluation != NULL && self->reference_id != NULL && *self->reference_id != '\0')
    reference = kompass_library_load_profile (self->library, self->reference_id, &error);
  if (error != NULL && !is_gone (error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  /* A choice that does not suit this evaluation waits for one that it does suit. */
  if (reference != NULL &&
      (g_strcmp0 (self->reference_id, kompass_evaluation_get_id (self->evaluation)) == 0 ||
       kompass_compare_editions (kompass_evaluation_get_edition (self->evaluation),
                                 kompass_profile_get_edition (reference), NULL) == KOMPASS_COMPARABLE_NONE))
    g_clear_object (&reference);
  g_set_object (&self->reference, reference);
  kompass_points_view_set_reference (self->points, reference);
  kompass_profile_pane_set_reference (self->profile, reference);
}

static void
line_changed_cb (KompassWindow *self)
{
  kompass_profile_pane_set_line (self->profile, kompass_matrix_get_line (kompass_points_view_get_matrix (self->points)));
}

static void
set_evaluation (KompassWindow     *self,
                KompassEvaluation *evaluation)
{
  g_set_object (&self->evaluation, evaluation);
  kompass_profile_pane_set_evaluation (self->profile, evaluation);
  kompass_points_view_set_evaluation (self->points, evaluation);
  line_changed_cb (self);
  if (evaluation != NULL)
    {
      load_reference (self);
      g_settings_set_string (self->settings, "evaluation", kompass_evaluation_get_id (evaluation));
    }
  update_title (self);
  kompass_sidebar_select (self->sidebar, evaluation != NULL ? kompass_evaluation_get_id (evaluation) : NULL);
  show_page (self);
}

/**
 * kompass_window_open:
 * @self: a window
 * @evaluation: UUID of an evaluation
 *
 * Shows an evaluation. What is being typed in the one before is committed first; if that is refused, the window stays.
 */
void
kompass_window_open (KompassWindow *self,
                     const char    *evaluation)
{
  g_autoptr (KompassEvaluation) loaded = NULL;
  g_autoptr (GError) error = NULL;

  if (self->evaluation != NULL && g_strcmp0 (kompass_evaluation_get_id (self->evaluation), evaluation) == 0)
    return;
  if (!kompass_matrix_commit (kompass_points_view_get_matrix (self->points)))
    {
      kompass_sidebar_select (self->sidebar, kompass_evaluation_get_id (self->evaluation));
      kompass_matrix_focus (kompass_points_view_get_matrix (self->points));
      return;
    }
  loaded = kompass_library_load (self->library, evaluation, &error);
  if (loaded == NULL)
    kompass_window_show_error (self, error);
  else
    set_evaluation (self, loaded);
}

/**
 * kompass_window_compare_with:
 * @self: a window
 * @profile: UUID of an evaluation or reference group, or "" for nothing
 *
 * Holds the evaluation against something. What cannot be compared fairly is refused with the reason.
 */
void
kompass_window_compare_with (KompassWindow *self,
                             const char    *profile)
{
  g_autoptr (KompassProfile) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (self->evaluation == NULL)
    return;
  if (*profile != '\0')
    {
      other = kompass_library_load_profile (self->library, profile, &error);
      if (other == NULL)
        {
          kompass_window_show_error (self, error);
          return;
        }
      if (g_strcmp0 (profile, kompass_evaluation_get_id (self->evaluation)) == 0)
        reason = g_strdup (_("An evaluation is not compared with itself"));
      else
        kompass_compare_editions (kompass_evaluation_get_edition (self->evaluation), kompass_profile_get_edition (other),
                                  &reason);
    }
  if (reason != NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (reason));
      return;
    }
  g_free (self->reference_id);
  self->reference_id = g_strdup (profile);
  g_settings_set_string (self->settings, "comparison", profile);
  load_reference (self);
}

static void
line_activated_cb (KompassWindow *self,
                   KompassLine   *line)
{
  if (adw_flap_get_folded (self->profile_flap))
    adw_flap_set_reveal_flap (self->profile_flap, FALSE);
  kompass_matrix_focus_line (kompass_points_view_get_matrix (self->points), line);
}

static void
open_cb (KompassWindow *self,
         const char    *evaluation)
{
  kompass_window_open (self, evaluation);
}

/* When the library changes */

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
      update_title (self);
      return;
    }
  if (!is_gone (error))
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
  set_evaluation (self, loaded);
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
  if (concerns (subjects, self->reference_id))
    load_reference (self);
  show_page (self);
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

/* Opening */

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
  set_evaluation (self, evaluation);
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
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (kompass_library_get_notice (self->library)));
  g_signal_connect_object (self->library, "lists-changed", G_CALLBACK (lists_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  watch_library (self);

  gtk_widget_set_visible (self->new_button, TRUE);
  kompass_sidebar_set_library (self->sidebar, self->library);
  reload_lists (self);
  kompass_points_view_set_library (self->points, self->library);
  kompass_profile_pane_set_library (self->profile, self->library);
  self->reference_id = g_settings_get_string (self->settings, "comparison");
  kompass_window_open_last_evaluation (self);
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
  kompass_matrix_focus (kompass_points_view_get_matrix (self->points));
}

/**
 * kompass_window_focus:
 * @self: a window
 *
 * Moves the keyboard to the matrix, where there is one.
 */
void
kompass_window_focus (KompassWindow *self)
{
  if (self->evaluation != NULL)
    kompass_matrix_focus (kompass_points_view_get_matrix (self->points));
}

/**
 * kompass_window_show_error:
 * @self: a window
 * @error: what happened
 *
 * Says what happened, what is unchanged and what to do.
 */
void
kompass_window_show_error (KompassWindow *self,
                           const GError  *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("This Could Not Be Done"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
toast_dismissed_cb (KompassWindow *self,
                    AdwToast      *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/**
 * kompass_window_show_undo_toast:
 * @self: a window
 * @words: what has been done
 *
 * Offers to undo the last step, until another one is done.
 */
void
kompass_window_show_undo_toast (KompassWindow *self,
                                const char    *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  self->toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* In a narrow window the list lies over the evaluation instead of beside it; in a very narrow one the header bar leaves
 * out what the page or the menu has, too. Large text makes a window narrow sooner. */
static void
update_folding (KompassWindow *self)
{
  int width = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self)));
  double scale = kompass_style_get_text_scale ();
  gboolean very_narrow = width < VERY_NARROW * scale;
  double profile_width = very_narrow ? SMALL_PROFILE_WIDTH : MAX (PROFILE_WIDTH * scale, width * PROFILE_SHARE);

  adw_flap_set_fold_policy (self->sidebar_flap,
                            width < NARROW * scale ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
  gtk_widget_set_visible (self->title, !very_narrow || self->evaluation == NULL);
  gtk_widget_set_visible (self->new_button, !very_narrow && self->library != NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), (int) MIN (SIDEBAR_WIDTH * scale, width - MARGIN), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->profile), (int) MIN (profile_width, width - MARGIN), -1);
}

static void
kompass_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kompass_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width", G_CALLBACK (update_folding),
                           widget, G_CONNECT_SWAPPED);
}

/* State */

static void
save_state (KompassWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (self->sidebar_flap) && gtk_widget_get_visible (self->sidebar_button))
    g_settings_set_boolean (self->settings, "sidebar-visible", adw_flap_get_reveal_flap (self->sidebar_flap));
  if (!adw_flap_get_folded (self->profile_flap))
    g_settings_set_boolean (self->settings, "profile-visible", adw_flap_get_reveal_flap (self->profile_flap));
}

static void
restore_state (KompassWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->sidebar_flap, g_settings_get_boolean (self->settings, "sidebar-visible"));
  adw_flap_set_reveal_flap (self->profile_flap, g_settings_get_boolean (self->settings, "profile-visible"));
}

/* What is being typed is committed; if it is refused the window stays, and says why. */
static gboolean
kompass_window_close_request (GtkWindow *window)
{
  KompassWindow *self = KOMPASS_WINDOW (window);
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);

  if (!kompass_matrix_commit (matrix))
    {
      kompass_matrix_focus (matrix);
      return GDK_EVENT_STOP;
    }
  save_state (self);

  return GTK_WINDOW_CLASS (kompass_window_parent_class)->close_request (window);
}

static void
kompass_window_dispose (GObject *object)
{
  KompassWindow *self = KOMPASS_WINDOW (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->reference);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kompass_window_parent_class)->dispose (object);
}

static void
kompass_window_finalize (GObject *object)
{
  KompassWindow *self = KOMPASS_WINDOW (object);

  g_free (self->path);
  g_free (self->neighbour);
  g_free (self->reference_id);

  G_OBJECT_CLASS (kompass_window_parent_class)->finalize (object);
}

static void
kompass_window_class_init (KompassWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kompass_window_dispose;
  object_class->finalize = kompass_window_finalize;
  widget_class->realize = kompass_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = kompass_window_close_request;

  g_type_ensure (KOMPASS_TYPE_SIDEBAR);
  g_type_ensure (KOMPASS_TYPE_POINTS_VIEW);
  g_type_ensure (KOMPASS_TYPE_PROFILE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, example_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile_flap);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, points);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  kompass_window_install_actions (widget_class);
}

/* As soon as the pane is there to take it. */
static gboolean
focus_pane_cb (GtkWidget     *pane,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  if (!gtk_widget_get_mapped (pane))
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* A pane that lies over the matrix has the keyboard while it does, and only one of them does. */
static void
sidebar_revealed_cb (KompassWindow *self)
{
  if (!adw_flap_get_folded (self->sidebar_flap))
    return;
  if (!adw_flap_get_reveal_flap (self->sidebar_flap))
    {
      kompass_window_focus (self);
      return;
    }
  if (adw_flap_get_folded (self->profile_flap))
    adw_flap_set_reveal_flap (self->profile_flap, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->sidebar), focus_pane_cb, NULL, NULL);
}

static void
profile_revealed_cb (KompassWindow *self)
{
  if (!adw_flap_get_folded (self->profile_flap))
    return;
  if (!adw_flap_get_reveal_flap (self->profile_flap))
    {
      kompass_window_focus (self);
      return;
    }
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->profile), focus_pane_cb, NULL, NULL);
}

/* Keys that are asked last: a text that is being written undoes its own steps. */
static void
add_step_keys (KompassWindow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
    { GDK_KEY_Escape, 0, "win.close-panes" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Where the folder cannot be watched, coming back to the window shows what others have done. */
static void
active_changed_cb (KompassWindow *self)
{
  if (self->library != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    kompass_library_poll (self->library);
}

static void
kompass_window_init (KompassWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (kompass_points_view_get_matrix (self->points), "notify::line", G_CALLBACK (line_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  kompass_profile_pane_bind_settings (self->profile, self->settings);
  add_step_keys (self);
  restore_state (self);
  g_signal_connect_swapped (self->sidebar_flap, "notify::reveal-flap", G_CALLBACK (sidebar_revealed_cb), self);
  g_signal_connect_swapped (self->profile_flap, "notify::reveal-flap", G_CALLBACK (profile_revealed_cb), self);
}

/**
 * kompass_window_new:
 * @application: the application
 * @path: the library to show
 *
 * Returns: (transfer none): the window
 */
KompassWindow *
kompass_window_new (GtkApplication *application,
                    const char     *path)
{
  KompassWindow *self = g_object_new (KOMPASS_TYPE_WINDOW, "application", application, NULL);

  self->path = g_strdup (path);
  kompass_window_open_library (self);

  return self;
}

/**
 * kompass_window_get_library:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its library, or %NULL where it cannot be opened
 */
KompassLibrary *
kompass_window_get_library (KompassWindow *self)
{
  return self->library;
}

/**
 * kompass_window_get_evaluation:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the evaluation that is open
 */
KompassEvaluation *
kompass_window_get_evaluation (KompassWindow *self)
{
  return self->evaluation;
}

KompassPointsView *
kompass_window_get_points_view (KompassWindow *self)
{
  return self->points;
}
