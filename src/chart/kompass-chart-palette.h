/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"

G_BEGIN_DECLS

/**
 * KompassChartColor:
 * @red: from 0 to 1, sRGB
 * @green: from 0 to 1, sRGB
 * @blue: from 0 to 1, sRGB
 *
 * An opaque colour. Charts never use transparency: a page that must be valid PDF/A-1 cannot hold it.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} KompassChartColor;

/**
 * KompassChartRole:
 * @KOMPASS_CHART_ROLE_GROUND: what everything is drawn on
 * @KOMPASS_CHART_ROLE_TEXT: titles, labels, values
 * @KOMPASS_CHART_ROLE_SECONDARY: subtitle, footnote and the numbers of the rings
 * @KOMPASS_CHART_ROLE_GRID: rings and spokes; they guide the eye and carry no figure
 * @KOMPASS_CHART_ROLE_FRAME: the outermost ring
 * @KOMPASS_CHART_ROLE_TRACK: the body of a bar's track
 * @KOMPASS_CHART_ROLE_LIMIT: where a bar's axis begins and where its maximum is
 * @KOMPASS_CHART_ROLE_FILL: the inside of a filled profile
 * @KOMPASS_CHART_ROLE_SERIES: the first series; add the index of a series for the others
 *
 * What a colour is for.
 */
typedef enum
{
  KOMPASS_CHART_ROLE_GROUND,
  KOMPASS_CHART_ROLE_TEXT,
  KOMPASS_CHART_ROLE_SECONDARY,
  KOMPASS_CHART_ROLE_GRID,
  KOMPASS_CHART_ROLE_FRAME,
  KOMPASS_CHART_ROLE_TRACK,
  KOMPASS_CHART_ROLE_LIMIT,
  KOMPASS_CHART_ROLE_FILL,
  KOMPASS_CHART_ROLE_SERIES,
} KompassChartRole;

KompassChartColor kompass_chart_palette_get     (KompassChartScheme scheme, guint role, gboolean greyscale);
double            kompass_chart_color_luminance (const KompassChartColor *color);
double            kompass_chart_color_contrast  (const KompassChartColor *a, const KompassChartColor *b);
void              kompass_chart_set_source      (cairo_t *cr, const KompassChartStyle *style, guint role);

G_END_DECLS
