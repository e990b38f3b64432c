/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-text.h"

G_BEGIN_DECLS

/* A line of a column. Its place is that in the column as if that were on one endless page. */
typedef struct
{
  guint item;           /* which of the column's paragraphs it belongs to */
  guint text;           /* index of its text in the column: a long paragraph is several */
  KompassPageLine line;
  double top;
  double bottom;
  gboolean keep;        /* whether it may not be parted from the next line */
  gboolean first;       /* whether it is the first of its paragraph */
} KompassPageSlot;

/* Texts under one another, at one place of a row. */
typedef struct
{
  double x;
  double width;
  double indent;        /* room for bullets beside it: on its left, or of words that run to the left on its right */
  double shift;         /* how far down all of it stands in its row */
  GPtrArray *texts;     /* of KompassPageText */
  GArray *slots;        /* of KompassPageSlot */
  guint n_items;        /* paragraphs */
} KompassPageColumn;

typedef enum
{
  KOMPASS_PAGE_ROW_TEXT,          /* a heading, a paragraph */
  KOMPASS_PAGE_ROW_ITEM,          /* of a list */
  KOMPASS_PAGE_ROW_FIGURE,
  KOMPASS_PAGE_ROW_CAPTION,
  KOMPASS_PAGE_ROW_RESULT,
  KOMPASS_PAGE_ROW_GRID,          /* of a table */
  KOMPASS_PAGE_ROW_FINDINGS_HEAD,
  KOMPASS_PAGE_ROW_FINDINGS,
  KOMPASS_PAGE_ROW_CONTENTS,      /* an entry of the contents */
} KompassPageRowKind;

/* Columns beside each other. Breaks inside are at lines, each column for itself. */
typedef struct
{
  KompassPageRowKind kind;
  guint index;           /* of what it shows: of the item, of the row of the grid */
  GPtrArray *columns;    /* of KompassPageColumn */
  double before;         /* room above it, where it is not the first on its page */
  double pad_top;
  double pad_bottom;
  double height;         /* of the whole row, with both */
  double yields;         /* how much lower a picture may be so that what follows fits on its page */
  gboolean splits;       /* whether it may go on on the next page even where it is lower than one */
  gboolean keep;         /* whether it may not be parted from the row that follows */
  gboolean repeats;      /* whether it is a head that stands over the rest on the next pages, too */
} KompassPageRow;

/* A block that is laid out: rows, one below the other. Knows nothing of pages, so that it can be kept while others
 * change. */
typedef struct
{
  gatomicrefcount refs;
  double width;
  double before;         /* least room above and below */
  double after;
  gboolean close;        /* whether there is no more room above it than it asks for */
  GPtrArray *rows;       /* of KompassPageRow */
} KompassPagePiece;

KompassPagePiece  *kompass_page_piece_new           (KompassPageFonts       *fonts,
                                                     const KompassPageSetup *setup,
                                                     const KompassBlock     *block);
KompassPagePiece  *kompass_page_piece_ref           (KompassPagePiece       *self);
void               kompass_page_piece_unref         (KompassPagePiece       *self);

KompassPagePiece  *kompass_page_piece_new_empty     (double                  width);
KompassPageRow    *kompass_page_piece_add_row       (KompassPagePiece       *self,
                                                     KompassPageRowKind      kind,
                                                     guint                   index);
KompassPageColumn *kompass_page_row_add_column      (KompassPageRow         *self,
                                                     double                  x,
                                                     double                  width);
void               kompass_page_column_take_text    (KompassPageColumn      *self,
                                                     KompassPageText        *text,
                                                     double                  before,
                                                     gboolean                whole);
void               kompass_page_column_take_rich    (KompassPageColumn      *self,
                                                     KompassPageFonts       *fonts,
                                                     KompassPageTextStyle    style,
                                                     GPtrArray              *rich,
                                                     PangoAlignment          alignment,
                                                     double                  before,
                                                     gboolean                whole);
GPtrArray         *kompass_page_rich_cut            (GPtrArray              *rich);
double             kompass_page_column_get_height   (KompassPageColumn      *self);
void               kompass_page_row_finish          (KompassPageRow         *self);
void               kompass_page_row_centre          (KompassPageRow         *self);

void               kompass_page_piece_add_grid      (KompassPagePiece       *self,
                                                     KompassPageFonts       *fonts,
                                                     const KompassGrid      *grid);
void               kompass_page_piece_add_findings  (KompassPagePiece       *self,
                                                     KompassPageFonts       *fonts,
                                                     const KompassPageSetup *setup,
                                                     const KompassBlock     *block);

double             kompass_page_setup_get_room      (const KompassPageSetup *setup);
double             kompass_page_setup_get_measure   (const KompassPageSetup *setup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPagePiece, kompass_page_piece_unref)

G_END_DECLS
