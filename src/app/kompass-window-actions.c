/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the main window, by menu, button and key. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-library-report.h"
#include "kompass-round-dialog.h"
#include "kompass-style.h"
#include "kompass-window-private.h"

/**
 * kompass_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
kompass_window_update_actions (KompassWindow *self)
{
  gboolean has_list = self->library != NULL && (kompass_sidebar_get_n_rounds (self->sidebar) > 0 ||
                                                kompass_sidebar_has_groups (self->sidebar));
  gboolean has_chart = kompass_window_get_chart (self) != NULL;

  kompass_window_update_steps (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-chart", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-chart", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-report", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-all-reports",
                                 self->library != NULL && kompass_sidebar_get_n_rounds (self->sidebar) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.view", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-evaluation", self->library != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-group", self->library != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-example", self->library != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", has_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sidebar", has_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-with", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-comparison", self->evaluation != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.editions", self->library != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.profile",
                                 self->evaluation != NULL && !kompass_window_is_profile_shown (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-example",
                                 self->library != NULL && self->has_example);
}

/* Evaluations and municipalities */

static void
created_cb (KompassWindow *self,
            const char    *evaluation)
{
  kompass_window_open (self, evaluation);
  kompass_window_show_view (self, "points");
  kompass_window_focus (self);
}

static void
present_round_dialog (KompassWindow     *self,
                      const char        *municipality,
                      KompassEvaluation *original)
{
  GtkWidget *dialog = kompass_round_dialog_new (GTK_WINDOW (self), self->library, municipality, original);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_evaluation_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  present_round_dialog (KOMPASS_WINDOW (widget), NULL, NULL);
}

static void
new_round_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  present_round_dialog (KOMPASS_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
duplicate_round_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassEvaluation) original = kompass_library_load (self->library, g_variant_get_string (parameter, NULL),
                                                                 &error);

  if (original == NULL)
    kompass_window_show_error (self, error);
  else
    present_round_dialog (self, NULL, original);
}

static void
delete_round_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autofree char *words = NULL;

  /* What comes back when this is undone is to have what has just been written. */
  if (!kompass_window_save_report (self))
    return;
  evaluation = kompass_library_load (self->library, id, &error);
  if (evaluation == NULL || !kompass_library_delete_evaluation (self->library, id, &error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  words = g_strdup_printf (_("%s deleted"), kompass_evaluation_get_title (evaluation));
  kompass_window_show_undo_toast (self, words);
}

static void
delete_municipality_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;

  if (!kompass_window_save_report (self))
    return;
  if (!kompass_library_delete_municipality (self->library, id, &error))
    kompass_window_show_error (self, error);
  else
    kompass_window_show_undo_toast (self, _("Municipality and its rounds deleted"));
}

/* The example */

static void
open_example_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  kompass_window_open_example (KOMPASS_WINDOW (widget));
}

static void
remove_example_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!kompass_window_save_report (self))
    return;
  if (!kompass_library_remove_example (self->library, &error))
    kompass_window_show_error (self, error);
  else
    kompass_window_show_undo_toast (self, _("Example removed"));
}

/* Moving about */

static void
compare_with_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  kompass_window_compare_with (KOMPASS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_neighbour (KompassWindow *self,
                int            direction)
{
  const char *current = self->evaluation != NULL ? kompass_evaluation_get_id (self->evaluation) : NULL;
  g_autofree char *id = self->library != NULL ? kompass_sidebar_find_neighbour (self->sidebar, current, direction) : NULL;

  if (id != NULL)
    kompass_window_open (self, id);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
next_evaluation_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  open_neighbour (KOMPASS_WINDOW (widget), 1);
}

static void
previous_evaluation_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  open_neighbour (KOMPASS_WINDOW (widget), -1);
}

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));

  if (self->evaluation != NULL && kompass_window_is_report_shown (self) && !is_in_list)
    {
      kompass_report_view_search (kompass_window_ensure_report_view (self));
      return;
    }
  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  kompass_sidebar_search (self->sidebar);
}

static void
focus_matrix_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  kompass_window_focus (self);
}

static void
view_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  kompass_window_show_view (KOMPASS_WINDOW (widget), g_variant_get_string (parameter, NULL));
  focus_matrix_cb (widget, name, NULL);
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
}

static void
profile_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (kompass_window_is_report_shown (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->preview_button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->preview_button)));
  else
    adw_flap_set_reveal_flap (self->profile_flap, !adw_flap_get_reveal_flap (self->profile_flap));
}

/* Panes that lie over the matrix. */
static void
close_panes_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  if (adw_flap_get_folded (self->profile_flap))
    adw_flap_set_reveal_flap (self->profile_flap, FALSE);
  kompass_window_close_preview (self);
}

/* The library could not be opened */

static void
try_again_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (self->library == NULL)
    kompass_window_open_library (self);
}

static void
show_folder_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* Made when it is asked for: it takes as long to make as half of the window. */
static void
show_help_overlay_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  g_object_set (gtk_application_window_get_help_overlay (window), "section-name",
                kompass_window_is_report_shown (KOMPASS_WINDOW (widget)) ? "report" : "points", NULL);
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/**
 * kompass_window_install_actions:
 * @widget_class: the class of the window
 */
void
kompass_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new-evaluation", NULL, new_evaluation_cb },
    { "win.new-round", "s", new_round_cb },
    { "win.duplicate-round", "s", duplicate_round_cb },
    { "win.delete-round", "s", delete_round_cb },
    { "win.delete-municipality", "s", delete_municipality_cb },
    { "win.open-example", NULL, open_example_cb },
    { "win.remove-example", NULL, remove_example_cb },
    { "win.compare-with", "s", compare_with_cb },
    { "win.add-comparison", "s", kompass_window_add_comparison },
    { "win.remove-comparison", "s", kompass_window_remove_comparison },
    { "win.view", "s", view_cb },
    { "win.next-evaluation", NULL, next_evaluation_cb },
    { "win.previous-evaluation", NULL, previous_evaluation_cb },
    { "win.search", NULL, search_cb },
    { "win.focus-matrix", NULL, focus_matrix_cb },
    { "win.sidebar", NULL, sidebar_cb },
    { "win.profile", NULL, profile_cb },
    { "win.close-panes", NULL, close_panes_cb },
    { "win.show-help-overlay", NULL, show_help_overlay_cb },
    { "win.save-chart", "s", kompass_window_save_chart },
    { "win.copy-chart", NULL, kompass_window_copy_chart },
    { "win.print", NULL, kompass_window_print },
    { "win.open-library", NULL, kompass_window_choose_library },
    { "win.try-again", NULL, try_again_cb },
    { "win.show-folder", NULL, show_folder_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  kompass_window_install_step_actions (widget_class);
  kompass_window_install_edition_actions (widget_class);
  kompass_window_install_group_actions (widget_class);
  kompass_window_install_export_actions (widget_class);
}
