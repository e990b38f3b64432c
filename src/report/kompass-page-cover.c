/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cover: whose evaluation this is, its profile as a shape, and at the foot the total and how it came about. All
 * words become smaller together until they have room. */

#include "kompass-chart-palette.h"
#include "kompass-page-layout.h"

/* Lengths in points. */
#define GAP 20.0
#define SMALLEST_PICTURE 120.0
#define LARGEST_PICTURE 330.0

typedef struct
{
  KompassPageLayout *layout;
  double left;
  double width;
  double top;
  double bottom;
  KompassPageText *over;
  KompassPageText *title;
  KompassPageText *subtitle;
  KompassPageText *total;
  KompassPageText *out_of;
  KompassPageText *part;
  KompassPageText *lines;
} Cover;

static KompassPageText *
create_text (Cover                *self,
             KompassPageTextStyle  style,
             const char           *words,
             double                width,
             double                factor)
{
  KompassPageText *text = kompass_page_text_new_plain (self->layout->fonts, style, words, width, PANGO_ALIGN_LEFT);

  kompass_page_text_scale (text, factor);

  return text;
}

static double
get_height (KompassPageText *text)
{
  return *pango_layout_get_text (text->layout) != '\0' ? kompass_page_text_get_height (text) : 0;
}

static void
cover_clear (Cover *self)
{
  g_clear_pointer (&self->over, kompass_page_text_free);
  g_clear_pointer (&self->title, kompass_page_text_free);
  g_clear_pointer (&self->subtitle, kompass_page_text_free);
  g_clear_pointer (&self->total, kompass_page_text_free);
  g_clear_pointer (&self->out_of, kompass_page_text_free);
  g_clear_pointer (&self->part, kompass_page_text_free);
  g_clear_pointer (&self->lines, kompass_page_text_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cover, cover_clear)

/* A long name is smaller, and so is one with a long word, before that is broken. */
static double
choose_title_factor (Cover      *self,
                     const char *words,
                     double      factor)
{
  static const double factors[] = { 1, 0.8, 0.65, 0.5 };
  guint i = 0;

  for (; i + 1 < G_N_ELEMENTS (factors); i++)
    {
      g_autoptr (KompassPageText) text = create_text (self, KOMPASS_PAGE_TEXT_COVER_TITLE, words, self->width,
                                                      factor * factors[i]);

      if (kompass_page_text_get_least (text) <= self->width && kompass_page_text_get_height (text) < 180)
        break;
    }

  return factor * factors[i];
}

static void
create_texts (Cover  *self,
              double  factor)
{
  const KompassCover *cover = &self->layout->document->cover;
  g_autofree char *lines = cover->lines != NULL ? g_strjoinv ("\n", cover->lines) : NULL;
  double column = self->width / 2 - GAP / 2;

  cover_clear (self);
  self->over = create_text (self, KOMPASS_PAGE_TEXT_COVER_OVER, cover->over, self->width, factor);
  self->title = create_text (self, KOMPASS_PAGE_TEXT_COVER_TITLE, cover->title, self->width,
                             choose_title_factor (self, cover->title, factor));
  self->subtitle = create_text (self, KOMPASS_PAGE_TEXT_COVER_SUBTITLE, cover->subtitle, self->width, factor);
  self->total = create_text (self, KOMPASS_PAGE_TEXT_COVER_TOTAL, cover->total, column, factor);
  self->out_of = create_text (self, KOMPASS_PAGE_TEXT_COVER_OUT_OF, cover->out_of, column, factor);
  self->part = create_text (self, KOMPASS_PAGE_TEXT_COVER_PART, cover->part, column, factor);
  self->lines = create_text (self, KOMPASS_PAGE_TEXT_COVER_LINE, lines, cover->total != NULL ? column : self->width, factor);
}

static double
get_head_height (Cover *self)
{
  return get_height (self->over) + GAP / 2 + get_height (self->title) + get_height (self->subtitle);
}

static double
get_foot_height (Cover *self)
{
  return MAX (get_height (self->total) + get_height (self->out_of) + get_height (self->part), get_height (self->lines));
}

static void
fit_texts (Cover *self)
{
  static const double factors[] = { 1, 0.8, 0.6, 0.45, 0.3, 0.2, 0.14, 0.1 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      create_texts (self, factors[i]);
      if (get_head_height (self) + 3 * GAP + get_foot_height (self) <= self->bottom - self->top)
        return;
    }
}

/* The profile */

static void
draw_picture (Cover   *self,
              cairo_t *cr,
              double   top,
              double   bottom)
{
  double size = MIN (MIN (bottom - top, self->width), LARGEST_PICTURE);

  if (size < SMALLEST_PICTURE)
    return;
  cairo_save (cr);
  cairo_translate (cr, self->left + self->width - size / 2, (top + bottom) / 2);
  kompass_page_cover_draw_profile (self->layout->document, cr, size, self->layout->setup->greyscale);
  cairo_restore (cr);
}

/* Words */

static void
draw_text (Cover           *self,
           cairo_t         *cr,
           KompassPageTags *tags,
           KompassPageText *text,
           guint            piece,
           double           x,
           double          *y)
{
  KompassTagAbout about = { .piece = piece };

  if (get_height (text) <= 0)
    return;
  kompass_page_tags_begin (tags, KOMPASS_TAG_PARAGRAPH, &about);
  kompass_page_text_draw (text, cr, x, *y, self->layout->setup->greyscale, tags);
  kompass_page_tags_end (tags, KOMPASS_TAG_PARAGRAPH);
  *y += get_height (text);
}

static void
draw_foot (Cover           *self,
           cairo_t         *cr,
           KompassPageTags *tags,
           double           top)
{
  double y = top;

  draw_text (self, cr, tags, self->total, 4, self->left, &y);
  draw_text (self, cr, tags, self->out_of, 5, self->left, &y);
  draw_text (self, cr, tags, self->part, 6, self->left, &y);
  y = top;
  draw_text (self, cr, tags, self->lines, 7,
             self->layout->document->cover.total != NULL ? self->left + self->width / 2 + GAP / 2 : self->left, &y);
}

static void
draw_rule (Cover   *self,
           cairo_t *cr,
           double   y)
{
  kompass_page_set_ink (cr, KOMPASS_CHART_ROLE_SERIES, self->layout->setup->greyscale);
  cairo_rectangle (cr, self->left, y, self->width, 1.5);
  cairo_fill (cr);
}

/**
 * kompass_page_layout_draw_cover:
 * @self: a finished layout
 * @cr: where to draw
 * @tags: (nullable): where pieces are marked
 *
 * Draws the first page.
 */
void
kompass_page_layout_draw_cover (KompassPageLayout *self,
                                cairo_t           *cr,
                                KompassPageTags   *tags)
{
  g_auto (Cover) cover = { .layout = self, .left = self->setup->left, .width = kompass_page_setup_get_measure (self->setup),
                           .top = self->setup->top, .bottom = self->setup->top + kompass_page_setup_get_room (self->setup) };
  double y = cover.top;
  double foot;

  fit_texts (&cover);
  foot = cover.bottom - get_foot_height (&cover);
  draw_picture (&cover, cr, y + get_head_height (&cover) + GAP, foot - 2 * GAP);
  draw_text (&cover, cr, tags, cover.over, 1, cover.left, &y);
  y += GAP / 2;
  draw_text (&cover, cr, tags, cover.title, 2, cover.left, &y);
  draw_text (&cover, cr, tags, cover.subtitle, 3, cover.left, &y);
  if (get_foot_height (&cover) > 0)
    draw_rule (&cover, cr, foot - GAP);
  draw_foot (&cover, cr, tags, foot);
}
