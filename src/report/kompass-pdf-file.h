/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "kompass-pdf-text.h"

G_BEGIN_DECLS

/**
 * KompassPdfFile:
 *
 * A PDF in memory whose objects can be changed. Objects have numbers; what they hold is given as PDF writes it.
 */
typedef struct _KompassPdfFile KompassPdfFile;

KompassPdfFile *kompass_pdf_file_new         (const guint8    *data,
                                              gsize            length,
                                              GError         **error);
void            kompass_pdf_file_free        (KompassPdfFile  *self);
qpdf_data       kompass_pdf_file_get_qpdf    (KompassPdfFile  *self);
guint           kompass_pdf_file_get_root    (KompassPdfFile  *self);
guint           kompass_pdf_file_get_n_pages (KompassPdfFile  *self);
guint           kompass_pdf_file_get_page    (KompassPdfFile  *self,
                                              guint            page);
guint           kompass_pdf_file_reserve     (KompassPdfFile  *self);
void            kompass_pdf_file_put         (KompassPdfFile  *self,
                                              guint            object,
                                              const char      *text);
void            kompass_pdf_file_put_stream  (KompassPdfFile  *self,
                                              guint            object,
                                              const char      *dictionary,
                                              const guint8    *data,
                                              gsize            length);
guint           kompass_pdf_file_add         (KompassPdfFile  *self,
                                              const char      *text);
void            kompass_pdf_file_set         (KompassPdfFile  *self,
                                              guint            object,
                                              const char      *key,
                                              const char      *value);
void            kompass_pdf_file_set_info    (KompassPdfFile  *self,
                                              guint            object);
GBytes         *kompass_pdf_file_write       (KompassPdfFile  *self,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPdfFile, kompass_pdf_file_free)

G_END_DECLS
