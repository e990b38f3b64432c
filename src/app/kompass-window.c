/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: which evaluation is open, and what it is held against. */
#include "kompass-window.h"

#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-message.h"
#include "kompass-style.h"
#include "kompass-window-private.h"

G_DEFINE_FINAL_TYPE (KompassWindow, kompass_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is open */

/**
 * kompass_window_update_title:
 * @self: a window
 *
 * Names the evaluation that is open in the title.
 */
void
kompass_window_update_title (KompassWindow *self)
{
  const char *title = self->evaluation != NULL ? kompass_evaluation_get_title (self->evaluation) : _("Kommunkompass");

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * kompass_window_show_page:
 * @self: a window
 *
 * Shows the page that suits what is open, and enables what can be done.
 */
void
kompass_window_show_page (KompassWindow *self)
{
  gboolean has_rounds = kompass_sidebar_get_n_rounds (self->sidebar) > 0;
  gboolean has_list = has_rounds || kompass_sidebar_has_groups (self->sidebar);

  /* An empty list beside the welcome would only ask what it is for. */
  if (has_list != gtk_widget_get_visible (self->sidebar_button))
    adw_flap_set_reveal_flap (self->sidebar_flap, has_list && !adw_flap_get_folded (self->sidebar_flap) &&
                                                      g_settings_get_boolean (self->settings, "sidebar-visible"));
  gtk_widget_set_visible (self->sidebar_button, has_list);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->evaluation != NULL ? "evaluation"
                                                             : has_rounds             ? "none"
                                                                                      : "start");
  kompass_window_update_views (self);
  kompass_window_update_actions (self);
}

static void
line_changed_cb (KompassWindow *self)
{
  kompass_profile_pane_set_line (self->profile, kompass_matrix_get_line (kompass_points_view_get_matrix (self->points)));
}

/**
 * kompass_window_set_evaluation:
 * @self: a window
 * @evaluation: (nullable): the evaluation to show
 */
void
kompass_window_set_evaluation (KompassWindow     *self,
                               KompassEvaluation *evaluation)
{
  g_set_object (&self->evaluation, evaluation);
  kompass_profile_pane_set_evaluation (self->profile, evaluation);
  kompass_points_view_set_evaluation (self->points, evaluation);
  line_changed_cb (self);
  kompass_comparisons_set_evaluation (self->comparisons, evaluation);
  if (evaluation != NULL)
    g_settings_set_string (self->settings, "evaluation", kompass_evaluation_get_id (evaluation));
  kompass_window_update_title (self);
  kompass_sidebar_select (self->sidebar, evaluation != NULL ? kompass_evaluation_get_id (evaluation) : NULL);
  kompass_window_show_page (self);
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
  if (!kompass_window_save_report (self))
    {
      kompass_sidebar_select (self->sidebar, kompass_evaluation_get_id (self->evaluation));
      return;
    }
  loaded = kompass_library_load (self->library, evaluation, &error);
  if (loaded == NULL)
    kompass_window_show_error (self, error);
  else
    kompass_window_set_evaluation (self, loaded);
}

static void
open_cb (KompassWindow *self,
         const char    *evaluation)
{
  kompass_window_open (self, evaluation);
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
  kompass_message_show_error (GTK_WINDOW (self), error);
}

static void
toast_dismissed_cb (KompassWindow *self,
                    AdwToast      *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/**
 * kompass_window_show_step_toast:
 * @self: a window
 * @words: what has been done, or what can be
 * @forward: whether a step can be done again, or one be undone
 *
 * Says something about a step and offers to take the next, until another one is done.
 */
void
kompass_window_show_step_toast (KompassWindow *self,
                                const char    *words,
                                gboolean       forward)
{
  g_autofree char *title = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (title);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  adw_toast_set_button_label (toast, forward ? _("_Redo") : _("_Undo"));
  adw_toast_set_action_name (toast, forward ? "win.redo" : "win.undo");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  self->toast = toast;
  adw_toast_overlay_add_toast (self->toasts, toast);
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
  kompass_window_show_step_toast (self, words, FALSE);
}

static void
pasted_cb (KompassWindow *self,
           const char    *words,
           gboolean       is_step)
{
  if (is_step)
    kompass_window_show_undo_toast (self, words);
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
kompass_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kompass_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::width", G_CALLBACK (kompass_window_update_folding),
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
  if (kompass_window_ask_about_report (self))
    return GDK_EVENT_STOP;
  kompass_window_cancel_export (self);
  save_state (self);

  return GTK_WINDOW_CLASS (kompass_window_parent_class)->close_request (window);
}

static void
kompass_window_dispose (GObject *object)
{
  KompassWindow *self = KOMPASS_WINDOW (object);

  /* The session bus keeps the actions until the next turn of the main loop, which does not come after the last window: one that
   * holds the matrix would keep the library open. */
  if (self->settings != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self), "printed");
  if (self->library != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->library, self);
      kompass_library_settle (self->library);
    }
  g_clear_object (&self->line_steps);
  g_clear_object (&self->job);
  g_clear_object (&self->monitor);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->comparisons);
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

  kompass_style_name_menus ();
  g_type_ensure (KOMPASS_TYPE_SIDEBAR);
  g_type_ensure (KOMPASS_TYPE_POINTS_VIEW);
  g_type_ensure (KOMPASS_TYPE_PROFILE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, box);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, views);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile_page);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, report_page);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, example_button);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile_flap);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, points);
  gtk_widget_class_bind_template_child (widget_class, KompassWindow, profile);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, kompass_window_go_to_line);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  kompass_window_install_actions (widget_class);
}

/* Where the folder cannot be watched, coming back to the window shows what others have done. Whoever leaves it may be
 * about to copy the file. */
static void
active_changed_cb (KompassWindow *self)
{
  if (self->library == NULL)
    return;
  if (gtk_window_is_active (GTK_WINDOW (self)))
    kompass_library_poll (self->library);
  else
    kompass_library_settle (self->library);
}

/* A button beside the matrix, an item of the menu and a key do the same. */
static void
add_printed_action (KompassWindow *self)
{
  g_autoptr (GPropertyAction) action = g_property_action_new ("printed", self->points, "shows-printed");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
name_pages (KompassWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (self->stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    if (ADW_IS_STATUS_PAGE (page))
      kompass_style_complete_names (page, adw_status_page_get_title (ADW_STATUS_PAGE (page)));
}

static void
kompass_window_init (KompassWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  kompass_style_set_menu (self->menu_button, self->main_menu);
  g_signal_connect_object (kompass_points_view_get_matrix (self->points), "notify::line", G_CALLBACK (line_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  kompass_profile_pane_bind_settings (self->profile, self->settings);
  kompass_window_init_views (self);
  kompass_points_view_bind_settings (self->points, self->settings);
  add_printed_action (self);
  name_pages (self);
  restore_state (self);
  kompass_window_init_layout (self);
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
