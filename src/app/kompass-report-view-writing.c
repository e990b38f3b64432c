/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing in the Report view: what is typed comes into the session, what the session says is told, and steps of the text can be
 * undone. */
#include <glib/gi18n-lib.h>

#include "kompass-report-view-private.h"

static void
collect_cb (KompassReportView *self)
{
  const KompassSection *section = kompass_report_view_get_current (self);

  if (section == NULL)
    return;
  if (kompass_report_view_has_text (section))
    {
      g_autoptr (KompassText) text = kompass_text_editor_get_text (self->editor);

      kompass_report_session_write_text (self->session, section->id, text);
    }
  if (section->kind != KOMPASS_SECTION_EVALUATION)
    return;
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    kompass_report_session_write_about (self->session, (KompassAbout) i,
                                        gtk_editable_get_text (GTK_EDITABLE (kompass_report_view_get_about_row (self, (KompassAbout) i))));
}

static void
edited_cb (KompassReportView *self)
{
  g_signal_emit_by_name (self, "steps-changed");
  if (self->is_settling)
    return;
  kompass_report_session_touch (self->session);
}

static void
about_changed_cb (KompassReportView *self)
{
  if (!self->is_settling && self->session != NULL)
    kompass_report_session_touch (self->session);
}

/* The pages and the outline follow whatever is written, here and in the lists. */
static void
touched_cb (KompassReportView *self)
{
  kompass_report_preview_queue (self->preview);
  kompass_report_view_follow (self, TRUE);
  kompass_report_view_queue_words (self);
}

static void
session_changed_cb (KompassReportView *self)
{
  kompass_report_view_show_contents (self);
  kompass_report_view_update_words (self);
}

static void
state_changed_cb (KompassReportView *self)
{
  KompassReportState state = kompass_report_session_get_state (self->session);
  const char *reason = kompass_report_session_get_problem (self->session);
  /* Translators: %s is why */
  g_autofree char *problem = g_strdup_printf (_("What you write is not saved yet: %s It is kept here and tried again."),
                                              reason != NULL ? reason : "");

  gtk_label_set_label (GTK_LABEL (self->status), state == KOMPASS_REPORT_SAVED     ? _("Saved")
                                                 : state == KOMPASS_REPORT_UNSAVED ? _("Changed")
                                                                                   : _("Not saved"));
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem);
  gtk_widget_set_visible (self->problem, state == KOMPASS_REPORT_FAILED);
}

static void
conflict_cb (KompassReportView *self,
             const char        *section)
{
  const KompassSection *found = kompass_report_view_find_section (self, section);
  g_autofree char *words = NULL;

  if (found == NULL)
    return;
  /* Translators: %s is a section of the report */
  words = g_strdup_printf (_("%s was also changed elsewhere. Your text is saved; the other is among the earlier versions."),
                           found->title);
  g_signal_emit_by_name (self, "conflict", words, section);
}

static void
failed_cb (KompassReportView *self,
           const GError      *error)
{
  g_signal_emit_by_name (self, "failed", error);
}

static void
deleted_cb (KompassReportView *self,
            const char        *words)
{
  g_signal_emit_by_name (self, "deleted", words);
}

static void
try_again_cb (KompassReportView *self)
{
  kompass_report_session_flush (self->session, NULL);
}

/* Steps of the text are taken back while it has the keyboard. */
static gboolean
is_writing (KompassReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));
}

gboolean
kompass_report_view_can_undo (KompassReportView *self)
{
  return is_writing (self) && kompass_text_editor_get_can_undo (self->editor);
}

gboolean
kompass_report_view_can_redo (KompassReportView *self)
{
  return is_writing (self) && kompass_text_editor_get_can_redo (self->editor);
}

/**
 * kompass_report_view_undo:
 * @self: a view
 *
 * Takes back a step of the text that is being written.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_report_view_undo (KompassReportView *self)
{
  if (!kompass_report_view_can_undo (self))
    return FALSE;
  kompass_text_editor_undo (self->editor);

  return TRUE;
}

/**
 * kompass_report_view_redo:
 * @self: a view
 *
 * Does a step of the text again.
 *
 * Returns: %FALSE if there is none
 */
gboolean
kompass_report_view_redo (KompassReportView *self)
{
  if (!kompass_report_view_can_redo (self))
    return FALSE;
  kompass_text_editor_redo (self->editor);

  return TRUE;
}

/**
 * kompass_report_view_bind_writing:
 * @widget_class: the class of the view
 *
 * Lets its template tell what is typed.
 */
void
kompass_report_view_bind_writing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, about_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, deleted_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

/**
 * kompass_report_view_init_writing:
 * @self: a view with a session
 *
 * Lets the session have what is typed, and tells what it says.
 */
void
kompass_report_view_init_writing (KompassReportView *self)
{
  g_signal_connect_object (self->session, "collect", G_CALLBACK (collect_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "touched", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  state_changed_cb (self);
}
