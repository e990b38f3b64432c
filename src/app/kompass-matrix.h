/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-comparison.h"
#include "kompass-matrix-columns.h"

G_BEGIN_DECLS

/**
 * KompassMatrixFilter:
 * @KOMPASS_FILTER_ALL: every line
 * @KOMPASS_FILTER_UNSCORED: what is not scored yet
 * @KOMPASS_FILTER_BELOW: what is below the reference
 * @KOMPASS_FILTER_DEVIATES: where a printed figure does not agree with the points
 * @KOMPASS_FILTER_WRONG: where a printed figure cannot be right
 */
typedef enum
{
  KOMPASS_FILTER_ALL,
  KOMPASS_FILTER_UNSCORED,
  KOMPASS_FILTER_BELOW,
  KOMPASS_FILTER_DEVIATES,
  KOMPASS_FILTER_WRONG,
} KompassMatrixFilter;

#define KOMPASS_TYPE_MATRIX (kompass_matrix_get_type ())
G_DECLARE_FINAL_TYPE (KompassMatrix, kompass_matrix, KOMPASS, MATRIX, GtkWidget)

void                kompass_matrix_set_evaluation    (KompassMatrix       *self,
                                                      KompassEvaluation   *evaluation);
void                kompass_matrix_set_reference     (KompassMatrix       *self,
                                                      KompassProfile      *reference);
void                kompass_matrix_set_shows_printed (KompassMatrix       *self,
                                                      gboolean             shows_printed);
guint               kompass_matrix_set_filter        (KompassMatrix       *self,
                                                      KompassMatrixFilter  filter);
void                kompass_matrix_focus_line        (KompassMatrix       *self,
                                                      KompassLine         *line);
void                kompass_matrix_focus             (KompassMatrix       *self);
KompassLine        *kompass_matrix_get_line          (KompassMatrix       *self);
KompassMatrixColumn kompass_matrix_get_column        (KompassMatrix       *self);
guint               kompass_matrix_get_n_wrong       (KompassMatrix       *self);
GPtrArray          *kompass_matrix_get_selection     (KompassMatrix       *self);
GPtrArray          *kompass_matrix_get_lines_onwards (KompassMatrix       *self);
void                kompass_matrix_refuse            (KompassMatrix       *self,
                                                      KompassLine         *line,
                                                      KompassMatrixColumn  column,
                                                      const char          *message);
void                kompass_matrix_forget            (KompassMatrix       *self,
                                                      KompassLine         *line,
                                                      KompassMatrixColumn  column);
gboolean            kompass_matrix_commit            (KompassMatrix       *self);

G_END_DECLS
