/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a report: the pages of the preview, on the paper that is chosen, with the printer that was used last. */
#include "kompass-report-print.h"

#include "kompass-pages.h"
#include "kompass-print.h"
#include "kompass-report-preview.h"

/* Sheets of printers differ by less from those of the report, in points. */
#define TOLERANCE 2

/* Kept as long as the operation is. */
typedef struct
{
  KompassDocument *document;
  KompassPages *pages;
  KompassPageSetup setup;
  GSettings *settings;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->pages);
  kompass_document_unref (job->document);
  g_object_unref (job->settings);
  g_free (job);
}

/* Another paper than that of the preview may have been chosen for the printer: then the report is laid out on that. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  GtkPageSetup *paper = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (paper, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (paper, GTK_UNIT_POINTS);

  if (ABS (width - job->setup.width) > TOLERANCE || ABS (height - job->setup.height) > TOLERANCE)
    {
      job->setup.width = width;
      job->setup.height = height;
    }
  g_clear_object (&job->pages);
  job->pages = kompass_pages_new (&job->setup);
  kompass_pages_set_document (job->pages, job->document);
  gtk_print_operation_set_n_pages (operation, (int) kompass_pages_get_n_pages (job->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  kompass_pages_draw (job->pages, (guint) page, gtk_print_context_get_cairo_context (context), NULL);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && settings != NULL)
    g_settings_set_value (job->settings, "print-settings", gtk_print_settings_to_gvariant (settings));
}

/* The printer is remembered; the paper and the way it is turned are the report's. */
static void
restore_settings (GtkPrintOperation *operation,
                  GSettings         *settings,
                  KompassDocument   *document)
{
  g_autofree char *title = g_strdup_printf ("%s %s", document->cover.title, document->cover.subtitle);
  GtkPrintSettings *print_settings;

  kompass_print_restore (operation, settings, title);
  print_settings = gtk_print_operation_get_print_settings (operation);
  gtk_print_settings_unset (print_settings, GTK_PRINT_SETTINGS_PAPER_FORMAT);
  gtk_print_settings_unset (print_settings, GTK_PRINT_SETTINGS_PAPER_WIDTH);
  gtk_print_settings_unset (print_settings, GTK_PRINT_SETTINGS_PAPER_HEIGHT);
  gtk_print_settings_unset (print_settings, GTK_PRINT_SETTINGS_ORIENTATION);
}

static void
set_paper (GtkPrintOperation *operation,
           GSettings         *settings)
{
  g_autoptr (GtkPageSetup) paper = gtk_page_setup_new ();
  g_autofree char *name = g_settings_get_string (settings, "report-paper");
  GtkPaperSize *size = gtk_paper_size_new (g_strcmp0 (name, "letter") == 0 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (paper, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, paper);
}

/**
 * kompass_report_print_new:
 * @document: the report
 * @settings: the program's settings, which remember printer and paper
 *
 * Returns: (transfer full): an operation that prints, previews or exports it
 */
GtkPrintOperation *
kompass_report_print_new (KompassDocument *document,
                          GSettings       *settings)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->document = kompass_document_ref (document);
  job->settings = g_object_ref (settings);
  kompass_report_preview_init_setup (&job->setup, settings);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, document->title);
  restore_settings (operation, settings, document);
  set_paper (operation, settings);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);

  return operation;
}
