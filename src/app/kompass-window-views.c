/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's views of an evaluation: which is shown, how they are switched, what they compare with, and what they have in
 * common for menus and keys. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-message.h"
#include "kompass-window-private.h"

/**
 * kompass_window_is_profile_shown:
 * @self: a window
 *
 * Returns: %TRUE if the view of the profile is chosen, %FALSE if the matrix of points is
 */
gboolean
kompass_window_is_profile_shown (KompassWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "profile") == 0;
}

/**
 * kompass_window_is_report_shown:
 * @self: a window
 *
 * Returns: %TRUE if the view of the report is chosen
 */
gboolean
kompass_window_is_report_shown (KompassWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "report") == 0;
}

/* Made when it is seen for the first time: most starts of the program do without. */
static KompassProfileView *
ensure_profile_view (KompassWindow *self)
{
  if (self->profile_view == NULL)
    {
      self->profile_view = kompass_profile_view_new (self->comparisons, self->settings);
      g_signal_connect_object (self->profile_view, "line-activated", G_CALLBACK (kompass_window_go_to_line), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->profile_view, "chart-changed", G_CALLBACK (kompass_window_update_actions), self,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->profile_page, GTK_WIDGET (self->profile_view));
    }
  kompass_profile_view_set_evaluation (self->profile_view, self->evaluation);

  return self->profile_view;
}

/**
 * kompass_window_update_views:
 * @self: a window
 *
 * Shows how views are switched: in the header bar, in a bar at the bottom of a narrow window, or not at all while there is
 * nothing to view. Then, and in a narrow window, the header bar has the title.
 */
void
kompass_window_update_views (KompassWindow *self)
{
  gboolean can_switch = self->evaluation != NULL;

  if (can_switch && self->is_narrow && self->switcher_bar == NULL)
    {
      self->switcher_bar = g_object_new (ADW_TYPE_VIEW_SWITCHER_BAR, "stack", self->views, NULL);
      gtk_box_append (self->box, self->switcher_bar);
    }
  if (self->switcher_bar != NULL)
    adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher_bar), can_switch && self->is_narrow);
  gtk_widget_set_visible (self->switcher, can_switch && !self->is_narrow);
  gtk_widget_set_visible (self->title, !can_switch || (self->is_narrow && !self->is_very_narrow));
  gtk_widget_set_visible (self->profile_button, self->evaluation != NULL && !kompass_window_is_profile_shown (self) &&
                                                    !kompass_window_is_report_shown (self));
  kompass_window_update_report (self);
  if (self->profile_view != NULL)
    kompass_profile_view_set_evaluation (self->profile_view, self->evaluation);
}

static void
view_changed_cb (KompassWindow *self)
{
  if (kompass_window_is_profile_shown (self))
    {
      if (self->library == NULL)
        return;
      ensure_profile_view (self);
    }
  else if (!kompass_window_is_report_shown (self))
    kompass_window_save_report (self);
  else if (self->library != NULL)
    kompass_window_ensure_report_view (self);
  if (self->evaluation != NULL)
    g_settings_set_string (self->settings, "view", adw_view_stack_get_visible_child_name (self->views));
  kompass_window_update_views (self);
  kompass_window_update_actions (self);
}

/**
 * kompass_window_show_view:
 * @self: a window
 * @name: "points", "profile" or "report"
 *
 * Shows a view. What is being typed in the matrix is committed first; if that is refused, the matrix stays.
 */
void
kompass_window_show_view (KompassWindow *self,
                          const char    *name)
{
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);

  if (!kompass_matrix_commit (matrix))
    {
      kompass_matrix_focus (matrix);
      return;
    }
  adw_view_stack_set_visible_child_name (self->views, name);
}

static GtkWidget *
get_view (KompassWindow *self)
{
  if (kompass_window_is_profile_shown (self))
    return GTK_WIDGET (ensure_profile_view (self));

  return kompass_window_is_report_shown (self) ? GTK_WIDGET (kompass_window_ensure_report_view (self)) : NULL;
}

/* As soon as the view is there to take it, unless it has been left by then. */
static gboolean
focus_view_cb (GtkWidget     *view,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  KompassWindow *self = KOMPASS_WINDOW (gtk_widget_get_root (view));

  if (self->evaluation == NULL || get_view (self) != view)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (view))
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (view);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_window_focus:
 * @self: a window
 *
 * Moves the keyboard to the matrix, the chart or the report, where there is one.
 */
void
kompass_window_focus (KompassWindow *self)
{
  if (self->evaluation == NULL)
    return;
  if (get_view (self) != NULL)
    gtk_widget_add_tick_callback (get_view (self), focus_view_cb, NULL, NULL);
  else
    kompass_matrix_focus (kompass_points_view_get_matrix (self->points));
}

/**
 * kompass_window_go_to_line:
 * @self: a window
 * @line: a line of the evaluation that is open
 *
 * Shows the line in the matrix and moves the keyboard there.
 */
void
kompass_window_go_to_line (KompassWindow *self,
                           KompassLine   *line)
{
  kompass_window_show_view (self, "points");
  if (adw_flap_get_folded (self->profile_flap))
    adw_flap_set_reveal_flap (self->profile_flap, FALSE);
  kompass_matrix_focus_line (kompass_points_view_get_matrix (self->points), line);
}

/**
 * kompass_window_get_chart:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the chart that is shown
 */
KompassChart *
kompass_window_get_chart (KompassWindow *self)
{
  if (self->evaluation == NULL || kompass_window_is_report_shown (self))
    return NULL;
  if (kompass_window_is_profile_shown (self))
    return self->profile_view != NULL ? kompass_profile_view_get_chart (self->profile_view) : NULL;

  return kompass_profile_pane_get_chart (self->profile);
}

/* What is compared with */

static void
comparisons_changed_cb (KompassWindow *self)
{
  if (!kompass_comparisons_can_wait (self->comparisons))
    kompass_points_view_set_reference (self->points, kompass_comparisons_get_reference (self->comparisons));
}

/* Why nothing can be compared with it, or NULL. */
static char *
find_obstacle (KompassWindow  *self,
               const char     *id,
               GError        **error)
{
  g_autoptr (KompassGroup) group = kompass_library_load_group (self->library, id, NULL);
  g_autoptr (KompassProfile) profile = NULL;
  g_autofree char *reason = NULL;
  KompassEdition *edition;

  if (g_strcmp0 (id, kompass_evaluation_get_id (self->evaluation)) == 0)
    return g_strdup (_("An evaluation is not compared with itself"));
  if (group == NULL && (profile = kompass_library_load_profile (self->library, id, error)) == NULL)
    return NULL;
  edition = group != NULL ? kompass_group_get_edition (group) : kompass_profile_get_edition (profile);

  return kompass_comparisons_check_edition (self->comparisons, edition, &reason) ? NULL : g_steal_pointer (&reason);
}

static gboolean
can_compare_with (KompassWindow *self,
                  const char    *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (self->evaluation == NULL)
    return FALSE;
  reason = find_obstacle (self, id, &error);
  if (error != NULL)
    kompass_window_show_error (self, error);
  else if (reason != NULL)
    adw_toast_overlay_add_toast (self->toasts, kompass_message_make_toast (reason));

  return error == NULL && reason == NULL;
}

/**
 * kompass_window_compare_with:
 * @self: a window
 * @profile: UUID of an evaluation or reference group, or "" for nothing
 *
 * Holds the evaluation against something, instead of the first that it is held against. What cannot be compared fairly is
 * refused with the reason.
 */
void
kompass_window_compare_with (KompassWindow *self,
                             const char    *profile)
{
  if (self->evaluation != NULL && *profile == '\0')
    kompass_comparisons_clear (self->comparisons);
  else if (*profile != '\0' && can_compare_with (self, profile))
    kompass_comparisons_set_first (self->comparisons, profile);
}

/**
 * kompass_window_add_comparison:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: UUID of an evaluation or reference group
 *
 * Compares with it, too.
 */
void
kompass_window_add_comparison (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (can_compare_with (self, id) && !kompass_comparisons_add (self->comparisons, id))
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_("At most three comparisons can be read at once: take one away first")));
}

/**
 * kompass_window_remove_comparison:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: UUID of what is compared with
 *
 * Does not compare with it any more.
 */
void
kompass_window_remove_comparison (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  kompass_comparisons_remove (KOMPASS_WINDOW (widget)->comparisons, g_variant_get_string (parameter, NULL));
}

/* Printing and copying */

static void
show_print_error (KompassWindow *self,
                  const GError  *error)
{
  if (error != NULL)
    kompass_message_show (GTK_WINDOW (self), _("This Was Not Printed"), error->message);
}

/* Whatever goes wrong after the dialog, in the printer's queue or in the file that is printed to. An operation that went well or
 * was cancelled must not be asked for its error. */
static void
print_done_cb (KompassWindow           *self,
               GtkPrintOperationResult  result,
               GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  show_print_error (self, error);
}

/**
 * kompass_window_print:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: (nullable): nothing
 *
 * Asks for a printer and prints the report, where it is shown, or else the profile.
 */
void
kompass_window_print (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  if (self->evaluation == NULL)
    return;
  operation = kompass_window_is_report_shown (self)
                  ? kompass_report_view_create_print (kompass_window_ensure_report_view (self))
                  : kompass_profile_view_create_print (ensure_profile_view (self));
  if (operation == NULL)
    return;
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_print_error (self, error);
  else if (result == GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_window_init_views:
 * @self: a window whose template is made
 *
 * Lets views be switched, and shares what they compare with.
 */
void
kompass_window_init_views (KompassWindow *self)
{
  self->comparisons = kompass_comparisons_new (self->settings);
  g_signal_connect_object (self->comparisons, "changed", G_CALLBACK (comparisons_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparisons, "failed", G_CALLBACK (kompass_window_show_error), self, G_CONNECT_SWAPPED);
  kompass_profile_pane_set_comparisons (self->profile, self->comparisons);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kompass_window_restore_view:
 * @self: a window with a library
 *
 * Shows the view that was shown last.
 */
void
kompass_window_restore_view (KompassWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "view");

  adw_view_stack_set_visible_child_name (self->views, view);
}
