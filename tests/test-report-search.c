/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching all of a report where it is written. */
#include <string.h>

#include "kompass-key-facts.h"
#include "kompass-library-report.h"
#include "kompass-report-search-bar.h"
#include "kompass-report-search.h"
#include "kompass-report-view.h"
#include "kompass-sidebar.h"
#include "kompass-test-store.h"
#include "kompass-test-window.h"

/* Helpers */

static KompassReportView *
get_view (KompassTestWindow *fixture)
{
  return KOMPASS_REPORT_VIEW (kompass_test_find_widget (GTK_WIDGET (fixture->window), KOMPASS_TYPE_REPORT_VIEW));
}

static KompassReportSearchBar *
get_bar (KompassTestWindow *fixture)
{
  return KOMPASS_REPORT_SEARCH_BAR (kompass_test_find_widget (GTK_WIDGET (fixture->window), KOMPASS_TYPE_REPORT_SEARCH_BAR));
}

static void
write_section (KompassTestWindow *fixture,
               const char        *section,
               const char        *words)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain (words);
  const char *id = kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window));

  g_assert_true (kompass_library_set_report_text (kompass_window_get_library (fixture->window), id, section, text, NULL));
}

static void
add_finding (KompassTestWindow *fixture,
             guint              area,
             const char        *words)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (KompassFinding) finding = kompass_finding_new (uuid, area, KOMPASS_FINDING_PARTIAL, words, NULL);
  const char *id = kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window));

  g_assert_true (kompass_library_add_finding (kompass_window_get_library (fixture->window), id, finding, 0, NULL));
}

static void
add_fact (KompassTestWindow *fixture,
          const char        *name,
          const char        *value)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (uuid, name, value);
  const char *id = kompass_evaluation_get_id (kompass_window_get_evaluation (fixture->window));

  g_assert_true (kompass_library_add_key_fact (kompass_window_get_library (fixture->window), id, fact, 0, NULL));
}

/* Words that stand nowhere else, in four sections, in small and capital letters. */
static void
open_report (KompassTestWindow *fixture)
{
  kompass_test_open (fixture, "Gotland 2014");
  write_section (fixture, "introduction", "Först Qvitten här.");
  write_section (fixture, "area/2", "Ett.\nTvå qvitten och ÖQVITTEN.");
  add_finding (fixture, 4, "En qvitten");
  add_fact (fixture, "Antal qvitten", "12 qvittenträd");
  kompass_test_activate (fixture, "win.view", "report");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  kompass_report_view_show_section (get_view (fixture), "introduction");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
}

static gboolean
is_in_bar (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, KOMPASS_TYPE_REPORT_SEARCH_BAR) != NULL;
}

static void
search (KompassTestWindow *fixture,
        const char        *words)
{
  GtkWidget *entry = kompass_test_get_part (get_bar (fixture), "entry");

  kompass_test_activate (fixture, "win.search", NULL);
  kompass_test_wait_for (is_in_bar, fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
assert_found (KompassTestWindow *fixture,
              const char        *section,
              const char        *count)
{
  g_assert_cmpstr (kompass_report_view_get_section (get_view (fixture)), ==, section);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (kompass_test_get_part (get_bar (fixture), "count"))), ==, count);
  g_assert_true (is_in_bar (fixture->window));
}

static char *
get_selected (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
press (KompassTestWindow *fixture,
       guint              keyval,
       GdkModifierType    modifiers)
{
  if (keyval == GDK_KEY_Return && modifiers == 0)
    g_signal_emit_by_name (kompass_test_get_part (get_bar (fixture), "entry"), "activate");
  else if (keyval == GDK_KEY_Return)
    g_assert_true (kompass_test_press_on (kompass_test_get_part (get_bar (fixture), "entry"), "search-keys", keyval, modifiers));
  else
    g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->window), "report-keys", keyval, modifiers));
}

static void
set_up (KompassTestWindow *fixture,
        gconstpointer      user_data)
{
  kompass_test_set_up_example (fixture, user_data);
}

static void
tear_down (KompassTestWindow *fixture,
           gconstpointer      user_data)
{
  kompass_test_tear_down_window (fixture, user_data);
}

/* Tests */

/* Through all sections and round again, both ways, with the keyboard in the search. */
static void
test_sections (KompassTestWindow *fixture,
               gconstpointer      user_data)
{
  static const char * const sections[] = { "introduction", "area/2", "area/2", "area/4", "facts", "facts" };

  open_report (fixture);
  search (fixture, "qvitten");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *count = g_strdup_printf ("%u of 6", i + 1);

      assert_found (fixture, sections[i], count);
      if (i % 2 == 0)
        press (fixture, GDK_KEY_Return, 0);
      else
        press (fixture, GDK_KEY_g, GDK_CONTROL_MASK);
      kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
    }
  assert_found (fixture, "introduction", "1 of 6");
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  assert_found (fixture, "facts", "6 of 6");
  press (fixture, GDK_KEY_G, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_found (fixture, "facts", "5 of 6");
  search (fixture, "xylofon");
  assert_found (fixture, "facts", "No matches");
  g_assert_true (gtk_widget_has_css_class (kompass_test_get_part (get_bar (fixture), "entry"), "error"));
}

/* Escape leaves the match selected, where the keyboard goes on. */
static void
test_escape (KompassTestWindow *fixture,
             gconstpointer      user_data)
{
  KompassTextEditor *editor;
  GtkWidget *focus;
  g_autofree char *in_text = NULL;
  g_autofree char *in_list = NULL;

  open_report (fixture);
  editor = kompass_report_view_get_editor (get_view (fixture));
  search (fixture, "QVITTEN OCH");
  assert_found (fixture, "area/2", "1 of 1");
  g_signal_emit_by_name (kompass_test_get_part (get_bar (fixture), "entry"), "stop-search");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (editor)));
  in_text = get_selected (GTK_TEXT_BUFFER (kompass_text_editor_get_buffer (editor)));
  g_assert_cmpstr (in_text, ==, "qvitten och");
  g_assert_false (kompass_report_search_bar_is_open (get_bar (fixture)));

  /* What is selected is what is looked for next. */
  kompass_test_activate (fixture, "win.search", NULL);
  g_assert_cmpstr (kompass_report_search_bar_get_words (get_bar (fixture)), ==, "qvitten och");
  search (fixture, "en qvitten");
  assert_found (fixture, "area/4", "1 of 1");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (kompass_test_get_part (get_bar (fixture), "entry"), "stop-search");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, KOMPASS_TYPE_FINDING_ROW));
  in_list = get_selected (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
  g_assert_cmpstr (in_list, ==, "En qvitten");
}

static void
stop (KompassTestWindow *fixture)
{
  g_signal_emit_by_name (kompass_test_get_part (get_bar (fixture), "entry"), "stop-search");
}

/* What was looked for last is offered again, selected. */
static void
test_again (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  GtkEditable *entry;
  int start, end;

  open_report (fixture);
  entry = GTK_EDITABLE (kompass_test_get_part (get_bar (fixture), "entry"));
  search (fixture, "xylofon");
  assert_found (fixture, "introduction", "No matches");
  stop (fixture);
  kompass_test_activate (fixture, "win.search", NULL);
  g_assert_true (is_in_bar (fixture->window));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "xylofon");
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (end - start, ==, 7);
}

/* What was found and is gone, or stands in a section that is not shown, is not selected. */
static void
test_gone (KompassTestWindow *fixture,
           gconstpointer      user_data)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("Nu ");
  KompassTextEditor *editor;
  GtkTextBuffer *buffer;

  open_report (fixture);
  editor = kompass_report_view_get_editor (get_view (fixture));
  buffer = GTK_TEXT_BUFFER (kompass_text_editor_get_buffer (editor));
  search (fixture, "qvitten här");
  assert_found (fixture, "introduction", "1 of 1");
  kompass_report_view_show_section (get_view (fixture), "area/2");
  stop (fixture);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (editor)));
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));

  search (fixture, "och öqvitten");
  assert_found (fixture, "area/2", "1 of 1");
  kompass_text_editor_go_to (editor, 1);
  kompass_text_editor_insert_text (editor, text);
  stop (fixture);
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
}

/* Spaces before the words of a line are not stored, and not counted. */
static void
test_spaces (KompassTestWindow *fixture,
             gconstpointer      user_data)
{
  KompassFindingRow *row;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  g_autofree char *selected = NULL;

  open_report (fixture);
  search (fixture, "en qvitten");
  assert_found (fixture, "area/4", "1 of 1");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  stop (fixture);
  row = KOMPASS_FINDING_ROW (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                                      KOMPASS_TYPE_FINDING_ROW));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (kompass_finding_row_get_line (row)));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, "  ", -1);
  search (fixture, "en qvitten");
  stop (fixture);
  selected = get_selected (buffer);
  g_assert_cmpstr (selected, ==, "En qvitten");
}

/* Elsewhere Ctrl+F goes to the list of evaluations, as it does from that list. */
static void
test_elsewhere (KompassTestWindow *fixture,
                gconstpointer      user_data)
{
  GtkWidget *focus;

  kompass_test_activate (fixture, "win.view", "points");
  kompass_test_activate (fixture, "win.search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, KOMPASS_TYPE_SIDEBAR));
  kompass_test_activate (fixture, "win.view", "report");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  gtk_widget_grab_focus (focus);
  kompass_test_activate (fixture, "win.search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, KOMPASS_TYPE_SIDEBAR));
}

/* What is changed meanwhile is searched as it is now. */
static void
test_changing (KompassTestWindow *fixture,
               gconstpointer      user_data)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain ("qvitten ");

  open_report (fixture);
  search (fixture, "qvitten");
  assert_found (fixture, "introduction", "1 of 6");
  kompass_text_editor_insert_text (kompass_report_view_get_editor (get_view (fixture)), text);
  press (fixture, GDK_KEY_Return, 0);
  kompass_test_open (fixture, "Lund 2011");
  g_assert_false (kompass_report_search_bar_is_open (get_bar (fixture)));
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
    { "/report-search/sections", test_sections },
    { "/report-search/escape", test_escape },
    { "/report-search/again", test_again },
    { "/report-search/gone", test_gone },
    { "/report-search/spaces", test_spaces },
    { "/report-search/elsewhere", test_elsewhere },
    { "/report-search/changing", test_changing },
  };

  kompass_test_init_windows (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, KompassTestWindow, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
