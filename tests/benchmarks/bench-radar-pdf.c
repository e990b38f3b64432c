/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The radar of Lund 2011 beside a published mean as a PDF, in memory, against the same drawing replayed: what is more
 * than that is measuring, placing and shaping. */
#include <cairo-pdf.h>

#include "kompass-bench.h"
#include "kompass-bundle.h"
#include "kompass-chart-builder.h"

#define RUNS 61
#define WIDTH 800
#define HEIGHT 700

static const KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT };

static KompassChart *
create_chart (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (&error);
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (GPtrArray) means = NULL;
  KompassChart *chart = NULL;

  if (editions != NULL && kompass_bundle_load_example (editions, &evaluations, &means, &error))
    {
      KompassEvaluation *lund = g_ptr_array_index (evaluations, 0);

      for (guint i = 0; chart == NULL && i < means->len; i++)
        {
          g_autoptr (KompassComparison) mean = kompass_comparison_new (lund, g_ptr_array_index (means, i), NULL);

          if (kompass_comparison_get_comparable (mean) == KOMPASS_COMPARABLE_SAME_EDITION)
            chart = kompass_chart_builder_radar (lund, &mean, 1, NULL);
        }
    }
  if (chart == NULL)
    g_error ("%s", error != NULL ? error->message : "There is no mean that Lund 2011 can be held against");

  return chart;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* Returns milliseconds. */
static double
write_pdf (KompassChart    *chart,
           cairo_surface_t *recording)
{
  double start = kompass_bench_get_time ();
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (recording != NULL)
    {
      cairo_set_source_surface (cr, recording, 0, 0);
      cairo_paint (cr);
    }
  else
    {
      kompass_chart_draw (chart, cr, WIDTH, HEIGHT, &style);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && size > 0);
  cairo_surface_destroy (surface);

  return kompass_bench_get_time () - start;
}

int
main (void)
{
  g_autoptr (KompassChart) chart = create_chart ();
  g_autoptr (GArray) baselines = kompass_bench_samples_new ();
  g_autoptr (GArray) subjects = kompass_bench_samples_new ();
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                               &(cairo_rectangle_t) { 0, 0, WIDTH, HEIGHT });
  cairo_t *cr = cairo_create (recording);

  kompass_chart_draw (chart, cr, WIDTH, HEIGHT, &style);
  cairo_destroy (cr);
  for (guint i = 0; i < RUNS; i++)
    {
      kompass_bench_add (baselines, write_pdf (chart, recording));
      kompass_bench_add (subjects, write_pdf (chart, NULL));
    }
  cairo_surface_destroy (recording);
  kompass_bench_print ("radar to PDF", subjects, baselines, "ms", 2, NULL);

  return 0;
}
