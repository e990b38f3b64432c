/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layout of a radar: the labels first, whole and apart from each other; the spokes get what is left.
 *
 * The labels were measured once for every number of lines, so that the search for the largest radius is plain
 * arithmetic on boxes: try a radius, see whether the labels find room around it. Coordinates are in points from
 * the centre, y downwards. */

#include "kompass-radar-layout.h"

#include <math.h>

#include "kompass-chart-shape.h"

#define COMFORTABLE 130     /* width of a label that reads well, in units of the text */
#define COMFORTABLE_LINES 3
#define LABEL_GAP 3         /* between two labels, in units */
#define UPRIGHT 0.3         /* a spoke this near to upright has its label above or below rather than beside it */
#define STEPS 48            /* radii tried from the largest down */
#define REFINEMENTS 7
#define LINE_COST 0.98      /* what share of the radius one would rather keep than one line less among the labels */
#define LIMIT_COST 0.92     /* likewise, for allowing labels of more than two or three lines */
#define TRIMS 8             /* radii below the largest that are considered, */
#define TRIM 0.98           /* each this part of the one before, */

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Box;

/* From -1, the label ends at the end of its spoke, over 0, it is centred there, to 1, it begins there. */
static double
side_of (const KompassRadarSpoke *spoke)
{
  return CLAMP (spoke->dx / UPRIGHT, -1, 1);
}

static const KompassChartWrap *
get_wrap (const KompassRadarSpoke *spoke,
          guint                    wrap)
{
  return &g_array_index (spoke->label->wraps, KompassChartWrap, wrap);
}

/* The last wrap of at most @max_lines lines, which is the narrowest of them. */
static guint
narrowest_wrap (const KompassRadarSpoke *spoke,
                guint                    max_lines)
{
  guint wrap = 0;

  while (wrap + 1 < spoke->label->wraps->len && get_wrap (spoke, wrap + 1)->lines <= max_lines)
    wrap++;
  return wrap;
}

/* The wrap with the fewest lines that is not wider than @room and reads well. */
static guint
best_wrap (const KompassRadarSpoke *spoke,
           double                   room,
           double                   comfortable,
           guint                    max_lines)
{
  guint narrowest = narrowest_wrap (spoke, max_lines);
  guint few = narrowest_wrap (spoke, COMFORTABLE_LINES);
  double width = MIN (room, MAX (comfortable, get_wrap (spoke, few)->width)) + 1e-6;
  guint wrap = 0;

  while (wrap < narrowest && get_wrap (spoke, wrap)->width > width)
    wrap++;
  return wrap;
}

static void
place_label (KompassRadarLayout *self,
             KompassRadarSpoke  *spoke,
             double              radius,
             guint               wrap)
{
  double end = radius + self->gap;

  spoke->wrap = wrap;
  spoke->width = get_wrap (spoke, wrap)->width;
  spoke->height = get_wrap (spoke, wrap)->lines * spoke->label->line_height;
  spoke->x = end * spoke->dx + (side_of (spoke) - 1) / 2 * spoke->width;
  spoke->y = end * spoke->dy + (spoke->dy - 1) / 2 * spoke->height;
}

/* Where the centre may be so that the narrowest labels and the marks stay inside 0 to @width. */
static gboolean
find_centre (KompassRadarLayout *self,
             double              radius,
             double              width,
             guint               max_lines,
             double             *centre)
{
  double low = 0;
  double high = width;

  for (guint i = 0; i < self->n_spokes; i++)
    {
      KompassRadarSpoke *spoke = &self->spokes[i];

      place_label (self, spoke, radius, narrowest_wrap (spoke, max_lines));
      low = MAX (low, MAX (-spoke->x, self->reach - radius * spoke->dx));
      high = MIN (high, width - MAX (spoke->x + spoke->width, self->reach + radius * spoke->dx));
    }
  if (low > high)
    return FALSE;
  *centre = CLAMP (width / 2, low, high);
  return TRUE;
}

/* How wide a label may be when the centre is at @centre. */
static double
room_of (KompassRadarLayout *self,
         KompassRadarSpoke  *spoke,
         double              radius,
         double              centre,
         double              width)
{
  double end = (radius + self->gap) * spoke->dx;
  double to_left = (1 - side_of (spoke)) / 2;
  double to_right = (1 + side_of (spoke)) / 2;
  double room = G_MAXDOUBLE;

  if (to_left > 0)
    room = MIN (room, (centre + end) / to_left);
  if (to_right > 0)
    room = MIN (room, (width - centre - end) / to_right);
  return room;
}

static gboolean
overlap (const KompassRadarSpoke *a,
         const KompassRadarSpoke *b,
         double                   gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + gap / 2 && b->y < a->y + a->height + gap / 2;
}

static gboolean
find_overlap (KompassRadarLayout *self,
              guint              *first,
              guint              *second)
{
  for (guint i = 0; i < self->n_spokes; i++)
    for (guint j = i + 1; j < self->n_spokes; j++)
      if (overlap (&self->spokes[i], &self->spokes[j], LABEL_GAP * self->unit))
        {
          *first = i;
          *second = j;
          return TRUE;
        }
  return FALSE;
}

/* Lets labels that stand in each other's way take more lines, the one nearer to upright first. */
static gboolean
separate (KompassRadarLayout *self,
          double              radius,
          guint               max_lines)
{
  guint first;
  guint second;

  while (find_overlap (self, &first, &second))
    {
      KompassRadarSpoke *spoke = &self->spokes[first];
      KompassRadarSpoke *other = &self->spokes[second];

      if (fabs (other->dx) < fabs (spoke->dx))
        {
          spoke = other;
          other = &self->spokes[first];
        }
      if (spoke->wrap >= narrowest_wrap (spoke, max_lines))
        spoke = other;
      if (spoke->wrap >= narrowest_wrap (spoke, max_lines))
        return FALSE;
      place_label (self, spoke, radius, spoke->wrap + 1);
    }
  return TRUE;
}

/* Whether a label stays clear of the outermost ring: some side of the ring, or of the label, has all of the other
 * beyond it. */
static gboolean
is_clear (KompassRadarLayout      *self,
          const KompassRadarSpoke *spoke,
          double                   radius)
{
  double inner = radius * cos (G_PI / self->n_spokes) + self->unit;

  for (guint i = 0; i < self->n_spokes; i++)
    {
      const KompassRadarSpoke *side = &self->spokes[i];
      double x = side->side_dx > 0 ? spoke->x : spoke->x + spoke->width;
      double y = side->side_dy > 0 ? spoke->y : spoke->y + spoke->height;

      if (x * side->side_dx + y * side->side_dy >= inner)
        return TRUE;
    }
  return spoke->y + spoke->height <= -radius - self->unit || spoke->y >= radius * self->low + self->unit ||
         spoke->x >= radius * self->wide + self->unit || spoke->x + spoke->width <= -radius * self->wide - self->unit;
}

/* Tries to place all labels around a radar of @radius inside @box. */
static gboolean
place (KompassRadarLayout *self,
       const Box          *box,
       double              radius,
       guint               max_lines)
{
  double top = 0;
  double bottom = 0;
  double centre;

  if (!find_centre (self, radius, box->width, max_lines, &centre))
    return FALSE;
  for (guint i = 0; i < self->n_spokes; i++)
    {
      KompassRadarSpoke *spoke = &self->spokes[i];
      double room = room_of (self, spoke, radius, centre, box->width);

      place_label (self, spoke, radius, best_wrap (spoke, room, COMFORTABLE * self->unit, max_lines));
    }
  if (!separate (self, radius, max_lines))
    return FALSE;

  for (guint i = 0; i < self->n_spokes; i++)
    {
      KompassRadarSpoke *spoke = &self->spokes[i];

      if (!is_clear (self, spoke, radius))
        return FALSE;
      top = MIN (top, MIN (spoke->y, radius * spoke->dy - self->reach));
      bottom = MAX (bottom, MAX (spoke->y + spoke->height, radius * spoke->dy + self->reach));
    }
  if (bottom - top > box->height)
    return FALSE;

  self->radius = radius;
  self->x = box->x + centre;
  self->y = box->y + (box->height - top - bottom) / 2;
  return TRUE;
}

/* The largest radius at which labels of at most @max_lines lines fit, or 0. */
static double
find_radius (KompassRadarLayout *self,
             const Box          *box,
             guint               max_lines)
{
  double largest = MIN (box->width / (2 * self->wide), box->height / (1 + self->low));
  double fits = 0;
  double fails = largest;

  for (guint i = 0; i < STEPS; i++)
    {
      double radius = largest * (STEPS - i) / STEPS;

      if (place (self, box, radius, max_lines))
        {
          fits = radius;
          break;
        }
      fails = radius;
    }
  for (guint i = 0; fits > 0 && fits < fails && i < REFINEMENTS; i++)
    {
      double radius = (fits + fails) / 2;

      if (place (self, box, radius, max_lines))
        fits = radius;
      else
        fails = radius;
    }
  return fits;
}

/* A large radius is good, and so are labels of few lines. */
static double
value_of (KompassRadarLayout *self)
{
  double value = self->radius;

  for (guint i = 0; i < self->n_spokes; i++)
    value *= pow (LINE_COST, get_wrap (&self->spokes[i], self->spokes[i].wrap)->lines - 1);
  return value;
}

/**
 * kompass_radar_layout_new:
 * @chart: the chart, with at least three categories
 * @text: the fonts
 * @naming: how the categories are named
 *
 * Measures the labels.
 *
 * Returns: (transfer full): a layout that has yet to be fitted
 */
KompassRadarLayout *
kompass_radar_layout_new (KompassChart       *chart,
                          KompassChartText   *text,
                          KompassChartNaming  naming)
{
  KompassRadarLayout *self = g_new0 (KompassRadarLayout, 1);

  self->unit = kompass_chart_text_get_unit (text);
  /* The number of the outermost ring stands on the ring, below the first label. */
  self->gap = MAX (kompass_chart_text_get_digit_height (text, KOMPASS_CHART_FONT_NUMBER) + 3 * self->unit,
                   7 * self->unit);
  for (guint i = 0; i < kompass_chart_get_n_series (chart); i++)
    self->reach = MAX (self->reach, kompass_chart_shape_get_radius (i, self->unit));
  self->labelled = TRUE;
  self->n_spokes = kompass_chart_get_n_categories (chart);
  self->spokes = g_new0 (KompassRadarSpoke, self->n_spokes);
  for (guint i = 0; i < self->n_spokes; i++)
    {
      double angle = 2 * G_PI * i / self->n_spokes;
      KompassRadarSpoke *spoke = &self->spokes[i];

      spoke->dx = sin (angle);
      spoke->dy = -cos (angle);
      self->wide = MAX (self->wide, spoke->dx);
      self->low = MAX (self->low, spoke->dy);
      spoke->side_dx = sin (angle + G_PI / self->n_spokes);
      spoke->side_dy = -cos (angle + G_PI / self->n_spokes);
      spoke->label = kompass_chart_label_new_category (text, chart, i, naming);
    }
  return self;
}

/**
 * kompass_radar_layout_free:
 * @self: a layout
 *
 * Frees @self.
 */
void
kompass_radar_layout_free (KompassRadarLayout *self)
{
  for (guint i = 0; i < self->n_spokes; i++)
    kompass_chart_label_free (self->spokes[i].label);
  g_free (self->spokes);
  g_free (self);
}

/**
 * kompass_radar_layout_fit:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 * @least_radius: the radius below which nothing is gained, in points
 *
 * Finds the largest radar whose labels are whole and apart, with labels of two or three lines where that does not cost
 * much of the radius.
 *
 * Returns: whether there is one of at least @least_radius; if not, @self is not fitted
 */
gboolean
kompass_radar_layout_fit (KompassRadarLayout *self,
                          double              x,
                          double              y,
                          double              width,
                          double              height,
                          double              least_radius)
{
  static const guint line_limits[] = { COMFORTABLE_LINES, 4, 5, 7, 10, G_MAXUINT };
  const Box box = { x, y, width, height };
  double best = 0;
  double best_value = 0;
  double worth = 1;
  guint best_limit = 0;

  for (guint i = 0; i < G_N_ELEMENTS (line_limits); i++, worth *= LIMIT_COST)
    {
      double radius = find_radius (self, &box, line_limits[i]);

      for (guint trim = 0; radius > 0 && trim < TRIMS; trim++, radius *= TRIM)
        if (place (self, &box, radius, line_limits[i]) && value_of (self) * worth > best_value)
          {
            best = radius;
            best_value = value_of (self) * worth;
            best_limit = line_limits[i];
          }
    }
  if (best < MAX (least_radius, 1) || !place (self, &box, best, best_limit))
    return FALSE;

  for (guint i = 0; i < self->n_spokes; i++)
    {
      KompassRadarSpoke *spoke = &self->spokes[i];
      double side = side_of (spoke);

      kompass_chart_label_wrap (spoke->label, spoke->width,
                                side >= 1 ? PANGO_ALIGN_LEFT : side <= -1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER);
    }
  return TRUE;
}

/**
 * kompass_radar_layout_fit_unlabelled:
 * @self: a layout
 * @x: left edge of the room there is, in points
 * @y: top edge, in points
 * @width: in points
 * @height: in points
 *
 * Leaves all labels out, which is the only thing left to do where they do not fit, and fills the room with the spokes.
 */
void
kompass_radar_layout_fit_unlabelled (KompassRadarLayout *self,
                                     double              x,
                                     double              y,
                                     double              width,
                                     double              height)
{
  self->labelled = FALSE;
  self->radius = MAX (MIN (width, height) / 2 - MAX (self->reach, self->gap), 0);
  self->x = x + width / 2;
  self->y = y + height / 2;
}

/**
 * kompass_radar_layout_locate:
 * @self: a fitted layout
 * @spoke: index of a spoke
 * @ratio: a part of its length, from 0 in the centre to 1 at the outermost ring
 * @x: (out): to the right, in points
 * @y: (out): downwards, in points
 *
 * Finds a place on a spoke.
 */
void
kompass_radar_layout_locate (const KompassRadarLayout *self,
                             guint                     spoke,
                             double                    ratio,
                             double                   *x,
                             double                   *y)
{
  *x = self->x + ratio * self->radius * self->spokes[spoke].dx;
  *y = self->y + ratio * self->radius * self->spokes[spoke].dy;
}
