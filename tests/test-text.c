/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of a report: what goes in comes out, in one form only; what cannot be printed does not get in; and other
 * people's markup is read or refused, never read in part. */
#include <string.h>

#include "kompass-test-data.h"
#include "kompass-text.h"

static KompassText *
parse (const char *markup)
{
  g_autoptr (GError) error = NULL;
  KompassText *text = kompass_text_new_from_markup (markup, &error);

  g_assert_no_error (error);

  return text;
}

static void
assert_markup (KompassText *text,
               const char  *expected)
{
  g_autofree char *markup = kompass_text_to_markup (text);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_canonical (void)
{
  static const char * const markups[] = {
    "",
    "<text><p>Words</p></text>",
    "<text><p></p><p></p></text>",
    "<text><h></h></text>",
    "<text><h>Heading</h><p>Points: <b>high</b>, <b><i>both</i></b> <i>x</i></p><li>One</li><li>Two</li></text>",
    "<text><p><a href=\"https://www.skl.se/kvalitet?a=1&amp;b=2\"><b>SKL</b></a><a href=\"mailto:a@b.se\">a</a></p></text>",
    "<text><p>It has <field name=\"area.1.points\"/> of <b><field name=\"area.1.maximum\"/></b></p></text>",
    "<text><p>a &lt; b &amp;&amp; c &gt; d \"quoted\" 'too'</p></text>",
    "<text><p> spaces  stay </p></text>",
    "<text><p>Åäö – ”språk” עברית 👩‍👩‍👧</p></text>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    {
      g_autoptr (KompassText) text = parse (markups[i]);
      g_autoptr (KompassText) copy = kompass_text_copy (text);

      assert_markup (text, markups[i]);
      assert_markup (copy, markups[i]);
      g_assert_true (kompass_text_equal (text, copy));
    }
}

/* What others write, or what a user makes in another order, is the same text. */
static void
test_other_forms (void)
{
  static const char * const pairs[][2] = {
    { "<text/>", "" },
    { "<text><p/></text>", "" },
    { "<text>\n  <p>One</p>\n\t<li>Two</li>\r\n</text>\n", "<text><p>One</p><li>Two</li></text>" },
    { "<?xml version=\"1.0\"?><!-- words --><text><p>One</p></text>", "<text><p>One</p></text>" },
    { "<text><p><i><b>x</b></i></p></text>", "<text><p><b><i>x</i></b></p></text>" },
    { "<text><p><b>x</b><b>y</b></p></text>", "<text><p><b>xy</b></p></text>" },
    { "<text><p><b></b>x<i/></p></text>", "<text><p>x</p></text>" },
    { "<text><p><b><a href=\"http://a.se\">x</a></b></p></text>", "<text><p><a href=\"http://a.se\"><b>x</b></a></p></text>" },
    { "<text><p><a href=\"javascript:alert(1)\">x</a>y</p></text>", "<text><p>xy</p></text>" },
    { "<text><p><a href=\"http://a.se\"><field name=\"total.points\"/></a></p></text>",
      "<text><p><field name=\"total.points\"/></p></text>" },
    { "<text><p>a<!-- b -->c</p></text>", "<text><p>ac</p></text>" },
    { "<text><p>one\ntwo\r\nthree</p></text>", "<text><p>one</p><p>two</p><p>three</p></text>" },
    { "<text><h>one\ntwo</h></text>", "<text><h>one</h><p>two</p></text>" },
    { "<text><li>one&#x2028;two&#x2029;three</li></text>", "<text><li>one</li><li>two</li><li>three</li></text>" },
    { "<text><p>a&#9;b&#1;c&#x7f;d&#x85;e\xef\xbf\xbe" "f\xef\xbf\xbc" "g&#13;h</p></text>",
      "<text><p>a b\xef\xbf\xbd" "c\xef\xbf\xbd" "d\xef\xbf\xbd" "e\xef\xbf\xbd" "f\xef\xbf\xbd" "g\xef\xbf\xbdh</p></text>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (KompassText) text = parse (pairs[i][0]);

      assert_markup (text, pairs[i][1]);
    }
}

static void
test_refused (void)
{
  static const char * const markups[] = {
    "words", "<text>", "<p>x</p>", "<text>words</text>", "<text><p>x</p></text><text></text>", "<text><table/></text>",
    "<text><p><p>x</p></p></text>", "<text><b>x</b></text>", "<text><p><b><b>x</b></b></p></text>",
    "<text><p><a>x</a></p></text>", "<text><p><a href=\"http://a.se\" title=\"b\">x</a></p></text>",
    "<text><p class=\"a\">x</p></text>", "<text lang=\"sv\"></text>",
    "<text><p><a href=\"http://a.se\"><a href=\"http://b.se\">x</a></a></p></text>", "<text><p><field/></p></text>",
    "<text><p><field name=\"Not a name\"/></p></text>", "<text><p><field name=\"total.points\">x</field></p></text>",
    "<text><p><field name=\"total.points\"><b/></field></p></text>", "<text><p>&nbsp;</p></text>",
    "<text><p>&#0;</p></text>", "<text><p>\xff</p></text>", "<text><p>x</text></p>", "<text><p>x</p>",
    "<text><p><![CDATA[x]]></p></text>", "<!DOCTYPE text><text/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kompass_text_new_from_markup (markups[i], &error));
      g_assert_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_INVALID);
    }
}

static const char * const words[] = {
  "a", " ", "ord", "\n", "<&>\"'", "å", "\t", "\x01", "\xff", "\r\n", "\r", "👍🏽", "\xe2\x80\xa8", "שלום", "&amp;", "</p>", "  ",
};
static const char * const links[] = { NULL, "http://a.se/?a=1&b=2#c", "mailto:x@y.se", "ftp://a.se", "https://", "x" };
static const char * const fields[] = { "total.points", "area.1.percent", "question.1.2.maximum", "unknown" };

static KompassText *
make_random_text (void)
{
  KompassText *text = kompass_text_new ();
  int n = g_test_rand_int_range (0, 30);

  for (int i = 0; i < n; i++)
    {
      KompassRunFlags flags = (KompassRunFlags) g_test_rand_int_range (0, 4);

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
          kompass_text_add_paragraph (text, (KompassParagraphKind) g_test_rand_int_range (0, 3));
          break;
        case 1:
          kompass_text_add_field (text, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))], flags);
          break;
        default:
          kompass_text_add_run (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], flags,
                                links[g_test_rand_int_range (0, G_N_ELEMENTS (links))]);
        }
    }

  return text;
}

/* No two runs that could be one, nothing that cannot be printed, no word without a run. */
static void
assert_sound (KompassText *text)
{
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    {
      const KompassParagraph *paragraph = kompass_text_get_paragraph (text, i);

      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const KompassRun *run = g_ptr_array_index (paragraph->runs, j);
          const KompassRun *last = j > 0 ? g_ptr_array_index (paragraph->runs, j - 1) : NULL;

          g_assert_true (g_utf8_validate (run->text, -1, NULL));
          g_assert_true ((run->field != NULL) == (*run->text == '\0'));
          for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
            g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
          if (run->link != NULL)
            g_assert_true (kompass_text_is_link (run->link));
          if (last != NULL && last->field == NULL && run->field == NULL)
            g_assert_true (last->flags != run->flags || g_strcmp0 (last->link, run->link) != 0);
        }
    }
}

static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (KompassText) text = make_random_text ();
      g_autofree char *markup = kompass_text_to_markup (text);
      g_autoptr (KompassText) again = parse (markup);
      g_autofree char *plain = kompass_text_to_plain (text, NULL);
      g_autofree char *plain_again = kompass_text_to_plain (again, NULL);

      assert_sound (text);
      assert_sound (again);
      assert_markup (again, markup);
      g_assert_cmpstr (plain, ==, plain_again);
      g_assert_true (kompass_text_equal (text, again));
      g_assert_cmpint (kompass_text_is_empty (text), ==, kompass_text_is_empty (again));
      g_assert_cmpuint (kompass_text_count_words (text), ==, kompass_text_count_words (again));
    }
}

/* Whatever the markup has become on its way, it is read or refused. */
static void
test_damaged (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (KompassText) text = make_random_text ();
      g_autofree char *markup = kompass_text_to_markup (text);
      gsize length = strlen (markup);
      g_autoptr (KompassText) again = NULL;
      g_autoptr (GError) error = NULL;

      if (length == 0)
        continue;
      markup[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (1, 256);
      again = kompass_text_new_from_markup (markup, &error);
      g_assert_true ((again != NULL) == (error == NULL));
      if (again != NULL)
        assert_sound (again);
    }
}

static void
test_limit (void)
{
  static const char start[] = "<text><p>";
  static const char end[] = "</p></text>";
  g_autoptr (GString) markup = g_string_new (start);
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassText) text = NULL;
  g_autoptr (KompassText) longer = NULL;

  /* Letters of two bytes: it is characters that count. */
  for (guint i = 0; i < KOMPASS_TEXT_LIMIT - strlen (start) - strlen (end); i++)
    g_string_append (markup, "å");
  g_string_append (markup, end);
  text = kompass_text_new_from_markup (markup->str, &error);
  g_assert_no_error (error);
  g_assert_true (kompass_text_check_length (text, &error));
  longer = kompass_text_copy (text);
  kompass_text_add_run (longer, "å", KOMPASS_RUN_PLAIN, NULL);
  g_assert_false (kompass_text_check_length (longer, &error));
  g_assert_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_TOO_LONG);
  g_clear_error (&error);
  g_string_insert (markup, (gssize) strlen (start), "a");
  g_assert_null (kompass_text_new_from_markup (markup->str, &error));
  g_assert_error (error, KOMPASS_TEXT_ERROR, KOMPASS_TEXT_ERROR_TOO_LONG);
}

/* As many pieces of one run as a text can be made of do not take long. */
static void
test_pieces (void)
{
  g_autoptr (GString) markup = g_string_new ("<text><p>");
  g_autoptr (KompassText) text = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (markup, "x<b/>");
  g_string_append (markup, "</p></text>");
  text = parse (markup->str);
  g_assert_cmpuint (kompass_text_get_paragraph (text, 0)->runs->len, ==, 1);
}

static void
test_words (void)
{
  static const struct
  {
    const char *markup;
    guint words;
    gboolean is_empty;
  } cases[] = {
    { "", 0, TRUE },
    { "<text><p> </p><li></li></text>", 0, TRUE },
    { "<text><p>\xc2\xa0</p></text>", 0, TRUE },
    { "<text><p>–</p></text>", 0, FALSE },
    { "<text><p>one</p></text>", 1, FALSE },
    { "<text><p>one – two, three.</p></text>", 3, FALSE },
    { "<text><p>kvalitets-/verksamhetsutveckling</p></text>", 1, FALSE },
    { "<text><p>o<b>n</b>e</p><p>two</p></text>", 2, FALSE },
    { "<text><p><field name=\"total.points\"/></p></text>", 1, FALSE },
    { "<text><p>(<field name=\"total.points\"/>) of <field name=\"total.maximum\"/></p></text>", 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KompassText) text = parse (cases[i].markup);

      g_assert_cmpuint (kompass_text_count_words (text), ==, cases[i].words);
      g_assert_cmpint (kompass_text_is_empty (text), ==, cases[i].is_empty);
    }
}

static void
test_plain (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (edition);
  g_autoptr (KompassText) text = parse ("<text><h>Area</h><p>It has <field name=\"area.1.points\"/> points, "
                                        "<a href=\"http://a.se\">see</a> <field name=\"area.9.points\"/></p>"
                                        "<li>One</li><li>Two</li></text>");
  g_autoptr (KompassText) plain_text = kompass_text_new_from_plain ("one\n\ntwo");
  g_autofree char *with_names = kompass_text_to_plain (text, NULL);
  g_autofree char *with_figures = kompass_text_to_plain (text, lund);

  g_assert_cmpstr (with_names, ==, "Area\nIt has {area.1.points} points, see {area.9.points}\n• One\n• Two");
  g_assert_cmpstr (with_figures, ==, "Area\nIt has 42.2 points, see {area.9.points}\n• One\n• Two");
  assert_markup (plain_text, "<text><p>one</p><p></p><p>two</p></text>");
}

static void
test_links (void)
{
  static const char * const good[] = {
    "http://a.se", "HTTPS://A.se/b%20c?d#e", "https://sv.wikipedia.org/wiki/Å", "mailto:a@b.se", "http://[::1]:8080/",
  };
  static const char * const bad[] = {
    "", "a", "www.skl.se", "http:", "http://", "https:///x", "mailto:", "ftp://a.se", "file:///etc/passwd",
    "javascript:alert(1)", "data:text/html,x", "http://a.se/ b", "http://a.se/\"", "http://a.se/<", "http://a.se/\n",
    "http://a.se/\x01", "http://a.se/\xff", "http://a.se/%zz", " http://a.se",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (kompass_text_is_link (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kompass_text_is_link (bad[i]));
  g_assert_false (kompass_text_is_link (NULL));
}

static void
test_line (void)
{
  static const char * const pairs[][2] = {
    { "", "" },
    { "  one  ", "one" },
    { "one\r\ntwo\nthree\tfour\n", "one two three four" },
    { "a\x01" "b\xff" "c", "a\xef\xbf\xbd" "b\xef\xbf\xbd" "c" },
  };
  g_autofree char *nothing = kompass_text_clean_line (NULL);

  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *line = kompass_text_clean_line (pairs[i][0]);

      g_assert_cmpstr (line, ==, pairs[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/canonical", test_canonical);
  g_test_add_func ("/text/other-forms", test_other_forms);
  g_test_add_func ("/text/refused", test_refused);
  g_test_add_func ("/text/random", test_random);
  g_test_add_func ("/text/damaged", test_damaged);
  g_test_add_func ("/text/limit", test_limit);
  g_test_add_func ("/text/pieces", test_pieces);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/links", test_links);
  g_test_add_func ("/text/line", test_line);

  return g_test_run ();
}
