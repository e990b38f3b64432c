/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-subject.h"

G_BEGIN_DECLS

/**
 * KompassChartMeasure:
 * @KOMPASS_CHART_POINTS: points are drawn
 * @KOMPASS_CHART_SHARES: percents of the maxima are drawn
 * @KOMPASS_CHART_DIFFERENCES: differences in points are drawn
 */
typedef enum
{
  KOMPASS_CHART_POINTS,
  KOMPASS_CHART_SHARES,
  KOMPASS_CHART_DIFFERENCES,
} KompassChartMeasure;

char  *kompass_chart_words_create_title       (const KompassChartSubject *self,
                                               KompassChartMeasure        measure);
char  *kompass_chart_words_create_subtitle    (const KompassChartSubject *self,
                                               KompassChartMeasure        measure);
char  *kompass_chart_words_create_footnote    (const KompassChartSubject *self);
char **kompass_chart_words_create_categories  (const KompassChartSubject *self,
                                               gboolean                   with_parts);
char  *kompass_chart_words_create_description (const KompassChartSubject *self);
char  *kompass_chart_words_add_hyphens        (const char                *label);

G_END_DECLS
