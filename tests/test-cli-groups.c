/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "groups", on a library with published means and with a group whose figures a person can check. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "kompass-start.h"
#include "kompass-test-store.h"

#define GROUP "00000000-0000-4000-8000-0000000000a1"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = kompass_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.kompass", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The example, and a group of all that is known of five of its rounds of 2010. */
static void
make_library (Fixture *fixture)
{
  static const char * const members[] = {
    "Lund 2011", "Karlskrona 2011", "Karlskrona 2014", "Grästorp 2014", "Gotland 2014",
  };
  g_autoptr (GError) error = NULL;
  KompassLibrary *library = kompass_start_open_library (fixture->path, &error);
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (KompassGroup) group = NULL;

  g_assert_no_error (error);
  g_assert_true (kompass_start_add_example (library, NULL, NULL, &error));
  editions = kompass_library_list_editions (library, &error);
  group = kompass_group_new (GROUP, "Five", kompass_edition_choose (editions, 2011), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *id = kompass_library_find_evaluation (library, members[i], &error);

      g_assert_no_error (error);
      kompass_group_add_member (group, id);
    }
  kompass_group_set_as_of (group, "2014");
  g_assert_true (kompass_library_save_group (library, group, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (library);
}

static char *
run (Fixture    *fixture,
     const char *locale,
     const char *option)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("KOMPASS_CLI"), "--library", fixture->path,
                                         "groups", option, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return text;
}

static void
assert_member (JsonObject *object,
               const char *name,
               const char *expected)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *got = node != NULL ? json_to_string (node, FALSE) : NULL;

  g_assert_cmpstr (got, ==, expected);
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
  text = run (fixture, "sv_SE.UTF-8", "--json");
  root = json_from_string (text, NULL);
  groups = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (groups), ==, 3);

  group = find_group (groups, "Five");
  assert_member (group, "id", "\"" GROUP "\"");
  assert_member (group, "edition", "\"2010\"");
  assert_member (group, "kind", "\"members\"");
  assert_member (group, "members", "5");
  assert_member (group, "as_of", "\"2014\"");
  assert_member (group, "source", "null");
  assert_member (json_object_get_object_member (group, "total"), "n", "5");
  assert_member (json_object_get_object_member (group, "total"), "minimum", "\"415.00\"");
  assert_member (json_object_get_object_member (group, "total"), "maximum", "\"551.00\"");
  assert_member (json_object_get_object_member (group, "total"), "median", "\"506.00\"");
  assert_member (json_object_get_object_member (group, "total"), "lower_quartile", "\"458.90\"");
  assert_member (json_object_get_object_member (group, "total"), "upper_quartile", "\"509.00\"");
  assert_member (json_object_get_object_member (group, "total"), "mean", "\"487.98\"");
  area = json_array_get_object_element (json_object_get_array_member (group, "areas"), 1);
  assert_member (area, "number", "2");
  assert_member (area, "n", "4"); /* Gotland's is not known */
  assert_member (area, "lower_quartile", "null");

  group = find_group (groups, "Mean of the 40");
  assert_member (group, "kind", "\"published\"");
  assert_member (group, "members", "40");
  assert_member (json_object_get_object_member (group, "total"), "n", "40");
  assert_member (json_object_get_object_member (group, "total"), "mean", "\"455.00\"");
  assert_member (json_object_get_object_member (group, "total"), "median", NULL);

  group = find_group (groups, "National mean");
  assert_member (group, "members", "null");
  area = json_array_get_object_element (json_object_get_array_member (group, "areas"), 2);
  assert_member (area, "mean", "null");
  assert_member (area, "n", "null");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  make_library (fixture);
  text = run (fixture, "C.UTF-8", NULL);
  g_assert_nonnull (strstr (text, "Five\nedition 2010, group of 5 evaluations, 2014\n"));
  g_assert_nonnull (strstr (text, "487.98        5   415.0    458.9   506.0    509.0    551.0\n"));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = run (fixture, "C.UTF-8", NULL);
  g_autofree char *json = run (fixture, "C.UTF-8", "--json");

  g_assert_cmpstr (text, ==, "There are no reference groups. “example” adds published means.\n");
  g_assert_cmpstr (json, ==, "[]\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("KOMPASS_CLI"));

  g_test_add ("/cli/groups/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/groups/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/cli/groups/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
