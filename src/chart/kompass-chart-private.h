/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/* The smallest size of a side of a pointer target, in points. */
#define KOMPASS_CHART_TARGET 24.0

/* The most series that markers tell apart in any kind of chart. */
#define KOMPASS_CHART_MOST_SERIES 8u

/* The texts around the plot, in the order in which they are left out when there is no room for them. */
typedef enum
{
  KOMPASS_CHART_FOOTNOTE,
  KOMPASS_CHART_SUBTITLE,
  KOMPASS_CHART_TITLE,
  KOMPASS_CHART_N_TEXTS,
} KompassChartPlace;

const char *
         kompass_chart_get_text           (KompassChart *self, KompassChartPlace place);
double   kompass_chart_get_ratio          (KompassChart *self, guint series, guint category);
char    *kompass_chart_dup_number         (KompassChart *self, guint category);
gboolean kompass_chart_has_numbers        (KompassChart *self);
gboolean kompass_chart_is_named_by_title  (KompassChart *self, const KompassChartStyle *style);
void     kompass_chart_append_mark        (GArray *marks, const KompassChartMark *mark);

G_END_DECLS
