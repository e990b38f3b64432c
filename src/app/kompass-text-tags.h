/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-evaluation.h"
#include "kompass-text.h"

G_BEGIN_DECLS

/**
 * KompassTextTags:
 * @table: where the tags are
 * @bold: bold
 * @italic: italic
 * @heading: a whole heading, with what ends its line
 * @bullet: a whole item of a list, likewise
 * @link: the look of every link; another tag says where it leads
 * @field: the look of every figure; another tag says which it is
 * @misspelt: a word that no dictionary has
 * @anew: what is drawn anew, while that is said; it looks as ever
 *
 * How a text is written in a #GtkTextBuffer: each paragraph is a line, the last one ends with a newline, too. What a
 * paragraph is, is said by the tag of that newline.
 */
typedef struct
{
  GtkTextTagTable *table;
  GtkTextTag *bold;
  GtkTextTag *italic;
  GtkTextTag *heading;
  GtkTextTag *bullet;
  GtkTextTag *link;
  GtkTextTag *field;
  GtkTextTag *misspelt;
  GtkTextTag *anew;
} KompassTextTags;

void                  kompass_text_tags_init       (KompassTextTags        *tags,
                                                    GtkTextTagTable        *table);
void                  kompass_text_tags_set_style  (KompassTextTags        *tags,
                                                    const GdkRGBA          *ink,
                                                    const GdkRGBA          *link,
                                                    double                  scale);

GtkTextTag           *kompass_text_tags_get_link   (KompassTextTags        *tags,
                                                    const char             *address);
const char           *kompass_text_tags_find_link  (const KompassTextTags  *tags,
                                                    const GtkTextIter      *iter,
                                                    GtkTextTag            **tag);
GtkTextTag           *kompass_text_tags_add_field  (KompassTextTags        *tags,
                                                    const char             *field);
const char           *kompass_text_tags_find_field (const KompassTextTags  *tags,
                                                    const GtkTextIter      *iter,
                                                    GtkTextTag            **tag);
KompassRunFlags       kompass_text_tags_get_flags  (const KompassTextTags  *tags,
                                                    const GtkTextIter      *iter);

char                 *kompass_text_tags_clean      (const char             *text,
                                                    gssize                  length,
                                                    gboolean                keep_lines);
char                 *kompass_text_tags_format     (const char             *field,
                                                    KompassEvaluation      *evaluation);
KompassParagraphKind  kompass_text_tags_get_kind   (const KompassTextTags  *tags,
                                                    const GtkTextIter      *iter);
void                  kompass_text_tags_set_kind   (const KompassTextTags  *tags,
                                                    GtkTextBuffer          *buffer,
                                                    int                     line,
                                                    KompassParagraphKind    kind);
void                  kompass_text_tags_set_inline (KompassTextTags        *tags,
                                                    const GtkTextIter      *start,
                                                    const GtkTextIter      *end,
                                                    KompassRunFlags         flags,
                                                    GtkTextTag             *link);
void                  kompass_text_tags_set_link   (const KompassTextTags  *tags,
                                                    const GtkTextIter      *start,
                                                    const GtkTextIter      *end,
                                                    GtkTextTag             *link);
void                  kompass_text_tags_read       (const KompassTextTags  *tags,
                                                    const GtkTextIter      *start,
                                                    const GtkTextIter      *end,
                                                    KompassText            *text);
void                  kompass_text_tags_write      (KompassTextTags        *tags,
                                                    GtkTextIter            *iter,
                                                    GPtrArray              *paragraphs,
                                                    KompassEvaluation      *evaluation);

G_END_DECLS
