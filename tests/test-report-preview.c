/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages beside what is written: they show what is written on, and say when nothing of it is printed. */
#include <string.h>

#include "kompass-library-report.h"
#include "kompass-report-view.h"
#include "kompass-test-store.h"
#include "kompass-test-window.h"

/* Helpers */

static KompassReportView *
open_section (KompassTestWindow *fixture,
              const char        *section)
{
  GtkWidget *view;

  kompass_test_activate (fixture, "win.view", "report");
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  view = kompass_test_find_widget (GTK_WIDGET (fixture->window), KOMPASS_TYPE_REPORT_VIEW);
  kompass_report_view_show_section (KOMPASS_REPORT_VIEW (view), section);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (kompass_report_view_get_section (KOMPASS_REPORT_VIEW (view)), ==, section);

  return KOMPASS_REPORT_VIEW (view);
}

static KompassPageView *
get_pages (KompassReportView *view)
{
  return kompass_report_preview_get_view (kompass_report_view_get_preview (view));
}

static gboolean
is_printed (KompassReportView *view)
{
  GtkStack *stack = GTK_STACK (kompass_test_get_part (kompass_report_view_get_preview (view), "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), "pages");
}

static gboolean
says_nothing (gpointer view)
{
  return !is_printed (view);
}

static gboolean
shows_pages (gpointer view)
{
  return is_printed (view) && kompass_page_view_get_n_pages (get_pages (view)) > 0;
}

typedef struct
{
  KompassReportView *view;
  KompassPagesSpot spot;
} Seen;

/* Whether what stands there is within the view. */
static gboolean
is_seen (gpointer data)
{
  Seen *seen = data;
  KompassPageView *page_view = get_pages (seen->view);
  KompassPages *pages = kompass_page_view_get_pages (page_view);
  KompassPagesPlace place;
  double top, value, height;

  if (!shows_pages (seen->view) || !kompass_pages_find_spot (pages, &seen->spot, &place))
    return FALSE;
  top = kompass_page_view_get_y (page_view, &place);
  value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (page_view));
  height = kompass_scrollable_get_height (KOMPASS_SCROLLABLE (page_view));

  return top >= value && top < value + height;
}

static gboolean
has_many_pages (gpointer page_view)
{
  return kompass_page_view_get_n_pages (page_view) > 22;
}

static void
wait_until_seen (KompassReportView *view,
                 const char        *section,
                 KompassPagesPart   part,
                 guint              list,
                 guint              item)
{
  kompass_test_wait_for (is_seen, &(Seen) { view, { section, part, list, item, 0 } });
}

static void
write_text (KompassReportView *view,
            const char        *words)
{
  g_autoptr (KompassText) text = kompass_text_new_from_plain (words);

  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  kompass_text_editor_insert_text (kompass_report_view_get_editor (view), text);
}

/* Tests */

/* An evaluation of which only the total is known has no chapter of an area until something is written in it. */
static void
test_first_words (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view;

  kompass_test_open (fixture, "Gotland 2014");
  view = open_section (fixture, "area/4");
  kompass_test_wait_for (says_nothing, view);
  write_text (view, "Ett.");
  wait_until_seen (view, "area/4", KOMPASS_PAGES_TEXT, 0, 0);

  /* What is taken back is not printed any more. */
  kompass_text_editor_undo (kompass_report_view_get_editor (view));
  kompass_test_wait_for (says_nothing, view);
}

static void
test_first_item (KompassTestWindow *fixture,
                 gconstpointer      user_data)
{
  KompassReportView *view;
  KompassFindingRow *row;
  GtkWidget *focus;

  kompass_test_open (fixture, "Gotland 2014");
  view = open_section (fixture, "area/4");
  kompass_test_wait_for (says_nothing, view);
  row = kompass_findings_list_get_last (kompass_findings_view_get_list (kompass_report_view_get_findings (view),
                                                                        KOMPASS_FINDING_PARTIAL));
  kompass_finding_row_edit (row, TRUE);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Ett", -1);
  wait_until_seen (view, "area/4", KOMPASS_PAGES_LIST, KOMPASS_FINDING_PARTIAL, 0);
}

/* The caret is followed through a chapter of many pages; what is seen already stays where it is. */
static void
test_caret (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = open_section (fixture, "area/3");
  KompassTextEditor *editor = kompass_report_view_get_editor (view);
  g_autoptr (GString) words = g_string_new (NULL);
  double value;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (words, "Stycke %u om hur kommunen arbetar med dialog, och vad medborgarna märker av det.\n", i);
  write_text (view, words->str);
  kompass_test_wait_for (has_many_pages, get_pages (view));
  wait_until_seen (view, "area/3", KOMPASS_PAGES_TEXT, 0, kompass_text_editor_get_paragraph (editor));
  for (guint paragraph = 150; paragraph < 300; paragraph += 149)
    {
      kompass_text_editor_go_to (editor, paragraph);
      wait_until_seen (view, "area/3", KOMPASS_PAGES_TEXT, 0, paragraph);
    }
  kompass_text_editor_go_to (editor, 150);
  wait_until_seen (view, "area/3", KOMPASS_PAGES_TEXT, 0, 150);
  value = kompass_scrollable_get_value (KOMPASS_SCROLLABLE (get_pages (view)));
  kompass_text_editor_go_to (editor, 151);
  for (guint i = 0; i < 3; i++)
    kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpfloat (kompass_scrollable_get_value (KOMPASS_SCROLLABLE (get_pages (view))), ==, value);
}

/* A section is shown from its beginning, also where its text stands below its figures. */
static void
test_sections (KompassTestWindow *fixture,
               gconstpointer      user_data)
{
  KompassReportView *view = open_section (fixture, "area/3");

  wait_until_seen (view, "area/3", KOMPASS_PAGES_CHAPTER, 0, 0);
  kompass_text_editor_go_to (kompass_report_view_get_editor (view), 1);
  kompass_report_view_show_section (view, "area/5");
  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  for (guint i = 0; i < 3; i++)
    kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_true (is_seen (&(Seen) { view, { .chapter = "area/5" } }));
}

/* The other pages can be looked at, until another section is chosen. */
static void
test_other_pages (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view;
  GtkWidget *nothing, *button;

  kompass_test_open (fixture, "Gotland 2014");
  view = open_section (fixture, "area/4");
  kompass_test_wait_for (says_nothing, view);
  nothing = kompass_test_get_part (kompass_report_view_get_preview (view), "nothing");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (nothing)), "4"));
  button = adw_status_page_get_child (ADW_STATUS_PAGE (nothing));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_printed (view));
  kompass_report_view_show_section (view, "area/5");
  kompass_test_wait_for (says_nothing, view);
}

/* What is clicked on a page is what the caret goes to. */
static void
test_click (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = open_section (fixture, "area/1");

  wait_until_seen (view, "area/1", KOMPASS_PAGES_CHAPTER, 0, 0);
  g_signal_emit_by_name (get_pages (view), "activated", "area/3", 2);
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/3");
  g_assert_cmpuint (kompass_text_editor_get_paragraph (kompass_report_view_get_editor (view)), ==, 2);
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
    { "/report-preview/first-words", test_first_words },
    { "/report-preview/first-item", test_first_item },
    { "/report-preview/caret", test_caret },
    { "/report-preview/sections", test_sections },
    { "/report-preview/other-pages", test_other_pages },
    { "/report-preview/click", test_click },
  };

  kompass_test_init_windows (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    kompass_test_add_window (tests[i].path, kompass_test_set_up_example, tests[i].test);

  return g_test_run ();
}
