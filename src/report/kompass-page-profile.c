/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A profile as a shape, without words: the ornament of a report's first page. */

#include <math.h>

#include "kompass-chart-palette.h"
#include "kompass-page-layout.h"
#include "kompass-radar-chart.h"

static double
get_share (KompassChart *chart,
           guint         category)
{
  const KompassChartValue *value = kompass_chart_get_value (chart, 0, category);

  return isfinite (value->value) && value->maximum > 0 ? CLAMP (value->value / value->maximum, 0, 1) : NAN;
}

static gboolean
is_whole (KompassChart *chart)
{
  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    if (isnan (get_share (chart, i)))
      return FALSE;

  return TRUE;
}

/* A shape with a gap, or of areas that are scored in part, would look like a result, and a web without one like a mistake:
 * what is not known as a whole has none. */
static KompassChart *
find_profile (const KompassDocument *document)
{
  if (document->cover.part != NULL)
    return NULL;
  for (guint i = 0; i < document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        {
          const KompassBlock *block = g_ptr_array_index (chapter->blocks, j);

          if (block->kind == KOMPASS_BLOCK_FIGURE && KOMPASS_IS_RADAR_CHART (block->chart) &&
              kompass_chart_get_n_series (block->chart) > 0 && kompass_chart_get_n_categories (block->chart) > 2)
            return is_whole (block->chart) ? block->chart : NULL;
        }
    }

  return NULL;
}

static void
add_corner (cairo_t *cr,
            guint    corner,
            guint    n,
            double   radius)
{
  double angle = 2 * G_PI * corner / n - G_PI_2;

  cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
}

static void
add_ring (cairo_t *cr,
          guint    n,
          double   radius)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    add_corner (cr, i, n, radius);
  cairo_close_path (cr);
}

static void
draw_web (cairo_t  *cr,
          guint     n,
          double    radius,
          gboolean  greyscale)
{
  cairo_set_line_width (cr, 0.7);
  kompass_page_set_ink (cr, KOMPASS_CHART_ROLE_GRID, greyscale);
  for (guint i = 1; i <= 5; i++)
    {
      add_ring (cr, n, radius * i / 5);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < n; i++)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, 0, 0);
      add_corner (cr, i, n, radius);
      cairo_stroke (cr);
    }
}

static void
add_shape (cairo_t      *cr,
           KompassChart *chart,
           double        radius,
           guint         role,
           gboolean      greyscale)
{
  guint n = kompass_chart_get_n_categories (chart);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    add_corner (cr, i, n, radius * get_share (chart, i));
  cairo_close_path (cr);
  kompass_page_set_ink (cr, role, greyscale);
}

/**
 * kompass_page_cover_has_profile:
 * @document: a document
 *
 * Returns: whether there is a profile for the first page
 */
gboolean
kompass_page_cover_has_profile (KompassDocument *document)
{
  return find_profile (document) != NULL;
}

/**
 * kompass_page_cover_draw_profile:
 * @document: a document
 * @cr: where to draw, with the origin in the middle
 * @size: of the picture, in points
 * @greyscale: whether colours are drawn as greys
 *
 * Draws the profile of the document's first radar, without words. Without a radar, or with an area that is not known, there is nothing to draw.
 */
void
kompass_page_cover_draw_profile (KompassDocument *document,
                                 cairo_t         *cr,
                                 double           size,
                                 gboolean         greyscale)
{
  KompassChart *chart = find_profile (document);

  if (chart == NULL)
    return;
  add_shape (cr, chart, size / 2, KOMPASS_CHART_ROLE_FILL, greyscale);
  cairo_fill (cr);
  draw_web (cr, kompass_chart_get_n_categories (chart), size / 2, greyscale);
  add_shape (cr, chart, size / 2, KOMPASS_CHART_ROLE_SERIES, greyscale);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}
