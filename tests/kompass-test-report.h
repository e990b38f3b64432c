/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report-view.h"
#include "kompass-test-window.h"

G_BEGIN_DECLS

KompassReportView *kompass_test_get_report_view   (KompassTestWindow  *fixture);
KompassReportView *kompass_test_open_section      (KompassTestWindow  *fixture,
                                                   const char         *section);
KompassReportView *kompass_test_open_empty_area   (KompassTestWindow  *fixture);
const char        *kompass_test_get_evaluation_id (KompassTestWindow  *fixture);
KompassReport     *kompass_test_read_report       (KompassTestWindow  *fixture);
void               kompass_test_insert_words      (KompassTestWindow  *fixture,
                                                   const char         *words);

G_END_DECLS
