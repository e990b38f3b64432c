/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars: how much per category. Each bar starts at 0 and lies on a track as long as its maximum, with the value at
 * its end; the bars of several series stand together. */

#include "kompass-bars-chart.h"

#include <math.h>

#include "kompass-bars-layout.h"
#include "kompass-chart-legend.h"
#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"

#define LEGEND_GAP 9        /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define NAME_GAP 7
#define MISSING_RADIUS 4.6

struct _KompassBarsChart
{
  KompassChart parent_instance;
};

G_DEFINE_FINAL_TYPE (KompassBarsChart, kompass_bars_chart, KOMPASS_TYPE_CHART)

/* One drawing of bars. */
typedef struct
{
  KompassChart *chart;
  const KompassChartStyle *style;
  KompassChartText *text;
  KompassChartLegend *legend;
  KompassBarsLayout *layout;
  double unit;
} Plot;

static void
plot_clear (Plot *plot)
{
  g_clear_pointer (&plot->layout, kompass_bars_layout_free);
  g_clear_pointer (&plot->legend, kompass_chart_legend_free);
  g_clear_pointer (&plot->text, kompass_chart_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plot, plot_clear)

/* Measures all texts at @scale. Returns the height of the legend and of the gap below it. */
static double
plot_prepare (Plot                    *plot,
              KompassChart            *chart,
              double                   width,
              const KompassChartStyle *style,
              double                   scale,
              KompassChartNaming       naming)
{
  plot_clear (plot);
  plot->chart = chart;
  plot->style = style;
  plot->text = kompass_chart_text_new (style, scale);
  plot->unit = kompass_chart_text_get_unit (plot->text);
  plot->layout = kompass_bars_layout_new (chart, plot->text, naming);
  if (plot->layout->n_series == 0 || kompass_chart_is_named_by_title (chart, style))
    return 0;
  plot->legend = kompass_chart_legend_new (chart, plot->text, NULL, width);
  return kompass_chart_legend_get_height (plot->legend) + LEGEND_GAP * plot->unit;
}

/* A plot, and where it is to be. */
typedef struct
{
  Plot *plot;
  KompassChart *chart;
  double x;
  double y;
  double width;
  double height;
  const KompassChartStyle *style;
} Place;

static gboolean
plot_try (gpointer           data,
          guint              step,
          KompassChartNaming naming)
{
  const Place *place = data;
  Plot *plot = place->plot;
  gboolean broken = naming != KOMPASS_CHART_NAMING_WORDS;
  double head = plot_prepare (plot, place->chart, place->width, place->style, kompass_chart_text_get_scale (step), naming);

  /* Names at the bars are read without looking away; then no legend is needed. */
  if (plot->legend != NULL &&
      kompass_bars_layout_fit (plot->layout, place->x, place->y, place->width, place->height, broken) &&
      plot->layout->named)
    {
      g_clear_pointer (&plot->legend, kompass_chart_legend_free);
      return TRUE;
    }
  if (!kompass_bars_layout_fit (plot->layout, place->x, place->y + head, place->width, place->height - head, broken))
    return FALSE;
  plot->layout->named = FALSE;
  return TRUE;
}

/* Rows close up first, then texts shrink, then words are broken, then names give way to their numbers; and where
 * nothing helps, texts are left out. */
static void
plot_fit (Plot                    *plot,
          KompassChart            *chart,
          double                   x,
          double                   y,
          double                   width,
          double                   height,
          const KompassChartStyle *style)
{
  Place place = { plot, chart, x, y, width, height, style };
  double head;

  if (kompass_chart_label_fit (chart, plot_try, &place))
    return;
  head = kompass_chart_legend_give_way (&plot->legend, LEGEND_GAP * plot->unit, height);
  kompass_bars_layout_fit_bare (plot->layout, x, y + head, width, height - head);
}

static double
middle_of (const Plot *plot,
           guint       series,
           guint       row)
{
  return kompass_bars_layout_get_top (plot->layout, series, row) + plot->layout->pitch / 2;
}

static double
end_of (const Plot *plot,
        guint       series,
        guint       row)
{
  double ratio = kompass_chart_get_ratio (plot->chart, series, row);

  return plot->layout->rows->left + (isnan (ratio) ? 0 : ratio * plot->layout->rows->length);
}

static void
draw_track (const Plot *plot,
            cairo_t    *cr,
            guint       series,
            guint       row)
{
  const KompassBarsLayout *layout = plot->layout;
  double thickness = kompass_bars_layout_get_thickness (plot->layout);
  double top = middle_of (plot, series, row) - thickness / 2;
  double line = MIN (plot->unit, 0.01 * layout->rows->length);

  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_TRACK);
  cairo_rectangle (cr, layout->rows->left, top, layout->rows->length, thickness);
  cairo_fill (cr);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_LIMIT);
  cairo_rectangle (cr, layout->rows->left + layout->rows->length - line, top, line, thickness);
  cairo_fill (cr);
}

/* One line at 0 for each row, so that the rows of unknown values have their axis, too. */
static void
draw_axis (const Plot *plot,
           cairo_t    *cr,
           guint       row)
{
  double line = MIN (plot->unit, 0.01 * plot->layout->rows->length);
  double top = kompass_bars_layout_get_top (plot->layout, 0, row);
  double inset = (plot->layout->pitch - kompass_bars_layout_get_thickness (plot->layout)) / 2;

  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_LIMIT);
  cairo_rectangle (cr, plot->layout->rows->left - line, top + inset, line,
                   plot->layout->pitch * plot->layout->n_series - 2 * inset);
  cairo_fill (cr);
}

static void
draw_texts (const Plot *plot,
            cairo_t    *cr,
            guint       series,
            guint       row)
{
  const KompassBarsLayout *layout = plot->layout;
  KompassChartLabel *value = layout->values[series * layout->n_rows + row];
  double x = kompass_bars_layout_get_text_x (plot->layout, series, row);
  double middle = middle_of (plot, series, row);

  if (layout->valued && value != NULL)
    {
      kompass_chart_label_draw (value, cr, plot->style, KOMPASS_CHART_ROLE_TEXT, x, middle - value->height / 2);
      x += value->width + NAME_GAP * plot->unit;
    }
  if (layout->named && row == 0)
    kompass_chart_label_draw (layout->names[series], cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY, x,
                              middle - layout->names[series]->height / 2);
}

static void
draw_mark (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       row)
{
  double thickness = kompass_bars_layout_get_thickness (plot->layout);
  double middle = middle_of (plot, series, row);
  double end = end_of (plot, series, row);
  double unit = MIN (plot->unit, plot->layout->pitch / 10);

  if (isnan (kompass_chart_get_ratio (plot->chart, series, row)))
    {
      kompass_chart_shape_draw_missing (cr, plot->style, series, plot->layout->rows->left, middle,
                                        MIN (MISSING_RADIUS * plot->unit, 0.46 * plot->layout->pitch));
      return;
    }
  kompass_chart_shape_draw_bar (cr, plot->style, series, plot->layout->rows->left, middle - thickness / 2,
                                end - plot->layout->rows->left, thickness,
                                kompass_chart_get_series_mapped (plot->chart, series), plot->unit);
  if (kompass_chart_get_value (plot->chart, series, row)->partial)
    kompass_chart_shape_draw_partial (cr, plot->style, series, end, middle, unit);
  else if (plot->layout->n_series > 1)
    kompass_chart_shape_draw_marker (cr, plot->style, series, end, middle, unit);
}

static void
draw_sample (gpointer  data,
             cairo_t  *cr,
             guint     entry,
             double    x,
             double    y,
             double    width)
{
  const Plot *plot = data;

  kompass_chart_shape_draw_sample (cr, plot->style, entry, TRUE, kompass_chart_get_series_mapped (plot->chart, entry), x,
                                   y, width, plot->unit);
}

static void
draw_row (const Plot *plot,
          cairo_t    *cr,
          guint       row)
{
  const KompassBarsLayout *layout = plot->layout;

  for (guint i = 0; i < layout->n_series; i++)
    if (!isnan (kompass_chart_get_ratio (plot->chart, i, row)))
      draw_track (plot, cr, i, row);
  draw_axis (plot, cr, row);
  for (guint i = 0; i < layout->n_series; i++)
    {
      draw_mark (plot, cr, i, row);
      draw_texts (plot, cr, i, row);
    }
  kompass_chart_rows_draw_label (layout->rows, cr, plot->style, row);
}

/* A mark's target is its whole track with the text behind it; the outermost ones of a row take half the gap to the
 * next row with them. */
static void
append_marks (const Plot *plot,
              GArray     *marks)
{
  const KompassBarsLayout *layout = plot->layout;

  for (guint series = 0; series < layout->n_series; series++)
    for (guint row = 0; row < layout->n_rows; row++)
      {
        double top = kompass_bars_layout_get_top (plot->layout, series, row);
        double bottom = top + layout->pitch;
        double row_top, row_bottom;
        KompassChartMark mark = { .series = series, .category = row };

        kompass_chart_rows_get_target (layout->rows, row, &row_top, &row_bottom);
        if (series == 0)
          top = row_top;
        if (series == layout->n_series - 1)
          bottom = row_bottom;
        mark.known = !isnan (kompass_chart_get_ratio (plot->chart, series, row));
        mark.x = end_of (plot, series, row);
        mark.y = middle_of (plot, series, row);
        mark.bounds[0] = layout->rows->left - MISSING_RADIUS * plot->unit;
        mark.bounds[1] = top;
        mark.bounds[2] = layout->rows->right - mark.bounds[0];
        mark.bounds[3] = bottom - top;
        kompass_chart_append_mark (marks, &mark);
      }
}

/* Class functions */

static void
kompass_bars_chart_plot (KompassChart            *chart,
                         cairo_t                 *cr,
                         double                   x,
                         double                   y,
                         double                   width,
                         double                   height,
                         const KompassChartStyle *style,
                         GArray                  *marks)
{
  g_auto (Plot) plot = { 0 };

  plot_fit (&plot, chart, x, y, width, height, style);
  append_marks (&plot, marks);
  if (cr == NULL)
    return;

  if (plot.legend != NULL)
    kompass_chart_legend_draw (plot.legend, cr, style, draw_sample, &plot, x, y);
  for (guint i = 0; i < plot.layout->n_rows; i++)
    draw_row (&plot, cr, i);
}

static void
kompass_bars_chart_measure (KompassChart            *chart,
                            double                   width,
                            const KompassChartStyle *style,
                            double                  *minimum,
                            double                  *natural)
{
  g_auto (Plot) plot = { 0 };

  if (minimum != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style,
                                  kompass_chart_text_get_scale (KOMPASS_CHART_N_SCALES - 1),
                                  KOMPASS_CHART_NAMING_WORDS);

      *minimum = head + kompass_bars_layout_get_height (plot.layout, width, TRUE);
    }
  if (natural != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style, 1, KOMPASS_CHART_NAMING_WORDS);

      *natural = head + kompass_bars_layout_get_height (plot.layout, width, FALSE);
    }
}

static void
kompass_bars_chart_class_init (KompassBarsChartClass *klass)
{
  KompassChartClass *chart_class = KOMPASS_CHART_CLASS (klass);

  chart_class->plot = kompass_bars_chart_plot;
  chart_class->measure = kompass_bars_chart_measure;
}

static void
kompass_bars_chart_init (KompassBarsChart *self)
{
}

/* Public functions */

/**
 * kompass_bars_chart_new:
 *
 * Creates bars without categories and series.
 *
 * Returns: (transfer full): the chart
 */
KompassChart *
kompass_bars_chart_new (void)
{
  return g_object_new (KOMPASS_TYPE_BARS_CHART, NULL);
}
