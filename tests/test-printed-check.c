/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of printed figures: Lund 2011 with every printed digit changed in turn, held against a search that tries all
 * values in steps of a ten-thousandth of a point and rounds them as a report does; and reports of other kinds. */
#include <locale.h>
#include <string.h>

#include "kompass-printed-check.h"
#include "kompass-test-data.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define NO_PERCENT KOMPASS_PERCENT_UNKNOWN

typedef KompassTestLund Fixture;

static const KompassCheckItem *
find_item (GPtrArray          *items,
           const char         *where,
           KompassCheckFigure  figure)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);

      if (strcmp (item->where, where) == 0 && item->figure == figure)
        return item;
    }
  g_error ("nothing is found for %s of “%s”", kompass_check_figure_get_name (figure), where);
}

/* The findings that do not fit, such as "4.1 percent, 4 area-points". */
static char *
list_faults (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);

      g_assert_cmpint (item->consistent, ==, item->misses_by == 0);
      if (!item->consistent)
        g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "", item->where, *item->where != '\0' ? " " : "",
                                kompass_check_figure_get_name (item->figure));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_faults (KompassEvaluation *evaluation,
               guint              n_items,
               const char        *wanted)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (evaluation);
  g_autofree char *got = list_faults (items);

  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpuint (items->len, ==, n_items);
  g_assert_cmpint (kompass_check_is_consistent (items), ==, *wanted == '\0');
}

/* Points in hundredths, which may be halves. */
static void
assert_possible (KompassEvaluation  *evaluation,
                 const char         *where,
                 KompassCheckFigure  figure,
                 double              low,
                 double              high)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (evaluation);
  const KompassCheckItem *item = find_item (items, where, figure);
  gint64 unit = kompass_check_item_is_percent (item) ? 1 : KOMPASS_CHECK_UNITS;

  g_assert_cmpint (item->low, ==, (gint64) (low * unit));
  g_assert_cmpint (item->high, ==, (gint64) (high * unit));
}

static void
assert_explanation (KompassEvaluation  *evaluation,
                    const char         *where,
                    KompassCheckFigure  figure,
                    const char         *wanted)
{
  g_autoptr (GPtrArray) items = kompass_check_printed (evaluation);
  const KompassCheckItem *item = find_item (items, where, figure);
  g_autofree char *got = kompass_check_item_explain (item);

  g_assert_cmpstr (got, ==, wanted);
}

static void
print_on (KompassEvaluation *evaluation,
          const char        *number,
          KompassPoints      points,
          int                percent)
{
  KompassLine *line = kompass_evaluation_find_line (evaluation, number);
  KompassPrinted printed = { points, UNKNOWN, percent, UNKNOWN };

  kompass_line_set_printed (line, &printed);
  kompass_evaluation_update (evaluation);
}

/* Lund 2011 */

static void
test_lund (Fixture       *fixture,
           gconstpointer  data)
{
  assert_faults (fixture->lund, 45 * 2 + 8 * 2 + 2, "");

  /* The points of area 4, with the percents that are printed beside them: 15,0 and 100 % of 15; 8,7 and 87 % of 10; 6,3 and
   * 31 % of 20 leave [6,25, 6,3); 6,1 and 40 % of 15 leave [6,05, 6,075); 14,0; 9,6 and 48 % of 20. The lower ends add to
   * 59,40, the upper ones to 15,05 + 8,75 + 6,30 + 6,075 + 14,05 + 9,65 = 59,875. */
  assert_possible (fixture->lund, "4", KOMPASS_CHECK_AREA_POINTS, 5940, 5987.5);
  g_assert_cmpint (kompass_check_units_to_points (5987 * KOMPASS_CHECK_UNITS + KOMPASS_CHECK_UNITS / 2), ==, 5988);
  assert_explanation (fixture->lund, "4", KOMPASS_CHECK_AREA_POINTS,
                      "Area 4 is printed as 59.5 points; its questions, before they are rounded, add to 59.40 to 59.88.");

  /* 76 % of 15 is [11,325, 11,475), 11,5 is [11,45, 11,55). */
  assert_possible (fixture->lund, "2.4", KOMPASS_CHECK_POINTS, 1132.5, 1147.5);
  assert_possible (fixture->lund, "2.4", KOMPASS_CHECK_PERCENT, 76, 77);
  assert_explanation (fixture->lund, "2.4", KOMPASS_CHECK_PERCENT,
                      "Question 2.4 is printed as 76%; its points give 76% to 77%.");
}

static void
test_wrong_question (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = NULL;

  kompass_test_set (fixture->lund, "4.1", 1400);
  assert_faults (fixture->lund, 108, "4.1 points, 4.1 percent, 4 area-points");
  assert_explanation (fixture->lund, "4.1", KOMPASS_CHECK_POINTS,
                      "Question 4.1 is printed as 14.0 points; its percent gives 14.93 to 15.08. It misses by 0.93 points.");
  assert_explanation (fixture->lund, "4.1", KOMPASS_CHECK_PERCENT,
                      "Question 4.1 is printed as 100%; its points give 93% to 94%. It misses by 6 percentage points.");
  /* 59,5 lies 0,625 above 58,875. */
  assert_explanation (fixture->lund, "4", KOMPASS_CHECK_AREA_POINTS,
                      "Area 4 is printed as 59.5 points; its questions, before they are rounded, add to 58.40 to 58.88. "
                      "It misses by 0.63 points.");

  /* Without percents to tell, the area still does. */
  copy = kompass_evaluation_copy (fixture->lund, "x", 2012);
  print_on (copy, "4", 5950, NO_PERCENT);
  assert_faults (copy, 1, "4 area-points");
}

/* Every printed digit changed in turn */

#define GRID 100 /* steps in a hundredth */

typedef struct
{
  gint64 least, most;
} Reach;

typedef struct
{
  char *number;
  KompassPoints points;
  gint64 maximum;
  int percent;
} Figure;

static gboolean
rounds_to (gint64        value,
           const Figure *figure)
{
  gint64 step = figure->points % 10 != 0 ? GRID : 10 * GRID;
  gint64 maximum = figure->maximum * GRID;

  return (value + step / 2) / step * step == (gint64) figure->points * GRID &&
         (200 * value + maximum) / (2 * maximum) == figure->percent;
}

/* All values from @reach that a report would round to the figure; those are neighbours of each other. */
static gboolean
search (Reach        *reach,
        const Figure *figure)
{
  gint64 most = reach->most;
  gint64 value = reach->least;

  while (value <= most && !rounds_to (value, figure))
    value++;
  if (value > most)
    return FALSE;
  reach->least = value;
  while (value <= most && rounds_to (value, figure))
    value++;
  reach->most = value - 1;

  return TRUE;
}

static gboolean
search_question (Reach        *reach,
                 const Figure *figure)
{
  *reach = (Reach) { 0, (figure->maximum + 10) * GRID };

  return search (reach, figure);
}

/* Figures in the order of the report: an area, then its questions; the total is last. */
static gboolean
search_all (const Figure *figures,
            guint         n,
            const Reach  *reaches)
{
  Reach total = { 0, 0 };

  for (guint i = 0; i + 1 < n;)
    {
      guint area = i++;
      Reach sum = { 0, 0 };

      for (; i + 1 < n && strchr (figures[i].number, '.') != NULL; i++)
        {
          if (reaches[i].least > reaches[i].most)
            return FALSE;
          sum.least += reaches[i].least;
          sum.most += reaches[i].most;
        }
      if (!search (&sum, &figures[area]))
        return FALSE;
      total.least += sum.least;
      total.most += sum.most;
    }

  return search (&total, &figures[n - 1]);
}

/* Sets a figure of the evaluation without deriving anything; the check reads what is stored. */
static void
store (KompassEvaluation *evaluation,
       const Figure      *figure)
{
  KompassLine *line = kompass_evaluation_find_line (evaluation, figure->number);
  KompassPrinted printed = *kompass_line_get_printed (line);

  printed.percent = figure->percent;
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    kompass_line_set_score (line, KOMPASS_SCORE (figure->points));
  else
    printed.points = figure->points;
  kompass_line_set_printed (line, &printed);
}

/* Whether a fault is found on the line, or for a question in its area. */
static gboolean
is_named (GPtrArray  *items,
          const char *number)
{
  g_auto (GStrv) parts = g_strsplit (number, ".", 2);

  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);

      if (!item->consistent &&
          (strcmp (item->where, number) == 0 || (parts[0] != NULL && strcmp (item->where, parts[0]) == 0)))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  KompassEvaluation *evaluation;
  Figure figures[8 + 45 + 1];
  Reach reaches[8 + 45 + 1];
  guint n;
  guint n_wrong;
  guint n_right;
} Search;

static void
try_figure (Search *self,
            guint   place,
            Figure  changed)
{
  Figure kept = self->figures[place];
  Reach kept_reach = self->reaches[place];
  gboolean is_question = strchr (kept.number, '.') != NULL;
  g_autoptr (GPtrArray) items = NULL;
  gboolean is_possible;

  if (is_question && !search_question (&self->reaches[place], &changed))
    self->reaches[place] = (Reach) { 1, 0 };
  self->figures[place] = changed;
  is_possible = search_all (self->figures, self->n, self->reaches);
  store (self->evaluation, &changed);
  items = kompass_check_printed (self->evaluation);
  if (kompass_check_is_consistent (items) != is_possible || (!is_possible && !is_named (items, kept.number)))
    {
      g_autofree char *faults = list_faults (items);

      g_error ("%s with %d hundredths and %d percent is %s, but the check finds: %s", kept.number, changed.points,
               changed.percent, is_possible ? "possible" : "not possible", faults);
    }
  if (is_possible)
    self->n_right++;
  else
    self->n_wrong++;

  self->figures[place] = kept;
  self->reaches[place] = kept_reach;
  store (self->evaluation, &kept);
}

/* Calls for each number that differs from @number in one of its digits; @least is the value of the last digit. */
static void
try_digits (Search  *self,
            guint    place,
            int      number,
            int      least,
            gboolean is_percent)
{
  for (int weight = least; weight <= number || weight == least; weight *= 10)
    for (int digit = 0; digit < 10; digit++)
      {
        int changed = number + (digit - number / weight % 10) * weight;
        Figure figure = self->figures[place];

        if (changed == number)
          continue;
        if (is_percent)
          figure.percent = changed;
        else
          figure.points = changed;
        try_figure (self, place, figure);
      }
}

static void
test_digits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();
  Search search_data = { fixture->lund, { { 0 } }, { { 0 } }, rows->len + 1, 0, 0 };
  Search *self = &search_data;

  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);

      self->figures[i] = (Figure) { row->number, row->points, row->maximum, row->percent };
      if (strchr (row->number, '.') != NULL)
        g_assert_true (search_question (&self->reaches[i], &self->figures[i]));
    }
  self->figures[rows->len] = (Figure) { (char *) "", 45890, 80000, 57 };
  g_assert_true (search_all (self->figures, self->n, self->reaches));

  for (guint i = 0; i < self->n; i++)
    {
      KompassPoints points = self->figures[i].points;

      try_digits (self, i, points, points % 10 != 0 ? 1 : 10, FALSE);
      try_digits (self, i, self->figures[i].percent, 1, TRUE);
    }
  g_test_message ("%u changed digits are found, %u still fit", self->n_wrong, self->n_right);
  g_assert_cmpuint (self->n_wrong, >, 2000);
  g_assert_cmpuint (self->n_right, >, 10);
  assert_faults (fixture->lund, 108, "");
}

/* Reports of other kinds */

static KompassEvaluation *
create_published (KompassEdition      *edition,
                  const KompassPoints *areas,
                  KompassPoints        total)
{
  KompassEvaluation *evaluation = kompass_test_evaluation (NULL, "Karlskrona", 2011, edition, KOMPASS_DEPTH_AREAS);

  kompass_evaluation_set_decimals (evaluation, 0);
  for (guint i = 0; i < 8; i++)
    if (areas[i] != UNKNOWN)
      kompass_evaluation_set_score (evaluation, kompass_evaluation_get_area_line (evaluation, i), KOMPASS_SCORE (areas[i]));
  kompass_test_set (evaluation, "", total);

  return evaluation;
}

/* Eight whole numbers that add to 415: from 411 up to 419, which is not reached. */
static void
test_whole_numbers (Fixture       *fixture,
                    gconstpointer  data)
{
  static const KompassPoints areas[] = { 4800, 4900, 6200, 4400, 4600, 4600, 4900, 7100 };
  g_autoptr (KompassEvaluation) evaluation = create_published (fixture->edition, areas, 41500);

  assert_faults (evaluation, 1, "");
  assert_possible (evaluation, "", KOMPASS_CHECK_TOTAL, 41100, 41900);
  kompass_test_set (evaluation, "", 41900);
  assert_faults (evaluation, 1, "");
  kompass_test_set (evaluation, "", 41100);
  assert_faults (evaluation, 1, "");
  kompass_test_set (evaluation, "", 42000);
  assert_faults (evaluation, 1, "total");
  assert_explanation (evaluation, "", KOMPASS_CHECK_TOTAL,
                      "The total is printed as 420 points; the areas, before they are rounded, add to 411.00 to 419.00. "
                      "It misses by 1 point.");
  kompass_test_set (evaluation, "", 41000);
  assert_faults (evaluation, 1, "total");

  /* With a decimal, it is as exact as it is written. */
  kompass_test_set (evaluation, "", 41910);
  assert_faults (evaluation, 1, "total");
  kompass_test_set (evaluation, "", 41890);
  assert_faults (evaluation, 1, "");
}

/* The percent of an area that is known by itself. */
static void
test_area_percent (Fixture       *fixture,
                   gconstpointer  data)
{
  static const KompassPoints areas[] = { 4800, 4900, 6200, 4400, 4600, 4600, 4900, 7100 };
  g_autoptr (KompassEvaluation) evaluation = create_published (fixture->edition, areas, 41500);

  print_on (evaluation, "1", 4800, 48);
  assert_faults (evaluation, 3, "");
  print_on (evaluation, "1", 4800, 84);
  assert_faults (evaluation, 3, "1 area-points, 1 area-percent");
  assert_explanation (evaluation, "1", KOMPASS_CHECK_AREA_PERCENT,
                      "Area 1 is printed as 84%; its points give 48%. It misses by 36 percentage points.");
  print_on (evaluation, "1", UNKNOWN, 48);
  assert_faults (evaluation, 1, "");
  print_on (evaluation, "", 41500, 52);
  assert_faults (evaluation, 2, "");
  print_on (evaluation, "", 41500, 51);
  assert_faults (evaluation, 2, "total-percent");
  print_on (evaluation, "", UNKNOWN, 50);
  assert_faults (evaluation, 1, "total-percent");
  assert_explanation (evaluation, "", KOMPASS_CHECK_TOTAL_PERCENT,
                      "The total is printed as 50%; the areas give 51% to 52%. It misses by 1 percentage point.");
}

/* Areas that are not known can be anything up to their maximum. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  static const KompassPoints areas[] = { 5400, UNKNOWN, 4000, 5000, 5000, 5000, 5000, 5000 };
  g_autoptr (KompassEvaluation) evaluation = create_published (fixture->edition, areas, 43700);
  g_autoptr (KompassEdition) unlimited = kompass_test_edition_by_areas (KOMPASS_TEST_EDITION_2002, "2002", 2002, UNKNOWN);
  g_autoptr (KompassEvaluation) before = create_published (unlimited, areas, 43700);

  assert_faults (evaluation, 1, "");
  kompass_test_set (evaluation, "", 44800);
  assert_faults (evaluation, 1, "");
  kompass_test_set (evaluation, "", 44900);
  assert_faults (evaluation, 1, "total");
  kompass_test_set (evaluation, "", 34000);
  assert_faults (evaluation, 1, "total");

  kompass_test_set (before, "", 70000);
  assert_faults (before, 1, "");
  assert_explanation (before, "", KOMPASS_CHECK_TOTAL,
                      "The total is printed as 700 points; the areas, before they are rounded, add to 340.50 or more.");
  kompass_test_set (before, "", 34000);
  assert_faults (before, 1, "total");
}

static void
test_two_decimals (Fixture       *fixture,
                   gconstpointer  data)
{
  /* 1,75 of 10 is [17,45, 17,55) percent: 17 or 18. */
  assert_possible (fixture->lund, "1.5", KOMPASS_CHECK_PERCENT, 17, 18);
  print_on (fixture->lund, "1.5", UNKNOWN, 17);
  assert_faults (fixture->lund, 108, "");
  print_on (fixture->lund, "1.5", UNKNOWN, 16);
  assert_faults (fixture->lund, 108, "1.5 points, 1.5 percent");
  /* 1,7 can be 17 percent, 1,75 with two decimals in the whole report too; 1,70 would then be no more than 1,705. */
  print_on (fixture->lund, "1.5", UNKNOWN, 18);
  kompass_test_set (fixture->lund, "1.5", 170);
  assert_possible (fixture->lund, "1.5", KOMPASS_CHECK_PERCENT, 17, 17);
  kompass_evaluation_set_decimals (fixture->lund, 2);
  kompass_test_set (fixture->lund, "1.5", 175);
  assert_possible (fixture->lund, "1.5", KOMPASS_CHECK_PERCENT, 17, 18);
  assert_possible (fixture->lund, "1.5", KOMPASS_CHECK_POINTS, 175, 185);
}

static void
test_nothing_printed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = kompass_evaluation_copy (fixture->lund, "x", 2012);
  g_autoptr (KompassEvaluation) empty = kompass_test_evaluation (NULL, "Ale", 2012, fixture->edition,
                                                                 KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (KompassEvaluation) total = kompass_test_evaluation (NULL, "Örebro", 2015, NULL, KOMPASS_DEPTH_TOTAL);

  assert_faults (copy, 0, "");
  assert_faults (empty, 0, "");
  kompass_test_set (total, "", 65000);
  assert_faults (total, 0, "");
}

/* What a score was is checked against what is printed, also when the printed figure is no longer shown. */
static void
test_changed_since (Fixture       *fixture,
                    gconstpointer  data)
{
  kompass_test_set (fixture->lund, "8.3", 1560);
  g_assert_false (kompass_line_get_figures (kompass_evaluation_find_line (fixture->lund, "8"))->printed_stands);
  assert_faults (fixture->lund, 108, "");
  kompass_test_set (fixture->lund, "8.3", 1590);
  assert_faults (fixture->lund, 108, "8.3 points, 8.3 percent, 8 area-points");
}

/* What is not applicable leaves the sum and the maximum; what is not scored can be anything. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassEvaluation) copy = kompass_evaluation_copy (fixture->lund, "x", 2012);

  /* 1.5 out: 40,5 of 90 is 45 percent */
  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "1.5"), KOMPASS_SCORE_NA);
  print_on (copy, "1", 4050, 45);
  assert_faults (copy, 2, "");
  print_on (copy, "1", 4050, 41);
  assert_faults (copy, 2, "1 area-percent");
  print_on (copy, "1", 4100, NO_PERCENT);
  assert_faults (copy, 1, "1 area-points");

  /* 1.1 not scored yet: 36,0 and up to 15 more */
  kompass_evaluation_set_score (copy, kompass_evaluation_find_line (copy, "1.1"), KOMPASS_SCORE_NONE);
  assert_faults (copy, 1, "");
  print_on (copy, "1", 5200, NO_PERCENT);
  assert_faults (copy, 1, "1 area-points");
  /* Its percent is printed: 30 percent of 15 is [4,425, 4,575). */
  print_on (copy, "1", 4050, NO_PERCENT);
  print_on (copy, "1.1", UNKNOWN, 30);
  assert_faults (copy, 1, "");
  print_on (copy, "1", 4100, NO_PERCENT);
  assert_faults (copy, 1, "1 area-points");

  /* An area in which nothing is applicable belongs to no total. */
  for (guint i = 0; i < 5; i++)
    kompass_evaluation_set_score (copy, kompass_evaluation_get_question_line (copy, i), KOMPASS_SCORE_NA);
  print_on (copy, "1.1", UNKNOWN, NO_PERCENT);
  print_on (copy, "1", UNKNOWN, NO_PERCENT);
  print_on (copy, "", 41640, 59); /* of 700 */
  assert_faults (copy, 2, "");
  print_on (copy, "", 41640, 52); /* of 800 */
  assert_faults (copy, 2, "total-percent");
}

/* One mistake is found in one place, not also in the total. */
static void
test_one_mistake (Fixture       *fixture,
                  gconstpointer  data)
{
  print_on (fixture->lund, "5", 6610, 62);
  assert_faults (fixture->lund, 108, "5 area-points, 5 area-percent");
  print_on (fixture->lund, "5", 6160, 62);
  print_on (fixture->lund, "", 45980, 57);
  assert_faults (fixture->lund, 108, "total");
  print_on (fixture->lund, "", 45890, 75);
  assert_faults (fixture->lund, 108, "total-percent");
}

static void
test_names (void)
{
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_POINTS), ==, "points");
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_PERCENT), ==, "percent");
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_AREA_POINTS), ==, "area-points");
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_AREA_PERCENT), ==, "area-percent");
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_TOTAL), ==, "total");
  g_assert_cmpstr (kompass_check_figure_get_name (KOMPASS_CHECK_TOTAL_PERCENT), ==, "total-percent");
}

#define ADD(path, function) \
  g_test_add ("/printed-check/" path, Fixture, NULL, kompass_test_set_up_lund, function, kompass_test_tear_down_lund)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  ADD ("lund", test_lund);
  ADD ("wrong-question", test_wrong_question);
  ADD ("digits", test_digits);
  ADD ("whole-numbers", test_whole_numbers);
  ADD ("area-percent", test_area_percent);
  ADD ("gaps", test_gaps);
  ADD ("two-decimals", test_two_decimals);
  ADD ("nothing-printed", test_nothing_printed);
  ADD ("changed-since", test_changed_since);
  ADD ("parts", test_parts);
  ADD ("one-mistake", test_one_mistake);
  g_test_add_func ("/printed-check/names", test_names);

  return g_test_run ();
}
