/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block looks like, as a short string: equal strings, equal looks. Every part is written with its length before
 * it, so that no two blocks are written the same. */
#include "kompass-document-private.h"

static void
add_bytes (GChecksum    *sum,
           gconstpointer data,
           gsize         length)
{
  guint64 size = length;

  g_checksum_update (sum, (const guchar *) &size, sizeof size);
  if (length > 0)
    g_checksum_update (sum, data, (gssize) length);
}

static void
add_text (GChecksum  *sum,
          const char *text)
{
  guint8 known = text != NULL;

  g_checksum_update (sum, &known, sizeof known);
  if (text != NULL)
    add_bytes (sum, text, strlen (text));
}

static void
add_number (GChecksum *sum,
            double     number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_text (sum, g_ascii_dtostr (text, sizeof text, number));
}

static void
add_rich (GChecksum *sum,
          GPtrArray *rich)
{
  add_number (sum, rich != NULL ? rich->len : -1.0);
  for (guint i = 0; rich != NULL && i < rich->len; i++)
    {
      const KompassSpan *span = g_ptr_array_index (rich, i);

      add_text (sum, span->text);
      add_number (sum, span->flags);
      add_text (sum, span->link);
    }
}

static void
add_items (GChecksum *sum,
           GPtrArray *items)
{
  add_number (sum, items != NULL ? items->len : -1.0);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_rich (sum, g_ptr_array_index (items, i));
}

static void
add_row (GChecksum            *sum,
         const KompassGridRow *row)
{
  add_number (sum, row->kind);
  add_text (sum, row->anchor);
  add_number (sum, row->cells->len);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const KompassGridCell *cell = g_ptr_array_index (row->cells, i);

      add_rich (sum, cell->spans);
      add_number (sum, cell->share);
    }
}

static void
add_grid (GChecksum         *sum,
          const KompassGrid *grid)
{
  add_text (sum, grid->caption);
  add_number (sum, grid->header_column);
  add_number (sum, grid->columns->len);
  for (guint i = 0; i < grid->columns->len; i++)
    {
      const KompassGridColumn *column = g_ptr_array_index (grid->columns, i);

      add_text (sum, column->title);
      add_number (sum, column->alignment);
      add_number (sum, column->weight);
      add_number (sum, column->bar);
    }
  add_number (sum, grid->rows->len);
  for (guint i = 0; i < grid->rows->len; i++)
    add_row (sum, g_ptr_array_index (grid->rows, i));
}

static void
add_series (GChecksum    *sum,
            KompassChart *chart,
            guint         series)
{
  add_text (sum, kompass_chart_get_series_name (chart, series));
  add_number (sum, kompass_chart_get_series_mapped (chart, series));
  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    {
      const KompassChartValue *value = kompass_chart_get_value (chart, series, i);

      add_number (sum, value->value);
      add_number (sum, value->maximum);
      add_text (sum, value->label);
      add_number (sum, value->partial);
    }
}

static void
add_chart (GChecksum    *sum,
           KompassChart *chart)
{
  add_text (sum, G_OBJECT_TYPE_NAME (chart));
  add_text (sum, kompass_chart_get_title (chart));
  add_text (sum, kompass_chart_get_subtitle (chart));
  add_text (sum, kompass_chart_get_footnote (chart));
  add_text (sum, kompass_chart_get_description (chart));
  add_number (sum, kompass_chart_get_n_categories (chart));
  for (guint i = 0; i < kompass_chart_get_n_categories (chart); i++)
    add_text (sum, kompass_chart_get_category (chart, i));
  add_number (sum, kompass_chart_get_n_series (chart));
  for (guint i = 0; i < kompass_chart_get_n_series (chart); i++)
    add_series (sum, chart, i);
}

/* @key says what else there is in a chart than what it tells of itself. */
char *
kompass_block_create_digest (const KompassBlock *self,
                             const char         *key)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_number (sum, self->kind);
  add_number (sum, self->level);
  add_number (sum, self->style);
  add_number (sum, self->aspect);
  add_text (sum, self->anchor);
  add_text (sum, self->number);
  add_text (sum, self->alt);
  add_text (sum, self->caption);
  add_text (sum, self->big);
  add_text (sum, key);
  add_rich (sum, self->spans);
  add_items (sum, self->items);
  if (self->chart != NULL)
    add_chart (sum, self->chart);
  if (self->grid != NULL)
    add_grid (sum, self->grid);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      add_text (sum, self->titles[i]);
      add_items (sum, self->lists[i]);
    }
  for (guint i = 0; self->lines != NULL && self->lines[i] != NULL; i++)
    add_text (sum, self->lines[i]);

  return g_strdup (g_checksum_get_string (sum));
}
