/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_CHART_AREA (kompass_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (KompassChartArea, kompass_chart_area, KOMPASS, CHART_AREA, GtkWidget)

void          kompass_chart_area_set_chart (KompassChartArea *self,
                                            KompassChart     *chart);
KompassChart *kompass_chart_area_get_chart (KompassChartArea *self);

G_END_DECLS
