/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-document.h"
#include "kompass-evaluation.h"
#include "kompass-page-setup.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassArchiveInput:
 * @evaluation: the evaluation, for the data
 * @report: what is written about it, for the data
 * @document: the report, for the files that people read, made of the same evaluation and report
 * @setup: paper and font of the report
 *
 * What an archive package is made of. Everything belongs to the caller and is only read.
 */
typedef struct
{
  KompassEvaluation *evaluation;
  KompassReport *report;
  KompassDocument *document;
  const KompassPageSetup *setup;
} KompassArchiveInput;

GBytes *kompass_archive_create (const KompassArchiveInput *input,
                                GError                   **error);

G_END_DECLS
