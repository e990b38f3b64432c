/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a radar's rings, in percent, all at the same side of the first spoke. */

#include "kompass-radar-numbers.h"

#include <math.h>

#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"

#define N_RINGS KOMPASS_RADAR_N_RINGS
#define N_PLACES 4      /* beside the spoke: right or left, standing on the ring or hanging from it */
#define GAP 2           /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define STANDING -0.5
#define HANGING 1.5
#define LEADING 2.5

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

/* Whether the line from (@x1, @y1) to (@x2, @y2) comes within @margin of @box (Liang and Barsky 1984). */
static gboolean
touches (double     x1,
         double     y1,
         double     x2,
         double     y2,
         const Box *box,
         double     margin)
{
  const double p[] = { x1 - x2, x2 - x1, y1 - y2, y2 - y1 };
  const double q[] = { x1 - box->left + margin, box->right + margin - x1,
                       y1 - box->top + margin, box->bottom + margin - y1 };
  double from = 0;
  double to = 1;

  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        from = MAX (from, q[i] / p[i]);
      else if (p[i] > 0)
        to = MIN (to, q[i] / p[i]);
    }
  return from <= to;
}

/* How many lines of the series run through @box. Only lines between the first spoke and its neighbours can. */
static guint
count_crossings (const KompassRadarLayout *layout,
                 KompassChart             *chart,
                 const Box                *box)
{
  const guint neighbours[] = { 1, layout->n_spokes - 1 };
  guint crossings = 0;

  for (guint i = 0; i < kompass_chart_get_n_series (chart); i++)
    for (guint j = 0; j < G_N_ELEMENTS (neighbours); j++)
      {
        double first = kompass_chart_get_ratio (chart, i, 0);
        double second = kompass_chart_get_ratio (chart, i, neighbours[j]);
        double x1, y1, x2, y2;

        if (isnan (first) || isnan (second))
          continue;
        kompass_radar_layout_locate (layout, 0, first, &x1, &y1);
        kompass_radar_layout_locate (layout, neighbours[j], second, &x2, &y2);
        crossings += touches (x1, y1, x2, y2, box, layout->unit);
      }
  return crossings;
}

static Box
locate_number (const KompassRadarLayout *layout,
               const KompassChartLabel  *label,
               double                    digit,
               guint                     ring,
               guint                     place)
{
  gboolean left = place & 1;
  gboolean hanging = place & 2;
  double gap = GAP * layout->unit + layout->reach;
  double x, y;
  Box box;

  kompass_radar_layout_locate (layout, 0, (double) ring / N_RINGS, &x, &y);
  box.left = left ? x - gap - label->width : x + gap;
  box.right = box.left + label->width;
  box.top = hanging ? y + HANGING * layout->unit : y + STANDING * layout->unit - digit;
  box.bottom = box.top + digit;
  return box;
}

/* Where the rings are too narrow for all numbers, only every other is shown, or every fourth, and in any case the
 * outermost. */
static gboolean
has_number (const KompassRadarLayout *layout,
            double                    digit,
            guint                     ring)
{
  static const guint steps[] = { 1, 2, 4 };
  double least = digit + LEADING * layout->unit;

  if (layout->radius < 2 * least)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * layout->radius / N_RINGS >= least)
      return (N_RINGS - ring) % steps[i] == 0;
  return ring == N_RINGS;
}

/* To the right of the spoke, standing on the rings, unless fewer lines run through the numbers elsewhere. */
static guint
find_place (const KompassRadarLayout *layout,
            KompassChart             *chart,
            GPtrArray                *labels,
            double                    digit)
{
  guint fewest = G_MAXUINT;
  guint best = 0;

  for (guint place = 0; place < N_PLACES; place++)
    {
      guint crossings = 0;

      for (guint ring = 1; ring <= N_RINGS; ring++)
        if (has_number (layout, digit, ring))
          {
            Box box = locate_number (layout, labels->pdata[ring - 1], digit, ring, place);

            crossings += count_crossings (layout, chart, &box);
          }
      if (crossings < fewest)
        {
          fewest = crossings;
          best = place;
        }
    }
  return best;
}

/**
 * kompass_radar_numbers_draw:
 * @layout: the fitted layout of the radar
 * @chart: the chart
 * @text: the fonts
 * @cr: where to draw
 * @style: how to draw
 *
 * Draws the numbers of the rings.
 */
void
kompass_radar_numbers_draw (const KompassRadarLayout *layout,
                            KompassChart             *chart,
                            KompassChartText         *text,
                            cairo_t                  *cr,
                            const KompassChartStyle  *style)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_chart_label_free);
  double digit = kompass_chart_text_get_digit_height (text, KOMPASS_CHART_FONT_NUMBER);
  guint place;

  for (guint ring = 1; ring <= N_RINGS; ring++)
    {
      char number[8];

      g_snprintf (number, sizeof number, "%u", ring * 100 / N_RINGS);
      g_ptr_array_add (labels, kompass_chart_label_new (text, KOMPASS_CHART_FONT_NUMBER, number));
    }

  place = find_place (layout, chart, labels, digit);
  for (guint ring = 1; ring <= N_RINGS; ring++)
    if (has_number (layout, digit, ring))
      {
        KompassChartLabel *label = labels->pdata[ring - 1];
        Box box = locate_number (layout, label, digit, ring, place);

        kompass_chart_label_draw (label, cr, style, KOMPASS_CHART_ROLE_SECONDARY, box.left,
                                  box.bottom - label->baseline);
      }
}
