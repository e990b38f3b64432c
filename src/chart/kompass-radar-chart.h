/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_RADAR_CHART (kompass_radar_chart_get_type ())
G_DECLARE_FINAL_TYPE (KompassRadarChart, kompass_radar_chart, KOMPASS, RADAR_CHART, KompassChart)

KompassChart *kompass_radar_chart_new      (void);
void          kompass_radar_chart_set_fill (KompassRadarChart *self, gboolean fill);

G_END_DECLS
