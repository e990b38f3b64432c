/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's reports as files for others to read: one, or all there are. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-message.h"
#include "kompass-publication.h"
#include "kompass-window-private.h"

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
  AdwToast *toast = kompass_message_make_toast (words);
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
  g_autofree char *words = g_strdup_printf (_("Exported as %s"), name);
  gboolean is_done = kompass_publication_write_finish (KOMPASS_LIBRARY (source), result, &error);

  kompass_window_end_job (self);
  if (is_done)
    show_open_toast (self, words, export->path);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The export was cancelled. Nothing was changed.")));
  else
    kompass_message_show (GTK_WINDOW (self), _("The Report Was Not Exported"), error->message);
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
  g_autofree char *words = g_strdup_printf (_("Exporting %s…"), name);

  init_setup (self, &options.setup);
  kompass_window_begin_job (self, words);
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
  g_autofree char *name = NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  if (response != GTK_RESPONSE_ACCEPT || file == NULL || self->evaluation == NULL || kompass_window_is_busy (self))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Choose a folder of this computer")));
      return;
    }
  path = complete_path (g_file_peek_path (file), format);
  name = g_filename_display_basename (path);
  if (strcmp (path, g_file_peek_path (file)) != 0 && g_file_test (path, G_FILE_TEST_EXISTS))
    kompass_message_show_exists (GTK_WINDOW (self), _("The Report Was Not Exported"), name);
  else
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

  if (self->evaluation == NULL || !kompass_window_save_report (self) || kompass_window_is_busy (self))
    return;
  proposal = kompass_publication_create_file_name (kompass_evaluation_get_title (self->evaluation), get_format (format));
  dialog = make_chooser (self, _("Export the Report"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"));
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
    kompass_window_show_job (self, words, of > 0 ? done / (double) of : 0);
}

static void
show_failures (KompassWindow            *self,
               KompassPublicationResult *result)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u report was exported.", "%u reports were exported.", result->written->len),
                          result->written->len);
  for (guint i = 0; i < result->failures->len; i++)
    {
      KompassPublicationFailure *failure = g_ptr_array_index (result->failures, i);

      g_string_append_printf (words, "\n\n%s: %s", failure->name, failure->message);
    }
  kompass_message_show (GTK_WINDOW (self), _("Some Reports Were Not Exported"), words->str);
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

  kompass_window_end_job (self);
  if (result == NULL)
    kompass_message_show (GTK_WINDOW (self), _("The Reports Were Not Exported"), error->message);
  else if (result->failures->len > 0)
    show_failures (self, result);
  else
    {
      words = g_strdup_printf (result->is_cancelled
                                   /* Translators: somebody has stopped it */
                                   ? ngettext ("Cancelled: %u report exported", "Cancelled: %u reports exported",
                                               result->written->len)
                                   : ngettext ("%u report exported", "%u reports exported", result->written->len),
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
      kompass_message_show (GTK_WINDOW (self), _("The Reports Were Not Exported"), error->message);
      return;
    }
  for (guint i = 0; i < rounds->len; i++)
    if (kompass_round_get_id (g_ptr_array_index (rounds, i)) != NULL)
      g_strv_builder_add (builder, kompass_round_get_id (g_ptr_array_index (rounds, i)));
  ids = g_strv_builder_end (builder);
  init_setup (self, &options.setup);
  kompass_window_begin_job (self, _("Exporting reports…"));
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
  if (response != GTK_RESPONSE_ACCEPT || folder == NULL || self->library == NULL || kompass_window_is_busy (self))
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

  if (self->library == NULL || !kompass_window_save_report (self) || kompass_window_is_busy (self))
    return;
  dialog = make_chooser (self, _("Export All Reports"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Export"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_all_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kompass_window_install_export_actions:
 * @widget_class: the class of the window
 */
void
kompass_window_install_export_actions (GtkWidgetClass *widget_class)
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
