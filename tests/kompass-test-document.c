/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents for tests of what is made of them: the report of Lund 2011, and one with everything that goes wrong. */
#include "kompass-test-document.h"

#include "kompass-example-report.h"

#define MIXED "\u202eשלום עולם العربية\u202c 👩‍👩‍👧 🇸🇪 e\u0301\u0323 \001\033[31m\357\277\276 <b>&amp;</b> ]]> \"'"

static const char * const texts[] = {
  MIXED,
  "Kommunen har\u00adarbetat med\u00a0målstyrning och uppföljning sedan föregående utvärdering, och det märks i nämnderna.",
  "שלום עולם, זהו משפט ארוך מספיק כדי לעבור לשורה הבאה כאשר הוא מודפס על דף ברוחב רגיל של מסמך.",
  "",
  "   ",
  "👩‍👩‍👧‍👦👍🏽🇸🇪❤️‍🔥",
  "x",
};

/**
 * kompass_test_report_lund:
 * @lund: Lund 2011
 * @mean: the mean of the forty latest evaluations
 *
 * Returns: (transfer full): what is written in the example about Lund 2011
 */
KompassReport *
kompass_test_report_lund (KompassEvaluation *lund,
                          KompassProfile    *mean)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "lund-2011-report.json", NULL);
  g_autoptr (GPtrArray) means = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) json = NULL;
  KompassReport *report;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  json = g_bytes_new_take (text, length);
  g_ptr_array_add (means, mean);
  report = kompass_example_report_read ("lund-2011-report.json", json, lund, means, &error);
  g_assert_no_error (error);

  return report;
}

static KompassDocument *
create_lund (gboolean written)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) lund = kompass_test_lund (edition);
  g_autoptr (KompassProfile) mean = kompass_test_mean (edition);
  g_autoptr (KompassComparison) comparison = kompass_comparison_new (lund, mean, NULL);
  g_autoptr (KompassReport) report = written ? kompass_test_report_lund (lund, mean) : NULL;
  KompassReportInput input = {
    .evaluation = lund, .report = report, .comparisons = &comparison, .n_comparisons = 1,
  };

  return kompass_report_document_new (&input);
}

/**
 * kompass_test_document_lund:
 *
 * Returns: (transfer full): the report of Lund 2011 beside the mean of the forty latest evaluations, without text
 */
KompassDocument *
kompass_test_document_lund (void)
{
  return create_lund (FALSE);
}

/**
 * kompass_test_document_lund_written:
 *
 * Returns: (transfer full): the same with all that the example says about it
 */
KompassDocument *
kompass_test_document_lund_written (void)
{
  return create_lund (TRUE);
}

static char *
create_long_word (void)
{
  GString *word = g_string_new (NULL);

  while (word->len < 5000)
    g_string_append (word, "kommunal");

  return g_string_free (word, FALSE);
}

static GPtrArray *
create_rich (guint index)
{
  GPtrArray *rich = kompass_rich_new (NULL);

  for (guint i = 0; i < 1 + index % 6; i++)
    {
      guint text = (index + i) % G_N_ELEMENTS (texts);

      kompass_rich_append (rich, texts[text], (KompassSpanFlags) (i % 8), i % 3 == 2 ? "https://example.com/?a=1&b=\"2\"" : NULL);
      kompass_rich_append (rich, " ", KOMPASS_SPAN_PLAIN, NULL);
    }

  return rich;
}

static GPtrArray *
create_items (guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, create_rich (i));

  return items;
}

static KompassBlock *
create_table (guint n_rows)
{
  KompassGrid *grid = kompass_grid_new (MIXED);
  g_autofree char *word = create_long_word ();

  kompass_grid_add_column (grid, MIXED, KOMPASS_GRID_START, 0, FALSE);
  kompass_grid_add_column (grid, word, KOMPASS_GRID_START, 1, FALSE);
  kompass_grid_add_column (grid, "Points", KOMPASS_GRID_END, 0, FALSE);
  kompass_grid_add_column (grid, "", KOMPASS_GRID_START, 0, TRUE);
  kompass_grid_add_head (grid);
  for (guint i = 0; i < n_rows; i++)
    {
      KompassGridRow *row = kompass_grid_add_row (grid, i + 1 < n_rows ? KOMPASS_GRID_BODY : KOMPASS_GRID_TOTAL);

      kompass_grid_row_add_text (row, i % 7 == 3 ? word : "1.1");
      kompass_grid_row_add_rich (row, i % 11 == 5 ? kompass_rich_new (word) : create_rich (i));
      kompass_grid_row_add_text (row, "99999,99");
      kompass_grid_row_add_share (row, i / 10.0);
    }

  return kompass_block_new_table (grid);
}

static KompassBlock *
create_findings (guint n)
{
  const char * const titles[] = { "Styrkor", MIXED, "" };
  GPtrArray *lists[] = { create_items (n), create_items (0), create_items (3 * n) };

  return kompass_block_new_findings (titles, lists);
}

static void
fill_chapter (KompassChapter *chapter,
              guint           paragraphs)
{
  const char * const lines[] = { MIXED, "of 100 points", "", NULL };
  g_autofree char *word = create_long_word ();

  kompass_chapter_take_block (chapter, kompass_block_new_heading (1, "123456789", create_rich (1), chapter->anchor));
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_SUBTITLE, create_rich (2)));
  kompass_chapter_take_block (chapter, kompass_block_new_result (MIXED, lines));
  for (guint i = 0; i < paragraphs; i++)
    kompass_chapter_take_block (chapter, kompass_block_new_paragraph (i % 9 ? KOMPASS_PARAGRAPH_STYLE_BODY
                                                                            : KOMPASS_PARAGRAPH_STYLE_NOTE, create_rich (i)));
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new (word)));
  kompass_chapter_take_block (chapter, kompass_block_new_heading (2, NULL, kompass_rich_new (word), NULL));
  kompass_chapter_take_block (chapter, kompass_block_new_heading (3, NULL, kompass_rich_new (""), NULL));
  kompass_chapter_take_block (chapter, kompass_block_new_list (create_items (paragraphs / 2)));
  kompass_chapter_take_block (chapter, kompass_block_new_list (create_items (0)));
  kompass_chapter_take_block (chapter, create_table (0));
  kompass_chapter_take_block (chapter, create_table (paragraphs));
  kompass_chapter_take_block (chapter, create_findings (paragraphs / 2));
  kompass_chapter_take_block (chapter, kompass_block_new_heading (2, NULL, kompass_rich_new ("The end"), NULL));
}

/**
 * kompass_test_document_hostile:
 * @paragraphs: how much of everything; 0 is something, too, and 3000 gives some two hundred pages
 *
 * Returns: (transfer full): a document with words of 5,000 characters, right-to-left text, emoji, what was control characters,
 *   markup, empty pieces, rows and lists that are higher than a page, and a chapter without blocks
 */
KompassDocument *
kompass_test_document_hostile (guint paragraphs)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);
  KompassDocument *self = kompass_document_new (MIXED, "sv", time);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *anchor = g_strdup_printf ("chapter/%u", i);
      KompassChapter *chapter = kompass_chapter_new (i == 1 ? "" : MIXED, anchor, MIXED);

      if (i != 1)
        fill_chapter (chapter, i == 0 ? paragraphs : paragraphs / 2);
      kompass_document_take_chapter (self, chapter);
    }

  return self;
}
