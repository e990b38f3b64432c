/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While the window makes files: what is done, how far it is, and a way to stop it. */
#include <glib/gi18n-lib.h>

#include "kompass-window-private.h"

/* What takes shorter needs no bar. */
#define BAR_DELAY_MS 800
#define PULSE_MS 100

typedef struct
{
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *progress;
  guint delay;
  guint pulse;
} Bar;

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_clear_handle_id (&bar->delay, g_source_remove);
  g_clear_handle_id (&bar->pulse, g_source_remove);
  g_free (bar);
}

static Bar *
get_bar (KompassWindow *self)
{
  Bar *bar = g_object_get_data (G_OBJECT (self->job_bar), "bar");

  g_assert (bar != NULL);

  return bar;
}

/**
 * kompass_window_cancel_export:
 * @self: a window, which may be about to close
 *
 * Stops making files. What is finished stays.
 */
void
kompass_window_cancel_export (KompassWindow *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
}

static void
make_bar (KompassWindow *self)
{
  Bar *bar = g_new0 (Bar, 1);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  bar->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "xalign", 0.0f, "hexpand", TRUE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  bar->progress = g_object_new (GTK_TYPE_PROGRESS_BAR, "valign", GTK_ALIGN_CENTER, "width-request", 96, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  gtk_widget_add_css_class (bar->box, "job-bar");
  gtk_box_append (GTK_BOX (bar->box), bar->label);
  gtk_box_append (GTK_BOX (bar->box), bar->progress);
  gtk_box_append (GTK_BOX (bar->box), cancel);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (kompass_window_cancel_export), self);
  self->job_bar = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->job_bar), bar->box);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->job_bar), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  g_object_set_data_full (G_OBJECT (self->job_bar), "bar", bar, bar_free);
  gtk_box_append (self->box, self->job_bar);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (((Bar *) user_data)->progress));

  return G_SOURCE_CONTINUE;
}

static gboolean
reveal_bar_cb (gpointer user_data)
{
  KompassWindow *self = user_data;
  Bar *bar = get_bar (self);

  bar->delay = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->job_bar), TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * kompass_window_show_job:
 * @self: a window that makes files
 * @words: what is being made
 * @part: how much of it is done, from 0 to 1, or less than 0 where that is not known
 *
 * Says how far it is.
 */
void
kompass_window_show_job (KompassWindow *self,
                         const char    *words,
                         double         part)
{
  Bar *bar = get_bar (self);

  gtk_label_set_label (GTK_LABEL (bar->label), words);
  g_clear_handle_id (&bar->pulse, g_source_remove);
  if (part < 0)
    bar->pulse = g_timeout_add (PULSE_MS, pulse_cb, bar);
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar->progress), part);
}

/**
 * kompass_window_begin_job:
 * @self: a window that is not busy
 * @words: what is going to be made
 *
 * Begins to make files: what takes longer than a moment has a bar with a way to stop it.
 */
void
kompass_window_begin_job (KompassWindow *self,
                          const char    *words)
{
  Bar *bar;

  if (self->job_bar == NULL)
    make_bar (self);
  bar = get_bar (self);
  self->job = g_cancellable_new ();
  kompass_window_show_job (self, words, -1);
  bar->delay = g_timeout_add (BAR_DELAY_MS, reveal_bar_cb, self);
}

/**
 * kompass_window_end_job:
 * @self: a window
 *
 * Takes the bar away; does nothing without a job, as after the window was closed.
 */
void
kompass_window_end_job (KompassWindow *self)
{
  Bar *bar;

  if (self->job == NULL)
    return;
  bar = get_bar (self);
  g_clear_handle_id (&bar->delay, g_source_remove);
  g_clear_handle_id (&bar->pulse, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->job_bar), FALSE);
  g_clear_object (&self->job);
}

/**
 * kompass_window_is_busy:
 * @self: a window
 *
 * Files are made one at a time, as the bar shows one.
 *
 * Returns: whether some are being made, which is said
 */
gboolean
kompass_window_is_busy (KompassWindow *self)
{
  if (self->job == NULL)
    return FALSE;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Wait until the export that is under way is finished")));

  return TRUE;
}
