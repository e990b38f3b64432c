/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables on a page: grids, whose figures take the room they need and whose words have the rest, and the three lists of
 * findings, each of which flows for itself. */

#include "kompass-page-piece.h"

#include <string.h>

/* Lengths in points. */
#define GAP 11.0
#define INSET 4.0
#define PAD 3.4
#define BAR_WIDTH 54.0
#define LEAST_WORDS 130.0
#define CRAMPED_GAP 7.0

/* How large the cells of a table are that has more columns than room. */
#define CRAMPED_SCALE 0.86
#define FINDINGS_PAD 7.0
#define FINDINGS_INSET 10.0
#define FINDINGS_BULLET 10.0
#define FINDINGS_GAP 4.0

/* So many rows stay together on a page. */
#define WHOLE_ROWS 12u

/* Findings stay together where they take no more than this part of a page. */
#define WHOLE_FINDINGS 0.4

typedef struct
{
  double x;
  double width;
  double natural;
  double least;
  double weight;
} Measure;

static const KompassGridColumn *
get_column (const KompassGrid *grid,
            guint              column)
{
  return g_ptr_array_index (grid->columns, column);
}

static const KompassGridRow *
get_row (const KompassGrid *grid,
         guint              row)
{
  return g_ptr_array_index (grid->rows, row);
}

static const KompassPageTextStyle styles[] = {
  [KOMPASS_GRID_HEAD] = KOMPASS_PAGE_TEXT_CELL_HEAD,
  [KOMPASS_GRID_BODY] = KOMPASS_PAGE_TEXT_CELL,
  [KOMPASS_GRID_TOTAL] = KOMPASS_PAGE_TEXT_CELL_TOTAL,
};

static GPtrArray *
get_words (const KompassGridRow *row,
           guint                 index)
{
  return index < row->cells->len ? ((const KompassGridCell *) g_ptr_array_index (row->cells, index))->spans : NULL;
}

static PangoAlignment
get_alignment (const KompassGridColumn *column)
{
  return column->alignment == KOMPASS_GRID_END ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/* A cell to be measured: on one line, and of a very long one only the beginning. */
static KompassPageText *
create_cell (KompassPageFonts        *fonts,
             const KompassGridColumn *column,
             const KompassGridRow    *row,
             guint                    index)
{
  GPtrArray *words = get_words (row, index);
  g_autoptr (GPtrArray) cut = kompass_page_rich_cut (words);

  return kompass_page_text_new (fonts, styles[row->kind], cut != NULL ? cut : words, -1, get_alignment (column));
}

/* The texts of all cells, row by row. */
static GPtrArray *
create_cells (KompassPageFonts  *fonts,
              const KompassGrid *grid)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint row = 0; row < grid->rows->len; row++)
    for (guint i = 0; i < grid->columns->len; i++)
      g_ptr_array_add (cells, create_cell (fonts, get_column (grid, i), get_row (grid, row), i));

  return cells;
}

static KompassPageText *
get_cell (const KompassGrid *grid,
          GPtrArray         *cells,
          guint              row,
          guint              column)
{
  return g_ptr_array_index (cells, row * grid->columns->len + column);
}

static void
measure_column (Measure           *self,
                const KompassGrid *grid,
                guint              column,
                GPtrArray         *cells)
{
  if (get_column (grid, column)->bar)
    {
      self->natural = BAR_WIDTH;
      return;
    }
  for (guint row = 0; row < grid->rows->len; row++)
    self->natural = MAX (self->natural, kompass_page_text_get_width (get_cell (grid, cells, row, column)));
}

/* Where there is too little room the names over figures are broken between words, and the longest of the words counts. */
static void
measure_cramped_column (Measure           *self,
                        const KompassGrid *grid,
                        guint              column,
                        GPtrArray         *cells)
{
  if (get_column (grid, column)->bar)
    return;
  self->natural = self->least = 0;
  for (guint row = 0; row < grid->rows->len; row++)
    {
      KompassPageText *cell = get_cell (grid, cells, row, column);
      gboolean head = get_row (grid, row)->kind == KOMPASS_GRID_HEAD;

      kompass_page_text_scale (cell, CRAMPED_SCALE);
      if (self->weight > 0 && self->least < LEAST_WORDS)
        self->least = MAX (self->least, kompass_page_text_get_least (cell));
      self->natural = MAX (self->natural, head ? kompass_page_text_get_least (cell) : kompass_page_text_get_width (cell));
    }
}

static gboolean
is_cramped (const Measure *measures,
            guint          n,
            double         width)
{
  double left = width - 2 * INSET - GAP * (n - 1);

  for (guint i = 0; i < n; i++)
    left -= measures[i].weight > 0 ? LEAST_WORDS : measures[i].natural;

  return left < 0;
}

/* At least one column takes what is left. */
static void
choose_weights (Measure           *measures,
                const KompassGrid *grid)
{
  double sum = 0;

  for (guint i = 0; i < grid->columns->len; i++)
    sum += measures[i].weight = MAX (get_column (grid, i)->weight, 0);
  if (!(sum > 0))
    measures[MIN (grid->header_column, grid->columns->len - 1)].weight = 1;
}

/* Columns that need less than their part of @room get what they need; the others share what that leaves. */
static void
share_room (Measure *measures,
            guint    n,
            double   room)
{
  guint left = 0;
  guint before;

  for (guint i = 0; i < n; i++)
    left += !(measures[i].weight > 0);
  do
    {
      double part = room / MAX (left, 1);

      before = left;
      for (guint i = 0; i < n; i++)
        if (!(measures[i].weight > 0) && measures[i].width <= 0 && measures[i].natural <= part)
          {
            measures[i].width = MAX (measures[i].natural, 1);
            room -= measures[i].width;
            left--;
          }
    }
  while (left > 0 && left < before);
  for (guint i = 0; i < n; i++)
    if (!(measures[i].weight > 0) && measures[i].width <= 0)
      measures[i].width = MAX (room / left, 1);
}

/* Columns of figures get what they need, as long as there is room for words beside them; these have the rest. Tables with
 * the same columns stand in line under each other, because what parts columns does not depend on the words. */
static void
choose_widths (Measure  *measures,
               guint     n,
               double    width,
               gboolean  cramped)
{
  double gap = cramped ? CRAMPED_GAP : GAP;
  double room = width - 2 * INSET - gap * (n - 1);
  double rest = room;
  double weights = 0;
  double words = 0;
  double x = INSET;

  for (guint i = 0; i < n; i++)
    {
      words += measures[i].weight > 0 ? CLAMP (measures[i].least + 1, LEAST_WORDS / 3, LEAST_WORDS) : 0;
      weights += measures[i].weight;
    }
  share_room (measures, n, MAX (room - words, room / 2));
  for (guint i = 0; i < n; i++)
    rest -= measures[i].width;
  for (guint i = 0; i < n; i++)
    {
      measures[i].x = x;
      if (measures[i].weight > 0)
        measures[i].width = rest * measures[i].weight / weights;
      x += measures[i].width + gap;
    }
}

/* A head stands with the first rows and a total with the last; a low table stays whole. */
static gboolean
is_kept (const KompassGrid *grid,
         guint              row)
{
  guint n = grid->rows->len;

  if (row + 1 == n)
    return FALSE;
  if (n <= WHOLE_ROWS || get_row (grid, row)->kind == KOMPASS_GRID_HEAD)
    return TRUE;

  return row <= 1 || row + 2 == n;
}

/* Takes the cell that was measured, unless that is not all of it. */
static void
fill_cell (KompassPageColumn       *self,
           KompassPageFonts        *fonts,
           const KompassGridColumn *column,
           const KompassGridRow    *row,
           guint                    index,
           KompassPageText         *cell)
{
  g_autoptr (GPtrArray) cut = kompass_page_rich_cut (get_words (row, index));

  if (cut != NULL)
    {
      kompass_page_text_free (cell);
      kompass_page_column_take_rich (self, fonts, styles[row->kind], get_words (row, index), get_alignment (column), 0, FALSE);
      return;
    }
  kompass_page_text_set_width (cell, self->width);
  kompass_page_column_take_text (self, cell, 0, FALSE);
}

static void
add_row (KompassPagePiece  *self,
         KompassPageFonts  *fonts,
         const KompassGrid *grid,
         const Measure     *measures,
         GPtrArray         *cells,
         guint              index)
{
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_GRID, index);

  row->pad_top = row->pad_bottom = PAD;
  row->keep = is_kept (grid, index);
  row->repeats = index == 0 && get_row (grid, index)->kind == KOMPASS_GRID_HEAD;
  for (guint i = 0; i < grid->columns->len; i++)
    fill_cell (kompass_page_row_add_column (row, measures[i].x, measures[i].width), fonts, get_column (grid, i),
               get_row (grid, index), i, g_ptr_array_index (cells, index * grid->columns->len + i));
  kompass_page_row_finish (row);
}

/**
 * kompass_page_piece_add_grid:
 * @self: a piece
 * @fonts: fonts, which have to outlive it
 * @grid: a table
 *
 * Lays a table out: a row for each of its rows, a column for each of its columns.
 */
void
kompass_page_piece_add_grid (KompassPagePiece  *self,
                             KompassPageFonts  *fonts,
                             const KompassGrid *grid)
{
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree Measure *measures = NULL;
  gboolean cramped;

  if (grid == NULL || grid->columns->len == 0)
    return;
  cells = create_cells (fonts, grid);
  measures = g_new0 (Measure, grid->columns->len);
  choose_weights (measures, grid);
  for (guint i = 0; i < grid->columns->len; i++)
    measure_column (&measures[i], grid, i, cells);
  cramped = is_cramped (measures, grid->columns->len, self->width);
  for (guint i = 0; cramped && i < grid->columns->len; i++)
    measure_cramped_column (&measures[i], grid, i, cells);
  choose_widths (measures, grid->columns->len, self->width, cramped);
  for (guint i = 0; i < grid->rows->len; i++)
    add_row (self, fonts, grid, measures, cells, i);
  self->before = 10;
  self->after = 16;
}

/* Findings */

static double
get_findings_width (KompassPagePiece *self)
{
  return (self->width - (KOMPASS_N_LISTS - 1) * 2 * FINDINGS_INSET) / KOMPASS_N_LISTS;
}

static double
get_findings_x (KompassPagePiece *self,
                guint             list)
{
  return list * (get_findings_width (self) + 2 * FINDINGS_INSET);
}

static void
add_findings_head (KompassPagePiece   *self,
                   KompassPageFonts   *fonts,
                   const KompassBlock *block)
{
  KompassPageRow *row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_FINDINGS_HEAD, 0);
  double width = get_findings_width (self);

  row->pad_top = FINDINGS_PAD;
  row->pad_bottom = 1;
  row->keep = row->repeats = TRUE;
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    kompass_page_column_take_text (kompass_page_row_add_column (row, get_findings_x (self, i), width),
                                   kompass_page_text_new_plain (fonts, KOMPASS_PAGE_TEXT_FINDING_TITLE, block->titles[i],
                                                                width, PANGO_ALIGN_LEFT),
                                   0, TRUE);
  kompass_page_row_finish (row);
}

static void
add_findings_list (KompassPageRow   *row,
                   KompassPageFonts *fonts,
                   GPtrArray        *list,
                   double            x,
                   double            width)
{
  KompassPageColumn *column = kompass_page_row_add_column (row, x + FINDINGS_BULLET, width - FINDINGS_BULLET);

  column->indent = FINDINGS_BULLET;
  for (guint i = 0; list != NULL && i < list->len; i++)
    kompass_page_column_take_rich (column, fonts, KOMPASS_PAGE_TEXT_FINDING, g_ptr_array_index (list, i), PANGO_ALIGN_LEFT,
                                   FINDINGS_GAP, TRUE);
}

/**
 * kompass_page_piece_add_findings:
 * @self: a piece
 * @fonts: fonts, which have to outlive it
 * @setup: the sheets
 * @block: findings
 *
 * Lays the three lists out beside each other. Each breaks between its items.
 */
void
kompass_page_piece_add_findings (KompassPagePiece       *self,
                                 KompassPageFonts       *fonts,
                                 const KompassPageSetup *setup,
                                 const KompassBlock     *block)
{
  KompassPageRow *row;

  add_findings_head (self, fonts, block);
  row = kompass_page_piece_add_row (self, KOMPASS_PAGE_ROW_FINDINGS, 0);
  row->pad_top = 4;
  row->pad_bottom = FINDINGS_PAD;
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    add_findings_list (row, fonts, block->lists[i], get_findings_x (self, i), get_findings_width (self));
  kompass_page_row_finish (row);
  row->splits = row->height > kompass_page_setup_get_room (setup) * WHOLE_FINDINGS;
  self->before = 16;
  self->after = 16;
}
