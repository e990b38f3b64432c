/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block looks like, as a short string: equal strings, equal looks. Every part is written with its length before
 * it, so that no two blocks are written the same. */
#include "kompass-document-private.h"

#include <math.h>

static void
add_whole (GByteArray *bytes,
           gint64      number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* Every number that is none is the same one. */
static void
add_number (GByteArray *bytes,
            double      number)
{
  double normal = isnan (number) ? NAN : number;

  g_byte_array_append (bytes, (const guint8 *) &normal, sizeof normal);
}

static void
add_text (GByteArray *bytes,
          const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  add_whole (bytes, text != NULL ? (gint64) length : -1);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

static void
add_rich (GByteArray *bytes,
          GPtrArray  *rich)
{
  add_whole (bytes, rich != NULL ? (gint64) rich->len : -1);
  for (guint i = 0; rich != NULL && i < rich->len; i++)
    {
      const KompassSpan *span = g_ptr_array_index (rich, i);

      add_text (bytes, span->text);
      add_whole (bytes, span->flags);
      add_text (bytes, span->link);
    }
}

static void
add_items (GByteArray *bytes,
           GPtrArray  *items)
{
  add_whole (bytes, items != NULL ? (gint64) items->len : -1);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_rich (bytes, g_ptr_array_index (items, i));
}

static void
add_row (GByteArray           *bytes,
         const KompassGridRow *row)
{
  add_whole (bytes, row->kind);
  add_text (bytes, row->anchor);
  add_whole (bytes, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const KompassGridCell *cell = g_ptr_array_index (row->cells, i);

      add_rich (bytes, cell->spans);
      add_number (bytes, cell->share);
    }
}

static void
add_grid (GByteArray        *bytes,
          const KompassGrid *grid)
{
  add_text (bytes, grid->caption);
  add_whole (bytes, grid->header_column);
  add_whole (bytes, grid->columns->len);
  for (guint i = 0; i < grid->columns->len; i++)
    {
      const KompassGridColumn *column = g_ptr_array_index (grid->columns, i);

      add_text (bytes, column->title);
      add_whole (bytes, column->alignment);
      add_number (bytes, column->weight);
      add_whole (bytes, column->bar);
    }
  add_whole (bytes, grid->rows->len);
  for (guint i = 0; i < grid->rows->len; i++)
    add_row (bytes, g_ptr_array_index (grid->rows, i));
}

static void
add_series (GByteArray   *bytes,
            KompassChart *chart,
            guint         series)
{
  add_text (bytes, kompass_chart_get_series_name (chart, series));
  add_whole (bytes, kompass_chart_get_series_mapped (chart, series));
  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    {
      const KompassChartValue *value = kompass_chart_get_value (chart, series, i);

      add_number (bytes, value->value);
      add_number (bytes, value->maximum);
      add_text (bytes, value->label);
      add_whole (bytes, value->partial);
    }
}

static void
add_chart (GByteArray   *bytes,
           KompassChart *chart)
{
  add_text (bytes, G_OBJECT_TYPE_NAME (chart));
  add_text (bytes, kompass_chart_get_title (chart));
  add_text (bytes, kompass_chart_get_subtitle (chart));
  add_text (bytes, kompass_chart_get_footnote (chart));
  add_text (bytes, kompass_chart_get_description (chart));
  add_whole (bytes, kompass_chart_get_n_categories (chart));
  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    add_text (bytes, kompass_chart_get_category (chart, i));
  add_whole (bytes, kompass_chart_get_n_series (chart));
  for (guint i = 0; i < kompass_chart_get_n_series (chart); i++)
    add_series (bytes, chart, i);
}

/* @key says what else there is in a chart than what it tells of itself. */
char *
kompass_block_create_digest (const KompassBlock *self,
                             const char         *key)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  add_whole (bytes, self->kind);
  add_whole (bytes, self->level);
  add_whole (bytes, self->style);
  add_number (bytes, self->aspect);
  add_text (bytes, self->anchor);
  add_text (bytes, self->number);
  add_text (bytes, self->alt);
  add_text (bytes, self->caption);
  add_text (bytes, self->big);
  add_text (bytes, key);
  add_rich (bytes, self->spans);
  add_items (bytes, self->items);
  if (self->chart != NULL)
    add_chart (bytes, self->chart);
  if (self->grid != NULL)
    add_grid (bytes, self->grid);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      add_text (bytes, self->titles[i]);
      add_items (bytes, self->lists[i]);
    }
  for (guint i = 0; self->lines != NULL && self->lines[i] != NULL; i++)
    add_text (bytes, self->lines[i]);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA1, bytes->data, bytes->len);
}
