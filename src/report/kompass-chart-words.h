/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-subject.h"

G_BEGIN_DECLS

char  *kompass_chart_words_create_title       (const KompassChartSubject *self);
char  *kompass_chart_words_create_subtitle    (const KompassChartSubject *self,
                                               gboolean                   as_share);
char  *kompass_chart_words_create_footnote    (const KompassChartSubject *self);
char **kompass_chart_words_create_categories  (const KompassChartSubject *self);
char  *kompass_chart_words_create_description (const KompassChartSubject *self);

G_END_DECLS
