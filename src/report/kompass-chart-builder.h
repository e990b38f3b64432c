/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"
#include "kompass-profile.h"

G_BEGIN_DECLS

/**
 * KompassReportError:
 * @KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW: what the chart would show is not known
 * @KOMPASS_REPORT_ERROR_NOT_COMPARABLE: two sets of figures cannot fairly be shown together
 */
typedef enum
{
  KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
  KOMPASS_REPORT_ERROR_NOT_COMPARABLE,
} KompassReportError;

#define KOMPASS_REPORT_ERROR (kompass_report_error_quark ())
GQuark kompass_report_error_quark (void);

KompassChart *kompass_chart_builder_radar (KompassEvaluation       *evaluation,
                                           KompassProfile * const  *others,
                                           guint                    n_others,
                                           GError                 **error);
KompassChart *kompass_chart_builder_bars  (KompassEvaluation       *evaluation,
                                           KompassProfile * const  *others,
                                           guint                    n_others,
                                           int                      area,
                                           GError                 **error);

G_END_DECLS
