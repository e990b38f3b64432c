/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mapping between two editions as JSON. */
#include "kompass-bundle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-strict-json.h"

typedef struct
{
  KompassStrictJson json;
  GPtrArray *editions;
  KompassMapping *mapping;
} Reader;

static gboolean
read_edition (Reader          *reader,
              JsonObject      *object,
              const char      *key,
              KompassEdition **edition)
{
  const char *id;

  if (!kompass_strict_json_read_text (&reader->json, object, "", key, &id))
    return FALSE;
  for (guint i = 0; i < reader->editions->len; i++)
    {
      *edition = g_ptr_array_index (reader->editions, i);
      if (strcmp (kompass_edition_get_id (*edition), id) == 0)
        return TRUE;
    }

  return kompass_strict_json_fail (&reader->json, key, _("there is no such edition"));
}

static gboolean
read_band (Reader     *reader,
           JsonObject *object)
{
  static const char * const keys[] = { "low", "high", NULL };
  JsonNode *node = json_object_get_member (object, "total_band");
  KompassPoints low, high;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kompass_strict_json_fail (&reader->json, "total_band", _("must be an object"));
  object = json_node_get_object (node);
  if (!kompass_strict_json_check_keys (&reader->json, object, "total_band", keys) ||
      !kompass_strict_json_read_points (&reader->json, object, "total_band", "low", FALSE, &low) ||
      !kompass_strict_json_read_points (&reader->json, object, "total_band", "high", FALSE, &high))
    return FALSE;
  if (low > high)
    return kompass_strict_json_fail (&reader->json, "total_band.high", _("must not be lower than “low”"));
  kompass_mapping_set_total_band (reader->mapping, low, high);

  return TRUE;
}

static gboolean
read_numbers (Reader       *reader,
              JsonObject   *item,
              const char   *place,
              const char   *key,
              GStrvBuilder *numbers)
{
  JsonNode *node = json_object_get_member (item, key);
  g_autofree char *where = kompass_strict_json_join (place, key);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return kompass_strict_json_fail (&reader->json, where, _("must be a list"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *number = json_array_get_element (json_node_get_array (node), i);

      if (json_node_get_value_type (number) != G_TYPE_STRING)
        return kompass_strict_json_fail (&reader->json, where, _("must be a list of numbers in quotes"));
      g_strv_builder_add (numbers, json_node_get_string (number));
    }

  return TRUE;
}

static gboolean
read_kind (Reader          *reader,
           JsonObject      *item,
           const char      *place,
           KompassLineKind *kind)
{
  g_autofree char *where = kompass_strict_json_join (place, "kind");
  const char *name;

  if (!kompass_strict_json_read_text (&reader->json, item, place, "kind", &name))
    return FALSE;
  *kind = strcmp (name, "area") == 0 ? KOMPASS_LINE_AREA : KOMPASS_LINE_QUESTION;

  return *kind == KOMPASS_LINE_AREA || strcmp (name, "question") == 0 ||
         kompass_strict_json_fail (&reader->json, where, _("must be “area” or “question”"));
}

static gboolean
read_item (Reader     *reader,
           JsonNode   *node,
           const char *place)
{
  static const char * const keys[] = { "id", "kind", "relation", "from", "to", "note", NULL };
  g_autoptr (GStrvBuilder) from_numbers = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) to_numbers = g_strv_builder_new ();
  g_autoptr (GError) failure = NULL;
  g_auto (GStrv) from = NULL;
  g_auto (GStrv) to = NULL;
  KompassRelation relation;
  KompassLineKind kind;
  JsonObject *item;
  const char *note = NULL;
  const char *name;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kompass_strict_json_fail (&reader->json, place, _("must be an object"));
  item = json_node_get_object (node);
  if (!kompass_strict_json_check_keys (&reader->json, item, place, keys) ||
      !kompass_strict_json_read_text (&reader->json, item, place, "id", &id) ||
      !read_kind (reader, item, place, &kind) ||
      !kompass_strict_json_read_text (&reader->json, item, place, "relation", &name) ||
      !read_numbers (reader, item, place, "from", from_numbers) ||
      !read_numbers (reader, item, place, "to", to_numbers) ||
      (json_object_has_member (item, "note") &&
       !kompass_strict_json_read_text (&reader->json, item, place, "note", &note)))
    return FALSE;
  if (!g_uuid_string_is_valid (id))
    return kompass_strict_json_fail (&reader->json, place, _("“id” must be a UUID"));
  if (!kompass_relation_from_name (name, &relation))
    return kompass_strict_json_fail (&reader->json, place, _("there is no relation “%s”"), name);
  from = g_strv_builder_end (from_numbers);
  to = g_strv_builder_end (to_numbers);

  return kompass_mapping_add (reader->mapping, id, kind, relation, (const char * const *) from,
                              (const char * const *) to, note, &failure) ||
         kompass_strict_json_fail (&reader->json, place, "%s", failure->message);
}

static gboolean
read_items (Reader     *reader,
            JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "items");
  JsonArray *items;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return kompass_strict_json_fail (&reader->json, "items", _("must be a list"));
  items = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *place = g_strdup_printf ("items[%u]", i);

      if (!read_item (reader, json_array_get_element (items, i), place))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_mapping (Reader   *reader,
              JsonNode *root)
{
  static const char * const keys[] = { "id", "from", "to", "source", "total_band", "items", NULL };
  KompassEdition *from;
  KompassEdition *to;
  JsonObject *object;
  const char *source;
  const char *id;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return kompass_strict_json_fail (&reader->json, "", _("must be an object"));
  object = json_node_get_object (root);
  if (!kompass_strict_json_check_keys (&reader->json, object, "", keys) ||
      !kompass_strict_json_read_text (&reader->json, object, "", "id", &id) ||
      !read_edition (reader, object, "from", &from) || !read_edition (reader, object, "to", &to) ||
      !kompass_strict_json_read_text (&reader->json, object, "", "source", &source))
    return FALSE;
  if (!g_uuid_string_is_valid (id))
    return kompass_strict_json_fail (&reader->json, "id", _("must be a UUID"));
  if (from == to)
    return kompass_strict_json_fail (&reader->json, "to", _("must be another edition than “from”"));
  reader->mapping = kompass_mapping_new (id, from, to, source);

  return read_band (reader, object) && read_items (reader, object);
}

/**
 * kompass_mapping_from_json:
 * @name: what the text is called in errors: a file name
 * @json: the text
 * @editions: (element-type KompassEdition): the editions that it can be between
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file and place
 *
 * Reads a mapping: an object with "id" (a UUID), "from" and "to" (UUIDs of editions), "source", perhaps "total_band"
 * with "low" and "high" (points that may be added to a total under the edition that is mapped to), and "items". An item
 * has "id", "kind" ("area" or "question"), "relation", "from" and "to" (lists of numbers in quotes) and perhaps "note".
 * Anything else is refused.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
KompassMapping *
kompass_mapping_from_json (const char  *name,
                           GBytes      *json,
                           GPtrArray   *editions,
                           GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  Reader reader = { { name, error }, editions, NULL };

  if (kompass_strict_json_parse (&reader.json, parser, json) && read_mapping (&reader, json_parser_get_root (parser)))
    return reader.mapping;
  g_clear_object (&reader.mapping);

  return NULL;
}
