/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands "check" and "compare", on the example, on a report with a wrong digit, and on a group of its rounds. */
#include <string.h>

#include "kompass-edition-draft.h"
#include "kompass-start.h"
#include "kompass-test-cli.h"
#include "kompass-test-store.h"

#define GROUP "00000000-0000-4000-8000-0000000000a1"
#define SWEDISH "sv_SE.UTF-8"
#define MEAN "Mean of the 40 latest evaluations"

typedef KompassTestCli Fixture;

static void
add_group (Fixture *fixture)
{
  g_autoptr (KompassLibrary) library = kompass_test_open_library (fixture->library);

  kompass_test_add_five (library, GROUP);
}

/* Edition 2016 with another title of its first area, as a revision. */
static void
add_revision (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassLibrary) library = kompass_start_open_library (fixture->library, &error);
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, &error);
  KompassEdition *base = kompass_edition_choose (editions, 2017);
  g_autoptr (KompassEditionDraft) draft = kompass_edition_draft_new (base);
  guint first = kompass_edition_draft_get_row (draft, 0)->id;
  g_autoptr (KompassEdition) edited = NULL;
  g_autoptr (KompassMapping) mapping = NULL;

  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_TEXT, "Demokrati");
  edited = kompass_edition_draft_to_edition (draft, kompass_edition_get_id (base));
  mapping = kompass_edition_draft_derive_mapping (draft, edited, "A test", TRUE);
  g_assert_true (kompass_library_save_edition (library, edited, mapping, NULL, &error));
  g_assert_no_error (error);
}

static JsonObject *
find_element (JsonArray  *array,
              const char *name,
              const char *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (json_object_get_string_member (object, name), value) == 0)
        return object;
    }
  g_error ("There is no %s “%s”", name, value);
}

/* check */

static JsonObject *
find_figure (JsonNode   *root,
             const char *where,
             const char *figure)
{
  JsonArray *figures = json_object_get_array_member (json_node_get_object (root), "figures");

  for (guint i = 0; i < json_array_get_length (figures); i++)
    {
      JsonObject *object = json_array_get_object_element (figures, i);

      if (strcmp (json_object_get_string_member (object, "where"), where) == 0 &&
          strcmp (json_object_get_string_member (object, "figure"), figure) == 0)
        return object;
    }
  g_error ("There is no %s of %s", figure, where);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = kompass_test_ask (fixture, 0, "check", "Lund 2011", NULL);
  g_autofree char *json = kompass_test_ask (fixture, 0, "check", "Lund 2011", "--json", NULL);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *figure;

  g_assert_cmpstr (text, ==, "Lund 2011: 106 printed figures were checked, and all of them can be right at once.\n");
  kompass_test_assert_member (json_node_get_object (root), "consistent", "true");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "figures")), ==, 106);
  figure = find_figure (root, "4", "area-points");
  kompass_test_assert_member (figure, "printed", "\"59.50\"");
  kompass_test_assert_member (figure, "possible", "[\"59.40\",\"59.88\"]");
  kompass_test_assert_member (figure, "consistent", "true");
  kompass_test_assert_member (figure, "misses_by", "null");
  figure = find_figure (root, "2.4", "percent");
  kompass_test_assert_member (figure, "printed", "76");
  kompass_test_assert_member (figure, "possible", "[76,77]");
}

/* 4.1 changed from 15,0 to 14,0: said so there, and at area 4. Points and percent of 4.1 only contradict each other: as in
 * the window, that is one figure. */
static void
test_check_wrong (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *figure;

  g_assert_cmpint (kompass_test_run (fixture, "set", "Lund 2011", "4.1", "14,0", NULL), ==, 0);
  text = kompass_test_ask (fixture, 0, "check", "Lund 2011", NULL);
  g_assert_cmpstr (text, ==,
                   "Question 4.1 is printed as 14.0 points; its percent gives 14.93 to 15.08. It misses by 0.93 points.\n"
                   "Question 4.1 is printed as 100%; its points give 93% to 94%. It misses by 6 percentage points.\n"
                   "Area 4 is printed as 59.5 points; its questions, before they are rounded, add to 58.40 to 58.88. "
                   "It misses by 0.63 points.\n"
                   "Lund 2011: 2 of 106 printed figures do not fit.\n");
  json = kompass_test_ask (fixture, 0, "check", "Lund 2011", "--json", NULL);
  root = json_from_string (json, NULL);
  kompass_test_assert_member (json_node_get_object (root), "consistent", "false");
  figure = find_figure (root, "4", "area-points");
  kompass_test_assert_member (figure, "possible", "[\"58.40\",\"58.88\"]");
  kompass_test_assert_member (figure, "consistent", "false");
  kompass_test_assert_member (figure, "misses_by", "\"0.63\"");
  figure = find_figure (root, "4.1", "percent");
  kompass_test_assert_member (figure, "possible", "[93,94]");
  kompass_test_assert_member (figure, "misses_by", "6");
  kompass_test_assert_member (find_figure (root, "5", "area-points"), "consistent", "true");
}

static void
test_check_others (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *areas = kompass_test_ask (fixture, 0, "check", "Karlskrona 2011", NULL);
  g_autofree char *areas_json = kompass_test_ask (fixture, 0, "check", "Karlskrona 2011", "--json", NULL);
  g_autofree char *total = kompass_test_ask (fixture, 0, "check", "Nacka 2011", NULL);
  g_autofree char *json = kompass_test_ask (fixture, 0, "check", "Nacka 2011", "--json", NULL);
  g_autofree char *unknown = kompass_test_ask (fixture, 1, "check", "Lund 1911", NULL);
  g_autofree char *missing = kompass_test_ask (fixture, 2, "check", NULL);
  g_autofree char *help = kompass_test_ask (fixture, 0, "check", "--help", NULL);
  g_autofree char *swedish = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  g_autoptr (JsonNode) areas_root = json_from_string (areas_json, NULL);
  JsonObject *total_figure = find_figure (areas_root, "total", "total");

  kompass_test_assert_member (total_figure, "printed", "\"415.00\"");
  kompass_test_assert_member (total_figure, "possible", "[\"411.00\",\"419.00\"]");
  g_assert_cmpstr (areas, ==, "Karlskrona 2011: 1 printed figure was checked, and it fits.\n");
  g_assert_cmpstr (total, ==, "Nacka 2011: there are no printed figures that can be held against each other.\n");
  kompass_test_assert_member (json_node_get_object (root), "consistent", "true");
  kompass_test_assert_member (json_node_get_object (root), "figures", "[]");
  kompass_test_assert_says (unknown, "Lund 1911");
  kompass_test_assert_says (missing, "check EVALUATION");
  kompass_test_assert_says (help, "Usage:\n  kommunkompass-cli check [OPTION");

  fixture->locale = SWEDISH;
  swedish = kompass_test_ask (fixture, 0, "check", "Lund 2011", NULL);
  g_assert_cmpstr (swedish, ==, "Lund 2011: 106 tryckta värden är kontrollerade, och alla kan stämma samtidigt.\n");
}

/* compare */

static JsonArray *
get_areas (JsonArray  *others,
           const char *name)
{
  return json_object_get_array_member (find_element (others, "name", name), "areas");
}

static void
assert_figure (JsonObject *figure,
               const char *points,
               const char *difference,
               const char *n)
{
  kompass_test_assert_member (figure, "points", points);
  kompass_test_assert_member (figure, "difference", difference);
  kompass_test_assert_member (figure, "n", n);
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *json = kompass_test_ask (fixture, 0, "compare", "Lund 2011", "Karlskrona 2011", "Grästorp 2014",
                                            MEAN, "Tomelilla 2020", "--json", NULL);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *others = json_object_get_array_member (json_node_get_object (root), "others");
  static const char * const same[] = { "Karlskrona 2011", "Grästorp 2014", MEAN };
  JsonObject *other;

  kompass_test_assert_member (json_node_get_object (root), "evaluation", "\"Lund 2011\"");
  g_assert_cmpuint (json_array_get_length (others), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      other = json_array_get_object_element (others, i);
      g_assert_cmpstr (json_object_get_string_member (other, "name"), ==, same[i]);
      kompass_test_assert_member (other, "comparable", "\"same-edition\"");
      kompass_test_assert_member (other, "reason", "null");
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (other, "areas")), ==, 8);
    }

  other = find_element (others, "name", "Karlskrona 2011");
  kompass_test_assert_member (other, "kind", "\"evaluation\"");
  kompass_test_assert_member (other, "members", "1");
  assert_figure (json_object_get_object_member (other, "total"), "\"415.00\"", "\"43.90\"", "1");
  kompass_test_assert_member (json_array_get_object_element (get_areas (others, "Karlskrona 2011"), 0), "number", "1");
  assert_figure (json_array_get_object_element (get_areas (others, "Karlskrona 2011"), 0), "\"48.00\"", "\"-5.80\"", "1");
  assert_figure (json_array_get_object_element (get_areas (others, "Karlskrona 2011"), 3), "\"44.00\"", "\"15.50\"", "1");

  other = find_element (others, "name", MEAN);
  kompass_test_assert_member (other, "kind", "\"published\"");
  kompass_test_assert_member (other, "members", "40");
  assert_figure (json_object_get_object_member (other, "total"), "\"455.00\"", "\"3.90\"", "40");

  other = find_element (others, "name", "Tomelilla 2020");
  kompass_test_assert_member (other, "comparable", "\"none\"");
  kompass_test_assert_member (other, "reason", "\"Edition 2020 asks other questions than edition 2010\"");
  assert_figure (json_object_get_object_member (other, "total"), "\"497.00\"", "null", "1");
  kompass_test_assert_member (other, "areas", "[]");
  g_assert_false (json_object_has_member (other, "band"));
}

/* Each figure with its own n, and the place of the evaluation. */
static void
test_compare_group (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *areas;
  JsonObject *figure;
  JsonObject *other;

  add_group (fixture);
  json = kompass_test_ask (fixture, 0, "compare", "Lund 2011", "Five", "--json", NULL);
  root = json_from_string (json, NULL);
  other = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "others"), 0);
  kompass_test_assert_member (other, "kind", "\"members\"");
  kompass_test_assert_member (other, "members", "5");
  /* (458,9 + 415 + 509 + 506 + 551) / 5 = 487,98 */
  figure = json_object_get_object_member (other, "total");
  assert_figure (figure, "\"487.98\"", "\"-29.08\"", "5");
  kompass_test_assert_member (figure, "median", "\"506.00\"");
  kompass_test_assert_member (figure, "lower_quartile", "\"458.90\"");
  kompass_test_assert_member (figure, "rank", "4");
  kompass_test_assert_member (figure, "of", "5");
  areas = json_object_get_array_member (other, "areas");
  /* (42,2 + 48 + 69 + 61 + 61) / 5 = 56,24; (51,8 + 49 + 67 + 60) / 4 = 56,95 */
  assert_figure (json_array_get_object_element (areas, 0), "\"56.24\"", "\"-14.04\"", "5");
  figure = json_array_get_object_element (areas, 1);
  assert_figure (figure, "\"56.95\"", "\"-5.15\"", "4");
  kompass_test_assert_member (figure, "lower_quartile", "null");
  kompass_test_assert_member (figure, "rank", "3");

  text = kompass_test_ask (fixture, 0, "compare", "Lund 2011", "Five", NULL);
  kompass_test_assert_says (text, "Lund 2011            Five  Difference  Place\n");
  kompass_test_assert_says (text, "     42.2           56.24      −14.04    5/5\n");
  kompass_test_assert_says (text, "     51.8  56.95 (4 of 5)       −5.15    3/4\n");
  kompass_test_assert_says (text, "Five: edition 2010, mean of 5 evaluations, 2014\n");
  kompass_test_assert_says (text, "Five (mean of 5): 487.98 points, a difference of −29.08.");
}

/* Totals across the revision of 2010, typed by the user. */
static void
test_compare_band (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id =
      kompass_test_ask (fixture, 0, "new", "Lund", "2009", "--edition", "2002", "--depth", "total", NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *other;

  g_assert_cmpint (kompass_test_run (fixture, "set", "Lund 2009", "total", "520", NULL), ==, 0);
  json = kompass_test_ask (fixture, 0, "compare", "Lund 2011", "Lund 2009", "--json", NULL);
  root = json_from_string (json, NULL);
  other = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "others"), 0);
  kompass_test_assert_member (other, "comparable", "\"total-only\"");
  kompass_test_assert_member (other, "band", "[\"420.00\",\"440.00\"]");
  kompass_test_assert_member (other, "difference_band", "[\"18.90\",\"38.90\"]");
  assert_figure (json_object_get_object_member (other, "total"), "\"520.00\"", "null", "1");
  kompass_test_assert_member (other, "areas", "[]");
  kompass_test_assert_says (json_object_get_string_member (other, "reason"), "80 to 100 points");
  text = kompass_test_ask (fixture, 0, "compare", "Lund 2011", "Lund 2009", NULL);
  kompass_test_assert_says (text, "about 420.0 to 440.0 under edition 2010");
}

/* A revision of an edition and the edition itself are chosen by their names, which are the same in every language. */
static void
test_compare_revisions (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const rounds[][3] = {
    { "2017", "2016", "\"2016, rev. 2\"" },
    { "2018", "2016, rev. 1", "\"2016\"" },
    { "2019", "2016, rev. 2", "\"2016, rev. 2\"" },
  };
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *others;

  add_revision (fixture);
  fixture->locale = SWEDISH;
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autofree char *name = g_strconcat ("Lund ", rounds[i][0], NULL);
      g_autofree char *id = kompass_test_ask (fixture, 0, "new", "Lund", rounds[i][0], "--edition", rounds[i][1], NULL);
      g_autofree char *shown = kompass_test_ask (fixture, 0, "show", name, "--json", NULL);
      g_autoptr (JsonNode) node = json_from_string (shown, NULL);

      kompass_test_assert_member (json_node_get_object (node), "edition", rounds[i][2]);
      g_assert_cmpint (kompass_test_run (fixture, "set", name, "1", "40", NULL), ==, 0);
    }
  json = kompass_test_ask (fixture, 0, "compare", "Lund 2017", "Lund 2018", "Lund 2019", "--json", NULL);
  root = json_from_string (json, NULL);
  others = json_object_get_array_member (json_node_get_object (root), "others");
  kompass_test_assert_member (json_array_get_object_element (others, 0), "comparable", "\"mapped\"");
  assert_figure (json_array_get_object_element (get_areas (others, "Lund 2018"), 0), "\"40.00\"", "\"0.00\"", "1");
  kompass_test_assert_member (json_array_get_object_element (others, 1), "comparable", "\"same-edition\"");
}

static void
test_compare_text (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *missing = kompass_test_ask (fixture, 2, "compare", "Lund 2011", NULL);
  g_autofree char *unknown = kompass_test_ask (fixture, 1, "compare", "Lund 2011", "Nowhere", NULL);
  g_autofree char *help = kompass_test_ask (fixture, 0, "compare", "--help", NULL);

  fixture->locale = SWEDISH;
  text = kompass_test_ask (fixture, 0, "compare", "Lund 2011", MEAN, "Örebro 2015", NULL);
  kompass_test_assert_says (text, "Medel av de 40 senaste utvärderingarna  Skillnad\n");
  kompass_test_assert_says (text,
                            "Medel av de 40 senaste utvärderingarna: utgåva 2010, medel av 40 utvärderingar, 2014");
  kompass_test_assert_says (text, "Örebro 2015 är inte med. Utgåvan är inte känd, så någon jämförelse görs inte.\n");
  kompass_test_assert_says (missing, "compare EVALUATION OTHER");
  kompass_test_assert_says (unknown, "Nowhere");
  kompass_test_assert_says (help, "Usage:\n  kommunkompass-cli compare [OPTION");
}

/* What has no areas of its own can be compared all the same. */
static void
test_compare_total (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *json =
      kompass_test_ask (fixture, 0, "compare", "Nacka 2011", "Lund 2011", "Örebro 2015", "--json", NULL);
  g_autofree char *unknown = kompass_test_ask (fixture, 0, "compare", "Örebro 2015", "Lund 2011", "--json", NULL);
  g_autofree char *text = kompass_test_ask (fixture, 0, "compare", "Nacka 2011", "Lund 2011", NULL);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  g_autoptr (JsonNode) unknown_root = json_from_string (unknown, NULL);
  JsonArray *others = json_object_get_array_member (json_node_get_object (root), "others");
  JsonObject *other = find_element (others, "name", "Lund 2011");

  assert_figure (json_object_get_object_member (other, "total"), "\"458.90\"", "\"185.10\"", "1");
  assert_figure (json_array_get_object_element (get_areas (others, "Lund 2011"), 0), "\"42.20\"", "null", "1");
  other = find_element (others, "name", "Örebro 2015");
  kompass_test_assert_member (other, "comparable", "\"none\"");
  kompass_test_assert_member (other, "reason", "\"The edition is not known, so it is compared with no one\"");
  kompass_test_assert_says (text, "Nacka 2011  Lund 2011  Difference\n");
  other = json_array_get_object_element (json_object_get_array_member (json_node_get_object (unknown_root), "others"), 0);
  kompass_test_assert_member (other, "comparable", "\"none\"");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("KOMPASS_CLI"));

#define ADD(name, function) \
  g_test_add ("/cli/" name, Fixture, NULL, kompass_test_set_up_cli_example, function, kompass_test_tear_down_cli)
  ADD ("check/consistent", test_check);
  ADD ("check/wrong", test_check_wrong);
  ADD ("check/others", test_check_others);
  ADD ("compare/json", test_compare);
  ADD ("compare/group", test_compare_group);
  ADD ("compare/band", test_compare_band);
  ADD ("compare/revisions", test_compare_revisions);
  ADD ("compare/text", test_compare_text);
  ADD ("compare/total", test_compare_total);
#undef ADD

  return g_test_run ();
}
