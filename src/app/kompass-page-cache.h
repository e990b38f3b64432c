/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-pages.h"

G_BEGIN_DECLS

/**
 * KompassPageCache:
 *
 * Pages as they are drawn, those that were drawn last.
 */
typedef struct _KompassPageCache KompassPageCache;

KompassPageCache *kompass_page_cache_new    (void);
void              kompass_page_cache_free   (KompassPageCache *self);
void              kompass_page_cache_forget (KompassPageCache *self);
GskRenderNode    *kompass_page_cache_get    (KompassPageCache *self,
                                             KompassPages     *pages,
                                             guint             page,
                                             double            scale);

G_END_DECLS
