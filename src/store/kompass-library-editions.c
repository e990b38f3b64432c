/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions a library holds. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  g_autoptr (sqlite3_stmt) rows = NULL;
  int current = -1;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (db, error,
                            "SELECT a.number, a.title, a.maximum, q.number, q.text, q.maximum "
                            "FROM area a LEFT JOIN question q ON q.edition = a.edition AND q.area = a.number "
                            "WHERE a.edition = ? ORDER BY a.number, q.position",
                            "s", kompass_edition_get_id (edition));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      int number = sqlite3_column_int (rows, 0);

      if (number != current)
        kompass_edition_add_area (edition, (guint) number, kompass_sql_text (rows, 1), kompass_sql_points (rows, 2));
      current = number;
      if (kompass_sql_text_or_null (rows, 3) != NULL)
        kompass_edition_add_question (edition, kompass_sql_text (rows, 3), kompass_sql_text (rows, 4),
                                      kompass_sql_points (rows, 5));
    }

  return is_read;
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
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, "SELECT id FROM edition ORDER BY first_year DESC, name", "");
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassEdition *edition = kompass_library_get_edition (self, kompass_sql_text (rows, 0), error);

      if (edition == NULL)
        return NULL;
      g_ptr_array_add (editions, g_object_ref (edition));
    }
  if (!is_read)
    return NULL;

  return g_steal_pointer (&editions);
}
