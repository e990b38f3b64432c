/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids of figures in a report for word processors. Figures are as wide as they are, and words have the rest. */
#include "kompass-odt-private.h"

#include <math.h>

/* Lengths in points. */
#define BAR_WIDTH 54.0
#define LEAST_WORDS 90.0

/* Where another font stands in for the one that texts are measured in, they should have room all the same. */
#define SLACK 1.03

/* A table with no more rows does not break between pages. */
#define WHOLE_ROWS 12

/* A row with more characters than these may break between pages: it may be higher than one. */
#define MOST_WHOLE 800

/* The styles of cells and of the paragraphs in them, by the column's alignment. The side to which a cell is not flush has no
 * padding, which is part of the width of its column all the same: room for a wider font. */
static const struct
{
  const char *cells[2];
  const char *paragraphs[2];
  KompassPageTextStyle look;
} rows[] = {
  [KOMPASS_GRID_HEAD] = { { "CellHead", "CellHeadFigures" },
                          { "Table_20_Heading", "Table_20_figures_20_heading" },
                          KOMPASS_PAGE_TEXT_CELL_HEAD },
  [KOMPASS_GRID_BODY] = { { "CellBody", "CellBodyFigures" },
                          { "Table_20_Contents", "Table_20_figures" },
                          KOMPASS_PAGE_TEXT_CELL },
  [KOMPASS_GRID_TOTAL] = { { "CellTotal", "CellTotalFigures" },
                           { "Table_20_total", "Table_20_total_20_figures" },
                           KOMPASS_PAGE_TEXT_CELL_TOTAL },
};

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

static const KompassGridCell *
get_cell (const KompassGridRow *row,
          guint                 column)
{
  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : NULL;
}

static gboolean
is_whole (const KompassGridRow *row)
{
  gsize length = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *words = kompass_rich_to_plain (get_cell (row, i)->spans);

      length += (gsize) g_utf8_strlen (words, -1);
    }

  return length <= MOST_WHOLE;
}

/* Widths */

static double
measure_column (KompassOdt        *self,
                const KompassGrid *grid,
                guint              column)
{
  double width = 0;

  if (get_column (grid, column)->bar)
    return BAR_WIDTH + KOMPASS_ODT_CELL_PADDING;
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const KompassGridRow *row = get_row (grid, i);
      const KompassGridCell *cell = get_cell (row, column);
      g_autoptr (KompassPageText) text = kompass_page_text_new (self->fonts, rows[row->kind].look,
                                                                cell != NULL ? cell->spans : NULL, -1, PANGO_ALIGN_LEFT);

      width = MAX (width, kompass_page_text_get_width (text));
    }

  return width * SLACK + 2 * KOMPASS_ODT_CELL_PADDING;
}

static double
get_weight (const KompassGrid *grid,
            guint              column,
            gboolean           any)
{
  return any ? MAX (get_column (grid, column)->weight, 0) : column == MIN (grid->header_column, grid->columns->len - 1);
}

/* What columns of figures need; where that leaves too little for words, they get a smaller part each. */
static double *
choose_widths (KompassOdt        *self,
               const KompassGrid *grid)
{
  guint n = grid->columns->len;
  double *widths = g_new0 (double, n);
  double needed = 0;
  double weights = 0;
  double words = 0;
  double shrink;
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any |= get_column (grid, i)->weight > 0;
  for (guint i = 0; i < n; i++)
    {
      double weight = get_weight (grid, i, any);

      weights += weight;
      words += weight > 0 ? LEAST_WORDS : 0;
      if (weight > 0)
        continue;
      widths[i] = measure_column (self, grid, i);
      needed += widths[i];
    }

  shrink = MIN (1, MAX (self->width - words, self->width / 2) / MAX (needed, 1));
  for (guint i = 0; i < n; i++)
    {
      double weight = get_weight (grid, i, any);

      widths[i] = weight > 0 ? (self->width - needed * shrink) * weight / weights : widths[i] * shrink;
    }

  return widths;
}

/* Writing */

static void
write_bar_cell (KompassOdt            *self,
                const KompassGridCell *cell,
                double                 width)
{
  kompass_odt_xml_start (self->body, "text:p", "text:style-name", "Table_20_Contents", NULL);
  if (cell != NULL && !isnan (cell->share))
    kompass_odt_write_bar (self, cell->share, width - KOMPASS_ODT_CELL_PADDING);
  kompass_odt_xml_end (self->body);
}

static void
write_row (KompassOdt           *self,
           const KompassGrid    *grid,
           const KompassGridRow *row,
           const double         *widths)
{
  kompass_odt_start_row (self, is_whole (row));
  for (guint i = 0; i < grid->columns->len; i++)
    {
      const KompassGridColumn *column = get_column (grid, i);
      const KompassGridCell *cell = get_cell (row, i);
      KompassGridAlignment alignment = column->bar ? KOMPASS_GRID_START : column->alignment;

      kompass_odt_start_cell (self, rows[row->kind].cells[alignment]);
      if (column->bar && row->kind == KOMPASS_GRID_BODY)
        write_bar_cell (self, cell, widths[i]);
      else
        kompass_odt_write_paragraph (self, rows[row->kind].paragraphs[alignment], i == 0 ? row->anchor : NULL,
                                     cell != NULL ? cell->spans : NULL);
      kompass_odt_xml_end (self->body);
    }
  kompass_odt_xml_end (self->body);
}

void
kompass_odt_write_grid (KompassOdt         *self,
                        const KompassBlock *block)
{
  const KompassGrid *grid = block->grid;
  g_autofree double *widths = NULL;

  if (grid->columns->len == 0 || grid->rows->len == 0)
    return;
  widths = choose_widths (self, grid);
  kompass_odt_start_table (self, grid->caption, grid->rows->len <= WHOLE_ROWS, widths, grid->columns->len);
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const KompassGridRow *row = get_row (grid, i);
      gboolean is_head = row->kind == KOMPASS_GRID_HEAD;

      if (is_head)
        kompass_odt_xml_start (self->body, "table:table-header-rows", NULL);
      write_row (self, grid, row, widths);
      if (is_head)
        kompass_odt_xml_end (self->body);
    }
  kompass_odt_xml_end (self->body);
}
