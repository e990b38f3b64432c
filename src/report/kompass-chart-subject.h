/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparison.h"

G_BEGIN_DECLS

#define KOMPASS_CHART_ALL_AREAS (-1)

/**
 * KompassChartSubject:
 * @evaluation: whose figures are shown
 * @edition: its edition
 * @own: its figures
 * @comparisons: with what it was to be held against
 * @n_comparisons: how many
 * @shown: (element-type KompassComparison): those in the picture
 * @left_out: (element-type KompassComparison): those that cannot be in it
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
  KompassComparison * const *comparisons;
  guint n_comparisons;
  GPtrArray *shown;
  GPtrArray *left_out;
  int area;
  KompassLineKind kind;
  guint first;
  guint n;
} KompassChartSubject;

gboolean      kompass_chart_subject_init               (KompassChartSubject       *self,
                                                        KompassEvaluation         *evaluation,
                                                        KompassComparison * const *comparisons,
                                                        guint                      n_comparisons,
                                                        int                        area,
                                                        GError                   **error);
void          kompass_chart_subject_clear              (KompassChartSubject       *self);
KompassProfile *
              kompass_chart_subject_get_other          (const KompassChartSubject *self,
                                                        guint                      shown);
KompassLine  *kompass_chart_subject_get_line           (const KompassChartSubject *self,
                                                        guint                      category);
gboolean      kompass_chart_subject_is_partial         (const KompassChartSubject *self,
                                                        KompassProfile            *profile,
                                                        guint                      category);
gboolean      kompass_chart_subject_has_points         (const KompassChartSubject *self,
                                                        KompassProfile            *profile);
KompassPoints kompass_chart_subject_get_maximum        (const KompassChartSubject *self,
                                                        guint                      category);
KompassPoints kompass_chart_subject_get_common_maximum (const KompassChartSubject *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassChartSubject, kompass_chart_subject_clear)

G_END_DECLS
