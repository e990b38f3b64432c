/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer and the menu key find in a text: suggestions for a word, where a link leads, which figure it is. */
#include <glib/gi18n-lib.h>

#include "kompass-field.h"
#include "kompass-text-editor-private.h"

/* Where the pointer is in the text; not on the empty ground beside it. */
static gboolean
get_place (KompassTextEditor *self,
           double             x,
           double             y,
           GtkTextIter       *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

static GMenuModel *
create_link_menu (const char *address)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Open Link"), NULL);

  g_menu_item_set_action_and_target (item, "text.open-link", "s", address);
  g_menu_append_item (menu, item);
  g_menu_append (menu, _("_Edit Link…"), "text.link");
  g_menu_append (menu, _("_Remove Link"), "text.remove-link");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_clipboard_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Cu_t"), "clipboard.cut");
  g_menu_append (menu, _("_Copy"), "clipboard.copy");
  g_menu_append (menu, _("_Paste"), "clipboard.paste");
  g_menu_append (menu, _("Paste _without Formatting"), "text.paste-plain");
  g_menu_append (menu, _("Select _All"), "selection.select-all");

  return G_MENU_MODEL (menu);
}

/* GTK enables these only for its own menu. */
static void
update_clipboard_actions (KompassTextEditor *self)
{
  gboolean is_selected = gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer));

  gtk_widget_action_set_enabled (GTK_WIDGET (self->view), "clipboard.cut", is_selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self->view), "clipboard.copy", is_selected);
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
create_silence_menu (KompassTextEditor *self)
{
  GMenu *menu;

  if (self->speller == NULL || kompass_speller_has_dictionary (self->speller))
    return NULL;
  menu = g_menu_new ();
  g_menu_append (menu, _("No Dictionary: Spelling Is Not Checked"), "spelling.none");

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

/* What is at a place comes first: GTK's own menu has it last, which is out of sight in a small window. */
static void
show_menu (KompassTextEditor  *self,
           const GtkTextIter  *iter,
           const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *address = kompass_text_buffer_get_link_at (self->buffer, iter, NULL, NULL);

  update_clipboard_actions (self);
  append_section (menu, kompass_spelling_create_menu (self->spelling, iter));
  append_section (menu, address != NULL ? create_link_menu (address) : NULL);
  append_section (menu, create_clipboard_menu ());
  append_section (menu, create_undo_menu ());
  append_section (menu, create_silence_menu (self));
  kompass_text_view_show_menu (self->view, G_MENU_MODEL (menu), at);
}

static void
show_menu_at_caret (KompassTextEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter caret;
  GdkRectangle at;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &caret, &at);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &at.x, &at.y);
  at.width = MAX (at.width, 1);
  show_menu (self, &caret, &at);
}

/* What the menu does about a link it does where the caret is. */
static void
move_caret_to_link (KompassTextEditor *self,
                    const GtkTextIter *iter)
{
  if (kompass_text_buffer_get_link_at (self->buffer, iter, NULL, NULL) != NULL &&
      !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), iter);
}

static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_presses,
            double             x,
            double             y,
            KompassTextEditor *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;
  gboolean is_on_text = get_place (self, x, y, &iter);
  const char *address = is_on_text ? kompass_text_buffer_get_link_at (self->buffer, &iter, NULL, NULL) : NULL;

  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      move_caret_to_link (self, &iter);
      show_menu (self, &iter, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
    }
  else if (address != NULL && (modifiers & GDK_CONTROL_MASK) != 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      g_action_group_activate_action (G_ACTION_GROUP (self->actions), "open-link", g_variant_new_string (address));
    }
}

static gboolean
key_pressed_cb (KompassTextEditor *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    modifiers)
{
  GdkModifierType held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_F7 && held == 0)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "spelling", NULL);
  else if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    show_menu_at_caret (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static char *
describe (KompassTextEditor *self,
          const GtkTextIter *iter)
{
  const char *address = kompass_text_buffer_get_link_at (self->buffer, iter, NULL, NULL);
  const char *field = kompass_text_buffer_get_field_at (self->buffer, iter, NULL, NULL);
  KompassEdition *edition = self->evaluation != NULL ? kompass_evaluation_get_edition (self->evaluation) : NULL;

  if (field != NULL && edition != NULL)
    return kompass_field_describe (field, edition);

  /* Translators: a tooltip; %s is where a link leads */
  return address != NULL ? g_strdup_printf (_("%s\nCtrl and click to open"), address) : NULL;
}

static gboolean
query_tooltip_cb (KompassTextEditor *self,
                  int                x,
                  int                y,
                  gboolean           by_keyboard,
                  GtkTooltip        *tooltip)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *words = NULL;
  GtkTextIter iter;

  if (by_keyboard)
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  else if (!get_place (self, x, y, &iter))
    return FALSE;
  words = describe (self, &iter);
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

/**
 * kompass_text_editor_add_menu:
 * @self: an editor with its view
 *
 * Lets the pointer, F7 and the menu key find what is in the text.
 */
void
kompass_text_editor_add_menu (KompassTextEditor *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_name (keys, "text-keys");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
}
