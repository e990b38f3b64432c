/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON read strictly: what a user edits by hand must not be half understood. Every error names the file and the
 * place. */
#include "kompass-strict-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-bundle.h"

#define MAX_DEPTH 16

G_DEFINE_QUARK (kompass-exchange-error-quark, kompass_exchange_error)

/**
 * kompass_strict_json_fail:
 * @self: a reading
 * @place: where in the text, such as "areas[2].title"; "" for all of it
 * @format: what is wrong there
 * @...: arguments of @format
 *
 * Every error reads "FILE: PLACE: REASON".
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_strict_json_fail (const KompassStrictJson *self,
                          const char              *place,
                          const char              *format,
                          ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (self->error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE, "%s: %s%s%s", self->name, place,
               *place != '\0' ? ": " : "", reason);

  return FALSE;
}

/**
 * kompass_strict_json_join:
 * @place: where an object is
 * @key: the name of one of its members
 *
 * Returns: (transfer full): where the member is
 */
char *
kompass_strict_json_join (const char *place,
                          const char *key)
{
  return *place != '\0' ? g_strconcat (place, ".", key, NULL) : g_strdup (key);
}

/**
 * kompass_strict_json_check_keys:
 * @self: a reading
 * @object: an object
 * @place: where it is
 * @known: (array zero-terminated=1): the members it may have
 *
 * Returns: %TRUE if it has no others
 */
gboolean
kompass_strict_json_check_keys (const KompassStrictJson *self,
                                JsonObject              *object,
                                const char              *place,
                                const char * const      *known)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *l = keys; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_autofree char *where = kompass_strict_json_join (place, l->data);

        return kompass_strict_json_fail (self, where, _("is not known here"));
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

/**
 * kompass_strict_json_read_text:
 * @self: a reading
 * @object: an object
 * @place: where it is
 * @key: the name of a member
 * @text: (out) (transfer none): its text, on one line and without space around it
 *
 * Returns: %TRUE if @text is set
 */
gboolean
kompass_strict_json_read_text (const KompassStrictJson *self,
                               JsonObject              *object,
                               const char              *place,
                               const char              *key,
                               const char             **text)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *where = kompass_strict_json_join (place, key);

  if (node == NULL)
    return kompass_strict_json_fail (self, where, _("is missing"));
  *text = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";

  return is_line (*text) ||
         kompass_strict_json_fail (self, where, _("must be text on one line, without space around it"));
}

/**
 * kompass_strict_json_read_whole:
 * @self: a reading
 * @object: an object
 * @place: where it is
 * @key: the name of a member
 * @least: the smallest number it may be, at least 1
 * @most: the largest number it may be
 * @number: (out): the number
 *
 * Returns: %TRUE if @number is set
 */
gboolean
kompass_strict_json_read_whole (const KompassStrictJson *self,
                                JsonObject              *object,
                                const char              *place,
                                const char              *key,
                                guint                    least,
                                guint                    most,
                                guint                   *number)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *where = kompass_strict_json_join (place, key);
  gint64 value;

  if (node == NULL)
    return kompass_strict_json_fail (self, where, _("is missing"));
  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  if (value < least || value > most)
    return kompass_strict_json_fail (self, where, _("must be a whole number from %u to %u"), least, most);
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

/**
 * kompass_strict_json_read_points:
 * @self: a reading
 * @object: an object
 * @place: where it is
 * @key: the name of a member
 * @may_be_null: whether null stands for what is not known
 * @points: (out): hundredths, above 0, or %KOMPASS_POINTS_UNKNOWN
 *
 * Returns: %TRUE if @points is set
 */
gboolean
kompass_strict_json_read_points (const KompassStrictJson *self,
                                 JsonObject              *object,
                                 const char              *place,
                                 const char              *key,
                                 gboolean                 may_be_null,
                                 KompassPoints           *points)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *where = kompass_strict_json_join (place, key);

  if (node == NULL)
    return kompass_strict_json_fail (self, where, _("is missing"));
  *points = KOMPASS_POINTS_UNKNOWN;
  if (may_be_null && JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!convert_number (node, points) || *points <= 0)
    return kompass_strict_json_fail (self, where, _("must be a number above 0, with at most two decimals"));

  return TRUE;
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

/**
 * kompass_strict_json_parse:
 * @self: a reading
 * @parser: a new parser, which has the result
 * @json: the text
 *
 * Returns: %TRUE if it is JSON, not nested too deeply, and no object has a member twice
 */
gboolean
kompass_strict_json_parse (const KompassStrictJson *self,
                           JsonParser              *parser,
                           GBytes                  *json)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;
  Members members = { seen, 0, NULL };
  g_autofree char *twice = NULL;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  if (length == 0)
    return kompass_strict_json_fail (self, "", _("is empty"));
  if (!is_shallow (text, length))
    return kompass_strict_json_fail (self, "", _("brackets are nested too deeply"));
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &failure))
    {
      const char *message = failure->message;

      /* json-glib writes "<data>:LINE:COLUMN: REASON". */
      if (g_str_has_prefix (message, "<data>:"))
        message += strlen ("<data>:");
      g_set_error (self->error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT, "%s:%s", self->name, message);
      return FALSE;
    }
  twice = members.twice;

  return twice == NULL || kompass_strict_json_fail (self, twice, _("occurs twice, in line %u"), members.line);
}
