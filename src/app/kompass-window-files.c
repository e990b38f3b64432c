/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks files for: charts to be exported, and other libraries. */
#include "kompass-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-copy.h"
#include "kompass-message.h"
#include "kompass-publication.h"

/* The least size of a saved chart, in points. */
#define CHART_WIDTH 800
#define CHART_HEIGHT 700

/* Charts are written to paths; a place without one (a server) gets a copy. */
static gboolean
save_chart_to (KompassChart  *chart,
               GFile         *file,
               const char    *ending,
               GError       **error)
{
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT };
  double height = MAX (CHART_HEIGHT, kompass_chart_get_natural_height (chart, CHART_WIDTH, &style));
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autofree char *template = NULL;
  gboolean saved;

  if (g_file_peek_path (file) != NULL)
    return kompass_chart_save (chart, g_file_peek_path (file), CHART_WIDTH, height, &style, error);

  template = g_strdup_printf ("kommunkompass-XXXXXX.%s", ending);
  copy = g_file_new_tmp (template, &stream, error);
  if (copy == NULL)
    return FALSE;
  saved = kompass_chart_save (chart, g_file_peek_path (copy), CHART_WIDTH, height, &style, error) &&
          g_file_copy (copy, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
  g_file_delete (copy, NULL, NULL);

  return saved;
}

/* A name that was typed without an ending gets the one that was asked for. */
static GFile *
complete_file (GFile      *file,
               const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *complete = g_strdup_printf ("%s.%s", name, ending);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (strchr (name, '.') != NULL || folder == NULL)
    return g_object_ref (file);

  return g_file_get_child (folder, complete);
}

static void
save_chart_response_cb (GtkFileChooserNative *dialog,
                        int                   response,
                        KompassWindow        *self)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  KompassChart *chart = kompass_window_get_chart (self);
  g_autofree char *ending = g_strdup (g_object_get_data (G_OBJECT (dialog), "ending"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL || chart == NULL)
    return;
  file = complete_file (chosen, ending);
  name = g_file_get_basename (file);
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    {
      kompass_message_show_exists (GTK_WINDOW (self), _("The Chart Was Not Exported"), name);
      return;
    }
  if (!save_chart_to (chart, file, ending, &error))
    {
      kompass_message_show (GTK_WINDOW (self), _("The Chart Was Not Exported"), error->message);
      return;
    }
  words = g_strdup_printf (_("Exported as %s"), name);
  adw_toast_overlay_add_toast (self->toasts, kompass_message_make_toast (words));
}

/**
 * kompass_window_save_chart:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: "svg", "pdf" or "png"
 *
 * Asks where to export the chart to, and does so.
 */
void
kompass_window_save_chart (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  GtkFileChooserNative *dialog;
  g_autofree char *suffix = g_strconcat (".", ending, NULL);
  g_autofree char *title = NULL;
  g_autofree char *proposal = NULL;

  if (kompass_window_get_chart (self) == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  /* Translators: what the proposed name of a file with a chart is made of, "lund-2011-profile.svg"; %s is the evaluation */
  title = g_strdup_printf (_("%s profile"), kompass_evaluation_get_title (self->evaluation));
  proposal = kompass_publication_create_name (title, 1, suffix);
  dialog = gtk_file_chooser_native_new (_("Export the Chart"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                        _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposal);
  g_object_set_data_full (G_OBJECT (dialog), "ending", g_strdup (ending), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_chart_response_cb), self, 0);
  g_object_set_data_full (G_OBJECT (self), "file-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kompass_window_copy_chart:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: (nullable): nothing
 *
 * Puts the chart on the clipboard.
 */
void
kompass_window_copy_chart (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  KompassChart *chart = kompass_window_get_chart (self);

  if (chart == NULL)
    return;
  provider = kompass_chart_copy_create (chart, CHART_WIDTH, CHART_HEIGHT, &error);
  if (provider == NULL)
    {
      kompass_window_show_error (self, error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Chart copied")));
}

static void
open_library_response_cb (GtkFileChooserNative *dialog,
                          int                   response,
                          KompassWindow        *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (dialog));
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A library has to be in a folder of this computer")));
      return;
    }
  gtk_window_present (GTK_WINDOW (kompass_window_new (gtk_window_get_application (GTK_WINDOW (self)),
                                                      g_file_peek_path (file))));
}

/**
 * kompass_window_choose_library:
 * @widget: a #KompassWindow
 * @name: the action
 * @parameter: (nullable): nothing
 *
 * Asks for a library and opens it in a window of its own.
 */
void
kompass_window_choose_library (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Library"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Kommunkompass libraries"));
  gtk_file_filter_add_pattern (filter, "*.kompass");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_library_response_cb), widget, 0);
  g_object_set_data_full (G_OBJECT (widget), "file-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
