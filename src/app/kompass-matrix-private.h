/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-matrix-row.h"
#include "kompass-matrix.h"

G_BEGIN_DECLS

struct _KompassMatrix
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *scroller;
  GtkWidget *box;
  KompassRowContext context;
  KompassEvaluation *evaluation;
  KompassProfile *reference;
  GPtrArray *rows; /* of KompassMatrixRow, owned by the box */
  guint cursor;    /* index of the row with the keyboard */
  guint anchor;    /* the other end of the selection */
  KompassMatrixColumn column; /* the typed column with the keyboard */
  gboolean shows_printed;     /* whether columns for printed figures are asked for */
  guint n_wrong;              /* how many printed figures cannot be right */
  GtkRoot *root;
  guint scroll_id;
  guint frames_to_scroll;
};

KompassMatrixRow *kompass_matrix_get_row         (KompassMatrix *self,
                                                  guint          index);
gboolean          kompass_matrix_is_row_visible  (KompassMatrix *self,
                                                  guint          index);
gboolean          kompass_matrix_is_row_editable (KompassMatrix *self,
                                                  guint          index);
KompassMatrixField *kompass_matrix_get_field     (KompassMatrix *self,
                                                  guint          index);
gboolean          kompass_matrix_find_row        (KompassMatrix *self,
                                                  GtkWidget     *widget,
                                                  guint         *index);
gboolean          kompass_matrix_find_next       (KompassMatrix *self,
                                                  gint64         from,
                                                  int            direction,
                                                  gboolean       editable,
                                                  guint         *found);
void              kompass_matrix_show_selection  (KompassMatrix *self);
void              kompass_matrix_move_to         (KompassMatrix *self,
                                                  guint          index,
                                                  gboolean       extend);
void              kompass_matrix_add_controllers (KompassMatrix *self);

G_END_DECLS
