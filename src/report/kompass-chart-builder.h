/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"
#include "kompass-comparison.h"

G_BEGIN_DECLS

/**
 * KompassReportError:
 * @KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW: what the chart would show is not known
 * @KOMPASS_REPORT_ERROR_NOT_COMPARABLE: none of what the evaluation is held against can fairly be shown with it
 * @KOMPASS_REPORT_ERROR_FILE: a file could not be put together
 */
typedef enum
{
  KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
  KOMPASS_REPORT_ERROR_NOT_COMPARABLE,
  KOMPASS_REPORT_ERROR_FILE,
} KompassReportError;

#define KOMPASS_REPORT_ERROR (kompass_report_error_quark ())
GQuark kompass_report_error_quark (void);

KompassChart *kompass_chart_builder_radar      (KompassEvaluation          *evaluation,
                                                KompassComparison * const  *comparisons,
                                                guint                       n_comparisons,
                                                GError                    **error);
KompassChart *kompass_chart_builder_bars       (KompassEvaluation          *evaluation,
                                                KompassComparison * const  *comparisons,
                                                guint                       n_comparisons,
                                                int                         area,
                                                GError                    **error);
KompassChart *kompass_chart_builder_dots       (KompassEvaluation          *evaluation,
                                                KompassComparison * const  *comparisons,
                                                guint                       n_comparisons,
                                                int                         area,
                                                gboolean                    sorted,
                                                GError                    **error);
KompassChart *kompass_chart_builder_difference (KompassEvaluation          *evaluation,
                                                KompassComparison * const  *comparisons,
                                                guint                       n_comparisons,
                                                int                         area,
                                                gboolean                    sorted,
                                                GError                    **error);
KompassChart *kompass_chart_builder_rounds     (KompassEvaluation          *evaluation,
                                                GPtrArray                  *rounds,
                                                GPtrArray                  *mappings,
                                                GError                    **error);

G_END_DECLS
