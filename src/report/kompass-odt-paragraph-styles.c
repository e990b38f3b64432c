/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of paragraphs of a report for word processors. Sizes, leadings and inks are those of the pages. */
#include "kompass-odt-private.h"

#include <glib/gi18n-lib.h>

/* Leadings are distances of baselines in parts of the size; word processors count from the font's own, about this. */
#define OWN_LEADING 1.2

/* No line of text is longer, in points. */
#define LONGEST_MEASURE 440.0

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
  gboolean measured; /* lines are no longer than is read well */
  double indent;
  gboolean tab_at_end;
  const char *list;
} ParagraphStyle;

/* Parents stand before their children. */
static const ParagraphStyle paragraph_styles[] = {
  { .name = "Standard", .class = "text", .look = KOMPASS_PAGE_TEXT_BODY },
  { .name = "Text body", .parent = "Standard", .class = "text", .look = AS_PARENT, .below = 7, .hyphenated = TRUE,
    .measured = TRUE },
  { .name = "Heading", .parent = "Standard", .next = "Text body", .class = "text", .look = AS_PARENT, .with_next = TRUE },
  { .name = "Heading 1", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_1,
    .below = 6, .outline = 1, .with_next = TRUE, .new_page = TRUE },
  { .name = "Heading 2", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_2,
    .above = 8, .below = 6, .outline = 2, .with_next = TRUE },
  { .name = "Heading 3", .parent = "Heading", .next = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_HEADING_3,
    .above = 5, .below = 4, .outline = 3, .with_next = TRUE },
  /* Translators: name of a style in a word processor: the line under the title of a chapter */
  { .name = "Chapter line", .display = N_("Line under a title"), .parent = "Standard", .next = "Text body", .class = "text",
    .look = KOMPASS_PAGE_TEXT_SUBTITLE, .below = 12, .with_next = TRUE },
  /* Translators: name of a style in a word processor: what is to be known of figures */
  { .name = "Note", .display = N_("Note on figures"), .parent = "Text body", .class = "text", .look = KOMPASS_PAGE_TEXT_NOTE,
    .below = 6, .hyphenated = TRUE, .measured = TRUE },
  { .name = "List 1", .parent = "Text body", .class = "list", .look = AS_PARENT, .below = 3, .hyphenated = TRUE,
    .measured = TRUE, .indent = KOMPASS_ODT_LIST_INDENT, .list = "List 1" },
  { .name = "List 1 End", .parent = "List 1", .class = "list", .look = AS_PARENT, .below = 7, .hyphenated = TRUE,
    .measured = TRUE, .indent = KOMPASS_ODT_LIST_INDENT, .list = "List 1" },
  { .name = "Table Contents", .parent = "Standard", .class = "extra", .look = KOMPASS_PAGE_TEXT_CELL },
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
    .look = KOMPASS_PAGE_TEXT_FINDING, .below = 3, .hyphenated = TRUE, .indent = KOMPASS_ODT_FINDINGS_INDENT,
    .list = "Findings" },
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
  { .name = "Contents Heading", .parent = "Heading", .class = "index", .look = KOMPASS_PAGE_TEXT_HEADING_1, .below = 16,
    .with_next = TRUE, .new_page = TRUE },
  { .name = "Contents 1", .parent = "Standard", .class = "index", .look = KOMPASS_PAGE_TEXT_CONTENTS_1, .above = 9,
    .tab_at_end = TRUE },
  { .name = "Contents 2", .parent = "Standard", .class = "index", .look = KOMPASS_PAGE_TEXT_CONTENTS_2, .above = 2, .indent = 14,
    .tab_at_end = TRUE },
  /* Translators: name of a style in a word processor: above the title on the first page */
  { .name = "Cover over", .display = N_("Above the title"), .parent = "Standard", .next = "Title", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_OVER },
  { .name = "Title", .parent = "Heading", .next = "Subtitle", .class = "chapter", .look = KOMPASS_PAGE_TEXT_COVER_TITLE,
    .above = 15 },
  { .name = "Subtitle", .parent = "Heading", .next = "Cover line", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_SUBTITLE },
  /* Translators: name of a style in a word processor: the total on the first page */
  { .name = "Cover total", .display = N_("Total on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_TOTAL },
  /* Translators: name of a style in a word processor: "of 800 points" on the first page */
  { .name = "Cover out of", .display = N_("Under the total on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_OUT_OF },
  /* Translators: name of a style in a word processor: "5 of 45 questions scored" on the first page */
  { .name = "Cover part", .display = N_("What is scored, on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_PART },
  /* Translators: name of a style in a word processor: facts on the first page */
  { .name = "Cover line", .display = N_("Line on the first page"), .parent = "Standard", .class = "chapter",
    .look = KOMPASS_PAGE_TEXT_COVER_LINE },
};

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
  kompass_odt_add_for_all (xml, "fo:font-size", size);
  kompass_odt_add_for_all (xml, "fo:font-weight", look->weight == PANGO_WEIGHT_NORMAL ? "normal" : weight);
}

static void
write_tab (KompassOdt    *self,
           KompassOdtXml *xml,
           double         indent)
{
  kompass_odt_xml_start (xml, "style:tab-stops", NULL);
  kompass_odt_xml_start (xml, "style:tab-stop", "style:type", "right", NULL);
  kompass_odt_xml_length (xml, "style:position", self->width - indent);
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
  /* Margins of items stand before those of their list, so they are the same. */
  kompass_odt_xml_length (xml, "fo:margin-left", style->indent);
  kompass_odt_xml_length (xml, "fo:margin-right", style->measured ? MAX (self->width - LONGEST_MEASURE, 0) : 0);
  kompass_odt_xml_length (xml, "fo:text-indent", style->list != NULL ? -KOMPASS_ODT_BULLET : 0);
  if (style->look != AS_PARENT)
    {
      double leading = kompass_page_text_style_get_look (style->look)->leading / OWN_LEADING;
      g_autofree char *height = g_strdup_printf ("%u%%", (guint) (leading * 100 + 0.5));

      kompass_odt_xml_attribute (xml, "fo:line-height", height);
    }
  if (style->tab_at_end)
    write_tab (self, xml, style->indent);
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
      kompass_odt_xml_attribute (xml, "fo:hyphenation-remain-char-count", "4");
      kompass_odt_xml_attribute (xml, "fo:hyphenation-push-char-count", style->measured ? "4" : "5");
    }
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

void
kompass_odt_write_paragraph_styles (KompassOdt    *self,
                                    KompassOdtXml *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (paragraph_styles); i++)
    write_paragraph_style (self, xml, &paragraph_styles[i]);
}
