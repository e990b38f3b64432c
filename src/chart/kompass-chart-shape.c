/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tells series apart besides colour: the marker, the dash of a line and the texture of a bar.
 * Every length is in points; @unit is one tenth of the size of the chart's text, so that marks grow with it. */

#include "kompass-chart-shape.h"

#include <math.h>

#include "kompass-chart-palette.h"

#define OUTLINE 1.5   /* of a hollow marker, in units */
#define RING 0.9      /* of ground around a marker, in units */
#define PARTIAL 1.25  /* how much larger a half full marker is, so that its halves are seen */

typedef struct
{
  guint sides;       /* corners of the marker, 0 for a circle */
  double turn;       /* direction of its first corner, in quarter turns */
  double radius;     /* from its centre to a corner, in units */
  gboolean hollow;
  double line;       /* width of the line, in units */
  double dash[4];    /* in units; all 0 for a solid line */
} Shape;

static const Shape shapes[KOMPASS_CHART_MAX_SERIES] = {
  { 0, 0, 3.5, FALSE, 2.2, { 0 } },
  { 4, -1, 4.8, TRUE, 1.7, { 5, 3, 5, 3 } },
  { 4, -0.5, 4.5, FALSE, 1.7, { 1.7, 2.6, 1.7, 2.6 } },
  { 3, -1, 5.0, TRUE, 1.6, { 10, 3, 1.7, 3 } },
};

/* What goes across editions, in the place of a series' own dash, in units. */
static const double mapped_dash[4] = { 9, 4.5, 9, 4.5 };

static const Shape *
shape_of (guint series)
{
  return &shapes[series % KOMPASS_CHART_MAX_SERIES];
}

/* The fifth series has the marker of the first, hollow where that is full, and so on. */
static gboolean
is_hollow (guint series)
{
  return shape_of (series)->hollow != (series / KOMPASS_CHART_MAX_SERIES % 2 == 1);
}

static void
trace (cairo_t     *cr,
       const Shape *shape,
       double       x,
       double       y,
       double       radius)
{
  cairo_new_path (cr);
  if (shape->sides == 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  for (guint i = 0; i < shape->sides; i++)
    {
      double angle = shape->turn * G_PI / 2 + i * 2 * G_PI / shape->sides;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Fills the marker with its sides moved outwards by @growth units. Fills on fills look like outlines and are drawn
 * in half the time. */
static void
fill_grown (cairo_t                 *cr,
            const KompassChartStyle *style,
            guint                    role,
            const Shape             *shape,
            double                   x,
            double                   y,
            double                   unit,
            double                   growth)
{
  double corner = shape->sides == 0 ? 1 : cos (G_PI / shape->sides);

  trace (cr, shape, x, y, (shape->radius + growth / corner) * unit);
  kompass_chart_set_source (cr, style, role);
  cairo_fill (cr);
}

/* With a dash in the middle of what is at @middle points along the line. */
static void
set_line (cairo_t  *cr,
          guint     series,
          gboolean  mapped,
          double    unit,
          double    middle)
{
  const Shape *shape = shape_of (series);
  const double *pattern = mapped ? mapped_dash : shape->dash;
  double dash[4];

  for (guint i = 0; i < G_N_ELEMENTS (dash); i++)
    dash[i] = pattern[i] * unit;
  cairo_set_dash (cr, dash, pattern[0] > 0 ? (int) G_N_ELEMENTS (dash) : 0, pattern[0] / 2 * unit - middle);
  cairo_set_line_width (cr, shape->line * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

/* The left half of the marker, @radius from its centre to a corner. */
static void
trace_half (cairo_t     *cr,
            const Shape *shape,
            double       x,
            double       y,
            double       radius)
{
  cairo_new_path (cr);
  if (shape->sides == 0)
    cairo_arc (cr, x, y, radius, G_PI / 2, 3 * G_PI / 2);
  for (guint i = 0; i < shape->sides; i++)
    {
      double angle = shape->turn * G_PI / 2 + i * 2 * G_PI / shape->sides;
      double next = angle + 2 * G_PI / shape->sides;

      if (cos (angle) <= 1e-9)
        cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
      /* Where a side crosses the middle, the half ends. */
      if (cos (angle) * cos (next) < -1e-9)
        {
          double part = cos (angle) / (cos (angle) - cos (next));

          cairo_line_to (cr, x, y + radius * (sin (angle) + part * (sin (next) - sin (angle))));
        }
    }
  cairo_close_path (cr);
}

/* Diagonal strokes for the second series, upright ones for the third; computed rather than clipped, because
 * a clip would be written into every SVG and PDF once for each bar. */
static void
trace_texture (cairo_t *cr,
               guint    series,
               double   x,
               double   y,
               double   width,
               double   height,
               double   step)
{
  double slant = series % KOMPASS_CHART_MAX_SERIES == 1 ? height : 0;

  cairo_new_path (cr);
  for (double at = step - slant; at < width; at += step)
    {
      double low = MAX (at, 0);
      double high = MIN (at + slant, width);

      if (slant == 0)
        {
          cairo_move_to (cr, x + at, y + height);
          cairo_line_to (cr, x + at, y);
        }
      else if (high > low)
        {
          cairo_move_to (cr, x + low, y + height - (low - at));
          cairo_line_to (cr, x + high, y + height - (high - at));
        }
    }
}

/**
 * kompass_chart_shape_set_line:
 * @cr: where to draw
 * @series: index of a series
 * @mapped: whether it goes across editions
 * @unit: one tenth of the text size, in points
 *
 * Sets width and dash of the line of @series. The first is solid, unless it is mapped.
 */
void
kompass_chart_shape_set_line (cairo_t  *cr,
                              guint     series,
                              gboolean  mapped,
                              double    unit)
{
  set_line (cr, series, mapped, unit, 0);
}

/**
 * kompass_chart_shape_get_radius:
 * @series: index of a series
 * @unit: one tenth of the text size, in points
 *
 * Returns: how far the marker of @series reaches from its centre, with its outline and the ring of ground
 *   around it, in points
 */
double
kompass_chart_shape_get_radius (guint  series,
                                double unit)
{
  const Shape *shape = shape_of (series);
  double corner = shape->sides == 0 ? 1 : cos (G_PI / shape->sides);

  return (shape->radius + ((is_hollow (series) ? OUTLINE / 2 : 0) + RING) / corner) * unit;
}

/**
 * kompass_chart_shape_get_partial_radius:
 * @series: index of a series
 * @unit: one tenth of the text size, in points
 *
 * Returns: how far the half full marker of @series reaches from its centre, likewise, in points
 */
double
kompass_chart_shape_get_partial_radius (guint  series,
                                        double unit)
{
  const Shape *shape = shape_of (series);
  double corner = shape->sides == 0 ? 1 : cos (G_PI / shape->sides);

  return (shape->radius + (OUTLINE / 2 + RING) / corner) * PARTIAL * unit;
}

/**
 * kompass_chart_shape_draw_marker:
 * @cr: where to draw
 * @style: how to draw
 * @series: index of a series
 * @x: centre, in points
 * @y: centre, in points
 * @unit: one tenth of the text size, in points
 *
 * Draws the marker of a known value. A thin ring of the ground sets it off from the lines it lies upon.
 */
void
kompass_chart_shape_draw_marker (cairo_t                 *cr,
                                 const KompassChartStyle *style,
                                 guint                    series,
                                 double                   x,
                                 double                   y,
                                 double                   unit)
{
  const Shape *shape = shape_of (series);
  gboolean hollow = is_hollow (series);

  fill_grown (cr, style, KOMPASS_CHART_ROLE_GROUND, shape, x, y, unit, (hollow ? OUTLINE / 2 : 0) + RING);
  fill_grown (cr, style, KOMPASS_CHART_ROLE_SERIES + series, shape, x, y, unit, hollow ? OUTLINE / 2 : 0);
  if (hollow)
    fill_grown (cr, style, KOMPASS_CHART_ROLE_GROUND, shape, x, y, unit, -OUTLINE / 2);
}

/**
 * kompass_chart_shape_draw_partial:
 * @cr: where to draw
 * @style: how to draw
 * @series: index of a series
 * @x: centre, in points
 * @y: centre, in points
 * @unit: one tenth of the text size, in points
 *
 * Draws the marker of a value that speaks for a part only: its left half full, its right half hollow, whether the
 * series' own marker is full or hollow.
 */
void
kompass_chart_shape_draw_partial (cairo_t                 *cr,
                                  const KompassChartStyle *style,
                                  guint                    series,
                                  double                   x,
                                  double                   y,
                                  double                   unit)
{
  const Shape *shape = shape_of (series);

  unit *= PARTIAL;
  fill_grown (cr, style, KOMPASS_CHART_ROLE_GROUND, shape, x, y, unit, OUTLINE / 2 + RING);
  fill_grown (cr, style, KOMPASS_CHART_ROLE_SERIES + series, shape, x, y, unit, OUTLINE / 2);
  fill_grown (cr, style, KOMPASS_CHART_ROLE_GROUND, shape, x, y, unit, -OUTLINE / 2);
  trace_half (cr, shape, x, y, shape->radius * unit);
  kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_SERIES + series);
  cairo_fill (cr);
}

/**
 * kompass_chart_shape_draw_missing:
 * @cr: where to draw
 * @style: how to draw
 * @series: index of a series
 * @x: centre, in points
 * @y: centre, in points
 * @radius: from the centre to the outline of the mark, in points
 *
 * Draws the hollow mark of an unknown value: the outline of the series' marker around a dash.
 */
void
kompass_chart_shape_draw_missing (cairo_t                 *cr,
                                  const KompassChartStyle *style,
                                  guint                    series,
                                  double                   x,
                                  double                   y,
                                  double                   radius)
{
  const Shape *shape = shape_of (series);
  /* Corners reach out to the same circle; a little more makes the four look equally large. */
  double reach = shape->sides == 0 ? radius * 0.92 : radius * 1.1;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, radius * 0.22);
  trace (cr, shape, x, y, reach);
  kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_GROUND);
  cairo_fill_preserve (cr);
  kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_SERIES + series);
  cairo_stroke (cr);

  cairo_set_line_width (cr, radius * 0.26);
  cairo_move_to (cr, x - radius * 0.38, y + (shape->sides == 3 ? radius * 0.12 : 0));
  cairo_rel_line_to (cr, radius * 0.76, 0);
  cairo_stroke (cr);
}

/**
 * kompass_chart_shape_draw_bar:
 * @cr: where to draw
 * @style: how to draw
 * @series: index of a series
 * @x: left edge, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 * @mapped: whether it goes across editions
 * @unit: one tenth of the text size, in points
 *
 * Draws the bar of @series: full, hatched, with upright strokes, or only an outline; the outline of one that is mapped
 * is dashed.
 */
void
kompass_chart_shape_draw_bar (cairo_t                 *cr,
                              const KompassChartStyle *style,
                              guint                    series,
                              double                   x,
                              double                   y,
                              double                   width,
                              double                   height,
                              gboolean                 mapped,
                              double                   unit)
{
  guint kind = series % KOMPASS_CHART_MAX_SERIES;
  double line = MIN (1.1 * unit, height / 5);

  if (width <= 0 || height <= 0)
    return;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, line);
  if (kind > 0)
    {
      kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_GROUND);
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
    }
  kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_SERIES + series);
  if (kind == 1 || kind == 2)
    {
      trace_texture (cr, series, x, y, width, height, (kind == 1 ? 4.4 : 3.4) * unit);
      cairo_stroke (cr);
    }
  if (kind == 0 || width <= 2 * line)
    {
      cairo_rectangle (cr, x, y, width, height);
      cairo_fill (cr);
      return;
    }
  if (mapped)
    cairo_set_dash (cr, (double[]) { 4.5 * unit, 3 * unit }, 2, 0);
  cairo_rectangle (cr, x + line / 2, y + line / 2, width - line, height - line);
  cairo_stroke (cr);
}

/**
 * kompass_chart_shape_draw_sample:
 * @cr: where to draw
 * @style: how to draw
 * @series: index of a series
 * @bar: whether the chart shows bars rather than lines
 * @mapped: whether it goes across editions
 * @x: left edge, in points
 * @y: vertical centre, in points
 * @width: in points
 * @unit: one tenth of the text size, in points
 *
 * Draws what stands before a name in the legend: a piece of the series' line or bar with its marker.
 */
void
kompass_chart_shape_draw_sample (cairo_t                 *cr,
                                 const KompassChartStyle *style,
                                 guint                    series,
                                 gboolean                 bar,
                                 gboolean                 mapped,
                                 double                   x,
                                 double                   y,
                                 double                   width,
                                 double                   unit)
{
  if (bar)
    {
      double reach = kompass_chart_shape_get_radius (series, unit);

      kompass_chart_shape_draw_bar (cr, style, series, x, y - 3.5 * unit, width - reach, 7 * unit, mapped, unit);
      kompass_chart_shape_draw_marker (cr, style, series, x + width - reach, y, unit);
      return;
    }
  cairo_new_path (cr);
  set_line (cr, series, mapped, unit, width / 2);
  kompass_chart_set_source (cr, style, KOMPASS_CHART_ROLE_SERIES + series);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  kompass_chart_shape_draw_marker (cr, style, series, x + width / 2, y, unit);
}
