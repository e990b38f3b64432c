/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-pdf-file.h"

G_BEGIN_DECLS

/**
 * KompassPdfResources:
 * @fonts: (element-type guint): objects of the fonts
 * @images: (element-type guint): objects of the images
 *
 * What the pages of a PDF are drawn with, each once, in the order in which it is met.
 */
typedef struct
{
  GArray *fonts;
  GArray *images;
} KompassPdfResources;

void    kompass_pdf_resources_init   (KompassPdfResources *self,
                                      KompassPdfFile      *file);
void    kompass_pdf_resources_clear  (KompassPdfResources *self);

qpdf_oh kompass_pdf_resources_get    (qpdf_data            qpdf,
                                      guint                object);
guint   kompass_pdf_resources_number (qpdf_data            qpdf,
                                      qpdf_oh              dictionary,
                                      const char          *key);
char   *kompass_pdf_resources_name   (qpdf_data            qpdf,
                                      qpdf_oh              dictionary,
                                      const char          *key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassPdfResources, kompass_pdf_resources_clear)

G_END_DECLS
