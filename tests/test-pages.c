/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report, as geometry: nothing is lost, nothing stands outside of the margins, nothing is parted that
 * belongs together, whatever the document, the paper and the way the pages came about. */
#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "kompass-page-layout.h"
#include "kompass-test-document.h"

#define GRACE 0.1

/* A hyphen may lean over the end of a line. */
#define OVERHANG 3.0
#define LEAST_COLUMN 60.0

static const char * const words[] = {
  "kommunen", "har", "en", "tydlig", "strategi", "för", "medborgardialog", "och", "uppföljning", "av", "resultat", "i",
  "nämnderna", "som", "redovisas", "varje", "år", "för", "kommunfullmäktige", "personalpolitik",
};

static KompassPages *
create_pages (const char *paper)
{
  KompassPageSetup setup;

  g_assert_true (kompass_page_setup_init_from_name (&setup, paper));

  return kompass_pages_new (&setup);
}

static KompassPages *
create_pages_of (KompassDocument *document,
                 const char      *paper)
{
  KompassPages *pages = create_pages (paper);

  kompass_pages_set_document (pages, document);

  return pages;
}

static const KompassPage *
get_page (const KompassPageLayout *layout,
          guint                    page)
{
  return g_ptr_array_index (layout->pages, page);
}

static const KompassPageFragment *
get_fragment (const KompassPage *page,
              guint              fragment)
{
  return g_ptr_array_index (page->fragments, fragment);
}

static KompassPageColumn *
get_column (const KompassPageFragment *fragment,
            guint                      column)
{
  return g_ptr_array_index (fragment->row->columns, column);
}

static const KompassPageSlot *
get_slot (KompassPageColumn *column,
          guint              slot)
{
  return &g_array_index (column->slots, KompassPageSlot, slot);
}

static KompassPagePiece *
get_piece (KompassPages *pages,
           guint         chapter,
           guint         block)
{
  GPtrArray *items = g_ptr_array_index (kompass_pages_get_layout (pages)->chapters, chapter);

  return ((KompassPageItem *) g_ptr_array_index (items, block))->piece;
}

/* What holds for every document */

static void
check_lines (const KompassPageFragment *fragment,
             double                     measure)
{
  for (guint i = 0; i < fragment->row->columns->len; i++)
    {
      KompassPageColumn *column = get_column (fragment, i);

      g_assert_cmpfloat (column->x, >=, 0);
      g_assert_cmpfloat (column->x + column->width, <=, measure + GRACE);
      for (guint j = 0; j < column->slots->len; j++)
        {
          const KompassPageSlot *slot = get_slot (column, j);
          PangoRectangle ink;
          double x;

          pango_layout_line_get_extents (slot->line.line, &ink, NULL);
          x = slot->line.x + (double) ink.x / PANGO_SCALE;
          /* A character is never broken, however narrow its column; one emoji can be of seven. */
          if (column->width < LEAST_COLUMN || ink.width == 0)
            continue;
          g_assert_cmpfloat (x, >=, -OVERHANG);
          g_assert_cmpfloat (x + (double) ink.width / PANGO_SCALE, <=, column->width + OVERHANG);
        }
    }
}

static void
check_inside (const KompassPageLayout *layout)
{
  const KompassPageSetup *setup = layout->setup;
  double measure = kompass_page_setup_get_measure (setup);
  double end = setup->top + kompass_page_setup_get_room (setup);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      const KompassPage *page = get_page (layout, i);
      double y = setup->top;

      for (guint j = 0; j < page->fragments->len; j++)
        {
          const KompassPageFragment *fragment = get_fragment (page, j);

          g_assert_cmpfloat (fragment->y, >=, y - GRACE);
          y = fragment->y + fragment->height;
          check_lines (fragment, measure);
        }
      g_assert_cmpfloat (y, <=, end + GRACE);
    }
}

/* Every line of every row stands on a page, once, in its order. */
static void
check_complete (const KompassPageLayout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_rows = 0;
  guint n_ended = 0;

  for (guint i = 0; i < layout->pages->len; i++)
    for (guint j = 0; j < get_page (layout, i)->fragments->len; j++)
      {
        const KompassPageFragment *fragment = get_fragment (get_page (layout, i), j);
        guint n = fragment->row->columns->len;
        g_autofree char *key = g_strdup_printf ("%p %p", (void *) fragment->item, (void *) fragment->row);
        guint *to = g_hash_table_lookup (seen, key);

        if (fragment->repeated)
          continue;
        n_rows += fragment->begins;
        n_ended += fragment->ends;
        g_assert_true (fragment->begins == (to == NULL));
        for (guint k = 0; fragment->from != NULL && k < n; k++)
          g_assert_cmpuint (fragment->from[k], ==, to != NULL ? to[k] : 0);
        for (guint k = 0; fragment->ends && fragment->to != NULL && k < n; k++)
          g_assert_cmpuint (fragment->to[k], ==, get_column (fragment, k)->slots->len);
        g_hash_table_replace (seen, g_steal_pointer (&key), fragment->to != NULL ? g_memdup2 (fragment->to, n * sizeof (guint)) : g_new0 (guint, 1));
      }
  g_assert_cmpuint (n_rows, ==, n_ended);
  for (guint i = 0; i < layout->chapters->len; i++)
    {
      GPtrArray *items = g_ptr_array_index (layout->chapters, i);
      const KompassChapter *chapter = g_ptr_array_index (layout->document->chapters, i);

      g_assert_cmpuint (items->len, ==, chapter->blocks->len);
      for (guint j = 0; j < items->len; j++)
        n_rows -= ((KompassPageItem *) g_ptr_array_index (items, j))->piece->rows->len;
    }
  for (guint i = 0; i < layout->contents->len; i++)
    n_rows -= ((KompassPageItem *) g_ptr_array_index (layout->contents, i))->piece->rows->len;
  g_assert_cmpuint (n_rows, ==, 0);
}

/* Chapters begin on new pages, in order; one that does not ends where it begins. */
static void
check_chapters (const KompassPageLayout *layout)
{
  guint n = 0;
  guint held = G_MAXUINT;

  g_assert_cmpuint (get_page (layout, 0)->chapter, ==, KOMPASS_PAGE_COVER);
  for (guint i = 1; i < layout->pages->len; i++)
    {
      const KompassPage *page = get_page (layout, i);

      if (page->chapter == KOMPASS_PAGE_CONTENTS)
        {
          g_assert_cmpuint (n, ==, 0);
          continue;
        }
      g_assert_cmpuint (page->chapter, !=, held);
      n += page->chapter == n ? 1 : 0;
      g_assert_cmpuint (page->chapter + 1, ==, n);
      for (guint j = 0; j < page->fragments->len; j++)
        {
          guint chapter = get_fragment (page, j)->item->chapter;

          if (chapter != n)
            continue;
          held = n++;
          g_assert_cmpuint (j, >, 0);
          g_assert_true (((KompassChapter *) g_ptr_array_index (layout->document->chapters, chapter))->runs_on);
        }
    }
  g_assert_cmpuint (n, ==, layout->chapters->len);
}

static void
check_ink (KompassPages *pages,
           guint         page)
{
  const KompassPageSetup *setup = kompass_pages_get_setup (pages);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  kompass_pages_draw (pages, page, cr, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  /* Letters lean over the margin a little. */
  g_assert_cmpfloat (x, >=, setup->left - 6);
  g_assert_cmpfloat (x + width, <=, setup->width - setup->right + 6);
  g_assert_cmpfloat (y, >=, setup->top / 3);
  g_assert_cmpfloat (y + height, <=, setup->height - setup->bottom / 3);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check_any (KompassPages *pages)
{
  const KompassPageLayout *layout = kompass_pages_get_layout (pages);

  check_inside (layout);
  check_complete (layout);
  check_chapters (layout);
  for (guint i = 0; i < kompass_pages_get_n_pages (pages); i++)
    check_ink (pages, i);
}

/* What holds where every piece is lower than a page */

static gboolean
is_last_of_chapter (const KompassPageLayout *layout,
                    guint                    page)
{
  return page + 1 == layout->pages->len || get_page (layout, page + 1)->chapter != get_page (layout, page)->chapter;
}

/* The row at the foot of a page may be parted from what follows, and so may its last line. */
static void
check_foot (const KompassPageLayout *layout,
            guint                    index)
{
  const KompassPage *page = get_page (layout, index);
  const KompassPageFragment *last;

  if (is_last_of_chapter (layout, index))
    return;
  g_assert_cmpuint (page->fragments->len, >, 0);
  last = get_fragment (page, page->fragments->len - 1);
  g_assert_false (last->repeated);
  if (last->ends)
    {
      g_assert_false (last->row->keep);
      g_assert_false (last->item->block != NULL && last->item->block->kind == KOMPASS_BLOCK_HEADING);
      return;
    }
  for (guint i = 0; i < last->row->columns->len; i++)
    {
      g_assert_true (last->to[i] > last->from[i] || last->to[i] == get_column (last, i)->slots->len);
      if (last->to[i] > 0)
        g_assert_false (get_slot (get_column (last, i), last->to[i] - 1)->keep);
    }
}

/* A table that goes on begins with its head. */
static void
check_head (const KompassPageLayout *layout,
            guint                    index)
{
  const KompassPageFragment *first;
  const KompassPageRow *head;

  if (get_page (layout, index)->fragments->len == 0)
    return;
  first = get_fragment (get_page (layout, index), 0);
  head = g_ptr_array_index (first->item->piece->rows, 0);
  if (head->repeats && (first->row != head || !first->begins))
    g_assert_not_reached ();
  if (first->repeated)
    g_assert_true (first->row == head && index > 1);
}

/* A total stands under at least one row. */
static void
check_totals (const KompassPage *page)
{
  for (guint i = 0; i < page->fragments->len; i++)
    {
      const KompassPageFragment *fragment = get_fragment (page, i);
      const KompassPageFragment *before = i > 0 ? get_fragment (page, i - 1) : NULL;
      const KompassGridRow *row;

      if (fragment->row->kind != KOMPASS_PAGE_ROW_GRID)
        continue;
      row = g_ptr_array_index (fragment->item->block->grid->rows, fragment->row->index);
      if (row->kind == KOMPASS_GRID_TOTAL && fragment->row->index > 1)
        {
          g_assert_nonnull (before);
          g_assert_cmpuint (before->row->index + 1, ==, fragment->row->index);
        }
    }
}

static void
check_ordinary (KompassPages *pages)
{
  const KompassPageLayout *layout = kompass_pages_get_layout (pages);

  check_any (pages);
  for (guint i = 0; i < layout->pages->len; i++)
    {
      check_foot (layout, i);
      check_head (layout, i);
      check_totals (get_page (layout, i));
    }
}

static void
assert_same_pages (KompassPages *a,
                   KompassPages *b)
{
  const KompassPageLayout *first = kompass_pages_get_layout (a);
  const KompassPageLayout *second = kompass_pages_get_layout (b);

  g_assert_cmpuint (first->pages->len, ==, second->pages->len);
  for (guint i = 0; i < first->pages->len; i++)
    {
      g_assert_cmpuint (get_page (first, i)->chapter, ==, get_page (second, i)->chapter);
      g_assert_cmpuint (get_page (first, i)->fragments->len, ==, get_page (second, i)->fragments->len);
      for (guint j = 0; j < get_page (first, i)->fragments->len; j++)
        {
          const KompassPageFragment *x = get_fragment (get_page (first, i), j);
          const KompassPageFragment *y = get_fragment (get_page (second, i), j);

          g_assert_cmpuint (x->item->number, ==, y->item->number);
          g_assert_cmpuint (x->row->index, ==, y->row->index);
          g_assert_cmpfloat_with_epsilon (x->y, y->y, 1e-6);
          g_assert_cmpfloat_with_epsilon (x->height, y->height, 1e-6);
        }
    }
}

/* Tables under each other */

/* Tables with the same columns stand in line under each other, whatever the words in them. */
static void
test_columns (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  const KompassPageLayout *layout = kompass_pages_get_layout (pages);
  const KompassPageRow *first = NULL;
  guint n = 0;

  for (guint i = 0; i < layout->pages->len; i++)
    for (guint j = 0; j < get_page (layout, i)->fragments->len; j++)
      {
        const KompassPageFragment *fragment = get_fragment (get_page (layout, i), j);

        if (fragment->row->kind != KOMPASS_PAGE_ROW_GRID || fragment->row->index > 0 ||
            !g_str_has_prefix (fragment->item->block->grid->caption, "Points of area ") || fragment->row->columns->len != 5)
          continue;
        first = first != NULL ? first : fragment->row;
        for (guint k = 0; k < 5; k++)
          g_assert_cmpfloat_with_epsilon (((KompassPageColumn *) g_ptr_array_index (first->columns, k))->x,
                                          get_column (fragment, k)->x, 2);
        n++;
      }
  g_assert_cmpuint (n, ==, 8);
}

/* A picture is lower where the note at the end of the chapter would otherwise stand on a page of its own. */
static void
test_picture_yields (void)
{
  g_autoptr (KompassEdition) edition = kompass_test_edition_2010 ();
  g_autoptr (KompassEvaluation) evaluation = kompass_test_evaluation (NULL, "Gotland", 2014, edition, KOMPASS_DEPTH_AREAS);
  KompassReportInput input = { .evaluation = evaluation };
  g_autoptr (KompassDocument) document = NULL;
  g_autoptr (KompassPages) pages = NULL;

  kompass_test_set (evaluation, "1", 6100);
  kompass_test_set (evaluation, "7", 6800);
  document = kompass_report_document_new (&input);
  pages = create_pages_of (document, "a4");
  check_ordinary (pages);
  g_assert_cmpuint (kompass_pages_get_n_pages (pages), ==, 2);
}

/* Chapters under each other */

static void
take_chapter (KompassDocument *document,
              guint            n_paragraphs,
              gboolean         runs_on)
{
  g_autofree char *title = g_strdup_printf ("Chapter %u", document->chapters->len + 1);
  g_autofree char *anchor = g_strdup_printf ("chapter/%u", document->chapters->len + 1);
  KompassChapter *chapter = kompass_chapter_new (title, anchor, title);

  kompass_chapter_take_block (chapter, kompass_block_new_heading (1, NULL, kompass_rich_new (title), anchor));
  for (guint i = 0; i < n_paragraphs; i++)
    kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new (title)));
  chapter->runs_on = runs_on;
  kompass_document_take_chapter (document, chapter);
}

static void
assert_place (KompassPages *pages,
              const char   *anchor,
              guint         expected,
              gboolean      is_first)
{
  double y;
  guint page;

  g_assert_true (kompass_pages_find_anchor (pages, anchor, &page, &y));
  g_assert_cmpuint (page, ==, expected);
  if (is_first)
    g_assert_cmpfloat_with_epsilon (y, kompass_pages_get_setup (pages)->top, GRACE);
  else
    g_assert_cmpfloat (y, >, kompass_pages_get_setup (pages)->top + KOMPASS_PAGE_CHAPTER_GAP / 2);
  g_assert_cmpstr (kompass_pages_get_anchor (pages, page, y), ==, anchor);
}

/* A chapter that may stand under the one before it does so as a whole or not at all. */
static void
test_runs_on (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 1, 0, 0, 0);
  g_autoptr (KompassDocument) document = kompass_document_new ("Chapters", "en", time);
  g_autoptr (KompassPages) pages = NULL;

  take_chapter (document, 8, FALSE);
  take_chapter (document, 3, TRUE);
  take_chapter (document, 22, TRUE);
  take_chapter (document, 1, FALSE);
  take_chapter (document, 60, TRUE);
  take_chapter (document, 1, TRUE);
  pages = create_pages_of (document, "a4");
  check_ordinary (pages);
  assert_place (pages, "chapter/1", 2, TRUE);
  assert_place (pages, "chapter/2", 2, FALSE);
  assert_place (pages, "chapter/3", 3, TRUE);
  assert_place (pages, "chapter/4", 4, TRUE);
  assert_place (pages, "chapter/5", 5, TRUE);
  assert_place (pages, "chapter/6", kompass_pages_get_n_pages (pages) - 1, FALSE);
}

/* Gaps give a little where a short chapter would otherwise leave its page half empty, and only there. */
static void
test_runs_on_tightly (void)
{
  gboolean was_tight = FALSE;

  for (guint n = 10; n < 30; n++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 1, 0, 0, 0);
      g_autoptr (KompassDocument) document = kompass_document_new ("Chapters", "en", time);
      g_autoptr (KompassPages) pages = NULL;
      const KompassPage *page;
      double distance;

      take_chapter (document, n, FALSE);
      take_chapter (document, 6, TRUE);
      pages = create_pages_of (document, "a4");
      check_ordinary (pages);
      page = get_page (kompass_pages_get_layout (pages), 2);
      distance = get_fragment (page, 3)->y - get_fragment (page, 2)->y;
      was_tight |= n > 10 && kompass_pages_get_n_pages (pages) == 3 && distance < get_fragment (page, 2)->height + 7;
      if (kompass_pages_get_n_pages (pages) > 3)
        g_assert_cmpfloat (distance, >=, get_fragment (page, 2)->height + 7);
    }
  g_assert_true (was_tight);
}

/* Documents at random */

static GPtrArray *
create_words (guint most)
{
  guint n = (guint) g_test_rand_int_range (1, (gint32) most + 1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return kompass_rich_new (text->str);
}

static GPtrArray *
create_items (guint most,
              guint most_words)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n = (guint) g_test_rand_int_range (0, (gint32) most + 1);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, create_words (most_words));

  return items;
}

static KompassBlock *
create_table (void)
{
  KompassGrid *grid = kompass_grid_new ("Points");
  guint n = (guint) g_test_rand_int_range (0, 60);

  kompass_grid_add_column (grid, "No.", KOMPASS_GRID_START, 0, FALSE);
  kompass_grid_add_column (grid, "Question", KOMPASS_GRID_START, 1, FALSE);
  kompass_grid_add_column (grid, "Points", KOMPASS_GRID_END, 0, FALSE);
  kompass_grid_add_column (grid, "", KOMPASS_GRID_START, 0, TRUE);
  kompass_grid_add_head (grid);
  for (guint i = 0; i <= n; i++)
    {
      KompassGridRow *row = kompass_grid_add_row (grid, i < n ? KOMPASS_GRID_BODY : KOMPASS_GRID_TOTAL);

      kompass_grid_row_add_text (row, "1.1");
      kompass_grid_row_add_rich (row, create_words (25));
      kompass_grid_row_add_text (row, "12,25");
      kompass_grid_row_add_share (row, g_test_rand_double ());
    }

  return kompass_block_new_table (grid);
}

static KompassBlock *
create_findings (void)
{
  static const char * const titles[] = { "Strengths", "Could be better", "Improvements" };
  GPtrArray *lists[] = { create_items (40, 20), create_items (40, 20), create_items (40, 20) };

  return kompass_block_new_findings (titles, lists);
}

static KompassBlock *
create_block (void)
{
  static const char * const lines[] = { "of 100 points", "mean: 50", NULL };

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return kompass_block_new_heading (2, NULL, create_words (12), NULL);
    case 1:
      return kompass_block_new_heading (3, NULL, create_words (20), NULL);
    case 2:
      return kompass_block_new_list (create_items (12, 40));
    case 3:
      return create_table ();
    case 4:
      return create_findings ();
    case 5:
      return kompass_block_new_result ("42.2", lines);
    case 6:
      return kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_NOTE, create_words (30));
    default:
      return kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, create_words (180));
    }
}

static KompassDocument *
create_document (guint n_blocks)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);
  KompassDocument *self = kompass_document_new ("Random", "sv", time);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *anchor = g_strdup_printf ("area/%u", i + 1);
      KompassChapter *chapter = kompass_chapter_new ("Chapter", anchor, "Running");

      kompass_chapter_take_block (chapter, kompass_block_new_heading (1, NULL, create_words (6), anchor));
      for (guint j = 0; j < n_blocks; j++)
        kompass_chapter_take_block (chapter, create_block ());
      chapter->runs_on = g_test_rand_bit ();
      kompass_document_take_chapter (self, chapter);
    }

  return self;
}

/* The same document with other words in one paragraph. */
static KompassDocument *
change_document (KompassDocument *document,
                 const char      *text)
{
  KompassDocument *self = kompass_document_new (document->title, document->language, document->time);

  for (guint i = 0; i < document->chapters->len; i++)
    {
      const KompassChapter *old = g_ptr_array_index (document->chapters, i);
      KompassChapter *chapter = kompass_chapter_new (old->title, old->anchor, old->running);

      chapter->runs_on = old->runs_on;
      for (guint j = 0; j < old->blocks->len; j++)
        kompass_chapter_take_block (chapter, kompass_block_ref (g_ptr_array_index (old->blocks, j)));
      if (i == 1)
        kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new (text)));
      kompass_document_take_chapter (self, chapter);
    }

  return self;
}

/* Tests */

static void
test_setup (void)
{
  KompassPageSetup setup;

  g_assert_true (kompass_page_setup_init_from_name (&setup, "A4"));
  g_assert_cmpfloat_with_epsilon (setup.width, 210 / 25.4 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (setup.height, 297 / 25.4 * 72, 0.01);
  g_assert_true (kompass_page_setup_init_from_name (&setup, "letter"));
  g_assert_cmpfloat (setup.width, ==, 612);
  g_assert_cmpfloat (setup.height, ==, 792);
  g_assert_false (kompass_page_setup_init_from_name (&setup, "a5"));
  g_assert_cmpfloat (setup.width, ==, 612);
}

static void
test_no_document (void)
{
  g_autoptr (KompassPages) pages = create_pages ("a4");

  g_assert_cmpuint (kompass_pages_get_n_pages (pages), ==, 0);
  g_assert_null (kompass_pages_get_document (pages));
  g_assert_null (kompass_pages_get_anchor (pages, 0, 0));
  g_assert_false (kompass_pages_find_anchor (pages, "area/1", NULL, NULL));
  g_assert_true (kompass_pages_step (pages, 0));
}

static void
test_empty_document (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);
  g_autoptr (KompassDocument) document = kompass_document_new ("Nothing", "en", time);
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");

  g_assert_cmpuint (kompass_pages_get_n_pages (pages), ==, 1);
  g_assert_null (kompass_pages_get_chapter (pages, 0));
}

static KompassBlock *
create_wide_table (guint n_columns)
{
  KompassGrid *grid = kompass_grid_new ("Points beside others");

  kompass_grid_add_column (grid, "Area", KOMPASS_GRID_START, 1, FALSE);
  for (guint i = 1; i < n_columns; i++)
    kompass_grid_add_column (grid, "Mean of the forty latest evaluations", KOMPASS_GRID_END, 0, FALSE);
  kompass_grid_add_head (grid);
  for (guint i = 0; i < 8; i++)
    {
      KompassGridRow *row = kompass_grid_add_row (grid, KOMPASS_GRID_BODY);

      kompass_grid_row_add_text (row, "7 Verksamhetsutveckling");
      for (guint j = 1; j < n_columns; j++)
        kompass_grid_row_add_text (row, "−17,8");
    }

  return kompass_block_new_table (grid);
}

/* A single chapter is found without contents, and no word of a table with many columns is broken. */
static void
test_wide_table (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2011, 3, 31, 12, 0, 0);
  g_autoptr (KompassDocument) document = kompass_document_new ("Wide", "sv", time);
  g_autoptr (KompassPages) pages = create_pages ("a4");
  KompassChapter *chapter = kompass_chapter_new ("Summary", "summary", "Summary");
  const KompassPagePiece *piece;

  kompass_chapter_take_block (chapter, create_wide_table (7));
  kompass_document_take_chapter (document, chapter);
  kompass_pages_set_document (pages, document);
  check_ordinary (pages);
  g_assert_cmpuint (kompass_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpstr (kompass_pages_get_chapter (pages, 1), ==, "summary");

  piece = get_piece (pages, 0, 0);
  for (guint i = 1; i < piece->rows->len; i++)
    {
      const KompassPageRow *row = g_ptr_array_index (piece->rows, i);

      for (guint j = 0; j < row->columns->len; j++)
        {
          KompassPageColumn *column = g_ptr_array_index (row->columns, j);

          for (guint k = 0; k + 1 < column->slots->len; k++)
            g_assert_cmpint (get_slot (column, k)->line.line->length, ==, strlen ("7 "));
        }
    }
}

static void
test_lund (gconstpointer paper)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassPages) pages = create_pages_of (document, paper);

  check_ordinary (pages);
  /* Cover, contents, summary, eight areas on a page each, and their tables. */
  g_assert_cmpuint (kompass_pages_get_n_pages (pages), >=, 12);
  g_assert_cmpuint (kompass_pages_get_n_pages (pages), <=, 18);
}

/* What is written about Lund: its introduction leaves room for the evaluation. */
static void
test_lund_written (gconstpointer paper)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund_written ();
  g_autoptr (KompassPages) pages = create_pages_of (document, paper);
  guint introduction, evaluation, summary;

  check_ordinary (pages);
  g_assert_true (kompass_pages_find_anchor (pages, "introduction", &introduction, NULL));
  g_assert_true (kompass_pages_find_anchor (pages, "evaluation", &evaluation, NULL));
  g_assert_true (kompass_pages_find_anchor (pages, "summary", &summary, NULL));
  g_assert_cmpuint (introduction, ==, 2);
  g_assert_cmpuint (evaluation, ==, 2);
  g_assert_cmpuint (summary, ==, 3);
}

static void
test_anchors (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  guint previous = 0;

  for (guint i = 0; i < document->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (document->chapters, i);
      guint page;
      double y;

      g_assert_true (kompass_pages_find_anchor (pages, chapter->anchor, &page, &y));
      g_assert_cmpuint (page, >, previous);
      g_assert_cmpstr (kompass_pages_get_anchor (pages, page, y), ==, chapter->anchor);
      g_assert_cmpstr (kompass_pages_get_chapter (pages, page), ==, chapter->anchor);
      previous = page;
    }
  g_assert_false (kompass_pages_find_anchor (pages, "nowhere", NULL, NULL));
  g_assert_null (kompass_pages_get_anchor (pages, 0, 300));
}

static void
test_headings (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  guint n_chapters = 0;

  for (guint i = 0; i < kompass_pages_get_n_headings (pages); i++)
    {
      const KompassPagesHeading *heading = kompass_pages_get_heading (pages, i);
      guint page;

      g_assert_nonnull (heading->anchor);
      g_assert_true (kompass_pages_find_anchor (pages, heading->anchor, &page, NULL));
      g_assert_cmpuint (heading->page, ==, page);
      if (heading->level == 1)
        g_assert_cmpstr (heading->title, ==, ((KompassChapter *) g_ptr_array_index (document->chapters, n_chapters++))->title);
    }
  g_assert_cmpuint (n_chapters, ==, document->chapters->len);
}

static void
test_random (void)
{
  for (guint i = 0; i < (g_test_slow () ? 300 : 25); i++)
    {
      g_autoptr (KompassDocument) document = create_document ((guint) g_test_rand_int_range (0, 30));
      g_autoptr (KompassPages) pages = create_pages_of (document, i % 2 ? "letter" : "a4");

      check_ordinary (pages);
    }
}

static void
test_hostile (void)
{
  static const guint sizes[] = { 0, 1, 2, 7, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KompassDocument) document = kompass_test_document_hostile (sizes[i]);
      g_autoptr (KompassPages) pages = create_pages_of (document, "a4");

      check_any (pages);
    }
}

/* Sheets on which hardly anything has room, and wide ones. */
static void
test_paper (void)
{
  static const double sizes[][2] = { { 200, 240 }, { 300, 300 }, { 1200, 400 }, { 3000, 3000 }, { 220, 180 } };
  g_autoptr (KompassDocument) document = kompass_test_document_hostile (6);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      KompassPageSetup setup;
      g_autoptr (KompassPages) pages = NULL;

      kompass_page_setup_init_a4 (&setup);
      setup.width = sizes[i][0];
      setup.height = sizes[i][1];
      setup.left = setup.right = 40;
      setup.top = setup.bottom = 50;
      pages = kompass_pages_new (&setup);
      kompass_pages_set_document (pages, document);
      check_complete (kompass_pages_get_layout (pages));
      check_inside (kompass_pages_get_layout (pages));
    }
}

/* A paragraph of two hundred pages is longer than Pango can lay out at once. */
static void
test_long_paragraph (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KompassDocument) empty = create_document (0);
  g_autoptr (KompassDocument) document = NULL;
  g_autoptr (KompassPages) pages = create_pages ("a4");
  KompassPageColumn *column;
  gsize length = 0;

  for (guint i = 0; text->len < 900000; i++)
    g_string_append_printf (text, "%s ", words[i % G_N_ELEMENTS (words)]);
  document = change_document (empty, text->str);
  kompass_pages_set_document (pages, document);
  check_ordinary (pages);
  g_assert_cmpuint (kompass_pages_get_n_pages (pages), >, 200);

  column = g_ptr_array_index (((KompassPageRow *) g_ptr_array_index (get_piece (pages, 1, 1)->rows, 0))->columns, 0);
  for (guint i = 0; i < column->slots->len; i++)
    length += (gsize) get_slot (column, i)->line.line->length;
  g_assert_cmpuint (length, ==, text->len);
}

static void
test_long (void)
{
  g_autoptr (KompassDocument) document = create_document (700);
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");

  g_assert_cmpuint (kompass_pages_get_n_pages (pages), >, 200);
  check_ordinary (pages);
}

/* Pages that follow a change are those that a new start gives, and keep what has not changed. */
static void
test_incremental (void)
{
  g_autoptr (KompassDocument) document = create_document (30);
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  g_autoptr (KompassPagePiece) piece = NULL;

  piece = kompass_page_piece_ref (get_piece (pages, 2, 5));
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) rich = create_words (200);
      g_autofree char *text = kompass_rich_to_plain (rich);
      g_autoptr (KompassDocument) changed = change_document (document, text);
      g_autoptr (KompassPages) fresh = create_pages_of (changed, "a4");

      kompass_pages_set_document (pages, changed);
      assert_same_pages (pages, fresh);
      g_assert_true (piece == get_piece (pages, 2, 5));
    }
}

static void
count_cb (KompassPages *pages,
          gpointer      data)
{
  (*(guint *) data)++;
}

static void
test_slices (void)
{
  g_autoptr (KompassDocument) document = create_document (30);
  g_autoptr (KompassDocument) other = create_document (3);
  g_autoptr (KompassPages) pages = create_pages_of (other, "a4");
  g_autoptr (KompassPages) fresh = create_pages_of (document, "a4");
  guint n_steps = 0;
  guint n_changes = 0;

  g_signal_connect (pages, "changed", G_CALLBACK (count_cb), &n_changes);
  kompass_pages_set_document_in_slices (pages, document);
  while (!kompass_pages_step (pages, 0))
    {
      n_steps++;
      g_assert_true (kompass_pages_get_document (pages) == other);
      /* What was begun is given up and begun again, and what was laid out of it stands. */
      if (n_steps == 40)
        kompass_pages_set_document_in_slices (pages, document);
    }
  g_assert_cmpuint (n_steps, >, 80);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (kompass_pages_get_document (pages) == document);
  g_assert_true (kompass_pages_step (pages, 0));
  assert_same_pages (pages, fresh);
}

static void
test_language (void)
{
  g_autoptr (KompassDocument) document = create_document (5);
  g_autoptr (KompassDocument) english = change_document (document, "other");
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  g_autoptr (KompassPages) fresh = NULL;

  g_free (english->language);
  english->language = g_strdup ("en");
  fresh = create_pages_of (english, "a4");
  kompass_pages_set_document (pages, english);
  assert_same_pages (pages, fresh);
}

static cairo_status_t
ignore_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  return CAIRO_STATUS_SUCCESS;
}

/* Every piece that is begun is ended on its page. */
static void
test_tags (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_hostile (30);
  g_autoptr (KompassPages) pages = create_pages_of (document, "a4");
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (ignore_cb, NULL, 595, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KompassPageTags) tags = kompass_page_tags_new (cr);

  for (guint i = 0; i < kompass_pages_get_n_pages (pages); i++)
    {
      kompass_pages_draw (pages, i, cr, tags);
      cairo_show_page (cr);
      kompass_page_tags_turn (tags);
    }
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
has_colour (KompassPages *pages,
            guint         page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  kompass_pages_draw (pages, page, cr, NULL);
  cairo_surface_flush (surface);
  for (int y = 0; y < 842; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                              y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < 596; x++)
        found |= (row[x] >> 16 & 0xff) != (row[x] & 0xff) || (row[x] >> 8 & 0xff) != (row[x] & 0xff);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return found;
}

static void
test_greyscale (void)
{
  g_autoptr (KompassDocument) document = kompass_test_document_lund ();
  g_autoptr (KompassPages) colour = create_pages_of (document, "a4");
  g_autoptr (KompassPages) grey = NULL;
  KompassPageSetup setup;

  kompass_page_setup_init_a4 (&setup);
  setup.greyscale = TRUE;
  grey = kompass_pages_new (&setup);
  kompass_pages_set_document (grey, document);
  assert_same_pages (colour, grey);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (i == 1 || has_colour (colour, i));
      g_assert_false (has_colour (grey, i));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/setup", test_setup);
  g_test_add_func ("/pages/no-document", test_no_document);
  g_test_add_func ("/pages/empty-document", test_empty_document);
  g_test_add_func ("/pages/wide-table", test_wide_table);
  g_test_add_data_func ("/pages/lund/a4", "a4", test_lund);
  g_test_add_data_func ("/pages/lund/letter", "letter", test_lund);
  g_test_add_func ("/pages/columns", test_columns);
  g_test_add_data_func ("/pages/lund-written/a4", "a4", test_lund_written);
  g_test_add_data_func ("/pages/lund-written/letter", "letter", test_lund_written);
  g_test_add_func ("/pages/picture-yields", test_picture_yields);
  g_test_add_func ("/pages/runs-on", test_runs_on);
  g_test_add_func ("/pages/runs-on/tightly", test_runs_on_tightly);
  g_test_add_func ("/pages/anchors", test_anchors);
  g_test_add_func ("/pages/headings", test_headings);
  g_test_add_func ("/pages/random", test_random);
  g_test_add_func ("/pages/hostile", test_hostile);
  g_test_add_func ("/pages/paper", test_paper);
  g_test_add_func ("/pages/long", test_long);
  g_test_add_func ("/pages/long-paragraph", test_long_paragraph);
  g_test_add_func ("/pages/incremental", test_incremental);
  g_test_add_func ("/pages/slices", test_slices);
  g_test_add_func ("/pages/language", test_language);
  g_test_add_func ("/pages/tags", test_tags);
  g_test_add_func ("/pages/greyscale", test_greyscale);

  return g_test_run ();
}
