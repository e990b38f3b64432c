/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-pages-spot.h"
#include "kompass-scrollable.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_PAGE_VIEW (kompass_page_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassPageView, kompass_page_view, KOMPASS, PAGE_VIEW, KompassScrollable)

GtkWidget *kompass_page_view_new           (void);
void       kompass_page_view_set_pages     (KompassPageView         *self,
                                            KompassPages            *pages);
KompassPages *
           kompass_page_view_get_pages     (KompassPageView         *self);
void       kompass_page_view_pages_changed (KompassPageView         *self);
void       kompass_page_view_show_place    (KompassPageView         *self,
                                            const KompassPagesPlace *place,
                                            gboolean                 at_top);
double     kompass_page_view_get_y         (KompassPageView         *self,
                                            const KompassPagesPlace *place);
guint      kompass_page_view_get_n_pages   (KompassPageView         *self);
guint      kompass_page_view_get_page      (KompassPageView         *self);
void       kompass_page_view_go_to_page    (KompassPageView         *self,
                                            guint                    page);

G_END_DECLS
