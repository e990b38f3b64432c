/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of charts, and the arithmetic that tells whether they can be told apart.
 *
 * The four series of a scheme are chosen by luminance first and by hue second: each differs from every other by
 * a contrast of at least 1.35:1, so that a greyscale print still shows four lines. In the high-contrast
 * schemes a text contrast of 7:1 leaves less room between black and white, hence no larger step. */

#include "kompass-chart-palette.h"

#include <math.h>

#define N_ROLES (KOMPASS_CHART_ROLE_SERIES + KOMPASS_CHART_MAX_SERIES)

/* In the order of KompassChartRole, then the series, as 0xRRGGBB. */
static const guint32 palettes[][N_ROLES] = {
  [KOMPASS_CHART_LIGHT] = {
    0xffffff, 0x241f31, 0x5e5c64, 0xdedddc, 0xbfbdba, 0xe8e7e6, 0x86838a, 0xdce7f3,
    0x1858a7, 0xc04c0a, 0x661966, 0x061711,
  },
  [KOMPASS_CHART_DARK] = {
    0x242424, 0xffffff, 0xc0bfbc, 0x414141, 0x5e5c64, 0x3a3a3c, 0x8f8d92, 0x2f4357,
    0xa1ceff, 0xef8f3c, 0xc467d3, 0xe8f5d5,
  },
  [KOMPASS_CHART_HIGH_CONTRAST_LIGHT] = {
    0xffffff, 0x000000, 0x2e2c33, 0x8c8c8c, 0x595959, 0xececec, 0x3d3d3d, 0xd5e3f5,
    0x003d92, 0x963600, 0x4b084b, 0x000000,
  },
  [KOMPASS_CHART_HIGH_CONTRAST_DARK] = {
    0x000000, 0xffffff, 0xe6e6e6, 0x6e6e6e, 0xa6a6a6, 0x262626, 0xc8c8c8, 0x1c3a57,
    0xaed9ff, 0xff9b43, 0xd969ea, 0xfffccc,
  },
};

static double
linear_from_srgb (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
srgb_from_linear (double channel)
{
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow (channel, 1 / 2.4) - 0.055;
}

/**
 * kompass_chart_palette_get:
 * @scheme: which palette
 * @role: a #KompassChartRole, or %KOMPASS_CHART_ROLE_SERIES plus the index of a series, which wraps around
 *   after %KOMPASS_CHART_MAX_SERIES
 * @greyscale: whether to return the grey of the same luminance instead
 *
 * Looks a colour up. A pure function: the same arguments always give the same colour.
 *
 * Returns: the colour
 */
KompassChartColor
kompass_chart_palette_get (KompassChartScheme scheme,
                           guint              role,
                           gboolean           greyscale)
{
  KompassChartColor color = { 0 };
  guint32 value;

  g_return_val_if_fail ((guint) scheme < G_N_ELEMENTS (palettes), color);

  if (role >= KOMPASS_CHART_ROLE_SERIES)
    role = KOMPASS_CHART_ROLE_SERIES + (role - KOMPASS_CHART_ROLE_SERIES) % KOMPASS_CHART_MAX_SERIES;
  value = palettes[scheme][role];
  color.red = ((value >> 16) & 0xff) / 255.0;
  color.green = ((value >> 8) & 0xff) / 255.0;
  color.blue = (value & 0xff) / 255.0;

  if (greyscale)
    {
      double grey = CLAMP (srgb_from_linear (kompass_chart_color_luminance (&color)), 0, 1);

      color = (KompassChartColor) { grey, grey, grey };
    }
  return color;
}

/**
 * kompass_chart_color_luminance:
 * @color: a colour
 *
 * Computes the relative luminance as the Web Content Accessibility Guidelines 2.1 define it.
 *
 * Returns: from 0 (black) to 1 (white)
 */
double
kompass_chart_color_luminance (const KompassChartColor *color)
{
  return 0.2126 * linear_from_srgb (color->red) + 0.7152 * linear_from_srgb (color->green) +
         0.0722 * linear_from_srgb (color->blue);
}

/**
 * kompass_chart_color_contrast:
 * @a: a colour
 * @b: another colour
 *
 * Computes the contrast of two colours as the Web Content Accessibility Guidelines 2.1 define it; the order of
 * the two does not matter.
 *
 * Returns: from 1 (none) to 21 (black on white)
 */
double
kompass_chart_color_contrast (const KompassChartColor *a,
                              const KompassChartColor *b)
{
  double first = kompass_chart_color_luminance (a) + 0.05;
  double second = kompass_chart_color_luminance (b) + 0.05;

  return first > second ? first / second : second / first;
}

/**
 * kompass_chart_set_source:
 * @cr: where to draw
 * @style: how to draw
 * @role: as in kompass_chart_palette_get()
 *
 * Makes @cr draw in the colour of @role.
 */
void
kompass_chart_set_source (cairo_t                 *cr,
                          const KompassChartStyle *style,
                          guint                    role)
{
  KompassChartColor color = kompass_chart_palette_get (style->scheme, role, style->greyscale);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}
