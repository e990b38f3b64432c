/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in the main window. Steps of what is being written come first, then those of the library, which may be about
 * anything: what is undone is shown, or said where it cannot be seen. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-report.h"
#include "kompass-line-view.h"
#include "kompass-report-difference.h"
#include "kompass-window-private.h"

/* What can be undone and redone */

static void
update_step (KompassWindow *self,
             GtkWidget     *button,
             const char    *action,
             const char    *words,
             const char    *label)
{
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

static GtkTextBuffer *
find_line (KompassWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return KOMPASS_IS_LINE_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL;
}

/* In what is being written */
static gboolean
can_take_text_step (KompassWindow *self,
                    gboolean       forward)
{
  GtkTextBuffer *line = find_line (self);

  if (self->report_view == NULL || !kompass_window_is_report_shown (self))
    return FALSE;
  if (line != NULL)
    return forward ? gtk_text_buffer_get_can_redo (line) : gtk_text_buffer_get_can_undo (line);

  return forward ? kompass_report_view_can_redo (self->report_view) : kompass_report_view_can_undo (self->report_view);
}

static char *
get_label (KompassWindow *self,
           gboolean       forward)
{
  if (self->library == NULL)
    return NULL;

  return forward ? kompass_library_get_redo_label (self->library) : kompass_library_get_undo_label (self->library);
}

/**
 * kompass_window_update_steps:
 * @self: a window
 *
 * Enables undo and redo, and names the steps they would take.
 */
void
kompass_window_update_steps (KompassWindow *self)
{
  g_autofree char *undo = get_label (self, FALSE);
  g_autofree char *redo = get_label (self, TRUE);
  g_autofree char *undo_words = NULL;
  g_autofree char *redo_words = NULL;

  if (can_take_text_step (self, FALSE))
    set_words (&undo, _("what was written"));
  if (can_take_text_step (self, TRUE))
    set_words (&redo, _("what was written"));
  /* Translators: %s is what can be undone: "Undo: Question 4.1 of Lund 2011" */
  undo_words = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  redo_words = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));
  update_step (self, self->undo_button, "win.undo", undo_words, undo);
  update_step (self, self->redo_button, "win.redo", redo_words, redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-here", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo-here", redo != NULL);
}

static void
focus_changed_cb (KompassWindow *self)
{
  /* The window is being taken apart. */
  if (self->line_steps == NULL)
    return;
  g_signal_group_set_target (self->line_steps, find_line (self));
  kompass_window_update_steps (self);
}

/**
 * kompass_window_follow_report_steps:
 * @self: a window whose view of the report has just been made
 *
 * Lets undo and redo be named and enabled by what is being written.
 */
void
kompass_window_follow_report_steps (KompassWindow *self)
{
  self->line_steps = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->line_steps, "notify::can-undo", G_CALLBACK (kompass_window_update_steps), self);
  g_signal_group_connect_swapped (self->line_steps, "notify::can-redo", G_CALLBACK (kompass_window_update_steps), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (self->report_view, "steps-changed", G_CALLBACK (kompass_window_update_steps), self,
                           G_CONNECT_SWAPPED);
}

/* Where a step is seen */

/* What was on screen before the step */
typedef struct
{
  KompassEvaluation *evaluation; /* a copy, or NULL */
  KompassReport *report;         /* as it is stored, or NULL */
  char *view;
  char *section; /* of the report, where that is shown */
} Scene;

static void
scene_clear (Scene *scene)
{
  g_clear_object (&scene->evaluation);
  g_clear_object (&scene->report);
  g_clear_pointer (&scene->view, g_free);
  g_clear_pointer (&scene->section, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
note_scene (KompassWindow *self,
            Scene         *scene)
{
  scene->view = g_strdup (adw_view_stack_get_visible_child_name (self->views));
  if (self->evaluation == NULL)
    return;
  scene->report = kompass_library_load_report (self->library, kompass_evaluation_get_id (self->evaluation), NULL);
  scene->evaluation = kompass_evaluation_copy (self->evaluation, kompass_evaluation_get_id (self->evaluation),
                                               kompass_evaluation_get_year (self->evaluation));
  kompass_evaluation_assign (scene->evaluation, self->evaluation); /* with what a report prints */
  if (self->report_view != NULL && kompass_window_is_report_shown (self))
    scene->section = g_strdup (kompass_report_view_get_section (self->report_view));
}

static gboolean
is_same_evaluation (KompassWindow *self,
                    const Scene   *scene)
{
  return scene->evaluation != NULL && self->evaluation != NULL &&
         strcmp (kompass_evaluation_get_id (scene->evaluation), kompass_evaluation_get_id (self->evaluation)) == 0;
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
    {
      g_free (*subject);
      *subject = g_strdup (subjects[0]);
    }
}

static void
open_subject (KompassWindow *self,
              const char    *subject)
{
  if (subject != NULL && kompass_library_has_evaluation (self->library, subject))
    kompass_window_open (self, subject);
  else if (self->evaluation == NULL)
    kompass_window_open_last_evaluation (self);
}

/* The keyboard moves to the line that the step changed. */
static gboolean
show_line (KompassWindow *self,
           const Scene   *scene)
{
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);
  KompassLine *line = is_same_evaluation (self, scene) ? find_changed_line (self->evaluation, scene->evaluation) : NULL;

  if (self->evaluation == NULL || kompass_window_is_profile_shown (self) || kompass_window_is_report_shown (self))
    return FALSE;
  if (line != NULL)
    kompass_matrix_focus_line (matrix, line);
  else
    kompass_matrix_focus (matrix);

  return line != NULL;
}

/* The section that the step changed is opened, and the keyboard moves to what it changed in a list. */
static gboolean
show_section (KompassWindow *self,
              const Scene   *scene)
{
  g_autoptr (KompassReport) now = NULL;
  g_autofree char *section = NULL;
  KompassReportView *view;

  if (!is_same_evaluation (self, scene) || scene->report == NULL)
    return FALSE;
  now = kompass_library_load_report (self->library, kompass_evaluation_get_id (self->evaluation), NULL);
  if (now != NULL)
    section = kompass_report_difference_find (scene->report, now, self->evaluation);
  if (section == NULL)
    return FALSE;
  if (!kompass_window_is_report_shown (self))
    {
      kompass_window_show_view (self, "report");
      kompass_window_focus (self);
    }
  if (!kompass_window_is_report_shown (self))
    return FALSE;
  view = kompass_window_ensure_report_view (self);
  kompass_report_view_show_section (view, section);
  if (!kompass_findings_view_show_step (kompass_report_view_get_findings (view), scene->report))
    kompass_key_facts_show_step (kompass_report_view_get_facts (view), scene->report);

  return g_strcmp0 (scene->section, section) == 0;
}

/* What cannot be seen where the user looks is said. */
static void
tell_step (KompassWindow *self,
           const char    *label,
           gboolean       forward)
{
  /* Translators: what has just been undone, such as "Undone: Set 4.1 of Lund 2011" */
  g_autofree char *undone = g_strdup_printf (_("Undone: %s"), label);
  /* Translators: what was undone and has just been done again, such as "Done again: Set 4.1 of Lund 2011" */
  g_autofree char *redone = g_strdup_printf (_("Done again: %s"), label);

  kompass_window_show_step_toast (self, forward ? redone : undone, !forward);
}

/* Taking steps */

static gboolean
take_text_step (KompassWindow *self,
                gboolean       forward)
{
  GtkTextBuffer *line = find_line (self);

  if (!can_take_text_step (self, forward))
    return FALSE;
  if (line == NULL)
    return forward ? kompass_report_view_redo (self->report_view) : kompass_report_view_undo (self->report_view);
  if (forward)
    gtk_text_buffer_redo (line);
  else
    gtk_text_buffer_undo (line);

  return TRUE;
}

/* What is being typed is stored: a step is taken from there. */
static gboolean
settle (KompassWindow *self)
{
  KompassMatrix *matrix = kompass_points_view_get_matrix (self->points);

  if (kompass_matrix_commit (matrix))
    return kompass_window_save_report (self);
  kompass_matrix_focus (matrix);

  return FALSE;
}

static gboolean
is_shown (KompassWindow *self,
          const Scene   *scene,
          const char    *subject)
{
  gboolean is_line = show_line (self, scene);
  gboolean is_section = show_section (self, scene);

  return subject != NULL && is_same_evaluation (self, scene) && (is_line || is_section) &&
         g_strcmp0 (scene->view, adw_view_stack_get_visible_child_name (self->views)) == 0;
}

static void
take_library_step (KompassWindow *self,
                   gboolean       forward)
{
  g_auto (Scene) scene = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *label = get_label (self, forward);
  gboolean is_done;
  gulong id;

  note_scene (self, &scene);
  id = g_signal_connect (self->library, "changed", G_CALLBACK (step_changed_cb), &subject);
  is_done = forward ? kompass_library_redo (self->library, &error) : kompass_library_undo (self->library, &error);
  g_signal_handler_disconnect (self->library, id);
  if (!is_done)
    {
      kompass_window_show_error (self, error);
      return;
    }
  open_subject (self, subject);
  if (!is_shown (self, &scene, subject) && label != NULL)
    tell_step (self, label, forward);
}

static void
take_step (KompassWindow *self,
           gboolean       forward)
{
  if (self->library != NULL && !take_text_step (self, forward) && settle (self))
    take_library_step (self, forward);
}

static gboolean
is_writing_report (KompassWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return self->report_view != NULL && kompass_window_is_report_shown (self) && focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->report_view));
}

/* Whoever takes back what was written goes on until there is no more of it. What was done to scores, or to another
 * evaluation, is not to be lost by one key too many: it is said, and can still be undone. */
static void
take_step_here (KompassWindow *self,
                gboolean       forward)
{
  g_autofree char *report = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (self->library == NULL || take_text_step (self, forward) || !settle (self))
    return;
  report = kompass_library_find_step_report (self->library, forward);
  label = get_label (self, forward);
  if (label == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (!is_writing_report (self) || self->evaluation == NULL ||
           g_strcmp0 (report, kompass_evaluation_get_id (self->evaluation)) == 0)
    take_library_step (self, forward);
  else
    {
      /* Translators: what would be undone or done again next, such as "Not in this report: Set 4.1 of Lund 2011" */
      words = g_strdup_printf (_("Not in this report: %s"), label);
      kompass_window_show_step_toast (self, words, forward);
    }
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

static void
undo_here_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  take_step_here (KOMPASS_WINDOW (widget), FALSE);
}

static void
redo_here_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  take_step_here (KOMPASS_WINDOW (widget), TRUE);
}

/**
 * kompass_window_install_step_actions:
 * @widget_class: the class of the window
 *
 * "win.undo" and "win.redo" take the step that the header bar names, whatever it is about; "win.undo-here" and
 * "win.redo-here", which keys do, stay within the report while the keyboard is in it.
 */
void
kompass_window_install_step_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-here", NULL, undo_here_cb);
  gtk_widget_class_install_action (widget_class, "win.redo-here", NULL, redo_here_cb);
}
