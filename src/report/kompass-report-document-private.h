/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-figures-table.h"
#include "kompass-report-document.h"

G_BEGIN_DECLS

/* Pieces that several chapters have. */
KompassChapter *kompass_report_chapter_create   (const KompassSection      *section,
                                                 const char                *running);
void            kompass_report_add_note         (KompassChapter            *chapter,
                                                 const char                *text);
void            kompass_report_add_text         (KompassChapter            *chapter,
                                                 const KompassReportInput  *input);
gboolean        kompass_report_has_text         (const KompassReportInput  *input,
                                                 const KompassSection      *section);
gboolean        kompass_report_has_text_in      (const KompassReportInput  *input,
                                                 const char                *section);
gboolean        kompass_report_has_evaluation   (const KompassReportInput  *input);
char           *kompass_report_describe_edition (KompassEvaluation         *evaluation);
KompassBlock   *kompass_report_result_create    (const KompassReportInput  *input,
                                                 KompassLine               *line);
char           *kompass_report_result_describe  (KompassLine               *line);
KompassGrid    *kompass_report_questions_create (KompassEvaluation         *evaluation,
                                                 guint                      area,
                                                 gboolean                   with_bars);
void            kompass_report_add_areas        (KompassChapter            *chapter,
                                                 const KompassReportInput  *input,
                                                 gboolean                   with_comparisons);

/* The chapters; NULL where there is nothing to say. */
KompassChapter *kompass_report_create_introduction (const KompassReportInput *input,
                                                    const KompassSection     *section);
KompassChapter *kompass_report_create_evaluation   (const KompassReportInput *input,
                                                    const KompassSection     *section);
KompassChapter *kompass_report_create_summary      (const KompassReportInput *input,
                                                    const KompassSection     *section);
KompassChapter *kompass_report_create_area         (const KompassReportInput *input,
                                                    const KompassSection     *section);
KompassChapter *kompass_report_create_scores       (const KompassReportInput *input,
                                                    const KompassSection     *section);
KompassChapter *kompass_report_create_facts        (const KompassReportInput *input,
                                                    const KompassSection     *section);

G_END_DECLS
