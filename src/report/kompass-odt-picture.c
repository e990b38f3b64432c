/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in a report for word processors: charts as SVG, which stays sharp, with PNG beside it for programs that cannot show
 * it, and the bars in tables of figures. Charts say in words what they show; bars repeat the figures beside them and are
 * marked as decoration. */
#include "kompass-odt-private.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "kompass-chart-file.h"
#include "kompass-chart-palette.h"

/* Lengths in points. */
#define BAR_HEIGHT 5.0
#define SLACK 20.0

/* Pixels to the point. */
#define BAR_SCALE 4
#define PROFILE_SCALE 2

/* Half of the width of a line is outside of the shape. */
#define PROFILE_MARGIN 2.5

#define ZERO_WIDTH_SPACE "\342\200\213"

/* So many steps between no points and all of them are told apart. */
#define BAR_STEPS 1000

/* The middle of a bar is on that of the figures beside it, so far above their baseline. */
#define BAR_RISE 3.4

/* Styles of pictures, which stand in a line as letters do. */
void
kompass_odt_write_picture_styles (KompassOdtXml *xml)
{
  static const struct
  {
    const char *name;
    const char *place;
  } styles[] = { { "Picture", "top" }, { "Bar", "from-top" } };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      kompass_odt_xml_start (xml, "style:style", "style:name", styles[i].name, "style:family", "graphic", NULL);
      kompass_odt_xml_empty (xml, "style:graphic-properties",
                             "style:vertical-pos", styles[i].place,
                             "style:vertical-rel", "baseline",
                             "fo:border", "none",
                             "fo:padding", "0pt",
                             NULL);
      kompass_odt_xml_end (xml);
    }
}

void
kompass_odt_part_free (gpointer data)
{
  KompassOdtPart *part = data;

  g_free (part->name);
  g_bytes_unref (part->content);
  g_free (part);
}

static void
take_picture (KompassOdt *self,
              char       *name,
              const char *type,
              GBytes     *content)
{
  KompassOdtPart *part = g_new0 (KompassOdtPart, 1);

  part->name = name;
  part->type = type;
  part->content = content;
  g_ptr_array_add (self->pictures, part);
}

static gboolean
add_chart (KompassOdt   *self,
           KompassChart *chart,
           const char   *name,
           const char   *type,
           double        width,
           double        height)
{
  g_autofree char *font = kompass_page_fonts_dup_chart (self->fonts);
  KompassChartStyle style = {
    .scheme = KOMPASS_CHART_LIGHT,
    .greyscale = self->setup->greyscale,
    .compact = TRUE,
    .font = font,
  };
  GBytes *content = kompass_chart_file_render (chart, name, width, height, &style, self->error == NULL ? &self->error : NULL);

  if (content == NULL)
    return FALSE;
  take_picture (self, g_strdup (name), type, content);

  return TRUE;
}

/* As high as on our pages, where a picture yields to the table under it; then a little less, so that this comes out the same
 * where lines are a little higher. */
static double
choose_height (KompassOdt         *self,
               const KompassBlock *block)
{
  const KompassPageFragment *fragment = kompass_odt_find_fragment (self, block, KOMPASS_PAGE_ROW_FIGURE);

  if (fragment == NULL)
    return self->width * block->aspect;

  return fragment->height < fragment->row->height ? fragment->height - SLACK : fragment->height;
}

static void
start_frame (KompassOdt *self,
             const char *name,
             const char *style,
             double      width,
             double      height)
{
  kompass_odt_xml_start (self->body, "draw:frame",
                         "draw:name", name,
                         "draw:style-name", style,
                         "text:anchor-type", "as-char",
                         NULL);
  kompass_odt_xml_length (self->body, "svg:width", width);
  kompass_odt_xml_length (self->body, "svg:height", height);
}

static void
write_image (KompassOdt *self,
             const char *name)
{
  kompass_odt_xml_empty (self->body, "draw:image",
                         "xlink:type", "simple",
                         "xlink:show", "embed",
                         "xlink:actuate", "onLoad",
                         "xlink:href", name,
                         NULL);
}

void
kompass_odt_write_figure (KompassOdt         *self,
                          const KompassBlock *block)
{
  guint number = ++self->n_charts;
  g_autofree char *name = g_strdup_printf ("Chart%u", number);
  g_autofree char *drawing = g_strdup_printf ("Pictures/chart-%u.svg", number);
  g_autofree char *image = g_strdup_printf ("Pictures/chart-%u.png", number);
  double height = choose_height (self, block);

  if (!add_chart (self, block->chart, drawing, "image/svg+xml", self->width, height) ||
      !add_chart (self, block->chart, image, "image/png", self->width, height))
    return;
  kompass_odt_xml_start (self->body, "text:p", "text:style-name", "Figure", NULL);
  kompass_odt_write_bookmark (self, block->anchor);
  start_frame (self, name, "Picture", self->width, height);
  write_image (self, drawing);
  write_image (self, image);
  kompass_odt_xml_text (self->body, "svg:title", kompass_chart_get_title (block->chart));
  kompass_odt_xml_text (self->body, "svg:desc", block->alt);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
  if (block->caption != NULL && *block->caption != '\0')
    kompass_odt_write_plain (self, "Caption", block->caption);
}

/* Bars */

static void
fill_bar (KompassOdt *self,
          cairo_t    *cr,
          double      width,
          guint       role)
{
  KompassChartColor color = kompass_chart_palette_get (KOMPASS_CHART_LIGHT, role, self->setup->greyscale);
  double radius = MIN (width, BAR_HEIGHT) / 2;

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_new_path (cr);
  cairo_arc (cr, width - radius, BAR_HEIGHT / 2, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, radius, BAR_HEIGHT / 2, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Drawings without words, which need no more than pixels. */
static GBytes *
end_image (cairo_t *cr)
{
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (cairo_get_target (cr), append_cb, bytes);
  cairo_destroy (cr);

  return g_byte_array_free_to_bytes (bytes);
}

static cairo_t *
start_image (double width,
             double height,
             double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                                         (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  /* White as paper: programs that compress pictures give transparent ones dark edges. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);

  return cr;
}

static GBytes *
draw_bar (KompassOdt *self,
          double      share,
          double      width)
{
  cairo_t *cr = start_image (width, BAR_HEIGHT, BAR_SCALE);

  fill_bar (self, cr, width, KOMPASS_CHART_ROLE_TRACK);
  if (share > 0)
    fill_bar (self, cr, width * share, KOMPASS_CHART_ROLE_SERIES);

  return end_image (cr);
}

/* Bars of the same length are one picture. */
void
kompass_odt_write_bar (KompassOdt *self,
                       double      share,
                       double      width)
{
  guint steps = (guint) (CLAMP (share, 0, 1) * BAR_STEPS + 0.5);
  g_autofree char *name = g_strdup_printf ("Pictures/bar-%u-%u.png", steps, (guint) (width * 10 + 0.5));
  g_autofree char *frame = g_strdup_printf ("Bar%u", ++self->n_bars);

  if (g_hash_table_add (self->picture_names, g_strdup (name)))
    take_picture (self, g_strdup (name), "image/png", draw_bar (self, (double) steps / BAR_STEPS, width));
  start_frame (self, frame, "Bar", width, BAR_HEIGHT);
  kompass_odt_xml_length (self->body, "svg:y", -(BAR_RISE + BAR_HEIGHT / 2));
  kompass_odt_xml_attribute (self->body, "loext:decorative", "true");
  write_image (self, name);
  kompass_odt_xml_end (self->body);
  /* A line with nothing but a picture is as high as that, and not as the figures beside it. */
  kompass_odt_xml_words (self->body, ZERO_WIDTH_SPACE);
}

/* Cairo 1.16 gives the outermost group a number that counts the surfaces of the process, so that no two files would be
 * equal. */
static GBytes *
remove_surface_number (GByteArray *bytes)
{
  g_autoptr (GRegex) number = g_regex_new (" id=\"surface[0-9]+\"", 0, 0, NULL);
  char *text = g_regex_replace_literal (number, (const char *) bytes->data, (gssize) bytes->len, 0, "", 0, NULL);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
draw_profile_as_svg (KompassOdt *self,
                     double      size)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, size, size);
  cairo_t *cr = cairo_create (surface);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cairo_translate (cr, size / 2, size / 2);
  kompass_page_cover_draw_profile (self->document, cr, size - PROFILE_MARGIN, self->setup->greyscale);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return remove_surface_number (bytes);
}

static GBytes *
draw_profile_as_png (KompassOdt *self,
                     double      size)
{
  cairo_t *cr = start_image (size, size, PROFILE_SCALE);

  cairo_translate (cr, size / 2, size / 2);
  kompass_page_cover_draw_profile (self->document, cr, size - PROFILE_MARGIN, self->setup->greyscale);

  return end_image (cr);
}

/* The ornament of the first page. */
void
kompass_odt_write_profile (KompassOdt *self,
                           double      size)
{
  static const char drawing[] = "Pictures/profile.svg";
  static const char image[] = "Pictures/profile.png";

  take_picture (self, g_strdup (drawing), "image/svg+xml", draw_profile_as_svg (self, size));
  take_picture (self, g_strdup (image), "image/png", draw_profile_as_png (self, size));
  start_frame (self, "Profile", "Picture", size, size);
  kompass_odt_xml_attribute (self->body, "loext:decorative", "true");
  write_image (self, drawing);
  write_image (self, image);
  kompass_odt_xml_end (self->body);
}
