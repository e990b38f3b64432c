/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings while they are written: what is said of each line, what is wrong with it, steps, and equal words. All areas and
 * questions here are made up. */
#include <string.h>

#include "kompass-mapping-draft.h"
#include "kompass-test-text.h"

#define OLD "11111111-1111-4111-8111-111111111111"
#define NEW "22222222-2222-4222-8222-222222222222"
#define MAPPING "33333333-3333-4333-8333-333333333333"

static KompassEdition *
make_old (void)
{
  KompassEdition *edition = kompass_edition_new (OLD, "Old", 2001, 2005, "Made up");

  kompass_edition_add_area (edition, 1, "Apples", 10000);
  kompass_edition_add_question (edition, "1.1", "Are they red?", 6000);
  kompass_edition_add_question (edition, "1.2", "Are they round?", 2000);
  kompass_edition_add_question (edition, "1.3", "Are they new?", 2000);
  kompass_edition_add_area (edition, 2, "Pears", KOMPASS_POINTS_UNKNOWN);

  return edition;
}

static KompassEdition *
make_new (void)
{
  KompassEdition *edition = kompass_edition_new (NEW, "New", 2006, 0, "Made up");

  kompass_edition_add_area (edition, 1, "Pears", 10000);
  kompass_edition_add_area (edition, 2, "Apples", 10000);
  kompass_edition_add_question (edition, "2.1", "Are they round?", 2000);
  kompass_edition_add_question (edition, "2.2", "Are they red?", 5000);
  kompass_edition_add_question (edition, "2.3", "Are they sour?", 2000);
  kompass_edition_add_question (edition, "2.4", "Are they soft?", 1000);

  return edition;
}

static KompassMapping *
make_mapping (void)
{
  g_autoptr (KompassEdition) from = make_old ();
  g_autoptr (KompassEdition) to = make_new ();

  return kompass_mapping_new (MAPPING, from, to, "Somebody");
}

static KompassMappingDraft *
make_draft (void)
{
  g_autoptr (KompassMapping) mapping = make_mapping ();

  return kompass_mapping_draft_new (mapping);
}

static guint
find (KompassMappingDraft *draft,
      KompassMappingSide   side,
      const char          *number)
{
  KompassLineKind kind = strchr (number, '.') != NULL ? KOMPASS_LINE_QUESTION : KOMPASS_LINE_AREA;
  guint index;

  g_assert_true (kompass_mapping_draft_find (draft, side, kind, number, &index));

  return index;
}

static void
relate (KompassMappingDraft *draft,
        const char          *number,
        int                  relation)
{
  kompass_mapping_draft_set_relation (draft,
                                      find (draft, relation == KOMPASS_RELATION_NEW ? KOMPASS_MAPPING_TO
                                                                                    : KOMPASS_MAPPING_FROM,
                                            number),
                                      relation);
}

static void
choose (KompassMappingDraft *draft,
        const char          *number,
        const char          *counterpart)
{
  kompass_mapping_draft_set_counterpart (draft, find (draft, KOMPASS_MAPPING_FROM, number), counterpart, TRUE);
}

static int
get_relation (KompassMappingDraft *draft,
              const char          *number)
{
  return kompass_mapping_draft_get_line (draft, find (draft, KOMPASS_MAPPING_FROM, number))->relation;
}

static char *
list_problems (KompassMappingDraft *draft)
{
  g_autoptr (GPtrArray) problems = kompass_mapping_draft_list_problems (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const KompassMappingProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s: %s%s\n",
                              problem->line == KOMPASS_MAPPING_ITSELF
                                  ? "itself"
                                  : kompass_mapping_draft_get_line (draft, problem->line)->number,
                              problem->is_missing ? "missing: " : "", problem->words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_problems(draft, expected) kompass_test_assert_text (list_problems (draft), expected)

static char *
dump (KompassMappingDraft *draft)
{
  g_autoptr (KompassMapping) mapping = kompass_mapping_draft_to_mapping (draft, MAPPING, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kompass_mapping_get_n_items (mapping); i++)
    {
      const KompassMappingItem *item = kompass_mapping_get_item (mapping, i);
      g_autofree char *from = g_strjoinv ("+", item->from);
      g_autofree char *to = g_strjoinv ("+", item->to);

      g_string_append_printf (text, "%s %s>%s%s%s\n", kompass_relation_get_name (item->relation), from, to,
                              *item->note != '\0' ? " " : "", item->note);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_items(draft, expected) kompass_test_assert_text (dump (draft), expected)

static void
test_begin (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();

  g_assert_cmpuint (kompass_mapping_draft_get_n_lines (draft), ==, 11);
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 1)->number, ==, "1.1");
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 5)->text, ==, "Pears");
  g_assert_cmpint (kompass_mapping_draft_get_line (draft, 5)->side, ==, KOMPASS_MAPPING_TO);
  g_assert_cmpint (kompass_mapping_draft_get_line (draft, 4)->maximum, ==, KOMPASS_POINTS_UNKNOWN);
  g_assert_cmpint (get_relation (draft, "1.1"), ==, KOMPASS_RELATION_NOT_SAID);
  g_assert_cmpstr (kompass_mapping_draft_get_text (draft, KOMPASS_MAPPING_SOURCE), ==, "Somebody");
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (draft)));
  assert_problems (draft, "itself: missing: Nothing is said yet\n");
}

/* What is said, and comes back as it was. */
static void
test_relations (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();
  g_autoptr (KompassMappingDraft) again = NULL;
  g_autoptr (KompassMapping) mapping = NULL;
  guint covered, of;

  /* Words and maxima tell what a chosen counterpart is. */
  choose (draft, "1.2", "2.1");
  g_assert_cmpint (get_relation (draft, "1.2"), ==, KOMPASS_RELATION_SAME);
  choose (draft, "1.1", "2.2");
  g_assert_cmpint (get_relation (draft, "1.1"), ==, KOMPASS_RELATION_MAXIMUM_CHANGED);
  choose (draft, "1.3", "2.3");
  g_assert_cmpint (get_relation (draft, "1.3"), ==, KOMPASS_RELATION_REWORDED);
  relate (draft, "2.4", KOMPASS_RELATION_NEW);
  choose (draft, "1", "2");
  relate (draft, "2", KOMPASS_RELATION_GONE);
  kompass_mapping_draft_set_note (draft, find (draft, KOMPASS_MAPPING_FROM, "1.3"), "a note");
  assert_problems (draft, "");
  assert_items (draft, "same 1>2\nmaximum-changed 1.1>2.2\nsame 1.2>2.1\nreworded 1.3>2.3 a note\ngone 2>\nnew >2.4\n");

  mapping = kompass_mapping_draft_to_mapping (draft, MAPPING, NULL);
  kompass_mapping_get_coverage (mapping, kompass_mapping_get_from (mapping), KOMPASS_LINE_QUESTION, &covered, &of);
  g_assert_cmpuint (covered, ==, 3);
  g_assert_cmpuint (of, ==, 3);
  again = kompass_mapping_draft_new (mapping);
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (again)));
  assert_items (again, "same 1>2\nmaximum-changed 1.1>2.2\nsame 1.2>2.1\nreworded 1.3>2.3 a note\ngone 2>\nnew >2.4\n");
  relate (again, "1.1", KOMPASS_RELATION_NOT_SAID);
  assert_items (again, "same 1>2\nsame 1.2>2.1\nreworded 1.3>2.3 a note\ngone 2>\nnew >2.4\n");

  /* What becomes a counterpart is not new. */
  choose (again, "1.1", "2.4");
  assert_items (again, "same 1>2\nmaximum-changed 1.1>2.4\nsame 1.2>2.1\nreworded 1.3>2.3 a note\ngone 2>\n");
}

static void
test_split_and_merged (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();
  g_autoptr (KompassMappingDraft) again = NULL;
  g_autoptr (KompassMapping) mapping = NULL;
  guint origin = 0;

  relate (draft, "1.1", KOMPASS_RELATION_SPLIT);
  assert_problems (draft, "1.1: missing: Choose the two or more that it was split into\n");
  choose (draft, "1.1", "2.2");
  assert_problems (draft, "1.1: missing: Choose the two or more that it was split into\n");
  choose (draft, "1.1", "2.4");
  assert_problems (draft, "");
  relate (draft, "1.2", KOMPASS_RELATION_MERGED);
  assert_problems (draft, "1.2: missing: Choose what it has become\n");
  choose (draft, "1.2", "2.3");
  assert_problems (draft, "1.2: missing: Say of another one that it was merged into the same\n");
  relate (draft, "1.3", KOMPASS_RELATION_MERGED);
  choose (draft, "1.3", "2.3");
  assert_problems (draft, "");
  assert_items (draft, "split 1.1>2.2+2.4\nmerged 1.2+1.3>2.3\n");

  mapping = kompass_mapping_draft_to_mapping (draft, MAPPING, NULL);
  again = kompass_mapping_draft_new (mapping);
  assert_items (again, "split 1.1>2.2+2.4\nmerged 1.2+1.3>2.3\n");
  g_assert_true (kompass_mapping_draft_find_origin (again, find (again, KOMPASS_MAPPING_TO, "2.3"), &origin));
  g_assert_cmpstr (kompass_mapping_draft_get_line (again, origin)->number, ==, "1.2");
  origin++;
  g_assert_true (kompass_mapping_draft_find_origin (again, find (again, KOMPASS_MAPPING_TO, "2.3"), &origin));
  origin++;
  g_assert_false (kompass_mapping_draft_find_origin (again, find (again, KOMPASS_MAPPING_TO, "2.3"), &origin));
  kompass_mapping_draft_set_counterpart (again, find (again, KOMPASS_MAPPING_FROM, "1.1"), "2.2", FALSE);
  assert_problems (again, "1.1: missing: Choose the two or more that it was split into\n");
}

static void
test_wrong (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();

  relate (draft, "1.1", KOMPASS_RELATION_SAME);
  assert_problems (draft, "1.1: missing: Choose what it has become\n");
  choose (draft, "1.1", "2.2");
  assert_problems (draft, "1.1: The maxima differ: choose “maximum changed”\n");
  relate (draft, "1.1", KOMPASS_RELATION_MAXIMUM_CHANGED);
  assert_problems (draft, "");
  choose (draft, "1.2", "2.2");
  assert_problems (draft, "1.2: Question 2.2 of edition New is mapped already\n");
  choose (draft, "1.2", "2.1");
  assert_problems (draft, "");
  relate (draft, "1.2", KOMPASS_RELATION_MAXIMUM_CHANGED);
  assert_problems (draft, "1.2: The maxima are the same: choose “same” or “reworded”\n");
  relate (draft, "1.2", KOMPASS_RELATION_GONE);
  assert_problems (draft, "");
  choose (draft, "2", "1");
  assert_problems (draft, "2: Points can be carried over only where both maxima are known\n");
}

static void
test_band (void)
{
  static const struct { const char *low, *high, *problems; } bands[] = {
    { "80", "100", "" },
    { "80", "80", "" },
    { " 80,5 ", "100.25", "" },
    { "", "", "itself: missing: Nothing is said yet\n" },
    { "80", "", "itself: missing: Write both ends of the points that are added to the total\n" },
    { "", "80", "itself: missing: Write both ends of the points that are added to the total\n" },
    { "100", "80", "itself: The points that are added to the total go from the fewest to the most\n" },
    { "many", "80", "itself: Points that are added to the total: Not a number: write digits, and one comma or point for "
                    "decimals\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr (KompassMappingDraft) draft = make_draft ();

      kompass_mapping_draft_set_text (draft, KOMPASS_MAPPING_BAND_LOW, bands[i].low);
      kompass_mapping_draft_set_text (draft, KOMPASS_MAPPING_BAND_HIGH, bands[i].high);
      assert_problems (draft, bands[i].problems);
    }
}

/* Equal words join questions, whatever their numbers; areas are not joined by their titles. */
static void
test_propose (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();

  g_assert_cmpuint (kompass_mapping_draft_propose (draft), ==, 2);
  assert_items (draft, "maximum-changed 1.1>2.2\nsame 1.2>2.1\n");
  g_assert_cmpuint (kompass_mapping_draft_propose (draft), ==, 0);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_items (draft, "");
  g_assert_false (kompass_draft_can_undo (KOMPASS_DRAFT (draft)));
  choose (draft, "1.3", "2.1");
  relate (draft, "1.1", KOMPASS_RELATION_GONE);
  g_assert_cmpuint (kompass_mapping_draft_propose (draft), ==, 0);
}

static void
count_cb (KompassMappingDraft *draft,
          guint               *count)
{
  (*count)++;
}

static void
test_steps (void)
{
  g_autoptr (KompassMappingDraft) draft = make_draft ();
  guint count = 0;

  g_signal_connect (draft, "changed", G_CALLBACK (count_cb), &count);
  kompass_mapping_draft_set_text (draft, KOMPASS_MAPPING_SOURCE, "S");
  kompass_mapping_draft_set_text (draft, KOMPASS_MAPPING_SOURCE, "So");
  kompass_mapping_draft_set_note (draft, 0, "N");
  kompass_mapping_draft_set_note (draft, 0, "No");
  kompass_mapping_draft_set_note (draft, 1, "N");
  g_assert_cmpuint (count, ==, 5);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 0)->note, ==, "");
  g_assert_cmpstr (kompass_mapping_draft_get_text (draft, KOMPASS_MAPPING_SOURCE), ==, "So");
  kompass_draft_redo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_mapping_draft_get_line (draft, 0)->note, ==, "No");
  g_assert_true (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  /* What changes nothing is no step. */
  relate (draft, "1.1", get_relation (draft, "1.1"));
  g_assert_true (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  choose (draft, "1.1", "2.2");
  g_assert_false (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  choose (draft, "1.1", "2.2");
  relate (draft, "1.1", KOMPASS_RELATION_MAXIMUM_CHANGED);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpint (get_relation (draft, "1.1"), ==, KOMPASS_RELATION_NOT_SAID);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (draft)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping-draft/begin", test_begin);
  g_test_add_func ("/mapping-draft/relations", test_relations);
  g_test_add_func ("/mapping-draft/split-and-merged", test_split_and_merged);
  g_test_add_func ("/mapping-draft/wrong", test_wrong);
  g_test_add_func ("/mapping-draft/band", test_band);
  g_test_add_func ("/mapping-draft/propose", test_propose);
  g_test_add_func ("/mapping-draft/steps", test_steps);

  return g_test_run ();
}
