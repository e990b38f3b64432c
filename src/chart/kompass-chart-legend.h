/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"

G_BEGIN_DECLS

typedef struct _KompassChartLegend KompassChartLegend;

KompassChartLegend *kompass_chart_legend_new        (KompassChart *chart, KompassChartText *text, double width);
void                kompass_chart_legend_free       (KompassChartLegend *self);
double              kompass_chart_legend_get_height (KompassChartLegend *self);
double              kompass_chart_legend_give_way   (KompassChartLegend **legend, double gap, double height);
void                kompass_chart_legend_draw       (KompassChartLegend      *self,
                                                     cairo_t                 *cr,
                                                     const KompassChartStyle *style,
                                                     gboolean                 bars,
                                                     double                   x,
                                                     double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChartLegend, kompass_chart_legend_free)

G_END_DECLS
