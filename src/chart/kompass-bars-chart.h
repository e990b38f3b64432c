/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_BARS_CHART (kompass_bars_chart_get_type ())
G_DECLARE_FINAL_TYPE (KompassBarsChart, kompass_bars_chart, KOMPASS, BARS_CHART, KompassChart)

KompassChart *kompass_bars_chart_new (void);

G_END_DECLS
