/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds: how values have developed. A small panel for each category, all with the same axis of time and from 0 to the
 * maximum; a point for each round with its value. Points are joined where their figures are comparable: with a full line
 * within an edition, with a dashed one across editions, and where the comparison is a band with two dashed lines to the
 * band's ends. */

#include "kompass-rounds-chart.h"

#include <math.h>

#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"
#include "kompass-rounds-layout.h"
#include "kompass-rounds-texts.h"

#define MOST_ROUNDS 40
#define BAND_WIDTH 7        /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define BAND_LINE 1.0
#define FAN_LINE 0.45       /* of the width of other lines */
#define MISSING_RADIUS 4.6
#define NUMBER_GAP 4

struct _KompassRoundsChart
{
  KompassChart parent_instance;
  GArray *times;          /* double, as far as they have been set */
  GHashTable *cells;      /* of series and category, KompassRoundsCell */
};

G_DEFINE_FINAL_TYPE (KompassRoundsChart, kompass_rounds_chart, KOMPASS_TYPE_CHART)

/* One drawing of rounds. */
typedef struct
{
  KompassChart *chart;
  const KompassChartStyle *style;
  KompassRoundsData data;
  KompassChartText *text;
  KompassRoundsLayout *layout;
  double unit;
} Plot;

static void
plot_clear_layout (Plot *plot)
{
  g_clear_pointer (&plot->layout, kompass_rounds_layout_free);
  g_clear_pointer (&plot->text, kompass_chart_text_free);
}

static void
plot_clear (Plot *plot)
{
  plot_clear_layout (plot);
  g_free (plot->data.times);
  g_free (plot->data.order);
  g_free (plot->data.cells);
  g_free (plot->data.maxima);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plot, plot_clear)

static void
free_cell (gpointer data)
{
  KompassRoundsCell *cell = data;

  g_free (cell->label);
  g_free (cell);
}

static gpointer
key_of (guint category,
        guint series)
{
  return GUINT_TO_POINTER (category * MOST_ROUNDS + series);
}

static KompassRoundsCell *
ensure_cell (KompassRoundsChart *self,
             guint               category,
             guint               series)
{
  KompassRoundsCell *cell = g_hash_table_lookup (self->cells, key_of (category, series));

  if (cell == NULL)
    {
      cell = g_new0 (KompassRoundsCell, 1);
      g_hash_table_insert (self->cells, key_of (category, series), cell);
    }
  return cell;
}

static int
compare_times (gconstpointer one,
               gconstpointer other,
               gpointer      data)
{
  const double *times = data;
  guint a = *(const guint *) one;
  guint b = *(const guint *) other;

  if (times[a] != times[b])
    return times[a] < times[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

/* The largest maximum of the rounds; where none is known a round number above all values. */
static double
find_maximum (KompassChart *chart,
              guint         category)
{
  double maximum = 0;
  double highest = 0;

  for (guint i = 0; i < kompass_chart_get_n_series (chart); i++)
    {
      const KompassChartValue *value = kompass_chart_get_value (chart, i, category);

      if (isfinite (value->maximum))
        maximum = MAX (maximum, value->maximum);
      if (isfinite (value->value))
        highest = MAX (highest, value->value);
    }
  if (maximum > 0)
    return maximum;
  return MAX (ceil (highest / 100) * 100, 100);
}

static void
collect (Plot         *plot,
         KompassChart *chart)
{
  KompassRoundsChart *self = KOMPASS_ROUNDS_CHART (chart);
  KompassRoundsData *data = &plot->data;

  data->n = kompass_chart_get_n_categories (chart);
  data->n_series = kompass_chart_get_n_series (chart);
  data->times = g_new0 (double, data->n_series);
  data->order = g_new0 (guint, data->n_series);
  data->cells = g_new0 (KompassRoundsCell, data->n_series * data->n);
  data->maxima = g_new0 (double, data->n);
  for (guint i = 0; i < data->n; i++)
    data->maxima[i] = find_maximum (chart, i);
  for (guint series = 0; series < data->n_series; series++)
    {
      data->order[series] = series;
      data->times[series] = series < self->times->len ? g_array_index (self->times, double, series) : series;
      for (guint i = 0; i < data->n; i++)
        {
          const KompassRoundsCell *cell = g_hash_table_lookup (self->cells, key_of (i, series));

          if (cell != NULL)
            data->cells[series * data->n + i] = *cell;
        }
    }
  g_qsort_with_data (data->order, (int) data->n_series, sizeof *data->order, compare_times, data->times);
}

static void
plot_prepare (Plot                    *plot,
              KompassChart            *chart,
              const KompassChartStyle *style,
              double                   scale,
              KompassChartNaming       naming)
{
  plot_clear_layout (plot);
  if (plot->data.maxima == NULL)
    collect (plot, chart);
  plot->chart = chart;
  plot->style = style;
  plot->text = kompass_chart_text_new (style, scale);
  plot->unit = kompass_chart_text_get_unit (plot->text);
  plot->layout = kompass_rounds_layout_new (chart, plot->text, naming, &plot->data);
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

  plot_prepare (place->plot, place->chart, place->style, kompass_chart_text_get_scale (step), naming);
  return kompass_rounds_layout_fit (place->plot->layout, place->x, place->y, place->width, place->height,
                                    naming != KOMPASS_CHART_NAMING_WORDS);
}

/* Panels become lower first, then texts shrink, then words are broken, then names give way to their numbers; and where
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

  if (!kompass_chart_label_fit (chart, plot_try, &place))
    kompass_rounds_layout_fit_bare (plot->layout, x, y, width, height);
}

static void
draw_horizontal (const Plot *plot,
                 cairo_t    *cr,
                 guint       role,
                 guint       category,
                 double      y,
                 double      line)
{
  kompass_chart_set_source (cr, plot->style, role);
  cairo_rectangle (cr, plot->layout->panels[category].left, y - line / 2, plot->layout->length, line);
  cairo_fill (cr);
}

static void
draw_number (const Plot        *plot,
             cairo_t           *cr,
             KompassChartLabel *number,
             double             right,
             double             y)
{
  kompass_chart_label_draw (number, cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY, right - number->width,
                            y - number->height / 2);
}

static void
draw_frame (const Plot *plot,
            cairo_t    *cr,
            guint       category)
{
  const KompassRoundsLayout *layout = plot->layout;
  const KompassRoundsPanel *panel = &layout->panels[category];
  KompassChartLabel *title = layout->titles[category];
  double numbers = panel->left - NUMBER_GAP * plot->unit;

  if (layout->labelled)
    kompass_chart_label_draw (title, cr, plot->style, KOMPASS_CHART_ROLE_TEXT, panel->x, panel->y);
  cairo_save (cr);
  kompass_rounds_texts_clip (layout, category, cr);
  draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_GRID, category, (panel->bottom + panel->top) / 2, 0.75 * plot->unit);
  draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_FRAME, category, panel->top, 0.75 * plot->unit);
  cairo_restore (cr);
  draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_LIMIT, category, panel->bottom, plot->unit);
  if (!layout->valued)
    return;
  draw_number (plot, cr, layout->zero, numbers, panel->bottom);
  if (panel->bottom - panel->top > 1.1 * layout->zero->height)
    draw_number (plot, cr, layout->limits[category], numbers, panel->top);
}

/* Only what is known is joined, and only with its neighbour in time: a line across a gap would be invented. */
static void
draw_link (const Plot *plot,
           cairo_t    *cr,
           guint       place,
           guint       category)
{
  KompassRoundsSegment segments[2];
  guint n = kompass_rounds_layout_get_segments (plot->layout, place, category, segments);
  gboolean dashed = kompass_rounds_layout_get_cell (plot->layout, plot->data.order[place], category)->link ==
                    KOMPASS_CHART_LINK_DASHED;

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      cairo_move_to (cr, segments[i].x1, segments[i].y1);
      cairo_line_to (cr, segments[i].x2, segments[i].y2);
    }
  kompass_chart_shape_set_line (cr, 0, dashed, plot->unit * (n > 1 ? FAN_LINE : 1));
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_SERIES);
  cairo_stroke (cr);
}

static void
draw_band (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       category)
{
  const KompassRoundsCell *cell = kompass_rounds_layout_get_cell (plot->layout, series, category);
  double width = BAND_WIDTH * plot->unit;
  double x, low, high;

  if (!cell->banded)
    return;
  x = kompass_rounds_layout_get_x (plot->layout, series, category);
  low = kompass_rounds_layout_get_y (plot->layout, cell->low, category);
  high = kompass_rounds_layout_get_y (plot->layout, cell->high, category);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, BAND_LINE * plot->unit);
  cairo_rectangle (cr, x - width / 2, high, width, low - high);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_FILL);
  cairo_fill_preserve (cr);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_SERIES);
  cairo_stroke (cr);
}

static double
missing_radius (const Plot *plot)
{
  return MIN (MISSING_RADIUS * plot->unit, plot->layout->reach);
}

static void
draw_mark (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       category)
{
  double value = kompass_rounds_layout_get_value (plot->layout, series, category);
  double x = kompass_rounds_layout_get_x (plot->layout, series, category);
  double unit = MIN (plot->unit, plot->layout->reach / 5);

  if (kompass_rounds_layout_get_cell (plot->layout, series, category)->absent)
    return;
  if (isnan (value))
    kompass_chart_shape_draw_missing (cr, plot->style, 0, x, plot->layout->panels[category].bottom, missing_radius (plot));
  else if (kompass_chart_get_value (plot->chart, series, category)->partial)
    kompass_chart_shape_draw_partial (cr, plot->style, 0, x, kompass_rounds_layout_get_y (plot->layout, value, category),
                                      unit);
  else
    kompass_chart_shape_draw_marker (cr, plot->style, 0, x, kompass_rounds_layout_get_y (plot->layout, value, category),
                                     unit);
}

static void
draw_panel (const Plot *plot,
            cairo_t    *cr,
            guint       category)
{
  draw_frame (plot, cr, category);
  for (guint i = 0; i < plot->data.n_series; i++)
    draw_band (plot, cr, i, category);
  for (guint i = 0; i + 1 < plot->data.n_series; i++)
    draw_link (plot, cr, i, category);
  for (guint i = 0; i < plot->data.n_series; i++)
    draw_mark (plot, cr, i, category);
  kompass_rounds_texts_draw (plot->layout, category, cr, plot->style);
}

/* Where the target of the round at @place ends towards the next one: half-way between them. */
static double
find_border (const Plot *plot,
             guint       place,
             guint       category)
{
  const KompassRoundsPanel *panel = &plot->layout->panels[category];

  if (place + 1 >= plot->data.n_series)
    return panel->left + plot->layout->length;
  return (kompass_rounds_layout_get_x (plot->layout, plot->data.order[place], category) +
          kompass_rounds_layout_get_x (plot->layout, plot->data.order[place + 1], category)) / 2;
}

/* A mark's target is its part of the panel. */
static void
append_marks (const Plot *plot,
              GArray     *marks)
{
  g_autofree guint *places = g_new0 (guint, plot->data.n_series);

  for (guint i = 0; i < plot->data.n_series; i++)
    places[plot->data.order[i]] = i;
  for (guint series = 0; series < plot->data.n_series; series++)
    for (guint i = 0; i < plot->data.n; i++)
      {
        const KompassRoundsPanel *panel = &plot->layout->panels[i];
        double value = kompass_rounds_layout_get_value (plot->layout, series, i);
        KompassChartMark mark = { .series = series, .category = i, .known = !isnan (value) };

        mark.x = kompass_rounds_layout_get_x (plot->layout, series, i);
        mark.y = mark.known ? kompass_rounds_layout_get_y (plot->layout, value, i) : panel->bottom;
        mark.bounds[0] = places[series] > 0 ? find_border (plot, places[series] - 1, i) : panel->x;
        mark.bounds[1] = panel->y;
        mark.bounds[2] = find_border (plot, places[series], i) - mark.bounds[0];
        mark.bounds[3] = panel->bottom + plot->layout->reach - panel->y;
        kompass_chart_append_mark (marks, &mark);
      }
}

/* Class functions */

static void
kompass_rounds_chart_plot (KompassChart            *chart,
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
  for (guint i = 0; cr != NULL && i < plot.data.n; i++)
    draw_panel (&plot, cr, i);
}

static void
kompass_rounds_chart_measure (KompassChart            *chart,
                              double                   width,
                              const KompassChartStyle *style,
                              double                  *minimum,
                              double                  *natural)
{
  g_auto (Plot) plot = { 0 };

  if (minimum != NULL)
    {
      plot_prepare (&plot, chart, style, kompass_chart_text_get_scale (KOMPASS_CHART_N_SCALES - 1),
                    KOMPASS_CHART_NAMING_WORDS);
      *minimum = kompass_rounds_layout_get_height (plot.layout, width, TRUE);
    }
  if (natural != NULL)
    {
      plot_prepare (&plot, chart, style, 1, KOMPASS_CHART_NAMING_WORDS);
      *natural = kompass_rounds_layout_get_height (plot.layout, width, FALSE);
    }
}

static void
kompass_rounds_chart_finalize (GObject *object)
{
  KompassRoundsChart *self = KOMPASS_ROUNDS_CHART (object);

  g_array_unref (self->times);
  g_hash_table_unref (self->cells);
  G_OBJECT_CLASS (kompass_rounds_chart_parent_class)->finalize (object);
}

static void
kompass_rounds_chart_class_init (KompassRoundsChartClass *klass)
{
  KompassChartClass *chart_class = KOMPASS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kompass_rounds_chart_finalize;
  chart_class->max_series = MOST_ROUNDS;
  chart_class->plot = kompass_rounds_chart_plot;
  chart_class->measure = kompass_rounds_chart_measure;
}

static void
kompass_rounds_chart_init (KompassRoundsChart *self)
{
  self->times = g_array_new (FALSE, TRUE, sizeof (double));
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, free_cell);
}

/* Public functions */

/**
 * kompass_rounds_chart_new:
 *
 * Creates a chart of rounds without categories and series. Its series are the rounds, named by their years; all have the
 * look of the first series. The axis of a category goes from 0 to the largest maximum of its values.
 *
 * Returns: (transfer full): the chart
 */
KompassChart *
kompass_rounds_chart_new (void)
{
  return g_object_new (KOMPASS_TYPE_ROUNDS_CHART, NULL);
}

/**
 * kompass_rounds_chart_set_time:
 * @self: a chart of rounds
 * @series: index of a series
 * @year: when it was: 2014 or, where more is known, 2014.5
 *
 * Sets where a round is on the axis of time. Rounds at the same time stand side by side.
 */
void
kompass_rounds_chart_set_time (KompassRoundsChart *self,
                               guint               series,
                               double              year)
{
  g_return_if_fail (KOMPASS_IS_ROUNDS_CHART (self));
  g_return_if_fail (series < kompass_chart_get_n_series (KOMPASS_CHART (self)));

  if (series >= self->times->len)
    g_array_set_size (self->times, series + 1);
  g_array_index (self->times, double, series) = year;
}

/**
 * kompass_rounds_chart_set_link:
 * @self: a chart of rounds
 * @category: index of a category
 * @series: index of a series
 * @link: how it is joined with the one that follows it in time
 *
 * Sets how two rounds are joined. A line is drawn only where both values are known.
 */
void
kompass_rounds_chart_set_link (KompassRoundsChart *self,
                               guint               category,
                               guint               series,
                               KompassChartLink   link)
{
  g_return_if_fail (KOMPASS_IS_ROUNDS_CHART (self));
  ensure_cell (self, category, series)->link = link;
}

/**
 * kompass_rounds_chart_set_band:
 * @self: a chart of rounds
 * @category: index of a category
 * @series: index of a series
 * @low: the lowest that its value may stand for, on the scale of the round before it
 * @high: the highest
 * @label: (nullable): the band as text
 *
 * Shows a band beside a value, for a comparison with the round before it that is known only as from-to. A dashed link to
 * that round goes to both ends of the band.
 */
void
kompass_rounds_chart_set_band (KompassRoundsChart *self,
                               guint               category,
                               guint               series,
                               double              low,
                               double              high,
                               const char         *label)
{
  KompassRoundsCell *cell;

  g_return_if_fail (KOMPASS_IS_ROUNDS_CHART (self));
  g_return_if_fail (low <= high);

  cell = ensure_cell (self, category, series);
  cell->banded = TRUE;
  cell->low = low;
  cell->high = high;
  g_free (cell->label);
  cell->label = g_strdup (label);
}

/**
 * kompass_rounds_chart_set_absent:
 * @self: a chart of rounds
 * @category: index of a category
 * @series: index of a series
 *
 * Says that the category does not exist in that round, such as an area of another edition: nothing is drawn, not even the
 * mark of an unknown value.
 */
void
kompass_rounds_chart_set_absent (KompassRoundsChart *self,
                                 guint               category,
                                 guint               series)
{
  g_return_if_fail (KOMPASS_IS_ROUNDS_CHART (self));
  ensure_cell (self, category, series)->absent = TRUE;
}
