/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-label.h"

G_BEGIN_DECLS

/**
 * KompassChartSpacing:
 * @least_content: the lowest that what is drawn in a row can be, in points
 * @natural_content: its natural height, in points
 * @thickest: how much it grows where there is room, as a multiple of its natural height
 * @least_gap: the least between two rows, in points
 * @natural_gap: the natural gap, in points
 *
 * How close rows can come to one another.
 */
typedef struct
{
  double least_content;
  double natural_content;
  double thickest;
  double least_gap;
  double natural_gap;
} KompassChartSpacing;

/**
 * KompassChartRows:
 * @chart: whose categories the rows are
 * @n: number of categories
 * @labels: their names, wrapped
 * @order: which category stands in which row, from the top; as they come unless it is changed
 * @labelled: whether the names are shown
 * @unit: one tenth of the text size, in points
 * @spacing: how close the rows can come
 * @lead: what reaches to the left from where values are drawn, in points
 * @bare_lead: likewise, where there are no names, in points
 * @trail: what reaches to the right from where values are drawn, in points
 * @x: left edge of the names, in points
 * @column: width of the names, in points
 * @left: left edge of where values are drawn, in points
 * @length: its width, in points
 * @right: right edge of the room there is, in points
 * @content: height of what is drawn in a row, in points
 * @gap: between two rows, in points
 * @tops: top edge of each category's row, in points
 * @heights: height of each category's row, in points
 *
 * A column of names, whole and wrapped at words; what is drawn beside them gets the rest of the width, and each row the
 * height that its name or its content needs, whichever is more.
 */
typedef struct
{
  KompassChart *chart;
  guint n;
  KompassChartLabel **labels;
  guint *order;
  gboolean labelled;
  double unit;
  KompassChartSpacing spacing;
  double lead;
  double bare_lead;
  double trail;
  double x;
  double column;
  double left;
  double length;
  double right;
  double content;
  double gap;
  double *tops;
  double *heights;
} KompassChartRows;

KompassChartRows *kompass_chart_rows_new        (KompassChart       *chart,
                                                 KompassChartText   *text,
                                                 KompassChartNaming  naming);
void              kompass_chart_rows_free       (KompassChartRows *self);
void              kompass_chart_rows_sort       (KompassChartRows *self, const double *keys);
gboolean          kompass_chart_rows_fit        (KompassChartRows *self,
                                                 double            x,
                                                 double            y,
                                                 double            width,
                                                 double            height,
                                                 gboolean          tight);
void              kompass_chart_rows_fit_bare   (KompassChartRows *self,
                                                 double            x,
                                                 double            y,
                                                 double            width,
                                                 double            height);
double            kompass_chart_rows_get_height (KompassChartRows *self, double width, gboolean least);
double            kompass_chart_rows_get_middle (const KompassChartRows *self, guint category);
void              kompass_chart_rows_get_target (const KompassChartRows *self,
                                                 guint                   category,
                                                 double                 *top,
                                                 double                 *bottom);
void              kompass_chart_rows_draw_label (KompassChartRows        *self,
                                                 cairo_t                 *cr,
                                                 const KompassChartStyle *style,
                                                 guint                    category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChartRows, kompass_chart_rows_free)

G_END_DECLS
