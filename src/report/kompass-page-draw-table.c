/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables on a page: rules between rows, level bars, and the three lists of findings. */

#include "kompass-page-draw.h"

#include <math.h>

#include "kompass-chart-palette.h"

#define BAR_HEIGHT 5.0

static gboolean
has_words (const KompassPageFragment *fragment,
           guint                      index)
{
  guint from, to;

  kompass_page_fragment_get_range (fragment, index, &from, &to);

  return from < to;
}

static void
draw_level (KompassPageDrawing *self,
            double              x,
            double              y,
            double              width,
            double              share,
            guint               role)
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
draw_bar (KompassPageDrawing        *self,
          const KompassPageFragment *fragment,
          guint                      index,
          const KompassGridCell     *cell)
{
  KompassPageColumn *column = kompass_page_fragment_get_column (fragment, index);
  double line = column->slots->len > 0 ? g_array_index (column->slots, KompassPageSlot, 0).bottom : 0;
  double y = fragment->y + fragment->row->pad_top + line / 2;

  if (isnan (cell->share) || !fragment->begins)
    return;
  draw_level (self, self->left + column->x, y, column->width, 1, KOMPASS_CHART_ROLE_TRACK);
  draw_level (self, self->left + column->x, y, column->width, cell->share, KOMPASS_CHART_ROLE_SERIES);
}

static void
draw_cell (KompassPageDrawing        *self,
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
  kompass_page_drawing_column (self, fragment, index);
  kompass_page_drawing_end (self, tag);
}

static void
draw_grid_rules (KompassPageDrawing        *self,
                 const KompassPageFragment *fragment,
                 const KompassGridRow      *row)
{
  double bottom = fragment->y + fragment->height;
  gboolean last = fragment->row->index + 1 == fragment->item->block->grid->rows->len;

  if (fragment->row->index == 0 && row->kind != KOMPASS_GRID_HEAD && fragment->begins)
    kompass_page_drawing_rule (self, fragment->y, 0.9, KOMPASS_CHART_ROLE_TEXT);
  if (row->kind == KOMPASS_GRID_HEAD)
    kompass_page_drawing_rule (self, bottom, 0.9, KOMPASS_CHART_ROLE_TEXT);
  else if (row->kind == KOMPASS_GRID_BODY && fragment->ends)
    kompass_page_drawing_rule (self, bottom, last ? 0.6 : 0.5,
               last ? KOMPASS_CHART_ROLE_FRAME : KOMPASS_CHART_ROLE_GRID);
}

/**
 * kompass_page_drawing_grid_row:
 * @self: a page that is being drawn
 * @fragment: a part of a row of a table
 *
 * Draws a row of a table.
 */
void
kompass_page_drawing_grid_row (KompassPageDrawing        *self,
                               const KompassPageFragment *fragment)
{
  const KompassGrid *grid = fragment->item->block->grid;
  const KompassGridRow *row = g_ptr_array_index (grid->rows, fragment->row->index);
  KompassTagAbout about = { .piece = fragment->row->index + 1, .anchor = row->anchor, .x = self->left, .y = fragment->y };

  draw_grid_rules (self, fragment, row);
  if (fragment->repeated)
    {
      for (guint i = 0; i < fragment->row->columns->len; i++)
        kompass_page_drawing_column (self, fragment, i);
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
  kompass_page_drawing_end (self, KOMPASS_TAG_TABLE_ROW);
}

static void
draw_findings_lines (KompassPageDrawing        *self,
                     const KompassPageFragment *fragment)
{
  for (guint i = 1; i < fragment->row->columns->len; i++)
    {
      KompassPageColumn *before = kompass_page_fragment_get_column (fragment, i - 1);
      double x = self->left + (before->x + before->width + kompass_page_fragment_get_column (fragment, i)->x) / 2;

      if (fragment->row->kind == KOMPASS_PAGE_ROW_FINDINGS)
        x = self->left + (before->x + before->width + kompass_page_fragment_get_column (fragment, i)->x - 10) / 2;
      kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_GRID, self->setup->greyscale);
      cairo_rectangle (self->cr, x, fragment->y, 0.6, fragment->height);
      cairo_fill (self->cr);
    }
}

/* Where the head is repeated, it names the lists that go on: under the name of a finished one would stand nothing. */
static void
draw_repeated_findings_head (KompassPageDrawing        *self,
                             const KompassPageFragment *fragment,
                             const KompassPageFragment *next)
{
  for (guint i = 0; i < fragment->row->columns->len; i++)
    if (next == NULL || has_words (next, i))
      kompass_page_drawing_column (self, fragment, i);
}

/**
 * kompass_page_drawing_findings_head:
 * @self: a page that is being drawn
 * @fragment: the names of the lists
 * @next: (nullable): what stands under them
 *
 * Draws the names of the three lists.
 */
void
kompass_page_drawing_findings_head (KompassPageDrawing        *self,
                                    const KompassPageFragment *fragment,
                                    const KompassPageFragment *next)
{
  KompassTagAbout about = { .scope = KOMPASS_TAG_SCOPE_COLUMN };

  draw_findings_lines (self, fragment);
  kompass_page_drawing_rule (self, fragment->y, 0.9, KOMPASS_CHART_ROLE_TEXT);
  if (fragment->repeated)
    {
      draw_repeated_findings_head (self, fragment, next);
      return;
    }
  kompass_page_drawing_begin (self, KOMPASS_TAG_TABLE_ROW, 1);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      about.piece = i + 1;
      kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE_HEADER, &about);
      kompass_page_drawing_column (self, fragment, i);
      kompass_page_drawing_end (self, KOMPASS_TAG_TABLE_HEADER);
    }
  kompass_page_drawing_end (self, KOMPASS_TAG_TABLE_ROW);
}

/**
 * kompass_page_drawing_findings:
 * @self: a page that is being drawn
 * @fragment: a part of the lists
 *
 * Draws the three lists.
 */
void
kompass_page_drawing_findings (KompassPageDrawing        *self,
                               const KompassPageFragment *fragment)
{
  draw_findings_lines (self, fragment);
  kompass_page_drawing_begin (self, KOMPASS_TAG_TABLE_ROW, 2);
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      kompass_page_drawing_begin (self, KOMPASS_TAG_TABLE_CELL, i + 1);
      if (has_words (fragment, i))
        {
          kompass_page_drawing_begin (self, KOMPASS_TAG_LIST, 1);
          kompass_page_drawing_items (self, fragment, i, 1);
          kompass_page_drawing_end (self, KOMPASS_TAG_LIST);
        }
      kompass_page_drawing_end (self, KOMPASS_TAG_TABLE_CELL);
    }
  kompass_page_drawing_end (self, KOMPASS_TAG_TABLE_ROW);
}
