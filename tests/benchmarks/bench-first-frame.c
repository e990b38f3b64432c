/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-first-frame EMPTY-WINDOW MAIN-WINDOW: from the start of the process to the first frame of the example, the
 * second time it is opened, against an empty window of the same size. */
#include <stdlib.h>

#include "kompass-bench.h"

#define RUNS 15

static double
measure (const char         *folder,
         const char * const *arguments)
{
  double start = kompass_bench_get_time ();
  g_autofree char *output = kompass_bench_run (folder, arguments);

  return g_ascii_strtod (output, NULL) - start;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  const char *baseline[] = { argv[1], NULL };
  const char *subject[] = { argv[2], "--example", NULL };
  g_autoptr (GArray) baselines = kompass_bench_samples_new ();
  g_autoptr (GArray) subjects = kompass_bench_samples_new ();

  g_assert (argc == 3);

  /* The first start makes the library, and whatever the desktop starts for the first program. */
  measure (folder, baseline);
  measure (folder, subject);
  for (guint i = 0; i < RUNS; i++)
    {
      kompass_bench_add (baselines, measure (folder, baseline));
      kompass_bench_add (subjects, measure (folder, subject));
    }
  kompass_bench_print ("first frame", subjects, baselines, "ms", 1.5, NULL);
  kompass_bench_remove_folder (folder);

  return 0;
}
