/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-tags-private.h"
#include "kompass-pdf-file.h"

G_BEGIN_DECLS

gboolean kompass_pdf_structure_write (KompassPdfFile   *file,
                                      KompassPageTags  *tags,
                                      double            height,
                                      GError          **error);

G_END_DECLS
