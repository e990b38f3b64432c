/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-chart.h"
#include "kompass-figures-table.h"

G_BEGIN_DECLS

/**
 * KompassProfilePage:
 * @evaluation: whose profile it is
 * @chart: (nullable): the picture, or %NULL where there is none
 * @table: (nullable): the figures
 * @order: (array length=n_rows) (nullable): its rows in the order in which they are to be, or %NULL for the table's own
 * @n_rows: length of @order
 * @sentence: (nullable): what the picture shows, in words
 * @notes: (nullable): what is to be known of the figures and of what is not compared, on lines of their own
 * @font: (nullable): a Pango font description, or %NULL for "Sans 10"
 *
 * What a printed page of a profile shows. Everything belongs to the caller.
 */
typedef struct
{
  KompassEvaluation *evaluation;
  KompassChart *chart;
  KompassFiguresTable *table;
  const guint *order;
  guint n_rows;
  const char *sentence;
  const char *notes;
  const char *font;
} KompassProfilePage;

void kompass_profile_page_draw (const KompassProfilePage *self,
                                cairo_t                  *cr,
                                double                    width,
                                double                    height);

G_END_DECLS
