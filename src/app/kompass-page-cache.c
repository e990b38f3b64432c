/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report as they are drawn on screen, once each. */
#include "kompass-page-cache.h"

/* Pages that are kept. */
#define N_KEPT 8

typedef struct
{
  guint page;
  GskRenderNode *node;
} Kept;

struct _KompassPageCache
{
  GQueue kept; /* of Kept, those drawn last first */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  gsk_render_node_unref (kept->node);
  g_free (kept);
}

/**
 * kompass_page_cache_new:
 *
 * Returns: (transfer full): a cache without pages
 */
KompassPageCache *
kompass_page_cache_new (void)
{
  return g_new0 (KompassPageCache, 1);
}

void
kompass_page_cache_free (KompassPageCache *self)
{
  kompass_page_cache_forget (self);
  g_free (self);
}

/**
 * kompass_page_cache_forget:
 * @self: a cache
 *
 * Pages look otherwise now.
 */
void
kompass_page_cache_forget (KompassPageCache *self)
{
  g_queue_clear_full (&self->kept, kept_free);
}

static GskRenderNode *
draw (KompassPages *pages,
      guint         page,
      double        scale)
{
  const KompassPageSetup *setup = kompass_pages_get_setup (pages);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (setup->width * scale), (float) (setup->height * scale));
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  kompass_pages_draw (pages, page, cr, NULL);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * kompass_page_cache_get:
 * @self: a cache
 * @pages: the pages, the same as long as nothing is forgotten
 * @page: one of them, from 0
 * @scale: pixels for a point, likewise
 *
 * Returns: (transfer none): the page as it is drawn
 */
GskRenderNode *
kompass_page_cache_get (KompassPageCache *self,
                        KompassPages     *pages,
                        guint             page,
                        double            scale)
{
  Kept *kept = NULL;

  for (GList *l = self->kept.head; l != NULL; l = l->next)
    if (((Kept *) l->data)->page == page)
      {
        g_queue_unlink (&self->kept, l);
        g_queue_push_head_link (&self->kept, l);
        return ((Kept *) l->data)->node;
      }
  kept = g_new0 (Kept, 1);
  kept->page = page;
  kept->node = draw (pages, page, scale);
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > N_KEPT)
    kept_free (g_queue_pop_tail (&self->kept));

  return kept->node;
}
