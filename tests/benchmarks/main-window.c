/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as it is, watched by a probe. */
#include "kompass-application.h"
#include "kompass-bench-probe.h"
#include "kompass-paths.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (KompassApplication) application = NULL;

  kompass_paths_init_locale ();
  kompass_paths_init_settings ();
  application = kompass_application_new ();
  kompass_bench_probe (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
