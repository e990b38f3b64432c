/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of words and tables of a document. Every word of a document comes in here, so this is where what no file may hold
 * is kept out. */
#include "kompass-document-private.h"

#include <math.h>

#define REPLACEMENT 0xFFFD

static void
span_free (gpointer data)
{
  KompassSpan *span = data;

  g_free (span->text);
  g_free (span->link);
  g_free (span);
}

static void
column_free (gpointer data)
{
  KompassGridColumn *column = data;

  g_free (column->title);
  g_free (column);
}

static void
cell_free (gpointer data)
{
  KompassGridCell *cell = data;

  g_ptr_array_unref (cell->spans);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  KompassGridRow *row = data;

  g_free (row->anchor);
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static gunichar
clean_char (gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return ' ';
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
    return REPLACEMENT;

  return c;
}

static gboolean
is_clean (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isprint (*p) && clean_char (g_utf8_get_char (p)) != g_utf8_get_char (p))
      return FALSE;

  return TRUE;
}

/* Text as every kind of file can hold it: valid, one line, no control characters and nothing that is no character. Nearly
 * all text is so already. */
char *
kompass_document_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) clean = NULL;

  if (is_clean (valid))
    return g_steal_pointer (&valid);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, clean_char (g_utf8_get_char (p)));

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* Public functions */

/**
 * kompass_rich_new:
 * @text: (nullable): words to begin with, or %NULL for none
 *
 * Returns: (transfer full) (element-type KompassSpan): a rich line
 */
GPtrArray *
kompass_rich_new (const char *text)
{
  GPtrArray *rich = g_ptr_array_new_with_free_func (span_free);

  if (text != NULL)
    kompass_rich_append (rich, text, KOMPASS_SPAN_PLAIN, NULL);

  return rich;
}

/**
 * kompass_rich_append:
 * @rich: (element-type KompassSpan): a rich line
 * @text: words; line ends become spaces, and what no file can hold becomes U+FFFD
 * @flags: how they look
 * @link: (nullable): where they lead: a URI, or "#" and an anchor
 *
 * Adds words to the end of a line. Empty ones are left out.
 */
void
kompass_rich_append (GPtrArray        *rich,
                     const char       *text,
                     KompassSpanFlags  flags,
                     const char       *link)
{
  KompassSpan *span;

  if (text == NULL || *text == '\0')
    return;
  span = g_new0 (KompassSpan, 1);
  span->text = kompass_document_clean (text);
  span->flags = flags;
  span->link = link != NULL ? kompass_document_clean (link) : NULL;
  g_ptr_array_add (rich, span);
}

/**
 * kompass_rich_to_plain:
 * @rich: (element-type KompassSpan): a rich line
 *
 * Returns: (transfer full): its words
 */
char *
kompass_rich_to_plain (GPtrArray *rich)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rich->len; i++)
    g_string_append (text, ((KompassSpan *) g_ptr_array_index (rich, i))->text);

  return g_string_free (text, FALSE);
}

/**
 * kompass_rich_is_empty:
 * @rich: (element-type KompassSpan): a rich line
 *
 * Returns: %TRUE if it says nothing
 */
gboolean
kompass_rich_is_empty (GPtrArray *rich)
{
  for (guint i = 0; i < rich->len; i++)
    {
      const char *text = ((KompassSpan *) g_ptr_array_index (rich, i))->text;

      if (text[strspn (text, " ")] != '\0')
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_grid_new:
 * @caption: (nullable): what the grid shows
 *
 * Returns: (transfer full): a grid without columns and rows, whose first column names the rows
 */
KompassGrid *
kompass_grid_new (const char *caption)
{
  KompassGrid *self = g_new0 (KompassGrid, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->caption = caption != NULL ? kompass_document_clean (caption) : NULL;

  return self;
}

void
kompass_grid_free (KompassGrid *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->caption);
  g_free (self);
}

/**
 * kompass_grid_add_column:
 * @self: a grid without rows
 * @title: what the column holds
 * @alignment: where its cells stand
 * @weight: its part of the width that is left; 0 for a column as wide as its widest cell
 * @bar: whether its cells hold shares
 */
void
kompass_grid_add_column (KompassGrid          *self,
                         const char           *title,
                         KompassGridAlignment  alignment,
                         double                weight,
                         gboolean              bar)
{
  KompassGridColumn *column = g_new0 (KompassGridColumn, 1);

  column->title = kompass_document_clean (title);
  column->alignment = alignment;
  column->weight = weight;
  column->bar = bar;
  g_ptr_array_add (self->columns, column);
}

/**
 * kompass_grid_add_row:
 * @self: a grid
 * @kind: what the row is
 *
 * Returns: (transfer none): a new row, the last, to which a cell for each column is to be added
 */
KompassGridRow *
kompass_grid_add_row (KompassGrid        *self,
                      KompassGridRowKind  kind)
{
  KompassGridRow *row = g_new0 (KompassGridRow, 1);

  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * kompass_grid_add_head:
 * @self: a grid that has its columns and no rows
 *
 * Adds the row with the titles of the columns.
 */
void
kompass_grid_add_head (KompassGrid *self)
{
  KompassGridRow *row = kompass_grid_add_row (self, KOMPASS_GRID_HEAD);

  for (guint i = 0; i < self->columns->len; i++)
    kompass_grid_row_add_text (row, ((KompassGridColumn *) g_ptr_array_index (self->columns, i))->title);
}

/**
 * kompass_grid_row_add_rich:
 * @row: a row
 * @rich: (transfer full) (element-type KompassSpan): the words of its next cell
 */
void
kompass_grid_row_add_rich (KompassGridRow *row,
                           GPtrArray      *rich)
{
  KompassGridCell *cell = g_new0 (KompassGridCell, 1);

  cell->spans = rich;
  cell->share = NAN;
  g_ptr_array_add (row->cells, cell);
}

/**
 * kompass_grid_row_add_text:
 * @row: a row
 * @text: (nullable): the words of its next cell
 */
void
kompass_grid_row_add_text (KompassGridRow *row,
                           const char     *text)
{
  kompass_grid_row_add_rich (row, kompass_rich_new (text));
}

/**
 * kompass_grid_row_add_share:
 * @row: a row
 * @share: what the bar of its next cell shows, NAN for no bar; held within 0 and 1
 */
void
kompass_grid_row_add_share (KompassGridRow *row,
                            double          share)
{
  KompassGridCell *cell;

  kompass_grid_row_add_text (row, NULL);
  cell = g_ptr_array_index (row->cells, row->cells->len - 1);
  cell->share = isnan (share) ? NAN : CLAMP (share, 0, 1);
}
