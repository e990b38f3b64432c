/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in the example's report, as JSON. */
#include "kompass-example-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-name-uuid.h"
#include "kompass-strict-json.h"

typedef struct
{
  KompassStrictJson json;
  KompassEvaluation *evaluation;
  GPtrArray *means;
  KompassReport *report;
} Reader;

typedef gboolean (*ReadElement) (Reader     *reader,
                                 JsonNode   *node,
                                 const char *place,
                                 guint       index);

/* The same identifiers each time and everywhere. */
static char *
create_id (Reader     *reader,
           const char *what,
           guint       index)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%u", kompass_evaluation_get_id (reader->evaluation), what, index);

  return kompass_name_uuid_new (key);
}

static JsonObject *
get_object (Reader     *reader,
            JsonNode   *node,
            const char *place)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  kompass_strict_json_fail (&reader->json, place, _("must be an object"));

  return NULL;
}

static gboolean
read_list (Reader      *reader,
           JsonNode    *node,
           const char  *place,
           ReadElement  read)
{
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return kompass_strict_json_fail (&reader->json, place, _("must be a list"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", place, i);

      if (!read (reader, json_array_get_element (array, i), where, i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_about (Reader   *reader,
            JsonNode *node)
{
  JsonObject *object = get_object (reader, node, "about");
  g_autoptr (GList) keys = NULL;

  if (object == NULL)
    return FALSE;
  keys = json_object_get_members (object);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      const char *value;
      KompassAbout about;

      if (!kompass_about_from_name (l->data, &about))
        return kompass_strict_json_fail (&reader->json, "about", _("“%s” is not known"), (const char *) l->data);
      if (!kompass_strict_json_read_text (&reader->json, object, "about", l->data, &value))
        return FALSE;
      kompass_report_set_about (reader->report, about, value);
    }

  return TRUE;
}

/* Comparisons are means, by their names. */
static KompassProfile *
find_mean (Reader     *reader,
           const char *name)
{
  for (guint i = 0; i < reader->means->len; i++)
    if (g_strcmp0 (kompass_profile_get_name (g_ptr_array_index (reader->means, i)), name) == 0)
      return g_ptr_array_index (reader->means, i);

  return NULL;
}

static gboolean
read_comparison (Reader     *reader,
                 JsonNode   *node,
                 const char *place,
                 guint       index)
{
  KompassProfile *mean = json_node_get_value_type (node) == G_TYPE_STRING ? find_mean (reader, json_node_get_string (node)) : NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (mean == NULL)
    return kompass_strict_json_fail (&reader->json, place, _("there is no such mean"));
  g_strv_builder_addv (ids, (const char **) kompass_report_get_comparisons (reader->report));
  g_strv_builder_add (ids, kompass_profile_get_id (mean));
  all = g_strv_builder_end (ids);
  kompass_report_set_comparisons (reader->report, (const char * const *) all);

  return TRUE;
}

static gboolean
append_paragraphs (Reader     *reader,
                   JsonNode   *node,
                   const char *place,
                   GString    *markup)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kompass_strict_json_fail (&reader->json, place, _("must be a list"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
        return kompass_strict_json_fail (&reader->json, place, _("must be a list of texts"));
      g_string_append (markup, json_array_get_string_element (array, i));
    }

  return TRUE;
}

static gboolean
has_section (Reader     *reader,
             const char *id)
{
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (reader->evaluation);

  for (guint i = 0; i < sections->len; i++)
    if (strcmp (((KompassSection *) g_ptr_array_index (sections, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
read_text (Reader     *reader,
           const char *section,
           JsonNode   *node)
{
  g_autofree char *place = kompass_strict_json_join ("texts", section);
  g_autoptr (GString) markup = g_string_new ("<text>");
  g_autoptr (KompassText) text = NULL;
  g_autoptr (GError) failure = NULL;

  if (!has_section (reader, section))
    return kompass_strict_json_fail (&reader->json, place, _("there is no such section"));
  if (!append_paragraphs (reader, node, place, markup))
    return FALSE;
  g_string_append (markup, "</text>");
  text = kompass_text_new_from_markup (markup->str, &failure);
  if (text == NULL)
    return kompass_strict_json_fail (&reader->json, place, "%s", failure->message);
  kompass_report_set_text (reader->report, section, text);

  return TRUE;
}

static gboolean
read_texts (Reader   *reader,
            JsonNode *node)
{
  JsonObject *object = get_object (reader, node, "texts");
  g_autoptr (GList) keys = NULL;

  if (object == NULL)
    return FALSE;
  keys = json_object_get_members (object);
  for (GList *l = keys; l != NULL; l = l->next)
    if (!read_text (reader, l->data, json_object_get_member (object, l->data)))
      return FALSE;

  return TRUE;
}

static gboolean
is_question_of (Reader     *reader,
                const char *number,
                guint       area)
{
  KompassEdition *edition = kompass_evaluation_get_edition (reader->evaluation);

  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_questions (edition); i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, i);

      if (strcmp (question->number, number) == 0)
        return kompass_edition_get_area (edition, question->area)->number == area;
    }

  return FALSE;
}

static gboolean
read_finding (Reader     *reader,
              JsonNode   *node,
              const char *place,
              guint       index)
{
  static const char * const keys[] = { "area", "kind", "text", "question", NULL };
  g_autofree char *id = create_id (reader, "finding", index);
  g_autoptr (KompassFinding) finding = NULL;
  KompassFindingKind kind;
  JsonObject *object = get_object (reader, node, place);
  const char *question = NULL;
  const char *name;
  const char *text;
  guint area;

  if (object == NULL || !kompass_strict_json_check_keys (&reader->json, object, place, keys) ||
      !kompass_strict_json_read_whole (&reader->json, object, place, "area", 1, 99, &area) ||
      !kompass_strict_json_read_text (&reader->json, object, place, "kind", &name) ||
      !kompass_strict_json_read_text (&reader->json, object, place, "text", &text) ||
      (json_object_has_member (object, "question") &&
       !kompass_strict_json_read_text (&reader->json, object, place, "question", &question)))
    return FALSE;
  if (!kompass_finding_kind_from_name (name, &kind))
    return kompass_strict_json_fail (&reader->json, place, _("there is no list “%s”"), name);
  if (question != NULL && !is_question_of (reader, question, area))
    return kompass_strict_json_fail (&reader->json, place, _("the area has no question “%s”"), question);
  finding = kompass_finding_new (id, area, kind, text, question);
  kompass_report_add_finding (reader->report, finding);

  return TRUE;
}

static gboolean
read_fact (Reader     *reader,
           JsonNode   *node,
           const char *place,
           guint       index)
{
  static const char * const keys[] = { "name", "value", NULL };
  g_autofree char *id = create_id (reader, "fact", index);
  g_autoptr (KompassKeyFact) fact = NULL;
  JsonObject *object = get_object (reader, node, place);
  const char *name;
  const char *value;

  if (object == NULL || !kompass_strict_json_check_keys (&reader->json, object, place, keys) ||
      !kompass_strict_json_read_text (&reader->json, object, place, "name", &name) ||
      !kompass_strict_json_read_text (&reader->json, object, place, "value", &value))
    return FALSE;
  fact = kompass_key_fact_new (id, name, value);
  kompass_report_add_key_fact (reader->report, fact);

  return TRUE;
}

static gboolean
read_report (Reader   *reader,
             JsonNode *root)
{
  static const char * const keys[] = { "about", "comparisons", "texts", "findings", "facts", NULL };
  JsonObject *object = get_object (reader, root, "");

  return object != NULL && kompass_strict_json_check_keys (&reader->json, object, "", keys) &&
         read_about (reader, json_object_get_member (object, "about")) &&
         read_list (reader, json_object_get_member (object, "comparisons"), "comparisons", read_comparison) &&
         read_texts (reader, json_object_get_member (object, "texts")) &&
         read_list (reader, json_object_get_member (object, "findings"), "findings", read_finding) &&
         read_list (reader, json_object_get_member (object, "facts"), "facts", read_fact);
}

/**
 * kompass_example_report_read:
 * @name: what the text is called in errors: a file name
 * @json: the text
 * @evaluation: what the report is about
 * @means: (element-type KompassProfile): the means that it can be compared with
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file and place
 *
 * Reads what is written about an evaluation: an object with "about" (texts by the names of #KompassAbout), "comparisons" (names
 * of means), "texts" (by section, a list of paragraphs in the markup of #KompassText), "findings" (each with "area", "kind", "text"
 * and perhaps "question") and "facts" (each with "name" and "value"). Anything else is refused. Identifiers are the same
 * each time.
 *
 * Returns: (transfer full) (nullable): the report
 */
KompassReport *
kompass_example_report_read (const char         *name,
                             GBytes             *json,
                             KompassEvaluation  *evaluation,
                             GPtrArray          *means,
                             GError            **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (KompassReport) report = kompass_report_new (kompass_evaluation_get_id (evaluation));
  Reader reader = { { name, error }, evaluation, means, report };

  if (!kompass_strict_json_parse (&reader.json, parser, json) || !read_report (&reader, json_parser_get_root (parser)))
    return NULL;

  return g_steal_pointer (&report);
}
