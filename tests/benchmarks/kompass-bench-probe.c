/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a program with one window: prints when its first frame was painted, or what memory it takes once it has come to
 * rest, and ends the program. */
#include "kompass-bench-probe.h"

#include <string.h>

#include "kompass-bench.h"

#define REST_MILLISECONDS 1000

/**
 * Probe:
 * @application: the program
 * @is_drawn: whether the window has been drawn; the clock also ticks before there is anything to see
 * @rest: the source that ends the program when no frame has followed for a while
 */
typedef struct
{
  GtkApplication *application;
  gboolean is_drawn;
  guint rest;
} Probe;

/* In kilobytes. */
static double
get_figure (const char *rollup,
            const char *name)
{
  const char *line = strstr (rollup, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) : 0;
}

static gboolean
print_memory (gpointer data)
{
  Probe *self = data;
  g_autofree char *rollup = NULL;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    g_error ("This system does not say how much memory a program takes");
  g_print ("%.0f %.0f %.0f\n", get_figure (rollup, "\nRss:"), get_figure (rollup, "\nPss:"),
           get_figure (rollup, "\nPrivate_Dirty:"));
  g_application_quit (G_APPLICATION (self->application));

  return G_SOURCE_REMOVE;
}

/* GTK's own handler ends the emission: we must be before it. */
static gboolean
render_hook (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               data)
{
  Probe *self = data;

  self->is_drawn = TRUE;

  return FALSE;
}

static void
after_paint_cb (Probe *self)
{
  if (!self->is_drawn)
    return;
  if (g_strcmp0 (g_getenv ("KOMPASS_BENCH_PROBE"), "memory") != 0)
    {
      g_print ("%.3f\n", kompass_bench_get_time ());
      g_application_quit (G_APPLICATION (self->application));
      return;
    }
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, print_memory, self);
}

static void
realize_cb (GtkWidget *window,
            Probe     *self)
{
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, render_hook, self, NULL);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Probe          *self)
{
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
}

/**
 * kompass_bench_probe:
 * @application: a program, before it runs
 *
 * Watches its window. Prints the time of its first frame in milliseconds, as kompass_bench_get_time() counts them; with
 * the environment variable KOMPASS_BENCH_PROBE=memory, resident, proportional and private written memory in kilobytes.
 */
void
kompass_bench_probe (GtkApplication *application)
{
  Probe *self = g_new0 (Probe, 1);

  self->application = application;
  g_object_set_data_full (G_OBJECT (application), "kompass-bench-probe", self, g_free);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), self);
}
