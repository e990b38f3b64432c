/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-radar-layout.h"

G_BEGIN_DECLS

/* Rings, the outermost at the maximum. */
#define KOMPASS_RADAR_N_RINGS 5

void kompass_radar_numbers_draw (const KompassRadarLayout *layout,
                                 KompassChart             *chart,
                                 KompassChartText         *text,
                                 cairo_t                  *cr,
                                 const KompassChartStyle  *style);

G_END_DECLS
