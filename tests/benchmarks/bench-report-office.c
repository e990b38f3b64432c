/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of Lund 2011 as PDF against LibreOffice making a PDF of the same report as ODT. The other way to such a file
 * is to start LibreOffice for it; both are measured as programs that are started, too, and without their start. */
#include "kompass-bench.h"
#include "kompass-publication.h"
#include "kompass-start.h"

#define RUNS 5
#define MORE 10 /* reports beside the first, for what one takes once a program runs */

typedef struct
{
  char *folder;
  char *library;
  char *office;
} Bench;

static KompassLibrary *
open_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = kompass_start_open_library (path, &error);

  if (library == NULL || !kompass_start_add_example (library, NULL, NULL, &error))
    g_error ("%s", error->message);

  return library;
}

static void
write_report (KompassLibrary           *library,
              KompassPublicationFormat  format,
              const char               *path)
{
  KompassPublicationOptions options = { .format = format };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kompass_library_find_evaluation (library, "Lund 2011", &error);

  kompass_page_setup_init_a4 (&options.setup);
  if (id == NULL || !kompass_publication_write (library, id, path, &options, NULL, &error))
    g_error ("%s", error->message);
}

/* As another process: opens the library and writes the reports. */
static int
run_as_writer (const char *library_path,
               const char *folder,
               guint       n)
{
  g_autoptr (KompassLibrary) library = open_library (library_path);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/own-%u.pdf", folder, i);

      write_report (library, KOMPASS_PUBLICATION_PDF, name);
    }

  return 0;
}

/* Returns milliseconds. */
static double
time_program (const char * const *words)
{
  double start = kompass_bench_get_time ();
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                     NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", words[0], error->message);

  return kompass_bench_get_time () - start;
}

static double
time_writer (const Bench *self,
             const char  *program,
             guint        n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *words[] = { program, self->library, self->folder, number, NULL };

  return time_program (words);
}

static double
time_office (const Bench *self,
             guint        n)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", self->folder);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *first[] = { self->office, profile, "--headless", "--convert-to", "pdf", "--outdir", self->folder };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (words, g_strdup (first[i]));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, g_strdup_printf ("%s/office-%u.odt", self->folder, i));
  g_ptr_array_add (words, NULL);

  return time_program ((const char * const *) words->pdata);
}

static double
time_report (const Bench    *self,
             KompassLibrary *library)
{
  g_autofree char *path = g_build_filename (self->folder, "here.pdf", NULL);
  double start = kompass_bench_get_time ();

  write_report (library, KOMPASS_PUBLICATION_PDF, path);

  return kompass_bench_get_time () - start;
}

static void
measure (const Bench    *self,
         KompassLibrary *library,
         const char     *program)
{
  g_autoptr (GArray) here = kompass_bench_samples_new ();
  g_autoptr (GArray) writer = kompass_bench_samples_new ();
  g_autoptr (GArray) office = kompass_bench_samples_new ();
  g_autoptr (GArray) more_writer = kompass_bench_samples_new ();
  g_autoptr (GArray) more_office = kompass_bench_samples_new ();

  /* The first start makes LibreOffice's profile; our first report finds the fonts. */
  time_office (self, 1);
  time_report (self, library);
  for (guint i = 0; i < RUNS; i++)
    {
      double own = time_writer (self, program, 1);
      double theirs = time_office (self, 1);

      kompass_bench_add (here, time_report (self, library));
      kompass_bench_add (writer, own);
      kompass_bench_add (office, theirs);
      kompass_bench_add (more_writer, (time_writer (self, program, 1 + MORE) - own) / MORE);
      kompass_bench_add (more_office, (time_office (self, 1 + MORE) - theirs) / MORE);
    }
  kompass_bench_print ("report beside LibreOffice", here, office, "ms", 0.02,
                       "a PDF in the running program / LibreOffice started to convert the ODT");
  kompass_bench_print ("  both started", writer, office, "ms", 0, "with a library that is opened");
  kompass_bench_print ("  one more, both running", more_writer, more_office, "ms", 0, NULL);
}

static void
make_documents (const Bench    *self,
                KompassLibrary *library)
{
  for (guint i = 0; i < 1 + MORE; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/office-%u.odt", self->folder, i);

      write_report (library, KOMPASS_PUBLICATION_ODT, path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (KompassLibrary) library = NULL;
  Bench self = { .office = g_find_program_in_path ("soffice") };

  if (argc == 4)
    return run_as_writer (argv[1], argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));
  if (self.office == NULL)
    {
      g_print ("report beside LibreOffice: not measured, because it is not installed\n");
      return 0;
    }
  self.folder = kompass_bench_make_folder ();
  self.library = g_build_filename (self.folder, "library.kompass", NULL);
  library = open_library (self.library);
  make_documents (&self, library);
  measure (&self, library, argv[0]);
  g_clear_object (&library);
  kompass_bench_remove_folder (self.folder);
  g_free (self.folder);
  g_free (self.library);
  g_free (self.office);

  return 0;
}
