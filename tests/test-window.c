/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: what is open, what is compared, undo, dialogs, other programs, a library that cannot be opened, what is
 * remembered, and every size and style. */
#include <glib/gstdio.h>
#include <string.h>

#include "config.h"
#include "kompass-matrix-row.h"
#include "kompass-municipality-dialog.h"
#include "kompass-print.h"
#include "kompass-round-dialog.h"
#include "kompass-sidebar.h"
#include "kompass-test-matrix.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"

#define MEAN "Mean of the 40 latest evaluations"

typedef KompassTestWindow Fixture;

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (kompass_test_get_window_part (fixture, "stack")));
}

static void
assert_open (Fixture    *fixture,
             const char *title)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);
  AdwWindowTitle *heading = ADW_WINDOW_TITLE (kompass_test_get_window_part (fixture, "title"));

  g_assert_cmpstr (get_page (fixture), ==, "evaluation");
  g_assert_cmpstr (kompass_evaluation_get_title (evaluation), ==, title);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);
  g_assert_cmpstr (adw_window_title_get_title (heading), ==, title);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (kompass_test_get_view_part (fixture, "title"))), ==, title);
}

static void
close_dialog (Fixture *fixture,
              GType    type)
{
  gtk_window_close (kompass_test_find_dialog (fixture, type));
  g_assert_null (kompass_test_find_dialog (fixture, type));
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *button)
{
  return gtk_widget_is_sensitive (kompass_test_get_window_part (fixture, button));
}

/* Starting */

static void
test_first_start (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_cmpstr (get_page (fixture), ==, "start");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Kommunkompass");
  g_assert_false (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "sidebar_button")));
  g_assert_false (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "profile_button")));
  g_assert_false (is_enabled (fixture, "undo_button"));
  g_assert_false (is_enabled (fixture, "redo_button"));
  g_assert_true (is_enabled (fixture, "example_button"));

  /* Keys for what is not there are no harm. */
  kompass_test_activate (fixture, "win.focus-matrix", NULL);
  kompass_test_activate (fixture, "win.next-evaluation", NULL);
  kompass_test_activate (fixture, "win.previous-evaluation", NULL);
  kompass_test_activate (fixture, "win.compare-with", "");
  kompass_test_activate (fixture, "win.search", NULL);
  kompass_test_activate (fixture, "win.sidebar", NULL);
  kompass_test_activate (fixture, "win.profile", NULL);
  kompass_window_focus (fixture->window);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));

  g_signal_emit_by_name (kompass_test_get_window_part (fixture, "example_button"), "clicked");
  assert_open (fixture, "Lund 2011");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.1");
  g_assert_true (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "sidebar_button")));
  g_assert_true (is_enabled (fixture, "undo_button"));
}

static gboolean
has_action (GtkWidgetClass *widget_class,
            const char     *action)
{
  const GVariantType *parameter;
  const char *name;
  const char *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &name, &parameter, &property); i++)
    if (strcmp (name, action) == 0)
      return TRUE;

  return FALSE;
}

/* Every shortcut does something. */
static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (GStrv) descriptions = gtk_application_list_action_descriptions (fixture->application);

  g_assert_cmpuint (g_strv_length (descriptions), >, 10);
  for (guint i = 0; descriptions[i] != NULL; i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;

      g_action_parse_detailed_name (descriptions[i], &action, &target, &error);
      g_assert_no_error (error);
      g_test_message ("%s", action);
      if (g_str_has_prefix (action, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->application), action + strlen ("app.")));
      else
        g_assert_true (has_action (GTK_WIDGET_GET_CLASS (fixture->window), action) ||
                       g_action_group_has_action (G_ACTION_GROUP (fixture->window), action + strlen ("win.")));
    }
}

static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWindow *overlay;
  int height;

  kompass_test_activate (fixture, "win.show-help-overlay", NULL);
  overlay = kompass_test_find_dialog (fixture, GTK_TYPE_SHORTCUTS_WINDOW);
  kompass_test_wait_for_frame (GTK_WIDGET (overlay));
  /* It cannot be scrolled. */
  gtk_widget_measure (GTK_WIDGET (overlay), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 768);
  gtk_window_close (overlay);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "about", NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (kompass_test_find_dialog (fixture, ADW_TYPE_ABOUT_WINDOW)));
  close_dialog (fixture, ADW_TYPE_ABOUT_WINDOW);
}

/* Undo */

static void
assert_step (Fixture    *fixture,
             const char *button,
             const char *words)
{
  GtkWidget *widget = kompass_test_get_window_part (fixture, button);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (widget), ==, words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

/* The buttons say which step it is, and the keyboard goes to what has changed. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  assert_step (fixture, "undo_button", "Undo: Add the example");
  assert_step (fixture, "redo_button", "Redo");
  g_assert_false (is_enabled (fixture, "redo_button"));

  kompass_test_enter (fixture, "1.2", "5");
  kompass_test_enter (fixture, "6.3", "2,5");
  assert_step (fixture, "undo_button", "Undo: Set 6.3 of Lund 2011 to 2.5");
  kompass_test_go_to (fixture, "4.1");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "6.3");
  assert_step (fixture, "undo_button", "Undo: Set 1.2 of Lund 2011 to 5.0");
  assert_step (fixture, "redo_button", "Redo: Set 6.3 of Lund 2011 to 2.5");
  g_assert_true (is_enabled (fixture, "redo_button"));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "10.2");

  kompass_test_activate (fixture, "win.redo", NULL);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
  kompass_test_enter (fixture, "8.1", "1");
  assert_step (fixture, "redo_button", "Redo");
  g_assert_false (is_enabled (fixture, "redo_button"));
}

/* What is being typed comes first, and is what is undone. */
static void
test_undo_while_typing (Fixture       *fixture,
                        gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "5");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  assert_step (fixture, "redo_button", "Redo: Set 1.2 of Lund 2011 to 5.0");

  kompass_test_type (fixture, "999");
  kompass_test_activate (fixture, "win.redo", NULL);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "999");
  g_assert_nonnull (kompass_test_get_message (fixture, "1.2"));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.2");
}

/* A step in another evaluation does not happen unseen. */
static void
test_undo_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  kompass_test_enter (fixture, "1.2", "5");
  kompass_test_open (fixture, "Karlskrona 2014");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_open (fixture, "Lund 2011");
  g_assert_nonnull (kompass_test_get_current_line (fixture));
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  kompass_test_open (fixture, "Karlskrona 2014");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_open (fixture, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
}

static void
test_undo_everything (Fixture       *fixture,
                      gconstpointer  data)
{
  kompass_test_enter (fixture, "1.2", "5");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "start");
  g_assert_null (kompass_window_get_evaluation (fixture->window));
  g_assert_false (is_enabled (fixture, "undo_button"));
  kompass_test_activate (fixture, "win.redo", NULL);
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_open (fixture, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
}

/* Comparison */

static const char *
get_compared (Fixture *fixture)
{
  return gtk_label_get_label (
      GTK_LABEL (kompass_test_get_part (kompass_test_get_window_part (fixture, "profile"), "compare_label")));
}

static void
compare (Fixture    *fixture,
         const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kompass_library_find_profile (kompass_window_get_library (fixture->window), name, &error);

  g_assert_no_error (error);
  kompass_test_activate (fixture, "win.compare-with", id);
}

static void
assert_cell_name (Fixture    *fixture,
                  const char *line,
                  const char *name)
{
  GtkWidget *cell = kompass_test_get_cell (fixture, line);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell != NULL ? cell : kompass_test_get_row (fixture, line)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);
  assert_cell_name (fixture, "1", "Area 1, Offentlighet och demokrati, points, 42.2 of 100, 42 percent, "
                                  "reference 50, difference " "\xe2\x88\x92" "7.8");
  compare (fixture, "Karlskrona 2011");
  g_assert_cmpstr (get_compared (fixture), ==, "Karlskrona 2011");
  assert_cell_name (fixture, "", "Total, points, 458.9 of 800, 57 percent, reference 415, difference +43.9");

  kompass_test_activate (fixture, "win.compare-with", "");
  g_assert_cmpstr (get_compared (fixture), ==, "Compare with…");
  assert_cell_name (fixture, "", "Total, points, 458.9 of 800, 57 percent");
}

/* What cannot be compared fairly is refused with the reason, and what was compared before stays. */
static void
test_compare_refused (Fixture       *fixture,
                      gconstpointer  data)
{
  compare (fixture, "Enköping 2018");
  kompass_test_assert_seen (fixture, "Edition 2016 asks other questions than edition 2010");
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);
  compare (fixture, "Lund 2011");
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);
}

/* A choice that does not suit one evaluation waits for the next that it does suit. */
static void
test_compare_waits (Fixture       *fixture,
                    gconstpointer  data)
{
  kompass_test_open (fixture, "Enköping 2018");
  g_assert_cmpstr (get_compared (fixture), ==, "Compare with…");
  kompass_test_open (fixture, "Örebro 2015");
  g_assert_cmpstr (get_compared (fixture), ==, "Compare with…");
  kompass_test_open (fixture, "Karlskrona 2014");
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);
  kompass_test_open (fixture, "Lund 2011");
  compare (fixture, "Karlskrona 2014");
  kompass_test_open (fixture, "Karlskrona 2014");
  g_assert_cmpstr (get_compared (fixture), ==, "Compare with…");
}

static guint
find_choice (GtkWidget  *list,
             const char *title)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *name = KOMPASS_IS_ROUND (item) ? kompass_round_get_title (KOMPASS_ROUND (item))
                                                      : kompass_group_get_display_name (KOMPASS_GROUP (item));

      if (strcmp (name, title) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
test_compare_chooser (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *pane = kompass_test_get_window_part (fixture, "profile");
  GtkMenuButton *button = GTK_MENU_BUTTON (kompass_test_get_part (pane, "compare"));
  GtkWidget *chooser, *list, *search;
  GListModel *model;

  gtk_menu_button_popup (button);
  chooser = GTK_WIDGET (gtk_menu_button_get_popover (button));
  list = kompass_test_get_part (chooser, "list");
  search = kompass_test_get_part (chooser, "search");
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  kompass_test_wait_for_frame (chooser);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 20);
  g_assert_cmpuint (find_choice (list, "Lund 2011"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (find_choice (list, MEAN), ==, 0);
  g_assert_cmpuint (find_choice (list, "Enköping 2018"), >, find_choice (list, "Nacka 2011"));
  kompass_test_assert_seen (fixture, "40 members, 2014");

  g_signal_emit_by_name (list, "activate", find_choice (list, "Enköping 2018"));
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);
  gtk_editable_set_text (GTK_EDITABLE (search), "kARLS");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  g_signal_emit_by_name (list, "activate", find_choice (list, "Karlskrona 2011"));
  g_assert_cmpstr (get_compared (fixture), ==, "Karlskrona 2011");
  g_assert_false (gtk_widget_get_visible (chooser));

  gtk_menu_button_popup (button);
  kompass_test_wait_for_frame (chooser);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 20);
  g_signal_emit_by_name (kompass_test_find_words (chooser, "No comparison") != NULL
                             ? gtk_widget_get_ancestor (kompass_test_find_words (chooser, "No comparison"), GTK_TYPE_BUTTON)
                             : NULL,
                         "clicked");
  g_assert_cmpstr (get_compared (fixture), ==, "Compare with…");
}

/* Rounds */

static GtkWidget *
get_dialog (Fixture *fixture)
{
  GtkWindow *dialog = kompass_test_find_dialog (fixture, KOMPASS_TYPE_ROUND_DIALOG);

  g_assert_nonnull (dialog);

  return GTK_WIDGET (dialog);
}

static void
write_in (GtkWidget  *dialog,
          const char *part,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (dialog, part)), text);
}

static const char *
get_edition (GtkWidget *dialog)
{
  return gtk_string_object_get_string (
      adw_combo_row_get_selected_item (ADW_COMBO_ROW (kompass_test_get_part (dialog, "edition"))));
}

static KompassDepth
get_depth (GtkWidget *dialog)
{
  return (KompassDepth) adw_combo_row_get_selected (ADW_COMBO_ROW (kompass_test_get_part (dialog, "depth")));
}

static const char *
get_note (GtkWidget *dialog)
{
  return gtk_label_get_label (GTK_LABEL (kompass_test_get_part (dialog, "message")));
}

static gboolean
can_create (GtkWidget *dialog)
{
  return gtk_widget_is_sensitive (kompass_test_get_part (dialog, "create"));
}

static void
create (GtkWidget *dialog)
{
  g_assert_true (can_create (dialog));
  g_signal_emit_by_name (kompass_test_get_part (dialog, "create"), "clicked");
}

static void
test_new_round (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-evaluation", NULL);
  dialog = get_dialog (fixture);
  kompass_test_wait_for_frame (dialog);
  g_assert_false (can_create (dialog));
  write_in (dialog, "municipality", "  ");
  g_assert_false (can_create (dialog));
  write_in (dialog, "municipality", " Lomma ");
  write_in (dialog, "year", "2012");
  g_assert_true (can_create (dialog));
  create (dialog);

  assert_open (fixture, "Lomma 2012");
  g_assert_null (kompass_test_find_dialog (fixture, KOMPASS_TYPE_ROUND_DIALOG));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1.1");
  g_assert_cmpint (kompass_evaluation_get_depth (kompass_window_get_evaluation (fixture->window)), ==,
                   KOMPASS_DEPTH_QUESTIONS);
  kompass_test_assert_stored (fixture, "8.6", KOMPASS_SCORE_NONE);
  assert_step (fixture, "undo_button", "Undo: Add Lomma 2012");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "start");
}

static const struct
{
  const char *year;
  const char *edition;
  KompassDepth depth;
} proposals[] = {
  { "2004", "2002", KOMPASS_DEPTH_AREAS },     { "2010", "2010", KOMPASS_DEPTH_QUESTIONS },
  { "2014", "2010", KOMPASS_DEPTH_QUESTIONS }, { "2018", "2016", KOMPASS_DEPTH_AREAS },
  { "2023", "2020", KOMPASS_DEPTH_AREAS },
};

static void
choose_edition (GtkWidget  *dialog,
                const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (kompass_test_get_part (dialog, "edition"));

  for (guint i = 0; g_strcmp0 (get_edition (dialog), name) != 0; i++)
    adw_combo_row_set_selected (row, i);
}

/* The year proposes an edition until the user has chosen one. */
static void
test_new_round_edition (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-evaluation", NULL);
  dialog = get_dialog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      write_in (dialog, "year", proposals[i].year);
      g_assert_cmpstr (get_edition (dialog), ==, proposals[i].edition);
      g_assert_cmpint (get_depth (dialog), ==, proposals[i].depth);
      g_assert_cmpint (strstr (get_note (dialog), "not known here") != NULL, ==, proposals[i].depth == KOMPASS_DEPTH_AREAS);
    }
  choose_edition (dialog, "2010");
  g_assert_cmpstr (get_edition (dialog), ==, "2010");
  g_assert_cmpint (get_depth (dialog), ==, KOMPASS_DEPTH_QUESTIONS);
  write_in (dialog, "year", "2018");
  g_assert_cmpstr (get_edition (dialog), ==, "2010");
  close_dialog (fixture, KOMPASS_TYPE_ROUND_DIALOG);
  g_assert_cmpstr (get_page (fixture), ==, "start");
}

static void
test_new_round_year (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const years[] = { "", "2", "201", "20111", "1899", "3000", "tjugoelva", "2011,5", "-2011" };
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-evaluation", NULL);
  dialog = get_dialog (fixture);
  write_in (dialog, "municipality", "Lomma");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gboolean empty = *years[i] == '\0';

      write_in (dialog, "year", years[i]);
      g_assert_false (can_create (dialog));
      g_assert_cmpint (strcmp (get_note (dialog), "Write the year with four digits, from 1900 to 2999") == 0, ==, !empty);
      g_assert_cmpint (gtk_widget_has_css_class (kompass_test_get_part (dialog, "year"), "error"), ==, !empty);
    }
  write_in (dialog, "year", "2011");
  g_assert_true (can_create (dialog));
  g_assert_cmpstr (get_note (dialog), ==, "");
  g_assert_false (gtk_widget_has_css_class (kompass_test_get_part (dialog, "year"), "error"));
}

/* A further round of a municipality belongs to the same one. */
static void
test_next_round (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *lund = kompass_test_find_municipality (fixture, "Lund");
  g_autofree char *kristiansund = kompass_test_find_municipality (fixture, "Kristiansund (NO)");
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-round", lund);
  dialog = get_dialog (fixture);
  g_assert_false (gtk_widget_is_sensitive (kompass_test_get_part (dialog, "municipality")));
  write_in (dialog, "year", "2011");
  g_assert_nonnull (strstr (get_note (dialog), "Lund has a round in 2011 already"));
  write_in (dialog, "year", "2014");
  create (dialog);
  assert_open (fixture, "Lund 2014");
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (kompass_window_get_evaluation (fixture->window)), ==, lund);

  kompass_test_activate (fixture, "win.new-round", kristiansund);
  dialog = get_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (kompass_test_get_part (dialog, "municipality"))), ==,
                   "Kristiansund");
  write_in (dialog, "year", "2018");
  create (dialog);
  assert_open (fixture, "Kristiansund (NO) 2018");
  g_assert_cmpstr (kompass_evaluation_get_municipality_id (kompass_window_get_evaluation (fixture->window)), ==,
                   kristiansund);
}

static void
test_duplicate_round (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *lund = kompass_test_find_evaluation (fixture, "Lund 2011");
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.duplicate-round", lund);
  dialog = get_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (dialog, "instrument")));
  write_in (dialog, "year", "2013");
  create (dialog);
  assert_open (fixture, "Lund 2013");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  g_assert_false (kompass_evaluation_get_is_example (kompass_window_get_evaluation (fixture->window)));
  kompass_test_enter (fixture, "1.2", "5");
  kompass_test_open (fixture, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
}

static void
test_delete_round (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *lund = kompass_test_find_evaluation (fixture, "Lund 2011");
  g_autofree char *nacka = kompass_test_find_evaluation (fixture, "Nacka 2011");

  kompass_test_activate (fixture, "win.delete-round", nacka);
  assert_open (fixture, "Lund 2011");
  kompass_test_assert_seen (fixture, "Nacka 2011 deleted");

  kompass_test_activate (fixture, "win.delete-round", lund);
  kompass_test_assert_seen (fixture, "Lund 2011 deleted");
  g_assert_cmpstr (get_page (fixture), ==, "evaluation");
  g_assert_cmpstr (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), !=, "Lund 2011");
  g_assert_false (kompass_library_has_evaluation (kompass_window_get_library (fixture->window), lund));
  assert_step (fixture, "undo_button", "Undo: Delete Lund 2011");

  kompass_test_activate (fixture, "win.undo", NULL);
  assert_open (fixture, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  g_assert_null (kompass_test_find_words (GTK_WIDGET (fixture->window), "Lund 2011 deleted"));
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_open (fixture, "Nacka 2011");
}

static void
test_delete_municipality (Fixture       *fixture,
                          gconstpointer  data)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  g_autofree char *karlskrona = kompass_test_find_municipality (fixture, "Karlskrona");
  g_autofree char *round_2011 = kompass_test_find_evaluation (fixture, "Karlskrona 2011");
  g_autofree char *round_2014 = kompass_test_find_evaluation (fixture, "Karlskrona 2014");

  kompass_test_open (fixture, "Karlskrona 2014");
  kompass_test_activate (fixture, "win.delete-municipality", karlskrona);
  g_assert_false (kompass_library_has_evaluation (library, round_2011));
  g_assert_false (kompass_library_has_evaluation (library, round_2014));
  kompass_test_assert_seen (fixture, "Municipality and its rounds deleted");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_true (kompass_library_has_evaluation (library, round_2011));
  kompass_test_open (fixture, "Karlskrona 2014");
  kompass_test_assert_stored (fixture, "1", KOMPASS_SCORE (6900));
}

/* Returns the dialog where it is still open, because the name was refused. */
static GtkWindow *
rename_to (Fixture    *fixture,
           const char *name)
{
  g_autofree char *id = g_strdup (
      kompass_evaluation_get_municipality_id (kompass_window_get_evaluation (fixture->window)));
  GtkWindow *dialog;

  kompass_test_activate (fixture, "win.edit-municipality", id);
  dialog = kompass_test_find_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (dialog, "name")), name);
  if (gtk_widget_is_sensitive (kompass_test_get_part (dialog, "save")))
    g_signal_emit_by_name (kompass_test_get_part (dialog, "save"), "clicked");

  return kompass_test_find_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG);
}

static void
assert_refused (Fixture    *fixture,
                GtkWindow  *dialog,
                const char *words)
{
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (kompass_test_get_part (dialog, "message"))), words));
  close_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG);
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *lund = kompass_test_find_municipality (fixture, "Lund");

  rename_to (fixture, "Lunds kommun");
  assert_open (fixture, "Lunds kommun 2011");
  kompass_test_assert_seen (fixture, "Lunds kommun");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_open (fixture, "Lund 2011");

  compare (fixture, "Karlskrona 2011");
  kompass_test_open (fixture, "Karlskrona 2014");
  rename_to (fixture, "Örlogsstaden");
  kompass_test_open (fixture, "Lund 2011");
  g_assert_cmpstr (get_compared (fixture), ==, "Örlogsstaden 2011");

  assert_refused (fixture, rename_to (fixture, "  "), "A municipality needs a name");
  assert_refused (fixture, rename_to (fixture, "Nacka"), "There is a municipality of that name already");
  assert_open (fixture, "Lund 2011");

  kompass_test_activate (fixture, "win.edit-municipality", lund);
  close_dialog (fixture, KOMPASS_TYPE_MUNICIPALITY_DIALOG);
  assert_open (fixture, "Lund 2011");
}

/* The example */

static void
test_example (Fixture       *fixture,
              gconstpointer  data)
{
  kompass_test_activate (fixture, "win.remove-example", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "start");
  kompass_test_assert_seen (fixture, "Example removed");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_open (fixture, "Lund 2011");
  kompass_test_activate (fixture, "win.remove-example", NULL);
  kompass_test_activate (fixture, "win.open-example", NULL);
  assert_open (fixture, "Lund 2011");
  kompass_test_open (fixture, "Nacka 2011");
  kompass_test_activate (fixture, "win.open-example", NULL);
  assert_open (fixture, "Lund 2011");
}

/* Somebody who evaluates Lund, too, still finds the example. */
static void
test_example_and_own (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *dialog;

  kompass_test_activate (fixture, "win.new-evaluation", NULL);
  dialog = get_dialog (fixture);
  write_in (dialog, "municipality", "Lund");
  write_in (dialog, "year", "2011");
  create (dialog);
  assert_open (fixture, "Lund 2011");
  g_assert_false (kompass_evaluation_get_is_example (kompass_window_get_evaluation (fixture->window)));

  kompass_test_activate (fixture, "win.open-example", NULL);
  assert_open (fixture, "Lund 2011");
  g_assert_true (kompass_evaluation_get_is_example (kompass_window_get_evaluation (fixture->window)));
  kompass_test_activate (fixture, "win.remove-example", NULL);
  assert_open (fixture, "Lund 2011");
  g_assert_false (kompass_evaluation_get_is_example (kompass_window_get_evaluation (fixture->window)));
}

/* The list */

static GListModel *
get_list (Fixture *fixture)
{
  GtkWidget *sidebar = kompass_test_get_window_part (fixture, "sidebar");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (kompass_test_get_part (sidebar, "list"))));
}

static guint
find_in_list (Fixture    *fixture,
              const char *title)
{
  GListModel *model = get_list (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autofree char *name = KOMPASS_IS_ROUND (item)   ? kompass_round_get_title (KOMPASS_ROUND (item))
                              : KOMPASS_IS_GROUP (item) ? kompass_group_get_display_name (KOMPASS_GROUP (item))
                                                        : NULL;

      if (g_strcmp0 (name, title) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *list = kompass_test_get_part (kompass_test_get_window_part (fixture, "sidebar"), "list");
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_list (fixture));

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, find_in_list (fixture, "Lund 2011"));
  gtk_single_selection_set_selected (selection, find_in_list (fixture, "Nacka 2011"));
  assert_open (fixture, "Nacka 2011");
  kompass_test_open (fixture, "Karlskrona 2011");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, find_in_list (fixture, "Karlskrona 2011"));
  g_signal_emit_by_name (list, "activate", find_in_list (fixture, "Karlskrona 2011"));
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "1");

  compare (fixture, "Lund 2011");
  g_signal_emit_by_name (list, "activate", find_in_list (fixture, MEAN));
  g_assert_cmpstr (get_compared (fixture), ==, MEAN);

  kompass_test_activate (fixture, "win.previous-evaluation", NULL);
  assert_open (fixture, "Karlskrona 2014");
  kompass_test_activate (fixture, "win.next-evaluation", NULL);
  assert_open (fixture, "Karlskrona 2011");
}

/* What is typed into a cell stands when the list leads elsewhere, and a refused cell keeps its evaluation. */
static void
test_list_and_cell (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_list (fixture));

  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "7");
  gtk_single_selection_set_selected (selection, find_in_list (fixture, "Nacka 2011"));
  assert_open (fixture, "Nacka 2011");
  kompass_test_open (fixture, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (700));

  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "999");
  gtk_single_selection_set_selected (selection, find_in_list (fixture, "Nacka 2011"));
  assert_open (fixture, "Lund 2011");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, find_in_list (fixture, "Lund 2011"));
  g_assert_cmpstr (kompass_test_get_cell_text (fixture, "1.2"), ==, "999");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *sidebar = kompass_test_get_window_part (fixture, "sidebar");
  GtkWidget *search = kompass_test_get_part (sidebar, "search");
  guint n_items = g_list_model_get_n_items (get_list (fixture));

  kompass_test_activate (fixture, "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "ÖREB");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, 3);
  assert_open (fixture, "Lund 2011");
  gtk_editable_set_text (GTK_EDITABLE (search), "Atlantis");
  g_signal_emit_by_name (search, "search-changed");
  kompass_test_assert_seen (fixture, "No municipality or group has that name");
  g_signal_emit_by_name (search, "stop-search");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), ==, n_items);
  assert_open (fixture, "Lund 2011");
}

/* Other programs */

static gboolean
shows_seven (gpointer data)
{
  return strcmp (kompass_test_get_cell_text (data, "1.2"), "7.0") == 0;
}

static gboolean
shows_another (gpointer data)
{
  Fixture *fixture = data;

  return strcmp (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), "Lund 2011") != 0;
}

/* What another program commits shows by itself. */
static void
test_other_program (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassLibrary) other = kompass_test_open_library (fixture->path);
  g_autofree char *lund = kompass_test_find_evaluation (fixture, "Lund 2011");
  g_autoptr (GError) error = NULL;

  kompass_test_set_score (other, lund, "1.2", KOMPASS_SCORE (700), &error);
  g_assert_no_error (error);
  kompass_test_wait_for (shows_seven, fixture);
  assert_step (fixture, "undo_button", "Undo: Set 1.2 of Lund 2011 to 7.0");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));

  kompass_library_delete_evaluation (other, lund, &error);
  g_assert_no_error (error);
  kompass_test_wait_for (shows_another, fixture);
  g_assert_cmpstr (get_page (fixture), ==, "evaluation");
}

/* Two windows of the same program, too. */
static void
test_two_windows (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassWindow *second = kompass_window_new (fixture->application, fixture->path);
  KompassMatrix *matrix = kompass_points_view_get_matrix (kompass_window_get_points_view (second));
  Fixture other = { fixture->folder, fixture->path, fixture->application, second, matrix };

  gtk_window_present (GTK_WINDOW (second));
  assert_open (&other, "Lund 2011");
  kompass_test_enter (&other, "1.2", "7");
  kompass_test_wait_for (shows_seven, fixture);
  gtk_window_destroy (GTK_WINDOW (second));
}

/* A library that cannot be opened */

static void
show_on_file (Fixture    *fixture,
              const char *contents,
              gssize      length)
{
  g_autoptr (GError) error = NULL;

  kompass_test_close_window (fixture);
  kompass_test_remove_folder (fixture->folder);
  g_mkdir (fixture->folder, 0700);
  g_file_set_contents (fixture->path, contents, length, &error);
  g_assert_no_error (error);
  kompass_test_show_window (fixture);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char garbage[] = "This is no library, but somebody's shopping list: milk, bread, herring.";
  AdwStatusPage *page;
  g_autofree char *contents = NULL;

  show_on_file (fixture, garbage, -1);
  page = ADW_STATUS_PAGE (kompass_test_get_window_part (fixture, "error_page"));
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "This is not a Kommunkompass library"));
  g_assert_null (kompass_window_get_library (fixture->window));
  g_assert_false (is_enabled (fixture, "undo_button"));
  g_assert_false (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "new_button")));
  kompass_window_open_example (fixture->window);
  kompass_window_focus (fixture->window);
  kompass_test_activate (fixture, "win.focus-matrix", NULL);
  kompass_test_activate (fixture, "win.next-evaluation", NULL);
  kompass_test_activate (fixture, "win.sidebar", NULL);
  kompass_test_activate (fixture, "win.search", NULL);

  kompass_test_activate (fixture, "win.try-again", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_file_get_contents (fixture->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, garbage);

  g_unlink (fixture->path);
  kompass_test_activate (fixture, "win.try-again", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "start");
  kompass_window_open_example (fixture->window);
  assert_open (fixture, "Lund 2011");
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  AdwStatusPage *page;

  kompass_test_close_window (fixture);
  kompass_test_execute (fixture->path, "PRAGMA user_version = 999");
  kompass_test_show_window (fixture);
  page = ADW_STATUS_PAGE (kompass_test_get_window_part (fixture, "error_page"));
  g_assert_cmpstr (get_page (fixture), ==, "error");
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "newer version of Kommunkompass"));
  kompass_test_close_window (fixture);
}

/* Remembering */

static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  int width, height;

  kompass_test_open (fixture, "Karlskrona 2014");
  compare (fixture, "Karlskrona 2011");
  kompass_test_activate (fixture, "win.profile", NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_test_close_window (fixture);

  kompass_test_show_window (fixture);
  assert_open (fixture, "Karlskrona 2014");
  g_assert_cmpstr (get_compared (fixture), ==, "Karlskrona 2011");
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (kompass_test_get_window_part (fixture, "profile_flap"))));
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (kompass_test_get_window_part (fixture, "sidebar_flap"))));
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 700);
}

/* What was open has been deleted since. */
static void
test_state_is_gone (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassLibrary) other = NULL;
  g_autoptr (GError) error = NULL;

  compare (fixture, "Karlskrona 2011");
  kompass_test_close_window (fixture);
  other = kompass_test_open_library (fixture->path);
  kompass_library_remove_example (other, &error);
  g_assert_no_error (error);
  kompass_test_show_window (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "start");
}

/* A window that has been closed leaves nothing behind. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  KompassEvaluation *lund = kompass_window_get_evaluation (fixture->window);
  KompassEvaluation *karlskrona;
  GtkWidget *row = kompass_test_get_row (fixture, "1.2");

  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  g_object_add_weak_pointer (G_OBJECT (lund), (gpointer *) &lund);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  kompass_test_enter (fixture, "1.2", "7");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_open (fixture, "Karlskrona 2014");
  g_assert_null (lund);
  g_assert_null (row);

  karlskrona = kompass_window_get_evaluation (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (karlskrona), (gpointer *) &karlskrona);
  kompass_test_activate (fixture, "win.delete-round", kompass_evaluation_get_id (karlskrona));
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_go_to (fixture, "3");
  kompass_test_type (fixture, "6");
  kompass_test_close_window (fixture);
  g_assert_null (library);
  g_assert_null (karlskrona);
}

/* Charts */

static GtkWidget *
get_chart_area (Fixture *fixture)
{
  return kompass_test_get_part (kompass_test_get_window_part (fixture, "profile"), "chart");
}

static void
choose_chart (Fixture *fixture,
              guint    kind)
{
  GtkWidget *pane = kompass_test_get_window_part (fixture, "profile");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kompass_test_get_part (pane, "kind")), kind);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Enter on a mark of the chart leads to its line. */
static void
test_chart_to_line (Fixture       *fixture,
                    gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    kompass_test_press_on (get_chart_area (fixture), "chart-keys", GDK_KEY_Right, 0);
  kompass_test_press_on (get_chart_area (fixture), "chart-keys", GDK_KEY_Return, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "3");

  kompass_test_go_to (fixture, "5.4");
  choose_chart (fixture, 2);
  kompass_test_press_on (get_chart_area (fixture), "chart-keys", GDK_KEY_Escape, 0);
  for (guint i = 0; i < 2; i++)
    kompass_test_press_on (get_chart_area (fixture), "chart-keys", GDK_KEY_Right, 0);
  kompass_test_press_on (get_chart_area (fixture), "chart-keys", GDK_KEY_Return, 0);
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "5.2");
}

static void
test_chart_kinds (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const evaluations[] = { "Lund 2011", "Karlskrona 2014", "Enköping 2018", "Nacka 2011", "Örebro 2015" };

  for (guint kind = 0; kind < 3; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (evaluations); i++)
      {
        kompass_test_open (fixture, evaluations[i]);
        choose_chart (fixture, kind);
      }
}

/* A window that begins with the report asks for its width before it has one. */
static void
test_report_at_start (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.kommunkompass.Kommunkompass");
  KompassWindow *second;

  g_settings_set_string (settings, "view", "report");
  second = kompass_window_new (fixture->application, fixture->path);
  gtk_window_present (GTK_WINDOW (second));
  kompass_window_focus (second);
  kompass_test_wait_for_frame (GTK_WIDGET (second));
  gtk_window_destroy (GTK_WINDOW (second));
}

static GtkWindow *
find_print_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (g_strcmp0 (G_OBJECT_TYPE_NAME (window->data), "GtkPrintUnixDialog") == 0)
      return window->data;

  return NULL;
}

static gboolean
has_print_dialog (gpointer data)
{
  return find_print_dialog () != NULL;
}

static gboolean
has_no_print_dialog (gpointer data)
{
  return find_print_dialog () == NULL;
}

/* A dialog that is closed is not a failure. */
static void
test_print_cancelled (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint i = 0; i < 2; i++)
    {
      kompass_test_activate (fixture, "win.view", i == 0 ? "report" : "profile");
      kompass_test_activate (fixture, "win.print", NULL);
      kompass_test_wait_for (has_print_dialog, NULL);
      gtk_window_close (find_print_dialog ());
      kompass_test_wait_for (has_no_print_dialog, NULL);
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
    }
}

/* The printer is remembered; pages, copies and the file belong to one print. */
static void
test_print_remembers (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.kommunkompass.Kommunkompass");
  g_autoptr (GtkPrintSettings) before = gtk_print_settings_new ();
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GtkPrintSettings *now;

  gtk_print_settings_set_printer (before, "Office");
  gtk_print_settings_set_n_copies (before, 3);
  gtk_print_settings_set_print_pages (before, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (before, &(GtkPageRange) { 2, 4 }, 1);
  gtk_print_settings_set (before, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///var/tmp/lund-2011.pdf");
  g_settings_set_value (settings, "print-settings", gtk_print_settings_to_gvariant (before));
  kompass_print_restore (operation, settings, "Upplands-Bro 2011");
  now = gtk_print_operation_get_print_settings (operation);
  g_assert_cmpstr (gtk_print_settings_get_printer (now), ==, "Office");
  g_assert_cmpint (gtk_print_settings_get_n_copies (now), ==, 1);
  g_assert_cmpint (gtk_print_settings_get_print_pages (now), ==, GTK_PRINT_PAGES_ALL);
  g_assert_false (gtk_print_settings_has_key (now, GTK_PRINT_SETTINGS_PAGE_RANGES));
  g_assert_false (gtk_print_settings_has_key (now, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_cmpstr (gtk_print_settings_get (now, GTK_PRINT_SETTINGS_OUTPUT_DIR), ==, "/var/tmp");
  g_assert_cmpstr (gtk_print_settings_get (now, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "upplands-bro-2011");
}

/* Files of charts and of reports are called by one rule. */
static void
test_file_names (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *action;
    const char *target;
    const char *name;
  } files[] = {
    { "win.save-chart", "svg", "lund-2011-profile.svg" },
    { "win.save-chart", "pdf", "lund-2011-profile.pdf" },
    { "win.save-chart", "png", "lund-2011-profile.png" },
    { "win.export-report", "pdf", "lund-2011.pdf" },
    { "win.export-report", "odt", "lund-2011.odt" },
    { "win.export-report", "archive", "lund-2011.zip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GtkFileChooserNative *dialog;
      g_autofree char *proposed = NULL;

      kompass_test_activate (fixture, files[i].action, files[i].target);
      dialog = g_object_get_data (G_OBJECT (fixture->window), "file-dialog");
      g_assert_true (GTK_IS_FILE_CHOOSER_NATIVE (dialog));
      proposed = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
      g_assert_cmpstr (proposed, ==, files[i].name);
      g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
      g_assert_false (gtk_native_dialog_get_visible (GTK_NATIVE_DIALOG (dialog)));
    }
}

/* Sizes and styles */

/* The whole of a widget, padding and border included, is within another one and has the room it needs. */
static void
assert_fits (GtkWidget *child,
             GtkWidget *parent)
{
  graphene_rect_t bounds;
  int width, height;

  g_assert_true (gtk_widget_compute_bounds (child, parent, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, -0.5);
  g_assert_cmpfloat (bounds.origin.y, >=, -2.5);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (parent) + 0.5);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (parent) + 2.5);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpfloat (bounds.size.width, >=, width - 0.5);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, (int) bounds.size.width, &height, NULL, NULL, NULL);
  g_assert_cmpfloat (bounds.size.height, >=, height - 0.5);
}

/* The headings that are seen stand beside one another. */
static void
assert_headings_fit (Fixture *fixture)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (fixture->matrix));
  gboolean rtl = gtk_widget_get_direction (header) == GTK_TEXT_DIR_RTL;
  float edge = rtl ? (float) gtk_widget_get_width (header) : 0;

  for (GtkWidget *label = gtk_widget_get_first_child (header); label != NULL; label = gtk_widget_get_next_sibling (label))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (label))
        continue;
      assert_fits (label, header);
      g_assert_true (gtk_widget_compute_bounds (label, header, &bounds));
      g_assert_true (rtl ? bounds.origin.x + bounds.size.width <= edge : bounds.origin.x >= edge);
      edge = rtl ? bounds.origin.x : bounds.origin.x + bounds.size.width;
    }
}

/* Every row is as wide as the matrix and as high as it needs to be, and every part of it is within it. */
static void
assert_rows_fit (Fixture *fixture)
{
  KompassEvaluation *evaluation = kompass_window_get_evaluation (fixture->window);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->matrix)), <=,
                   gtk_widget_get_width (GTK_WIDGET (fixture->window)));
  assert_headings_fit (fixture);
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      GtkWidget *row = kompass_test_get_row (fixture, kompass_line_get_number (kompass_evaluation_get_line (evaluation, i)));

      g_assert_cmpint (gtk_widget_get_width (row), ==, gtk_widget_get_width (GTK_WIDGET (fixture->matrix)));
      assert_fits (row, gtk_widget_get_parent (row));
      for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_get_mapped (child))
          assert_fits (child, row);
    }
}

static const int widths[] = { 360, 520, 640, 800, 1024, 1280, 1920, 3840 };

static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_test_message ("%d", widths[i]);
      kompass_test_resize (fixture, widths[i], 800);
      assert_rows_fit (fixture);
      kompass_test_activate (fixture, "win.profile", NULL);
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
      kompass_test_activate (fixture, "win.sidebar", NULL);
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
      assert_rows_fit (fixture);
    }
}

/* A message in a cell takes room of its own. */
static void
test_narrow_and_refused (Fixture       *fixture,
                         gconstpointer  data)
{
  kompass_test_resize (fixture, 360, 800);
  kompass_test_enter (fixture, "1.2", "tio");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_nonnull (kompass_test_get_message (fixture, "1.2"));
  assert_rows_fit (fixture);
}

static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution;

  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint i = 2; i < G_N_ELEMENTS (widths); i++)
    {
      g_test_message ("%d", widths[i]);
      kompass_test_resize (fixture, widths[i], 800);
      assert_rows_fit (fixture);
    }
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
}

static void
test_styles (Fixture       *fixture,
             gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_DARK, ADW_COLOR_SCHEME_FORCE_LIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (manager, schemes[i]);
      g_assert_cmpint (adw_style_manager_get_dark (manager), ==, i == 0);
      for (guint kind = 0; kind < 3; kind++)
        choose_chart (fixture, kind);
      kompass_test_enter (fixture, "1.2", "tio");
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
      kompass_test_press (fixture, GDK_KEY_Escape, 0);
    }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_rows_fit (fixture);
  kompass_test_resize (fixture, 360, 800);
  assert_rows_fit (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  kompass_test_add_window ("/window/first-start", kompass_test_set_up_window, test_first_start);
  kompass_test_add_window ("/window/shortcuts", kompass_test_set_up_window, test_shortcuts);
  kompass_test_add_window ("/window/help", kompass_test_set_up_example, test_help);
  kompass_test_add_window ("/window/undo/steps", kompass_test_set_up_example, test_undo);
  kompass_test_add_window ("/window/undo/while-typing", kompass_test_set_up_example, test_undo_while_typing);
  kompass_test_add_window ("/window/undo/elsewhere", kompass_test_set_up_example, test_undo_elsewhere);
  kompass_test_add_window ("/window/undo/everything", kompass_test_set_up_example, test_undo_everything);
  kompass_test_add_window ("/window/compare/choose", kompass_test_set_up_example, test_compare);
  kompass_test_add_window ("/window/compare/refused", kompass_test_set_up_example, test_compare_refused);
  kompass_test_add_window ("/window/compare/waits", kompass_test_set_up_example, test_compare_waits);
  kompass_test_add_window ("/window/compare/chooser", kompass_test_set_up_example, test_compare_chooser);
  kompass_test_add_window ("/window/round/new", kompass_test_set_up_window, test_new_round);
  kompass_test_add_window ("/window/round/edition", kompass_test_set_up_window, test_new_round_edition);
  kompass_test_add_window ("/window/round/year", kompass_test_set_up_window, test_new_round_year);
  kompass_test_add_window ("/window/round/next", kompass_test_set_up_example, test_next_round);
  kompass_test_add_window ("/window/round/duplicate", kompass_test_set_up_example, test_duplicate_round);
  kompass_test_add_window ("/window/round/delete", kompass_test_set_up_example, test_delete_round);
  kompass_test_add_window ("/window/municipality/delete", kompass_test_set_up_example, test_delete_municipality);
  kompass_test_add_window ("/window/municipality/rename", kompass_test_set_up_example, test_rename);
  kompass_test_add_window ("/window/example/remove", kompass_test_set_up_example, test_example);
  kompass_test_add_window ("/window/example/and-own", kompass_test_set_up_window, test_example_and_own);
  kompass_test_add_window ("/window/list/open", kompass_test_set_up_example, test_list);
  kompass_test_add_window ("/window/list/and-cell", kompass_test_set_up_example, test_list_and_cell);
  kompass_test_add_window ("/window/list/search", kompass_test_set_up_example, test_search);
  kompass_test_add_window ("/window/others/program", kompass_test_set_up_example, test_other_program);
  kompass_test_add_window ("/window/others/window", kompass_test_set_up_example, test_two_windows);
  kompass_test_add_window ("/window/error/damaged", kompass_test_set_up_window, test_damaged);
  kompass_test_add_window ("/window/error/newer", kompass_test_set_up_window, test_newer);
  kompass_test_add_window ("/window/state/restored", kompass_test_set_up_example, test_state);
  kompass_test_add_window ("/window/state/gone", kompass_test_set_up_example, test_state_is_gone);
  kompass_test_add_window ("/window/closed", kompass_test_set_up_example, test_closed);
  kompass_test_add_window ("/window/chart/to-line", kompass_test_set_up_example, test_chart_to_line);
  kompass_test_add_window ("/window/chart/kinds", kompass_test_set_up_example, test_chart_kinds);
  kompass_test_add_window ("/window/file-names", kompass_test_set_up_example, test_file_names);
  kompass_test_add_window ("/window/report-at-start", kompass_test_set_up_example, test_report_at_start);
  kompass_test_add_window ("/window/print-cancelled", kompass_test_set_up_example, test_print_cancelled);
  kompass_test_add_window ("/window/print-remembers", kompass_test_set_up_example, test_print_remembers);
  kompass_test_add_window ("/window/look/widths", kompass_test_set_up_example, test_widths);
  kompass_test_add_window ("/window/look/narrow-and-refused", kompass_test_set_up_example, test_narrow_and_refused);
  kompass_test_add_window ("/window/look/large-text", kompass_test_set_up_example, test_large_text);
  kompass_test_add_window ("/window/look/styles", kompass_test_set_up_example, test_styles);
  kompass_test_add_window ("/window/look/right-to-left", kompass_test_set_up_example, test_right_to_left);

  return g_test_run ();
}
