/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written about an evaluation, in the library: every command and its way back, what is saved while somebody
 * writes, earlier versions, and what becomes of it with its evaluation. */
#include <string.h>

#include "kompass-library-private.h"
#include "kompass-test-library.h"

#define LUND KOMPASS_TEST_LUND
#define NOWHERE "00000000-0000-4000-8000-00000000ffff"
#define EXAMPLE "00000000-0000-4000-8000-00000000e001"
#define KARLSKRONA "00000000-0000-4000-8000-00000000e002"
#define OREBRO "00000000-0000-4000-8000-00000000e003"
#define FIRST "00000000-0000-4000-8000-00000000f001"
#define SECOND "00000000-0000-4000-8000-00000000f002"
#define THIRD "00000000-0000-4000-8000-00000000f003"
#define TEN_MINUTES (10 * 60 * G_USEC_PER_SEC)

typedef KompassTestLibrary Fixture;

static KompassReport *
load_of (Fixture    *fixture,
         const char *evaluation)
{
  g_autoptr (GError) error = NULL;
  KompassReport *report = kompass_library_load_report (fixture->library, evaluation, &error);

  g_assert_no_error (error);

  return report;
}

static KompassReport *
load (Fixture *fixture)
{
  return load_of (fixture, LUND);
}

/* Text */

static void
write_through (KompassLibrary *library,
               const char     *section,
               const char     *words)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain (words);
  g_autoptr (GError) error = NULL;

  kompass_library_set_report_text (library, LUND, section, text, &error);
  g_assert_no_error (error);
}

static void
write_text (Fixture    *fixture,
            const char *section,
            const char *words)
{
  write_through (fixture->library, section, words);
}

static void
assert_text (Fixture    *fixture,
             const char *section,
             const char *words)
{
  g_autoptr (KompassReport) report = load (fixture);
  g_autofree char *plain = kompass_text_to_plain (kompass_report_get_text (report, section), NULL);

  g_assert_cmpstr (plain, ==, words);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassReport) report = load (fixture);

  g_assert_true (kompass_report_is_empty (report));
  g_assert_cmpstr (kompass_report_get_evaluation_id (report), ==, LUND);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const labels[][2] = {
    { "introduction", "Write the introduction of Lund 2011" },
    { "evaluation", "Write about the evaluation of Lund 2011" },
    { "summary", "Write the summary of Lund 2011" },
    { "area/3", "Write area 3 of Lund 2011" },
    { "scores", "Write about the scores of Lund 2011" },
    { "facts", "Write about the key facts of Lund 2011" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      write_text (fixture, labels[i][0], labels[i][0]);
      kompass_test_assert_labels (fixture, labels[i][1], NULL);
      assert_text (fixture, labels[i][0], labels[i][0]);
    }
  for (guint i = G_N_ELEMENTS (labels); i-- > 0;)
    {
      kompass_test_undo (fixture->library);
      assert_text (fixture, labels[i][0], "");
    }
  kompass_test_assert_labels (fixture, "Add Lund 2011", labels[0][1]);
  kompass_test_redo (fixture->library);
  assert_text (fixture, "introduction", "introduction");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("x");
  g_autoptr (KompassText) long_text = kompass_text_new ();
  g_autoptr (KompassFinding) finding = kompass_finding_new (FIRST, 1, KOMPASS_FINDING_STRENGTH, "x", NULL);
  g_autofree char *words = g_strnfill (KOMPASS_TEXT_LIMIT, 'x');
  g_autofree char *line = g_strnfill (KOMPASS_LINE_LIMIT + 1, 'x');
  static const char * const self[] = { LUND, NULL };
  static const char * const nobody[] = { NOWHERE, NULL };
  static const char * const many[] = { EXAMPLE, KARLSKRONA, OREBRO, KOMPASS_TEST_MEAN, NULL };
  static const struct
  {
    GQuark (*domain) (void);
    int code;
  } expected[] = {
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { kompass_text_error_quark, KOMPASS_TEXT_ERROR_TOO_LONG },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_NOT_FOUND },
    { kompass_library_error_quark, KOMPASS_LIBRARY_ERROR_INVALID },
  };
  KompassLibrary *library = fixture->library;
  gint64 n_steps = kompass_test_count_steps (fixture->path);

  kompass_text_add_run (long_text, words, KOMPASS_RUN_PLAIN, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done[] = {
        i == 0 && kompass_library_set_report_text (library, LUND, "area/0", text, &error),
        i == 1 && kompass_library_set_report_text (library, NOWHERE, "summary", text, &error),
        i == 2 && kompass_library_set_report_text (library, LUND, "summary", long_text, &error),
        i == 3 && kompass_library_set_report_about (library, LUND, KOMPASS_ABOUT_EVALUATORS, line, &error),
        i == 4 && kompass_library_add_finding (library, NOWHERE, finding, 0, &error),
        i == 5 && kompass_library_change_finding (library, LUND, FIRST, line, NULL, &error),
        i == 6 && kompass_library_change_finding (library, LUND, FIRST, "x", "not the number of a question", &error),
        i == 7 && kompass_library_delete_finding (library, LUND, FIRST, &error),
        i == 8 && kompass_library_set_report_comparisons (library, LUND, self, &error),
        i == 9 && kompass_library_set_report_comparisons (library, LUND, nobody, &error),
        i == 10 && kompass_library_set_report_comparisons (library, LUND, many, &error),
      };

      g_assert_error (error, expected[i].domain (), expected[i].code);
      for (guint j = 0; j < G_N_ELEMENTS (done); j++)
        g_assert_false (done[j]);
    }
  g_assert_null (kompass_library_load_report (library, NOWHERE, NULL));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps);
}

/* What is saved while somebody writes */

static void
test_joined (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 n_steps = kompass_test_count_steps (fixture->path);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;

  write_text (fixture, "summary", "O");
  write_text (fixture, "summary", "One");
  write_text (fixture, "summary", "One, two");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  write_text (fixture, "summary", "One, two"); /* nothing new */
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  kompass_test_assert_labels (fixture, "Write the summary of Lund 2011", NULL);
  kompass_test_undo (fixture->library);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  kompass_test_redo (fixture->library);
  assert_text (fixture, "summary", "One, two");

  /* What has been undone or done again is not gone on with. */
  write_text (fixture, "summary", "Three");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 2);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "One, two");
  write_text (fixture, "summary", "Four");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 3);
  kompass_test_assert_labels (fixture, "Write the summary of Lund 2011", NULL);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "One, two");
}

/* What comes back to where it began is no step. */
static void
test_joined_to_nothing (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 n_steps;

  write_text (fixture, "summary", "One");
  write_text (fixture, "area/1", "Between");
  n_steps = kompass_test_count_steps (fixture->path);
  write_text (fixture, "summary", "Two");
  write_text (fixture, "summary", "");
  write_text (fixture, "summary", "Three");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  write_text (fixture, "summary", "One");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps);
  kompass_test_assert_labels (fixture, "Write area 1 of Lund 2011", NULL);
  assert_text (fixture, "summary", "One");
  write_text (fixture, "summary", "Four");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "One");
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "");
}

/* Not across anything else, other sections, other people, other programs, or ten minutes. */
static void
test_not_joined (Fixture       *fixture,
                 gconstpointer  data)
{
  KompassLibrary *other = kompass_test_open_library (fixture->path);
  gint64 n_steps = kompass_test_count_steps (fixture->path);

  write_text (fixture, "summary", "One");
  write_text (fixture, "area/1", "One");
  write_text (fixture, "summary", "Two");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 3);
  g_assert_true (kompass_test_set_score (fixture->library, LUND, "1.3", KOMPASS_SCORE (1200), NULL));
  write_text (fixture, "summary", "Three");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 5);
  write_through (other, "summary", "Theirs");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 6);
  write_text (fixture, "summary", "Mine");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 7);
  kompass_library_set_author (fixture->library, "Somebody");
  write_text (fixture, "summary", "Hers");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 8);
  fixture->library->step_began -= TEN_MINUTES - G_USEC_PER_SEC;
  write_text (fixture, "summary", "Nearly ten minutes later");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 8);
  fixture->library->step_began -= G_USEC_PER_SEC;
  write_text (fixture, "summary", "Ten minutes later");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 9);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "Nearly ten minutes later");
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "Mine");
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "Theirs");
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "Three");
  g_assert_finalize_object (other);
}

/* The same section of another evaluation is another. */
static void
test_not_joined_across_evaluations (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("x");
  gint64 n_steps;

  kompass_test_add_example (fixture->library);
  n_steps = kompass_test_count_steps (fixture->path);
  write_text (fixture, "summary", "One");
  g_assert_true (kompass_library_set_report_text (fixture->library, EXAMPLE, "summary", text, NULL));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 2);
  kompass_test_undo (fixture->library);
  assert_text (fixture, "summary", "One");
}

/* As often as one can press a key, of a section as long as a book. */
static void
test_joined_long (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *words = g_strnfill (600000, 'x');
  gint64 n_steps = kompass_test_count_steps (fixture->path);

  for (guint i = 0; i < 30; i++)
    {
      words[i * 1000] = 'y';
      write_text (fixture, "summary", words);
    }
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT max(length(changeset)) FROM change"), <, 650000);
  assert_text (fixture, "summary", words);
}

/* Earlier versions */

static void
assert_versions (Fixture            *fixture,
                 const char         *section,
                 const char * const *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions =
      kompass_library_list_report_versions (fixture->library, LUND, section, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++)
    {
      const KompassReportVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (KompassText) text = kompass_text_new_from_markup (version->markup, &error);
      g_autofree char *plain = NULL;

      g_assert_no_error (error);
      plain = kompass_text_to_plain (text, NULL);
      g_assert_cmpstr (plain, ==, expected[i]);
      g_assert_cmpuint (version->words, ==, kompass_text_count_words (text));
      g_assert_true ((version->time == NULL) == (*version->author == '\0'));
    }
  g_assert_cmpuint (versions->len, ==, g_strv_length ((GStrv) expected));
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const none[] = { NULL };
  static const char * const all[] = { "Three", "", "Given up", "One two", NULL };
  g_autoptr (GPtrArray) versions = NULL;

  assert_versions (fixture, "summary", none);
  write_text (fixture, "summary", "One");
  write_text (fixture, "summary", "One two");
  write_text (fixture, "area/1", "Elsewhere");
  write_text (fixture, "summary", "Given up");
  kompass_test_undo (fixture->library);
  write_text (fixture, "summary", "");
  write_text (fixture, "area/1", "Elsewhere again");
  kompass_library_set_author (fixture->library, "Somebody");
  write_text (fixture, "summary", "Three");
  assert_versions (fixture, "summary", all);
  versions = kompass_library_list_report_versions (fixture->library, LUND, "summary", NULL);
  g_assert_cmpstr (((KompassReportVersion *) g_ptr_array_index (versions, 0))->author, ==, "Somebody");
  g_assert_cmpstr (((KompassReportVersion *) g_ptr_array_index (versions, 3))->author, ==, "Tester");
}

/* A text that came with the example is there as well. */
static void
test_versions_of_example (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const first[] = { "As it came", NULL };
  static const char * const both[] = { "As it is", "As it came", NULL };

  kompass_test_execute (fixture->path, "INSERT INTO report_text VALUES ('" LUND "', 'summary', "
                                       "'<text><p>As it came</p></text>')");
  assert_versions (fixture, "summary", first);
  write_text (fixture, "summary", "As it is");
  assert_versions (fixture, "summary", both);
}

/* When it was changed last */

static void
assert_time (Fixture    *fixture,
             const char *evaluation,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) time = kompass_library_get_evaluation_time (fixture->library, evaluation, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_date_time_format_iso8601 (time);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  kompass_test_add_example (fixture->library);
  write_text (fixture, "summary", "One");
  kompass_test_execute (fixture->path, "UPDATE change SET time = '2026-01-0' || number || 'T12:00:00Z'");
  assert_time (fixture, LUND, "2026-01-03T12:00:00Z");
  assert_time (fixture, EXAMPLE, "2026-01-02T12:00:00Z");
  kompass_test_undo (fixture->library);
  assert_time (fixture, LUND, "2026-01-01T12:00:00Z");
  g_assert_null (kompass_library_get_evaluation_time (fixture->library, NOWHERE, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
}

/* Saved while somebody writes, it is the time of the last save. */
static void
test_time_joined (Fixture       *fixture,
                  gconstpointer  data)
{
  write_text (fixture, "summary", "One");
  kompass_test_execute (fixture->path, "UPDATE change SET time = '2001-01-01T12:00:00Z'");
  assert_time (fixture, LUND, "2001-01-01T12:00:00Z");
  write_text (fixture, "summary", "Two");
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT max(time) > '2025' FROM change"), ==, 1);
}

/* About the evaluation */

static void
test_about (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 n_steps = kompass_test_count_steps (fixture->path);
  g_autoptr (KompassReport) report = NULL;
  g_autoptr (KompassReport) undone = NULL;

  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_PERFORMED, "mars", NULL));
  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_PERFORMED, "mars 2011 ", NULL));
  kompass_test_assert_labels (fixture, "Set when Lund 2011 was performed", NULL);
  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_INTERVIEWS, "ca 35", NULL));
  kompass_test_assert_labels (fixture, "Set how many were interviewed for Lund 2011", NULL);
  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_EVALUATORS, "A\nB", NULL));
  kompass_test_assert_labels (fixture, "Set the evaluators of Lund 2011", NULL);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 3);
  report = load (fixture);
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_PERFORMED), ==, "mars 2011");
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_INTERVIEWS), ==, "ca 35");
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_EVALUATORS), ==, "A B");
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  undone = load (fixture);
  g_assert_true (kompass_report_is_empty (undone));
  kompass_test_redo (fixture->library);
  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_PERFORMED, NULL, NULL));
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM report_about"), ==, 0);
}

/* Lists */

static void
add_finding (Fixture            *fixture,
             const char         *id,
             KompassFindingKind  kind,
             guint               position)
{
  g_autoptr (KompassFinding) finding = kompass_finding_new (id, 1, kind, id + strlen (id) - 1, NULL);
  g_autoptr (GError) error = NULL;

  kompass_library_add_finding (fixture->library, LUND, finding, position, &error);
  g_assert_no_error (error);
}

/* The texts of the three lists of area 1: "123||" */
static void
assert_lists (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (KompassReport) report = load (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, 1, (KompassFindingKind) kind);

      for (guint i = 0; i < findings->len; i++)
        g_string_append (text, kompass_finding_get_text (g_ptr_array_index (findings, i)));
      g_string_append_c (text, '|');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
move_finding (Fixture            *fixture,
              const char         *id,
              KompassFindingKind  kind,
              guint               position)
{
  g_autoptr (GError) error = NULL;

  kompass_library_move_finding (fixture->library, LUND, id, kind, position, &error);
  g_assert_no_error (error);
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  static const guint n_commands = 9;

  add_finding (fixture, FIRST, KOMPASS_FINDING_STRENGTH, 0);
  kompass_test_assert_labels (fixture, "Add a strength to Lund 2011", NULL);
  add_finding (fixture, SECOND, KOMPASS_FINDING_STRENGTH, 99);
  add_finding (fixture, THIRD, KOMPASS_FINDING_STRENGTH, 1);
  assert_lists (fixture, "132|||");
  move_finding (fixture, FIRST, KOMPASS_FINDING_STRENGTH, 1);
  assert_lists (fixture, "312|||");
  kompass_test_assert_labels (fixture, "Move a strength of Lund 2011", NULL);
  move_finding (fixture, SECOND, KOMPASS_FINDING_IMPROVEMENT, 0);
  assert_lists (fixture, "31||2|");
  move_finding (fixture, FIRST, KOMPASS_FINDING_IMPROVEMENT, 0);
  assert_lists (fixture, "3||12|");
  move_finding (fixture, THIRD, KOMPASS_FINDING_IMPROVEMENT, 1);
  assert_lists (fixture, "||132|");
  g_assert_true (kompass_library_change_finding (fixture->library, LUND, THIRD, " three ", "1.2", NULL));
  kompass_test_assert_labels (fixture, "Change an improvement of Lund 2011", NULL);
  assert_lists (fixture, "||1three2|");
  g_assert_true (kompass_library_delete_finding (fixture->library, LUND, FIRST, NULL));
  kompass_test_assert_labels (fixture, "Delete an improvement of Lund 2011", NULL);
  assert_lists (fixture, "||three2|");

  done = kompass_test_dump (fixture->path);
  for (guint i = 0; i < n_commands; i++)
    kompass_test_undo (fixture->library);
  kompass_test_assert_labels (fixture, "Add Lund 2011", "Add a strength to Lund 2011");
  undone = kompass_test_dump (fixture->path);
  g_assert_cmpstr (undone, ==, before);
  for (guint i = 0; i < n_commands; i++)
    kompass_test_redo (fixture->library);
  redone = kompass_test_dump (fixture->path);
  g_assert_cmpstr (redone, ==, done);
}

/* An item that is added and written is one step; one that does not move leaves no trace. */
static void
test_findings_joined (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 n_steps = kompass_test_count_steps (fixture->path);
  g_autoptr (KompassFinding) empty = kompass_finding_new (FIRST, 1, KOMPASS_FINDING_PARTIAL, "", NULL);
  g_autoptr (KompassReport) report = NULL;

  g_assert_true (kompass_library_add_finding (fixture->library, LUND, empty, 0, NULL));
  g_assert_true (kompass_library_change_finding (fixture->library, LUND, FIRST, "On", NULL, NULL));
  g_assert_true (kompass_library_change_finding (fixture->library, LUND, FIRST, "One", "1.3", NULL));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  kompass_test_assert_labels (fixture, "Add what can be better to Lund 2011", NULL);
  report = load (fixture);
  g_assert_cmpstr (kompass_finding_get_question (kompass_report_find_finding (report, FIRST)), ==, "1.3");
  move_finding (fixture, FIRST, KOMPASS_FINDING_PARTIAL, 0);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  kompass_test_undo (fixture->library);
  assert_lists (fixture, "|||");
  kompass_test_redo (fixture->library);
  assert_lists (fixture, "|One||");
  g_assert_true (kompass_library_delete_finding (fixture->library, LUND, FIRST, NULL));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 2);
}

static void
add_pasted (GPtrArray  *findings,
            const char *id,
            const char *text)
{
  g_ptr_array_add (findings, kompass_finding_new (id, 1, KOMPASS_FINDING_PARTIAL, text, NULL));
}

/* What is pasted is one step: the words of an item that was there, and others after it. */
static void
test_findings_pasted (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *letters = g_strnfill (KOMPASS_LINE_LIMIT + 1, 'a');
  g_autoptr (GError) error = NULL;
  gint64 n_steps;

  add_finding (fixture, FIRST, KOMPASS_FINDING_PARTIAL, 0);
  add_finding (fixture, SECOND, KOMPASS_FINDING_PARTIAL, 1);
  n_steps = kompass_test_count_steps (fixture->path);
  add_pasted (findings, FIRST, "a");
  add_pasted (findings, THIRD, "b");
  add_pasted (findings, NULL, "c\x01");
  g_assert_true (kompass_library_paste_findings (fixture->library, LUND, findings, 1, &error));
  g_assert_no_error (error);
  assert_lists (fixture, "|abc\xef\xbf\xbd" "2||");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps + 1);
  kompass_test_assert_labels (fixture, "Add what can be better to Lund 2011", NULL);
  kompass_test_undo (fixture->library);
  assert_lists (fixture, "|12||");
  kompass_test_redo (fixture->library);
  assert_lists (fixture, "|abc\xef\xbf\xbd" "2||");

  /* All of them or none */
  kompass_test_undo (fixture->library);
  add_pasted (findings, NULL, letters);
  g_assert_false (kompass_library_paste_findings (fixture->library, LUND, findings, 1, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID);
  assert_lists (fixture, "|12||");
}

static void
assert_step_report (Fixture    *fixture,
                    gboolean    forward,
                    const char *expected)
{
  g_autofree char *evaluation = kompass_library_find_step_report (fixture->library, forward);

  g_assert_cmpstr (evaluation, ==, expected);
}

/* Whose report a step is about is known before it is taken. */
static void
test_step_report (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_step_report (fixture, FALSE, NULL);
  assert_step_report (fixture, TRUE, NULL);
  add_finding (fixture, FIRST, KOMPASS_FINDING_STRENGTH, 0);
  assert_step_report (fixture, FALSE, LUND);
  kompass_test_undo (fixture->library);
  assert_step_report (fixture, FALSE, NULL);
  assert_step_report (fixture, TRUE, LUND);
}

/* Any order of moves keeps every item once, and can be taken back to the beginning. */
static void
test_findings_random (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const ids[] = { FIRST, SECOND, THIRD };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_steps;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_finding (fixture, ids[i], (KompassFindingKind) i, 0);
  before = kompass_test_dump (fixture->path);
  n_steps = kompass_test_count_steps (fixture->path);
  for (guint i = 0; i < 200; i++)
    {
      const char *id = ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))];
      KompassFindingKind kind = (KompassFindingKind) g_test_rand_int_range (0, KOMPASS_N_FINDING_KINDS);
      guint position = (guint) g_test_rand_int_range (0, 4);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (KompassReport) report = NULL;

      move_finding (fixture, id, kind, position);
      report = load (fixture);
      g_assert_cmpuint (kompass_report_get_all_findings (report)->len, ==, G_N_ELEMENTS (ids));
      findings = kompass_report_get_findings (report, 1, kind);
      position = MIN (position, findings->len - 1);
      g_assert_cmpstr (kompass_finding_get_id (g_ptr_array_index (findings, position)), ==, id);
    }
  for (gint64 i = kompass_test_count_steps (fixture->path); i > n_steps; i--)
    kompass_test_undo (fixture->library);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* Key facts */

static void
add_key_fact (Fixture    *fixture,
              const char *id,
              const char *name,
              guint       position)
{
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (id, name, "1");
  g_autoptr (GError) error = NULL;

  kompass_library_add_key_fact (fixture->library, LUND, fact, position, &error);
  g_assert_no_error (error);
}

static void
assert_key_facts (Fixture    *fixture,
                  const char *expected)
{
  g_autoptr (KompassReport) report = load (fixture);
  GPtrArray *facts = kompass_report_get_key_facts (report);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    g_string_append_printf (text, "%s=%s ", kompass_key_fact_get_name (g_ptr_array_index (facts, i)),
                            kompass_key_fact_get_value (g_ptr_array_index (facts, i)));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_key_facts (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_key_fact (fixture, FIRST, "A", 0);
  add_key_fact (fixture, SECOND, "B", 0);
  add_key_fact (fixture, THIRD, "C", 9);
  assert_key_facts (fixture, "B=1 A=1 C=1 ");
  kompass_test_assert_labels (fixture, "Add a key fact to Lund 2011", NULL);
  g_assert_true (kompass_library_move_key_fact (fixture->library, LUND, THIRD, 0, NULL));
  kompass_test_assert_labels (fixture, "Move a key fact of Lund 2011", NULL);
  assert_key_facts (fixture, "C=1 B=1 A=1 ");
  g_assert_true (kompass_library_change_key_fact (fixture->library, LUND, FIRST, "Folkmängd", "110 488", NULL));
  kompass_test_assert_labels (fixture, "Change a key fact of Lund 2011", NULL);
  g_assert_true (kompass_library_delete_key_fact (fixture->library, LUND, SECOND, NULL));
  kompass_test_assert_labels (fixture, "Delete a key fact of Lund 2011", NULL);
  assert_key_facts (fixture, "C=1 Folkmängd=110 488 ");
  g_assert_false (kompass_library_move_key_fact (fixture->library, LUND, SECOND, 0, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND);
  for (guint i = 0; i < 6; i++)
    kompass_test_undo (fixture->library);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* What the municipality's other reports have is offered, and the usual; not what is there already. */
static void
test_suggestions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, LUND, NULL);
  g_autoptr (KompassEvaluation) next = kompass_evaluation_copy (lund, NOWHERE, 2014);
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, "inhabitants", "");
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  g_assert_true (kompass_library_add_evaluation (fixture->library, next, NULL));
  add_key_fact (fixture, FIRST, "Students", 0);
  add_key_fact (fixture, SECOND, "Employees", 1);
  add_key_fact (fixture, THIRD, "", 2);
  g_assert_true (kompass_library_add_key_fact (fixture->library, NOWHERE, fact, 0, NULL));
  names = kompass_library_suggest_key_facts (fixture->library, NOWHERE, NULL);
  joined = g_strjoinv ("|", names);
  g_assert_cmpstr (joined, ==,
                   "Students|Employees|Group of municipalities|Change in number of inhabitants|Governing parties|"
                   "University town");
}

/* Comparisons */

static void
assert_comparisons (Fixture    *fixture,
                    const char *expected)
{
  g_autoptr (KompassReport) report = load (fixture);
  g_autofree char *joined = g_strjoinv (" ", (GStrv) kompass_report_get_comparisons (report));

  g_assert_cmpstr (joined, ==, expected);
}

static void
compare_with (Fixture    *fixture,
              const char *profiles)
{
  g_auto (GStrv) ids = g_strsplit (profiles, " ", -1);
  g_autoptr (GError) error = NULL;

  kompass_library_set_report_comparisons (fixture->library, LUND, (const char * const *) ids, &error);
  g_assert_no_error (error);
}

static void
test_comparisons (Fixture       *fixture,
                  gconstpointer  data)
{
  kompass_test_add_example (fixture->library);
  compare_with (fixture, KOMPASS_TEST_MEAN " " KARLSKRONA " " OREBRO);
  kompass_test_assert_labels (fixture, "Set what the report of Lund 2011 compares with", NULL);
  assert_comparisons (fixture, KOMPASS_TEST_MEAN " " KARLSKRONA " " OREBRO);
  compare_with (fixture, OREBRO);
  assert_comparisons (fixture, OREBRO);
  kompass_test_undo (fixture->library);
  assert_comparisons (fixture, KOMPASS_TEST_MEAN " " KARLSKRONA " " OREBRO);

  /* What is gone is not compared with, and comes back. */
  g_assert_true (kompass_library_delete_evaluation (fixture->library, KARLSKRONA, NULL));
  assert_comparisons (fixture, KOMPASS_TEST_MEAN " " OREBRO);
  kompass_test_undo (fixture->library);
  assert_comparisons (fixture, KOMPASS_TEST_MEAN " " KARLSKRONA " " OREBRO);
  compare_with (fixture, "");
  assert_comparisons (fixture, "");
}

/* With its evaluation */

static void
write_everything (Fixture *fixture)
{
  write_text (fixture, "summary", "One");
  write_text (fixture, "area/1", "Two");
  g_assert_true (kompass_library_set_report_about (fixture->library, LUND, KOMPASS_ABOUT_PERFORMED, "mars", NULL));
  add_finding (fixture, FIRST, KOMPASS_FINDING_STRENGTH, 0);
  add_key_fact (fixture, SECOND, "A", 0);
  compare_with (fixture, KOMPASS_TEST_MEAN);
}

static void
assert_nothing_is_written (Fixture *fixture)
{
  g_assert_cmpint (kompass_test_number (fixture->path,
                                        "SELECT (SELECT count(*) FROM report_text) + (SELECT count(*) FROM report_about)"
                                        " + (SELECT count(*) FROM finding) + (SELECT count(*) FROM key_fact)"
                                        " + (SELECT count(*) FROM report_comparison)"),
                   ==, 0);
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const nothing_else[] = { "One", NULL };
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, LUND, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *after_both = NULL;

  kompass_test_add_example (fixture->library);
  write_everything (fixture);
  before = kompass_test_dump (fixture->path);
  g_assert_true (kompass_library_delete_evaluation (fixture->library, LUND, NULL));
  assert_nothing_is_written (fixture);
  kompass_test_undo (fixture->library);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  assert_versions (fixture, "summary", nothing_else);
  g_assert_true (kompass_library_delete_municipality (fixture->library,
                                                      kompass_evaluation_get_municipality_id (lund), NULL));
  assert_nothing_is_written (fixture);
  kompass_test_undo (fixture->library);
  after_both = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after_both, ==, before);
}

/* A round that is made like another begins without a report. */
static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KompassEvaluation) lund = kompass_library_load (fixture->library, LUND, NULL);
  g_autoptr (KompassEvaluation) next = kompass_evaluation_copy (lund, NOWHERE, 2014);
  g_autoptr (KompassReport) report = NULL;

  kompass_test_add_example (fixture->library);
  write_everything (fixture);
  g_assert_true (kompass_library_add_evaluation (fixture->library, next, NULL));
  report = load_of (fixture, NOWHERE);
  g_assert_true (kompass_report_is_empty (report));
}

static KompassReport *
make_example_report (void)
{
  static const char * const profiles[] = { KOMPASS_TEST_MEAN, NULL };
  KompassReport *report = kompass_report_new (EXAMPLE);
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("Words");

  kompass_report_set_text (report, "summary", text);
  kompass_report_set_about (report, KOMPASS_ABOUT_PERFORMED, "mars 2011");
  kompass_report_set_comparisons (report, profiles);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);
      g_autoptr (KompassFinding) finding =
          kompass_finding_new (NULL, 1 + i % 2, KOMPASS_FINDING_STRENGTH, words, i == 0 ? "1.1" : NULL);
      g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, words, words);

      kompass_report_add_finding (report, finding);
      kompass_report_add_key_fact (report, fact);
    }

  return report;
}

static void
assert_example_report (Fixture *fixture)
{
  g_autoptr (KompassReport) report = load_of (fixture, EXAMPLE);
  g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, 2, KOMPASS_FINDING_STRENGTH);

  g_assert_cmpuint (kompass_report_count_words (report, "summary"), ==, 1);
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_PERFORMED), ==, "mars 2011");
  g_assert_cmpstr (kompass_report_get_comparisons (report)[0], ==, KOMPASS_TEST_MEAN);
  g_assert_cmpuint (kompass_report_get_key_facts (report)->len, ==, 6);
  g_assert_cmpuint (findings->len, ==, 3);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", 2 * i + 1);

      g_assert_cmpstr (kompass_finding_get_text (g_ptr_array_index (findings, i)), ==, words);
    }
}

static void
add_reports (Fixture       *fixture,
             KompassReport *report)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (reports, report);
  kompass_library_add_example (fixture->library, none, none, reports, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A report comes with the example once, also to an example that is there, and never in place of what is written. */
static void
test_example (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassReport) report = make_example_report ();
  g_autoptr (KompassReport) of_own = kompass_report_new (LUND);
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("Words");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_steps;

  kompass_test_add_example (fixture->library);
  before = kompass_test_dump (fixture->path);
  add_reports (fixture, report);
  kompass_test_assert_labels (fixture, "Add the example", NULL);
  assert_example_report (fixture);
  n_steps = kompass_test_count_steps (fixture->path);
  add_reports (fixture, report);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_steps);
  kompass_test_undo (fixture->library);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  kompass_test_redo (fixture->library);
  assert_example_report (fixture);

  kompass_report_set_text (of_own, "summary", text);
  add_reports (fixture, of_own);
  assert_text (fixture, "summary", "");

  g_assert_true (kompass_library_remove_example (fixture->library, NULL));
  assert_nothing_is_written (fixture);
  kompass_test_undo (fixture->library);
  assert_example_report (fixture);
}

/* Who hears of it */

static void
changed_cb (KompassLibrary  *library,
            char           **evaluations,
            guint           *n_changed)
{
  g_assert_cmpuint (g_strv_length (evaluations), ==, 1);
  g_assert_cmpstr (evaluations[0], ==, LUND);
  (*n_changed)++;
}

static void
lists_changed_cb (KompassLibrary *library,
                  gpointer        user_data)
{
  g_assert_not_reached ();
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_changed = 0;

  kompass_test_add_example (fixture->library);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), &n_changed);
  g_signal_connect (fixture->library, "lists-changed", G_CALLBACK (lists_changed_cb), NULL);
  write_everything (fixture);
  g_assert_cmpuint (n_changed, ==, 6);
  g_assert_true (kompass_library_change_finding (fixture->library, LUND, FIRST, "x", NULL, NULL));
  move_finding (fixture, FIRST, KOMPASS_FINDING_PARTIAL, 0);
  g_assert_true (kompass_library_change_key_fact (fixture->library, LUND, SECOND, "B", "2", NULL));
  g_assert_cmpuint (n_changed, ==, 9);
  kompass_test_undo (fixture->library);
  kompass_test_undo (fixture->library);
  kompass_test_redo (fixture->library);
  kompass_test_redo (fixture->library);
  g_assert_cmpuint (n_changed, ==, 13);
}

/* Damaged */

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  kompass_test_execute (fixture->path, "INSERT INTO report_text VALUES ('" LUND "', 'summary', '<table>')");
  g_assert_null (kompass_library_load_report (fixture->library, LUND, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) kompass_test_add ("/library-report/" name, NULL, kompass_test_set_up_library, function)
  ADD ("empty", test_empty);
  ADD ("texts", test_texts);
  ADD ("refused", test_refused);
  ADD ("joined", test_joined);
  ADD ("joined-to-nothing", test_joined_to_nothing);
  ADD ("not-joined", test_not_joined);
  ADD ("not-joined-across-evaluations", test_not_joined_across_evaluations);
  ADD ("joined-long", test_joined_long);
  ADD ("versions", test_versions);
  ADD ("versions-of-example", test_versions_of_example);
  ADD ("time", test_time);
  ADD ("time-joined", test_time_joined);
  ADD ("about", test_about);
  ADD ("findings", test_findings);
  ADD ("findings-joined", test_findings_joined);
  ADD ("findings-pasted", test_findings_pasted);
  ADD ("step-report", test_step_report);
  ADD ("findings-random", test_findings_random);
  ADD ("key-facts", test_key_facts);
  ADD ("suggestions", test_suggestions);
  ADD ("comparisons", test_comparisons);
  ADD ("deleted", test_deleted);
  ADD ("copied", test_copied);
  ADD ("example", test_example);
  ADD ("changed", test_changed);
  ADD ("damaged", test_damaged);
#undef ADD

  return g_test_run ();
}
