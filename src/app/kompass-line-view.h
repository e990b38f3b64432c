/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-speller.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_LINE_VIEW (kompass_line_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassLineView, kompass_line_view, KOMPASS, LINE_VIEW, GtkTextView)

GtkWidget  *kompass_line_view_new             (const char       *hint);
void        kompass_line_view_set_takes_lines (KompassLineView  *self,
                                               gboolean          takes_lines);
void        kompass_line_view_set_more        (KompassLineView  *self,
                                               const char       *label,
                                               GMenuModel       *menu);

const char *kompass_line_view_get_text        (KompassLineView  *self);
void        kompass_line_view_set_text        (KompassLineView  *self,
                                               const char       *text);
gboolean    kompass_line_view_is_empty        (KompassLineView  *self);
void        kompass_line_view_forget_steps    (KompassLineView  *self);

void        kompass_line_view_edit            (KompassLineView  *self,
                                               int               caret);
gboolean    kompass_line_view_is_at_edge      (KompassLineView  *self,
                                               gboolean          at_end);
void        kompass_line_view_get_sides       (KompassLineView  *self,
                                               char            **before,
                                               char            **after);

void        kompass_line_view_set_speller     (KompassLineView  *self,
                                               KompassSpeller   *speller);
gboolean    kompass_line_view_select_misspelt (KompassLineView  *self,
                                               gboolean          from_start);
void        kompass_line_view_tell_no_misspelt (GtkWidget     *widget,
                                                KompassSpeller *speller,
                                                const char     *words);

G_END_DECLS
