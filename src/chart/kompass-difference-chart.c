/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Differences: where a value is higher or lower than a reference. A row for each category with bars from one zero to the
 * left and to the right, and the signed value at the outer end; the bars of several series stand together. */

#include "kompass-difference-chart.h"

#include <math.h>

#include "kompass-chart-legend.h"
#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"
#include "kompass-difference-layout.h"

#define LEGEND_GAP 9        /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define SIDE_GAP 7
#define ZERO_LINE 1.2

struct _KompassDifferenceChart
{
  KompassChart parent_instance;
  gboolean sorted;
};

G_DEFINE_FINAL_TYPE (KompassDifferenceChart, kompass_difference_chart, KOMPASS_TYPE_CHART)

/* One drawing of differences. */
typedef struct
{
  KompassChart *chart;
  const KompassChartStyle *style;
  KompassChartText *text;
  KompassChartLegend *legend;
  KompassDifferenceLayout *layout;
  double unit;
} Plot;

static void
plot_clear (Plot *plot)
{
  g_clear_pointer (&plot->layout, kompass_difference_layout_free);
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
  plot->layout = kompass_difference_layout_new (chart, plot->text, naming, KOMPASS_DIFFERENCE_CHART (chart)->sorted);
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
  double head = plot_prepare (place->plot, place->chart, place->width, place->style, kompass_chart_text_get_scale (step),
                              naming);

  return kompass_difference_layout_fit (place->plot->layout, place->x, place->y + head, place->width,
                                        place->height - head, naming != KOMPASS_CHART_NAMING_WORDS);
}

/* Rows close up first, then texts shrink, then words are broken, then names give way to their numbers; and where nothing
 * helps, texts are left out. */
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
  kompass_difference_layout_fit_bare (plot->layout, x, y + head, width, height - head);
}

/* One line from the first row to the last: everything is measured from it. */
static void
draw_zero (const Plot *plot,
           cairo_t    *cr)
{
  const KompassDifferenceLayout *layout = plot->layout;
  const KompassChartRows *rows = layout->rows;
  guint last = rows->order[rows->n - 1];
  double top = rows->tops[rows->order[0]] - MIN (2 * plot->unit, rows->gap / 2);
  double bottom = rows->tops[last] + rows->heights[last] + MIN (2 * plot->unit, rows->gap / 2);
  double line = MIN (ZERO_LINE * plot->unit, 0.01 * rows->length);

  top = MAX (top, layout->top);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_LIMIT);
  cairo_rectangle (cr, layout->zero - line / 2, top, line, bottom - top);
  cairo_fill (cr);
  if (!layout->headed)
    return;
  kompass_chart_label_draw (layout->lower, cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY,
                            layout->zero - SIDE_GAP * plot->unit - layout->lower->width, layout->top);
  kompass_chart_label_draw (layout->higher, cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY,
                            layout->zero + SIDE_GAP * plot->unit, layout->top);
}

/* No difference is a marker on the zero line, so that it is not taken for one that is unknown. */
/* Several references look as they do in the other charts, where what is evaluated is the first series. */
static guint
get_look (const Plot *plot,
          guint       series)
{
  return plot->layout->n_series > 1 ? series + 1 : series;
}

static void
draw_mark (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       category)
{
  const KompassDifferenceLayout *layout = plot->layout;
  double value = kompass_difference_layout_get_value (layout, series, category);
  double middle = kompass_difference_layout_get_middle (layout, series, category);
  double end = kompass_difference_layout_get_end (layout, series, category);
  double thickness = layout->n_series > 1 ? layout->pitch * 0.8 : layout->pitch;

  if (isnan (value))
    {
      kompass_chart_shape_draw_missing (cr, plot->style, get_look (plot, series), end, middle,
                                     MIN (layout->missing, 0.46 * layout->pitch));
      return;
    }
  kompass_chart_shape_draw_bar (cr, plot->style, get_look (plot, series), MIN (end, layout->zero), middle - thickness / 2,
                                fabs (end - layout->zero), thickness,
                                kompass_chart_get_series_mapped (plot->chart, series), plot->unit);
  if (layout->n_series > 1 || value == 0)
    kompass_chart_shape_draw_marker (cr, plot->style, get_look (plot, series), end, middle,
                                    MIN (plot->unit, layout->pitch / 10));
}

static void
draw_text (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       category)
{
  KompassChartLabel *value = plot->layout->values[series * plot->layout->rows->n + category];

  if (plot->layout->valued && value != NULL)
    kompass_chart_label_draw (value, cr, plot->style, KOMPASS_CHART_ROLE_TEXT,
                              kompass_difference_layout_get_text_x (plot->layout, series, category),
                              kompass_difference_layout_get_middle (plot->layout, series, category) - value->height / 2);
}

/* The name first, so that whoever reads the texts of a PDF hears it before the values. */
static void
draw_row (const Plot *plot,
          cairo_t    *cr,
          guint       category)
{
  kompass_chart_rows_draw_label (plot->layout->rows, cr, plot->style, category);
  for (guint series = 0; series < plot->layout->n_series; series++)
    {
      draw_mark (plot, cr, series, category);
      draw_text (plot, cr, series, category);
    }
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

  kompass_chart_shape_draw_sample (cr, plot->style, get_look (plot, entry), TRUE,
                                   kompass_chart_get_series_mapped (plot->chart, entry), x, y, width, plot->unit);
}

/* A mark's target is the whole width beside its name; the outermost ones of a row take half the gap to the next row with
 * them. */
static void
append_marks (const Plot *plot,
              GArray     *marks)
{
  const KompassDifferenceLayout *layout = plot->layout;

  for (guint series = 0; series < layout->n_series; series++)
    for (guint i = 0; i < layout->rows->n; i++)
      {
        KompassChartMark mark = { .series = series, .category = i };
        double top, bottom;

        mark.known = !isnan (kompass_difference_layout_get_value (layout, series, i));
        mark.x = kompass_difference_layout_get_end (layout, series, i);
        mark.y = kompass_difference_layout_get_middle (layout, series, i);
        kompass_chart_rows_get_target (layout->rows, i, &top, &bottom);
        if (series > 0)
          top = mark.y - layout->pitch / 2;
        if (series < layout->n_series - 1)
          bottom = mark.y + layout->pitch / 2;
        mark.bounds[0] = layout->rows->left - layout->rows->lead;
        mark.bounds[1] = top;
        mark.bounds[2] = layout->rows->right - mark.bounds[0];
        mark.bounds[3] = bottom - top;
        kompass_chart_append_mark (marks, &mark);
      }
}

/* Class functions */

static void
kompass_difference_chart_plot (KompassChart            *chart,
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
  draw_zero (&plot, cr);
  for (guint i = 0; i < plot.layout->rows->n; i++)
    draw_row (&plot, cr, plot.layout->rows->order[i]);
}

static void
kompass_difference_chart_measure (KompassChart            *chart,
                                  double                   width,
                                  const KompassChartStyle *style,
                                  double                  *minimum,
                                  double                  *natural)
{
  g_auto (Plot) plot = { 0 };

  if (minimum != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style, kompass_chart_text_get_scale (KOMPASS_CHART_N_SCALES - 1),
                                  KOMPASS_CHART_NAMING_WORDS);

      *minimum = head + kompass_difference_layout_get_height (plot.layout, width, TRUE);
    }
  if (natural != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style, 1, KOMPASS_CHART_NAMING_WORDS);

      *natural = head + kompass_difference_layout_get_height (plot.layout, width, FALSE);
    }
}

static void
kompass_difference_chart_class_init (KompassDifferenceChartClass *klass)
{
  KompassChartClass *chart_class = KOMPASS_CHART_CLASS (klass);

  chart_class->plot = kompass_difference_chart_plot;
  chart_class->measure = kompass_difference_chart_measure;
}

static void
kompass_difference_chart_init (KompassDifferenceChart *self)
{
}

/* Public functions */

/**
 * kompass_difference_chart_new:
 *
 * Creates a chart of differences without categories and series. Its values are differences, which may be negative; their
 * maximum is the maximum of what is compared, so that small differences are not drawn as if they were large.
 *
 * Returns: (transfer full): the chart
 */
KompassChart *
kompass_difference_chart_new (void)
{
  return g_object_new (KOMPASS_TYPE_DIFFERENCE_CHART, NULL);
}

/**
 * kompass_difference_chart_set_sorted:
 * @self: a chart of differences
 * @sorted: whether to sort
 *
 * Sorts the rows by the differences of the first series, the highest first, the lowest last, and then the unknown ones.
 * Off by default.
 */
void
kompass_difference_chart_set_sorted (KompassDifferenceChart *self,
                                     gboolean                sorted)
{
  g_return_if_fail (KOMPASS_IS_DIFFERENCE_CHART (self));
  self->sorted = sorted;
}
