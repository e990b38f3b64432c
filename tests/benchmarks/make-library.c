/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-library FILE N: a library of N evaluations of the edition 2010 at the depth of questions, four rounds for each
 * municipality, with the log that adding them leaves. The same figures each time. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "kompass-bundle.h"
#include "kompass-library.h"

#define ROUNDS 4

static const char * const beginnings[] = {
  "Ale",   "Alm",   "Ask",   "Berg",  "Björk", "Bo",    "Borg",   "Brand", "Dal",   "Ed",    "Ek",   "Eng",   "Fager",
  "Falk",  "Gran",  "Gull",  "Hag",   "Halm",  "Ham",   "Häll",   "Häss",  "Höga",  "Karls", "Kil",  "Kung",  "Köp",
  "Lek",   "Lid",   "Lind",  "Ljung", "Ma",    "Mark",  "Mjöl",   "Mora",  "Norr",  "Ny",    "Ock",  "Ost",   "Ron",
  "Sala",  "Sand",  "Skog",  "Sol",   "Sten",  "Strö",  "Söder",  "Tjörn", "Ulv",   "Vår",   "Åker", "Älv",   "Öster",
};

static const char * const endings[] = {
  "arp",  "backa", "berga", "bo",    "boda", "borg",  "by",     "dal",  "ed",   "fors",  "gård", "hamn", "hed",
  "hem",  "holm",  "hult",  "inge",  "köping", "krona", "kulla", "lund", "löv",  "mar",   "mora", "mossa", "mo",
  "mölla", "nora", "näs",   "red",   "rum",  "rås",   "sele",   "sjö",  "skog", "sta",   "stad", "strand", "sund",
  "svik", "säter", "torp",  "tuna",  "um",   "vad",   "vik",    "åker", "ås",   "ö",     "öga",
};

/**
 * Maker:
 * @db: the library
 * @random: always begins in the same way
 * @edition: the edition 2010
 * @municipality: prepared statements
 *
 * What is needed to write evaluations past the program: its own commands wait for the disk after each.
 */
typedef struct
{
  sqlite3 *db;
  GRand *random;
  KompassEdition *edition;
  sqlite3_stmt *municipality;
  sqlite3_stmt *evaluation;
  sqlite3_stmt *score;
  sqlite3_stmt *change;
} Maker;

static void
check (sqlite3 *db,
       int      code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE)
    g_error ("SQLite: %s", sqlite3_errmsg (db));
}

static void
execute (Maker      *self,
         const char *sql)
{
  check (self->db, sqlite3_exec (self->db, sql, NULL, NULL, NULL));
}

static sqlite3_stmt *
prepare (Maker      *self,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (self->db, sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL));

  return statement;
}

static void
run (Maker        *self,
     sqlite3_stmt *statement)
{
  check (self->db, sqlite3_step (statement));
  check (self->db, sqlite3_reset (statement));
}

static void
bind_text (sqlite3_stmt *statement,
           int           parameter,
           const char   *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);
}

static char *
make_uuid (Maker *self)
{
  guint32 parts[4];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = g_rand_int (self->random);

  return g_strdup_printf ("%08x-%04x-4%03x-a%03x-%04x%08x", parts[0], parts[1] >> 16, parts[1] & 0xfff, parts[2] >> 20,
                          parts[2] & 0xffff, parts[3]);
}

static char *
make_name (guint index)
{
  return g_strconcat (beginnings[index % G_N_ELEMENTS (beginnings)],
                      endings[index / G_N_ELEMENTS (beginnings) % G_N_ELEMENTS (endings)], NULL);
}

static char *
add_municipality (Maker *self,
                  guint  index)
{
  g_autofree char *name = make_name (index);
  char *id = make_uuid (self);

  bind_text (self->municipality, 1, id);
  bind_text (self->municipality, 2, name);
  run (self, self->municipality);

  return id;
}

/* Of a hundred questions two are not scored and two do not apply. */
static void
add_scores (Maker      *self,
            const char *evaluation)
{
  for (guint i = 0; i < kompass_edition_get_n_questions (self->edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (self->edition, i);
      gint32 chance = g_rand_int_range (self->random, 0, 100);
      gint32 points = g_rand_int_range (self->random, 0, question->maximum / 10 + 1) * 10;

      if (chance < 2)
        continue;
      bind_text (self->score, 1, evaluation);
      bind_text (self->score, 2, question->number);
      if (chance < 4)
        sqlite3_bind_null (self->score, 3);
      else
        sqlite3_bind_int (self->score, 3, points);
      run (self, self->score);
    }
}

static void
add_change (Maker           *self,
            guint            number,
            const char      *evaluation,
            const char      *title,
            sqlite3_session *session)
{
  g_autofree char *id = make_uuid (self);
  int size = 0;
  void *changeset = NULL;

  check (self->db, sqlite3session_changeset (session, &size, &changeset));
  bind_text (self->change, 1, id);
  sqlite3_bind_int (self->change, 2, (int) number);
  bind_text (self->change, 3, title);
  bind_text (self->change, 4, evaluation);
  sqlite3_bind_blob (self->change, 5, changeset, size, sqlite3_free);
  run (self, self->change);
}

static void
add_evaluation (Maker      *self,
                guint       number,
                const char *municipality)
{
  static const int years[ROUNDS] = { 2010, 2011, 2013, 2014 };
  guint index = number / ROUNDS;
  int year = years[number % ROUNDS];
  g_autofree char *name = make_name (index);
  g_autofree char *title = g_strdup_printf ("%s %d", name, year);
  g_autofree char *id = make_uuid (self);
  sqlite3_session *session = NULL;

  check (self->db, sqlite3session_create (self->db, "main", &session));
  check (self->db, sqlite3session_attach (session, NULL));
  bind_text (self->evaluation, 1, id);
  bind_text (self->evaluation, 2, municipality);
  sqlite3_bind_int (self->evaluation, 3, year);
  bind_text (self->evaluation, 4, kompass_edition_get_id (self->edition));
  run (self, self->evaluation);
  add_scores (self, id);
  add_change (self, number + 1, id, title, session);
  sqlite3session_delete (session);
}

static void
add_evaluations (Maker *self,
                 guint  n)
{
  g_autofree char *municipality = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i % ROUNDS == 0)
        {
          g_free (municipality);
          municipality = add_municipality (self, i / ROUNDS);
        }
      add_evaluation (self, i, municipality);
    }
}

static void
fill (Maker      *self,
      const char *path,
      guint       n)
{
  check (NULL, sqlite3_open (path, &self->db));
  execute (self, "BEGIN");
  self->random = g_rand_new_with_seed (2010);
  self->municipality = prepare (self, "INSERT INTO municipality (id, name) VALUES (?, ?)");
  self->evaluation = prepare (self, "INSERT INTO evaluation (id, municipality, year, edition, depth, decimals, edition_hash) "
                                    "VALUES (?1, ?2, ?3, ?4, 'questions', 1, "
                                    "(SELECT hash FROM edition WHERE id = ?4))");
  self->score = prepare (self, "INSERT INTO score VALUES (?, ?, ?)");
  self->change = prepare (self, "INSERT INTO change VALUES (?, ?, '2014-12-31T12:00:00Z', 'Benchmark', 'Add {1}', ?, "
                                "?, 'done', ?)");
  add_evaluations (self, n);
  execute (self, "COMMIT");
  sqlite3_finalize (self->municipality);
  sqlite3_finalize (self->evaluation);
  sqlite3_finalize (self->score);
  sqlite3_finalize (self->change);
  g_rand_free (self->random);
  check (self->db, sqlite3_close (self->db));
}

/* A new library with the bundled editions. */
static KompassEdition *
make_empty (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (&error);
  g_autoptr (KompassLibrary) library = NULL;
  KompassEdition *found = NULL;

  g_unlink (path);
  library = editions != NULL ? kompass_library_open (path, &error) : NULL;
  for (guint i = 0; library != NULL && i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);

      if (!kompass_library_add_edition (library, edition, &error))
        g_error ("%s", error->message);
      if (g_strcmp0 (kompass_edition_get_name (edition), "2010") == 0)
        found = g_object_ref (edition);
    }
  if (found == NULL)
    g_error ("%s", error != NULL ? error->message : "There is no edition 2010");

  return found;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (KompassEdition) edition = NULL;

  if (argc != 3)
    g_error ("usage: make-library FILE N");
  edition = make_empty (argv[1]);
  fill (&(Maker) { .edition = edition }, argv[1], (guint) atoi (argv[2]));

  return 0;
}
