/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a report in the window: by keyboard, saved soon, undone, with another program writing in it, too; and its pages. */
#include <string.h>

#include "kompass-library-report.h"
#include "kompass-report-history.h"
#include "kompass-report-view.h"
#include "kompass-test-screen.h"
#include "kompass-test-store.h"
#include "kompass-test-report.h"
#include "kompass-test-window.h"

/* Helpers */

static char *
read_text (KompassTestWindow *fixture,
           const char        *section)
{
  g_autoptr (KompassReport) report = kompass_test_read_report (fixture);

  return kompass_text_to_plain (kompass_report_get_text (report, section), NULL);
}

static void
write_text (KompassReportView *view,
            const char        *words)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain (words);

  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  kompass_text_editor_insert_text (kompass_report_view_get_editor (view), text);
}

static gboolean
is_saved (gpointer view)
{
  return kompass_report_session_get_state (kompass_report_view_get_session (view)) == KOMPASS_REPORT_SAVED;
}

static gboolean
is_unsaved (gpointer view)
{
  return !is_saved (view);
}

/* Tests */

static void
test_saves (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *text = NULL;

  write_text (view, "Kommunen arbetar brett.");
  g_assert_true (is_unsaved (view));
  kompass_test_wait_for (is_saved, view);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  text = read_text (fixture, "area/1");
  g_assert_cmpstr (text, ==, "Kommunen arbetar brett.");
}

/* Whatever the program does next, what was typed is stored before. */
static void
test_leaving (KompassTestWindow *fixture,
              gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autofree char *section = NULL;
  g_autofree char *left = NULL;
  g_autofree char *closed = NULL;
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassReport) report = NULL;
  g_autofree char *id = g_strdup (kompass_test_get_evaluation_id (fixture));

  write_text (view, "Ett.");
  kompass_report_view_show_section (view, "area/2");
  section = read_text (fixture, "area/1");
  g_assert_cmpstr (section, ==, "Ett.");

  kompass_report_view_show_section (view, "area/1");
  write_text (view, "Två. ");
  kompass_test_activate (fixture, "win.view", "points");
  left = read_text (fixture, "area/1");
  g_assert_cmpstr (left, ==, "Två. Ett.");

  view = kompass_test_open_section (fixture, "area/1");
  write_text (view, "Tre. ");
  kompass_test_close_window (fixture);
  library = kompass_test_open_library (fixture->path);
  report = kompass_library_load_report (library, id, NULL);
  closed = kompass_text_to_plain (kompass_report_get_text (report, "area/1"), NULL);
  g_assert_nonnull (strstr (closed, "Tre. "));
}

/* Steps of the text first, then those of the library, which show what they change. */
static void
test_undo (KompassTestWindow *fixture,
           gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autoptr (KompassText) text = NULL;
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;

  write_text (view, "Ett.");
  g_assert_true (kompass_report_view_save (view, NULL));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_true (kompass_text_editor_is_empty (kompass_report_view_get_editor (view)));
  kompass_test_activate (fixture, "win.redo", NULL);
  g_assert_false (kompass_text_editor_is_empty (kompass_report_view_get_editor (view)));
  g_assert_true (kompass_report_view_save (view, NULL));
  after = read_text (fixture, "area/1");
  g_assert_cmpstr (after, ==, "Ett.");

  /* From another view it is the library's step, and is seen. */
  kompass_report_view_show_section (view, "facts");
  kompass_test_activate (fixture, "win.view", "points");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/1");
  text = kompass_text_editor_get_text (kompass_report_view_get_editor (view));
  g_assert_true (kompass_text_is_empty (text));
  before = read_text (fixture, "area/1");
  g_assert_cmpstr (before, ==, "");
}

static void
note_words (char       **words,
            const char  *said)
{
  *words = g_strdup (said);
}

/* Another program writes in the same section: what is typed here is stored, and what was written there is not lost. */
static void
test_conflict (KompassTestWindow *fixture,
               gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autoptr (KompassLibrary) other = kompass_test_open_library (fixture->path);
  g_autoptr (KompassText) theirs = kompass_text_new_from_plain ("Deras.");
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *said = NULL;
  gboolean has_theirs = FALSE;

  kompass_library_set_author (other, "Någon annan");
  g_signal_connect_swapped (view, "conflict", G_CALLBACK (note_words), &said);
  write_text (view, "Våra.");
  g_assert_true (kompass_library_set_report_text (other, kompass_test_get_evaluation_id (fixture), "area/1", theirs, NULL));
  kompass_library_poll (kompass_window_get_library (fixture->window));
  g_assert_true (kompass_report_view_save (view, NULL));
  stored = read_text (fixture, "area/1");
  g_assert_cmpstr (stored, ==, "Våra.");
  g_assert_nonnull (said);
  versions = kompass_library_list_report_versions (other, kompass_test_get_evaluation_id (fixture), "area/1", NULL);
  for (guint i = 0; i < versions->len; i++)
    has_theirs |= strstr (((KompassReportVersion *) g_ptr_array_index (versions, i))->markup, "Deras.") != NULL;
  g_assert_true (has_theirs);
}

/* The same, where the file has not told of it yet. */
static void
test_conflict_unseen (KompassTestWindow *fixture,
                      gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autoptr (KompassLibrary) other = kompass_test_open_library (fixture->path);
  g_autoptr (KompassText) theirs = kompass_text_new_from_plain ("Deras.");
  g_autofree char *stored = NULL;
  g_autofree char *said = NULL;

  g_signal_connect_swapped (view, "conflict", G_CALLBACK (note_words), &said);
  write_text (view, "Våra.");
  g_assert_true (kompass_library_set_report_text (other, kompass_test_get_evaluation_id (fixture), "area/1", theirs, NULL));
  g_assert_true (kompass_report_view_save (view, NULL));
  stored = read_text (fixture, "area/1");
  g_assert_cmpstr (stored, ==, "Våra.");
  g_assert_nonnull (said);
}

/* What has just been written comes back with its evaluation. */
static void
test_deleted_while_writing (KompassTestWindow *fixture,
                            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autofree char *id = g_strdup (kompass_test_get_evaluation_id (fixture));
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassReport) report = NULL;
  g_autofree char *text = NULL;

  write_text (view, "Ett.");
  kompass_test_activate (fixture, "win.delete-round", id);
  g_assert_cmpstr (kompass_test_get_evaluation_id (fixture), !=, id);
  kompass_test_activate (fixture, "win.undo", NULL);
  library = kompass_test_open_library (fixture->path);
  report = kompass_library_load_report (library, id, NULL);
  text = kompass_text_to_plain (kompass_report_get_text (report, "area/1"), NULL);
  g_assert_cmpstr (text, ==, "Ett.");

  /* With the example it goes for good, without a word about what could not be saved. */
  view = kompass_test_open_section (fixture, "area/1");
  write_text (view, "Två. ");
  kompass_test_activate (fixture, "win.remove-example", NULL);
  g_assert_null (kompass_window_get_evaluation (fixture->window));
}

/* What cannot be saved is kept, said, and saved when it can be. */
static void
test_failure (KompassTestWindow *fixture,
              gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  KompassReportSession *session = kompass_report_view_get_session (view);
  g_autofree char *letters = g_strnfill (KOMPASS_TEXT_LIMIT + 1, 'a');
  g_autoptr (KompassText) large = kompass_text_new_from_plain (letters);
  g_autoptr (KompassText) small = kompass_text_new_from_plain ("Kort.");
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;

  kompass_report_session_write_text (session, "area/2", large);
  g_assert_false (kompass_report_session_flush (session, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kompass_report_session_get_state (session), ==, KOMPASS_REPORT_FAILED);
  g_assert_nonnull (kompass_report_session_get_problem (session));
  g_assert_true (gtk_widget_get_visible (kompass_test_get_part (view, "problem")));
  g_assert_true (kompass_text_equal (kompass_report_get_text (kompass_report_session_get_report (session), "area/2"), large));
  kompass_report_session_write_text (session, "area/2", small);
  g_assert_true (kompass_report_session_flush (session, NULL));
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (view, "problem")));
  stored = read_text (fixture, "area/2");
  g_assert_cmpstr (stored, ==, "Kort.");
}

static void
step_failed_cb (const GError **told,
                const GError  *error)
{
  *told = error != NULL ? g_error_copy (error) : NULL;
}

/* A step that fails says why. */
static void
test_step_failure (KompassTestWindow *fixture,
                   gconstpointer      user_data)
{
  KompassReportSession *session = kompass_report_view_get_session (kompass_test_open_empty_area (fixture));
  g_autoptr (GError) told = NULL;

  g_signal_connect_swapped (session, "failed", G_CALLBACK (step_failed_cb), &told);
  g_assert_false (kompass_report_session_delete_finding (session, "00000000-0000-4000-8000-000000000000"));
  g_assert_nonnull (told);
}

static void
test_about (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "evaluation");
  g_autoptr (KompassReport) report = NULL;

  gtk_editable_set_text (GTK_EDITABLE (kompass_test_get_part (view, "evaluators")), "Anna och Björn");
  g_assert_true (kompass_report_view_save (view, NULL));
  report = kompass_test_read_report (fixture);
  g_assert_cmpstr (kompass_report_get_about (report, KOMPASS_ABOUT_EVALUATORS), ==, "Anna och Björn");
}

/* What the report compares with is its own. */
static void
test_comparisons (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "summary");
  g_autofree char *other = kompass_test_find_evaluation (fixture, "Karlskrona 2014");
  g_autoptr (KompassReport) before = kompass_test_read_report (fixture);
  g_autoptr (KompassReport) after = NULL;
  guint n = g_strv_length ((char **) kompass_report_get_comparisons (before));

  g_assert_true (gtk_widget_activate_action (kompass_test_get_part (view, "comparison_bar"), "win.add-comparison", "s", other));
  after = kompass_test_read_report (fixture);
  g_assert_cmpuint (g_strv_length ((char **) kompass_report_get_comparisons (after)), ==, n + 1);
  g_assert_true (g_strv_contains (kompass_report_get_comparisons (after), other));
}

static gboolean
has_pages (gpointer page_view)
{
  return kompass_page_view_get_n_pages (page_view) > 5;
}

static gboolean
has_many_pages (gpointer page_view)
{
  return kompass_page_view_get_n_pages (page_view) > 100;
}

static gboolean
is_past_cover (gpointer page_view)
{
  return kompass_page_view_get_page (page_view) > 2;
}

static void
test_pages (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/3");
  KompassPageView *page_view = kompass_report_preview_get_view (kompass_report_view_get_preview (view));
  guint page;

  kompass_test_wait_for (has_pages, page_view);
  kompass_test_wait_for (is_past_cover, page_view);
  page = kompass_page_view_get_page (page_view);
  kompass_report_view_show_section (view, "area/8");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (kompass_page_view_get_page (page_view), >, page);

  /* A click on a page goes to what stands there. */
  g_signal_emit_by_name (page_view, "activated", "area/2", -1);
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/2");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (page_view), "page-view-keys", GDK_KEY_Home, 0));
  g_assert_cmpuint (kompass_page_view_get_page (page_view), ==, 0);
}

static void
test_print (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "summary");
  g_autoptr (GtkPrintOperation) operation = kompass_report_view_create_print (view);
  g_autofree char *path = g_build_filename (fixture->folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static gboolean
has_file (gpointer dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (dialog);

  return file != NULL;
}

static gboolean
is_over (gpointer time)
{
  return g_get_monotonic_time () > *(const gint64 *) time;
}

/* A window that is closed makes no more files, and leaves none half made. */
static void
test_closing_while_exporting (KompassTestWindow *fixture,
                              gconstpointer      user_data)
{
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (kompass_window_get_library (fixture->window), NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "reports", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GDir) files = NULL;
  GtkFileChooser *dialog;
  const char *name;
  gint64 time;
  guint n = 0;

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  kompass_test_activate (fixture, "win.export-all-reports", NULL);
  dialog = g_object_get_data (G_OBJECT (fixture->window), "file-dialog");
  g_assert_true (gtk_file_chooser_set_file (dialog, folder, NULL));
  kompass_test_wait_for (has_file, dialog);
  /* The dialog of GTK 4.18 goes on when it is gone, if it is closed while it reads the names of its folders. */
  time = g_get_monotonic_time () + 500000;
  kompass_test_wait_for (is_over, &time);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_ACCEPT);
  kompass_test_close_window (fixture);
  files = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_assert_true (g_str_has_suffix (name, ".pdf"));
      n++;
    }
  g_assert_cmpuint (n, <, rounds->len);
}

/* Panes come and go while sizes are given, pages are laid out and something is typed: nothing is drawn before it has its
 * place, of which GTK would warn. */
static void
test_widths (KompassTestWindow *fixture,
             gconstpointer      user_data)
{
  static const int widths[] = { 1920, 640, 1280, 927, 928, 929, 360, 3840, 1024, 1168, 720, 1366 };
  static const int scales[] = { 1, 2 };
  KompassReportView *view = kompass_test_open_section (fixture, "area/1");
  AdwFlap *flap = ADW_FLAP (kompass_test_get_part (view, "flap"));
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      g_object_set (settings, "gtk-xft-dpi", scales[s] * 96 * 1024, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          write_text (view, "Ett ord till. ");
          kompass_test_resize (fixture, widths[i], 700);
          adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
          kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
          gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sidebar", NULL);
          kompass_report_view_show_section (view, i % 2 == 0 ? "summary" : "area/2");
          kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
          kompass_report_view_show_section (view, "area/1");
        }
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static gboolean
is_folded (gpointer flap)
{
  return adw_flap_get_folded (flap);
}

static gboolean
is_hidden_beside (gpointer flap)
{
  return !adw_flap_get_folded (flap) && !adw_flap_get_reveal_flap (flap);
}

/* Pages that were hidden stay so, also when there has been no room for them meanwhile. */
static void
test_hidden_pages (KompassTestWindow *fixture,
                   gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/1");
  AdwFlap *flap = ADW_FLAP (kompass_test_get_part (view, "flap"));

  kompass_test_resize (fixture, 1600, 700);
  g_assert_false (adw_flap_get_folded (flap));
  adw_flap_set_reveal_flap (flap, FALSE);
  kompass_test_resize (fixture, 640, 700);
  kompass_test_wait_for (is_folded, flap);
  kompass_test_resize (fixture, 1600, 700);
  kompass_test_wait_for (is_hidden_beside, flap);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_false (adw_flap_get_reveal_flap (flap));
}

/* Earlier versions are looked at and left, and one of them comes back. */
static void
test_history (KompassTestWindow *fixture,
              gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/3");
  KompassTextEditor *editor = kompass_report_view_get_editor (view);
  g_autoptr (KompassText) before = kompass_text_editor_get_text (editor);
  g_autoptr (KompassText) more = kompass_text_new_from_plain ("Mer. ");
  g_autoptr (KompassText) after = NULL;
  GtkListBox *list;
  GtkWindow *dialog;

  kompass_text_editor_insert_text (editor, more);
  g_assert_true (kompass_report_view_save (view, NULL));
  g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->window), "report-keys", GDK_KEY_h, GDK_CONTROL_MASK));
  gtk_window_close (kompass_test_find_dialog (fixture, KOMPASS_TYPE_REPORT_HISTORY));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_report_view_show_history (view, "area/3");
  dialog = kompass_test_find_dialog (fixture, KOMPASS_TYPE_REPORT_HISTORY);
  list = GTK_LIST_BOX (kompass_test_get_part (dialog, "list"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1));
  g_signal_emit_by_name (kompass_test_get_part (dialog, "restore"), "clicked");
  after = kompass_text_editor_get_text (editor);
  g_assert_true (kompass_text_equal (before, after));
}

/* With one key from the outline to the text, past the headings in it and the buttons. */
static void
test_tab (KompassTestWindow *fixture,
          gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/3");
  GtkWidget *outline = kompass_test_get_part (view, "outline");

  gtk_widget_grab_focus (outline);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), outline));
  g_assert_true (gtk_widget_child_focus (outline, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (kompass_report_view_get_editor (view))));
}

/* Keys go to the next section, and to every part of the view. */
static void
test_moving (KompassTestWindow *fixture,
             gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/1");

  g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->window), "report-keys", GDK_KEY_Page_Down, GDK_ALT_MASK));
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/2");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->window), "report-keys", GDK_KEY_Page_Up, GDK_ALT_MASK));
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/1");
  for (guint i = 0; i < 4; i++)
    g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->window), "report-keys", GDK_KEY_F6, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (kompass_report_view_get_editor (view))));
}

static GtkListBox *
get_outline (KompassReportView *view,
             const char        *name)
{
  return GTK_LIST_BOX (kompass_test_find_widget (kompass_test_get_part (view, name), GTK_TYPE_LIST_BOX));
}

/* Headings come and go between the sections, and the keyboard stays on the one that was chosen. */
static void
test_outline (KompassTestWindow *fixture,
              gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/3");
  GtkListBox *list = get_outline (view, "outline");
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  /* After a heading or more of this section */
  do
    row = GTK_LIST_BOX_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (row)));
  while (!gtk_list_box_row_get_selectable (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_list_box_select_row (list, row);
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/4");
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (row));
}

/* Looking through the menu of sections changes nothing, and it opens at what is written. */
static void
test_section_menu (KompassTestWindow *fixture,
                   gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/3");
  GtkListBox *list = get_outline (view, "narrow_outline");
  GtkWidget *button = kompass_test_get_part (view, "section_button");
  GtkListBoxRow *row;

  kompass_test_resize (fixture, 480, 700);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  row = gtk_list_box_get_selected_row (list);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/3");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_list_box_get_selected_row (list) == row);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

/* An evaluation of which only the total is known has a report, too. */
static void
test_total_only (KompassTestWindow *fixture,
                 gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "area/4");

  kompass_test_open (fixture, "Gotland 2014");
  g_assert_nonnull (kompass_report_view_get_section (view));
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_test_open (fixture, "Lund 2011");
}

/* Two hundred pages in one section: typing goes on, and the pages follow. */
static void
test_large (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  KompassPageView *page_view = kompass_report_preview_get_view (kompass_report_view_get_preview (view));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (KompassText) text = NULL;
  gint64 start = g_get_monotonic_time ();

  while (words->len < 600000)
    g_string_append (words, "Kommunen arbetar brett med dialog, och medborgarna märker det i vardagen på många sätt.\n");
  text = kompass_text_new_from_plain (words->str);
  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  kompass_text_editor_insert_text (kompass_report_view_get_editor (view), text);
  g_test_message ("inserted after %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_test_message ("shown after %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  kompass_test_wait_for (is_saved, view);
  g_test_message ("saved after %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  kompass_test_wait_for (has_many_pages, page_view);
  g_test_message ("%u pages after %.0f ms", kompass_page_view_get_n_pages (page_view),
                  (g_get_monotonic_time () - start) / 1000.0);
  for (guint i = 0; i < 5; i++)
    {
      start = g_get_monotonic_time ();
      kompass_test_insert_words (fixture, "x");
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
      g_test_message ("a key took %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
    }
  start = g_get_monotonic_time ();
  g_assert_true (kompass_report_view_save (view, NULL));
  g_test_message ("saving took %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (KompassTestWindow *, gconstpointer);
  } tests[] = {
    { "/report-view/saves", test_saves },
    { "/report-view/leaving", test_leaving },
    { "/report-view/undo", test_undo },
    { "/report-view/conflict", test_conflict },
    { "/report-view/conflict/unseen", test_conflict_unseen },
    { "/report-view/deleted-while-writing", test_deleted_while_writing },
    { "/report-view/failure", test_failure },
    { "/report-view/failure/step", test_step_failure },
    { "/report-view/about", test_about },
    { "/report-view/comparisons", test_comparisons },
    { "/report-view/pages", test_pages },
    { "/report-view/print", test_print },
    { "/report-view/closing-while-exporting", test_closing_while_exporting },
    { "/report-view/history", test_history },
    { "/report-view/tab", test_tab },
    { "/report-view/moving", test_moving },
    { "/report-view/outline", test_outline },
    { "/report-view/section-menu", test_section_menu },
    { "/report-view/widths", test_widths },
    { "/report-view/hidden-pages", test_hidden_pages },
    { "/report-view/total-only", test_total_only },
    { "/report-view/large", test_large },
  };

  kompass_test_init_windows (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    kompass_test_add_window (tests[i].path, kompass_test_set_up_example, tests[i].test);

  return g_test_run ();
}
