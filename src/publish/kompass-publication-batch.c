/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many evaluations as files in a folder: one that fails does not stop the others, and what is written is whole. */
#include "kompass-publication-private.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct
{
  KompassLibrary *library;
  const char *folder;
  const KompassPublicationOptions *options;
  GHashTable *titles; /* UUIDs to what the evaluations are called */
  GHashTable *names;  /* file names that are taken */
  KompassPublicationResult *result;
} Batch;

static void
failure_free (gpointer data)
{
  KompassPublicationFailure *failure = data;

  g_free (failure->name);
  g_free (failure->message);
  g_free (failure);
}

/**
 * kompass_publication_result_free:
 * @self: what has become of many
 */
void
kompass_publication_result_free (KompassPublicationResult *self)
{
  g_ptr_array_unref (self->written);
  g_ptr_array_unref (self->failures);
  g_free (self);
}

static KompassPublicationResult *
create_result (void)
{
  KompassPublicationResult *result = g_new0 (KompassPublicationResult, 1);

  result->written = g_ptr_array_new_with_free_func (g_free);
  result->failures = g_ptr_array_new_with_free_func (failure_free);

  return result;
}

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->titles, g_hash_table_unref);
  g_clear_pointer (&batch->names, g_hash_table_unref);
  g_clear_pointer (&batch->result, kompass_publication_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gboolean
read_titles (Batch   *batch,
             GError **error)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (batch->library, error);

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      KompassRound *round = g_ptr_array_index (rounds, i);

      if (kompass_round_get_id (round) != NULL)
        g_hash_table_insert (batch->titles, g_strdup (kompass_round_get_id (round)), kompass_round_get_title (round));
    }

  return rounds != NULL;
}

static const char *
get_title (Batch      *batch,
           const char *evaluation)
{
  const char *title = g_hash_table_lookup (batch->titles, evaluation);

  return title != NULL ? title : evaluation;
}

/* "lund-2011.pdf", "lund-2011-2.pdf": by the order of the evaluations alone, whatever becomes of the others. */
static char *
take_name (Batch      *batch,
           const char *title)
{
  char *name = kompass_publication_create_file_name (title, batch->options->format);

  for (guint number = 2; !g_hash_table_add (batch->names, g_strdup (name)); number++)
    {
      g_free (name);
      name = kompass_publication_create_numbered_name (title, number, batch->options->format);
    }

  return name;
}

/* Returns FALSE where the rest is to be given up. */
static gboolean
add_one (Batch        *batch,
         const char   *evaluation,
         GCancellable *cancellable)
{
  const char *title = get_title (batch, evaluation);
  g_autofree char *name = take_name (batch, title);
  g_autofree char *path = g_build_filename (batch->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (kompass_publication_write (batch->library, evaluation, path, batch->options, cancellable, &error))
    {
      g_ptr_array_add (batch->result->written, g_steal_pointer (&path));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      batch->result->is_cancelled = TRUE;
      return FALSE;
    }
  else
    {
      KompassPublicationFailure *failure = g_new0 (KompassPublicationFailure, 1);

      failure->name = g_strdup (title);
      failure->message = g_strdup (error->message);
      g_ptr_array_add (batch->result->failures, failure);
    }

  return TRUE;
}

/**
 * kompass_publication_write_all:
 * @library: a library in which nothing is being read or written
 * @evaluations: (array zero-terminated=1): UUIDs of evaluations
 * @folder: (type filename): where to write the files; it is made where it is missing
 * @options: how to publish them
 * @progress: (nullable): called before each, and at the end
 * @progress_data: for @progress
 * @cancellable: (nullable): for stopping
 * @error: return location for an error that stands in the way of all
 *
 * Each file is called after its evaluation, see kompass_publication_create_file_name(), with a number behind where two
 * evaluations are called the same; it takes the place of an older one. One that fails does not stop the others.
 *
 * Returns: (transfer full) (nullable): what has become of them, also where it was cancelled: what is written then is
 *   whole, and nothing half done is left
 */
KompassPublicationResult *
kompass_publication_write_all (KompassLibrary                   *library,
                               const char * const               *evaluations,
                               const char                       *folder,
                               const KompassPublicationOptions  *options,
                               KompassPublicationProgress        progress,
                               gpointer                          progress_data,
                               GCancellable                     *cancellable,
                               GError                          **error)
{
  g_auto (Batch) batch = { .library = library, .folder = folder, .options = options, .result = create_result () };
  guint n = g_strv_length ((char **) evaluations);
  gboolean goes_on = TRUE;

  batch.titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  batch.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_titles (&batch, error))
    return NULL;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      kompass_publication_fail (folder, errno, error);
      return NULL;
    }
  for (guint i = 0; goes_on && i < n; i++)
    {
      if (progress != NULL)
        progress (i, n, get_title (&batch, evaluations[i]), progress_data);
      goes_on = add_one (&batch, evaluations[i], cancellable);
    }
  if (progress != NULL && goes_on)
    progress (n, n, "", progress_data);

  return g_steal_pointer (&batch.result);
}
