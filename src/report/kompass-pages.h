/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "kompass-document.h"
#include "kompass-page-setup.h"
#include "kompass-page-tags.h"

G_BEGIN_DECLS

/**
 * KompassPagesHeading:
 * @level: 1 for the title of a chapter, 2 and 3 below it
 * @title: its words, with its number
 * @anchor: (nullable): its anchor; a chapter's is that of the chapter
 * @page: the page it stands on, from 0
 * @y: its top, in points from the top of the sheet
 *
 * A heading and where it stands. Belongs to the pages it was asked of, until they get another document.
 */
typedef struct
{
  guint level;
  const char *title;
  const char *anchor;
  guint page;
  double y;
} KompassPagesHeading;

#define KOMPASS_TYPE_PAGES (kompass_pages_get_type ())
G_DECLARE_FINAL_TYPE (KompassPages, kompass_pages, KOMPASS, PAGES, GObject)

KompassPages    *kompass_pages_new                    (const KompassPageSetup *setup);
const KompassPageSetup *
                 kompass_pages_get_setup              (KompassPages           *self);
void             kompass_pages_set_document           (KompassPages           *self,
                                                       KompassDocument        *document);
void             kompass_pages_set_document_in_slices (KompassPages           *self,
                                                       KompassDocument        *document);
gboolean         kompass_pages_step                   (KompassPages           *self,
                                                       gint64                  deadline_us);
KompassDocument *kompass_pages_get_document           (KompassPages           *self);

guint            kompass_pages_get_n_pages            (KompassPages           *self);
void             kompass_pages_draw                   (KompassPages           *self,
                                                       guint                   page,
                                                       cairo_t                *cr,
                                                       KompassPageTags        *tags);

guint            kompass_pages_get_n_headings         (KompassPages           *self);
const KompassPagesHeading *
                 kompass_pages_get_heading            (KompassPages           *self,
                                                       guint                   index);
gboolean         kompass_pages_find_anchor            (KompassPages           *self,
                                                       const char             *anchor,
                                                       guint                  *page,
                                                       double                 *y);
const char      *kompass_pages_get_anchor             (KompassPages           *self,
                                                       guint                   page,
                                                       double                  y);
const char      *kompass_pages_get_chapter            (KompassPages           *self,
                                                       guint                   page);

G_END_DECLS
