/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editions while they are written: identity of rows, numbers of places, steps, problems in words, pasted tables, and what
 * has become of each row. All areas and questions here are made up. */
#include <string.h>

#include "kompass-edition-draft.h"
#include "kompass-test-text.h"

#define BASE "11111111-1111-4111-8111-111111111111"
#define NEW "22222222-2222-4222-8222-222222222222"

/* Two areas with questions, one without. */
static KompassEdition *
make_edition (void)
{
  KompassEdition *edition = kompass_edition_new (BASE, "Fruit", 2001, 2005, "Made up");
  g_autoptr (GError) error = NULL;

  kompass_edition_add_area (edition, 1, "Apples", 10000);
  kompass_edition_add_question (edition, "1.1", "Are they red?", 6000);
  kompass_edition_add_question (edition, "1.2", "Are they round?", 4000);
  kompass_edition_add_area (edition, 2, "Pears", 10000);
  kompass_edition_add_question (edition, "2.1", "Are they green?", 2550);
  kompass_edition_add_question (edition, "2.2", "Are they long?", 4450);
  kompass_edition_add_question (edition, "2.3", "Are they sweet?", 3000);
  kompass_edition_add_area (edition, 3, "Plums", 10000);
  kompass_edition_validate (edition, &error);
  g_assert_no_error (error);

  return edition;
}

static KompassEditionDraft *
make_draft (void)
{
  g_autoptr (KompassEdition) edition = make_edition ();

  return kompass_edition_draft_new (edition);
}

static guint
id_at (KompassEditionDraft *draft,
       guint                index)
{
  return kompass_edition_draft_get_row (draft, index)->id;
}

/* The draft as "number text maximum" on a line each. */
static char *
dump (KompassEditionDraft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kompass_edition_draft_get_n_rows (draft); i++)
    {
      const KompassDraftRow *row = kompass_edition_draft_get_row (draft, i);

      g_string_append_printf (text, "%s%s|%s|%s\n", row->kind == KOMPASS_LINE_AREA ? "" : " ", row->number, row->text,
                              row->maximum);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_draft(draft, expected) kompass_test_assert_text (dump (draft), expected)

#define APPLES "1|Apples|100\n 1.1|Are they red?|60\n 1.2|Are they round?|40\n"
#define PEARS "2|Pears|100\n 2.1|Are they green?|25.5\n 2.2|Are they long?|44.5\n 2.3|Are they sweet?|30\n"
#define PLUMS "3|Plums|100\n"

/* The words of all problems, each with the number of its row. */
static char *
list_problems (KompassEditionDraft *draft)
{
  g_autoptr (GPtrArray) problems = kompass_edition_draft_list_problems (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const KompassDraftProblem *problem = g_ptr_array_index (problems, i);
      guint index = 0;

      if (problem->row != KOMPASS_DRAFT_ITSELF)
        g_assert_nonnull (kompass_edition_draft_find (draft, problem->row, &index));
      g_string_append_printf (text, "%s%s%s\n", problem->row == KOMPASS_DRAFT_ITSELF ? "" : "row ",
                              problem->is_missing ? "missing: " : "", problem->words);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_problems(draft, expected) kompass_test_assert_text (list_problems (draft), expected)

static void
count_cb (KompassEditionDraft *draft,
          guint               *count)
{
  (*count)++;
}

static void
test_begin (void)
{
  g_autoptr (KompassEdition) edition = make_edition ();
  g_autoptr (KompassEditionDraft) draft = kompass_edition_draft_new (edition);
  g_autoptr (KompassEdition) same = NULL;
  g_autofree char *hash = kompass_edition_get_hash (edition);
  g_autofree char *other = NULL;

  assert_draft (draft, APPLES PEARS PLUMS);
  assert_problems (draft, "");
  g_assert_true (kompass_edition_draft_get_base (draft) == edition);
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (draft)));
  g_assert_false (kompass_draft_can_undo (KOMPASS_DRAFT (draft)));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_NAME), ==, "Fruit");
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_LAST_YEAR), ==, "2005");

  same = kompass_edition_draft_to_edition (draft, NEW);
  other = kompass_edition_get_hash (same);
  g_assert_cmpstr (other, ==, hash);
  g_assert_cmpstr (kompass_edition_get_id (same), ==, NEW);
  g_assert_cmpuint (kompass_edition_get_first_year (same), ==, 2001);
  g_assert_cmpuint (kompass_edition_get_last_year (same), ==, 2005);
  g_assert_cmpstr (kompass_edition_get_provenance (same), ==, "Made up");
}

static void
test_empty (void)
{
  g_autoptr (KompassEditionDraft) draft = kompass_edition_draft_new (NULL);
  guint area;

  assert_problems (draft, "missing: Give the edition a name, such as the year it came\n"
                          "missing: Write the first year in which the edition was in use\n"
                          "missing: Write where the edition is known from, such as the title of its questionnaire\n"
                          "missing: Add an area\n");
  g_assert_null (kompass_edition_draft_to_edition (draft, NEW));
  g_assert_null (kompass_edition_draft_get_base (draft));
  area = kompass_edition_draft_add_area (draft, KOMPASS_DRAFT_ITSELF);
  g_assert_cmpuint (area, !=, KOMPASS_DRAFT_ITSELF);
  g_assert_true (kompass_edition_draft_is_blank (draft, area));
  assert_draft (draft, "1||\n");
  kompass_edition_draft_add_question (draft, area);
  kompass_edition_draft_add_question (draft, KOMPASS_DRAFT_ITSELF);
  kompass_edition_draft_add_area (draft, area);
  assert_draft (draft, "1||\n 1.1||\n 1.2||\n2||\n");
}

typedef struct
{
  const char *name;
  guint row; /* place from 1; 0 for the edition itself */
  KompassDraftField field;
  const char *text;
  const char *problems;
} Wrong;

static const Wrong wrong[] = {
  { "name", 0, KOMPASS_DRAFT_NAME, " ", "missing: Give the edition a name, such as the year it came\n" },
  { "first-year-empty", 0, KOMPASS_DRAFT_FIRST_YEAR, "",
    "missing: Write the first year in which the edition was in use\n" },
  { "first-year-words", 0, KOMPASS_DRAFT_FIRST_YEAR, "last year", "Write a year from 1900 to 2999\n" },
  { "first-year-early", 0, KOMPASS_DRAFT_FIRST_YEAR, "1899", "Write a year from 1900 to 2999\n" },
  { "first-year-space", 0, KOMPASS_DRAFT_FIRST_YEAR, " 2001 ", "" },
  { "last-year-none", 0, KOMPASS_DRAFT_LAST_YEAR, "", "" },
  { "last-year-words", 0, KOMPASS_DRAFT_LAST_YEAR, "now",
    "Write a year from 1900 to 2999, or nothing while the edition is in use\n" },
  { "last-year-before", 0, KOMPASS_DRAFT_LAST_YEAR, "2000", "The last year is before the first\n" },
  { "provenance", 0, KOMPASS_DRAFT_PROVENANCE, "\t",
    "missing: Write where the edition is known from, such as the title of its questionnaire\n" },
  { "area-number-empty", 1, KOMPASS_DRAFT_NUMBER, "", "row missing: The area has no number\n" },
  { "area-number-words", 8, KOMPASS_DRAFT_NUMBER, "three",
    "row Number the area with a whole number from 1 to 999\n" },
  { "area-number-zero", 8, KOMPASS_DRAFT_NUMBER, "0", "row Number the area with a whole number from 1 to 999\n" },
  { "area-number-large", 8, KOMPASS_DRAFT_NUMBER, "1000", "row Number the area with a whole number from 1 to 999\n" },
  { "area-number-huge", 8, KOMPASS_DRAFT_NUMBER, "99999999999999999999",
    "row Number the area with a whole number from 1 to 999\n" },
  { "area-number-point", 8, KOMPASS_DRAFT_NUMBER, "3.", "" },
  { "area-number-gap", 8, KOMPASS_DRAFT_NUMBER, "30", "" },
  { "area-number-twice", 8, KOMPASS_DRAFT_NUMBER, "2", "row Area 2 occurs twice\n" },
  { "area-number-falls", 8, KOMPASS_DRAFT_NUMBER, "1",
    "row Area 1 stands after area 2: move it up, or number the areas in order\n" },
  { "area-title", 1, KOMPASS_DRAFT_TEXT, "  ", "row missing: The area has no title\n" },
  { "area-maximum-not-known", 8, KOMPASS_DRAFT_MAXIMUM, "", "" },
  { "area-maximum-missing", 1, KOMPASS_DRAFT_MAXIMUM, "",
    "row missing: Area 1 has no maximum; its questions sum to 100 points\n" },
  { "area-maximum-larger", 1, KOMPASS_DRAFT_MAXIMUM, "105", "row missing: Area 1: the questions sum to 100 of 105 points\n" },
  { "area-maximum-smaller", 1, KOMPASS_DRAFT_MAXIMUM, "99.5", "row Area 1: the questions sum to 100 of 99.5 points\n" },
  { "area-maximum-zero", 8, KOMPASS_DRAFT_MAXIMUM, "0", "row The maximum must be above 0\n" },
  { "area-maximum-words", 8, KOMPASS_DRAFT_MAXIMUM, "many",
    "row Maximum: Not a number: write digits, and one comma or point for decimals\n" },
  { "area-maximum-decimals", 8, KOMPASS_DRAFT_MAXIMUM, "100,001", "row Maximum: At most two decimals\n" },
  { "area-maximum-negative", 8, KOMPASS_DRAFT_MAXIMUM, "-1", "row Maximum: At least 0 points\n" },
  { "question-number-empty", 2, KOMPASS_DRAFT_NUMBER, "", "row missing: The question has no number\n" },
  { "question-number-comma", 2, KOMPASS_DRAFT_NUMBER, "1,1", "" },
  { "question-number-point", 2, KOMPASS_DRAFT_NUMBER, "1.1.", "" },
  { "question-number-zeros", 2, KOMPASS_DRAFT_NUMBER, "01.02", "row Question 1.2 occurs twice\n" },
  { "question-number-whole", 2, KOMPASS_DRAFT_NUMBER, "1",
    "row Number the question with its area and a whole number, such as 1.1\n" },
  { "question-number-other-area", 3, KOMPASS_DRAFT_NUMBER, "2.7",
    "row Number the question with its area and a whole number, such as 1.7\n" },
  { "question-number-three", 2, KOMPASS_DRAFT_NUMBER, "1.1.1",
    "row Number the question with its area and a whole number, such as 1.1\n" },
  { "question-number-letter", 2, KOMPASS_DRAFT_NUMBER, "1.1a",
    "row Number the question with its area and a whole number, such as 1.1\n" },
  { "question-number-twice", 2, KOMPASS_DRAFT_NUMBER, "1.2", "row Question 1.2 occurs twice\n" },
  { "question-text", 2, KOMPASS_DRAFT_TEXT, "\n", "row missing: The question has no text\n" },
  { "question-maximum-missing", 2, KOMPASS_DRAFT_MAXIMUM, "",
    "row missing: Area 1: the questions sum to 40 of 100 points\nrow missing: The question has no maximum\n" },
  { "question-maximum-words", 2, KOMPASS_DRAFT_MAXIMUM, "x",
    "row missing: Area 1: the questions sum to 40 of 100 points\n"
    "row Maximum: Not a number: write digits, and one comma or point for decimals\n" },
  { "question-maximum-zero", 2, KOMPASS_DRAFT_MAXIMUM, "0",
    "row missing: Area 1: the questions sum to 40 of 100 points\nrow The maximum must be above 0\n" },
  { "question-maximum-small", 2, KOMPASS_DRAFT_MAXIMUM, "55",
    "row missing: Area 1: the questions sum to 95 of 100 points\n" },
  { "question-maximum-large", 2, KOMPASS_DRAFT_MAXIMUM, "60,01",
    "row Area 1: the questions sum to 100.01 of 100 points\n" },
  { "question-maximum-huge", 2, KOMPASS_DRAFT_MAXIMUM, "100000",
    "row missing: Area 1: the questions sum to 40 of 100 points\nrow Maximum: At most 99999.99 points\n" },
  { "question-maximum-limit", 2, KOMPASS_DRAFT_MAXIMUM, "99999.99",
    "row Area 1: the questions sum to 99999.99 of 100 points\n" },
};

static void
test_wrong (gconstpointer data)
{
  const Wrong *row = data;
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (KompassEdition) edition = NULL;
  g_autoptr (GError) error = NULL;

  kompass_edition_draft_set_field (draft, row->row > 0 ? id_at (draft, row->row - 1) : KOMPASS_DRAFT_ITSELF, row->field,
                                   row->text);
  assert_problems (draft, row->problems);
  edition = kompass_edition_draft_to_edition (draft, NEW);
  g_assert_cmpint (edition != NULL, ==, *row->problems == '\0');
  if (edition != NULL)
    g_assert_true (kompass_edition_validate (edition, &error));
  g_assert_no_error (error);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_draft (draft, APPLES PEARS PLUMS);
  g_assert_false (kompass_draft_is_changed (KOMPASS_DRAFT (draft)));
}

static void
test_clean (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (KompassEdition) edition = NULL;

  kompass_edition_draft_set_field (draft, id_at (draft, 1), KOMPASS_DRAFT_NUMBER, " 1,01. ");
  kompass_edition_draft_set_field (draft, id_at (draft, 1), KOMPASS_DRAFT_TEXT, " Are\n they\t\tred\u00a0? ");
  kompass_edition_draft_set_field (draft, id_at (draft, 0), KOMPASS_DRAFT_TEXT, "  Äpplen ");
  kompass_edition_draft_set_field (draft, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_PROVENANCE, " A\nB ");
  edition = kompass_edition_draft_to_edition (draft, NEW);
  g_assert_cmpstr (kompass_edition_get_question (edition, 0)->number, ==, "1.1");
  g_assert_cmpstr (kompass_edition_get_question (edition, 0)->text, ==, "Are they red ?");
  g_assert_cmpstr (kompass_edition_get_area (edition, 0)->title, ==, "Äpplen");
  g_assert_cmpstr (kompass_edition_get_provenance (edition), ==, "A B");
}

static void
test_steps (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint first = id_at (draft, 1);
  guint second = id_at (draft, 2);
  guint count = 0;

  g_signal_connect (draft, "changed", G_CALLBACK (count_cb), &count);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  kompass_draft_redo (KOMPASS_DRAFT (draft));
  g_assert_cmpuint (count, ==, 0);

  /* Letters are one step; another field is another one. */
  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_TEXT, "A");
  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_TEXT, "Ar");
  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_TEXT, "Ar");
  g_assert_cmpuint (count, ==, 2);
  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_MAXIMUM, "6");
  kompass_edition_draft_set_field (draft, second, KOMPASS_DRAFT_MAXIMUM, "4");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, second, KOMPASS_DRAFT_MAXIMUM), ==, "40");
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, first, KOMPASS_DRAFT_MAXIMUM), ==, "6");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, first, KOMPASS_DRAFT_TEXT), ==, "Ar");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_draft (draft, APPLES PEARS PLUMS);
  g_assert_false (kompass_draft_can_undo (KOMPASS_DRAFT (draft)));
  g_assert_true (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  kompass_draft_redo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, first, KOMPASS_DRAFT_TEXT), ==, "Ar");

  /* What is typed after a step back is a step of its own, and what was taken back is gone. */
  kompass_edition_draft_set_field (draft, first, KOMPASS_DRAFT_TEXT, "Arg");
  g_assert_false (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, first, KOMPASS_DRAFT_TEXT), ==, "Ar");
  g_assert_null (kompass_edition_draft_get_field (draft, 999, KOMPASS_DRAFT_TEXT));
  kompass_edition_draft_set_field (draft, 999, KOMPASS_DRAFT_TEXT, "nowhere");
  kompass_edition_draft_remove (draft, 999);
  g_assert_false (kompass_edition_draft_move (draft, 999, 1));
  g_assert_true (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
}

static void
test_many_steps (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint n = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      kompass_edition_draft_set_field (draft, id_at (draft, i % 3), KOMPASS_DRAFT_TEXT, text);
    }
  for (; kompass_draft_can_undo (KOMPASS_DRAFT (draft)); n++)
    kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpuint (n, ==, 500);
}

/* Numbers that are in order stay so. */
static void
test_add_and_remove (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint green = id_at (draft, 4);
  guint pears = id_at (draft, 3);
  guint added;

  added = kompass_edition_draft_add_question (draft, green);
  assert_draft (draft, APPLES "2|Pears|100\n 2.1|Are they green?|25.5\n 2.2||\n 2.3|Are they long?|44.5\n"
                              " 2.4|Are they sweet?|30\n" PLUMS);
  g_assert_cmpuint (id_at (draft, 5), ==, added);
  g_assert_true (kompass_edition_draft_is_blank (draft, added));
  g_assert_false (kompass_edition_draft_is_blank (draft, green));
  g_assert_null (kompass_edition_draft_find (draft, added, NULL)->origin);
  kompass_edition_draft_remove (draft, added);
  assert_draft (draft, APPLES PEARS PLUMS);
  kompass_edition_draft_remove (draft, green);
  assert_draft (draft, APPLES "2|Pears|100\n 2.1|Are they long?|44.5\n 2.2|Are they sweet?|30\n" PLUMS);
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  added = kompass_edition_draft_add_area (draft, id_at (draft, 1));
  assert_draft (draft, APPLES "2||\n3|Pears|100\n 3.1|Are they green?|25.5\n 3.2|Are they long?|44.5\n"
                              " 3.3|Are they sweet?|30\n4|Plums|100\n");
  kompass_edition_draft_remove (draft, added);
  assert_draft (draft, APPLES PEARS PLUMS);
  kompass_edition_draft_remove (draft, pears);
  assert_draft (draft, APPLES "2|Plums|100\n");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_draft (draft, APPLES PEARS PLUMS);
  g_assert_cmpuint (id_at (draft, 4), ==, green);
}

/* Numbers that are not in order are left alone; a new one is one higher. */
static void
test_own_numbers (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();

  kompass_edition_draft_set_field (draft, id_at (draft, 2), KOMPASS_DRAFT_NUMBER, "1.20");
  kompass_edition_draft_add_question (draft, id_at (draft, 1));
  kompass_edition_draft_set_field (draft, id_at (draft, 8), KOMPASS_DRAFT_NUMBER, "7");
  kompass_edition_draft_add_area (draft, id_at (draft, 0));
  assert_draft (draft, "1|Apples|100\n 1.1|Are they red?|60\n 1.21||\n 1.20|Are they round?|40\n8||\n" PEARS
                       "7|Plums|100\n");
  kompass_edition_draft_renumber (draft);
  assert_draft (draft, "1|Apples|100\n 1.1|Are they red?|60\n 1.2||\n 1.3|Are they round?|40\n2||\n3|Pears|100\n"
                       " 3.1|Are they green?|25.5\n 3.2|Are they long?|44.5\n 3.3|Are they sweet?|30\n4|Plums|100\n");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_row (draft, 4)->number, ==, "8");
}

/* Questions follow the number of their area, also through what cannot be read. */
static void
test_area_number (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint apples = id_at (draft, 0);

  kompass_edition_draft_set_field (draft, apples, KOMPASS_DRAFT_NUMBER, "");
  g_assert_cmpstr (kompass_edition_draft_get_row (draft, 1)->number, ==, "1.1");
  kompass_edition_draft_set_field (draft, apples, KOMPASS_DRAFT_NUMBER, "1");
  kompass_edition_draft_set_field (draft, apples, KOMPASS_DRAFT_NUMBER, "12");
  g_assert_cmpstr (kompass_edition_draft_get_row (draft, 0)->number, ==, "12");
  g_assert_cmpstr (kompass_edition_draft_get_row (draft, 2)->number, ==, "12.2");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_draft (draft, APPLES PEARS PLUMS);
}

static void
test_move_question (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint red = id_at (draft, 1);

  g_assert_true (kompass_edition_draft_move (draft, red, 1));
  assert_draft (draft, "1|Apples|100\n 1.1|Are they round?|40\n 1.2|Are they red?|60\n" PEARS PLUMS);
  g_assert_cmpuint (id_at (draft, 2), ==, red);
  g_assert_cmpstr (kompass_edition_draft_find (draft, red, NULL)->origin, ==, "1.1");
  g_assert_true (kompass_edition_draft_move (draft, red, 1));
  assert_draft (draft, "1|Apples|100\n 1.1|Are they round?|40\n2|Pears|100\n 2.1|Are they red?|60\n"
                       " 2.2|Are they green?|25.5\n 2.3|Are they long?|44.5\n 2.4|Are they sweet?|30\n" PLUMS);
  g_assert_true (kompass_edition_draft_move (draft, red, -1));
  g_assert_true (kompass_edition_draft_move (draft, red, -1));
  assert_draft (draft, APPLES PEARS PLUMS);
  g_assert_false (kompass_edition_draft_move (draft, red, -1));
  assert_draft (draft, APPLES PEARS PLUMS);
  for (guint i = 0; i < 5; i++)
    g_assert_true (kompass_edition_draft_move (draft, red, 1));
  g_assert_true (kompass_edition_draft_move (draft, red, 1));
  g_assert_false (kompass_edition_draft_move (draft, red, 1));
  assert_draft (draft, "1|Apples|100\n 1.1|Are they round?|40\n" PEARS PLUMS " 3.1|Are they red?|60\n");
  for (guint i = 0; i < 6; i++)
    kompass_draft_undo (KOMPASS_DRAFT (draft));
  assert_draft (draft, APPLES PEARS PLUMS);
}

static void
test_move_area (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint apples = id_at (draft, 0);

  g_assert_false (kompass_edition_draft_move (draft, apples, -1));
  g_assert_true (kompass_edition_draft_move (draft, apples, 1));
  assert_draft (draft, "1|Pears|100\n 1.1|Are they green?|25.5\n 1.2|Are they long?|44.5\n 1.3|Are they sweet?|30\n"
                       "2|Apples|100\n 2.1|Are they red?|60\n 2.2|Are they round?|40\n" PLUMS);
  g_assert_true (kompass_edition_draft_move (draft, apples, 1));
  g_assert_false (kompass_edition_draft_move (draft, apples, 1));
  assert_draft (draft, "1|Pears|100\n 1.1|Are they green?|25.5\n 1.2|Are they long?|44.5\n 1.3|Are they sweet?|30\n"
                       "2|Plums|100\n3|Apples|100\n 3.1|Are they red?|60\n 3.2|Are they round?|40\n");
  g_assert_true (kompass_edition_draft_move (draft, apples, -1));
  g_assert_true (kompass_edition_draft_move (draft, apples, -1));
  assert_draft (draft, APPLES PEARS PLUMS);
  assert_problems (draft, "");
}

typedef struct
{
  const char *name;
  guint row; /* place of the row with the keyboard */
  KompassDraftField field;
  const char *text;
  const char *draft; /* NULL where it is refused */
  const char *error;
} Paste;

static const Paste pastes[] = {
  { "column-of-texts", 1, KOMPASS_DRAFT_TEXT, "A?\nB?\nC?\n",
    "1|Apples|100\n 1.1|A?|60\n 1.2|B?|40\n2|Pears|100\n 2.1|C?|25.5\n 2.2|Are they long?|44.5\n"
    " 2.3|Are they sweet?|30\n" PLUMS },
  { "column-of-maxima", 4, KOMPASS_DRAFT_MAXIMUM, "10\r\n20\r\n",
    APPLES "2|Pears|100\n 2.1|Are they green?|10\n 2.2|Are they long?|20\n 2.3|Are they sweet?|30\n" PLUMS },
  { "column-of-titles", 0, KOMPASS_DRAFT_TEXT, "Dates\nFigs\nNuts\nRye",
    "1|Dates|100\n 1.1|Are they red?|60\n 1.2|Are they round?|40\n2|Figs|100\n 2.1|Are they green?|25.5\n"
    " 2.2|Are they long?|44.5\n 2.3|Are they sweet?|30\n3|Nuts|100\n4|Rye|\n" },
  { "column-with-holes", 4, KOMPASS_DRAFT_MAXIMUM, "10\n\n20\n",
    APPLES "2|Pears|100\n 2.1|Are they green?|10\n 2.2|Are they long?|\n 2.3|Are they sweet?|20\n" PLUMS },
  { "new-questions-at-the-end", 7, KOMPASS_DRAFT_NUMBER, "", NULL, "There is no text to paste. Nothing was pasted." },
  { "texts-and-maxima", 6, KOMPASS_DRAFT_TEXT, "Sour?\t20\nSoft?\t10\n",
    APPLES "2|Pears|100\n 2.1|Are they green?|25.5\n 2.2|Are they long?|44.5\n 2.3|Sour?|20\n" PLUMS " 3.1|Soft?|10\n" },
  { "too-wide", 1, KOMPASS_DRAFT_TEXT, "A?\t10\tB\n", NULL,
    "There are more columns than there is room for from here to the right. Nothing was pasted." },
  { "numbered", 0, KOMPASS_DRAFT_TEXT, "3.1\tBlue?\t60\n3.2\tOld?\t40\n",
    APPLES PEARS PLUMS " 3.1|Blue?|60\n 3.2|Old?|40\n" },
  { "numbered-with-headings", 1, KOMPASS_DRAFT_NUMBER, "No.\tQuestion\tMax\n3.2\tOld?\t40\n3.1\tBlue?\t60\n\n",
    APPLES PEARS PLUMS " 3.1|Blue?|60\n 3.2|Old?|40\n" },
  { "numbered-areas-too", 1, KOMPASS_DRAFT_NUMBER, "4\tFigs\t50\n4.1\tDry?\t50\n3\tPlums\t\n",
    APPLES PEARS PLUMS "4|Figs|50\n 4.1|Dry?|50\n" },
  { "numbered-in-between", 1, KOMPASS_DRAFT_NUMBER, "1.3\tNew?\t5\n2.2.\tAre they long?\t40\n2,4\tX?\t4,5",
    APPLES " 1.3|New?|5\n2|Pears|100\n 2.1|Are they green?|25.5\n 2.2|Are they long?|40\n 2.3|Are they sweet?|30\n"
           " 2.4|X?|4,5\n" PLUMS },
  { "numbered-maxima", 1, KOMPASS_DRAFT_NUMBER, "1.1\t50\n1.2\t50\n",
    "1|Apples|100\n 1.1|Are they red?|50\n 1.2|Are they round?|50\n" PEARS PLUMS },
  { "numbered-quoted", 1, KOMPASS_DRAFT_NUMBER, "3.1\t\"Are \"\"they\"\"\nblue?\"\t100\n",
    APPLES PEARS PLUMS " 3.1|Are \"they\" blue?|100\n" },
  { "quotation-marks-in-a-text", 1, KOMPASS_DRAFT_TEXT, "\"Red\" or not?\nB\n",
    "1|Apples|100\n 1.1|\"Red\" or not?|60\n 1.2|B|40\n" PEARS PLUMS },
  { "empty-column-between", 1, KOMPASS_DRAFT_NUMBER, "3.1\t\tBlue?\t\t100\n", APPLES PEARS PLUMS " 3.1|Blue?|100\n" },
  { "numbered-no-area", 1, KOMPASS_DRAFT_NUMBER, "3.1\tBlue?\t60\n9.1\tOld?\t40\n", NULL,
    "Row 2: there is no area 9 here. Add it first, or paste it too. Nothing was pasted." },
  { "numbered-twice", 1, KOMPASS_DRAFT_NUMBER, "3.1\tBlue?\t60\n3.2\tOld?\t30\n3.1\tBig?\t10\n", NULL,
    "Row 3: 3.1 occurs twice. A spreadsheet may have made 1.1 of 1.10: make the column of numbers text. "
    "Nothing was pasted." },
  { "numbered-two-texts", 1, KOMPASS_DRAFT_NUMBER, "3.1\tBlue?\tgood\t60\n", NULL,
    "There is more than one column of text: copy number, text and maximum alone. Nothing was pasted." },
  { "numbered-two-figures", 1, KOMPASS_DRAFT_NUMBER, "3.1\tBlue?\t50\t60\n", NULL,
    "There is more than one column of figures: copy number, text and maximum alone. Nothing was pasted." },
  { "numbers-alone", 1, KOMPASS_DRAFT_NUMBER, "3.1\t\n3.2\t\n", NULL,
    "There are only numbers: copy number, text and maximum. Nothing was pasted." },
  { "empty", 1, KOMPASS_DRAFT_TEXT, "\n\n", NULL, "There is no text to paste. Nothing was pasted." },
  { "not-utf8", 1, KOMPASS_DRAFT_TEXT, "\xff\nB\n", "1|Apples|100\n 1.1|\xef\xbf\xbd|60\n 1.2|B|40\n" PEARS PLUMS },
};

static void
test_paste (gconstpointer data)
{
  const Paste *row = data;
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;
  gboolean pasted;

  pasted = kompass_edition_draft_paste (draft, id_at (draft, row->row), row->field, row->text, &error);
  g_assert_cmpint (pasted, ==, row->draft != NULL);
  if (pasted)
    {
      g_assert_no_error (error);
      assert_draft (draft, row->draft);
      kompass_draft_undo (KOMPASS_DRAFT (draft));
      g_assert_false (kompass_draft_can_undo (KOMPASS_DRAFT (draft)));
    }
  else
    {
      g_assert_error (error, KOMPASS_DRAFT_ERROR, KOMPASS_DRAFT_ERROR_PASTE);
      g_assert_cmpstr (error->message, ==, row->error);
    }
  assert_draft (draft, APPLES PEARS PLUMS);
}

static void
test_paste_into_nothing (void)
{
  g_autoptr (KompassEditionDraft) draft = kompass_edition_draft_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (kompass_edition_draft_paste (draft, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_TEXT, "A?\nB?", &error));
  g_assert_cmpstr (error->message, ==,
                   "Add an area first, or paste a table that begins with numbers. Nothing was pasted.");
  g_clear_error (&error);
  g_assert_true (kompass_edition_draft_paste (draft, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_TEXT,
                                              "1\tA\t10\n1.1\tQ?\t10\n2\tB\n", &error));
  g_assert_no_error (error);
  assert_draft (draft, "1|A|10\n 1.1|Q?|10\n2|B|\n");
}

static void
test_paste_too_much (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1001; i++)
    g_string_append (text, "x\n");
  g_assert_false (kompass_edition_draft_paste (draft, id_at (draft, 1), KOMPASS_DRAFT_TEXT, text->str, &error));
  g_assert_cmpstr (error->message, ==, "There are more rows than any edition has. Nothing was pasted.");
  assert_draft (draft, APPLES PEARS PLUMS);
}

/* What is refused after some of it was read is no step: what was undone before can still be done again. */
static void
test_paste_refused_keeps_steps (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint id = id_at (draft, 1);

  kompass_edition_draft_set_field (draft, id, KOMPASS_DRAFT_TEXT, "Grapes");
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_false (kompass_edition_draft_paste (draft, id, KOMPASS_DRAFT_TEXT, "1\tMelons\n9.1\tRipe?\n", NULL));
  assert_draft (draft, APPLES PEARS PLUMS);
  g_assert_false (kompass_draft_can_undo (KOMPASS_DRAFT (draft)));
  g_assert_true (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
  kompass_draft_redo (KOMPASS_DRAFT (draft));
  g_assert_cmpstr (kompass_edition_draft_get_field (draft, id, KOMPASS_DRAFT_TEXT), ==, "Grapes");

  /* And what is pasted is one, after which there is nothing to do again. */
  kompass_draft_undo (KOMPASS_DRAFT (draft));
  g_assert_true (kompass_edition_draft_paste (draft, id, KOMPASS_DRAFT_TEXT, "Melons", NULL));
  g_assert_false (kompass_draft_can_redo (KOMPASS_DRAFT (draft)));
}

/* The mapping as "kind relation from>to" on a line each. */
static char *
dump_mapping (KompassEditionDraft *draft,
              gboolean             with_changes)
{
  g_autoptr (KompassEdition) edition = kompass_edition_draft_to_edition (draft, NEW);
  g_autoptr (KompassMapping) mapping = kompass_edition_draft_derive_mapping (draft, edition, "test", with_changes);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (kompass_mapping_get_from (mapping) == kompass_edition_draft_get_base (draft));
  g_assert_true (kompass_mapping_get_to (mapping) == edition);
  g_assert_cmpstr (kompass_mapping_get_source (mapping), ==, "test");
  for (guint i = 0; i < kompass_mapping_get_n_items (mapping); i++)
    {
      const KompassMappingItem *item = kompass_mapping_get_item (mapping, i);
      g_autofree char *from = g_strjoinv ("+", item->from);
      g_autofree char *to = g_strjoinv ("+", item->to);

      g_string_append_printf (text, "%s %s>%s\n", kompass_relation_get_name (item->relation), from, to);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_mapping(draft, with_changes, expected) kompass_test_assert_text (dump_mapping (draft, with_changes), expected)

static void
test_mapping (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  guint red = id_at (draft, 1);
  guint round = id_at (draft, 2);
  guint green = id_at (draft, 4);
  guint added;

  assert_mapping (draft, TRUE, "same 1>1\nsame 1.1>1.1\nsame 1.2>1.2\nsame 2>2\nsame 2.1>2.1\nsame 2.2>2.2\n"
                               "same 2.3>2.3\nsame 3>3\n");

  /* Another place is another number, and still the same question; the area asks the same in another order. */
  kompass_edition_draft_move (draft, red, 1);
  assert_mapping (draft, FALSE, "same 1>1\nsame 1.2>1.1\nsame 1.1>1.2\nsame 2>2\nsame 2.1>2.1\nsame 2.2>2.2\n"
                                "same 2.3>2.3\nsame 3>3\n");

  /* Another question with the same number is another question. */
  kompass_edition_draft_remove (draft, round);
  added = kompass_edition_draft_add_question (draft, id_at (draft, 1));
  kompass_edition_draft_set_field (draft, added, KOMPASS_DRAFT_TEXT, "Are they round?");
  kompass_edition_draft_set_field (draft, added, KOMPASS_DRAFT_MAXIMUM, "40");
  kompass_edition_draft_set_field (draft, green, KOMPASS_DRAFT_MAXIMUM, "20");
  kompass_edition_draft_set_field (draft, id_at (draft, 5), KOMPASS_DRAFT_TEXT, "Are they very long?");
  kompass_edition_draft_set_field (draft, id_at (draft, 6), KOMPASS_DRAFT_MAXIMUM, "35,5");
  kompass_edition_draft_set_field (draft, id_at (draft, 7), KOMPASS_DRAFT_MAXIMUM, "90");
  assert_mapping (draft, TRUE, "reworded 1>1\nsame 1.1>1.1\nnew >1.2\nreworded 2>2\nmaximum-changed 2.1>2.1\n"
                               "reworded 2.2>2.2\nmaximum-changed 2.3>2.3\nmaximum-changed 3>3\ngone 1.2>\n");
  assert_mapping (draft, FALSE, "same 1.1>1.1\n");
}

/* Questions added where none were known: the areas are what they were. */
static void
test_mapping_of_new_questions (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_edition_draft_paste (draft, id_at (draft, 7), KOMPASS_DRAFT_NUMBER,
                                              "3.1\tBlue?\t60\n3.2\tOld?\t40\n", &error));
  g_assert_no_error (error);
  kompass_edition_draft_remove (draft, id_at (draft, 0));
  assert_mapping (draft, TRUE, "same 2>1\nsame 2.1>1.1\nsame 2.2>1.2\nsame 2.3>1.3\nsame 3>2\nnew >2.1\nnew >2.2\n"
                               "gone 1>\ngone 1.1>\ngone 1.2>\n");
}

/* Pasted words are other words: that the number is the same says nothing. What is the same stays the same. */
static void
test_mapping_of_pasted (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kompass_edition_draft_paste (draft, id_at (draft, 0), KOMPASS_DRAFT_NUMBER,
                                              "1.1\tAre they ripe?\t60\n1.2\tAre they  round?\t40\n", &error));
  g_assert_no_error (error);
  assert_mapping (draft, TRUE, "reworded 1>1\nnew >1.1\nsame 1.2>1.2\nsame 2>2\nsame 2.1>2.1\nsame 2.2>2.2\n"
                               "same 2.3>2.3\nsame 3>3\ngone 1.1>\n");
}

/* A question in another area: both areas ask something else. */
static void
test_mapping_across_areas (void)
{
  g_autoptr (KompassEditionDraft) draft = make_draft ();

  kompass_edition_draft_move (draft, id_at (draft, 2), 1);
  kompass_edition_draft_set_field (draft, id_at (draft, 1), KOMPASS_DRAFT_MAXIMUM, "100");
  kompass_edition_draft_set_field (draft, id_at (draft, 2), KOMPASS_DRAFT_MAXIMUM, "140");
  assert_mapping (draft, TRUE, "reworded 1>1\nmaximum-changed 1.1>1.1\nmaximum-changed 2>2\nsame 1.2>2.1\nsame 2.1>2.2\n"
                               "same 2.2>2.3\nsame 2.3>2.4\nsame 3>3\n");
}

/* Where a maximum is not known, nothing is said. */
static void
test_mapping_without_maxima (void)
{
  g_autoptr (KompassEdition) edition = kompass_edition_new (BASE, "Old", 2001, 2005, "Made up");
  g_autoptr (KompassEditionDraft) draft = NULL;

  kompass_edition_add_area (edition, 1, "Apples", KOMPASS_POINTS_UNKNOWN);
  kompass_edition_add_area (edition, 2, "Pears", KOMPASS_POINTS_UNKNOWN);
  draft = kompass_edition_draft_new (edition);
  assert_draft (draft, "1|Apples|\n2|Pears|\n");
  kompass_edition_draft_set_field (draft, id_at (draft, 1), KOMPASS_DRAFT_MAXIMUM, "50");
  assert_mapping (draft, TRUE, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edition-draft/begin", test_begin);
  g_test_add_func ("/edition-draft/empty", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edition-draft/problems/%s", wrong[i].name);

      g_test_add_data_func (path, &wrong[i], test_wrong);
    }
  g_test_add_func ("/edition-draft/clean", test_clean);
  g_test_add_func ("/edition-draft/steps", test_steps);
  g_test_add_func ("/edition-draft/many-steps", test_many_steps);
  g_test_add_func ("/edition-draft/add-and-remove", test_add_and_remove);
  g_test_add_func ("/edition-draft/own-numbers", test_own_numbers);
  g_test_add_func ("/edition-draft/area-number", test_area_number);
  g_test_add_func ("/edition-draft/move-question", test_move_question);
  g_test_add_func ("/edition-draft/move-area", test_move_area);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edition-draft/paste/%s", pastes[i].name);

      g_test_add_data_func (path, &pastes[i], test_paste);
    }
  g_test_add_func ("/edition-draft/paste-into-nothing", test_paste_into_nothing);
  g_test_add_func ("/edition-draft/paste-too-much", test_paste_too_much);
  g_test_add_func ("/edition-draft/paste-refused-keeps-steps", test_paste_refused_keeps_steps);
  g_test_add_func ("/edition-draft/mapping/identity", test_mapping);
  g_test_add_func ("/edition-draft/mapping/new-questions", test_mapping_of_new_questions);
  g_test_add_func ("/edition-draft/mapping/pasted", test_mapping_of_pasted);
  g_test_add_func ("/edition-draft/mapping/across-areas", test_mapping_across_areas);
  g_test_add_func ("/edition-draft/mapping/without-maxima", test_mapping_without_maxima);

  return g_test_run ();
}
