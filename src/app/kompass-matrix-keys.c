/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which key does what in the matrix: a plain function, so that a table can test it. */
#include "kompass-matrix-keys.h"

static KompassMatrixVerb
interpret_control (guint    keyval,
                   gboolean editing)
{
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_FIRST;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_LAST;
    case GDK_KEY_a:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_SELECT_ALL;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_COPY;
    case GDK_KEY_x:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_CUT;
    case GDK_KEY_v:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_PASTE;
    default:
      return KOMPASS_MATRIX_PASS;
    }
}

static KompassMatrixVerb
interpret_arrow (gboolean up,
                 gboolean shift,
                 gboolean editing)
{
  if (editing)
    return up ? KOMPASS_MATRIX_PREVIOUS : KOMPASS_MATRIX_NEXT;
  if (shift)
    return up ? KOMPASS_MATRIX_EXTEND_UP : KOMPASS_MATRIX_EXTEND_DOWN;

  return up ? KOMPASS_MATRIX_UP : KOMPASS_MATRIX_DOWN;
}

static KompassMatrixVerb
interpret_character (guint    keyval,
                     gboolean editing)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return !editing && character != 0 && character != ' ' && g_unichar_isgraph (character) ? KOMPASS_MATRIX_TYPE
                                                                                         : KOMPASS_MATRIX_PASS;
}

/**
 * kompass_matrix_interpret_key:
 * @keyval: the key
 * @modifiers: what is held down with it
 * @editing: whether a cell is being written in
 *
 * Returns: what the key means
 */
KompassMatrixVerb
kompass_matrix_interpret_key (guint           keyval,
                              GdkModifierType modifiers,
                              gboolean        editing)
{
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK))
    return KOMPASS_MATRIX_PASS;
  if (modifiers & GDK_CONTROL_MASK)
    return shift ? KOMPASS_MATRIX_PASS : interpret_control (gdk_keyval_to_lower (keyval), editing);

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (shift)
        return KOMPASS_MATRIX_PREVIOUS;
      return editing ? KOMPASS_MATRIX_NEXT : KOMPASS_MATRIX_EDIT;
    case GDK_KEY_F2:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_EDIT;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return shift ? KOMPASS_MATRIX_PREVIOUS : KOMPASS_MATRIX_NEXT;
    case GDK_KEY_ISO_Left_Tab:
      return KOMPASS_MATRIX_PREVIOUS;
    case GDK_KEY_Escape:
      return KOMPASS_MATRIX_CANCEL;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return interpret_arrow (TRUE, shift, editing);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return interpret_arrow (FALSE, shift, editing);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return editing || shift ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_LEFT;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return editing || shift ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_RIGHT;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return KOMPASS_MATRIX_PAGE_UP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return KOMPASS_MATRIX_PAGE_DOWN;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_AREA_FIRST;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_AREA_LAST;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      return editing || !shift ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_PASTE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (editing)
        return KOMPASS_MATRIX_PASS;
      return shift ? KOMPASS_MATRIX_CUT : KOMPASS_MATRIX_CLEAR;
    case GDK_KEY_BackSpace:
      return editing ? KOMPASS_MATRIX_PASS : KOMPASS_MATRIX_CLEAR;
    default:
      return interpret_character (keyval, editing);
    }
}
