/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "kompass-chart.h"

G_BEGIN_DECLS

/* The smallest text a chart shrinks to, in points. */
#define KOMPASS_CHART_SMALLEST_TEXT 7.0

/* How far texts are shrunk when nothing else helps, one step after the other. */
#define KOMPASS_CHART_N_SCALES 7

typedef enum
{
  KOMPASS_CHART_FONT_TITLE,
  KOMPASS_CHART_FONT_SUBTITLE,
  KOMPASS_CHART_FONT_NOTE,
  KOMPASS_CHART_FONT_LEGEND,
  KOMPASS_CHART_FONT_LABEL,
  KOMPASS_CHART_FONT_VALUE,
  KOMPASS_CHART_FONT_NUMBER,
  KOMPASS_CHART_N_FONTS,
} KompassChartFont;

typedef struct _KompassChartText KompassChartText;

double             kompass_chart_text_get_scale        (guint step);
KompassChartText  *kompass_chart_text_new              (const KompassChartStyle *style, double scale);
void               kompass_chart_text_free             (KompassChartText *self);
double             kompass_chart_text_get_unit         (KompassChartText *self);
double             kompass_chart_text_get_size         (KompassChartText *self, KompassChartFont font);
char              *kompass_chart_text_dup_font         (KompassChartText *self);
double             kompass_chart_text_get_digit_height (KompassChartText *self, KompassChartFont font);
PangoLayout       *kompass_chart_text_create_layout    (KompassChartText *self,
                                                        KompassChartFont  font,
                                                        const char       *string);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChartText, kompass_chart_text_free)

G_END_DECLS
