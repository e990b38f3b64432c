/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command changed, as one changeset of SQLite's session extension: taken, applied, inverted, looked into. */
#include "kompass-recording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-changeset-check.h"
#include "kompass-library.h"

struct _KompassRecording
{
  sqlite3 *db;
  sqlite3_session *session;
};

static int
is_recorded (void       *data,
             const char *table)
{
  return strcmp (table, "change") != 0;
}

/**
 * kompass_recording_begin:
 * @db: the database, in a transaction
 * @error: return location for an error
 *
 * Begins to record every change to every table but the log itself.
 *
 * Returns: (transfer full) (nullable): the recording
 */
KompassRecording *
kompass_recording_begin (sqlite3  *db,
                         GError  **error)
{
  g_autoptr (KompassRecording) self = g_new0 (KompassRecording, 1);
  int code;

  self->db = db;
  code = sqlite3session_create (db, "main", &self->session);
  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded, NULL);
      code = sqlite3session_attach (self->session, NULL);
    }
  if (code != SQLITE_OK)
    {
      kompass_sql_fail (db, code, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * kompass_recording_take:
 * @self: a recording
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the changeset, empty where nothing changed, or %NULL on an error
 */
GBytes *
kompass_recording_take (KompassRecording  *self,
                        GError           **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (self->session, &size, &data);

  if (code != SQLITE_OK)
    {
      kompass_sql_fail (self->db, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

void
kompass_recording_free (KompassRecording *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

static gboolean
start (GBytes                  *changeset,
       sqlite3_changeset_iter **iter)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  return kompass_changeset_is_sound (changeset) &&
         sqlite3changeset_start (iter, (int) size, (void *) data) == SQLITE_OK;
}

/* The log is undone from its end, so that nothing can stand in the way: if it does, the file was changed by something
 * that does not keep the log, and guessing would lose data. */
static int
stop_at_conflict (void                   *data,
                  int                     reason,
                  sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * kompass_changeset_apply:
 * @db: the database, in a transaction
 * @changeset: a changeset
 * @inverted: whether to undo it instead
 * @error: return location for an error
 *
 * Returns: %TRUE if all of it was applied
 */
gboolean
kompass_changeset_apply (sqlite3   *db,
                         GBytes    *changeset,
                         gboolean   inverted,
                         GError   **error)
{
  int flags = inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0;
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int code;

  if (!kompass_changeset_is_sound (changeset))
    return kompass_sql_fail (db, SQLITE_CORRUPT, error);

  code = sqlite3changeset_apply_v2 (db, (int) size, (void *) data, NULL, stop_at_conflict, NULL, NULL, NULL, flags);
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_CONFLICT,
                   _("This step cannot be undone or redone: what it changed has been changed since. Nothing was "
                     "changed."));
      return FALSE;
    }

  return code == SQLITE_OK || kompass_sql_fail (db, code, error);
}

/* The value of a column after the change, before it for a delete; unchanged key columns are only in the old row. */
static sqlite3_value *
column_value (sqlite3_changeset_iter *iter,
              int                     operation,
              int                     column)
{
  sqlite3_value *value = NULL;

  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &value);
  if (value == NULL && operation != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &value);

  return value;
}

static const char * const figure_tables[] = { "score", "printed", NULL };
static const char * const report_tables[] = {
  "report_text", "report_about", "finding", "key_fact", "report_comparison", NULL,
};

/* Which column of a recorded table names the evaluation, as part of its key; -1 for tables that concern no single one. */
static int
evaluation_column (const char *table)
{
  if (strcmp (table, "evaluation") == 0 || g_strv_contains (figure_tables, table) ||
      g_strv_contains (report_tables, table))
    return 0;

  return -1;
}

/**
 * kompass_changeset_join:
 * @db: the database
 * @one: a changeset
 * @next: what was changed after it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): both as one changeset, empty where the second takes the first back; %NULL on an
 *   error
 */
GBytes *
kompass_changeset_join (sqlite3  *db,
                        GBytes   *one,
                        GBytes   *next,
                        GError  **error)
{
  sqlite3_changegroup *group = NULL;
  GBytes *changesets[] = { one, next };
  void *data = NULL;
  int size = 0;
  int code = sqlite3changegroup_new (&group);

  for (guint i = 0; i < G_N_ELEMENTS (changesets) && code == SQLITE_OK; i++)
    {
      gsize length;
      gconstpointer bytes = g_bytes_get_data (changesets[i], &length);

      code = kompass_changeset_is_sound (changesets[i]) ? sqlite3changegroup_add (group, (int) length, (void *) bytes)
                                                        : SQLITE_CORRUPT;
    }
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &data);
  sqlite3changegroup_delete (group);
  if (code != SQLITE_OK)
    {
      kompass_sql_fail (db, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/**
 * kompass_changeset_subjects:
 * @changeset: a changeset
 *
 * Returns: (transfer full) (nullable): the UUIDs of the evaluations it touches, or %NULL if it touches something that
 *   any evaluation may show, such as the name of a municipality
 */
char **
kompass_changeset_subjects (GBytes *changeset)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_changeset_iter *iter = NULL;
  gboolean is_general = FALSE;

  if (!start (changeset, &iter))
    return NULL;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      const char *id;
      int n_columns, operation, indirect, column;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      column = evaluation_column (table);
      id = column >= 0 ? (const char *) sqlite3_value_text (column_value (iter, operation, column)) : NULL;
      if (id == NULL)
        is_general = TRUE;
      else
        g_hash_table_add (ids, g_strdup (id));
    }
  sqlite3changeset_finalize (iter);
  if (is_general)
    return NULL;

  {
    char **subjects = (char **) g_hash_table_get_keys_as_array (ids, NULL);

    g_hash_table_steal_all (ids);

    return subjects;
  }
}

/**
 * kompass_changeset_is_listed:
 * @changeset: a changeset
 *
 * Returns: %TRUE if it touches what lists of municipalities, rounds and reference groups show, besides their figures
 */
gboolean
kompass_changeset_is_listed (GBytes *changeset)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean is_listed = FALSE;

  if (!start (changeset, &iter))
    return TRUE;
  while (!is_listed && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      is_listed = !g_strv_contains (figure_tables, table) && !g_strv_contains (report_tables, table);
    }
  sqlite3changeset_finalize (iter);

  return is_listed;
}

/**
 * kompass_changeset_get_report:
 * @changeset: a changeset
 *
 * Returns: (transfer full) (nullable): the UUID of the evaluation whose report it touches, or %NULL if it touches
 *   anything else, too
 */
char *
kompass_changeset_get_report (GBytes *changeset)
{
  sqlite3_changeset_iter *iter = NULL;
  g_autofree char *evaluation = NULL;
  gboolean is_report = TRUE;

  if (!start (changeset, &iter))
    return NULL;
  while (is_report && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      const char *id;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      id = g_strv_contains (report_tables, table)
               ? (const char *) sqlite3_value_text (column_value (iter, operation, evaluation_column (table)))
               : NULL;
      is_report = id != NULL && (evaluation == NULL || strcmp (id, evaluation) == 0);
      if (evaluation == NULL)
        evaluation = g_strdup (id);
    }
  sqlite3changeset_finalize (iter);

  return is_report ? g_steal_pointer (&evaluation) : NULL;
}

static gboolean
is_text (sqlite3_changeset_iter *iter,
         int                     operation,
         int                     column,
         const char             *text)
{
  sqlite3_value *value = column_value (iter, operation, column);

  return value != NULL && g_strcmp0 ((const char *) sqlite3_value_text (value), text) == 0;
}

static KompassPoints
points_of (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return KOMPASS_POINTS_UNKNOWN;

  return sqlite3_value_int (value);
}

/**
 * kompass_changeset_find:
 * @changeset: a changeset
 * @table: "score" or "printed"
 * @evaluation: UUID of an evaluation
 * @place: the number of a question, or the place of printed points
 * @was_known: (out): whether there was a row before
 * @old_points: (out): its points in hundredths
 * @is_known: (out): whether there is a row after
 * @new_points: (out): its points in hundredths
 * @is_edge: (out): whether the evaluation was added or deleted; what was changed earlier is no matter of it then
 *
 * Looks for what a change did to one figure. The figures that an evaluation began or ended with are no change of them.
 *
 * Returns: %TRUE if the change touched it
 */
gboolean
kompass_changeset_find (GBytes        *changeset,
                        const char    *table,
                        const char    *evaluation,
                        const char    *place,
                        gboolean      *was_known,
                        KompassPoints *old_points,
                        gboolean      *is_known,
                        KompassPoints *new_points,
                        gboolean      *is_edge)
{
  int points_column = strcmp (table, "score") == 0 ? 2 : 3;
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  *is_edge = FALSE;
  if (!start (changeset, &iter))
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      sqlite3_value *before = NULL;
      sqlite3_value *after = NULL;
      const char *name;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
      if (operation != SQLITE_UPDATE && strcmp (name, "evaluation") == 0 && is_text (iter, operation, 0, evaluation))
        *is_edge = TRUE;
      if (strcmp (name, table) != 0 || !is_text (iter, operation, 0, evaluation) ||
          !is_text (iter, operation, 1, place))
        continue;
      if (strcmp (table, "printed") == 0 && !is_text (iter, operation, 2, "points"))
        continue;
      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, points_column, &before);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, points_column, &after);
      *was_known = operation != SQLITE_INSERT;
      *is_known = operation != SQLITE_DELETE;
      *old_points = points_of (before);
      *new_points = points_of (after);
      found = TRUE;
    }
  sqlite3changeset_finalize (iter);

  return found && !*is_edge;
}

/**
 * kompass_changeset_concerns:
 * @changeset: a changeset
 * @evaluation: UUID of an evaluation
 *
 * Returns: %TRUE if it touches the evaluation, its figures or its report
 */
gboolean
kompass_changeset_concerns (GBytes     *changeset,
                            const char *evaluation)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (!start (changeset, &iter))
    return FALSE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      found = evaluation_column (table) == 0 && is_text (iter, operation, 0, evaluation);
    }
  sqlite3changeset_finalize (iter);

  return found;
}

static char *
copy_text (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return g_strdup (text != NULL && g_utf8_validate (text, -1, NULL) ? text : "");
}

/**
 * kompass_changeset_find_text:
 * @changeset: a changeset
 * @evaluation: UUID of an evaluation
 * @section: a section of its report
 * @before: (out) (transfer full): its markup before the change, "" where it was empty
 * @after: (out) (transfer full): its markup after it
 *
 * Looks for what a change did to a text. The text that came or went with its evaluation is no change of it.
 *
 * Returns: %TRUE if the change touched it, and @before and @after are set
 */
gboolean
kompass_changeset_find_text (GBytes      *changeset,
                             const char  *evaluation,
                             const char  *section,
                             char       **before,
                             char       **after)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;
  gboolean is_edge = FALSE;

  *before = *after = NULL;
  if (!start (changeset, &iter))
    return FALSE;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      sqlite3_value *old_value = NULL;
      sqlite3_value *new_value = NULL;
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      if (operation != SQLITE_UPDATE && strcmp (table, "evaluation") == 0 && is_text (iter, operation, 0, evaluation))
        is_edge = TRUE;
      if (found || strcmp (table, "report_text") != 0 || n_columns < 3 || !is_text (iter, operation, 0, evaluation) ||
          !is_text (iter, operation, 1, section))
        continue;
      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, 2, &old_value);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, 2, &new_value);
      *before = copy_text (old_value);
      *after = copy_text (new_value);
      found = TRUE;
    }
  sqlite3changeset_finalize (iter);
  if (found && !is_edge)
    return TRUE;
  g_clear_pointer (before, g_free);
  g_clear_pointer (after, g_free);

  return FALSE;
}
