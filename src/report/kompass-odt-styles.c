/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a report for word processors: the names that word processors know wherever there is one, so that who changes
 * "Heading 2" changes all of them. Sizes and inks are those of the pages. */
#include "kompass-odt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-palette.h"

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
  kompass_odt_add_for_all (xml, "fo:font-weight", "bold");
  end_text_style (xml);
  start_text_style (xml, "Emphasis", "Emphasis");
  kompass_odt_add_for_all (xml, "fo:font-style", "italic");
  end_text_style (xml);
  /* Translators: name of a style in a word processor: words in a lighter ink */
  start_text_style (xml, "Quiet", _("In passing"));
  kompass_odt_add_color (self, xml, "fo:color", KOMPASS_CHART_ROLE_SECONDARY);
  end_text_style (xml);
  start_text_style (xml, "Internet link", "Internet link");
  kompass_odt_add_color (self, xml, "fo:color", KOMPASS_CHART_ROLE_SERIES);
  kompass_odt_xml_attribute (xml, "style:text-underline-style", "solid");
  end_text_style (xml);
  start_text_style (xml, "Bullet Symbols", "Bullet Symbols");
  kompass_odt_add_color (self, xml, "fo:color", KOMPASS_CHART_ROLE_SERIES);
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

      kompass_odt_xml_start (xml, "text:list-level-style-bullet", "text:level", number,
                             "text:style-name", "Bullet_20_Symbols", "text:bullet-char", "•", NULL);
      kompass_odt_xml_start (xml, "style:list-level-properties",
                             "text:list-level-position-and-space-mode", "label-alignment", NULL);
      kompass_odt_xml_start (xml, "style:list-level-label-alignment", "text:label-followed-by", "listtab", NULL);
      kompass_odt_xml_length (xml, "text:list-tab-stop-position", indent * level);
      kompass_odt_xml_length (xml, "fo:text-indent", -KOMPASS_ODT_BULLET);
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
  kompass_odt_add_for_all (xml, "style:font-name", family);
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

/* Writes an attribute for Latin letters and its twins for those of Asia and of languages that are written from the right. */
void
kompass_odt_add_for_all (KompassOdtXml *xml,
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

/* Where the font is not installed, one that is on nearly every computer and is no wider stands in for it. */
void
kompass_odt_write_fonts (KompassOdt    *self,
                         KompassOdtXml *xml)
{
  g_autofree char *family = kompass_odt_get_family (self);
  g_autofree char *quoted = g_strdup_printf ("'%s', 'Liberation Sans', Arial", family);

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
  kompass_odt_write_paragraph_styles (self, xml);
  write_text_styles (self, xml);
  write_outline_style (xml);
  write_list_style (xml, "List 1", "List 1", KOMPASS_ODT_LIST_INDENT);
  /* Translators: name of a style in a word processor: the three lists */
  write_list_style (xml, "Findings", _("Findings"), KOMPASS_ODT_FINDINGS_INDENT);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "office:automatic-styles", NULL);
  kompass_odt_write_page_layouts (self, xml);
  kompass_odt_xml_end (xml);
  kompass_odt_xml_start (xml, "office:master-styles", NULL);
  kompass_odt_write_master_pages (self, xml);

  return kompass_odt_xml_finish (xml);
}
