/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of columns of lines, with what may not be parted: what every block becomes on a page. */

#include "kompass-page-piece.h"

#include <string.h>

/* The longest text that is laid out at once, in bytes: lengths of Pango overflow in lines of some hundred thousand
 * letters. */
#define LONGEST_TEXT 16384

/* Columns */

static void
free_column (gpointer data)
{
  KompassPageColumn *self = data;

  g_ptr_array_unref (self->texts);
  g_array_unref (self->slots);
  g_free (self);
}

/**
 * kompass_page_column_get_height:
 * @self: a column
 *
 * Returns: its height where it is not parted, in points
 */
double
kompass_page_column_get_height (KompassPageColumn *self)
{
  return self->slots->len > 0 ? g_array_index (self->slots, KompassPageSlot, self->slots->len - 1).bottom : 0;
}

/* Appends the first @n of @lines of @text. They begin a paragraph, end it, or both. */
static void
append_lines (KompassPageColumn *self,
              KompassPageText   *text,
              GArray            *lines,
              guint              n,
              double             before,
              gboolean           whole,
              gboolean           begins,
              gboolean           ends)
{
  double y = kompass_page_column_get_height (self) + (self->slots->len > 0 ? before : 0);

  self->n_items += begins;
  /* The last line of a paragraph never stands alone. */
  if (ends && !begins && n == 1)
    g_array_index (self->slots, KompassPageSlot, self->slots->len - 1).keep = TRUE;
  for (guint i = 0; i < n; i++)
    {
      KompassPageSlot slot = { .item = self->n_items - 1, .text = self->texts->len,
                               .line = g_array_index (lines, KompassPageLine, i), .top = y };

      y += slot.line.height;
      slot.bottom = y;
      slot.first = begins && i == 0;
      slot.keep = (whole || slot.first || i + 2 == n) && !(ends && i + 1 == n);
      g_array_append_val (self->slots, slot);
    }
  g_ptr_array_add (self->texts, text);
}

/**
 * kompass_page_column_take_text:
 * @self: a column
 * @text: (transfer full): a text of its width
 * @before: room above it where it is not the first, in points
 * @whole: whether its lines should stay together; otherwise at least two of them stand on either page
 *
 * Appends the lines of a text.
 */
void
kompass_page_column_take_text (KompassPageColumn *self,
                               KompassPageText   *text,
                               double             before,
                               gboolean           whole)
{
  g_autoptr (GArray) lines = kompass_page_text_get_lines (text);

  append_lines (self, text, lines, lines->len, before, whole, TRUE, TRUE);
}

static gsize
measure_rich (GPtrArray *rich)
{
  gsize length = 0;

  for (guint i = 0; rich != NULL && i < rich->len; i++)
    length += strlen (((const KompassSpan *) g_ptr_array_index (rich, i))->text);

  return length;
}

/* The words from @start on, at most %LONGEST_TEXT bytes of whole characters. */
static GPtrArray *
slice_rich (GPtrArray *rich,
            gsize      start)
{
  GPtrArray *slice = kompass_rich_new (NULL);
  gsize room = LONGEST_TEXT;

  for (guint i = 0; i < rich->len && room > 0; i++)
    {
      const KompassSpan *span = g_ptr_array_index (rich, i);
      gsize length = strlen (span->text);
      g_autofree char *words = NULL;
      const char *from;

      if (start >= length)
        {
          start -= length;
          continue;
        }
      from = span->text + start;
      length -= start;
      start = 0;
      if (length > room)
        {
          length = (gsize) (g_utf8_find_prev_char (from, from + room + 1) - from);
          room = length;
        }
      words = g_strndup (from, length);
      kompass_rich_append (slice, words, span->flags, span->link);
      room -= length;
    }

  return slice;
}

/**
 * kompass_page_rich_cut:
 * @rich: (element-type KompassSpan) (nullable): words
 *
 * Returns: (transfer full) (nullable) (element-type KompassSpan): the beginning of words that are too many to be laid
 *   out at
 *   once, or %NULL for others
 */
GPtrArray *
kompass_page_rich_cut (GPtrArray *rich)
{
  return measure_rich (rich) > LONGEST_TEXT ? slice_rich (rich, 0) : NULL;
}

/**
 * kompass_page_column_take_rich:
 * @self: a column
 * @fonts: fonts, which have to outlive it
 * @style: what the words are
 * @rich: (element-type KompassSpan) (nullable): the words of one paragraph
 * @alignment: as in kompass_page_text_new()
 * @before: room above it where it is not the first, in points
 * @whole: as in kompass_page_column_take_text()
 *
 * Appends the lines of a paragraph, however long it is: a long one is laid out part by part, each beginning with the
 * line that was the last and perhaps not full one of the part before.
 */
void
kompass_page_column_take_rich (KompassPageColumn    *self,
                               KompassPageFonts     *fonts,
                               KompassPageTextStyle  style,
                               GPtrArray            *rich,
                               PangoAlignment        alignment,
                               double                before,
                               gboolean              whole)
{
  gsize length = measure_rich (rich);
  gsize start = 0;

  if (length <= LONGEST_TEXT)
    {
      kompass_page_column_take_text (self, kompass_page_text_new (fonts, style, rich, self->width, alignment), before, whole);
      return;
    }
  while (start < length)
    {
      g_autoptr (GPtrArray) slice = slice_rich (rich, start);
      KompassPageText *text = kompass_page_text_new (fonts, style, slice, self->width, alignment);
      g_autoptr (GArray) lines = kompass_page_text_get_lines (text);
      gsize taken = measure_rich (slice);
      gboolean ends = taken == 0 || start + taken >= length;
      guint n = lines->len;

      if (!ends && n > 1)
        taken = (gsize) g_array_index (lines, KompassPageLine, --n).line->start_index;
      append_lines (self, text, lines, n, start == 0 ? before : 0, whole, start == 0, ends);
      if (ends)
        return;
      start += taken;
    }
}

/* Rows */

static void
free_row (gpointer data)
{
  KompassPageRow *self = data;

  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * kompass_page_row_add_column:
 * @self: a row
 * @x: left edge of the column, in points from the left margin
 * @width: of the column
 *
 * Returns: (transfer none): the new column
 */
KompassPageColumn *
kompass_page_row_add_column (KompassPageRow *self,
                             double          x,
                             double          width)
{
  KompassPageColumn *column = g_new0 (KompassPageColumn, 1);

  column->x = x;
  column->width = width;
  column->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_page_text_free);
  column->slots = g_array_new (FALSE, FALSE, sizeof (KompassPageSlot));
  g_ptr_array_add (self->columns, column);

  return column;
}

/**
 * kompass_page_row_finish:
 * @self: a row that has all of its texts
 *
 * Makes the row as high as the highest of its columns, or as it was before where that is more.
 */
void
kompass_page_row_finish (KompassPageRow *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    self->height = MAX (self->height, self->pad_top + self->pad_bottom +
                                        kompass_page_column_get_height (g_ptr_array_index (self->columns, i)));
}

/**
 * kompass_page_row_centre:
 * @self: a finished row that is never parted
 *
 * Puts lower columns in the middle of the row's height.
 */
void
kompass_page_row_centre (KompassPageRow *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      KompassPageColumn *column = g_ptr_array_index (self->columns, i);

      column->shift = (self->height - self->pad_top - self->pad_bottom - kompass_page_column_get_height (column)) / 2;
    }
}

/* Pieces */

/**
 * kompass_page_piece_new_empty:
 * @width: of the piece, in points
 *
 * Returns: (transfer full): a piece without rows
 */
KompassPagePiece *
kompass_page_piece_new_empty (double width)
{
  KompassPagePiece *self = g_new0 (KompassPagePiece, 1);

  g_atomic_ref_count_init (&self->refs);
  self->width = width;
  self->rows = g_ptr_array_new_with_free_func (free_row);

  return self;
}

KompassPagePiece *
kompass_page_piece_ref (KompassPagePiece *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
kompass_page_piece_unref (KompassPagePiece *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * kompass_page_piece_add_row:
 * @self: a piece
 * @kind: what the row is
 * @index: which of those it is
 *
 * Returns: (transfer none): the new row
 */
KompassPageRow *
kompass_page_piece_add_row (KompassPagePiece   *self,
                            KompassPageRowKind  kind,
                            guint               index)
{
  KompassPageRow *row = g_new0 (KompassPageRow, 1);

  row->kind = kind;
  row->index = index;
  row->columns = g_ptr_array_new_with_free_func (free_column);
  g_ptr_array_add (self->rows, row);

  return row;
}
