/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are placed on pages from top to bottom.
 *
 * A row goes on the page if it fits there together with what it may not be parted from: a heading with the beginning
 * of what follows, the head of a table with its first rows, its last row with the total. A row that splits goes on on
 * the next page; a line stays with those it is kept with, so that no page begins or ends with one line of a longer
 * paragraph. Where these wishes need more than a whole page, they are given up one after the other, so that every
 * page takes something and the end is always reached.
 *
 * A chapter whose last page would hold only a little is laid out once more with less room between its pieces, and
 * stays so if that saves the page. */

#include "kompass-page-flow.h"

#include <string.h>

/* Heads that take more than this part of a page stand only once. */
#define HEAD_SHARE 0.34

/* A last page that is filled less than this should be saved. */
#define SPARSE_SHARE 0.36

/* Lengths are compared with this much grace, in points. */
#define GRACE 0.01

typedef struct
{
  const KompassPageItem *item;
  KompassPageRow *row;
  double before;       /* room above it within a page */
  gboolean keep;       /* whether it may not be parted from the row that follows */
} Place;

typedef struct
{
  const KompassPageSetup *setup;
  GArray *places;      /* of Place: all rows of the chapter */
  GPtrArray *pages;
  KompassPage *page;
  guint chapter;
  double y;            /* where the page is filled to */
  double end;          /* where it ends */
  double looseness;    /* how much of the room between pieces there is, from 0 to 1 */
  gboolean fresh;      /* whether there is nothing but repeated heads on it */
} Flow;

static void
free_fragment (gpointer data)
{
  KompassPageFragment *self = data;

  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * kompass_page_new:
 * @chapter: index of a chapter
 *
 * Returns: (transfer full): an empty page of it
 */
KompassPage *
kompass_page_new (guint chapter)
{
  KompassPage *self = g_new0 (KompassPage, 1);

  self->chapter = chapter;
  self->fragments = g_ptr_array_new_with_free_func (free_fragment);

  return self;
}

void
kompass_page_free (KompassPage *self)
{
  g_ptr_array_unref (self->fragments);
  g_free (self);
}

static KompassPageColumn *
get_column (KompassPageRow *row,
            guint           column)
{
  return g_ptr_array_index (row->columns, column);
}

static KompassPageSlot *
get_slot (KompassPageColumn *column,
          guint              slot)
{
  return &g_array_index (column->slots, KompassPageSlot, slot);
}

static const Place *
get_place (Flow  *self,
           guint  place)
{
  return &g_array_index (self->places, Place, place);
}

/* Lists */

static gboolean
is_note (const KompassPageItem *item)
{
  return item->block != NULL && item->block->kind == KOMPASS_BLOCK_PARAGRAPH &&
         item->block->style == KOMPASS_PARAGRAPH_STYLE_NOTE;
}

/* A note stays with the table or picture it is on, and with the notes before it. */
static void
keep_note (GArray                *places,
           const KompassPageItem *note)
{
  Place *last = places->len > 0 ? &g_array_index (places, Place, places->len - 1) : NULL;

  if (last == NULL || !is_note (note) || last->item->block == NULL)
    return;
  last->keep |= last->item->block->kind == KOMPASS_BLOCK_TABLE || last->item->block->kind == KOMPASS_BLOCK_FIGURE ||
                is_note (last->item);
}

static GArray *
create_places (GPtrArray *items)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double after = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KompassPageItem *item = g_ptr_array_index (items, i);

      keep_note (places, item);
      for (guint j = 0; j < item->piece->rows->len; j++)
        {
          KompassPageRow *row = g_ptr_array_index (item->piece->rows, j);
          Place place = { item, row, row->before, row->keep };

          if (j == 0)
            place.before = item->piece->close ? item->piece->before : MAX (after, item->piece->before);
          g_array_append_val (places, place);
        }
      if (item->piece->rows->len > 0)
        after = item->piece->after;
    }

  return places;
}

/* What may be on a page */

/* The height of the lines from @from that may not be parted. */
static double
measure_first_lines (KompassPageColumn *column,
                     guint              from)
{
  guint last = from;

  if (from >= column->slots->len)
    return 0;
  while (get_slot (column, last)->keep && last + 1 < column->slots->len)
    last++;

  return get_slot (column, last)->bottom - get_slot (column, from)->top;
}

/* The least part of a row that can stand at the foot of a page. */
static double
measure_beginning (KompassPageRow *row)
{
  double height = 0;

  if (!row->splits)
    return row->height;
  for (guint i = 0; i < row->columns->len; i++)
    height = MAX (height, measure_first_lines (get_column (row, i), 0));

  return MIN (row->pad_top + height + row->pad_bottom, row->height);
}

/* The height of a row with what it may not be parted from, at most @most rows. */
static double
measure_kept (Flow  *self,
              guint  place,
              guint  most)
{
  double height = 0;

  for (guint n = 1; place < self->places->len; place++, n++)
    {
      const Place *at = get_place (self, place);

      height += height > 0 ? at->before * self->looseness : 0;
      if (!at->keep || n == most)
        return height + measure_beginning (at->row);
      height += at->row->height;
    }

  return height;
}

static double
get_page_height (Flow *self)
{
  return kompass_page_setup_get_room (self->setup);
}

/* Placing */

static KompassPageFragment *
add_fragment (Flow                  *self,
              const KompassPageItem *item,
              KompassPageRow        *row,
              double                 height)
{
  KompassPageFragment *fragment = g_new0 (KompassPageFragment, 1);

  fragment->item = item;
  fragment->row = row;
  fragment->y = self->y;
  fragment->height = height;
  fragment->begins = fragment->ends = TRUE;
  g_ptr_array_add (self->page->fragments, fragment);
  self->y += height;

  return fragment;
}

static void
begin_page (Flow *self)
{
  self->page = kompass_page_new (self->chapter);
  g_ptr_array_add (self->pages, self->page);
  self->y = self->setup->top;
  self->end = self->setup->top + get_page_height (self);
  self->fresh = TRUE;
}

/* The head of a table stands over the rest of it on every page. */
static void
repeat_heads (Flow        *self,
              const Place *place)
{
  double height = 0;
  guint n = 0;

  for (; n < place->item->piece->rows->len; n++)
    {
      KompassPageRow *row = g_ptr_array_index (place->item->piece->rows, n);

      if (!row->repeats || row == place->row)
        break;
      height += row->height;
    }
  if (height > get_page_height (self) * HEAD_SHARE)
    return;
  for (guint i = 0; i < n; i++)
    {
      KompassPageRow *row = g_ptr_array_index (place->item->piece->rows, i);

      add_fragment (self, place->item, row, row->height)->repeated = TRUE;
    }
}

static void
turn_page (Flow        *self,
           const Place *place)
{
  begin_page (self);
  repeat_heads (self, place);
}

/* The line after the last that fits; @from where none does. With @force lines are parted that should not be, and
 * the first of them always fits. */
static guint
fill_column (KompassPageColumn *column,
             guint              from,
             double             room,
             gboolean           force)
{
  guint to = from;

  for (guint i = from; i < column->slots->len; i++)
    {
      if (get_slot (column, i)->bottom - get_slot (column, from)->top > room + GRACE)
        break;
      if (force || !get_slot (column, i)->keep)
        to = i + 1;
    }

  return force && to == from && from < column->slots->len ? from + 1 : to;
}

/* Fills each column; where one of them gets nothing although it has something left, the row is not parted here. */
static gboolean
fill_columns (KompassPageRow *row,
              const guint    *from,
              guint          *to,
              double          room,
              gboolean        force)
{
  gboolean any = FALSE;

  for (guint i = 0; i < row->columns->len; i++)
    {
      KompassPageColumn *column = get_column (row, i);

      to[i] = fill_column (column, from[i], room, FALSE);
      if (to[i] == from[i] && from[i] < column->slots->len)
        {
          if (!force)
            return FALSE;
          to[i] = fill_column (column, from[i], room, TRUE);
        }
      any |= to[i] > from[i];
    }

  return any;
}

static gboolean
is_finished (KompassPageRow *row,
             const guint    *to)
{
  for (guint i = 0; i < row->columns->len; i++)
    if (to[i] < get_column (row, i)->slots->len)
      return FALSE;

  return TRUE;
}

static gboolean
is_begun (KompassPageRow *row,
          const guint    *from)
{
  for (guint i = 0; i < row->columns->len; i++)
    if (from[i] > 0)
      return TRUE;

  return FALSE;
}

static double
measure_part (KompassPageRow *row,
              const guint    *from,
              const guint    *to)
{
  double height = 0;

  for (guint i = 0; i < row->columns->len; i++)
    if (to[i] > from[i])
      height = MAX (height, get_slot (get_column (row, i), to[i] - 1)->bottom -
                              get_slot (get_column (row, i), from[i])->top);

  return row->pad_top + height + row->pad_bottom;
}

/* Places as much of the row as fits. Returns whether anything did. */
static gboolean
place_part (Flow        *self,
            const Place *place,
            guint       *from,
            gboolean     force)
{
  KompassPageRow *row = place->row;
  gsize size = row->columns->len * sizeof (guint);
  g_autofree guint *to = g_malloc0 (MAX (size, 1));
  double room = self->end - self->y - row->pad_top - row->pad_bottom;
  KompassPageFragment *fragment;

  if (!fill_columns (row, from, to, room, force))
    return FALSE;
  fragment = add_fragment (self, place->item, row, measure_part (row, from, to));
  fragment->from = g_memdup2 (from, size);
  fragment->to = g_memdup2 (to, size);
  fragment->begins = !is_begun (row, from);
  fragment->ends = is_finished (row, to);
  memcpy (from, to, size);
  self->fresh = FALSE;

  return TRUE;
}

/* Places a row on this and as many further pages as it needs. */
static void
place_in_parts (Flow        *self,
                const Place *place)
{
  g_autofree guint *from = g_new0 (guint, MAX (place->row->columns->len, 1));

  while (!is_finished (place->row, from))
    if (!place_part (self, place, from, self->fresh))
      turn_page (self, place);
}

static gboolean
fits (Flow   *self,
      double  height)
{
  return self->y + height <= self->end + GRACE;
}

static void
add_gap (Flow        *self,
         const Place *place)
{
  if (self->page->fragments->len > 0 && !self->fresh)
    self->y += place->before * self->looseness;
}

/* What needs more than a page together is parted: a heading stays with the head of a table and its first row, a row
 * with the next. */
static double
choose_kept (Flow  *self,
             guint  index)
{
  static const guint most[] = { G_MAXUINT, 3, 2, 1 };
  double kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (most); i++)
    {
      kept = measure_kept (self, index, most[i]);
      if (kept <= get_page_height (self))
        return kept;
    }

  return kept;
}

/* The row after the table that follows a picture; 0 where there is none before the next picture. */
static guint
find_table_end (Flow  *self,
                guint  picture)
{
  const KompassPageItem *item = get_place (self, picture)->item;
  const KompassPageItem *table = NULL;
  guint i;

  for (i = picture + 1; i < self->places->len; i++)
    {
      const Place *at = get_place (self, i);

      if ((table != NULL && at->item != table) || (at->item != item && at->row->kind == KOMPASS_PAGE_ROW_FIGURE))
        break;
      if (at->row->kind == KOMPASS_PAGE_ROW_GRID)
        table = at->item;
    }

  return table != NULL ? i : 0;
}

/* By how much a picture has to be lower so that what follows it, up to the row @end, stands on its page; 0 where that
 * needs nothing, or more than a picture can give. */
static double
measure_yield (Flow  *self,
               guint  picture,
               guint  end)
{
  const KompassPageRow *row = get_place (self, picture)->row;
  double height = row->height - (self->end - self->y);

  for (guint i = picture + 1; i < end; i++)
    height += get_place (self, i)->before * self->looseness + get_place (self, i)->row->height;

  return height > GRACE && height <= row->yields ? height : 0;
}

/* By how much a picture is lower than it would be: so that the chapter ends on its page, or at least the table under it. */
static double
choose_yield (Flow  *self,
              guint  picture)
{
  double yield = measure_yield (self, picture, self->places->len);

  return yield > 0 ? yield : measure_yield (self, picture, find_table_end (self, picture));
}

static void
place_row (Flow  *self,
           guint  index)
{
  const Place *place = get_place (self, index);
  double kept = choose_kept (self, index);
  double old = self->y;

  add_gap (self, place);
  if (!fits (self, kept) && !self->fresh)
    {
      self->y = old;
      turn_page (self, place);
    }
  if (fits (self, place->row->height) || place->row->columns->len == 0)
    {
      add_fragment (self, place->item, place->row,
                    place->row->height - (place->row->yields > 0 ? choose_yield (self, index) : 0));
      self->fresh = FALSE;
    }
  else
    place_in_parts (self, place);
}

/* Places all rows on new pages. Returns how much of the last one is filled, in points. */
static double
flow (GArray                 *places,
      guint                   chapter,
      const KompassPageSetup *setup,
      double                  looseness,
      GPtrArray              *pages)
{
  Flow self = { .setup = setup, .places = places, .pages = pages, .chapter = chapter, .looseness = looseness };

  begin_page (&self);
  for (guint i = 0; i < places->len; i++)
    place_row (&self, i);

  return self.y - setup->top;
}

static GPtrArray *
create_pages (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_page_free);
}

/* Tries to do with a page less. */
static GPtrArray *
tighten (GPtrArray              *loose,
         GArray                 *places,
         guint                   chapter,
         const KompassPageSetup *setup)
{
  for (double looseness = 1 - KOMPASS_PAGE_TIGHTER; looseness > KOMPASS_PAGE_TIGHTEST; looseness -= KOMPASS_PAGE_TIGHTER)
    {
      g_autoptr (GPtrArray) pages = create_pages ();

      flow (places, chapter, setup, looseness, pages);
      if (pages->len < loose->len)
        {
          g_ptr_array_unref (loose);
          return g_steal_pointer (&pages);
        }
    }

  return loose;
}

/**
 * kompass_page_flow:
 * @items: (element-type KompassPageItem): what a chapter consists of
 * @chapter: its index
 * @setup: the sheets
 *
 * Places a chapter on pages. If its last page would hold only a little, there is less room between its pieces.
 *
 * Returns: (transfer full) (element-type KompassPage): its pages, at least one
 */
GPtrArray *
kompass_page_flow (GPtrArray              *items,
                   guint                   chapter,
                   const KompassPageSetup *setup)
{
  g_autoptr (GArray) places = create_places (items);
  GPtrArray *made = create_pages ();
  double filled = flow (places, chapter, setup, 1, made);

  if (made->len > 1 && filled < kompass_page_setup_get_room (setup) * SPARSE_SHARE)
    made = tighten (made, places, chapter, setup);

  return made;
}

/**
 * kompass_page_flow_tight:
 * @items: (element-type KompassPageItem): what a chapter consists of
 * @chapter: its index
 * @setup: the sheets
 * @looseness: how much of the room between pieces there is, from 0 to 1
 *
 * Places a chapter on pages with less room.
 *
 * Returns: (transfer full) (element-type KompassPage): its pages, at least one
 */
GPtrArray *
kompass_page_flow_tight (GPtrArray              *items,
                         guint                   chapter,
                         const KompassPageSetup *setup,
                         double                  looseness)
{
  g_autoptr (GArray) places = create_places (items);
  GPtrArray *made = create_pages ();

  flow (places, chapter, setup, looseness, made);

  return made;
}
