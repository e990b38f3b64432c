/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"
#include "kompass-rounds-chart.h"

G_BEGIN_DECLS

/**
 * KompassRoundsCell:
 * @link: how the round is joined with the next one
 * @absent: whether the category does not exist in the round, so that there is nothing to be known or unknown
 * @banded: whether there is a band
 * @low: where the band begins
 * @high: where it ends
 * @label: (nullable): the band as text
 *
 * What there is to one category of one round, besides its value.
 */
typedef struct
{
  KompassChartLink link;
  gboolean absent;
  gboolean banded;
  double low;
  double high;
  char *label;
} KompassRoundsCell;

/**
 * KompassRoundsData:
 * @times: when each series was, in years
 * @n_series: number of series
 * @order: the series as they follow one another in time
 * @cells: for each series the cells of all categories
 * @maxima: of each category's axis
 * @n: number of categories
 *
 * What the layout needs to know besides what every chart has.
 */
typedef struct
{
  double *times;
  guint n_series;
  guint *order;
  KompassRoundsCell *cells;
  double *maxima;
  guint n;
} KompassRoundsData;

/**
 * KompassRoundsPanel:
 * @x: left edge, in points
 * @y: top edge of its name, in points
 * @left: left edge of the plot, in points
 * @top: where the maximum is, in points
 * @bottom: where 0 is, in points
 *
 * Where the panel of a category is.
 */
typedef struct
{
  double x;
  double y;
  double left;
  double top;
  double bottom;
} KompassRoundsPanel;

/**
 * KompassRoundsSegment:
 * @x1: where it begins, in points
 * @y1: likewise
 * @x2: where it ends, in points
 * @y2: likewise
 *
 * A straight line between two rounds.
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} KompassRoundsSegment;

/**
 * KompassRoundsLayout:
 * @chart: whose layout this is
 * @data: of the caller
 * @titles: the names of the panels, wrapped
 * @values: the texts of the values, series by series; an element is %NULL where there is none
 * @bands: the texts of the bands, likewise
 * @years: the names of the series
 * @limits: the maximum of each panel as a number
 * @zero: the number 0
 * @labelled: whether the names of the panels are shown
 * @valued: whether the other texts are shown
 * @line_height: of the values, in points
 * @unit: one tenth of the text size, in points
 * @reach: how far a marker reaches from its centre, in points
 * @inset: from the sides of the plot to the first and the last round, in points
 * @gutter: left of the plot, for the numbers of the axis, in points
 * @n_columns: number of panels beside one another
 * @n_rows: number of panels above one another
 * @width: of a panel, in points
 * @length: of its plot, in points
 * @height: of its plot from 0 to the maximum, in points
 * @panels: the panels, one per category
 * @offsets: of each series from the left edge of the plot, in points
 *
 * Where everything of a chart of rounds is.
 */
typedef struct
{
  KompassChart *chart;
  const KompassRoundsData *data;
  KompassChartLabel **titles;
  KompassChartLabel **values;
  KompassChartLabel **bands;
  KompassChartLabel **years;
  KompassChartLabel **limits;
  KompassChartLabel *zero;
  gboolean labelled;
  gboolean valued;
  double line_height;
  double unit;
  double reach;
  double inset;
  double gutter;
  guint n_columns;
  guint n_rows;
  double width;
  double length;
  double height;
  KompassRoundsPanel *panels;
  double *offsets;
} KompassRoundsLayout;

KompassRoundsLayout *
         kompass_rounds_layout_new        (KompassChart            *chart,
                                           KompassChartText        *text,
                                           KompassChartNaming       naming,
                                           const KompassRoundsData *data);
void     kompass_rounds_layout_free       (KompassRoundsLayout *self);
gboolean kompass_rounds_layout_fit        (KompassRoundsLayout *self,
                                           double               x,
                                           double               y,
                                           double               width,
                                           double               height,
                                           gboolean             tight);
void     kompass_rounds_layout_fit_bare   (KompassRoundsLayout *self,
                                           double               x,
                                           double               y,
                                           double               width,
                                           double               height);
double   kompass_rounds_layout_get_height (KompassRoundsLayout *self, double width, gboolean least);
const KompassRoundsCell *
         kompass_rounds_layout_get_cell   (const KompassRoundsLayout *self, guint series, guint category);
double   kompass_rounds_layout_get_value  (const KompassRoundsLayout *self, guint series, guint category);
double   kompass_rounds_layout_get_x      (const KompassRoundsLayout *self, guint series, guint category);
double   kompass_rounds_layout_get_y      (const KompassRoundsLayout *self, double value, guint category);
guint    kompass_rounds_layout_get_segments (const KompassRoundsLayout *self,
                                             guint                      place,
                                             guint                      category,
                                             KompassRoundsSegment      *segments);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassRoundsLayout, kompass_rounds_layout_free)

G_END_DECLS
