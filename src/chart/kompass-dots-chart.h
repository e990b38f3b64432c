/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/**
 * KompassDotsSpread:
 * @lower: the lower quartile, or NAN where there are too few members for one
 * @upper: the upper quartile, likewise
 * @minimum: the lowest value of a member, or NAN where none is known
 * @maximum: the highest value of a member, likewise
 * @median: the median, or NAN where it is not shown
 * @full: the full length of the axis in the same unit, as in #KompassChartValue
 *
 * How the members of a group lie in one category.
 */
typedef struct
{
  double lower;
  double upper;
  double minimum;
  double maximum;
  double median;
  double full;
} KompassDotsSpread;

#define KOMPASS_TYPE_DOTS_CHART (kompass_dots_chart_get_type ())
G_DECLARE_FINAL_TYPE (KompassDotsChart, kompass_dots_chart, KOMPASS, DOTS_CHART, KompassChart)

KompassChart *kompass_dots_chart_new         (void);
void          kompass_dots_chart_set_spread  (KompassDotsChart        *self,
                                              guint                    category,
                                              const KompassDotsSpread *spread,
                                              const char              *label);
void          kompass_dots_chart_set_members (KompassDotsChart *self,
                                              guint             category,
                                              const double     *values,
                                              gsize             n_values,
                                              double            full);
void          kompass_dots_chart_set_sorted  (KompassDotsChart *self, gboolean sorted);

G_END_DECLS
