/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as files: SVG, PDF and PNG, each with the chart's title and description for those who cannot see it.
 *
 * A file is drawn in memory, completed with what cairo leaves out, and only then put in the place of an older one. */

#include "kompass-chart-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kompass-file.h"

#define MAX_SIZE 20000.0

/* Cairo's image surfaces reach no further; and an image of this many pixels takes a gigabyte already. */
#define MAX_PIXELS 32767
#define MAX_AREA (256.0 * 1024 * 1024)

#define PNG_SCALE 2
#define PNG_SIGNATURE 8
#define PNG_HEADER 25   /* length, type, 13 bytes and checksum of IHDR, always the first chunk */
#define PNG_PIXELS_PER_METRE 7559   /* 192 to the inch */

typedef cairo_surface_t *(*CreateFunc) (GByteArray *bytes, double width, double height);
typedef gboolean (*CompleteFunc) (KompassChart *chart, cairo_surface_t *surface, GByteArray *bytes);

typedef struct
{
  const char *ending;
  CreateFunc create;
  CompleteFunc complete;
} Format;

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* SVG */

static cairo_surface_t *
create_svg (GByteArray *bytes,
            double      width,
            double      height)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  return surface;
}

/* XML 1.0 has no way to write most control characters, not even escaped. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *at = valid; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == 0x7f)
      *at = ' ';
  return g_markup_escape_text (valid, -1);
}

static void
append_element (GString    *head,
                GString    *ids,
                const char *element,
                const char *prefix,
                const char *text)
{
  g_autofree char *escaped = NULL;

  if (is_empty (text))
    return;
  escaped = escape (text);
  g_string_append_printf (head, "\n<%s id=\"%s-%s\">%s</%s>", element, prefix, element, escaped, element);
  g_string_append_printf (ids, "%s%s-%s", ids->len > 0 ? " " : "", prefix, element);
}

/* Cairo 1.16 gives the outermost group a number that counts the surfaces of the process, so that no two files would be
 * equal. */
static char *
remove_surface_number (GByteArray *bytes)
{
  g_autoptr (GRegex) number = g_regex_new ("<g id=\"surface[0-9]+\">", 0, 0, NULL);
  g_autofree char *text = g_strndup ((const char *) bytes->data, bytes->len);

  return g_regex_replace_literal (number, text, -1, 0, "<g>", 0, NULL);
}

/* Two charts in one web page must not share ids, and the same chart gets the same each time. */
static char *
create_prefix (KompassChart *chart,
               const char   *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *parts[] = { text, kompass_chart_get_title (chart), kompass_chart_get_description (chart) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_checksum_update (checksum, (const guchar *) parts[i], -1);
  return g_strdup_printf ("chart-%.8s", g_checksum_get_string (checksum));
}

/* Puts the accessible name and description behind the opening tag. */
static gboolean
complete_svg (KompassChart    *chart,
              cairo_surface_t *surface,
              GByteArray      *bytes)
{
  g_autoptr (GRegex) id = g_regex_new ("( id=\"| xlink:href=\"#|url\\(#)", 0, 0, NULL);
  g_autofree char *drawn = remove_surface_number (bytes);
  g_autofree char *prefix = create_prefix (chart, drawn);
  g_autofree char *replacement = g_strdup_printf ("\\1%s-", prefix);
  g_autofree char *text = g_regex_replace (id, drawn, -1, 0, replacement, 0, NULL);
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  char *tag = text != NULL ? strstr (text, "<svg ") : NULL;
  char *end = tag != NULL ? strchr (tag, '>') : NULL;

  if (end == NULL)
    return FALSE;
  append_element (head, ids, "title", prefix, kompass_chart_get_title (chart));
  append_element (head, ids, "desc", prefix, kompass_chart_get_description (chart));

  g_string_append_len (whole, text, end - text);
  g_string_append (whole, " role=\"img\"");
  if (ids->len > 0)
    g_string_append_printf (whole, " aria-labelledby=\"%s\"", ids->str);
  g_string_append_printf (whole, ">%s%s", head->str, end + 1);

  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) whole->str, whole->len);
  return TRUE;
}

/* PDF */

static cairo_surface_t *
create_pdf (GByteArray *bytes,
            double      width,
            double      height)
{
  return cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
}

static void
describe_pdf (KompassChart    *chart,
              cairo_surface_t *surface)
{
  const char *title = kompass_chart_get_title (chart);
  const char *description = kompass_chart_get_description (chart);

  if (!is_empty (title))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (!is_empty (description))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  /* An empty date leaves the entry out; without it cairo writes the time of day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

/* PNG */

static cairo_surface_t *
create_png (GByteArray *bytes,
            double      width,
            double      height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * PNG_SCALE),
                                                         (int) ceil (height * PNG_SCALE));

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  return surface;
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

/* The checksum of PNG (ISO/IEC 15948, annex D). */
static guint32
checksum (const guint8 *data,
          gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum & 1 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
  return sum ^ 0xffffffff;
}

static void
append_chunk (GByteArray *bytes,
              const char *type,
              GByteArray *content)
{
  gsize start = bytes->len + 4;

  append_number (bytes, content->len);
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, content->data, content->len);
  append_number (bytes, checksum (bytes->data + start, bytes->len - start));
}

static void
append_text_chunk (GByteArray *bytes,
                   const char *keyword,
                   const char *text)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  if (is_empty (text))
    return;
  /* The keyword, then: not compressed, no method, no language, no translated keyword. */
  g_byte_array_append (content, (const guint8 *) keyword, strlen (keyword) + 1);
  g_byte_array_append (content, (const guint8 *) "\0\0\0", 4);
  g_byte_array_append (content, (const guint8 *) text, strlen (text));
  append_chunk (bytes, "iTXt", content);
}

static gboolean
complete_png (KompassChart    *chart,
              cairo_surface_t *surface,
              GByteArray      *bytes)
{
  g_autoptr (GByteArray) drawn = g_byte_array_new ();
  g_autoptr (GByteArray) density = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, append_cb, drawn) != CAIRO_STATUS_SUCCESS ||
      drawn->len < PNG_SIGNATURE + PNG_HEADER)
    return FALSE;

  append_number (density, PNG_PIXELS_PER_METRE);
  append_number (density, PNG_PIXELS_PER_METRE);
  g_byte_array_append (density, (const guint8 *) "\1", 1);

  g_byte_array_append (bytes, drawn->data, PNG_SIGNATURE + PNG_HEADER);
  append_chunk (bytes, "pHYs", density);
  append_text_chunk (bytes, "Title", kompass_chart_get_title (chart));
  append_text_chunk (bytes, "Description", kompass_chart_get_description (chart));
  g_byte_array_append (bytes, drawn->data + PNG_SIGNATURE + PNG_HEADER, drawn->len - PNG_SIGNATURE - PNG_HEADER);
  return TRUE;
}

static const Format formats[] = {
  { ".svg", create_svg, complete_svg },
  { ".pdf", create_pdf, NULL },
  { ".png", create_png, complete_png },
};

static const Format *
find_format (const char *path,
             GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (path);
  const char *ending = strrchr (name, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      return &formats[i];
  g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_FORMAT,
               /* Translators: %s is a file name. */
               _("“%s” was not saved: the file name must end in .svg, .pdf or .png."), shown);
  return NULL;
}

static gboolean
check_size (const Format *format,
            double        width,
            double        height,
            GError      **error)
{
  /* Written so that a size that is not a number is refused, too. */
  if (!(width >= 1 && width <= MAX_SIZE && height >= 1 && height <= MAX_SIZE))
    {
      g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_SIZE,
                   _("The chart was not saved: width and height must be from 1 to %d points."), (int) MAX_SIZE);
      return FALSE;
    }
  if (format->create == create_png &&
      (MAX (width, height) * PNG_SCALE > MAX_PIXELS || width * height * PNG_SCALE * PNG_SCALE > MAX_AREA))
    {
      g_set_error_literal (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_SIZE,
                           _("The chart was not saved: it is too large for a PNG image. "
                             "Choose a smaller size, or save it as SVG or PDF."));
      return FALSE;
    }
  return TRUE;
}

static cairo_status_t
render (KompassChart            *chart,
        const Format            *format,
        double                   width,
        double                   height,
        const KompassChartStyle *style,
        GByteArray              *bytes)
{
  cairo_surface_t *surface = format->create (bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (format->create == create_pdf)
    describe_pdf (chart, surface);
  kompass_chart_draw (chart, cr, width, height, style);
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (format->create != create_png)
    cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS && format->complete != NULL && !format->complete (chart, surface, bytes))
    status = CAIRO_STATUS_WRITE_ERROR;
  cairo_surface_destroy (surface);
  return status;
}

/**
 * kompass_chart_file_render:
 * @chart: a chart
 * @name: a file name, whose ending says which format
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: how to draw
 * @error: return location for an error
 *
 * Draws @chart as a file, for a file that holds it. The same chart gives the same bytes.
 *
 * Returns: (transfer full): what the file would hold, or %NULL with @error set
 */
GBytes *
kompass_chart_file_render (KompassChart            *chart,
                           const char              *name,
                           double                   width,
                           double                   height,
                           const KompassChartStyle *style,
                           GError                 **error)
{
  const Format *format = find_format (name, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  if (format == NULL || !check_size (format, width, height, error))
    return NULL;

  status = render (chart, format, width, height, style, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  /* Translators: %s is the reason. */
  g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_WRITE, _("The chart could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * kompass_chart_file_write:
 * @chart: a chart
 * @path: (type filename): the file, see kompass_chart_save()
 * @width: of the drawing, in points
 * @height: of the drawing, in points
 * @style: how to draw
 * @error: return location for an error
 *
 * Draws @chart into a file, in the format that the ending of @path names.
 *
 * Returns: whether the file was written; if not, an older one is unchanged
 */
gboolean
kompass_chart_file_write (KompassChart            *chart,
                          const char              *path,
                          double                   width,
                          double                   height,
                          const KompassChartStyle *style,
                          GError                 **error)
{
  const Format *format = find_format (path, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *shown = g_filename_display_name (path);
  const char *reason;
  cairo_status_t status;

  if (format == NULL || !check_size (format, width, height, error))
    return FALSE;

  status = render (chart, format, width, height, style, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      int error_number = kompass_file_replace (path, bytes->data, bytes->len);

      if (error_number == 0)
        return TRUE;
      reason = g_strerror (error_number);
    }
  else
    reason = cairo_status_to_string (status);

  g_set_error (error, KOMPASS_CHART_ERROR, KOMPASS_CHART_ERROR_WRITE,
               /* Translators: the first %s is a file name, the second the reason given by the system. */
               _("“%s” was not saved: %s. If the file was there before, it is unchanged."), shown, reason);
  return FALSE;
}
