/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

/**
 * KompassColumnError:
 * @KOMPASS_COLUMN_ERROR_EMPTY: there is nothing to paste
 * @KOMPASS_COLUMN_ERROR_SHAPE: not one column, nor columns that begin with numbers of questions
 * @KOMPASS_COLUMN_ERROR_LENGTH: more values than lines are left
 * @KOMPASS_COLUMN_ERROR_VALUE: a value is refused
 */
typedef enum
{
  KOMPASS_COLUMN_ERROR_EMPTY,
  KOMPASS_COLUMN_ERROR_SHAPE,
  KOMPASS_COLUMN_ERROR_LENGTH,
  KOMPASS_COLUMN_ERROR_VALUE,
} KompassColumnError;

#define KOMPASS_COLUMN_ERROR (kompass_column_error_quark ())
GQuark kompass_column_error_quark (void);

GArray *kompass_column_parse  (KompassEvaluation  *evaluation,
                               GPtrArray          *lines,
                               const char         *text,
                               GError            **error);
char   *kompass_column_format (KompassEvaluation  *evaluation,
                               GPtrArray          *lines);

gboolean kompass_column_takes_printed  (KompassLine           *line,
                                        KompassPrintedFigure   figure);
gboolean kompass_column_read_printed   (KompassLine           *line,
                                        KompassPrintedFigure   figure,
                                        const char            *text,
                                        int                   *value,
                                        GError               **error);
GArray  *kompass_column_parse_printed  (KompassEvaluation     *evaluation,
                                        GPtrArray             *lines,
                                        KompassPrintedFigure   figure,
                                        const char            *text,
                                        GError               **error);
char    *kompass_column_format_printed (KompassEvaluation     *evaluation,
                                        GPtrArray             *lines,
                                        KompassPrintedFigure   figure);

G_END_DECLS
