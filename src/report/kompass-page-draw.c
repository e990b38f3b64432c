/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages are drawn from top to bottom, in reading order; every piece is marked for those who do not see it. Rules,
 * bars and what stands in the margins are decoration and come outside of the marks. */

#include "kompass-page-draw.h"

#include "kompass-chart-palette.h"

/* Lengths in points. */
#define HEAD_RULE_ABOVE 24.0
#define HEAD_TEXT_ABOVE_RULE 6.0
#define FOOT_BELOW 30.0

/* Pieces of the document itself, in the order in which they stand in it. */
enum
{
  PART_COVER = 1,
  PART_CONTENTS,
  PART_CHAPTERS,
};

/* Prose */

static void
draw_heading (KompassPageDrawing        *self,
              const KompassPageFragment *fragment)
{
  const KompassBlock *block = fragment->item->block;
  guint heading = GPOINTER_TO_UINT (g_hash_table_lookup (self->layout->heading_of, block));
  KompassPageTag tag = KOMPASS_TAG_HEADING_1 + CLAMP (block->level, 1, 3) - 1;
  KompassTagAbout about = { .piece = fragment->item->number, .x = self->left, .y = fragment->y };

  if (heading > 0)
    about.anchor = g_array_index (self->layout->headings, KompassPagesHeading, heading - 1).anchor;
  kompass_page_tags_begin (self->tags, tag, &about);
  kompass_page_drawing_column (self, fragment, 0);
  kompass_page_drawing_end (self, tag);
}

static void
draw_paragraph (KompassPageDrawing        *self,
                const KompassPageFragment *fragment)
{
  KompassTagAbout about = { .piece = fragment->item->number, .anchor = fragment->begins ? fragment->item->block->anchor : NULL,
                            .x = self->left, .y = fragment->y };

  kompass_page_tags_begin (self->tags, KOMPASS_TAG_PARAGRAPH, &about);
  kompass_page_drawing_column (self, fragment, 0);
  kompass_page_drawing_end (self, KOMPASS_TAG_PARAGRAPH);
}

/* Figures */

static void
draw_figure (KompassPageDrawing        *self,
             const KompassPageFragment *fragment)
{
  const KompassBlock *block = fragment->item->block;
  g_autofree char *font = kompass_page_fonts_dup_chart (self->layout->fonts);
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT, .greyscale = self->setup->greyscale, .transparent = TRUE,
                              .compact = TRUE, .font = font };
  KompassTagAbout about = { .piece = fragment->item->number, .alt = block->alt, .anchor = block->anchor,
                            .x = self->left, .y = fragment->y };

  if (block->chart == NULL)
    return;
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_FIGURE, &about);
  cairo_save (self->cr);
  cairo_translate (self->cr, self->left, fragment->y);
  kompass_chart_draw (block->chart, self->cr, self->width, fragment->height, &style);
  cairo_restore (self->cr);
  kompass_page_drawing_end (self, KOMPASS_TAG_FIGURE);
}

static void
draw_caption (KompassPageDrawing        *self,
              const KompassPageFragment *fragment)
{
  kompass_page_drawing_begin (self, KOMPASS_TAG_CAPTION, fragment->item->number);
  kompass_page_drawing_column (self, fragment, 0);
  kompass_page_drawing_end (self, KOMPASS_TAG_CAPTION);
}

/* A result stands between a strong rule and a light one. */
static void
draw_result (KompassPageDrawing        *self,
             const KompassPageFragment *fragment)
{
  guint n = fragment->item->piece->rows->len;

  if (fragment->row->index == 0)
    kompass_page_drawing_rule (self, fragment->y, 1.5, KOMPASS_CHART_ROLE_SERIES);
  if (fragment->row->index + 1 == n)
    kompass_page_drawing_rule (self, fragment->y + fragment->height, 0.6, KOMPASS_CHART_ROLE_FRAME);
  kompass_page_drawing_begin (self, KOMPASS_TAG_PARAGRAPH, fragment->item->number);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    kompass_page_drawing_column (self, fragment, i);
  kompass_page_drawing_end (self, KOMPASS_TAG_PARAGRAPH);
}

/* Contents */

static void
draw_leader (KompassPageDrawing *self,
             double              from,
             double              to,
             double              baseline)
{
  static const double dots[] = { 0, 5 };

  if (to <= from)
    return;
  cairo_save (self->cr);
  kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_FRAME, self->setup->greyscale);
  cairo_set_line_width (self->cr, 1);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  /* From the right, so that the dots of all entries stand under each other; one line, because a thousand dots would be half of
   * the drawing of a report. */
  cairo_move_to (self->cr, to, baseline - 0.6);
  cairo_line_to (self->cr, from, baseline - 0.6);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_contents_entry (KompassPageDrawing        *self,
                     const KompassPageFragment *fragment)
{
  const KompassPagesHeading *heading = &g_array_index (self->layout->headings, KompassPagesHeading, fragment->row->index);
  KompassPageColumn *column = kompass_page_fragment_get_column (fragment, 0);
  const KompassPageSlot *slot = &g_array_index (column->slots, KompassPageSlot, column->slots->len - 1);
  const KompassPageText *text = g_ptr_array_index (column->texts, 0);
  g_autofree char *target = g_strconcat ("#", heading->anchor, NULL);
  g_autofree char *number = g_strdup_printf ("%u", heading->page + 1);
  g_autoptr (KompassPageText) page = kompass_page_text_new_plain (self->layout->fonts, text->style, number, -1, PANGO_ALIGN_LEFT);
  g_autoptr (GArray) lines = kompass_page_text_get_lines (page);
  double y = fragment->y + fragment->row->pad_top + slot->top;
  double x = self->left + self->width - kompass_page_text_get_width (page);
  KompassTagAbout about = { .piece = 1, .target = target, .x = self->left, .y = fragment->y, .width = self->width,
                            .height = fragment->height };
  PangoRectangle last;

  pango_layout_line_get_extents (slot->line.line, NULL, &last);
  if (!text->backwards)
    draw_leader (self, self->left + column->x + (double) last.width / PANGO_SCALE + 8, self->left + self->width - 26,
                 y + slot->line.baseline);
  kompass_page_drawing_begin (self, KOMPASS_TAG_TOC_ITEM, fragment->row->index + 1);
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_LINK, &about);
  kompass_page_drawing_column (self, fragment, 0);
  kompass_page_text_draw_line (page, &g_array_index (lines, KompassPageLine, 0), self->cr, x, y, self->setup->greyscale, NULL);
  kompass_page_drawing_end (self, KOMPASS_TAG_LINK);
  kompass_page_drawing_end (self, KOMPASS_TAG_TOC_ITEM);
}

/* Pages */

static void
draw_fragment (KompassPageDrawing        *self,
               const KompassPageFragment *fragment,
               const KompassPageFragment *next)
{
  switch (fragment->row->kind)
    {
    case KOMPASS_PAGE_ROW_TEXT:
      if (fragment->item->block->kind == KOMPASS_BLOCK_HEADING)
        draw_heading (self, fragment);
      else
        draw_paragraph (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_ITEM:
      kompass_page_drawing_items (self, fragment, 0, fragment->row->index + 1);
      break;
    case KOMPASS_PAGE_ROW_FIGURE:
      draw_figure (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_CAPTION:
      draw_caption (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_RESULT:
      draw_result (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_GRID:
      kompass_page_drawing_grid_row (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_FINDINGS_HEAD:
      kompass_page_drawing_findings_head (self, fragment, next);
      break;
    case KOMPASS_PAGE_ROW_FINDINGS:
      kompass_page_drawing_findings (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_CONTENTS:
      draw_contents_entry (self, fragment);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What holds all rows of an item, if anything does. */
static gboolean
find_holder (const KompassPageItem *item,
             KompassPageTag        *tag)
{
  if (item->block == NULL)
    {
      *tag = KOMPASS_TAG_TOC;
      return TRUE;
    }
  if (item->block->kind == KOMPASS_BLOCK_LIST)
    *tag = KOMPASS_TAG_LIST;
  else if (item->block->kind == KOMPASS_BLOCK_TABLE || item->block->kind == KOMPASS_BLOCK_FINDINGS)
    *tag = KOMPASS_TAG_TABLE;
  else
    return FALSE;

  return TRUE;
}

static void
begin_holder (KompassPageDrawing        *self,
              KompassPageTag             tag,
              const KompassPageFragment *fragment)
{
  const KompassBlock *block = fragment->item->block;
  KompassTagAbout about = { .piece = fragment->item->number, .x = self->left, .y = fragment->y };

  if (block != NULL)
    {
      about.anchor = block->anchor;
      about.alt = block->kind == KOMPASS_BLOCK_TABLE ? block->grid->caption : NULL;
    }
  kompass_page_tags_begin (self->tags, tag, &about);
}

static const KompassPageFragment *
get_fragment (const KompassPage *page,
              guint              index)
{
  return index < page->fragments->len ? g_ptr_array_index (page->fragments, index) : NULL;
}

/* What the part of the document that a chapter is counts as. */
static guint
find_part (guint chapter)
{
  if (chapter == KOMPASS_PAGE_COVER)
    return PART_COVER;
  if (chapter == KOMPASS_PAGE_CONTENTS)
    return PART_CONTENTS;

  return PART_CHAPTERS + chapter;
}

static void
draw_fragments (KompassPageDrawing *self,
                const KompassPage  *page)
{
  guint chapter = page->chapter;

  for (guint i = 0; i < page->fragments->len;)
    {
      const KompassPageFragment *fragment = get_fragment (page, i);
      const KompassPageItem *item = fragment->item;
      KompassPageTag holder = KOMPASS_TAG_PARAGRAPH;
      gboolean held = find_holder (item, &holder);

      if (item->chapter != chapter)
        {
          kompass_page_drawing_end (self, KOMPASS_TAG_SECTION);
          kompass_page_drawing_begin (self, KOMPASS_TAG_SECTION, find_part (item->chapter));
          chapter = item->chapter;
        }
      if (held)
        begin_holder (self, holder, fragment);
      for (; fragment != NULL && fragment->item == item; fragment = get_fragment (page, ++i))
        draw_fragment (self, fragment, get_fragment (page, i + 1));
      if (held)
        kompass_page_drawing_end (self, holder);
    }
}

/* In the margins: one line each, so that long words never reach into the page. */
static void
draw_running (KompassPageDrawing *self,
              const char         *words,
              double              y,
              gboolean            at_end,
              double              share)
{
  g_autoptr (KompassPageText) text = kompass_page_text_new_plain (self->layout->fonts, KOMPASS_PAGE_TEXT_RUNNING, words,
                                                                  self->width * share,
                                                                  at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  kompass_page_text_make_line (text);
  kompass_page_text_draw (text, self->cr, at_end ? self->left + self->width * (1 - share) : self->left, y,
                          self->setup->greyscale, NULL);
}

/* "Introduction · The evaluation": the chapters that stand on a page. */
static char *
describe_chapters (const KompassDocument *document,
                   const KompassPage     *page)
{
  GString *words = g_string_new (NULL);
  guint chapter = KOMPASS_PAGE_COVER;

  if (page->chapter >= document->chapters->len)
    return g_string_free (g_string_assign (words, document->contents_title), FALSE);
  for (guint i = 0; i < page->fragments->len; i++)
    {
      if (get_fragment (page, i)->item->chapter == chapter)
        continue;
      chapter = get_fragment (page, i)->item->chapter;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                              ((const KompassChapter *) g_ptr_array_index (document->chapters, chapter))->running);
    }

  return g_string_free (words, FALSE);
}

static void
draw_margins (KompassPageDrawing *self,
              const KompassPage  *page,
              guint               number)
{
  const KompassDocument *document = self->layout->document;
  g_autofree char *figure = g_strdup_printf ("%u", number);
  double rule = self->setup->top - HEAD_RULE_ABOVE;
  double foot = self->setup->height - self->setup->bottom + FOOT_BELOW;
  g_autofree char *running = describe_chapters (document, page);

  draw_running (self, document->head, rule - HEAD_TEXT_ABOVE_RULE - 11.5, FALSE, 0.58);
  draw_running (self, running, rule - HEAD_TEXT_ABOVE_RULE - 11.5, TRUE, 0.4);
  kompass_page_drawing_rule (self, rule, 0.6, KOMPASS_CHART_ROLE_FRAME);
  draw_running (self, document->foot, foot, FALSE, 0.8);
  draw_running (self, figure, foot, TRUE, 0.15);
}

/**
 * kompass_page_layout_draw:
 * @self: a finished layout
 * @page: index of one of its pages
 * @cr: where to draw
 * @tags: (nullable): where pieces are marked
 *
 * Draws a page.
 */
void
kompass_page_layout_draw (KompassPageLayout *self,
                          guint              page,
                          cairo_t           *cr,
                          KompassPageTags   *tags)
{
  const KompassPage *drawn = g_ptr_array_index (self->pages, page);
  KompassPageDrawing drawing = { .layout = self, .setup = self->setup, .cr = cr, .tags = tags, .left = self->setup->left,
                      .width = kompass_page_setup_get_measure (self->setup) };

  cairo_save (cr);
  cairo_new_path (cr);
  if (drawn->chapter != KOMPASS_PAGE_COVER)
    draw_margins (&drawing, drawn, page + 1);
  kompass_page_drawing_begin (&drawing, KOMPASS_TAG_SECTION, find_part (drawn->chapter));
  if (drawn->chapter == KOMPASS_PAGE_COVER)
    kompass_page_layout_draw_cover (self, cr, tags);
  else
    draw_fragments (&drawing, drawn);
  kompass_page_drawing_end (&drawing, KOMPASS_TAG_SECTION);
  cairo_restore (cr);
}
