/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition of the instrument as JSON, read strictly: what a user edits by hand must not be half understood. */
#include "kompass-bundle.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-strict-json.h"

typedef struct
{
  KompassStrictJson json;
  KompassEdition *edition;
  GHashTable *questions; /* the numbers seen so far */
  guint last_area;       /* the number of the area before */
} Reader;

/* "1.3" in area 1: what an area and its questions are called must not be mistaken for one another. */
static gboolean
is_number_in_area (const char *number,
                   guint       area)
{
  g_autofree char *prefix = g_strdup_printf ("%u.", area);
  const char *rest = number + strlen (prefix);

  return g_str_has_prefix (number, prefix) && *rest != '\0' && *rest != '0' && strlen (rest) <= 3 &&
         rest[strspn (rest, "0123456789")] == '\0';
}

static gboolean
read_question (Reader     *reader,
               JsonNode   *node,
               const char *place,
               guint       area)
{
  static const char * const keys[] = { "number", "text", "maximum", NULL };
  JsonObject *object;
  KompassPoints maximum;
  const char *number;
  const char *text;
  g_autofree char *where = kompass_strict_json_join (place, "number");

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kompass_strict_json_fail (&reader->json, place, _("must be an object"));
  object = json_node_get_object (node);
  if (!kompass_strict_json_check_keys (&reader->json, object, place, keys) ||
      !kompass_strict_json_read_text (&reader->json, object, place, "number", &number))
    return FALSE;
  if (!is_number_in_area (number, area))
    return kompass_strict_json_fail (&reader->json, where, _("must be %u, a point and a whole number"), area);
  if (!g_hash_table_add (reader->questions, g_strdup (number)))
    return kompass_strict_json_fail (&reader->json, where, _("question %s occurs twice"), number);
  if (!kompass_strict_json_read_text (&reader->json, object, place, "text", &text) ||
      !kompass_strict_json_read_points (&reader->json, object, place, "maximum", FALSE, &maximum))
    return FALSE;
  kompass_edition_add_question (reader->edition, number, text, maximum);

  return TRUE;
}

static gboolean
check_sum (Reader        *reader,
           const char    *place,
           KompassPoints  maximum,
           guint          first)
{
  guint n_questions = kompass_edition_get_n_questions (reader->edition);
  g_autofree char *got = NULL;
  g_autofree char *want = NULL;
  KompassPoints sum = 0;

  for (guint i = first; i < n_questions; i++)
    sum = MIN (sum + kompass_edition_get_question (reader->edition, i)->maximum, KOMPASS_POINTS_LIMIT);
  if (first == n_questions || sum == maximum)
    return TRUE;
  got = kompass_points_to_string (sum);
  want = kompass_points_to_string (maximum);

  return kompass_strict_json_fail (&reader->json, place,
                                   _("their maxima add to %s, where the area has %s"), got,
                                   want != NULL ? want : "null");
}

static gboolean
read_questions (Reader        *reader,
                JsonObject    *area,
                const char    *place,
                guint          number,
                KompassPoints  maximum)
{
  guint first = kompass_edition_get_n_questions (reader->edition);
  JsonNode *node = json_object_get_member (area, "questions");
  g_autofree char *where = kompass_strict_json_join (place, "questions");
  JsonArray *questions;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kompass_strict_json_fail (&reader->json, where, _("must be a list"));
  questions = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      g_autofree char *question = g_strdup_printf ("%s[%u]", where, i);

      if (!read_question (reader, json_array_get_element (questions, i), question, number))
        return FALSE;
    }

  return check_sum (reader, where, maximum, first);
}

static gboolean
read_area (Reader     *reader,
           JsonNode   *node,
           const char *place)
{
  static const char * const keys[] = { "number", "title", "maximum", "questions", NULL };
  JsonObject *object;
  KompassPoints maximum;
  const char *title;
  guint number;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kompass_strict_json_fail (&reader->json, place, _("must be an object"));
  object = json_node_get_object (node);
  if (!kompass_strict_json_check_keys (&reader->json, object, place, keys) ||
      !kompass_strict_json_read_whole (&reader->json, object, place, "number", 1, 999, &number))
    return FALSE;
  if (number <= reader->last_area)
    {
      g_autofree char *where = kompass_strict_json_join (place, "number");

      return kompass_strict_json_fail (&reader->json, where,
                                       _("must be higher than %u, the number of the area before"), reader->last_area);
    }
  reader->last_area = number;
  if (!kompass_strict_json_read_text (&reader->json, object, place, "title", &title) ||
      !kompass_strict_json_read_points (&reader->json, object, place, "maximum", TRUE, &maximum))
    return FALSE;
  kompass_edition_add_area (reader->edition, number, title, maximum);

  return read_questions (reader, object, place, number, maximum);
}

static gboolean
read_areas (Reader     *reader,
            JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "areas");
  JsonArray *areas;

  if (node == NULL)
    return kompass_strict_json_fail (&reader->json, "areas", _("is missing"));
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return kompass_strict_json_fail (&reader->json, "areas", _("must be a list of at least one area"));
  areas = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (areas); i++)
    {
      g_autofree char *place = g_strdup_printf ("areas[%u]", i);

      if (!read_area (reader, json_array_get_element (areas, i), place))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_year (Reader     *reader,
           JsonObject *object,
           const char *key,
           guint      *year)
{
  return kompass_strict_json_read_whole (&reader->json, object, "", key, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST, year);
}

static gboolean
read_years (Reader     *reader,
            JsonObject *object,
            guint      *first,
            guint      *last)
{
  *last = 0;
  if (!read_year (reader, object, "first_year", first))
    return FALSE;
  if (json_object_has_member (object, "last_year") && json_object_get_null_member (object, "last_year"))
    return TRUE;
  if (!read_year (reader, object, "last_year", last))
    return FALSE;

  return *last >= *first ||
         kompass_strict_json_fail (&reader->json, "last_year", _("must not be before the first year"));
}

static gboolean
read_edition (Reader   *reader,
              JsonNode *root)
{
  static const char * const keys[] = { "id", "name", "first_year", "last_year", "provenance", "areas", NULL };
  g_autoptr (GError) failure = NULL;
  JsonObject *object;
  const char *id;
  const char *name;
  const char *provenance;
  guint first_year;
  guint last_year;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return kompass_strict_json_fail (&reader->json, "", _("must be an object"));
  object = json_node_get_object (root);
  if (!kompass_strict_json_check_keys (&reader->json, object, "", keys) ||
      !kompass_strict_json_read_text (&reader->json, object, "", "id", &id))
    return FALSE;
  if (!g_uuid_string_is_valid (id))
    return kompass_strict_json_fail (&reader->json, "id", _("must be a UUID"));
  if (!kompass_strict_json_read_text (&reader->json, object, "", "name", &name) ||
      !read_years (reader, object, &first_year, &last_year) ||
      !kompass_strict_json_read_text (&reader->json, object, "", "provenance", &provenance))
    return FALSE;
  reader->edition = kompass_edition_new (id, name, first_year, last_year, provenance);
  if (!read_areas (reader, object))
    return FALSE;

  return kompass_edition_validate (reader->edition, &failure) ||
         kompass_strict_json_fail (&reader->json, "", "%s", failure->message);
}

/**
 * kompass_edition_from_json:
 * @name: what the text is called in errors: a file name
 * @json: the text
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file and place
 *
 * Reads an edition: an object with "id" (a UUID), "name", "first_year", "last_year" (null while in use), "provenance"
 * and "areas". An area has "number", "title", "maximum" (null where not known) and perhaps "questions" with "number",
 * "text" and "maximum". Maxima are numbers, or text with a decimal point, of at most two decimals. Anything else is
 * refused.
 *
 * Returns: (transfer full) (nullable): the edition
 */
KompassEdition *
kompass_edition_from_json (const char  *name,
                           GBytes      *json,
                           GError     **error)
{
  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  Reader reader = { { name, error }, NULL, questions, 0 };

  if (kompass_strict_json_parse (&reader.json, parser, json) && read_edition (&reader, json_parser_get_root (parser)))
    return reader.edition;
  g_clear_object (&reader.edition);

  return NULL;
}
