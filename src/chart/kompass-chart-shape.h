/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

void   kompass_chart_shape_set_line     (cairo_t *cr, guint series, gboolean mapped, double unit);
double kompass_chart_shape_get_radius   (guint series, double unit);
double kompass_chart_shape_get_partial_radius
                                        (guint series, double unit);
void   kompass_chart_shape_draw_marker  (cairo_t                 *cr,
                                         const KompassChartStyle *style,
                                         guint                    series,
                                         double                   x,
                                         double                   y,
                                         double                   unit);
void   kompass_chart_shape_draw_partial (cairo_t                 *cr,
                                         const KompassChartStyle *style,
                                         guint                    series,
                                         double                   x,
                                         double                   y,
                                         double                   unit);
void   kompass_chart_shape_draw_missing (cairo_t                 *cr,
                                         const KompassChartStyle *style,
                                         guint                    series,
                                         double                   x,
                                         double                   y,
                                         double                   radius);
void   kompass_chart_shape_draw_bar     (cairo_t                 *cr,
                                         const KompassChartStyle *style,
                                         guint                    series,
                                         double                   x,
                                         double                   y,
                                         double                   width,
                                         double                   height,
                                         gboolean                 mapped,
                                         double                   unit);
void   kompass_chart_shape_draw_sample  (cairo_t                 *cr,
                                         const KompassChartStyle *style,
                                         guint                    series,
                                         gboolean                 bar,
                                         gboolean                 mapped,
                                         double                   x,
                                         double                   y,
                                         double                   width,
                                         double                   unit);

G_END_DECLS
