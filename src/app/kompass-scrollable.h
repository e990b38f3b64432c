/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_SCROLLABLE (kompass_scrollable_get_type ())
G_DECLARE_DERIVABLE_TYPE (KompassScrollable, kompass_scrollable, KOMPASS, SCROLLABLE, GtkWidget)

/**
 * KompassScrollableClass:
 * @parent_class: its parent
 * @scrolled: it has been scrolled, or what there is to scroll has changed so
 */
struct _KompassScrollableClass
{
  GtkWidgetClass parent_class;

  void (*scrolled) (KompassScrollable *self);
};

double kompass_scrollable_get_value  (KompassScrollable *self);
double kompass_scrollable_get_height (KompassScrollable *self);
void   kompass_scrollable_scroll_to  (KompassScrollable *self,
                                      double             value);
void   kompass_scrollable_scroll_by  (KompassScrollable *self,
                                      double             steps,
                                      double             pages);
void   kompass_scrollable_set_sizes  (KompassScrollable *self,
                                      double             value,
                                      double             total,
                                      int                width,
                                      int                height);

G_END_DECLS
