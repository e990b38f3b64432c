/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassPublicationFormat:
 * @KOMPASS_PUBLICATION_PDF: the report as a tagged PDF
 * @KOMPASS_PUBLICATION_ODT: the report for a word processor
 * @KOMPASS_PUBLICATION_ARCHIVE: a package (ZIP) of both with the data
 *
 * What an evaluation is published as.
 */
typedef enum
{
  KOMPASS_PUBLICATION_PDF,
  KOMPASS_PUBLICATION_ODT,
  KOMPASS_PUBLICATION_ARCHIVE,
} KompassPublicationFormat;

const char *kompass_publication_format_get_suffix (KompassPublicationFormat  format);
gboolean    kompass_publication_format_from_path  (const char               *path,
                                                   KompassPublicationFormat *format);

G_END_DECLS
