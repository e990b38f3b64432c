/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts of a drawing.
 *
 * Nothing here depends on the surface that is drawn on, on the locale or on the display, so that screen, print and
 * files get the same line breaks, and marks that were measured without a surface lie where they are drawn.
 * The size of a text is in units of the drawing (points). */

#include "kompass-chart-text.h"

#define DEFAULT_FONT "Sans 10"
#define DEFAULT_SIZE 10.0

struct _KompassChartText
{
  PangoContext *context;
  PangoFontDescription *fonts[KOMPASS_CHART_N_FONTS];
  PangoAttrList *attributes;
  double size;
  double scale;
};

/* Ligatures would come out as one unknown letter when text is taken from a PDF. */
static const char features[] = "liga=0, clig=0, dlig=0, tnum=1";

static const struct
{
  double factor;
  PangoWeight weight;
} fonts[KOMPASS_CHART_N_FONTS] = {
  [KOMPASS_CHART_FONT_TITLE] = { 1.4, PANGO_WEIGHT_BOLD },
  [KOMPASS_CHART_FONT_SUBTITLE] = { 1.0, PANGO_WEIGHT_NORMAL },
  [KOMPASS_CHART_FONT_NOTE] = { 0.8, PANGO_WEIGHT_NORMAL },
  [KOMPASS_CHART_FONT_LEGEND] = { 1.0, PANGO_WEIGHT_NORMAL },
  [KOMPASS_CHART_FONT_LABEL] = { 0.9, PANGO_WEIGHT_NORMAL },
  [KOMPASS_CHART_FONT_VALUE] = { 0.9, PANGO_WEIGHT_NORMAL },
  [KOMPASS_CHART_FONT_NUMBER] = { 0.75, PANGO_WEIGHT_NORMAL },
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  /* The language takes part in the choice of fonts; the user's would make files differ between two desks. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static double
font_size (KompassChartText *self,
           guint             font)
{
  double asked = self->size * fonts[font].factor;

  /* A caller who asks for tiny text gets it, but nothing here shrinks it further. */
  return MAX (asked * self->scale, MIN (KOMPASS_CHART_SMALLEST_TEXT, MAX (asked, self->size)));
}

/**
 * kompass_chart_text_get_scale:
 * @step: from 0, below %KOMPASS_CHART_N_SCALES
 *
 * Returns: by how much texts are shrunk at @step; 1 at the first
 */
double
kompass_chart_text_get_scale (guint step)
{
  /* The last is as small as kompass_chart_text_new() lets any text become. */
  static const double scales[KOMPASS_CHART_N_SCALES] = { 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0 };

  g_return_val_if_fail (step < KOMPASS_CHART_N_SCALES, 1);
  return scales[step];
}

/**
 * kompass_chart_text_new:
 * @style: how to draw
 * @scale: by how much every text is shrunk, at most 1; none becomes smaller than %KOMPASS_CHART_SMALLEST_TEXT
 *
 * Prepares the fonts of one drawing.
 *
 * Returns: (transfer full): the fonts
 */
KompassChartText *
kompass_chart_text_new (const KompassChartStyle *style,
                        double                   scale)
{
  KompassChartText *self = g_new0 (KompassChartText, 1);
  PangoFontDescription *description = pango_font_description_from_string (style->font ? style->font : DEFAULT_FONT);

  self->size = (double) pango_font_description_get_size (description) / PANGO_SCALE;
  if (self->size <= 0)
    self->size = DEFAULT_SIZE;
  self->scale = scale;
  self->context = create_context ();
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new (features));

  for (guint i = 0; i < KOMPASS_CHART_N_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_copy (description);
      pango_font_description_set_absolute_size (self->fonts[i], font_size (self, i) * PANGO_SCALE);
      if (fonts[i].weight != PANGO_WEIGHT_NORMAL)
        pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
    }
  pango_font_description_free (description);
  return self;
}

/**
 * kompass_chart_text_free:
 * @self: fonts
 *
 * Frees @self. Labels made from it live on.
 */
void
kompass_chart_text_free (KompassChartText *self)
{
  for (guint i = 0; i < KOMPASS_CHART_N_FONTS; i++)
    pango_font_description_free (self->fonts[i]);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * kompass_chart_text_get_unit:
 * @self: fonts
 *
 * Returns: one tenth of the size of ordinary text, in points; marks and gaps are measured in it, so that they grow
 *   and shrink with the text
 */
double
kompass_chart_text_get_unit (KompassChartText *self)
{
  return MAX (self->size * self->scale, MIN (KOMPASS_CHART_SMALLEST_TEXT, self->size)) / 10;
}

/**
 * kompass_chart_text_get_size:
 * @self: fonts
 * @font: one of them
 *
 * Returns: its size in points
 */
double
kompass_chart_text_get_size (KompassChartText *self,
                             KompassChartFont  font)
{
  return font_size (self, font);
}

/**
 * kompass_chart_text_dup_font:
 * @self: fonts
 *
 * Describes ordinary text, shrunk as it is.
 *
 * Returns: (transfer full): a font for a #KompassChartStyle
 */
char *
kompass_chart_text_dup_font (KompassChartText *self)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->fonts[KOMPASS_CHART_FONT_LEGEND]);

  pango_font_description_set_size (font, (int) (kompass_chart_text_get_unit (self) * 10 * PANGO_SCALE));
  return pango_font_description_to_string (font);
}

/**
 * kompass_chart_text_get_digit_height:
 * @self: fonts
 * @font: one of them
 *
 * Returns: the height of the ink of a digit, in points
 */
double
kompass_chart_text_get_digit_height (KompassChartText *self,
                                     KompassChartFont  font)
{
  g_autoptr (PangoLayout) layout = kompass_chart_text_create_layout (self, font, "0");
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  return (double) ink.height / PANGO_SCALE;
}

/**
 * kompass_chart_text_create_layout:
 * @self: fonts
 * @font: one of them
 * @string: (nullable): what to show
 *
 * Returns: (transfer full): @string in @font, on one line per paragraph
 */
PangoLayout *
kompass_chart_text_create_layout (KompassChartText *self,
                                  KompassChartFont  font,
                                  const char       *string)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[font]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, string != NULL ? string : "", -1);
  return layout;
}
