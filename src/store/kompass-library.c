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
#define LOG_BUSY_MILLISECONDS 250
#define HEADER_LENGTH 100

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

  g_clear_pointer (&self->db, kompass_sql_close);
  g_free (self->path);
  g_free (self->author);
  g_free (self->notice);
  g_free (self->step);
  g_free (self->step_subject);
  g_hash_table_unref (self->editions);
  g_hash_table_unref (self->signatures);
  g_ptr_array_unref (self->retired);

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
  self->signatures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->retired = g_ptr_array_new_with_free_func (g_object_unref);
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
  g_autofree char *place = g_filename_display_name (path);

  g_set_error (error, KOMPASS_LIBRARY_ERROR, (int) kind, "%s\n%s", words, place);

  return FALSE;
}

static gboolean
prepare_folder (const char  *path,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (error, KOMPASS_LIBRARY_ERROR_OPEN, path, _("This is a folder, not a library. Nothing was changed."));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;
      g_autofree char *place = g_filename_display_name (folder);

      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN,
                   _("The folder for the library cannot be made: %s. Nothing was changed; choose another place.\n%s"),
                   g_strerror (code), place);
      return FALSE;
    }
  /* SQLite takes a file of one byte for an empty one. */
  if (g_stat (path, &info) == 0 && info.st_size == 1)
    return refuse (error, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE, path,
                   _("This is not a Kommunkompass library. Nothing was changed; choose another file."));
  if (access (folder, W_OK) != 0 || (g_file_test (path, G_FILE_TEST_EXISTS) && access (path, W_OK) != 0))
    return refuse (error, KOMPASS_LIBRARY_ERROR_READ_ONLY, path,
                   _("The library cannot be written. Nothing was changed; ask for write permission to the file and its "
                     "folder."));

  return TRUE;
}

static gboolean
open_database (KompassLibrary  *self,
               GError         **error)
{
  /* One thread at a time: others open connections of their own. */
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  if (code != SQLITE_OK)
    return kompass_sql_fail_at (self->db, self->path, code, error);
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* Until we know that the file is ours, closing it must not tidy it up. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return TRUE;
}

static gboolean
set_pragmas (KompassLibrary  *self,
             GError         **error)
{
  return kompass_sql_script (self->db,
                             "PRAGMA trusted_schema = OFF;"
                             "PRAGMA cell_size_check = ON;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA synchronous = FULL;",
                             error);
}

/* Reads through SQLite's own handle: to open and close the file by ourselves would take away the locks that another
 * connection of this process holds on it. */
static gboolean
read_header (KompassLibrary  *self,
             guint8          *header,
             gint64          *length,
             GError         **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int code = sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &size);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_LENGTH, 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return kompass_sql_fail (self->db, code, error);
  *length = size;

  return TRUE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* What a crash, or a program that has the library open, leaves beside the file: pages that belong into it. Until SQLite
 * has put them there, or reads them from where they are, the beginning and the length of the file say little. */
static gboolean
has_pages_beside (const char *path)
{
  static const char * const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (path, endings[i], NULL);
      GStatBuf info;

      if (g_stat (beside, &info) == 0 && info.st_size > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_truncated (const guint8 *header,
              gint64        length)
{
  guint64 page_size = (guint64) header[16] << 8 | header[17];

  if (page_size == 1)
    page_size = 65536;

  return (guint64) length < page_size * read_big_endian (header + 28);
}

static gboolean
refuse_other_application (const char  *path,
                          GError     **error)
{
  return refuse (error, KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION, path,
                 _("This file belongs to another program. Nothing was changed; choose another file."));
}

static gboolean
check_version (const char  *path,
               gint64       version,
               GError     **error)
{
  if (version >= 0 && version <= kompass_schema_get_version ())
    return TRUE;

  return refuse (error, KOMPASS_LIBRARY_ERROR_NEWER, path,
                 _("This library was written by a newer version of Kommunkompass. Nothing was changed; update the "
                   "program to open it."));
}

/* Looks at the first 100 bytes before SQLite does, to say more than "file is not a database". */
static gboolean
check_header (KompassLibrary  *self,
              GError         **error)
{
  guint8 header[HEADER_LENGTH] = { 0 };
  gboolean is_written = has_pages_beside (self->path);
  gint64 length = 0;

  if (!read_header (self, header, &length, error))
    return FALSE;
  if (length == 0 || is_written || has_pages_beside (self->path))
    return TRUE;

  if (length < HEADER_LENGTH || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE, self->path,
                   _("This is not a Kommunkompass library. Nothing was changed; choose another file."));
  if (read_big_endian (header + 68) != KOMPASS_SCHEMA_APPLICATION_ID)
    return refuse_other_application (self->path, error);
  if (!check_version (self->path, (gint32) read_big_endian (header + 60), error))
    return FALSE;
  if (is_truncated (header, length))
    return refuse (error, KOMPASS_LIBRARY_ERROR_TRUNCATED, self->path,
                   _("The end of this library is missing. Nothing was changed; look for a copy of it in the folder "
                     "“backups” beside it."));

  return TRUE;
}

/* All at one moment: another program may be making the tables. */
static gboolean
read_owner (KompassLibrary  *self,
            gint64          *application,
            gint64          *version,
            gint64          *n_tables,
            GError         **error)
{
  gboolean is_read = kompass_sql_script (self->db, "BEGIN", error) &&
                     kompass_sql_get_int (self->db, "PRAGMA application_id", application, error) &&
                     kompass_sql_get_int (self->db, "PRAGMA user_version", version, error) &&
                     kompass_sql_get_int (self->db, "SELECT count(*) FROM sqlite_schema", n_tables, error);

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return is_read;
}

/* Asks SQLite, who also knows the pages beside the file, whose file it is. One without any contents is new. */
static gboolean
check_owner (KompassLibrary  *self,
             gint64          *version,
             GError         **error)
{
  gint64 application;
  gint64 n_tables;

  if (!read_owner (self, &application, version, &n_tables, error))
    return FALSE;
  if (application == 0 && *version == 0 && n_tables == 0)
    return TRUE;
  if (application != KOMPASS_SCHEMA_APPLICATION_ID)
    return refuse_other_application (self->path, error);
  if (*version == 0)
    return kompass_sql_fail (self->db, SQLITE_CORRUPT, error);

  return check_version (self->path, *version, error);
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

/* The log lets others read while we write. Where it cannot be used (a network disk), or not yet (others are reading a
 * library with a rollback journal, as every backup has), SQLite stays with its rollback journal, as safe and a bit
 * slower; the next opening tries again. Two programs that switch at once would wait for each other, so SQLite tells one
 * of them without waiting that the file is busy: it is worth some tries. */
static void
use_log (KompassLibrary *self)
{
  gint64 deadline = g_get_monotonic_time () + LOG_BUSY_MILLISECONDS * 1000;

  sqlite3_busy_timeout (self->db, 0);
  while ((sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) & 0xff) == SQLITE_BUSY &&
         g_get_monotonic_time () < deadline)
    g_usleep (10000);
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
}

static gboolean
bring_up_to_date (KompassLibrary  *self,
                  gint64           version,
                  GError         **error)
{
  gboolean is_new = version == 0;

  if (!is_new && !back_up (self, version < kompass_schema_get_version (), error))
    return FALSE;

  /* The tables come first: from then on the beginning of the file says whose it is, whatever becomes of the log. */
  if (!kompass_schema_migrate (self->db, (guint) version, error))
    return FALSE;
  use_log (self);

  return kompass_sql_get_int (self->db, "PRAGMA data_version", &self->data_version, error);
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
  gint64 version;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  if (!prepare_folder (self->path, error) || !open_database (self, error) || !check_header (self, error) ||
      !set_pragmas (self, error) || !check_owner (self, &version, error))
    return NULL;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (!bring_up_to_date (self, version, error))
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
  kompass_library_refresh_editions (self);
  kompass_library_emit_changed (self, NULL, TRUE);

  return TRUE;
}

/**
 * kompass_library_settle:
 * @self: a library
 *
 * Moves what stands in the log beside the file into the file, so that a copy of the file alone has it all. What another
 * program is reading at this moment stays in the log until next time, or until the last program closes the library.
 */
void
kompass_library_settle (KompassLibrary *self)
{
  sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
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
