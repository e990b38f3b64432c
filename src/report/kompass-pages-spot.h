/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-pages.h"

G_BEGIN_DECLS

/**
 * KompassPagesPart:
 * @KOMPASS_PAGES_CHAPTER: all of it: its beginning is meant
 * @KOMPASS_PAGES_TEXT: the text of its section
 * @KOMPASS_PAGES_LIST: one of its three lists
 *
 * A part of a chapter.
 */
typedef enum
{
  KOMPASS_PAGES_CHAPTER,
  KOMPASS_PAGES_TEXT,
  KOMPASS_PAGES_LIST,
} KompassPagesPart;

/**
 * KompassPagesSpot:
 * @chapter: the anchor of a chapter: the section that is written
 * @part: where in it
 * @list: of a list: which of the three
 * @item: of a text: index of a paragraph, as it is written; of a list: index of an item that is not empty
 * @offset: so many characters into that, as it is printed
 *
 * Where somebody writes.
 */
typedef struct
{
  const char *chapter;
  KompassPagesPart part;
  guint list;
  guint item;
  guint offset;
} KompassPagesSpot;

/**
 * KompassPagesPlace:
 * @page: a page, from 0
 * @y: the top of a line on it, in points from the top of the sheet
 * @height: of the line, in points; 0 for the beginning of a chapter
 *
 * Where something is printed.
 */
typedef struct
{
  guint page;
  double y;
  double height;
} KompassPagesPlace;

gboolean kompass_pages_find_spot      (KompassPages           *self,
                                       const KompassPagesSpot *spot,
                                       KompassPagesPlace      *place);
int      kompass_pages_find_paragraph (KompassPages           *self,
                                       guint                   page,
                                       double                  y);

G_END_DECLS
