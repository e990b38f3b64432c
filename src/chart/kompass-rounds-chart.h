/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/**
 * KompassChartLink:
 * @KOMPASS_CHART_LINK_SOLID: the two rounds are of the same edition
 * @KOMPASS_CHART_LINK_DASHED: the figures are comparable across editions, with a caveat
 * @KOMPASS_CHART_LINK_NONE: the figures are not joined
 *
 * How a round is joined with the next one in time.
 */
typedef enum
{
  KOMPASS_CHART_LINK_SOLID,
  KOMPASS_CHART_LINK_DASHED,
  KOMPASS_CHART_LINK_NONE,
} KompassChartLink;

#define KOMPASS_TYPE_ROUNDS_CHART (kompass_rounds_chart_get_type ())
G_DECLARE_FINAL_TYPE (KompassRoundsChart, kompass_rounds_chart, KOMPASS, ROUNDS_CHART, KompassChart)

KompassChart *kompass_rounds_chart_new        (void);
void          kompass_rounds_chart_set_time   (KompassRoundsChart *self, guint series, double year);
void          kompass_rounds_chart_set_link   (KompassRoundsChart *self,
                                               guint               category,
                                               guint               series,
                                               KompassChartLink   link);
void          kompass_rounds_chart_set_band   (KompassRoundsChart *self,
                                               guint               category,
                                               guint               series,
                                               double              low,
                                               double              high,
                                               const char         *label);
void          kompass_rounds_chart_set_absent (KompassRoundsChart *self, guint category, guint series);

G_END_DECLS
