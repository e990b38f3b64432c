/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-page-layout.h"

G_BEGIN_DECLS

/* A page that is being drawn. */
typedef struct
{
  KompassPageLayout *layout;
  const KompassPageSetup *setup;
  cairo_t *cr;
  KompassPageTags *tags;
  double left;
  double width;
} KompassPageDrawing;

void               kompass_page_drawing_begin         (KompassPageDrawing        *self,
                                                       KompassPageTag             tag,
                                                       guint                      piece);
void               kompass_page_drawing_end           (KompassPageDrawing        *self,
                                                       KompassPageTag             tag);
void               kompass_page_drawing_rule          (KompassPageDrawing        *self,
                                                       double                     y,
                                                       double                     thickness,
                                                       guint                      role);
void               kompass_page_drawing_column        (KompassPageDrawing        *self,
                                                       const KompassPageFragment *fragment,
                                                       guint                      index);
void               kompass_page_drawing_items         (KompassPageDrawing        *self,
                                                       const KompassPageFragment *fragment,
                                                       guint                      index,
                                                       guint                      number);

void               kompass_page_drawing_grid_row      (KompassPageDrawing        *self,
                                                       const KompassPageFragment *fragment);
void               kompass_page_drawing_findings_head (KompassPageDrawing        *self,
                                                       const KompassPageFragment *fragment,
                                                       const KompassPageFragment *next);
void               kompass_page_drawing_findings      (KompassPageDrawing        *self,
                                                       const KompassPageFragment *fragment);

KompassPageColumn *kompass_page_fragment_get_column   (const KompassPageFragment *self,
                                                       guint                      column);
void               kompass_page_fragment_get_range    (const KompassPageFragment *self,
                                                       guint                      column,
                                                       guint                     *from,
                                                       guint                     *to);

G_END_DECLS
