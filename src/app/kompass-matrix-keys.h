/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * KompassMatrixVerb:
 * @KOMPASS_MATRIX_PASS: not for the matrix
 * @KOMPASS_MATRIX_TYPE: begin to write over the cell with this character
 * @KOMPASS_MATRIX_EDIT: begin to change what is in the cell
 * @KOMPASS_MATRIX_NEXT: commit, then the next cell that can be edited
 * @KOMPASS_MATRIX_PREVIOUS: commit, then the previous cell that can be edited
 * @KOMPASS_MATRIX_CANCEL: forget what was written
 * @KOMPASS_MATRIX_UP: the row above
 * @KOMPASS_MATRIX_DOWN: the row below
 * @KOMPASS_MATRIX_LEFT: the cell to the left on the row
 * @KOMPASS_MATRIX_RIGHT: the cell to the right on the row
 * @KOMPASS_MATRIX_PAGE_UP: a page up
 * @KOMPASS_MATRIX_PAGE_DOWN: a page down
 * @KOMPASS_MATRIX_AREA_FIRST: the first question of the area
 * @KOMPASS_MATRIX_AREA_LAST: the last question of the area
 * @KOMPASS_MATRIX_FIRST: the first cell that can be edited
 * @KOMPASS_MATRIX_LAST: the last row
 * @KOMPASS_MATRIX_EXTEND_UP: select one row more upwards
 * @KOMPASS_MATRIX_EXTEND_DOWN: select one row more downwards
 * @KOMPASS_MATRIX_SELECT_ALL: select every cell that can be edited
 * @KOMPASS_MATRIX_CLEAR: not scored
 * @KOMPASS_MATRIX_COPY: copy the selection as a column
 * @KOMPASS_MATRIX_CUT: copy, then clear
 * @KOMPASS_MATRIX_PASTE: paste a column from here downwards
 *
 * What a key means in the matrix.
 */
typedef enum
{
  KOMPASS_MATRIX_PASS,
  KOMPASS_MATRIX_TYPE,
  KOMPASS_MATRIX_EDIT,
  KOMPASS_MATRIX_NEXT,
  KOMPASS_MATRIX_PREVIOUS,
  KOMPASS_MATRIX_CANCEL,
  KOMPASS_MATRIX_UP,
  KOMPASS_MATRIX_DOWN,
  KOMPASS_MATRIX_LEFT,
  KOMPASS_MATRIX_RIGHT,
  KOMPASS_MATRIX_PAGE_UP,
  KOMPASS_MATRIX_PAGE_DOWN,
  KOMPASS_MATRIX_AREA_FIRST,
  KOMPASS_MATRIX_AREA_LAST,
  KOMPASS_MATRIX_FIRST,
  KOMPASS_MATRIX_LAST,
  KOMPASS_MATRIX_EXTEND_UP,
  KOMPASS_MATRIX_EXTEND_DOWN,
  KOMPASS_MATRIX_SELECT_ALL,
  KOMPASS_MATRIX_CLEAR,
  KOMPASS_MATRIX_COPY,
  KOMPASS_MATRIX_CUT,
  KOMPASS_MATRIX_PASTE,
} KompassMatrixVerb;

KompassMatrixVerb kompass_matrix_interpret_key (guint            keyval,
                                                GdkModifierType  modifiers,
                                                gboolean         editing);

G_END_DECLS
