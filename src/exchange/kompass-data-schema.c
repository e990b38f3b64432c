/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file of an evaluation is what its schema says. */
#include "kompass-data-xml.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "kompass-bundle.h"
#include "kompass-exchange-resources.h"

#define SCHEMA "/io/github/kommunkompass/Kommunkompass/bundle/schema/" KOMPASS_DATA_SCHEMA_NAME

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchema, xmlSchemaFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt)

/* The first fault is told. */
static void
fault_cb (void           *data,
          const xmlError *fault)
{
  GError **error = data;
  g_autofree char *message = NULL;

  if (*error != NULL)
    return;
  message = g_strchomp (g_strdup (fault->message != NULL ? fault->message : ""));
  g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT,
               /* Translators: number of a line, and the fault as a library tells it, in English */
               _("Line %d: %s"), fault->line, message);
}

static xmlDoc *
parse (GBytes  *xml,
       GError **error)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  gsize size;
  const char *text = g_bytes_get_data (xml, &size);
  xmlDoc *document = NULL;

  if (size <= G_MAXINT)
    document = xmlCtxtReadMemory (context, text, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL)
    {
      const xmlError *fault = xmlCtxtGetLastError (context);

      g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT, _("This is not XML (line %d)"),
                   fault != NULL ? fault->line : 0);
    }

  return document;
}

static xmlSchema *
load_schema (GError **error)
{
  g_autoptr (GBytes) bytes = kompass_data_get_schema ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlSchemaParserCtxt) context = xmlSchemaNewMemParserCtxt (text, (int) size);

  xmlSchemaSetParserStructuredErrors (context, (xmlStructuredErrorFunc) fault_cb, error);

  return xmlSchemaParse (context);
}

/**
 * kompass_data_validate_xml:
 * @xml: a file
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names the line and the first fault
 *
 * Returns: %TRUE if it is an evaluation as the schema has it
 */
gboolean
kompass_data_validate_xml (GBytes  *xml,
                           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (xmlDoc) document = parse (xml, error);
  g_autoptr (xmlSchema) schema = NULL;
  g_autoptr (xmlSchemaValidCtxt) context = NULL;

  if (document == NULL)
    return FALSE;
  schema = load_schema (&failure);
  if (schema != NULL)
    {
      context = xmlSchemaNewValidCtxt (schema);
      xmlSchemaSetValidStructuredErrors (context, (xmlStructuredErrorFunc) fault_cb, &failure);
      if (xmlSchemaValidateDoc (context, document) == 0)
        return TRUE;
    }
  if (failure == NULL)
    g_set_error (&failure, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT, _("The file could not be checked"));
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * kompass_data_get_schema:
 *
 * Returns: (transfer full): the schema of kompass_data_create_xml(), an XML Schema 1.0, to be put beside its files as
 *   %KOMPASS_DATA_SCHEMA_NAME
 */
GBytes *
kompass_data_get_schema (void)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (kompass_exchange_get_resource (), SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}
