/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in the example's report. */
#include <string.h>

#include "kompass-example-report.h"
#include "kompass-field.h"
#include "kompass-library-report.h"
#include "kompass-start.h"
#include "kompass-test-store.h"

typedef struct
{
  GPtrArray *editions;
  GPtrArray *evaluations;
  GPtrArray *means;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->editions = kompass_bundle_load_editions (&error);
  g_assert_no_error (error);
  kompass_bundle_load_example (fixture->editions, &fixture->evaluations, &fixture->means, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->editions);
  g_ptr_array_unref (fixture->evaluations);
  g_ptr_array_unref (fixture->means);
}

static KompassReport *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = kompass_bundle_load_example_reports (fixture->evaluations, fixture->means, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);

  return g_object_ref (g_ptr_array_index (reports, 0));
}

static void
assert_fields_known (KompassText       *text,
                     KompassEvaluation *evaluation)
{
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    {
      GPtrArray *runs = kompass_text_get_paragraph (text, i)->runs;

      for (guint j = 0; j < runs->len; j++)
        {
          const KompassRun *run = g_ptr_array_index (runs, j);
          g_autofree char *figure = run->field != NULL ? kompass_field_format (run->field, evaluation) : NULL;

          if (run->field != NULL)
            g_assert_true (figure != NULL && g_ascii_isdigit (*figure));
        }
    }
}

/* Every section is written, every area has its three lists, and every figure in the text is known. */
static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassReport) report = load (fixture);
  KompassEvaluation *lund = g_ptr_array_index (fixture->evaluations, 0);
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (lund);
  GPtrArray *facts = kompass_report_get_key_facts (report);

  g_assert_cmpstr (kompass_report_get_evaluation_id (report), ==, kompass_evaluation_get_id (lund));
  g_assert_cmpstr (kompass_evaluation_get_title (lund), ==, "Lund 2011");
  for (guint i = 0; i < sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (sections, i);

      if (section->kind == KOMPASS_SECTION_SCORES || section->kind == KOMPASS_SECTION_FACTS)
        continue;
      g_assert_false (kompass_text_is_empty (kompass_report_get_text (report, section->id)));
      assert_fields_known (kompass_report_get_text (report, section->id), lund);
    }
  for (guint area = 1; area <= 8; area++)
    for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
      {
        g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, area, (KompassFindingKind) kind);

        g_assert_cmpuint (findings->len, >=, 1);
      }
  g_assert_cmpuint (facts->len, ==, 6);
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_PERFORMED), ==, "mars 2011");
  g_assert_cmpstr (kompass_report_get_comparisons (report)[0], ==,
                   kompass_profile_get_id (g_ptr_array_index (fixture->means, 0)));
}

static void
test_identifiers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassReport) one = load (fixture);
  g_autoptr (KompassReport) other = load (fixture);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *first = kompass_report_get_key_facts (one);
  GPtrArray *second = kompass_report_get_key_facts (other);

  for (guint i = 0; i < first->len; i++)
    {
      const char *id = kompass_key_fact_get_id (g_ptr_array_index (first, i));

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_true (g_hash_table_add (seen, (gpointer) id));
      g_assert_cmpstr (id, ==, kompass_key_fact_get_id (g_ptr_array_index (second, i)));
    }
}

#define REST "\"comparisons\": [], \"texts\": {}, \"findings\": [], \"facts\": []}"

static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct
  {
    const char *json;
    const char *place;
  } cases[] = {
    { "", "is empty" },
    { "[]", "must be an object" },
    { "{}", "about" },
    { "{\"about\": {\"when\": \"x\"}, " REST, "about" },
    { "{\"about\": {\"performed\": 3}, " REST, "about.performed" },
    { "{\"about\": {}, \"more\": 1, " REST, "more" },
    { "{\"about\": {}, \"comparisons\": [\"nobody\"], \"texts\": {}, \"findings\": [], \"facts\": []}", "comparisons[0]" },
    { "{\"about\": {}, \"comparisons\": [[]], \"texts\": {}, \"findings\": [], \"facts\": []}", "comparisons[0]" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {\"area/9\": []}, \"findings\": [], \"facts\": []}", "texts.area/9" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {\"summary\": [1]}, \"findings\": [], \"facts\": []}", "texts.summary" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {\"summary\": [\"<p>\"]}, \"findings\": [], \"facts\": []}", "texts.summary" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {}, \"findings\": [{}], \"facts\": []}", "findings[0].area" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {}, \"findings\": "
      "[{\"area\": 1, \"kind\": \"wish\", \"text\": \"x\"}], \"facts\": []}", "findings[0]" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {}, \"findings\": "
      "[{\"area\": 1, \"kind\": \"strength\", \"text\": \"x\", \"question\": \"2.1\"}], \"facts\": []}", "findings[0]" },
    { "{\"about\": {}, \"comparisons\": [], \"texts\": {}, \"findings\": [], \"facts\": [{\"name\": \"x\"}]}", "facts[0].value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;

      g_assert_null (kompass_example_report_read ("x.json", json, g_ptr_array_index (fixture->evaluations, 0),
                                                  fixture->means, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "x.json"));
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("%s: %s", cases[i].place, error->message);
    }
}

static void
assert_has_report (KompassLibrary *library,
                   KompassReport  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassReport) report = kompass_library_load_report (library, kompass_report_get_evaluation_id (expected), &error);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  g_assert_true (kompass_text_equal (kompass_report_get_text (report, "area/3"), kompass_report_get_text (expected, "area/3")));
  g_assert_cmpuint (kompass_report_count_words (report, NULL), ==, kompass_report_count_words (expected, NULL));
  g_assert_cmpuint (kompass_report_get_key_facts (report)->len, ==, 6);
  g_assert_cmpstr (kompass_report_get_comparisons (report)[0], ==, kompass_report_get_comparisons (expected)[0]);
  findings = kompass_report_get_findings (report, 3, KOMPASS_FINDING_PARTIAL);
  g_assert_cmpuint (findings->len, ==, 5);
}

/* The example comes with its report, in one step that undo takes back; what somebody wrote instead stays. */
static void
test_library (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = kompass_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.kompass", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassLibrary) library = kompass_start_open_library (path, &error);
  g_autoptr (KompassReport) expected = load (fixture);
  g_autoptr (KompassText) own = kompass_text_new_from_plain ("Mine");
  g_autoptr (KompassReport) report = NULL;
  const char *lund = kompass_report_get_evaluation_id (expected);

  g_assert_no_error (error);
  g_assert_true (kompass_start_add_example (library, NULL, NULL, NULL));
  assert_has_report (library, expected);
  g_assert_true (kompass_library_undo (library, &error));
  g_assert_no_error (error);
  g_assert_null (kompass_library_load_report (library, lund, NULL));
  g_assert_true (kompass_library_redo (library, NULL));
  assert_has_report (library, expected);

  g_assert_true (kompass_library_set_report_text (library, lund, "area/3", own, NULL));
  g_assert_true (kompass_start_add_example (library, NULL, NULL, NULL));
  report = kompass_library_load_report (library, lund, NULL);
  g_assert_true (kompass_text_equal (kompass_report_get_text (report, "area/3"), own));
  g_assert_true (kompass_library_remove_example (library, NULL));
  g_assert_true (kompass_start_add_example (library, NULL, NULL, NULL));
  assert_has_report (library, expected);
  g_clear_object (&library);
  kompass_test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/example-report/complete", Fixture, NULL, set_up, test_complete, tear_down);
  g_test_add ("/example-report/identifiers", Fixture, NULL, set_up, test_identifiers, tear_down);
  g_test_add ("/example-report/library", Fixture, NULL, set_up, test_library, tear_down);
  g_test_add ("/example-report/bad", Fixture, NULL, set_up, test_bad, tear_down);

  return g_test_run ();
}
