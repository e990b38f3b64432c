/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-flow.h"
#include "kompass-pages.h"

G_BEGIN_DECLS

/* What stands in the place of a chapter's index on pages that belong to none. */
#define KOMPASS_PAGE_COVER (G_MAXUINT - 1)
#define KOMPASS_PAGE_CONTENTS G_MAXUINT

/* A document on pages. Not changed once it is done. */
typedef struct
{
  const KompassPageSetup *setup;
  KompassPageFonts *fonts;
  KompassDocument *document;
  GPtrArray *chapters;        /* of GPtrArray of KompassPageItem */
  GPtrArray *contents;        /* of KompassPageItem: heading and entries */
  KompassBlock *contents_heading;
  GPtrArray *pages;           /* of KompassPage */
  GArray *headings;           /* of KompassPagesHeading */
  GHashTable *heading_of;     /* from KompassBlock to index + 1 of its heading */
  GPtrArray *words;           /* of char *: titles and anchors that are made here */
  GHashTable *anchors;        /* from anchor to index + 1 of its place */
  GArray *places;             /* of KompassPagePlace, from the first page to the last */
} KompassPageLayout;

/* Where an anchor is. */
typedef struct
{
  const char *anchor;
  guint page;
  double y;
} KompassPagePlace;

KompassPageLayout *kompass_page_layout_new             (const KompassPageSetup *setup,
                                                        KompassPageFonts       *fonts,
                                                        KompassDocument        *document);
void               kompass_page_layout_free            (KompassPageLayout      *self);
void               kompass_page_layout_add_block       (KompassPageLayout      *self,
                                                        guint                   chapter,
                                                        const KompassBlock     *block,
                                                        KompassPagePiece       *piece);
void               kompass_page_layout_finish          (KompassPageLayout      *self);

const KompassPageLayout *
                   kompass_pages_get_layout            (KompassPages           *self);

void               kompass_page_layout_add_contents    (KompassPageLayout      *self);

void               kompass_page_layout_draw            (KompassPageLayout      *self,
                                                        guint                   page,
                                                        cairo_t                *cr,
                                                        KompassPageTags        *tags);
void               kompass_page_layout_draw_cover      (KompassPageLayout      *self,
                                                        cairo_t                *cr,
                                                        KompassPageTags        *tags);
gboolean           kompass_page_cover_has_profile      (KompassDocument        *document);
void               kompass_page_cover_draw_profile     (KompassDocument        *document,
                                                        cairo_t                *cr,
                                                        double                  size,
                                                        gboolean                greyscale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageLayout, kompass_page_layout_free)

G_END_DECLS
