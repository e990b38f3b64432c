/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-spelling.h"

G_BEGIN_DECLS

/* How long words are looked up before the keyboard has its turn again, in microseconds. */
#define KOMPASS_SPELLING_SLICE 4000

struct _KompassSpelling
{
  GObject parent_instance;

  GtkTextView *view; /* holds this */
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
  KompassSpeller *speller;
  GSimpleActionGroup *actions;
  GtkAdjustment *adjustment;
  GtkTextMark *menu_mark; /* where the menu was opened */
  guint source;
  int line;               /* of what is seen, the next one to look at; -1 for the first */
  guint search_source;
  int search_line;
  int search_left;        /* lines to search in */
};

/* A word of a text */
typedef struct
{
  GtkTextIter start;
  GtkTextIter end;
} KompassSpellingWord;

/* The words of a line that are still to be looked at */
typedef struct
{
  KompassSpelling *spelling;
  char *text;
  gsize from; /* in bytes */
  int line;
  int offset; /* of @from, in characters */
} KompassSpellingWords;

void     kompass_spelling_begin_words    (KompassSpellingWords  *words,
                                          KompassSpelling       *self,
                                          int                    line);
gboolean kompass_spelling_next_wrong     (KompassSpellingWords  *words,
                                          KompassSpellingWord   *word);
void     kompass_spelling_end_words      (KompassSpellingWords  *words);
void     kompass_spelling_emit_searched  (KompassSpelling       *self,
                                          gboolean               is_found);

G_END_DECLS
