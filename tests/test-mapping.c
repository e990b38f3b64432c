/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings between editions: what may be said, what is found again, and how much of an edition is covered. */
#include <string.h>

#include "kompass-bundle.h"
#include "kompass-group.h"

#define OLD "00000000-0000-4000-8000-000000000a01"
#define LATER "00000000-0000-4000-8000-000000000a02"
#define MAPPING "00000000-0000-4000-8000-000000000a03"
#define ITEM "00000000-0000-4000-8000-000000000a04"

/* Three areas; the third is known by its name alone. */
static KompassEdition *
new_edition (const char *id)
{
  static const struct
  {
    const char *number;
    KompassPoints maximum;
  } questions[] = { { "1.1", 4000 }, { "1.2", 3000 }, { "1.3", 3000 }, { "2.1", 5000 }, { "2.2", 5000 } };
  KompassEdition *edition = kompass_edition_new (id, g_str_equal (id, OLD) ? "Old" : "Later", 2010, 0, "");

  kompass_edition_add_area (edition, 1, "One", 10000);
  for (guint i = 0; i < 3; i++)
    kompass_edition_add_question (edition, questions[i].number, "?", questions[i].maximum);
  kompass_edition_add_area (edition, 2, "Two", 10000);
  for (guint i = 3; i < 5; i++)
    kompass_edition_add_question (edition, questions[i].number, "?", questions[i].maximum);
  kompass_edition_add_area (edition, 3, "Three", KOMPASS_POINTS_UNKNOWN);

  return edition;
}

static KompassMapping *
new_mapping (void)
{
  g_autoptr (KompassEdition) old = new_edition (OLD);
  g_autoptr (KompassEdition) later = new_edition (LATER);

  return kompass_mapping_new (MAPPING, old, later, "A test");
}

static gboolean
add (KompassMapping   *mapping,
     const char       *kind,
     KompassRelation   relation,
     const char       *from,
     const char       *to,
     GError          **error)
{
  g_auto (GStrv) from_numbers = g_strsplit (from, " ", -1);
  g_auto (GStrv) to_numbers = g_strsplit (to, " ", -1);

  return kompass_mapping_add (mapping, NULL, *kind == 'a' ? KOMPASS_LINE_AREA : KOMPASS_LINE_QUESTION, relation,
                              (const char * const *) from_numbers, (const char * const *) to_numbers, NULL, error);
}

#define SAME KOMPASS_RELATION_SAME
#define REWORDED KOMPASS_RELATION_REWORDED
#define CHANGED KOMPASS_RELATION_MAXIMUM_CHANGED
#define SPLIT KOMPASS_RELATION_SPLIT
#define MERGED KOMPASS_RELATION_MERGED
#define NEW KOMPASS_RELATION_NEW
#define GONE KOMPASS_RELATION_GONE
#define FITS -1
#define NOT_FOUND KOMPASS_MAPPING_ERROR_NOT_FOUND
#define TWICE KOMPASS_MAPPING_ERROR_TWICE
#define COUNT KOMPASS_MAPPING_ERROR_COUNT
#define MAXIMUM KOMPASS_MAPPING_ERROR_MAXIMUM

/* Each after "question 2.2 is the same as 2.2". */
static void
test_add (void)
{
  static const struct
  {
    const char *kind;
    KompassRelation relation;
    const char *from;
    const char *to;
    int error;
  } rows[] = {
    { "question", SAME, "1.2", "1.3", FITS },
    { "question", REWORDED, "1.2", "1.3", FITS },
    { "area", SAME, "1", "2", FITS },
    { "question", CHANGED, "1.1", "1.2", FITS },
    { "question", SPLIT, "1.1", "1.1 1.2", FITS },
    { "question", MERGED, "1.1 1.2", "1.1", FITS },
    { "question", NEW, "", "1.1", FITS },
    { "question", NEW, "", "1.1 1.2", FITS },
    { "question", GONE, "1.1", "", FITS },
    { "area", GONE, "3", "", FITS },
    { "area", NEW, "", "3", FITS },
    { "question", SAME, "1.4", "1.3", NOT_FOUND },
    { "question", SAME, "1.2", "1.4", NOT_FOUND },
    { "question", SAME, "1", "1", NOT_FOUND },
    { "area", SAME, "1.1", "1.1", NOT_FOUND },
    { "question", SAME, "2.2", "2.1", TWICE },
    { "question", SAME, "2.1", "2.2", TWICE },
    { "question", SPLIT, "1.1", "1.2 1.2", TWICE },
    { "question", SAME, "1.1", "1.2", MAXIMUM },
    { "question", REWORDED, "1.1", "1.2", MAXIMUM },
    { "question", CHANGED, "1.2", "1.3", MAXIMUM },
    { "area", SAME, "3", "3", MAXIMUM },
    { "area", CHANGED, "3", "2", MAXIMUM },
    { "area", SPLIT, "1", "2 3", MAXIMUM },
    { "question", SAME, "1.1", "", COUNT },
    { "question", SAME, "", "1.1", COUNT },
    { "question", SAME, "1.1 1.2", "1.1", COUNT },
    { "question", SPLIT, "1.1", "1.1", COUNT },
    { "question", SPLIT, "1.1 1.2", "1.1 1.2", COUNT },
    { "question", MERGED, "1.1", "1.1", COUNT },
    { "question", MERGED, "1.1 1.2", "1.1 1.2", COUNT },
    { "question", NEW, "1.1", "1.1", COUNT },
    { "question", NEW, "", "", COUNT },
    { "question", GONE, "1.1", "1.1", COUNT },
    { "question", GONE, "", "", COUNT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KompassMapping) mapping = new_mapping ();
      g_autoptr (GError) error = NULL;
      gboolean is_added;

      g_assert_true (add (mapping, "question", SAME, "2.2", "2.2", NULL));
      is_added = add (mapping, rows[i].kind, rows[i].relation, rows[i].from, rows[i].to, &error);
      if (is_added != (rows[i].error == FITS) || (error != NULL && error->code != rows[i].error))
        g_error ("%s %s to %s: %s", kompass_relation_get_name (rows[i].relation), rows[i].from, rows[i].to,
                 error != NULL ? error->message : "added");
      g_assert_cmpuint (kompass_mapping_get_n_items (mapping), ==, is_added ? 2 : 1);
    }
}

static void
test_find (void)
{
  g_autoptr (KompassMapping) mapping = new_mapping ();
  KompassEdition *old = kompass_mapping_get_from (mapping);
  KompassEdition *later = kompass_mapping_get_to (mapping);
  g_autoptr (KompassEdition) old_again = new_edition (OLD);
  g_autoptr (KompassEdition) other = new_edition (MAPPING);
  const KompassMappingItem *item;
  guint covered, of;

  g_assert_true (add (mapping, "question", SAME, "1.1", "1.1", NULL));
  g_assert_true (add (mapping, "question", SPLIT, "1.2", "2.1 2.2", NULL));
  g_assert_true (add (mapping, "question", GONE, "1.3", "", NULL));
  g_assert_true (add (mapping, "question", MERGED, "2.1 2.2", "1.3", NULL));
  g_assert_true (add (mapping, "area", SAME, "1", "2", NULL));

  item = kompass_mapping_find (mapping, later, KOMPASS_LINE_QUESTION, "2.2");
  g_assert_cmpint (item->relation, ==, SPLIT);
  g_assert_true (kompass_mapping_find (mapping, old, KOMPASS_LINE_QUESTION, "1.2") == item);
  g_assert_true (kompass_mapping_find (mapping, old_again, KOMPASS_LINE_QUESTION, "1.2") == item);
  g_assert_cmpstr (kompass_mapping_get_numbers (mapping, item, old)[0], ==, "1.2");
  g_assert_cmpstr (kompass_mapping_get_numbers (mapping, item, later)[1], ==, "2.2");
  g_assert_true (kompass_mapping_item_carries (mapping, item, old));
  g_assert_false (kompass_mapping_item_carries (mapping, item, later));
  g_assert_null (kompass_mapping_find (mapping, later, KOMPASS_LINE_QUESTION, "1.2"));
  g_assert_null (kompass_mapping_find (mapping, old, KOMPASS_LINE_AREA, "2"));
  g_assert_nonnull (kompass_mapping_find (mapping, later, KOMPASS_LINE_AREA, "2"));
  g_assert_null (kompass_mapping_find (mapping, other, KOMPASS_LINE_AREA, "2"));
  g_assert_true (kompass_mapping_get_other (mapping, old_again) == later);
  g_assert_null (kompass_mapping_get_other (mapping, other));

  kompass_mapping_get_coverage (mapping, old, KOMPASS_LINE_QUESTION, &covered, &of);
  g_assert_cmpuint (covered, ==, 2); /* 1.1 and 1.2; 1.3 is gone, 2.1 and 2.2 cannot be told apart */
  g_assert_cmpuint (of, ==, 5);
  kompass_mapping_get_coverage (mapping, later, KOMPASS_LINE_QUESTION, &covered, &of);
  g_assert_cmpuint (covered, ==, 2); /* 1.1 and 1.3 */
  kompass_mapping_get_coverage (mapping, later, KOMPASS_LINE_AREA, &covered, &of);
  g_assert_cmpuint (covered, ==, 1);
  g_assert_cmpuint (of, ==, 3);
}

static void
test_remove (void)
{
  g_autoptr (KompassMapping) mapping = new_mapping ();
  g_autofree char *id = NULL;

  g_assert_true (add (mapping, "question", SAME, "1.1", "1.1", NULL));
  g_assert_true (add (mapping, "question", SPLIT, "1.2", "2.1 2.2", NULL));
  id = g_strdup (kompass_mapping_get_item (mapping, 1)->id);
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_true (kompass_mapping_remove (mapping, id));
  g_assert_false (kompass_mapping_remove (mapping, id));
  g_assert_null (kompass_mapping_find (mapping, kompass_mapping_get_to (mapping), KOMPASS_LINE_QUESTION, "2.1"));
  g_assert_nonnull (kompass_mapping_find (mapping, kompass_mapping_get_to (mapping), KOMPASS_LINE_QUESTION, "1.1"));
  g_assert_true (add (mapping, "question", SAME, "1.2", "1.3", NULL));
}

static void
test_band_and_copy (void)
{
  g_autoptr (KompassMapping) mapping = new_mapping ();
  g_autoptr (KompassEdition) bare = kompass_edition_new (LATER, "Later", 2010, 0, "");
  g_autoptr (KompassMapping) copy = NULL;
  KompassPoints low, high;

  g_assert_false (kompass_mapping_get_total_band (mapping, &low, &high));
  kompass_mapping_set_total_band (mapping, 8000, 10000);
  g_assert_true (add (mapping, "question", SAME, "1.1", "1.1", NULL));
  g_assert_true (add (mapping, "area", SAME, "1", "2", NULL));
  kompass_edition_add_area (bare, 2, "Two", 10000);
  copy = kompass_mapping_copy (mapping, ITEM, kompass_mapping_get_from (mapping), bare);
  g_assert_true (kompass_mapping_get_total_band (copy, &low, &high));
  g_assert_cmpint (low, ==, 8000);
  g_assert_cmpint (high, ==, 10000);
  g_assert_cmpuint (kompass_mapping_get_n_items (copy), ==, 1); /* the question is not there */
  g_assert_cmpstr (kompass_mapping_get_item (copy, 0)->id, !=, kompass_mapping_get_item (mapping, 1)->id);
  kompass_mapping_set_total_band (mapping, KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN);
  g_assert_false (kompass_mapping_get_total_band (mapping, NULL, NULL));
}

static void
test_names (void)
{
  KompassRelation relation;

  for (KompassRelation i = SAME; i <= GONE; i++)
    {
      g_assert_true (kompass_relation_from_name (kompass_relation_get_name (i), &relation));
      g_assert_cmpint (relation, ==, i);
      g_assert_cmpuint (strlen (kompass_relation_describe (i)), >, 0);
    }
  g_assert_false (kompass_relation_from_name ("Same", &relation));
}

static void
test_group_validate (void)
{
  static const struct
  {
    const char *name;
    KompassPoints area;
    KompassPoints total;
    guint n_members;
    const char *message; /* NULL: valid */
  } rows[] = {
    { "Mean", 5000, KOMPASS_POINTS_UNKNOWN, 0, NULL },
    { "Mean", KOMPASS_POINTS_UNKNOWN, 5000, 12, NULL },
    { "Mean", 10000, KOMPASS_POINTS_UNKNOWN, KOMPASS_GROUP_MEMBERS_LIMIT, NULL },
    { "", 5000, 5000, 1, "A reference group needs a name" },
    { "  ", 5000, 5000, 1, "A reference group needs a name" },
    { "A\nB", 5000, 5000, 1, "The name has a character that cannot be printed" },
    { "Mean", 10001, 5000, 1, "1 One: the mean must be between 0 and 100 points" },
    { "Mean", -1, 5000, 1, "1 One: the mean must be between 0 and 100 points" },
    { "Mean", KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, 1,
      "A published mean needs the points of at least one area, or the total" },
    { "Mean", 5000, 5000, KOMPASS_GROUP_MEMBERS_LIMIT + 1,
      "A published mean has between 1 and 9999 members, or an unknown number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KompassEdition) edition = new_edition (OLD);
      g_autoptr (KompassGroup) group = kompass_group_new (ITEM, rows[i].name, edition, TRUE);
      g_autoptr (GError) error = NULL;

      kompass_group_set_points (group, KOMPASS_LINE_AREA, 0, rows[i].area);
      kompass_group_set_points (group, KOMPASS_LINE_TOTAL, 0, rows[i].total);
      kompass_group_set_n_members (group, rows[i].n_members);
      g_assert_cmpint (kompass_group_validate (group, &error), ==, rows[i].message == NULL);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].message);
    }
}

/* From files */

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (&error);
  g_autoptr (GPtrArray) mappings = kompass_bundle_load_mappings (editions, &error);
  KompassPoints low, high;
  KompassMapping *mapping;

  g_assert_no_error (error);
  g_assert_cmpuint (mappings->len, ==, 1);
  mapping = g_ptr_array_index (mappings, 0);
  g_assert_cmpstr (kompass_edition_get_name (kompass_mapping_get_from (mapping)), ==, "2002");
  g_assert_cmpstr (kompass_edition_get_name (kompass_mapping_get_to (mapping)), ==, "2010");
  g_assert_cmpuint (kompass_mapping_get_n_items (mapping), ==, 0);
  g_assert_true (kompass_mapping_get_total_band (mapping, &low, &high));
  g_assert_cmpint (low, ==, 8000);
  g_assert_cmpint (high, ==, 10000);
  g_assert_nonnull (strstr (kompass_mapping_get_source (mapping), "Lunds kommun 2011"));
}

#define WITH(from, to, rest) \
  "{\"id\": \"" MAPPING "\", \"from\": \"" from "\", \"to\": \"" to "\", \"source\": \"A test\", " rest "}"
#define ITEMS(item) WITH (OLD, LATER, "\"items\": [{" item "}]")
#define RIGHT "\"id\": \"" ITEM "\", \"kind\": \"question\", \"relation\": \"same\", "

static void
test_json (void)
{
  static const struct
  {
    const char *text;
    const char *message; /* what it begins with; NULL: read */
  } rows[] = {
    { WITH (OLD, LATER, "\"items\": []"), NULL },
    { ITEMS (RIGHT "\"from\": [\"1.1\"], \"to\": [\"1.1\"], \"note\": \"Why\""), NULL },
    { WITH (OLD, LATER, "\"total_band\": {\"low\": 80, \"high\": 100.5}, \"items\": []"), NULL },
    { WITH (OLD, OLD, "\"items\": []"), "t.json: to: must be another edition than “from”" },
    { WITH (OLD, ITEM, "\"items\": []"), "t.json: to: there is no such edition" },
    { WITH (OLD, LATER, "\"items\": {}"), "t.json: items: must be a list" },
    { WITH (OLD, LATER, "\"points\": 1, \"items\": []"), "t.json: points: is not known here" },
    { WITH (OLD, LATER, "\"total_band\": {\"low\": 80}, \"items\": []"), "t.json: total_band.high: is missing" },
    { WITH (OLD, LATER, "\"total_band\": {\"low\": 80, \"high\": 70}, \"items\": []"),
      "t.json: total_band.high: must not be lower" },
    { WITH (OLD, LATER, "\"total_band\": 80, \"items\": []"), "t.json: total_band: must be an object" },
    { ITEMS (RIGHT "\"from\": [\"1.1\"], \"to\": [1.1]"), "t.json: items[0].to: must be a list of numbers in quotes" },
    { ITEMS (RIGHT "\"from\": [\"1.1\"], \"to\": [\"1.2\"]"), "t.json: items[0]: The maxima differ" },
    { ITEMS ("\"id\": \"x\", \"kind\": \"area\", \"relation\": \"same\", \"from\": [\"1\"], \"to\": [\"1\"]"),
      "t.json: items[0]: “id” must be a UUID" },
    { ITEMS ("\"id\": \"" ITEM "\", \"kind\": \"row\", \"relation\": \"same\", \"from\": [\"1\"], \"to\": [\"1\"]"),
      "t.json: items[0].kind: must be “area” or “question”" },
    { ITEMS ("\"id\": \"" ITEM "\", \"kind\": \"area\", \"relation\": \"like\", \"from\": [\"1\"], \"to\": [\"1\"]"),
      "t.json: items[0]: there is no relation “like”" },
    { "[]", "t.json: must be an object" },
  };
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (editions, new_edition (OLD));
  g_ptr_array_add (editions, new_edition (LATER));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (KompassMapping) mapping = kompass_mapping_from_json ("t.json", bytes, editions, &error);

      g_assert_cmpint (mapping != NULL, ==, rows[i].message == NULL);
      g_assert_cmpint (error == NULL, ==, rows[i].message == NULL);
      if (error != NULL && !g_str_has_prefix (error->message, rows[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, rows[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping/add", test_add);
  g_test_add_func ("/mapping/find", test_find);
  g_test_add_func ("/mapping/remove", test_remove);
  g_test_add_func ("/mapping/band-and-copy", test_band_and_copy);
  g_test_add_func ("/mapping/names", test_names);
  g_test_add_func ("/mapping/bundled", test_bundled);
  g_test_add_func ("/mapping/json", test_json);
  g_test_add_func ("/group/validate", test_group_validate);

  return g_test_run ();
}
