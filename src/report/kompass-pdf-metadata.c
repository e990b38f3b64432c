/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be known of a PDF without reading it: twice, in the dictionary that readers show and as XMP, which PDF/A wants to
 * be equal. */

#include "kompass-pdf-metadata.h"

#include <string.h>

typedef struct
{
  const char *key;       /* in the dictionary */
  const char *prefix;    /* of the schema in XMP */
  const char *schema;
  const char *element;
  const char *before;    /* what stands around the words */
  const char *after;
} Field;

#define DC "http://purl.org/dc/elements/1.1/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define XMP "http://ns.adobe.com/xap/1.0/"

static const char alternatives[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
static const char alternatives_end[] = "</rdf:li></rdf:Alt>";
static const char sequence[] = "<rdf:Seq><rdf:li>";
static const char sequence_end[] = "</rdf:li></rdf:Seq>";
static const char bag[] = "<rdf:Bag><rdf:li>";
static const char bag_end[] = "</rdf:li></rdf:Bag>";

/* Fields of one schema follow one another. Those without a key are in XMP only. */
static const Field fields[] = {
  { "/Title", "dc", DC, "title", alternatives, alternatives_end },
  { "/Author", "dc", DC, "creator", sequence, sequence_end },
  { "/Subject", "dc", DC, "description", alternatives, alternatives_end },
  { NULL, "dc", DC, "language", bag, bag_end },
  { "/Keywords", "pdf", PDF, "Keywords", "", "" },
  { "/Producer", "pdf", PDF, "Producer", "", "" },
  { "/Creator", "xmp", XMP, "CreatorTool", "", "" },
};

static const char *
get_words (const KompassPdfMetadata *self,
           guint                     field)
{
  const char *words[] = { self->title, self->author, self->subject, self->language, self->keywords, self->producer,
                          self->creator };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == G_N_ELEMENTS (fields));
  return words[field] != NULL && *words[field] != '\0' ? words[field] : NULL;
}

/* XML has no way to write most control characters, and one of them would make the whole unreadable. */
static char *
clean (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  GString *text = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (text, c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe ? ' ' : c);
    }
  return g_string_free (text, FALSE);
}

/* The dictionary */

static void
append_entry (GString    *text,
              const char *key,
              const char *words)
{
  g_string_append_printf (text, "%s ", key);
  kompass_pdf_append_text (text, words);
  g_string_append_c (text, ' ');
}

static char *
create_dictionary (const KompassPdfMetadata *self)
{
  GString *text = g_string_new ("<< ");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].key != NULL && get_words (self, i) != NULL)
      {
        g_autofree char *words = clean (get_words (self, i));

        append_entry (text, fields[i].key, words);
      }
  if (self->time != NULL)
    {
      g_autofree char *date = g_date_time_format (self->time, "D:%Y%m%d%H%M%SZ");

      append_entry (text, "/CreationDate", date);
      append_entry (text, "/ModDate", date);
    }
  g_string_append (text, ">>");
  return g_string_free (text, FALSE);
}

/* XMP */

static void
append_schema (GString    *text,
               const char *prefix,
               const char *schema)
{
  g_string_append_printf (text, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">\n", prefix, schema);
}

static void
append_field (GString     *text,
              const Field *field,
              const char  *words)
{
  g_autofree char *cleaned = clean (words);
  g_autofree char *escaped = g_markup_escape_text (cleaned, -1);

  g_string_append_printf (text, "<%s:%s>%s%s%s</%s:%s>\n", field->prefix, field->element, field->before, escaped, field->after,
                          field->prefix, field->element);
}

static void
append_dates (GString                  *text,
              const KompassPdfMetadata *self)
{
  g_autofree char *date = self->time != NULL ? g_date_time_format (self->time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (date != NULL)
    g_string_append_printf (text, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date, date);
}

static char *
create_xmp (const KompassPdfMetadata *self)
{
  GString *text = g_string_new ("<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gboolean first = i == 0 || fields[i].schema != fields[i - 1].schema;
      gboolean last = i + 1 == G_N_ELEMENTS (fields) || fields[i].schema != fields[i + 1].schema;

      if (first)
        append_schema (text, fields[i].prefix, fields[i].schema);
      if (get_words (self, i) != NULL)
        append_field (text, &fields[i], get_words (self, i));
      if (last && g_str_equal (fields[i].prefix, "xmp"))
        append_dates (text, self);
      if (last)
        g_string_append (text, "</rdf:Description>\n");
    }
  append_schema (text, "pdfaid", "http://www.aiim.org/pdfa/ns/id/");
  g_string_append (text, "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n</rdf:Description>\n"
                         "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free (text, FALSE);
}

/**
 * kompass_pdf_metadata_write:
 * @file: a PDF
 * @metadata: what is to be known of it
 *
 * Gives @file its title, language, authors and dates, and what it claims to be: PDF/A-1b.
 */
void
kompass_pdf_metadata_write (KompassPdfFile           *file,
                            const KompassPdfMetadata *metadata)
{
  g_autofree char *dictionary = create_dictionary (metadata);
  g_autofree char *xmp = create_xmp (metadata);
  guint stream = kompass_pdf_file_reserve (file);
  guint root = kompass_pdf_file_get_root (file);
  g_autofree char *reference = g_strdup_printf ("%u 0 R", stream);
  g_autoptr (GString) language = g_string_new (NULL);

  kompass_pdf_file_set_info (file, kompass_pdf_file_add (file, dictionary));
  kompass_pdf_file_put_stream (file, stream, "/Type /Metadata /Subtype /XML", (const guint8 *) xmp, strlen (xmp));
  kompass_pdf_file_set (file, root, "/Metadata", reference);
  kompass_pdf_file_set (file, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  if (metadata->language != NULL)
    {
      kompass_pdf_append_text (language, metadata->language);
      kompass_pdf_file_set (file, root, "/Lang", language->str);
    }
}
