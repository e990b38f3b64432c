/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks that are laid out at a width: rows of columns of lines, with what may not be parted. */

#include "kompass-page-piece.h"

/* Lengths in points. */
#define BULLET_INDENT 14.0
#define RESULT_PAD 9.0
#define RESULT_GAP 18.0
#define CAPTION_GAP 6.0

/* The most of a page's height that a picture has, so that its heading and caption have room beside it. */
#define FIGURE_SHARE 0.72

/* The part of its height that it can do without. */
#define FIGURE_YIELDS 0.3

/* Lines that are longer than this are hard to read. */
#define LONGEST_MEASURE 440.0

/**
 * kompass_page_setup_get_room:
 * @setup: sheets
 *
 * Returns: the height between the margins, in points; never so small that nothing fits
 */
double
kompass_page_setup_get_room (const KompassPageSetup *setup)
{
  return MAX (setup->height - setup->top - setup->bottom, 72);
}

/**
 * kompass_page_setup_get_measure:
 * @setup: sheets
 *
 * Returns: the width between the margins, in points; never so small that nothing fits
 */
double
kompass_page_setup_get_measure (const KompassPageSetup *setup)
{
  return MAX (setup->width - setup->left - setup->right, 72);
}

/* Kinds of blocks */

static void
add_heading (KompassPagePiece   *self,
             KompassPageFonts   *fonts,
             const KompassBlock *block)
{
  static const double before[] = { 0, 26, 16 };
  static const double after[] = { 14, 5, 3 };
  guint level = CLAMP (block->level, 1, 3);
  g_autoptr (GPtrArray) rich = g_ptr_array_new ();
  KompassSpan number = { NULL, KOMPASS_SPAN_PLAIN, NULL };
  g_autofree char *words = block->number != NULL ? g_strconcat (block->number, "\302\240", NULL) : NULL;
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_TEXT, 0);
  KompassPageColumn *column = kompass_page_row_add_column (row, 0, self->width);

  number.text = words;
  if (words != NULL)
    g_ptr_array_add (rich, &number);
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    g_ptr_array_add (rich, g_ptr_array_index (block->spans, i));
  kompass_page_column_take_rich (column, fonts, KOMPASS_PAGE_TEXT_HEADING_1 + level - 1, rich, PANGO_ALIGN_LEFT, 0, TRUE);
  row->keep = TRUE;
  kompass_page_row_finish (row);
  self->before = before[level - 1];
  self->after = after[level - 1];
}

static void
add_paragraph (KompassPagePiece   *self,
               KompassPageFonts   *fonts,
               const KompassBlock *block)
{
  static const struct
  {
    KompassPageTextStyle style;
    double before;
    double after;
    gboolean head;      /* whether it belongs to a heading */
    gboolean close;     /* whether it stands close under what is above it */
  } kinds[] = {
    [KOMPASS_PARAGRAPH_STYLE_BODY] = { KOMPASS_PAGE_TEXT_BODY, 7, 7, FALSE, FALSE },
    [KOMPASS_PARAGRAPH_STYLE_SUBTITLE] = { KOMPASS_PAGE_TEXT_SUBTITLE, 2, 16, TRUE, TRUE },
    [KOMPASS_PARAGRAPH_STYLE_NOTE] = { KOMPASS_PAGE_TEXT_NOTE, 5, 12, FALSE, TRUE },
  };
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_TEXT, 0);
  KompassPageColumn *column = kompass_page_row_add_column (row, 0, MIN (self->width, LONGEST_MEASURE));

  kompass_page_column_take_rich (column, fonts, kinds[block->style].style, block->spans, PANGO_ALIGN_LEFT, 0, FALSE);
  row->splits = TRUE;
  row->keep = kinds[block->style].head;
  self->close = kinds[block->style].close;
  kompass_page_row_finish (row);
  self->before = kinds[block->style].before;
  self->after = kinds[block->style].after;
}

static void
add_list (KompassPagePiece   *self,
          KompassPageFonts   *fonts,
          const KompassBlock *block)
{
  for (guint i = 0; block->items != NULL && i < block->items->len; i++)
    {
      KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_ITEM, i);
      KompassPageColumn *column = kompass_page_row_add_column (row, BULLET_INDENT,
                                                               MIN (self->width, LONGEST_MEASURE) - BULLET_INDENT);

      column->indent = BULLET_INDENT;
      kompass_page_column_take_rich (column, fonts, KOMPASS_PAGE_TEXT_BODY, g_ptr_array_index (block->items, i),
                                     PANGO_ALIGN_LEFT, 0, FALSE);
      row->splits = TRUE;
      row->before = i > 0 ? 3 : 0;
      kompass_page_row_finish (row);
    }
  self->before = 7;
  self->after = 7;
}

static void
add_caption (KompassPagePiece   *self,
             KompassPageFonts   *fonts,
             const KompassBlock *block)
{
  KompassPageRow *row;
  KompassPageColumn *column;
  double inset = self->width / 12;

  if (block->caption == NULL || *block->caption == '\0')
    return;
  row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_CAPTION, 0);
  column = kompass_page_row_add_column (row, inset, self->width - 2 * inset);
  kompass_page_column_take_text (column,
                                 kompass_page_text_new_plain (fonts, KOMPASS_PAGE_TEXT_CAPTION, block->caption,
                                                              column->width, PANGO_ALIGN_CENTER),
                                 0, FALSE);
  row->before = CAPTION_GAP;
  kompass_page_row_finish (row);
}

/* The picture is as high as it needs, but leaves room for its heading and its caption. */
static void
add_figure (KompassPagePiece       *self,
            KompassPageFonts       *fonts,
            const KompassPageSetup *setup,
            const KompassBlock     *block)
{
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_FIGURE, 0);
  g_autofree char *font = kompass_page_fonts_dup_chart (fonts);
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT, .transparent = TRUE, .compact = TRUE, .font = font };
  double natural = block->chart != NULL ? kompass_chart_get_natural_height (block->chart, self->width, &style) : 0;
  double most = kompass_page_setup_get_room (setup) * FIGURE_SHARE;

  row->height = MIN (MAX (natural, self->width * block->aspect), most);
  row->yields = row->height * FIGURE_YIELDS;
  self->before = 14;
  self->after = 16;
  add_caption (self, fonts, block);
  row->keep = self->rows->len > 1;
}

static void
add_result_lines (KompassPageRow     *row,
                  KompassPageFonts   *fonts,
                  const KompassBlock *block,
                  double              x,
                  double              width)
{
  KompassPageColumn *column = kompass_page_row_add_column (row, x, width);

  for (char **line = block->lines; line != NULL && *line != NULL; line++)
    kompass_page_column_take_text (column,
                                   kompass_page_text_new_plain (fonts, KOMPASS_PAGE_TEXT_BESIDE_BIG, *line, width,
                                                                PANGO_ALIGN_LEFT),
                                   0, TRUE);
}

/* The figure, and beside it what it is out of; under it where the figure leaves no room beside it. */
static void
add_result (KompassPagePiece   *self,
            KompassPageFonts   *fonts,
            const KompassBlock *block)
{
  KompassPageText *big = kompass_page_text_new_plain (fonts, KOMPASS_PAGE_TEXT_BIG, block->big, self->width,
                                                      PANGO_ALIGN_LEFT);
  double width = kompass_page_text_get_width (big);
  gboolean beside = width < self->width / 2;
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_RESULT, 0);

  row->pad_top = row->pad_bottom = RESULT_PAD;
  if (beside)
    kompass_page_text_set_width (big, width);
  kompass_page_column_take_text (kompass_page_row_add_column (row, 0, beside ? width : self->width), big, 0, TRUE);
  if (!beside)
    {
      kompass_page_row_finish (row);
      row->keep = TRUE;
      row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_RESULT, 1);
      row->pad_bottom = RESULT_PAD;
      width = -RESULT_GAP;
    }
  add_result_lines (row, fonts, block, width + RESULT_GAP, self->width - width - RESULT_GAP);
  kompass_page_row_finish (row);
  kompass_page_row_centre (row);
  self->before = 6;
  self->after = 16;
}

/**
 * kompass_page_piece_new:
 * @fonts: fonts, which have to outlive the piece
 * @setup: the sheets it is for
 * @block: what it shows
 *
 * Lays a block out.
 *
 * Returns: (transfer full): the piece
 */
KompassPagePiece *
kompass_page_piece_new (KompassPageFonts       *fonts,
                        const KompassPageSetup *setup,
                        const KompassBlock     *block)
{
  KompassPagePiece *self = kompass_page_piece_new_empty (kompass_page_setup_get_measure (setup));

  switch (block->kind)
    {
    case KOMPASS_BLOCK_HEADING:
      add_heading (self, fonts, block);
      break;
    case KOMPASS_BLOCK_PARAGRAPH:
      add_paragraph (self, fonts, block);
      break;
    case KOMPASS_BLOCK_LIST:
      add_list (self, fonts, block);
      break;
    case KOMPASS_BLOCK_FIGURE:
      add_figure (self, fonts, setup, block);
      break;
    case KOMPASS_BLOCK_TABLE:
      kompass_page_piece_add_grid (self, fonts, block->grid);
      break;
    case KOMPASS_BLOCK_FINDINGS:
      kompass_page_piece_add_findings (self, fonts, setup, block);
      break;
    case KOMPASS_BLOCK_RESULT:
      add_result (self, fonts, block);
      break;
    default:
      g_assert_not_reached ();
    }

  return self;
}
