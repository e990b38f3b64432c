/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart for the clipboard: a picture of pixels, a picture of lines, and its sentence where only text is wanted. */
#include "kompass-chart-copy.h"

#include <glib/gstdio.h>

/* Charts are saved to files; what a file holds can be copied. */
static GBytes *
save_to_bytes (KompassChart  *chart,
               const char    *ending,
               double         width,
               double         height,
               GError       **error)
{
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT };
  g_autofree char *template = g_strdup_printf ("kommunkompass-XXXXXX.%s", ending);
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize length = 0;
  gboolean read;
  int file = g_file_open_tmp (template, &path, error);

  if (file < 0)
    return NULL;
  g_close (file, NULL);
  read = kompass_chart_save (chart, path, width, height, &style, error) &&
         g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);

  return read ? g_bytes_new_take (contents, length) : NULL;
}

/**
 * kompass_chart_copy_create:
 * @chart: a chart
 * @width: of the picture, in points
 * @least_height: of the picture, in points; it is higher where the chart needs it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the chart as PNG, as SVG and as its sentence
 */
GdkContentProvider *
kompass_chart_copy_create (KompassChart  *chart,
                           double         width,
                           double         least_height,
                           GError       **error)
{
  KompassChartStyle style = { .scheme = KOMPASS_CHART_LIGHT };
  double height = MAX (least_height, kompass_chart_get_natural_height (chart, width, &style));
  g_autoptr (GBytes) svg = save_to_bytes (chart, "svg", width, height, error);
  g_autoptr (GBytes) png = svg != NULL ? save_to_bytes (chart, "png", width, height, error) : NULL;
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, error) : NULL;
  const char *sentence = kompass_chart_get_description (chart);
  GdkContentProvider *parts[3];

  if (texture == NULL)
    return NULL;
  parts[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  parts[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  parts[2] = gdk_content_provider_new_typed (G_TYPE_STRING, sentence != NULL ? sentence : "");

  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}
