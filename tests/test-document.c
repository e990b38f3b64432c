/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as chapters and blocks. */
#include "kompass-test-document.h"

#include <locale.h>
#include <math.h>

#include "kompass-finding.h"
#include "kompass-key-fact.h"
#include "kompass-page-layout.h"

static char *
cell_text (const KompassGrid *grid,
           guint              row,
           guint              column)
{
  const KompassGridRow *cells = g_ptr_array_index (grid->rows, row);

  g_assert_cmpuint (column, <, cells->cells->len);

  return kompass_rich_to_plain (((KompassGridCell *) g_ptr_array_index (cells->cells, column))->spans);
}

static KompassChapter *
find_chapter (KompassDocument *document,
              const char      *anchor)
{
  for (guint i = 0; i < document->chapters->len; i++)
    {
      KompassChapter *chapter = g_ptr_array_index (document->chapters, i);

      if (g_str_equal (chapter->anchor, anchor))
        return chapter;
    }
  g_assert_not_reached ();
}

static KompassBlock *
find_block (KompassChapter   *chapter,
            KompassBlockKind  kind,
            guint             nth)
{
  for (guint i = 0; i < chapter->blocks->len; i++)
    {
      KompassBlock *block = g_ptr_array_index (chapter->blocks, i);

      if (block->kind == kind && nth-- == 0)
        return block;
    }
  g_assert_not_reached ();
}

static void
assert_cell (const KompassGrid *grid,
             guint              row,
             guint              column,
             const char        *expected)
{
  g_autofree char *text = cell_text (grid, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rich (void)
{
  g_autoptr (GPtrArray) rich = kompass_rich_new ("one\ntwo\tthree\r");
  g_autofree char *plain = NULL;

  g_assert_false (kompass_rich_is_empty (rich));
  kompass_rich_append (rich, "", KOMPASS_SPAN_BOLD, NULL);
  kompass_rich_append (rich, NULL, KOMPASS_SPAN_BOLD, NULL);
  g_assert_cmpuint (rich->len, ==, 1);
  kompass_rich_append (rich, "\001\177\xC2\x9F\xEF\xBF\xBE\xEF\xB7\x90\xFF", KOMPASS_SPAN_BOLD, "#a");
  plain = kompass_rich_to_plain (rich);
  g_assert_cmpstr (plain, ==, "one two three \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");

  g_ptr_array_set_size (rich, 0);
  g_assert_true (kompass_rich_is_empty (rich));
  kompass_rich_append (rich, " \n ", KOMPASS_SPAN_PLAIN, NULL);
  g_assert_true (kompass_rich_is_empty (rich));
}

/* Whatever differs in what is drawn gives another digest, and what does not gives the same. */
static void
test_digest (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_block_unref);
  g_autoptr (KompassBlock) again = kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new ("ab"));
  GPtrArray *split = kompass_rich_new ("a");
  GPtrArray *bold = kompass_rich_new (NULL);
  GPtrArray *link = kompass_rich_new (NULL);
  KompassBlock *first;

  kompass_rich_append (split, "b", KOMPASS_SPAN_PLAIN, NULL);
  kompass_rich_append (bold, "ab", KOMPASS_SPAN_BOLD, NULL);
  kompass_rich_append (link, "ab", KOMPASS_SPAN_PLAIN, "#c");
  g_ptr_array_add (blocks, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new ("ab")));
  g_ptr_array_add (blocks, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_NOTE, kompass_rich_new ("ab")));
  g_ptr_array_add (blocks, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, split));
  g_ptr_array_add (blocks, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, bold));
  g_ptr_array_add (blocks, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, link));
  g_ptr_array_add (blocks, kompass_block_new_heading (1, NULL, kompass_rich_new ("ab"), NULL));
  g_ptr_array_add (blocks, kompass_block_new_heading (2, NULL, kompass_rich_new ("ab"), NULL));
  g_ptr_array_add (blocks, kompass_block_new_heading (2, "", kompass_rich_new ("ab"), NULL));
  g_ptr_array_add (blocks, kompass_block_new_heading (2, NULL, kompass_rich_new ("ab"), ""));
  g_ptr_array_add (blocks, kompass_block_new_result ("ab", NULL));
  for (guint i = 0; i < blocks->len; i++)
    g_assert_true (g_hash_table_add (seen, ((KompassBlock *) g_ptr_array_index (blocks, i))->digest));
  first = g_ptr_array_index (blocks, 0);
  g_assert_cmpstr (first->digest, ==, again->digest);
}

static void
collect_digests (KompassDocument *document,
                 GPtrArray       *digests)
{
  for (guint i = 0; i < document->chapters->len; i++)
    {
      KompassChapter *chapter = g_ptr_array_index (document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        g_ptr_array_add (digests, g_strdup (((KompassBlock *) g_ptr_array_index (chapter->blocks, j))->digest));
    }
}

static void
assert_same_document (KompassDocument *one,
                      KompassDocument *other)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func (g_free);

  collect_digests (one, first);
  collect_digests (other, second);
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_cmpstr (g_ptr_array_index (first, i), ==, g_ptr_array_index (second, i));
}

static void
test_lund (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassDocument) again = kompass_test_document_lund ();
  KompassBlock *block = find_block (find_chapter (document, "summary"), KOMPASS_BLOCK_RESULT, 0);

  assert_same_document (document, again);
  g_assert_cmpstr (document->title, ==, "Kommunkompassen: Lund 2011");
  g_assert_cmpstr (document->language, ==, "en");
  g_assert_cmpstr (document->cover.total, ==, "458.9");
  g_assert_cmpstr (block->big, ==, "458.9");
  g_assert_cmpstr (block->lines[0], ==, "of 800 points · 57%");
  g_assert_cmpstr (block->lines[1], ==, "Mean of the 40 latest evaluations: 455 (+3.9)");
  block = find_block (find_chapter (document, "summary"), KOMPASS_BLOCK_TABLE, 0);
  assert_cell (block->grid, 1, 0, "1 Offentlighet och demokrati");
  assert_cell (block->grid, 1, 5, "\u22127.8");
  assert_cell (block->grid, 9, 0, "Total");
  assert_cell (block->grid, 9, 4, "455");
}

/* The score tables are those of the printed report, figure by figure. */
static void
test_score_tables (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();
  KompassChapter *chapter = find_chapter (document, "scores");
  guint i = 0;

  for (guint table = 0; table < 8; table++)
    {
      const KompassGrid *grid = find_block (chapter, KOMPASS_BLOCK_TABLE, table)->grid;
      const KompassTestRow *area = g_ptr_array_index (rows, i++);

      for (guint row = 1; row < grid->rows->len; row++)
        {
          gboolean is_total = row + 1 == grid->rows->len;
          const KompassTestRow *printed = is_total ? area : g_ptr_array_index (rows, i++);
          g_autofree char *points = kompass_points_format (printed->points, 1);
          g_autofree char *maximum = kompass_points_format (printed->maximum, 0);
          g_autofree char *percent = kompass_percent_format (printed->percent);

          assert_cell (grid, row, 0, is_total ? "" : printed->number);
          assert_cell (grid, row, 2, points);
          assert_cell (grid, row, 3, maximum);
          assert_cell (grid, row, 4, percent);
        }
    }
  g_assert_cmpuint (i, ==, rows->len);
}

/* What somebody wrote */

typedef struct
{
  KompassEdition *edition;
  KompassEvaluation *evaluation;
  KompassReport *report;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->evaluation = kompass_test_lund (fixture->edition);
  fixture->report = kompass_report_new (kompass_evaluation_get_id (fixture->evaluation));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->report);
  g_object_unref (fixture->evaluation);
  g_object_unref (fixture->edition);
}

static KompassDocument *
create (Fixture *fixture)
{
  KompassReportInput input = { .evaluation = fixture->evaluation, .report = fixture->report };

  return kompass_report_document_new (&input);
}

static void
write_section (Fixture    *fixture,
               const char *section,
               const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassText) text = kompass_text_new_from_markup (markup, &error);

  g_assert_no_error (error);
  kompass_report_set_text (fixture->report, section, text);
}

static void
assert_spans (GPtrArray  *rich,
              const char *expected)
{
  g_autofree char *plain = kompass_rich_to_plain (rich);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassDocument) document = NULL;
  KompassChapter *chapter;
  KompassBlock *block;

  write_section (fixture, "area/1",
                 "<text><p>One <b>bold</b> and <a href=\"https://example.com/\">there</a></p><p></p>"
                 "<h>First</h><li>a</li><li></li><li>b</li><p>then</p><li>c</li><h> </h><h>Second</h>"
                 "<p><field name=\"area.1.points\"/> of <i><field name=\"area.1.maximum\"/></i>, "
                 "<field name=\"question.1.5.percent\"/>, <field name=\"area.9.points\"/></p></text>");
  document = create (fixture);
  chapter = find_chapter (document, "area/1");
  block = find_block (chapter, KOMPASS_BLOCK_PARAGRAPH, 0);
  assert_spans (block->spans, "One bold and there");
  g_assert_cmpint (((KompassSpan *) g_ptr_array_index (block->spans, 1))->flags, ==, KOMPASS_SPAN_BOLD);
  g_assert_cmpstr (((KompassSpan *) g_ptr_array_index (block->spans, 3))->link, ==, "https://example.com/");
  block = find_block (chapter, KOMPASS_BLOCK_HEADING, 1);
  g_assert_cmpuint (block->level, ==, 2);
  g_assert_cmpstr (block->anchor, ==, "area/1/1");
  block = find_block (chapter, KOMPASS_BLOCK_LIST, 0);
  g_assert_cmpuint (block->items->len, ==, 2);
  assert_spans (g_ptr_array_index (block->items, 1), "b");
  block = find_block (chapter, KOMPASS_BLOCK_LIST, 1);
  g_assert_cmpuint (block->items->len, ==, 1);
  block = find_block (chapter, KOMPASS_BLOCK_HEADING, 2);
  assert_spans (block->spans, "Second");
  block = find_block (chapter, KOMPASS_BLOCK_PARAGRAPH, 2);
  assert_spans (block->spans, "42.2 of 100, 18%, \342\200\223");
}

/* Figures in the text follow the scores, and only what shows them looks different. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassDocument) before = NULL;
  g_autoptr (KompassDocument) after = NULL;
  KompassBlock *block;

  write_section (fixture, "area/2", "<text><p>No figures</p><p><field name=\"question.2.1.points\"/></p></text>");
  before = create (fixture);
  kompass_test_set (fixture->evaluation, "2.1", 600);
  after = create (fixture);
  block = find_block (find_chapter (after, "area/2"), KOMPASS_BLOCK_PARAGRAPH, 1);
  assert_spans (block->spans, "6.0");
  for (guint i = 0; i < before->chapters->len; i++)
    {
      KompassChapter *one = g_ptr_array_index (before->chapters, i);
      KompassChapter *other = g_ptr_array_index (after->chapters, i);

      if (!g_str_has_prefix (one->anchor, "area/"))
        continue;
      g_assert_cmpuint (one->blocks->len, ==, other->blocks->len);
      for (guint j = 0; j < one->blocks->len; j++)
        {
          KompassBlock *old = g_ptr_array_index (one->blocks, j);
          KompassBlock *new = g_ptr_array_index (other->blocks, j);
          gboolean may_differ = g_str_equal (one->anchor, "area/2") && j > 0 && j != 3;

          g_assert_cmpint (g_str_equal (old->digest, new->digest), ==, !may_differ);
        }
    }
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassFinding) finding = kompass_finding_new (NULL, 3, KOMPASS_FINDING_PARTIAL, "Prognoser", "3.3");
  g_autoptr (KompassFinding) empty = kompass_finding_new (NULL, 4, KOMPASS_FINDING_STRENGTH, "  ", NULL);
  g_autoptr (KompassDocument) document = NULL;
  KompassChapter *chapter;
  KompassBlock *block;

  kompass_report_add_finding (fixture->report, finding);
  kompass_report_add_finding (fixture->report, empty);
  document = create (fixture);
  block = find_block (find_chapter (document, "area/3"), KOMPASS_BLOCK_FINDINGS, 0);
  g_assert_cmpstr (block->titles[0], ==, "Strengths");
  g_assert_cmpuint (block->lists[0]->len, ==, 0);
  g_assert_cmpuint (block->lists[1]->len, ==, 1);
  assert_spans (g_ptr_array_index (block->lists[1], 0), "Prognoser");
  chapter = find_chapter (document, "area/4");
  for (guint i = 0; i < chapter->blocks->len; i++)
    g_assert_cmpint (((KompassBlock *) g_ptr_array_index (chapter->blocks, i))->kind, !=, KOMPASS_BLOCK_FINDINGS);
}

static char *
list_chapters (KompassDocument *document)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < document->chapters->len; i++)
    g_string_append_printf (names, "%s ", ((KompassChapter *) g_ptr_array_index (document->chapters, i))->anchor);

  return g_string_free (names, FALSE);
}

static void
assert_chapters (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr (KompassDocument) document = create (fixture);
  g_autofree char *names = list_chapters (document);

  g_assert_cmpstr (names, ==, expected);
}

/* Every chapter begins with its title, and nothing is anchored twice. */
static void
assert_sound (KompassDocument *document)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->chapters->len; i++)
    {
      KompassChapter *chapter = g_ptr_array_index (document->chapters, i);

      for (guint j = 0; j < chapter->blocks->len; j++)
        {
          KompassBlock *block = g_ptr_array_index (chapter->blocks, j);
          gboolean is_title = block->kind == KOMPASS_BLOCK_HEADING && block->level == 1;

          g_assert_cmpint (is_title, ==, j == 0);
          if (j == 0)
            g_assert_cmpstr (block->anchor, ==, chapter->anchor);
          if (block->anchor != NULL)
            g_assert_true (g_hash_table_add (anchors, block->anchor));
        }
    }
}

#define AREAS "area/1 area/2 area/3 area/4 area/5 area/6 area/7 area/8 "

/* Chapters in which there is nothing are left out; what has figures stays. */
static void
test_chapters (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, "Folkmängd", "");

  assert_chapters (fixture, "summary " AREAS "scores ");
  kompass_report_set_about (fixture->report, KOMPASS_ABOUT_PERFORMED, "mars 2011");
  kompass_report_add_key_fact (fixture->report, fact);
  write_section (fixture, "introduction", "<text><p>x</p></text>");
  assert_chapters (fixture, "introduction evaluation summary " AREAS "scores facts ");

  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  assert_chapters (fixture, "introduction evaluation summary scores facts ");
  write_section (fixture, "area/7", "<text><p>x</p></text>");
  assert_chapters (fixture, "introduction evaluation summary area/7 scores facts ");

  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_AREAS);
  kompass_test_set (fixture->evaluation, "2", 5000);
  assert_chapters (fixture, "introduction evaluation summary area/7 facts ");

  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_TOTAL);
  assert_chapters (fixture, "introduction evaluation summary area/7 facts ");

  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2015, NULL, KOMPASS_DEPTH_TOTAL);
  kompass_test_set (fixture->evaluation, "", 50000);
  assert_chapters (fixture, "introduction evaluation summary facts ");
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, "Folkmängd", "110 488");
  g_autoptr (KompassKeyFact) empty = kompass_key_fact_new (NULL, "Antal anställda", "");
  g_autoptr (KompassDocument) document = NULL;
  const KompassGrid *grid;

  kompass_report_add_key_fact (fixture->report, fact);
  kompass_report_add_key_fact (fixture->report, empty);
  kompass_report_set_about (fixture->report, KOMPASS_ABOUT_INTERVIEWS, "ca 35");
  kompass_report_set_about (fixture->report, KOMPASS_ABOUT_EVALUATORS, "A, B");
  document = create (fixture);
  g_assert_cmpstr (document->author, ==, "A, B");
  g_assert_true (g_strv_contains ((const char * const *) document->cover.lines, "Edition 2010"));
  g_assert_cmpuint (g_strv_length (document->cover.lines), ==, 3);
  grid = find_block (find_chapter (document, "facts"), KOMPASS_BLOCK_TABLE, 0)->grid;
  assert_cell (grid, 0, 0, "Folkmängd");
  assert_cell (grid, 0, 1, "110 488");
  assert_cell (grid, 1, 1, "\342\200\223");
  grid = find_block (find_chapter (document, "evaluation"), KOMPASS_BLOCK_TABLE, 0)->grid;
  assert_cell (grid, 0, 0, "Edition");
  assert_cell (grid, 1, 1, "ca 35");
}

/* The three kinds of nothing are told apart, and a sum says what it is the sum of. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KompassDocument) document = NULL;
  const KompassGrid *grid;
  KompassBlock *result;

  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  kompass_test_set (fixture->evaluation, "1.1", 0);
  kompass_test_set (fixture->evaluation, "1.3", 940);
  kompass_evaluation_set_score (fixture->evaluation, kompass_evaluation_find_line (fixture->evaluation, "1.2"), KOMPASS_SCORE_NA);
  document = create (fixture);
  grid = find_block (find_chapter (document, "area/1"), KOMPASS_BLOCK_TABLE, 0)->grid;
  assert_cell (grid, 1, 2, "0.0");
  assert_cell (grid, 2, 1, "Hur informeras medborgarna? ·\302\240not\302\240applicable");
  assert_cell (grid, 2, 2, "\342\200\223");
  assert_cell (grid, 4, 1, "Hur främjas medborgardialog och deltagande");
  assert_cell (grid, 4, 2, "\342\200\223");
  assert_cell (grid, 6, 1, "Sum ·\302\240" "2 of 4 questions scored, 1 not applicable");
  assert_cell (grid, 6, 3, "40");
  g_assert_true (isnan (((KompassGridCell *) g_ptr_array_index (
      ((KompassGridRow *) g_ptr_array_index (grid->rows, 2))->cells, 5))->share));
  g_assert_cmpfloat (((KompassGridCell *) g_ptr_array_index (
      ((KompassGridRow *) g_ptr_array_index (grid->rows, 1))->cells, 5))->share, ==, 0);
  result = find_block (find_chapter (document, "area/1"), KOMPASS_BLOCK_RESULT, 0);
  g_assert_cmpstr (result->big, ==, "9.4");
  g_assert_cmpstr (result->lines[0], ==, "of 40 points · 24%");
  g_assert_cmpstr (result->lines[1], ==, "2 of 4 questions scored, 1 not applicable");
}

/* Whether a paragraph of the chapter says so. */
static gboolean
chapter_says (KompassDocument *document,
              const char      *anchor,
              const char      *words)
{
  KompassChapter *chapter = find_chapter (document, anchor);

  for (guint i = 0; i < chapter->blocks->len; i++)
    {
      KompassBlock *block = g_ptr_array_index (chapter->blocks, i);
      g_autofree char *text = block->kind == KOMPASS_BLOCK_PARAGRAPH ? kompass_rich_to_plain (block->spans) : NULL;

      if (text != NULL && strstr (text, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
tables_say (KompassDocument *document,
            const char      *words)
{
  return chapter_says (document, "scores", words);
}

/* Wherever the total of a part stands, it says of which part; that of all needs no words. */
static void
test_partly_scored (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassDocument) whole = create (fixture);
  g_autoptr (KompassDocument) part = NULL;
  KompassBlock *result;
  const KompassGrid *areas;

  g_assert_null (whole->cover.part);
  g_assert_false (tables_say (whole, "dash"));
  g_clear_object (&fixture->evaluation);
  fixture->evaluation = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  kompass_test_set (fixture->evaluation, "1.1", 450);
  part = create (fixture);
  g_assert_cmpstr (part->cover.out_of, ==, "of 15 points · 30%");
  g_assert_cmpstr (part->cover.part, ==, "1 of 45 questions scored");
  result = find_block (find_chapter (part, "summary"), KOMPASS_BLOCK_RESULT, 0);
  g_assert_cmpstr (result->lines[1], ==, part->cover.part);
  areas = find_block (find_chapter (part, "summary"), KOMPASS_BLOCK_TABLE, 0)->grid;
  assert_cell (areas, 9, 0, "Total ·\302\240" "1 of 45 questions scored");
  g_assert_nonnull (strstr (find_block (find_chapter (part, "summary"), KOMPASS_BLOCK_FIGURE, 0)->alt, "1 of 45 questions scored"));
  g_assert_true (tables_say (part, "Questions with a dash are not scored."));
  g_assert_false (kompass_page_cover_has_profile (part));
  g_assert_true (kompass_page_cover_has_profile (whole));
}

/* An evaluation that is known by some of its areas. */
static void
test_partly_known (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_AREAS);
  KompassReportInput input = { .evaluation = evaluation };
  g_autoptr (KompassDocument) document = NULL;

  kompass_test_set (evaluation, "4", 5400);
  document = kompass_report_document_new (&input);
  g_assert_cmpstr (document->cover.total, ==, "54.0");
  g_assert_cmpstr (document->cover.part, ==, "1 of 8 areas known");
}

/* Where the figures are from is said once, however little is known. */
static void
test_source (Fixture       *fixture,
             gconstpointer  data)
{
  static const KompassDepth depths[] = { KOMPASS_DEPTH_QUESTIONS, KOMPASS_DEPTH_AREAS, KOMPASS_DEPTH_TOTAL };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Nacka", 2011, fixture->edition, depths[i]);
      KompassReportInput input = { .evaluation = evaluation, .report = fixture->report };
      g_autoptr (KompassDocument) short_one = NULL;
      g_autoptr (KompassDocument) long_one = NULL;

      kompass_evaluation_set_source (evaluation, "https://nacka.se/report");
      kompass_report_set_about (fixture->report, KOMPASS_ABOUT_INTERVIEWS, "");
      short_one = kompass_report_document_new (&input);
      g_assert_true (chapter_says (short_one, "summary", "Source of the figures: https://nacka.se/report"));
      kompass_report_set_about (fixture->report, KOMPASS_ABOUT_INTERVIEWS, "ca 35");
      long_one = kompass_report_document_new (&input);
      g_assert_false (chapter_says (long_one, "summary", "nacka.se"));
    }
}

/* Printed figures are shown, and marked where a reader would compute others. */
static void
test_printed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KompassDocument) document = create (fixture);
  const KompassGrid *grid = find_block (find_chapter (document, "scores"), KOMPASS_BLOCK_TABLE, 1)->grid;

  assert_cell (grid, 4, 1, "Hur arbetar kommunen med valfrihet och brukarens påverkan på serviceutbudet? *");
  assert_cell (grid, 4, 4, "76%");
  grid = find_block (find_chapter (document, "area/2"), KOMPASS_BLOCK_TABLE, 0)->grid;
  assert_cell (grid, 4, 1, "Hur arbetar kommunen med valfrihet och brukarens påverkan på serviceutbudet?");
  g_assert_true (tables_say (document, "* Computed before points were rounded. The rounded points give 65%\302\240(2.3); "
                                       "77%\302\240(2.4); 47%\302\240(2.5)."));
  g_assert_true (tables_say (document, "give 32%\302\240(4.3); 41%\302\240(4.4); 59.7\302\240(Sum)."));
  g_assert_false (tables_say (document, "As printed"));
}

/* Where points have been changed since, what is shown is what a reader computes, and nothing is marked. */
static void
test_printed_before (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassDocument) document = NULL;
  const KompassGrid *grid;

  kompass_test_set (fixture->evaluation, "2.4", 900);
  document = create (fixture);
  grid = find_block (find_chapter (document, "scores"), KOMPASS_BLOCK_TABLE, 1)->grid;
  assert_cell (grid, 4, 1, "Hur arbetar kommunen med valfrihet och brukarens påverkan på serviceutbudet?");
  assert_cell (grid, 4, 4, "60%");
  assert_cell (grid, 7, 1, "Sum");
  g_assert_true (tables_say (document, "give 65%\302\240(2.3); 47%\302\240(2.5)."));
}

/* Of figures that cannot all be right nobody knows how they were computed. */
static void
test_printed_wrong (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassDocument) document = NULL;
  KompassLine *area = kompass_evaluation_find_line (fixture->evaluation, "4");
  KompassPrinted printed = *kompass_line_get_printed (area);

  printed.points = 9950;
  kompass_line_set_printed (area, &printed);
  kompass_evaluation_update (fixture->evaluation);
  document = create (fixture);
  g_assert_true (tables_say (document, "* As printed. The rounded points give 32%\302\240(4.3)"));
  g_assert_false (tables_say (document, "Computed before"));
}

static guint
count_blocks (KompassDocument  *document,
              const char       *anchor,
              KompassBlockKind  kind)
{
  KompassChapter *chapter = find_chapter (document, anchor);
  guint n = 0;

  for (guint i = 0; i < chapter->blocks->len; i++)
    n += ((KompassBlock *) g_ptr_array_index (chapter->blocks, i))->kind == kind;

  return n;
}

/* A profile of nothing is no picture, and the total is not said twice. */
static void
test_nothing_scored (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassEvaluation) empty = kompass_test_evaluation (NULL, "Lund", 2011, fixture->edition, KOMPASS_DEPTH_QUESTIONS);
  KompassReportInput input = { .evaluation = empty };
  g_autoptr (KompassDocument) none = kompass_report_document_new (&input);
  g_autoptr (KompassDocument) some = NULL;

  g_assert_cmpuint (count_blocks (none, "summary", KOMPASS_BLOCK_FIGURE), ==, 0);
  g_assert_cmpuint (count_blocks (none, "summary", KOMPASS_BLOCK_TABLE), ==, 1);
  g_assert_cmpuint (count_blocks (none, "summary", KOMPASS_BLOCK_PARAGRAPH), ==, 1);
  kompass_test_set (empty, "1.1", 450);
  g_assert_true (tables_say (none, "Nothing is scored yet."));
  some = kompass_report_document_new (&input);
  g_assert_cmpuint (count_blocks (some, "summary", KOMPASS_BLOCK_FIGURE), ==, 1);
}

static void
test_rounds (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  KompassReportInput input = { .evaluation = fixture->evaluation, .rounds = rounds };
  KompassEvaluation *later = kompass_test_evaluation ("00000000-0000-4000-8000-000000000777", "Lund", 2014, fixture->edition,
                                                      KOMPASS_DEPTH_TOTAL);
  g_autoptr (KompassDocument) alone = NULL;
  g_autoptr (KompassDocument) both = NULL;
  g_autoptr (KompassDocument) changed = NULL;
  g_autofree char *first = NULL;
  KompassChapter *chapter;

  g_ptr_array_add (rounds, g_object_ref (fixture->evaluation));
  alone = kompass_report_document_new (&input);
  kompass_test_set (later, "", 50000);
  g_ptr_array_add (rounds, later);
  both = kompass_report_document_new (&input);
  chapter = find_chapter (both, "summary");
  g_assert_cmpuint (chapter->blocks->len, >, find_chapter (alone, "summary")->blocks->len);
  first = g_strdup (find_block (chapter, KOMPASS_BLOCK_FIGURE, 1)->digest);
  kompass_evaluation_set_year (later, 2015);
  changed = kompass_report_document_new (&input);
  g_assert_cmpstr (find_block (find_chapter (changed, "summary"), KOMPASS_BLOCK_FIGURE, 1)->digest, !=, first);
}

static void
test_comparisons (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KompassProfile) mean = kompass_test_mean (fixture->edition);
  g_autoptr (KompassEvaluation) ale = kompass_test_evaluation ("00000000-0000-4000-8000-000000000777", "Ale", 2012,
                                                               fixture->edition, KOMPASS_DEPTH_AREAS);
  g_autoptr (KompassProfile) other = kompass_profile_new_for_evaluation (ale);
  KompassComparison *comparisons[] = {
    kompass_comparison_new (fixture->evaluation, mean, NULL),
    kompass_comparison_new (fixture->evaluation, other, NULL),
  };
  KompassReportInput input = { .evaluation = fixture->evaluation, .comparisons = comparisons, .n_comparisons = 2 };
  g_autoptr (KompassDocument) document = kompass_report_document_new (&input);
  const KompassGrid *grid = find_block (find_chapter (document, "summary"), KOMPASS_BLOCK_TABLE, 0)->grid;
  KompassBlock *figure = find_block (find_chapter (document, "summary"), KOMPASS_BLOCK_FIGURE, 0);

  g_assert_cmpuint (grid->columns->len, ==, 7);
  assert_cell (grid, 0, 3, "Mean of the 40 latest evaluations");
  assert_cell (grid, 0, 5, "Ale 2012");
  assert_cell (grid, 1, 5, "\342\200\223");
  g_assert_cmpstr (figure->alt, ==, kompass_chart_get_description (figure->chart));
  g_assert_nonnull (strstr (figure->alt, "458.9"));
  assert_sound (document);
  g_object_unref (comparisons[0]);
  g_object_unref (comparisons[1]);
}

#define HOSTILE "\001\033[0m\357\277\276 <b>&amp;</b> \u202eשלום 👩\n\r\n\t"

static void
test_hostile_words (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (KompassKeyFact) fact = kompass_key_fact_new (NULL, HOSTILE, HOSTILE);
  g_autoptr (KompassFinding) finding = kompass_finding_new (NULL, 1, KOMPASS_FINDING_STRENGTH, HOSTILE, "99.99");
  g_autoptr (KompassText) text = kompass_text_new_from_plain (HOSTILE);
  g_autoptr (KompassDocument) document = NULL;

  kompass_evaluation_set_municipality (fixture->evaluation, "m", HOSTILE, "SE");
  kompass_evaluation_set_source (fixture->evaluation, HOSTILE);
  kompass_report_add_key_fact (fixture->report, fact);
  kompass_report_add_finding (fixture->report, finding);
  kompass_report_set_text (fixture->report, "summary", text);
  kompass_report_set_text (fixture->report, "area/77", text);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    kompass_report_set_about (fixture->report, (KompassAbout) i, HOSTILE);
  document = create (fixture);
  assert_sound (document);
  for (const char *p = document->cover.title; *p != '\0'; p++)
    g_assert_cmpuint ((guchar) *p, >=, 0x20);
  for (const char *p = document->author; *p != '\0'; p++)
    g_assert_cmpuint ((guchar) *p, >=, 0x20);
  for (const char *p = document->head; *p != '\0'; p++)
    g_assert_cmpuint ((guchar) *p, >=, 0x20);
  for (const char *p = document->title; *p != '\0'; p++)
    g_assert_cmpuint ((guchar) *p, >=, 0x20);
}

static void
test_written (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autofree char *names = list_chapters (document);
  KompassBlock *block = find_block (find_chapter (document, "summary"), KOMPASS_BLOCK_PARAGRAPH, 0);

  g_assert_cmpstr (names, ==, "introduction evaluation summary " AREAS "scores facts ");
  assert_sound (document);
  g_assert_cmpint (block->style, ==, KOMPASS_PARAGRAPH_STYLE_SUBTITLE);
  assert_spans (block->spans, "Edition 2010 · mars 2011");
}

static void
test_introduction (void)
{
  g_autoptr (KompassText) text = kompass_report_create_standard_introduction ();
  g_autofree char *markup = kompass_text_to_markup (text);
  g_autoptr (KompassText) again = kompass_text_new_from_markup (markup, NULL);

  g_assert_true (kompass_text_equal (text, again));
  g_assert_cmpuint (kompass_text_count_words (text), >, 150);
}

/* In Swedish with a Swedish decimal comma, and dated by its input. */
static void
test_swedish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  KompassReportInput input = { .evaluation = fixture->evaluation, .time = time };
  g_autoptr (KompassDocument) document = NULL;

  if (!kompass_test_use_locale ("sv_SE.UTF-8"))
    {
      g_test_skip ("no locale sv_SE.UTF-8");
      return;
    }
  document = kompass_report_document_new (&input);
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (document->cover.total, ==, "458,9");
  g_assert_true (g_date_time_equal (document->time, time));
}

static void
test_hostile (void)
{
  for (guint n = 0; n < 30; n += 7)
    {
      g_autoptr (KompassDocument) document = kompass_test_document_hostile (n);

      g_assert_cmpuint (document->chapters->len, ==, 3);
      g_assert_true (g_utf8_validate (document->title, -1, NULL));
      g_assert_null (strchr (document->title, '\001'));
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/rich", test_rich);
  g_test_add_func ("/document/digest", test_digest);
  g_test_add_func ("/document/lund", test_lund);
  g_test_add_func ("/document/score-tables", test_score_tables);
  g_test_add_func ("/document/hostile", test_hostile);
  g_test_add_func ("/document/written", test_written);
  g_test_add_func ("/document/introduction", test_introduction);
  ADD ("/document/text", test_text);
  ADD ("/document/follows", test_follows);
  ADD ("/document/findings", test_findings);
  ADD ("/document/chapters", test_chapters);
  ADD ("/document/facts", test_facts);
  ADD ("/document/gaps", test_gaps);
  ADD ("/document/partly-scored", test_partly_scored);
  ADD ("/document/partly-known", test_partly_known);
  ADD ("/document/source", test_source);
  ADD ("/document/printed", test_printed);
  ADD ("/document/printed-before", test_printed_before);
  ADD ("/document/printed-wrong", test_printed_wrong);
  ADD ("/document/nothing-scored", test_nothing_scored);
  ADD ("/document/rounds", test_rounds);
  ADD ("/document/comparisons", test_comparisons);
  ADD ("/document/hostile-words", test_hostile_words);
  ADD ("/document/swedish", test_swedish);

  return g_test_run ();
}
