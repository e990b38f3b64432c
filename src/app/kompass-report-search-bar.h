/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_SEARCH_BAR (kompass_report_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportSearchBar, kompass_report_search_bar, KOMPASS, REPORT_SEARCH_BAR, GtkWidget)

GtkWidget  *kompass_report_search_bar_new       (void);
void        kompass_report_search_bar_open      (KompassReportSearchBar *self,
                                                 const char             *words);
void        kompass_report_search_bar_close     (KompassReportSearchBar *self);
gboolean    kompass_report_search_bar_is_open   (KompassReportSearchBar *self);
const char *kompass_report_search_bar_get_words (KompassReportSearchBar *self);
void        kompass_report_search_bar_set_found (KompassReportSearchBar *self,
                                                 guint                   current,
                                                 guint                   n);

G_END_DECLS
