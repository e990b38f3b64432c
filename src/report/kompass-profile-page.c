/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A profile on one page: title and total, chart, sentence, table and notes, in dark ink on white whatever the screen is
 * like. Texts are made smaller until everything has room. */
#include "kompass-profile-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "kompass-printed-table.h"

/* Lengths in points, at the full size of text. */
#define GAP 12.0
#define LEAST_CHART 190.0

/* The part of the height that a chart needs at the least, and of a wide page's width that it has. */
#define CHART_SHARE 0.3
#define CHART_WIDTH_SHARE 0.44

/* How high a chart is for its width where there is room: a radar is as large as that lets it be. */
#define CHART_ASPECT 0.85

/* How small texts can become. */
#define LEAST_SCALE 0.55
#define SCALE_STEP 0.05

static const double ink[] = { 0.11, 0.11, 0.14 };
static const double quiet[] = { 0.36, 0.36, 0.40 };

/* A page at one size of text. */
typedef struct
{
  const KompassProfilePage *page;
  cairo_t *cr;
  double width;
  double scale;
  PangoLayout *head;
  PangoLayout *title;
  PangoLayout *total;
  PangoLayout *out_of;
  PangoLayout *facts;
  PangoLayout *sentence;
  PangoLayout *notes;
  KompassPrintedTable *table;
} Sheet;

static PangoLayout *
create_layout (Sheet      *self,
               const char *text,
               double      size,
               gboolean    bold,
               double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string (self->page->font != NULL ? self->page->font : "Sans 10");

  pango_font_description_set_size (font, (int) (size * self->scale * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL && *pango_layout_get_text (layout) != '\0')
    pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static double
get_width (PangoLayout *layout)
{
  int width = 0;

  if (layout != NULL)
    pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
get_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

/* Words */

static char *
describe_edition (KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);

  g_autofree char *name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;

  return name != NULL ? g_strdup_printf (_("Edition %s"), name) : g_strdup (_("Edition not known"));
}

/* What the chart is of, without the name that is the title. */
static char *
describe_facts (const KompassProfilePage *page)
{
  g_autofree char *edition = describe_edition (page->evaluation);
  g_autofree char *part = kompass_line_describe_part (kompass_evaluation_get_total_line (page->evaluation));
  const char *measure = page->chart != NULL ? kompass_chart_get_subtitle (page->chart) : NULL;
  GString *facts = g_string_new (edition);

  if (part != NULL)
    g_string_append_printf (facts, " · %s", part);
  if (measure != NULL && *measure != '\0')
    g_string_append_printf (facts, " · %s", measure);

  return g_string_free (facts, FALSE);
}

static void
format_total (KompassEvaluation  *evaluation,
              char              **total,
              char              **out_of)
{
  const KompassFigures *figures = kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));
  g_autofree char *maximum = kompass_points_format (figures->maximum, 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);

  *total = kompass_points_format (figures->points, kompass_evaluation_get_decimals (evaluation));
  *out_of = figures->points != KOMPASS_POINTS_UNKNOWN && figures->maximum > 0
                ? g_strdup_printf (_("of %s · %s"), maximum, percent)
                : NULL;
}

/* Measuring */

static void
sheet_init (Sheet                    *self,
            const KompassProfilePage *page,
            cairo_t                  *cr,
            double                    width,
            double                    table_width,
            double                    scale)
{
  g_autofree char *facts = describe_facts (page);
  g_autofree char *total = NULL;
  g_autofree char *out_of = NULL;

  *self = (Sheet) { .page = page, .cr = cr, .width = width, .scale = scale };
  format_total (page->evaluation, &total, &out_of);
  /* Translators: the line at the top of a printed page */
  self->head = create_layout (self, _("Kommunkompassen"), 8, FALSE, 0);
  self->total = create_layout (self, total, 20, TRUE, 0);
  self->out_of = create_layout (self, out_of, 10, FALSE, 0);
  self->title = create_layout (self, kompass_evaluation_get_title (page->evaluation), 20, TRUE,
                               MAX (width - get_width (self->total) - get_width (self->out_of) - 2 * GAP, width / 3));
  self->facts = create_layout (self, facts, 9, FALSE, width);
  self->sentence = create_layout (self, page->sentence, 9, FALSE, table_width);
  self->notes = create_layout (self, page->notes, 7.5, FALSE, width);
  if (page->table != NULL)
    self->table = kompass_printed_table_new (page->table, page->order, page->n_rows, cr, page->font, 8.5 * scale, table_width);
}

static void
sheet_clear (Sheet *self)
{
  g_clear_object (&self->head);
  g_clear_object (&self->title);
  g_clear_object (&self->total);
  g_clear_object (&self->out_of);
  g_clear_object (&self->facts);
  g_clear_object (&self->sentence);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->table, kompass_printed_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static double
get_gap (const Sheet *self)
{
  return GAP * self->scale;
}

static double
get_head_height (const Sheet *self)
{
  return get_height (self->head) + 1.8 * get_gap (self) + get_height (self->title) + 0.2 * get_gap (self) +
         get_height (self->facts) + get_gap (self);
}

static double
get_notes_height (const Sheet *self)
{
  double height = get_height (self->notes);

  return height > 0 ? height + get_gap (self) : 0;
}

/* The sentence and the table under one another. */
static double
get_figures_height (const Sheet *self)
{
  double sentence = get_height (self->sentence);
  double table = self->table != NULL ? kompass_printed_table_get_height (self->table) : 0;

  return sentence + (sentence > 0 && table > 0 ? get_gap (self) : 0) + table;
}

static gboolean
is_wide (double width,
         double height)
{
  return width > height * 1.1;
}

static double
get_least_chart (const Sheet *self,
                 double       height)
{
  return self->page->chart != NULL ? MAX (LEAST_CHART * self->scale, height * CHART_SHARE) : 0;
}

static gboolean
has_room (const Sheet *self,
          double       height,
          gboolean     wide)
{
  double room = height - get_head_height (self) - get_notes_height (self);
  double figures = get_figures_height (self);

  if (self->table != NULL && !kompass_printed_table_fits (self->table))
    return FALSE;
  if (wide)
    return room >= MAX (figures, get_least_chart (self, height));

  return room >= figures + (figures > 0 ? get_gap (self) : 0) + get_least_chart (self, height);
}

/* Drawing */

static void
draw_text (Sheet        *self,
           PangoLayout  *layout,
           double        x,
           double        y,
           const double *color)
{
  cairo_set_source_rgb (self->cr, color[0], color[1], color[2]);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_rule (Sheet  *self,
           double  y)
{
  cairo_set_source_rgb (self->cr, 0.7, 0.7, 0.72);
  cairo_set_line_width (self->cr, 0.5);
  cairo_move_to (self->cr, 0, y);
  cairo_line_to (self->cr, self->width, y);
  cairo_stroke (self->cr);
}

/* The name with the total at the other end of its first line. */
static double
draw_head (Sheet *self)
{
  double y = get_height (self->head);
  double gap = get_gap (self);
  double out_of = get_width (self->out_of);
  double x = self->width - out_of;

  draw_text (self, self->head, 0, 0, quiet);
  draw_rule (self, y + 0.3 * gap);
  y += 1.8 * gap;
  draw_text (self, self->title, 0, y, ink);
  draw_text (self, self->out_of, x, y + get_baseline (self->title) - get_baseline (self->out_of), quiet);
  x -= get_width (self->total) + (out_of > 0 ? 0.5 * gap : 0);
  draw_text (self, self->total, x, y + get_baseline (self->title) - get_baseline (self->total), ink);
  y += get_height (self->title) + 0.2 * gap;
  draw_text (self, self->facts, 0, y, quiet);

  return y + get_height (self->facts) + gap;
}

/* The texts of the chart are as small as those around it. */
static char *
dup_chart_font (const Sheet *self)
{
  PangoFontDescription *font = pango_font_description_from_string (self->page->font != NULL ? self->page->font : "Sans 10");
  char *text;

  pango_font_description_set_size (font, (int) (9.5 * self->scale * PANGO_SCALE));
  text = pango_font_description_to_string (font);
  pango_font_description_free (font);

  return text;
}

static void
draw_chart (Sheet  *self,
            double  y,
            double  width,
            double  height)
{
  g_autofree char *font = dup_chart_font (self);
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT, .transparent = TRUE, .compact = TRUE, .font = font };

  if (self->page->chart == NULL || height <= 0)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, 0, y);
  kompass_chart_draw (self->page->chart, self->cr, width, height, &style);
  cairo_restore (self->cr);
}

static void
draw_figures (Sheet  *self,
              double  x,
              double  y)
{
  double sentence = get_height (self->sentence);

  if (sentence > 0)
    draw_text (self, self->sentence, x, y, ink);
  y += sentence > 0 ? sentence + get_gap (self) : 0;
  if (self->table == NULL)
    return;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  kompass_printed_table_draw (self->table, self->cr);
  cairo_restore (self->cr);
}

/* A chart higher than it needs would leave the table at the bottom of an empty page. */
static double
choose_chart_height (Sheet  *self,
                     double  width,
                     double  room)
{
  g_autofree char *font = dup_chart_font (self);
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT, .compact = TRUE, .font = font };
  double natural;

  if (self->page->chart == NULL)
    return 0;
  natural = kompass_chart_get_natural_height (self->page->chart, width, &style) * 1.15;

  return MIN (room, MAX (natural, width * CHART_ASPECT));
}

static void
draw_sheet (Sheet    *self,
            double    height,
            double    chart_width,
            gboolean  wide)
{
  double y = draw_head (self);
  double notes = get_notes_height (self);
  double room = height - y - notes;
  double figures = get_figures_height (self);
  double gap = get_gap (self);

  if (wide)
    {
      draw_chart (self, y, chart_width, choose_chart_height (self, chart_width, room));
      draw_figures (self, self->page->chart != NULL ? chart_width + 1.5 * gap : 0, y);
    }
  else
    {
      double chart = choose_chart_height (self, self->width, room - figures - gap);

      draw_chart (self, y, self->width, chart);
      draw_figures (self, 0, y + chart + (chart > 0 ? gap : 0));
    }
  if (notes > 0)
    draw_text (self, self->notes, 0, height - get_height (self->notes), quiet);
}

/**
 * kompass_profile_page_draw:
 * @self: what the page shows
 * @cr: where to draw, from (0, 0), in points
 * @width: of the page without its margins, in points
 * @height: of the page without its margins, in points
 *
 * Draws the page: on a high one the table is below the chart, on a wide one beside it. The ground is left as it is: paper.
 */
void
kompass_profile_page_draw (const KompassProfilePage *self,
                           cairo_t                  *cr,
                           double                    width,
                           double                    height)
{
  gboolean wide = is_wide (width, height);
  double chart_width = wide ? width * CHART_WIDTH_SHARE : width;
  double scale = 1;

  g_return_if_fail (self != NULL && KOMPASS_IS_EVALUATION (self->evaluation));
  g_return_if_fail (cr != NULL && width > 0 && height > 0);

  for (;; scale -= SCALE_STEP)
    {
      g_auto (Sheet) sheet = { 0 };
      double table_width = wide && self->chart != NULL ? width - chart_width - 1.5 * GAP * scale : width;

      sheet_init (&sheet, self, cr, width, table_width, scale);
      if (scale > LEAST_SCALE && !has_room (&sheet, height, wide))
        continue;
      draw_sheet (&sheet, height, chart_width, wide);
      return;
    }
}
