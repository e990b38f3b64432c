/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-piece.h"

G_BEGIN_DECLS

/* Room between two chapters on a page, in points. */
#define KOMPASS_PAGE_CHAPTER_GAP 34.0

/* How the room between pieces shrinks where that saves a page: by steps, and never to less than about half of it. */
#define KOMPASS_PAGE_TIGHTER 0.15
#define KOMPASS_PAGE_TIGHTEST 0.54

/* What stands on pages: a block, laid out. The piece may be that of an equal block. */
typedef struct
{
  const KompassBlock *block; /* NULL for entries of the contents */
  KompassPagePiece *piece;
  guint chapter;             /* index of its chapter */
  guint number;              /* of the block in its chapter, from 1 */
} KompassPageItem;

/* A part of a row on a page. */
typedef struct
{
  const KompassPageItem *item;
  KompassPageRow *row;
  double y;                  /* top, from the top of the sheet */
  double height;
  guint *from;               /* first line of each column, or NULL for all of the row */
  guint *to;                 /* line after the last */
  gboolean begins;           /* whether the row begins here */
  gboolean ends;             /* whether it ends here */
  gboolean repeated;         /* whether it is a head that stood on a page before */
} KompassPageFragment;

/* A page: what stands on it, from top to bottom. */
typedef struct
{
  guint chapter;             /* the one it begins with; others may follow */
  GPtrArray *fragments;      /* of KompassPageFragment */
} KompassPage;

KompassPage *kompass_page_new        (guint                   chapter);
void         kompass_page_free       (KompassPage            *self);
GPtrArray   *kompass_page_flow       (GPtrArray              *items,
                                      guint                   chapter,
                                      const KompassPageSetup *setup);
GPtrArray   *kompass_page_flow_tight (GPtrArray              *items,
                                      guint                   chapter,
                                      const KompassPageSetup *setup,
                                      double                  looseness);
void         kompass_page_flow_run   (GPtrArray              *chapters,
                                      guint                   first,
                                      guint                   n,
                                      const KompassPageSetup *setup,
                                      GPtrArray              *pages);

G_END_DECLS
