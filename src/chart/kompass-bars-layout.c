/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of bars: the bars of each row, the texts at their ends, and the names of the series beside the first. */

#include "kompass-bars-layout.h"

#include <math.h>

#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define VALUE_GAP 3           /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define NAME_GAP 7
#define LEAST_PITCH 2.5
#define LEAST_GAP 3
#define THICKEST 1.15         /* how much bars grow where there is room, as a multiple of their natural thickness */

/* What the rows must know of the bars. */
static void
describe_rows (KompassBarsLayout *self)
{
  guint n = MAX (self->n_series, 1);
  double unit = self->unit;
  double natural = (self->n_series > 1 ? 11 : 12) * unit;
  double least = self->valued ? self->digit + 1.6 * unit : LEAST_PITCH * unit;

  self->rows->spacing = (KompassChartSpacing) {
    n * MIN (least, natural), n * natural, THICKEST, LEAST_GAP * unit, (self->n_series > 1 ? 11 : 8) * unit,
  };
  self->rows->bare_lead = self->reach;
  self->rows->trail = self->reach + (self->valued ? self->value_width + (VALUE_GAP + 2) * unit : unit);
}

static void
set_pitch (KompassBarsLayout *self)
{
  self->pitch = self->rows->content / MAX (self->n_series, 1);
}

/* The names of the series stand beside the bars of the first row if all of them end inside their tracks. */
static gboolean
names_fit (KompassBarsLayout *self)
{
  if (self->n_series < 2 || !self->valued || self->n_rows == 0)
    return FALSE;
  for (guint i = 0; i < self->n_series; i++)
    {
      KompassChartLabel *value = self->values[i * self->n_rows];
      double x = kompass_bars_layout_get_text_x (self, i, 0);

      if (value != NULL)
        x += value->width + NAME_GAP * self->unit;
      if (x + self->names[i]->width > self->rows->left + self->rows->length - VALUE_GAP * self->unit)
        return FALSE;
    }
  /* Names are taller than the digits beside them. */
  return self->pitch >= self->names[0]->line_height * 0.9;
}

static void
measure_values (KompassBarsLayout *self,
                KompassChartText  *text)
{
  self->values = g_new0 (KompassChartLabel *, self->n_series * self->n_rows);
  for (guint series = 0; series < self->n_series; series++)
    for (guint row = 0; row < self->n_rows; row++)
      {
        const char *label = KOMPASS_CHART_UNKNOWN;
        KompassChartLabel *value;

        if (!isnan (kompass_chart_get_ratio (self->chart, series, row)))
          label = kompass_chart_get_value (self->chart, series, row)->label;
        if (label == NULL || *label == '\0')
          continue;
        value = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, label);
        self->value_width = MAX (self->value_width, value->width);
        self->values[series * self->n_rows + row] = value;
      }
}

static void
free_labels (KompassChartLabel **labels,
             guint               n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&labels[i], kompass_chart_label_free);
  g_free (labels);
}

/**
 * kompass_bars_layout_new:
 * @chart: the chart
 * @text: the fonts
 * @naming: how the categories are named
 *
 * Measures the texts.
 *
 * Returns: (transfer full): a layout that has yet to be fitted
 */
KompassBarsLayout *
kompass_bars_layout_new (KompassChart       *chart,
                         KompassChartText   *text,
                         KompassChartNaming  naming)
{
  KompassBarsLayout *self = g_new0 (KompassBarsLayout, 1);

  self->chart = chart;
  self->unit = kompass_chart_text_get_unit (text);
  self->digit = kompass_chart_text_get_digit_height (text, KOMPASS_CHART_FONT_VALUE);
  self->n_rows = kompass_chart_get_n_categories (chart);
  self->n_series = kompass_chart_get_n_series (chart);
  self->valued = TRUE;
  self->rows = kompass_chart_rows_new (chart, text, naming);
  self->names = g_new0 (KompassChartLabel *, self->n_series);
  for (guint i = 0; i < self->n_series; i++)
    {
      self->names[i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE,
                                                kompass_chart_get_series_name (chart, i));
      /* A single series has no need of a marker at its bars. */
      if (self->n_series > 1)
        self->reach = MAX (self->reach, kompass_chart_shape_get_radius (i, self->unit));
      for (guint row = 0; row < self->n_rows; row++)
        if (kompass_chart_get_value (chart, i, row)->partial)
          self->reach = MAX (self->reach, kompass_chart_shape_get_partial_radius (i, self->unit));
    }
  measure_values (self, text);
  return self;
}

/**
 * kompass_bars_layout_free:
 * @self: a layout
 *
 * Frees @self.
 */
void
kompass_bars_layout_free (KompassBarsLayout *self)
{
  kompass_chart_rows_free (self->rows);
  free_labels (self->names, self->n_series);
  free_labels (self->values, self->n_series * self->n_rows);
  g_free (self);
}

/**
 * kompass_bars_layout_fit:
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
kompass_bars_layout_fit (KompassBarsLayout *self,
                         double             x,
                         double             y,
                         double             width,
                         double             height,
                         gboolean           tight)
{
  describe_rows (self);
  if (!kompass_chart_rows_fit (self->rows, x, y, width, height, tight))
    return FALSE;
  set_pitch (self);
  self->named = names_fit (self);
  return TRUE;
}

/**
 * kompass_bars_layout_fit_bare:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves the texts at the bars out, and if that is not enough the names of the rows, too: the only thing left to do
 * where they do not fit.
 */
void
kompass_bars_layout_fit_bare (KompassBarsLayout *self,
                              double             x,
                              double             y,
                              double             width,
                              double             height)
{
  self->valued = self->named = FALSE;
  if (kompass_bars_layout_fit (self, x, y, width, height, TRUE))
    return;

  kompass_chart_rows_fit_bare (self->rows, x, y, width, height);
  set_pitch (self);
}

/**
 * kompass_bars_layout_get_height:
 * @self: a layout
 * @width: the room there is, in points
 * @least: whether to close up as far as the texts allow
 *
 * Returns: the height the rows need, in points
 */
double
kompass_bars_layout_get_height (KompassBarsLayout *self,
                                double             width,
                                gboolean           least)
{
  describe_rows (self);
  return kompass_chart_rows_get_height (self->rows, width, least);
}

/**
 * kompass_bars_layout_get_top:
 * @self: a fitted layout
 * @series: index of a series
 * @row: index of a category
 *
 * Returns: the top edge of what belongs to the bar: the bar itself is in the middle of the pitch below it, in points
 */
double
kompass_bars_layout_get_top (KompassBarsLayout *self,
                             guint              series,
                             guint              row)
{
  return kompass_chart_rows_get_middle (self->rows, row) + (series - self->n_series / 2.0) * self->pitch;
}

/**
 * kompass_bars_layout_get_thickness:
 * @self: a fitted layout
 *
 * Returns: the height of a bar, in points
 */
double
kompass_bars_layout_get_thickness (KompassBarsLayout *self)
{
  return self->n_series > 1 ? self->pitch * 0.8 : self->pitch;
}

/**
 * kompass_bars_layout_get_text_x:
 * @self: a fitted layout
 * @series: index of a series
 * @row: index of a category
 *
 * Finds where the text of a value begins: at the end of its bar, or behind the track if it would otherwise stand
 * across the track's end.
 *
 * Returns: the left edge of the text, in points
 */
double
kompass_bars_layout_get_text_x (KompassBarsLayout *self,
                                guint              series,
                                guint              row)
{
  KompassChartLabel *value = self->values[series * self->n_rows + row];
  double ratio = kompass_chart_get_ratio (self->chart, series, row);
  double gap = VALUE_GAP * self->unit;
  double limit = self->rows->left + self->rows->length;
  double x;

  if (isnan (ratio))
    return self->rows->left + MAX (self->reach, kompass_bars_layout_get_thickness (self) / 2) + gap;
  x = self->rows->left + ratio * self->rows->length + self->reach + gap;
  if (value != NULL && x + value->width > limit - gap)
    x = MAX (x, limit + gap);
  return x;
}
