/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do in the lists: they move the keyboard from item to item, and items about. */
#include "kompass-findings-view-private.h"

/* Moving the keyboard */

/* The row STEPS further, from list to list; NULL beyond the ends. */
static KompassFindingRow *
find_neighbour (KompassFindingsView *self,
                KompassFindingRow   *row,
                int                  direction)
{
  GtkWidget *next = direction > 0 ? gtk_widget_get_next_sibling (GTK_WIDGET (row)) : gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  int kind = (int) kompass_findings_list_get_kind (kompass_findings_view_get_list_of (row)) + direction;

  if (next != NULL)
    return KOMPASS_FINDING_ROW (next);
  if (kind < 0 || kind >= KOMPASS_N_FINDING_KINDS)
    return NULL;

  return direction > 0 ? kompass_findings_list_get_row (self->lists[kind], 0) : kompass_findings_list_get_last (self->lists[kind]);
}

static gboolean
go_to_neighbour (KompassFindingsView *self,
                 KompassFindingRow   *row,
                 int                  direction)
{
  KompassFindingRow *next = find_neighbour (self, row, direction);

  if (next == NULL)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_has_focus (GTK_WIDGET (row)) && !kompass_finding_row_is_empty (next))
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else
    kompass_finding_row_edit (next, direction < 0);

  return GDK_EVENT_STOP;
}

/* Keys */

/**
 * kompass_findings_view_get_current:
 * @self: three lists
 *
 * Returns: (transfer none) (nullable): the item that has the keyboard, itself or in what is written
 */
KompassFindingRow *
kompass_findings_view_get_current (KompassFindingsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  if (KOMPASS_IS_FINDING_ROW (focus))
    return KOMPASS_FINDING_ROW (focus);
  row = gtk_widget_get_ancestor (focus, KOMPASS_TYPE_FINDING_ROW);

  return row != NULL && kompass_finding_row_is_editing (KOMPASS_FINDING_ROW (row)) ? KOMPASS_FINDING_ROW (row) : NULL;
}

static gboolean
take_back (KompassFindingsView *self,
           KompassFindingRow   *row)
{
  KompassFindingRow *previous;

  if (!kompass_finding_row_is_empty (row))
    return GDK_EVENT_PROPAGATE;
  previous = find_neighbour (self, row, -1);
  if (previous != NULL)
    kompass_finding_row_edit (previous, TRUE);

  return GDK_EVENT_STOP;
}

/* What is written has a menu of its own. */
static gboolean
open_menu (KompassFindingRow *row)
{
  if (kompass_finding_row_is_editing (row))
    return GDK_EVENT_PROPAGATE;
  kompass_finding_row_popup (row);

  return GDK_EVENT_STOP;
}

static gboolean
press_plain (KompassFindingsView *self,
             KompassFindingRow   *row,
             guint                keyval)
{
  gboolean is_row = gtk_widget_has_focus (GTK_WIDGET (row));
  KompassLineView *line = kompass_finding_row_get_line (row);

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_row)
        kompass_finding_row_edit (row, TRUE);
      else
        kompass_findings_view_split (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      kompass_finding_row_edit (row, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (is_row || kompass_finding_row_is_empty (row))
        return GDK_EVENT_PROPAGATE;
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return is_row || kompass_line_view_is_at_edge (line, FALSE) ? go_to_neighbour (self, row, -1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return is_row || kompass_line_view_is_at_edge (line, TRUE) ? go_to_neighbour (self, row, 1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!is_row)
        return GDK_EVENT_PROPAGATE;
      kompass_findings_view_delete (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_BackSpace:
      return is_row ? GDK_EVENT_STOP : take_back (self, row);
    case GDK_KEY_Menu:
      return open_menu (row);
    case GDK_KEY_F7:
      kompass_findings_view_check_spelling (self, row);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
press_moving (KompassFindingsView *self,
              KompassFindingRow   *row,
              guint                keyval)
{
  int kind = (int) kompass_findings_list_get_kind (kompass_findings_view_get_list_of (row));
  /* The lists stand in the order in which they are read. */
  int right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      kompass_findings_view_move (self, row, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      kompass_findings_view_move (self, row, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      kompass_findings_view_move_to_list (self, row, kind - right);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      kompass_findings_view_move_to_list (self, row, kind + right);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Ctrl with an arrow moves the caret by words where something is written; where the item itself has the keyboard, it moves
 * the item, as Alt does in both. */
static gboolean
press_with_control (KompassFindingsView *self,
                    KompassFindingRow   *row,
                    guint                keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return kompass_findings_view_tie_by_figure (self, row, keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return kompass_findings_view_tie_by_figure (self, row, keyval - GDK_KEY_KP_0);
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || gtk_widget_has_focus (GTK_WIDGET (row)))
    return press_moving (self, row, keyval);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
press_with_alt (KompassFindingsView *self,
                KompassFindingRow   *row,
                guint                keyval)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return press_moving (self, row, keyval);
  kompass_findings_view_delete (self, row);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassFindingsView   *self)
{
  KompassFindingRow *row = kompass_findings_view_get_current (self);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  switch ((guint) (state & gtk_accelerator_get_default_mod_mask ()))
    {
    case 0:
      return press_plain (self, row, keyval);
    case GDK_CONTROL_MASK:
      return press_with_control (self, row, keyval);
    case GDK_ALT_MASK:
      return press_with_alt (self, row, keyval);
    case GDK_SHIFT_MASK:
      return keyval == GDK_KEY_F10 ? open_menu (row) : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * kompass_findings_view_add_keys:
 * @self: three lists
 *
 * Lets keys do what they are for, before what is written gets them.
 */
void
kompass_findings_view_add_keys (KompassFindingsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (keys, "findings-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
