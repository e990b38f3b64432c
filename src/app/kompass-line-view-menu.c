/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer and the menu key find in a line: suggestions for a word, the clipboard, steps, and what else can be done
 * with what the line is part of. */
#include "kompass-line-view-private.h"

#include <glib/gi18n-lib.h>

static GMenuModel *
create_clipboard_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Cu_t"), "clipboard.cut");
  g_menu_append (menu, _("_Copy"), "clipboard.copy");
  g_menu_append (menu, _("_Paste"), "clipboard.paste");
  g_menu_append (menu, _("Select _All"), "selection.select-all");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_undo_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Undo"), "text.undo");
  g_menu_append (menu, _("_Redo"), "text.redo");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_more_menu (KompassLineView *self)
{
  GMenu *menu;

  if (self->more == NULL)
    return NULL;
  menu = g_menu_new ();
  g_menu_append_submenu (menu, self->more_label, self->more);

  return G_MENU_MODEL (menu);
}

static void
append_section (GMenu      *menu,
                GMenuModel *section)
{
  g_autoptr (GMenuModel) taken = section;

  if (taken != NULL)
    g_menu_append_section (menu, NULL, taken);
}

/* GTK enables these only for its own menu. */
static void
update_clipboard_actions (KompassLineView *self)
{
  gboolean is_selected = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.cut", is_selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.copy", is_selected);
}

/* What is at a place comes first, as in the texts: GTK's own menu has it last, which is out of sight in a small window. */
static void
show_menu (KompassLineView    *self,
           const GtkTextIter  *iter,
           const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  update_clipboard_actions (self);
  append_section (menu, kompass_spelling_create_menu (self->spelling, iter));
  append_section (menu, create_clipboard_menu ());
  append_section (menu, create_undo_menu ());
  append_section (menu, create_more_menu (self));
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? GTK_ALIGN_END
                                                                                                   : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_menu_at_caret (KompassLineView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;
  GdkRectangle at;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &caret, &at);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  at.width = MAX (at.width, 1);
  show_menu (self, &caret, &at);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            KompassLineView *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y);
  show_menu (self, &iter, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
key_pressed_cb (KompassLineView *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (keyval != GDK_KEY_Menu && (keyval != GDK_KEY_F10 || held != GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  show_menu_at_caret (self);

  return GDK_EVENT_STOP;
}

/**
 * kompass_line_view_add_menu:
 * @self: a line
 *
 * Lets the pointer and the menu key open its menu.
 */
void
kompass_line_view_add_menu (KompassLineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_name (keys, "line-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
