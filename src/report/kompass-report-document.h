/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparison.h"
#include "kompass-document.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportInput:
 * @evaluation: the evaluation
 * @report: (nullable): what is written about it, or %NULL for its figures alone
 * @comparisons: (array length=n_comparisons) (nullable): what it is compared with, in order
 * @n_comparisons: how many
 * @rounds: (element-type KompassEvaluation) (nullable): the municipality's evaluations, in any order and with or without
 *   @evaluation itself
 * @mappings: (element-type KompassMapping) (nullable): mappings between their editions
 * @time: (nullable): UTC of the last change to what is reported; %NULL for the beginning of the year after the evaluation's
 *
 * What a report is made of. Everything belongs to the caller and is only read.
 */
typedef struct
{
  KompassEvaluation *evaluation;
  KompassReport *report;
  KompassComparison * const *comparisons;
  guint n_comparisons;
  GPtrArray *rounds;
  GPtrArray *mappings;
  GDateTime *time;
} KompassReportInput;

KompassDocument *kompass_report_document_new                (const KompassReportInput *input);
KompassText     *kompass_report_create_standard_introduction (void);

G_END_DECLS
