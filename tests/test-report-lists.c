/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of an area and the key facts, written in the window: by keyboard, pasted, moved, deleted and undone. */
#include <string.h>

#include "kompass-finding-row.h"
#include "kompass-key-fact-row.h"
#include "kompass-key-facts.h"
#include "kompass-library-report.h"
#include "kompass-pasted-lines.h"
#include "kompass-test-matrix.h"
#include "kompass-test-report.h"
#include "kompass-test-screen.h"

/* Helpers */

static KompassFindingRow *
get_row (KompassReportView  *view,
         KompassFindingKind  kind,
         guint               index)
{
  return kompass_findings_list_get_row (kompass_findings_view_get_list (kompass_report_view_get_findings (view), kind), index);
}

static KompassFindingRow *
get_last_row (KompassReportView  *view,
              KompassFindingKind  kind)
{
  return kompass_findings_list_get_last (kompass_findings_view_get_list (kompass_report_view_get_findings (view), kind));
}

static gboolean
press (KompassReportView *view,
       guint              keyval,
       GdkModifierType    modifiers)
{
  return kompass_test_press_on (GTK_WIDGET (kompass_report_view_get_findings (view)), "findings-keys", keyval, modifiers);
}

static void
assert_findings (KompassTestWindow  *fixture,
                 guint               area,
                 KompassFindingKind  kind,
                 const char         *expected)
{
  g_autoptr (KompassReport) report = kompass_test_read_report (fixture);
  g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, area, kind);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (findings, i);
      const char *question = kompass_finding_get_question (finding);

      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", kompass_finding_get_text (finding));
      if (question != NULL)
        g_string_append_printf (words, " (%s)", question);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static gboolean
has_nothing_to_do (gpointer user_data)
{
  return !g_main_context_pending (NULL);
}

/* As Ctrl+V does */
static void
paste (KompassTestWindow *fixture,
       const char        *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (focus), words);
  g_signal_emit_by_name (focus, "paste-clipboard");
  kompass_test_wait_for_frame (focus);
  kompass_test_wait_for (has_nothing_to_do, NULL);
}

static void
assert_editing (KompassFindingRow *row,
                const char        *expected)
{
  g_assert_true (kompass_finding_row_is_editing (row));
  g_assert_cmpstr (kompass_finding_row_get_text (row), ==, expected);
}

/* Lists */

static void
test_lists (KompassTestWindow *fixture,
            gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  g_assert_true (press (view, GDK_KEY_Return, 0));
  kompass_test_insert_words (fixture, "Två");
  g_assert_true (press (view, GDK_KEY_Return, 0));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett|Två");

  /* An empty item ends its list. */
  g_assert_true (press (view, GDK_KEY_Return, 0));
  kompass_test_insert_words (fixture, "Tre");
  g_assert_true (press (view, GDK_KEY_2, GDK_CONTROL_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Tre (1.2)");
  g_assert_true (press (view, GDK_KEY_0, GDK_CONTROL_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Tre");

  /* Up past the beginning of the list, and the item up in it. */
  g_assert_true (press (view, GDK_KEY_Up, 0));
  g_assert_true (press (view, GDK_KEY_Up, 0));
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1)));
  g_assert_true (press (view, GDK_KEY_Up, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Två|Ett");
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0)));

  /* To another list, with the keyboard */
  g_assert_true (press (view, GDK_KEY_Right, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett");
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Tre|Två");
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 1)));
}

static void
test_lists_delete (KompassTestWindow *fixture,
                   gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_IMPROVEMENT), TRUE);
  paste (fixture, "• Ett\n• Två\n\n- Tre");
  assert_findings (fixture, 1, KOMPASS_FINDING_IMPROVEMENT, "Ett|Två|Tre");
  g_assert_true (press (view, GDK_KEY_Up, 0));
  g_assert_true (press (view, GDK_KEY_Delete, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_IMPROVEMENT, "Ett|Tre");
  /* What was typed in the item that has the keyboard now is older than the deletion: Ctrl+Z is not for it. */
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_IMPROVEMENT, 1)));
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))))));
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_IMPROVEMENT, "Ett|Två|Tre");

  /* The item itself, and back into its words */
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_IMPROVEMENT, 0), TRUE);
  g_assert_true (press (view, GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_row (view, KOMPASS_FINDING_IMPROVEMENT, 0))));
  g_assert_true (press (view, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_true (press (view, GDK_KEY_Left, GDK_CONTROL_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Ett");
  g_assert_true (press (view, GDK_KEY_Return, 0));
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 0)));
  g_assert_true (press (view, GDK_KEY_Escape, 0));
  g_assert_true (press (view, GDK_KEY_Delete, 0));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "");
}

/* What is written in the middle of a list stands there. */
static void
test_lists_insert (KompassTestWindow *fixture,
                   gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  paste (fixture, "Ett\nTre");
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_STRENGTH, 0), TRUE);
  g_assert_true (press (view, GDK_KEY_Return, 0));
  kompass_test_insert_words (fixture, "Två");
  g_assert_true (kompass_report_view_save (view, NULL));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett|Två|Tre");
}

static void
set_words (KompassTestWindow *fixture,
           const char        *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)))), words,
                            -1);
}

static void
assert_row (KompassFindingRow *row,
            const char        *expected)
{
  g_assert_cmpstr (kompass_finding_row_get_text (row), ==, expected);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *lines;
  } cases[] = {
    { "", "" },
    { " \r\n\t\n", "" },
    { "Ett", "Ett" },
    { "Ett\nTvå\r\nTre\rFyra", "Ett|Två|Tre|Fyra" },
    { "Ett\vTvå\fTre", "Ett|Två|Tre" },
    { "Ett\xc2\x85Två\xe2\x80\xa8Tre\xe2\x80\xa9" "Fyra", "Ett|Två|Tre|Fyra" },
    { "a\x01" "b\n\xe2\x80\xae" "baka\n\xff", "a\xef\xbf\xbd" "b|\xe2\x80\xae" "baka|\xef\xbf\xbd" },
    { "• Ett\n–\tTvå\n- Tre\n\xef\x82\xb7 Fyra\n▪  Fem", "Ett|Två|Tre|Fyra|Fem" },
    { "1. Ett\n2) Två\nb) Tre\n10. Fyra", "Ett|Två|Tre|Fyra" },
    { "2010. Året\n1.5 procent\n-5 grader\nA) \n*", "2010. Året|1.5 procent|-5 grader|A)|*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = kompass_pasted_lines_split (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

/* Lines that are pasted are items in their order, and one step. The keyboard stays with them. */
static void
test_lists_paste (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_PARTIAL), TRUE);
  kompass_test_insert_words (fixture, "Noll");
  paste (fixture, "Ett\r\n\xe2\x80\xae" "Två\xe2\x80\xa8Tre\xc2\x85" "Fy\x02ra\f\f");
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "NollEtt|\xe2\x80\xae" "Två|Tre|Fy\xef\xbf\xbdra");
  assert_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 3), "Fy\xef\xbf\xbdra");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Noll");
  assert_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 0), "Noll");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "NollEtt|\xe2\x80\xae" "Två|Tre|Fy\xef\xbf\xbdra");
  assert_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 3), "Fy\xef\xbf\xbdra");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "");
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 0)));
}

/* In the midst of an item: what stands after the caret goes on with the last line, and what is selected is replaced. */
static void
test_lists_paste_within (KompassTestWindow *fixture,
                         gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "början mitten slutet");
  g_assert_true (press (view, GDK_KEY_2, GDK_CONTROL_MASK));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 7);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 13);
  gtk_text_buffer_select_range (buffer, &start, &end);
  paste (fixture, "ett\ntvå\ntre");
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "början ett (1.2)|två|tre slutet");
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 2), "tre slutet");
  kompass_test_insert_words (fixture, "X");
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 2), "treX slutet");
  g_assert_true (kompass_report_view_save (view, NULL));
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "början mitten slutet (1.2)");

  /* One line, with rubbish, is inserted as it is stored; a break at its end is none. */
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_STRENGTH, 0), TRUE);
  paste (fixture, " och\tmer\x07");
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "början mitten slutet och mer\xef\xbf\xbd");
  paste (fixture, "!\n");
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "början mitten slutet och mer\xef\xbf\xbd!");

  /* Enter in the midst of it is one step, too. */
  g_assert_true (kompass_report_view_save (view, NULL));
  kompass_line_view_edit (kompass_finding_row_get_line (get_row (view, KOMPASS_FINDING_STRENGTH, 0)), 7);
  g_assert_true (press (view, GDK_KEY_Return, 0));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "början (1.2)|mitten slutet och mer\xef\xbf\xbd!");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "början mitten slutet och mer\xef\xbf\xbd! (1.2)");
}

/* What GTK inserts by itself, such as what is dropped, is divided as soon as it has done. */
static void
test_lists_dropped_text (KompassTestWindow *fixture,
                         gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett\nTvå");
  kompass_test_wait_for (has_nothing_to_do, NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett|Två");
}

/* After each change of a list that is undone or done again, the keyboard is where it was made. */
static void
test_lists_focus (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  paste (fixture, "Ett\nTvå\nTre\nFyra");

  /* Deleted */
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_STRENGTH, 1), TRUE);
  g_assert_true (press (view, GDK_KEY_Delete, GDK_ALT_MASK));
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Tre");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Två");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Tre");
  kompass_test_activate (fixture, "win.undo", NULL);

  /* Moved in its list */
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_STRENGTH, 0), TRUE);
  g_assert_true (press (view, GDK_KEY_Down, GDK_ALT_MASK));
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Ett");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "Ett");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Ett");

  /* Moved to another one; the keyboard has gone elsewhere meanwhile. */
  g_assert_true (press (view, GDK_KEY_Right, GDK_ALT_MASK));
  assert_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 0), "Ett");
  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 1), "Ett");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_PARTIAL, 0), "Ett");
}

/* What has been typed last is not lost with the item. */
static void
test_lists_delete_typed (KompassTestWindow *fixture,
                         gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  g_assert_true (press (view, GDK_KEY_Delete, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett");
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "Ett");
}

/* Rows are as high as their words at once, however they came to be, and lie below each other. */
static void
assert_rows_fit (KompassReportView *view)
{
  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      KompassFindingRow *row;

      for (guint i = 0; (row = get_row (view, kind, i)) != NULL; i++)
        {
          GtkTextView *line = GTK_TEXT_VIEW (kompass_finding_row_get_line (row));
          GtkTextIter end;
          int y, height, room;

          gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (line), &end);
          gtk_text_view_get_line_yrange (line, &end, &y, &height);
          room = gtk_widget_get_height (GTK_WIDGET (line)) - gtk_text_view_get_top_margin (line) -
                 gtk_text_view_get_bottom_margin (line);
          /* The tie and the menu can be higher than one line of words. */
          g_assert_cmpint (room, >=, y + height);
          g_assert_cmpint (room, <=, MAX (y + height, 24) + 2);
        }
    }
}

static void
test_lists_heights (KompassTestWindow *fixture,
                    gconstpointer      user_data)
{
  static const int widths[] = { 1280, 640, 900, 360, 1600 };
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  g_autofree char *letters = g_strnfill (300, 'a');
  g_autoptr (GString) words = g_string_new (letters);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (words, "\xe2\x80\xa8%u ord som radbryts, arbetsboksmetoden, שלום, 漢字漢字漢字, 🙂 kommunikation", i);
  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_PARTIAL), TRUE);
  paste (fixture, words->str);
  assert_rows_fit (view);
  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_PARTIAL, 1), TRUE);
  g_assert_true (press (view, GDK_KEY_Down, GDK_ALT_MASK));
  kompass_test_wait_for_frame (GTK_WIDGET (view));
  assert_rows_fit (view);
  g_assert_true (press (view, GDK_KEY_Delete, GDK_ALT_MASK));
  kompass_test_wait_for_frame (GTK_WIDGET (view));
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (view));
  assert_rows_fit (view);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 800);
      kompass_test_wait_for_frame (GTK_WIDGET (view));
      kompass_test_wait_for_frame (GTK_WIDGET (view));
      assert_rows_fit (view);
    }
}

/* The pages have asked for what is typed, and it is not saved yet. */
static void
test_lists_taken_back (KompassTestWindow *fixture,
                       gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  KompassReportSession *session = kompass_report_view_get_session (view);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  kompass_report_session_collect (session);
  set_words (fixture, "");
  g_assert_true (kompass_report_session_flush (session, NULL));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "");
  assert_row (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "");

  kompass_test_insert_words (fixture, "Ett");
  g_assert_true (kompass_report_session_flush (session, NULL));
  kompass_test_insert_words (fixture, "x");
  kompass_report_session_collect (session);
  set_words (fixture, "Ett");
  g_assert_true (kompass_report_session_flush (session, NULL));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett");
  assert_row (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "Ett");

  /* Begun and deleted at once */
  g_assert_true (press (view, GDK_KEY_Return, 0));
  kompass_test_insert_words (fixture, "Två");
  kompass_report_session_collect (session);
  g_assert_true (press (view, GDK_KEY_Delete, GDK_ALT_MASK));
  g_assert_true (kompass_report_session_flush (session, NULL));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett");
}

/* An item whose words are taken away is gone, however it is left. */
static void
test_lists_emptied (KompassTestWindow *fixture,
                    gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_PARTIAL), TRUE);
  paste (fixture, "Ett\nTvå");
  set_words (fixture, " ");
  kompass_report_view_show_section (view, "area/2");
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Ett");
  kompass_report_view_show_section (view, "area/1");
  assert_row (get_row (view, KOMPASS_FINDING_PARTIAL, 0), "Ett");

  kompass_finding_row_edit (get_row (view, KOMPASS_FINDING_PARTIAL, 0), TRUE);
  set_words (fixture, "");
  g_assert_true (kompass_report_view_save (view, NULL));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "");
}

/* From right to left, the next list is to the left. */
static void
test_lists_rtl (KompassTestWindow *fixture,
                gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  gtk_widget_set_direction (GTK_WIDGET (kompass_report_view_get_findings (view)), GTK_TEXT_DIR_RTL);
  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  g_assert_true (press (view, GDK_KEY_Left, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_PARTIAL, "Ett");
  g_assert_true (press (view, GDK_KEY_Right, GDK_ALT_MASK));
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "Ett");
}

static KompassKeyFactRow *
find_last_fact (GtkWidget *widget)
{
  KompassKeyFactRow *found = NULL;

  if (KOMPASS_IS_KEY_FACT_ROW (widget))
    return KOMPASS_KEY_FACT_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last_fact (child);

  return found;
}

static void
test_key_facts (KompassTestWindow *fixture,
                gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "facts");
  GtkWidget *facts = kompass_test_get_part (view, "facts");
  KompassKeyFactRow *row = find_last_fact (facts);
  g_autoptr (KompassReport) report = NULL;
  KompassKeyFact *last;

  g_assert_true (kompass_key_fact_row_is_empty (row));
  kompass_key_fact_row_edit_name (row);
  kompass_key_fact_row_set_name (row, "Yta");
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Return, 0));
  g_assert_true (kompass_key_fact_row_is_in_value (row));
  kompass_test_insert_words (fixture, "443 km²");
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Return, 0));
  g_assert_true (kompass_key_fact_row_is_in_name (find_last_fact (facts)));
  report = kompass_test_read_report (fixture);
  last = g_ptr_array_index (kompass_report_get_key_facts (report), kompass_report_get_key_facts (report)->len - 1);
  g_assert_cmpstr (kompass_key_fact_get_name (last), ==, "Yta");
  g_assert_cmpstr (kompass_key_fact_get_value (last), ==, "443 km²");
}

static void
test_key_facts_taken_back (KompassTestWindow *fixture,
                           gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "facts");
  KompassReportSession *session = kompass_report_view_get_session (view);
  KompassKeyFactRow *row = find_last_fact (kompass_test_get_part (view, "facts"));
  g_autoptr (KompassReport) before = kompass_test_read_report (fixture);
  g_autoptr (KompassReport) after = NULL;

  kompass_key_fact_row_edit_name (row);
  kompass_key_fact_row_set_name (row, "Yta");
  kompass_report_session_collect (session);
  kompass_key_fact_row_set_name (row, "");
  g_assert_true (kompass_report_session_flush (session, NULL));
  after = kompass_test_read_report (fixture);
  g_assert_cmpuint (kompass_report_get_key_facts (after)->len, ==, kompass_report_get_key_facts (before)->len);
  g_assert_true (kompass_key_fact_row_is_empty (row));
}

/* What typed in a fact is older than its deletion; afterwards the keyboard is on the fact. */
static void
test_key_facts_undo (KompassTestWindow *fixture,
                     gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_section (fixture, "facts");
  GtkWidget *facts = GTK_WIDGET (kompass_report_view_get_facts (view));
  KompassKeyFactRow *row = find_last_fact (facts);

  kompass_key_fact_row_edit_name (row);
  kompass_test_insert_words (fixture, "Yta");
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Return, 0));
  kompass_test_insert_words (fixture, "443 km²");
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Delete, GDK_ALT_MASK));
  g_assert_false (gtk_text_buffer_get_can_undo (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))))));
  kompass_test_activate (fixture, "win.undo", NULL);
  row = KOMPASS_KEY_FACT_ROW (gtk_widget_get_prev_sibling (GTK_WIDGET (find_last_fact (facts))));
  g_assert_cmpstr (kompass_key_fact_row_get_name (row), ==, "Yta");
  g_assert_cmpstr (kompass_key_fact_row_get_value (row), ==, "443 km²");
  g_assert_true (kompass_key_fact_row_is_in_name (row));

  /* Moved, and back, with the keyboard on it */
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (kompass_key_fact_row_is_in_name (row));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_true (kompass_key_fact_row_is_in_name (row));
  g_assert_true (gtk_widget_get_next_sibling (GTK_WIDGET (row)) == GTK_WIDGET (find_last_fact (facts)));

  /* With the keyboard on another */
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_false (gtk_widget_get_next_sibling (GTK_WIDGET (row)) == GTK_WIDGET (find_last_fact (facts)));
  kompass_key_fact_row_edit_name (find_last_fact (facts));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_true (kompass_key_fact_row_is_in_name (row));
  g_assert_true (gtk_widget_get_next_sibling (GTK_WIDGET (row)) == GTK_WIDGET (find_last_fact (facts)));

  /* Changed: the value has the keyboard */
  kompass_key_fact_row_edit_value (row);
  kompass_test_insert_words (fixture, " land");
  kompass_key_fact_row_edit_name (find_last_fact (facts));
  g_assert_true (kompass_report_view_save (view, NULL));
  kompass_test_activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (kompass_key_fact_row_get_value (row), ==, "443 km²");
  g_assert_true (kompass_key_fact_row_is_in_value (row));
}

/* Steps that cannot be seen */

/* The key stays in the report while it is written; the arrow of the header bar does what it says. */
static void
test_steps_elsewhere (KompassTestWindow *fixture,
                      gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_test_activate (fixture, "win.view", "points");
  kompass_test_go_to (fixture, "1.2");
  kompass_test_type (fixture, "5");
  kompass_test_press (fixture, GDK_KEY_Return, 0);
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
  kompass_test_open_section (fixture, "area/1");

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  kompass_test_activate (fixture, "win.undo-here", NULL);
  assert_findings (fixture, 1, KOMPASS_FINDING_STRENGTH, "");
  for (guint i = 0; i < 3; i++)
    kompass_test_activate (fixture, "win.undo-here", NULL);
  kompass_test_assert_seen (fixture, "Not in this report: Set 1.2 of Lund 2011 to 5.0");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0)));

  /* Neither from another report */
  kompass_test_open (fixture, "Karlskrona 2014");
  gtk_widget_grab_focus (GTK_WIDGET (view));
  kompass_test_activate (fixture, "win.undo-here", NULL);
  kompass_test_assert_seen (fixture, "Not in this report: Set 1.2 of Lund 2011 to 5.0");
  g_assert_cmpstr (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), ==, "Karlskrona 2014");
  kompass_test_activate (fixture, "win.undo", NULL);
  kompass_test_assert_seen (fixture, "Undone: Set 1.2 of Lund 2011 to 5.0");
  g_assert_cmpstr (kompass_evaluation_get_title (kompass_window_get_evaluation (fixture->window)), ==, "Lund 2011");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  kompass_test_activate (fixture, "win.redo-here", NULL);
  kompass_test_assert_seen (fixture, "Not in this report: Set 1.2 of Lund 2011 to 5.0");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (1020));
  kompass_test_activate (fixture, "win.redo", NULL);
  kompass_test_assert_seen (fixture, "Done again: Set 1.2 of Lund 2011 to 5.0");
  kompass_test_assert_stored (fixture, "1.2", KOMPASS_SCORE (500));
}

/* In the report that is shown, but in another section of it */
static void
test_steps_section (KompassTestWindow *fixture,
                    gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  kompass_report_view_show_section (view, "area/2");
  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  kompass_test_activate (fixture, "win.undo-here", NULL);
  kompass_test_assert_seen (fixture, "Undone: Add a strength to Lund 2011");
  g_assert_cmpstr (kompass_report_view_get_section (view), ==, "area/1");
  g_assert_true (kompass_finding_row_is_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0)));

  /* What is seen is not said. */
  kompass_test_activate (fixture, "win.redo-here", NULL);
  kompass_test_wait_for_frame (GTK_WIDGET (fixture->window));
  g_assert_null (kompass_test_find_words (GTK_WIDGET (fixture->window), "Done again: Add a strength to Lund 2011"));
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "Ett");
}

/* The arrow of the header bar takes back what the key does. */
static void
test_steps_arrow (KompassTestWindow *fixture,
                  gconstpointer      user_data)
{
  KompassReportView *view = kompass_test_open_empty_area (fixture);
  GtkWidget *arrow = kompass_test_get_window_part (fixture, "undo_button");

  kompass_finding_row_edit (get_last_row (view, KOMPASS_FINDING_STRENGTH), TRUE);
  kompass_test_insert_words (fixture, "Ett");
  g_assert_true (kompass_report_view_save (view, NULL));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (arrow), ==, "Undo: what was written");
  kompass_test_activate (fixture, "win.undo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "");
  kompass_test_activate (fixture, "win.redo", NULL);
  assert_editing (get_row (view, KOMPASS_FINDING_STRENGTH, 0), "Ett");
  gtk_widget_grab_focus (GTK_WIDGET (kompass_report_view_get_editor (view)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (arrow), ==, "Undo: Add a strength to Lund 2011");
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
    { "/report-lists/items", test_lists },
    { "/report-lists/items/delete", test_lists_delete },
    { "/report-lists/items/insert", test_lists_insert },
    { "/report-lists/items/paste", test_lists_paste },
    { "/report-lists/items/paste/within", test_lists_paste_within },
    { "/report-lists/items/dropped-text", test_lists_dropped_text },
    { "/report-lists/items/focus", test_lists_focus },
    { "/report-lists/items/delete/typed", test_lists_delete_typed },
    { "/report-lists/items/heights", test_lists_heights },
    { "/report-lists/items/taken-back", test_lists_taken_back },
    { "/report-lists/items/emptied", test_lists_emptied },
    { "/report-lists/items/rtl", test_lists_rtl },
    { "/report-lists/key-facts", test_key_facts },
    { "/report-lists/key-facts/taken-back", test_key_facts_taken_back },
    { "/report-lists/key-facts/undo", test_key_facts_undo },
    { "/report-lists/steps/elsewhere", test_steps_elsewhere },
    { "/report-lists/steps/section", test_steps_section },
    { "/report-lists/steps/arrow", test_steps_arrow },
  };

  kompass_test_init_windows (&argc, &argv);
  g_test_add_func ("/report-lists/lines", test_lines);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    kompass_test_add_window (tests[i].path, kompass_test_set_up_example, tests[i].test);

  return g_test_run ();
}
