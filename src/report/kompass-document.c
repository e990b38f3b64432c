/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as chapters and blocks: what they are made with, and who holds them. */
#include "kompass-document-private.h"

static char **
clean_lines (const char * const *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *line = kompass_document_clean (lines[i]);

      g_strv_builder_add (builder, line);
    }

  return g_strv_builder_end (builder);
}

static KompassBlock *
create_block (KompassBlockKind kind)
{
  KompassBlock *self = g_atomic_rc_box_new0 (KompassBlock);

  self->kind = kind;

  return self;
}

static KompassBlock *
seal_block (KompassBlock *self,
            const char   *key)
{
  self->digest = kompass_block_create_digest (self, key);

  return self;
}

static void
block_clear (gpointer data)
{
  KompassBlock *self = data;

  g_free (self->anchor);
  g_free (self->digest);
  g_free (self->number);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->chart);
  g_free (self->alt);
  g_free (self->caption);
  g_clear_pointer (&self->grid, kompass_grid_free);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      g_free (self->titles[i]);
      g_clear_pointer (&self->lists[i], g_ptr_array_unref);
    }
  g_free (self->big);
  g_strfreev (self->lines);
  g_clear_pointer (&self->sources, g_array_unref);
}

static void
document_clear (gpointer data)
{
  KompassDocument *self = data;

  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->head);
  g_free (self->foot);
  g_free (self->contents_title);
  g_free (self->cover.over);
  g_free (self->cover.title);
  g_free (self->cover.subtitle);
  g_free (self->cover.total);
  g_free (self->cover.out_of);
  g_free (self->cover.part);
  g_strfreev (self->cover.lines);
  g_date_time_unref (self->time);
  g_ptr_array_unref (self->chapters);
}

/* Public functions */

/**
 * kompass_block_new_heading:
 * @level: 1 to 3
 * @number: (nullable): its number
 * @rich: (transfer full) (element-type KompassSpan): its words
 * @anchor: (nullable): what links lead to
 *
 * Returns: (transfer full): a heading
 */
KompassBlock *
kompass_block_new_heading (guint       level,
                           const char *number,
                           GPtrArray  *rich,
                           const char *anchor)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_HEADING);

  g_return_val_if_fail (level >= 1 && level <= 3, NULL);

  self->level = level;
  self->number = number != NULL ? kompass_document_clean (number) : NULL;
  self->spans = rich;
  self->anchor = anchor != NULL ? kompass_document_clean (anchor) : NULL;

  return seal_block (self, NULL);
}

/**
 * kompass_block_new_paragraph:
 * @style: what it is for
 * @rich: (transfer full) (element-type KompassSpan): its words
 *
 * Returns: (transfer full): a paragraph
 */
KompassBlock *
kompass_block_new_paragraph (KompassParagraphStyle  style,
                             GPtrArray             *rich)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_PARAGRAPH);

  self->style = style;
  self->spans = rich;

  return seal_block (self, NULL);
}

/**
 * kompass_block_new_list:
 * @items: (transfer full) (element-type GPtrArray): rich lines; the array frees them
 *
 * Returns: (transfer full): a list with bullets
 */
KompassBlock *
kompass_block_new_list (GPtrArray *items)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_LIST);

  self->items = items;

  return seal_block (self, NULL);
}

/**
 * kompass_block_new_figure:
 * @chart: the picture
 * @key: (nullable): what is drawn and cannot be read from @chart through #KompassChart, such as the years of rounds
 * @alt: what it shows, for those who cannot see it
 * @caption: (nullable): what stands under it
 * @aspect: its height for its width
 *
 * Returns: (transfer full): a figure
 */
KompassBlock *
kompass_block_new_figure (KompassChart *chart,
                          const char   *key,
                          const char   *alt,
                          const char   *caption,
                          double        aspect)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_FIGURE);

  self->chart = g_object_ref (chart);
  self->alt = kompass_document_clean (alt);
  self->caption = caption != NULL && *caption != '\0' ? kompass_document_clean (caption) : NULL;
  self->aspect = aspect;

  return seal_block (self, key);
}

/**
 * kompass_block_new_table:
 * @grid: (transfer full): the table
 *
 * Returns: (transfer full): a table
 */
KompassBlock *
kompass_block_new_table (KompassGrid *grid)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_TABLE);

  self->grid = grid;

  return seal_block (self, NULL);
}

/**
 * kompass_block_new_findings:
 * @titles: (array fixed-size=3): over each list
 * @lists: (array fixed-size=3) (transfer full): the lists, arrays of rich lines, each of which frees them
 *
 * Returns: (transfer full): three lists beside each other
 */
KompassBlock *
kompass_block_new_findings (const char * const *titles,
                            GPtrArray * const  *lists)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_FINDINGS);

  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      self->titles[i] = kompass_document_clean (titles[i]);
      self->lists[i] = lists[i];
    }

  return seal_block (self, NULL);
}

/**
 * kompass_block_new_result:
 * @big: the figure, formatted
 * @lines: (array zero-terminated=1): what it is out of, and what it is compared with
 *
 * Returns: (transfer full): a large figure
 */
KompassBlock *
kompass_block_new_result (const char         *big,
                          const char * const *lines)
{
  KompassBlock *self = create_block (KOMPASS_BLOCK_RESULT);

  self->big = kompass_document_clean (big);
  self->lines = clean_lines (lines);

  return seal_block (self, NULL);
}

/**
 * kompass_block_take_sources:
 * @self: a block of what somebody wrote, which nobody else has yet
 * @sources: (transfer full) (element-type guint): which paragraph of the section's text it is made from, and of a list each of its
 *   items
 *
 * Says where it comes from.
 */
void
kompass_block_take_sources (KompassBlock *self,
                            GArray       *sources)
{
  g_return_if_fail (self->sources == NULL);

  self->sources = sources;
}

/**
 * kompass_block_ref:
 * @self: a block
 *
 * Blocks outlive their document where somebody holds them, such as pages that are laid out.
 *
 * Returns: (transfer full): @self
 */
KompassBlock *
kompass_block_ref (KompassBlock *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
kompass_block_unref (KompassBlock *self)
{
  g_atomic_rc_box_release_full (self, block_clear);
}

/**
 * kompass_chapter_new:
 * @title: its title, with its number where it has one
 * @anchor: what links lead to
 * @running: its words in the running head
 *
 * Returns: (transfer full): a chapter without blocks
 */
KompassChapter *
kompass_chapter_new (const char *title,
                     const char *anchor,
                     const char *running)
{
  KompassChapter *self = g_new0 (KompassChapter, 1);

  self->title = kompass_document_clean (title);
  self->anchor = kompass_document_clean (anchor);
  self->running = kompass_document_clean (running);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_block_unref);

  return self;
}

void
kompass_chapter_free (KompassChapter *self)
{
  g_free (self->title);
  g_free (self->anchor);
  g_free (self->running);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * kompass_chapter_take_block:
 * @self: a chapter
 * @block: (transfer full): what comes next in it
 */
void
kompass_chapter_take_block (KompassChapter *self,
                            KompassBlock   *block)
{
  g_ptr_array_add (self->blocks, block);
}

/**
 * kompass_document_new:
 * @title: title of the file
 * @language: its language as BCP 47 has it
 * @time: when what it says was last changed, UTC
 *
 * Returns: (transfer full): a document without chapters, whose words are empty
 */
KompassDocument *
kompass_document_new (const char *title,
                      const char *language,
                      GDateTime  *time)
{
  KompassDocument *self = g_atomic_rc_box_new0 (KompassDocument);

  self->title = kompass_document_clean (title);
  self->language = kompass_document_clean (language);
  self->author = g_strdup ("");
  self->subject = g_strdup ("");
  self->keywords = g_strdup ("");
  self->head = g_strdup ("");
  self->foot = g_strdup ("");
  self->contents_title = g_strdup ("");
  self->cover.over = g_strdup ("");
  self->cover.title = g_strdup (self->title);
  self->cover.subtitle = g_strdup ("");
  self->cover.lines = g_new0 (char *, 1);
  self->time = g_date_time_ref (time);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_chapter_free);

  return self;
}

KompassDocument *
kompass_document_ref (KompassDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
kompass_document_unref (KompassDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/**
 * kompass_document_take_chapter:
 * @self: a document that nobody else holds yet
 * @chapter: (transfer full): what comes next in it
 */
void
kompass_document_take_chapter (KompassDocument *self,
                               KompassChapter  *chapter)
{
  g_ptr_array_add (self->chapters, chapter);
}
