/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-pdf-file.h"

G_BEGIN_DECLS

void kompass_pdf_colour_write (KompassPdfFile *file);

G_END_DECLS
