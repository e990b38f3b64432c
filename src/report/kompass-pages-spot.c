/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the pages stands what somebody is writing: the line with the caret. */
#include "kompass-pages-spot.h"

#include <string.h>

#include "kompass-page-draw.h"
#include "kompass-page-layout.h"

/* A line of what is laid out. */
typedef struct
{
  const KompassPageItem *item;
  const KompassPageRow *row;
  guint column;
  guint slot;
} Line;

static KompassPageColumn *
get_column (const Line *line)
{
  return g_ptr_array_index (line->row->columns, line->column);
}

static const KompassPageSlot *
get_slot (KompassPageColumn *column,
          guint              slot)
{
  return &g_array_index (column->slots, KompassPageSlot, slot);
}

static guint
count_characters (KompassPageColumn     *column,
                  const KompassPageSlot *slot)
{
  const KompassPageText *text = g_ptr_array_index (column->texts, slot->text);
  const PangoLayoutLine *line = slot->line.line;

  return (guint) g_utf8_strlen (pango_layout_get_text (text->layout) + line->start_index, line->length);
}

/* The line of an item of the column that has a character of it, or its last. */
static guint
find_slot (KompassPageColumn *column,
           guint              item,
           guint              offset)
{
  guint found = column->slots->len > 0 ? column->slots->len - 1 : 0;

  for (guint i = 0; i < column->slots->len; i++)
    {
      const KompassPageSlot *slot = get_slot (column, i);
      guint n;

      if (slot->item > item)
        break;
      found = i;
      if (slot->item < item)
        continue;
      n = count_characters (column, slot);
      if (offset < n)
        break;
      offset -= n;
    }

  return found;
}

/* What is not printed itself, as an empty paragraph, is where the one before it ends. */
static gboolean
find_in_text (GPtrArray *items,
              guint      paragraph,
              guint      offset,
              Line      *line)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < items->len; i++)
    {
      const KompassPageItem *item = g_ptr_array_index (items, i);
      GArray *sources = item->block != NULL ? item->block->sources : NULL;

      for (guint j = 0; sources != NULL && j < sources->len && j < item->piece->rows->len; j++)
        {
          guint source = g_array_index (sources, guint, j);

          if (found != G_MAXUINT && source > paragraph)
            break;
          *line = (Line) { item, g_ptr_array_index (item->piece->rows, j), 0, 0 };
          found = source;
        }
    }
  if (found == G_MAXUINT)
    return FALSE;
  line->slot = find_slot (get_column (line), 0, found == paragraph ? offset : found < paragraph ? G_MAXUINT : 0);

  return TRUE;
}

/* A list of which nothing is printed yet has its heading. */
static gboolean
find_in_lists (GPtrArray *items,
               guint      list,
               guint      index,
               guint      offset,
               Line      *line)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KompassPageItem *item = g_ptr_array_index (items, i);

      if (item->block == NULL || item->block->kind != KOMPASS_BLOCK_FINDINGS)
        continue;
      for (guint j = 0; j < item->piece->rows->len; j++)
        {
          const KompassPageRow *row = g_ptr_array_index (item->piece->rows, j);

          if (j == 0 || (list < row->columns->len && ((KompassPageColumn *) g_ptr_array_index (row->columns, list))->slots->len > 0))
            *line = (Line) { item, row, MIN (list, row->columns->len - 1), 0 };
          if (row->kind == KOMPASS_PAGE_ROW_FINDINGS && line->row == row)
            line->slot = find_slot (get_column (line), index, offset);
        }
      return TRUE;
    }

  return FALSE;
}

/* Which part of a row that goes on over several pages has the line. */
static gboolean
is_on (const KompassPageFragment *fragment,
       const Line                *line)
{
  guint from, to;

  if (fragment->item != line->item || fragment->row != line->row || fragment->repeated)
    return FALSE;
  kompass_page_fragment_get_range (fragment, line->column, &from, &to);

  return line->slot >= from && line->slot < to;
}

static gboolean
find_line (const KompassPageLayout *layout,
           const Line              *line,
           KompassPagesPlace       *place)
{
  for (guint i = 0; i < layout->pages->len; i++)
    {
      const KompassPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->fragments->len; j++)
        {
          const KompassPageFragment *fragment = g_ptr_array_index (page->fragments, j);
          KompassPageColumn *column = get_column (line);
          guint from, to;

          if (!is_on (fragment, line))
            continue;
          kompass_page_fragment_get_range (fragment, line->column, &from, &to);
          place->page = i;
          place->y = fragment->y + line->row->pad_top + column->shift + get_slot (column, line->slot)->top -
                     get_slot (column, from)->top;
          place->height = get_slot (column, line->slot)->bottom - get_slot (column, line->slot)->top;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_chapter (const KompassPageLayout *layout,
              const char              *anchor,
              guint                   *index)
{
  for (*index = 0; *index < layout->document->chapters->len; (*index)++)
    if (strcmp (((const KompassChapter *) g_ptr_array_index (layout->document->chapters, *index))->anchor, anchor) == 0)
      return TRUE;

  return FALSE;
}

/**
 * kompass_pages_find_spot:
 * @self: pages
 * @spot: where somebody writes
 * @place: (out): where that is printed
 *
 * What is not printed itself is where the words before it are.
 *
 * Returns: %FALSE if there is no such chapter: nothing of it is printed
 */
gboolean
kompass_pages_find_spot (KompassPages           *self,
                         const KompassPagesSpot *spot,
                         KompassPagesPlace      *place)
{
  const KompassPageLayout *layout;
  GPtrArray *items;
  Line line = { 0 };
  gboolean is_found = FALSE;
  guint chapter;

  g_return_val_if_fail (KOMPASS_IS_PAGES (self), FALSE);

  layout = kompass_pages_get_layout (self);
  if (layout == NULL || !find_chapter (layout, spot->chapter, &chapter))
    return FALSE;
  items = g_ptr_array_index (layout->chapters, chapter);
  if (spot->part == KOMPASS_PAGES_TEXT)
    is_found = find_in_text (items, spot->item, spot->offset, &line);
  else if (spot->part == KOMPASS_PAGES_LIST)
    is_found = find_in_lists (items, spot->list, spot->item, spot->offset, &line);
  if (is_found && find_line (layout, &line, place))
    return TRUE;
  place->height = 0;

  return kompass_pages_find_anchor (self, spot->chapter, &place->page, &place->y);
}

/**
 * kompass_pages_find_paragraph:
 * @self: pages
 * @page: one of them, from 0
 * @y: in points from the top of the sheet
 *
 * Returns: which paragraph of its section's text stands there, or right above it; -1 where none does
 */
int
kompass_pages_find_paragraph (KompassPages *self,
                              guint         page,
                              double        y)
{
  const KompassPageLayout *layout;
  GPtrArray *fragments;
  int paragraph = -1;

  g_return_val_if_fail (KOMPASS_IS_PAGES (self), -1);
  g_return_val_if_fail (page < kompass_pages_get_n_pages (self), -1);

  layout = kompass_pages_get_layout (self);
  fragments = ((const KompassPage *) g_ptr_array_index (layout->pages, page))->fragments;
  for (guint i = 0; i < fragments->len; i++)
    {
      const KompassPageFragment *fragment = g_ptr_array_index (fragments, i);
      GArray *sources = fragment->item->block != NULL ? fragment->item->block->sources : NULL;

      if (fragment->y > y)
        break;
      paragraph = sources != NULL && fragment->row->index < sources->len
                      ? (int) g_array_index (sources, guint, fragment->row->index)
                      : -1;
    }

  return paragraph;
}
