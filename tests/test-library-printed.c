/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed figures typed beside the points: what is stored, beside what, what is refused, and that it can be undone. */
#include <string.h>

#include "kompass-test-library.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define NEW_ROUND "00000000-0000-4000-8000-0000000000c1"
#define BY_AREAS "00000000-0000-4000-8000-0000000000c2"

typedef KompassTestLibrary Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (KompassEvaluation) fresh = NULL;
  g_autoptr (KompassEvaluation) by_areas = NULL;
  KompassEdition *edition;

  kompass_test_set_up_library (fixture, data);
  edition = kompass_library_get_edition (fixture->library, KOMPASS_TEST_EDITION_2010, NULL);
  fresh = kompass_test_evaluation (NEW_ROUND, "Ale", 2012, edition, KOMPASS_DEPTH_QUESTIONS);
  by_areas = kompass_test_evaluation (BY_AREAS, "Ale", 2013, edition, KOMPASS_DEPTH_AREAS);
  g_assert_true (kompass_library_add_evaluation (fixture->library, fresh, NULL));
  g_assert_true (kompass_library_add_evaluation (fixture->library, by_areas, NULL));
}

static KompassFigures
get_figures (Fixture    *fixture,
             const char *evaluation,
             const char *line)
{
  g_autoptr (KompassEvaluation) loaded = kompass_library_load (fixture->library, evaluation, NULL);

  return *kompass_line_get_figures (kompass_evaluation_find_line (loaded, line));
}

/* Every label, there and back. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    KompassPrintedEdit edit;
    const char *label;
  } rows[] = {
    { { "4", KOMPASS_PRINTED_POINTS, 6010 }, "Set the printed points of 4 of Lund 2011 to 60.1" },
    { { "4", KOMPASS_PRINTED_POINTS, UNKNOWN }, "Clear the printed points of 4 of Lund 2011" },
    { { "", KOMPASS_PRINTED_POINTS, 45880 }, "Set the printed total of Lund 2011 to 458.8" },
    { { "", KOMPASS_PRINTED_POINTS, UNKNOWN }, "Clear the printed total of Lund 2011" },
    { { "2.4", KOMPASS_PRINTED_PERCENT, 77 }, "Set the printed percent of 2.4 of Lund 2011 to 77 %" },
    { { "2.4", KOMPASS_PRINTED_PERCENT, UNKNOWN }, "Clear the printed percent of 2.4 of Lund 2011" },
    { { "", KOMPASS_PRINTED_PERCENT, 58 }, "Set the printed percent of Lund 2011 to 58 %" },
    { { "", KOMPASS_PRINTED_PERCENT, UNKNOWN }, "Clear the printed percent of Lund 2011" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KompassPrintedEdit *edit = &rows[i].edit;
      g_autofree char *before = kompass_test_dump (fixture->path);
      g_autofree char *label = NULL;
      g_autofree char *undone = NULL;
      g_autoptr (GError) error = NULL;
      KompassFigures figures;

      kompass_library_set_printed (fixture->library, KOMPASS_TEST_LUND, edit, 1, &error);
      g_assert_no_error (error);
      label = kompass_library_get_undo_label (fixture->library);
      g_assert_cmpstr (label, ==, rows[i].label);
      figures = get_figures (fixture, KOMPASS_TEST_LUND, edit->line);
      g_assert_cmpint (edit->figure == KOMPASS_PRINTED_POINTS ? figures.printed.points : figures.printed.percent, ==,
                       edit->value);
      g_assert_true (kompass_library_undo (fixture->library, NULL));
      undone = kompass_test_dump (fixture->path);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (kompass_library_redo (fixture->library, NULL));
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    KompassPrintedEdit edit;
    const char *message;
  } rows[] = {
    { { "4.1", KOMPASS_PRINTED_POINTS, 1000 }, "The printed points of a question are its score: set that" },
    { { "9", KOMPASS_PRINTED_POINTS, 1000 }, "Lund 2011 has no line “9”" },
    { { "4", KOMPASS_PRINTED_POINTS, 10001 }, "At most 100 points" },
    { { "", KOMPASS_PRINTED_POINTS, 80001 }, "At most 800 points" },
    { { "4", KOMPASS_PRINTED_POINTS, -1 }, "At least 0 points" },
    { { "4", KOMPASS_PRINTED_PERCENT, 101 }, "A percent is a whole number from 0 to 100" },
    { { "4.1", KOMPASS_PRINTED_PERCENT, -1 }, "A percent is a whole number from 0 to 100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KompassPrintedEdit edits[] = { { "4.2", KOMPASS_PRINTED_PERCENT, 1 }, rows[i].edit };
      g_autofree char *before = kompass_test_dump (fixture->path);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (kompass_library_set_printed (fixture->library, KOMPASS_TEST_LUND, edits, 2, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
      after = kompass_test_dump (fixture->path);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Beside the sum of today: a score that is changed takes it away, and put back brings it back. */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  const KompassPrintedEdit edit = { "4", KOMPASS_PRINTED_POINTS, 6010 };
  KompassFigures figures;

  g_assert_true (kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "4.1", KOMPASS_SCORE (1400), NULL));
  figures = get_figures (fixture, KOMPASS_TEST_LUND, "4");
  g_assert_false (figures.printed_stands);
  g_assert_true (kompass_library_set_printed (fixture->library, KOMPASS_TEST_LUND, &edit, 1, NULL));
  figures = get_figures (fixture, KOMPASS_TEST_LUND, "4");
  g_assert_true (figures.printed_stands);
  g_assert_cmpint (figures.points, ==, 6010);
  g_assert_cmpint (figures.printed.points_beside, ==, figures.sum);
  g_assert_true (kompass_test_set_score (fixture->library, KOMPASS_TEST_LUND, "4.1", KOMPASS_SCORE (1500), NULL));
  figures = get_figures (fixture, KOMPASS_TEST_LUND, "4");
  g_assert_false (figures.printed_stands);
  g_assert_cmpint (figures.printed.points, ==, 6010); /* what the report says is kept */
}

/* A report on paper, typed all at once and in any order; the same again leaves no trace. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  const KompassPrintedEdit edits[] = {
    { "", KOMPASS_PRINTED_POINTS, 9030 },
    { "1", KOMPASS_PRINTED_POINTS, 4220 },
    { "2", KOMPASS_PRINTED_POINTS, 4800 },
    { "1", KOMPASS_PRINTED_PERCENT, 42 },
  };
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  KompassFigures figures;
  gint64 n_changes;

  g_assert_true (kompass_library_set_printed (fixture->library, BY_AREAS, edits, G_N_ELEMENTS (edits), &error));
  g_assert_no_error (error);
  label = kompass_library_get_undo_label (fixture->library);
  g_assert_cmpstr (label, ==, "Set 4 printed figures of Ale 2013");
  figures = get_figures (fixture, BY_AREAS, "");
  g_assert_true (figures.printed_stands);
  g_assert_cmpint (figures.points, ==, 9030);
  g_assert_cmpint (get_figures (fixture, BY_AREAS, "1").percent, ==, 42);
  n_changes = kompass_test_number (fixture->path, "SELECT count(*) FROM change");
  g_assert_true (kompass_library_set_printed (fixture->library, BY_AREAS, edits, G_N_ELEMENTS (edits), &error));
  g_assert_cmpint (kompass_test_number (fixture->path, "SELECT count(*) FROM change"), ==, n_changes);
}

/* In a round where nothing is scored yet. */
static void
test_before_scores (Fixture       *fixture,
                    gconstpointer  data)
{
  const KompassPrintedEdit edit = { "1", KOMPASS_PRINTED_POINTS, 4220 };
  KompassFigures figures;

  g_assert_true (kompass_library_set_printed (fixture->library, NEW_ROUND, &edit, 1, NULL));
  figures = get_figures (fixture, NEW_ROUND, "1");
  g_assert_true (figures.printed_stands);
  g_assert_cmpint (figures.printed.points_beside, ==, UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) kompass_test_add ("/library-printed/" name, NULL, set_up, function)
  ADD ("commands", test_commands);
  ADD ("refused", test_refused);
  ADD ("beside", test_beside);
  ADD ("many", test_many);
  ADD ("before-scores", test_before_scores);
#undef ADD

  return g_test_run ();
}
