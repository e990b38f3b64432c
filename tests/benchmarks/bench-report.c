/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of Lund 2011 as a PDF, in memory, from the evaluation to the finished bytes, against its pages replayed to a plain
 * PDF: what is more than that is putting the document together, shaping and laying out, tags, and finishing. */
#include <cairo-pdf.h>

#include "kompass-bench.h"
#include "kompass-bundle.h"
#include "kompass-pages.h"
#include "kompass-report-document.h"
#include "kompass-report-pdf.h"

#define RUNS 31

typedef struct
{
  KompassEvaluation *lund;
  KompassReport *report;
  KompassComparison *mean;
  GDateTime *time;
  KompassPageSetup setup;
} Subject;

static void
check (gboolean     done,
       const GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "There is no mean that Lund 2011 can be held against");
}

static void
subject_init (Subject *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (&error);
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (GPtrArray) means = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  check (editions != NULL && kompass_bundle_load_example (editions, &evaluations, &means, &error), error);
  reports = kompass_bundle_load_example_reports (evaluations, means, &error);
  check (reports != NULL, error);

  *self = (Subject) { .lund = g_object_ref (g_ptr_array_index (evaluations, 0)),
                      .report = g_object_ref (g_ptr_array_index (reports, 0)),
                      .time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0) };
  for (guint i = 0; self->mean == NULL && i < means->len; i++)
    {
      g_autoptr (KompassComparison) mean = kompass_comparison_new (self->lund, g_ptr_array_index (means, i), NULL);

      if (kompass_comparison_get_comparable (mean) == KOMPASS_COMPARABLE_SAME_EDITION)
        self->mean = g_steal_pointer (&mean);
    }
  check (self->mean != NULL, NULL);
  kompass_page_setup_init_a4 (&self->setup);
}

static void
subject_clear (Subject *self)
{
  g_object_unref (self->lund);
  g_object_unref (self->report);
  g_object_unref (self->mean);
  g_date_time_unref (self->time);
}

static KompassDocument *
create_document (Subject *self)
{
  const KompassReportInput input = { .evaluation = self->lund, .report = self->report, .comparisons = &self->mean,
                                     .n_comparisons = 1, .time = self->time };

  return kompass_report_document_new (&input);
}

static GPtrArray *
record_pages (Subject *self)
{
  g_autoptr (KompassDocument) document = create_document (self);
  g_autoptr (KompassPages) pages = kompass_pages_new (&self->setup);
  const cairo_rectangle_t sheet = { 0, 0, self->setup.width, self->setup.height };
  GPtrArray *recordings = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  kompass_pages_set_document (pages, document);
  for (guint i = 0; i < kompass_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &sheet);
      cairo_t *cr = cairo_create (recording);

      kompass_pages_draw (pages, i, cr, NULL);
      cairo_destroy (cr);
      g_ptr_array_add (recordings, recording);
    }
  return recordings;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns milliseconds. */
static double
replay (Subject   *self,
        GPtrArray *recordings)
{
  double start = kompass_bench_get_time ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->setup.width, self->setup.height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < recordings->len; i++)
    {
      cairo_set_source_surface (cr, g_ptr_array_index (recordings, i), 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && bytes->len > 0);
  cairo_surface_destroy (surface);

  return kompass_bench_get_time () - start;
}

/* Returns milliseconds. */
static double
create (Subject *self)
{
  double start = kompass_bench_get_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassDocument) document = create_document (self);
  g_autoptr (GBytes) pdf = kompass_report_pdf_create (document, &self->setup, &error);

  check (pdf != NULL, error);
  return kompass_bench_get_time () - start;
}

int
main (void)
{
  g_autoptr (GArray) baselines = kompass_bench_samples_new ();
  g_autoptr (GArray) subjects = kompass_bench_samples_new ();
  g_autoptr (GPtrArray) recordings = NULL;
  g_autofree char *what = NULL;
  Subject self;

  subject_init (&self);
  recordings = record_pages (&self);
  what = g_strdup_printf ("%u pages", recordings->len);
  for (guint i = 0; i < RUNS; i++)
    {
      kompass_bench_add (baselines, replay (&self, recordings));
      kompass_bench_add (subjects, create (&self));
    }
  kompass_bench_print ("report to PDF", subjects, baselines, "ms", 2, what);
  subject_clear (&self);

  return 0;
}
