/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-memory EMPTY-WINDOW MAIN-WINDOW MAKE-LIBRARY: the memory of the program with a library open, painted and at rest,
 * against an empty window of the same size. */
#include <stdlib.h>

#include "kompass-bench.h"

#define RUNS 7

enum
{
  RESIDENT,
  PROPORTIONAL,
  WRITTEN,
  N_FIGURES,
};

static const char * const names[N_FIGURES] = {
  "memory, resident",
  "memory, shared parts divided among programs",
  "memory, written and not shared",
};

static void
measure (const char         *folder,
         const char * const *arguments,
         GArray            **samples)
{
  g_autofree char *output = kompass_bench_run (folder, arguments);
  char *rest = output;

  for (guint i = 0; i < N_FIGURES; i++)
    kompass_bench_add (samples[i], g_ascii_strtod (rest, &rest) / 1024);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autofree char *library = NULL;
  GArray *baselines[N_FIGURES];
  GArray *subjects[N_FIGURES];

  g_assert (argc == 4);

  library = kompass_bench_copy_library (argv[3], 10000, folder);
  g_setenv ("KOMPASS_BENCH_PROBE", "memory", TRUE);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      baselines[i] = kompass_bench_samples_new ();
      subjects[i] = kompass_bench_samples_new ();
    }
  /* The first start of the day makes a backup. */
  g_free (kompass_bench_run (folder, (const char *[]) { argv[2], library, NULL }));
  for (guint i = 0; i < RUNS; i++)
    {
      measure (folder, (const char *[]) { argv[1], NULL }, baselines);
      measure (folder, (const char *[]) { argv[2], library, NULL }, subjects);
    }
  for (guint i = 0; i < N_FIGURES; i++)
    {
      kompass_bench_print (names[i], subjects[i], baselines[i], "MB", 1.5, "10,000 evaluations");
      g_array_unref (subjects[i]);
      g_array_unref (baselines[i]);
    }
  kompass_bench_remove_folder (folder);

  return 0;
}
