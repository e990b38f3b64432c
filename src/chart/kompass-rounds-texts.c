/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts in a panel of rounds: values at the points, years under them. Those of the latest and the first round have the
 * first choice of place; what finds none is left out, whole, and stays to be had by pointing. */

#include "kompass-rounds-texts.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"

#define GAP 1.5          /* lengths in units of the text, see kompass_chart_text_get_unit() */
#define SIDE_GAP 3
#define YEAR_GAP 6
#define BAND_REACH 4
#define APART 2
#define SAMPLES 60

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Box;

typedef struct
{
  const KompassRoundsLayout *layout;
  const KompassRoundsPanel *panel;
  guint category;
  cairo_t *cr;        /* NULL while texts are only placed */
  const KompassChartStyle *style;
  GArray *boxes;      /* Box, where texts are already */
} Texts;

static gboolean
is_free (const Texts *texts,
         const Box   *box)
{
  double apart = APART * texts->layout->unit;

  for (guint i = 0; i < texts->boxes->len; i++)
    {
      const Box *other = &g_array_index (texts->boxes, Box, i);

      if (box->x < other->x + other->width + apart && other->x < box->x + box->width + apart &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }
  return TRUE;
}

/* Whether a line of the panel runs through the text; sampled, which is enough for something as large. */
static gboolean
is_crossed (const Texts *texts,
            const Box   *box)
{
  for (guint place = 0; place < texts->layout->data->n_series; place++)
    {
      KompassRoundsSegment segments[2];
      guint n = kompass_rounds_layout_get_segments (texts->layout, place, texts->category, segments);

      for (guint i = 0; i < n; i++)
        for (guint step = 0; step <= SAMPLES; step++)
          {
            double x = segments[i].x1 + (segments[i].x2 - segments[i].x1) * step / SAMPLES;
            double y = segments[i].y1 + (segments[i].y2 - segments[i].y1) * step / SAMPLES;

            if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
              return TRUE;
          }
    }
  return FALSE;
}

/* Puts the text at the first of the places, its centre and top edge, where it meets neither text nor line, or else at the
 * first where it meets no text; moved only as far as the panel's sides ask for. */
static void
put (Texts             *texts,
     KompassChartLabel *label,
     guint              role,
     const double     (*places)[2],
     guint              n_places)
{
  const KompassRoundsLayout *layout = texts->layout;
  double left = texts->panel->x;
  double right = MAX (left + layout->width - label->width, left);

  for (int strict = 1; strict >= 0; strict--)
    for (guint i = 0; i < n_places; i++)
      {
        Box box = { CLAMP (places[i][0] - label->width / 2, left, right), places[i][1], label->width, label->height };

        if (!is_free (texts, &box) || (strict == 1 && is_crossed (texts, &box)))
          continue;
        g_array_append_val (texts->boxes, box);
        if (texts->cr != NULL)
          kompass_chart_label_draw (label, texts->cr, texts->style, role, box.x, box.y);
        return;
      }
}

/* The latest round, the first, and then the others. */
static guint
nth_in_turn (const KompassRoundsData *data,
             guint                    turn)
{
  if (turn == 0)
    return data->n_series - 1;
  return turn - 1;
}

/* Whether the line to the round @step places from @place in time goes up. */
static gboolean
line_goes_up (const Texts *texts,
              guint        place,
              int          step,
              gboolean    *up)
{
  const KompassRoundsLayout *layout = texts->layout;
  const KompassRoundsData *data = layout->data;
  double own, other;
  guint series;

  if ((step < 0 && place == 0) || (step > 0 && place + 1 >= data->n_series))
    return FALSE;
  own = kompass_rounds_layout_get_value (layout, data->order[place], texts->category);
  other = kompass_rounds_layout_get_value (layout, data->order[place + step], texts->category);
  series = data->order[step < 0 ? place - 1 : place];
  if (isnan (other) || kompass_rounds_layout_get_cell (layout, series, texts->category)->link == KOMPASS_CHART_LINK_NONE)
    return FALSE;
  *up = other > own;
  return TRUE;
}

/* Below a point from which all lines go up, above every other. */
static gboolean
belongs_below (const Texts *texts,
               guint        place)
{
  gboolean before = FALSE;
  gboolean behind = FALSE;
  gboolean joined_before = line_goes_up (texts, place, -1, &before);
  gboolean joined_behind = line_goes_up (texts, place, 1, &behind);

  return (joined_before || joined_behind) && (!joined_before || before) && (!joined_behind || behind);
}

static void
put_value (Texts *texts,
           guint  place)
{
  const KompassRoundsLayout *layout = texts->layout;
  guint series = layout->data->order[place];
  KompassChartLabel *label = layout->values[series * layout->data->n + texts->category];
  double places[2][2];
  double x, y, above, below;
  guint n = 0;

  if (label == NULL)
    return;
  x = kompass_rounds_layout_get_x (layout, series, texts->category);
  y = kompass_rounds_layout_get_y (layout, kompass_rounds_layout_get_value (layout, series, texts->category),
                                   texts->category);
  above = y - layout->reach - label->height;
  below = y + layout->reach + GAP * layout->unit;
  if (below + label->height > texts->panel->bottom)
    below = above;
  places[0][0] = places[1][0] = x;
  places[n++][1] = belongs_below (texts, place) ? below : above;
  places[n++][1] = belongs_below (texts, place) ? above : below;
  put (texts, label, KOMPASS_CHART_ROLE_TEXT, (const double (*)[2]) places, n);
}

/* Beside the band if there is room in the panel, else above or below it. */
static void
put_band (Texts *texts,
          guint  place)
{
  const KompassRoundsLayout *layout = texts->layout;
  guint series = layout->data->order[place];
  const KompassRoundsCell *cell = kompass_rounds_layout_get_cell (layout, series, texts->category);
  KompassChartLabel *label = layout->bands[series * layout->data->n + texts->category];
  double x, high, low, aside;

  if (label == NULL)
    return;
  x = kompass_rounds_layout_get_x (layout, series, texts->category);
  high = kompass_rounds_layout_get_y (layout, cell->high, texts->category);
  low = kompass_rounds_layout_get_y (layout, cell->low, texts->category);
  aside = (BAND_REACH + SIDE_GAP) * layout->unit + label->width / 2;
  {
    const double middle = (low + high - label->height) / 2;
    const double places[][2] = {
      { x + aside, middle },
      { x, high - label->height - GAP * layout->unit },
      { x + label->width / 2, high - label->height - GAP * layout->unit },
      { x, low + GAP * layout->unit },
      { x - aside, middle },
    };

    put (texts, label, KOMPASS_CHART_ROLE_SECONDARY, places, G_N_ELEMENTS (places));
  }
}

/* Rounds of one name that stand side by side share it. */
static void
put_year (Texts *texts,
          guint  place)
{
  const KompassRoundsLayout *layout = texts->layout;
  const KompassRoundsData *data = layout->data;
  guint series = data->order[place];
  const char *name = kompass_chart_get_series_name (layout->chart, series);
  guint first = place;
  guint last = place;

  while (first > 0 && strcmp (kompass_chart_get_series_name (layout->chart, data->order[first - 1]), name) == 0)
    first--;
  while (last + 1 < data->n_series &&
         strcmp (kompass_chart_get_series_name (layout->chart, data->order[last + 1]), name) == 0)
    last++;
  put (texts, layout->years[series], KOMPASS_CHART_ROLE_SECONDARY,
       &(const double[2]) {
         (kompass_rounds_layout_get_x (layout, data->order[first], texts->category) +
          kompass_rounds_layout_get_x (layout, data->order[last], texts->category)) / 2,
         texts->panel->bottom + YEAR_GAP * layout->unit,
       }, 1);
}

static void
put_all (Texts *texts)
{
  const KompassRoundsData *data = texts->layout->data;

  if (!texts->layout->valued)
    return;
  for (guint turn = 0; turn < data->n_series; turn++)
    put_value (texts, nth_in_turn (data, turn));
  for (guint turn = 0; turn < data->n_series; turn++)
    put_band (texts, nth_in_turn (data, turn));
  for (guint turn = 0; turn < data->n_series; turn++)
    put_year (texts, nth_in_turn (data, turn));
}

/**
 * kompass_rounds_texts_clip:
 * @layout: a fitted layout
 * @category: index of a category
 * @cr: where to draw
 *
 * Keeps what is drawn in a panel from now on off its texts: lines of the grid, which say nothing there.
 */
void
kompass_rounds_texts_clip (const KompassRoundsLayout *layout,
                           guint                      category,
                           cairo_t                   *cr)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  const KompassRoundsPanel *panel = &layout->panels[category];
  Texts texts = { layout, panel, category, NULL, NULL, boxes };
  double apart = APART * layout->unit / 2;
  double reach = layout->reach;

  put_all (&texts);
  cairo_new_path (cr);
  cairo_rectangle (cr, panel->x - reach, panel->top - reach, layout->width + 2 * reach, panel->bottom - panel->top + 2 * reach);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *box = &g_array_index (boxes, Box, i);

      cairo_rectangle (cr, box->x - apart, box->y, box->width + 2 * apart, box->height);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

/**
 * kompass_rounds_texts_draw:
 * @layout: a fitted layout
 * @category: index of a category
 * @cr: where to draw
 * @style: how to draw
 *
 * Draws the texts in a panel.
 */
void
kompass_rounds_texts_draw (const KompassRoundsLayout *layout,
                           guint                      category,
                           cairo_t                   *cr,
                           const KompassChartStyle   *style)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  Texts texts = { layout, &layout->panels[category], category, cr, style, boxes };

  put_all (&texts);
}
