/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The radar, a picture of a profile: a spoke for each category, the first at twelve o'clock, the others clockwise; 0 in
 * the centre, the maximum at the outermost ring; a line with markers for each series.
 *
 * The series are named in a legend, not at their lines: the lines of profiles cross, so that a name at one line would
 * stand in another. */

#include "kompass-radar-chart.h"

#include <math.h>

#include "kompass-chart-legend.h"
#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"
#include "kompass-radar-numbers.h"

#define LEGEND_GAP 8          /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define MISSING_RADIUS 4.6
#define NATURAL_HEIGHT 320
#define LEAST_HEIGHT 160
#define LEAST_SHARE 0.2       /* of the plot's shorter side, before texts are shrunk to win room */
#define LEAST_RADIUS 12

struct _KompassRadarChart
{
  KompassChart parent_instance;
  gboolean fill;
};

G_DEFINE_FINAL_TYPE (KompassRadarChart, kompass_radar_chart, KOMPASS_TYPE_CHART)

/* One drawing of a radar. */
typedef struct
{
  KompassChart *chart;
  const KompassChartStyle *style;
  KompassChartText *text;
  KompassChartLegend *legend;
  KompassRadarLayout *layout;
  guint n_series;
  guint n_spokes;
  double unit;
} Plot;

static void
plot_clear (Plot *plot)
{
  g_clear_pointer (&plot->layout, kompass_radar_layout_free);
  g_clear_pointer (&plot->legend, kompass_chart_legend_free);
  g_clear_pointer (&plot->text, kompass_chart_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plot, plot_clear)

/* Prepares the fonts and the legend at @scale. Returns the height of the legend and of the gap below it. */
static double
plot_prepare (Plot                    *plot,
              KompassChart            *chart,
              double                   width,
              const KompassChartStyle *style,
              double                   scale)
{
  plot_clear (plot);
  plot->chart = chart;
  plot->style = style;
  plot->n_series = kompass_chart_get_n_series (chart);
  plot->n_spokes = kompass_chart_get_n_categories (chart);
  plot->text = kompass_chart_text_new (style, scale);
  plot->unit = kompass_chart_text_get_unit (plot->text);
  if (plot->n_series == 0 || kompass_chart_is_named_by_title (chart, style))
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
  gboolean last = step == KOMPASS_CHART_N_SCALES - 1;
  double head = plot_prepare (plot, place->chart, place->width, place->style, kompass_chart_text_get_scale (step));

  plot->layout = kompass_radar_layout_new (place->chart, plot->text, naming);
  return kompass_radar_layout_fit (plot->layout, place->x, place->y + head, place->width, place->height - head,
                                   last ? LEAST_RADIUS : LEAST_SHARE * MIN (place->width, place->height));
}

/* Texts keep their size as long as the radar is not dwarfed by them; then they shrink; then words are broken; then
 * names give way to their numbers; and where nothing helps, there are no labels. */
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
  kompass_radar_layout_fit_unlabelled (plot->layout, x, y + head, width, height - head);
}

/* The hollow mark of an unknown value stands where its spoke leaves the centre; just so far out that the marks of
 * neighbours stay apart, and those of several series side by side. */
static double
locate_missing (const Plot *plot,
                guint       series,
                guint       spoke,
                double     *x,
                double     *y)
{
  double spread = sin (G_PI / plot->n_spokes);
  double radius = CLAMP (0.3 * plot->layout->radius * spread, 1, MISSING_RADIUS * plot->unit);
  double distance = MAX ((radius + plot->unit / 2) / spread, 2 * radius);

  for (guint i = 0; i < series; i++)
    if (isnan (kompass_chart_get_ratio (plot->chart, i, spoke)))
      distance += 2 * radius + plot->unit;
  distance = MIN (distance, plot->layout->radius);
  *x = plot->layout->x + distance * plot->layout->spokes[spoke].dx;
  *y = plot->layout->y + distance * plot->layout->spokes[spoke].dy;
  return radius;
}

static void
trace_ring (const Plot *plot,
            cairo_t    *cr,
            double      ratio)
{
  cairo_new_path (cr);
  for (guint i = 0; i < plot->n_spokes; i++)
    {
      double x, y;

      kompass_radar_layout_locate (plot->layout, i, ratio, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw_grid (const Plot *plot,
           cairo_t    *cr)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.75 * plot->unit);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_GRID);
  for (guint i = 0; i < plot->n_spokes; i++)
    {
      double x, y;

      kompass_radar_layout_locate (plot->layout, i, 1, &x, &y);
      cairo_move_to (cr, plot->layout->x, plot->layout->y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
  for (guint ring = 1; ring < KOMPASS_RADAR_N_RINGS; ring++)
    {
      trace_ring (plot, cr, (double) ring / KOMPASS_RADAR_N_RINGS);
      cairo_stroke (cr);
    }
  trace_ring (plot, cr, 1);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_FRAME);
  cairo_set_line_width (cr, plot->unit);
  cairo_stroke (cr);
}

static void
draw_labels (const Plot *plot,
             cairo_t    *cr)
{
  for (guint i = 0; plot->layout->labelled && i < plot->n_spokes; i++)
    {
      const KompassRadarSpoke *spoke = &plot->layout->spokes[i];
      double slack = spoke->width - spoke->label->width;
      PangoAlignment alignment = pango_layout_get_alignment (spoke->label->layout);

      if (alignment == PANGO_ALIGN_CENTER)
        slack /= 2;
      else if (spoke->dx > 0)
        slack = 0;
      kompass_chart_label_draw (spoke->label, cr, plot->style, KOMPASS_CHART_ROLE_TEXT,
                                plot->layout->x + spoke->x + slack, plot->layout->y + spoke->y);
    }
}

/* The line from each known value to the next, starting behind a gap if there is one, so that each piece is one path and
 * its dashes run on. */
static gboolean
trace_line (const Plot *plot,
            cairo_t    *cr,
            guint       series)
{
  guint first = 0;
  guint n_known = 0;

  for (guint i = 0; i < plot->n_spokes; i++)
    {
      if (isnan (kompass_chart_get_ratio (plot->chart, series, i)))
        first = i + 1;
      else
        n_known++;
    }

  cairo_new_path (cr);
  for (guint i = 0; i < plot->n_spokes; i++)
    {
      guint spoke = (first + i) % plot->n_spokes;
      double ratio = kompass_chart_get_ratio (plot->chart, series, spoke);
      double x, y;

      if (isnan (ratio))
        {
          cairo_new_sub_path (cr);
          continue;
        }
      kompass_radar_layout_locate (plot->layout, spoke, ratio, &x, &y);
      cairo_line_to (cr, x, y);
    }
  if (n_known < plot->n_spokes)
    return FALSE;
  cairo_close_path (cr);
  return TRUE;
}

static void
draw_fill (const Plot *plot,
           cairo_t    *cr)
{
  /* The area inside a profile with gaps would be invented. */
  if (plot->n_series != 1 || !KOMPASS_RADAR_CHART (plot->chart)->fill || !trace_line (plot, cr, 0))
    return;
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_FILL);
  cairo_fill (cr);
}

static void
draw_series (const Plot *plot,
             cairo_t    *cr,
             guint       series)
{
  trace_line (plot, cr, series);
  kompass_chart_shape_set_line (cr, series, kompass_chart_get_series_mapped (plot->chart, series), plot->unit);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_SERIES + series);
  cairo_stroke (cr);

  for (guint i = 0; i < plot->n_spokes; i++)
    {
      double ratio = kompass_chart_get_ratio (plot->chart, series, i);
      double x, y;

      if (isnan (ratio))
        {
          double radius = locate_missing (plot, series, i, &x, &y);

          kompass_chart_shape_draw_missing (cr, plot->style, series, x, y, radius);
          continue;
        }
      kompass_radar_layout_locate (plot->layout, i, ratio, &x, &y);
      if (kompass_chart_get_value (plot->chart, series, i)->partial)
        kompass_chart_shape_draw_partial (cr, plot->style, series, x, y, plot->unit);
      else
        kompass_chart_shape_draw_marker (cr, plot->style, series, x, y, plot->unit);
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

  kompass_chart_shape_draw_sample (cr, plot->style, entry, FALSE, kompass_chart_get_series_mapped (plot->chart, entry), x,
                                   y, width, plot->unit);
}

static void
append_marks (const Plot *plot,
              GArray     *marks)
{
  for (guint series = 0; series < plot->n_series; series++)
    for (guint i = 0; i < plot->n_spokes; i++)
      {
        double ratio = kompass_chart_get_ratio (plot->chart, series, i);
        double side = MAX (KOMPASS_CHART_TARGET, 2 * kompass_chart_shape_get_radius (series, plot->unit));
        KompassChartMark mark = { .series = series, .category = i, .known = !isnan (ratio) };

        if (mark.known)
          kompass_radar_layout_locate (plot->layout, i, ratio, &mark.x, &mark.y);
        else
          locate_missing (plot, series, i, &mark.x, &mark.y);
        mark.bounds[0] = mark.x - side / 2;
        mark.bounds[1] = mark.y - side / 2;
        mark.bounds[2] = side;
        mark.bounds[3] = side;
        kompass_chart_append_mark (marks, &mark);
      }
}

/* Class functions */

static void
kompass_radar_chart_plot (KompassChart            *chart,
                          cairo_t                 *cr,
                          double                   x,
                          double                   y,
                          double                   width,
                          double                   height,
                          const KompassChartStyle *style,
                          GArray                  *marks)
{
  g_auto (Plot) plot = { 0 };

  /* Two spokes span no area. */
  if (kompass_chart_get_n_categories (chart) < 3)
    return;

  plot_fit (&plot, chart, x, y, width, height, style);
  append_marks (&plot, marks);
  if (cr == NULL)
    return;

  if (plot.legend != NULL)
    kompass_chart_legend_draw (plot.legend, cr, style, draw_sample, &plot, x, y);
  draw_fill (&plot, cr);
  draw_grid (&plot, cr);
  kompass_radar_numbers_draw (plot.layout, chart, plot.text, cr, style);
  draw_labels (&plot, cr);
  /* The first series is the one the chart is about: it lies on top. */
  for (guint i = plot.n_series; i > 0; i--)
    draw_series (&plot, cr, i - 1);
}

static void
kompass_radar_chart_measure (KompassChart            *chart,
                             double                   width,
                             const KompassChartStyle *style,
                             double                  *minimum,
                             double                  *natural)
{
  g_auto (Plot) plot = { 0 };

  if (minimum != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style,
                                  kompass_chart_text_get_scale (KOMPASS_CHART_N_SCALES - 1));

      *minimum = head + MIN (LEAST_HEIGHT * plot.unit, 0.5 * width);
    }
  if (natural != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style, 1);

      *natural = head + MIN (NATURAL_HEIGHT * plot.unit, width);
    }
}

static void
kompass_radar_chart_class_init (KompassRadarChartClass *klass)
{
  KompassChartClass *chart_class = KOMPASS_CHART_CLASS (klass);

  chart_class->plot = kompass_radar_chart_plot;
  chart_class->measure = kompass_radar_chart_measure;
}

static void
kompass_radar_chart_init (KompassRadarChart *self)
{
}

/* Public functions */

/**
 * kompass_radar_chart_new:
 *
 * Creates a radar without categories and series. With fewer than three categories it draws no plot.
 *
 * Returns: (transfer full): the chart
 */
KompassChart *
kompass_radar_chart_new (void)
{
  return g_object_new (KOMPASS_TYPE_RADAR_CHART, NULL);
}

/**
 * kompass_radar_chart_set_fill:
 * @self: a radar
 * @fill: whether to fill the inside of the profile
 *
 * Fills the profile where the radar shows a single series without gaps; with several, fills would hide one
 * another. Off by default.
 */
void
kompass_radar_chart_set_fill (KompassRadarChart *self,
                              gboolean           fill)
{
  g_return_if_fail (KOMPASS_IS_RADAR_CHART (self));
  self->fill = fill;
}
