/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of the matrix are, and which of them give way in a narrow window. */
#include "kompass-matrix-columns.h"

#include <glib/gi18n-lib.h>

/* The widest figures a column holds, in characters of tabular figures, and its padding in them. */
static const char * const samples[KOMPASS_N_COLUMNS] = {
  "88.88", "mmmmmmmmmmmmm", "8888,88 8", "8888 8", "1008%8", "8888,88 8", "10088", "mmmmmmmm", "888,88 8", "+888,88 8",
};

static const char * const titles[KOMPASS_N_COLUMNS] = {
  /* Translators: heading of the column with numbers of questions */
  N_("No."),
  N_("Question"),
  N_("Points"),
  /* Translators: heading of the column with maximum points */
  N_("Max"),
  N_("Percent"),
  /* Translators: heading of the column with points as a report prints them */
  NC_("heading", "Printed"),
  /* Translators: heading of the column with percents as a report prints them */
  N_("Printed %"),
  NULL,
  /* Translators: heading of the column with the points of what is compared with */
  N_("Ref."),
  N_("Difference"),
};

/* Which columns are given up first when the window is narrow: what is typed after what follows from it. Number, text and
 * points stay. */
static const KompassMatrixColumn dispensable[] = {
  KOMPASS_COLUMN_LEVEL,   KOMPASS_COLUMN_MAXIMUM,        KOMPASS_COLUMN_REFERENCE,       KOMPASS_COLUMN_DIFFERENCE,
  KOMPASS_COLUMN_PERCENT, KOMPASS_COLUMN_PRINTED_POINTS, KOMPASS_COLUMN_PRINTED_PERCENT,
};

/**
 * kompass_matrix_columns_get_title:
 * @column: a column
 *
 * Returns: its heading in the user's language; "" for the level bars
 */
const char *
kompass_matrix_columns_get_title (KompassMatrixColumn column)
{
  if (column == KOMPASS_COLUMN_PRINTED_POINTS)
    return g_dpgettext2 (GETTEXT_PACKAGE, "heading", titles[column]);

  return titles[column] != NULL ? _(titles[column]) : "";
}

static int
get_line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

/**
 * kompass_matrix_columns_measure:
 * @columns: columns
 * @widget: a widget that has the font of the matrix
 *
 * Measures the columns anew, after the font or the size of text has changed.
 */
void
kompass_matrix_columns_measure (KompassMatrixColumns *columns,
                                GtkWidget            *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);

  columns->line_height = get_line_height (widget);
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      int title;

      pango_layout_set_text (layout, samples[i], -1);
      pango_layout_get_pixel_size (layout, &columns->wanted[i], NULL);
      pango_layout_set_text (layout, kompass_matrix_columns_get_title (i), -1);
      pango_layout_get_pixel_size (layout, &title, NULL);
      if (i != KOMPASS_COLUMN_TEXT)
        columns->wanted[i] = MAX (columns->wanted[i], title + 2 * KOMPASS_MATRIX_PADDING_X);
    }
}

/**
 * kompass_matrix_columns_is_wanted:
 * @columns: columns
 * @column: one of them
 *
 * Returns: %TRUE if it is to be shown where there is room
 */
gboolean
kompass_matrix_columns_is_wanted (const KompassMatrixColumns *columns,
                                  KompassMatrixColumn         column)
{
  switch ((guint) column)
    {
    case KOMPASS_COLUMN_REFERENCE:
    case KOMPASS_COLUMN_DIFFERENCE:
      return columns->with_reference;
    case KOMPASS_COLUMN_PRINTED_POINTS:
      return columns->with_printed_points;
    case KOMPASS_COLUMN_PRINTED_PERCENT:
      return columns->with_printed_percent;
    default:
      return TRUE;
    }
}

/* While somebody types what is printed, the text is only there to find the line. */
static int
get_least_text (const KompassMatrixColumns *columns)
{
  return columns->with_printed_percent ? columns->wanted[KOMPASS_COLUMN_TEXT] * 2 / 3 : columns->wanted[KOMPASS_COLUMN_TEXT];
}

static gboolean
is_typed (KompassMatrixColumn column)
{
  return column == KOMPASS_COLUMN_PRINTED_POINTS || column == KOMPASS_COLUMN_PRINTED_PERCENT;
}

/**
 * kompass_matrix_columns_minimum:
 * @columns: columns
 *
 * Returns: the least width the matrix can be used in: number, text and points
 */
int
kompass_matrix_columns_minimum (const KompassMatrixColumns *columns)
{
  return columns->wanted[KOMPASS_COLUMN_NUMBER] + get_least_text (columns) + columns->wanted[KOMPASS_COLUMN_POINTS];
}

/**
 * kompass_matrix_columns_choose:
 * @columns: columns
 * @width: the width there is
 *
 * Gives up columns one by one until the text has room; the text makes room itself for those in which something is typed. The choice is kept, and rows are measured by it: with a choice of
 * their own for each width, a wider row could need to be higher, which GTK does not expect.
 *
 * Returns: %TRUE if other columns are shown than before
 */
gboolean
kompass_matrix_columns_choose (KompassMatrixColumns *columns,
                               int                   width)
{
  gboolean is_shown[KOMPASS_N_COLUMNS];
  gboolean is_new = FALSE;
  int spare = columns->wanted[KOMPASS_COLUMN_TEXT] - get_least_text (columns);
  int needed = 0;

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      is_shown[i] = kompass_matrix_columns_is_wanted (columns, i);
      needed += is_shown[i] ? columns->wanted[i] : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (dispensable) && needed - (is_typed (dispensable[i]) ? spare : 0) > width; i++)
    {
      needed -= is_shown[dispensable[i]] ? columns->wanted[dispensable[i]] : 0;
      is_shown[dispensable[i]] = FALSE;
    }
  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      is_new = is_new || columns->is_shown[i] != is_shown[i];
      columns->is_shown[i] = is_shown[i];
    }

  return is_new;
}

/**
 * kompass_matrix_columns_place:
 * @columns: columns, as chosen by kompass_matrix_columns_choose()
 * @width: the width there is
 * @rtl: whether text runs from right to left
 * @places: (out): where each column stands
 *
 * Gives the text all the width that the other columns leave.
 */
void
kompass_matrix_columns_place (const KompassMatrixColumns *columns,
                              int                         width,
                              gboolean                    rtl,
                              KompassMatrixPlaces        *places)
{
  int left = width;
  int x = 0;

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      places->width[i] = columns->is_shown[i] && i != KOMPASS_COLUMN_TEXT ? columns->wanted[i] : 0;
      left -= places->width[i];
    }
  places->width[KOMPASS_COLUMN_TEXT] = MAX (left, get_least_text (columns));

  for (guint i = 0; i < KOMPASS_N_COLUMNS; i++)
    {
      places->x[i] = rtl ? width - x - places->width[i] : x;
      x += places->width[i];
    }
}
