/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a PDF that was drawn by cairo into one that can be published and kept: PDF/A-1b (ISO 19005-1), with a structure. */

#include "kompass-pdf-finish.h"

#include "kompass-pdf-colour.h"
#include "kompass-pdf-fonts.h"
#include "kompass-pdf-images.h"
#include "kompass-pdf-structure.h"

/* Cairo says of every page that it is a transparency group, also where nothing is transparent. */
static void
remove_groups (KompassPdfFile *file)
{
  for (guint i = 0; i < kompass_pdf_file_get_n_pages (file); i++)
    kompass_pdf_file_set (file, kompass_pdf_file_get_page (file, i), "/Group", NULL);
}

/**
 * kompass_pdf_finish:
 * @data: (array length=length): a PDF 1.4 that was drawn by cairo
 * @length: how long it is
 * @tags: the tags it was drawn with
 * @height: height of its pages, in points
 * @metadata: what is to be known of it
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Completes a PDF. The same input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
kompass_pdf_finish (const guint8             *data,
                    gsize                     length,
                    KompassPageTags          *tags,
                    double                    height,
                    const KompassPdfMetadata *metadata,
                    GError                  **error)
{
  g_autoptr (KompassPdfFile) file = kompass_pdf_file_new (data, length, error);
  g_auto (KompassPdfResources) resources = { 0 };

  if (file == NULL)
    return NULL;
  remove_groups (file);
  if (!kompass_pdf_structure_write (file, tags, height, error))
    return NULL;
  kompass_pdf_metadata_write (file, metadata);
  kompass_pdf_colour_write (file);
  kompass_pdf_resources_init (&resources, file);
  kompass_pdf_fonts_complete (file, &resources);
  kompass_pdf_images_flatten (file, &resources);

  return kompass_pdf_file_write (file, error);
}
