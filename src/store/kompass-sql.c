/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin, typed way of talking to SQLite: bound parameters only, and errors in words a person can use. */
#include "kompass-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library.h"

static const char *
describe_code (int                  code,
               KompassLibraryError *kind)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *kind = KOMPASS_LIBRARY_ERROR_LOCKED;
      return _("The library is being written by another program. Nothing was changed; try again in a moment.");
    case SQLITE_FULL:
      *kind = KOMPASS_LIBRARY_ERROR_FULL;
      return _("The disk is full. Nothing was changed; make room on the disk and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      *kind = KOMPASS_LIBRARY_ERROR_READ_ONLY;
      return _("The library cannot be written. Nothing was changed; ask for write permission to the file and its "
               "folder.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      *kind = KOMPASS_LIBRARY_ERROR_DAMAGED;
      return _("The library is damaged. Nothing was changed; look for a copy of it in the folder “backups” beside it.");
    case SQLITE_CANTOPEN:
      *kind = KOMPASS_LIBRARY_ERROR_OPEN;
      return _("The library cannot be opened. Nothing was changed; check that its folder exists and can be written.");
    case SQLITE_IOERR:
      *kind = KOMPASS_LIBRARY_ERROR_IO;
      return _("The disk could not be read or written. Nothing was changed; check the disk and try again.");
    default:
      *kind = KOMPASS_LIBRARY_ERROR_FAILED;
      return _("The library could not do this. Nothing was changed.");
    }
}

/* SQLite itself knows only one of the ways in which a system says that there is no more room. */
static gboolean
is_out_of_room (sqlite3 *db)
{
  static const int pointers[] = { SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER };

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      sqlite3_file *file = NULL;
      int last = 0;

      if (sqlite3_file_control (db, "main", pointers[i], &file) != SQLITE_OK || file == NULL || file->pMethods == NULL)
        continue;
      file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &last);
      if (last == ENOSPC || last == EDQUOT || last == EFBIG)
        return TRUE;
    }

  return FALSE;
}

/**
 * kompass_sql_fail_at:
 * @db: (nullable): the database
 * @path: its path, for when it could not be opened and does not know it
 * @code: an SQLite result code
 * @error: return location for a #KOMPASS_LIBRARY_ERROR that says what happened, where, what is unchanged, what to do
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_sql_fail_at (sqlite3     *db,
                     const char  *path,
                     int          code,
                     GError     **error)
{
  KompassLibraryError kind;
  const char *words = describe_code (code, &kind);
  g_autofree char *place = g_filename_display_name (path);
  g_autofree char *detail = NULL;
  gboolean is_of_db = db != NULL && (sqlite3_errcode (db) & 0xff) == (code & 0xff);

  if ((code & 0xff) == SQLITE_IOERR && db != NULL && is_out_of_room (db))
    words = describe_code (SQLITE_FULL, &kind);
  /* SQLite quotes names from the file, which may be damaged. */
  detail = g_utf8_make_valid (is_of_db ? sqlite3_errmsg (db) : sqlite3_errstr (code), -1);
  g_set_error (error, KOMPASS_LIBRARY_ERROR, (int) kind, "%s\n%s (%s)", words, place, detail);

  return FALSE;
}

/**
 * kompass_sql_fail:
 * @db: an open database
 * @code: an SQLite result code
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, as for kompass_sql_fail_at()
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_sql_fail (sqlite3  *db,
                  int       code,
                  GError  **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  return kompass_sql_fail_at (db, path != NULL ? path : "", code, error);
}

/**
 * kompass_sql_script:
 * @db: the database
 * @sql: one or more statements without parameters
 * @error: return location for an error
 *
 * Returns: %TRUE if all of them ran
 */
gboolean
kompass_sql_script (sqlite3     *db,
                    const char  *sql,
                    GError     **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || kompass_sql_fail (db, code, error);
}

static void
bind (sqlite3_stmt *statement,
      const char   *types,
      va_list       args)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      gint64 number;

      switch (types[i])
        {
        case 's':
          sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'i':
          sqlite3_bind_int64 (statement, i + 1, va_arg (args, int));
          break;
        case 'p':
          number = va_arg (args, int);
          if (number != KOMPASS_POINTS_UNKNOWN)
            sqlite3_bind_int64 (statement, i + 1, number);
          break;
        case 'b':
          {
            GBytes *bytes = va_arg (args, GBytes *);

            sqlite3_bind_blob64 (statement, i + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 SQLITE_TRANSIENT);
          }
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static sqlite3_stmt *
prepare (sqlite3     *db,
         GError     **error,
         const char  *sql,
         const char  *types,
         va_list      args)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      kompass_sql_fail (db, code, error);
      return NULL;
    }
  bind (statement, types, args);

  return statement;
}

/* SQLite knows the statements of a connection, and prepares them anew by itself when the tables are others. */
static KompassKept *
prepare_kept (sqlite3     *db,
              GError     **error,
              const char  *sql,
              const char  *types,
              va_list      args)
{
  for (sqlite3_stmt *kept = sqlite3_next_stmt (db, NULL); kept != NULL; kept = sqlite3_next_stmt (db, kept))
    if (strcmp (sqlite3_sql (kept), sql) == 0 && !sqlite3_stmt_busy (kept))
      {
        bind (kept, types, args);
        return kept;
      }

  return prepare (db, error, sql, types, args);
}

/**
 * kompass_sql_query:
 * @db: the database
 * @error: return location for an error
 * @sql: one statement
 * @types: a letter per parameter: 's' text or %NULL, 'i' int, 'p' #KompassPoints (unknown is NULL), 'b' #GBytes
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable): the statement, to be read with kompass_sql_next()
 */
sqlite3_stmt *
kompass_sql_query (sqlite3     *db,
                   GError     **error,
                   const char  *sql,
                   const char  *types,
                   ...)
{
  sqlite3_stmt *statement;
  va_list args;

  va_start (args, types);
  statement = prepare (db, error, sql, types, args);
  va_end (args);

  return statement;
}

/**
 * kompass_sql_query_kept:
 * @db: the database, to be closed with kompass_sql_close()
 * @error: return location for an error
 * @sql: one statement
 * @types: as for kompass_sql_query()
 * @...: the parameters
 *
 * As kompass_sql_query(), for what is asked again and again: to prepare such a statement takes longer than to run it.
 * It must be read before the same is asked again.
 *
 * Returns: (transfer full) (nullable): the statement, to be given back with kompass_sql_put_back()
 */
KompassKept *
kompass_sql_query_kept (sqlite3     *db,
                        GError     **error,
                        const char  *sql,
                        const char  *types,
                        ...)
{
  KompassKept *statement;
  va_list args;

  va_start (args, types);
  statement = prepare_kept (db, error, sql, types, args);
  va_end (args);

  return statement;
}

/**
 * kompass_sql_put_back:
 * @statement: a statement
 *
 * Ends reading, and keeps the statement for the next who asks the same.
 */
void
kompass_sql_put_back (KompassKept *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * kompass_sql_close:
 * @db: (nullable): a database
 *
 * Closes it, and frees the statements that are kept with it.
 */
void
kompass_sql_close (sqlite3 *db)
{
  sqlite3_stmt *kept;

  while (db != NULL && (kept = sqlite3_next_stmt (db, NULL)) != NULL)
    sqlite3_finalize (kept);
  sqlite3_close (db);
}

/* SQLite takes any bytes for text; we only write UTF-8, so anything else comes from a disk that forgets. */
static gboolean
has_sound_texts (sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    if (sqlite3_column_type (row, i) == SQLITE_TEXT &&
        !g_utf8_validate ((const char *) sqlite3_column_text (row, i), sqlite3_column_bytes (row, i), NULL))
      return FALSE;

  return TRUE;
}

/**
 * kompass_sql_next:
 * @statement: a statement
 * @error: return location for an error
 *
 * Returns: %TRUE if there is one more row; %FALSE at the end, and on an error, when @error is set
 */
gboolean
kompass_sql_next (sqlite3_stmt  *statement,
                  GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW && !has_sound_texts (statement))
    code = SQLITE_CORRUPT;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    kompass_sql_fail (sqlite3_db_handle (statement), code, error);

  return FALSE;
}

/**
 * kompass_sql_next_or_end:
 * @statement: a statement
 * @is_row: (out): whether there is one more row
 * @error: return location for an error
 *
 * As kompass_sql_next(), for whoever does something else at the end than on an error.
 *
 * Returns: %FALSE on an error
 */
gboolean
kompass_sql_next_or_end (sqlite3_stmt  *statement,
                         gboolean      *is_row,
                         GError       **error)
{
  g_autoptr (GError) failure = NULL;

  *is_row = kompass_sql_next (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * kompass_sql_step:
 * @statement: a statement
 * @is_row: (out): whether there is one more row
 * @error: return location for an error
 *
 * As kompass_sql_next_or_end(), for many rows whose texts are compared with known ones and not kept: it does not look
 * whether they are UTF-8.
 *
 * Returns: %FALSE on an error
 */
gboolean
kompass_sql_step (sqlite3_stmt  *statement,
                  gboolean      *is_row,
                  GError       **error)
{
  int code = sqlite3_step (statement);

  *is_row = code == SQLITE_ROW;

  return code == SQLITE_ROW || code == SQLITE_DONE || kompass_sql_fail (sqlite3_db_handle (statement), code, error);
}

/**
 * kompass_sql_exists:
 * @db: the database
 * @sql: a statement with one parameter
 * @id: the parameter, a text
 * @is_there: (out): whether the statement gives a row
 * @error: return location for an error
 *
 * Returns: %TRUE when @is_there is set
 */
gboolean
kompass_sql_exists (sqlite3     *db,
                    const char  *sql,
                    const char  *id,
                    gboolean    *is_there,
                    GError     **error)
{
  g_autoptr (KompassKept) row = kompass_sql_query_kept (db, error, sql, "s", id);

  return row != NULL && kompass_sql_next_or_end (row, is_there, error);
}

/**
 * kompass_sql_run:
 * @db: the database
 * @error: return location for an error
 * @sql: one statement that gives no rows
 * @types: as for kompass_sql_query()
 * @...: the parameters
 *
 * Returns: %TRUE if it ran
 */
gboolean
kompass_sql_run (sqlite3     *db,
                 GError     **error,
                 const char  *sql,
                 const char  *types,
                 ...)
{
  g_autoptr (KompassKept) statement = NULL;
  va_list args;
  int code;

  va_start (args, types);
  statement = prepare_kept (db, error, sql, types, args);
  va_end (args);
  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);

  return code == SQLITE_DONE || code == SQLITE_ROW || kompass_sql_fail (db, code, error);
}

/**
 * kompass_sql_get_int:
 * @db: the database
 * @sql: a statement without parameters that gives one number
 * @value: (out): the number
 * @error: return location for an error
 *
 * Returns: %TRUE if @value is set
 */
gboolean
kompass_sql_get_int (sqlite3     *db,
                     const char  *sql,
                     gint64      *value,
                     GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = kompass_sql_query (db, error, sql, "");
  int code;

  if (statement == NULL)
    return FALSE;
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    return kompass_sql_fail (db, code == SQLITE_DONE ? SQLITE_ERROR : code, error);
  *value = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

/**
 * kompass_sql_text_or_null:
 * @statement: a statement at a row
 * @column: which, from 0
 *
 * Returns: (transfer none) (nullable): the text, valid until the next row; %NULL where there is none
 */
const char *
kompass_sql_text_or_null (sqlite3_stmt *statement,
                          int           column)
{
  return sqlite3_column_type (statement, column) == SQLITE_TEXT ? (const char *) sqlite3_column_text (statement, column)
                                                                : NULL;
}

/**
 * kompass_sql_text:
 * @statement: a statement at a row
 * @column: which, from 0; one that always has text, unless the file is damaged
 *
 * Returns: (transfer none): the text, valid until the next row; "" where there is none
 */
const char *
kompass_sql_text (sqlite3_stmt *statement,
                  int           column)
{
  const char *text = kompass_sql_text_or_null (statement, column);

  return text != NULL ? text : "";
}

/**
 * kompass_sql_points:
 * @statement: a statement at a row
 * @column: which, from 0
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN for NULL; never another negative number
 */
KompassPoints
kompass_sql_points (sqlite3_stmt *statement,
                    int           column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return KOMPASS_POINTS_UNKNOWN;

  return (KompassPoints) CLAMP (sqlite3_column_int64 (statement, column), 0, G_MAXINT32);
}
