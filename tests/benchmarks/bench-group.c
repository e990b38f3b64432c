/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-group MAKE-LIBRARY: reference groups of 100 and of 1,000 members in a library of 10,000 evaluations: read with
 * all their figures, against the least that SQLite could do (a walk over the same rows); and what a window asks of
 * them. */
#include <sqlite3.h>

#include "kompass-bench.h"
#include "kompass-library.h"

#define N_EVALUATIONS 10000
#define N_LARGE 1000
#define N_SMALL 100
#define RUNS 21

typedef struct
{
  KompassLibrary *library;
  GPtrArray *rounds; /* all that can be members */
  char *large;       /* UUIDs of groups */
  char *small;
} Bench;

static char *
make_group (Bench *self,
            guint  n_members)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, NULL);
  g_autofree char *name = g_strdup_printf ("%u members", n_members);
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  group = kompass_group_new (id, name, kompass_edition_choose (editions, 2011), FALSE);
  /* Far from each other in the file, as in a library that has grown. */
  for (guint i = 0; i < n_members; i++)
    kompass_group_add_member (group, kompass_round_get_id (g_ptr_array_index (self->rounds,
                                                                              i * (self->rounds->len / n_members))));
  if (!kompass_library_save_group (self->library, group, &error))
    g_error ("%s", error->message);

  return g_steal_pointer (&id);
}

static KompassProfile *
load (Bench      *self,
      const char *id)
{
  g_autoptr (GError) error = NULL;
  KompassProfile *profile = kompass_library_load_profile (self->library, id, &error);

  if (profile == NULL)
    g_error ("%s", error->message);

  return profile;
}

/* Returns milliseconds. */
static double
time_load (Bench      *self,
           const char *id)
{
  double start = kompass_bench_get_time ();
  g_autoptr (KompassProfile) profile = load (self, id);

  return kompass_bench_get_time () - start;
}

/* Every row and nothing else. Returns milliseconds. */
static double
time_walk (sqlite3    *db,
           const char *id)
{
  static const char sql[] = "SELECT s.evaluation, s.question, s.points FROM reference_member m "
                            "CROSS JOIN score s ON s.evaluation = m.evaluation WHERE m.reference_group = ?";
  double start = kompass_bench_get_time ();
  sqlite3_stmt *rows = NULL;

  g_assert (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL) == SQLITE_OK);
  sqlite3_bind_text (rows, 1, id, -1, SQLITE_STATIC);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_assert (sqlite3_column_text (rows, 0) != NULL && sqlite3_column_text (rows, 1) != NULL);
  sqlite3_finalize (rows);

  return kompass_bench_get_time () - start;
}

/* Statistics of every area, question and the total, and the ranks of an evaluation. Returns milliseconds. */
static double
time_figures (KompassProfile    *profile,
              KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_profile_get_edition (profile);
  double start = kompass_bench_get_time ();
  guint rank, of;

  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      kompass_profile_get_statistics (profile, KOMPASS_LINE_AREA, i);
      kompass_profile_get_rank (profile, evaluation, KOMPASS_LINE_AREA, i, &rank, &of);
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      kompass_profile_get_statistics (profile, KOMPASS_LINE_QUESTION, i);
      kompass_profile_get_rank (profile, evaluation, KOMPASS_LINE_QUESTION, i, &rank, &of);
    }
  kompass_profile_get_statistics (profile, KOMPASS_LINE_TOTAL, 0);

  return kompass_bench_get_time () - start;
}

/* How long the window would stand still. Returns milliseconds. */
static double
time_start (Bench      *self,
            const char *id)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double start = kompass_bench_get_time ();
  double end;

  kompass_library_load_profile_async (self->library, id, cancellable, NULL, NULL);
  end = kompass_bench_get_time ();
  g_cancellable_cancel (cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return end - start;
}

static double
time_find (Bench *self)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self->library, NULL);
  KompassEdition *edition = kompass_edition_choose (editions, 2011);
  KompassMemberFilter filter = { .edition = edition, .first_year = 2011, .last_year = 2013 };
  double start = kompass_bench_get_time ();
  g_autoptr (GPtrArray) found = kompass_library_find_members (self->library, &filter, NULL);

  g_assert (found->len > N_EVALUATIONS / 3);

  return kompass_bench_get_time () - start;
}

static void
measure (Bench *self)
{
  g_autoptr (GArray) large = kompass_bench_samples_new ();
  g_autoptr (GArray) small = kompass_bench_samples_new ();
  g_autoptr (GArray) walk = kompass_bench_samples_new ();
  g_autoptr (GArray) figures = kompass_bench_samples_new ();
  g_autoptr (GArray) start = kompass_bench_samples_new ();
  g_autoptr (GArray) find = kompass_bench_samples_new ();
  g_autoptr (KompassEvaluation) evaluation = NULL;
  sqlite3 *db = NULL;

  evaluation = kompass_library_load (self->library, kompass_round_get_id (g_ptr_array_index (self->rounds, 0)), NULL);
  g_assert (sqlite3_open_v2 (kompass_library_get_path (self->library), &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (KompassProfile) profile = load (self, self->large);

      kompass_bench_add (large, time_load (self, self->large));
      kompass_bench_add (walk, time_walk (db, self->large));
      kompass_bench_add (small, time_load (self, self->small));
      kompass_bench_add (figures, time_figures (profile, evaluation));
      kompass_bench_add (start, time_start (self, self->large));
      kompass_bench_add (find, time_find (self));
    }
  sqlite3_close (db);

  kompass_bench_print ("group", large, walk, "ms", 4, "1,000 members read with all figures / their rows walked over");
  kompass_bench_print ("group-growth", large, small, "ms", 12, "1,000 members / 100 members");
  kompass_bench_print ("group-figures", figures, walk, "ms", 1,
                       "statistics and ranks of 1,000 members / rows walked over");
  kompass_bench_print ("group-start", start, walk, "ms", 1, "beginning to read them in a thread / rows walked over");
  kompass_bench_print ("group-find", find, walk, "ms", 6, "the members to propose out of 10,000 / rows walked over");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  if (argc != 2)
    g_error ("usage: bench-group MAKE-LIBRARY");
  path = kompass_bench_copy_library (argv[1], N_EVALUATIONS, folder);
  bench.library = kompass_library_open (path, &error);
  if (bench.library == NULL)
    g_error ("%s", error->message);
  bench.rounds = kompass_library_find_members (bench.library, &(KompassMemberFilter) { .country = "SE" }, &error);
  bench.large = make_group (&bench, N_LARGE);
  bench.small = make_group (&bench, N_SMALL);
  measure (&bench);

  g_free (bench.large);
  g_free (bench.small);
  g_ptr_array_unref (bench.rounds);
  g_object_unref (bench.library);
  kompass_bench_remove_folder (folder);

  return 0;
}
