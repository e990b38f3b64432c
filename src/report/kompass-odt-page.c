/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a report for word processors: size and margins, running head and foot. The first page has neither. */
#include "kompass-odt-private.h"

#include "kompass-chart-palette.h"

/* From the edge of the sheet to the running head and foot, in points; from the rule under the head to the text, and from the
 * text to the foot, there is what is left of the margins. */
#define HEAD_EDGE 50.0
#define HEAD_HEIGHT 19.0
#define FOOT_EDGE 34.0
#define FOOT_HEIGHT 13.0

static void
start_layout (KompassOdt    *self,
              KompassOdtXml *xml,
              const char    *name,
              double         top,
              double         bottom)
{
  const KompassPageSetup *setup = self->setup;

  kompass_odt_xml_start (xml, "style:page-layout", "style:name", name, NULL);
  kompass_odt_xml_start (xml, "style:page-layout-properties",
                         "style:print-orientation", setup->width > setup->height ? "landscape" : "portrait",
                         "style:num-format", "1",
                         "style:writing-mode", "lr-tb",
                         NULL);
  kompass_odt_xml_length (xml, "fo:page-width", setup->width);
  kompass_odt_xml_length (xml, "fo:page-height", setup->height);
  kompass_odt_xml_length (xml, "fo:margin-top", top);
  kompass_odt_xml_length (xml, "fo:margin-right", setup->right);
  kompass_odt_xml_length (xml, "fo:margin-bottom", bottom);
  kompass_odt_xml_length (xml, "fo:margin-left", setup->left);
  kompass_odt_xml_end (xml);
}

static void
write_running_style (KompassOdt    *self,
                     KompassOdtXml *xml,
                     const char    *element,
                     double         height,
                     const char    *side,
                     double         distance)
{
  kompass_odt_xml_start (xml, element, NULL);
  kompass_odt_xml_start (xml, "style:header-footer-properties", "style:dynamic-spacing", "false", NULL);
  kompass_odt_xml_length (xml, "fo:min-height", height + distance);
  kompass_odt_xml_length (xml, side, distance);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

/* The rule under the running head belongs to its paragraph. */
static void
write_head_paragraph_style (KompassOdt    *self,
                            KompassOdtXml *xml)
{
  g_autofree char *border = kompass_odt_format_border (self, 0.5, KOMPASS_CHART_ROLE_FRAME);

  kompass_odt_xml_start (xml, "style:style",
                         "style:name", "RunningHead",
                         "style:family", "paragraph",
                         "style:parent-style-name", "Header",
                         NULL);
  kompass_odt_xml_start (xml, "style:paragraph-properties", "fo:border-bottom", border, NULL);
  kompass_odt_xml_length (xml, "fo:padding-bottom", 6);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
}

/* Automatic styles of the file of styles. */
void
kompass_odt_write_page_layouts (KompassOdt    *self,
                                KompassOdtXml *xml)
{
  const KompassPageSetup *setup = self->setup;
  double top = MIN (HEAD_EDGE, setup->top);
  double bottom = MIN (FOOT_EDGE, setup->bottom);

  write_head_paragraph_style (self, xml);
  start_layout (self, xml, "Pages", top, bottom);
  write_running_style (self, xml, "style:header-style", HEAD_HEIGHT, "fo:margin-bottom",
                       MAX (setup->top - top - HEAD_HEIGHT, 0));
  write_running_style (self, xml, "style:footer-style", FOOT_HEIGHT, "fo:margin-top",
                       MAX (setup->bottom - bottom - FOOT_HEIGHT, 0));
  kompass_odt_xml_end (xml);
  start_layout (self, xml, "FirstPage", setup->top, setup->bottom);
  kompass_odt_xml_end (xml);
}

/* The chapter in the running head and the number of the page are fields, so that they follow whoever goes on writing. */
void
kompass_odt_write_master_pages (KompassOdt    *self,
                                KompassOdtXml *xml)
{
  kompass_odt_xml_start (xml, "style:master-page",
                         "style:name", "Standard",
                         "style:page-layout-name", "Pages",
                         NULL);
  kompass_odt_xml_start (xml, "style:header", NULL);
  kompass_odt_xml_start (xml, "text:p", "text:style-name", "RunningHead", NULL);
  kompass_odt_xml_words (xml, self->document->head);
  kompass_odt_xml_words (xml, "\t");
  kompass_odt_xml_empty (xml, "text:chapter", "text:display", "name", "text:outline-level", "1", NULL);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);

  kompass_odt_xml_start (xml, "style:footer", NULL);
  kompass_odt_xml_start (xml, "text:p", "text:style-name", "Footer", NULL);
  kompass_odt_xml_words (xml, self->document->foot);
  kompass_odt_xml_words (xml, "\t");
  kompass_odt_xml_start (xml, "text:page-number", "text:select-page", "current", NULL);
  kompass_odt_xml_words (xml, "1");
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_end (xml);

  kompass_odt_xml_empty (xml, "style:master-page",
                         "style:name", "First_20_Page",
                         "style:display-name", "First Page",
                         "style:page-layout-name", "FirstPage",
                         "style:next-style-name", "Standard",
                         NULL);
}
