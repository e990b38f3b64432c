/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of rounds: panels of one size in a grid, all with the same axis of time. */

#include "kompass-rounds-layout.h"

#include <math.h>

#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define PANEL_GAP 24          /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define ROW_GAP 16
#define LEAST_ROW_GAP 5
#define TITLE_GAP 3
#define YEAR_GAP 6
#define NUMBER_GAP 4
#define VALUE_GAP 5
#define PANEL_WIDTH 165
#define WIDEST_PANEL 330
#define NATURAL_HEIGHT 64
#define LEAST_HEIGHT 18
#define SHAPE 0.3             /* the natural height of a plot, as a part of its width */
#define TALLEST 150
#define BARE_SHARE 0.75       /* of a panel's height, where there are no texts */

static double
widest (KompassChartLabel **labels,
        guint               n)
{
  double width = 0;

  for (guint i = 0; i < n; i++)
    if (labels[i] != NULL)
      width = MAX (width, labels[i]->width);
  return width;
}

static double
value_height (const KompassRoundsLayout *self)
{
  return self->valued ? self->line_height + self->reach : self->reach;
}

static double
year_height (const KompassRoundsLayout *self)
{
  return self->valued && self->data->n_series > 0 ? YEAR_GAP * self->unit + self->years[0]->height : self->reach;
}

/* So wide that the values of two rounds do not touch, as far as that is reasonable. */
static double
wanted_width (const KompassRoundsLayout *self)
{
  const KompassRoundsData *data = self->data;
  double room = MAX (widest (self->values, data->n_series * data->n), widest (self->years, data->n_series)) +
                VALUE_GAP * self->unit;
  double wanted = PANEL_WIDTH * self->unit;
  double span = data->n_series > 0 ? data->times[data->order[data->n_series - 1]] - data->times[data->order[0]] : 0;

  for (guint i = 1; i < data->n_series && span > 0; i++)
    {
      double step = data->times[data->order[i]] - data->times[data->order[i - 1]];

      if (step > 0)
        wanted = MAX (wanted, self->gutter + 2 * self->inset + room * span / step);
    }
  return MIN (wanted, WIDEST_PANEL * self->unit);
}

static void
choose_columns (KompassRoundsLayout *self,
                double               width)
{
  double gap = PANEL_GAP * self->unit;
  double most = floor ((width + gap) / (wanted_width (self) + gap));

  self->n_columns = (guint) CLAMP (most, 1, MAX (self->data->n, 1));
  self->n_rows = (self->data->n + self->n_columns - 1) / self->n_columns;
  /* No row is left nearly empty where the panels can be shared out evenly. */
  self->n_columns = (self->data->n + self->n_rows - 1) / MAX (self->n_rows, 1);
  self->width = MIN ((width - (self->n_columns - 1) * gap) / self->n_columns, 1.6 * WIDEST_PANEL * self->unit);
  self->length = MAX (self->width - self->gutter, 0);
}

static double
title_height (const KompassRoundsLayout *self,
              guint                      row)
{
  double height = 0;

  for (guint i = row * self->n_columns; self->labelled && i < MIN ((row + 1) * self->n_columns, self->data->n); i++)
    height = MAX (height, kompass_chart_label_get_height_at (self->titles[i], self->width) + TITLE_GAP * self->unit);
  return height;
}

static gboolean
titles_are_whole (const KompassRoundsLayout *self)
{
  for (guint i = 0; self->labelled && i < self->data->n; i++)
    if (kompass_chart_label_get_narrowest (self->titles[i]) > self->width)
      return FALSE;
  return TRUE;
}

/* What everything but the plots takes. */
static double
fixed_height (const KompassRoundsLayout *self,
              double                     gap)
{
  double height = (self->n_rows - 1) * gap;

  for (guint i = 0; i < self->n_rows; i++)
    height += title_height (self, i) + value_height (self) + year_height (self);
  return height;
}

/* On a true axis of time; only markers that would hide one another are moved apart. */
static void
place_rounds (KompassRoundsLayout *self)
{
  const KompassRoundsData *data = self->data;
  double inset = MIN (self->inset, self->length / 2);
  double room = self->length - 2 * inset;
  double apart = MIN (2 * self->reach, data->n_series > 1 ? room / (data->n_series - 1) : room);
  double first = data->n_series > 0 ? data->times[data->order[0]] : 0;
  double span = data->n_series > 0 ? data->times[data->order[data->n_series - 1]] - first : 0;
  double shift = 0;

  for (guint i = 0; i < data->n_series; i++)
    {
      guint series = data->order[i];
      double wanted = inset + (span > 0 ? (data->times[series] - first) / span : 0.5) * room;

      self->offsets[series] = i > 0 ? MAX (wanted, self->offsets[data->order[i - 1]] + apart) : wanted;
      shift += self->offsets[series] - wanted;
    }
  if (shift <= 0)
    return;
  /* Those that were moved to the right give half of it back. */
  shift /= data->n_series;
  for (guint i = data->n_series; i > 0; i--)
    {
      guint series = data->order[i - 1];
      double most = i < data->n_series ? self->offsets[data->order[i]] - apart : inset + room;

      self->offsets[series] = MIN (span > 0 ? self->offsets[series] : self->offsets[series] - shift, most);
    }
}

static void
place_panels (KompassRoundsLayout *self,
              double               x,
              double               y,
              double               row_gap)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      double title = title_height (self, row);

      for (guint i = row * self->n_columns; i < MIN ((row + 1) * self->n_columns, self->data->n); i++)
        {
          KompassRoundsPanel *panel = &self->panels[i];

          panel->x = x + (i % self->n_columns) * (self->width + PANEL_GAP * self->unit);
          panel->y = y;
          panel->left = panel->x + self->gutter;
          panel->top = y + title + value_height (self);
          panel->bottom = panel->top + self->height;
        }
      y += title + value_height (self) + self->height + year_height (self) + row_gap;
    }
  for (guint i = 0; self->labelled && i < self->data->n; i++)
    kompass_chart_label_wrap (self->titles[i], self->width, PANGO_ALIGN_LEFT);
  place_rounds (self);
}

static void
measure_texts (KompassRoundsLayout *self,
               KompassChartText    *text,
               KompassChartNaming   naming)
{
  const KompassRoundsData *data = self->data;
  g_autoptr (KompassChartLabel) sample = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, "0");

  self->titles = g_new0 (KompassChartLabel *, data->n);
  self->limits = g_new0 (KompassChartLabel *, data->n);
  self->values = g_new0 (KompassChartLabel *, data->n_series * data->n);
  self->years = g_new0 (KompassChartLabel *, data->n_series);
  self->bands = g_new0 (KompassChartLabel *, data->n_series * data->n);
  self->zero = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, "0");
  self->line_height = sample->height;
  for (guint i = 0; i < data->n; i++)
    {
      g_autofree char *limit = g_strdup_printf ("%.0f", data->maxima[i]);

      self->titles[i] = kompass_chart_label_new_category (text, self->chart, i, naming);
      self->limits[i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, limit);
    }
  for (guint series = 0; series < data->n_series; series++)
    {
      self->years[series] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER,
                                                     kompass_chart_get_series_name (self->chart, series));
      for (guint i = 0; i < data->n; i++)
        {
          const KompassRoundsCell *cell = kompass_rounds_layout_get_cell (self, series, i);
          const char *label = kompass_chart_get_value (self->chart, series, i)->label;

          if (!isnan (kompass_rounds_layout_get_value (self, series, i)) && label != NULL && *label != '\0')
            self->values[series * data->n + i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_VALUE, label);
          if (cell->banded && cell->label != NULL)
            self->bands[series * data->n + i] = kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, cell->label);
        }
    }
}

/**
 * kompass_rounds_layout_new:
 * @chart: the chart
 * @text: the fonts
 * @naming: how the categories are named
 * @data: must stay there as long as the layout
 *
 * Measures the texts.
 *
 * Returns: (transfer full): a layout that has yet to be fitted
 */
KompassRoundsLayout *
kompass_rounds_layout_new (KompassChart            *chart,
                           KompassChartText        *text,
                           KompassChartNaming       naming,
                           const KompassRoundsData *data)
{
  KompassRoundsLayout *self = g_new0 (KompassRoundsLayout, 1);

  self->chart = chart;
  self->data = data;
  self->unit = kompass_chart_text_get_unit (text);
  self->reach = kompass_chart_shape_get_partial_radius (0, self->unit);
  self->labelled = self->valued = TRUE;
  self->panels = g_new0 (KompassRoundsPanel, data->n);
  self->offsets = g_new0 (double, data->n_series);
  measure_texts (self, text, naming);
  self->gutter = MAX (widest (self->limits, data->n), self->zero->width) + NUMBER_GAP * self->unit;
  self->inset = MAX (self->reach, MAX (widest (self->values, data->n_series * data->n),
                                       widest (self->years, data->n_series)) / 2);
  return self;
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
 * kompass_rounds_layout_free:
 * @self: a layout
 *
 * Frees @self.
 */
void
kompass_rounds_layout_free (KompassRoundsLayout *self)
{
  free_labels (self->titles, self->data->n);
  free_labels (self->limits, self->data->n);
  free_labels (self->values, self->data->n_series * self->data->n);
  free_labels (self->bands, self->data->n_series * self->data->n);
  free_labels (self->years, self->data->n_series);
  kompass_chart_label_free (self->zero);
  g_free (self->panels);
  g_free (self->offsets);
  g_free (self);
}

/**
 * kompass_rounds_layout_fit:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 * @tight: whether a word may be broken if it is wider than its panel
 *
 * Finds a grid in which everything is whole and apart: as it is natural at that width, or with more panels beside one
 * another where the height is short.
 *
 * Returns: whether there is one; if not, @self is not fitted
 */
gboolean
kompass_rounds_layout_fit (KompassRoundsLayout *self,
                           double               x,
                           double               y,
                           double               width,
                           double               height,
                           gboolean             tight)
{
  static const double gaps[] = { ROW_GAP, LEAST_ROW_GAP };

  choose_columns (self, width);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      double room = height - fixed_height (self, gaps[i] * self->unit);

      if ((!tight && !titles_are_whole (self)) || room < LEAST_HEIGHT * self->unit * self->n_rows ||
          self->length < 2 * self->inset)
        continue;
      self->height = MIN (room / MAX (self->n_rows, 1), TALLEST * self->unit);
      place_panels (self, x, y, gaps[i] * self->unit);
      return TRUE;
    }
  return FALSE;
}

/**
 * kompass_rounds_layout_fit_bare:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves the texts out: the only thing left to do where they do not fit.
 */
void
kompass_rounds_layout_fit_bare (KompassRoundsLayout *self,
                                double               x,
                                double               y,
                                double               width,
                                double               height)
{
  double row;

  self->labelled = self->valued = FALSE;
  self->gutter = 0;
  self->n_columns = (guint) CLAMP (ceil (sqrt (self->data->n * width / MAX (height, 1))), 1, MAX (self->data->n, 1));
  self->n_rows = (self->data->n + self->n_columns - 1) / self->n_columns;
  row = height / MAX (self->n_rows, 1);
  self->reach = MIN (self->reach, row / 8);
  self->inset = self->reach;
  self->width = MAX ((width - (self->n_columns - 1) * PANEL_GAP * self->unit) / self->n_columns, 0);
  self->length = self->width;
  self->height = MAX (BARE_SHARE * row - 2 * self->reach, 0);
  place_panels (self, x, y, (1 - BARE_SHARE) * row);
}

/**
 * kompass_rounds_layout_get_height:
 * @self: a layout
 * @width: the room there is, in points
 * @least: whether to close up as far as the texts allow
 *
 * Returns: the height all of it needs, in points
 */
double
kompass_rounds_layout_get_height (KompassRoundsLayout *self,
                                  double               width,
                                  gboolean             least)
{
  choose_columns (self, width);
  return fixed_height (self, (least ? LEAST_ROW_GAP : ROW_GAP) * self->unit) +
         self->n_rows * (least ? LEAST_HEIGHT * self->unit
                               : CLAMP (SHAPE * self->width, NATURAL_HEIGHT * self->unit, TALLEST * self->unit));
}

/**
 * kompass_rounds_layout_get_cell:
 * @self: a layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: what there is to that category of that round
 */
const KompassRoundsCell *
kompass_rounds_layout_get_cell (const KompassRoundsLayout *self,
                                guint                      series,
                                guint                      category)
{
  return &self->data->cells[series * self->data->n + category];
}

/**
 * kompass_rounds_layout_get_value:
 * @self: a layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: the value, or NAN where it is unknown or absent
 */
double
kompass_rounds_layout_get_value (const KompassRoundsLayout *self,
                                 guint                      series,
                                 guint                      category)
{
  double value = kompass_chart_get_value (self->chart, series, category)->value;

  return isfinite (value) && !kompass_rounds_layout_get_cell (self, series, category)->absent ? value : NAN;
}

/**
 * kompass_rounds_layout_get_x:
 * @self: a fitted layout
 * @series: index of a series
 * @category: index of a category
 *
 * Returns: where the round is in that panel, in points
 */
double
kompass_rounds_layout_get_x (const KompassRoundsLayout *self,
                             guint                      series,
                             guint                      category)
{
  return self->panels[category].left + self->offsets[series];
}

/**
 * kompass_rounds_layout_get_y:
 * @self: a fitted layout
 * @value: a value
 * @category: index of a category
 *
 * Returns: where the value is in that panel, in points
 */
double
kompass_rounds_layout_get_y (const KompassRoundsLayout *self,
                             double                     value,
                             guint                      category)
{
  const KompassRoundsPanel *panel = &self->panels[category];

  return panel->bottom - CLAMP (value / self->data->maxima[category], 0, 1) * (panel->bottom - panel->top);
}

/**
 * kompass_rounds_layout_get_segments:
 * @self: a fitted layout
 * @place: of a round in time
 * @category: index of a category
 * @segments: (out) (array fixed-size=2): what joins it with the next one
 *
 * Finds the line to the next round. Across editions, where the comparison is a band, there are two: to both its ends.
 *
 * Returns: how many there are; 0 where nothing is joined, or one of the two values is unknown
 */
guint
kompass_rounds_layout_get_segments (const KompassRoundsLayout *self,
                                    guint                      place,
                                    guint                      category,
                                    KompassRoundsSegment      *segments)
{
  guint from = self->data->order[place];
  guint to = place + 1 < self->data->n_series ? self->data->order[place + 1] : from;
  double start = kompass_rounds_layout_get_value (self, from, category);
  double end = kompass_rounds_layout_get_value (self, to, category);
  const KompassRoundsCell *next = kompass_rounds_layout_get_cell (self, to, category);
  KompassChartLink link = kompass_rounds_layout_get_cell (self, from, category)->link;
  gboolean banded = link == KOMPASS_CHART_LINK_DASHED && next->banded;

  if (from == to || link == KOMPASS_CHART_LINK_NONE || isnan (start) || isnan (end))
    return 0;
  for (guint i = 0; i < 2; i++)
    segments[i] = (KompassRoundsSegment) {
      kompass_rounds_layout_get_x (self, from, category),
      kompass_rounds_layout_get_y (self, start, category),
      kompass_rounds_layout_get_x (self, to, category),
      kompass_rounds_layout_get_y (self, !banded ? end : i == 0 ? next->low : next->high, category),
    };
  return banded ? 2 : 1;
}
