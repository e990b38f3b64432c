/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of figures on paper: the words take what room the numbers leave, names of what is compared with stand over their
 * columns, thin rules between the rows. */
#include "kompass-printed-table.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* In parts of the size of the text. */
#define PADDING 0.35
#define COLUMN_GAP 1.1
#define LEAST_WORDS 9.0

typedef struct
{
  guint column; /* in the table of figures */
  double x;
  double width;
  gboolean numeric;
} Column;

struct _KompassPrintedTable
{
  KompassFiguresTable *table;
  GArray *order;   /* of guint */
  GArray *columns; /* of Column */
  GPtrArray *cells; /* of PangoLayout: the headings, then row by row */
  GPtrArray *groups; /* of PangoLayout: names over columns, or NULL, one per column */
  double *heights; /* of the names, the headings, and each row */
  double size;
  double width;
  gboolean fits;
};

static PangoLayout *
create_layout (KompassPrintedTable *self,
               cairo_t             *cr,
               const char          *font,
               const char          *text,
               gboolean             bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font != NULL ? font : "Sans 10");
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_size (description, (int) (self->size * PANGO_SCALE));
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum, liga=0, clig=0, dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);

  return layout;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static void
choose_columns (KompassPrintedTable *self)
{
  for (guint i = 0; i < kompass_figures_table_get_n_columns (self->table); i++)
    {
      Column column = { i, 0, 0, kompass_figures_table_get_column (self->table, i)->kind > KOMPASS_FIGURES_TEXT };

      if (!kompass_figures_table_is_detail (self->table, i))
        g_array_append_val (self->columns, column);
    }
}

static PangoLayout *
get_cell (KompassPrintedTable *self,
          guint                row,
          guint                column)
{
  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}

static void
create_cells (KompassPrintedTable *self,
              cairo_t             *cr,
              const char          *font)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint column = g_array_index (self->columns, Column, i).column;

      g_ptr_array_add (self->cells, create_layout (self, cr, font,
                                                   kompass_figures_table_get_column (self->table, column)->measure, TRUE));
    }
  for (guint row = 0; row < self->order->len; row++)
    {
      guint index = g_array_index (self->order, guint, row);
      gboolean is_total = index + 1 == kompass_figures_table_get_n_rows (self->table);

      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *text = kompass_figures_table_dup_text (self->table, index,
                                                                  g_array_index (self->columns, Column, i).column);

          g_ptr_array_add (self->cells, create_layout (self, cr, font, text, is_total));
        }
    }
}

/* The width of the longest word, which is not to be broken. */
static double
get_least_width (PangoLayout *layout)
{
  double width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  width = get_width (layout);
  pango_layout_set_width (layout, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return width;
}

/* Numbers are as wide as they are; the words have the rest. */
static void
choose_widths (KompassPrintedTable *self)
{
  double gap = COLUMN_GAP * self->size;
  double rest = self->width;
  double least = LEAST_WORDS * self->size;
  double x = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      for (guint row = 0; row <= self->order->len; row++)
        {
          column->width = MAX (column->width, get_width (get_cell (self, row, i)));
          least = i == 1 ? MAX (least, get_least_width (get_cell (self, row, i))) : least;
        }
      if (i != 1)
        rest -= column->width;
      rest -= i > 0 ? gap : 0;
    }
  self->fits = rest >= least;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (i == 1)
        column->width = MAX (rest, least);
      column->x = x;
      x += column->width + gap;
    }
}

/* The end of the columns that belong to the same as column @i. */
static guint
find_group_end (KompassPrintedTable *self,
                guint                i)
{
  int other = kompass_figures_table_get_column (self->table, g_array_index (self->columns, Column, i).column)->other;
  guint end = i + 1;

  while (end < self->columns->len &&
         kompass_figures_table_get_column (self->table, g_array_index (self->columns, Column, end).column)->other == other)
    end++;

  return end;
}

static void
create_groups (KompassPrintedTable *self,
               cairo_t             *cr,
               const char          *font)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const KompassFiguresColumn *about = kompass_figures_table_get_column (self->table, column->column);
      PangoLayout *layout = NULL;

      if (about->kind == KOMPASS_FIGURES_OTHER || about->kind == KOMPASS_FIGURES_POINTS)
        {
          const Column *last = &g_array_index (self->columns, Column, find_group_end (self, i) - 1);

          layout = create_layout (self, cr, font, about->name, FALSE);
          pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
          pango_layout_set_width (layout, (int) ((last->x + last->width - column->x) * PANGO_SCALE));
        }
      g_ptr_array_add (self->groups, layout);
    }
}

static void
choose_heights (KompassPrintedTable *self)
{
  double padding = 2 * PADDING * self->size;

  self->heights = g_new0 (double, self->order->len + 2);
  for (guint i = 0; i < self->columns->len; i++)
    {
      PangoLayout *group = g_ptr_array_index (self->groups, i);

      pango_layout_set_width (get_cell (self, 0, i), -1);
      if (group != NULL)
        self->heights[0] = MAX (self->heights[0], get_height (group) + padding);
    }
  for (guint row = 0; row <= self->order->len; row++)
    {
      pango_layout_set_width (get_cell (self, row, 1), (int) (g_array_index (self->columns, Column, 1).width * PANGO_SCALE));
      for (guint i = 0; i < self->columns->len; i++)
        self->heights[row + 1] = MAX (self->heights[row + 1], get_height (get_cell (self, row, i)) + padding);
    }
}

/**
 * kompass_printed_table_new:
 * @table: what it shows
 * @order: (array length=n_rows) (nullable): its rows in the order in which they are to be, or %NULL for its own
 * @n_rows: length of @order
 * @cr: where it is going to be drawn
 * @font: (nullable): a Pango font description, whose size does not count
 * @size: size of the text, in points
 * @width: of the table, in points
 *
 * Returns: (transfer full): the table, measured
 */
KompassPrintedTable *
kompass_printed_table_new (KompassFiguresTable *table,
                           const guint         *order,
                           guint                n_rows,
                           cairo_t             *cr,
                           const char          *font,
                           double               size,
                           double               width)
{
  KompassPrintedTable *self = g_new0 (KompassPrintedTable, 1);

  self->table = g_object_ref (table);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->cells = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = g_ptr_array_new ();
  self->size = size;
  self->width = width;
  for (guint i = 0; i < (order != NULL ? n_rows : kompass_figures_table_get_n_rows (table)); i++)
    g_array_append_val (self->order, *(order != NULL ? &order[i] : &i));
  choose_columns (self);
  create_cells (self, cr, font);
  choose_widths (self);
  create_groups (self, cr, font);
  choose_heights (self);

  return self;
}

void
kompass_printed_table_free (KompassPrintedTable *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_ptr_array_index (self->groups, i) != NULL)
      g_object_unref (g_ptr_array_index (self->groups, i));
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->columns);
  g_array_unref (self->order);
  g_object_unref (self->table);
  g_free (self->heights);
  g_free (self);
}

/**
 * kompass_printed_table_get_height:
 * @self: a table
 *
 * Returns: its height, in points
 */
double
kompass_printed_table_get_height (KompassPrintedTable *self)
{
  double height = 0;

  for (guint i = 0; i < self->order->len + 2; i++)
    height += self->heights[i];

  return height;
}

/**
 * kompass_printed_table_fits:
 * @self: a table
 *
 * Returns: %FALSE if the numbers leave too little room for the words, so that the text should be smaller
 */
gboolean
kompass_printed_table_fits (KompassPrintedTable *self)
{
  return self->fits;
}

static void
draw_rule (KompassPrintedTable *self,
           cairo_t             *cr,
           double               y,
           double               width,
           double               grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

static void
draw_groups (KompassPrintedTable *self,
             cairo_t             *cr)
{
  cairo_set_source_rgb (cr, 0.36, 0.36, 0.40);
  for (guint i = 0; i < self->columns->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->groups, i);

      if (layout == NULL)
        continue;
      cairo_move_to (cr, g_array_index (self->columns, Column, i).x,
                     self->heights[0] - get_height (layout) - PADDING * self->size);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
draw_row (KompassPrintedTable *self,
          cairo_t             *cr,
          guint                row,
          double               y)
{
  cairo_set_source_rgb (cr, 0.11, 0.11, 0.14);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      PangoLayout *cell = get_cell (self, row, i);

      cairo_move_to (cr, column->numeric ? column->x + column->width - get_width (cell) : column->x, y + PADDING * self->size);
      pango_cairo_show_layout (cr, cell);
    }
}

/**
 * kompass_printed_table_draw:
 * @self: a table
 * @cr: where to draw, from (0, 0)
 */
void
kompass_printed_table_draw (KompassPrintedTable *self,
                            cairo_t             *cr)
{
  double y = self->heights[0];

  draw_groups (self, cr);
  for (guint row = 0; row <= self->order->len; row++)
    {
      draw_row (self, cr, row, y);
      y += self->heights[row + 1];
      if (row == 0)
        draw_rule (self, cr, y, 0.9, 0.11);
      else if (row < self->order->len)
        draw_rule (self, cr, y, 0.4, 0.78);
    }
}
