/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of an evaluation without its pages: figures in the text, sections, lists, words, and what is missing. */
#include <string.h>

#include "kompass-field.h"
#include "kompass-report.h"
#include "kompass-test-data.h"

static KompassEvaluation *
make_lund (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();

  return kompass_test_lund (edition);
}

static void
set_text (KompassReport *report,
          const char    *section,
          const char    *markup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassText) text = kompass_text_new_from_markup (markup, &error);

  g_assert_no_error (error);
  kompass_report_set_text (report, section, text);
}

static void
add_finding (KompassReport      *report,
             const char         *id,
             guint               area,
             KompassFindingKind  kind,
             const char         *text,
             const char         *question)
{
  g_autoptr (KompassFinding) finding = kompass_finding_new (id, area, kind, text, question);

  kompass_report_add_finding (report, finding);
}

static void
add_key_fact (KompassReport *report,
              const char    *name,
              const char    *value)
{
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, name, value);

  kompass_report_add_key_fact (report, fact);
}

/* Figures in the text */

static void
assert_figure (KompassEvaluation *evaluation,
               const char        *field,
               const char        *expected)
{
  g_autofree char *figure = kompass_field_format (field, evaluation);

  g_assert_cmpstr (figure, ==, expected);
}

static void
test_figures (void)
{
  g_autoptr (KompassEvaluation) lund = make_lund ();

  assert_figure (lund, "total.points", "458.9");
  assert_figure (lund, "total.maximum", "800");
  assert_figure (lund, "total.percent", "57%");
  assert_figure (lund, "area.4.points", "59.5"); /* as printed, not the sum of what is below */
  assert_figure (lund, "area.1.points", "42.2");
  assert_figure (lund, "area.1.percent", "42%");
  assert_figure (lund, "question.1.5.points", "1.75");
  assert_figure (lund, "question.1.1.maximum", "15");
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "1.1"), KOMPASS_SCORE_NONE);
  kompass_evaluation_update (lund);
  assert_figure (lund, "question.1.1.points", "–");
  assert_figure (lund, "question.1.1.percent", "–");
  assert_figure (lund, "question.1.1.maximum", "15");
}

static void
test_no_figures (void)
{
  static const char * const names[] = {
    "", ".", "points", "total", "total.", "total.1.points", "total.Points", "area.points", "area..points", "area.9.points",
    "area.01.points", "area.1.1.points", "question.points", "question.1.points", "question.1.9.points", "question.1.1",
    "question.1.1.median", "municipality.1.points",
  };
  g_autoptr (KompassEvaluation) lund = make_lund ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = kompass_field_describe (names[i], kompass_evaluation_get_edition (lund));

      assert_figure (lund, names[i], NULL);
      g_assert_cmpstr (name, ==, NULL);
    }
  g_assert_false (kompass_field_is_name (NULL));
  g_assert_false (kompass_field_is_name (""));
  g_assert_false (kompass_field_is_name ("area 1"));
  g_assert_false (kompass_field_is_name ("área"));
  g_assert_true (kompass_field_is_name ("question.1.2.points"));
}

/* Every name that there is has a figure and a description of its own. */
static void
test_all_figures (void)
{
  g_autoptr (KompassEvaluation) lund = make_lund ();
  KompassEdition *edition = kompass_evaluation_get_edition (lund);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) names = kompass_field_list (edition);
  g_auto (GStrv) without_edition = kompass_field_list (NULL);

  g_assert_cmpuint (g_strv_length (names), ==, 3 * (1 + 8 + 45));
  g_assert_cmpuint (g_strv_length (without_edition), ==, 3);
  g_assert_cmpstr (names[3], ==, "area.1.points");
  g_assert_cmpstr (names[6], ==, "question.1.1.points");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *figure = kompass_field_format (names[i], lund);

      g_assert_true (kompass_field_is_name (names[i]));
      g_assert_nonnull (figure);
      g_assert_true (g_hash_table_add (seen, kompass_field_describe (names[i], edition)));
    }
  g_assert_true (g_hash_table_contains (seen, "Total, points"));
  g_assert_true (g_hash_table_contains (seen, "Area 1, percent"));
  g_assert_true (g_hash_table_contains (seen, "Question 1.2, maximum"));
}

/* What is known by its total alone has no figure of an area yet; what has no edition has no areas. */
static void
test_shallow_figures (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) total =
      kompass_test_evaluation ("a", "Örebro", 2015, edition, KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassEvaluation) unknown = kompass_test_evaluation ("b", "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);

  kompass_test_set (total, "", 65000);
  kompass_test_set (unknown, "", 65000);
  assert_figure (total, "total.points", "650.0");
  assert_figure (total, "area.1.points", "–");
  assert_figure (total, "question.1.1.points", "–");
  assert_figure (unknown, "total.points", "650.0");
  assert_figure (unknown, "area.1.points", NULL);
}

/* Sections */

static void
test_sections (void)
{
  static const char * const ids[] = { "introduction", "evaluation", "summary", "area/1", "area/2", "area/3", "area/4",
                                      "area/5",       "area/6",     "area/7",  "area/8", "scores", "facts" };
  g_autoptr (KompassEvaluation) lund = make_lund ();
  g_autoptr (KompassEvaluation) unknown = kompass_test_evaluation ("b", "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (lund);
  g_autoptr (GPtrArray) few = kompass_report_create_sections (unknown);

  g_assert_cmpuint (sections->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (sections, i);

      g_assert_cmpstr (section->id, ==, ids[i]);
      g_assert_true (kompass_section_is_id (section->id));
      g_assert_cmpint (section->kind == KOMPASS_SECTION_AREA, ==, g_str_has_prefix (ids[i], "area/"));
      g_assert_cmpuint (section->area, ==, section->kind == KOMPASS_SECTION_AREA ? i - 3 : 0);
    }
  g_assert_cmpstr (((KompassSection *) g_ptr_array_index (sections, 3))->title, ==, "1 Offentlighet och demokrati");
  g_assert_cmpuint (few->len, ==, 5);
}

static void
test_section_ids (void)
{
  static const char * const bad[] = { "", "area", "area/", "area/0", "area/01", "area/-1", "area/+1", "area/ 1",
                                      "area/1x", "area/4294967296", "Summary", "summary " };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kompass_section_is_id (bad[i]));
  g_assert_true (kompass_section_is_id ("area/12"));
}

/* Contents */

static void
test_contents (void)
{
  static const char * const profiles[] = { "a", "b", "c", "d", NULL };
  g_autoptr (KompassReport) report = kompass_report_new ("e");
  g_autoptr (GPtrArray) strengths = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_true (kompass_report_is_empty (report));
  g_assert_true (kompass_text_is_empty (kompass_report_get_text (report, "summary")));
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_PERFORMED), ==, "");
  g_assert_null (kompass_report_get_comparisons (report)[0]);
  g_assert_true (kompass_report_is_empty (report));

  add_finding (report, "1", 1, KOMPASS_FINDING_STRENGTH, " One\n", "1.2");
  add_finding (report, "2", 2, KOMPASS_FINDING_STRENGTH, "Elsewhere", NULL);
  add_finding (report, "3", 1, KOMPASS_FINDING_PARTIAL, "Another list", "");
  add_finding (report, "4", 1, KOMPASS_FINDING_STRENGTH, "Two words", NULL);
  strengths = kompass_report_get_findings (report, 1, KOMPASS_FINDING_STRENGTH);
  g_assert_cmpuint (strengths->len, ==, 2);
  g_assert_cmpstr (kompass_finding_get_text (g_ptr_array_index (strengths, 0)), ==, "One");
  g_assert_cmpstr (kompass_finding_get_question (g_ptr_array_index (strengths, 0)), ==, "1.2");
  g_assert_cmpstr (kompass_finding_get_text (g_ptr_array_index (strengths, 1)), ==, "Two words");
  g_assert_null (kompass_finding_get_question (kompass_report_find_finding (report, "3")));
  kompass_report_remove_finding (report, "1");
  kompass_report_remove_finding (report, "1");
  left = kompass_report_get_findings (report, 1, KOMPASS_FINDING_STRENGTH);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_null (kompass_report_find_finding (report, "1"));
  g_assert_false (kompass_report_is_empty (report));

  kompass_report_set_comparisons (report, profiles);
  g_assert_cmpuint (g_strv_length ((GStrv) kompass_report_get_comparisons (report)), ==, KOMPASS_REPORT_COMPARISONS);
  kompass_report_set_about (report, KOMPASS_ABOUT_INTERVIEWS, " ca 35\n");
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_INTERVIEWS), ==, "ca 35");
}

static void
test_words (void)
{
  g_autoptr (KompassReport) report = kompass_report_new ("e");

  set_text (report, "summary", "<text><p>One two three</p></text>");
  set_text (report, "area/1", "<text><h>Four</h><p>five</p></text>");
  add_finding (report, NULL, 1, KOMPASS_FINDING_STRENGTH, "six seven", NULL);
  add_finding (report, NULL, 11, KOMPASS_FINDING_STRENGTH, "eight", NULL);
  add_key_fact (report, "Inhabitants", "110 488");
  g_assert_cmpuint (kompass_report_count_words (report, "summary"), ==, 3);
  g_assert_cmpuint (kompass_report_count_words (report, "area/1"), ==, 4);
  g_assert_cmpuint (kompass_report_count_words (report, "area/2"), ==, 0);
  g_assert_cmpuint (kompass_report_count_words (report, NULL), ==, 8);
}

/* What is missing */

static void
assert_missing (KompassReport     *report,
                KompassEvaluation *evaluation,
                const char        *id,
                const char        *expected)
{
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (evaluation);

  for (guint i = 0; i < sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (sections, i);
      g_auto (GStrv) missing = NULL;
      g_autofree char *joined = NULL;

      if (strcmp (section->id, id) != 0)
        continue;
      missing = kompass_report_list_missing (report, evaluation, section);
      joined = g_strjoinv ("|", missing);
      g_assert_cmpstr (joined, ==, expected);
      return;
    }
  g_assert_not_reached ();
}

static void
test_missing (void)
{
  g_autoptr (KompassEvaluation) lund = make_lund ();
  g_autoptr (KompassReport) report = kompass_report_new (kompass_evaluation_get_id (lund));

  assert_missing (report, lund, "introduction", "No text");
  assert_missing (report, lund, "summary", "No text");
  assert_missing (report, lund, "evaluation",
                  "When it was performed is not said|How many were interviewed is not said|Who evaluated is not said");
  assert_missing (report, lund, "area/1", "No text|No strengths|Nothing that can be better|No improvements");
  assert_missing (report, lund, "scores", "");
  assert_missing (report, lund, "facts", "No key facts");

  set_text (report, "introduction", "<text><p>x</p></text>");
  kompass_report_set_about (report, KOMPASS_ABOUT_PERFORMED, "mars 2011");
  kompass_report_set_about (report, KOMPASS_ABOUT_INTERVIEWS, "ca 35");
  kompass_report_set_about (report, KOMPASS_ABOUT_EVALUATORS, "A and B");
  add_key_fact (report, "Inhabitants", "110 488");
  assert_missing (report, lund, "introduction", "");
  assert_missing (report, lund, "evaluation", "");
  assert_missing (report, lund, "facts", "");
  add_key_fact (report, "Employees", "");
  add_key_fact (report, "", "8 161");
  assert_missing (report, lund, "facts", "“Employees” has no value|A key fact without a name");
}

static void
test_missing_in_text (void)
{
  g_autoptr (KompassEvaluation) lund = make_lund ();
  g_autoptr (KompassReport) report = kompass_report_new (kompass_evaluation_get_id (lund));

  set_text (report, "summary", "<text><h>One</h><h>Two</h><p> </p><p>x</p><h> </h><p>y</p><h>Last</h></text>");
  assert_missing (report, lund, "summary", "No text under “One”|A heading without words|No text under “Last”");
  set_text (report, "summary", "<text><h>A heading with so many words that it cannot be named</h></text>");
  assert_missing (report, lund, "summary", "No text under “A heading with so many words that it ca…”");
  set_text (report, "summary",
            "<text><p><field name=\"area.9.points\"/> <field name=\"area.1.points\"/></p>"
            "<li><field name=\"question.1.1.points\"/></li></text>");
  assert_missing (report, lund, "summary", "There is no figure {area.9.points}");
  kompass_evaluation_set_score (lund, kompass_evaluation_find_line (lund, "1.1"), KOMPASS_SCORE_NONE);
  kompass_evaluation_update (lund);
  assert_missing (report, lund, "summary", "There is no figure {area.9.points}|Not known yet: Question 1.1, points");
  assert_missing (report, lund, "scores", "1 question is not scored");
}

static void
test_missing_in_lists (void)
{
  g_autoptr (KompassEvaluation) lund = make_lund ();
  g_autoptr (KompassReport) report = kompass_report_new (kompass_evaluation_get_id (lund));

  set_text (report, "area/1", "<text><p>x</p></text>");
  add_finding (report, NULL, 1, KOMPASS_FINDING_STRENGTH, "Good", "1.2");
  add_finding (report, NULL, 1, KOMPASS_FINDING_PARTIAL, "Tied to what is gone", "1.9");
  add_finding (report, NULL, 1, KOMPASS_FINDING_IMPROVEMENT, "", NULL);
  assert_missing (report, lund, "area/1",
                  "“Tied to what is gone” is tied to question 1.9, which there is not|An empty item under “Improvements”");
}

/* Names that are in files do not change. */
static void
test_names (void)
{
  static const char * const kinds[] = { "strength", "partial", "improvement" };
  static const char * const abouts[] = { "performed", "interviews", "evaluators" };
  KompassFindingKind kind;
  KompassAbout about;

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (kompass_finding_kind_get_name ((KompassFindingKind) i), ==, kinds[i]);
      g_assert_true (kompass_finding_kind_from_name (kinds[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (kompass_about_get_name ((KompassAbout) i), ==, abouts[i]);
      g_assert_true (kompass_about_from_name (abouts[i], &about));
      g_assert_cmpint (about, ==, i);
    }
  g_assert_false (kompass_finding_kind_from_name ("Strength", &kind));
  g_assert_false (kompass_about_from_name ("", &about));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/figures", test_figures);
  g_test_add_func ("/report/no-figures", test_no_figures);
  g_test_add_func ("/report/all-figures", test_all_figures);
  g_test_add_func ("/report/shallow-figures", test_shallow_figures);
  g_test_add_func ("/report/sections", test_sections);
  g_test_add_func ("/report/section-ids", test_section_ids);
  g_test_add_func ("/report/contents", test_contents);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/missing", test_missing);
  g_test_add_func ("/report/missing-in-text", test_missing_in_text);
  g_test_add_func ("/report/missing-in-lists", test_missing_in_lists);
  g_test_add_func ("/report/names", test_names);

  return g_test_run ();
}
