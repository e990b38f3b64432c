/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's report: the view in which it is written, saving it before other things happen, and files for others to read. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-report.h"
#include "kompass-message.h"
#include "kompass-publication.h"
#include "kompass-report-difference.h"
#include "kompass-window-private.h"

/* What takes shorter needs no bar. */
#define BAR_DELAY_MS 400
#define PULSE_MS 100

/* The view */

static void
conflict_cb (KompassWindow *self,
             const char    *words,
             const char    *section)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_timeout (toast, 0);
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
      g_signal_connect_object (self->report_view, "steps-changed", G_CALLBACK (kompass_window_update_actions), self,
                               G_CONNECT_SWAPPED);
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

  gtk_widget_set_visible (self->preview_button, self->evaluation != NULL && kompass_window_is_report_shown (self));
  if (self->report_view == NULL)
    return;
  kompass_report_view_set_evaluation (self->report_view, self->evaluation);
  if (width <= 0)
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
  kompass_window_show_error (self, error);

  return FALSE;
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

/**
 * kompass_window_show_report_step:
 * @self: a window in which a step has been undone or done again
 * @before: (nullable): the report that was open before
 *
 * Shows the section that the step has changed: it is not to happen unseen.
 */
void
kompass_window_show_report_step (KompassWindow *self,
                                 KompassReport *before)
{
  g_autoptr (KompassReport) now = NULL;
  g_autofree char *section = NULL;

  if (before == NULL || self->evaluation == NULL ||
      g_strcmp0 (kompass_report_get_evaluation_id (before), kompass_evaluation_get_id (self->evaluation)) != 0)
    return;
  now = kompass_library_load_report (self->library, kompass_evaluation_get_id (self->evaluation), NULL);
  if (now != NULL)
    section = kompass_report_difference_find (before, now, self->evaluation);
  if (section == NULL)
    return;
  if (!kompass_window_is_report_shown (self))
    {
      kompass_window_show_view (self, "report");
      kompass_window_focus (self);
    }
  if (kompass_window_is_report_shown (self))
    kompass_report_view_show_section (kompass_window_ensure_report_view (self), section);
}

/* While files are made: what is done, how far it is, and a way to stop it. */

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

static void
show_job (KompassWindow *self,
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

static void
begin_job (KompassWindow *self,
           const char    *words)
{
  Bar *bar;

  if (self->job_bar == NULL)
    make_bar (self);
  bar = get_bar (self);
  self->job = g_cancellable_new ();
  show_job (self, words, -1);
  bar->delay = g_timeout_add (BAR_DELAY_MS, reveal_bar_cb, self);
}

static void
end_job (KompassWindow *self)
{
  Bar *bar = get_bar (self);

  g_clear_handle_id (&bar->delay, g_source_remove);
  g_clear_handle_id (&bar->pulse, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->job_bar), FALSE);
  g_clear_object (&self->job);
}

/* One at a time: the bar shows one. */
static gboolean
is_busy (KompassWindow *self)
{
  if (self->job == NULL)
    return FALSE;
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Wait until the files that are being made are finished")));

  return TRUE;
}

/* Exporting one */

static void
open_file_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
show_open_toast (KompassWindow *self,
                 const char    *words,
                 const char    *path)
{
  AdwToast *toast = adw_toast_new (words);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, _("_Open"));
      adw_toast_set_action_name (toast, "win.open-file");
      adw_toast_set_action_target (toast, "s", uri);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What is known when the file is finished. The program goes on until then, also where its last window is closed, so that no
 * file is left half written. */
typedef struct
{
  KompassWindow *window;
  GApplication *application;
  char *path;
} Export;

static Export *
export_new (KompassWindow *self,
            const char    *path)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->application = G_APPLICATION (g_object_ref (gtk_window_get_application (GTK_WINDOW (self))));
  export->path = g_strdup (path);
  g_application_hold (export->application);

  return export;
}

static void
export_free (Export *export)
{
  g_application_release (export->application);
  g_object_unref (export->application);
  g_object_unref (export->window);
  g_free (export->path);
  g_free (export);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = user_data;
  KompassWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (export->path);
  g_autofree char *words = g_strdup_printf (_("Saved as %s"), name);
  gboolean is_done = kompass_publication_write_finish (KOMPASS_LIBRARY (source), result, &error);

  if (self->job != NULL)
    end_job (self);
  if (is_done)
    show_open_toast (self, words, export->path);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The export was cancelled. Nothing was changed.")));
  else
    kompass_window_show_error (self, error);
  export_free (export);
}

static KompassPublicationFormat
get_format (const char *name)
{
  return strcmp (name, "odt") == 0       ? KOMPASS_PUBLICATION_ODT
         : strcmp (name, "archive") == 0 ? KOMPASS_PUBLICATION_ARCHIVE
                                         : KOMPASS_PUBLICATION_PDF;
}

/* A proof without colour is for the eyes and the printer. */
static void
init_setup (KompassWindow    *self,
            KompassPageSetup *setup)
{
  kompass_report_preview_init_setup (setup, self->settings);
  setup->greyscale = FALSE;
}

static void
export_to (KompassWindow            *self,
           const char               *path,
           KompassPublicationFormat  format)
{
  KompassPublicationOptions options = { .format = format };
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_("Making %s…"), name);

  init_setup (self, &options.setup);
  begin_job (self, words);
  kompass_publication_write_async (self->library, kompass_evaluation_get_id (self->evaluation), path, &options, self->job,
                                   exported_cb, export_new (self, path));
}

/* A name without the ending of the format gets it. */
static char *
complete_path (const char               *path,
               KompassPublicationFormat  format)
{
  KompassPublicationFormat typed;

  if (kompass_publication_format_from_path (path, &typed) && typed == format)
    return g_strdup (path);

  return g_strconcat (path, kompass_publication_format_get_suffix (format), NULL);
}

static void
export_response_cb (GtkFileChooserNative *dialog,
                    int                   response,
                    KompassWindow        *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  KompassPublicationFormat format = get_format (g_object_get_data (G_OBJECT (dialog), "format"));
  g_autofree char *path = NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  if (response != GTK_RESPONSE_ACCEPT || file == NULL || self->evaluation == NULL || is_busy (self))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Choose a folder of this computer")));
      return;
    }
  path = complete_path (g_file_peek_path (file), format);
  export_to (self, path, format);
}

static GtkFileChooserNative *
make_chooser (KompassWindow        *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (self), "file-dialog", dialog, g_object_unref);

  return dialog;
}

static void
export_report_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  const char *format = g_variant_get_string (parameter, NULL);
  GtkFileChooserNative *dialog;
  g_autofree char *proposal = NULL;

  if (self->evaluation == NULL || !kompass_window_save_report (self) || is_busy (self))
    return;
  proposal = kompass_publication_create_file_name (kompass_evaluation_get_title (self->evaluation), get_format (format));
  dialog = make_chooser (self, _("Export the Report"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposal);
  g_object_set_data_full (G_OBJECT (dialog), "format", g_strdup (format), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Ctrl+E: what is shown, as PDF */
static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (widget, kompass_window_is_report_shown (KOMPASS_WINDOW (widget)) ? "win.export-report"
                                                                                                : "win.save-chart",
                              "s", "pdf");
}

/* Exporting all */

static void
progress_cb (guint       done,
             guint       of,
             const char *name,
             gpointer    user_data)
{
  KompassWindow *self = user_data;
  /* Translators: how many files are finished of how many, and which one is being made */
  g_autofree char *words = g_strdup_printf (_("%u of %u: %s"), MIN (done + 1, of), of, name);

  if (self->job != NULL)
    show_job (self, words, of > 0 ? done / (double) of : 0);
}

static void
show_failures (KompassWindow            *self,
               KompassPublicationResult *result)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u report is finished.", "%u reports are finished.", result->written->len),
                          result->written->len);
  for (guint i = 0; i < result->failures->len; i++)
    {
      KompassPublicationFailure *failure = g_ptr_array_index (result->failures, i);

      g_string_append_printf (words, "\n\n%s: %s", failure->name, failure->message);
    }
  kompass_message_show (GTK_WINDOW (self), _("Some Reports Could Not Be Made"), words->str);
}

static void
all_exported_cb (GObject      *source,
                 GAsyncResult *async_result,
                 gpointer      user_data)
{
  Export *export = user_data;
  KompassWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassPublicationResult) result = kompass_publication_write_all_finish (KOMPASS_LIBRARY (source), async_result,
                                                                                      &error);
  g_autofree char *words = NULL;

  if (self->job != NULL)
    end_job (self);
  if (result == NULL)
    kompass_window_show_error (self, error);
  else if (result->failures->len > 0)
    show_failures (self, result);
  else
    {
      words = g_strdup_printf (result->is_cancelled
                                   /* Translators: somebody has stopped it */
                                   ? ngettext ("Cancelled: %u report is finished", "Cancelled: %u reports are finished",
                                               result->written->len)
                                   : ngettext ("%u report is finished", "%u reports are finished", result->written->len),
                               result->written->len);
      show_open_toast (self, words, export->path);
    }
  export_free (export);
}

static void
export_all_to (KompassWindow *self,
               const char    *folder)
{
  KompassPublicationOptions options = { .format = KOMPASS_PUBLICATION_PDF };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (self->library, &error);

  if (rounds == NULL)
    {
      kompass_window_show_error (self, error);
      return;
    }
  for (guint i = 0; i < rounds->len; i++)
    if (kompass_round_get_id (g_ptr_array_index (rounds, i)) != NULL)
      g_strv_builder_add (builder, kompass_round_get_id (g_ptr_array_index (rounds, i)));
  ids = g_strv_builder_end (builder);
  init_setup (self, &options.setup);
  begin_job (self, _("Making reports…"));
  kompass_publication_write_all_async (self->library, (const char * const *) ids, folder, &options, progress_cb, self, self->job,
                                       all_exported_cb, export_new (self, folder));
}

static void
export_all_response_cb (GtkFileChooserNative *dialog,
                        int                   response,
                        KompassWindow        *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  if (response != GTK_RESPONSE_ACCEPT || folder == NULL || self->library == NULL || is_busy (self))
    return;
  if (g_file_peek_path (folder) == NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Choose a folder of this computer")));
  else
    export_all_to (self, g_file_peek_path (folder));
}

static void
export_all_reports_cb (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  GtkFileChooserNative *dialog;

  if (self->library == NULL || !kompass_window_save_report (self) || is_busy (self))
    return;
  dialog = make_chooser (self, _("Choose a Folder for the Reports"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_all_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kompass_window_install_report_actions:
 * @widget_class: the class of the window
 */
void
kompass_window_install_report_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.export", NULL, export_cb },
    { "win.export-report", "s", export_report_cb },
    { "win.export-all-reports", NULL, export_all_reports_cb },
    { "win.open-file", "s", open_file_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
