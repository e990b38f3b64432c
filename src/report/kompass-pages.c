/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a report: one paginator for the preview, printer and PDF.
 *
 * Blocks are laid out once and kept by what they look like, so that after a change only the blocks that have changed
 * are laid out again; placing what is laid out on pages is arithmetic. A long document can be laid out in slices. */

#include "kompass-pages.h"

#include <string.h>

#include "kompass-page-layout.h"

struct _KompassPages
{
  GObject parent_instance;
  KompassPageSetup setup;
  char *font;
  char *language;              /* of the fonts */
  KompassPageFonts *fonts;
  GHashTable *pieces;          /* from digest to KompassPagePiece */
  GHashTable *old_pieces;      /* those of the document before, while a new one is laid out */
  KompassPageLayout *layout;   /* what is shown */
  KompassPageLayout *next;     /* what is being laid out */
  guint chapter;               /* where that has come to */
  guint block;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassPages, kompass_pages, G_TYPE_OBJECT)

static GHashTable *
create_pieces (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kompass_page_piece_unref);
}

/* Fonts belong to a language; with another one nothing that is laid out can be kept. */
static void
set_language (KompassPages *self,
              const char   *language)
{
  if (self->fonts != NULL && g_strcmp0 (self->language, language) == 0)
    return;
  g_clear_pointer (&self->layout, kompass_page_layout_free);
  g_hash_table_remove_all (self->pieces);
  g_clear_pointer (&self->fonts, kompass_page_fonts_free);
  g_free (self->language);
  self->language = g_strdup (language);
  self->fonts = kompass_page_fonts_new (self->font, language != NULL && *language != '\0' ? language : "en");
}

static KompassPagePiece *
find_piece (KompassPages       *self,
            const KompassBlock *block)
{
  KompassPagePiece *piece = g_hash_table_lookup (self->pieces, block->digest);

  if (piece != NULL)
    return kompass_page_piece_ref (piece);
  piece = g_hash_table_lookup (self->old_pieces, block->digest);

  return piece != NULL ? kompass_page_piece_ref (piece) : kompass_page_piece_new (self->fonts, &self->setup, block);
}

static void
lay_out_block (KompassPages       *self,
               const KompassBlock *block)
{
  g_autoptr (KompassPagePiece) piece = find_piece (self, block);

  kompass_page_layout_add_block (self->next, self->chapter, block, piece);
  if (!g_hash_table_contains (self->pieces, block->digest))
    g_hash_table_insert (self->pieces, g_strdup (block->digest), kompass_page_piece_ref (piece));
}

/* Returns FALSE once there is no block left. */
static gboolean
lay_out_next (KompassPages *self)
{
  GPtrArray *chapters = self->next->document->chapters;

  while (self->chapter < chapters->len)
    {
      const KompassChapter *chapter = g_ptr_array_index (chapters, self->chapter);

      if (self->block < chapter->blocks->len)
        {
          lay_out_block (self, g_ptr_array_index (chapter->blocks, self->block++));
          return TRUE;
        }
      self->chapter++;
      self->block = 0;
    }

  return FALSE;
}

static void
finish (KompassPages *self)
{
  kompass_page_layout_finish (self->next);
  g_clear_pointer (&self->layout, kompass_page_layout_free);
  self->layout = g_steal_pointer (&self->next);
  g_clear_pointer (&self->old_pieces, g_hash_table_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was laid out for a document that is given up is as good as what was laid out for the one before it. */
static void
keep_pieces (KompassPages *self)
{
  GHashTableIter iter;
  gpointer digest, piece;

  if (self->old_pieces == NULL)
    {
      self->old_pieces = g_steal_pointer (&self->pieces);
      self->pieces = create_pieces ();
      return;
    }
  g_hash_table_iter_init (&iter, self->pieces);
  while (g_hash_table_iter_next (&iter, &digest, &piece))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (self->old_pieces, digest, piece);
    }
}

/* Class functions */

static void
kompass_pages_finalize (GObject *object)
{
  KompassPages *self = KOMPASS_PAGES (object);

  g_clear_pointer (&self->next, kompass_page_layout_free);
  g_clear_pointer (&self->layout, kompass_page_layout_free);
  g_clear_pointer (&self->old_pieces, g_hash_table_unref);
  g_clear_pointer (&self->pieces, g_hash_table_unref);
  g_clear_pointer (&self->fonts, kompass_page_fonts_free);
  g_free (self->language);
  g_free (self->font);
  G_OBJECT_CLASS (kompass_pages_parent_class)->finalize (object);
}

static void
kompass_pages_class_init (KompassPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_pages_finalize;

  /**
   * KompassPages::changed:
   *
   * There are other pages than before: a document was laid out.
   */
  signals[CHANGED] = g_signal_new ("changed", KOMPASS_TYPE_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kompass_pages_init (KompassPages *self)
{
  self->pieces = create_pieces ();
}

/* For tests */

/* Returns: (transfer none) (nullable): where everything stands */
const KompassPageLayout *
kompass_pages_get_layout (KompassPages *self)
{
  return self->layout;
}

/* Public functions */

/**
 * kompass_pages_new:
 * @setup: the sheets; copied
 *
 * Makes pages that have no document yet. They belong to the thread that makes them, as the fonts of Pango do.
 *
 * Returns: (transfer full): the pages
 */
KompassPages *
kompass_pages_new (const KompassPageSetup *setup)
{
  KompassPages *self = g_object_new (KOMPASS_TYPE_PAGES, NULL);

  self->setup = *setup;
  self->font = g_strdup (setup->font != NULL ? setup->font : "Cantarell");
  self->setup.font = self->font;

  return self;
}

/**
 * kompass_pages_get_setup:
 * @self: pages
 *
 * Returns: (transfer none): the sheets
 */
const KompassPageSetup *
kompass_pages_get_setup (KompassPages *self)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), NULL);

  return &self->setup;
}

/**
 * kompass_pages_set_document:
 * @self: pages
 * @document: what they show
 *
 * Lays @document out. What looks the same as something in the document before is not laid out again.
 */
void
kompass_pages_set_document (KompassPages    *self,
                            KompassDocument *document)
{
  kompass_pages_set_document_in_slices (self, document);
  while (!kompass_pages_step (self, G_MAXINT64))
    ;
}

/**
 * kompass_pages_set_document_in_slices:
 * @self: pages
 * @document: what they are going to show
 *
 * Begins to lay @document out, as kompass_pages_set_document() does; kompass_pages_step() goes on with it. Until it
 * is done the pages are those of the document before, unless that is in another language: then there are none. A
 * document that was not done is given up.
 */
void
kompass_pages_set_document_in_slices (KompassPages    *self,
                                      KompassDocument *document)
{
  g_return_if_fail (KOMPASS_IS_PAGES (self));
  g_return_if_fail (document != NULL);

  g_clear_pointer (&self->next, kompass_page_layout_free);
  keep_pieces (self);
  if (g_strcmp0 (self->language, document->language) != 0)
    g_hash_table_remove_all (self->old_pieces);
  set_language (self, document->language);
  self->next = kompass_page_layout_new (&self->setup, self->fonts, document);
  self->chapter = 0;
  self->block = 0;
}

/**
 * kompass_pages_step:
 * @self: pages
 * @deadline_us: a time as g_get_monotonic_time() tells it, in microseconds
 *
 * Goes on with what kompass_pages_set_document_in_slices() began, until it is done or the time has come; at least
 * by one block.
 *
 * Returns: whether there is nothing left to do
 */
gboolean
kompass_pages_step (KompassPages *self,
                    gint64        deadline_us)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), TRUE);

  if (self->next == NULL)
    return TRUE;
  while (lay_out_next (self))
    if (g_get_monotonic_time () >= deadline_us)
      return FALSE;
  finish (self);

  return TRUE;
}

/**
 * kompass_pages_get_document:
 * @self: pages
 *
 * Returns: (transfer none) (nullable): what they show now
 */
KompassDocument *
kompass_pages_get_document (KompassPages *self)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), NULL);

  return self->layout != NULL ? self->layout->document : NULL;
}

/**
 * kompass_pages_get_n_pages:
 * @self: pages
 *
 * Returns: their number: 0 without a document, otherwise at least 1, the cover
 */
guint
kompass_pages_get_n_pages (KompassPages *self)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), 0);

  return self->layout != NULL ? self->layout->pages->len : 0;
}

/**
 * kompass_pages_draw:
 * @self: pages
 * @page: which of them, from 0
 * @cr: where to draw, in points, from (0, 0); the paper itself is left as it is
 * @tags: (nullable): where its pieces are marked in reading order; pages are then drawn from the first to the last
 *
 * Draws a page.
 */
void
kompass_pages_draw (KompassPages    *self,
                    guint            page,
                    cairo_t         *cr,
                    KompassPageTags *tags)
{
  g_return_if_fail (KOMPASS_IS_PAGES (self));
  g_return_if_fail (page < kompass_pages_get_n_pages (self));
  g_return_if_fail (cr != NULL);

  kompass_page_layout_draw (self->layout, page, cr, tags);
}

/**
 * kompass_pages_get_n_headings:
 * @self: pages
 *
 * Returns: the number of headings in all chapters
 */
guint
kompass_pages_get_n_headings (KompassPages *self)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), 0);

  return self->layout != NULL ? self->layout->headings->len : 0;
}

/**
 * kompass_pages_get_heading:
 * @self: pages
 * @index: of a heading, from the first to the last
 *
 * Returns: (transfer none): the heading
 */
const KompassPagesHeading *
kompass_pages_get_heading (KompassPages *self,
                           guint         index)
{
  g_return_val_if_fail (KOMPASS_IS_PAGES (self), NULL);
  g_return_val_if_fail (index < kompass_pages_get_n_headings (self), NULL);

  return &g_array_index (self->layout->headings, KompassPagesHeading, index);
}

/**
 * kompass_pages_find_anchor:
 * @self: pages
 * @anchor: of a chapter, block or row
 * @page: (out) (optional): the page it is on, from 0
 * @y: (out) (optional): its top, in points from the top of the sheet
 *
 * Returns: whether there is such an anchor
 */
gboolean
kompass_pages_find_anchor (KompassPages *self,
                           const char   *anchor,
                           guint        *page,
                           double       *y)
{
  guint place;

  g_return_val_if_fail (KOMPASS_IS_PAGES (self), FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  place = self->layout != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->layout->anchors, anchor)) : 0;
  if (place == 0)
    return FALSE;
  if (page != NULL)
    *page = g_array_index (self->layout->places, KompassPagePlace, place - 1).page;
  if (y != NULL)
    *y = g_array_index (self->layout->places, KompassPagePlace, place - 1).y;

  return TRUE;
}

/**
 * kompass_pages_get_anchor:
 * @self: pages
 * @page: one of them, from 0
 * @y: in points from the top of the sheet
 *
 * Returns: (nullable): the anchor of what stands there: the last at or above it, on this or an earlier page
 */
const char *
kompass_pages_get_anchor (KompassPages *self,
                          guint         page,
                          double        y)
{
  const char *anchor = NULL;

  g_return_val_if_fail (KOMPASS_IS_PAGES (self), NULL);
  for (guint i = 0; self->layout != NULL && i < self->layout->places->len; i++)
    {
      const KompassPagePlace *place = &g_array_index (self->layout->places, KompassPagePlace, i);

      if (place->page > page || (place->page == page && place->y > y))
        break;
      anchor = place->anchor;
    }

  return anchor;
}

/**
 * kompass_pages_get_chapter:
 * @self: pages
 * @page: one of them, from 0
 *
 * Returns: (nullable): the anchor of the chapter the page begins with; %NULL for cover and contents
 */
const char *
kompass_pages_get_chapter (KompassPages *self,
                           guint         page)
{
  const KompassPage *found;

  g_return_val_if_fail (KOMPASS_IS_PAGES (self), NULL);
  g_return_val_if_fail (page < kompass_pages_get_n_pages (self), NULL);

  found = g_ptr_array_index (self->layout->pages, page);
  if (found->chapter >= self->layout->chapters->len)
    return NULL;

  return ((const KompassChapter *) g_ptr_array_index (self->layout->document->chapters, found->chapter))->anchor;
}
