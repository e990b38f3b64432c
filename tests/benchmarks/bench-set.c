/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-set MAKE-LIBRARY: setting one score, on disk when the function returns, against the least that SQLite could do
 * for as much safety: the same row of the score and a row of the log as large, in one transaction and a file like it. */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "kompass-bench.h"
#include "kompass-library.h"

#define RUNS 151
#define QUESTION "1.1"

/**
 * Bare:
 * @db: a copy of the library
 * @evaluation: UUID of an evaluation
 * @number: of the last change in the log
 * @size: of a changeset, in bytes
 *
 * The transaction as a program without any layers would write it.
 */
typedef struct
{
  sqlite3 *db;
  const char *evaluation;
  int number;
  int size;
  sqlite3_stmt *begin;
  sqlite3_stmt *score;
  sqlite3_stmt *change;
  sqlite3_stmt *commit;
} Bare;

static void
check (sqlite3 *db,
       int      code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE)
    g_error ("SQLite: %s", sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));

  return statement;
}

static int
get_number (sqlite3    *db,
            const char *sql)
{
  sqlite3_stmt *row = prepare (db, sql);
  int number;

  g_assert (sqlite3_step (row) == SQLITE_ROW);
  number = sqlite3_column_int (row, 0);
  sqlite3_finalize (row);

  return number;
}

static void
bare_open (Bare       *self,
           const char *path)
{
  check (NULL, sqlite3_open (path, &self->db));
  check (self->db, sqlite3_exec (self->db,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", NULL,
                                 NULL, NULL));
  self->number = get_number (self->db, "SELECT max (number) FROM change");
  self->begin = prepare (self->db, "BEGIN IMMEDIATE");
  self->score = prepare (self->db, "INSERT INTO score VALUES (?, '" QUESTION "', ?) "
                                   "ON CONFLICT DO UPDATE SET points = excluded.points");
  self->change = prepare (self->db, "INSERT INTO change VALUES (?, ?, '2026-01-01T12:00:00Z', 'Benchmark', "
                                    "'Set {1} of {2} to {3}', '" QUESTION "', ?, 'done', zeroblob (?))");
  self->commit = prepare (self->db, "COMMIT");
}

static void
bare_close (Bare *self)
{
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->score);
  sqlite3_finalize (self->change);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->db);
}

static void
run (Bare         *self,
     sqlite3_stmt *statement)
{
  check (self->db, sqlite3_step (statement));
  check (self->db, sqlite3_reset (statement));
}

/* Returns milliseconds. */
static double
bare_set (Bare *self,
          int   points)
{
  double start = kompass_bench_get_time ();
  g_autofree char *id = g_uuid_string_random ();

  run (self, self->begin);
  sqlite3_bind_text (self->score, 1, self->evaluation, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->score, 2, points);
  run (self, self->score);
  sqlite3_bind_text (self->change, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->change, 2, ++self->number);
  sqlite3_bind_text (self->change, 3, self->evaluation, -1, SQLITE_STATIC);
  sqlite3_bind_int (self->change, 4, self->size);
  run (self, self->change);
  run (self, self->commit);

  return kompass_bench_get_time () - start;
}

/* Returns milliseconds. */
static double
set (KompassLibrary *library,
     const char     *evaluation,
     int             points)
{
  double start = kompass_bench_get_time ();
  g_autoptr (GError) error = NULL;

  if (!kompass_library_set_scores (library, evaluation, &(KompassEdit) { QUESTION, KOMPASS_SCORE (points) }, 1, &error))
    g_error ("%s", error->message);

  return kompass_bench_get_time () - start;
}

static int
get_changeset_size (const char *path)
{
  sqlite3 *db = NULL;
  int size;

  check (NULL, sqlite3_open (path, &db));
  size = get_number (db, "SELECT length (changeset) FROM change ORDER BY number DESC LIMIT 1");
  sqlite3_close (db);

  return size;
}

static void
measure (KompassLibrary *library,
         Bare           *bare,
         const char     *name,
         const char     *what)
{
  g_autoptr (GArray) baselines = kompass_bench_samples_new ();
  g_autoptr (GArray) subjects = kompass_bench_samples_new ();

  for (int i = 0; i < RUNS; i++)
    {
      int points = i % 2 == 0 ? 100 : 200;

      kompass_bench_add (baselines, bare_set (bare, points));
      kompass_bench_add (subjects, set (library, bare->evaluation, points));
    }
  kompass_bench_print (name, subjects, baselines, "ms", 1.5, what);
}

/* Two files that were one, so that the connections do not wait for each other. */
static void
measure_library (const char *program,
                 guint       n,
                 const char *folder)
{
  g_autofree char *path = kompass_bench_copy_library (program, n, folder);
  g_autofree char *bare_folder = g_build_filename (folder, "bare", NULL);
  g_autofree char *bare_path = kompass_bench_copy_library (program, n, bare_folder);
  g_autofree char *disk = kompass_bench_get_disk (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassLibrary) library = kompass_library_open (path, &error);
  g_autoptr (GPtrArray) rounds = library != NULL ? kompass_library_list_rounds (library, &error) : NULL;
  g_autofree char *name = g_strdup_printf ("durable set, %u evaluations", n);
  Bare bare = { 0 };

  if (rounds == NULL)
    g_error ("%s", error->message);
  bare.evaluation = kompass_round_get_id (g_ptr_array_index (rounds, 0));
  set (library, bare.evaluation, 100);
  set (library, bare.evaluation, 200);
  bare.size = get_changeset_size (path);
  bare_open (&bare, bare_path);
  bare_set (&bare, 200);
  measure (library, &bare, name, disk);
  bare_close (&bare);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = kompass_bench_make_folder ();
  g_autofree char *bare_folder = g_build_filename (folder, "bare", NULL);

  g_assert (argc == 2);

  g_mkdir (bare_folder, 0700);
  measure_library (argv[1], 10, folder);
  measure_library (argv[1], 10000, folder);
  kompass_bench_remove_folder (folder);

  return 0;
}
