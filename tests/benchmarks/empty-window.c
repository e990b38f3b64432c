/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least window that could be compared with the main window: of its class and size, and empty. */
#include <adwaita.h>

#include "kompass-bench-probe.h"

static void
activate_cb (GtkApplication *application)
{
  gtk_window_present (g_object_new (ADW_TYPE_APPLICATION_WINDOW,
                                    "application", application,
                                    "default-width", 1280,
                                    "default-height", 800,
                                    NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.kommunkompass.Empty",
                                                                G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  kompass_bench_probe (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
