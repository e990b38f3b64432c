/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "kompass-document.h"
#include "kompass-page-setup.h"
#include "kompass-page-tags.h"

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
  KOMPASS_PAGE_TEXT_COVER_LINE,
  KOMPASS_PAGE_N_TEXTS,
} KompassPageTextStyle;

/* How a text looks: its size in points, the distance of its baselines in parts of that, its ink as a #KompassChartRole, and
 * whether its figures are of one width. */
typedef struct
{
  double size;
  double leading;
  PangoWeight weight;
  guint role;
  gboolean tabular;
} KompassPageTextLook;

/* The fonts of a document's pages. */
typedef struct _KompassPageFonts KompassPageFonts;

const KompassPageTextLook *
                  kompass_page_text_style_get_look (KompassPageTextStyle style);

KompassPageFonts *kompass_page_fonts_new       (const char *family, const char *language);
void              kompass_page_fonts_free      (KompassPageFonts *self);
char             *kompass_page_fonts_dup_chart (KompassPageFonts *self);

/* Words that are laid out: lines of at most a width. */
typedef struct
{
  PangoLayout *layout;
  KompassPageTextStyle style;
  double size;        /* in points */
  GArray *links;      /* of where in the text, or NULL */
  gboolean backwards; /* whether it runs from right to left */
  double natural;     /* width of its lines when none is broken, once it was measured so; else 0 */
  double shift;       /* of a line that was measured so and is narrower than its room, from the left edge */
} KompassPageText;

/* A line of a text. */
typedef struct
{
  PangoLayoutLine *line; /* belongs to the layout */
  double x;              /* of its first glyph from the left edge of the text, in points */
  double height;         /* with leading */
  double baseline;       /* from its top */
} KompassPageLine;

KompassPageText  *kompass_page_text_new        (KompassPageFonts     *fonts,
                                                KompassPageTextStyle  style,
                                                GPtrArray            *rich,
                                                double                width,
                                                PangoAlignment        alignment);
KompassPageText  *kompass_page_text_new_plain  (KompassPageFonts     *fonts,
                                                KompassPageTextStyle  style,
                                                const char           *text,
                                                double                width,
                                                PangoAlignment        alignment);
void              kompass_page_text_free       (KompassPageText      *self);
void              kompass_page_text_set_width  (KompassPageText      *self,
                                                double                width);
void              kompass_page_text_scale      (KompassPageText      *self,
                                                double                factor);
void              kompass_page_text_make_line  (KompassPageText      *self);
double            kompass_page_text_get_width  (KompassPageText      *self);
double            kompass_page_text_get_height (KompassPageText      *self);
double            kompass_page_text_get_least  (KompassPageText      *self);
GArray           *kompass_page_text_get_lines  (KompassPageText      *self);
void              kompass_page_text_draw_line  (KompassPageText       *self,
                                                const KompassPageLine *line,
                                                cairo_t               *cr,
                                                double                 x,
                                                double                 y,
                                                gboolean               greyscale,
                                                KompassPageTags       *tags);
void              kompass_page_text_draw       (KompassPageText       *self,
                                                cairo_t               *cr,
                                                double                 x,
                                                double                 y,
                                                gboolean               greyscale,
                                                KompassPageTags       *tags);
void              kompass_page_set_ink         (cairo_t               *cr,
                                                guint                  role,
                                                gboolean               greyscale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageFonts, kompass_page_fonts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageText, kompass_page_text_free)

G_END_DECLS
