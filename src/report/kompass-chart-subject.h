/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-profile.h"

G_BEGIN_DECLS

#define KOMPASS_CHART_ALL_AREAS (-1)

/**
 * KompassChartSubject:
 * @evaluation: whose figures are shown
 * @edition: its edition
 * @own: its figures
 * @others: what it is held against
 * @area: index of the area whose questions are shown, or %KOMPASS_CHART_ALL_AREAS
 * @kind: what the categories are: areas or questions
 * @first: index of the first of them in the edition
 * @n: how many they are
 *
 * What a chart shows.
 */
typedef struct
{
  KompassEvaluation *evaluation;
  KompassEdition *edition;
  KompassProfile *own;
  KompassProfile * const *others;
  guint n_others;
  int area;
  KompassLineKind kind;
  guint first;
  guint n;
} KompassChartSubject;

gboolean      kompass_chart_subject_init               (KompassChartSubject       *self,
                                                        KompassEvaluation         *evaluation,
                                                        KompassProfile * const    *others,
                                                        guint                      n_others,
                                                        int                        area,
                                                        GError                   **error);
void          kompass_chart_subject_clear              (KompassChartSubject       *self);
KompassPoints kompass_chart_subject_get_maximum        (const KompassChartSubject *self,
                                                        guint                      category);
KompassPoints kompass_chart_subject_get_common_maximum (const KompassChartSubject *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassChartSubject, kompass_chart_subject_clear)

G_END_DECLS
