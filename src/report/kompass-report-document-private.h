/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-figures-table.h"
#include "kompass-report-document.h"

G_BEGIN_DECLS

KompassGrid    *kompass_report_scores_create_grid  (KompassEvaluation        *evaluation,
                                                    guint                     area,
                                                    gboolean                  with_bars);
KompassGrid    *kompass_report_areas_create_grid   (KompassEvaluation        *evaluation,
                                                    KompassComparison * const *comparisons,
                                                    guint                     n_comparisons,
                                                    gboolean                  with_marks);
KompassBlock   *kompass_report_result_create       (const KompassReportInput *input,
                                                    KompassLine              *line);
char           *kompass_report_result_describe     (KompassLine              *line);
void            kompass_report_add_note            (KompassChapter           *chapter,
                                                    const char               *text);

KompassChapter *kompass_report_summary_create      (const KompassReportInput *input);
KompassChapter *kompass_report_area_create         (const KompassReportInput *input,
                                                    guint                     area);
KompassChapter *kompass_report_scores_create       (const KompassReportInput *input);

G_END_DECLS
