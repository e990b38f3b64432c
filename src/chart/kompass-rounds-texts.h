/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-rounds-layout.h"

G_BEGIN_DECLS

void kompass_rounds_texts_clip (const KompassRoundsLayout *layout,
                                guint                      category,
                                cairo_t                   *cr);
void kompass_rounds_texts_draw (const KompassRoundsLayout *layout,
                                guint                      category,
                                cairo_t                   *cr,
                                const KompassChartStyle   *style);

G_END_DECLS
