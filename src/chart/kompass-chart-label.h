/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart-text.h"

G_BEGIN_DECLS

/* An unknown value in a chart, as in a table. */
#define KOMPASS_CHART_UNKNOWN "\342\200\223"

/**
 * KompassChartWrap:
 * @lines: number of lines
 * @width: the narrowest width, in points, at which the text takes no more lines than that
 *
 * One way to wrap a label.
 */
typedef struct
{
  guint lines;
  double width;
} KompassChartWrap;

/**
 * KompassChartLabel:
 * @layout: the text
 * @offset: from the left edge of @layout to the left edge of what it shows, in points
 * @width: of what it shows, in points
 * @height: of what it shows, in points
 * @baseline: from the top to the baseline of the first line, in points
 * @line_height: of a line, in points
 * @wraps: (element-type KompassChartWrap): the ways to wrap it, fewest lines and widest first; only after
 *   kompass_chart_label_find_wraps()
 *
 * A measured text.
 */
typedef struct
{
  PangoLayout *layout;
  double offset;
  double width;
  double height;
  double baseline;
  double line_height;
  GArray *wraps;
} KompassChartLabel;

/**
 * KompassChartNaming:
 * @KOMPASS_CHART_NAMING_WORDS: names, broken between words
 * @KOMPASS_CHART_NAMING_BROKEN: names, broken within a word that is too long for a line
 * @KOMPASS_CHART_NAMING_NUMBERS: the numbers that the names begin with
 *
 * How categories are named, from the best to the last resort.
 */
typedef enum
{
  KOMPASS_CHART_NAMING_WORDS,
  KOMPASS_CHART_NAMING_BROKEN,
  KOMPASS_CHART_NAMING_NUMBERS,
} KompassChartNaming;

/**
 * KompassChartTry:
 * @data: a plot and its place
 * @step: how far texts are shrunk, below %KOMPASS_CHART_N_SCALES
 * @naming: how categories are named
 *
 * Returns: %TRUE if the plot fits in its place so
 */
typedef gboolean (*KompassChartTry) (gpointer           data,
                                     guint              step,
                                     KompassChartNaming naming);

gboolean           kompass_chart_label_fit             (KompassChart       *chart,
                                                        KompassChartTry     try,
                                                        gpointer            data);

KompassChartLabel *kompass_chart_label_new             (KompassChartText *text,
                                                        KompassChartFont  font,
                                                        const char       *string);
KompassChartLabel *kompass_chart_label_new_category    (KompassChartText   *text,
                                                        KompassChart       *chart,
                                                        guint               category,
                                                        KompassChartNaming  naming);
void               kompass_chart_label_free            (KompassChartLabel *self);
void               kompass_chart_label_find_wraps      (KompassChartLabel *self, gboolean anywhere);
double             kompass_chart_label_get_narrowest   (const KompassChartLabel *self);
double             kompass_chart_label_get_height_at   (const KompassChartLabel *self, double width);
void               kompass_chart_label_wrap            (KompassChartLabel *self,
                                                        double             width,
                                                        PangoAlignment     alignment);
void               kompass_chart_label_draw            (KompassChartLabel       *self,
                                                        cairo_t                 *cr,
                                                        const KompassChartStyle *style,
                                                        guint                    role,
                                                        double                   x,
                                                        double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassChartLabel, kompass_chart_label_free)

G_END_DECLS
