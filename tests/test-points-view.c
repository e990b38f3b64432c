/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring as the user does it: keys into the matrix, the file looked at from outside after each of them; the clipboard,
 * the filters, and evaluations of every depth. */
#include <locale.h>
#include <string.h>

#include "kompass-matrix-row.h"
#include "kompass-test-matrix.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"

/* Where nothing is refused. */
#define NO_MESSAGE NULL

typedef KompassTestWindow Fixture;

/* A round of edition 2010 in which nothing is scored. */
static void
set_up_new (Fixture       *fixture,
            gconstpointer  data)
{
  KompassLibrary *library;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (GError) error = NULL;
  KompassEdition *edition = NULL;

  kompass_test_set_up_window (fixture, data);
  library = kompass_window_get_library (fixture->window);
  editions = kompass_library_list_editions (library, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < editions->len; i++)
    if (strcmp (kompass_edition_get_name (g_ptr_array_index (editions, i)), "2010") == 0)
      edition = g_ptr_array_index (editions, i);
  evaluation = kompass_test_evaluation (NULL, "Lomma", 2012, edition, KOMPASS_DEPTH_QUESTIONS);
  kompass_library_add_evaluation (library, evaluation, &error);
  g_assert_no_error (error);
  kompass_test_open (fixture, "Lomma 2012");
}

static void
assert_undo_label (Fixture    *fixture,
                   const char *expected)
{
  g_autofree char *label = kompass_library_get_undo_label (kompass_window_get_library (fixture->window));

  g_assert_cmpstr (label, ==, expected);
}

/* Writing */

static const struct
{
  const char *line;
  const char *typed;
  KompassPoints points;
  const char *shown;
} scores[] = {
  { "1.1", "4,5", 450, "4.5" },  { "1.2", "10.2", 1020, "10.2" }, { "1.3", "9,4", 940, "9.4" }, { "1.4", "16", 1600, "16.0" },
  { "1.5", "1,75", 175, "1.75" }, { "2.1", "0", 0, "0.0" },          { "2.2", "25", 2500, "25.0" },  { "2.3", "09,80", 980, "9.8" },
  { "2.4", "15,0", 1500, "15.0" },  { "2.5", "0,5", 50, "0.5" },
};

/* Ten figures and ten Enters, and each of them is in the file before the next key. */
static void
test_column (Fixture       *fixture,
             gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.1");
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, scores[i].line);
      kompass_test_type (fixture, scores[i].typed);
      g_assert_cmpstr (kompass_test_get_cell_text (fixture, scores[i].line), ==, scores[i].typed);
      g_assert_true (kompass_test_press (fixture, GDK_KEY_Return, 0));
      kompass_test_assert_stored (fixture, scores[i].line, KOMPASS_SCORE (scores[i].points));
      g_assert_cmpstr (kompass_test_get_cell_text (fixture, scores[i].line), ==, scores[i].shown);
      g_assert_cmpstr (kompass_test_get_message (fixture, scores[i].line), ==, NO_MESSAGE);
    }
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "2.6");
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "92.15");
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, 1 + (gint64) G_N_ELEMENTS (scores));
  assert_undo_label (fixture, "Set 2.5 of Lomma 2012 to 0.5");
}

/* Sums, percent, total and profile follow at each commit. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);
  GtkWidget *profile = kompass_test_get_window_part (fixture, "profile");

  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "–");
  kompass_test_go_to (fixture, "1.1");
  kompass_test_type (fixture, "4,5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "4.5");
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "out_of"), ==, "of 15 · 30%");
  g_assert_nonnull (strstr (kompass_test_get_view_label (fixture, "facts"), "1 of 45 questions scored"));
  g_assert_cmpint (kompass_line_get_figures (kompass_evaluation_get_area_line (evaluation, 0))->points, ==, 450);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (kompass_test_get_cell (fixture, "1.1")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.1, Finns en plan/strategi för demokratiutveckling och information?, "
                                       "points, 4.5 of 15, 30 percent");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (kompass_test_get_row (fixture, "1")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Area 1, Offentlighet och demokrati, points, 4.5 of 15, 30 percent");
  g_assert_nonnull (kompass_profile_pane_get_chart (KOMPASS_PROFILE_PANE (profile)));
}

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *next;
} leaving[] = {
  { GDK_KEY_Return, 0, "1.5" },        { GDK_KEY_KP_Enter, 0, "1.5" },  { GDK_KEY_Tab, 0, "1.5" },
  { GDK_KEY_Down, 0, "1.5" },          { GDK_KEY_Return, GDK_SHIFT_MASK, "1.3" },
  { GDK_KEY_Tab, GDK_SHIFT_MASK, "1.3" }, { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "1.3" },
  { GDK_KEY_Up, 0, "1.3" },            { GDK_KEY_Page_Down, 0, "3.1" },  { GDK_KEY_Page_Up, 0, "1" },
};

/* Whichever key leaves the cell, what stands in it counts. */
static void
test_leaving (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (leaving); i++)
    {
      g_autofree char *typed = g_strdup_printf ("%u", i + 1);

      g_test_message ("%s", gdk_keyval_name (leaving[i].keyval));
      kompass_test_go_to (fixture, "1.4");
      kompass_test_type (fixture, typed);
      g_assert_true (kompass_test_press (fixture, leaving[i].keyval, leaving[i].modifiers));
      g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, leaving[i].next);
      kompass_test_assert_stored (fixture, "1.4", KOMPASS_SCORE ((KompassPoints) (i + 1) * 100));
    }
}

/* The last cell is committed in place, and Tab goes on to the rest of the window. */
static void
test_last_cell (Fixture       *fixture,
                gconstpointer  data)
{
  kompass_test_go_to (fixture, "8.6");
  kompass_test_type (fixture, "20");
  g_assert_true (kompass_test_press (fixture, GDK_KEY_Return, 0));
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE (2000));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "8.6");
  kompass_test_type (fixture, "19");
  g_assert_false (kompass_test_press (fixture, GDK_KEY_Tab, 0));
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE (1900));
  kompass_test_go_to (fixture, "1.1");
  g_assert_false (kompass_test_press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
}

static gboolean
is_not_editing (gpointer row)
{
  return !kompass_matrix_field_get_editing (kompass_matrix_row_get_field (row, KOMPASS_COLUMN_POINTS));
}

/* Moves the keyboard out of the matrix, as a click elsewhere does. */
static void
leave (Fixture    *fixture,
       const char *line)
{
  gtk_widget_grab_focus (kompass_test_get_view_part (fixture, "filter"));
  kompass_test_wait_for (is_not_editing, kompass_test_get_row (fixture, line));
}

/* The rest of the window takes the keyboard away: what stands in the cell counts then, too. */
static void
test_focus_leaves (Fixture       *fixture,
                   gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.1");
  kompass_test_type (fixture, "7");
  leave (fixture, "1.1");
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (700));
}

static void
test_change_cell (Fixture       *fixture,
                  gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.2");
  kompass_test_press (fixture, GDK_KEY_F2, 0);
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "10.2");
  kompass_test_type (fixture, "5");
  kompass_test_press (fixture, GDK_KEY_Tab, 0);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1025));

  kompass_test_go_to (fixture, "1.2");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.3");

  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_type (fixture, "1");
  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.3"), ==, "9.4");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.3");
  kompass_test_assert_stored (fixture, "1.3", KOMPASS_SCORE (940));
}

/* What says the same is no step. */
static void
test_same_again (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const same[] = { "10,2", "10.2", "10,20", "010,2" };
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      kompass_test_go_to (fixture, "1.2");
      kompass_test_type (fixture, same[i]);
      kompass_test_press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "10.2");
      g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
    }
}

/* Areas and the total follow from the questions: no key writes over them. */
static void
test_sums_are_fixed (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const lines[] = { "1", "8", "" };
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_null (kompass_test_get_cell (fixture, lines[i]));
      kompass_test_go_to (fixture, lines[i]);
      g_assert_true (kompass_test_press (fixture, GDK_KEY_5, 0));
      g_assert_true (kompass_test_press (fixture, GDK_KEY_F2, 0));
      g_assert_true (kompass_test_press (fixture, GDK_KEY_Delete, 0));
      g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, lines[i]);
    }
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
}

/* Comma and point mean the same, and what is shown follows the locale. */
static void
test_swedish (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const typed[] = { "10,5", "10.5" };

  if (!kompass_test_use_locale ("sv_SE.UTF-8"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      kompass_test_go_to (fixture, "1.2");
      kompass_test_press (fixture, GDK_KEY_Delete, 0);
      kompass_test_type (fixture, typed[i]);
      kompass_test_press (fixture, GDK_KEY_Return, 0);
      g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "10,5");
      kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1050));
    }
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "10,5");
  setlocale (LC_ALL, "C");
}

/* Refusing */

static const struct
{
  const char *typed;
  const char *message;
} mistakes[] = {
  { "999", "At most 20 points" },
  { "20,01", "At most 20 points" },
  { "tio", "Not a number: write digits, and one comma or point for decimals" },
  { "-5", "At least 0 points" },
  { "1,234", "At most two decimals" },
};

static void
assert_refused (Fixture    *fixture,
                const char *line,
                const char *typed,
                const char *message)
{
  GtkAccessible *cell = GTK_ACCESSIBLE (kompass_test_get_cell (fixture, line));

  g_assert_cmpstr (kompass_test_get_cell_text (fixture, line), ==, typed);
  g_assert_cmpstr (kompass_test_get_message (fixture, line), ==, message);
  g_assert_true (gtk_widget_has_css_class (kompass_test_get_cell (fixture, line), "refused"));
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message);
}

static void
assert_accepted (Fixture    *fixture,
                 const char *line,
                 const char *shown)
{
  GtkWidget *cell = kompass_test_get_cell (fixture, line);

  g_assert_cmpstr (kompass_test_get_cell_text (fixture, line), ==, shown);
  g_assert_cmpstr (kompass_test_get_message (fixture, line), ==, NO_MESSAGE);
  g_assert_false (gtk_widget_has_css_class (kompass_test_get_cell (fixture, line), "refused"));
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_INVALID));
}

/* The cell keeps what was typed, says why in words, keeps the keyboard, and nothing is stored. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (leaving); j++)
      {
        kompass_test_go_to (fixture, "1.2");
        kompass_test_type (fixture, mistakes[i].typed);
        g_assert_true (kompass_test_press (fixture, leaving[j].keyval, leaving[j].modifiers));
        g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
        assert_refused (fixture, "1.2", mistakes[i].typed, mistakes[i].message);
        kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));

        kompass_test_press (fixture, GDK_KEY_Escape, 0);
        g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
        assert_accepted (fixture, "1.2", "10.2");
      }
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
}

/* The mistake is mended where it was made: one digit too many. */
static void
test_mended (Fixture       *fixture,
             gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "123");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  assert_refused (fixture, "1.2", "123", "At most 20 points");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));

  gtk_editable_select_region (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))), 2, 3);
  kompass_test_type (fixture, ",5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  assert_accepted (fixture, "1.2", "12.5");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1250));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.3");
}

/* Nothing else the user does makes a refused cell forget what was typed. */
static void
test_refused_and_left (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *other = kompass_test_find_evaluation (fixture, "Karlskrona 2014");

  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "999");
  leave (fixture, "1.2");
  assert_refused (fixture, "1.2", "999", "At most 20 points");

  kompass_test_go_to (fixture, "1.4");
  kompass_test_type (fixture, "5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.4", KOMPASS_SCORE (500));
  assert_refused (fixture, "1.2", "999", "At most 20 points");

  kompass_window_open (fixture->window, other);
  g_assert_cmpstr (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), ==, "Lund 2011");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
  kompass_test_go_to (fixture, "8.6");
  gtk_window_close (GTK_WINDOW (fixture->window));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
  assert_refused (fixture, "1.2", "999", "At most 20 points");

  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  assert_accepted (fixture, "1.2", "10.2");
  kompass_test_close_window (fixture);
}

/* Another program scores the same question meanwhile: what is being typed stays. */
static void
test_typing_goes_on (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassLibrary) other = kompass_test_open_library (fixture->path);
  g_autoptr (GError) error = NULL;

  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "7");
  kompass_test_set_score (other, kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window)), "1.2",
                          KOMPASS_SCORE (300), &error);
  g_assert_no_error (error);
  g_assert_true (kompass_library_poll (kompass_window_get_library (fixture->window)));
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "7");
  kompass_test_type (fixture, ",5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (750));
}

/* Three kinds of nothing */

static void
test_nothings (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 n_changes;

  kompass_test_go_to (fixture, "1.1");
  kompass_test_press (fixture, GDK_KEY_Delete, 0);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE_NONE);
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.1"), ==, "");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.1");
  assert_undo_label (fixture, "Clear 1.1 of Lund 2011");

  kompass_test_type (fixture, "-");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE_NA);
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.1"), ==, "–");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (kompass_test_get_cell (fixture, "1.1")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1.1, Finns en plan/strategi för demokratiutveckling och information?, "
                                       "points, not applicable");
  assert_undo_label (fixture, "Set 1.1 of Lund 2011 to not applicable");

  n_changes = kompass_test_count_steps (fixture->path);
  kompass_test_go_to (fixture, "1.1");
  kompass_test_type (fixture, "-");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);

  kompass_test_go_to (fixture, "1.1");
  kompass_test_type (fixture, "0");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (0));
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.1"), ==, "0.0");

  kompass_test_go_to (fixture, "1.1");
  kompass_test_press (fixture, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))), "");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE_NONE);
}

/* Moving */

static const struct
{
  const char *from;
  guint keyval;
  GdkModifierType modifiers;
  const char *to;
} moves[] = {
  { "1.1", GDK_KEY_Down, 0, "1.2" },
  { "1.5", GDK_KEY_Down, 0, "2" },
  { "2", GDK_KEY_Down, 0, "2.1" },
  { "8.6", GDK_KEY_Down, 0, "" },
  { "", GDK_KEY_Down, 0, "" },
  { "1.2", GDK_KEY_Up, 0, "1.1" },
  { "2.1", GDK_KEY_Up, 0, "2" },
  { "2", GDK_KEY_Up, 0, "1.5" },
  { "1", GDK_KEY_Up, 0, "1" },
  { "1.1", GDK_KEY_KP_Down, 0, "1.2" },
  { "1.1", GDK_KEY_Tab, 0, "1.2" },
  { "1.5", GDK_KEY_Tab, 0, "2.1" },
  { "2", GDK_KEY_Tab, 0, "2.1" },
  { "2.1", GDK_KEY_Tab, GDK_SHIFT_MASK, "1.5" },
  { "2.1", GDK_KEY_Return, GDK_SHIFT_MASK, "1.5" },
  { "", GDK_KEY_Tab, GDK_SHIFT_MASK, "8.6" },
  { "1.1", GDK_KEY_Page_Down, 0, "2.5" },
  { "2.5", GDK_KEY_Page_Up, 0, "1.1" },
  { "1.1", GDK_KEY_Page_Up, 0, "1" },
  { "8.6", GDK_KEY_Page_Down, 0, "" },
  { "1.3", GDK_KEY_Home, 0, "1.1" },
  { "1.3", GDK_KEY_End, 0, "1.5" },
  { "1.1", GDK_KEY_Home, 0, "1.1" },
  { "1.5", GDK_KEY_End, 0, "1.5" },
  { "2", GDK_KEY_Home, 0, "2.1" },
  { "2", GDK_KEY_End, 0, "2.6" },
  { "8.2", GDK_KEY_End, 0, "8.6" },
  { "", GDK_KEY_Home, 0, "" },
  { "", GDK_KEY_End, 0, "" },
  { "4.3", GDK_KEY_Home, GDK_CONTROL_MASK, "1.1" },
  { "4.3", GDK_KEY_End, GDK_CONTROL_MASK, "" },
  { "4.3", GDK_KEY_Escape, 0, "4.3" },
};

static gboolean
is_in_sight (Fixture    *fixture,
             const char *line)
{
  GtkWidget *scroller = kompass_test_find_widget (GTK_WIDGET (fixture->matrix), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (kompass_test_get_row (fixture, line), scroller, &bounds) && bounds.origin.y >= -1 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller) + 1;
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_test_message ("%s from %s", gdk_keyval_name (moves[i].keyval), moves[i].from);
      kompass_test_go_to (fixture, moves[i].from);
      g_assert_true (kompass_test_press (fixture, moves[i].keyval, moves[i].modifiers));
      g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, moves[i].to);
      g_assert_cmpstr (kompass_line_get_number (kompass_matrix_get_line (fixture->matrix)), ==, moves[i].to);
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
      g_assert_true (is_in_sight (fixture, moves[i].to));
    }
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
}

/* Selecting */

static char *
describe_selection (Fixture *fixture)
{
  g_autoptr (GPtrArray) lines = kompass_matrix_get_selection (fixture->matrix);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kompass_line_get_number (g_ptr_array_index (lines, i)));

  return g_string_free (text, FALSE);
}

static void
assert_selection (Fixture    *fixture,
                  const char *expected)
{
  g_autofree char *selection = describe_selection (fixture);

  g_assert_cmpstr (selection, ==, expected);
}

static gboolean
looks_selected (Fixture    *fixture,
                const char *line)
{
  return (gtk_widget_get_state_flags (kompass_test_get_row (fixture, line)) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;

  kompass_test_go_to (fixture, "1.4");
  assert_selection (fixture, "1.4");
  g_assert_false (looks_selected (fixture, "1.4"));

  for (guint i = 0; i < 2; i++)
    kompass_test_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "2.1");
  assert_selection (fixture, "1.4 1.5 2.1");
  g_assert_true (looks_selected (fixture, "1.4") && looks_selected (fixture, "2.1"));
  g_assert_false (looks_selected (fixture, "2") || looks_selected (fixture, "1.3"));

  for (guint i = 0; i < 3; i++)
    kompass_test_press (fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_selection (fixture, "1.3 1.4");
  g_assert_false (looks_selected (fixture, "1.5"));

  kompass_test_press (fixture, GDK_KEY_Up, 0);
  assert_selection (fixture, "1.2");
  g_assert_false (looks_selected (fixture, "1.3"));

  kompass_test_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  all = kompass_matrix_get_selection (fixture->matrix);
  g_assert_cmpuint (all->len, ==, 45);
  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  assert_selection (fixture, "8.6");
}

static void
test_clear_selection (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  kompass_test_go_to (fixture, "1.1");
  kompass_test_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  kompass_test_press (fixture, GDK_KEY_Delete, 0);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE_NONE);
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE_NONE);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "–");

  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (450));
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE (1830));
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "458.9");
}

/* The clipboard */

static GdkClipboard *
get_clipboard (Fixture *fixture)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

static void
assert_clipboard (Fixture    *fixture,
                  const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (get_clipboard (fixture), NULL, read_cb, &text);
  kompass_test_wait_for (has_text, &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.3");
  kompass_test_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  assert_clipboard (fixture, "9.4\n");
  for (guint i = 0; i < 3; i++)
    kompass_test_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  kompass_test_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  assert_clipboard (fixture, "9.4\n16.4\n1.75\n4.5\n");
  kompass_test_go_to (fixture, "2");
  kompass_test_press (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  assert_clipboard (fixture, "51.8\n");
}

static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  kompass_test_go_to (fixture, "1.3");
  kompass_test_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  kompass_test_press (fixture, GDK_KEY_x, GDK_CONTROL_MASK);
  assert_clipboard (fixture, "9.4\n16.4\n");
  kompass_test_assert_stored (fixture, "1.3", KOMPASS_SCORE_NONE);
  kompass_test_assert_stored (fixture, "1.4", KOMPASS_SCORE_NONE);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  kompass_test_paste (fixture, NULL);
  kompass_test_assert_stored (fixture, "1.3", KOMPASS_SCORE (940));
  kompass_test_assert_stored (fixture, "1.4", KOMPASS_SCORE (1640));
}

/* Ten values in, one step back. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  kompass_test_go_to (fixture, "1.1");
  kompass_test_paste (fixture, "4,5\r\n10,2\r\n9,4\r\n16,4\r\n1,75\r\n4,5\r\n14,4\r\n9,8\r\n11,5\r\n-\r\n");
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (450));
  kompass_test_assert_stored (fixture, "1.5", KOMPASS_SCORE (175));
  kompass_test_assert_stored (fixture, "2.1", KOMPASS_SCORE (450));
  kompass_test_assert_stored (fixture, "2.5", KOMPASS_SCORE_NA);
  kompass_test_assert_stored (fixture, "2.6", KOMPASS_SCORE_NONE);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes + 1);
  assert_undo_label (fixture, "Set 10 scores of Lomma 2012");

  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE_NONE);
  kompass_test_assert_stored (fixture, "2.5", KOMPASS_SCORE_NONE);
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "2.4"), ==, "");
  kompass_test_activate (fixture, "win.redo", NULL);
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (450));
  kompass_test_assert_stored (fixture, "2.5", KOMPASS_SCORE_NA);
}

/* A selection is pasted over from its top, whichever way it was made. */
static void
test_paste_selection (Fixture       *fixture,
                      gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.1");
  kompass_test_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  kompass_test_paste (fixture, "1\n2\n");
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (100));
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (200));
  kompass_test_assert_stored (fixture, "1.3", KOMPASS_SCORE_NONE);
}

static void
test_paste_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *refusal = kompass_test_get_view_part (fixture, "refusal");
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  kompass_test_go_to (fixture, "1.1");
  kompass_test_paste (fixture, "5\n999\n7\n");
  g_assert_true (gtk_widget_get_mapped (kompass_test_get_view_part (fixture, "refusal_text")));
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "refusal_text"), ==,
                   "Row 2, for 1.2, is “999”. At most 20 points. Nothing was pasted.");
  kompass_test_assert_stored (fixture, "1.1", KOMPASS_SCORE (450));
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.1");

  g_signal_emit_by_name (kompass_test_find_widget (refusal, GTK_TYPE_BUTTON), "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (refusal)));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.1");

  kompass_test_paste (fixture, "");
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "refusal_text"), ==,
                   "There is no text to paste. Copy a column of points first.");
  kompass_test_type (fixture, "6");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (refusal)));
}

/* The evaluation that was there when the key was pressed, or none. */
static void
test_paste_elsewhere (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *text = NULL;
  gint64 n_changes = kompass_test_count_steps (fixture->path);

  kompass_test_go_to (fixture, "1.1");
  gdk_clipboard_set_text (get_clipboard (fixture), "5\n");
  kompass_test_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  kompass_test_open (fixture, "Karlskrona 2014");
  gdk_clipboard_read_text_async (get_clipboard (fixture), NULL, read_cb, &text);
  kompass_test_wait_for (has_text, &text);
  g_assert_cmpint (kompass_test_count_steps (fixture->path), ==, n_changes);

  kompass_test_open (fixture, "Lund 2011");
  kompass_test_go_to (fixture, "1.1");
  kompass_test_press (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Filters */

static void
choose_filter (Fixture             *fixture,
               KompassMatrixFilter  filter)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kompass_test_get_view_part (fixture, "filter")), filter);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static char *
list_shown (Fixture *fixture)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      const char *number = kompass_line_get_number (kompass_evaluation_get_line (evaluation, i));

      if (gtk_widget_get_mapped (kompass_test_get_row (fixture, number)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", *number != '\0' ? number : "total");
    }

  return g_string_free (text, FALSE);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected,
              const char *nothing)
{
  g_autofree char *shown = list_shown (fixture);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpint (gtk_widget_get_mapped (kompass_test_get_view_part (fixture, "empty")), ==, nothing != NULL);
  if (nothing != NULL)
    g_assert_cmpstr (kompass_test_get_view_label (fixture, "empty"), ==, nothing);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *all = list_shown (fixture);

  choose_filter (fixture, KOMPASS_FILTER_UNSCORED);
  assert_shown (fixture, "", "Everything is scored");
  choose_filter (fixture, KOMPASS_FILTER_BELOW);
  assert_shown (fixture, "1 2 3", NULL);
  choose_filter (fixture, KOMPASS_FILTER_DEVIATES);
  assert_shown (fixture, "1 2 2.3 2.4 2.5 3 3.1 4 4.3 4.4 6 8 8.6", NULL);
  choose_filter (fixture, KOMPASS_FILTER_ALL);
  assert_shown (fixture, all, NULL);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, NULL);

  kompass_window_compare_with (fixture->window, "");
  choose_filter (fixture, KOMPASS_FILTER_BELOW);
  assert_shown (fixture, "", "Nothing is below the reference");
}

/* Lines do not vanish under the hands of someone who fills them in, and only those in sight are filled. */
static void
test_filter_and_type (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const cleared[] = { "1.2", "3.1", "8.6" };

  for (guint i = 0; i < G_N_ELEMENTS (cleared); i++)
    {
      kompass_test_go_to (fixture, cleared[i]);
      kompass_test_press (fixture, GDK_KEY_Delete, 0);
    }
  choose_filter (fixture, KOMPASS_FILTER_UNSCORED);
  assert_shown (fixture, "1 1.2 3 3.1 8 8.6", NULL);

  kompass_test_press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
  kompass_test_type (fixture, "5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "3.1");
  assert_shown (fixture, "1 1.2 3 3.1 8 8.6", NULL);

  kompass_test_paste (fixture, "6\n7\n");
  kompass_test_assert_stored (fixture, "3.1", KOMPASS_SCORE (600));
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE (700));
  kompass_test_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_selection (fixture, "1.2 3.1 8.6");

  choose_filter (fixture, KOMPASS_FILTER_ALL);
  choose_filter (fixture, KOMPASS_FILTER_UNSCORED);
  assert_shown (fixture, "", "Everything is scored");
}

/* The keyboard is never on a line that is not there. */
static void
test_filter_hides_cursor (Fixture       *fixture,
                          gconstpointer  data)
{
  kompass_test_go_to (fixture, "6.3");
  choose_filter (fixture, KOMPASS_FILTER_DEVIATES);
  kompass_matrix_focus (fixture->matrix);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "8");
  kompass_test_press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "6");
  kompass_test_press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1");
}

/* Depths */

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  kompass_test_open (fixture, "Karlskrona 2014");
  assert_shown (fixture, "1 2 3 4 5 6 7 8 total", NULL);
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "509");
  kompass_matrix_focus (fixture->matrix);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1");

  kompass_test_enter (fixture, "1", "70,5");
  kompass_test_assert_stored (fixture, "1", KOMPASS_SCORE (7050));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "2");
  kompass_test_enter (fixture, "8", "101");
  assert_refused (fixture, "8", "101", "At most 100 points");
  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  kompass_test_enter (fixture, "8", "-");
  assert_refused (fixture, "8", "-", "Only a question can be not applicable");
  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  assert_accepted (fixture, "8", "67");
  kompass_test_enter (fixture, "", "510");
  kompass_test_assert_stored (fixture, "", KOMPASS_SCORE (51000));
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "510");
  kompass_test_press (fixture, GDK_KEY_Delete, 0);
  kompass_test_assert_stored (fixture, "", KOMPASS_SCORE_NONE);
}

static void
test_total (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = kompass_test_get_window_part (fixture, "profile");

  kompass_test_open (fixture, "Nacka 2011");
  assert_shown (fixture, "total", NULL);
  g_assert_cmpstr (kompass_test_get_view_label (fixture, "total"), ==, "644");
  g_assert_nonnull (strstr (kompass_test_get_view_label (fixture, "facts"), "Only the total is known"));
  g_assert_null (kompass_profile_pane_get_chart (KOMPASS_PROFILE_PANE (pane)));
  kompass_test_enter (fixture, "", "645");
  kompass_test_assert_stored (fixture, "", KOMPASS_SCORE (64500));
  kompass_test_enter (fixture, "", "801");
  assert_refused (fixture, "", "801", "At most 800 points");
}

static void
test_unknown_edition (Fixture       *fixture,
                      gconstpointer  data)
{
  kompass_test_open (fixture, "Örebro 2015");
  assert_shown (fixture, "total", NULL);
  g_assert_nonnull (strstr (kompass_test_get_view_label (fixture, "facts"), "Edition not known"));
  kompass_test_enter (fixture, "", "645");
  kompass_test_assert_stored (fixture, "", KOMPASS_SCORE (64500));
  kompass_test_press (fixture, GDK_KEY_Page_Down, 0);
  kompass_test_press (fixture, GDK_KEY_Home, 0);
  kompass_test_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  assert_selection (fixture, "");
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  kompass_test_add_window ("/points-view/write/column", set_up_new, test_column);
  kompass_test_add_window ("/points-view/write/follows", set_up_new, test_follows);
  kompass_test_add_window ("/points-view/write/leaving", set_up_new, test_leaving);
  kompass_test_add_window ("/points-view/write/last-cell", set_up_new, test_last_cell);
  kompass_test_add_window ("/points-view/write/focus-leaves", set_up_new, test_focus_leaves);
  kompass_test_add_window ("/points-view/write/change-cell", kompass_test_set_up_example, test_change_cell);
  kompass_test_add_window ("/points-view/write/same-again", kompass_test_set_up_example, test_same_again);
  kompass_test_add_window ("/points-view/write/sums-are-fixed", kompass_test_set_up_example, test_sums_are_fixed);
  kompass_test_add_window ("/points-view/write/nothings", kompass_test_set_up_example, test_nothings);
  kompass_test_add_window ("/points-view/write/swedish", set_up_new, test_swedish);
  kompass_test_add_window ("/points-view/refuse/words", kompass_test_set_up_example, test_refused);
  kompass_test_add_window ("/points-view/refuse/mended", kompass_test_set_up_example, test_mended);
  kompass_test_add_window ("/points-view/refuse/left", kompass_test_set_up_example, test_refused_and_left);
  kompass_test_add_window ("/points-view/write/goes-on", kompass_test_set_up_example, test_typing_goes_on);
  kompass_test_add_window ("/points-view/move", kompass_test_set_up_example, test_moves);
  kompass_test_add_window ("/points-view/select", kompass_test_set_up_example, test_selection);
  kompass_test_add_window ("/points-view/select/clear", kompass_test_set_up_example, test_clear_selection);
  kompass_test_add_window ("/points-view/clipboard/copy", kompass_test_set_up_example, test_copy);
  kompass_test_add_window ("/points-view/clipboard/cut", kompass_test_set_up_example, test_cut);
  kompass_test_add_window ("/points-view/clipboard/paste", set_up_new, test_paste);
  kompass_test_add_window ("/points-view/clipboard/paste-selection", set_up_new, test_paste_selection);
  kompass_test_add_window ("/points-view/clipboard/paste-refused", kompass_test_set_up_example, test_paste_refused);
  kompass_test_add_window ("/points-view/clipboard/paste-elsewhere", kompass_test_set_up_example, test_paste_elsewhere);
  kompass_test_add_window ("/points-view/filter/kinds", kompass_test_set_up_example, test_filters);
  kompass_test_add_window ("/points-view/filter/type", kompass_test_set_up_example, test_filter_and_type);
  kompass_test_add_window ("/points-view/filter/hides-cursor", kompass_test_set_up_example, test_filter_hides_cursor);
  kompass_test_add_window ("/points-view/depth/areas", kompass_test_set_up_example, test_areas);
  kompass_test_add_window ("/points-view/depth/total", kompass_test_set_up_example, test_total);
  kompass_test_add_window ("/points-view/depth/unknown-edition", kompass_test_set_up_example, test_unknown_edition);

  return g_test_run ();
}
