/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of bars: a column of names, whole and wrapped at words; the bars get the rest of the width, and each row
 * the height that its name or its bars need, whichever is more. */

#include "kompass-bars-layout.h"

#include <math.h>

#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define COLUMN_GAP 9          /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define WIDEST_COLUMN 250
#define VALUE_GAP 3
#define NAME_GAP 7
#define LEAST_PITCH 2.5
#define LEAST_GAP 3
#define LEAST_LENGTH 45
#define THICKEST 1.15         /* how much bars grow where there is room, as a multiple of their natural thickness */
#define LOOSE 2.5             /* how far rows spread where there is room, as a multiple of the natural spacing */
#define SNUG 0.4              /* how far they close up before the names get a wider column */
#define ROUNDS 20

/* The parts of the width that the names may take, the first where it is enough. */
static const double shares[] = { 0.42, 0.5, 0.58, 0.66 };

static double
mix (double least,
     double natural,
     double spread)
{
  return least + (natural - least) * spread;
}

static double
pitch_at (KompassBarsLayout *self,
          double             spread)
{
  double least = self->valued ? self->digit + 1.6 * self->unit : LEAST_PITCH * self->unit;
  double natural = (self->n_series > 1 ? 11 : 12) * self->unit;

  return mix (MIN (least, natural), natural, MIN (spread, THICKEST));
}

static double
gap_at (KompassBarsLayout *self,
        double             spread)
{
  return mix (LEAST_GAP * self->unit, (self->n_series > 1 ? 11 : 8) * self->unit, spread);
}

static double
height_of_row (KompassBarsLayout *self,
               guint              row,
               double             pitch)
{
  double label = self->labelled ? kompass_chart_label_get_height_at (self->categories[row], self->column) : 0;

  return MAX (label, MAX (self->n_series, 1) * pitch);
}

/* Spread 0 is as close as the rows may come, 1 their natural spacing. */
static double
height_at (KompassBarsLayout *self,
           double             spread)
{
  double height = self->n_rows > 1 ? gap_at (self, spread) * (self->n_rows - 1) : 0;

  for (guint i = 0; i < self->n_rows; i++)
    height += height_of_row (self, i, pitch_at (self, spread));
  return height;
}

static double
value_room (KompassBarsLayout *self)
{
  return self->reach + (self->valued ? self->value_width + (VALUE_GAP + 2) * self->unit : self->unit);
}

/* Gives the names at most @share of @width. Returns whether all their words are whole and the bars long enough. */
static gboolean
set_column (KompassBarsLayout *self,
            double             x,
            double             width,
            double             share)
{
  double widest = 0;
  double narrowest = 0;

  for (guint i = 0; self->labelled && i < self->n_rows; i++)
    {
      widest = MAX (widest, g_array_index (self->categories[i]->wraps, KompassChartWrap, 0).width);
      narrowest = MAX (narrowest, kompass_chart_label_get_narrowest (self->categories[i]));
    }
  self->column = MIN (widest, MIN (share * width, MAX (WIDEST_COLUMN * self->unit, narrowest)));
  self->x = x;
  self->right = x + width;
  self->axis = x + self->column + (self->labelled ? COLUMN_GAP * self->unit : self->reach);
  self->length = MAX (self->right - self->axis - value_room (self), 0);
  return self->column >= narrowest && self->length >= LEAST_LENGTH * self->unit;
}

static void
place_rows (KompassBarsLayout *self,
            double             y,
            double             spread)
{
  self->pitch = pitch_at (self, spread);
  self->gap = gap_at (self, spread);
  for (guint i = 0; self->labelled && i < self->n_rows; i++)
    kompass_chart_label_wrap (self->categories[i], self->column, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < self->n_rows; i++)
    {
      self->tops[i] = y;
      self->heights[i] = height_of_row (self, i, self->pitch);
      y += self->heights[i] + self->gap;
    }
}

/* The widest spacing at which the rows fill no more than @height. */
static double
find_spread (KompassBarsLayout *self,
             double             height)
{
  double low = 0;
  double high = LOOSE;

  if (height_at (self, high) <= height)
    return high;
  for (guint i = 0; i < ROUNDS; i++)
    {
      double middle = (low + high) / 2;

      if (height_at (self, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  return low;
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
      if (x + self->names[i]->width > self->axis + self->length - VALUE_GAP * self->unit)
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
  self->labelled = self->valued = TRUE;
  self->tops = g_new0 (double, self->n_rows);
  self->heights = g_new0 (double, self->n_rows);
  self->categories = g_new0 (KompassChartLabel *, self->n_rows);
  self->names = g_new0 (KompassChartLabel *, self->n_series);
  for (guint i = 0; i < self->n_rows; i++)
    self->categories[i] = kompass_chart_label_new_category (text, chart, i, naming);
  for (guint i = 0; i < self->n_series; i++)
    {
      self->names[i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE,
                                                kompass_chart_get_series_name (chart, i));
      /* A single series has no need of a marker at its bars. */
      if (self->n_series > 1)
        self->reach = MAX (self->reach, kompass_chart_shape_get_radius (i, self->unit));
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
  free_labels (self->categories, self->n_rows);
  free_labels (self->names, self->n_series);
  free_labels (self->values, self->n_series * self->n_rows);
  g_free (self->tops);
  g_free (self->heights);
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
  for (guint i = 0; i < 2 * G_N_ELEMENTS (shares); i++)
    {
      double spread = i < G_N_ELEMENTS (shares) ? SNUG : 0;
      gboolean whole = set_column (self, x, width, shares[i % G_N_ELEMENTS (shares)]);

      if ((!whole && !tight) || height_at (self, spread) > height)
        continue;
      place_rows (self, y, find_spread (self, height));
      self->named = names_fit (self);
      return TRUE;
    }
  return FALSE;
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

  self->labelled = FALSE;
  set_column (self, x, width, shares[0]);
  place_rows (self, y, find_spread (self, height));
  if (height_at (self, 0) <= height)
    return;
  self->pitch = height / (self->n_rows * (MAX (self->n_series, 1) + 0.5));
  self->gap = self->pitch / 2;
  for (guint i = 0; i < self->n_rows; i++)
    {
      self->heights[i] = MAX (self->n_series, 1) * self->pitch;
      self->tops[i] = y + i * (self->heights[i] + self->gap);
    }
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
  double height = G_MAXDOUBLE;

  for (guint i = 0; i < (least ? G_N_ELEMENTS (shares) : 1); i++)
    {
      set_column (self, 0, width, shares[i]);
      height = MIN (height, height_at (self, least ? 0 : 1));
    }
  return height;
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
  return self->tops[row] + (self->heights[row] - self->n_series * self->pitch) / 2 + series * self->pitch;
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
  double limit = self->axis + self->length;
  double x;

  if (isnan (ratio))
    return self->axis + MAX (self->reach, kompass_bars_layout_get_thickness (self) / 2) + gap;
  x = self->axis + ratio * self->length + self->reach + gap;
  if (value != NULL && x + value->width > limit - gap)
    x = MAX (x, limit + gap);
  return x;
}
