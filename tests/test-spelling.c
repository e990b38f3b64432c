/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spelling: what of a text is a word, what a dictionary says about it, what is underlined, and the menu about it. The
 * dictionary is one of the test's own, of a language that is for private use. */
#include <string.h>

#include "kompass-key-fact-row.h"
#include "kompass-test-data.h"
#include "kompass-test-editor.h"
#include "kompass-test-report.h"
#include "kompass-test-screen.h"
#include "kompass-test-window.h"
#include "kompass-text-editor.h"
#include "kompass-text-view.h"
#include "kompass-speller.h"

#define LANGUAGE "qaa"

static char *folder;

typedef KompassTestEditor Fixture;

static void
write_dictionary (void)
{
  static const char words[] = "6\nkommun\nkommunen\nöppen\ne-post\nbarn\nskola\n";
  g_autofree char *hunspell = g_build_filename (folder, "hunspell", NULL);
  g_autofree char *affixes = g_build_filename (hunspell, LANGUAGE "_XX.aff", NULL);
  g_autofree char *list = g_build_filename (hunspell, LANGUAGE "_XX.dic", NULL);

  g_assert_cmpint (g_mkdir_with_parents (hunspell, 0700), ==, 0);
  g_assert_true (g_file_set_contents (affixes, "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyzåäö\n", -1, NULL));
  g_assert_true (g_file_set_contents (list, words, -1, NULL));
}

/* Without enchant's part that reads such dictionaries there is nothing to test. */
static KompassSpeller *
create_speller (void)
{
  g_autoptr (KompassSpeller) speller = kompass_speller_new (LANGUAGE);

  if (kompass_speller_has_dictionary (speller))
    return g_steal_pointer (&speller);
  g_test_skip ("dictionaries of hunspell are not read here");

  return NULL;
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "Hej, hopp!", "Hej hopp" },
    { "e-post och ja's 'citat' kultur- och", "e-post och ja's citat kultur och" },
    { "3:e 12,5 A4 x2 i år", "år" },
    { "se https://example.org/sida, www.lund.se eller info@lund.se nu", "se eller nu" },
    { "höj\xc2\xad" "das åäö\xcc\x88", "höj\xc2\xad" "das åäö\xcc\x88" },
    { "snake_case ord", "ord" },
    { "漢字 שלום", "漢字 שלום" },
    { "- -- ' ’", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      gsize start, end;

      for (gsize from = 0; kompass_speller_find_word (cases[i].text, from, &start, &end); from = end)
        {
          if (words->len > 0)
            g_string_append_c (words, ' ');
          g_string_append_len (words, cases[i].text + start, (gssize) (end - start));
        }
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

static void
count_cb (KompassSpeller *speller,
          guint          *n)
{
  (*n)++;
}

static void
test_speller (void)
{
  g_autoptr (KompassSpeller) speller = create_speller ();
  g_autoptr (KompassSpeller) other = kompass_speller_new (LANGUAGE);
  g_auto (GStrv) suggestions = NULL;
  guint n_changed = 0;

  if (speller == NULL)
    return;
  g_signal_connect (speller, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (kompass_speller_check (speller, "kommun"));
  g_assert_true (kompass_speller_check (speller, "Kommun"));
  g_assert_true (kompass_speller_check (speller, "öp\xc2\xadpen"));
  g_assert_true (kompass_speller_check (speller, "skola-barn"));
  g_assert_true (kompass_speller_check (speller, "SKR-skola"));
  g_assert_true (kompass_speller_check (speller, "SKR"));
  g_assert_false (kompass_speller_check (speller, "skola-bran"));
  g_assert_false (kompass_speller_check (speller, "komun"));
  suggestions = kompass_speller_suggest (speller, "komun", 1);
  g_assert_cmpuint (g_strv_length (suggestions), ==, 1);
  g_assert_cmpstr (suggestions[0], ==, "kommun");

  kompass_speller_ignore (speller, "komun");
  g_assert_true (kompass_speller_check (speller, "komun"));
  g_assert_false (kompass_speller_check (other, "komun"));
  kompass_speller_add (speller, "Lundafalk");
  g_assert_true (kompass_speller_check (speller, "Lundafalk"));
  g_assert_cmpuint (n_changed, ==, 2);
}

static void
test_no_dictionary (void)
{
  g_autoptr (KompassSpeller) speller = kompass_speller_new ("qab");
  g_auto (GStrv) suggestions = kompass_speller_suggest (speller, "komun", 5);

  g_assert_false (kompass_speller_has_dictionary (speller));
  g_assert_true (kompass_speller_check (speller, "komun"));
  g_assert_cmpuint (g_strv_length (suggestions), ==, 0);
  kompass_speller_add (speller, "komun");
}

static void
test_swedish (void)
{
  g_autoptr (KompassSpeller) speller = kompass_speller_new ("sv");

  if (!kompass_speller_has_dictionary (speller))
    {
      g_test_skip ("no Swedish dictionary");
      return;
    }
  g_assert_true (kompass_speller_check (speller, "medborgardialogen"));
  g_assert_true (kompass_speller_check (speller, "kommunfullmäktige"));
  g_assert_false (kompass_speller_check (speller, "felstavadt"));
}

/* Underlines */

static void
set_up (Fixture      *fixture,
        gconstpointer language)
{
  kompass_test_set_up_editor (fixture, language != NULL ? language : LANGUAGE);
}

/* The words that are underlined, with commas between them. */
static char *
get_underlined (Fixture *fixture)
{
  GtkTextTag *tag = kompass_text_buffer_get_spelling_tag (fixture->buffer);
  GString *words = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fixture->buffer), &start);
  while (gtk_text_iter_has_tag (&start, tag) || gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      g_autofree char *word = NULL;

      end = start;
      if (!gtk_text_iter_forward_to_tag_toggle (&end, tag))
        break;
      word = gtk_text_iter_get_text (&start, &end);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "", word);
      start = end;
    }

  return g_string_free (words, FALSE);
}

typedef struct
{
  Fixture *fixture;
  const char *words;
} Expected;

static gboolean
is_underlined (gpointer data)
{
  Expected *expected = data;
  g_autofree char *words = get_underlined (expected->fixture);

  return strcmp (words, expected->words) == 0;
}

static void
wait_for_underlined (Fixture    *fixture,
                     const char *words)
{
  kompass_test_wait_for (is_underlined, &(Expected) { fixture, words });
}

static void
assert_selected (Fixture    *fixture,
                 const char *word)
{
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  g_assert_true (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (fixture->buffer), &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, word);
}

static gboolean
has_selection (gpointer fixture)
{
  return gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (((Fixture *) fixture)->buffer));
}

static gboolean
can_check (void)
{
  g_autoptr (KompassSpeller) speller = create_speller ();

  return speller != NULL;
}

static void
test_underlines (Fixture      *fixture,
                 gconstpointer data)
{
  if (!can_check ())
    return;
  kompass_test_set_markup (fixture, "<h>Komun</h><p>barn <b>skol</b>a och <field name=\"area.9.points\"/> SKR komun, "
                                    "https://example.org/x</p>");
  wait_for_underlined (fixture, "Komun,och,komun");
  g_assert_false (kompass_text_editor_get_can_undo (fixture->editor));

  /* what is being written is not wrong yet */
  kompass_test_set_markup (fixture, "");
  kompass_test_write (fixture, "barrn");
  wait_for_underlined (fixture, "");
  kompass_test_write (fixture, " skola");
  wait_for_underlined (fixture, "barrn");
  kompass_test_write (fixture, "x ");
  wait_for_underlined (fixture, "barrn,skolax");
  g_signal_emit_by_name (fixture->view, "backspace");
  g_signal_emit_by_name (fixture->view, "backspace");
  wait_for_underlined (fixture, "barrn");
}

static void
test_next (Fixture      *fixture,
           gconstpointer data)
{
  if (!can_check ())
    return;
  kompass_test_set_markup (fixture, "<p>barn barrn</p><p>skola</p><p>komun barn</p>");
  wait_for_underlined (fixture, "barrn,komun");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_F7, 0));
  kompass_test_wait_for (has_selection, fixture);
  assert_selected (fixture, "barrn");
  kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_F7, 0);
  kompass_test_wait_for_frame (fixture->window);
  assert_selected (fixture, "komun");
  kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_F7, 0);
  kompass_test_wait_for_frame (fixture->window);
  assert_selected (fixture, "barrn");
}

/* The menu */

static void
test_menu (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (KompassText) text = NULL;
  g_autofree char *plain = NULL;

  if (!can_check ())
    return;
  kompass_test_set_markup (fixture, "<p><b>komun</b> barn</p>");
  wait_for_underlined (fixture, "komun");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_F10, GDK_SHIFT_MASK));
  kompass_test_wait_for_frame (fixture->window);
  g_assert_nonnull (kompass_test_find_words (GTK_WIDGET (fixture->view), "kommun"));
  g_assert_nonnull (kompass_test_find_words (GTK_WIDGET (fixture->view), "Add to Dictionary"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "spelling.replace", "s", "kommun"));
  text = kompass_text_editor_get_text (fixture->editor);
  plain = kompass_text_to_markup (text);
  g_assert_cmpstr (plain, ==, "<text><p><b>kommun</b> barn</p></text>");
  wait_for_underlined (fixture, "");
  kompass_text_editor_undo (fixture->editor);
  wait_for_underlined (fixture, "komun");

  kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_Menu, 0);
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), "spelling.ignore", NULL));
  wait_for_underlined (fixture, "");
  kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_Menu, 0);
  kompass_test_wait_for_frame (fixture->window);
  g_assert_null (kompass_test_find_words (GTK_WIDGET (fixture->view), "Add to Dictionary"));
  g_assert_nonnull (kompass_test_find_words (GTK_WIDGET (fixture->view), "Paste"));
}

/* Says so instead of being silent. */
static gboolean
says_why (gpointer fixture)
{
  g_autofree char *words = NULL;

  g_object_get (((Fixture *) fixture)->editor, "spelling-words", &words, NULL);

  return strstr (words, "no dictionary of qab") != NULL;
}

static void
test_without_dictionary (Fixture      *fixture,
                         gconstpointer data)
{
  GActionGroup *actions = kompass_text_editor_get_actions (fixture->editor);

  kompass_test_set_markup (fixture, "<p>komun</p>");
  kompass_test_wait_for (says_why, fixture);
  g_assert_false (g_action_group_get_action_enabled (actions, "spelling"));
  wait_for_underlined (fixture, "");
  kompass_test_press_on (GTK_WIDGET (fixture->view), "text-keys", GDK_KEY_Menu, 0);
  kompass_test_wait_for_frame (fixture->window);
  g_assert_nonnull (kompass_test_find_words (GTK_WIDGET (fixture->view), "No Dictionary: Spelling Is Not Checked"));
}

/* Lists and key facts, which are lines */

typedef struct
{
  GtkWidget *root;
  const char *words;
} ExpectedLines;

static void
append_underlined (GtkWidget *widget,
                   GString   *words)
{
  if (KOMPASS_IS_LINE_VIEW (widget))
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start);
      /* There are no other tags in a line. */
      while (gtk_text_iter_starts_tag (&start, NULL) || gtk_text_iter_forward_to_tag_toggle (&start, NULL))
        {
          g_autofree char *word = NULL;

          end = start;
          if (!gtk_text_iter_forward_to_tag_toggle (&end, NULL))
            break;
          word = gtk_text_iter_get_text (&start, &end);
          g_string_append_printf (words, "%s%s", words->len > 0 ? "," : "", word);
          start = end;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_underlined (child, words);
}

static gboolean
are_lines_underlined (gpointer data)
{
  ExpectedLines *expected = data;
  g_autoptr (GString) words = g_string_new (NULL);

  append_underlined (expected->root, words);

  return strcmp (words->str, expected->words) == 0;
}

static void
wait_for_lines (gpointer    root,
                const char *words)
{
  kompass_test_wait_for (are_lines_underlined, &(ExpectedLines) { root, words });
}

static void
assert_line_selected (KompassTestWindow *window,
                      const char        *word)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window->window))));
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, word);
}

static void
test_lists (KompassTestWindow *window,
            gconstpointer      data)
{
  KompassReportView *view = kompass_test_open_empty_area (window);
  KompassFindingsView *findings = kompass_report_view_get_findings (view);
  KompassFindingsList *first = kompass_findings_view_get_list (findings, KOMPASS_FINDING_STRENGTH);
  KompassFindingsList *last = kompass_findings_view_get_list (findings, KOMPASS_FINDING_IMPROVEMENT);
  GtkWidget *line;

  if (!can_check ())
    return;
  kompass_text_editor_set_language (kompass_report_view_get_editor (view), LANGUAGE);
  kompass_finding_row_edit (kompass_findings_list_get_last (last), TRUE);
  kompass_test_insert_words (window, "skola komun barn ");
  wait_for_lines (findings, "komun");
  kompass_finding_row_edit (kompass_findings_list_get_last (first), TRUE);
  kompass_test_insert_words (window, "barrn ");
  wait_for_lines (findings, "barrn,komun");

  /* From the caret on, through all the lists, and from the beginning again */
  g_assert_true (kompass_test_press_on (GTK_WIDGET (findings), "findings-keys", GDK_KEY_F7, 0));
  assert_line_selected (window, "komun");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (findings), "findings-keys", GDK_KEY_F7, 0));
  assert_line_selected (window, "barrn");
  g_assert_true (kompass_test_press_on (GTK_WIDGET (findings), "findings-keys", GDK_KEY_F7, 0));
  assert_line_selected (window, "komun");

  /* The menu, and a word chosen there, which is a step of the line */
  line = gtk_window_get_focus (GTK_WINDOW (window->window));
  g_assert_true (kompass_test_press_on (line, "line-keys", GDK_KEY_F10, GDK_SHIFT_MASK));
  kompass_test_wait_for_frame (line);
  g_assert_nonnull (kompass_test_find_words (line, "kommun"));
  g_assert_nonnull (kompass_test_find_words (line, "Add to Dictionary"));
  g_assert_nonnull (kompass_test_find_words (line, "Item"));
  gtk_popover_popdown (GTK_POPOVER (kompass_test_find_widget (line, GTK_TYPE_POPOVER)));
  g_assert_true (gtk_widget_activate_action (line, "spelling.replace", "s", "kommun"));
  g_assert_cmpstr (kompass_line_view_get_text (KOMPASS_LINE_VIEW (line)), ==, "skola kommun barn");
  wait_for_lines (findings, "barrn");
  gtk_text_buffer_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)));
  g_assert_cmpstr (kompass_line_view_get_text (KOMPASS_LINE_VIEW (line)), ==, "skola komun barn");
}

static void
test_key_facts (KompassTestWindow *window,
                gconstpointer      data)
{
  KompassReportView *view = kompass_test_open_section (window, "facts");
  GtkWidget *facts = GTK_WIDGET (kompass_report_view_get_facts (view));
  KompassKeyFactRow *row = KOMPASS_KEY_FACT_ROW (kompass_test_find_widget (facts, KOMPASS_TYPE_KEY_FACT_ROW));
  GtkWidget *last = gtk_widget_get_last_child (gtk_widget_get_parent (GTK_WIDGET (row)));

  if (!can_check ())
    return;
  kompass_text_editor_set_language (kompass_report_view_get_editor (view), LANGUAGE);
  kompass_text_editor_ensure_speller (kompass_report_view_get_editor (view));
  kompass_key_fact_row_edit_value (KOMPASS_KEY_FACT_ROW (last));
  kompass_test_insert_words (window, "barrn ");
  kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (last));
  kompass_test_insert_words (window, "skolla kommun ");
  wait_for_lines (last, "skolla,barrn");
  kompass_key_fact_row_edit_name (KOMPASS_KEY_FACT_ROW (last));
  g_assert_true (kompass_test_press_on (facts, "key-facts-keys", GDK_KEY_F7, 0));
  assert_line_selected (window, "barrn");
}

int
main (int    argc,
      char **argv)
{
  int status;

  folder = g_dir_make_tmp ("kompass-test-XXXXXX", NULL);
  g_setenv ("ENCHANT_CONFIG_DIR", folder, TRUE);
  write_dictionary ();
  kompass_test_init_windows (&argc, &argv);
  g_test_add_func ("/spelling/words", test_words);
  g_test_add_func ("/spelling/speller", test_speller);
  g_test_add_func ("/spelling/no-dictionary", test_no_dictionary);
  g_test_add_func ("/spelling/swedish", test_swedish);
  kompass_test_add_window ("/spelling/lists", kompass_test_set_up_example, test_lists);
  kompass_test_add_window ("/spelling/key-facts", kompass_test_set_up_example, test_key_facts);
  g_test_add ("/spelling/underlines", Fixture, NULL, set_up, test_underlines, kompass_test_tear_down_editor);
  g_test_add ("/spelling/next", Fixture, NULL, set_up, test_next, kompass_test_tear_down_editor);
  g_test_add ("/spelling/menu", Fixture, NULL, set_up, test_menu, kompass_test_tear_down_editor);
  g_test_add ("/spelling/without-dictionary", Fixture, "qab", set_up, test_without_dictionary,
              kompass_test_tear_down_editor);
  status = g_test_run ();
  kompass_test_remove_folder (folder);
  g_free (folder);

  return status;
}
