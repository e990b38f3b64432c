/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-pdf-resources.h"

G_BEGIN_DECLS

void kompass_pdf_images_flatten (KompassPdfFile            *file,
                                 const KompassPdfResources *resources);

G_END_DECLS
