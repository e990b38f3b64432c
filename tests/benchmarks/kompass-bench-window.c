/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What benchmarks of open windows share: the application, when frames begin and end, and pauses. */
#include "kompass-bench-window.h"

#include "kompass-paths.h"

#define REST_MILLISECONDS 40

/**
 * kompass_bench_application_new:
 *
 * Returns: (transfer full): the application, with nothing that moves by itself: a cursor that blinks keeps the clock going,
 *   and the wait for its next beat would hide the rest
 */
AdwApplication *
kompass_bench_application_new (void)
{
  AdwApplication *application = adw_application_new ("io.github.kommunkompass.Kommunkompass", G_APPLICATION_NON_UNIQUE);

  kompass_paths_init_locale ();
  kompass_paths_init_settings ();
  g_object_set (application, "resource-base-path", "/io/github/kommunkompass/Kommunkompass", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  return application;
}

static gboolean
render_hook (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               is_drawn)
{
  *(gboolean *) is_drawn = TRUE;

  return TRUE;
}

/**
 * kompass_bench_watch_drawing:
 * @is_drawn: becomes %TRUE whenever some window is drawn; for as long as the program runs
 */
void
kompass_bench_watch_drawing (gboolean *is_drawn)
{
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, render_hook, is_drawn, NULL);
}

/**
 * kompass_bench_watch_frames:
 * @window: a window on screen
 * @begins: called before each frame
 * @ends: called when it is painted, or there was nothing to paint
 */
void
kompass_bench_watch_frames (GtkWindow *window,
                            GCallback  begins,
                            GCallback  ends)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect (clock, "before-paint", begins, NULL);
  g_signal_connect (clock, "after-paint", ends, NULL);
}

static gboolean
wake_up (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_CONTINUE;
}

/**
 * kompass_bench_rest:
 *
 * Lets the main loop run for a while.
 */
void
kompass_bench_rest (void)
{
  gboolean is_over = FALSE;
  guint id = g_timeout_add (REST_MILLISECONDS, wake_up, &is_over);

  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}
