/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

GBytes  *kompass_chart_file_render (KompassChart            *chart,
                                    const char              *name,
                                    double                   width,
                                    double                   height,
                                    const KompassChartStyle *style,
                                    GError                 **error);
gboolean kompass_chart_file_write  (KompassChart            *chart,
                                    const char              *path,
                                    double                   width,
                                    double                   height,
                                    const KompassChartStyle *style,
                                    GError                 **error);

G_END_DECLS
