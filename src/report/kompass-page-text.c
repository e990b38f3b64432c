/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on a page: lines that are drawn run by run, so that links are where their words are. */

#include "kompass-page-text.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"

/* Ligatures would come out as one unknown letter when text is taken from a PDF. */
#define FEATURES "liga=0, clig=0, dlig=0"
#define FIGURES_OF_ONE_WIDTH ", tnum=1"

/* Words that lead somewhere. */
typedef struct
{
  int start;
  int end;
  char *target;
} Link;

static double
to_points (int units)
{
  return (double) units / PANGO_SCALE;
}

/* Texts */

static void
clear_link (gpointer data)
{
  g_free (((Link *) data)->target);
}

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  guint           start,
                  guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* The colour of the attribute is not drawn as it is: it parts the runs, and says which ink they have. */
static PangoAttribute *
create_ink (guint role)
{
  return pango_attr_foreground_new ((guint16) (role + 1), 0, 0);
}

static void
append_span (KompassPageText   *self,
             PangoAttrList     *attributes,
             GString           *text,
             const KompassSpan *span)
{
  guint start = (guint) text->len;

  g_string_append (text, span->text);
  if (span->flags & KOMPASS_SPAN_BOLD)
    insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, (guint) text->len);
  if (span->flags & KOMPASS_SPAN_ITALIC)
    insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, (guint) text->len);
  if (span->flags & KOMPASS_SPAN_QUIET)
    insert_attribute (attributes, create_ink (KOMPASS_CHART_ROLE_SECONDARY), start, (guint) text->len);
  if (span->link != NULL)
    {
      Link link = { (int) start, (int) text->len, g_strdup (span->link) };

      insert_attribute (attributes, create_ink (KOMPASS_CHART_ROLE_SERIES), start, (guint) text->len);
      if (self->links == NULL)
        {
          self->links = g_array_new (FALSE, FALSE, sizeof (Link));
          g_array_set_clear_func (self->links, clear_link);
        }
      g_array_append_val (self->links, link);
    }
}

static PangoAttrList *
create_attributes (KompassPageTextStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *features = kompass_page_text_style_get_look (style)->tabular ? FEATURES FIGURES_OF_ONE_WIDTH : FEATURES;

  pango_attr_list_insert (attributes, pango_attr_font_features_new (features));

  return attributes;
}

/**
 * kompass_page_text_new:
 * @fonts: fonts, which have to outlive the text
 * @style: what the text is
 * @rich: (element-type KompassSpan) (nullable): its words
 * @width: of its lines, in points; negative for a line for each paragraph
 * @alignment: to which side its lines are flush, of a text that runs from left to right
 *
 * Lays a text out. Words that are wider than the lines are broken, with hyphens.
 *
 * Returns: (transfer full): the text
 */
KompassPageText *
kompass_page_text_new (KompassPageFonts     *fonts,
                       KompassPageTextStyle  style,
                       GPtrArray            *rich,
                       double                width,
                       PangoAlignment        alignment)
{
  KompassPageText *self = g_new0 (KompassPageText, 1);
  g_autoptr (PangoAttrList) attributes = create_attributes (style);
  g_autoptr (GString) text = g_string_new (NULL);

  self->style = style;
  self->size = kompass_page_text_style_get_look (style)->size;
  for (guint i = 0; rich != NULL && i < rich->len; i++)
    append_span (self, attributes, text, g_ptr_array_index (rich, i));

  self->layout = kompass_page_fonts_create_layout (fonts, style);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, alignment);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  kompass_page_text_set_width (self, width);
  self->backwards = pango_layout_get_direction (self->layout, 0) == PANGO_DIRECTION_RTL;

  return self;
}

/**
 * kompass_page_text_new_plain:
 * @fonts: as in kompass_page_text_new()
 * @style: as in kompass_page_text_new()
 * @text: (nullable): its words
 * @width: as in kompass_page_text_new()
 * @alignment: as in kompass_page_text_new()
 *
 * Returns: (transfer full): the text
 */
KompassPageText *
kompass_page_text_new_plain (KompassPageFonts     *fonts,
                             KompassPageTextStyle  style,
                             const char           *text,
                             double                width,
                             PangoAlignment        alignment)
{
  KompassSpan span = { (char *) (text != NULL ? text : ""), KOMPASS_SPAN_PLAIN, NULL };
  g_autoptr (GPtrArray) rich = g_ptr_array_new ();

  g_ptr_array_add (rich, &span);

  return kompass_page_text_new (fonts, style, rich, width, alignment);
}

void
kompass_page_text_free (KompassPageText *self)
{
  g_clear_pointer (&self->links, g_array_unref);
  g_object_unref (self->layout);
  g_free (self);
}

/* Most cells of tables are measured first, and then found to be narrower than their room: they need not be laid out
 * again. */
static gboolean
fits (KompassPageText *self,
      double           width)
{
  return self->natural > 0 && self->natural <= width && !self->backwards && pango_layout_get_line_count (self->layout) == 1;
}

static double
get_shift (KompassPageText *self,
           double           width)
{
  PangoAlignment alignment = pango_layout_get_alignment (self->layout);

  if (alignment == PANGO_ALIGN_LEFT)
    return 0;
  return (width - self->natural) / (alignment == PANGO_ALIGN_CENTER ? 2 : 1);
}

/**
 * kompass_page_text_set_width:
 * @self: a text
 * @width: of its lines, in points; negative for a line for each paragraph
 */
void
kompass_page_text_set_width (KompassPageText *self,
                             double           width)
{
  gboolean whole = width >= 0 && fits (self, width);

  self->shift = whole ? get_shift (self, width) : 0;
  if (whole)
    return;
  self->natural = 0;
  /* A hair more, so that rounding does not break a line that was measured to fit. */
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) ceil ((MAX (width, 1) + 0.05) * PANGO_SCALE));
}

/**
 * kompass_page_text_scale:
 * @self: a text
 * @factor: how large it is to be, in parts of its style's size
 */
void
kompass_page_text_scale (KompassPageText *self,
                         double           factor)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_layout_get_font_description (self->layout));

  self->size = kompass_page_text_style_get_look (self->style)->size * factor;
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  self->natural = 0;
}

/**
 * kompass_page_text_make_line:
 * @self: a text with a width
 *
 * Lets it be one line, with dots where it is longer.
 */
void
kompass_page_text_make_line (KompassPageText *self)
{
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_height (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

/**
 * kompass_page_text_get_width:
 * @self: a text
 *
 * Returns: the width of its widest line, in points
 */
double
kompass_page_text_get_width (KompassPageText *self)
{
  PangoRectangle logical;
  double width;

  pango_layout_get_extents (self->layout, NULL, &logical);
  width = to_points (logical.width);
  if (pango_layout_get_width (self->layout) < 0)
    self->natural = width;

  return width;
}

static gboolean
can_break (KompassPageText *self)
{
  int n;
  const PangoLogAttr *places = pango_layout_get_log_attrs_readonly (self->layout, &n);

  for (int i = 1; i < n - 1; i++)
    if (places[i].is_line_break)
      return TRUE;
  return FALSE;
}

/**
 * kompass_page_text_get_least:
 * @self: a text
 *
 * Returns: the width of its longest word, in points
 */
double
kompass_page_text_get_least (KompassPageText *self)
{
  int width = pango_layout_get_width (self->layout);
  double natural = self->natural;
  double least;

  if (width < 0 && !can_break (self))
    return kompass_page_text_get_width (self);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_width (self->layout, 0);
  least = kompass_page_text_get_width (self);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, width);
  self->natural = natural;

  return least;
}

/* A line is as high as the leading asks; where letters of another font are higher, as high as they are. */
static void
append_line (KompassPageText *self,
             PangoLayoutIter *iter,
             GArray          *lines)
{
  double leading = self->size * kompass_page_text_style_get_look (self->style)->leading;
  KompassPageLine line;
  PangoRectangle logical;
  double height;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  height = to_points (logical.height);
  line.line = pango_layout_iter_get_line_readonly (iter);
  line.x = to_points (logical.x) + self->shift;
  line.height = MAX (leading, height);
  line.baseline = to_points (pango_layout_iter_get_baseline (iter) - logical.y) + (line.height - height) / 2;
  g_array_append_val (lines, line);
}

/**
 * kompass_page_text_get_lines:
 * @self: a text
 *
 * Returns: (transfer full) (element-type KompassPageLine): its lines, at least one; they belong to @self
 */
GArray *
kompass_page_text_get_lines (KompassPageText *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (KompassPageLine));
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do
    append_line (self, iter, lines);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return lines;
}

/**
 * kompass_page_text_get_height:
 * @self: a text
 *
 * Returns: the height of its lines, in points
 */
double
kompass_page_text_get_height (KompassPageText *self)
{
  g_autoptr (GArray) lines = kompass_page_text_get_lines (self);
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    height += g_array_index (lines, KompassPageLine, i).height;

  return height;
}

/* Drawing */

/**
 * kompass_page_set_ink:
 * @cr: where to draw
 * @role: a #KompassChartRole
 * @greyscale: whether colours become grey
 */
void
kompass_page_set_ink (cairo_t  *cr,
                      guint     role,
                      gboolean  greyscale)
{
  KompassChartColor color = kompass_chart_palette_get (KOMPASS_CHART_LIGHT, role, greyscale);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static guint
find_ink (KompassPageText     *self,
          const PangoGlyphItem *run)
{
  for (GSList *at = run->item->analysis.extra_attrs; at != NULL; at = at->next)
    {
      const PangoAttribute *attribute = at->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        return ((const PangoAttrColor *) attribute)->color.red - 1u;
    }

  return kompass_page_text_style_get_look (self->style)->role;
}

static const Link *
find_link (KompassPageText *self,
           int              offset)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (offset >= link->start && offset < link->end)
        return link;
    }

  return NULL;
}

static void
draw_underline (cairo_t *cr,
                double   x,
                double   baseline,
                double   width)
{
  cairo_rectangle (cr, x, baseline + 1.3, width, 0.5);
  cairo_fill (cr);
}

static double
get_run_width (const PangoGlyphItem *run)
{
  return to_points (pango_glyph_string_get_width (run->glyphs));
}

/* What can be clicked is as high as the line and as wide as the words in it that lead to the same. */
static void
begin_link (KompassPageText       *self,
            const Link            *link,
            const KompassPageLine *line,
            GSList                *runs,
            double                 x,
            double                 y,
            KompassPageTags       *tags)
{
  KompassTagAbout about = { .piece = (guint) (link - (const Link *) self->links->data) + 1,
                            .target = link->target, .x = x, .y = y, .height = line->height };

  for (; runs != NULL && find_link (self, ((PangoGlyphItem *) runs->data)->item->offset) == link; runs = runs->next)
    about.width += get_run_width (runs->data);
  kompass_page_tags_begin (tags, KOMPASS_TAG_LINK, &about);
}

/* Pango leaves out the space at which a line is broken. Whoever has the words read aloud needs it, or the last word of the line
 * and the first of the next are one. */
static void
draw_space (const char            *text,
            const PangoLayoutLine *line,
            const PangoGlyphItem  *last,
            cairo_t               *cr)
{
  static const char space[] = " ";
  const char *end = text + line->start_index + line->length;
  PangoItem item = { .length = 1, .num_chars = 1 };
  PangoGlyphItem run = { .item = &item };
  PangoGlyphString *glyphs;
  hb_codepoint_t glyph;

  if (last == NULL || last->item->analysis.font == NULL || line->length == 0 || (*end != '\n' && end[-1] != ' ') ||
      !hb_font_get_nominal_glyph (pango_font_get_hb_font (last->item->analysis.font), ' ', &glyph))
    return;
  glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (glyphs, 1);
  glyphs->glyphs[0] = (PangoGlyphInfo){ .glyph = glyph };
  glyphs->log_clusters[0] = 0;
  item.analysis = last->item->analysis;
  run.glyphs = glyphs;
  pango_cairo_show_glyph_item (cr, space, &run);
  pango_glyph_string_free (glyphs);
}

/**
 * kompass_page_text_draw_line:
 * @self: a text
 * @line: one of its lines
 * @cr: where to draw
 * @x: the left edge of the text
 * @y: the top of the line
 * @greyscale: whether colours become grey
 * @tags: (nullable): where its links are marked
 *
 * Draws a line, run by run.
 */
void
kompass_page_text_draw_line (KompassPageText       *self,
                             const KompassPageLine *line,
                             cairo_t               *cr,
                             double                 x,
                             double                 y,
                             gboolean               greyscale,
                             KompassPageTags       *tags)
{
  const char *text = pango_layout_get_text (self->layout);
  const Link *open = NULL;
  const PangoGlyphItem *last = NULL;

  x += line->x;
  for (GSList *at = line->line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = at->data;
      const Link *link = find_link (self, run->item->offset);

      if (open != NULL && link != open)
        kompass_page_tags_end (tags, KOMPASS_TAG_LINK);
      if (link != NULL && link != open)
        begin_link (self, link, line, at, x, y, tags);
      open = link;
      kompass_page_set_ink (cr, find_ink (self, run), greyscale);
      cairo_move_to (cr, x, y + line->baseline);
      pango_cairo_show_glyph_item (cr, text, run);
      if (link != NULL)
        draw_underline (cr, x, y + line->baseline, get_run_width (run));
      x += get_run_width (run);
      last = run;
    }
  cairo_move_to (cr, x, y + line->baseline);
  if (tags != NULL)
    draw_space (text, line->line, last, cr);
  if (open != NULL)
    kompass_page_tags_end (tags, KOMPASS_TAG_LINK);
  cairo_new_path (cr);
}

/**
 * kompass_page_text_draw:
 * @self: a text
 * @cr: where to draw
 * @x: its left edge
 * @y: its top
 * @greyscale: whether colours become grey
 * @tags: (nullable): where its links are marked
 *
 * Draws all lines.
 */
void
kompass_page_text_draw (KompassPageText *self,
                        cairo_t         *cr,
                        double           x,
                        double           y,
                        gboolean         greyscale,
                        KompassPageTags *tags)
{
  g_autoptr (GArray) lines = kompass_page_text_get_lines (self);

  for (guint i = 0; i < lines->len; i++)
    {
      const KompassPageLine *line = &g_array_index (lines, KompassPageLine, i);

      kompass_page_text_draw_line (self, line, cr, x, y, greyscale, tags);
      y += line->height;
    }
}
