/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a profile: the page that the report layer draws, with the printer and the paper that were used last. */
#include "kompass-print.h"

#include <glib/gi18n-lib.h>

#include "kompass-publication.h"

/* Of the first paper that is printed on, in millimetres. */
#define MARGIN 15

/* Kept as long as the dialog is open. */
typedef struct
{
  KompassProfilePage page;
  GSettings *settings;
} Job;

static gpointer
ref_or_null (gpointer object)
{
  return object != NULL ? g_object_ref (object) : NULL;
}

static Job *
job_new (const KompassProfilePage *page,
         GSettings                *settings)
{
  Job *job = g_new0 (Job, 1);

  job->settings = g_object_ref (settings);
  job->page = *page;
  job->page.evaluation = g_object_ref (page->evaluation);
  job->page.chart = ref_or_null (page->chart);
  job->page.table = ref_or_null (page->table);
  job->page.order = g_memdup2 (page->order, page->n_rows * sizeof *page->order);
  job->page.sentence = g_strdup (page->sentence);
  job->page.notes = g_strdup (page->notes);
  job->page.font = g_strdup (page->font);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->page.evaluation);
  g_clear_object (&job->page.chart);
  g_clear_object (&job->page.table);
  g_free ((guint *) job->page.order);
  g_free ((char *) job->page.sentence);
  g_free ((char *) job->page.notes);
  g_free ((char *) job->page.font);
  g_object_unref (job->settings);
  g_free (job);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  kompass_profile_page_draw (&job->page, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                             gtk_print_context_get_height (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  if (settings != NULL)
    g_settings_set_value (job->settings, "print-settings", gtk_print_settings_to_gvariant (settings));
  if (setup != NULL)
    g_settings_set_value (job->settings, "page-setup", gtk_page_setup_to_gvariant (setup));
}

static void
restore_page_setup (GtkPrintOperation *operation,
                    GSettings         *settings)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "page-setup");
  g_autoptr (GtkPageSetup) setup = NULL;

  if (g_variant_n_children (value) > 0)
    setup = gtk_page_setup_new_from_gvariant (value);
  else
    {
      setup = gtk_page_setup_new ();
      gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
      gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
      gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_MM);
      gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_MM);
    }
  gtk_print_operation_set_default_page_setup (operation, setup);
}

/* The folder that was printed to last, as a path; NULL where none was, or another computer's. */
static char *
find_folder (GtkPrintSettings *settings)
{
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

/**
 * kompass_print_restore:
 * @operation: an operation that is about to be run
 * @settings: the program's settings, which remember printer and paper
 * @title: what is printed: "Lund 2011"
 *
 * Lets an operation begin with what was chosen last, except for what belonged to that print alone: which pages, how many
 * copies, and the file that was printed to. A new file is called as if it was exported.
 */
void
kompass_print_restore (GtkPrintOperation *operation,
                       GSettings         *settings,
                       const char        *title)
{
  static const char * const once[] = { GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
                                       GTK_PRINT_SETTINGS_PAGE_SET, GTK_PRINT_SETTINGS_N_COPIES,
                                       GTK_PRINT_SETTINGS_OUTPUT_URI };
  g_autoptr (GVariant) value = g_settings_get_value (settings, "print-settings");
  g_autoptr (GtkPrintSettings) print_settings = gtk_print_settings_new_from_gvariant (value);
  g_autofree char *folder = find_folder (print_settings);
  g_autofree char *name = kompass_publication_create_name (title, 1, "");

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    gtk_print_settings_unset (print_settings, once[i]);
  gtk_print_settings_set (print_settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (folder != NULL)
    gtk_print_settings_set (print_settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  gtk_print_operation_set_print_settings (operation, print_settings);
}

/**
 * kompass_print_profile_new:
 * @page: what to print; copied
 * @settings: the program's settings, which remember printer and paper
 *
 * Returns: (transfer full): an operation that prints, previews or exports it
 */
GtkPrintOperation *
kompass_print_profile_new (const KompassProfilePage *page,
                           GSettings                *settings)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = job_new (page, settings);
  g_autofree char *title = NULL;

  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, kompass_evaluation_get_title (page->evaluation));
  title = g_strdup_printf (_("%s profile"), kompass_evaluation_get_title (page->evaluation));
  kompass_print_restore (operation, settings, title);
  restore_page_setup (operation, settings);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);

  return operation;
}
