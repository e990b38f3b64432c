/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassPdfSlice:
 * @text: (array length=length) (nullable): what an object holds, as PDF writes it; %NULL for nothing
 * @length: how long it is
 *
 * A part of a PDF.
 */
typedef struct
{
  const char *text;
  gsize length;
} KompassPdfSlice;

GArray  *kompass_pdf_objects_read     (const char             *data,
                                       gsize                   length);
gboolean kompass_pdf_slice_next_entry (const KompassPdfSlice  *dictionary,
                                       const char            **at,
                                       KompassPdfSlice        *key,
                                       KompassPdfSlice        *value);
GBytes  *kompass_pdf_objects_write    (GArray                 *objects,
                                       guint                   root,
                                       guint                   info);

G_END_DECLS
