/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels of a chart: measured first, wrapped at words, drawn whole. */

#include "kompass-chart-label.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"
#include "kompass-chart-private.h"

#define MAX_WRAPS 400

typedef struct
{
  double start;
  double end;    /* without the spaces after it */
} Piece;

/* Where the character at @at begins, or with @trailing ends, along the single line of @layout. */
static double
edge_of (PangoLayout *layout,
         const char  *at,
         gboolean     trailing)
{
  PangoRectangle rectangle;

  pango_layout_index_to_pos (layout, at - pango_layout_get_text (layout), &rectangle);
  return (double) (trailing ? rectangle.x + rectangle.width : rectangle.x) / PANGO_SCALE;
}

/* Cuts the text into what must stay together on a line. */
static GArray *
measure_pieces (PangoLayout *layout)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  const char *at = pango_layout_get_text (layout);
  const char *first = at;
  const char *last = NULL;

  for (int i = 0; i + 1 < n_attributes; i++)
    {
      if (!attributes[i].is_white)
        last = at;
      at = g_utf8_next_char (at);
      if (i + 2 < n_attributes && !attributes[i + 1].is_line_break)
        continue;
      if (last != NULL)
        {
          Piece piece = { edge_of (layout, first, FALSE), edge_of (layout, last, TRUE) };
          double size = pango_font_description_get_size (pango_layout_get_font_description (layout));

          /* At a soft hyphen Pango writes one, half as wide as the text is high at most. */
          if (g_utf8_get_char (last) == 0x00ad)
            piece.end += (piece.end >= piece.start ? 0.5 : -0.5) * size / PANGO_SCALE;
          g_array_append_val (pieces, piece);
        }
      first = at;
      last = NULL;
    }
  return pieces;
}

/* Fills lines no wider than @width where the pieces allow it. Returns their number; @used is the widest. */
static guint
fill_lines (GArray *pieces,
            double  width,
            double *used)
{
  guint lines = 0;
  guint i = 0;

  *used = 0;
  while (i < pieces->len)
    {
      double start = g_array_index (pieces, Piece, i).start;
      double line = 0;

      do
        line = fabs (g_array_index (pieces, Piece, i++).end - start);
      while (i < pieces->len && fabs (g_array_index (pieces, Piece, i).end - start) <= width);
      *used = MAX (*used, line);
      lines++;
    }
  return lines;
}

static void
keep_together (PangoAttrList *attributes,
               const char    *text,
               const char    *from,
               const char    *to)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = from - text;
  attribute->end_index = to - text;
  pango_attr_list_insert (attributes, attribute);
}

/* A number at the beginning stays with the word behind it, and no line begins with a dash. */
static void
set_breaks (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  gsize number = strspn (text, "0123456789.");

  if (number > 0 && text[number] == ' ' && text[number + 1] != '\0')
    keep_together (attributes, text, text, g_utf8_next_char (text + number + 1));
  for (const char *at = text; (at = strchr (at, ' ')) != NULL && at[1] != '\0'; at++)
    if (at > text && g_unichar_type (g_utf8_get_char (at + 1)) == G_UNICODE_DASH_PUNCTUATION)
      keep_together (attributes, text, g_utf8_prev_char (at), g_utf8_next_char (at + 1));
  pango_layout_set_attributes (layout, attributes);
}

static void
measure (KompassChartLabel *self)
{
  PangoRectangle ink;
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, &ink, &logical);
  self->offset = (double) logical.x / PANGO_SCALE;
  self->width = (double) logical.width / PANGO_SCALE;
  self->height = (double) logical.height / PANGO_SCALE;
  self->baseline = (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
}

/* Of two wraps with as many lines the later, narrower one is kept. */
static void
append_wrap (GArray                 *wraps,
             const KompassChartWrap *wrap)
{
  if (wraps->len > 0 && g_array_index (wraps, KompassChartWrap, wraps->len - 1).lines == wrap->lines)
    g_array_set_size (wraps, wraps->len - 1);
  g_array_append_vals (wraps, wrap, 1);
}

/* Where words may be broken, only Pango knows what becomes of a width. */
static void
find_broken_wraps (KompassChartLabel *self)
{
  double least = 2 * self->line_height;
  double width = kompass_chart_label_get_narrowest (self);

  while ((width *= 0.85) >= least)
    {
      KompassChartWrap wrap = { 0, width };

      kompass_chart_label_wrap (self, width, PANGO_ALIGN_LEFT);
      wrap.lines = pango_layout_get_line_count (self->layout);
      if (wrap.lines >= g_array_index (self->wraps, KompassChartWrap, self->wraps->len - 1).lines)
        append_wrap (self->wraps, &wrap);
    }
  pango_layout_set_width (self->layout, -1);
  measure (self);
}

/**
 * kompass_chart_label_new:
 * @text: the fonts
 * @font: which of them
 * @string: (nullable): what to show
 *
 * Measures @string on one line per paragraph.
 *
 * Returns: (transfer full): the label
 */
KompassChartLabel *
kompass_chart_label_new (KompassChartText *text,
                         KompassChartFont  font,
                         const char       *string)
{
  KompassChartLabel *self = g_new0 (KompassChartLabel, 1);

  self->layout = kompass_chart_text_create_layout (text, font, string);
  set_breaks (self->layout);
  measure (self);
  self->line_height = self->height / pango_layout_get_line_count (self->layout);
  return self;
}

/**
 * kompass_chart_label_free:
 * @self: a label
 *
 * Frees @self.
 */
void
kompass_chart_label_free (KompassChartLabel *self)
{
  g_clear_pointer (&self->wraps, g_array_unref);
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * kompass_chart_label_find_wraps:
 * @self: a label that has not been wrapped yet
 * @anywhere: whether a word may be broken where it is wider than a line, the last resort
 *
 * Finds for every number of lines the narrowest width that gives it, so that a layout can be sought by
 * arithmetic instead of wrapping again and again.
 */
void
kompass_chart_label_find_wraps (KompassChartLabel *self,
                                gboolean           anywhere)
{
  g_autoptr (GArray) pieces = measure_pieces (self->layout);
  double width = G_MAXDOUBLE;

  g_clear_pointer (&self->wraps, g_array_unref);
  self->wraps = g_array_new (FALSE, FALSE, sizeof (KompassChartWrap));
  for (guint i = 0; i < MAX_WRAPS; i++)
    {
      KompassChartWrap wrap;

      wrap.lines = MAX (fill_lines (pieces, width, &wrap.width), 1);
      if (wrap.width > width)
        break;
      append_wrap (self->wraps, &wrap);
      width = wrap.width - 0.01;
    }
  if (anywhere)
    find_broken_wraps (self);
}

/**
 * kompass_chart_label_new_category:
 * @text: the fonts
 * @chart: the chart
 * @category: index of a category
 * @naming: how to name it
 *
 * Measures the label of a category and finds its wraps.
 *
 * Returns: (transfer full): the label
 */
KompassChartLabel *
kompass_chart_label_new_category (KompassChartText   *text,
                                  KompassChart       *chart,
                                  guint               category,
                                  KompassChartNaming  naming)
{
  g_autofree char *number = NULL;
  KompassChartLabel *self;

  if (naming == KOMPASS_CHART_NAMING_NUMBERS)
    number = kompass_chart_dup_number (chart, category);
  self = kompass_chart_label_new (text, KOMPASS_CHART_FONT_LABEL,
                                  number != NULL ? number : kompass_chart_get_category (chart, category));
  kompass_chart_label_find_wraps (self, naming == KOMPASS_CHART_NAMING_BROKEN);
  return self;
}

/**
 * kompass_chart_label_get_narrowest:
 * @self: a label whose wraps have been found
 *
 * Returns: the width it cannot go below, in points
 */
double
kompass_chart_label_get_narrowest (const KompassChartLabel *self)
{
  return g_array_index (self->wraps, KompassChartWrap, self->wraps->len - 1).width;
}

/**
 * kompass_chart_label_get_height_at:
 * @self: a label whose wraps have been found
 * @width: the width of its lines, in points
 *
 * Returns: the height it will have when it is wrapped at @width, in points
 */
double
kompass_chart_label_get_height_at (const KompassChartLabel *self,
                                   double                   width)
{
  guint i = 0;

  while (i + 1 < self->wraps->len && g_array_index (self->wraps, KompassChartWrap, i).width > width)
    i++;
  return g_array_index (self->wraps, KompassChartWrap, i).lines * self->line_height;
}

/**
 * kompass_chart_label_wrap:
 * @self: a label
 * @width: the width of its lines, in points
 * @alignment: to which side its lines are flush, whatever the direction of the text
 *
 * Wraps the label at words, within a word only where a word is wider than @width, and measures it again.
 */
void
kompass_chart_label_wrap (KompassChartLabel *self,
                          double             width,
                          PangoAlignment     alignment)
{
  if (pango_layout_get_width (self->layout) < 0 && pango_layout_get_line_count (self->layout) == 1 &&
      self->width <= width)
    return;

  /* Pango turns left and right around in a paragraph that runs from right to left. */
  if (alignment != PANGO_ALIGN_CENTER && pango_layout_get_direction (self->layout, 0) == PANGO_DIRECTION_RTL)
    alignment = alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, alignment);
  /* A hair more, so that rounding does not break a line that was measured to fit. */
  pango_layout_set_width (self->layout, (int) ceil ((MAX (width, 1) + 0.05) * PANGO_SCALE));
  measure (self);
}

/**
 * kompass_chart_label_draw:
 * @self: a label
 * @cr: where to draw
 * @style: how to draw
 * @role: the colour, as in kompass_chart_palette_get()
 * @x: the left edge, in points
 * @y: the top edge, in points
 *
 * Draws the label.
 */
void
kompass_chart_label_draw (KompassChartLabel       *self,
                          cairo_t                 *cr,
                          const KompassChartStyle *style,
                          guint                    role,
                          double                   x,
                          double                   y)
{
  kompass_chart_set_source (cr, style, role);
  cairo_move_to (cr, x - self->offset, y);
  pango_cairo_show_layout (cr, self->layout);
}

/**
 * kompass_chart_label_fit:
 * @chart: a chart
 * @try: tries one way of naming its categories
 * @data: for @try
 *
 * Texts shrink first, then words are broken, then names give way to their numbers.
 *
 * Returns: %TRUE if one of them fits; the last that was tried is what the plot has
 */
gboolean
kompass_chart_label_fit (KompassChart    *chart,
                         KompassChartTry  try,
                         gpointer         data)
{
  const guint last = KOMPASS_CHART_N_SCALES - 1;

  for (guint step = 0; step <= last; step++)
    if (try (data, step, KOMPASS_CHART_NAMING_WORDS))
      return TRUE;

  return try (data, last, KOMPASS_CHART_NAMING_BROKEN) ||
         (kompass_chart_has_numbers (chart) && try (data, last, KOMPASS_CHART_NAMING_NUMBERS));
}
