/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows with their names in a column on the left: what bars, dots and differences have in common. */

#include "kompass-chart-rows.h"

#include <math.h>

#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"

#define COLUMN_GAP 9          /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define WIDEST_COLUMN 250
#define LEAST_LENGTH 45
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
content_at (KompassChartRows *self,
            double            spread)
{
  const KompassChartSpacing *spacing = &self->spacing;

  return mix (spacing->least_content, spacing->natural_content, MIN (spread, spacing->thickest));
}

static double
gap_at (KompassChartRows *self,
        double            spread)
{
  return mix (self->spacing.least_gap, self->spacing.natural_gap, spread);
}

static double
height_of_row (KompassChartRows *self,
               guint             category,
               double            content)
{
  double label = self->labelled ? kompass_chart_label_get_height_at (self->labels[category], self->column) : 0;

  return MAX (label, content);
}

/* Spread 0 is as close as the rows may come, 1 their natural spacing. */
static double
height_at (KompassChartRows *self,
           double            spread)
{
  double height = self->n > 1 ? gap_at (self, spread) * (self->n - 1) : 0;

  for (guint i = 0; i < self->n; i++)
    height += height_of_row (self, i, content_at (self, spread));
  return height;
}

/* Gives the names at most @share of @width. Returns whether all their words are whole and there is room enough left. */
static gboolean
set_column (KompassChartRows *self,
            double            x,
            double            width,
            double            share)
{
  double widest = 0;
  double narrowest = 0;

  for (guint i = 0; self->labelled && i < self->n; i++)
    {
      widest = MAX (widest, g_array_index (self->labels[i]->wraps, KompassChartWrap, 0).width);
      narrowest = MAX (narrowest, kompass_chart_label_get_narrowest (self->labels[i]));
    }
  self->column = MIN (widest, MIN (share * width, MAX (WIDEST_COLUMN * self->unit, narrowest)));
  self->x = x;
  self->right = x + width;
  self->left = x + self->column + (self->labelled ? COLUMN_GAP * self->unit + self->lead : self->bare_lead);
  self->length = MAX (self->right - self->left - self->trail, 0);
  return self->column >= narrowest && self->length >= LEAST_LENGTH * self->unit;
}

static void
place (KompassChartRows *self,
       double            y,
       double            spread)
{
  self->content = content_at (self, spread);
  self->gap = gap_at (self, spread);
  for (guint i = 0; self->labelled && i < self->n; i++)
    kompass_chart_label_wrap (self->labels[i], self->column, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < self->n; i++)
    {
      guint category = self->order[i];

      self->tops[category] = y;
      self->heights[category] = height_of_row (self, category, self->content);
      y += self->heights[category] + self->gap;
    }
}

/* The widest spacing at which the rows fill no more than @height. */
static double
find_spread (KompassChartRows *self,
             double            height)
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

/**
 * kompass_chart_rows_new:
 * @chart: the chart
 * @text: the fonts
 * @naming: how the categories are named
 *
 * Measures the names. Spacing and what reaches beyond the values are for the caller to set before the rows are fitted.
 *
 * Returns: (transfer full): rows that have yet to be fitted
 */
KompassChartRows *
kompass_chart_rows_new (KompassChart       *chart,
                        KompassChartText   *text,
                        KompassChartNaming  naming)
{
  KompassChartRows *self = g_new0 (KompassChartRows, 1);

  self->chart = chart;
  self->unit = kompass_chart_text_get_unit (text);
  self->n = kompass_chart_get_n_categories (chart);
  self->labelled = TRUE;
  self->labels = g_new0 (KompassChartLabel *, self->n);
  self->order = g_new0 (guint, self->n);
  self->tops = g_new0 (double, self->n);
  self->heights = g_new0 (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->labels[i] = kompass_chart_label_new_category (text, chart, i, naming);
      self->order[i] = i;
    }
  return self;
}

/**
 * kompass_chart_rows_free:
 * @self: rows
 *
 * Frees @self.
 */
void
kompass_chart_rows_free (KompassChartRows *self)
{
  for (guint i = 0; i < self->n; i++)
    kompass_chart_label_free (self->labels[i]);
  g_free (self->labels);
  g_free (self->order);
  g_free (self->tops);
  g_free (self->heights);
  g_free (self);
}

static int
compare_keys (gconstpointer one,
              gconstpointer other,
              gpointer      data)
{
  const double *keys = data;
  guint a = *(const guint *) one;
  guint b = *(const guint *) other;

  if (isnan (keys[a]) != isnan (keys[b]))
    return isnan (keys[a]) ? 1 : -1;
  if (keys[a] != keys[b] && !isnan (keys[a]))
    return keys[a] > keys[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

/**
 * kompass_chart_rows_sort:
 * @self: rows
 * @keys: one for each category, not a number where there is none
 *
 * Orders the rows by @keys, the largest on top; what has none comes last.
 */
void
kompass_chart_rows_sort (KompassChartRows *self,
                         const double     *keys)
{
  g_qsort_with_data (self->order, (int) self->n, sizeof *self->order, compare_keys, (gpointer) keys);
}

/**
 * kompass_chart_rows_fit:
 * @self: rows
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
kompass_chart_rows_fit (KompassChartRows *self,
                        double            x,
                        double            y,
                        double            width,
                        double            height,
                        gboolean          tight)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (shares); i++)
    {
      double spread = i < G_N_ELEMENTS (shares) ? SNUG : 0;
      gboolean whole = set_column (self, x, width, shares[i % G_N_ELEMENTS (shares)]);

      if ((!whole && !tight) || height_at (self, spread) > height)
        continue;
      place (self, y, find_spread (self, height));
      return TRUE;
    }
  return FALSE;
}

/**
 * kompass_chart_rows_fit_bare:
 * @self: rows
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves the names out, and closes the rows up as far as it takes: the only thing left to do where they do not fit.
 */
void
kompass_chart_rows_fit_bare (KompassChartRows *self,
                             double            x,
                             double            y,
                             double            width,
                             double            height)
{
  self->labelled = FALSE;
  set_column (self, x, width, shares[0]);
  place (self, y, find_spread (self, height));
  if (height_at (self, 0) <= height)
    return;
  self->content = height / (self->n * 1.5);
  self->gap = self->content / 2;
  for (guint i = 0; i < self->n; i++)
    {
      self->heights[self->order[i]] = self->content;
      self->tops[self->order[i]] = y + i * (self->content + self->gap);
    }
}

/**
 * kompass_chart_rows_get_height:
 * @self: rows
 * @width: the room there is, in points
 * @least: whether to close up as far as the texts allow
 *
 * Returns: the height the rows need, in points
 */
double
kompass_chart_rows_get_height (KompassChartRows *self,
                               double            width,
                               gboolean          least)
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
 * kompass_chart_rows_get_middle:
 * @self: fitted rows
 * @category: index of a category
 *
 * Returns: the vertical centre of its row, in points
 */
double
kompass_chart_rows_get_middle (const KompassChartRows *self,
                               guint                   category)
{
  return self->tops[category] + self->heights[category] / 2;
}

/**
 * kompass_chart_rows_get_target:
 * @self: fitted rows
 * @category: index of a category
 * @top: (out): in points
 * @bottom: (out): in points
 *
 * Finds what belongs to a row for a pointer: half the gap on both sides as well.
 */
void
kompass_chart_rows_get_target (const KompassChartRows *self,
                               guint                   category,
                               double                 *top,
                               double                 *bottom)
{
  *top = self->tops[category] - self->gap / 2;
  *bottom = self->tops[category] + self->heights[category] + self->gap / 2;
}

/**
 * kompass_chart_rows_draw_label:
 * @self: fitted rows
 * @cr: where to draw
 * @style: how to draw
 * @category: index of a category
 *
 * Draws the name of the row, where names are shown.
 */
void
kompass_chart_rows_draw_label (KompassChartRows        *self,
                               cairo_t                 *cr,
                               const KompassChartStyle *style,
                               guint                    category)
{
  KompassChartLabel *label = self->labels[category];

  if (self->labelled)
    kompass_chart_label_draw (label, cr, style, KOMPASS_CHART_ROLE_TEXT, self->x,
                              kompass_chart_rows_get_middle (self, category) - label->height / 2);
}
