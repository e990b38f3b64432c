/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-rows.h"

G_BEGIN_DECLS

/**
 * KompassDifferenceLayout:
 * @chart: whose layout this is
 * @rows: where the rows are
 * @n_series: number of series, each with a bar in every row
 * @values: the texts at the ends of the bars, series by series; an element is %NULL where there is none
 * @lower: what the left side means
 * @higher: what the right side means
 * @valued: whether @values are shown
 * @headed: whether @lower and @higher are shown
 * @unit: one tenth of the text size, in points
 * @least: the largest negative difference without its sign
 * @most: the largest positive difference
 * @span: what the whole width stands for
 * @reach: how far a marker reaches from its centre, in points
 * @missing: from the centre of the mark of an unknown value to its outline, in points
 * @digit: height of a digit of the values, in points
 * @zero: where the bars begin, in points
 * @scale: points of the drawing for each unit of the values
 * @pitch: from one bar of a row to the next, in points
 * @head: height of @lower and @higher and of the gap below them, in points
 * @top: top edge of all of it, in points
 *
 * Where everything of a chart of differences is.
 */
typedef struct
{
  KompassChart *chart;
  KompassChartRows *rows;
  guint n_series;
  KompassChartLabel **values;
  KompassChartLabel *lower;
  KompassChartLabel *higher;
  gboolean valued;
  gboolean headed;
  double unit;
  double least;
  double most;
  double span;
  double reach;
  double missing;
  double digit;
  double zero;
  double scale;
  double pitch;
  double head;
  double top;
} KompassDifferenceLayout;

KompassDifferenceLayout *
         kompass_difference_layout_new        (KompassChart       *chart,
                                               KompassChartText   *text,
                                               KompassChartNaming  naming,
                                               gboolean            sorted);
void     kompass_difference_layout_free       (KompassDifferenceLayout *self);
gboolean kompass_difference_layout_fit        (KompassDifferenceLayout *self,
                                               double                   x,
                                               double                   y,
                                               double                   width,
                                               double                   height,
                                               gboolean                 tight);
void     kompass_difference_layout_fit_bare   (KompassDifferenceLayout *self,
                                               double                   x,
                                               double                   y,
                                               double                   width,
                                               double                   height);
double   kompass_difference_layout_get_height (KompassDifferenceLayout *self, double width, gboolean least);
double   kompass_difference_layout_get_value  (const KompassDifferenceLayout *self, guint series, guint category);
double   kompass_difference_layout_get_middle (const KompassDifferenceLayout *self, guint series, guint category);
double   kompass_difference_layout_get_end    (const KompassDifferenceLayout *self, guint series, guint category);
double   kompass_difference_layout_get_text_x (const KompassDifferenceLayout *self, guint series, guint category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassDifferenceLayout, kompass_difference_layout_free)

G_END_DECLS
