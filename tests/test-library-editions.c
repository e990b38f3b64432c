/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions and mappings of a user: what evaluations stand on does not change under them, and what nothing stands on
 * does. */
#include <string.h>

#include "kompass-test-library.h"

#define EDITION "00000000-0000-4000-8000-0000000000e1"
#define MAPPING "00000000-0000-4000-8000-0000000000f1"
#define BUNDLED "00000000-0000-4000-8000-0000000000f2"

typedef KompassTestLibrary Fixture;

static KompassEdition *
get (Fixture    *fixture,
     const char *id)
{
  g_autoptr (GError) error = NULL;
  KompassEdition *edition = kompass_library_get_edition (fixture->library, id, &error);

  g_assert_no_error (error);

  return edition;
}

static KompassEdition *
save (Fixture        *fixture,
      KompassEdition *edited,
      KompassMapping *mapping)
{
  g_autoptr (GError) error = NULL;
  KompassEdition *saved = NULL;

  kompass_library_save_edition (fixture->library, edited, mapping, &saved, &error);
  g_assert_no_error (error);

  return saved;
}

/* The first area in other words, everything else as it is. */
static KompassEdition *
reword (KompassEdition *edition,
        const char     *title)
{
  KompassEdition *edited = kompass_edition_new (kompass_edition_get_id (edition), kompass_edition_get_name (edition),
                                                kompass_edition_get_first_year (edition),
                                                kompass_edition_get_last_year (edition),
                                                kompass_edition_get_provenance (edition));

  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);

      kompass_edition_add_area (edited, area->number, i == 0 ? title : area->title, area->maximum);
      for (guint j = 0; j < area->n_questions; j++)
        {
          const KompassQuestion *question = kompass_edition_get_question (edition, area->first_question + j);

          kompass_edition_add_question (edited, question->number, question->text, question->maximum);
        }
    }

  return edited;
}

/* Two areas with maxima and without questions. */
static KompassEdition *
new_edition (const char *id,
             const char *name,
             guint       first_number)
{
  KompassEdition *edition = kompass_edition_new (id, name, 2025, 0, "Made up");

  kompass_edition_add_area (edition, first_number, "One", 10000);
  kompass_edition_add_area (edition, first_number + 1, "Two", 10000);

  return edition;
}

static void
add_area_item (KompassMapping  *mapping,
               KompassRelation  relation,
               const char      *from,
               const char      *to)
{
  const char *from_numbers[] = { from, NULL };
  const char *to_numbers[] = { to, NULL };
  g_autoptr (GError) error = NULL;

  kompass_mapping_add (mapping, NULL, KOMPASS_LINE_AREA, relation, from_numbers, to_numbers, "Why", &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture        *fixture,
                KompassEdition *edited,
                const char     *message)
{
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kompass_library_save_edition (fixture->library, edited, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==, message);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = new_edition (EDITION, "2025", 1);
  g_autoptr (KompassEdition) same_name = new_edition (MAPPING, "2025 ", 1);
  g_autoptr (KompassEdition) nameless = new_edition (MAPPING, "", 1);
  g_autoptr (KompassEdition) saved = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autofree char *before = kompass_test_dump (fixture->path);
  KompassEditionUse use;

  saved = save (fixture, edition, NULL);
  kompass_test_assert_undo_and_redo (fixture, "Add edition 2025", before);
  g_assert_cmpstr (kompass_edition_get_id (saved), ==, EDITION);
  g_assert_cmpuint (kompass_edition_get_revision (saved), ==, 1);
  g_assert_true (kompass_library_get_edition_use (fixture->library, EDITION, &use, NULL));
  g_assert_cmpint (use, ==, KOMPASS_EDITION_UNUSED);
  editions = kompass_library_list_editions (fixture->library, NULL);
  g_assert_cmpstr (kompass_edition_get_name (g_ptr_array_index (editions, 0)), ==, "2025");
  assert_refused (fixture, same_name, "There is an edition of that name already");
  assert_refused (fixture, nameless, "The edition has no name");
}

/* A bundled edition stays, byte for byte, and what was saved is a revision with the mapping to it. */
static void
test_bundled_stays (Fixture       *fixture,
                    gconstpointer  data)
{
  KompassEdition *old = get (fixture, KOMPASS_TEST_EDITION_2010);
  g_autofree char *hash = kompass_edition_get_hash (old);
  g_autoptr (KompassEdition) edited = reword (old, "Demokrati");
  g_autoptr (KompassMapping) mapping = kompass_mapping_new (MAPPING, old, edited, "");
  g_autoptr (KompassMapping) found = NULL;
  g_autoptr (KompassEdition) saved = NULL;
  g_autoptr (KompassEdition) third = NULL;
  g_autoptr (KompassEvaluation) lund = NULL;
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *name = NULL;
  g_autofree char *hash_now = NULL;
  KompassEditionUse use;

  g_assert_true (kompass_library_get_edition_use (fixture->library, KOMPASS_TEST_EDITION_2010, &use, NULL));
  g_assert_cmpint (use, ==, KOMPASS_EDITION_BUNDLED);
  add_area_item (mapping, KOMPASS_RELATION_REWORDED, "1", "1");
  saved = save (fixture, edited, mapping);
  kompass_test_assert_undo_and_redo (fixture, "Add edition 2010, rev. 2", before);
  name = kompass_edition_get_display_name (saved);
  g_assert_cmpstr (name, ==, "2010, rev. 2");
  g_assert_cmpstr (kompass_edition_get_replaces (saved), ==, KOMPASS_TEST_EDITION_2010);
  g_assert_cmpuint (kompass_edition_get_n_questions (saved), ==, 45);
  g_assert_true (get (fixture, KOMPASS_TEST_EDITION_2010) == old);
  hash_now = kompass_edition_get_hash (old);
  g_assert_cmpstr (hash_now, ==, hash);
  lund = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, NULL);
  g_assert_true (kompass_evaluation_get_edition (lund) == old);

  found = kompass_library_find_mapping (fixture->library, get (fixture, kompass_edition_get_id (saved)), old, NULL);
  g_assert_cmpuint (kompass_mapping_get_n_items (found), ==, 1);
  g_assert_true (kompass_mapping_get_from (found) == old);
  third = save (fixture, edited, NULL);
  g_assert_cmpuint (kompass_edition_get_revision (third), ==, 3);
}

/* Years and provenance say nothing of scores. */
static void
test_used_stays (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = new_edition (EDITION, "2025", 1);
  g_autoptr (KompassEdition) saved = save (fixture, edition, NULL);
  g_autoptr (KompassEdition) reworded = reword (saved, "Uno");
  g_autoptr (KompassEdition) dated = kompass_edition_new (EDITION, "2025", 2025, 2030, "Made up");
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (KompassEdition) revision = NULL;
  g_autoptr (KompassEdition) changed = NULL;
  g_autoptr (GError) error = NULL;
  KompassEditionUse use;

  evaluation = kompass_test_evaluation (NULL, "Ale", 2025, get (fixture, EDITION), KOMPASS_DEPTH_AREAS);
  g_assert_true (kompass_library_add_evaluation (fixture->library, evaluation, &error));
  g_assert_no_error (error);
  g_assert_true (kompass_library_get_edition_use (fixture->library, EDITION, &use, NULL));
  g_assert_cmpint (use, ==, KOMPASS_EDITION_USED);
  revision = save (fixture, reworded, NULL);
  g_assert_cmpstr (kompass_edition_get_id (revision), !=, EDITION);
  g_assert_cmpuint (kompass_edition_get_revision (revision), ==, 2);
  g_assert_cmpstr (kompass_edition_get_area (get (fixture, EDITION), 0)->title, ==, "One");

  kompass_edition_add_area (dated, 1, "One", 10000);
  kompass_edition_add_area (dated, 2, "Two", 10000);
  changed = save (fixture, dated, NULL);
  g_assert_cmpstr (kompass_edition_get_id (changed), ==, EDITION);
  g_assert_cmpuint (kompass_edition_get_last_year (changed), ==, 2030);
  g_clear_object (&evaluation);
  g_assert_false (kompass_library_delete_edition (fixture->library, EDITION, &error));
  g_assert_cmpstr (error->message, ==, "This edition has evaluations or reference groups; delete them first");
}

/* Changed as it is, with its mappings: area 1 is 3 now, area 2 is gone, and so is what was said of it. */
static void
test_unused_changes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = new_edition (EDITION, "2025", 1);
  g_autoptr (KompassEdition) saved = save (fixture, edition, NULL);
  g_autoptr (KompassEdition) edited = kompass_edition_new (EDITION, "2026", 2026, 0, "Made up");
  KompassEdition *older = get (fixture, KOMPASS_TEST_EDITION_2010);
  g_autoptr (KompassMapping) mapping = kompass_mapping_new (MAPPING, older, saved, "A test");
  g_autoptr (KompassMapping) step = NULL;
  g_autoptr (KompassMapping) found = NULL;
  g_autoptr (KompassEdition) changed = NULL;
  g_autofree char *before = NULL;
  const KompassMappingItem *item;
  guint n_editions;

  add_area_item (mapping, KOMPASS_RELATION_SAME, "4", "1");
  add_area_item (mapping, KOMPASS_RELATION_SAME, "5", "2");
  g_assert_true (kompass_library_save_mapping (fixture->library, mapping, NULL));
  n_editions = (guint) kompass_test_number (fixture->path, "SELECT count(*) FROM edition");
  kompass_edition_add_area (edited, 3, "Uno", 5000);
  step = kompass_mapping_new (MAPPING, saved, edited, "");
  add_area_item (step, KOMPASS_RELATION_MAXIMUM_CHANGED, "1", "3");
  before = kompass_test_dump (fixture->path);
  changed = save (fixture, edited, step);
  kompass_test_assert_undo_and_redo (fixture, "Change edition 2026", before);
  g_assert_cmpuint (kompass_test_number (fixture->path, "SELECT count(*) FROM edition"), ==, n_editions);
  g_assert_cmpstr (kompass_edition_get_id (changed), ==, EDITION);
  g_assert_cmpstr (kompass_edition_get_name (get (fixture, EDITION)), ==, "2026");
  g_assert_cmpuint (kompass_edition_get_n_areas (get (fixture, EDITION)), ==, 1);
  found = kompass_library_find_mapping (fixture->library, get (fixture, EDITION), older, NULL);
  g_assert_cmpuint (kompass_mapping_get_n_items (found), ==, 1);
  item = kompass_mapping_get_item (found, 0);
  g_assert_cmpint (item->relation, ==, KOMPASS_RELATION_MAXIMUM_CHANGED);
  g_assert_cmpstr (item->from[0], ==, "4");
  g_assert_cmpstr (item->to[0], ==, "3");
  g_assert_true (kompass_library_undo (fixture->library, NULL));
  g_assert_cmpuint (kompass_edition_get_n_areas (get (fixture, EDITION)), ==, 2);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassEdition) edition = new_edition (EDITION, "2025", 1);
  g_autoptr (KompassEdition) saved = save (fixture, edition, NULL);
  g_autoptr (KompassMapping) mapping =
      kompass_mapping_new (MAPPING, get (fixture, KOMPASS_TEST_EDITION_2010), saved, "");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_library_save_mapping (fixture->library, mapping, NULL));
  before = kompass_test_dump (fixture->path);
  g_assert_true (kompass_library_delete_edition (fixture->library, EDITION, &error));
  g_assert_no_error (error);
  kompass_test_assert_undo_and_redo (fixture, "Delete edition 2025", before);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM mapping"), ==, 0);
  g_assert_null (kompass_library_get_edition (fixture->library, EDITION, NULL));
  g_assert_false (kompass_library_delete_edition (fixture->library, KOMPASS_TEST_EDITION_2002, &error));
  g_assert_cmpstr (error->message, ==, "This edition came with the program and cannot be deleted");
}

/* The own one stands before the bundled one, which comes back when it goes. */
static void
test_mappings (Fixture       *fixture,
               gconstpointer  data)
{
  KompassEdition *one = get (fixture, KOMPASS_TEST_EDITION_2002);
  KompassEdition *other = get (fixture, KOMPASS_TEST_EDITION_2010);
  g_autoptr (KompassMapping) bundled = kompass_mapping_new (BUNDLED, one, other, "A report");
  g_autoptr (KompassMapping) itself = kompass_mapping_new (MAPPING, one, one, "");
  g_autoptr (KompassMapping) found = NULL;
  g_autoptr (KompassMapping) own = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  KompassPoints low, high;

  kompass_mapping_set_total_band (bundled, 8000, 10000);
  g_assert_null (kompass_library_find_mapping (fixture->library, one, other, &error));
  g_assert_no_error (error);
  g_assert_true (kompass_library_add_mapping (fixture->library, bundled, &error));
  g_assert_true (kompass_library_add_mapping (fixture->library, bundled, &error));
  found = kompass_library_find_mapping (fixture->library, other, one, &error);
  g_assert_true (kompass_mapping_get_is_bundled (found));
  g_assert_true (kompass_mapping_get_total_band (found, &low, &high));
  g_assert_cmpint (low, ==, 8000);
  g_assert_cmpint (high, ==, 10000);
  g_assert_false (kompass_library_delete_mapping (fixture->library, BUNDLED, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  g_clear_error (&error);

  before = kompass_test_dump (fixture->path);
  kompass_mapping_set_total_band (found, 7000, 9000);
  g_assert_true (kompass_library_save_mapping (fixture->library, found, &error));
  g_assert_no_error (error);
  kompass_test_assert_undo_and_redo (fixture, "Map edition 2002 to 2010", before);
  own = kompass_library_find_mapping (fixture->library, one, other, &error);
  g_assert_false (kompass_mapping_get_is_bundled (own));
  g_assert_cmpstr (kompass_mapping_get_id (own), !=, BUNDLED);
  kompass_mapping_get_total_band (own, &low, &high);
  g_assert_cmpint (low, ==, 7000);
  g_assert_true (kompass_library_save_mapping (fixture->library, found, &error)); /* once more, from the same object */
  list = kompass_library_list_mappings (fixture->library, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_clear_object (&own);
  own = kompass_library_find_mapping (fixture->library, one, other, &error);
  g_assert_true (kompass_library_delete_mapping (fixture->library, kompass_mapping_get_id (own), &error));
  g_clear_object (&found);
  found = kompass_library_find_mapping (fixture->library, one, other, &error);
  g_assert_true (kompass_mapping_get_is_bundled (found));
  g_assert_false (kompass_library_save_mapping (fixture->library, itself, &error));
  g_assert_cmpstr (error->message, ==, "An edition cannot be mapped to itself");
}

/* What the program brings does not touch what the library has. */
static void
test_bundled_again (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassEdition) other = new_edition (KOMPASS_TEST_EDITION_2010, "2010", 1);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_library_add_edition (fixture->library, other, NULL));
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  evaluation = kompass_test_evaluation (NULL, "Ale", 2012, other, KOMPASS_DEPTH_AREAS);
  g_assert_false (kompass_library_add_evaluation (fixture->library, evaluation, &error));
  g_assert_cmpstr (error->message, ==,
                   "Edition 2010 of the library has other areas, questions or maxima than the one of this evaluation");
}

/* An edition that another program has changed past all rules. */
static void
test_hash (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kompass_test_number (fixture->path,
                                        "SELECT count(*) FROM evaluation e JOIN edition d ON d.id = e.edition "
                                        "WHERE e.edition_hash = d.hash"),
                   ==, 1);
  group = kompass_group_new (EDITION, "One", get (fixture, KOMPASS_TEST_EDITION_2010), FALSE);
  kompass_group_add_member (group, KOMPASS_TEST_LUND);
  g_assert_true (kompass_library_save_group (fixture->library, group, NULL));
  g_assert_finalize_object (fixture->library);
  kompass_test_execute (fixture->path, "UPDATE question SET text = 'Other' WHERE number = '1.1'");
  fixture->library = kompass_test_open_library (fixture->path);
  evaluation = kompass_library_load (fixture->library, KOMPASS_TEST_LUND, &error);
  g_assert_null (evaluation);
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, "Lund 2011 was scored when edition 2010 had other questions"));
  g_clear_error (&error);
  g_assert_null (kompass_library_load_profile (fixture->library, EDITION, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, "Lund 2011 was scored"));
}

/* What the other program has changed is read again; what it has not stays the same object. */
static void
test_two_connections (Fixture       *fixture,
                      gconstpointer  data)
{
  KompassLibrary *other = kompass_test_open_library (fixture->path);
  g_autoptr (KompassEdition) edition = new_edition (EDITION, "2025", 1);
  g_autoptr (KompassEdition) saved = save (fixture, edition, NULL);
  g_autoptr (KompassEdition) reworded = reword (saved, "Uno");
  g_autoptr (KompassEdition) changed = NULL;
  g_autoptr (KompassEvaluation) stale = NULL;
  g_autoptr (GError) error = NULL;
  KompassEdition *bundled = get (fixture, KOMPASS_TEST_EDITION_2010);
  KompassEdition *known = get (fixture, EDITION);

  g_assert_true (kompass_library_poll (other));
  g_assert_true (kompass_library_save_edition (other, reworded, NULL, &changed, &error));
  g_assert_no_error (error);
  stale = kompass_test_evaluation (NULL, "Ale", 2025, known, KOMPASS_DEPTH_AREAS);
  g_assert_false (kompass_library_add_evaluation (fixture->library, stale, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  g_assert_true (kompass_library_poll (fixture->library));
  g_assert_true (get (fixture, KOMPASS_TEST_EDITION_2010) == bundled);
  g_assert_true (get (fixture, EDITION) != known);
  g_assert_cmpstr (kompass_edition_get_area (get (fixture, EDITION), 0)->title, ==, "Uno");
  g_assert_finalize_object (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) kompass_test_add ("/library-editions/" name, NULL, kompass_test_set_up_library, function)
  ADD ("new", test_new);
  ADD ("bundled-stays", test_bundled_stays);
  ADD ("used-stays", test_used_stays);
  ADD ("unused-changes", test_unused_changes);
  ADD ("delete", test_delete);
  ADD ("mappings", test_mappings);
  ADD ("bundled-again", test_bundled_again);
  ADD ("hash", test_hash);
  ADD ("two-connections", test_two_connections);
#undef ADD

  return g_test_run ();
}
