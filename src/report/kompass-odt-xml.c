/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of OpenDocument files. Pieces are written apart and joined, because the styles of a file stand before the tables that
 * need them. */
#include "kompass-odt-xml.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

struct _KompassOdtXml
{
  GString *text;
  GPtrArray *open; /* names of the elements that are not ended, static strings */
  gboolean in_tag; /* attributes can still be added to the last of them */
};

static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xlink", "http://www.w3.org/1999/xlink" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
  { "loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" },
};

static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xfffe) || c > 0xffff;
}

static void
append_escaped (GString  *text,
                gunichar  c)
{
  switch (c)
    {
    case '&':
      g_string_append (text, "&amp;");
      break;
    case '<':
      g_string_append (text, "&lt;");
      break;
    case '>':
      g_string_append (text, "&gt;");
      break;
    case '"':
      g_string_append (text, "&quot;");
      break;
    default:
      g_string_append_unichar (text, is_allowed (c) ? c : REPLACEMENT);
    }
}

static void
append_attribute (KompassOdtXml *self,
                  const char    *name,
                  const char    *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_printf (self->text, " %s=\"", name);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped (self->text, g_utf8_get_char (p));
  g_string_append_c (self->text, '"');
}

static void
end_tag (KompassOdtXml *self)
{
  if (self->in_tag)
    g_string_append_c (self->text, '>');
  self->in_tag = FALSE;
}

static void
start (KompassOdtXml *self,
       const char    *element,
       va_list        attributes)
{
  const char *name;

  end_tag (self);
  g_string_append_printf (self->text, "<%s", element);
  g_ptr_array_add (self->open, (gpointer) element);
  self->in_tag = TRUE;
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value != NULL)
        append_attribute (self, name, value);
    }
}

/**
 * kompass_odt_xml_new:
 *
 * Returns: (transfer full): an empty piece
 */
KompassOdtXml *
kompass_odt_xml_new (void)
{
  KompassOdtXml *self = g_new0 (KompassOdtXml, 1);

  self->text = g_string_new (NULL);
  self->open = g_ptr_array_new ();

  return self;
}

/**
 * kompass_odt_xml_new_document:
 * @root: name of the root element, which has to live as long as the document
 *
 * Begins a file of an OpenDocument package: with its declaration, root element, version and all namespaces. The version is
 * 1.2, ISO/IEC 26300:2015, which every word processor in use reads.
 *
 * Returns: (transfer full): the document
 */
KompassOdtXml *
kompass_odt_xml_new_document (const char *root)
{
  KompassOdtXml *self = kompass_odt_xml_new ();

  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  kompass_odt_xml_start (self, root, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    g_string_append_printf (self->text, " xmlns:%s=\"%s\"", namespaces[i].prefix, namespaces[i].uri);
  g_string_append (self->text, " office:version=\"1.2\"");

  return self;
}

/**
 * kompass_odt_xml_start:
 * @self: a piece
 * @element: name of an element with its prefix, a static string
 * @...: names of attributes, each followed by its value or %NULL to leave it out; then %NULL
 *
 * Starts an element.
 */
void
kompass_odt_xml_start (KompassOdtXml *self,
                       const char    *element,
                       ...)
{
  va_list attributes;

  va_start (attributes, element);
  start (self, element, attributes);
  va_end (attributes);
}

/**
 * kompass_odt_xml_end:
 * @self: a piece
 *
 * Ends the element that was started last.
 */
void
kompass_odt_xml_end (KompassOdtXml *self)
{
  const char *element = g_ptr_array_steal_index (self->open, self->open->len - 1);

  if (self->in_tag)
    g_string_append (self->text, "/>");
  else
    g_string_append_printf (self->text, "</%s>", element);
  self->in_tag = FALSE;
}

/**
 * kompass_odt_xml_empty:
 * @self: a piece
 * @element: name of an element with its prefix
 * @...: as for kompass_odt_xml_start()
 *
 * Writes an element without content.
 */
void
kompass_odt_xml_empty (KompassOdtXml *self,
                       const char    *element,
                       ...)
{
  va_list attributes;

  va_start (attributes, element);
  start (self, element, attributes);
  va_end (attributes);
  kompass_odt_xml_end (self);
}

/**
 * kompass_odt_xml_attribute:
 * @self: a piece
 * @attribute: name of an attribute
 * @value: its value
 *
 * Adds an attribute to the element that was just started.
 */
void
kompass_odt_xml_attribute (KompassOdtXml *self,
                           const char    *attribute,
                           const char    *value)
{
  g_return_if_fail (self->in_tag);

  append_attribute (self, attribute, value);
}

/**
 * kompass_odt_xml_length:
 * @self: a piece
 * @attribute: name of an attribute
 * @points: its value
 *
 * Adds an attribute to the element that was just started.
 */
void
kompass_odt_xml_length (KompassOdtXml *self,
                        const char    *attribute,
                        double         points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = NULL;

  g_return_if_fail (self->in_tag);

  value = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", points), "pt", NULL);
  append_attribute (self, attribute, value);
}

/**
 * kompass_odt_xml_words:
 * @self: a piece
 * @words: text of a paragraph, or a part of it
 *
 * Writes words as they are. OpenDocument takes spaces in a row for one and leaves those at the beginning of a line out, so
 * these are elements, as are tabs and line ends; what XML cannot hold becomes U+FFFD.
 */
void
kompass_odt_xml_words (KompassOdtXml *self,
                       const char    *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  gboolean after_space = TRUE;

  end_tag (self);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append (self->text, "<text:tab/>");
      else if (c == '\n')
        g_string_append (self->text, "<text:line-break/>");
      else if (c == ' ' && after_space)
        g_string_append (self->text, "<text:s/>");
      else
        append_escaped (self->text, c);
      after_space = c == ' ' || c == '\t' || c == '\n';
    }
}

/**
 * kompass_odt_xml_text:
 * @self: a piece
 * @element: name of an element with its prefix
 * @text: (nullable): its content, or %NULL or "" for no such element
 *
 * Writes an element that holds text without markup, such as a title.
 */
void
kompass_odt_xml_text (KompassOdtXml *self,
                      const char    *element,
                      const char    *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  if (*valid == '\0')
    return;
  kompass_odt_xml_start (self, element, NULL);
  end_tag (self);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_escaped (self->text, g_utf8_get_char (p));
  kompass_odt_xml_end (self);
}

/**
 * kompass_odt_xml_append:
 * @self: a piece
 * @piece: another, whose elements are all ended
 *
 * Puts a copy of @piece into the element that was started last.
 */
void
kompass_odt_xml_append (KompassOdtXml *self,
                        KompassOdtXml *piece)
{
  g_return_if_fail (piece->open->len == 0);

  if (piece->text->len == 0)
    return;
  end_tag (self);
  g_string_append_len (self->text, piece->text->str, piece->text->len);
}

/**
 * kompass_odt_xml_finish:
 * @self: a document, which is empty afterwards
 *
 * Ends all elements.
 *
 * Returns: (transfer full): the file
 */
GBytes *
kompass_odt_xml_finish (KompassOdtXml *self)
{
  GString *text;

  while (self->open->len > 0)
    kompass_odt_xml_end (self);
  g_string_append_c (self->text, '\n');
  text = g_steal_pointer (&self->text);
  self->text = g_string_new (NULL);

  return g_string_free_to_bytes (text);
}

/**
 * kompass_odt_xml_free:
 * @self: (transfer full): a piece
 *
 * Frees it.
 */
void
kompass_odt_xml_free (KompassOdtXml *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}
