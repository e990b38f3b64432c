/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is around a plot: title and subtitle above it, the footnote below it, and the margins. */

#include "kompass-chart-frame.h"

#include "kompass-chart-palette.h"

/* Lengths in units of the text, see kompass_chart_text_get_unit(). */
#define MARGIN 14
#define COMPACT_MARGIN 3
#define LARGEST_MARGIN 0.03   /* of the drawing's shorter side */
#define TITLE_GAP 3
#define PLOT_GAP 10

/* The parts of a drawing's height that the plot has a claim to. */
#define PLOT_SHARE 0.5

static double
height_of (const KompassChartFrame *self,
           KompassChartPlace        place)
{
  return self->labels[place] != NULL ? self->labels[place]->height : 0;
}

/**
 * kompass_chart_frame_clear:
 * @self: a frame
 *
 * Frees what is in @self.
 */
void
kompass_chart_frame_clear (KompassChartFrame *self)
{
  for (guint i = 0; i < KOMPASS_CHART_N_TEXTS; i++)
    g_clear_pointer (&self->labels[i], kompass_chart_label_free);
  g_clear_pointer (&self->font, g_free);
}

/**
 * kompass_chart_frame_measure:
 * @self: a frame
 * @chart: the chart
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: how to draw
 * @scale: by how much texts are shrunk
 * @first: the first #KompassChartPlace that is shown; those before it are left out
 *
 * Measures the texts around the plot.
 */
void
kompass_chart_frame_measure (KompassChartFrame       *self,
                             KompassChart            *chart,
                             double                   width,
                             double                   height,
                             const KompassChartStyle *style,
                             double                   scale,
                             guint                    first)
{
  static const KompassChartFont fonts[KOMPASS_CHART_N_TEXTS] = {
    KOMPASS_CHART_FONT_NOTE, KOMPASS_CHART_FONT_SUBTITLE, KOMPASS_CHART_FONT_TITLE,
  };
  g_autoptr (KompassChartText) text = kompass_chart_text_new (style, scale);

  kompass_chart_frame_clear (self);
  self->unit = kompass_chart_text_get_unit (text);
  self->font = kompass_chart_text_dup_font (text);
  /* A small drawing cannot spare the margin of a large one. */
  self->margin = MIN ((style->compact ? COMPACT_MARGIN : MARGIN) * self->unit,
                      LARGEST_MARGIN * MIN (width, height));
  for (guint i = first; i < KOMPASS_CHART_N_TEXTS; i++)
    {
      const char *shown = kompass_chart_get_text (chart, i);

      if (shown == NULL || *shown == '\0')
        continue;
      self->labels[i] = kompass_chart_label_new (text, fonts[i], shown);
      kompass_chart_label_wrap (self->labels[i], width - 2 * self->margin, PANGO_ALIGN_LEFT);
    }

  self->head = height_of (self, KOMPASS_CHART_TITLE) + height_of (self, KOMPASS_CHART_SUBTITLE);
  if (self->labels[KOMPASS_CHART_TITLE] != NULL && self->labels[KOMPASS_CHART_SUBTITLE] != NULL)
    self->head += TITLE_GAP * self->unit;
  if (self->head > 0)
    self->head += PLOT_GAP * self->unit;
  self->foot = height_of (self, KOMPASS_CHART_FOOTNOTE);
  if (self->foot > 0)
    self->foot += PLOT_GAP * self->unit;
}

/**
 * kompass_chart_frame_get_room:
 * @self: a measured frame
 * @height: of the drawing, in points
 *
 * Returns: the height that is left for the plot, in points
 */
double
kompass_chart_frame_get_room (const KompassChartFrame *self,
                              double                   height)
{
  return height - 2 * self->margin - self->head - self->foot;
}

/**
 * kompass_chart_frame_fit:
 * @self: a frame
 * @chart: the chart
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: how to draw
 *
 * Measures the texts around the plot so that they do not take what the plot needs: half the drawing, and enough to name
 * all its marks. For that they shrink, and if need be are left out, whole, the footnote first and the title last.
 */
void
kompass_chart_frame_fit (KompassChartFrame       *self,
                         KompassChart            *chart,
                         double                   width,
                         double                   height,
                         const KompassChartStyle *style)
{
  double minimum;

  kompass_chart_frame_measure (self, chart, width, height, style, 1, style->compact ? KOMPASS_CHART_N_TEXTS : 0);
  if (self->head + self->foot <= 0)
    return;

  KOMPASS_CHART_GET_CLASS (chart)->measure (chart, width - 2 * self->margin, style, &minimum, NULL);
  minimum = MAX (minimum, PLOT_SHARE * height);
  for (guint first = 0; first < KOMPASS_CHART_N_TEXTS; first++)
    for (guint step = 0; step < KOMPASS_CHART_N_SCALES; step++)
      {
        if (first > 0 || step > 0)
          kompass_chart_frame_measure (self, chart, width, height, style, kompass_chart_text_get_scale (step), first);
        if (kompass_chart_frame_get_room (self, height) >= minimum)
          return;
      }
  kompass_chart_frame_measure (self, chart, width, height, style, 1, KOMPASS_CHART_N_TEXTS);
}

/**
 * kompass_chart_frame_draw:
 * @self: a measured frame
 * @cr: where to draw
 * @height: of the drawing, in points
 * @style: how to draw
 *
 * Draws the texts around the plot.
 */
void
kompass_chart_frame_draw (KompassChartFrame       *self,
                          cairo_t                 *cr,
                          double                   height,
                          const KompassChartStyle *style)
{
  double y = self->margin;

  if (self->labels[KOMPASS_CHART_TITLE] != NULL)
    {
      kompass_chart_label_draw (self->labels[KOMPASS_CHART_TITLE], cr, style, KOMPASS_CHART_ROLE_TEXT,
                                self->margin, y);
      y += height_of (self, KOMPASS_CHART_TITLE) + TITLE_GAP * self->unit;
    }
  if (self->labels[KOMPASS_CHART_SUBTITLE] != NULL)
    kompass_chart_label_draw (self->labels[KOMPASS_CHART_SUBTITLE], cr, style, KOMPASS_CHART_ROLE_SECONDARY,
                              self->margin, y);
  if (self->labels[KOMPASS_CHART_FOOTNOTE] != NULL)
    kompass_chart_label_draw (self->labels[KOMPASS_CHART_FOOTNOTE], cr, style, KOMPASS_CHART_ROLE_SECONDARY,
                              self->margin, height - self->margin - height_of (self, KOMPASS_CHART_FOOTNOTE));
}
