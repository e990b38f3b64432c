/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report-document.h"
#include "kompass-test-data.h"

G_BEGIN_DECLS

KompassReport   *kompass_test_report_lund           (KompassEvaluation *lund,
                                                    KompassProfile    *mean);
KompassDocument *kompass_test_document_lund         (void);
KompassDocument *kompass_test_document_lund_written (void);
KompassDocument *kompass_test_document_hostile      (guint              paragraphs);

G_END_DECLS
