/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"

G_BEGIN_DECLS

typedef struct _KompassChartLegend KompassChartLegend;

/**
 * KompassChartSample:
 * @data: of the caller
 * @cr: where to draw
 * @entry: index of a series, or, behind the last of them, of one of the other names
 * @x: left edge, in points
 * @y: vertical centre, in points
 * @width: in points
 *
 * Draws what stands before a name.
 */
typedef void (*KompassChartSample) (gpointer  data,
                                    cairo_t  *cr,
                                    guint     entry,
                                    double    x,
                                    double    y,
                                    double    width);

KompassChartLegend *kompass_chart_legend_new        (KompassChart       *chart,
                                                     KompassChartText   *text,
                                                     const char * const *others,
                                                     double              width);
void                kompass_chart_legend_free       (KompassChartLegend *self);
double              kompass_chart_legend_get_height (KompassChartLegend *self);
double              kompass_chart_legend_give_way   (KompassChartLegend **legend, double gap, double height);
void                kompass_chart_legend_draw       (KompassChartLegend      *self,
                                                     cairo_t                 *cr,
                                                     const KompassChartStyle *style,
                                                     KompassChartSample       sample,
                                                     gpointer                 data,
                                                     double                   x,
                                                     double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChartLegend, kompass_chart_legend_free)

G_END_DECLS
