/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are finished: each is there as a whole, or not at all. */
#include "kompass-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many as Linux follows. */
#define MAX_LINKS 40

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  for (gsize done = 0; done < length;)
    {
      gssize written = write (fd, data + done, length - done);

      if (written < 0 && errno != EINTR)
        return FALSE;
      done += MAX (written, 0);
    }

  return TRUE;
}

/* Closes in any case. Returns 0, or the number of the first error. */
static int
finish (int      fd,
        gboolean was_written)
{
  int error_number = was_written ? 0 : errno;

  if (close (fd) != 0 && error_number == 0)
    error_number = errno;

  return error_number;
}

/* A pipe or a device: there is nothing to put in its place, and no folder to write beside it. */
static int
write_into (const char *path,
            const char *data,
            gsize       length)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  return fd < 0 ? errno : finish (fd, write_all (fd, data, length));
}

/* Writes beside the old file and renames. Who may read it does not change. */
static int
write_beside (const char     *file,
              const GStatBuf *old,
              const char     *data,
              gsize           length)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *temporary = g_build_filename (folder, ".kompass-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  int error_number;

  if (fd < 0)
    return errno;
  error_number = finish (fd, (old == NULL || fchmod (fd, old->st_mode & 0777) == 0) && write_all (fd, data, length) &&
                                 fsync (fd) == 0);
  if (error_number == 0 && g_rename (temporary, file) != 0)
    error_number = errno;
  if (error_number != 0)
    g_unlink (temporary);

  return error_number;
}

/* Where a link leads, also where nothing is yet; a file leads to itself. */
static char *
follow_links (const char *path)
{
  char *file = g_strdup (path);
  char *target;

  for (guint i = 0; i < MAX_LINKS && (target = g_file_read_link (file, NULL)) != NULL; i++)
    {
      g_autofree char *folder = g_path_get_dirname (file);

      g_free (file);
      file = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (target);
    }

  return file;
}

/**
 * kompass_file_replace:
 * @path: (type filename): a file
 * @data: what it is to hold
 * @length: how many bytes
 *
 * Makes a file, or takes the place of an older one, in one step: whoever looks sees the old one or the new one, whatever
 * happens meanwhile. A link stays a link, and what is no file (a pipe, a device) is written into.
 *
 * Returns: 0, or the number of the error (errno); an older file is then unchanged
 */
int
kompass_file_replace (const char   *path,
                      gconstpointer data,
                      gsize         length)
{
  g_autofree char *target = follow_links (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? write_beside (target, NULL, data, length) : errno;
  if (S_ISDIR (status.st_mode))
    return EISDIR;

  return S_ISREG (status.st_mode) ? write_beside (target, &status, data, length) : write_into (path, data, length);
}
