/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages are drawn from top to bottom, in reading order; every piece is marked for those who do not see it. Rules, bars and
 * what stands in the margins are decoration and come outside of the marks. */

#include <math.h>

#include "kompass-chart-palette.h"
#include "kompass-page-layout.h"

/* Lengths in points. */
#define HEAD_RULE_ABOVE 24.0
#define HEAD_TEXT_ABOVE_RULE 6.0
#define FOOT_BELOW 30.0
#define BAR_HEIGHT 5.0
#define BULLET_RADIUS 1.6

typedef struct
{
  KompassPageLayout *layout;
  const KompassPageSetup *setup;
  cairo_t *cr;
  KompassPageTags *tags;
  double left;
  double width;
} Drawing;

/* Pieces of the document itself, in the order in which they stand in it. */
enum
{
  PART_COVER = 1,
  PART_CONTENTS,
  PART_CHAPTERS,
};

static void
begin (Drawing        *self,
       KompassPageTag  tag,
       guint           piece)
{
  KompassTagAbout about = { .piece = piece };

  kompass_page_tags_begin (self->tags, tag, &about);
}

static void
end (Drawing        *self,
     KompassPageTag  tag)
{
  kompass_page_tags_end (self->tags, tag);
}

static void
draw_rule (Drawing *self,
           double   x,
           double   y,
           double   width,
           double   thickness,
           guint    role)
{
  kompass_page_set_ink (self->cr, role, self->setup->greyscale);
  cairo_rectangle (self->cr, x, y - thickness / 2, width, thickness);
  cairo_fill (self->cr);
}

/* Columns */

static KompassPageColumn *
get_column (const KompassPageFragment *fragment,
            guint                      column)
{
  return g_ptr_array_index (fragment->row->columns, column);
}

static void
get_range (const KompassPageFragment *fragment,
           guint                      column,
           guint                     *from,
           guint                     *to)
{
  *from = fragment->from != NULL ? fragment->from[column] : 0;
  *to = fragment->to != NULL ? fragment->to[column] : get_column (fragment, column)->slots->len;
}

/* Draws the lines of a column from @at on that belong to the same paragraph. Returns the line after the last. */
static guint
draw_text (Drawing                   *self,
           const KompassPageFragment *fragment,
           guint                      index,
           guint                      at)
{
  KompassPageColumn *column = get_column (fragment, index);
  const KompassPageSlot *slots = (const KompassPageSlot *) column->slots->data;
  guint item = slots[at].item;
  guint from, to;

  get_range (fragment, index, &from, &to);
  for (; at < to && slots[at].item == item; at++)
    {
      KompassPageText *text = g_ptr_array_index (column->texts, slots[at].text);

      kompass_page_text_draw_line (text, &slots[at].line, self->cr,
                                   self->left + column->x - (text->backwards ? column->indent : 0),
                                   fragment->y + fragment->row->pad_top + column->shift + slots[at].top - slots[from].top,
                                   self->setup->greyscale, self->tags);
    }

  return at;
}

static void
draw_column (Drawing                   *self,
             const KompassPageFragment *fragment,
             guint                      index)
{
  guint from, to;

  get_range (fragment, index, &from, &to);
  while (from < to)
    from = draw_text (self, fragment, index, from);
}

static gboolean
has_words (const KompassPageFragment *fragment,
           guint                      index)
{
  guint from, to;

  get_range (fragment, index, &from, &to);

  return from < to;
}

/* Prose */

static void
draw_heading (Drawing                   *self,
              const KompassPageFragment *fragment)
{
  const KompassBlock *block = fragment->item->block;
  guint heading = GPOINTER_TO_UINT (g_hash_table_lookup (self->layout->heading_of, block));
  KompassPageTag tag = KOMPASS_TAG_HEADING_1 + CLAMP (block->level, 1, 3) - 1;
  KompassTagAbout about = { .piece = fragment->item->number, .x = self->left, .y = fragment->y };

  if (heading > 0)
    about.anchor = g_array_index (self->layout->headings, KompassPagesHeading, heading - 1).anchor;
  kompass_page_tags_begin (self->tags, tag, &about);
  draw_column (self, fragment, 0);
  end (self, tag);
}

static void
draw_paragraph (Drawing                   *self,
                const KompassPageFragment *fragment)
{
  KompassTagAbout about = { .piece = fragment->item->number, .anchor = fragment->begins ? fragment->item->block->anchor : NULL,
                            .x = self->left, .y = fragment->y };

  kompass_page_tags_begin (self->tags, KOMPASS_TAG_PARAGRAPH, &about);
  draw_column (self, fragment, 0);
  end (self, KOMPASS_TAG_PARAGRAPH);
}

/* A bullet stands before its words: on the right of those that run to the left. */
static void
draw_bullet (Drawing                   *self,
             const KompassPageFragment *fragment,
             guint                      index,
             guint                      at)
{
  KompassPageColumn *column = get_column (fragment, index);
  const KompassPageSlot *slot = &g_array_index (column->slots, KompassPageSlot, at);
  const KompassPageText *text = g_ptr_array_index (column->texts, slot->text);
  double x = text->backwards ? column->x + column->width - column->indent + 7 : column->x - 7;
  double top;
  guint from, to;

  get_range (fragment, index, &from, &to);
  top = fragment->y + fragment->row->pad_top + slot->top - g_array_index (column->slots, KompassPageSlot, from).top;
  kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_SERIES, self->setup->greyscale);
  cairo_arc (self->cr, self->left + x, top + slot->line.baseline - 0.33 * text->size, BULLET_RADIUS, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

/* Draws the items of a column; @number is that of the first of its texts. */
static void
draw_items (Drawing                   *self,
            const KompassPageFragment *fragment,
            guint                      index,
            guint                      number)
{
  guint from, to;

  get_range (fragment, index, &from, &to);
  for (guint at = from; at < to;)
    {
      const KompassPageSlot *slot = &g_array_index (get_column (fragment, index)->slots, KompassPageSlot, at);

      begin (self, KOMPASS_TAG_LIST_ITEM, number + slot->item);
      if (slot->first)
        draw_bullet (self, fragment, index, at);
      begin (self, KOMPASS_TAG_BODY, 1);
      at = draw_text (self, fragment, index, at);
      end (self, KOMPASS_TAG_BODY);
      end (self, KOMPASS_TAG_LIST_ITEM);
    }
}

/* Figures */

static void
draw_figure (Drawing                   *self,
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
  end (self, KOMPASS_TAG_FIGURE);
}

static void
draw_caption (Drawing                   *self,
              const KompassPageFragment *fragment)
{
  begin (self, KOMPASS_TAG_CAPTION, fragment->item->number);
  draw_column (self, fragment, 0);
  end (self, KOMPASS_TAG_CAPTION);
}

/* A result stands between a strong rule and a light one. */
static void
draw_result (Drawing                   *self,
             const KompassPageFragment *fragment)
{
  guint n = fragment->item->piece->rows->len;

  if (fragment->row->index == 0)
    draw_rule (self, self->left, fragment->y, self->width, 1.5, KOMPASS_CHART_ROLE_SERIES);
  if (fragment->row->index + 1 == n)
    draw_rule (self, self->left, fragment->y + fragment->height, self->width, 0.6, KOMPASS_CHART_ROLE_FRAME);
  begin (self, KOMPASS_TAG_PARAGRAPH, fragment->item->number);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    draw_column (self, fragment, i);
  end (self, KOMPASS_TAG_PARAGRAPH);
}

/* Tables */

static void
draw_level (Drawing *self,
            double   x,
            double   y,
            double   width,
            double   share,
            guint    role)
{
  double radius = BAR_HEIGHT / 2;

  if (!(share > 0))
    return;
  width = MAX (width * MIN (share, 1), BAR_HEIGHT);
  kompass_page_set_ink (self->cr, role, self->setup->greyscale);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, x + radius, y, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (self->cr, x + width - radius, y, radius, -G_PI_2, G_PI_2);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

static void
draw_bar (Drawing                   *self,
          const KompassPageFragment *fragment,
          guint                      index,
          const KompassGridCell     *cell)
{
  KompassPageColumn *column = get_column (fragment, index);
  double line = column->slots->len > 0 ? g_array_index (column->slots, KompassPageSlot, 0).bottom : 0;
  double y = fragment->y + fragment->row->pad_top + line / 2;

  if (isnan (cell->share) || !fragment->begins)
    return;
  draw_level (self, self->left + column->x, y, column->width, 1, KOMPASS_CHART_ROLE_TRACK);
  draw_level (self, self->left + column->x, y, column->width, cell->share, KOMPASS_CHART_ROLE_SERIES);
}

static void
draw_cell (Drawing                   *self,
           const KompassPageFragment *fragment,
           const KompassGridRow      *row,
           guint                      index)
{
  const KompassGrid *grid = fragment->item->block->grid;
  KompassTagAbout about = { .piece = index + 1 };
  KompassPageTag tag = KOMPASS_TAG_TABLE_CELL;

  if (row->kind == KOMPASS_GRID_HEAD)
    about.scope = KOMPASS_TAG_SCOPE_COLUMN;
  else if (index == grid->header_column)
    about.scope = KOMPASS_TAG_SCOPE_ROW;
  if (about.scope != KOMPASS_TAG_SCOPE_NONE)
    tag = KOMPASS_TAG_TABLE_HEADER;
  kompass_page_tags_begin (self->tags, tag, &about);
  draw_column (self, fragment, index);
  end (self, tag);
}

static void
draw_grid_rules (Drawing                   *self,
                 const KompassPageFragment *fragment,
                 const KompassGridRow      *row)
{
  double bottom = fragment->y + fragment->height;
  gboolean last = fragment->row->index + 1 == fragment->item->block->grid->rows->len;

  if (fragment->row->index == 0 && row->kind != KOMPASS_GRID_HEAD && fragment->begins)
    draw_rule (self, self->left, fragment->y, self->width, 0.9, KOMPASS_CHART_ROLE_TEXT);
  if (row->kind == KOMPASS_GRID_HEAD)
    draw_rule (self, self->left, bottom, self->width, 0.9, KOMPASS_CHART_ROLE_TEXT);
  else if (row->kind == KOMPASS_GRID_BODY && fragment->ends)
    draw_rule (self, self->left, bottom, self->width, last ? 0.6 : 0.5,
               last ? KOMPASS_CHART_ROLE_FRAME : KOMPASS_CHART_ROLE_GRID);
}

static void
draw_grid_row (Drawing                   *self,
               const KompassPageFragment *fragment)
{
  const KompassGrid *grid = fragment->item->block->grid;
  const KompassGridRow *row = g_ptr_array_index (grid->rows, fragment->row->index);
  KompassTagAbout about = { .piece = fragment->row->index + 1, .anchor = row->anchor, .x = self->left, .y = fragment->y };

  draw_grid_rules (self, fragment, row);
  if (fragment->repeated)
    {
      for (guint i = 0; i < fragment->row->columns->len; i++)
        draw_column (self, fragment, i);
      return;
    }
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE_ROW, &about);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      if (((const KompassGridColumn *) g_ptr_array_index (grid->columns, i))->bar)
        {
          if (i < row->cells->len)
            draw_bar (self, fragment, i, g_ptr_array_index (row->cells, i));
        }
      else
        draw_cell (self, fragment, row, i);
    }
  end (self, KOMPASS_TAG_TABLE_ROW);
}

static void
draw_findings_lines (Drawing                   *self,
                     const KompassPageFragment *fragment)
{
  for (guint i = 1; i < fragment->row->columns->len; i++)
    {
      KompassPageColumn *before = get_column (fragment, i - 1);
      double x = self->left + (before->x + before->width + get_column (fragment, i)->x) / 2;

      if (fragment->row->kind == KOMPASS_PAGE_ROW_FINDINGS)
        x = self->left + (before->x + before->width + get_column (fragment, i)->x - 10) / 2;
      kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_GRID, self->setup->greyscale);
      cairo_rectangle (self->cr, x, fragment->y, 0.6, fragment->height);
      cairo_fill (self->cr);
    }
}

/* Where the head is repeated, it names the lists that go on: under the name of a finished one would stand nothing. */
static void
draw_repeated_findings_head (Drawing                   *self,
                             const KompassPageFragment *fragment,
                             const KompassPageFragment *next)
{
  for (guint i = 0; i < fragment->row->columns->len; i++)
    if (next == NULL || has_words (next, i))
      draw_column (self, fragment, i);
}

static void
draw_findings_head (Drawing                   *self,
                    const KompassPageFragment *fragment,
                    const KompassPageFragment *next)
{
  KompassTagAbout about = { .scope = KOMPASS_TAG_SCOPE_COLUMN };

  draw_findings_lines (self, fragment);
  draw_rule (self, self->left, fragment->y, self->width, 0.9, KOMPASS_CHART_ROLE_TEXT);
  if (fragment->repeated)
    {
      draw_repeated_findings_head (self, fragment, next);
      return;
    }
  begin (self, KOMPASS_TAG_TABLE_ROW, 1);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      about.piece = i + 1;
      kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE_HEADER, &about);
      draw_column (self, fragment, i);
      end (self, KOMPASS_TAG_TABLE_HEADER);
    }
  end (self, KOMPASS_TAG_TABLE_ROW);
}

static void
draw_findings (Drawing                   *self,
               const KompassPageFragment *fragment)
{
  draw_findings_lines (self, fragment);
  begin (self, KOMPASS_TAG_TABLE_ROW, 2);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      begin (self, KOMPASS_TAG_TABLE_CELL, i + 1);
      if (has_words (fragment, i))
        {
          begin (self, KOMPASS_TAG_LIST, 1);
          draw_items (self, fragment, i, 1);
          end (self, KOMPASS_TAG_LIST);
        }
      end (self, KOMPASS_TAG_TABLE_CELL);
    }
  end (self, KOMPASS_TAG_TABLE_ROW);
}

/* Contents */

static void
draw_leader (Drawing *self,
             double   from,
             double   to,
             double   baseline)
{
  kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_FRAME, self->setup->greyscale);
  /* Counted from the right, so that the dots of all entries stand under each other. */
  for (double x = to; x > from; x -= 5)
    {
      cairo_arc (self->cr, x, baseline - 0.6, 0.5, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
}

static void
draw_contents_entry (Drawing                   *self,
                     const KompassPageFragment *fragment)
{
  const KompassPagesHeading *heading = &g_array_index (self->layout->headings, KompassPagesHeading, fragment->row->index);
  KompassPageColumn *column = get_column (fragment, 0);
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
  begin (self, KOMPASS_TAG_TOC_ITEM, fragment->row->index + 1);
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_LINK, &about);
  draw_column (self, fragment, 0);
  kompass_page_text_draw_line (page, &g_array_index (lines, KompassPageLine, 0), self->cr, x, y, self->setup->greyscale, NULL);
  end (self, KOMPASS_TAG_LINK);
  end (self, KOMPASS_TAG_TOC_ITEM);
}

/* Pages */

static void
draw_fragment (Drawing                   *self,
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
      draw_items (self, fragment, 0, fragment->row->index + 1);
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
      draw_grid_row (self, fragment);
      break;
    case KOMPASS_PAGE_ROW_FINDINGS_HEAD:
      draw_findings_head (self, fragment, next);
      break;
    case KOMPASS_PAGE_ROW_FINDINGS:
      draw_findings (self, fragment);
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
begin_holder (Drawing                   *self,
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

static void
draw_fragments (Drawing           *self,
                const KompassPage *page)
{
  for (guint i = 0; i < page->fragments->len;)
    {
      const KompassPageFragment *fragment = get_fragment (page, i);
      const KompassPageItem *item = fragment->item;
      KompassPageTag holder = KOMPASS_TAG_PARAGRAPH;
      gboolean held = find_holder (item, &holder);

      if (held)
        begin_holder (self, holder, fragment);
      for (; fragment != NULL && fragment->item == item; fragment = get_fragment (page, ++i))
        draw_fragment (self, fragment, get_fragment (page, i + 1));
      if (held)
        end (self, holder);
    }
}

/* In the margins: one line each, so that long words never reach into the page. */
static void
draw_running (Drawing        *self,
              const char     *words,
              double          y,
              gboolean        at_end,
              double          share)
{
  g_autoptr (KompassPageText) text = kompass_page_text_new_plain (self->layout->fonts, KOMPASS_PAGE_TEXT_RUNNING, words,
                                                                  self->width * share,
                                                                  at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  kompass_page_text_make_line (text);
  kompass_page_text_draw (text, self->cr, at_end ? self->left + self->width * (1 - share) : self->left, y,
                          self->setup->greyscale, NULL);
}

static void
draw_margins (Drawing           *self,
              const KompassPage *page,
              guint              number)
{
  const KompassDocument *document = self->layout->document;
  g_autofree char *figure = g_strdup_printf ("%u", number);
  double rule = self->setup->top - HEAD_RULE_ABOVE;
  double foot = self->setup->height - self->setup->bottom + FOOT_BELOW;
  const char *running = document->contents_title;

  if (page->chapter < document->chapters->len)
    running = ((const KompassChapter *) g_ptr_array_index (document->chapters, page->chapter))->running;
  draw_running (self, document->head, rule - HEAD_TEXT_ABOVE_RULE - 11.5, FALSE, 0.58);
  draw_running (self, running, rule - HEAD_TEXT_ABOVE_RULE - 11.5, TRUE, 0.4);
  draw_rule (self, self->left, rule, self->width, 0.6, KOMPASS_CHART_ROLE_FRAME);
  draw_running (self, document->foot, foot, FALSE, 0.8);
  draw_running (self, figure, foot, TRUE, 0.15);
}

static guint
find_part (const KompassPage *page)
{
  if (page->chapter == KOMPASS_PAGE_COVER)
    return PART_COVER;
  if (page->chapter == KOMPASS_PAGE_CONTENTS)
    return PART_CONTENTS;

  return PART_CHAPTERS + page->chapter;
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
  Drawing drawing = { .layout = self, .setup = self->setup, .cr = cr, .tags = tags, .left = self->setup->left,
                      .width = kompass_page_setup_get_measure (self->setup) };

  cairo_save (cr);
  cairo_new_path (cr);
  if (drawn->chapter != KOMPASS_PAGE_COVER)
    draw_margins (&drawing, drawn, page + 1);
  begin (&drawing, KOMPASS_TAG_SECTION, find_part (drawn));
  if (drawn->chapter == KOMPASS_PAGE_COVER)
    kompass_page_layout_draw_cover (self, cr, tags);
  else
    draw_fragments (&drawing, drawn);
  end (&drawing, KOMPASS_TAG_SECTION);
  cairo_restore (cr);
}
