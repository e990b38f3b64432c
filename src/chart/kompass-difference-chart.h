/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_DIFFERENCE_CHART (kompass_difference_chart_get_type ())
G_DECLARE_FINAL_TYPE (KompassDifferenceChart, kompass_difference_chart, KOMPASS, DIFFERENCE_CHART, KompassChart)

KompassChart *kompass_difference_chart_new        (void);
void          kompass_difference_chart_set_sorted (KompassDifferenceChart *self, gboolean sorted);

G_END_DECLS
