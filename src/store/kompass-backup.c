/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated copies of the library, beside it in the folder "backups". */
#include "kompass-backup.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kompass-library.h"

/* How long no copy takes. */
#define PART_SECONDS (24 * 60 * 60)

static char *
get_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".kompass"))
    name[strlen (name) - strlen (".kompass")] = '\0';

  return g_steal_pointer (&name);
}

/* One of ours is STEM-2026-11-21.kompass, or STEM-2026-11-21-2.kompass for the day's second. Anything else in the
 * folder, such as a copy that the user made and named, is not ours to remove. */
static gboolean
parse_name (const char  *name,
            const char  *stem,
            const char **date,
            guint64     *number)
{
  static const char form[] = "-dddd-dd-dd";
  const char *rest;
  char *end;

  if (!g_str_has_prefix (name, stem))
    return FALSE;
  rest = name + strlen (stem);
  for (gsize i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (rest[i]) : rest[i] != form[i])
      return FALSE;
  *date = rest + 1;
  rest += sizeof form - 1;

  *number = 1;
  if (rest[0] == '-' && g_ascii_isdigit (rest[1]))
    {
      *number = g_ascii_strtoull (rest + 1, &end, 10);
      rest = end;
    }

  return strcmp (rest, ".kompass") == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      stem)
{
  const char *one_date, *other_date;
  guint64 one, other;
  int order;

  parse_name (*(const char * const *) a, stem, &one_date, &one);
  parse_name (*(const char * const *) b, stem, &other_date, &other);
  order = strncmp (one_date, other_date, strlen ("2026-11-21"));

  return order != 0 ? order : (one > other) - (one < other);
}

/* The oldest first. */
static GPtrArray *
list_backups (const char *folder,
              const char *stem)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  const char *date;
  guint64 number;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (parse_name (name, stem, &date, &number))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_with_data (names, compare_names, (gpointer) stem);

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

/* What a program that was killed while it copied has left: STEM-2026-11-21.kompass.0123abcd.part. One that is being
 * written now is younger. */
static gboolean
is_left_part (const char *folder,
              const char *stem,
              const char *name)
{
  static const char form[] = ".xxxxxxxx.part";
  gsize length = strlen (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *target = length > strlen (form) ? g_strndup (name, length - strlen (form)) : g_strdup ("");
  const char *ending = name + strlen (target);
  const char *date;
  guint64 number;
  GStatBuf info;

  for (gsize i = 0; form[i] != '\0'; i++)
    if (form[i] == 'x' ? !g_ascii_isxdigit (ending[i]) : ending[i] != form[i])
      return FALSE;

  return parse_name (target, stem, &date, &number) && g_stat (path, &info) == 0 &&
         info.st_mtime + PART_SECONDS < g_get_real_time () / G_USEC_PER_SEC;
}

static void
remove_left_parts (const char *folder,
                   const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_left_part (folder, stem, name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

static int
copy_pages (sqlite3 *db,
            sqlite3 *copy)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", db, "main");
  int step;
  int code;

  if (backup == NULL)
    return sqlite3_errcode (copy);
  step = sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);

  /* A library that another program keeps locked counts as no error, but there is no copy of it. */
  return code == SQLITE_OK && step != SQLITE_DONE ? step : code;
}

static gboolean
copy_to (sqlite3     *db,
         const char  *path,
         GError     **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    code = copy_pages (db, copy);
  if (code == SQLITE_OK)
    code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    kompass_sql_fail_at (copy, path, code, error);
  sqlite3_close (copy);

  return code == SQLITE_OK;
}

static char *
get_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_build_filename (parent, "backups", NULL);
}

/* Whoever may not read the library may not read its copies. A disk that knows no permissions refuses, and needs
 * none. */
static void
copy_permissions (const char *from,
                  const char *to)
{
  GStatBuf info;

  if (g_stat (from, &info) == 0)
    g_chmod (to, info.st_mode & 0777);
}

/* 1 for the copy without a number, 0 if there is none of that day. */
static guint64
find_last_number (const char *folder,
                  const char *stem,
                  const char *day)
{
  g_autoptr (GPtrArray) names = list_backups (folder, stem);
  guint64 last = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *date;
      guint64 number;

      parse_name (g_ptr_array_index (names, i), stem, &date, &number);
      if (g_str_has_prefix (date, day))
        last = number;
    }

  return last;
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
  guint64 last = find_last_number (folder, stem, day);
  g_autofree char *name = NULL;

  if (last > 0 && !always)
    return NULL;
  name = last == 0 ? g_strdup_printf ("%s-%s.kompass", stem, day)
                   : g_strdup_printf ("%s-%s-%" G_GUINT64_FORMAT ".kompass", stem, day, last + 1);

  return g_build_filename (folder, name, NULL);
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
  gboolean is_copied;

  if (target == NULL)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;
      g_autofree char *place = g_filename_display_name (folder);

      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_IO, _("The folder %s cannot be made: %s"), place,
                   g_strerror (code));
      return FALSE;
    }

  /* Another program may be making its copy of today at this moment. */
  part = g_strdup_printf ("%s.%08x.part", target, g_random_int ());
  is_copied = copy_to (db, part, error);
  copy_permissions (path, part);
  if (!is_copied || g_rename (part, target) != 0)
    {
      int code = errno;
      g_autofree char *place = g_filename_display_name (target);

      if (is_copied)
        g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_IO, "%s: %s", place, g_strerror (code));
      g_unlink (part);
      return FALSE;
    }
  remove_oldest (folder, stem);
  remove_left_parts (folder, stem);

  return TRUE;
}
