/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-document.h"
#include "kompass-page-fonts.h"
#include "kompass-page-setup.h"
#include "kompass-page-tags.h"

G_BEGIN_DECLS

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPageText, kompass_page_text_free)

G_END_DECLS
