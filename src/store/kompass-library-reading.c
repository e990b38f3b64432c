/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading much as it was at one moment, and in a thread: with a connection that cannot write. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-schema.h"

#define BUSY_MILLISECONDS 3000

static gboolean
set_up (KompassLibrary  *self,
        GError         **error)
{
  g_autofree char *place = g_filename_display_name (self->path);
  gint64 version;

  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!kompass_sql_script (self->db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", error) ||
      !kompass_sql_get_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == (gint64) kompass_schema_get_version ())
    return kompass_sql_get_int (self->db, "PRAGMA data_version", &self->data_version, error);
  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NEWER,
               _("Another version of Kommunkompass has changed this library. Nothing was changed; open it again.\n%s"),
               place);

  return FALSE;
}

/**
 * kompass_library_open_for_reading:
 * @path: a library that this program has opened already, with kompass_library_open()
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Opens a library once more, with a connection of its own that cannot write: for a thread. Commands fail on it. It must
 * be let go of by the thread that uses it.
 *
 * Returns: (transfer full) (nullable): the library
 */
KompassLibrary *
kompass_library_open_for_reading (const char  *path,
                                  GError     **error)
{
  g_autoptr (KompassLibrary) self = g_object_new (KOMPASS_TYPE_LIBRARY, NULL);
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  code = sqlite3_open_v2 (self->path, &self->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      kompass_sql_fail_at (self->db, self->path, code, error);
      return NULL;
    }

  return set_up (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kompass_library_begin_reading:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * What is read from now on, until kompass_library_end_reading(), is as it was at one moment, also while another program
 * writes. No command can be carried out meanwhile.
 *
 * Returns: %TRUE if reading has begun
 */
gboolean
kompass_library_begin_reading (KompassLibrary  *self,
                               GError         **error)
{
  return kompass_sql_script (self->db, "BEGIN", error);
}

/**
 * kompass_library_end_reading:
 * @self: a library
 */
void
kompass_library_end_reading (KompassLibrary *self)
{
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
