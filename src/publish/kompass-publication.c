/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be published as. */
#include "kompass-publication.h"

static const char *const suffixes[] = {
  [KOMPASS_PUBLICATION_PDF] = ".pdf",
  [KOMPASS_PUBLICATION_ODT] = ".odt",
  [KOMPASS_PUBLICATION_ARCHIVE] = ".zip",
};

/**
 * kompass_publication_format_get_suffix:
 * @format: what is published
 *
 * Returns: how the names of its files end, with the point
 */
const char *
kompass_publication_format_get_suffix (KompassPublicationFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (suffixes), NULL);

  return suffixes[format];
}

/**
 * kompass_publication_format_from_path:
 * @path: the name of a file
 * @format: (out): what it is to be by its ending, whatever its case
 *
 * Returns: %TRUE if the ending is one of a publication
 */
gboolean
kompass_publication_format_from_path (const char               *path,
                                      KompassPublicationFormat *format)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      {
        *format = (KompassPublicationFormat) i;
        return TRUE;
      }

  return FALSE;
}
