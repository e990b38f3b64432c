/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key to a chart's series: a sample of each, and its whole name, in the order of the data. */

#include "kompass-chart-legend.h"

#include "kompass-chart-palette.h"

#define SAMPLE 32   /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define MARKER 20   /* of a sample that has no line */
#define SPACE 7
#define COLUMN_GAP 20
#define ROW_GAP 3

struct _KompassChartLegend
{
  GPtrArray *names;     /* KompassChartLabel */
  double unit;
  double sample;
  guint n_columns;
  double *columns;      /* left edge of each */
  double height;
};

/* The width of the widest name in column @column of @n_columns. */
static double
column_width (KompassChartLegend *self,
              guint               column,
              guint               n_columns)
{
  double width = 0;

  for (guint i = column; i < self->names->len; i += n_columns)
    {
      KompassChartLabel *name = g_ptr_array_index (self->names, i);

      width = MAX (width, name->width);
    }
  return width + self->sample + SPACE * self->unit;
}

static gboolean
fits (KompassChartLegend *self,
      guint               n_columns,
      double              width)
{
  double x = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = x;
      x += column_width (self, i, n_columns) + COLUMN_GAP * self->unit;
    }
  return x - COLUMN_GAP * self->unit <= width;
}

static double
row_height (KompassChartLegend *self,
            guint               row)
{
  double height = 0;

  for (guint i = row * self->n_columns; i < MIN ((row + 1) * self->n_columns, self->names->len); i++)
    {
      KompassChartLabel *name = g_ptr_array_index (self->names, i);

      height = MAX (height, name->height);
    }
  return height;
}

static guint
n_rows (KompassChartLegend *self)
{
  return (self->names->len + self->n_columns - 1) / self->n_columns;
}

/**
 * kompass_chart_legend_new:
 * @chart: the chart whose series are to be named
 * @text: the fonts
 * @others: (nullable) (array zero-terminated=1): names of what else the chart shows, behind those of the series; %NULL
 *   where series are lines or bars and there is nothing else
 * @width: the room there is, in points
 *
 * Lays the legend out: in as many columns as there is room for whole names; a name that is wider than @width alone is
 * wrapped.
 *
 * Returns: (transfer full): the legend
 */
KompassChartLegend *
kompass_chart_legend_new (KompassChart       *chart,
                          KompassChartText   *text,
                          const char * const *others,
                          double              width)
{
  KompassChartLegend *self = g_new0 (KompassChartLegend, 1);
  guint n_series = kompass_chart_get_n_series (chart);

  self->unit = kompass_chart_text_get_unit (text);
  self->sample = (others != NULL ? MARKER : SAMPLE) * self->unit;
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_chart_label_free);
  for (guint i = 0; i < n_series; i++)
    g_ptr_array_add (self->names, kompass_chart_label_new (text, KOMPASS_CHART_FONT_LEGEND,
                                                           kompass_chart_get_series_name (chart, i)));
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    g_ptr_array_add (self->names, kompass_chart_label_new (text, KOMPASS_CHART_FONT_LEGEND, others[i]));

  self->n_columns = MAX (self->names->len, 1);
  self->columns = g_new0 (double, self->n_columns);
  while (self->n_columns > 1 && !fits (self, self->n_columns, width))
    self->n_columns--;
  if (self->n_columns == 1)
    for (guint i = 0; i < self->names->len; i++)
      kompass_chart_label_wrap (g_ptr_array_index (self->names, i), width - self->sample - SPACE * self->unit,
                                PANGO_ALIGN_LEFT);

  for (guint i = 0; i < n_rows (self); i++)
    self->height += row_height (self, i) + (i > 0 ? ROW_GAP * self->unit : 0);
  return self;
}

/**
 * kompass_chart_legend_free:
 * @self: a legend
 *
 * Frees @self.
 */
void
kompass_chart_legend_free (KompassChartLegend *self)
{
  g_ptr_array_unref (self->names);
  g_free (self->columns);
  g_free (self);
}

/**
 * kompass_chart_legend_get_height:
 * @self: a legend
 *
 * Returns: its height in points
 */
double
kompass_chart_legend_get_height (KompassChartLegend *self)
{
  return self->height;
}

/**
 * kompass_chart_legend_give_way:
 * @legend: (inout) (nullable): a legend, %NULL afterwards if it would take more than half the room
 * @gap: between the legend and the plot, in points
 * @height: of the room for both, in points
 *
 * Returns: what the legend and the gap take of the room, in points
 */
double
kompass_chart_legend_give_way (KompassChartLegend **legend,
                               double               gap,
                               double               height)
{
  double head = *legend != NULL ? kompass_chart_legend_get_height (*legend) + gap : 0;

  if (head <= height / 2)
    return head;
  g_clear_pointer (legend, kompass_chart_legend_free);

  return 0;
}

/**
 * kompass_chart_legend_draw:
 * @self: a legend
 * @cr: where to draw
 * @style: how to draw
 * @sample: draws what stands before a name
 * @data: for @sample
 * @x: the left edge, in points
 * @y: the top edge, in points
 *
 * Draws the legend.
 */
void
kompass_chart_legend_draw (KompassChartLegend      *self,
                           cairo_t                 *cr,
                           const KompassChartStyle *style,
                           KompassChartSample       sample,
                           gpointer                 data,
                           double                   x,
                           double                   y)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      KompassChartLabel *name = g_ptr_array_index (self->names, i);
      double left = x + self->columns[i % self->n_columns];

      if (i > 0 && i % self->n_columns == 0)
        y += row_height (self, i / self->n_columns - 1) + ROW_GAP * self->unit;
      sample (data, cr, i, left, y + name->line_height / 2, self->sample);
      kompass_chart_label_draw (name, cr, style, KOMPASS_CHART_ROLE_TEXT, left + self->sample + SPACE * self->unit, y);
    }
}
