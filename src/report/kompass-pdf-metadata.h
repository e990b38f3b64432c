/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-pdf-file.h"

G_BEGIN_DECLS

/**
 * KompassPdfMetadata:
 * @title: title of the document
 * @language: its language as BCP 47 has it
 * @author: (nullable): who wrote it
 * @subject: (nullable): what it is about
 * @keywords: (nullable): with commas between them
 * @creator: (nullable): the program it was written with
 * @producer: (nullable): the program that made the PDF
 * @time: (nullable): when it was last changed
 *
 * What is to be known of a document without reading it. What is empty is left out.
 */
typedef struct
{
  const char *title;
  const char *language;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *creator;
  const char *producer;
  GDateTime *time;
} KompassPdfMetadata;

void kompass_pdf_metadata_write (KompassPdfFile           *file,
                                 const KompassPdfMetadata *metadata);

G_END_DECLS
