/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dot plot: where a value stands among others. A row for each category with a marker for each series on an axis from
 * 0 to the maximum; behind them how the members of a group lie: a tick for each, a line from the lowest to the highest, and
 * where there are enough of them a band around the middle half with a line at the median. */

#include "kompass-dots-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-chart-legend.h"
#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"
#include "kompass-chart-shape.h"
#include "kompass-dots-layout.h"

#define LEGEND_GAP 9        /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define RANGE_LINE 1.1
#define TICK_LINE 1.0
#define MEDIAN_LINE 2.2
#define BAND_LINE 0.9
#define BAND_HEIGHT 0.62    /* parts of the height of a row's content */
#define TICK_HEIGHT 0.4
#define MEDIAN_HEIGHT 0.84
#define SAMPLE_HEIGHT 13

/* How the members of a group lie in one category. */
typedef struct
{
  KompassDotsSpread spread;
  char *label;
  double *members;    /* parts of the axis, NAN where unknown */
  gsize n_members;
} Group;

struct _KompassDotsChart
{
  KompassChart parent_instance;
  GPtrArray *groups;   /* Group, one per category as far as they have been set; elements may be NULL */
  gboolean sorted;
};

G_DEFINE_FINAL_TYPE (KompassDotsChart, kompass_dots_chart, KOMPASS_TYPE_CHART)

/* One drawing of dots. */
typedef struct
{
  KompassChart *chart;
  KompassDotsChart *dots;
  const KompassChartStyle *style;
  KompassChartText *text;
  KompassChartLegend *legend;
  KompassDotsLayout *layout;
  gboolean has_band;
  gboolean has_members;
  double unit;
} Plot;

static void
group_free (gpointer data)
{
  Group *group = data;

  if (group == NULL)
    return;
  g_free (group->label);
  g_free (group->members);
  g_free (group);
}

static Group *
find_group (KompassDotsChart *self,
            guint             category)
{
  return category < self->groups->len ? g_ptr_array_index (self->groups, category) : NULL;
}

static Group *
ensure_group (KompassDotsChart *self,
              guint             category)
{
  if (category >= self->groups->len)
    g_ptr_array_set_size (self->groups, (int) category + 1);
  if (g_ptr_array_index (self->groups, category) == NULL)
    {
      Group *group = g_new0 (Group, 1);

      group->spread = (KompassDotsSpread) { NAN, NAN, NAN, NAN, NAN, NAN };
      g_ptr_array_index (self->groups, category) = group;
    }
  return g_ptr_array_index (self->groups, category);
}

static gboolean
has_band (const Group *group)
{
  return !isnan (group->spread.lower) && !isnan (group->spread.upper);
}

static void
plot_clear (Plot *plot)
{
  g_clear_pointer (&plot->layout, kompass_dots_layout_free);
  g_clear_pointer (&plot->legend, kompass_chart_legend_free);
  g_clear_pointer (&plot->text, kompass_chart_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plot, plot_clear)

/* The distance from the reference: from the second series, or from the median where there is only one; or the value where
 * there is nothing to be far from. */
static double
find_key (const Plot *plot,
          guint       category)
{
  guint n_series = kompass_chart_get_n_series (plot->chart);
  double own = n_series > 0 ? kompass_chart_get_ratio (plot->chart, 0, category) : NAN;
  Group *group = find_group (plot->dots, category);

  if (n_series > 1)
    return own - kompass_chart_get_ratio (plot->chart, 1, category);
  return group != NULL && !isnan (group->spread.median) ? own - group->spread.median / group->spread.full : own;
}

static double *
find_keys (const Plot *plot)
{
  guint n = kompass_chart_get_n_categories (plot->chart);
  double *keys = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    keys[i] = find_key (plot, i);
  return keys;
}

static KompassChartLegend *
create_legend (Plot   *plot,
               double  width)
{
  const char *names[3] = { NULL };
  guint n = 0;

  if (plot->has_band)
    /* Translators: in a legend: the band from the lower to the upper quartile of a group */
    names[n++] = _("Middle half and median");
  if (plot->has_members)
    /* Translators: in a legend: a tick for each member of a group, and a line from the lowest to the highest */
    names[n++] = _("Members and range");
  if (n == 0 && (kompass_chart_get_n_series (plot->chart) == 0 || kompass_chart_is_named_by_title (plot->chart, plot->style)))
    return NULL;
  return kompass_chart_legend_new (plot->chart, plot->text, names, width);
}

/* Measures all texts at @scale. Returns the height of the legend and of the gap below it. */
static double
plot_prepare (Plot                    *plot,
              KompassChart            *chart,
              double                   width,
              const KompassChartStyle *style,
              double                   scale,
              KompassChartNaming       naming)
{
  guint n = kompass_chart_get_n_categories (chart);
  g_autofree const char **notes = g_new0 (const char *, n);
  g_autofree double *keys = NULL;

  plot_clear (plot);
  plot->chart = chart;
  plot->dots = KOMPASS_DOTS_CHART (chart);
  plot->style = style;
  plot->text = kompass_chart_text_new (style, scale);
  plot->unit = kompass_chart_text_get_unit (plot->text);
  for (guint i = 0; i < n; i++)
    {
      const Group *group = find_group (plot->dots, i);

      if (group == NULL)
        continue;
      notes[i] = group->label;
      plot->has_band |= has_band (group);
      plot->has_members |= group->n_members > 0 || !isnan (group->spread.minimum);
    }
  if (plot->dots->sorted)
    keys = find_keys (plot);
  plot->layout = kompass_dots_layout_new (chart, plot->text, naming, notes, keys);
  plot->legend = create_legend (plot, width);
  return plot->legend != NULL ? kompass_chart_legend_get_height (plot->legend) + LEGEND_GAP * plot->unit : 0;
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

  return kompass_dots_layout_fit (place->plot->layout, place->x, place->y + head, place->width, place->height - head,
                                  naming != KOMPASS_CHART_NAMING_WORDS);
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
  kompass_dots_layout_fit_bare (plot->layout, x, y + head, width, height - head);
}

static void
draw_vertical (const Plot *plot,
               cairo_t    *cr,
               guint       role,
               double      x,
               double      y,
               double      height,
               double      line)
{
  kompass_chart_set_source (cr, plot->style, role);
  cairo_rectangle (cr, x - line / 2, y - height / 2, line, height);
  cairo_fill (cr);
}

static void
draw_horizontal (const Plot *plot,
                 cairo_t    *cr,
                 guint       role,
                 double      from,
                 double      to,
                 double      y,
                 double      line)
{
  kompass_chart_set_source (cr, plot->style, role);
  cairo_rectangle (cr, from, y - line / 2, to - from, line);
  cairo_fill (cr);
}

static void
draw_grid (const Plot *plot,
           cairo_t    *cr)
{
  const KompassChartRows *rows = plot->layout->rows;
  double top, bottom, first, last;

  kompass_chart_rows_get_target (rows, rows->order[0], &first, &bottom);
  kompass_chart_rows_get_target (rows, rows->order[rows->n - 1], &top, &last);
  first += rows->gap / 2;
  last -= rows->gap / 2;
  for (guint i = 0; i < KOMPASS_DOTS_N_NUMBERS; i++)
    {
      KompassChartLabel *number = plot->layout->numbers[i];
      double x = kompass_dots_layout_get_x (plot->layout, (double) i / (KOMPASS_DOTS_N_NUMBERS - 1));
      gboolean end = i == 0 || i == KOMPASS_DOTS_N_NUMBERS - 1;

      draw_vertical (plot, cr, end ? KOMPASS_CHART_ROLE_LIMIT : KOMPASS_CHART_ROLE_GRID, x, (first + last) / 2,
                     last - first, MIN (end ? plot->unit : 0.75 * plot->unit, 0.01 * rows->length));
      if (plot->layout->numbered && rows->length >= KOMPASS_DOTS_N_NUMBERS * 1.2 * plot->layout->numbers[5]->width)
        kompass_chart_label_draw (number, cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY, x - number->width / 2,
                                  plot->layout->top + plot->layout->head - plot->unit * 3 - number->height);
    }
}

/* The marker of a series above the column of its values. */
static void
draw_heads (const Plot *plot,
            cairo_t    *cr)
{
  const KompassDotsLayout *layout = plot->layout;

  for (guint i = 0; i < layout->n_columns && layout->n_series > 1; i++)
    kompass_chart_shape_draw_marker (cr, plot->style, i, layout->columns[i] - layout->reach,
                                     layout->top + layout->head - plot->unit * 3 - layout->numbers[0]->height / 2,
                                     plot->unit);
}

static void
draw_band (const Plot  *plot,
           cairo_t     *cr,
           const Group *group,
           double       middle)
{
  const KompassDotsSpread *spread = &group->spread;
  double left = kompass_dots_layout_get_x (plot->layout, spread->lower / spread->full);
  double right = kompass_dots_layout_get_x (plot->layout, spread->upper / spread->full);
  double height = BAND_HEIGHT * plot->layout->rows->content;
  double line = BAND_LINE * plot->unit;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, left - line / 2, middle - height / 2, right - left + line, height);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_TRACK);
  cairo_fill_preserve (cr);
  kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_LIMIT);
  cairo_stroke (cr);
}

/* Members with the same value share their tick. */
static void
draw_members (const Plot  *plot,
              cairo_t     *cr,
              const Group *group,
              double       middle)
{
  for (gsize i = 0; i < group->n_members; i++)
    if (!isnan (group->members[i]))
      draw_vertical (plot, cr, KOMPASS_CHART_ROLE_SECONDARY, kompass_dots_layout_get_x (plot->layout, group->members[i]),
                     middle, TICK_HEIGHT * plot->layout->rows->content, TICK_LINE * plot->unit);
}

static void
draw_group (const Plot *plot,
            cairo_t    *cr,
            guint       category)
{
  const Group *group = find_group (plot->dots, category);
  double middle = kompass_chart_rows_get_middle (plot->layout->rows, category);
  const KompassDotsSpread *spread;

  if (group == NULL)
    return;
  spread = &group->spread;
  if (!isnan (spread->minimum) && !isnan (spread->maximum))
    draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_LIMIT,
                     kompass_dots_layout_get_x (plot->layout, spread->minimum / spread->full),
                     kompass_dots_layout_get_x (plot->layout, spread->maximum / spread->full), middle,
                     RANGE_LINE * plot->unit);
  if (has_band (group))
    draw_band (plot, cr, group, middle);
  draw_members (plot, cr, group, middle);
  if (has_band (group) && !isnan (spread->median))
    draw_vertical (plot, cr, KOMPASS_CHART_ROLE_TEXT,
                   kompass_dots_layout_get_x (plot->layout, spread->median / spread->full), middle,
                   MEDIAN_HEIGHT * plot->layout->rows->content, MEDIAN_LINE * plot->unit);
}

static void
draw_mark (const Plot *plot,
           cairo_t    *cr,
           guint       series,
           guint       category)
{
  double unit = MIN (plot->unit, plot->layout->rows->content / 8);
  double x, y;

  kompass_dots_layout_locate (plot->layout, series, category, &x, &y);
  if (isnan (kompass_chart_get_ratio (plot->chart, series, category)))
    kompass_chart_shape_draw_missing (cr, plot->style, series, x, y,
                                      MIN (plot->layout->missing, 0.46 * plot->layout->rows->content));
  else if (kompass_chart_get_value (plot->chart, series, category)->partial)
    kompass_chart_shape_draw_partial (cr, plot->style, series, x, y, unit);
  else
    kompass_chart_shape_draw_marker (cr, plot->style, series, x, y, unit);
}

static void
draw_texts (const Plot *plot,
            cairo_t    *cr,
            guint       category)
{
  const KompassDotsLayout *layout = plot->layout;
  double middle = kompass_chart_rows_get_middle (layout->rows, category);
  KompassChartLabel *note = layout->notes[category];

  for (guint i = 0; i < layout->n_columns; i++)
    {
      KompassChartLabel *value = layout->values[i * layout->rows->n + category];

      kompass_chart_label_draw (value, cr, plot->style, i == 0 ? KOMPASS_CHART_ROLE_TEXT : KOMPASS_CHART_ROLE_SECONDARY,
                                layout->columns[i] - value->width, middle - value->height / 2);
    }
  if (layout->noted && note != NULL)
    kompass_chart_label_draw (note, cr, plot->style, KOMPASS_CHART_ROLE_SECONDARY, layout->rows->right - note->width,
                              middle - note->height / 2);
}

static void
draw_row (const Plot *plot,
          cairo_t    *cr,
          guint       category)
{
  const KompassChartRows *rows = plot->layout->rows;

  draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_GRID, rows->left, rows->left + rows->length,
                   kompass_chart_rows_get_middle (rows, category), 0.75 * plot->unit);
  draw_group (plot, cr, category);
  /* The first series is the one the chart is about: it lies on top. */
  for (guint i = plot->layout->n_series; i > 0; i--)
    draw_mark (plot, cr, i - 1, category);
  draw_texts (plot, cr, category);
  kompass_chart_rows_draw_label (plot->layout->rows, cr, plot->style, category);
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
  double height = SAMPLE_HEIGHT * plot->unit;
  guint n_series = plot->layout->n_series;

  if (entry < n_series)
    {
      kompass_chart_shape_draw_marker (cr, plot->style, entry, x + width / 2, y, plot->unit);
      return;
    }
  if (entry == n_series && plot->has_band)
    {
      kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_LIMIT);
      cairo_rectangle (cr, x, y - height * BAND_HEIGHT / 2, width, height * BAND_HEIGHT);
      cairo_fill (cr);
      kompass_chart_set_source (cr, plot->style, KOMPASS_CHART_ROLE_TRACK);
      cairo_rectangle (cr, x + BAND_LINE * plot->unit, y - height * BAND_HEIGHT / 2 + BAND_LINE * plot->unit,
                       width - 2 * BAND_LINE * plot->unit, height * BAND_HEIGHT - 2 * BAND_LINE * plot->unit);
      cairo_fill (cr);
      draw_vertical (plot, cr, KOMPASS_CHART_ROLE_TEXT, x + width * 0.4, y, height * MEDIAN_HEIGHT,
                     MEDIAN_LINE * plot->unit);
      return;
    }
  draw_horizontal (plot, cr, KOMPASS_CHART_ROLE_LIMIT, x, x + width, y, RANGE_LINE * plot->unit);
  for (guint i = 0; i < 4; i++)
    draw_vertical (plot, cr, KOMPASS_CHART_ROLE_SECONDARY,
                   x + TICK_LINE * plot->unit / 2 + (width - TICK_LINE * plot->unit) * (double[]) { 0, 0.3, 0.45, 1 }[i], y,
                   height * 0.55, TICK_LINE * plot->unit);
}

static void
append_marks (const Plot *plot,
              GArray     *marks)
{
  for (guint series = 0; series < plot->layout->n_series; series++)
    for (guint i = 0; i < plot->layout->rows->n; i++)
      {
        KompassChartMark mark = { .series = series, .category = i };
        double top, bottom;

        mark.known = !isnan (kompass_chart_get_ratio (plot->chart, series, i));
        kompass_dots_layout_locate (plot->layout, series, i, &mark.x, &mark.y);
        kompass_chart_rows_get_target (plot->layout->rows, i, &top, &bottom);
        mark.bounds[0] = mark.x - KOMPASS_CHART_TARGET / 2;
        mark.bounds[1] = top;
        mark.bounds[2] = KOMPASS_CHART_TARGET;
        mark.bounds[3] = bottom - top;
        kompass_chart_append_mark (marks, &mark);
      }
}

/* Class functions */

static void
kompass_dots_chart_plot (KompassChart            *chart,
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
  draw_grid (&plot, cr);
  draw_heads (&plot, cr);
  for (guint i = 0; i < plot.layout->rows->n; i++)
    draw_row (&plot, cr, plot.layout->rows->order[i]);
}

static void
kompass_dots_chart_measure (KompassChart            *chart,
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

      *minimum = head + kompass_dots_layout_get_height (plot.layout, width, TRUE);
    }
  if (natural != NULL)
    {
      double head = plot_prepare (&plot, chart, width, style, 1, KOMPASS_CHART_NAMING_WORDS);

      *natural = head + kompass_dots_layout_get_height (plot.layout, width, FALSE);
    }
}

static void
kompass_dots_chart_finalize (GObject *object)
{
  g_ptr_array_unref (KOMPASS_DOTS_CHART (object)->groups);
  G_OBJECT_CLASS (kompass_dots_chart_parent_class)->finalize (object);
}

static void
kompass_dots_chart_class_init (KompassDotsChartClass *klass)
{
  KompassChartClass *chart_class = KOMPASS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kompass_dots_chart_finalize;
  chart_class->max_series = KOMPASS_CHART_MOST_SERIES;
  chart_class->plot = kompass_dots_chart_plot;
  chart_class->measure = kompass_dots_chart_measure;
}

static void
kompass_dots_chart_init (KompassDotsChart *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

/* Public functions */

/**
 * kompass_dots_chart_new:
 *
 * Creates a dot plot without categories and series. It can carry more series than other charts.
 *
 * Returns: (transfer full): the chart
 */
KompassChart *
kompass_dots_chart_new (void)
{
  return g_object_new (KOMPASS_TYPE_DOTS_CHART, NULL);
}

/**
 * kompass_dots_chart_set_spread:
 * @self: a dot plot
 * @category: index of a category
 * @spread: how the members of a group lie there
 * @label: (nullable): a short text at the end of the row, such as "n = 11"
 *
 * Shows a group behind the markers of the series: a line from its lowest to its highest member, and where there are
 * quartiles a band between them and a line at the median.
 */
void
kompass_dots_chart_set_spread (KompassDotsChart        *self,
                               guint                    category,
                               const KompassDotsSpread *spread,
                               const char              *label)
{
  Group *group;

  g_return_if_fail (KOMPASS_IS_DOTS_CHART (self));
  g_return_if_fail (category < kompass_chart_get_n_categories (KOMPASS_CHART (self)));

  group = ensure_group (self, category);
  group->spread = *spread;
  if (!(spread->full > 0))
    group->spread = (KompassDotsSpread) { NAN, NAN, NAN, NAN, NAN, NAN };
  g_free (group->label);
  group->label = g_strdup (label);
}

/**
 * kompass_dots_chart_set_members:
 * @self: a dot plot
 * @category: index of a category
 * @values: (array length=n_values): the members' values, NAN where unknown; copied
 * @n_values: how many
 * @full: the full length of the axis in the same unit
 *
 * Shows a tick for each member of a group.
 */
void
kompass_dots_chart_set_members (KompassDotsChart *self,
                                guint             category,
                                const double     *values,
                                gsize             n_values,
                                double            full)
{
  Group *group;

  g_return_if_fail (KOMPASS_IS_DOTS_CHART (self));
  g_return_if_fail (category < kompass_chart_get_n_categories (KOMPASS_CHART (self)));

  group = ensure_group (self, category);
  g_free (group->members);
  group->members = g_new0 (double, n_values);
  group->n_members = n_values;
  for (gsize i = 0; i < n_values; i++)
    group->members[i] = full > 0 && isfinite (values[i]) ? values[i] / full : NAN;
}

/**
 * kompass_dots_chart_set_sorted:
 * @self: a dot plot
 * @sorted: whether to sort
 *
 * Sorts the rows by how far the first series lies above the second, or above the median where there is no second; what
 * lies highest above comes first, what is unknown last. Off by default.
 */
void
kompass_dots_chart_set_sorted (KompassDotsChart *self,
                               gboolean          sorted)
{
  g_return_if_fail (KOMPASS_IS_DOTS_CHART (self));
  self->sorted = sorted;
}
