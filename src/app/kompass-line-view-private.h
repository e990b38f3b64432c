/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-line-view.h"
#include "kompass-spelling.h"

G_BEGIN_DECLS

struct _KompassLineView
{
  GtkTextView parent_instance;

  char *hint;
  char *text;               /* what is written, as it is stored */
  char *preedit;            /* what an input method is about to write, or NULL */
  KompassSpelling *spelling;
  gboolean takes_lines;
  gboolean is_settling;     /* the words are written by the program */
  char *pasted;             /* lines that are to be given on */
  guint paste_id;
  char *more_label;
  GMenuModel *more;
  GtkWidget *menu;          /* made when it is opened */
};

void kompass_line_view_emit_pasted    (KompassLineView  *self,
                                       char            **lines);
void kompass_line_view_add_paste      (KompassLineView  *self);
void kompass_line_view_paste_clipboard (GtkTextView     *view);
void kompass_line_view_add_menu       (KompassLineView  *self);

G_END_DECLS
