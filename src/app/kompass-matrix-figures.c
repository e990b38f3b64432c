/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a row of the matrix: drawn in their columns, and said in words for a screen reader. */
#include "kompass-matrix-figures.h"

#include <glib/gi18n-lib.h>

#define PADDING_X KOMPASS_MATRIX_PADDING_X
#define PADDING_Y KOMPASS_MATRIX_PADDING_Y
#define BAR_HEIGHT 8
#define DIM 0.7 /* 4.5:1 on both grounds */

static gboolean
is_heading (const KompassMatrixFigures *self)
{
  return kompass_line_get_kind (self->line) != KOMPASS_LINE_QUESTION;
}

/**
 * kompass_matrix_figures_create_layout:
 * @widget: a part of the matrix
 * @text: a figure
 *
 * Returns: (transfer full): the figure in the font of the widget, each digit as wide as the others
 */
PangoLayout *
kompass_matrix_figures_create_layout (GtkWidget  *widget,
                                      const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
draw_layout (cairo_t       *cr,
             PangoLayout   *layout,
             double         x,
             double         y,
             const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_figure (const KompassMatrixFigures *self,
             cairo_t                    *cr,
             const KompassMatrixPlaces  *places,
             KompassMatrixColumn         column,
             const char                 *text,
             gboolean                    at_end,
             const GdkRGBA              *color)
{
  g_autoptr (PangoLayout) layout = NULL;
  int text_width;
  gboolean right;

  if (places->width[column] == 0)
    return;
  layout = kompass_matrix_figures_create_layout (self->widget, text);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  right = at_end != (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL);
  draw_layout (cr, layout,
               right ? places->x[column] + places->width[column] - PADDING_X - text_width : places->x[column] + PADDING_X,
               PADDING_Y, color);
}

/* A bar with round ends, as wide as it is high at least. */
static void
draw_bar (cairo_t       *cr,
          double         x,
          double         y,
          double         width,
          double         height,
          const GdkRGBA *color)
{
  double radius = MIN (width, height) / 2;

  cairo_new_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI * 1.5);
  cairo_arc (cr, x + width - radius, y + radius, radius, G_PI * 1.5, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

static void
draw_level (const KompassMatrixFigures *self,
            cairo_t                    *cr,
            const KompassMatrixPlaces  *places,
            const GdkRGBA              *ink)
{
  const KompassFigures *figures = kompass_line_get_figures (self->line);
  gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  double x = places->x[KOMPASS_COLUMN_LEVEL] + 2 * PADDING_X;
  double width = places->width[KOMPASS_COLUMN_LEVEL] - 4 * PADDING_X;
  double y = PADDING_Y + (self->context->columns.line_height - BAR_HEIGHT) / 2;
  GdkRGBA track = *ink;
  GdkRGBA fill = self->context->own_color;
  double level;

  if (places->width[KOMPASS_COLUMN_LEVEL] == 0)
    return;
  track.alpha *= 0.12;
  draw_bar (cr, x, y, width, BAR_HEIGHT, &track);
  if (figures->points != KOMPASS_POINTS_UNKNOWN && figures->maximum > 0)
    {
      level = CLAMP ((double) figures->points / figures->maximum, 0, 1);
      if (!is_heading (self))
        fill.alpha *= 0.6;
      if (level > 0)
        draw_bar (cr, rtl ? x + width * (1 - level) : x, y, MAX (width * level, 2), BAR_HEIGHT, &fill);
    }
  if (self->reference != KOMPASS_POINTS_UNKNOWN && figures->full_maximum > 0)
    {
      level = CLAMP ((double) self->reference / figures->full_maximum, 0, 1);
      gdk_cairo_set_source_rgba (cr, &self->context->reference_color);
      cairo_rectangle (cr, x + width * (rtl ? 1 - level : level) - 1, y - 3, 2.5, BAR_HEIGHT + 6);
      cairo_fill (cr);
    }
}

/* A small ring before a figure whose printed value differs from what a reader would compute. */
static void
draw_mark (const KompassMatrixFigures *self,
           cairo_t                    *cr,
           const KompassMatrixPlaces  *places,
           KompassMatrixColumn         column)
{
  const double size = 6;
  const double line = 1.5;

  if (places->width[column] == 0)
    return;
  gdk_cairo_set_source_rgba (cr, &self->context->reference_color);
  cairo_set_line_width (cr, line);
  cairo_new_path (cr);
  cairo_arc (cr, places->x[column] + 1 + size / 2, PADDING_Y + self->context->columns.line_height / 2.0, (size - line) / 2,
             0, 2 * G_PI);
  cairo_stroke (cr);
}

/* A filled triangle before a figure that cannot be right: told from the ring without colours, too. */
static void
draw_warning (const KompassMatrixFigures *self,
              cairo_t                    *cr,
              const KompassMatrixPlaces  *places,
              KompassMatrixColumn         column)
{
  const double size = 9;
  double x = places->x[column] + 3; /* inside of the outline of a cell */
  double y = PADDING_Y + (self->context->columns.line_height - size) / 2;

  if (places->width[column] == 0)
    return;
  gdk_cairo_set_source_rgba (cr, &self->context->warning_color);
  cairo_new_path (cr);
  cairo_move_to (cr, x + size / 2, y);
  cairo_line_to (cr, x + size, y + size);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The mark stands where the figure was typed, or else where it is shown. */
static KompassMatrixColumn
find_place (const KompassMatrixPlaces *places,
            KompassMatrixColumn        typed,
            KompassMatrixColumn        shown)
{
  if (places->width[typed] > 0)
    return typed;

  return places->width[shown] > 0 ? shown : KOMPASS_COLUMN_POINTS;
}

static void
draw_marks (const KompassMatrixFigures *self,
            cairo_t                    *cr,
            const KompassMatrixPlaces  *places)
{
  const KompassFigures *figures = kompass_line_get_figures (self->line);
  gboolean is_sum = figures->printed.points != KOMPASS_POINTS_UNKNOWN && figures->printed.points != figures->sum &&
                    kompass_figures_is_complete (figures);
  KompassMatrixColumn odd = is_sum || places->width[KOMPASS_COLUMN_PERCENT] == 0 ? KOMPASS_COLUMN_POINTS
                                                                                 : KOMPASS_COLUMN_PERCENT;
  KompassMatrixColumn points = find_place (places, is_heading (self) ? KOMPASS_COLUMN_PRINTED_POINTS : KOMPASS_COLUMN_POINTS,
                                           KOMPASS_COLUMN_POINTS);
  KompassMatrixColumn percent = find_place (places, KOMPASS_COLUMN_PRINTED_PERCENT, KOMPASS_COLUMN_PERCENT);

  if (self->has_wrong_points)
    draw_warning (self, cr, places, points);
  if (self->has_wrong_percent)
    draw_warning (self, cr, places, percent);
  if (kompass_figures_printed_deviates (figures) && !(is_sum ? self->has_wrong_points : self->has_wrong_percent))
    draw_mark (self, cr, places, odd);
}

static void
draw_figures (const KompassMatrixFigures *self,
              cairo_t                    *cr,
              const KompassMatrixPlaces  *places,
              const GdkRGBA              *ink)
{
  const KompassFigures *figures = kompass_line_get_figures (self->line);
  KompassPoints out_of = kompass_figures_get_shown_maximum (figures);
  g_autofree char *points = kompass_points_format (figures->points, self->context->decimals);
  g_autofree char *maximum = kompass_points_format (out_of, 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);
  GdkRGBA dim = *ink;

  dim.alpha *= DIM;
  if (kompass_line_get_kind (self->line) == KOMPASS_LINE_TOTAL)
    draw_figure (self, cr, places, KOMPASS_COLUMN_NUMBER, "Σ", FALSE, ink);
  else
    draw_figure (self, cr, places, KOMPASS_COLUMN_NUMBER, kompass_line_get_number (self->line), FALSE,
                 is_heading (self) ? ink : &dim);
  if (!self->has_cell)
    draw_figure (self, cr, places, KOMPASS_COLUMN_POINTS, points, TRUE, ink);
  draw_figure (self, cr, places, KOMPASS_COLUMN_MAXIMUM, maximum, TRUE, is_heading (self) ? ink : &dim);
  draw_figure (self, cr, places, KOMPASS_COLUMN_PERCENT, percent, TRUE, ink);
}

static void
draw_comparison (const KompassMatrixFigures *self,
                 cairo_t                    *cr,
                 const KompassMatrixPlaces  *places,
                 const GdkRGBA              *ink)
{
  g_autofree char *reference = kompass_points_format (self->reference, self->context->reference_decimals);
  g_autofree char *difference = kompass_points_format_difference (self->difference, self->context->difference_decimals);
  GdkRGBA dim = *ink;

  dim.alpha *= DIM;
  draw_figure (self, cr, places, KOMPASS_COLUMN_REFERENCE, reference, TRUE,
               self->reference == KOMPASS_POINTS_UNKNOWN ? &dim : &self->context->reference_color);
  draw_figure (self, cr, places, KOMPASS_COLUMN_DIFFERENCE, difference, TRUE,
               self->difference == KOMPASS_POINTS_UNKNOWN ? &dim : &self->context->reference_color);
}

/**
 * kompass_matrix_figures_draw:
 * @self: figures
 * @cr: where to draw
 * @places: the columns
 *
 * Draws all figures of a row but those of its cell.
 */
void
kompass_matrix_figures_draw (const KompassMatrixFigures *self,
                                 cairo_t                    *cr,
                                 const KompassMatrixPlaces  *places)
{
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &ink);
  draw_figures (self, cr, places, &ink);
  draw_level (self, cr, places, &ink);
  draw_comparison (self, cr, places, &ink);
  draw_marks (self, cr, places);
}

static char *
describe_points (const KompassMatrixFigures *self)
{
  const KompassFigures *figures = kompass_line_get_figures (self->line);
  KompassPoints out_of = kompass_figures_get_shown_maximum (figures);
  g_autofree char *points = kompass_points_format (figures->points, self->context->decimals);
  g_autofree char *maximum = kompass_points_format (out_of, 0);

  if (figures->points != KOMPASS_POINTS_UNKNOWN && figures->percent != KOMPASS_PERCENT_UNKNOWN)
    /* Translators: spoken by a screen reader: points, maximum, whole percent */
    return g_strdup_printf (_("points, %s of %s, %d percent"), points, maximum, figures->percent);
  if (figures->points != KOMPASS_POINTS_UNKNOWN)
    return g_strdup_printf (_("points, %s"), points);
  if (kompass_line_get_score (self->line).state == KOMPASS_SCORE_NOT_APPLICABLE)
    return g_strdup (_("points, not applicable"));
  if (out_of == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (is_heading (self) ? _("points, not known") : _("points, not scored"));

  return is_heading (self) ? g_strdup_printf (_("points, not known, maximum %s"), maximum)
                           : g_strdup_printf (_("points, not scored, maximum %s"), maximum);
}

/**
 * kompass_matrix_figures_describe_line:
 * @self: figures
 *
 * Returns: (transfer full): the line in words: "1.2, Hur informeras medborgarna?"
 */
char *
kompass_matrix_figures_describe_line (const KompassMatrixFigures *self)
{
  switch (kompass_line_get_kind (self->line))
    {
    case KOMPASS_LINE_AREA:
      /* Translators: spoken by a screen reader: number and name of an area */
      return g_strdup_printf (_("Area %s, %s"), kompass_line_get_number (self->line), kompass_line_get_text (self->line));
    case KOMPASS_LINE_QUESTION:
      return g_strdup_printf ("%s, %s", kompass_line_get_number (self->line), kompass_line_get_text (self->line));
    case KOMPASS_LINE_TOTAL:
    default:
      return g_strdup (_("Total"));
    }
}

/**
 * kompass_matrix_figures_describe:
 * @self: figures
 *
 * Returns: (transfer full): the line and its figures in words:
 *   "1.2, Hur informeras medborgarna?, points, 10.2 of 20, 51 percent"
 */
char *
kompass_matrix_figures_describe (const KompassMatrixFigures *self)
{
  g_autofree char *line = kompass_matrix_figures_describe_line (self);
  g_autofree char *points = describe_points (self);
  g_autofree char *reference = NULL;
  g_autofree char *difference = NULL;
  g_autofree char *comparison = NULL;

  if (self->reference == KOMPASS_POINTS_UNKNOWN)
    return g_strdup_printf ("%s, %s", line, points);
  reference = kompass_points_format (self->reference, self->context->reference_decimals);
  difference = kompass_points_format_difference (self->difference, self->context->difference_decimals);
  /* Translators: spoken by a screen reader: points of the reference, signed difference to it */
  comparison = g_strdup_printf (_("reference %s, difference %s"), reference, difference);

  return g_strdup_printf ("%s, %s, %s", line, points, comparison);
}

/**
 * kompass_matrix_figures_describe_printed:
 * @self: figures
 * @column: %KOMPASS_COLUMN_PRINTED_POINTS or %KOMPASS_COLUMN_PRINTED_PERCENT
 *
 * Returns: (transfer full): the line and what a report prints on it in words:
 *   "1.2, Hur informeras medborgarna?, printed percent, 51"
 */
char *
kompass_matrix_figures_describe_printed (const KompassMatrixFigures *self,
                                         KompassMatrixColumn         column)
{
  const KompassPrinted *printed = kompass_line_get_printed (self->line);
  g_autofree char *line = kompass_matrix_figures_describe_line (self);
  g_autofree char *points = NULL;

  if (column == KOMPASS_COLUMN_PRINTED_PERCENT && printed->percent != KOMPASS_PERCENT_UNKNOWN)
    /* Translators: spoken by a screen reader: "Area 1, Offentlighet och demokrati", 42 */
    return g_strdup_printf (_("%s, printed percent, %d"), line, printed->percent);
  if (column == KOMPASS_COLUMN_PRINTED_PERCENT)
    /* Translators: spoken by a screen reader, of a cell in which nothing stands */
    return g_strdup_printf (_("%s, printed percent, none"), line);
  if (printed->points == KOMPASS_POINTS_UNKNOWN)
    /* Translators: spoken by a screen reader, of a cell in which nothing stands */
    return g_strdup_printf (_("%s, printed points, none"), line);
  points = kompass_points_format (printed->points, self->context->decimals);

  /* Translators: spoken by a screen reader: "Area 1, Offentlighet och demokrati", "42.2" */
  return g_strdup_printf (_("%s, printed points, %s"), line, points);
}
