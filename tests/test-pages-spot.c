/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the pages stands what is written: the preview follows it there. */
#include <locale.h>
#include <string.h>

#include "kompass-finding.h"
#include "kompass-pages-spot.h"
#include "kompass-test-document.h"

typedef struct
{
  KompassEvaluation *evaluation;
  KompassReport *report;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();

  fixture->evaluation = kompass_test_lund (edition);
  fixture->report = kompass_report_new (kompass_evaluation_get_id (fixture->evaluation));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->report);
  g_clear_object (&fixture->evaluation);
}

static KompassPages *
lay_out (Fixture *fixture)
{
  KompassReportInput input = { .evaluation = fixture->evaluation, .report = fixture->report };
  g_autoptr (KompassDocument) document = kompass_report_document_new (&input);
  KompassPageSetup setup;
  KompassPages *pages;

  kompass_page_setup_init_a4 (&setup);
  pages = kompass_pages_new (&setup);
  kompass_pages_set_document (pages, document);

  return pages;
}

static void
write_markup (Fixture    *fixture,
              const char *section,
              const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strdup_printf ("<text>%s</text>", markup);
  g_autoptr (KompassText) text = kompass_text_new_from_markup (whole, &error);

  g_assert_no_error (error);
  kompass_report_set_text (fixture->report, section, text);
}

static void
add_finding (Fixture            *fixture,
             KompassFindingKind  kind,
             const char         *words)
{
  g_autoptr (KompassFinding) finding = kompass_finding_new (words, 1, kind, words, NULL);

  kompass_report_add_finding (fixture->report, finding);
}

static KompassPagesPlace
find (KompassPages     *pages,
      const char       *chapter,
      KompassPagesPart  part,
      guint             list,
      guint             item,
      guint             offset)
{
  KompassPagesPlace place;

  g_assert_true (kompass_pages_find_spot (pages, &(KompassPagesSpot) { chapter, part, list, item, offset }, &place));
  g_assert_cmpuint (place.page, <, kompass_pages_get_n_pages (pages));
  g_assert_cmpfloat (place.y, >=, kompass_pages_get_setup (pages)->top - 1);
  g_assert_cmpfloat (place.y + place.height, <=, kompass_pages_get_setup (pages)->height);

  return place;
}

static void
assert_below (KompassPagesPlace place,
              KompassPagesPlace above)
{
  g_assert_true (place.page > above.page || (place.page == above.page && place.y > above.y + 1));
}

static void
assert_same (KompassPagesPlace place,
             KompassPagesPlace other)
{
  g_assert_cmpuint (place.page, ==, other.page);
  g_assert_cmpfloat_with_epsilon (place.y, other.y, 0.01);
}

/* Paragraphs, headings and items of lists stand one below the other; what is empty is where the words before it end. */
static void
test_paragraphs (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (KompassPages) pages = NULL;
  KompassPagesPlace places[6];

  write_markup (fixture, "area/1", "<p>One</p><h>Two</h><li>Three</li><li>Four</li><p></p><p>Six</p>");
  pages = lay_out (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, i, 0);
  assert_below (places[0], find (pages, "area/1", KOMPASS_PAGES_CHAPTER, 0, 0, 0));
  for (guint i = 1; i < 4; i++)
    assert_below (places[i], places[i - 1]);
  assert_same (places[4], places[3]);
  assert_below (places[5], places[4]);
}

/* A chapter of many pages, and a paragraph that goes on over several of them. */
static void
test_many_pages (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (KompassPages) pages = NULL;
  KompassPagesPlace first, last, middle;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (markup, "<p>Paragraph %u about how the municipality works, and what citizens notice of it.</p>", i);
  g_string_append (markup, "<p>");
  for (guint i = 0; i < 3000; i++)
    g_string_append (markup, "word ");
  g_string_append (markup, "</p>");
  write_markup (fixture, "area/1", markup->str);
  pages = lay_out (fixture);
  first = find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 0, 0);
  g_assert_cmpuint (find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 199, 0).page, >, first.page + 3);
  first = find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 200, 0);
  middle = find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 200, 7500);
  last = find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 200, 14999);
  assert_below (middle, first);
  assert_below (last, middle);
  g_assert_cmpuint (last.page, >=, first.page + 3);
  assert_same (find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 200, 99999), last);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (KompassPages) pages = NULL;
  KompassPagesPlace first, second, head;

  write_markup (fixture, "area/1", "<p>One</p>");
  add_finding (fixture, KOMPASS_FINDING_PARTIAL, "First");
  add_finding (fixture, KOMPASS_FINDING_PARTIAL, "Second");
  pages = lay_out (fixture);
  first = find (pages, "area/1", KOMPASS_PAGES_LIST, KOMPASS_FINDING_PARTIAL, 0, 0);
  second = find (pages, "area/1", KOMPASS_PAGES_LIST, KOMPASS_FINDING_PARTIAL, 1, 0);
  head = find (pages, "area/1", KOMPASS_PAGES_LIST, KOMPASS_FINDING_STRENGTH, 0, 0);
  assert_below (second, first);
  assert_below (first, head);
  assert_below (head, find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 0, 0));
  assert_same (find (pages, "area/1", KOMPASS_PAGES_LIST, KOMPASS_FINDING_PARTIAL, 9, 0), second);
}

/* Nothing is printed of a section in which nothing is written, and of a text none but its chapter. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (KompassPages) pages = lay_out (fixture);
  KompassPagesPlace place;

  g_assert_false (kompass_pages_find_spot (pages, &(KompassPagesSpot) { .chapter = "facts" }, &place));
  assert_same (find (pages, "area/1", KOMPASS_PAGES_TEXT, 0, 3, 10), find (pages, "area/1", KOMPASS_PAGES_CHAPTER, 0, 0, 0));
  assert_same (find (pages, "area/1", KOMPASS_PAGES_LIST, 1, 3, 10), find (pages, "area/1", KOMPASS_PAGES_CHAPTER, 0, 0, 0));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pages-spot/paragraphs", Fixture, NULL, set_up, test_paragraphs, tear_down);
  g_test_add ("/pages-spot/many-pages", Fixture, NULL, set_up, test_many_pages, tear_down);
  g_test_add ("/pages-spot/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/pages-spot/nothing", Fixture, NULL, set_up, test_nothing, tear_down);

  return g_test_run ();
}
