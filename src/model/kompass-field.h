/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

/**
 * KompassFieldFigure:
 * @KOMPASS_FIELD_POINTS: the points
 * @KOMPASS_FIELD_MAXIMUM: what they are out of
 * @KOMPASS_FIELD_PERCENT: the percent
 *
 * Which figure of a line of the matrix a field shows.
 */
typedef enum
{
  KOMPASS_FIELD_POINTS,
  KOMPASS_FIELD_MAXIMUM,
  KOMPASS_FIELD_PERCENT,
} KompassFieldFigure;

gboolean kompass_field_is_name  (const char          *field);
gboolean kompass_field_parse    (const char          *field,
                                 KompassLineKind     *kind,
                                 char               **number,
                                 KompassFieldFigure  *figure);
char    *kompass_field_format   (const char          *field,
                                 KompassEvaluation   *evaluation);
char    *kompass_field_describe (const char          *field,
                                 KompassEdition      *edition);
GStrv    kompass_field_list     (KompassEdition      *edition);

G_END_DECLS
