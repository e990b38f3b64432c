/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a report for word processors: the names that word processors know wherever there is one, so that who changes
 * "Heading 2" changes all of them. Sizes and inks are those of the pages. */
#include "kompass-odt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-palette.h"

/* Leadings are distances of baselines in parts of the size; word processors count from the font's own, about this. */
#define OWN_LEADING 1.2

/* How far items of lists stand from the edge. */
#define LIST_INDENT 14.0
#define FINDINGS_INDENT 10.0

/* For no look of its own. */
#define AS_PARENT KOMPASS_PAGE_N_TEXTS

typedef struct
{
  const char *name;
  const char *display; /* to be translated; NULL for a name that word processors know and translate themselves */
  const char *parent;
  const char *next;
  const char *class;
  KompassPageTextStyle look;
  double above;
  double below;
  guint outline;
  const char *alignment;
  gboolean with_next;
  gboolean new_page;
  gboolean hyphenated;
  gboolean tab_at_end;
  const char *list;
} ParagraphStyle;

/* Parents stand before their children. */
static const ParagraphStyle paragraph_styles[] = {
  { .name = "Standard", .class = "text", .look = KOMPASS_PAGE_TEXT_BODY },
  { .name = "Text body", .parent = "Standard", .class = "text", .look = AS_PARENT, .below = 7, .hyphenated = TRUE },
  { .name = "Heading", .parent = "Standard", .next = "Text body", .class = "text", .look = AS_PARENT, .with_next = TRUE },
  { .name = "Heading 1", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_1,
    .below = 5, .outline = 1, .with_next = TRUE, .new_page = TRUE },
  { .name = "Heading 2", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_2,
    .above = 15, .below = 4, .outline = 2, .with_next = TRUE },
  { .name = "Heading 3", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_3,
    .above = 11, .below = 3, .outline = 3, .with_next = TRUE },
  /* Translators: name of a style in a word processor: the line under the title of a chapter */
  { .name = "Chapter line", .display = N_("Line under a title"), .parent = "Standard", .next = "Text body", .class = "text",
    .look = KOMPASS_PAGE_TEXT_SUBTITLE, .below = 12, .with_next = TRUE },
  /* Translators: name of a style in a word processor: what is to be known of figures */
  { .name = "Note", .display = N_("Note on figures"), .parent = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_NOTE,
    .below = 5 },
  { .name = "List 1", .parent = "Text body", .class = "list", .look = AS_PARENT, .below = 3, .hyphenated = TRUE,
    .list = "List 1" },
  { .name = "Table Contents", .parent = "Standard", .class = "extra", .look = KOMPASS_PAGE_TEXT_CELL, .hyphenated = TRUE },
  { .name = "Table Heading", .parent = "Table Contents", .class = "extra", .look = KOMPASS_PAGE_TEXT_CELL_HEAD,
    .with_next = TRUE },
  /* Translators: name of a style in a word processor: figures in a table */
  { .name = "Table figures", .display = N_("Table figures"), .parent = "Table Contents", .class = "extra", .look = AS_PARENT,
    .alignment = "end" },
  /* Translators: name of a style in a word processor: headings over figures in a table */
  { .name = "Table figures heading", .display = N_("Table figures heading"), .parent = "Table Heading", .class = "extra",
    .look = AS_PARENT, .alignment = "end", .with_next = TRUE },
  /* Translators: name of a style in a word processor: words in the last row of a table */
  { .name = "Table total", .display = N_("Table total"), .parent = "Table Contents", .class = "extra",
    .look = KOMPASS_PAGE_TEXT_CELL_TOTAL },
  /* Translators: name of a style in a word processor: figures in the last row of a table */
  { .name = "Table total figures", .display = N_("Table total figures"), .parent = "Table total", .class = "extra",
    .look = AS_PARENT, .alignment = "end" },
  /* Translators: name of a style in a word processor: heading over one of the three lists */
  { .name = "Findings title", .display = N_("Findings title"), .parent = "Table Contents", .next = "Findings item",
    .class = "extra", .look = KOMPASS_PAGE_TEXT_FINDING_TITLE, .with_next = TRUE },
  /* Translators: name of a style in a word processor: item of one of the three lists */
  { .name = "Findings item", .display = N_("Findings item"), .parent = "Table Contents", .class = "extra",
    .look = KOMPASS_PAGE_TEXT_FINDING, .below = 3, .hyphenated = TRUE, .list = "Findings" },
  /* Translators: name of a style in a word processor: a large figure */
  { .name = "Result figure", .display = N_("Result"), .parent = "Standard", .class = "text", .look = KOMPASS_PAGE_TEXT_BIG },
  /* Translators: name of a style in a word processor: what stands beside a large figure */
  { .name = "Result line", .display = N_("Beside a result"), .parent = "Standard", .class = "text",
    .look = KOMPASS_PAGE_TEXT_BESIDE_BIG },
  { .name = "Figure", .parent = "Standard", .next = "Caption", .class = "extra", .look = AS_PARENT, .above = 6,
    .alignment = "center", .with_next = TRUE },
  { .name = "Caption", .parent = "Standard", .next = "Text body", .class = "extra", .look = KOMPASS_PAGE_TEXT_CAPTION,
    .above = 4, .below = 12, .alignment = "center" },
  { .name = "Header", .parent = "Standard", .class = "extra", .look = KOMPASS_PAGE_TEXT_RUNNING, .tab_at_end = TRUE },
  { .name = "Footer", .parent = "Standard", .class = "extra", .look = KOMPASS_PAGE_TEXT_RUNNING, .tab_at_end = TRUE },
  { .name = "Contents Heading", .parent = "Heading", .class = "index", .look = KOMPASS_PAGE_TEXT_HEADING_1, .below = 14,
    .with_next = TRUE, .new_page = TRUE },
  { .name = "Contents 1", .parent = "Standard", .class = "index", .look = KOMPASS_PAGE_TEXT_CONTENTS_1, .above = 7,
    .tab_at_end = TRUE },
  { .name = "Contents 2", .parent = "Standard", .class = "index", .look = KOMPASS_PAGE_TEXT_CONTENTS_2, .tab_at_end = TRUE },
  /* Translators: name of a style in a word processor: above the title on the first page */
  { .name = "Cover over", .display = N_("Above the title"), .parent = "Standard", .next = "Title", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_OVER },
  { .name = "Title", .parent = "Heading", .next = "Subtitle", .class = "chapter", .look = KOMPASS_PAGE_TEXT_COVER_TITLE },
  { .name = "Subtitle", .parent = "Heading", .next = "Cover line", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_SUBTITLE },
  /* Translators: name of a style in a word processor: the total on the first page */
  { .name = "Cover total", .display = N_("Total on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_TOTAL },
  /* Translators: name of a style in a word processor: "of 800 points" on the first page */
  { .name = "Cover out of", .display = N_("Under the total on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_OUT_OF },
  /* Translators: name of a style in a word processor: facts on the first page */
  { .name = "Cover line", .display = N_("Line on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_LINE },
};

static const struct
{
  const char *language;
  const char *country;
} countries[] = { { "sv", "SE" }, { "en", "GB" }, { "nb", "NO" }, { "nn", "NO" }, { "da", "DK" }, { "fi", "FI" } };

static guint
to_byte (double part)
{
  return (guint) (part * 255 + 0.5);
}

static char *
format_color (KompassOdt *self,
              guint       role)
{
  KompassChartColor color = kompass_chart_palette_get (KOMPASS_CHART_LIGHT, role, self->setup->greyscale);

  return g_strdup_printf ("#%02x%02x%02x", to_byte (color.red), to_byte (color.green), to_byte (color.blue));
}

/* Writes an attribute for Latin letters and its twins for those of Asia and of languages that are written from the right. */
static void
add_for_all (KompassOdtXml *xml,
             const char    *name,
             const char    *value)
{
  static const struct
  {
    const char *name;
    const char *asian;
    const char *complex;
  } twins[] = {
    { "fo:font-size", "style:font-size-asian", "style:font-size-complex" },
    { "fo:font-weight", "style:font-weight-asian", "style:font-weight-complex" },
    { "fo:font-style", "style:font-style-asian", "style:font-style-complex" },
    { "style:font-name", "style:font-name-asian", "style:font-name-complex" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if (strcmp (twins[i].name, name) == 0)
      {
        kompass_odt_xml_attribute (xml, name, value);
        kompass_odt_xml_attribute (xml, twins[i].asian, value);
        kompass_odt_xml_attribute (xml, twins[i].complex, value);
      }
}

static void
write_look (KompassOdt           *self,
            KompassOdtXml        *xml,
            KompassPageTextStyle  style)
{
  const KompassPageTextLook *look = kompass_page_text_style_get_look (style);
  g_autofree char *size = g_strdup_printf ("%u.%upt", (guint) look->size, (guint) (look->size * 10 + 0.5) % 10);
  g_autofree char *weight = g_strdup_printf ("%d", look->weight);

  kompass_odt_xml_start (xml, "style:text-properties", NULL);
  kompass_odt_add_color (self, xml, "fo:color", look->role);
  add_for_all (xml, "fo:font-size", size);
  add_for_all (xml, "fo:font-weight", look->weight == PANGO_WEIGHT_NORMAL ? "normal" : weight);
}

static void
write_tab (KompassOdt    *self,
           KompassOdtXml *xml)
{
  kompass_odt_xml_start (xml, "style:tab-stops", NULL);
  kompass_odt_xml_start (xml, "style:tab-stop", "style:type", "right", NULL);
  kompass_odt_xml_length (xml, "style:position", self->width);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

static void
write_paragraph_properties (KompassOdt           *self,
                            KompassOdtXml        *xml,
                            const ParagraphStyle *style)
{
  kompass_odt_xml_start (xml, "style:paragraph-properties",
                         "fo:text-align", style->alignment,
                         "fo:keep-with-next", style->with_next ? "always" : "auto",
                         "fo:break-before", style->new_page ? "page" : NULL,
                         "fo:orphans", "2",
                         "fo:widows", "2",
                         NULL);
  kompass_odt_xml_length (xml, "fo:margin-top", style->above);
  kompass_odt_xml_length (xml, "fo:margin-bottom", style->below);
  if (style->look != AS_PARENT)
    {
      double leading = kompass_page_text_style_get_look (style->look)->leading / OWN_LEADING;
      g_autofree char *height = g_strdup_printf ("%u%%", (guint) (leading * 100 + 0.5));

      kompass_odt_xml_attribute (xml, "fo:line-height", height);
    }
  if (style->tab_at_end)
    write_tab (self, xml);
  kompass_odt_xml_end (xml);
}

static void
write_paragraph_style (KompassOdt           *self,
                       KompassOdtXml        *xml,
                       const ParagraphStyle *style)
{
  g_autofree char *name = kompass_odt_name_style (style->name);
  g_autofree char *parent = style->parent != NULL ? kompass_odt_name_style (style->parent) : NULL;
  g_autofree char *next = style->next != NULL ? kompass_odt_name_style (style->next) : NULL;
  g_autofree char *list = style->list != NULL ? kompass_odt_name_style (style->list) : NULL;
  g_autofree char *outline = style->outline > 0 ? g_strdup_printf ("%u", style->outline) : NULL;

  kompass_odt_xml_start (xml, "style:style",
                         "style:name", name,
                         "style:display-name", style->display != NULL ? _(style->display) : style->name,
                         "style:family", "paragraph",
                         "style:parent-style-name", parent,
                         "style:next-style-name", next,
                         "style:default-outline-level", outline,
                         "style:list-style-name", list,
                         "style:class", style->class,
                         NULL);
  write_paragraph_properties (self, xml, style);
  if (style->look != AS_PARENT)
    write_look (self, xml, style->look);
  else
    kompass_odt_xml_start (xml, "style:text-properties", NULL);
  kompass_odt_xml_attribute (xml, "fo:hyphenate", style->hyphenated ? "true" : "false");
  if (style->hyphenated)
    {
      kompass_odt_xml_attribute (xml, "fo:hyphenation-remain-char-count", "3");
      kompass_odt_xml_attribute (xml, "fo:hyphenation-push-char-count", "3");
    }
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

/* Styles of words */

static void
start_text_style (KompassOdtXml *xml,
                  const char    *name,
                  const char    *display)
{
  g_autofree char *encoded = kompass_odt_name_style (name);

  kompass_odt_xml_start (xml, "style:style",
                         "style:name", encoded,
                         "style:display-name", display,
                         "style:family", "text",
                         NULL);
  kompass_odt_xml_start (xml, "style:text-properties", NULL);
}

static void
end_text_style (KompassOdtXml *xml)
{
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

static void
write_text_styles (KompassOdt    *self,
                   KompassOdtXml *xml)
{
  start_text_style (xml, "Strong Emphasis", "Strong Emphasis");
  add_for_all (xml, "fo:font-weight", "bold");
  end_text_style (xml);
  start_text_style (xml, "Emphasis", "Emphasis");
  add_for_all (xml, "fo:font-style", "italic");
  end_text_style (xml);
  /* Translators: name of a style in a word processor: words in a lighter ink */
  start_text_style (xml, "Quiet", _("In passing"));
  kompass_odt_add_color (self, xml, "fo:color", KOMPASS_CHART_ROLE_SECONDARY);
  end_text_style (xml);
  start_text_style (xml, "Internet link", "Internet link");
  kompass_odt_add_color (self, xml, "fo:color", KOMPASS_CHART_ROLE_SERIES);
  kompass_odt_xml_attribute (xml, "style:text-underline-style", "solid");
  end_text_style (xml);
  start_text_style (xml, "Index Link", "Index Link");
  end_text_style (xml);
}

static void
write_list_style (KompassOdtXml *xml,
                  const char    *name,
                  const char    *display,
                  double         indent)
{
  g_autofree char *encoded = kompass_odt_name_style (name);

  kompass_odt_xml_start (xml, "text:list-style", "style:name", encoded, "style:display-name", display, NULL);
  for (guint level = 1; level <= 3; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level);

      kompass_odt_xml_start (xml, "text:list-level-style-bullet", "text:level", number, "text:bullet-char", "•", NULL);
      kompass_odt_xml_start (xml, "style:list-level-properties",
                             "text:list-level-position-and-space-mode", "label-alignment", NULL);
      kompass_odt_xml_start (xml, "style:list-level-label-alignment", "text:label-followed-by", "listtab", NULL);
      kompass_odt_xml_length (xml, "text:list-tab-stop-position", indent * level);
      kompass_odt_xml_length (xml, "fo:text-indent", -indent);
      kompass_odt_xml_length (xml, "fo:margin-left", indent * level);
      kompass_odt_xml_end (xml);
      kompass_odt_xml_end (xml);
      kompass_odt_xml_end (xml);
    }
  kompass_odt_xml_end (xml);
}

/* Headings have levels, and no numbers of their own: an area's is part of its name. */
static void
write_outline_style (KompassOdtXml *xml)
{
  kompass_odt_xml_start (xml, "text:outline-style", "style:name", "Outline", NULL);
  for (guint level = 1; level <= 10; level++)
    {
      g_autofree char *number = g_strdup_printf ("%u", level);

      kompass_odt_xml_empty (xml, "text:outline-level-style", "text:level", number, "style:num-format", "", NULL);
    }
  kompass_odt_xml_end (xml);
}

static void
write_default_styles (KompassOdt    *self,
                      KompassOdtXml *xml)
{
  g_autofree char *family = kompass_odt_get_family (self);
  const char *language;
  const char *country;

  kompass_odt_get_locale (self, &language, &country);
  kompass_odt_xml_start (xml, "style:default-style", "style:family", "paragraph", NULL);
  kompass_odt_xml_empty (xml, "style:paragraph-properties",
                         "style:writing-mode", "page",
                         "style:tab-stop-distance", "35pt",
                         "style:line-break", "strict",
                         NULL);
  kompass_odt_xml_start (xml, "style:text-properties", NULL);
  add_for_all (xml, "style:font-name", family);
  kompass_odt_xml_attribute (xml, "fo:language", language);
  kompass_odt_xml_attribute (xml, "fo:country", country);
  kompass_odt_xml_attribute (xml, "style:letter-kerning", "true");
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);

  kompass_odt_xml_start (xml, "style:default-style", "style:family", "table", NULL);
  kompass_odt_xml_empty (xml, "style:table-properties", "table:border-model", "collapsing", NULL);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "style:default-style", "style:family", "table-row", NULL);
  kompass_odt_xml_empty (xml, "style:table-row-properties", "fo:keep-together", "auto", NULL);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "style:default-style", "style:family", "graphic", NULL);
  kompass_odt_xml_end (xml);
}

/* Public functions */

void
kompass_odt_add_color (KompassOdt    *self,
                       KompassOdtXml *xml,
                       const char    *attribute,
                       guint          role)
{
  g_autofree char *color = format_color (self, role);

  kompass_odt_xml_attribute (xml, attribute, color);
}

char *
kompass_odt_format_border (KompassOdt *self,
                           double      width,
                           guint       role)
{
  g_autofree char *color = format_color (self, role);

  return g_strdup_printf ("%u.%02upt solid %s", (guint) width, (guint) (width * 100 + 0.5) % 100, color);
}

/* Names of styles are those that are shown, with what XML names cannot hold between underscores. */
char *
kompass_odt_name_style (const char *display)
{
  g_auto (GStrv) words = g_strsplit (display, " ", -1);

  return g_strjoinv ("_20_", words);
}

/* Word processors check the spelling of a language in a country. */
void
kompass_odt_get_locale (KompassOdt  *self,
                        const char **language,
                        const char **country)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_has_prefix (self->document->language, countries[i].language) &&
        strchr ("-_", self->document->language[strlen (countries[i].language)]) != NULL)
      {
        *language = countries[i].language;
        *country = countries[i].country;
        return;
      }
  *language = self->document->language;
  *country = "none";
}

char *
kompass_odt_get_family (KompassOdt *self)
{
  g_auto (GStrv) families = g_strsplit (self->setup->font != NULL ? self->setup->font : "Sans", ",", 2);

  return g_strdup (g_strstrip (families[0]));
}

void
kompass_odt_write_fonts (KompassOdt    *self,
                         KompassOdtXml *xml)
{
  g_autofree char *family = kompass_odt_get_family (self);
  g_autofree char *quoted = g_strdup_printf ("'%s'", family);

  kompass_odt_xml_start (xml, "office:font-face-decls", NULL);
  kompass_odt_xml_empty (xml, "style:font-face",
                         "style:name", family,
                         "svg:font-family", quoted,
                         "style:font-family-generic", "swiss",
                         "style:font-pitch", "variable",
                         NULL);
  kompass_odt_xml_end (xml);
}

GBytes *
kompass_odt_create_styles (KompassOdt *self)
{
  g_autoptr (KompassOdtXml) xml = kompass_odt_xml_new_document ("office:document-styles");

  kompass_odt_write_fonts (self, xml);
  kompass_odt_xml_start (xml, "office:styles", NULL);
  write_default_styles (self, xml);
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    write_paragraph_style (self, xml, &paragraph_styles[i]);
  write_text_styles (self, xml);
  write_outline_style (xml);
  write_list_style (xml, "List 1", "List 1", LIST_INDENT);
  /* Translators: name of a style in a word processor: the three lists */
  write_list_style (xml, "Findings", _("Findings"), FINDINGS_INDENT);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "office:automatic-styles", NULL);
  kompass_odt_write_page_layouts (self, xml);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "office:master-styles", NULL);
  kompass_odt_write_master_pages (self, xml);

  return kompass_odt_xml_finish (xml);
}
