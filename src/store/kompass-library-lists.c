/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the library: rounds and evaluations. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rounds and evaluations */

/* Comparing names in Swedish order is slow, and most are those of several rounds: each name is put in its place
 * once. */
typedef struct
{
  const char *id; /* interned, as that of its rounds */
  const char *name;
  guint place; /* in Swedish order */
} Municipality;

static int
compare_municipalities (gconstpointer a,
                        gconstpointer b)
{
  const Municipality *one = *(const Municipality * const *) a;
  const Municipality *other = *(const Municipality * const *) b;
  int order = kompass_swedish_collate (one->name, other->name);

  return order != 0 ? order : strcmp (one->id, other->id);
}

/* The municipalities of the rounds, by their identifiers, each in its place. */
static GHashTable *
place_municipalities (GPtrArray *rounds)
{
  GHashTable *by_id = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < rounds->len; i++)
    {
      const char *id = kompass_round_get_municipality_id (g_ptr_array_index (rounds, i));
      Municipality *municipality;

      if (g_hash_table_contains (by_id, id))
        continue;
      municipality = g_new0 (Municipality, 1);
      municipality->id = id;
      municipality->name = kompass_round_get_municipality (g_ptr_array_index (rounds, i));
      g_hash_table_insert (by_id, (gpointer) id, municipality);
      g_ptr_array_add (sorted, municipality);
    }
  g_ptr_array_sort (sorted, compare_municipalities);
  for (guint i = 0; i < sorted->len; i++)
    ((Municipality *) g_ptr_array_index (sorted, i))->place = i;

  return by_id;
}

static int
compare_rounds (gconstpointer a,
                gconstpointer b,
                gpointer      municipalities)
{
  KompassRound *one = *(KompassRound * const *) a;
  KompassRound *other = *(KompassRound * const *) b;
  const Municipality *own = g_hash_table_lookup (municipalities, kompass_round_get_municipality_id (one));
  const Municipality *another = g_hash_table_lookup (municipalities, kompass_round_get_municipality_id (other));

  if (own != another)
    return own->place < another->place ? -1 : 1;
  if (kompass_round_get_year (one) != kompass_round_get_year (other))
    return kompass_round_get_year (one) > kompass_round_get_year (other) ? -1 : 1;

  return g_strcmp0 (kompass_round_get_id (one), kompass_round_get_id (other));
}

#define ROUND_COLUMNS \
  "SELECT e.id, m.id, m.name, m.country, e.year, d.id, d.name, e.depth, coalesce (e.example, m.example), d.revision "

static KompassRound *
read_round (sqlite3_stmt *row)
{
  g_autofree char *name = kompass_municipality_format_name (kompass_sql_text (row, 2), kompass_sql_text (row, 3));
  const char *edition_id = kompass_sql_text_or_null (row, 5);
  g_autofree char *edition = edition_id != NULL ? kompass_edition_format_name (kompass_sql_text (row, 6),
                                                                               (guint) sqlite3_column_int (row, 9))
                                                : NULL;
  KompassDepth depth = KOMPASS_DEPTH_TOTAL;

  kompass_depth_from_name (kompass_sql_text (row, 7), &depth);

  return kompass_round_new (kompass_sql_text_or_null (row, 0), kompass_sql_text (row, 1), name,
                            (guint) sqlite3_column_int (row, 4), edition_id, edition, depth,
                            sqlite3_column_int (row, 8) != 0);
}

static GPtrArray *
read_rounds (sqlite3_stmt  *rows,
             GError       **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) municipalities = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    g_ptr_array_add (rounds, read_round (rows));
  if (!is_read)
    return NULL;
  municipalities = place_municipalities (rounds);
  g_ptr_array_sort_with_data (rounds, compare_rounds, municipalities);

  return g_steal_pointer (&rounds);
}

#define MEMBER_TABLES \
  "FROM evaluation e JOIN municipality m ON m.id = e.municipality LEFT JOIN edition d ON d.id = e.edition "

/* Nothing asked for: anything fits. */
#define MEMBER_CONDITIONS \
  "(?2 = 0 OR e.year >= ?2) AND (?3 = 0 OR e.year <= ?3) AND (?4 IS NULL OR m.country = ?4) " \
  "AND (?5 = 0 OR m.inhabitants >= ?5) AND (?6 = 0 OR m.inhabitants <= ?6)"

/**
 * kompass_library_list_rounds:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KompassRound): all rounds, by municipality in Swedish order, the
 *   latest first; a municipality without any is there once, with no evaluation
 */
GPtrArray *
kompass_library_list_rounds (KompassLibrary  *self,
                             GError         **error)
{
  g_autoptr (sqlite3_stmt) rows =
      kompass_sql_query (self->db, error,
                         ROUND_COLUMNS "FROM municipality m LEFT JOIN evaluation e ON e.municipality = m.id "
                                       "LEFT JOIN edition d ON d.id = e.edition",
                         "");

  return read_rounds (rows, error);
}

/**
 * kompass_library_find_members:
 * @self: a library
 * @filter: which evaluations
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassRound): the evaluations to propose as members of a reference
 *   group, by municipality in Swedish order, the latest first
 */
GPtrArray *
kompass_library_find_members (KompassLibrary             *self,
                              const KompassMemberFilter  *filter,
                              GError                    **error)
{
  const char *edition = filter->edition != NULL ? kompass_edition_get_id (filter->edition) : NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  /* Where an edition is asked for, its index is used. */
  rows = kompass_sql_query (self->db, error,
                            edition != NULL ? ROUND_COLUMNS MEMBER_TABLES "WHERE e.edition = ?1 AND " MEMBER_CONDITIONS
                                            : ROUND_COLUMNS MEMBER_TABLES "WHERE ?1 IS NULL AND " MEMBER_CONDITIONS,
                            "siisii", edition, (int) filter->first_year, (int) filter->last_year, filter->country,
                            (int) filter->least_inhabitants, (int) filter->most_inhabitants);

  return read_rounds (rows, error);
}

static gboolean
load_scores (sqlite3            *db,
             KompassEvaluation  *evaluation,
             GError            **error)
{
  g_autoptr (KompassKept) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query_kept (db, error, "SELECT question, points FROM score WHERE evaluation = ?", "s",
                                 kompass_evaluation_get_id (evaluation));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassLine *line = kompass_evaluation_find_line (evaluation, kompass_sql_text (rows, 0));
      KompassPoints points = kompass_sql_points (rows, 1);

      if (line != NULL)
        kompass_line_set_score (line, points != KOMPASS_POINTS_UNKNOWN ? KOMPASS_SCORE (points) : KOMPASS_SCORE_NA);
    }

  return is_read;
}

static void
read_printed (KompassLine  *line,
              sqlite3_stmt *row)
{
  KompassPrinted printed = *kompass_line_get_printed (line);

  if (strcmp (kompass_sql_text (row, 1), "points") == 0)
    {
      printed.points = kompass_sql_points (row, 2);
      printed.points_beside = kompass_sql_points (row, 3);
    }
  else
    {
      printed.percent = sqlite3_column_int (row, 2);
      printed.percent_beside = kompass_sql_points (row, 3);
    }
  kompass_line_set_printed (line, &printed);
}

static gboolean
load_printed (sqlite3            *db,
              KompassEvaluation  *evaluation,
              GError            **error)
{
  g_autoptr (KompassKept) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query_kept (db, error, "SELECT place, figure, value, beside FROM printed WHERE evaluation = ?",
                                 "s", kompass_evaluation_get_id (evaluation));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassLine *line = kompass_evaluation_find_line (evaluation, kompass_sql_text (rows, 0));

      if (line != NULL)
        read_printed (line, rows);
    }

  return is_read;
}

/**
 * kompass_library_refuse_hash:
 * @db: a library
 * @title: an evaluation that was made when its edition said something else
 * @edition: its edition
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_library_refuse_hash (sqlite3         *db,
                             const char      *title,
                             KompassEdition  *edition,
                             GError         **error)
{
  g_autofree char *place = g_filename_display_name (sqlite3_db_filename (db, "main"));
  g_autofree char *name = kompass_edition_get_display_name (edition);

  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED,
               /* Translators: an evaluation ("Lund 2011"), the name of its edition, the path of the library */
               _("%s was scored when edition %s had other questions or maxima, so its points cannot be trusted. "
                 "Nothing was changed; look for a copy of the library in the folder “backups” beside it.\n%s"),
               title, name, place);

  return FALSE;
}

static KompassEvaluation *
read_evaluation (KompassLibrary  *self,
                 sqlite3_stmt    *row,
                 GError         **error)
{
  const char *edition_id = kompass_sql_text_or_null (row, 5);
  KompassEdition *edition = NULL;
  KompassDepth depth = KOMPASS_DEPTH_TOTAL;
  g_autofree char *hash = NULL;
  KompassEvaluation *evaluation;

  if (edition_id != NULL && (edition = kompass_library_get_edition (self, edition_id, error)) == NULL)
    return NULL;
  hash = edition != NULL ? kompass_edition_get_hash (edition) : NULL;
  if (edition != NULL && strcmp (hash, kompass_sql_text (row, 10)) != 0)
    {
      g_autofree char *name = kompass_municipality_format_name (kompass_sql_text (row, 2), kompass_sql_text (row, 3));
      g_autofree char *title = g_strdup_printf ("%s %d", name, sqlite3_column_int (row, 4));

      kompass_library_refuse_hash (self->db, title, edition, error);
      return NULL;
    }
  kompass_depth_from_name (kompass_sql_text (row, 6), &depth);
  evaluation = kompass_evaluation_new (kompass_sql_text (row, 0), edition, depth);
  kompass_evaluation_set_municipality (evaluation, kompass_sql_text (row, 1), kompass_sql_text (row, 2),
                                       kompass_sql_text (row, 3));
  kompass_evaluation_set_year (evaluation, (guint) sqlite3_column_int (row, 4));
  kompass_evaluation_set_decimals (evaluation, (guint) sqlite3_column_int (row, 7));
  kompass_evaluation_set_source (evaluation, kompass_sql_text (row, 8));
  kompass_evaluation_set_is_example (evaluation, sqlite3_column_int (row, 9) != 0);

  return evaluation;
}

static KompassEvaluation *
load (KompassLibrary  *self,
      const char      *id,
      GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (KompassKept) row = NULL;
  gboolean is_row;

  row = kompass_sql_query_kept (self->db, error,
                                "SELECT e.id, m.id, m.name, m.country, e.year, e.edition, e.depth, e.decimals, "
                                "e.source, e.example, e.edition_hash FROM evaluation e "
                                "JOIN municipality m ON m.id = e.municipality WHERE e.id = ?",
                                "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no evaluation %s"), id);
      return NULL;
    }
  evaluation = read_evaluation (self, row, error);
  if (evaluation == NULL || !load_scores (self->db, evaluation, error) || !load_printed (self->db, evaluation, error))
    return NULL;
  kompass_evaluation_update (evaluation);

  return g_steal_pointer (&evaluation);
}

/**
 * kompass_library_load:
 * @self: a library
 * @id: UUID of an evaluation
 * @error: return location for an error
 *
 * Reads all of it as it was at one moment, also while another program writes.
 *
 * Returns: (transfer full) (nullable): the evaluation, with all its figures
 */
KompassEvaluation *
kompass_library_load (KompassLibrary  *self,
                      const char      *id,
                      GError         **error)
{
  gboolean is_alone = sqlite3_get_autocommit (self->db) != 0;
  KompassEvaluation *evaluation;

  if (is_alone && !kompass_sql_script (self->db, "BEGIN", error))
    return NULL;
  evaluation = load (self, id, error);
  if (is_alone)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return evaluation;
}

/**
 * kompass_library_reload:
 * @self: a library
 * @evaluation: an evaluation that was loaded earlier
 * @error: return location for an error
 *
 * Reads the evaluation again; it notifies what is other than before.
 *
 * Returns: %TRUE if it is still there
 */
gboolean
kompass_library_reload (KompassLibrary     *self,
                        KompassEvaluation  *evaluation,
                        GError            **error)
{
  g_autoptr (KompassEvaluation) fresh = kompass_library_load (self, kompass_evaluation_get_id (evaluation), error);

  if (fresh == NULL)
    return FALSE;
  kompass_evaluation_assign (evaluation, fresh);

  return TRUE;
}

static GPtrArray *
load_rounds_of (KompassLibrary  *self,
                const char      *municipality_id,
                GError         **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, "SELECT id FROM evaluation WHERE municipality = ? ORDER BY year, id", "s",
                            municipality_id);
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassEvaluation *evaluation = load (self, kompass_sql_text (rows, 0), error);

      if (evaluation == NULL)
        return NULL;
      g_ptr_array_add (rounds, evaluation);
    }

  return is_read ? g_steal_pointer (&rounds) : NULL;
}

/**
 * kompass_library_load_rounds_of:
 * @self: a library
 * @municipality_id: UUID of a municipality
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassEvaluation): all rounds of the municipality, the earliest
 *   first, as they were at one moment
 */
GPtrArray *
kompass_library_load_rounds_of (KompassLibrary  *self,
                                const char      *municipality_id,
                                GError         **error)
{
  gboolean is_alone = sqlite3_get_autocommit (self->db) != 0;
  GPtrArray *rounds;

  if (is_alone && !kompass_sql_script (self->db, "BEGIN", error))
    return NULL;
  rounds = load_rounds_of (self, municipality_id, error);
  if (is_alone)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return rounds;
}

/**
 * kompass_library_has_example:
 * @self: a library
 *
 * Returns: %TRUE if the bundled example is in the library
 */
gboolean
kompass_library_has_example (KompassLibrary *self)
{
  gint64 found = 0;

  kompass_sql_get_int (self->db, "SELECT EXISTS (SELECT 1 FROM evaluation WHERE example = 1)", &found, NULL);

  return found != 0;
}

/**
 * kompass_library_has_evaluation:
 * @self: a library
 * @id: UUID of an evaluation
 *
 * Returns: %TRUE if the library has it
 */
gboolean
kompass_library_has_evaluation (KompassLibrary *self,
                                const char     *id)
{
  g_autoptr (sqlite3_stmt) row = kompass_sql_query (self->db, NULL, "SELECT 1 FROM evaluation WHERE id = ?", "s", id);

  return row != NULL && kompass_sql_next (row, NULL);
}
