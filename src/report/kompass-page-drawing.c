/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages are drawn with: marks, rules, and the lines of columns. */

#include "kompass-page-draw.h"

#include "kompass-chart-palette.h"

#define BULLET_RADIUS 1.6

/**
 * kompass_page_drawing_begin:
 * @self: a page that is being drawn
 * @tag: what the piece is
 * @piece: which of those it is in the piece around it, from 1
 *
 * Begins a piece, of which no more is to be known.
 */
void
kompass_page_drawing_begin (KompassPageDrawing *self,
                            KompassPageTag      tag,
                            guint               piece)
{
  KompassTagAbout about = { .piece = piece };

  kompass_page_tags_begin (self->tags, tag, &about);
}

/**
 * kompass_page_drawing_end:
 * @self: a page that is being drawn
 * @tag: what the piece is
 */
void
kompass_page_drawing_end (KompassPageDrawing *self,
                          KompassPageTag      tag)
{
  kompass_page_tags_end (self->tags, tag);
}

/**
 * kompass_page_drawing_rule:
 * @self: a page that is being drawn
 * @y: its middle
 * @thickness: in points
 * @role: its ink, a #KompassChartRole
 *
 * Draws a rule from margin to margin.
 */
void
kompass_page_drawing_rule (KompassPageDrawing *self,
                           double              y,
                           double              thickness,
                           guint               role)
{
  kompass_page_set_ink (self->cr, role, self->setup->greyscale);
  cairo_rectangle (self->cr, self->left, y - thickness / 2, self->width, thickness);
  cairo_fill (self->cr);
}

/* Columns */

/**
 * kompass_page_fragment_get_column:
 * @self: a part of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the column of the row
 */
KompassPageColumn *
kompass_page_fragment_get_column (const KompassPageFragment *self,
                                  guint                      column)
{
  return g_ptr_array_index (self->row->columns, column);
}

/**
 * kompass_page_fragment_get_range:
 * @self: a part of a row
 * @column: index of a column
 * @from: (out): the first line of the column that is in the part
 * @to: (out): the line after the last
 */
void
kompass_page_fragment_get_range (const KompassPageFragment *self,
                                 guint                      column,
                                 guint                     *from,
                                 guint                     *to)
{
  *from = self->from != NULL ? self->from[column] : 0;
  *to = self->to != NULL ? self->to[column] : kompass_page_fragment_get_column (self, column)->slots->len;
}

/* Draws the lines of a column from @at on that belong to the same paragraph. Returns the line after the last. */
static guint
draw_text (KompassPageDrawing        *self,
           const KompassPageFragment *fragment,
           guint                      index,
           guint                      at)
{
  KompassPageColumn *column = kompass_page_fragment_get_column (fragment, index);
  const KompassPageSlot *slots = (const KompassPageSlot *) column->slots->data;
  guint item = slots[at].item;
  guint from, to;

  kompass_page_fragment_get_range (fragment, index, &from, &to);
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

/**
 * kompass_page_drawing_column:
 * @self: a page that is being drawn
 * @fragment: a part of a row
 * @index: of a column
 *
 * Draws the lines of the column.
 */
void
kompass_page_drawing_column (KompassPageDrawing        *self,
                             const KompassPageFragment *fragment,
                             guint                      index)
{
  guint from, to;

  kompass_page_fragment_get_range (fragment, index, &from, &to);
  while (from < to)
    from = draw_text (self, fragment, index, from);
}

/* A bullet stands before its words: on the right of those that run to the left. */
static void
draw_bullet (KompassPageDrawing        *self,
             const KompassPageFragment *fragment,
             guint                      index,
             guint                      at)
{
  KompassPageColumn *column = kompass_page_fragment_get_column (fragment, index);
  const KompassPageSlot *slot = &g_array_index (column->slots, KompassPageSlot, at);
  const KompassPageText *text = g_ptr_array_index (column->texts, slot->text);
  double x = text->backwards ? column->x + column->width - column->indent + 7 : column->x - 7;
  double top;
  guint from, to;

  kompass_page_fragment_get_range (fragment, index, &from, &to);
  top = fragment->y + fragment->row->pad_top + slot->top - g_array_index (column->slots, KompassPageSlot, from).top;
  kompass_page_set_ink (self->cr, KOMPASS_CHART_ROLE_SERIES, self->setup->greyscale);
  cairo_arc (self->cr, self->left + x, top + slot->line.baseline - 0.33 * text->size, BULLET_RADIUS, 0, 2 * G_PI);
  cairo_fill (self->cr);
}

/**
 * kompass_page_drawing_items:
 * @self: a page that is being drawn
 * @fragment: a part of a row
 * @index: of a column of items, each a paragraph
 * @number: of the first of them, from 1
 *
 * Draws the items of the column, each with its bullet.
 */
void
kompass_page_drawing_items (KompassPageDrawing        *self,
                            const KompassPageFragment *fragment,
                            guint                      index,
                            guint                      number)
{
  guint from, to;

  kompass_page_fragment_get_range (fragment, index, &from, &to);
  for (guint at = from; at < to;)
    {
      const KompassPageSlot *slot = &g_array_index (kompass_page_fragment_get_column (fragment, index)->slots, KompassPageSlot, at);

      kompass_page_drawing_begin (self, KOMPASS_TAG_LIST_ITEM, number + slot->item);
      if (slot->first)
        draw_bullet (self, fragment, index, at);
      kompass_page_drawing_begin (self, KOMPASS_TAG_BODY, 1);
      at = draw_text (self, fragment, index, at);
      kompass_page_drawing_end (self, KOMPASS_TAG_BODY);
      kompass_page_drawing_end (self, KOMPASS_TAG_LIST_ITEM);
    }
}
