/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The contents: an entry for each chapter, and for the headings in them as long as all of that is on one page. */

#include "kompass-page-layout.h"

/* Lengths in points. */
#define NUMBER_WIDTH 34.0
#define INDENT 14.0
#define CHAPTER_GAP 7.0

static void
add_item (KompassPageLayout *self,
          KompassBlock      *block,
          KompassPagePiece  *piece)
{
  KompassPageItem *item = g_new0 (KompassPageItem, 1);

  item->block = block;
  item->piece = piece;
  item->chapter = KOMPASS_PAGE_CONTENTS;
  item->number = self->contents->len + 1;
  g_ptr_array_add (self->contents, item);
}

static void
add_title (KompassPageLayout *self)
{
  self->contents_heading = kompass_block_new_heading (1, NULL, kompass_rich_new (self->document->contents_title), NULL);
  add_item (self, self->contents_heading, kompass_page_piece_new (self->fonts, self->setup, self->contents_heading));
}

static void
add_entry (KompassPageLayout *self,
           KompassPagePiece  *piece,
           guint              index)
{
  const KompassPagesHeading *heading = &g_array_index (self->headings, KompassPagesHeading, index);
  gboolean chapter = heading->level == 1;
  KompassPageRow *row = kompass_page_piece_add_row (piece, KOMPASS_PAGE_ROW_CONTENTS, index);
  double x = chapter ? 0 : INDENT;
  KompassPageColumn *column = kompass_page_row_add_column (row, x, piece->width - x - NUMBER_WIDTH);

  kompass_page_column_take_text (column,
                                 kompass_page_text_new_plain (self->fonts,
                                                              chapter ? KOMPASS_PAGE_TEXT_CONTENTS_1 : KOMPASS_PAGE_TEXT_CONTENTS_2,
                                                              heading->title, column->width, PANGO_ALIGN_LEFT),
                                 0, TRUE);
  row->before = chapter ? CHAPTER_GAP : 0;
  row->pad_top = row->pad_bottom = 1;
  kompass_page_row_finish (row);
}

static KompassPagePiece *
create_entries (KompassPageLayout *self,
                guint              depth)
{
  KompassPagePiece *piece = kompass_page_piece_new_empty (kompass_page_setup_get_measure (self->setup));

  piece->before = 22;
  for (guint i = 0; i < self->headings->len; i++)
    if (g_array_index (self->headings, KompassPagesHeading, i).level <= depth)
      add_entry (self, piece, i);

  return piece;
}

static double
get_height (KompassPagePiece *piece)
{
  double height = 0;

  for (guint i = 0; i < piece->rows->len; i++)
    {
      const KompassPageRow *row = g_ptr_array_index (piece->rows, i);

      height += row->before + row->height;
    }

  return height;
}

/**
 * kompass_page_layout_add_contents:
 * @self: a layout that knows its headings, but not where they are
 *
 * Lays the contents out. Their height does not depend on the numbers of pages, which are drawn later.
 */
void
kompass_page_layout_add_contents (KompassPageLayout *self)
{
  KompassPagePiece *piece = create_entries (self, 2);

  add_title (self);
  if (get_height (piece) > kompass_page_setup_get_room (self->setup) - 60)
    {
      kompass_page_piece_unref (piece);
      piece = create_entries (self, 1);
    }
  add_item (self, NULL, piece);
}
