/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-rows.h"

G_BEGIN_DECLS

/**
 * KompassBarsLayout:
 * @chart: whose layout this is
 * @rows: where the rows are
 * @n_rows: number of categories
 * @n_series: number of series, each with a bar in every row
 * @values: (nullable): the texts at the ends of the bars, series by series; an element is %NULL where there is none
 * @names: the names of the series, to be shown beside the bars of the first row
 * @valued: whether the texts at the ends of the bars are shown
 * @named: whether the names of the series are shown in the first row
 * @unit: one tenth of the text size, in points
 * @digit: height of a digit of the values, in points
 * @value_width: of the widest value, in points
 * @reach: how far the marker at the end of a bar reaches beyond it, in points
 * @pitch: from one bar of a row to the next, in points
 *
 * Where everything of a bar chart is.
 */
typedef struct
{
  KompassChart *chart;
  KompassChartRows *rows;
  guint n_rows;
  guint n_series;
  KompassChartLabel **values;
  KompassChartLabel **names;
  gboolean valued;
  gboolean named;
  double unit;
  double digit;
  double value_width;
  double reach;
  double pitch;
} KompassBarsLayout;

KompassBarsLayout *kompass_bars_layout_new           (KompassChart       *chart,
                                                      KompassChartText   *text,
                                                      KompassChartNaming  naming);
void               kompass_bars_layout_free          (KompassBarsLayout *self);
gboolean           kompass_bars_layout_fit           (KompassBarsLayout *self,
                                                      double             x,
                                                      double             y,
                                                      double             width,
                                                      double             height,
                                                      gboolean           tight);
void               kompass_bars_layout_fit_bare      (KompassBarsLayout *self,
                                                      double             x,
                                                      double             y,
                                                      double             width,
                                                      double             height);
double             kompass_bars_layout_get_height    (KompassBarsLayout *self, double width, gboolean least);
double             kompass_bars_layout_get_top       (KompassBarsLayout *self, guint series, guint row);
double             kompass_bars_layout_get_thickness (KompassBarsLayout *self);
double             kompass_bars_layout_get_text_x    (KompassBarsLayout *self, guint series, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassBarsLayout, kompass_bars_layout_free)

G_END_DECLS
