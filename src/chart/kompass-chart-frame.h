/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"
#include "kompass-chart-private.h"

G_BEGIN_DECLS

/**
 * KompassChartFrame:
 * @labels: (nullable): the texts around the plot, %NULL where there is none or no room for it
 * @font: for the plot, whose texts are to be no larger than those around it
 * @unit: one tenth of the text size, in points
 * @margin: on each side of the drawing, in points
 * @head: height of the texts above the plot and of the gap below them, in points
 * @foot: height of the text below the plot and of the gap above it, in points
 *
 * What is around the plot. Begins as all zeros.
 */
typedef struct
{
  KompassChartLabel *labels[KOMPASS_CHART_N_TEXTS];
  char *font;
  double unit;
  double margin;
  double head;
  double foot;
} KompassChartFrame;

void   kompass_chart_frame_clear    (KompassChartFrame *self);
void   kompass_chart_frame_measure  (KompassChartFrame       *self,
                                     KompassChart            *chart,
                                     double                   width,
                                     double                   height,
                                     const KompassChartStyle *style,
                                     double                   scale,
                                     guint                    first);
void   kompass_chart_frame_fit      (KompassChartFrame       *self,
                                     KompassChart            *chart,
                                     double                   width,
                                     double                   height,
                                     const KompassChartStyle *style);
double kompass_chart_frame_get_room (const KompassChartFrame *self, double height);
void   kompass_chart_frame_draw     (KompassChartFrame       *self,
                                     cairo_t                 *cr,
                                     double                   height,
                                     const KompassChartStyle *style);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassChartFrame, kompass_chart_frame_clear)

G_END_DECLS
