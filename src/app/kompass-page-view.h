/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-pages.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_PAGE_VIEW (kompass_page_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassPageView, kompass_page_view, KOMPASS, PAGE_VIEW, GtkWidget)

GtkWidget *kompass_page_view_new          (void);
void       kompass_page_view_set_pages    (KompassPageView *self,
                                           KompassPages    *pages);
void       kompass_page_view_pages_changed (KompassPageView *self);
void       kompass_page_view_show_anchor  (KompassPageView *self,
                                           const char      *anchor,
                                           gboolean         at_top);
guint      kompass_page_view_get_n_pages  (KompassPageView *self);
guint      kompass_page_view_get_page     (KompassPageView *self);
void       kompass_page_view_go_to_page   (KompassPageView *self,
                                           guint            page);

G_END_DECLS
