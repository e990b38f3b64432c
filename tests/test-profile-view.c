/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Profile view: how it is reached, what is compared, every kind of chart, the table, what is copied and printed, and
 * what follows when figures change. */
#include <glib/gstdio.h>
#include <string.h>

#include "config.h"
#include "kompass-chart-area.h"
#include "kompass-figures-view.h"
#include "kompass-profile-view.h"
#include "kompass-test-matrix.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"

#define MEAN "Mean of the 40 latest evaluations"
#define GROUP "11111111-1111-4111-8111-111111111111"

typedef KompassTestWindow Fixture;

static void
show_view (Fixture    *fixture,
           const char *view)
{
  kompass_test_activate (fixture, "win.view", view);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  kompass_test_set_up_example (fixture, data);
  show_view (fixture, "profile");
}

static KompassProfileView *
get_view (Fixture *fixture)
{
  GtkWidget *view = kompass_test_find_widget (GTK_WIDGET (fixture->window), KOMPASS_TYPE_PROFILE_VIEW);

  g_assert_nonnull (view);

  return KOMPASS_PROFILE_VIEW (view);
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *id)
{
  return kompass_test_get_part (get_view (fixture), id);
}

static const char *
get_label (Fixture    *fixture,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (get_part (fixture, id)));
}

static const char *
get_visible_view (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (kompass_test_get_window_part (fixture, "views")));
}

static KompassFiguresTable *
get_table (Fixture *fixture)
{
  return kompass_figures_view_get_table (kompass_profile_view_get_figures (get_view (fixture)));
}

static void
choose_kind (Fixture    *fixture,
             const char *name)
{
  static const char * const kinds[] = { "radar", "bars", "dots", "difference", "rounds" };
  guint kind = 0;

  while (strcmp (kinds[kind], name) != 0)
    kind++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (fixture, "kind")), kind);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
add_comparison (Fixture    *fixture,
                const char *name)
{
  g_autofree char *id = kompass_library_find_profile (kompass_window_get_library (fixture->window), name, NULL);

  g_assert_nonnull (id);
  kompass_test_activate (fixture, "win.add-comparison", id);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static void
remove_comparison (Fixture    *fixture,
                   const char *name)
{
  g_autofree char *id = kompass_library_find_profile (kompass_window_get_library (fixture->window), name, NULL);

  kompass_test_activate (fixture, "win.remove-comparison", id);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/* What is compared with, as the table has it. */
static char *
list_compared (Fixture *fixture)
{
  KompassFiguresTable *table = get_table (fixture);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
    {
      const KompassFiguresColumn *column = kompass_figures_table_get_column (table, i);

      if (column->kind == KOMPASS_FIGURES_OTHER)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", column->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_compared (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *names = list_compared (fixture);

  g_assert_cmpstr (names, ==, expected);
}

/* The rows of the table as they are shown, by the numbers of their lines. */
static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GArray) order = kompass_figures_view_get_order (kompass_profile_view_get_figures (get_view (fixture)));
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      KompassLine *line = kompass_figures_table_get_line (get_table (fixture), g_array_index (order, guint, i));
      const char *number = kompass_line_get_number (line);

      g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", *number != '\0' ? number : "total");
    }
  g_assert_cmpstr (numbers->str, ==, expected);
}

static guint
find_column (Fixture            *fixture,
             KompassFiguresKind  kind)
{
  KompassFiguresTable *table = get_table (fixture);

  for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
    if (kompass_figures_table_get_column (table, i)->kind == kind)
      return i;
  g_assert_not_reached ();
}

static void
assert_cell (Fixture            *fixture,
             guint               row,
             KompassFiguresKind  kind,
             const char         *expected)
{
  g_autofree char *text = kompass_figures_table_dup_text (get_table (fixture), row, find_column (fixture, kind));

  g_assert_cmpstr (text, ==, expected);
}

/* Switching */

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  AdwBin *page = ADW_BIN (kompass_test_get_window_part (fixture, "profile_page"));
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *view = NULL;

  g_assert_cmpstr (get_visible_view (fixture), ==, "points");
  g_assert_null (adw_bin_get_child (page)); /* made when it is seen */
  show_view (fixture, "profile");
  g_assert_cmpstr (get_visible_view (fixture), ==, "profile");
  g_assert_nonnull (adw_bin_get_child (page));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Lund 2011");
  g_assert_cmpstr (get_label (fixture, "title"), ==, "Lund 2011");
  g_assert_cmpstr (get_label (fixture, "total"), ==, "458.9");
  g_assert_false (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "profile_button")));
  view = g_settings_get_string (settings, "view");
  g_assert_cmpstr (view, ==, "profile");

  kompass_test_close_window (fixture);
  kompass_test_show_window (fixture);
  g_assert_cmpstr (get_visible_view (fixture), ==, "profile");
  g_assert_nonnull (kompass_profile_view_get_chart (get_view (fixture)));
  show_view (fixture, "points");
  g_assert_true (gtk_widget_get_visible (kompass_test_get_window_part (fixture, "profile_button")));
}

/* What is typed is committed first; what is refused keeps the matrix. */
static void
test_switch_while_typing (Fixture       *fixture,
                          gconstpointer  data)
{
  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "tio");
  show_view (fixture, "profile");
  g_assert_cmpstr (get_visible_view (fixture), ==, "points");
  kompass_test_press (fixture, GDK_KEY_Escape, 0);
  kompass_test_type (fixture, "12");
  show_view (fixture, "profile");
  g_assert_cmpstr (get_visible_view (fixture), ==, "profile");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1200));
}

/* Where the header bar has no room, views are switched at the bottom. */
static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 360, 640, 1280, 2400 };
  static const char * const kinds[] = { "radar", "bars", "dots", "difference", "rounds" };
  GtkWidget *switcher = kompass_test_get_window_part (fixture, "switcher");

  add_comparison (fixture, "Karlskrona 2011");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *bar;

      kompass_test_resize (fixture, widths[i], 800);
      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        choose_kind (fixture, kinds[kind]);
      bar = kompass_test_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_SWITCHER_BAR);
      g_assert_cmpint (gtk_widget_get_visible (switcher), ==, widths[i] >= 720);
      g_assert_cmpint (bar != NULL && adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)), ==, widths[i] < 720);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_view (fixture))), <=, widths[i]);
    }
}

/* Twice as large, everything still has room in a window that is not too narrow for it. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  static const int widths[] = { 720, 1280, 1920 };
  static const char * const kinds[] = { "radar", "bars", "dots", "difference", "rounds" };
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution;

  add_comparison (fixture, "Karlskrona 2011");
  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      kompass_test_resize (fixture, widths[i], 800);
      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        choose_kind (fixture, kinds[kind]);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_view (fixture))), <=, widths[i]);
    }
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
}

/* Comparing */

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) ids = NULL;

  assert_compared (fixture, MEAN);
  add_comparison (fixture, "Karlskrona 2011");
  add_comparison (fixture, "Karlskrona 2011");
  add_comparison (fixture, "Grästorp 2014");
  assert_compared (fixture, MEAN "; Karlskrona 2011; Grästorp 2014");
  g_assert_cmpuint (kompass_chart_get_n_series (kompass_profile_view_get_chart (get_view (fixture))), ==, 4);
  add_comparison (fixture, "Gotland 2014"); /* three are enough */
  assert_compared (fixture, MEAN "; Karlskrona 2011; Grästorp 2014");
  ids = g_settings_get_strv (settings, "comparisons");
  g_assert_cmpuint (g_strv_length (ids), ==, 3);

  remove_comparison (fixture, MEAN);
  assert_compared (fixture, "Karlskrona 2011; Grästorp 2014");
  kompass_test_close_window (fixture);
  kompass_test_show_window (fixture);
  assert_compared (fixture, "Karlskrona 2011; Grästorp 2014");
}

/* The first is what the matrix compares with. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *karlskrona = kompass_test_find_evaluation (fixture, "Karlskrona 2011");

  add_comparison (fixture, "Grästorp 2014");
  kompass_test_activate (fixture, "win.compare-with", karlskrona);
  assert_compared (fixture, "Karlskrona 2011; Grästorp 2014");
  remove_comparison (fixture, "Karlskrona 2011");
  assert_compared (fixture, "Grästorp 2014");
  kompass_test_activate (fixture, "win.compare-with", "");
  assert_compared (fixture, "");
}

/* What cannot be compared is refused, and where it is chosen already it is said why. */
static void
test_not_compared (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "not_compared")));
  add_comparison (fixture, "Enköping 2018");
  assert_compared (fixture, MEAN);
  kompass_test_open (fixture, "Enköping 2018");
  assert_compared (fixture, "");
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "not_compared")));
  g_assert_nonnull (strstr (get_label (fixture, "reasons"), MEAN ": Edition 2010"));
  kompass_test_open (fixture, "Lund 2011");
  assert_compared (fixture, MEAN);

  choose_kind (fixture, "bars");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (fixture, "area")), 4);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  add_comparison (fixture, "Nacka 2011");
  g_assert_nonnull (strstr (get_label (fixture, "reasons"), "Nacka 2011: "));
}

/* Whatever the evaluation, there is a chart or a word about why not, and a table with its total. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const kinds[] = { "radar", "bars", "dots", "difference", "rounds" };
  static const char * const evaluations[] = { "Lund 2011", "Karlskrona 2014", "Enköping 2018", "Nacka 2011", "Örebro 2015",
                                              "Strängnäs 2016", "Lidköping 2014", "Tomelilla 2020" };

  add_comparison (fixture, "Karlskrona 2011");
  for (guint i = 0; i < G_N_ELEMENTS (evaluations); i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      {
        g_test_message ("%s %s", evaluations[i], kinds[kind]);
        kompass_test_open (fixture, evaluations[i]);
        choose_kind (fixture, kinds[kind]);
        g_assert_true ((kompass_profile_view_get_chart (get_view (fixture)) != NULL) != (*get_label (fixture, "reason") != '\0'));
        g_assert_cmpstr (get_label (fixture, "sentence"), !=, "");
        g_assert_cmpuint (kompass_figures_table_get_n_rows (get_table (fixture)), >=, 1);
      }
}

/* With one round there is nothing to draw, and it is said what to do. */
static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  choose_kind (fixture, "rounds");
  g_assert_null (kompass_profile_view_get_chart (get_view (fixture)));
  g_assert_true (gtk_widget_get_mapped (get_part (fixture, "new_round")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "bar")));
  kompass_test_open (fixture, "Karlskrona 2014");
  g_assert_nonnull (kompass_profile_view_get_chart (get_view (fixture)));
  assert_compared (fixture, "Karlskrona 2011");
  assert_cell (fixture, 8, KOMPASS_FIGURES_DIFFERENCE, "+94");
}

/* The table */

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  KompassFiguresView *figures = kompass_profile_view_get_figures (get_view (fixture));

  assert_order (fixture, "1 2 3 4 5 6 7 8 total");
  assert_cell (fixture, 0, KOMPASS_FIGURES_POINTS, "42.2");
  assert_cell (fixture, 0, KOMPASS_FIGURES_PERCENT, "42%");
  assert_cell (fixture, 0, KOMPASS_FIGURES_OTHER, "50");
  assert_cell (fixture, 0, KOMPASS_FIGURES_DIFFERENCE, "−7.8");
  assert_cell (fixture, 8, KOMPASS_FIGURES_POINTS, "458.9");
  assert_cell (fixture, 8, KOMPASS_FIGURES_DIFFERENCE, "+3.9");

  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_POINTS), TRUE);
  assert_order (fixture, "8 3 5 4 6 2 7 1 total");
  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_POINTS), FALSE);
  assert_order (fixture, "1 7 2 6 4 5 3 8 total");
  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_DIFFERENCE), FALSE);
  assert_order (fixture, "1 3 2 7 6 4 8 5 total");
  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_TEXT), FALSE);
  assert_order (fixture, "6 8 4 1 3 5 2 7 total");
  kompass_figures_view_sort (figures, 0, FALSE);
  assert_order (fixture, "1 2 3 4 5 6 7 8 total");

  kompass_test_open (fixture, "Enköping 2018"); /* knows two areas */
  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_POINTS), FALSE);
  assert_order (fixture, "2 1 3 4 5 6 7 8 total");
  kompass_figures_view_sort (figures, find_column (fixture, KOMPASS_FIGURES_POINTS), TRUE);
  assert_order (fixture, "1 2 3 4 5 6 7 8 total");
}

static void
test_table_of_questions (Fixture       *fixture,
                         gconstpointer  data)
{
  choose_kind (fixture, "bars");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (fixture, "area")), 1);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_order (fixture, "1.1 1.2 1.3 1.4 1.5 1");
  assert_cell (fixture, 4, KOMPASS_FIGURES_POINTS, "1.75");
  assert_cell (fixture, 5, KOMPASS_FIGURES_TEXT, "Sum");
  choose_kind (fixture, "radar");
  assert_order (fixture, "1 2 3 4 5 6 7 8 total");
}

static void
test_copy_table (Fixture       *fixture,
                 gconstpointer  data)
{
  KompassFiguresView *figures = kompass_profile_view_get_figures (get_view (fixture));
  g_autofree char *text = kompass_figures_view_dup_text (figures);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 11);
  g_assert_cmpstr (lines[0], ==,
                   "No.\tArea\tLund 2011, Points\tLund 2011, Max\tLund 2011, Percent\t" MEAN ", Mean\t" MEAN ", Difference");
  g_assert_cmpstr (lines[1], ==, "1\tOffentlighet och demokrati\t42.2\t100\t42\t50\t-7.8");
  g_assert_cmpstr (lines[9], ==, "\tTotal\t458.9\t800\t57\t455\t3.9");
  kompass_figures_view_copy (figures);
  g_assert_true (gdk_content_formats_contain_gtype (
      gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (figures))), G_TYPE_STRING));
}

static GtkWidget *
find_row_named (GtkWidget  *root,
                const char *name)
{
  GtkWidget *found = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)) == GTK_ACCESSIBLE_ROLE_ROW ||
      g_str_has_prefix (G_OBJECT_TYPE_NAME (root), "GtkListItemWidget"))
    {
      g_autofree char *failure = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (failure == NULL)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row_named (child, name);

  return found;
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *figures = GTK_WIDGET (kompass_profile_view_get_figures (get_view (fixture)));

  g_assert_nonnull (find_row_named (figures, "1, Offentlighet och demokrati, Points 42.2, Max 100, Percent 42%; " MEAN
                                             ": Mean 50, Difference −7.8"));
  g_assert_nonnull (find_row_named (figures, "Total, Points 458.9, Max 800, Percent 57%; " MEAN ": Mean 455, Difference +3.9"));
}

/* From a mark, and from a row, to the matrix */

static void
test_to_line (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *chart = get_part (fixture, "chart");
  guint position = 2;

  kompass_test_press_on (chart, "chart-keys", GDK_KEY_Right, 0);
  kompass_test_press_on (chart, "chart-keys", GDK_KEY_Right, 0);
  kompass_test_press_on (chart, "chart-keys", GDK_KEY_Return, 0);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_visible_view (fixture), ==, "points");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "2");

  show_view (fixture, "profile");
  g_signal_emit_by_name (kompass_test_get_part (kompass_profile_view_get_figures (get_view (fixture)), "columns"), "activate",
                         position);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_visible_view (fixture), ==, "points");
  g_assert_cmpstr (kompass_test_get_current_line (fixture), ==, "3");
}

/* Changes */

static void
set_score (Fixture       *fixture,
           const char    *evaluation,
           const char    *line,
           KompassPoints  points)
{
  g_autoptr (KompassLibrary) library = kompass_test_open_library (fixture->path);
  g_autofree char *id = kompass_test_find_evaluation (fixture, evaluation);
  KompassEdit edit = { line, KOMPASS_SCORE (points) };
  g_autoptr (GError) error = NULL;

  kompass_library_set_scores (library, id, &edit, 1, &error);
  g_assert_no_error (error);
  kompass_library_poll (kompass_window_get_library (fixture->window));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/* Another program's scores show at once, in the evaluation and in what it is compared with. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  add_comparison (fixture, "Karlskrona 2011");
  remove_comparison (fixture, MEAN);
  set_score (fixture, "Lund 2011", "1.1", 550);
  assert_cell (fixture, 0, KOMPASS_FIGURES_POINTS, "43.25");
  set_score (fixture, "Karlskrona 2011", "1", 5000);
  assert_cell (fixture, 0, KOMPASS_FIGURES_OTHER, "50");
  assert_cell (fixture, 0, KOMPASS_FIGURES_DIFFERENCE, "−6.75");
  g_assert_cmpstr (get_visible_view (fixture), ==, "profile");
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (get_visible_view (fixture), ==, "profile");
}

/* What is deleted is gone from the view, and comes back with undo. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *karlskrona = kompass_test_find_evaluation (fixture, "Karlskrona 2011");

  add_comparison (fixture, "Karlskrona 2011");
  kompass_test_activate (fixture, "win.delete-round", karlskrona);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_compared (fixture, MEAN);
  kompass_library_undo (kompass_window_get_library (fixture->window), NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_compared (fixture, MEAN "; Karlskrona 2011");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The view is made once for another evaluation, and never with what the one before was compared with. */
static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = 0;

  add_comparison (fixture, "Karlskrona 2011");
  g_signal_connect_swapped (get_view (fixture), "chart-changed", G_CALLBACK (count_cb), &n);
  kompass_test_open (fixture, "Grästorp 2014");
  g_assert_cmpuint (n, ==, 1);
  assert_compared (fixture, MEAN "; Karlskrona 2011");
}

/* What is compared through a mapping follows it. */
static void
test_mapping (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const area[] = { "1", NULL };
  KompassLibrary *library = kompass_window_get_library (fixture->window);
  KompassEdition *earlier = kompass_evaluation_get_edition (kompass_window_get_evaluation (fixture->window));
  g_autoptr (KompassMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  kompass_test_open (fixture, "Enköping 2018");
  assert_compared (fixture, "");
  mapping = kompass_mapping_new (GROUP, earlier,
                                 kompass_evaluation_get_edition (kompass_window_get_evaluation (fixture->window)), NULL);
  kompass_mapping_add (mapping, "22222222-2222-4222-8222-222222222222", KOMPASS_LINE_AREA, KOMPASS_RELATION_SAME, area, area,
                       NULL, &error);
  g_assert_no_error (error);
  kompass_library_save_mapping (library, mapping, &error);
  g_assert_no_error (error);
  assert_compared (fixture, MEAN);
  kompass_library_delete_mapping (library, GROUP, &error);
  g_assert_no_error (error);
  assert_compared (fixture, "");
}

/* Groups */

static void
save_group (Fixture *fixture)
{
  static const char * const members[] = { "Karlskrona 2011", "Karlskrona 2014", "Grästorp 2014", "Gotland 2014", "Lund 2011",
                                          "Nacka 2011" };
  KompassEvaluation *lund = kompass_window_get_evaluation (fixture->window);
  g_autoptr (KompassGroup) group = kompass_group_new (GROUP, "Six", kompass_evaluation_get_edition (lund), FALSE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *id = kompass_test_find_evaluation (fixture, members[i]);

      kompass_group_add_member (group, id);
    }
  kompass_library_save_group (kompass_window_get_library (fixture->window), group, &error);
  g_assert_no_error (error);
}

static gboolean
has_group (gpointer fixture)
{
  g_autofree char *names = list_compared (fixture);

  return strstr (names, "Six") != NULL;
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *details = NULL;
  g_autofree char *before = NULL;

  save_group (fixture);
  remove_comparison (fixture, MEAN);
  kompass_test_activate (fixture, "win.add-comparison", GROUP);
  kompass_test_wait_for (has_group, fixture);
  details = kompass_figures_table_describe_cell (get_table (fixture), 0, find_column (fixture, KOMPASS_FIGURES_OTHER));
  g_assert_nonnull (strstr (details, "Mean of 5 of 6"));
  g_assert_nonnull (strstr (details, "Quartiles"));
  assert_cell (fixture, 0, KOMPASS_FIGURES_RANK, "5 of 5");
  before = kompass_figures_table_dup_text (get_table (fixture), 0, find_column (fixture, KOMPASS_FIGURES_OTHER));

  /* a member's score is taken into the mean without reading all of them */
  set_score (fixture, "Karlskrona 2011", "1", 9800);
  {
    g_autofree char *after = kompass_figures_table_dup_text (get_table (fixture), 0, find_column (fixture, KOMPASS_FIGURES_OTHER));

    g_assert_cmpstr (after, !=, before);
  }
  kompass_library_delete_group (kompass_window_get_library (fixture->window), GROUP, NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_compared (fixture, "");
}

/* A window that closes, or an evaluation that is left, does not wait for figures that are still being read. */
static void
test_group_is_stale (Fixture       *fixture,
                     gconstpointer  data)
{
  save_group (fixture);
  kompass_test_activate (fixture, "win.add-comparison", GROUP);
  kompass_test_activate (fixture, "win.remove-comparison", GROUP);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  assert_compared (fixture, MEAN);
  kompass_test_activate (fixture, "win.add-comparison", GROUP);
  kompass_test_open (fixture, "Karlskrona 2011");
  kompass_test_wait_for (has_group, fixture);
  kompass_test_activate (fixture, "win.remove-comparison", GROUP);
  kompass_test_activate (fixture, "win.add-comparison", GROUP);
  kompass_test_close_window (fixture);
}

/* Copying and printing */

static void
test_copy_chart (Fixture       *fixture,
                 gconstpointer  data)
{
  GdkContentFormats *formats;

  kompass_test_activate (fixture, "win.copy-chart", NULL);
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_assert_true (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
}

static void
export (Fixture    *fixture,
        const char *path)
{
  g_autoptr (GtkPrintOperation) operation = kompass_profile_view_create_print (get_view (fixture));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static void
assert_pdf (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 4000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

/* High and wide paper, which is remembered, whatever the screen is like. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  static const GtkPageOrientation orientations[] = { GTK_PAGE_ORIENTATION_PORTRAIT, GTK_PAGE_ORIENTATION_LANDSCAPE };
  const char *kept = g_getenv ("KOMPASS_KEEP_PRINTS");
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  add_comparison (fixture, "Karlskrona 2011");
  add_comparison (fixture, "Grästorp 2014");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  for (guint i = 0; i < G_N_ELEMENTS (orientations); i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%u.pdf", i);
      g_autofree char *path = g_build_filename (kept != NULL ? kept : fixture->folder, name, NULL);
      g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
      g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
      g_autoptr (GVariant) stored = NULL;

      gtk_page_setup_set_paper_size (setup, paper);
      gtk_page_setup_set_orientation (setup, orientations[i]);
      g_settings_set_value (settings, "page-setup", gtk_page_setup_to_gvariant (setup));
      export (fixture, path);
      assert_pdf (path);
      if (kept == NULL)
        g_unlink (path);
      stored = g_settings_get_value (settings, "page-setup");
      g_assert_cmpuint (g_variant_n_children (stored), >, 0);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* There is a page of every evaluation, with a chart or without. */
static void
test_print_everything (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char * const evaluations[] = { "Lund 2011", "Enköping 2018", "Nacka 2011", "Örebro 2015" };
  g_autofree char *path = g_build_filename (fixture->folder, "page.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (evaluations); i++)
    {
      kompass_test_open (fixture, evaluations[i]);
      export (fixture, path);
      assert_pdf (path);
    }
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  kompass_test_add_window ("/profile-view/switch", kompass_test_set_up_example, test_switch);
  kompass_test_add_window ("/profile-view/switch/while-typing", kompass_test_set_up_example, test_switch_while_typing);
  kompass_test_add_window ("/profile-view/widths", set_up, test_widths);
  kompass_test_add_window ("/profile-view/large-text", set_up, test_large_text);
  kompass_test_add_window ("/profile-view/compare", set_up, test_compare);
  kompass_test_add_window ("/profile-view/compare/shared", set_up, test_shared);
  kompass_test_add_window ("/profile-view/compare/not", set_up, test_not_compared);
  kompass_test_add_window ("/profile-view/kinds", set_up, test_kinds);
  kompass_test_add_window ("/profile-view/rounds", set_up, test_rounds);
  kompass_test_add_window ("/profile-view/table", set_up, test_table);
  kompass_test_add_window ("/profile-view/table/questions", set_up, test_table_of_questions);
  kompass_test_add_window ("/profile-view/table/copy", set_up, test_copy_table);
  kompass_test_add_window ("/profile-view/accessible", set_up, test_accessible);
  kompass_test_add_window ("/profile-view/to-line", set_up, test_to_line);
  kompass_test_add_window ("/profile-view/changes", set_up, test_changes);
  kompass_test_add_window ("/profile-view/changes/deleted", set_up, test_deleted);
  kompass_test_add_window ("/profile-view/changes/opened", set_up, test_opened);
  kompass_test_add_window ("/profile-view/changes/mapping", set_up, test_mapping);
  kompass_test_add_window ("/profile-view/group", set_up, test_group);
  kompass_test_add_window ("/profile-view/group/stale", set_up, test_group_is_stale);
  kompass_test_add_window ("/profile-view/chart/copy", set_up, test_copy_chart);
  kompass_test_add_window ("/profile-view/print", set_up, test_print);
  kompass_test_add_window ("/profile-view/print/everything", set_up, test_print_everything);

  return g_test_run ();
}
