/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts of pages: one table of sizes, leadings, weights and inks. Nothing depends on the surface that is drawn on,
 * on the locale or on the display. */

#include "kompass-page-fonts.h"

#include "kompass-chart-palette.h"

struct _KompassPageFonts
{
  PangoContext *context;
  char *family;
  PangoFontDescription *fonts[KOMPASS_PAGE_N_TEXTS];
};

static const KompassPageTextLook styles[KOMPASS_PAGE_N_TEXTS] = {
  [KOMPASS_PAGE_TEXT_BODY] = { 10, 1.5, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_HEADING_1] = { 22, 1.2, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_HEADING_2] = { 12.5, 1.3, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_HEADING_3] = { 10.5, 1.4, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_SUBTITLE] = { 11, 1.4, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, FALSE },
  [KOMPASS_PAGE_TEXT_NOTE] = { 8.5, 1.45, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, FALSE },
  [KOMPASS_PAGE_TEXT_CAPTION] = { 8.5, 1.45, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, FALSE },
  [KOMPASS_PAGE_TEXT_CELL] = { 9.5, 1.35, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_TEXT, TRUE },
  [KOMPASS_PAGE_TEXT_CELL_HEAD] = { 9, 1.35, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_SECONDARY, TRUE },
  [KOMPASS_PAGE_TEXT_CELL_TOTAL] = { 9.5, 1.35, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, TRUE },
  [KOMPASS_PAGE_TEXT_FINDING] = { 9.5, 1.4, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_FINDING_TITLE] = { 9.5, 1.35, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_SERIES, FALSE },
  [KOMPASS_PAGE_TEXT_BIG] = { 34, 1.1, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_BESIDE_BIG] = { 10, 1.5, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, TRUE },
  [KOMPASS_PAGE_TEXT_CONTENTS_1] = { 10.5, 1.4, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, TRUE },
  [KOMPASS_PAGE_TEXT_CONTENTS_2] = { 9.5, 1.4, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, TRUE },
  [KOMPASS_PAGE_TEXT_RUNNING] = { 8.5, 1.35, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, TRUE },
  [KOMPASS_PAGE_TEXT_COVER_OVER] = { 13, 1.3, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_SERIES, FALSE },
  [KOMPASS_PAGE_TEXT_COVER_TITLE] = { 54, 1.05, PANGO_WEIGHT_ULTRABOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_COVER_SUBTITLE] = { 30, 1.2, PANGO_WEIGHT_LIGHT, KOMPASS_CHART_ROLE_SECONDARY, FALSE },
  [KOMPASS_PAGE_TEXT_COVER_TOTAL] = { 40, 1.1, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, FALSE },
  [KOMPASS_PAGE_TEXT_COVER_OUT_OF] = { 12, 1.4, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, TRUE },
  [KOMPASS_PAGE_TEXT_COVER_PART] = { 12, 1.4, PANGO_WEIGHT_BOLD, KOMPASS_CHART_ROLE_TEXT, TRUE },
  [KOMPASS_PAGE_TEXT_COVER_LINE] = { 10.5, 1.55, PANGO_WEIGHT_NORMAL, KOMPASS_CHART_ROLE_SECONDARY, FALSE },
};

static PangoContext *
create_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As charts do it: line breaks are the same on screen, paper and in files. */
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

/**
 * kompass_page_fonts_new:
 * @family: name of the family; the system's sans serif stands in for what it lacks
 * @language: of the document, as BCP 47 has it
 *
 * Returns: (transfer full): the fonts
 */
KompassPageFonts *
kompass_page_fonts_new (const char *family,
                        const char *language)
{
  KompassPageFonts *self = g_new0 (KompassPageFonts, 1);

  self->context = create_context (language);
  self->family = g_strdup_printf ("%s, Sans", family);
  for (guint i = 0; i < KOMPASS_PAGE_N_TEXTS; i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[i], self->family);
      pango_font_description_set_absolute_size (self->fonts[i], styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
    }

  return self;
}

void
kompass_page_fonts_free (KompassPageFonts *self)
{
  for (guint i = 0; i < KOMPASS_PAGE_N_TEXTS; i++)
    pango_font_description_free (self->fonts[i]);
  g_free (self->family);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * kompass_page_fonts_dup_chart:
 * @self: fonts
 *
 * Returns: (transfer full): the font of charts, for a #KompassChartStyle
 */
char *
kompass_page_fonts_dup_chart (KompassPageFonts *self)
{
  return g_strdup_printf ("%s 9.5", self->family);
}

/**
 * kompass_page_fonts_create_layout:
 * @self: fonts
 * @style: what the text is
 *
 * Returns: (transfer full): a layout in the font of @style, without words and attributes
 */
PangoLayout *
kompass_page_fonts_create_layout (KompassPageFonts     *self,
                                  KompassPageTextStyle  style)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[style]);

  return layout;
}

/**
 * kompass_page_text_style_get_look:
 * @style: what a text is
 *
 * Returns: how it looks, for files that are to look like the pages
 */
const KompassPageTextLook *
kompass_page_text_style_get_look (KompassPageTextStyle style)
{
  g_return_val_if_fail (style < KOMPASS_PAGE_N_TEXTS, NULL);

  return &styles[style];
}
