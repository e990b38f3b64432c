/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the library: rounds, evaluations, reference groups. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rounds and evaluations */

static int
compare_rounds (gconstpointer a,
                gconstpointer b)
{
  KompassRound *one = *(KompassRound * const *) a;
  KompassRound *other = *(KompassRound * const *) b;
  int order = kompass_swedish_collate (kompass_round_get_municipality (one), kompass_round_get_municipality (other));

  if (order == 0)
    order = strcmp (kompass_round_get_municipality_id (one), kompass_round_get_municipality_id (other));
  if (order == 0)
    order = (int) kompass_round_get_year (other) - (int) kompass_round_get_year (one);

  return order != 0 ? order : g_strcmp0 (kompass_round_get_id (one), kompass_round_get_id (other));
}

static KompassRound *
read_round (sqlite3_stmt *row)
{
  g_autofree char *name = kompass_municipality_format_name (kompass_sql_text (row, 2), kompass_sql_text (row, 3));
  KompassDepth depth = KOMPASS_DEPTH_TOTAL;

  kompass_depth_from_name (kompass_sql_text (row, 7), &depth);

  return kompass_round_new (kompass_sql_text_or_null (row, 0), kompass_sql_text (row, 1), name,
                            (guint) sqlite3_column_int (row, 4), kompass_sql_text_or_null (row, 5),
                            kompass_sql_text_or_null (row, 6), depth, sqlite3_column_int (row, 8) != 0);
}

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
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT e.id, m.id, m.name, m.country, e.year, d.id, d.name, e.depth, "
                            "coalesce (e.example, m.example) "
                            "FROM municipality m LEFT JOIN evaluation e ON e.municipality = m.id "
                            "LEFT JOIN edition d ON d.id = e.edition",
                            "");
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    g_ptr_array_add (rounds, read_round (rows));
  if (!is_read)
    return NULL;
  g_ptr_array_sort (rounds, compare_rounds);

  return g_steal_pointer (&rounds);
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

  rows = kompass_sql_query_kept (db, error, "SELECT place, figure, value, beside FROM printed WHERE evaluation = ?", "s",
                                 kompass_evaluation_get_id (evaluation));
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

static KompassEvaluation *
read_evaluation (KompassLibrary  *self,
                 sqlite3_stmt    *row,
                 GError         **error)
{
  const char *edition_id = kompass_sql_text_or_null (row, 5);
  KompassEdition *edition = NULL;
  KompassDepth depth = KOMPASS_DEPTH_TOTAL;
  KompassEvaluation *evaluation;

  if (edition_id != NULL && (edition = kompass_library_get_edition (self, edition_id, error)) == NULL)
    return NULL;
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
                                "e.source, e.example FROM evaluation e JOIN municipality m ON m.id = e.municipality "
                                "WHERE e.id = ?",
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

/* Reference groups */

static gboolean
load_values (sqlite3         *db,
             KompassProfile  *profile,
             GError         **error)
{
  KompassEdition *edition = kompass_profile_get_edition (profile);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (db, error, "SELECT area, points FROM reference_value WHERE reference_group = ?", "s",
                            kompass_profile_get_id (profile));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      guint number = (guint) sqlite3_column_int (rows, 0);

      if (number == 0)
        kompass_profile_set_total (profile, kompass_sql_points (rows, 1));
      for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
        if (kompass_edition_get_area (edition, i)->number == number)
          kompass_profile_set_area (profile, i, kompass_sql_points (rows, 1));
    }

  return is_read;
}

static KompassProfile *
read_reference (KompassLibrary  *self,
                sqlite3_stmt    *row,
                GError         **error)
{
  g_autoptr (KompassProfile) profile = NULL;
  KompassEdition *edition = kompass_library_get_edition (self, kompass_sql_text (row, 2), error);

  if (edition == NULL)
    return NULL;
  profile = kompass_profile_new_mean (kompass_sql_text (row, 0), kompass_sql_text (row, 1), edition,
                                      (guint) sqlite3_column_int (row, 3), kompass_sql_text (row, 4),
                                      kompass_sql_text (row, 5));

  return load_values (self->db, profile, error) ? g_steal_pointer (&profile) : NULL;
}

/**
 * kompass_library_list_references:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KompassProfile): all reference groups, the latest edition first
 */
GPtrArray *
kompass_library_list_references (KompassLibrary  *self,
                                 GError         **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT g.id, g.name, g.edition, g.members, g.as_of, g.source FROM reference_group g "
                            "JOIN edition d ON d.id = g.edition ORDER BY d.first_year DESC, g.name",
                            "");
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassProfile *profile = read_reference (self, rows, error);

      if (profile == NULL)
        return NULL;
      g_ptr_array_add (profiles, profile);
    }
  if (!is_read)
    return NULL;

  return g_steal_pointer (&profiles);
}

/**
 * kompass_library_load_profile:
 * @self: a library
 * @id: UUID of an evaluation or of a reference group
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its points, to hold an evaluation against
 */
KompassProfile *
kompass_library_load_profile (KompassLibrary  *self,
                              const char      *id,
                              GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error,
                           "SELECT id, name, edition, members, as_of, source FROM reference_group WHERE id = ?", "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (is_row)
    return read_reference (self, row, error);
  evaluation = kompass_library_load (self, id, error);

  return evaluation != NULL ? kompass_profile_new_for_evaluation (evaluation) : NULL;
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
