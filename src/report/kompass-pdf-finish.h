/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-tags.h"
#include "kompass-pdf-metadata.h"

G_BEGIN_DECLS

GBytes *kompass_pdf_finish (const guint8             *data,
                            gsize                     length,
                            KompassPageTags          *tags,
                            double                    height,
                            const KompassPdfMetadata *metadata,
                            GError                  **error);

G_END_DECLS
