/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the window on their own: what they announce, and that nothing holds them when they are no longer needed. */
#include "config.h"
#include "kompass-comparison-chooser.h"
#include "kompass-matrix-header.h"
#include "kompass-matrix-row.h"
#include "kompass-round-dialog.h"
#include "kompass-sidebar-heading.h"
#include "kompass-sidebar-row.h"
#include "kompass-sidebar.h"
#include "kompass-start.h"
#include "kompass-test-window.h"

typedef struct
{
  char *folder;
  char *path;
  KompassLibrary *library;
  KompassEvaluation *evaluation; /* Lund 2011 */
  KompassProfile *reference;     /* the mean of forty */
  KompassComparisons *comparisons; /* of Lund 2011 with nothing yet */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *lund = NULL;
  g_autofree char *mean = NULL;

  fixture->folder = kompass_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.kompass", NULL);
  fixture->library = kompass_start_open_library (fixture->path, &error);
  g_assert_no_error (error);
  kompass_start_add_example (fixture->library, NULL, NULL, &error);
  g_assert_no_error (error);
  lund = kompass_library_find_evaluation (fixture->library, "Lund 2011", &error);
  g_assert_no_error (error);
  mean = kompass_library_find_profile (fixture->library, "Mean of the 40 latest evaluations", &error);
  g_assert_no_error (error);
  fixture->evaluation = kompass_library_load (fixture->library, lund, &error);
  g_assert_no_error (error);
  fixture->reference = kompass_library_load_profile (fixture->library, mean, &error);
  g_assert_no_error (error);
  settings = g_settings_new (APPLICATION_ID);
  g_settings_reset (settings, "comparisons");
  fixture->comparisons = kompass_comparisons_new (settings);
  kompass_comparisons_set_library (fixture->comparisons, fixture->library);
  kompass_comparisons_set_evaluation (fixture->comparisons, fixture->evaluation);
}

/* Nothing that was shown is held any more. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->comparisons);
  g_assert_finalize_object (fixture->reference);
  g_assert_finalize_object (fixture->evaluation);
  g_assert_finalize_object (fixture->library);
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
show (GtkWidget *window,
      gpointer   widget)
{
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  kompass_test_wait_for_frame (window);
}

static gboolean
has_gone (gpointer widget)
{
  return *(gpointer *) widget == NULL;
}

/* Takes a widget out of its window. GTK may hold it until it has answered what happened to it last. */
static void
assert_finalize_in (GtkWidget *window,
                    gpointer   widget)
{
  g_object_add_weak_pointer (G_OBJECT (widget), &widget);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  kompass_test_wait_for (has_gone, &widget);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_matrix (Fixture       *fixture,
             gconstpointer  data)
{
  KompassMatrix *matrix = g_object_new (KOMPASS_TYPE_MATRIX, NULL);
  GtkWidget *window = gtk_window_new ();
  guint n_lines = 0;

  g_signal_connect_swapped (matrix, "notify::line", G_CALLBACK (count_cb), &n_lines);
  g_assert_null (kompass_matrix_get_line (matrix));
  g_assert_true (kompass_matrix_commit (matrix));
  show (window, matrix);
  kompass_matrix_focus (matrix);

  kompass_matrix_set_evaluation (matrix, fixture->evaluation);
  kompass_matrix_set_reference (matrix, fixture->reference);
  g_assert_cmpstr (kompass_line_get_number (kompass_matrix_get_line (matrix)), ==, "1.1");
  kompass_matrix_focus (matrix);
  kompass_test_wait_for_frame (window);
  n_lines = 0;
  kompass_matrix_focus_line (matrix, kompass_evaluation_find_line (fixture->evaluation, "4.2"));
  g_assert_cmpuint (n_lines, >=, 1);
  g_assert_cmpstr (kompass_line_get_number (kompass_matrix_get_line (matrix)), ==, "4.2");
  g_assert_cmpuint (kompass_matrix_set_filter (matrix, KOMPASS_FILTER_BELOW), ==, 3);

  kompass_matrix_set_evaluation (matrix, NULL);
  kompass_matrix_set_reference (matrix, NULL);
  g_assert_null (kompass_matrix_get_line (matrix));
  kompass_matrix_set_evaluation (matrix, fixture->evaluation);
  kompass_test_wait_for_frame (window);
  assert_finalize_in (window, matrix);
}

static void
keep_text_cb (char       **entered,
              guint        column,
              const char  *text)
{
  g_free (*entered);
  *entered = g_strdup (text);
}

/* A row announces what is typed; it stores nothing itself. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  KompassRowContext context = { .decimals = 1 };
  KompassLine *line = kompass_evaluation_find_line (fixture->evaluation, "1.2");
  KompassMatrixRow *row = KOMPASS_MATRIX_ROW (g_object_ref_sink (kompass_matrix_row_new (line, &context)));
  g_autofree char *entered = NULL;

  g_signal_connect_swapped (row, "entered", G_CALLBACK (keep_text_cb), &entered);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_ROW);
  g_assert_true (kompass_matrix_row_commit (row, NULL));
  g_assert_null (entered);
  kompass_matrix_field_start_editing (kompass_matrix_row_get_field (row, KOMPASS_COLUMN_POINTS), "12");
  g_assert_true (kompass_matrix_field_get_editing (kompass_matrix_row_get_field (row, KOMPASS_COLUMN_POINTS)));
  g_assert_true (kompass_matrix_row_commit (row, NULL));
  g_assert_false (kompass_matrix_field_get_editing (kompass_matrix_row_get_field (row, KOMPASS_COLUMN_POINTS)));
  g_assert_cmpstr (entered, ==, "12");
  g_assert_cmpint (kompass_line_get_score (line).points, ==, 1020);
  kompass_matrix_row_set_reference (row, 500, 520);
  g_assert_cmpint (kompass_matrix_row_get_difference (row), ==, 520);
  kompass_matrix_row_set_selected (row, TRUE);
  g_assert_finalize_object (row);
}

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  KompassMatrixColumns columns = { .with_reference = TRUE };
  GtkWidget *header = g_object_ref_sink (kompass_matrix_header_new (&columns));
  guint n_headers = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (header); label != NULL; label = gtk_widget_get_next_sibling (label))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER)
      n_headers++;
  g_assert_cmpuint (n_headers, ==, KOMPASS_N_COLUMNS - 1);
  g_assert_finalize_object (header);
}

static void
test_points_view (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassPointsView *view = g_object_new (KOMPASS_TYPE_POINTS_VIEW, NULL);
  GtkWidget *window = gtk_window_new ();

  kompass_points_view_set_library (view, fixture->library);
  kompass_points_view_set_evaluation (view, fixture->evaluation);
  kompass_points_view_set_reference (view, fixture->reference);
  show (window, view);
  kompass_points_view_set_evaluation (view, NULL);
  kompass_points_view_set_evaluation (view, fixture->evaluation);
  assert_finalize_in (window, view);
}

static void
test_profile_pane (Fixture       *fixture,
                   gconstpointer  data)
{
  KompassProfilePane *pane = g_object_new (KOMPASS_TYPE_PROFILE_PANE, NULL);
  GtkWidget *window = gtk_window_new ();

  kompass_profile_pane_set_library (pane, fixture->library);
  kompass_profile_pane_set_comparisons (pane, fixture->comparisons);
  kompass_profile_pane_set_evaluation (pane, fixture->evaluation);
  kompass_comparisons_set_first (fixture->comparisons, kompass_profile_get_id (fixture->reference));
  kompass_profile_pane_set_line (pane, kompass_evaluation_find_line (fixture->evaluation, "2.4"));
  g_assert_nonnull (kompass_profile_pane_get_chart (pane));
  show (window, pane);
  kompass_profile_pane_set_line (pane, kompass_evaluation_get_total_line (fixture->evaluation));
  assert_finalize_in (window, pane);
}

static void
test_chooser (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *chooser = g_object_new (KOMPASS_TYPE_COMPARISON_CHOOSER, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();

  kompass_comparison_chooser_set_comparisons (KOMPASS_COMPARISON_CHOOSER (chooser), fixture->comparisons);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  show (window, button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (window);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (window);
  g_object_add_weak_pointer (G_OBJECT (chooser), (gpointer *) &chooser);
  assert_finalize_in (window, button);
  g_assert_null (chooser);
}

static void
keep_id_cb (char       **opened,
            const char  *id)
{
  keep_text_cb (opened, 0, id);
}

/* Choosing in the list announces it; being told what is open does not. */
static void
test_sidebar (Fixture       *fixture,
              gconstpointer  data)
{
  KompassSidebar *sidebar = g_object_new (KOMPASS_TYPE_SIDEBAR, NULL);
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;

  g_signal_connect_swapped (sidebar, "open", G_CALLBACK (keep_id_cb), &opened);
  kompass_sidebar_set_library (sidebar, fixture->library);
  kompass_sidebar_reload (sidebar, &error);
  g_assert_no_error (error);
  show (window, sidebar);
  kompass_sidebar_select (sidebar, kompass_evaluation_get_id (fixture->evaluation));
  g_assert_null (opened);
  g_assert_cmpuint (kompass_sidebar_get_n_rounds (sidebar), >, 20);

  first = kompass_sidebar_find_neighbour (sidebar, NULL, 1);
  g_assert_nonnull (first);
  none = kompass_sidebar_find_neighbour (sidebar, first, -1);
  g_assert_null (none);
  second = kompass_sidebar_find_neighbour (sidebar, first, 1);
  g_assert_cmpstr (second, !=, first);
  assert_finalize_in (window, sidebar);
}

static void
test_sidebar_row (Fixture       *fixture,
                  gconstpointer  data)
{
  KompassSidebarRow *row = KOMPASS_SIDEBAR_ROW (g_object_ref_sink (kompass_sidebar_row_new ()));
  g_autoptr (KompassSidebarHeading) heading = kompass_sidebar_heading_new ("Lund", "00000000-0000-4000-8000-000000000001");
  g_autoptr (KompassSidebarHeading) section = kompass_sidebar_heading_new ("Reference Groups", NULL);
  g_autoptr (KompassGroup) group = kompass_group_new (KOMPASS_TEST_MEAN, "Mean", kompass_profile_get_edition (fixture->reference),
                                                      TRUE);
  struct
  {
    gpointer item;
    int n_items;
  } items[] = { { section, 1 }, { heading, 3 }, { group, 4 } };

  g_assert_null (kompass_sidebar_row_make_menu (row));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuModel) menu = NULL;

      kompass_sidebar_row_bind (row, items[i].item, fixture->library);
      menu = kompass_sidebar_row_make_menu (row);
      g_assert_cmpint (g_menu_model_get_n_items (menu), ==, items[i].n_items);
      g_assert_true (kompass_sidebar_row_get_item (row) == items[i].item);
    }
  g_assert_finalize_object (row);
}

static void
test_round_dialog (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *dialog = kompass_round_dialog_new (GTK_WINDOW (parent), fixture->library, NULL, fixture->evaluation);

  gtk_window_present (GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (dialog));
  kompass_test_wait_for_frame (dialog);
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_finalize_object (dialog);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/widgets/", path, NULL);

  g_test_add (full, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);

  add ("matrix", test_matrix);
  add ("matrix-row", test_row);
  add ("matrix-header", test_header);
  add ("points-view", test_points_view);
  add ("profile-pane", test_profile_pane);
  add ("comparison-chooser", test_chooser);
  add ("sidebar", test_sidebar);
  add ("sidebar-row", test_sidebar_row);
  add ("round-dialog", test_round_dialog);

  return g_test_run ();
}
