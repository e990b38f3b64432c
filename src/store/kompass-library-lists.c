/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the library: editions, rounds, evaluations, reference groups, and finding them by name. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Editions */

static gboolean
insert_edition (sqlite3         *db,
                KompassEdition  *edition,
                GError         **error)
{
  const char *id = kompass_edition_get_id (edition);
  g_autofree char *hash = kompass_edition_get_hash (edition);
  guint last_year = kompass_edition_get_last_year (edition);

  if (!kompass_sql_run (db, error, "INSERT INTO edition VALUES (?, ?, ?, nullif (?, 0), ?, ?)", "ssiiss", id,
                        kompass_edition_get_name (edition), kompass_edition_get_first_year (edition), last_year,
                        kompass_edition_get_provenance (edition), hash))
    return FALSE;
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);

      if (!kompass_sql_run (db, error, "INSERT INTO area VALUES (?, ?, ?, ?)", "sisp", id, area->number, area->title,
                            area->maximum))
        return FALSE;
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, i);
      const KompassArea *area = kompass_edition_get_area (edition, question->area);

      if (!kompass_sql_run (db, error, "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)", "ssiisp", id, question->number,
                            area->number, i, question->text, question->maximum))
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_library_add_edition:
 * @self: a library
 * @edition: an edition
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or a #KOMPASS_EDITION_ERROR where @edition is not valid
 *
 * Adds an edition, unless the library has it. Editions are what the library stands on, not something a user did: they
 * are not in the log and cannot be undone.
 *
 * Returns: %TRUE if the library has the edition
 */
gboolean
kompass_library_add_edition (KompassLibrary  *self,
                             KompassEdition  *edition,
                             GError         **error)
{
  static const char sql[] = "SELECT 1 FROM edition WHERE id = ?";
  const char *id = kompass_edition_get_id (edition);
  gboolean is_known;

  if (g_hash_table_contains (self->editions, id))
    return TRUE;
  if (!kompass_sql_exists (self->db, sql, id, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;
  if (!kompass_edition_validate (edition, error) || !kompass_sql_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Another program may have added it since we looked. */
  if (kompass_sql_exists (self->db, sql, id, &is_known, error) && (is_known || insert_edition (self->db, edition, error)) &&
      kompass_sql_script (self->db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static gboolean
load_areas (sqlite3         *db,
            KompassEdition  *edition,
            GError         **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;
  int current = -1;

  rows = kompass_sql_query (db, error,
                            "SELECT a.number, a.title, a.maximum, q.number, q.text, q.maximum "
                            "FROM area a LEFT JOIN question q ON q.edition = a.edition AND q.area = a.number "
                            "WHERE a.edition = ? ORDER BY a.number, q.position",
                            "s", kompass_edition_get_id (edition));
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next (rows, &failure))
    {
      int number = sqlite3_column_int (rows, 0);

      if (number != current)
        kompass_edition_add_area (edition, (guint) number, kompass_sql_text (rows, 1), kompass_sql_points (rows, 2));
      current = number;
      if (kompass_sql_text_or_null (rows, 3) != NULL)
        kompass_edition_add_question (edition, kompass_sql_text (rows, 3), kompass_sql_text (rows, 4),
                                      kompass_sql_points (rows, 5));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * kompass_library_get_edition:
 * @self: a library
 * @id: UUID of an edition
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the edition; the same object each time
 */
KompassEdition *
kompass_library_get_edition (KompassLibrary  *self,
                             const char      *id,
                             GError         **error)
{
  KompassEdition *known = g_hash_table_lookup (self->editions, id);
  g_autoptr (KompassEdition) edition = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  if (known != NULL)
    return known;

  row = kompass_sql_query (self->db, error, "SELECT name, first_year, last_year, provenance FROM edition WHERE id = ?",
                           "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no edition %s"), id);
      return NULL;
    }
  edition = kompass_edition_new (id, kompass_sql_text (row, 0), (guint) sqlite3_column_int (row, 1),
                                 (guint) sqlite3_column_int (row, 2), kompass_sql_text (row, 3));
  if (!load_areas (self->db, edition, error))
    return NULL;
  if (!kompass_edition_validate (edition, NULL))
    {
      kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
      return NULL;
    }
  g_hash_table_insert (self->editions, (gpointer) kompass_edition_get_id (edition), g_object_ref (edition));

  return g_hash_table_lookup (self->editions, id);
}

/**
 * kompass_library_list_editions:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KompassEdition): all editions, the latest first
 */
GPtrArray *
kompass_library_list_editions (KompassLibrary  *self,
                               GError         **error)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error, "SELECT id FROM edition ORDER BY first_year DESC, name", "");
  if (rows == NULL)
    return NULL;
  while (kompass_sql_next (rows, &failure))
    {
      KompassEdition *edition = kompass_library_get_edition (self, kompass_sql_text (rows, 0), error);

      if (edition == NULL)
        return NULL;
      g_ptr_array_add (editions, g_object_ref (edition));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&editions);
}

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
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error,
                            "SELECT e.id, m.id, m.name, m.country, e.year, d.id, d.name, e.depth, "
                            "coalesce (e.example, m.example) "
                            "FROM municipality m LEFT JOIN evaluation e ON e.municipality = m.id "
                            "LEFT JOIN edition d ON d.id = e.edition",
                            "");
  if (rows == NULL)
    return NULL;
  while (kompass_sql_next (rows, &failure))
    g_ptr_array_add (rounds, read_round (rows));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (rounds, compare_rounds);

  return g_steal_pointer (&rounds);
}

static gboolean
load_scores (sqlite3            *db,
             KompassEvaluation  *evaluation,
             GError            **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (db, error, "SELECT question, points FROM score WHERE evaluation = ?", "s",
                            kompass_evaluation_get_id (evaluation));
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next (rows, &failure))
    {
      KompassLine *line = kompass_evaluation_find_line (evaluation, kompass_sql_text (rows, 0));
      KompassPoints points = kompass_sql_points (rows, 1);

      if (line != NULL)
        kompass_line_set_score (line, points != KOMPASS_POINTS_UNKNOWN ? KOMPASS_SCORE (points) : KOMPASS_SCORE_NA);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
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
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (db, error, "SELECT place, figure, value, beside FROM printed WHERE evaluation = ?", "s",
                            kompass_evaluation_get_id (evaluation));
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next (rows, &failure))
    {
      KompassLine *line = kompass_evaluation_find_line (evaluation, kompass_sql_text (rows, 0));

      if (line != NULL)
        read_printed (line, rows);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

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

/**
 * kompass_library_load:
 * @self: a library
 * @id: UUID of an evaluation
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the evaluation, with all its figures
 */
KompassEvaluation *
kompass_library_load (KompassLibrary  *self,
                      const char      *id,
                      GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;

  row = kompass_sql_query (self->db, error,
                           "SELECT e.id, m.id, m.name, m.country, e.year, e.edition, e.depth, e.decimals, e.source, "
                           "e.example FROM evaluation e JOIN municipality m ON m.id = e.municipality WHERE e.id = ?",
                           "s", id);
  if (row == NULL)
    return NULL;
  if (!kompass_sql_next (row, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
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
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (db, error, "SELECT area, points FROM reference_value WHERE reference_group = ?", "s",
                            kompass_profile_get_id (profile));
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next (rows, &failure))
    {
      guint number = (guint) sqlite3_column_int (rows, 0);

      if (number == 0)
        kompass_profile_set_total (profile, kompass_sql_points (rows, 1));
      for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
        if (kompass_edition_get_area (edition, i)->number == number)
          kompass_profile_set_area (profile, i, kompass_sql_points (rows, 1));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
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
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error,
                            "SELECT g.id, g.name, g.edition, g.members, g.as_of, g.source FROM reference_group g "
                            "JOIN edition d ON d.id = g.edition ORDER BY d.first_year DESC, g.name",
                            "");
  if (rows == NULL)
    return NULL;
  while (kompass_sql_next (rows, &failure))
    {
      KompassProfile *profile = read_reference (self, rows, error);

      if (profile == NULL)
        return NULL;
      g_ptr_array_add (profiles, profile);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

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

/* Names */

/**
 * kompass_library_normalize_name:
 * @name: a name
 *
 * "Upplands-Bro 2011", "upplands-bro-2011" and "UPPLANDS  BRO 2011" are the same name.
 *
 * Returns: (transfer full): what is the same for all of them
 */
char *
kompass_library_normalize_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");
  GString *text = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* The year is what a name ends with. */
static guint
find_year (const char *wanted)
{
  gsize length = strlen (wanted);

  return length > 4 ? (guint) g_ascii_strtoull (wanted + length - 4, NULL, 10) : 0;
}

static char *
choose (GPtrArray   *ids,
        GString     *candidates,
        const char  *name,
        GError     **error)
{
  if (ids->len == 1)
    return g_strdup (g_ptr_array_index (ids, 0));
  if (ids->len == 0)
    g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                 _("There is no evaluation “%s”. Write municipality and year, such as “Lund 2011”, or see “list”."), name);
  else
    g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_AMBIGUOUS,
                 _("“%s” can be several evaluations. Name one by its identifier:%s"), name, candidates->str);

  return NULL;
}

/**
 * kompass_library_find_evaluation:
 * @self: a library
 * @name: "Lund 2011", "lund-2011" or a UUID
 * @error: return location for an error that lists the candidates where there are several
 *
 * Returns: (transfer full) (nullable): the UUID of the evaluation
 */
char *
kompass_library_find_evaluation (KompassLibrary  *self,
                                 const char      *name,
                                 GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) candidates = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error,
                            "SELECT e.id, m.name, m.country, e.year, coalesce (d.name, '–'), e.depth FROM evaluation e "
                            "JOIN municipality m ON m.id = e.municipality LEFT JOIN edition d ON d.id = e.edition "
                            "WHERE e.year = ? OR e.id = ? ORDER BY e.id",
                            "is", find_year (wanted), name);
  if (rows == NULL)
    return NULL;
  while (kompass_sql_next (rows, &failure))
    {
      const char *id = kompass_sql_text (rows, 0);
      g_autofree char *full = kompass_municipality_format_name (kompass_sql_text (rows, 1), kompass_sql_text (rows, 2));
      g_autofree char *title = g_strdup_printf ("%s %d", full, sqlite3_column_int (rows, 3));
      g_autofree char *short_title = g_strdup_printf ("%s %d", kompass_sql_text (rows, 1), sqlite3_column_int (rows, 3));
      g_autofree char *long_key = kompass_library_normalize_name (title);
      g_autofree char *short_key = kompass_library_normalize_name (short_title);

      if (strcmp (id, name) != 0 && strcmp (long_key, wanted) != 0 && strcmp (short_key, wanted) != 0)
        continue;
      g_ptr_array_add (ids, g_strdup (id));
      g_string_append_printf (candidates, "\n  %s  %s  (%s, %s)", id, title, kompass_sql_text (rows, 4),
                              kompass_sql_text (rows, 5));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return choose (ids, candidates, name, error);
}

/**
 * kompass_library_find_profile:
 * @self: a library
 * @name: the name of an evaluation or of a reference group, in the source language or the user's, or a UUID
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its UUID
 */
char *
kompass_library_find_profile (KompassLibrary  *self,
                              const char      *name,
                              GError         **error)
{
  g_autoptr (GPtrArray) references = kompass_library_list_references (self, error);
  g_autofree char *wanted = kompass_library_normalize_name (name);

  if (references == NULL)
    return NULL;
  for (guint i = 0; i < references->len; i++)
    {
      KompassProfile *profile = g_ptr_array_index (references, i);
      g_autofree char *display_name = kompass_profile_get_display_name (profile);
      g_autofree char *key = kompass_library_normalize_name (kompass_profile_get_name (profile));
      g_autofree char *display_key = kompass_library_normalize_name (display_name);

      if (strcmp (key, wanted) == 0 || strcmp (display_key, wanted) == 0 ||
          strcmp (kompass_profile_get_id (profile), name) == 0)
        return g_strdup (kompass_profile_get_id (profile));
    }

  return kompass_library_find_evaluation (self, name, error);
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
