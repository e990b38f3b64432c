/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated copies of the library, beside it in the folder "backups". */
#include "kompass-backup.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kompass-library.h"

static char *
get_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".kompass"))
    name[strlen (name) - strlen (".kompass")] = '\0';

  return g_steal_pointer (&name);
}

/* STEM-2026-11-21.kompass, perhaps with a number after the date; nothing else in the folder is ours. */
static gboolean
is_backup_of (const char *name,
              const char *stem)
{
  static const char form[] = "-dddd-dd-dd";
  const char *rest;

  if (!g_str_has_prefix (name, stem) || !g_str_has_suffix (name, ".kompass"))
    return FALSE;
  rest = name + strlen (stem);
  for (gsize i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (rest[i]) : rest[i] != form[i])
      return FALSE;

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_backups (const char *folder,
              const char *stem)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup_of (name, stem))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
remove_oldest (const char *folder,
               const char *stem)
{
  g_autoptr (GPtrArray) names = list_backups (folder, stem);

  for (guint i = 0; i + KOMPASS_BACKUP_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}

static gboolean
copy_to (sqlite3     *db,
         const char  *path,
         GError     **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", db, "main");
      if (backup != NULL)
        sqlite3_backup_step (backup, -1);
      code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (copy);
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    kompass_sql_fail (copy, code, error);
  sqlite3_close (copy);

  return code == SQLITE_OK;
}

static char *
get_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_build_filename (parent, "backups", NULL);
}

/* A day's second copy, made before the file's form changes, must not replace the first. */
static char *
choose_path (const char *path,
             GDateTime  *today,
             gboolean    always)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *day = g_date_time_format (today, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf ("%s-%s.kompass", stem, day);
  char *target = g_build_filename (folder, name, NULL);

  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%s-%u.kompass", stem, day, i);

      g_free (target);
      if (!always)
        return NULL;
      target = g_build_filename (folder, other, NULL);
    }

  return target;
}

/**
 * kompass_backup_is_due:
 * @path: the path of a library
 * @today: the date
 * @always: as for kompass_backup_make()
 *
 * Returns: %TRUE if kompass_backup_make() would make a copy
 */
gboolean
kompass_backup_is_due (const char *path,
                       GDateTime  *today,
                       gboolean    always)
{
  g_autofree char *target = choose_path (path, today, always);

  return target != NULL;
}

/**
 * kompass_backup_make:
 * @db: an open library
 * @path: its path
 * @today: the date to write on the copy
 * @always: make one even if there is one from today, as before a change of the file's form
 * @error: return location for an error
 *
 * Copies the library to "backups/NAME-DATE.kompass" beside it, once a day, and keeps the ten latest: ten openings in an
 * hour do not push out last week's copies. A copy that cannot be finished does not replace anything.
 *
 * Returns: %TRUE if there is a copy from today
 */
gboolean
kompass_backup_make (sqlite3     *db,
                     const char  *path,
                     GDateTime   *today,
                     gboolean     always,
                     GError     **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *target = choose_path (path, today, always);
  g_autofree char *part = NULL;

  if (target == NULL)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_IO, _("The folder %s cannot be made: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }

  part = g_strconcat (target, ".part", NULL);
  g_unlink (part);
  if (!copy_to (db, part, error) || g_rename (part, target) != 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_IO, "%s: %s", target, g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  remove_oldest (folder, stem);

  return TRUE;
}
