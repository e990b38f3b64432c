/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a report for word processors, besides grids of figures: the three lists of findings beside each other, and the
 * strip with a large figure. */
#include "kompass-odt-private.h"

#include <math.h>
#include <string.h>

#include "kompass-chart-palette.h"

/* Room above and below what a row holds, in points. */
#define ROW_PADDING 3.2

/* Between the large figure and the lines beside it, and around both. */
#define RESULT_GAP 16.0
#define RESULT_PADDING 7.0

/* Between lists beside each other and the rule that parts them. */
#define LISTS_INSET 10.0

/* Under the rule on the first page. */
#define COVER_PADDING 18.0

/* Tables have some room before what follows. */
#define ABOVE 2.0
#define BELOW 10.0

/* Automatic styles of cells. Borders are widths in points, in the ink of the role behind them; 0 for none. */
static const struct
{
  const char *name;
  double top;
  guint top_role;
  double bottom;
  guint bottom_role;
  double left;
  double padding;
  double before; /* inside of the cell, at its sides */
  double after;
  const char *align;
} cells[] = {
  { "CellHead", 0, 0, 0.75, KOMPASS_CHART_ROLE_TEXT, 0, ROW_PADDING, KOMPASS_ODT_CELL_PADDING, 0, "bottom" },
  { "CellHeadFigures", 0, 0, 0.75, KOMPASS_CHART_ROLE_TEXT, 0, ROW_PADDING, 0, KOMPASS_ODT_CELL_PADDING, "bottom" },
  { "CellBody", 0, 0, 0.5, KOMPASS_CHART_ROLE_GRID, 0, ROW_PADDING, KOMPASS_ODT_CELL_PADDING, 0, "top" },
  { "CellBodyFigures", 0, 0, 0.5, KOMPASS_CHART_ROLE_GRID, 0, ROW_PADDING, 0, KOMPASS_ODT_CELL_PADDING, "top" },
  { "CellTotal", 0, 0, 0, 0, 0, ROW_PADDING, KOMPASS_ODT_CELL_PADDING, 0, "top" },
  { "CellTotalFigures", 0, 0, 0, 0, 0, ROW_PADDING, 0, KOMPASS_ODT_CELL_PADDING, "top" },
  { "CellLists", 0.75, KOMPASS_CHART_ROLE_TEXT, 0, 0, 0, 7, 0, LISTS_INSET, "top" },
  { "CellListsNext", 0.75, KOMPASS_CHART_ROLE_TEXT, 0, 0, 0.5, 7, LISTS_INSET, LISTS_INSET, "top" },
  { "CellItems", 0, 0, 0, 0, 0, 0, 0, LISTS_INSET, "top" },
  { "CellItemsNext", 0, 0, 0, 0, 0.5, 0, LISTS_INSET, LISTS_INSET, "top" },
  { "CellResult", 1.5, KOMPASS_CHART_ROLE_SERIES, 0.5, KOMPASS_CHART_ROLE_FRAME, 0, RESULT_PADDING, 0, 0, "middle" },
  { "CellCover", 1.5, KOMPASS_CHART_ROLE_SERIES, 0, 0, 0, COVER_PADDING, 0, LISTS_INSET, "top" },
};

static void
write_border (KompassOdt    *self,
              KompassOdtXml *xml,
              const char    *attribute,
              double         width,
              guint          role)
{
  g_autofree char *border = width > 0 ? kompass_odt_format_border (self, width, role) : g_strdup ("none");

  kompass_odt_xml_attribute (xml, attribute, border);
}

static void
write_row_style (KompassOdtXml *xml,
                 const char    *name,
                 const char    *keep)
{
  kompass_odt_xml_start (xml, "style:style", "style:name", name, "style:family", "table-row", NULL);
  kompass_odt_xml_empty (xml, "style:table-row-properties", "fo:keep-together", keep, NULL);
  kompass_odt_xml_end (xml);
}

/* The styles that all tables share. */
void
kompass_odt_write_cell_styles (KompassOdt    *self,
                               KompassOdtXml *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      kompass_odt_xml_start (xml, "style:style", "style:name", cells[i].name, "style:family", "table-cell", NULL);
      kompass_odt_xml_start (xml, "style:table-cell-properties",
                             "style:vertical-align", cells[i].align,
                             "fo:border-right", "none",
                             NULL);
      write_border (self, xml, "fo:border-top", cells[i].top, cells[i].top_role);
      write_border (self, xml, "fo:border-bottom", cells[i].bottom, cells[i].bottom_role);
      write_border (self, xml, "fo:border-left", cells[i].left, KOMPASS_CHART_ROLE_GRID);
      kompass_odt_xml_length (xml, "fo:padding-top", cells[i].padding);
      kompass_odt_xml_length (xml, "fo:padding-bottom", cells[i].padding);
      kompass_odt_xml_length (xml, "fo:padding-left", cells[i].before);
      kompass_odt_xml_length (xml, "fo:padding-right", cells[i].after);
      kompass_odt_xml_end (xml);
      kompass_odt_xml_end (xml);
    }
  write_row_style (xml, "RowWhole", "always");
  write_row_style (xml, "RowOpen", "auto");
}

/* What is to be known of the figures in a table stands with it. */
static gboolean
is_explained (KompassOdt *self)
{
  return self->next != NULL && self->next->kind == KOMPASS_BLOCK_PARAGRAPH &&
         self->next->style == KOMPASS_PARAGRAPH_STYLE_NOTE;
}

static void
write_table_styles (KompassOdt   *self,
                    const char   *name,
                    gboolean      whole,
                    const double *widths,
                    guint         n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];
  kompass_odt_xml_start (self->styles, "style:style", "style:name", name, "style:family", "table", NULL);
  kompass_odt_xml_start (self->styles, "style:table-properties",
                         "table:align", fabs (sum - self->width) < 0.5 ? "margins" : "left",
                         "table:border-model", "collapsing",
                         "style:may-break-between-rows", whole ? "false" : "true",
                         "fo:keep-with-next", is_explained (self) ? "always" : NULL,
                         "style:writing-mode", "page",
                         NULL);
  kompass_odt_xml_length (self->styles, "style:width", sum);
  kompass_odt_xml_length (self->styles, "fo:margin-top", ABOVE);
  kompass_odt_xml_length (self->styles, "fo:margin-bottom", BELOW);
  kompass_odt_xml_end (self->styles);
  kompass_odt_xml_end (self->styles);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      kompass_odt_xml_start (self->styles, "style:style", "style:name", column, "style:family", "table-column", NULL);
      kompass_odt_xml_start (self->styles, "style:table-column-properties", NULL);
      kompass_odt_xml_length (self->styles, "style:column-width", widths[i]);
      kompass_odt_xml_end (self->styles);
      kompass_odt_xml_end (self->styles);
    }
}

/* Starts a table, which is named and numbered; @title says what it shows to those who cannot see it. One that is whole does
 * not break between pages, as long as it is not higher than one. */
void
kompass_odt_start_table (KompassOdt   *self,
                         const char   *title,
                         gboolean      whole,
                         const double *widths,
                         guint         n_columns)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  write_table_styles (self, name, whole, widths, n_columns);
  kompass_odt_xml_start (self->body, "table:table", "table:name", name, "table:style-name", name, NULL);
  kompass_odt_xml_text (self->body, "table:title", title);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      kompass_odt_xml_empty (self->body, "table:table-column", "table:style-name", column, NULL);
    }
}

void
kompass_odt_start_row (KompassOdt *self,
                       gboolean    whole)
{
  kompass_odt_xml_start (self->body, "table:table-row", "table:style-name", whole ? "RowWhole" : "RowOpen", NULL);
}

void
kompass_odt_start_cell (KompassOdt *self,
                        const char *style)
{
  kompass_odt_xml_start (self->body, "table:table-cell",
                         "table:style-name", style,
                         "office:value-type", "string",
                         NULL);
}

/* Findings */

static void
write_list_cell (KompassOdt *self,
                 GPtrArray  *items,
                 guint       index)
{
  kompass_odt_start_cell (self, index == 0 ? "CellItems" : "CellItemsNext");
  if (items != NULL && items->len > 0)
    kompass_odt_write_list (self, "Findings", "Findings_20_item", "Findings_20_item", items);
  else
    kompass_odt_write_plain (self, "Table_20_Contents", "–");
  kompass_odt_xml_end (self->body);
}

/* The row of lists may break between pages where it does so on ours, as each of them can be long; the titles are repeated
 * then. */
void
kompass_odt_write_findings (KompassOdt         *self,
                            const KompassBlock *block)
{
  const KompassPageFragment *fragment = kompass_odt_find_fragment (self, block, KOMPASS_PAGE_ROW_FINDINGS);
  gboolean whole = fragment != NULL && fragment->begins && fragment->ends;
  double widths[KOMPASS_N_LISTS];

  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    widths[i] = self->width / KOMPASS_N_LISTS;
  kompass_odt_start_table (self, NULL, whole, widths, KOMPASS_N_LISTS);
  kompass_odt_xml_start (self->body, "table:table-header-rows", NULL);
  kompass_odt_start_row (self, TRUE);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      kompass_odt_start_cell (self, i == 0 ? "CellLists" : "CellListsNext");
      kompass_odt_write_plain (self, "Findings_20_title", block->titles[i]);
      kompass_odt_xml_end (self->body);
    }
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);

  kompass_odt_start_row (self, whole);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    write_list_cell (self, block->lists[i], i);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
}

/* Result */

void
kompass_odt_write_result (KompassOdt         *self,
                          const KompassBlock *block)
{
  g_autoptr (KompassPageText) big = kompass_page_text_new_plain (self->fonts, KOMPASS_PAGE_TEXT_BIG, block->big, -1,
                                                                 PANGO_ALIGN_LEFT);
  double width = MIN (kompass_page_text_get_width (big) * 1.02 + RESULT_GAP, self->width * 0.6);
  double widths[] = { width, self->width - width };

  kompass_odt_start_table (self, NULL, TRUE, widths, G_N_ELEMENTS (widths));
  kompass_odt_start_row (self, TRUE);
  kompass_odt_start_cell (self, "CellResult");
  kompass_odt_write_plain (self, "Result_20_figure", block->big);
  kompass_odt_xml_end (self->body);
  kompass_odt_start_cell (self, "CellResult");
  for (char **line = block->lines; line != NULL && *line != NULL; line++)
    kompass_odt_write_plain (self, "Result_20_line", *line);
  if (block->lines == NULL || *block->lines == NULL)
    kompass_odt_write_plain (self, "Result_20_line", "");
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
}
