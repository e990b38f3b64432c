/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a text is on a page; decides font, size, leading and ink. */
typedef enum
{
  KOMPASS_PAGE_TEXT_BODY,
  KOMPASS_PAGE_TEXT_HEADING_1,
  KOMPASS_PAGE_TEXT_HEADING_2,
  KOMPASS_PAGE_TEXT_HEADING_3,
  KOMPASS_PAGE_TEXT_SUBTITLE,
  KOMPASS_PAGE_TEXT_NOTE,
  KOMPASS_PAGE_TEXT_CAPTION,
  KOMPASS_PAGE_TEXT_CELL,
  KOMPASS_PAGE_TEXT_CELL_HEAD,
  KOMPASS_PAGE_TEXT_CELL_TOTAL,
  KOMPASS_PAGE_TEXT_FINDING,
  KOMPASS_PAGE_TEXT_FINDING_TITLE,
  KOMPASS_PAGE_TEXT_BIG,
  KOMPASS_PAGE_TEXT_BESIDE_BIG,
  KOMPASS_PAGE_TEXT_CONTENTS_1,
  KOMPASS_PAGE_TEXT_CONTENTS_2,
  KOMPASS_PAGE_TEXT_RUNNING,
  KOMPASS_PAGE_TEXT_COVER_OVER,
  KOMPASS_PAGE_TEXT_COVER_TITLE,
  KOMPASS_PAGE_TEXT_COVER_SUBTITLE,
  KOMPASS_PAGE_TEXT_COVER_TOTAL,
  KOMPASS_PAGE_TEXT_COVER_OUT_OF,
  KOMPASS_PAGE_TEXT_COVER_PART,
  KOMPASS_PAGE_TEXT_COVER_LINE,
  KOMPASS_PAGE_N_TEXTS,
} KompassPageTextStyle;

/* How a text looks. */
typedef struct
{
  double size;           /* in points */
  double leading;        /* distance of its baselines in parts of the size */
  PangoWeight weight;
  guint role;            /* its ink, a KompassChartRole */
  gboolean tabular;      /* whether its figures are of one width */
} KompassPageTextLook;

/* The fonts of a document's pages. */
typedef struct _KompassPageFonts KompassPageFonts;

const KompassPageTextLook *
                  kompass_page_text_style_get_look (KompassPageTextStyle style);

KompassPageFonts *kompass_page_fonts_new           (const char *family, const char *language);
void              kompass_page_fonts_free          (KompassPageFonts *self);
char             *kompass_page_fonts_dup_chart     (KompassPageFonts *self);
PangoLayout      *kompass_page_fonts_create_layout (KompassPageFonts *self, KompassPageTextStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageFonts, kompass_page_fonts_free)

G_END_DECLS
