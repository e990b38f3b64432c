/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edition of the instrument as JSON, read strictly: what a user edits by hand must not be half understood. */
#include "kompass-bundle.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_DEPTH 16
#define MAX_YEAR 2999

G_DEFINE_QUARK (kompass-exchange-error-quark, kompass_exchange_error)

typedef struct
{
  const char *name;      /* of the file, for errors */
  KompassEdition *edition;
  GHashTable *questions; /* the numbers seen so far */
  guint last_area;       /* the number of the area before */
  GError **error;
} Reader;

static gboolean
fail (Reader     *reader,
      const char *place,
      const char *format,
      ...) G_GNUC_PRINTF (3, 4);

/* Every error reads "FILE: PLACE: REASON". */
static gboolean
fail (Reader     *reader,
      const char *place,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reader->error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE, "%s: %s%s%s", reader->name, place,
               *place != '\0' ? ": " : "", reason);

  return FALSE;
}

static char *
join (const char *place,
      const char *key)
{
  return *place != '\0' ? g_strconcat (place, ".", key, NULL) : g_strdup (key);
}

static gboolean
check_keys (Reader             *reader,
            JsonObject         *object,
            const char         *place,
            const char * const *known)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *l = keys; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_autofree char *where = join (place, l->data);

        return fail (reader, where, _("is not known here"));
      }

  return TRUE;
}

static gboolean
is_line (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return *text != '\0' && !g_ascii_isspace (*text) && !g_ascii_isspace (text[strlen (text) - 1]);
}

static gboolean
read_text (Reader      *reader,
           JsonObject  *object,
           const char  *place,
           const char  *key,
           const char **text)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *where = join (place, key);

  if (node == NULL)
    return fail (reader, where, _("is missing"));
  *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";

  return is_line (*text) || fail (reader, where, _("must be text on one line, without space around it"));
}

static gboolean
read_whole (Reader     *reader,
            JsonObject *object,
            const char *place,
            const char *key,
            guint       limit,
            guint      *number)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *where = join (place, key);
  gint64 value;

  if (node == NULL)
    return fail (reader, where, _("is missing"));
  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  if (value < 1 || value > limit)
    return fail (reader, where, _("must be a whole number from 1 to %u"), limit);
  *number = (guint) value;

  return TRUE;
}

/* Exact hundredths: 17.5 is read as the double nearest to it, which is the one that 1750 / 100 gives; the double of any
 * number with more decimals is another one. */
static gboolean
convert_number (JsonNode      *node,
                KompassPoints *points)
{
  double value;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return strchr (json_node_get_string (node), ',') == NULL &&
           kompass_points_parse (json_node_get_string (node), KOMPASS_POINTS_UNKNOWN, points, NULL);
  if (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;
  value = json_node_get_double (node);
  if (!(value > 0 && value <= KOMPASS_POINTS_LIMIT / 100.0))
    return FALSE;
  *points = (KompassPoints) (value * 100 + 0.5);

  return *points / 100.0 == value;
}

static gboolean
read_maximum (Reader        *reader,
              JsonObject    *object,
              const char    *place,
              gboolean       may_be_unknown,
              KompassPoints *maximum)
{
  JsonNode *node = json_object_get_member (object, "maximum");
  g_autofree char *where = join (place, "maximum");

  if (node == NULL)
    return fail (reader, where, _("is missing"));
  *maximum = KOMPASS_POINTS_UNKNOWN;
  if (may_be_unknown && JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!convert_number (node, maximum) || *maximum <= 0)
    return fail (reader, where, _("must be a number above 0, with at most two decimals"));

  return TRUE;
}

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
  g_autofree char *where = join (place, "number");

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader, place, _("must be an object"));
  object = json_node_get_object (node);
  if (!check_keys (reader, object, place, keys) || !read_text (reader, object, place, "number", &number))
    return FALSE;
  if (!is_number_in_area (number, area))
    return fail (reader, where, _("must be %u, a point and a whole number"), area);
  if (!g_hash_table_add (reader->questions, g_strdup (number)))
    return fail (reader, where, _("question %s occurs twice"), number);
  if (!read_text (reader, object, place, "text", &text) || !read_maximum (reader, object, place, FALSE, &maximum))
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

  return fail (reader, place, _("their maxima add to %s, where the area has %s"), got, want != NULL ? want : "null");
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
  g_autofree char *where = join (place, "questions");
  JsonArray *questions;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (reader, where, _("must be a list"));
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
    return fail (reader, place, _("must be an object"));
  object = json_node_get_object (node);
  if (!check_keys (reader, object, place, keys) || !read_whole (reader, object, place, "number", 999, &number))
    return FALSE;
  if (number <= reader->last_area)
    {
      g_autofree char *where = join (place, "number");

      return fail (reader, where, _("must be higher than %u, the number of the area before"), reader->last_area);
    }
  reader->last_area = number;
  if (!read_text (reader, object, place, "title", &title) || !read_maximum (reader, object, place, TRUE, &maximum))
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
    return fail (reader, "areas", _("is missing"));
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return fail (reader, "areas", _("must be a list of at least one area"));
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
read_years (Reader     *reader,
            JsonObject *object,
            guint      *first,
            guint      *last)
{
  *last = 0;
  if (!read_whole (reader, object, "", "first_year", MAX_YEAR, first))
    return FALSE;
  if (json_object_has_member (object, "last_year") && json_object_get_null_member (object, "last_year"))
    return TRUE;
  if (!read_whole (reader, object, "", "last_year", MAX_YEAR, last))
    return FALSE;

  return *last >= *first || fail (reader, "last_year", _("must not be before the first year"));
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
    return fail (reader, "", _("must be an object"));
  object = json_node_get_object (root);
  if (!check_keys (reader, object, "", keys) || !read_text (reader, object, "", "id", &id))
    return FALSE;
  if (!g_uuid_string_is_valid (id))
    return fail (reader, "id", _("must be a UUID"));
  if (!read_text (reader, object, "", "name", &name) || !read_years (reader, object, &first_year, &last_year) ||
      !read_text (reader, object, "", "provenance", &provenance))
    return FALSE;
  reader->edition = kompass_edition_new (id, name, first_year, last_year, provenance);
  if (!read_areas (reader, object))
    return FALSE;

  return kompass_edition_validate (reader->edition, &failure) || fail (reader, "", "%s", failure->message);
}

/* The reader of JSON calls itself for every bracket. */
static gboolean
is_shallow (const char *text,
            gsize       length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }

  return TRUE;
}

typedef struct
{
  GHashTable *seen;
  guint line;
  char *twice;
} Members;

/* json-glib keeps the last of two members with the same name. */
static void
object_member_cb (JsonParser *parser,
                  JsonObject *object,
                  const char *name,
                  gpointer    data)
{
  Members *members = data;

  if (g_hash_table_add (members->seen, g_strdup_printf ("%p %s", (void *) object, name)) || members->twice != NULL)
    return;
  members->twice = g_strdup (name);
  members->line = json_parser_get_current_line (parser);
}

static gboolean
parse (Reader     *reader,
       JsonParser *parser,
       GBytes     *json)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;
  Members members = { seen, 0, NULL };
  g_autofree char *twice = NULL;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  if (length == 0)
    return fail (reader, "", _("is empty"));
  if (!is_shallow (text, length))
    return fail (reader, "", _("brackets are nested too deeply"));
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &failure))
    {
      const char *message = failure->message;

      /* json-glib writes "<data>:LINE:COLUMN: REASON". */
      if (g_str_has_prefix (message, "<data>:"))
        message += strlen ("<data>:");
      g_set_error (reader->error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT, "%s:%s", reader->name,
                   message);
      return FALSE;
    }
  twice = members.twice;

  return twice == NULL || fail (reader, twice, _("occurs twice, in line %u"), members.line);
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
  Reader reader = { name, NULL, questions, 0, error };

  if (parse (&reader, parser, json) && read_edition (&reader, json_parser_get_root (parser)))
    return reader.edition;
  g_clear_object (&reader.edition);

  return NULL;
}
