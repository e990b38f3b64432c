/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-document.h"
#include "kompass-page-setup.h"

G_BEGIN_DECLS

GBytes *kompass_report_pdf_create (KompassDocument         *document,
                                   const KompassPageSetup  *setup,
                                   GError                 **error);

G_END_DECLS
