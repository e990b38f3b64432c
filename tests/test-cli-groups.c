/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "groups", on a library with published means and with a group whose figures a person can check. */
#include <string.h>

#include "kompass-start.h"
#include "kompass-test-cli.h"
#include "kompass-test-store.h"

#define GROUP "00000000-0000-4000-8000-0000000000a1"

typedef KompassTestCli Fixture;

/* The example, and a group of all that is known of five of its rounds of 2010. */
static void
make_library (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = kompass_start_open_library (fixture->library, &error);

  g_assert_no_error (error);
  g_assert_true (kompass_start_add_example (library, NULL, NULL, &error));
  kompass_test_add_five (library, GROUP);
  g_assert_finalize_object (library);
}

static JsonObject *
find_group (JsonArray  *groups,
            const char *name)
{
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);

      if (g_str_has_prefix (json_object_get_string_member (group, "name"), name))
        return group;
    }
  g_error ("There is no group %s", name);
}

/* The totals are 458.9, 415, 509, 506 and 551, which add to 2439.9. */
static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *groups;
  JsonObject *group;
  JsonObject *area;

  make_library (fixture);
  fixture->locale = "sv_SE.UTF-8";
  text = kompass_test_ask (fixture, 0, "groups", "--json", NULL);
  root = json_from_string (text, NULL);
  groups = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (groups), ==, 3);

  group = find_group (groups, "Five");
  kompass_test_assert_member (group, "id", "\"" GROUP "\"");
  kompass_test_assert_member (group, "edition", "\"2010\"");
  kompass_test_assert_member (group, "kind", "\"members\"");
  kompass_test_assert_member (group, "members", "5");
  kompass_test_assert_member (group, "as_of", "\"2014\"");
  kompass_test_assert_member (group, "source", "null");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "n", "5");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "minimum", "\"415.00\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "maximum", "\"551.00\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "median", "\"506.00\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "lower_quartile", "\"458.90\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "upper_quartile", "\"509.00\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "mean", "\"487.98\"");
  area = json_array_get_object_element (json_object_get_array_member (group, "areas"), 1);
  kompass_test_assert_member (area, "number", "2");
  kompass_test_assert_member (area, "n", "4"); /* Gotland's is not known */
  kompass_test_assert_member (area, "lower_quartile", "null");

  group = find_group (groups, "Mean of the 40");
  kompass_test_assert_member (group, "kind", "\"published\"");
  kompass_test_assert_member (group, "members", "40");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "n", "40");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "mean", "\"455.00\"");
  kompass_test_assert_member (json_object_get_object_member (group, "total"), "median", NULL);

  group = find_group (groups, "National mean");
  kompass_test_assert_member (group, "members", "null");
  area = json_array_get_object_element (json_object_get_array_member (group, "areas"), 2);
  kompass_test_assert_member (area, "mean", "null");
  kompass_test_assert_member (area, "n", "null");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  make_library (fixture);
  text = kompass_test_ask (fixture, 0, "groups", NULL);
  g_assert_nonnull (strstr (text, "Five\nedition 2010, group of 5 evaluations, 2014\n"));
  g_assert_nonnull (strstr (text, "487.98        5   415.0    458.9   506.0    509.0    551.0\n"));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = kompass_test_ask (fixture, 0, "groups", NULL);
  g_autofree char *json = kompass_test_ask (fixture, 0, "groups", "--json", NULL);

  g_assert_cmpstr (text, ==, "There are no reference groups. “example” adds published means.\n");
  g_assert_cmpstr (json, ==, "[]\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("KOMPASS_CLI"));

  g_test_add ("/cli/groups/json", Fixture, NULL, kompass_test_set_up_cli, test_json, kompass_test_tear_down_cli);
  g_test_add ("/cli/groups/text", Fixture, NULL, kompass_test_set_up_cli, test_text, kompass_test_tear_down_cli);
  g_test_add ("/cli/groups/empty", Fixture, NULL, kompass_test_set_up_cli, test_empty, kompass_test_tear_down_cli);

  return g_test_run ();
}
