/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "kompass-figures.h"

G_BEGIN_DECLS

/**
 * KompassLineKind:
 * @KOMPASS_LINE_AREA: an area, the heading of its questions
 * @KOMPASS_LINE_QUESTION: a question
 * @KOMPASS_LINE_TOTAL: the whole evaluation
 */
typedef enum
{
  KOMPASS_LINE_AREA,
  KOMPASS_LINE_QUESTION,
  KOMPASS_LINE_TOTAL,
} KompassLineKind;

#define KOMPASS_TYPE_LINE (kompass_line_get_type ())
G_DECLARE_FINAL_TYPE (KompassLine, kompass_line, KOMPASS, LINE, GObject)

KompassLine          *kompass_line_new              (KompassLineKind       kind,
                                                     guint                 index,
                                                     const char           *number,
                                                     const char           *text,
                                                     KompassPoints         maximum,
                                                     gboolean              editable);
KompassLineKind       kompass_line_get_kind         (KompassLine          *self);
guint                 kompass_line_get_index        (KompassLine          *self);
const char           *kompass_line_get_number       (KompassLine          *self);
const char           *kompass_line_get_text         (KompassLine          *self);
KompassPoints         kompass_line_get_maximum      (KompassLine          *self);
gboolean              kompass_line_get_editable     (KompassLine          *self);
KompassScore          kompass_line_get_score        (KompassLine          *self);
void                  kompass_line_set_score        (KompassLine          *self,
                                                     KompassScore          score);
const KompassPrinted *kompass_line_get_printed      (KompassLine          *self);
void                  kompass_line_set_printed      (KompassLine          *self,
                                                     const KompassPrinted *printed);
const KompassFigures *kompass_line_get_figures      (KompassLine          *self);
void                  kompass_line_set_figures      (KompassLine          *self,
                                                     const KompassFigures *figures);
char                 *kompass_line_describe_part    (KompassLine          *self);
char                 *kompass_line_describe_points  (KompassLine          *self,
                                                     guint                 decimals);
char                 *kompass_line_explain_printed  (KompassLine          *self,
                                                     guint                 decimals);

G_END_DECLS
