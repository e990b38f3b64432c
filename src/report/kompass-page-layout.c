/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on pages: cover, contents, chapters, and where its headings and anchors are. */

#include "kompass-page-layout.h"

static void
free_item (gpointer data)
{
  KompassPageItem *self = data;

  kompass_page_piece_unref (self->piece);
  g_free (self);
}

static GPtrArray *
create_items (void)
{
  return g_ptr_array_new_with_free_func (free_item);
}

/**
 * kompass_page_layout_new:
 * @setup: the sheets, which have to outlive the layout
 * @fonts: fonts, likewise
 * @document: a document
 *
 * Begins a layout. Its blocks are added one by one, those of one chapter after the other.
 *
 * Returns: (transfer full): a layout without pages
 */
KompassPageLayout *
kompass_page_layout_new (const KompassPageSetup *setup,
                         KompassPageFonts       *fonts,
                         KompassDocument        *document)
{
  KompassPageLayout *self = g_new0 (KompassPageLayout, 1);

  self->setup = setup;
  self->fonts = fonts;
  self->document = kompass_document_ref (document);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->contents = create_items ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_page_free);
  self->headings = g_array_new (FALSE, TRUE, sizeof (KompassPagesHeading));
  self->heading_of = g_hash_table_new (NULL, NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_array_new (FALSE, FALSE, sizeof (KompassPagePlace));
  for (guint i = 0; i < document->chapters->len; i++)
    g_ptr_array_add (self->chapters, create_items ());

  return self;
}

void
kompass_page_layout_free (KompassPageLayout *self)
{
  g_array_unref (self->places);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->heading_of);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->contents);
  g_clear_pointer (&self->contents_heading, kompass_block_unref);
  g_ptr_array_unref (self->chapters);
  kompass_document_unref (self->document);
  g_free (self);
}

/**
 * kompass_page_layout_add_block:
 * @self: a layout that is not finished
 * @chapter: index of a chapter
 * @block: the next of its blocks, which belongs to the document
 * @piece: what it looks like
 */
void
kompass_page_layout_add_block (KompassPageLayout  *self,
                               guint               chapter,
                               const KompassBlock *block,
                               KompassPagePiece   *piece)
{
  GPtrArray *items = g_ptr_array_index (self->chapters, chapter);
  KompassPageItem *item = g_new0 (KompassPageItem, 1);

  item->block = block;
  item->piece = kompass_page_piece_ref (piece);
  item->chapter = chapter;
  item->number = items->len + 1;
  g_ptr_array_add (items, item);
}

static const KompassChapter *
get_chapter (KompassPageLayout *self,
             guint              chapter)
{
  return g_ptr_array_index (self->document->chapters, chapter);
}

/* Headings */

static const char *
keep_words (KompassPageLayout *self,
            char              *words)
{
  g_ptr_array_add (self->words, words);

  return words;
}

static const char *
describe_heading (KompassPageLayout  *self,
                  const KompassBlock *block)
{
  g_autofree char *words = kompass_rich_to_plain (block->spans);

  return keep_words (self, block->number != NULL ? g_strdup_printf ("%s %s", block->number, words)
                                                 : g_steal_pointer (&words));
}

/* A heading without an anchor gets one, so that contents and outline can lead to it. */
static void
add_heading (KompassPageLayout    *self,
             const KompassChapter *chapter,
             const KompassBlock   *block,
             gboolean              first)
{
  KompassPagesHeading heading = { .level = CLAMP (block->level, 1, 3), .anchor = block->anchor };

  if (first)
    {
      heading.level = 1;
      heading.title = chapter->title;
      heading.anchor = chapter->anchor;
    }
  if (heading.title == NULL)
    heading.title = describe_heading (self, block);
  if (heading.anchor == NULL)
    heading.anchor = keep_words (self, g_strdup_printf ("heading/%u", self->headings->len + 1));
  g_array_append_val (self->headings, heading);
  g_hash_table_insert (self->heading_of, (gpointer) block, GUINT_TO_POINTER (self->headings->len));
}

static void
add_headings (KompassPageLayout *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const KompassChapter *chapter = g_ptr_array_index (self->document->chapters, i);
      gboolean first = TRUE;

      for (guint j = 0; j < chapter->blocks->len; j++)
        {
          const KompassBlock *block = g_ptr_array_index (chapter->blocks, j);

          if (block->kind != KOMPASS_BLOCK_HEADING)
            continue;
          add_heading (self, chapter, block, first);
          first = FALSE;
        }
    }
}

/* Places */

static void
add_place (KompassPageLayout *self,
           const char        *anchor,
           guint              page,
           double             y)
{
  KompassPagePlace place = { anchor, page, y };

  if (anchor == NULL || g_hash_table_contains (self->anchors, anchor))
    return;
  g_array_append_val (self->places, place);
  g_hash_table_insert (self->anchors, (gpointer) anchor, GUINT_TO_POINTER (self->places->len));
}

static const char *
get_row_anchor (const KompassPageFragment *fragment)
{
  const KompassBlock *block = fragment->item->block;

  if (fragment->row->kind != KOMPASS_PAGE_ROW_GRID || block == NULL)
    return NULL;

  return ((const KompassGridRow *) g_ptr_array_index (block->grid->rows, fragment->row->index))->anchor;
}

static void
find_fragment_places (KompassPageLayout         *self,
                      const KompassPageFragment *fragment,
                      guint                      page)
{
  const KompassBlock *block = fragment->item->block;
  guint heading = GPOINTER_TO_UINT (g_hash_table_lookup (self->heading_of, block));

  if (!fragment->begins || fragment->repeated)
    return;
  if (heading > 0)
    {
      KompassPagesHeading *found = &g_array_index (self->headings, KompassPagesHeading, heading - 1);

      found->page = page;
      found->y = fragment->y;
      add_place (self, found->anchor, page, fragment->y);
    }
  if (block != NULL)
    add_place (self, block->anchor, page, fragment->y);
  add_place (self, get_row_anchor (fragment), page, fragment->y);
}

static void
find_places (KompassPageLayout *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const KompassPage *page = g_ptr_array_index (self->pages, i);

      if (page->chapter < self->chapters->len)
        add_place (self, get_chapter (self, page->chapter)->anchor, i, self->setup->top);
      for (guint j = 0; j < page->fragments->len; j++)
        find_fragment_places (self, g_ptr_array_index (page->fragments, j), i);
    }
}

/* How many chapters may stand on the same pages, from this one on. */
static guint
count_run (KompassPageLayout *self,
           guint              first)
{
  guint n = 1;

  while (first + n < self->chapters->len && get_chapter (self, first + n)->runs_on)
    n++;

  return n;
}

/**
 * kompass_page_layout_finish:
 * @self: a layout that has all of its blocks
 *
 * Makes the pages. This is arithmetic only: every text has been laid out before.
 */
void
kompass_page_layout_finish (KompassPageLayout *self)
{
  add_headings (self);
  g_ptr_array_add (self->pages, kompass_page_new (KOMPASS_PAGE_COVER));
  /* A single chapter is found without contents. */
  if (self->chapters->len > 1)
    {
      kompass_page_layout_add_contents (self);
      g_ptr_array_extend_and_steal (self->pages, kompass_page_flow (self->contents, KOMPASS_PAGE_CONTENTS, self->setup));
    }
  for (guint i = 0; i < self->chapters->len; i += count_run (self, i))
    kompass_page_flow_run (self->chapters, i, count_run (self, i), self->setup, self->pages);
  find_places (self);
}
