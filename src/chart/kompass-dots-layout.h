/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-rows.h"

G_BEGIN_DECLS

#define KOMPASS_DOTS_N_NUMBERS 6

/**
 * KompassDotsLayout:
 * @chart: whose layout this is
 * @rows: where the rows are
 * @n_series: number of series
 * @values: the texts of the values, series by series; an element is %NULL where there is none
 * @notes: (nullable): what stands at the ends of the rows, likewise; %NULL where nothing does
 * @numbers: those at the axis
 * @n_columns: of how many series the values are shown, the first ones
 * @columns: right edge of each of these columns, in points
 * @noted: whether @notes are shown
 * @numbered: whether @numbers are shown
 * @unit: one tenth of the text size, in points
 * @reach: how far a marker reaches from its centre, in points
 * @n_places: how many marks of unknown values stand to the left of the axis at most
 * @gutter: how far the marks of unknown values reach to the left of the axis, in points
 * @missing: from the centre of the mark of an unknown value to its outline, in points
 * @head: height of the numbers and of the gap below them, in points
 * @top: top edge of all of it, in points
 *
 * Where everything of a dot plot is.
 */
typedef struct
{
  KompassChart *chart;
  KompassChartRows *rows;
  guint n_series;
  KompassChartLabel **values;
  KompassChartLabel **notes;
  KompassChartLabel *numbers[KOMPASS_DOTS_N_NUMBERS];
  guint n_columns;
  double *columns;
  gboolean noted;
  gboolean numbered;
  double unit;
  double reach;
  guint n_places;
  double gutter;
  double missing;
  double head;
  double top;
} KompassDotsLayout;

KompassDotsLayout *kompass_dots_layout_new        (KompassChart        *chart,
                                                   KompassChartText    *text,
                                                   KompassChartNaming   naming,
                                                   const char * const  *notes,
                                                   const double        *keys);
void               kompass_dots_layout_free       (KompassDotsLayout *self);
gboolean           kompass_dots_layout_fit        (KompassDotsLayout *self,
                                                   double             x,
                                                   double             y,
                                                   double             width,
                                                   double             height,
                                                   gboolean           tight);
void               kompass_dots_layout_fit_bare   (KompassDotsLayout *self,
                                                   double             x,
                                                   double             y,
                                                   double             width,
                                                   double             height);
double             kompass_dots_layout_get_height (KompassDotsLayout *self, double width, gboolean least);
double             kompass_dots_layout_get_x      (const KompassDotsLayout *self, double ratio);
void               kompass_dots_layout_locate     (const KompassDotsLayout *self,
                                                   guint                    series,
                                                   guint                    category,
                                                   double                  *x,
                                                   double                  *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassDotsLayout, kompass_dots_layout_free)

G_END_DECLS
