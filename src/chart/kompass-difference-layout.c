/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of differences: rows with bars to both sides of one zero, and their values at the outer ends. */

#include "kompass-difference-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define VALUE_GAP 3           /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define HEAD_GAP 5
#define SIDE_GAP 7
#define LEAST_PITCH 2.5
#define LEAST_GAP 3
#define THICKEST 1.15
#define MISSING_RADIUS 4.6
#define LEAST_SPAN 0.2        /* of the maximum: small differences are not blown up to look large */

/* From the end of a bar to its text: behind the marker, where there is one. */
static double
text_gap (const KompassDifferenceLayout *self,
          double                         value)
{
  double reach = self->n_series > 1 || value == 0 ? self->reach : 0;

  return (isnan (value) ? MAX (self->missing, reach) : reach) + VALUE_GAP * self->unit;
}

static double
text_room (const KompassDifferenceLayout *self,
           gboolean                       negative)
{
  double room = self->reach;

  for (guint series = 0; self->valued && series < self->n_series; series++)
    for (guint i = 0; i < self->rows->n; i++)
      {
        KompassChartLabel *label = self->values[series * self->rows->n + i];
        double value = kompass_difference_layout_get_value (self, series, i);

        if (label != NULL && (value < 0) == negative)
          room = MAX (room, text_gap (self, value) + label->width);
      }
  return room;
}

static void
describe_rows (KompassDifferenceLayout *self)
{
  guint n = MAX (self->n_series, 1);
  double unit = self->unit;
  double natural = (self->n_series > 1 ? 11 : 12) * unit;
  double least = self->valued ? self->digit + 1.6 * unit : LEAST_PITCH * unit;

  self->rows->spacing = (KompassChartSpacing) {
    n * MIN (least, natural), n * natural, THICKEST, LEAST_GAP * unit, (self->n_series > 1 ? 11 : 8) * unit,
  };
  self->rows->lead = text_room (self, TRUE);
  self->rows->bare_lead = MAX (self->rows->lead, self->missing);
  self->rows->trail = MAX (text_room (self, FALSE), self->missing);
  self->head = self->headed ? self->lower->height + HEAD_GAP * unit : 0;
}

static void
set_scale (KompassDifferenceLayout *self)
{
  KompassChartRows *rows = self->rows;
  double slack = self->span - self->least - self->most;

  self->scale = self->span > 0 ? rows->length / self->span : 0;
  self->zero = rows->left + (self->span > 0 ? (self->least + slack / 2) * self->scale : rows->length / 2);
  self->pitch = rows->content / MAX (self->n_series, 1);
}

/* Whether the words for the two sides end inside them. */
static gboolean
heads_fit (const KompassDifferenceLayout *self)
{
  double gap = SIDE_GAP * self->unit;

  return self->zero - gap - self->lower->width >= self->rows->left - self->rows->lead &&
         self->zero + gap + self->higher->width <= self->rows->right;
}

static void
find_span (KompassDifferenceLayout *self)
{
  for (guint series = 0; series < self->n_series; series++)
    for (guint i = 0; i < self->rows->n; i++)
      {
        double value = kompass_difference_layout_get_value (self, series, i);
        double maximum = kompass_chart_get_value (self->chart, series, i)->maximum;

        if (isnan (value))
          continue;
        self->least = MAX (self->least, -value);
        self->most = MAX (self->most, value);
        if (isfinite (maximum) && maximum > 0)
          self->span = MAX (self->span, LEAST_SPAN * maximum);
      }
  self->span = MAX (self->span, self->least + self->most);
}

static void
measure_values (KompassDifferenceLayout *self,
                KompassChartText        *text)
{
  self->values = g_new0 (KompassChartLabel *, self->n_series * self->rows->n);
  for (guint series = 0; series < self->n_series; series++)
    for (guint i = 0; i < self->rows->n; i++)
      {
        const char *label = kompass_chart_get_value (self->chart, series, i)->label;

        if (isnan (kompass_difference_layout_get_value (self, series, i)))
          label = KOMPASS_CHART_UNKNOWN;
        if (label != NULL && *label != '\0')
          self->values[series * self->rows->n + i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, label);
      }
}

static void
sort_rows (KompassDifferenceLayout *self)
{
  g_autofree double *keys = g_new0 (double, self->rows->n);

  for (guint i = 0; i < self->rows->n; i++)
    keys[i] = kompass_difference_layout_get_value (self, 0, i);
  kompass_chart_rows_sort (self->rows, keys);
}

/**
 * kompass_difference_layout_new:
 * @chart: the chart
 * @text: the fonts
 * @naming: how the categories are named
 * @sorted: whether the rows are sorted by the values of the first series
 *
 * Measures the texts.
 *
 * Returns: (transfer full): a layout that has yet to be fitted
 */
KompassDifferenceLayout *
kompass_difference_layout_new (KompassChart       *chart,
                               KompassChartText   *text,
                               KompassChartNaming  naming,
                               gboolean            sorted)
{
  KompassDifferenceLayout *self = g_new0 (KompassDifferenceLayout, 1);

  self->chart = chart;
  self->unit = kompass_chart_text_get_unit (text);
  self->digit = kompass_chart_text_get_digit_height (text, KOMPASS_CHART_FONT_VALUE);
  self->n_series = kompass_chart_get_n_series (chart);
  self->rows = kompass_chart_rows_new (chart, text, naming);
  self->missing = MISSING_RADIUS * self->unit;
  self->valued = self->headed = TRUE;
  for (guint i = 0; i < self->n_series; i++)
    self->reach = MAX (self->reach, kompass_chart_shape_get_radius (i, self->unit));
  /* Translators: the left side of a chart of differences to a reference */
  self->lower = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, _("\342\206\220 lower"));
  /* Translators: the right side of a chart of differences to a reference */
  self->higher = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, _("higher \342\206\222"));
  measure_values (self, text);
  find_span (self);
  if (sorted && self->n_series > 0)
    sort_rows (self);
  return self;
}

/**
 * kompass_difference_layout_free:
 * @self: a layout
 *
 * Frees @self.
 */
void
kompass_difference_layout_free (KompassDifferenceLayout *self)
{
  for (guint i = 0; i < self->n_series * self->rows->n; i++)
    g_clear_pointer (&self->values[i], kompass_chart_label_free);
  g_free (self->values);
  kompass_chart_label_free (self->lower);
  kompass_chart_label_free (self->higher);
  kompass_chart_rows_free (self->rows);
  g_free (self);
}

/**
 * kompass_difference_layout_fit:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 * @tight: whether a word may be broken if it is wider than its column
 *
 * Finds a column width and a spacing of rows with which everything is whole and apart.
 *
 * Returns: whether there is one; if not, @self is not fitted
 */
gboolean
kompass_difference_layout_fit (KompassDifferenceLayout *self,
                               double                   x,
                               double                   y,
                               double                   width,
                               double                   height,
                               gboolean                 tight)
{
  self->top = y;
  self->headed = TRUE;
  describe_rows (self);
  if (!kompass_chart_rows_fit (self->rows, x, y + self->head, width, height - self->head, tight))
    return FALSE;
  set_scale (self);
  if (heads_fit (self))
    return TRUE;
  self->headed = FALSE;
  describe_rows (self);
  if (!kompass_chart_rows_fit (self->rows, x, y, width, height, tight))
    return FALSE;
  set_scale (self);
  return TRUE;
}

/**
 * kompass_difference_layout_fit_bare:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves the texts at the bars out, and if that is not enough the names of the rows, too: the only thing left to do where
 * they do not fit.
 */
void
kompass_difference_layout_fit_bare (KompassDifferenceLayout *self,
                                    double                   x,
                                    double                   y,
                                    double                   width,
                                    double                   height)
{
  self->valued = self->headed = FALSE;
  describe_rows (self);
  if (!kompass_chart_rows_fit (self->rows, x, y, width, height, TRUE))
    kompass_chart_rows_fit_bare (self->rows, x, y, width, height);
  set_scale (self);
}

/**
 * kompass_difference_layout_get_height:
 * @self: a layout
 * @width: the room there is, in points
 * @least: whether to close up as far as the texts allow
 *
 * Returns: the height all of it needs, in points
 */
double
kompass_difference_layout_get_height (KompassDifferenceLayout *self,
                                      double                   width,
                                      gboolean                 least)
{
  describe_rows (self);
  return self->head + kompass_chart_rows_get_height (self->rows, width, least);
}

/**
 * kompass_difference_layout_get_value:
 * @self: a layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: the difference, or NAN where it is unknown
 */
double
kompass_difference_layout_get_value (const KompassDifferenceLayout *self,
                                     guint                          series,
                                     guint                          category)
{
  double value = kompass_chart_get_value (self->chart, series, category)->value;

  return isfinite (value) ? value : NAN;
}

/**
 * kompass_difference_layout_get_middle:
 * @self: a fitted layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: the vertical centre of its bar, in points
 */
double
kompass_difference_layout_get_middle (const KompassDifferenceLayout *self,
                                      guint                          series,
                                      guint                          category)
{
  return kompass_chart_rows_get_middle (self->rows, category) + (series + 0.5 - self->n_series / 2.0) * self->pitch;
}

/**
 * kompass_difference_layout_get_end:
 * @self: a fitted layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: where its bar ends; the zero where the difference is unknown; in points
 */
double
kompass_difference_layout_get_end (const KompassDifferenceLayout *self,
                                   guint                          series,
                                   guint                          category)
{
  double value = kompass_difference_layout_get_value (self, series, category);

  return self->zero + (isnan (value) ? 0 : value * self->scale);
}

/**
 * kompass_difference_layout_get_text_x:
 * @self: a fitted layout
 * @series: index of a series
 * @category: index of a category, whose value has a text
 *
 * Returns: the left edge of the text at the outer end of the bar, in points
 */
double
kompass_difference_layout_get_text_x (const KompassDifferenceLayout *self,
                                      guint                          series,
                                      guint                          category)
{
  double value = kompass_difference_layout_get_value (self, series, category);
  double end = kompass_difference_layout_get_end (self, series, category);
  double gap = text_gap (self, value);

  return value < 0 ? end - gap - self->values[series * self->rows->n + category]->width : end + gap;
}
