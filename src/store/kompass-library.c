/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library file: opening it with every care, closing it, and noticing that others have written to it. */
#include "kompass-library-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "kompass-backup.h"
#include "kompass-schema.h"

#define BUSY_MILLISECONDS 3000

enum
{
  CHANGED,
  LISTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassLibrary, kompass_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (kompass-library-error-quark, kompass_library_error)

static void
kompass_library_finalize (GObject *object)
{
  KompassLibrary *self = KOMPASS_LIBRARY (object);

  g_clear_pointer (&self->db, sqlite3_close);
  g_free (self->path);
  g_free (self->author);
  g_free (self->notice);
  g_hash_table_unref (self->editions);

  G_OBJECT_CLASS (kompass_library_parent_class)->finalize (object);
}

static void
kompass_library_class_init (KompassLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_library_finalize;

  /**
   * KompassLibrary::changed:
   * @evaluations: (nullable): the UUIDs of the evaluations whose figures are other than before, or %NULL where lists
   *   and names may be too
   *
   * A command has been carried out, here or by another program that has the same library open.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);

  /**
   * KompassLibrary::lists-changed:
   *
   * The lists of rounds and reference groups are other than before; #KompassLibrary::changed follows.
   */
  signals[LISTS_CHANGED] = g_signal_new ("lists-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
kompass_library_init (KompassLibrary *self)
{
  const char *real_name = g_get_real_name ();

  self->editions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  kompass_library_set_author (self, strcmp (real_name, "Unknown") != 0 ? real_name : g_get_user_name ());
}

/**
 * kompass_library_get_default_path:
 *
 * Returns: (transfer full): where the user's library is
 */
char *
kompass_library_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "kommunkompass", "library.kompass", NULL);
}

static gboolean
refuse (GError              **error,
        KompassLibraryError   kind,
        const char           *path,
        const char           *words)
{
  g_set_error (error, KOMPASS_LIBRARY_ERROR, (int) kind, "%s\n%s", words, path);

  return FALSE;
}

static gboolean
prepare_folder (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (error, KOMPASS_LIBRARY_ERROR_OPEN, path, _("This is a folder, not a library. Nothing was changed."));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN,
                   _("The folder for the library cannot be made: %s. Nothing was changed; choose another place with --library.\n%s"),
                   g_strerror (errno), folder);
      return FALSE;
    }
  if (access (folder, W_OK) != 0 || (g_file_test (path, G_FILE_TEST_EXISTS) && access (path, W_OK) != 0))
    return refuse (error, KOMPASS_LIBRARY_ERROR_READ_ONLY, path,
                   _("The library cannot be written. Nothing was changed; ask for write permission to the file and its folder."));

  return TRUE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Whether pages that the header counts are missing at the end. With a write-ahead log beside it, the file may be on
 * its way to its full length, and SQLite finds the pages in the log. */
static gboolean
is_truncated (const char   *path,
              const guint8 *header,
              goffset       length)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint64 page_size = (guint64) header[16] << 8 | header[17];
  GStatBuf info;

  if (g_stat (log, &info) == 0 && info.st_size > 0)
    return FALSE;
  if (page_size == 1)
    page_size = 65536;

  return (guint64) length < page_size * read_big_endian (header + 28);
}

/* Looks at the first 100 bytes before SQLite does, to say more than "file is not a database". */
static gboolean
check_header (const char  *path,
              gboolean    *is_new,
              GError     **error)
{
  guint8 header[100];
  FILE *file = g_fopen (path, "rb");
  gsize length;
  goffset size;

  *is_new = TRUE;
  if (file == NULL)
    return errno == ENOENT ||
           refuse (error, KOMPASS_LIBRARY_ERROR_OPEN, path,
                   _("The library cannot be opened. Nothing was changed; ask for permission to read the file."));
  length = fread (header, 1, sizeof header, file);
  fseek (file, 0, SEEK_END);
  size = ftell (file);
  fclose (file);
  if (length == 0)
    return TRUE;

  *is_new = FALSE;
  if (length < sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE, path,
                   _("This is not a Kommunkompass library. Nothing was changed; choose another file."));
  if (read_big_endian (header + 68) != KOMPASS_SCHEMA_APPLICATION_ID)
    return refuse (error, KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION, path,
                   _("This file belongs to another program. Nothing was changed; choose another file."));
  if (read_big_endian (header + 60) > kompass_schema_get_version ())
    return refuse (error, KOMPASS_LIBRARY_ERROR_NEWER, path,
                   _("This library was written by a newer version of Kommunkompass. Nothing was changed; update the program to open it."));
  if (is_truncated (path, header, size))
    return refuse (error, KOMPASS_LIBRARY_ERROR_TRUNCATED, path,
                   _("The end of this library is missing. Nothing was changed; a backup of it is in the folder “backups” beside it."));

  return TRUE;
}

static gboolean
open_database (KompassLibrary  *self,
               GError         **error)
{
  int code = sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
                              NULL);

  if (code != SQLITE_OK)
    return kompass_sql_fail (self->db, code, error);
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return kompass_sql_script (self->db,
                             "PRAGMA trusted_schema = OFF;"
                             "PRAGMA cell_size_check = ON;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA synchronous = FULL;",
                             error);
}

static gboolean
check_contents (KompassLibrary  *self,
                GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = kompass_sql_query (self->db, error, "PRAGMA quick_check (1)", "");

  if (statement == NULL)
    return FALSE;
  if (!kompass_sql_next (statement, error))
    return FALSE;
  if (g_strcmp0 (kompass_sql_text (statement, 0), "ok") == 0)
    return TRUE;

  return kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
}

/* Once a day the contents are checked and a copy is made; without a copy the library can still be used. */
static gboolean
back_up (KompassLibrary  *self,
         gboolean         before_migration,
         GError         **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) failure = NULL;

  if (kompass_backup_is_due (self->path, now, before_migration) && !check_contents (self, error))
    return FALSE;
  if (kompass_backup_make (self->db, self->path, now, before_migration, &failure))
    return TRUE;
  if (before_migration)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  self->notice = g_strdup_printf (_("No backup of the library could be made: %s"), failure->message);

  return TRUE;
}

static gboolean
bring_up_to_date (KompassLibrary  *self,
                  gboolean         is_new,
                  GError         **error)
{
  gint64 version;

  if (!kompass_sql_get_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (!is_new && !back_up (self, version < kompass_schema_get_version (), error))
    return FALSE;

  /* Where the log cannot be used (a network disk), SQLite stays with its rollback journal, as safe and a bit slower. */
  return kompass_sql_script (self->db, "PRAGMA journal_mode = WAL", error) &&
         kompass_schema_migrate (self->db, (guint) version, error) &&
         kompass_sql_get_int (self->db, "PRAGMA data_version", &self->data_version, error);
}

/**
 * kompass_library_open:
 * @path: the library file; it is made where it is missing
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Opens a library for reading and writing, brings it to this program's form, and makes the day's backup. A file that is
 * not a library of ours, or a newer one, is left as it is.
 *
 * Returns: (transfer full) (nullable): the library
 */
KompassLibrary *
kompass_library_open (const char  *path,
                      GError     **error)
{
  g_autoptr (KompassLibrary) self = g_object_new (KOMPASS_TYPE_LIBRARY, NULL);
  gboolean is_new;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  if (!prepare_folder (self->path, error) || !check_header (self->path, &is_new, error) ||
      !open_database (self, error) || !bring_up_to_date (self, is_new, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
kompass_library_get_path (KompassLibrary *self)
{
  return self->path;
}

/**
 * kompass_library_get_notice:
 * @self: a library
 *
 * Returns: (nullable): something the user should know about how the library was opened
 */
const char *
kompass_library_get_notice (KompassLibrary *self)
{
  return self->notice;
}

/**
 * kompass_library_set_author:
 * @self: a library
 * @author: the name to write in the log; by default the user's name on this computer
 */
void
kompass_library_set_author (KompassLibrary *self,
                            const char     *author)
{
  g_autofree char *name = g_utf8_make_valid (author, -1);

  g_free (self->author);
  self->author = g_steal_pointer (&name);
}

/**
 * kompass_library_poll:
 * @self: a library
 *
 * Looks whether another program has written to the library since last time, and emits #KompassLibrary::changed if so.
 * It costs some microseconds; call it when the file or its log has been touched.
 *
 * Returns: %TRUE if it has
 */
gboolean
kompass_library_poll (KompassLibrary *self)
{
  gint64 version;

  if (!kompass_sql_get_int (self->db, "PRAGMA data_version", &version, NULL) || version == self->data_version)
    return FALSE;
  self->data_version = version;
  kompass_library_emit_changed (self, NULL, TRUE);

  return TRUE;
}

/**
 * kompass_library_emit_changed:
 * @self: a library
 * @evaluations: (nullable): UUIDs, or %NULL for anything
 * @lists: whether lists are other than before
 */
void
kompass_library_emit_changed (KompassLibrary     *self,
                              const char * const *evaluations,
                              gboolean            lists)
{
  if (lists)
    g_signal_emit (self, signals[LISTS_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0, evaluations);
}
