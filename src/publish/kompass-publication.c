/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One evaluation as a finished file: what the library has, as a report or as a package. */
#include "kompass-publication.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kompass-archive.h"
#include "kompass-file.h"
#include "kompass-publication-private.h"
#include "kompass-report-odt.h"
#include "kompass-report-pdf.h"

G_DEFINE_QUARK (kompass-publication-error-quark, kompass_publication_error)

static GBytes *
create_archive (KompassPublicationSource         *source,
                KompassDocument                  *document,
                const KompassPublicationOptions  *options,
                GError                          **error)
{
  const KompassArchiveInput input = {
    .evaluation = source->evaluation,
    .report = source->report,
    .document = document,
    .setup = &options->setup,
  };

  return kompass_archive_create (&input, error);
}

/**
 * kompass_publication_source_create_file:
 * @self: what a report is made of
 * @options: how to publish it
 * @cancellable: (nullable): for stopping between two steps, which take a part of a second each
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the contents of the file. They depend on nothing but @self, @options and the
 *   language: the same each time
 */
GBytes *
kompass_publication_source_create_file (KompassPublicationSource         *self,
                                        const KompassPublicationOptions  *options,
                                        GCancellable                     *cancellable,
                                        GError                          **error)
{
  g_autoptr (KompassDocument) document = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  document = kompass_publication_source_create_document (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  switch (options->format)
    {
    case KOMPASS_PUBLICATION_ODT:
      return kompass_report_odt_create (document, &options->setup, error);
    case KOMPASS_PUBLICATION_ARCHIVE:
      return create_archive (self, document, options, error);
    case KOMPASS_PUBLICATION_PDF:
    default:
      return kompass_report_pdf_create (document, &options->setup, error);
    }
}

/**
 * kompass_publication_create:
 * @library: a library in which nothing is being read or written
 * @evaluation: UUID of an evaluation
 * @options: how to publish it
 * @cancellable: (nullable): for stopping
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the contents of the file; the same for the same contents of the library and the
 *   same language
 */
GBytes *
kompass_publication_create (KompassLibrary                   *library,
                            const char                       *evaluation,
                            const KompassPublicationOptions  *options,
                            GCancellable                     *cancellable,
                            GError                          **error)
{
  g_autoptr (KompassPublicationSource) source = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  source = kompass_publication_source_load (library, evaluation, options->comparisons, error);

  return source != NULL ? kompass_publication_source_create_file (source, options, cancellable, error) : NULL;
}

static const char *
get_advice (int error_number)
{
  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _("Make room there, or choose another place.");
    case EACCES:
    case EPERM:
    case EROFS:
      return _("Choose another place, or ask for permission to write there.");
    case EISDIR:
      return _("A folder has that name; choose another name.");
    default:
      return _("Choose another place.");
    }
}

/**
 * kompass_publication_fail:
 * @path: (type filename): what could not be written
 * @error_number: why (errno)
 * @error: return location for a #KOMPASS_PUBLICATION_ERROR that says what happened, where, what is unchanged, what to do
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_publication_fail (const char  *path,
                          int          error_number,
                          GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, KOMPASS_PUBLICATION_ERROR, KOMPASS_PUBLICATION_ERROR_WRITE,
               /* Translators: a file name, the reason given by the system, and what to do about it */
               _("“%s” was not saved: %s. If the file was there before, it is unchanged. %s"), shown,
               g_strerror (error_number), get_advice (error_number));

  return FALSE;
}

/**
 * kompass_publication_source_write:
 * @self: what a report is made of
 * @path: (type filename): the file
 * @options: how to publish it
 * @cancellable: (nullable): for stopping
 * @error: return location for an error
 *
 * A folder that is missing is made.
 *
 * Returns: %TRUE if the file was written; if not, an older one is unchanged
 */
gboolean
kompass_publication_source_write (KompassPublicationSource         *self,
                                  const char                       *path,
                                  const KompassPublicationOptions  *options,
                                  GCancellable                     *cancellable,
                                  GError                          **error)
{
  g_autoptr (GBytes) bytes = kompass_publication_source_create_file (self, options, cancellable, error);
  g_autofree char *folder = g_path_get_dirname (path);
  int error_number;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    return kompass_publication_fail (path, errno, error);
  error_number = kompass_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return error_number == 0 || kompass_publication_fail (path, error_number, error);
}

/**
 * kompass_publication_write:
 * @library: a library in which nothing is being read or written
 * @evaluation: UUID of an evaluation
 * @path: (type filename): the file
 * @options: how to publish it
 * @cancellable: (nullable): for stopping
 * @error: return location for an error that says what happened, where, what is unchanged, what to do
 *
 * Makes a file, and its folder where that is missing, or takes the place of an older one in one step.
 *
 * Returns: %TRUE if the file was written; if not, an older one is unchanged
 */
gboolean
kompass_publication_write (KompassLibrary                   *library,
                           const char                       *evaluation,
                           const char                       *path,
                           const KompassPublicationOptions  *options,
                           GCancellable                     *cancellable,
                           GError                          **error)
{
  g_autoptr (KompassPublicationSource) source = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  source = kompass_publication_source_load (library, evaluation, options->comparisons, error);

  return source != NULL && kompass_publication_source_write (source, path, options, cancellable, error);
}
