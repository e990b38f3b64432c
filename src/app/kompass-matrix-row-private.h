/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-matrix-row.h"

G_BEGIN_DECLS

struct _KompassMatrixRow
{
  GtkWidget parent_instance;

  KompassLine *line;
  const KompassRowContext *context;
  PangoLayout *text;
  GskRenderNode *drawing; /* NULL until it is drawn */
  KompassMatrixField *fields[KOMPASS_N_COLUMNS]; /* NULL where nothing is typed */
  KompassMatrixColumn column;                    /* which of them takes the keyboard */
  KompassPoints reference;
  KompassPoints difference;
  char *finding; /* why what is printed cannot be right; NULL where it can */
  gboolean has_wrong_points;
  gboolean has_wrong_percent;
  gulong figures_id;
};

void kompass_matrix_row_place         (KompassMatrixRow    *self,
                                       int                  width,
                                       KompassMatrixPlaces *places);
void kompass_matrix_row_measure       (GtkWidget           *widget,
                                       GtkOrientation       orientation,
                                       int                  for_size,
                                       int                 *minimum,
                                       int                 *natural,
                                       int                 *minimum_baseline,
                                       int                 *natural_baseline);
void kompass_matrix_row_size_allocate (GtkWidget           *widget,
                                       int                  width,
                                       int                  height,
                                       int                  baseline);

G_END_DECLS
