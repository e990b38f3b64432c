/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of a dot plot: rows with an axis from 0 to the maximum, and to the right of it the values, a column for each
 * series, so that figures that lie close are read apart. */

#include "kompass-dots-layout.h"

#include <math.h>

#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define COLUMN_GAP 11         /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define HEAD_GAP 4
#define FOOT 4                /* markers that are moved below one another reach out of the last row */
#define CONTENT 19
#define LEAST_CONTENT 10
#define GAP 7
#define LEAST_GAP 2
#define THICKEST 1.3
#define MISSING_RADIUS 4.6
#define MISSING_PITCH 10.5
#define WIDEST_GUTTER 0.2     /* of the width */
#define APART 5.5             /* markers that are nearer than that are moved above and below one another */
#define LIFT 5.5
#define LOW 0.04              /* a value on this first part of the axis would be hidden by a mark at the axis */
#define LEAST_AXIS 110        /* as long as that, or values of the last series are left out */

static guint
count_missing (const KompassDotsLayout *self,
               guint                    n_series,
               guint                    category)
{
  guint n = 0;

  for (guint i = 0; i < n_series; i++)
    n += isnan (kompass_chart_get_ratio (self->chart, i, category));
  return n;
}

/* How many places to the left of the axis the mark of an unknown value stands. */
static guint
missing_place (const KompassDotsLayout *self,
               guint                    series,
               guint                    category)
{
  for (guint i = 0; i < self->n_series; i++)
    if (kompass_chart_get_ratio (self->chart, i, category) < LOW)
      return count_missing (self, series, category) + 1;
  return count_missing (self, series, category);
}

static double
column_width (const KompassDotsLayout *self,
              guint                    series)
{
  double width = 2 * self->reach;

  for (guint i = 0; i < self->rows->n; i++)
    width = MAX (width, self->values[series * self->rows->n + i]->width);
  return width;
}

static double
notes_width (const KompassDotsLayout *self)
{
  double width = 0;

  for (guint i = 0; i < self->rows->n; i++)
    if (self->notes[i] != NULL)
      width = MAX (width, self->notes[i]->width);
  return width > 0 ? width + COLUMN_GAP * self->unit : 0;
}

static void
describe_rows (KompassDotsLayout *self,
               double             width)
{
  double unit = self->unit;

  self->gutter = MIN (self->n_places * MISSING_PITCH * unit, WIDEST_GUTTER * width);

  self->rows->spacing = (KompassChartSpacing) {
    MIN (LEAST_CONTENT * unit, CONTENT * unit), CONTENT * unit, THICKEST, LEAST_GAP * unit, GAP * unit,
  };
  self->rows->lead = self->gutter;
  self->rows->bare_lead = MAX (self->gutter + self->missing, self->reach);
  self->rows->trail = MAX (self->reach, self->numbered ? self->numbers[KOMPASS_DOTS_N_NUMBERS - 1]->width / 2 : 0);
  for (guint i = 0; i < self->n_columns; i++)
    self->rows->trail += column_width (self, i) + COLUMN_GAP * unit;
  if (self->noted)
    self->rows->trail += notes_width (self);
  self->head = self->numbered ? MAX (self->numbers[0]->height, 2 * self->reach) + HEAD_GAP * unit : 0;
}

static void
place_columns (KompassDotsLayout *self)
{
  double x = self->rows->left + self->rows->length + self->reach;

  for (guint i = 0; i < self->n_columns; i++)
    {
      x += COLUMN_GAP * self->unit + column_width (self, i);
      self->columns[i] = x;
    }
}

static KompassChartLabel **
measure_notes (KompassDotsLayout  *self,
               KompassChartText   *text,
               const char * const *notes)
{
  KompassChartLabel **labels = g_new0 (KompassChartLabel *, self->rows->n);

  for (guint i = 0; i < self->rows->n; i++)
    if (notes[i] != NULL)
      labels[i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, notes[i]);
  return labels;
}

static void
measure_values (KompassDotsLayout *self,
                KompassChartText  *text)
{
  self->values = g_new0 (KompassChartLabel *, self->n_series * self->rows->n);
  for (guint series = 0; series < self->n_series; series++)
    for (guint i = 0; i < self->rows->n; i++)
      {
        const char *label = kompass_chart_get_value (self->chart, series, i)->label;

        if (isnan (kompass_chart_get_ratio (self->chart, series, i)))
          label = KOMPASS_CHART_UNKNOWN;
        self->values[series * self->rows->n + i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, label);
      }
}

/**
 * kompass_dots_layout_new:
 * @chart: the chart
 * @text: the fonts
 * @naming: how the categories are named
 * @notes: (array): what stands at the end of each row, %NULL where nothing does
 * @keys: (nullable): by what the rows are sorted
 *
 * Measures the texts.
 *
 * Returns: (transfer full): a layout that has yet to be fitted
 */
KompassDotsLayout *
kompass_dots_layout_new (KompassChart        *chart,
                         KompassChartText    *text,
                         KompassChartNaming   naming,
                         const char * const  *notes,
                         const double        *keys)
{
  KompassDotsLayout *self = g_new0 (KompassDotsLayout, 1);

  self->chart = chart;
  self->unit = kompass_chart_text_get_unit (text);
  self->n_series = kompass_chart_get_n_series (chart);
  self->rows = kompass_chart_rows_new (chart, text, naming);
  self->columns = g_new0 (double, self->n_series);
  self->missing = MISSING_RADIUS * self->unit;
  self->noted = self->numbered = TRUE;
  if (keys != NULL)
    kompass_chart_rows_sort (self->rows, keys);
  for (guint i = 0; i < self->n_series; i++)
    self->reach = MAX (self->reach, kompass_chart_shape_get_partial_radius (i, self->unit));
  for (guint i = 0; i < self->rows->n; i++)
    for (guint series = 0; series < self->n_series; series++)
      if (isnan (kompass_chart_get_ratio (chart, series, i)))
        self->n_places = MAX (self->n_places, missing_place (self, series, i));
  for (guint i = 0; i < KOMPASS_DOTS_N_NUMBERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i * 100 / (KOMPASS_DOTS_N_NUMBERS - 1));

      self->numbers[i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, number);
    }
  self->notes = measure_notes (self, text, notes);
  measure_values (self, text);
  self->n_columns = self->n_series;
  return self;
}

static void
free_labels (KompassChartLabel **labels,
             guint               n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&labels[i], kompass_chart_label_free);
}

/**
 * kompass_dots_layout_free:
 * @self: a layout
 *
 * Frees @self.
 */
void
kompass_dots_layout_free (KompassDotsLayout *self)
{
  free_labels (self->values, self->n_series * self->rows->n);
  free_labels (self->notes, self->rows->n);
  free_labels (self->numbers, KOMPASS_DOTS_N_NUMBERS);
  kompass_chart_rows_free (self->rows);
  g_free (self->values);
  g_free (self->notes);
  g_free (self->columns);
  g_free (self);
}

static gboolean
try_columns (KompassDotsLayout *self,
             double             x,
             double             y,
             double             width,
             double             height,
             gboolean           tight)
{
  describe_rows (self, width);
  return kompass_chart_rows_fit (self->rows, x, y + self->head, width, height - self->head - FOOT * self->unit, tight) &&
         self->rows->length >= LEAST_AXIS * self->unit;
}

/**
 * kompass_dots_layout_fit:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 * @tight: whether a word may be broken if it is wider than its column, and the axis become as short as it must
 *
 * Finds a column width and a spacing of rows with which everything is whole and apart. Where the axis would become short,
 * the notes give way, then the values of the last series, down to those of the first.
 *
 * Returns: whether there is one; if not, @self is not fitted
 */
gboolean
kompass_dots_layout_fit (KompassDotsLayout *self,
                         double             x,
                         double             y,
                         double             width,
                         double             height,
                         gboolean           tight)
{
  gboolean fits;

  self->noted = TRUE;
  self->n_columns = self->n_series;
  fits = try_columns (self, x, y, width, height, tight);
  if (!fits)
    {
      self->noted = FALSE;
      fits = try_columns (self, x, y, width, height, tight);
    }
  while (!fits && self->n_columns > 1)
    {
      self->n_columns--;
      fits = try_columns (self, x, y, width, height, tight);
    }
  if (!fits && !(tight && kompass_chart_rows_fit (self->rows, x, y + self->head, width,
                                                   height - self->head - FOOT * self->unit, TRUE) &&
                 self->rows->length > 0))
    return FALSE;
  self->top = y;
  place_columns (self);
  return TRUE;
}

/**
 * kompass_dots_layout_fit_bare:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves the values and the numbers at the axis out, and if that is not enough the names of the rows, too: the only thing
 * left to do where they do not fit.
 */
void
kompass_dots_layout_fit_bare (KompassDotsLayout *self,
                              double             x,
                              double             y,
                              double             width,
                              double             height)
{
  self->n_columns = 0;
  self->noted = self->numbered = FALSE;
  self->top = y;
  describe_rows (self, width);
  y += MIN (FOOT * self->unit, height / 8);
  height -= 2 * MIN (FOOT * self->unit, height / 8);
  if (!kompass_chart_rows_fit (self->rows, x, y, width, height, TRUE) || self->rows->length <= 0)
    kompass_chart_rows_fit_bare (self->rows, x, y, width, height);
}

/**
 * kompass_dots_layout_get_height:
 * @self: a layout
 * @width: the room there is, in points
 * @least: whether to close up as far as the texts allow
 *
 * Returns: the height all of it needs, in points
 */
double
kompass_dots_layout_get_height (KompassDotsLayout *self,
                                double             width,
                                gboolean           least)
{
  /* Tried in all the height there could be, so that it tells how many columns there will be at this width. */
  if (!kompass_dots_layout_fit (self, 0, 0, width, 1e6, FALSE))
    kompass_dots_layout_fit (self, 0, 0, width, 1e6, TRUE);
  return self->head + kompass_chart_rows_get_height (self->rows, width, least) + FOOT * self->unit;
}

/**
 * kompass_dots_layout_get_x:
 * @self: a fitted layout
 * @ratio: a part of the axis
 *
 * Returns: where it is, in points
 */
double
kompass_dots_layout_get_x (const KompassDotsLayout *self,
                           double                   ratio)
{
  return self->rows->left + CLAMP (ratio, 0, 1) * self->rows->length;
}

/* Whether the marker of @series, moved by @lift, would hide one of those before it. */
static gboolean
hides (const KompassDotsLayout *self,
       guint                    series,
       guint                    category,
       double                   lift,
       const double            *lifts)
{
  double x = kompass_dots_layout_get_x (self, kompass_chart_get_ratio (self->chart, series, category));

  for (guint i = 0; i < series; i++)
    {
      double ratio = kompass_chart_get_ratio (self->chart, i, category);

      if (!isnan (ratio) && fabs (kompass_dots_layout_get_x (self, ratio) - x) < APART * self->unit &&
          fabs (lifts[i] - lift) < APART * 0.9 * self->unit)
        return TRUE;
    }
  return FALSE;
}

/**
 * kompass_dots_layout_locate:
 * @self: a fitted layout
 * @series: index of a series
 * @category: index of a category
 * @x: (out): in points
 * @y: (out): in points
 *
 * Finds the centre of a mark. What would hide another is moved above or below it; unknown values stand at the axis, and
 * those of more than one series, or beside a value near 0, side by side to the left of it, where no value can be.
 */
void
kompass_dots_layout_locate (const KompassDotsLayout *self,
                            guint                    series,
                            guint                    category,
                            double                  *x,
                            double                  *y)
{
  double lifts[KOMPASS_CHART_MOST_SERIES] = { 0 };
  double ratio = kompass_chart_get_ratio (self->chart, series, category);
  double step = MIN (LIFT * self->unit, self->rows->content / 3);

  *y = kompass_chart_rows_get_middle (self->rows, category);
  if (isnan (ratio))
    {
      *x = MAX (self->rows->left - missing_place (self, series, category) * self->gutter / MAX (self->n_places, 1),
                self->rows->x);
      return;
    }
  for (guint i = 1; i <= series; i++)
    {
      if (isnan (kompass_chart_get_ratio (self->chart, i, category)))
        continue;
      for (int place = 0; place < 3; place++)
        {
          lifts[i] = place == 0 ? 0 : place == 1 ? step : -step;
          if (!hides (self, i, category, lifts[i], lifts))
            break;
          lifts[i] = 0;
        }
    }
  *x = kompass_dots_layout_get_x (self, ratio);
  *y += lifts[series];
}
