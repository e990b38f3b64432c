/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the main window, by menu, button and key. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "kompass-library-report.h"
#include "kompass-round-dialog.h"
#include "kompass-style.h"
#include "kompass-window-private.h"

/* Undo and redo */

static char *
describe_step (const char *verb,
               const char *label)
{
  return label != NULL ? g_strdup_printf ("%s: %s", verb, label) : g_strdup (verb);
}

static void
update_step (KompassWindow *self,
             GtkWidget     *button,
             const char    *action,
             const char    *verb,
             const char    *label)
{
  g_autofree char *words = describe_step (verb, label);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, label != NULL);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), words) == 0)
    return;
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
set_words (char       **words,
           const char  *to)
{
  g_free (*words);
  *words = g_strdup (to);
}

/**
 * kompass_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now, and names the steps that can be undone and redone.
 */
void
kompass_window_update_actions (KompassWindow *self)
{
  g_autofree char *undo = self->library != NULL ? kompass_library_get_undo_label (self->library) : NULL;
  g_autofree char *redo = self->library != NULL ? kompass_library_get_redo_label (self->library) : NULL;
  gboolean has_list = self->library != NULL && (kompass_sidebar_get_n_rounds (self->sidebar) > 0 ||
                                                kompass_sidebar_has_groups (self->sidebar));
  gboolean has_chart = kompass_window_get_chart (self) != NULL;

  if (self->report_view != NULL && kompass_window_is_report_shown (self))
    {
      if (kompass_report_view_can_undo (self->report_view))
        set_words (&undo, _("what was written"));
      if (kompass_report_view_can_redo (self->report_view))
        set_words (&redo, _("what was written"));
    }
  update_step (self, self->undo_button, "win.undo", _("Undo"), undo);
  update_step (self, self->redo_button, "win.redo", _("Redo"), redo);
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

static gboolean
has_changed (KompassLine *now,
             KompassLine *before)
{
  const KompassPrinted *printed = kompass_line_get_printed (now);
  const KompassPrinted *printed_before = kompass_line_get_printed (before);

  return (kompass_line_get_editable (now) &&
          !kompass_score_equal (kompass_line_get_score (now), kompass_line_get_score (before))) ||
         printed->points != printed_before->points || printed->percent != printed_before->percent;
}

/* The first line whose score, or what a report prints on it, is another than in @before. */
static KompassLine *
find_changed_line (KompassEvaluation *now,
                   KompassEvaluation *before)
{
  guint n_lines = kompass_evaluation_get_n_lines (now);

  if (n_lines != kompass_evaluation_get_n_lines (before))
    return NULL;
  for (guint i = 0; i < n_lines; i++)
    if (has_changed (kompass_evaluation_get_line (now, i), kompass_evaluation_get_line (before, i)))
      return kompass_evaluation_get_line (now, i);

  return NULL;
}

/* A step may have been in another evaluation than the one on screen: it is not to happen unseen. */
static void
step_changed_cb (KompassLibrary     *library,
                 const char * const *subjects,
                 char              **subject)
{
  if (subjects != NULL && subjects[0] != NULL && subjects[1] == NULL)
    *subject = g_strdup (subjects[0]);
}

/* The step is to be seen: its evaluation is opened, and the keyboard moves to what it changed. */
static void
show_step (KompassWindow     *self,
           const char        *subject,
           KompassEvaluation *before)
{
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);
  KompassLine *line = NULL;

  if (subject != NULL && kompass_library_has_evaluation (self->library, subject))
    kompass_window_open (self, subject);
  else if (self->evaluation == NULL)
    kompass_window_open_last_evaluation (self);
  if (self->evaluation == NULL)
    return;
  if (before != NULL &&
      g_strcmp0 (kompass_evaluation_get_id (before), kompass_evaluation_get_id (self->evaluation)) == 0)
    line = find_changed_line (self->evaluation, before);
  if (kompass_window_is_profile_shown (self) || kompass_window_is_report_shown (self))
    return;
  if (line != NULL)
    kompass_matrix_focus_line (matrix, line);
  else
    kompass_matrix_focus (matrix);
}

/* A text that is being written has steps of its own, which are taken back before those of the library. */
static gboolean
take_text_step (KompassWindow *self,
                gboolean       forward)
{
  if (self->report_view == NULL || !kompass_window_is_report_shown (self))
    return FALSE;

  return forward ? kompass_report_view_redo (self->report_view) : kompass_report_view_undo (self->report_view);
}

static void
take_step (KompassWindow *self,
           gboolean       forward)
{
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);
  g_autoptr (KompassEvaluation) before = NULL;
  g_autoptr (KompassReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = NULL;
  gulong id;

  if (self->library == NULL || take_text_step (self, forward))
    return;
  if (!kompass_matrix_commit (matrix))
    {
      kompass_matrix_focus (matrix);
      return;
    }
  if (!kompass_window_save_report (self))
    return;
  if (self->evaluation != NULL)
    {
      report = kompass_library_load_report (self->library, kompass_evaluation_get_id (self->evaluation), NULL);
      before = kompass_evaluation_copy (self->evaluation, kompass_evaluation_get_id (self->evaluation),
                                        kompass_evaluation_get_year (self->evaluation));
      kompass_evaluation_assign (before, self->evaluation); /* with what a report prints */
    }
  id = g_signal_connect (self->library, "changed", G_CALLBACK (step_changed_cb), &subject);
  if (!(forward ? kompass_library_redo (self->library, &error) : kompass_library_undo (self->library, &error)))
    kompass_window_show_error (self, error);
  else
    {
      show_step (self, subject, before);
      kompass_window_show_report_step (self, report);
    }
  g_signal_handler_disconnect (self->library, id);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  take_step (KOMPASS_WINDOW (widget), FALSE);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  take_step (KOMPASS_WINDOW (widget), TRUE);
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
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, redo_cb },
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
  kompass_window_install_edition_actions (widget_class);
  kompass_window_install_group_actions (widget_class);
  kompass_window_install_export_actions (widget_class);
}
