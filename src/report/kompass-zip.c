/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages of files (ZIP) that are the same, byte by byte, whenever and wherever they are made of the same: libgsf writes
 * them, in the order of the calls and with one time for all members. */
#include "kompass-zip.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-output-memory.h>
#include <string.h>

/* The times that the format can hold: MS-DOS began in 1980 and counts years in seven bits. */
#define FIRST_YEAR 1980
#define LAST_YEAR 2107

struct _KompassZip
{
  GDateTime *time;
  GsfOutput *memory;
  GsfOutfile *outfile;
  GHashTable *folders; /* path: GsfOutfile */
  GPtrArray *opened;   /* the folders in the order in which they were made */
  GError *error;
};

static void
keep_error (KompassZip *self,
            GsfOutput  *output)
{
  const GError *reason = output != NULL ? gsf_output_error (output) : NULL;

  if (self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: %s is the reason given by the system. */
                 _("The package could not be put together: %s"), reason != NULL ? reason->message : "libgsf");
}

static GsfOutfile *
get_folder (KompassZip *self,
            const char *path)
{
  g_autofree char *parent = NULL;
  GsfOutfile *folder;
  const char *slash;

  if (*path == '\0')
    return self->outfile;
  folder = g_hash_table_lookup (self->folders, path);
  if (folder != NULL)
    return folder;

  slash = strrchr (path, '/');
  parent = g_strndup (path, slash != NULL ? (gsize) (slash - path) : 0);
  folder = GSF_OUTFILE (gsf_outfile_new_child_full (get_folder (self, parent), slash != NULL ? slash + 1 : path, TRUE,
                                                    "modtime", self->time, NULL));
  g_hash_table_insert (self->folders, g_strdup (path), folder);
  g_ptr_array_add (self->opened, g_object_ref (folder));

  return folder;
}

static gboolean
close_all (KompassZip *self)
{
  gboolean closed = TRUE;

  for (guint i = self->opened->len; i > 0; i--)
    closed &= gsf_output_close (g_ptr_array_index (self->opened, i - 1));
  closed &= gsf_output_close (GSF_OUTPUT (self->outfile));

  return closed;
}

/**
 * kompass_zip_new:
 * @time: (nullable): the time of all members, or %NULL for the earliest that the format knows; times before 1980 and after
 *   2107, which it does not know, become that, too
 *
 * Begins a package.
 *
 * Returns: (transfer full): the package
 */
KompassZip *
kompass_zip_new (GDateTime *time)
{
  KompassZip *self = g_new0 (KompassZip, 1);
  gboolean known = time != NULL && g_date_time_get_year (time) >= FIRST_YEAR && g_date_time_get_year (time) <= LAST_YEAR;

  /* The format has no time zones: whoever reads a member's time takes it for local, so it is best UTC everywhere. */
  self->time = known ? g_date_time_to_utc (time) : g_date_time_new_utc (FIRST_YEAR, 1, 1, 0, 0, 0);
  self->memory = gsf_output_memory_new ();
  self->outfile = gsf_outfile_zip_new (self->memory, &self->error);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->opened = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * kompass_zip_add:
 * @self: a package
 * @name: the member's name, ASCII, with slashes after folders
 * @content: what it holds
 * @stored: whether it is put in as it is, for what is compressed already and for what a reader looks for at a fixed place
 *
 * Adds a member behind those before it. An error is kept until the end, see kompass_zip_finish().
 */
void
kompass_zip_add (KompassZip *self,
                 const char *name,
                 GBytes     *content,
                 gboolean    stored)
{
  g_autofree char *folder = NULL;
  GsfOutput *member;
  const char *slash;
  gsize length;
  gconstpointer data;

  g_return_if_fail (self != NULL && name != NULL && content != NULL);

  if (self->error != NULL)
    return;
  slash = strrchr (name, '/');
  folder = g_strndup (name, slash != NULL ? (gsize) (slash - name) : 0);
  data = g_bytes_get_data (content, &length);
  member = gsf_outfile_new_child_full (get_folder (self, folder), slash != NULL ? slash + 1 : name, FALSE,
                                       "modtime", self->time,
                                       "compression-level", stored ? GSF_ZIP_STORED : GSF_ZIP_DEFLATED,
                                       "zip64", 0,
                                       NULL);
  if ((length > 0 && !gsf_output_write (member, length, data)) || !gsf_output_close (member))
    keep_error (self, member);
  g_object_unref (member);
}

/**
 * kompass_zip_finish:
 * @self: a package; nothing can be added afterwards
 * @error: return location for an error: one of adding or ending, of domain %G_IO_ERROR
 *
 * Writes the list of members that ends the package.
 *
 * Returns: (transfer full): the package's bytes, or %NULL with @error set
 */
GBytes *
kompass_zip_finish (KompassZip  *self,
                    GError     **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->error == NULL && !close_all (self))
    keep_error (self, GSF_OUTPUT (self->outfile));
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  return g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (self->memory)), gsf_output_size (self->memory));
}

/**
 * kompass_zip_free:
 * @self: (transfer full): a package, finished or not
 *
 * Frees what the package was made with.
 */
void
kompass_zip_free (KompassZip *self)
{
  g_hash_table_unref (self->folders);
  g_ptr_array_unref (self->opened);
  g_clear_object (&self->outfile);
  g_clear_object (&self->memory);
  g_date_time_unref (self->time);
  g_clear_error (&self->error);
  g_free (self);
}
