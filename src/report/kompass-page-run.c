/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chapters that may follow each other on a page.
 *
 * A chapter stands under the one before it if all of it fits there. A short one, which would leave a page half empty, also
 * does so where that takes no more than a little of the room between the pieces of both. */

#include "kompass-page-flow.h"

/* A chapter that fills less of a page than this is short. */
#define SHORT_SHARE 0.5

/* Lengths are compared with this much grace, in points. */
#define GRACE 0.01

/* Chapters one after the other, as they are placed together. */
typedef struct
{
  GPtrArray *chapters; /* of GPtrArray of KompassPageItem */
  guint first;
  guint n;
  const KompassPageSetup *setup;
  double looseness;    /* of all of them */
} Run;

static double
find_end (const KompassPage      *page,
          const KompassPageSetup *setup)
{
  const KompassPageFragment *last;

  if (page->fragments->len == 0)
    return setup->top;
  last = g_ptr_array_index (page->fragments, page->fragments->len - 1);

  return last->y + last->height;
}

/* Puts what stands on @page, which is a chapter's only one, under what stands on the last of @pages. Returns whether there was
 * room for it. */
static gboolean
run_on (const Run   *self,
        KompassPage *page,
        GPtrArray   *pages)
{
  const KompassPageSetup *setup = self->setup;
  KompassPage *last = g_ptr_array_index (pages, pages->len - 1);
  double down = find_end (last, setup) + KOMPASS_PAGE_CHAPTER_GAP * self->looseness - setup->top;

  if (find_end (page, setup) + down > setup->top + kompass_page_setup_get_room (setup) + GRACE)
    return FALSE;
  for (guint i = 0; i < page->fragments->len; i++)
    ((KompassPageFragment *) g_ptr_array_index (page->fragments, i))->y += down;
  g_ptr_array_extend_and_steal (last->fragments, page->fragments);
  page->fragments = g_ptr_array_new ();

  return TRUE;
}

static GPtrArray *
flow_chapter (const Run *self,
              guint      chapter)
{
  GPtrArray *items = g_ptr_array_index (self->chapters, chapter);

  return self->looseness < 1 ? kompass_page_flow_tight (items, chapter, self->setup, self->looseness)
                             : kompass_page_flow (items, chapter, self->setup);
}

static GPtrArray *
flow (const Run *self)
{
  GPtrArray *pages = flow_chapter (self, self->first);

  for (guint i = 1; i < self->n; i++)
    {
      GPtrArray *made = flow_chapter (self, self->first + i);

      if (made->len == 1 && run_on (self, g_ptr_array_index (made, 0), pages))
        g_ptr_array_unref (made);
      else
        g_ptr_array_extend_and_steal (pages, made);
    }

  return pages;
}

static gboolean
is_short (GPtrArray              *pages,
          const KompassPageSetup *setup)
{
  return pages->len == 1 &&
         find_end (g_ptr_array_index (pages, 0), setup) - setup->top < kompass_page_setup_get_room (setup) * SHORT_SHARE;
}

/* Tries to add the chapter after those of the run, which stand on @n_pages, without a page of its own. Returns its pages, or
 * NULL where that is not possible. */
static GPtrArray *
join (Run   *self,
      guint  n_pages)
{
  Run longer = { self->chapters, self->first, self->n + 1, self->setup, self->looseness };
  g_autoptr (GPtrArray) alone = flow_chapter (self, self->first + self->n);
  double tightest = is_short (alone, self->setup) ? KOMPASS_PAGE_TIGHTEST : longer.looseness - GRACE;

  for (; longer.looseness > tightest; longer.looseness -= KOMPASS_PAGE_TIGHTER)
    {
      g_autoptr (GPtrArray) pages = flow (&longer);

      if (pages->len < n_pages + alone->len)
        {
          *self = longer;
          return g_steal_pointer (&pages);
        }
    }

  return NULL;
}

/**
 * kompass_page_flow_run:
 * @chapters: (element-type GPtrArray): chapters, each an array of #KompassPageItem
 * @first: the first to place
 * @n: how many, at least 1, of which all but the first may run on
 * @setup: the sheets
 * @pages: (element-type KompassPage): where their pages are appended, the first of which is new
 *
 * Places chapters on pages, of which a short one stands under the one before it where there is room.
 */
void
kompass_page_flow_run (GPtrArray              *chapters,
                       guint                   first,
                       guint                   n,
                       const KompassPageSetup *setup,
                       GPtrArray              *pages)
{
  Run run = { chapters, first, 1, setup, 1 };
  GPtrArray *made = flow (&run);

  for (guint i = first + 1; i < first + n; i++)
    {
      GPtrArray *joined = join (&run, made->len);

      if (joined != NULL)
        {
          g_ptr_array_unref (made);
          made = joined;
          continue;
        }
      g_ptr_array_extend_and_steal (pages, made);
      run = (Run) { chapters, i, 1, setup, 1 };
      made = flow (&run);
    }
  g_ptr_array_extend_and_steal (pages, made);
}
