/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the library file, as numbered steps from every older version to this one. */
#include "kompass-schema.h"

/* Step n brings a library from version n to n + 1. A step that has been released is never edited: add another.
 *
 * Tables whose name is not "change" are recorded: every change to them is in the change log as a changeset.
 * Deletes are spelled out by the commands, children first, so that a changeset can be inverted row by row:
 * hence no ON DELETE CASCADE. */
static const char *const steps[] = {
  /* 0: an empty file */
  "CREATE TABLE edition ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  name TEXT NOT NULL CHECK (length (name) > 0),"
  "  first_year INTEGER NOT NULL,"
  "  last_year INTEGER," /* NULL: in use */
  "  provenance TEXT NOT NULL,"
  "  hash TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE area ("
  "  edition TEXT NOT NULL REFERENCES edition,"
  "  number INTEGER NOT NULL CHECK (number > 0),"
  "  title TEXT NOT NULL,"
  "  maximum INTEGER CHECK (maximum > 0)," /* NULL: not known */
  "  PRIMARY KEY (edition, number)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE question ("
  "  edition TEXT NOT NULL,"
  "  number TEXT NOT NULL,"
  "  area INTEGER NOT NULL,"
  "  position INTEGER NOT NULL,"
  "  text TEXT NOT NULL,"
  "  maximum INTEGER NOT NULL CHECK (maximum > 0),"
  "  PRIMARY KEY (edition, number),"
  "  FOREIGN KEY (edition, area) REFERENCES area"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE municipality ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),"
  "  country TEXT NOT NULL DEFAULT 'SE' CHECK (length (country) = 2),"
  "  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE evaluation ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  municipality TEXT NOT NULL REFERENCES municipality,"
  "  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),"
  "  edition TEXT REFERENCES edition," /* NULL: not known */
  "  depth TEXT NOT NULL CHECK (depth IN ('questions', 'areas', 'total')),"
  "  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 2)," /* as its report prints points */
  "  source TEXT NOT NULL DEFAULT '',"
  "  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX evaluation_municipality ON evaluation (municipality);"
  "CREATE INDEX evaluation_year ON evaluation (year);"

  /* No row: not scored yet. A row without points: not applicable. */
  "CREATE TABLE score ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  question TEXT NOT NULL,"
  "  points INTEGER CHECK (points BETWEEN 0 AND 9999999)," /* hundredths */
  "  PRIMARY KEY (evaluation, question)"
  ") STRICT, WITHOUT ROWID;"

  /* Figures as a report prints them. place: the number of a question or area, '' for the total. beside: the sum of
   * what stood below when the figure was noted; NULL where not all of it was known. */
  "CREATE TABLE printed ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  place TEXT NOT NULL,"
  "  figure TEXT NOT NULL CHECK (figure IN ('points', 'percent')),"
  "  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 9999999)," /* hundredths of a point, or whole percent */
  "  beside INTEGER,"
  "  PRIMARY KEY (evaluation, place, figure)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE reference_group ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  name TEXT NOT NULL CHECK (length (name) BETWEEN 1 AND 200),"
  "  edition TEXT NOT NULL REFERENCES edition,"
  "  members INTEGER CHECK (members > 0)," /* NULL: not known */
  "  as_of TEXT NOT NULL DEFAULT '',"
  "  source TEXT NOT NULL DEFAULT '',"
  "  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"

  /* area 0 is the total. */
  "CREATE TABLE reference_value ("
  "  reference_group TEXT NOT NULL REFERENCES reference_group,"
  "  area INTEGER NOT NULL CHECK (area >= 0),"
  "  points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 9999999),"
  "  PRIMARY KEY (reference_group, area)"
  ") STRICT, WITHOUT ROWID;"

  /* The log: one row per command. label and arguments are put together in the reader's language. */
  "CREATE TABLE change ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  number INTEGER NOT NULL UNIQUE,"
  "  time TEXT NOT NULL," /* UTC, ISO 8601 */
  "  author TEXT NOT NULL,"
  "  label TEXT NOT NULL,"
  "  arguments TEXT NOT NULL,"
  "  evaluation TEXT," /* the evaluation it is about, where it is about one */
  "  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'abandoned')),"
  "  changeset BLOB NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX change_state ON change (state, number);"
  "CREATE INDEX change_evaluation ON change (evaluation, number) WHERE evaluation IS NOT NULL;",

  /* 1: groups of evaluations, mappings, revisions of editions. New columns come last and have a default, so that the
   * changesets of older steps still apply. */
  "ALTER TABLE edition ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);"
  "ALTER TABLE edition ADD COLUMN replaces TEXT REFERENCES edition;" /* NULL: made from no other */
  "ALTER TABLE edition ADD COLUMN bundled INTEGER NOT NULL DEFAULT 1 CHECK (bundled IN (0, 1));"
  "ALTER TABLE municipality ADD COLUMN inhabitants INTEGER CHECK (inhabitants > 0);" /* NULL: not known */

  /* What its edition said when the evaluation was made. */
  "ALTER TABLE evaluation ADD COLUMN edition_hash TEXT;"
  "UPDATE evaluation SET edition_hash = (SELECT hash FROM edition WHERE id = evaluation.edition);"
  "CREATE INDEX evaluation_edition ON evaluation (edition, year);"

  "ALTER TABLE reference_group ADD COLUMN kind TEXT NOT NULL DEFAULT 'published'"
  "  CHECK (kind IN ('published', 'members'));"
  "CREATE TABLE reference_member ("
  "  reference_group TEXT NOT NULL REFERENCES reference_group,"
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  position INTEGER NOT NULL,"
  "  PRIMARY KEY (reference_group, evaluation)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX reference_member_evaluation ON reference_member (evaluation);"

  /* The band: how many points may be added to a total under the one edition beside a total under the other. */
  "CREATE TABLE mapping ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  from_edition TEXT NOT NULL REFERENCES edition,"
  "  to_edition TEXT NOT NULL REFERENCES edition CHECK (to_edition <> from_edition),"
  "  source TEXT NOT NULL DEFAULT '',"
  "  band_low INTEGER CHECK (band_low BETWEEN 0 AND 9999999),"
  "  band_high INTEGER CHECK (band_high BETWEEN band_low AND 9999999),"
  "  bundled INTEGER NOT NULL DEFAULT 0 CHECK (bundled IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX mapping_from ON mapping (from_edition);"
  "CREATE INDEX mapping_to ON mapping (to_edition);"

  /* Numbers of questions or areas, one a line. */
  "CREATE TABLE mapping_item ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  mapping TEXT NOT NULL REFERENCES mapping,"
  "  position INTEGER NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('area', 'question')),"
  "  relation TEXT NOT NULL"
  "    CHECK (relation IN ('same', 'reworded', 'maximum-changed', 'split', 'merged', 'new', 'gone')),"
  "  from_numbers TEXT NOT NULL,"
  "  to_numbers TEXT NOT NULL,"
  "  note TEXT NOT NULL DEFAULT ''"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX mapping_item_mapping ON mapping_item (mapping);",

  /* 2: what is written about an evaluation. The evaluation is the first column of each key, so that every change says
   * which one it is about. No row: nothing is written. */
  "CREATE TABLE report_text ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  section TEXT NOT NULL CHECK (length (section) BETWEEN 1 AND 20),"
  "  markup TEXT NOT NULL CHECK (length (markup) BETWEEN 1 AND 2000000),"
  "  PRIMARY KEY (evaluation, section)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE report_about ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  about TEXT NOT NULL CHECK (about IN ('performed', 'interviews', 'evaluators')),"
  "  value TEXT NOT NULL CHECK (length (value) BETWEEN 1 AND 10000),"
  "  PRIMARY KEY (evaluation, about)"
  ") STRICT, WITHOUT ROWID;"

  /* Items of the three lists of each area, in the order of their positions, which may have gaps. */
  "CREATE TABLE finding ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  id TEXT NOT NULL,"
  "  area INTEGER NOT NULL CHECK (area > 0),"
  "  kind TEXT NOT NULL CHECK (kind IN ('strength', 'partial', 'improvement')),"
  "  position INTEGER NOT NULL CHECK (position >= 0),"
  "  text TEXT NOT NULL CHECK (length (text) <= 10000),"
  "  question TEXT CHECK (length (question) BETWEEN 1 AND 20)," /* NULL: of the area as a whole */
  "  PRIMARY KEY (evaluation, id)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE key_fact ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  id TEXT NOT NULL,"
  "  position INTEGER NOT NULL CHECK (position >= 0),"
  "  name TEXT NOT NULL CHECK (length (name) <= 10000),"
  "  value TEXT NOT NULL CHECK (length (value) <= 10000),"
  "  PRIMARY KEY (evaluation, id)"
  ") STRICT, WITHOUT ROWID;"

  /* profile: an evaluation or a reference group, which may be gone. */
  "CREATE TABLE report_comparison ("
  "  evaluation TEXT NOT NULL REFERENCES evaluation,"
  "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 2),"
  "  profile TEXT NOT NULL,"
  "  PRIMARY KEY (evaluation, position)"
  ") STRICT, WITHOUT ROWID;",
};

/**
 * kompass_schema_get_version:
 *
 * Returns: the version this program writes, as in the file's user_version
 */
guint
kompass_schema_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

/* Another program may have taken the step since the version was read. */
static gboolean
apply_step (sqlite3  *db,
            guint     step,
            GError  **error)
{
  g_autofree char *numbers = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                              KOMPASS_SCHEMA_APPLICATION_ID, step + 1);
  gint64 version;

  if (!kompass_sql_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  return version > step || (kompass_sql_script (db, steps[step], error) && kompass_sql_script (db, numbers, error));
}

static gboolean
run_step (sqlite3  *db,
          guint     step,
          GError  **error)
{
  if (!kompass_sql_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (apply_step (db, step, error) && kompass_sql_script (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * kompass_schema_migrate:
 * @db: a library
 * @from: its version; 0 for an empty file
 * @error: return location for an error
 *
 * Brings the library to this program's version, one transaction per step.
 *
 * Returns: %TRUE if it is at this program's version
 */
gboolean
kompass_schema_migrate (sqlite3  *db,
                        guint     from,
                        GError  **error)
{
  for (guint step = from; step < G_N_ELEMENTS (steps); step++)
    if (!run_step (db, step, error))
      return FALSE;

  return TRUE;
}
