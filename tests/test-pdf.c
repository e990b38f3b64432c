/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests how a PDF drawn by cairo is tagged and finished, with pages drawn by hand. */

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "kompass-chart-builder.h"
#include "kompass-pdf-finish.h"
#include "kompass-test-pdf.h"

#define WIDTH 595
#define HEIGHT 842

typedef struct
{
  GByteArray *drawn;
  cairo_surface_t *surface;
  cairo_t *cr;
  KompassPageTags *tags;
} Sheets;

typedef void (*DrawFunc) (Sheets *sheets);

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
sheets_init (Sheets *self)
{
  self->drawn = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->drawn, WIDTH, HEIGHT);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  self->cr = cairo_create (self->surface);
  self->tags = kompass_page_tags_new (self->cr);
}

static void
sheets_clear (Sheets *self)
{
  kompass_page_tags_free (self->tags);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->drawn);
}

static void
turn (Sheets *self)
{
  cairo_show_page (self->cr);
  kompass_page_tags_turn (self->tags);
}

static GBytes *
finish (DrawFunc   draw,
        GDateTime *time)
{
  const KompassPdfMetadata metadata = {
    .title = "Öppenhet (2011) \\ <&>",
    .language = "sv",
    .author = "Å & Ä",
    .subject = "Be\001llyst",
    .keywords = "",
    .creator = "Test 1",
    .producer = "cairo",
    .time = time,
  };
  Sheets sheets;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  sheets_init (&sheets);
  draw (&sheets);
  cairo_surface_finish (sheets.surface);
  g_assert_cmpint (cairo_surface_status (sheets.surface), ==, CAIRO_STATUS_SUCCESS);
  bytes = kompass_pdf_finish (sheets.drawn->data, sheets.drawn->len, sheets.tags, HEIGHT, &metadata, &error);
  g_assert_no_error (error);
  sheets_clear (&sheets);
  return bytes;
}

static GBytes *
create (DrawFunc draw)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);

  return finish (draw, time);
}

static void
draw_text (Sheets     *self,
           const char *text,
           double      y)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 11");

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->cr, 50, y);
  pango_cairo_show_layout (self->cr, layout);
  g_object_unref (layout);
}

static void
draw_piece (Sheets                *self,
            KompassPageTag         tag,
            const KompassTagAbout *about,
            const char            *text,
            double                 y)
{
  kompass_page_tags_begin (self->tags, tag, about);
  draw_text (self, text, y);
  kompass_page_tags_end (self->tags, tag);
}

/* Structure */

static void
begin_cell (Sheets *self,
            guint   row,
            guint   cell)
{
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE, &(KompassTagAbout){ .piece = 7 });
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE_ROW, &(KompassTagAbout){ .piece = row });
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_TABLE_CELL, &(KompassTagAbout){ .piece = cell });
}

static void
end_cell (Sheets *self)
{
  kompass_page_tags_end (self->tags, KOMPASS_TAG_TABLE_CELL);
  kompass_page_tags_end (self->tags, KOMPASS_TAG_TABLE_ROW);
  kompass_page_tags_end (self->tags, KOMPASS_TAG_TABLE);
}

static void
draw_structure (Sheets *self)
{
  const KompassTagAbout column = { .scope = KOMPASS_TAG_SCOPE_COLUMN };
  const KompassTagAbout row = { .scope = KOMPASS_TAG_SCOPE_ROW, .language = "en" };
  const KompassTagAbout figure = { .alt = "En ruta, blå" };

  draw_text (self, "Ett löpande huvud", 20);
  draw_piece (self, KOMPASS_TAG_HEADING_1, NULL, "Öppenhet", 50);
  draw_piece (self, KOMPASS_TAG_TABLE_HEADER, &column, "Poäng", 70);
  draw_piece (self, KOMPASS_TAG_TABLE_HEADER, &row, "Sum", 90);
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_FIGURE, &figure);
  cairo_rectangle (self->cr, 50, 120, 50, 50);
  cairo_fill (self->cr);
  kompass_page_tags_end (self->tags, KOMPASS_TAG_FIGURE);
  draw_piece (self, KOMPASS_TAG_SPAN, &(KompassTagAbout){ .text = "pil" }, "→", 200);

  /* Two cells beside each other, both of which go on on the next page. */
  for (guint page = 0; page < 2; page++)
    {
      for (guint cell = 1; cell <= 2; cell++)
        {
          g_autofree char *text = g_strdup_printf ("Cell %u, del %u", cell, page + 1);

          begin_cell (self, 1, cell);
          draw_text (self, text, 300 + 20 * cell);
          end_cell (self);
        }
      turn (self);
    }
}

static void
test_structure (void)
{
  g_autoptr (GBytes) pdf = create (draw_structure);
  const char *const said[] = {
    "/S /H1", "/MarkInfo", "/Marked true", "/Scope /Column", "/Scope /Row", "/Lang (en)", "/ActualText (pil)",
    "/Alt <feff0045006e00200072007500740061002c0020", "/StructParents 1", "/Lang (sv)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_test_message ("%s", said[i]);
      g_assert_true (kompass_test_pdf_contains (pdf, said[i]));
    }
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Alt "), ==, 1);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /Table "), ==, 1);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /TR"), ==, 1);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /TD"), ==, 2);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Type /MCR"), ==, 2);
  /* Cairo's own tree is gone. */
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Type /StructTreeRoot"), ==, 1);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Type /StructElem"), ==, 1 + 5 + 1 + 1 + 2);
}

static void
test_reading_order (void)
{
  g_autoptr (GBytes) pdf = create (draw_structure);
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autofree char *path = kompass_test_pdf_write (folder, "structure.pdf", pdf);
  const char *const arguments[] = { "pdfinfo", "-struct-text", path, NULL };
  g_autofree char *output = kompass_test_pdf_run (arguments);
  const char *const order[] = { "Document", "H1", "Öppenhet", "TH", "/Scope /Column", "Poäng", "Figure", "Table", "TD",
                                "Cell 1, del 1", "Cell 1, del 2", "TD", "Cell 2, del 1", "Cell 2, del 2" };
  const char *at = output;

  kompass_test_pdf_remove_folder (folder);
  if (output == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
  g_assert_null (strstr (output, "löpande"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      g_assert_nonnull (at);
    }
}

static void
draw_hyphens (Sheets *self)
{
  draw_piece (self, KOMPASS_TAG_PARAGRAPH, NULL, "personal\302\255", 50);
  draw_piece (self, KOMPASS_TAG_PARAGRAPH, NULL, "chefs- och", 70);
  turn (self);
}

/* A hyphen is found as one, also where a word was broken before. */
static void
test_hyphens (void)
{
  g_autoptr (GBytes) pdf = create (draw_hyphens);
  g_autofree char *folder = kompass_test_pdf_make_folder ();
  g_autofree char *path = kompass_test_pdf_write (folder, "hyphens.pdf", pdf);
  const char *const arguments[] = { "pdftotext", path, "-", NULL };
  g_autofree char *output = kompass_test_pdf_run (arguments);

  kompass_test_pdf_remove_folder (folder);
  if (output == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (output, "chefs- och"));
  g_assert_null (strstr (output, "\302\255"));
}

/* What the order of begin and end would not allow in cairo: words of a paragraph before, in and after a link. */
static void
draw_mixed (Sheets *self)
{
  const KompassTagAbout link = { .target = "mailto:a@b.se", .alt = "Brev", .x = 50, .y = 70, .width = 40, .height = 12 };

  kompass_page_tags_begin (self->tags, KOMPASS_TAG_PARAGRAPH, NULL);
  draw_text (self, "före", 50);
  draw_piece (self, KOMPASS_TAG_LINK, &link, "länken", 70);
  draw_text (self, "efter", 90);
  kompass_page_tags_end (self->tags, KOMPASS_TAG_PARAGRAPH);
  turn (self);
}

static void
test_mixed (void)
{
  g_autoptr (GBytes) pdf = create (draw_mixed);

  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /P "), ==, 1);
  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/S /Link"), ==, 1);
  g_assert_true (kompass_test_pdf_contains (pdf, "/Contents (Brev)"));
  g_assert_true (kompass_test_pdf_contains (pdf, "/Rect [ 50 760 90 772 ]"));
  g_assert_true (kompass_test_pdf_contains (pdf, "/OBJR"));
}

/* Links */

static const struct
{
  const char *target;
  const char *written;   /* or NULL where there is to be no link */
} links[] = {
  { "#here", "/Dest [ " },
  { "#nowhere", NULL },
  { "#", NULL },
  { "", NULL },
  { "https://exempel.se/a?b=1&c=(2)#d", "/URI (https://exempel.se/a?b=1&c=\\(2\\)#d)" },
  { "HTTP://exempel.se/%20", "/URI (HTTP://exempel.se/%20)" },
  { "https://å.se/\n ", "/URI (https://%C3%A5.se/%0A%20)" },
  { "javascript:alert(1)", NULL },
  { "file:///etc/passwd", NULL },
};

static guint link_drawn;

static void
draw_link (Sheets *self)
{
  const KompassTagAbout link = { .target = links[link_drawn].target, .width = 50, .height = 12 };

  draw_piece (self, KOMPASS_TAG_LINK, &link, "länk", 50);
  turn (self);
  draw_piece (self, KOMPASS_TAG_PARAGRAPH, &(KompassTagAbout){ .anchor = "here", .y = 100 }, "hit", 100);
  turn (self);
}

static void
test_links (void)
{
  for (link_drawn = 0; link_drawn < G_N_ELEMENTS (links); link_drawn++)
    {
      g_autoptr (GBytes) pdf = create (draw_link);
      gboolean any = links[link_drawn].written != NULL;

      g_test_message ("%s", links[link_drawn].target);
      g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Subtype /Link"), ==, any);
      g_assert_true (!any || kompass_test_pdf_contains (pdf, links[link_drawn].written));
      g_assert_cmpuint (kompass_test_pdf_count (pdf, "/F 4"), ==, any);
    }
}

/* Words and numbers */

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } texts[] = {
    { "", "()" },
    { "a (b) \\c", "(a \\(b\\) \\\\c)" },
    { "å", "<FEFF00E5>" },
    { "\n", "<FEFF000A>" },
    { "😀", "<FEFFD83DDE00>" },
    { "\xff", "<FEFFFFFD>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      kompass_pdf_append_text (string, texts[i].text);
      g_assert_cmpstr (string->str, ==, texts[i].written);
    }
}

static void
test_number (void)
{
  static const struct
  {
    double number;
    const char *written;
  } numbers[] = {
    { 0, "0" }, { 12, "12" }, { 12.5, "12.5" }, { 12.345, "12.35" }, { -0.25, "-0.25" }, { -3, "-3" }, { 0.05, "0.05" },
    { 0.001, "0" }, { -0.001, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);

      kompass_pdf_append_number (string, numbers[i].number);
      g_assert_cmpstr (string->str, ==, numbers[i].written);
    }
}

/* Metadata */

static void
test_metadata (void)
{
  g_autoptr (GBytes) pdf = create (draw_mixed);
  const char *const said[] = {
    "/Title <feff00d60070", "/CreationDate (D:20110331120000Z)", "/ModDate (D:20110331120000Z)", "/Creator (Test 1)",
    "<xmp:CreateDate>2011-03-31T12:00:00Z</xmp:CreateDate>", "<xmp:CreatorTool>Test 1</xmp:CreatorTool>",
    "Öppenhet (2011) \\ &lt;&amp;&gt;", "Å &amp; Ä", "Be llyst", "<pdfaid:part>1</pdfaid:part>", "/DisplayDocTitle true",
    "<rdf:li>sv</rdf:li>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_test_message ("%s", said[i]);
      g_assert_true (kompass_test_pdf_contains (pdf, said[i]));
    }
  g_assert_false (kompass_test_pdf_contains (pdf, "Keywords"));
}

static void
test_no_time (void)
{
  g_autoptr (GBytes) pdf = finish (draw_mixed, NULL);

  g_assert_false (kompass_test_pdf_contains (pdf, "Date"));
}

/* Colours */

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static void
test_profile (void)
{
  g_autoptr (GBytes) pdf = create (draw_mixed);
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);
  const guint8 *profile = memmem (data, length, "acsp", 4);
  const guint8 *curve = NULL;
  guint32 size;

  g_assert_nonnull (profile);
  profile -= 36;
  size = read_number (profile);
  g_assert_cmpuint (read_number (profile + 128), ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      const guint8 *tag = profile + 132 + 12 * i;
      guint32 offset = read_number (tag + 4);

      g_assert_cmpuint (offset % 4, ==, 0);
      g_assert_cmpuint (offset + read_number (tag + 8), <=, size);
      if (memcmp (tag, "gTRC", 4) == 0)
        curve = profile + offset;
    }
  /* Half of the way is a fifth of the light. */
  g_assert_nonnull (curve);
  g_assert_cmpmem (curve, 4, "curv", 4);
  g_assert_cmpuint (read_number (curve + 8), ==, 1024);
  g_assert_cmpfloat_with_epsilon ((curve[12 + 2 * 512] << 8 | curve[13 + 2 * 512]) / 65535.0, 0.2146, 0.001);
  g_assert_cmpmem (profile + size, 10, "\nendstream", 10);
}

/* A picture through which one sees, as letters of emoji fonts are. */
static void
draw_picture (Sheets *self)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 16);
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgba (cr, 1, 0.5, 0, 0.5);
  cairo_arc (cr, 8, 8, 7, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  /* Nothing is drawn before it. */
  kompass_page_tags_begin (self->tags, KOMPASS_TAG_PARAGRAPH, NULL);
  cairo_set_source_surface (self->cr, picture, 100, 100);
  cairo_paint (self->cr);
  cairo_surface_destroy (picture);
  kompass_page_tags_end (self->tags, KOMPASS_TAG_PARAGRAPH);
  draw_mixed (self);
}

static void
test_picture (void)
{
  g_autoptr (GBytes) pdf = create (draw_picture);
  const guint8 orange[] = { 0xff, 0xbf, 0x7f };
  gsize length;
  const void *data = g_bytes_get_data (pdf, &length);

  g_assert_cmpuint (kompass_test_pdf_count (pdf, "/Subtype /Image"), ==, 1);
  g_assert_false (kompass_test_pdf_contains (pdf, "/SMask"));
  g_assert_nonnull (memmem (data, length, orange, sizeof orange));
}

/* Letters of many scripts, from fonts of all kinds. */
static void
draw_letters (Sheets *self)
{
  draw_text (self, "100 % Öppenhet − ≤ ◇ ﬁ Đőř", 100);
  draw_text (self, "Ελληνικά кириллица שלום عربي 漢字 😀👍🏽", 150);
  draw_mixed (self);
}

static void
draw_nothing (Sheets *self)
{
  turn (self);
}

static void
test_valid (void)
{
  static const struct
  {
    const char *name;
    DrawFunc draw;
  } cases[] = {
    { "structure.pdf", draw_structure }, { "mixed.pdf", draw_mixed },     { "link.pdf", draw_link },
    { "picture.pdf", draw_picture },     { "letters.pdf", draw_letters }, { "nothing.pdf", draw_nothing },
  };
  g_autofree char *folder = kompass_test_pdf_make_folder ();

  link_drawn = 0;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = create (cases[i].draw);
      g_autofree char *path = kompass_test_pdf_write (folder, cases[i].name, pdf);

      g_assert_nonnull (path);
    }
  kompass_test_pdf_validate (folder);
  kompass_test_pdf_remove_folder (folder);
}

/* The file */

static void
test_deterministic (void)
{
  g_autoptr (GBytes) one = create (draw_letters);
  g_autoptr (GBytes) other = create (draw_letters);
  g_autoptr (GDateTime) later = g_date_time_new_utc (2011, 4, 1, 12, 0, 0);
  g_autoptr (GBytes) third = finish (draw_letters, later);

  g_assert_true (g_bytes_equal (one, other));
  g_assert_false (g_bytes_equal (one, third));
}

static void
test_damaged (void)
{
  static const char *const damaged[] = { "", "%PDF-1.4\n", "This is no PDF.",
                                         "%PDF-1.4\n1 0 obj\n<<\nendobj\nstartxref\n99999\n%%EOF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;
      KompassPdfFile *file = kompass_pdf_file_new ((const guint8 *) damaged[i], strlen (damaged[i]), &error);

      g_assert_null (file);
      g_assert_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_FILE);
    }
}

static void
test_no_tags (void)
{
  kompass_page_tags_begin (NULL, KOMPASS_TAG_PARAGRAPH, NULL);
  kompass_page_tags_end (NULL, KOMPASS_TAG_PARAGRAPH);
  kompass_page_tags_turn (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/reading-order", test_reading_order);
  g_test_add_func ("/pdf/hyphens", test_hyphens);
  g_test_add_func ("/pdf/mixed", test_mixed);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/number", test_number);
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/no-time", test_no_time);
  g_test_add_func ("/pdf/profile", test_profile);
  g_test_add_func ("/pdf/picture", test_picture);
  g_test_add_func ("/pdf/valid", test_valid);
  g_test_add_func ("/pdf/deterministic", test_deterministic);
  g_test_add_func ("/pdf/damaged", test_damaged);
  g_test_add_func ("/pdf/no-tags", test_no_tags);

  return g_test_run ();
}
