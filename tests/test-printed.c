/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on paper typed into the matrix: printed figures in columns of their own, and what of them cannot be right. */
#include <string.h>

#include "kompass-matrix-row.h"
#include "kompass-printed-check.h"
#include "kompass-test-matrix.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"

#define POINTS KOMPASS_COLUMN_POINTS
#define PRINTED KOMPASS_COLUMN_PRINTED_POINTS
#define PERCENT KOMPASS_COLUMN_PRINTED_PERCENT

typedef KompassTestWindow Fixture;

static KompassEvaluation *
get_evaluation (Fixture *fixture)
{
  return kompass_window_get_evaluation (fixture->window);
}

static KompassMatrixField *
get_field (Fixture             *fixture,
           const char          *line,
           KompassMatrixColumn  column)
{
  return kompass_matrix_row_get_field (KOMPASS_MATRIX_ROW (kompass_test_get_row (fixture, line)), column);
}

static GtkWidget *
get_cell (Fixture             *fixture,
          const char          *line,
          KompassMatrixColumn  column)
{
  KompassMatrixField *field = get_field (fixture, line, column);

  return field != NULL ? kompass_matrix_field_get_cell (field) : NULL;
}

static const char *
get_text (Fixture             *fixture,
          const char          *line,
          KompassMatrixColumn  column)
{
  return kompass_matrix_cell_get_text (KOMPASS_MATRIX_CELL (get_cell (fixture, line, column)));
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_assert_true (kompass_test_press (fixture, keyval, 0));
}

static void
enter (Fixture    *fixture,
       const char *text)
{
  kompass_test_type (fixture, text);
  press (fixture, GDK_KEY_Return);
}

static void
toggle (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.printed", NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
assert_at (Fixture             *fixture,
           const char          *line,
           KompassMatrixColumn  column)
{
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, line);
  g_assert_cmpint (kompass_matrix_get_column (fixture->matrix), ==, column);
}

/* What the file holds. */
static KompassPrinted
read_printed (Fixture    *fixture,
              const char *line)
{
  g_autoptr (KompassLibrary) library = kompass_test_open_library (fixture->path);
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (
      library, kompass_evaluation_get_id (get_evaluation (fixture)), NULL);

  return *kompass_line_get_printed (kompass_evaluation_find_line (evaluation, line));
}

/* Columns */

/* With the columns hidden there is nothing of them, and the arrows are not the matrix's. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_null (get_field (fixture, "1.1", PERCENT));
  g_assert_null (get_field (fixture, "1", PRINTED));
  kompass_test_go_to (fixture, "1.1");
  g_assert_false (kompass_test_press (fixture, GDK_KEY_Right, 0));
  g_assert_false (kompass_test_press (fixture, GDK_KEY_Left, 0));
  assert_at (fixture, "1.1", POINTS);
}

/* The button, the action and the setting are one, and the next window remembers. */
static void
test_toggle (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = kompass_test_get_view_part (fixture, "printed");

  toggle (fixture);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_true (gtk_widget_get_mapped (get_cell (fixture, "1.1", PERCENT)));
  g_assert_true (gtk_widget_get_mapped (get_cell (fixture, "1", PRINTED)));
  g_assert_null (get_field (fixture, "1.1", PRINTED));
  g_assert_cmpstr (get_text (fixture, "1.2", PERCENT), ==, "51");
  g_assert_cmpstr (get_text (fixture, "4", PRINTED), ==, "59.5");
  g_assert_cmpstr (get_text (fixture, "", PRINTED), ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture, "1.2", PERCENT)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.2, Hur informeras medborgarna?, printed percent, 51");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture, "4", PRINTED)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Area 4, Ledarskap, ansvar och delegation, printed points, 59.5");

  kompass_test_close_window (fixture);
  kompass_test_show_window (fixture);
  g_assert_nonnull (get_field (fixture, "1.1", PERCENT));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (kompass_test_get_view_part (fixture, "printed")), FALSE);
  g_assert_null (get_field (fixture, "1.1", PERCENT));
}

/* Where points are typed on areas, they are the printed ones. */
static void
test_depths (Fixture       *fixture,
             gconstpointer  data)
{
  toggle (fixture);
  kompass_test_open (fixture, "Karlskrona 2014");
  g_assert_null (get_field (fixture, "1", PRINTED));
  g_assert_nonnull (get_field (fixture, "1", PERCENT));
  g_assert_null (get_field (fixture, "", PRINTED));
  kompass_test_open (fixture, "Nacka 2011");
  g_assert_nonnull (get_field (fixture, "", PERCENT));
  kompass_test_open (fixture, "Lund 2011");
  g_assert_nonnull (get_field (fixture, "1", PRINTED));
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  toggle (fixture);
  kompass_test_go_to (fixture, "1.1");
  press (fixture, GDK_KEY_Right);
  assert_at (fixture, "1.1", PERCENT);
  press (fixture, GDK_KEY_Right);
  assert_at (fixture, "1.1", PERCENT);
  press (fixture, GDK_KEY_Up);
  assert_at (fixture, "1", PERCENT);
  press (fixture, GDK_KEY_Left);
  assert_at (fixture, "1", PRINTED);
  press (fixture, GDK_KEY_Tab);
  assert_at (fixture, "2", PRINTED);
  press (fixture, GDK_KEY_Down);
  assert_at (fixture, "2.1", PRINTED);
  g_assert_true (gtk_widget_is_focus (kompass_test_get_row (fixture, "2.1")));
  press (fixture, GDK_KEY_Left);
  assert_at (fixture, "2.1", POINTS);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Right);
  assert_at (fixture, "2", PRINTED);
  press (fixture, GDK_KEY_Left);
  assert_at (fixture, "2", POINTS);

  /* The keyboard stays on its line when the cell goes. */
  press (fixture, GDK_KEY_Right);
  toggle (fixture);
  assert_at (fixture, "2", POINTS);
}

static gboolean
is_at_points (gpointer matrix)
{
  return kompass_matrix_get_column (matrix) == POINTS;
}

/* Where there is no room, the most needed columns stay, and the keyboard is never in one that is not seen. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkAllocation narrow = { 0, 0, 260, 600 };

  toggle (fixture);
  kompass_test_go_to (fixture, "4");
  press (fixture, GDK_KEY_Right);
  assert_at (fixture, "4", PRINTED);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->matrix), &narrow, -1);
  g_assert_false (gtk_widget_get_child_visible (get_cell (fixture, "4", PRINTED)));
  kompass_test_wait_for (is_at_points, fixture->matrix);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "4");
}

/* Writing */

static const struct
{
  const char *line;
  KompassMatrixColumn column;
  const char *typed;
  const char *message;
} mistakes[] = {
  { "1.2", PERCENT, "101", "A percent is a whole number from 0 to 100" },
  { "1.2", PERCENT, "50,5", "A percent is a whole number from 0 to 100" },
  { "1.2", PERCENT, "-", "A percent is a whole number from 0 to 100" },
  { "1", PRINTED, "100,5", "At most 100 points" },
  { "1", PRINTED, "tio", "Not a number: write digits, and one comma or point for decimals" },
  { "", PRINTED, "801", "At most 800 points" },
};

static void
go_to (Fixture             *fixture,
       const char          *line,
       KompassMatrixColumn  column)
{
  kompass_test_go_to (fixture, line);
  for (guint i = 0; i < 3; i++)
    kompass_test_press (fixture, GDK_KEY_Left, 0);
  while (kompass_matrix_get_column (fixture->matrix) != column)
    press (fixture, GDK_KEY_Right);
  assert_at (fixture, line, column);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  toggle (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      const char *line = mistakes[i].line;

      go_to (fixture, line, mistakes[i].column);
      enter (fixture, mistakes[i].typed);
      assert_at (fixture, line, mistakes[i].column);
      g_assert_cmpstr (kompass_test_get_message (fixture, line), ==, mistakes[i].message);
      g_assert_cmpstr (get_text (fixture, line, mistakes[i].column), ==, mistakes[i].typed);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_cell (fixture, line, mistakes[i].column)),
                                        GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_false (kompass_matrix_commit (fixture->matrix));
      kompass_matrix_focus (fixture->matrix);
      press (fixture, GDK_KEY_Escape);
      g_assert_null (kompass_test_get_message (fixture, line));
    }
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
  g_assert_cmpstr (get_text (fixture, "1.2", PERCENT), ==, "51");
}

static void
test_type_and_clear (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *undo = NULL;

  toggle (fixture);
  go_to (fixture, "1.2", PERCENT);
  enter (fixture, "52 %");
  assert_at (fixture, "1.3", PERCENT);
  g_assert_cmpint (read_printed (fixture, "1.2").percent, ==, 52);
  g_assert_cmpstr (get_text (fixture, "1.2", PERCENT), ==, "52");
  undo = kompass_library_get_undo_label (kompass_window_get_library (fixture->window));
  g_assert_cmpstr (undo, ==, "Set the printed percent of 1.2 of Lund 2011 to 52 %");
  g_assert_true (kompass_test_press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  press (fixture, GDK_KEY_Delete);
  g_assert_cmpint (read_printed (fixture, "1.2").percent, ==, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpstr (get_text (fixture, "1.2", PERCENT), ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture, "1.2", PERCENT)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.2, Hur informeras medborgarna?, printed percent, none");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpint (read_printed (fixture, "1.2").percent, ==, 52);
  assert_at (fixture, "1.2", PERCENT);

  go_to (fixture, "2", PRINTED);
  press (fixture, GDK_KEY_F2);
  kompass_test_type (fixture, "5");
  press (fixture, GDK_KEY_Return);
  assert_at (fixture, "3", PRINTED);
  g_assert_cmpint (read_printed (fixture, "2").points, ==, 5185);
  kompass_test_press (fixture, GDK_KEY_Down, 0);
  g_assert_true (kompass_test_press (fixture, GDK_KEY_5, 0));
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "refusal_text"), ==,
                   "The printed points of a question are its score: set that");
}

/* The clipboard */

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  toggle (fixture);
  go_to (fixture, "1", PRINTED);
  kompass_test_paste (fixture, "1\n2,5\n");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  g_assert_cmpint (read_printed (fixture, "1").points, ==, 100);
  g_assert_cmpint (read_printed (fixture, "2").points, ==, 250);
  kompass_test_assert_seen (fixture, "2 printed figures pasted");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpint (read_printed (fixture, "2").points, ==, 5180);

  go_to (fixture, "1.1", PERCENT);
  kompass_test_paste (fixture, "1.1\t4,5\t15\t31 %\n1.2\t10,2\t20\t52 %\n");
  g_assert_cmpint (read_printed (fixture, "1.1").percent, ==, 31);
  g_assert_cmpint (read_printed (fixture, "1.2").percent, ==, 52);
  kompass_test_paste (fixture, "30\n101\n");
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "refusal_text"), ==,
                   "Row 2, for 1.2, is “101”. A percent is a whole number from 0 to 100. Nothing was pasted.");

  go_to (fixture, "1.1", POINTS);
  kompass_test_paste (fixture, "4\n5\n6\n");
  kompass_test_assert_seen (fixture, "3 scores pasted");
}

/* Transcribing */

typedef struct
{
  const char *number;
  const char *points;
  const char *percent;
} Printed;

/* As it stands in the report, 54 lines; the example has all of them but the total. */
static GArray *
read_report (Fixture *fixture)
{
  KompassEvaluation *lund = get_evaluation (fixture);
  GArray *report = g_array_new (FALSE, FALSE, sizeof (Printed));

  for (guint i = 0; i < kompass_evaluation_get_n_lines (lund); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (lund, i);
      const KompassPrinted *printed = kompass_line_get_printed (line);
      KompassPoints points = kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION ? kompass_line_get_score (line).points
                                                                                   : printed->points;
      Printed one = { g_intern_string (kompass_line_get_number (line)), NULL, NULL };
      g_autofree char *points_text = kompass_points_format (points, 1);
      g_autofree char *percent_text = g_strdup_printf ("%d", printed->percent);

      if (kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL)
        {
          Printed total = { "", "458,9", "57" };

          g_array_append_val (report, total);
          break;
        }
      one.points = points != KOMPASS_POINTS_UNKNOWN ? g_intern_string (points_text) : "";
      one.percent = printed->percent != KOMPASS_PERCENT_UNKNOWN ? g_intern_string (percent_text) : "";
      g_array_append_val (report, one);
    }

  return report;
}

static void
begin_round (Fixture *fixture)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  KompassEdition *edition = kompass_evaluation_get_edition (get_evaluation (fixture));
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Ankeborg", 2011, edition,
                                                                      KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GError) error = NULL;

  kompass_evaluation_set_decimals (evaluation, 1);
  kompass_library_add_evaluation (library, evaluation, &error);
  g_assert_no_error (error);
  kompass_test_open (fixture, "Ankeborg 2011");
}

/* Types a column from its first cell to its last, with Enter between. */
static void
type_column (Fixture             *fixture,
             GArray              *report,
             KompassMatrixColumn  column)
{
  press (fixture, GDK_KEY_Home);
  g_assert_true (kompass_test_press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK));
  for (guint i = 0; i < report->len; i++)
    {
      const Printed *one = &g_array_index (report, Printed, i);
      const char *text = column == PERCENT ? one->percent : one->points;

      if (get_field (fixture, one->number, column) == NULL)
        continue;
      assert_at (fixture, one->number, column);
      if (*text != '\0')
        kompass_test_type (fixture, text);
      else
        kompass_test_press (fixture, GDK_KEY_F2, 0);
      press (fixture, GDK_KEY_Return);
    }
}

static void
transcribe (Fixture *fixture)
{
  g_autoptr (GArray) report = read_report (fixture);

  begin_round (fixture);
  toggle (fixture);
  kompass_matrix_focus (fixture->matrix);
  type_column (fixture, report, POINTS);
  press (fixture, GDK_KEY_Right);
  type_column (fixture, report, PERCENT);
  press (fixture, GDK_KEY_Left);
  assert_at (fixture, "", PRINTED);
  type_column (fixture, report, PRINTED);
}

static void
choose_filter (Fixture             *fixture,
               KompassMatrixFilter  filter)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kompass_test_get_view_part (fixture, "filter")), filter);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static gboolean
has_finding (Fixture    *fixture,
             const char *line)
{
  return kompass_matrix_row_has_finding (KOMPASS_MATRIX_ROW (kompass_test_get_row (fixture, line)));
}

/* A report on paper, by the keyboard alone. All of it can be right; one changed digit cannot. */
static void
test_transcribe (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *area;

  transcribe (fixture);
  items = kompass_check_printed (get_evaluation (fixture));
  g_assert_cmpuint (items->len, >, 90);
  g_assert_true (kompass_check_is_consistent (items));
  g_assert_cmpuint (kompass_matrix_get_n_wrong (fixture->matrix), ==, 0);
  g_assert_null (strstr (kompass_test_get_view_label (fixture, "facts"), "cannot be right"));
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "458.9");
  choose_filter (fixture, KOMPASS_FILTER_WRONG);
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "empty"), ==, "All printed figures can be right");
  choose_filter (fixture, KOMPASS_FILTER_ALL);

  go_to (fixture, "4.1", POINTS);
  enter (fixture, "14");
  g_assert_true (has_finding (fixture, "4"));
  g_assert_true (has_finding (fixture, "4.1")); /* 14 of 15 is not 100 percent, either */
  g_assert_false (has_finding (fixture, "4.2") || has_finding (fixture, ""));
  g_assert_nonnull (strstr (kompass_test_get_view_label (fixture, "facts"), "2 printed figures cannot be right"));
  area = get_cell (fixture, "4", PRINTED);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "This cannot be right. Area 4 is printed as 59.5 points; its questions, before they are rounded, add to 58.40 to "
      "58.88. It misses by 0.63 points.");

  choose_filter (fixture, KOMPASS_FILTER_WRONG);
  g_assert_true (gtk_widget_get_mapped (kompass_test_get_row (fixture, "4")));
  g_assert_true (gtk_widget_get_mapped (kompass_test_get_row (fixture, "4.1")));
  g_assert_false (gtk_widget_get_mapped (kompass_test_get_row (fixture, "4.2")));
  choose_filter (fixture, KOMPASS_FILTER_ALL);
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpuint (kompass_matrix_get_n_wrong (fixture->matrix), ==, 0);
  g_assert_false (has_finding (fixture, "4"));
}

/* The words in the heading lead to the lines, and the pane explains the one with the keyboard. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *facts = kompass_test_get_view_part (fixture, "facts");
  gboolean handled = FALSE;

  g_assert_null (strstr (kompass_test_get_view_label (fixture, "facts"), "cannot be right"));
  kompass_test_go_to (fixture, "4.1");
  enter (fixture, "14");
  g_signal_emit_by_name (facts, "activate-link", "kommunkompass:wrong", &handled);
  g_assert_true (handled);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (kompass_test_get_view_part (fixture, "filter"))), ==,
                    KOMPASS_FILTER_WRONG);
  g_assert_true (gtk_widget_get_mapped (kompass_test_get_row (fixture, "4")));
  g_assert_false (gtk_widget_get_mapped (kompass_test_get_row (fixture, "1.1")));
  kompass_test_go_to (fixture, "4");
  g_assert_true (gtk_widget_get_has_tooltip (kompass_test_get_row (fixture, "4")));
}

/* It runs at each change of the evaluation. */
static void
test_speed (Fixture       *fixture,
            gconstpointer  data)
{
  const guint n = 1000;
  gint64 start = g_get_monotonic_time ();
  double milliseconds;

  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (kompass_check_printed (get_evaluation (fixture)));
  milliseconds = (double) (g_get_monotonic_time () - start) / 1000 / n;
  g_test_message ("%.4f ms per check", milliseconds);
  g_assert_cmpfloat (milliseconds, <, 1);
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  kompass_test_add_window ("/printed/columns/hidden", kompass_test_set_up_example, test_hidden);
  kompass_test_add_window ("/printed/columns/toggle", kompass_test_set_up_example, test_toggle);
  kompass_test_add_window ("/printed/columns/depths", kompass_test_set_up_example, test_depths);
  kompass_test_add_window ("/printed/columns/moves", kompass_test_set_up_example, test_moves);
  kompass_test_add_window ("/printed/columns/narrow", kompass_test_set_up_example, test_narrow);
  kompass_test_add_window ("/printed/write/refused", kompass_test_set_up_example, test_refused);
  kompass_test_add_window ("/printed/write/type-and-clear", kompass_test_set_up_example, test_type_and_clear);
  kompass_test_add_window ("/printed/clipboard", kompass_test_set_up_example, test_clipboard);
  kompass_test_add_window ("/printed/transcribe", kompass_test_set_up_example, test_transcribe);
  kompass_test_add_window ("/printed/check/link", kompass_test_set_up_example, test_link);
  kompass_test_add_window ("/printed/check/speed", kompass_test_set_up_example, test_speed);

  return g_test_run ();
}
