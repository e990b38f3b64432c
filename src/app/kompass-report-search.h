/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportPart:
 * @KOMPASS_REPORT_PART_ABOUT: what is said about the evaluation
 * @KOMPASS_REPORT_PART_TEXT: the text of the section
 * @KOMPASS_REPORT_PART_LIST: one of the three lists
 * @KOMPASS_REPORT_PART_FACT_NAME: what a key fact is about
 * @KOMPASS_REPORT_PART_FACT_VALUE: what it says
 *
 * What of a section somebody has written.
 */
typedef enum
{
  KOMPASS_REPORT_PART_ABOUT,
  KOMPASS_REPORT_PART_TEXT,
  KOMPASS_REPORT_PART_LIST,
  KOMPASS_REPORT_PART_FACT_NAME,
  KOMPASS_REPORT_PART_FACT_VALUE,
} KompassReportPart;

/**
 * KompassReportMatch:
 * @section: index of the section
 * @part: which part of it
 * @list: of a list: which one
 * @item: index of the paragraph, item, key fact or what is said about the evaluation
 * @from: how many characters into that the words begin, figures as they are shown
 * @to: where they end
 *
 * Where words stand in a report.
 */
typedef struct
{
  guint section;
  KompassReportPart part;
  guint list;
  guint item;
  guint from;
  guint to;
} KompassReportMatch;

GArray *kompass_report_search        (KompassReport            *report,
                                      KompassEvaluation        *evaluation,
                                      GPtrArray                *sections,
                                      const char               *words);
int     kompass_report_match_compare (const KompassReportMatch *one,
                                      const KompassReportMatch *other);

G_END_DECLS
