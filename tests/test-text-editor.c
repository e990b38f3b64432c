/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a text of the report: what keys, commands, the clipboard and undo make of it. Texts are compared as markup, in
 * which "|" is where the caret is, when a test types. */
#include <string.h>

#include "kompass-figure-chooser.h"
#include "kompass-link-dialog.h"
#include "kompass-test-data.h"
#include "kompass-test-editor.h"
#include "kompass-test-window.h"
#include "kompass-text-bar.h"
#include "kompass-text-editor.h"
#include "kompass-text-html.h"
#include "kompass-text-view.h"

typedef KompassTestEditor Fixture;

static void
assert_text (KompassText *text,
             const char  *expected)
{
  g_autoptr (KompassText) same = kompass_test_parse_markup (expected);
  g_autofree char *markup = kompass_text_to_markup (text);
  g_autofree char *canonical = kompass_text_to_markup (same);

  g_assert_cmpstr (markup, ==, canonical);
}

/* An empty paragraph at the end of what is selected is not part of it. */
static gboolean
ends_empty (Fixture *fixture)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (fixture->buffer), &end);
  gtk_text_iter_backward_char (&end);

  return gtk_text_iter_starts_line (&end);
}

/* What is written, and what GTK shows. */
static void
assert_markup (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (KompassText) text = kompass_text_editor_get_text (fixture->editor);
  g_autoptr (KompassText) shown = NULL;

  assert_text (text, expected);
  if (ends_empty (fixture))
    return;
  g_signal_emit_by_name (fixture->view, "select-all", TRUE);
  shown = kompass_text_buffer_get_selected (fixture->buffer);
  assert_text (shown, expected);
}

static void
place (Fixture *fixture,
       int      line,
       int      offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (fixture->buffer), &iter, line, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (fixture->buffer), &iter);
}

static void
select_range (Fixture *fixture,
              int      line,
              int      offset,
              int      end_line,
              int      end_offset)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (fixture->buffer), &start, line, offset);
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (fixture->buffer), &end, end_line, end_offset);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (fixture->buffer), &end, &start);
}

static void
do_action (Fixture    *fixture,
           const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, NULL));
}

static int
get_caret (Fixture *fixture)
{
  int position;

  g_object_get (fixture->buffer, "cursor-position", &position, NULL);

  return position;
}

static void
move (Fixture *fixture,
      int      characters)
{
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, characters, FALSE);
}

static const char * const round_trips[] = {
  "",
  "<p>One.</p>",
  "<p>One.</p><p></p><p>Three</p>",
  "<h>Heading</h><p>A <b>bold</b>, <i>italic</i>, <b><i>both</i></b> word.</p><li>One</li><li>Two</li>",
  "<li>Only a list</li><li></li>",
  "<h></h>",
  "<p>See <a href=\"https://example.org/\">this</a><a href=\"mailto:a@example.org\">that</a>.</p>",
  "<p><field name=\"area.1.points\"/></p><p>a<field name=\"total.points\"/><field name=\"total.points\"/>b</p>",
  "<h><b>Bold</b> heading with <field name=\"total.percent\"/></h>",
  "<p>åäö 漢字 שלום 🙂</p>",
};

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (round_trips); i++)
    {
      kompass_test_set_markup (fixture, round_trips[i]);
      assert_markup (fixture, round_trips[i]);
      g_assert_false (kompass_text_editor_get_can_undo (fixture->editor));
    }
}

static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  kompass_test_write (fixture, "Hello\nworld");
  assert_markup (fixture, "<p>Hello</p><p>world</p>");

  kompass_test_set_markup (fixture, "<p>a<b>bc</b>d</p>");
  place (fixture, 0, 3);
  kompass_test_write (fixture, "X");
  assert_markup (fixture, "<p>a<b>bcX</b>d</p>");
  place (fixture, 0, 1);
  kompass_test_write (fixture, "Y");
  assert_markup (fixture, "<p>aY<b>bcX</b>d</p>");

  kompass_test_set_markup (fixture, "<p><a href=\"https://example.org/\">link</a></p>");
  place (fixture, 0, 4);
  kompass_test_write (fixture, "!");
  place (fixture, 0, 2);
  kompass_test_write (fixture, "-");
  assert_markup (fixture, "<p><a href=\"https://example.org/\">li-nk</a>!</p>");
}

static void
test_headings (Fixture      *fixture,
               gconstpointer data)
{
  kompass_test_write (fixture, "Title");
  do_action (fixture, "text.heading");
  kompass_test_write (fixture, "\nText");
  assert_markup (fixture, "<h>Title</h><p>Text</p>");

  place (fixture, 0, 2);
  kompass_test_write (fixture, "\n");
  assert_markup (fixture, "<h>Ti</h><p>tle</p><p>Text</p>");

  kompass_test_set_markup (fixture, "<h>Title</h>");
  place (fixture, 0, 0);
  kompass_test_write (fixture, "\n");
  assert_markup (fixture, "<p></p><h>Title</h>");

  place (fixture, 1, 0);
  kompass_test_write (fixture, "\b");
  assert_markup (fixture, "<p></p><p>Title</p>");
  place (fixture, 1, 0);
  kompass_test_write (fixture, "\b");
  assert_markup (fixture, "<p>Title</p>");

  do_action (fixture, "text.heading");
  do_action (fixture, "text.body");
  assert_markup (fixture, "<p>Title</p>");
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  kompass_test_write (fixture, "- One\nTwo\n\nAfter");
  assert_markup (fixture, "<li>One</li><li>Two</li><p>After</p>");

  /* the spaces of a list can be had after all */
  kompass_test_set_markup (fixture, "");
  kompass_test_write (fixture, "- ");
  kompass_text_editor_undo (fixture->editor);
  assert_markup (fixture, "<p>- </p>");

  kompass_test_set_markup (fixture, "<p>a</p><p>b</p><p>c</p>");
  select_range (fixture, 0, 0, 2, 0);
  do_action (fixture, "text.bullets");
  assert_markup (fixture, "<li>a</li><li>b</li><p>c</p>");
  select_range (fixture, 0, 0, 2, 1);
  do_action (fixture, "text.bullets");
  assert_markup (fixture, "<li>a</li><li>b</li><li>c</li>");
  do_action (fixture, "text.bullets");
  assert_markup (fixture, "<p>a</p><p>b</p><p>c</p>");

  kompass_test_set_markup (fixture, "<li>a</li><li>b</li>");
  place (fixture, 1, 0);
  kompass_test_write (fixture, "\b");
  assert_markup (fixture, "<li>a</li><p>b</p>");
}

static void
test_joins (Fixture      *fixture,
            gconstpointer data)
{
  kompass_test_set_markup (fixture, "<h>Heading</h><p>body</p><li>item</li>");
  select_range (fixture, 0, 4, 1, 2);
  kompass_test_write (fixture, "\b");
  assert_markup (fixture, "<h>Headdy</h><li>item</li>");
}

static void
test_joins_of_empty (Fixture      *fixture,
                     gconstpointer data)
{
  kompass_test_set_markup (fixture, "<p></p><h>Heading</h>");
  place (fixture, 0, 0);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_markup (fixture, "<h>Heading</h>");

  /* the end of the text is not that of the buffer */
  place (fixture, 0, 7);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_markup (fixture, "<h>Heading</h>");
  g_signal_emit_by_name (fixture->view, "select-all", TRUE);
  kompass_test_write (fixture, "\b");
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (fixture->buffer)), ==, 2);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  g_assert_cmpint (get_caret (fixture), ==, 0);
  kompass_test_write (fixture, "x");
  assert_markup (fixture, "<h>x</h>");
}

static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  kompass_test_write (fixture, "a ");
  do_action (fixture, "text.bold");
  kompass_test_write (fixture, "b");
  do_action (fixture, "text.italic");
  kompass_test_write (fixture, "c");
  do_action (fixture, "text.bold");
  do_action (fixture, "text.italic");
  kompass_test_write (fixture, "d");
  assert_markup (fixture, "<p>a <b>b</b><b><i>c</i></b>d</p>");

  kompass_test_set_markup (fixture, "<p>one <b>two</b></p><p>three</p>");
  select_range (fixture, 0, 4, 1, 5);
  g_assert_cmpint (kompass_text_buffer_get_flags (fixture->buffer), ==, 0);
  do_action (fixture, "text.bold");
  assert_markup (fixture, "<p>one <b>two</b></p><p><b>three</b></p>");
  select_range (fixture, 0, 4, 1, 5);
  g_assert_cmpint (kompass_text_buffer_get_flags (fixture->buffer), ==, KOMPASS_RUN_BOLD);
  do_action (fixture, "text.bold");
  assert_markup (fixture, "<p>one two</p><p>three</p>");

  /* a look that was chosen for what is typed next is forgotten when the caret goes elsewhere */
  place (fixture, 0, 3);
  do_action (fixture, "text.bold");
  place (fixture, 1, 5);
  kompass_test_write (fixture, "x");
  assert_markup (fixture, "<p>one two</p><p>threex</p>");
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  kompass_test_write (fixture, "one two ");
  do_action (fixture, "text.bold");
  kompass_test_write (fixture, "three");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>one two </p>");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>one </p>");
  do_action (fixture, "text.redo");
  do_action (fixture, "text.redo");
  assert_markup (fixture, "<p>one two <b>three</b></p>");
  g_assert_false (kompass_text_editor_get_can_redo (fixture->editor));

  /* what is deleted key by key comes back at once */
  place (fixture, 0, 13);
  kompass_test_write (fixture, "\b\b\b\b\b");
  assert_markup (fixture, "<p>one two </p>");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>one two <b>three</b></p>");

  /* what is typed over is one step with the first character, and words go on after it */
  select_range (fixture, 0, 0, 0, 3);
  kompass_test_write (fixture, "four");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>one two <b>three</b></p>");
  g_assert_true (kompass_text_editor_get_can_redo (fixture->editor));
}

/* After a text was stored, it is set again; another text that is set cannot be undone here. */
static void
test_undo_after_set (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (KompassText) text = NULL;

  kompass_test_write (fixture, "one");
  text = kompass_text_editor_get_text (fixture->editor);
  kompass_text_editor_set_text (fixture->editor, text);
  g_assert_true (kompass_text_editor_get_can_undo (fixture->editor));

  kompass_test_set_markup (fixture, "<p>zero</p><p>one</p>");
  g_assert_false (kompass_text_editor_get_can_undo (fixture->editor));
  g_assert_cmpuint (kompass_text_editor_get_paragraph (fixture->editor), ==, 1);
  assert_markup (fixture, "<p>zero</p><p>one</p>");
}

/* Whatever is done, in any order, undoing all of it gives what was, and doing it again what came of it. */
static void
do_something (Fixture *fixture,
              GRand   *random)
{
  static const char * const keys[] = { "a", "b ", "\n", "\b", "- ", "ö", "\n\n", "x\ny", "\t", "\r\n" };
  int length = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (fixture->buffer));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &start, g_rand_int_range (random, 0, length + 1));
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (fixture->buffer), &end, g_rand_int_range (random, 0, length + 1));
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      gtk_text_buffer_select_range (GTK_TEXT_BUFFER (fixture->buffer), &start, &end);
      break;
    case 1:
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (fixture->buffer), &start);
      break;
    case 2:
      kompass_text_buffer_toggle_flag (fixture->buffer, KOMPASS_RUN_BOLD);
      break;
    case 3:
      kompass_text_buffer_set_kind (fixture->buffer, (KompassParagraphKind) g_rand_int_range (random, 0, 3));
      break;
    case 4:
      kompass_text_buffer_insert_field (fixture->buffer, "area.1.points");
      break;
    case 5:
      kompass_text_buffer_set_link (fixture->buffer, "link", "https://example.org/");
      break;
    default:
      kompass_test_write (fixture, keys[g_rand_int_range (random, 0, G_N_ELEMENTS (keys))]);
    }
}

static void
test_undo_random (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint round = 0; round < 40; round++)
    {
      const char *begin = round_trips[round % G_N_ELEMENTS (round_trips)];
      g_autoptr (KompassText) text = NULL;
      g_autoptr (KompassText) again = NULL;
      g_autofree char *markup = NULL;

      kompass_test_set_markup (fixture, "<p>other</p>");
      kompass_test_set_markup (fixture, begin);
      for (guint i = 0; i < 60; i++)
        do_something (fixture, random);
      text = kompass_text_editor_get_text (fixture->editor);
      while (kompass_text_editor_get_can_undo (fixture->editor))
        kompass_text_editor_undo (fixture->editor);
      assert_markup (fixture, begin);
      while (kompass_text_editor_get_can_redo (fixture->editor))
        kompass_text_editor_redo (fixture->editor);
      again = kompass_text_editor_get_text (fixture->editor);
      g_assert_true (kompass_text_equal (text, again));
      markup = kompass_text_to_markup (text);
      if (!kompass_text_is_empty (text))
        {
          g_autofree char *inner = g_strndup (markup + strlen ("<text>"), strlen (markup) - strlen ("<text></text>"));

          assert_markup (fixture, inner);
        }
    }
}

static void
test_control_characters (Fixture      *fixture,
                         gconstpointer data)
{
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (fixture->buffer), &iter);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (fixture->buffer), &iter,
                          "a\tb\001c\r\nd\re\342\200\251f\357\277\274g\357\277\277", -1);
  assert_markup (fixture, "<p>a b\357\277\275c</p><p>d</p><p>e</p><p>f\357\277\275g\357\277\275</p>");
}

static void
test_fields (Fixture      *fixture,
             gconstpointer data)
{
  static const char field[] = "question.1.2.points";
  static const char markup[] = "<p>a <field name=\"question.1.2.points\"/> b</p>";
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) evaluation = kompass_test_lund (edition);
  g_autoptr (KompassText) text = NULL;
  g_autofree char *plain = NULL;
  GtkTextIter start, end;

  kompass_text_editor_set_evaluation (fixture->editor, evaluation);
  kompass_test_set (evaluation, "1.2", 1050);
  kompass_test_write (fixture, "a ");
  kompass_text_buffer_insert_field (fixture->buffer, field);
  kompass_test_write (fixture, " b");
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (fixture->buffer), &start, &end);
  plain = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (fixture->buffer), &start, &end, TRUE);
  g_assert_cmpstr (plain, ==, "a 10.5 b\n");
  text = kompass_text_editor_get_text (fixture->editor);
  assert_text (text, markup);

  /* the figure is passed as one */
  place (fixture, 0, 2);
  move (fixture, 1);
  g_assert_cmpint (get_caret (fixture), ==, 6);
  move (fixture, -1);
  g_assert_cmpint (get_caret (fixture), ==, 2);

  /* it follows the score, and the caret stays before it; nothing is edited */
  kompass_test_set (evaluation, "1.2", 900);
  g_assert_cmpint (get_caret (fixture), ==, 2);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (fixture->buffer)), ==, (int) strlen ("a 9.0 b\n"));
  kompass_test_set (evaluation, "1.2", 1050);
  assert_markup (fixture, markup);

  /* and is deleted as one, and comes back */
  place (fixture, 0, 6);
  kompass_test_write (fixture, "\b");
  assert_markup (fixture, "<p>a  b</p>");
  do_action (fixture, "text.undo");
  assert_markup (fixture, markup);
  place (fixture, 0, 2);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_markup (fixture, "<p>a  b</p>");
}

static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  kompass_test_write (fixture, "See ");
  kompass_text_buffer_set_link (fixture->buffer, "here", "https://example.org/");
  kompass_test_write (fixture, ".");
  assert_markup (fixture, "<p>See <a href=\"https://example.org/\">here</a>.</p>");
  do_action (fixture, "text.undo");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>See </p>");

  kompass_test_set_markup (fixture, "<p>a <b>bold</b> c</p>");
  select_range (fixture, 0, 0, 0, 8);
  kompass_text_buffer_set_link (fixture->buffer, NULL, "https://example.org/");
  assert_markup (fixture, "<p><a href=\"https://example.org/\">a </a><b><a href=\"https://example.org/\">bold</a></b>"
                          "<a href=\"https://example.org/\"> c</a></p>");
  select_range (fixture, 0, 0, 0, 8);
  kompass_text_buffer_set_link (fixture->buffer, NULL, NULL);
  assert_markup (fixture, "<p>a <b>bold</b> c</p>");
}

static void
test_insert_text (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (KompassText) one = kompass_test_parse_markup ("<li>mid<b>dle</b></li>");
  g_autoptr (KompassText) two = kompass_test_parse_markup ("<h>H</h><p>p</p><li>l</li>");

  kompass_test_set_markup (fixture, "<p>ac</p>");
  place (fixture, 0, 1);
  kompass_text_editor_insert_text (fixture->editor, one);
  assert_markup (fixture, "<p>amid<b>dle</b>c</p>");
  kompass_test_set_markup (fixture, "<p>ac</p>");
  place (fixture, 0, 1);
  kompass_text_editor_insert_text (fixture->editor, two);
  assert_markup (fixture, "<p>aH</p><p>p</p><p>lc</p>");
  do_action (fixture, "text.undo");
  assert_markup (fixture, "<p>ac</p>");
  kompass_test_set_markup (fixture, "");
  kompass_text_editor_insert_text (fixture->editor, two);
  assert_markup (fixture, "<h>H</h><p>p</p><li>l</li>");
}

static gboolean
has_text (gpointer fixture)
{
  return !kompass_text_editor_is_empty (((Fixture *) fixture)->editor);
}

static void
assert_pasted (Fixture    *fixture,
               const char *expected)
{
  kompass_test_set_markup (fixture, "");
  g_signal_emit_by_name (fixture->view, "paste-clipboard");
  kompass_test_wait_for (has_text, fixture);
  assert_markup (fixture, expected);
}

static void
set_clipboard (Fixture    *fixture,
               const char *type,
               const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), provider);
}

static void
test_clipboard (Fixture      *fixture,
                gconstpointer data)
{
  static const char markup[] = "<h>H</h><p>p <b>b</b> <field name=\"total.points\"/></p><li>l</li>";

  kompass_test_set_markup (fixture, markup);
  g_signal_emit_by_name (fixture->view, "select-all", TRUE);
  g_signal_emit_by_name (fixture->view, "copy-clipboard");
  assert_pasted (fixture, markup);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), "a\nb\tc");
  assert_pasted (fixture, "<p>a</p><p>b c</p>");
  set_clipboard (fixture, "text/html", "<h2>H</h2><p>a <strong>b</strong></p>");
  assert_pasted (fixture, "<h>H</h><p>a <b>b</b></p>");

  kompass_test_set_markup (fixture, "<p>one two</p>");
  select_range (fixture, 0, 0, 0, 4);
  g_signal_emit_by_name (fixture->view, "cut-clipboard");
  assert_markup (fixture, "<p>two</p>");
  assert_pasted (fixture, "<p>one </p>");
}

/* Lines that begin with a bullet become items of a list, in one step; numbers and what only looks like a bullet stay. */
static void
test_paste_list (Fixture      *fixture,
                 gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window),
                          "Vi ska\n\u2022 lyssna\n- svara\n\u2013 följa upp\n* och\ttacka\n1. först\n-5 procent\n- ");
  assert_pasted (fixture, "<p>Vi ska</p><li>lyssna</li><li>svara</li><li>följa upp</li><li>och tacka</li><p>1. först</p>"
                          "<p>-5 procent</p><p>- </p>");
  kompass_text_editor_undo (fixture->editor);
  assert_markup (fixture, "");
  set_clipboard (fixture, "text/html", "<p>\u00b7 a <b>b</b></p><p>c</p>");
  assert_pasted (fixture, "<li>a <b>b</b></li><p>c</p>");
}

/* Text that GTK itself moves, as when it is dragged. */
static void
test_drag (Fixture      *fixture,
           gconstpointer data)
{
  GtkTextIter at, start, end;

  kompass_test_set_markup (fixture, "<h>H</h><p>p <b>b</b></p><p>end</p>");
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (fixture->buffer), &at, 2, 3);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (fixture->buffer), &start);
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (fixture->buffer), &end, 1, 3);
  g_assert_true (gtk_text_buffer_insert_range_interactive (GTK_TEXT_BUFFER (fixture->buffer), &at, &start, &end, TRUE));
  assert_markup (fixture, "<h>H</h><p>p <b>b</b></p><h>endH</h><p>p <b>b</b></p>");
}

static void
test_html (void)
{
  static const struct
  {
    const char *html;
    const char *markup;
  } cases[] = {
    { "<p>a  b\n c</p>", "<p>a b c</p>" },
    { "plain <b>bold</b><br>next", "<p>plain <b>bold</b></p><p>next</p>" },
    { "<ul><li><p>one</p></li><li>two <i>2</i></li></ul><p>after</p>", "<li>one</li><li>two <i>2</i></li><p>after</p>" },
    { "<h1><b>T</b></h1><div><div>d</div></div>", "<h><b>T</b></h><p>d</p>" },
    { "<p><span style=\"font-weight:700; font-style: italic\">x</span></p>", "<p><b><i>x</i></b></p>" },
    { "<b style=\"font-weight:normal\"><p>docs</p></b>", "<p>docs</p>" },
    { "<a href=\"https://example.org/?a=1&amp;b=2\">l</a> <a href=\"javascript:x()\">j</a>",
      "<p><a href=\"https://example.org/?a=1&amp;b=2\">l</a> j</p>" },
    { "<style>p{}</style><script>x()</script><p>x</p><!-- c -->", "<p>x</p>" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a b</p><p>c</p>" },
    { "<pre>a\n  b</pre>", "<p>a</p><p>  b</p>" },
    { "<p>å&auml;\xc3\xb6&nbsp;x</p>", "<p>åäö\xc2\xa0x</p>" },
    { "<p><a href=\"https://example.org/\">l <b>b </b></a>x</p>",
      "<p><a href=\"https://example.org/\">l <b>b</b></a><b> </b>x</p>" },
    { "<p>unclosed <b>bold", "<p>unclosed <b>bold</b></p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KompassText) text = kompass_text_new_from_html (cases[i].html, strlen (cases[i].html));

      g_test_message ("%s", cases[i].html);
      g_assert_nonnull (text);
      assert_text (text, cases[i].markup);
    }
  g_assert_null (kompass_text_new_from_html ("<p> </p>", 8));
  g_assert_null (kompass_text_new_from_html ("", 0));
}

static void
test_html_round_trip (void)
{
  static const char markup[] = "<h>H</h><p>p <b>b</b> <i>i</i> <a href=\"https://example.org/\">l &amp; m</a></p>"
                               "<li>a</li><li>b</li><p>&lt;x&gt;</p>";
  g_autoptr (KompassText) text = kompass_test_parse_markup (markup);
  g_autofree char *html = kompass_text_to_html (text, NULL);
  g_autoptr (KompassText) again = kompass_text_new_from_html (html, strlen (html));
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_text (again, markup);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<b>");
  g_string_append (deep, "x");
  g_clear_object (&again);
  again = kompass_text_new_from_html (deep->str, deep->len);
}

static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  GActionGroup *actions = kompass_text_editor_get_actions (fixture->editor);
  g_autoptr (GVariant) bold = NULL;
  g_autoptr (GVariant) heading = NULL;

  kompass_test_set_markup (fixture, "<p>a</p><h><b>x</b></h>");
  kompass_text_editor_go_to (fixture->editor, 1);
  kompass_test_wait_for_frame (fixture->window);
  bold = g_action_group_get_action_state (actions, "bold");
  heading = g_action_group_get_action_state (actions, "heading");
  g_assert_true (g_variant_get_boolean (bold));
  g_assert_true (g_variant_get_boolean (heading));
}

/* The bar */

static GtkWidget *
find_button (GtkWidget  *bar,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ACTIONABLE (child) && strcmp (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
      return child;
  g_assert_not_reached ();
}

static void
test_bar (Fixture      *fixture,
          gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = kompass_text_bar_new (fixture->editor);
  GtkWidget *bold = find_button (bar, "text.bold");

  gtk_window_set_child (GTK_WINDOW (window), bar);
  kompass_test_set_markup (fixture, "<p>a <b>b</b></p>");
  place (fixture, 0, 3);
  kompass_test_wait_for_frame (fixture->window);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bold)));
  select_range (fixture, 0, 0, 0, 3);
  kompass_test_wait_for_frame (fixture->window);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bold)));
  g_signal_emit_by_name (bold, "clicked");
  assert_markup (fixture, "<p><b>a b</b></p>");
  g_assert_false (gtk_widget_get_sensitive (find_button (bar, "text.field")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bold), GTK_ACCESSIBLE_PROPERTY_LABEL, "Bold");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Formatting");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Links */

static void
test_addresses (void)
{
  static const struct
  {
    const char *typed;
    const char *address;
  } cases[] = {
    { "https://lund.se/sida?a=b", "https://lund.se/sida?a=b" },
    { "www.lund.se", "https://www.lund.se" },
    { "lund.se/kommun", "https://lund.se/kommun" },
    { "info@lund.se", "mailto:info@lund.se" },
    { "mailto:info@lund.se", "mailto:info@lund.se" },
    { "", NULL },
    { "lund", NULL },
    { "lund.", NULL },
    { ".se", NULL },
    { "a b.se", NULL },
    { "file:///etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "ftp://lund.se", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = kompass_link_dialog_complete_address (cases[i].typed);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KOMPASS_IS_LINK_DIALOG (window))
        return window;
    }

  return NULL;
}

static GtkEditable *
get_row (GtkWindow  *dialog,
         const char *id)
{
  return GTK_EDITABLE (kompass_test_get_part (dialog, id));
}

static void
click (GtkWindow  *dialog,
       const char *id)
{
  g_signal_emit_by_name (kompass_test_get_part (dialog, id), "clicked");
}

static void
test_link_dialog (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWindow *dialog;

  kompass_test_set_markup (fixture, "<p>see <i>it</i> now</p>");
  select_range (fixture, 0, 4, 0, 6);
  do_action (fixture, "text.link");
  dialog = find_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_row (dialog, "words")), ==, "it");
  g_assert_false (gtk_widget_get_visible (kompass_test_get_part (dialog, "remove")));
  g_assert_false (gtk_widget_get_sensitive (kompass_test_get_part (dialog, "save")));
  gtk_editable_set_text (get_row (dialog, "address"), "lund");
  g_assert_false (gtk_widget_get_sensitive (kompass_test_get_part (dialog, "save")));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_row (dialog, "address")), "error"));
  gtk_editable_set_text (get_row (dialog, "address"), "lund.se");
  click (dialog, "save");
  assert_markup (fixture, "<p>see <i><a href=\"https://lund.se\">it</a></i> now</p>");

  /* a link is edited whole */
  place (fixture, 0, 5);
  do_action (fixture, "text.link");
  dialog = find_dialog (fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_row (dialog, "address")), ==, "https://lund.se");
  gtk_editable_set_text (get_row (dialog, "words"), "the site");
  click (dialog, "save");
  assert_markup (fixture, "<p>see <i><a href=\"https://lund.se\">the site</a></i> now</p>");

  place (fixture, 0, 5);
  do_action (fixture, "text.link");
  click (find_dialog (fixture), "remove");
  assert_markup (fixture, "<p>see <i>the site</i> now</p>");
  place (fixture, 0, 0);
  do_action (fixture, "text.link");
  gtk_window_close (find_dialog (fixture));
  assert_markup (fixture, "<p>see <i>the site</i> now</p>");
}

/* Figures to choose from */

static GtkWidget *
find_chooser (Fixture *fixture)
{
  return kompass_test_find_widget (GTK_WIDGET (fixture->editor), KOMPASS_TYPE_FIGURE_CHOOSER);
}

static gboolean
is_chooser_mapped (gpointer fixture)
{
  GtkWidget *chooser = find_chooser (fixture);

  return chooser != NULL && gtk_widget_get_mapped (chooser);
}

static guint
count_found (GtkWidget *chooser)
{
  GtkListView *list = GTK_LIST_VIEW (kompass_test_get_part (chooser, "list"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
search (GtkWidget  *chooser,
        const char *words)
{
  GtkWidget *entry = kompass_test_get_part (chooser, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_figure_chooser (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) evaluation = kompass_test_lund (edition);
  GtkWidget *chooser;

  kompass_text_editor_set_evaluation (fixture->editor, evaluation);
  kompass_test_write (fixture, "x");
  do_action (fixture, "text.field");
  kompass_test_wait_for (is_chooser_mapped, fixture);
  chooser = find_chooser (fixture);
  g_assert_cmpuint (count_found (chooser), ==,
                    3 * (1 + kompass_edition_get_n_areas (edition) + kompass_edition_get_n_questions (edition)));
  search (chooser, "no such words");
  g_assert_cmpuint (count_found (chooser), ==, 0);
  g_assert_true (gtk_widget_get_visible (kompass_test_get_part (chooser, "none")));
  search (chooser, "PERCENT total");
  g_assert_cmpuint (count_found (chooser), >=, 1);
  g_signal_emit_by_name (kompass_test_get_part (chooser, "search"), "activate");
  assert_markup (fixture, "<p>x<field name=\"total.percent\"/></p>");
}

/* In the chapter of an area its figures come first, then those of its questions. */
static void
test_figures_of_area (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) evaluation = kompass_test_lund (edition);
  GtkWidget *chooser;

  kompass_text_editor_set_evaluation (fixture->editor, evaluation);
  kompass_text_editor_set_area (fixture->editor, 3);
  do_action (fixture, "text.field");
  kompass_test_wait_for (is_chooser_mapped, fixture);
  chooser = find_chooser (fixture);
  g_assert_cmpuint (count_found (chooser), ==,
                    3 * (1 + kompass_edition_get_n_areas (edition) + kompass_edition_get_n_questions (edition)));
  g_signal_emit_by_name (kompass_test_get_part (chooser, "list"), "activate", 3);
  assert_markup (fixture, "<p><field name=\"question.3.1.points\"/></p>");
}

/* Two hundred pages: a key costs what its paragraph does. */
static char *
create_long_markup (void)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < 1200; i++)
    {
      if (i % 10 == 0)
        g_string_append_printf (markup, "<h>Heading %u</h>", i);
      g_string_append (markup, "<p>");
      for (guint word = 0; word < 60; word++)
        g_string_append_printf (markup, "%sword%u%s ", word == 30 ? "<b>" : "", word, word == 32 ? "</b>" : "");
      g_string_append (markup, "</p>");
    }

  return g_string_free (markup, FALSE);
}

/* Paragraphs that come after others look like what they are. What is drawn goes by the tags that are listed at a place. */
static void
test_coming_back (Fixture      *fixture,
                  gconstpointer data)
{
  static const char part[] = "<h>Rubrik</h><p>Kommunen har <b>starka</b> rutiner.</p><li>ett</li><li>två</li><p>Efter.</p>";
  g_autofree char *whole = g_strconcat (part, "<p>Detta</p><p>.x</p>", NULL);
  GtkTextIter iter;

  kompass_test_set_markup (fixture, whole);
  kompass_test_wait_for_frame (fixture->window);
  kompass_test_set_markup (fixture, part);
  kompass_test_wait_for_frame (fixture->window);
  kompass_test_set_markup (fixture, whole);
  assert_markup (fixture, whole);
  for (int line = 4; line <= 6; line++)
    {
      GSList *tags;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (fixture->buffer), &iter, line);
      tags = gtk_text_iter_get_tags (&iter);
      g_assert_null (tags);
      g_slist_free (tags);
    }
}

static void
test_long (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *markup = create_long_markup ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KompassText) text = NULL;

  kompass_test_set_markup (fixture, markup);
  g_test_message ("set %d characters: %.1f ms", gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (fixture->buffer)),
                  (double) (g_get_monotonic_time () - start) / 1000);
  place (fixture, 600, 30);
  kompass_test_wait_for_frame (fixture->window);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    kompass_test_write (fixture, "a");
  g_test_message ("key: %.3f ms", (double) (g_get_monotonic_time () - start) / 100000);
  start = g_get_monotonic_time ();
  text = kompass_text_editor_get_text (fixture->editor);
  g_test_message ("read: %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  do_action (fixture, "text.undo");
  assert_markup (fixture, markup);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, kompass_test_set_up_editor, test, kompass_test_tear_down_editor)

int
main (int    argc,
      char **argv)
{
  kompass_test_init_windows (&argc, &argv);
  ADD ("/text-editor/round-trip", test_round_trip);
  ADD ("/text-editor/typing", test_typing);
  ADD ("/text-editor/headings", test_headings);
  ADD ("/text-editor/lists", test_lists);
  ADD ("/text-editor/joins", test_joins);
  ADD ("/text-editor/joins-of-empty", test_joins_of_empty);
  ADD ("/text-editor/looks", test_looks);
  ADD ("/text-editor/undo", test_undo);
  ADD ("/text-editor/undo-after-set", test_undo_after_set);
  ADD ("/text-editor/undo-random", test_undo_random);
  ADD ("/text-editor/control-characters", test_control_characters);
  ADD ("/text-editor/fields", test_fields);
  ADD ("/text-editor/links", test_links);
  ADD ("/text-editor/insert-text", test_insert_text);
  ADD ("/text-editor/clipboard", test_clipboard);
  ADD ("/text-editor/paste-list", test_paste_list);
  ADD ("/text-editor/figure-chooser/area", test_figures_of_area);
  ADD ("/text-editor/drag", test_drag);
  ADD ("/text-editor/states", test_states);
  ADD ("/text-editor/bar", test_bar);
  ADD ("/text-editor/link-dialog", test_link_dialog);
  ADD ("/text-editor/figure-chooser", test_figure_chooser);
  ADD ("/text-editor/coming-back", test_coming_back);
  ADD ("/text-editor/long", test_long);
  g_test_add_func ("/text-editor/addresses", test_addresses);
  g_test_add_func ("/text-html/reading", test_html);
  g_test_add_func ("/text-html/round-trip", test_html_round_trip);

  return g_test_run ();
}
