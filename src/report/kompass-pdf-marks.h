/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-tags-private.h"
#include "kompass-pdf-file.h"

G_BEGIN_DECLS

/**
 * KOMPASS_PDF_NO_MARK:
 *
 * Of a piece in which nothing was drawn that is marked.
 */
#define KOMPASS_PDF_NO_MARK (-1)

typedef struct _KompassPdfMarks KompassPdfMarks;

KompassPdfMarks *kompass_pdf_marks_new        (KompassPdfFile   *file,
                                               KompassPageTags  *tags,
                                               GError          **error);
void             kompass_pdf_marks_free       (KompassPdfMarks  *self);
int              kompass_pdf_marks_get_number (KompassPdfMarks  *self,
                                               guint             page,
                                               guint             index);
guint            kompass_pdf_marks_get_n      (KompassPdfMarks  *self,
                                               guint             page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPdfMarks, kompass_pdf_marks_free)

G_END_DECLS
