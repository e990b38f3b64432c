/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-report-batch MAKE-LIBRARY: as many reports as Sweden has municipalities, in one batch, each with texts, findings,
 * key facts and a comparison with a reference group: the last ones take as long as the first ones, and no more memory. */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "kompass-bench.h"
#include "kompass-publication.h"

#define N_REPORTS 290
#define N_MEMBERS 40
#define N_WARM 10 /* until fonts and caches are there */

typedef struct
{
  KompassLibrary *library;
  GPtrArray *rounds;
  char *group; /* UUID */
  double last;
  GArray *first_half;  /* milliseconds of the processor for each report */
  GArray *second_half;
  double early_memory; /* MiB */
  double late_memory;
} Bench;

static const char text[] =
    "<text><p>The municipality describes in its plan how residents can take part, and <b>follows it up each year</b>. "
    "Of the points that can be had, <field name=\"total.points\"/> were reached. Most of what was asked for in the "
    "interviews is in place, and what is missing has a date and a name beside it.</p><h>What was seen</h><li>A plan that "
    "is known outside of the offices</li><li>Figures that are published each quarter</li><li>Meetings that are announced "
    "in good time</li><p>Between the administrations there are differences that are larger than those between this "
    "municipality and others. The evaluation looked at what holds for all of them, and where only one was convincing, "
    "half of the points were given.</p></text>";

static void
execute (sqlite3    *db,
         const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("SQLite: %s", message);
}

/* Past the program: its own commands wait for the disk after each. */
static void
write_texts (const char *path,
             const char *group)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN;"
      "WITH section (id) AS (VALUES ('introduction'), ('evaluation'), ('summary'), ('area/1'), ('area/2'), ('area/3'),"
      " ('area/4'), ('area/5'), ('area/6'), ('area/7'), ('area/8'), ('facts'))"
      "INSERT INTO report_text SELECT e.id, s.id, '%s' FROM evaluation e, section s;"
      "INSERT INTO report_about SELECT id, 'interviews', '35' FROM evaluation;"
      "WITH RECURSIVE area (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM area WHERE n < 8),"
      " item (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM item WHERE n < 4),"
      " kind (name) AS (VALUES ('strength'), ('partial'), ('improvement'))"
      "INSERT INTO finding SELECT e.id, a.n || k.name || i.n, a.n, k.name, i.n, 'A finding of two lines or so, as evaluators"
      " write them: number ' || i.n, NULL FROM evaluation e, area a, item i, kind k;"
      "WITH RECURSIVE fact (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM fact WHERE n < 15)"
      "INSERT INTO key_fact SELECT e.id, f.n, f.n, 'Fact ' || f.n, f.n * 1000 FROM evaluation e, fact f;"
      "INSERT INTO report_comparison SELECT id, 0, '%s' FROM evaluation;"
      "COMMIT",
      text, group);
  sqlite3 *db = NULL;

  g_assert (sqlite3_open (path, &db) == SQLITE_OK);
  execute (db, sql);
  sqlite3_close (db);
}

static char *
make_group (Bench *self)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, NULL);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (KompassGroup) group = kompass_group_new (id, "Forty others", kompass_edition_choose (editions, 2011), FALSE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MEMBERS; i++)
    kompass_group_add_member (group, kompass_round_get_id (g_ptr_array_index (self->rounds, i * 7)));
  if (!kompass_library_save_group (self->library, group, &error))
    g_error ("%s", error->message);

  return g_steal_pointer (&id);
}

/* Milliseconds of the processor: what else goes on in the machine changes between the halves of a batch. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Resident memory, in MiB. */
static double
get_memory (void)
{
  g_autofree char *text_of_kernel = NULL;
  unsigned long total, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text_of_kernel, NULL, NULL) ||
      sscanf (text_of_kernel, "%lu %lu", &total, &resident) != 2)
    g_error ("/proc/self/statm cannot be read");

  return (double) resident * (double) sysconf (_SC_PAGESIZE) / (1024 * 1024);
}

static void
progress_cb (guint       done,
             guint       of,
             const char *name,
             gpointer    data)
{
  Bench *self = data;
  double now = get_work ();

  if (done > N_WARM)
    kompass_bench_add (done <= of / 2 ? self->first_half : self->second_half, now - self->last);
  if (done == of / 10)
    self->early_memory = get_memory ();
  if (done == of)
    self->late_memory = get_memory ();
  self->last = now;
}

static void
write_reports (Bench      *self,
               const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "reports", NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) evaluations = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassPublicationResult) result = NULL;
  KompassPublicationOptions options = { .format = KOMPASS_PUBLICATION_PDF };

  kompass_page_setup_init_a4 (&options.setup);
  for (guint i = 0; i < self->rounds->len; i++)
    g_strv_builder_add (ids, kompass_round_get_id (g_ptr_array_index (self->rounds, i)));
  evaluations = g_strv_builder_end (ids);
  result = kompass_publication_write_all (self->library, (const char * const *) evaluations, target, &options, progress_cb,
                                          self, NULL, &error);
  if (result == NULL || result->failures->len > 0)
    g_error ("%s", error != NULL ? error->message
                                 : ((KompassPublicationFailure *) g_ptr_array_index (result->failures, 0))->message);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *disk = kompass_bench_get_disk (folder);
  g_autoptr (GError) error = NULL;
  Bench self = { .first_half = kompass_bench_samples_new (), .second_half = kompass_bench_samples_new () };
  double start, seconds, first, second;

  if (argc != 2)
    g_error ("usage: bench-report-batch MAKE-LIBRARY");
  path = kompass_bench_copy_library (argv[1], N_REPORTS, folder);
  self.library = kompass_library_open (path, &error);
  if (self.library == NULL)
    g_error ("%s", error->message);
  self.rounds = kompass_library_list_rounds (self.library, NULL);
  self.group = make_group (&self);
  write_texts (path, self.group);
  start = kompass_bench_get_time ();
  write_reports (&self, folder);
  seconds = (kompass_bench_get_time () - start) / 1000;

  first = kompass_bench_get_median (self.first_half);
  second = kompass_bench_get_median (self.second_half);
  g_print ("a report in a batch of %u: %.2f = %.3g ms in the second half / %.3g ms in the first (medians of processor time; "
           "goal 1.1%s; all in %.3g s, files on %s)\n",
           N_REPORTS, second / first, second, first, second / first > 1.1 ? ": over the goal" : "", seconds, disk);
  g_print ("memory in a batch of %u: %.2f = %.1f MiB at the end / %.1f MiB after a tenth (goal 1.1%s)\n", N_REPORTS,
           self.late_memory / self.early_memory, self.late_memory, self.early_memory,
           self.late_memory / self.early_memory > 1.1 ? ": over the goal" : "");

  kompass_bench_remove_folder (folder);
  g_object_unref (self.library);
  g_ptr_array_unref (self.rounds);
  g_array_unref (self.first_half);
  g_array_unref (self.second_half);
  g_free (self.group);

  return 0;
}
