/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparison.h"

G_BEGIN_DECLS

/**
 * KompassFiguresKind:
 * @KOMPASS_FIGURES_NUMBER: number of the area or question
 * @KOMPASS_FIGURES_TEXT: its words
 * @KOMPASS_FIGURES_POINTS: own points
 * @KOMPASS_FIGURES_MAXIMUM: what they are out of
 * @KOMPASS_FIGURES_PERCENT: own percent
 * @KOMPASS_FIGURES_OTHER: points of what it is compared with, for a group the mean
 * @KOMPASS_FIGURES_DIFFERENCE: own points less the other's
 * @KOMPASS_FIGURES_RANK: own place among the members of a group, 1 the highest
 * @KOMPASS_FIGURES_N: how many members of a group have a value
 * @KOMPASS_FIGURES_MEDIAN: of a group
 * @KOMPASS_FIGURES_LOWER_QUARTILE: of a group
 * @KOMPASS_FIGURES_UPPER_QUARTILE: of a group
 * @KOMPASS_FIGURES_LOWEST: of a group
 * @KOMPASS_FIGURES_HIGHEST: of a group
 *
 * What a column of the table shows. Those from @KOMPASS_FIGURES_N on are details: copied, and said where somebody asks
 * for them, but without a column of their own on screen and paper.
 */
typedef enum
{
  KOMPASS_FIGURES_NUMBER,
  KOMPASS_FIGURES_TEXT,
  KOMPASS_FIGURES_POINTS,
  KOMPASS_FIGURES_MAXIMUM,
  KOMPASS_FIGURES_PERCENT,
  KOMPASS_FIGURES_OTHER,
  KOMPASS_FIGURES_DIFFERENCE,
  KOMPASS_FIGURES_RANK,
  KOMPASS_FIGURES_N,
  KOMPASS_FIGURES_MEDIAN,
  KOMPASS_FIGURES_LOWER_QUARTILE,
  KOMPASS_FIGURES_UPPER_QUARTILE,
  KOMPASS_FIGURES_LOWEST,
  KOMPASS_FIGURES_HIGHEST,
} KompassFiguresKind;

/**
 * KompassFiguresColumn:
 * @kind: what it shows
 * @other: index of the comparison it belongs to, -1 for the evaluation's own columns
 * @measure: what it shows, in the user's language
 * @title: heading where there is no other over it: the measure, or the name of another evaluation
 * @name: (nullable): name of what it belongs to, %NULL for number and words
 */
typedef struct
{
  KompassFiguresKind kind;
  int other;
  char *measure;
  char *title;
  char *name;
} KompassFiguresColumn;

#define KOMPASS_TYPE_FIGURES_TABLE (kompass_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (KompassFiguresTable, kompass_figures_table, KOMPASS, FIGURES_TABLE, GObject)

#define KOMPASS_FIGURES_ALL_AREAS (-1)

KompassFiguresTable        *kompass_figures_table_new           (KompassEvaluation         *evaluation,
                                                                 KompassComparison * const *others,
                                                                 guint                      n_others,
                                                                 int                        area);
guint                       kompass_figures_table_get_n_columns (KompassFiguresTable       *self);
const KompassFiguresColumn *kompass_figures_table_get_column    (KompassFiguresTable       *self,
                                                                 guint                      column);
gboolean                    kompass_figures_table_is_detail     (KompassFiguresTable       *self,
                                                                 guint                      column);
gboolean                    kompass_figures_table_has_columns_of (KompassFiguresTable      *self,
                                                                 KompassFiguresTable       *other);
guint                       kompass_figures_table_get_n_rows    (KompassFiguresTable       *self);
KompassLine                *kompass_figures_table_get_line      (KompassFiguresTable       *self,
                                                                 guint                      row);
char                       *kompass_figures_table_dup_text      (KompassFiguresTable       *self,
                                                                 guint                      row,
                                                                 guint                      column);
char                       *kompass_figures_table_describe_cell (KompassFiguresTable       *self,
                                                                 guint                      row,
                                                                 guint                      column);
char                       *kompass_figures_table_describe_row  (KompassFiguresTable       *self,
                                                                 guint                      row);
int                         kompass_figures_table_compare       (KompassFiguresTable       *self,
                                                                 guint                      one,
                                                                 guint                      other,
                                                                 guint                      column,
                                                                 gboolean                   descending);
char                       *kompass_figures_table_to_text       (KompassFiguresTable       *self,
                                                                 const guint               *order,
                                                                 guint                      n_rows);

G_END_DECLS
