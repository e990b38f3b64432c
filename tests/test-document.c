/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as chapters and blocks. */
#include "kompass-test-document.h"

#include <math.h>

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

  return g_test_run ();
}
