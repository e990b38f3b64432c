/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page of a report for word processors: whose evaluation it is, its profile as an ornament, and at the foot the
 * total and how it came about, as on the cover of the pages. */
#include "kompass-odt-private.h"

/* Lengths in points. */
#define GAP 20.0
#define SMALLEST_PICTURE 120.0
#define LARGEST_PICTURE 330.0

/* Word processors measure lines a little otherwise, and another font may stand in: the foot has so much room to move. */
#define SLACK 22.0

/* A title higher than this is written smaller. */
#define HIGHEST_TITLE 180.0

static gboolean
is_empty (const char *words)
{
  return words == NULL || *words == '\0';
}

static double
get_height (KompassOdt           *self,
            KompassPageTextStyle  style,
            const char           *words,
            double                width,
            double                factor)
{
  g_autoptr (KompassPageText) text = NULL;

  if (is_empty (words))
    return 0;
  text = kompass_page_text_new_plain (self->fonts, style, words, width, PANGO_ALIGN_LEFT);
  kompass_page_text_scale (text, factor);

  return kompass_page_text_get_height (text);
}

/* A long name is smaller, and so is one with a long word. */
static double
choose_title_factor (KompassOdt *self)
{
  static const double factors[] = { 1, 0.8, 0.65, 0.5 };
  const char *title = self->document->cover.title;
  guint i = 0;

  for (; i + 1 < G_N_ELEMENTS (factors); i++)
    {
      g_autoptr (KompassPageText) text = kompass_page_text_new_plain (self->fonts, KOMPASS_PAGE_TEXT_COVER_TITLE, title,
                                                                      self->width, PANGO_ALIGN_LEFT);

      kompass_page_text_scale (text, factors[i]);
      if (kompass_page_text_get_least (text) <= self->width && kompass_page_text_get_height (text) < HIGHEST_TITLE)
        break;
    }

  return factors[i];
}

static double
get_head_height (KompassOdt *self,
                 double      factor)
{
  const KompassCover *cover = &self->document->cover;

  return get_height (self, KOMPASS_PAGE_TEXT_COVER_OVER, cover->over, self->width, 1) + GAP / 2 +
         get_height (self, KOMPASS_PAGE_TEXT_COVER_TITLE, cover->title, self->width, factor) +
         get_height (self, KOMPASS_PAGE_TEXT_COVER_SUBTITLE, cover->subtitle, self->width, 1);
}

static gboolean
has_foot (const KompassCover *cover)
{
  return !is_empty (cover->total) || (cover->lines != NULL && *cover->lines != NULL);
}

static double
get_foot_height (KompassOdt *self)
{
  const KompassCover *cover = &self->document->cover;
  double column = self->width / 2;
  double total = get_height (self, KOMPASS_PAGE_TEXT_COVER_TOTAL, cover->total, column, 1) +
                 get_height (self, KOMPASS_PAGE_TEXT_COVER_OUT_OF, cover->out_of, column, 1) +
                 get_height (self, KOMPASS_PAGE_TEXT_COVER_PART, cover->part, column, 1);
  double lines = 0;

  for (char **line = cover->lines; line != NULL && *line != NULL; line++)
    lines += get_height (self, KOMPASS_PAGE_TEXT_COVER_LINE, *line, column, 1);

  return has_foot (cover) ? MAX (total, lines) + GAP : 0;
}

/* Styles of this page alone: the first paragraph asks for the first page's layout. */
static void
write_styles (KompassOdt *self,
              double      factor,
              double      above,
              double      below)
{
  double size = kompass_page_text_style_get_look (KOMPASS_PAGE_TEXT_COVER_TITLE)->size * factor;

  kompass_odt_xml_empty (self->styles, "style:style",
                         "style:name", "CoverStart",
                         "style:family", "paragraph",
                         "style:parent-style-name", "Cover_20_over",
                         "style:master-page-name", "First_20_Page",
                         NULL);

  kompass_odt_xml_start (self->styles, "style:style",
                         "style:name", "CoverTitle",
                         "style:family", "paragraph",
                         "style:parent-style-name", "Title",
                         NULL);
  kompass_odt_xml_start (self->styles, "style:text-properties", NULL);
  kompass_odt_xml_length (self->styles, "fo:font-size", size);
  kompass_odt_xml_end (self->styles);
  kompass_odt_xml_end (self->styles);

  kompass_odt_xml_start (self->styles, "style:style",
                         "style:name", "CoverPicture",
                         "style:family", "paragraph",
                         "style:parent-style-name", "Standard",
                         NULL);
  kompass_odt_xml_start (self->styles, "style:paragraph-properties",
                         "fo:text-align", "right",
                         "fo:line-height", "100%",
                         NULL);
  kompass_odt_xml_length (self->styles, "fo:margin-top", above);
  kompass_odt_xml_length (self->styles, "fo:margin-bottom", below);
  kompass_odt_xml_end (self->styles);
  kompass_odt_xml_end (self->styles);
}

static void
write_if_any (KompassOdt *self,
              const char *style,
              const char *words)
{
  if (!is_empty (words))
    kompass_odt_write_plain (self, style, words);
}

static void
write_picture (KompassOdt *self,
               double      size)
{
  kompass_odt_xml_start (self->body, "text:p", "text:style-name", "CoverPicture", NULL);
  if (size > 0)
    kompass_odt_write_profile (self, size);
  kompass_odt_xml_end (self->body);
}

static void
write_foot (KompassOdt *self)
{
  const KompassCover *cover = &self->document->cover;
  double widths[] = { self->width / 2 + GAP / 2, self->width / 2 - GAP / 2 };

  kompass_odt_start_table (self, NULL, TRUE, widths, G_N_ELEMENTS (widths));
  kompass_odt_start_row (self, TRUE);
  kompass_odt_start_cell (self, "CellCover");
  kompass_odt_write_plain (self, "Cover_20_total", !is_empty (cover->total) ? cover->total : "–");
  write_if_any (self, "Cover_20_out_20_of", cover->out_of);
  write_if_any (self, "Cover_20_part", cover->part);
  kompass_odt_xml_end (self->body);
  kompass_odt_start_cell (self, "CellCover");
  for (char **line = cover->lines; line != NULL && *line != NULL; line++)
    kompass_odt_write_plain (self, "Cover_20_line", *line);
  if (cover->lines == NULL || *cover->lines == NULL)
    kompass_odt_write_plain (self, "Cover_20_line", "");
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
  kompass_odt_xml_end (self->body);
}

void
kompass_odt_write_cover (KompassOdt *self)
{
  const KompassCover *cover = &self->document->cover;
  double factor = choose_title_factor (self);
  double room = MAX (self->height - get_head_height (self, factor) - get_foot_height (self) - SLACK, 0);
  double size = MIN (MIN (room - 2 * GAP, self->width), LARGEST_PICTURE);

  if (size < SMALLEST_PICTURE || !kompass_page_cover_has_profile (self->document))
    size = 0;
  write_styles (self, factor, (room - size) / 2, (room - size) / 2);
  kompass_odt_write_plain (self, "CoverStart", !is_empty (cover->over) ? cover->over : "");
  write_if_any (self, "CoverTitle", cover->title);
  write_if_any (self, "Subtitle", cover->subtitle);
  write_picture (self, size);
  if (has_foot (cover))
    write_foot (self);
}
