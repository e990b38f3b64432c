/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions a library holds. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All of an edition's own row: another text means another edition under the same identifier. */
#define SIGNATURE_COLUMNS \
  "hash || char (10) || name || char (10) || first_year || '-' || coalesce (last_year, '') || char (10) || " \
  "provenance || char (10) || revision || ' ' || coalesce (replaces, '')"

/**
 * kompass_library_insert_edition_lines:
 * @self: a library, in a transaction
 * @edition: an edition whose own row is there
 * @error: return location for an error
 *
 * Returns: %TRUE if its areas and questions are written
 */
gboolean
kompass_library_insert_edition_lines (KompassLibrary  *self,
                                      KompassEdition  *edition,
                                      GError         **error)
{
  const char *id = kompass_edition_get_id (edition);

  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);

      if (!kompass_sql_run (self->db, error, "INSERT INTO area VALUES (?, ?, ?, ?)", "sisp", id, area->number,
                            area->title, area->maximum))
        return FALSE;
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, i);
      const KompassArea *area = kompass_edition_get_area (edition, question->area);

      if (!kompass_sql_run (self->db, error, "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)", "ssiisp", id,
                            question->number, area->number, i, question->text, question->maximum))
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_library_insert_edition:
 * @self: a library, in a transaction
 * @edition: an edition
 * @is_bundled: whether it comes with the program
 * @error: return location for an error
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_insert_edition (KompassLibrary  *self,
                                KompassEdition  *edition,
                                gboolean         is_bundled,
                                GError         **error)
{
  const char *id = kompass_edition_get_id (edition);
  g_autofree char *hash = kompass_edition_get_hash (edition);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO edition (id, name, first_year, last_year, provenance, hash, revision, replaces, "
                          "bundled) VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?, ?, ?)",
                          "ssiissisi", id, kompass_edition_get_name (edition),
                          kompass_edition_get_first_year (edition), kompass_edition_get_last_year (edition),
                          kompass_edition_get_provenance (edition), hash, kompass_edition_get_revision (edition),
                          kompass_edition_get_replaces (edition), is_bundled) &&
         kompass_library_insert_edition_lines (self, edition, error);
}

/**
 * kompass_library_add_edition:
 * @self: a library
 * @edition: an edition
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or a #KOMPASS_EDITION_ERROR where @edition is not valid
 *
 * Adds an edition that comes with the program, unless the library has it; what it has stays as it is. Such editions are
 * what the library stands on, not something a user did: they are not in the log, and can be neither undone nor changed.
 * The editions of a user are saved with kompass_library_save_edition().
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
  if (kompass_sql_exists (self->db, sql, id, &is_known, error) &&
      (is_known || kompass_library_insert_edition (self, edition, TRUE, error)) &&
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
 * Returns: (transfer none) (nullable): the edition; the same object each time, as long as it is not changed
 */
KompassEdition *
kompass_library_get_edition (KompassLibrary  *self,
                             const char      *id,
                             GError         **error)
{
  KompassEdition *known = g_hash_table_lookup (self->editions, id);
  g_autoptr (KompassEdition) edition = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autofree char *hash = NULL;
  gboolean is_row;

  if (known != NULL)
    return known;

  row = kompass_sql_query (self->db, error,
                           "SELECT name, first_year, last_year, provenance, revision, replaces, " SIGNATURE_COLUMNS
                           " FROM edition WHERE id = ?",
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
  kompass_edition_set_revision (edition, (guint) sqlite3_column_int (row, 4), kompass_sql_text_or_null (row, 5));
  if (!load_areas (self->db, edition, error))
    return NULL;
  if (!kompass_edition_validate (edition, NULL))
    {
      kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
      return NULL;
    }
  /* Threads that read members ask for the hash, too: it is computed here, once. */
  hash = kompass_edition_get_hash (edition);
  g_hash_table_insert (self->editions, (gpointer) kompass_edition_get_id (edition), g_object_ref (edition));
  g_hash_table_insert (self->signatures, g_strdup (id), g_strdup (kompass_sql_text (row, 6)));

  return g_hash_table_lookup (self->editions, id);
}

static gboolean
is_current (KompassLibrary *self,
            const char     *id)
{
  g_autoptr (KompassKept) row =
      kompass_sql_query_kept (self->db, NULL, "SELECT " SIGNATURE_COLUMNS " FROM edition WHERE id = ?", "s", id);
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, NULL))
    return TRUE;

  return is_row && g_strcmp0 (kompass_sql_text (row, 0), g_hash_table_lookup (self->signatures, id)) == 0;
}

/**
 * kompass_library_refresh_editions:
 * @self: a library
 *
 * Forgets the editions that have been changed or taken away, so that kompass_library_get_edition() reads them again.
 * The others stay the same objects.
 */
void
kompass_library_refresh_editions (KompassLibrary *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer edition;

  g_hash_table_iter_init (&iter, self->editions);
  while (g_hash_table_iter_next (&iter, &id, &edition))
    if (!is_current (self, id))
      {
        g_ptr_array_add (self->retired, g_object_ref (edition));
        g_hash_table_remove (self->signatures, id);
        g_hash_table_iter_remove (&iter);
      }
}

/**
 * kompass_library_list_editions:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KompassEdition): all editions, the latest first, of each the latest
 *   revision first
 */
GPtrArray *
kompass_library_list_editions (KompassLibrary  *self,
                               GError         **error)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, "SELECT id FROM edition ORDER BY first_year DESC, name, revision DESC",
                            "");
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
