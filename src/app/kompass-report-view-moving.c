/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From section to section in the Report view: by the outline, the pages and keys. */
#include <string.h>

#include "kompass-report-view-private.h"

/* Anchors on the pages are sections, or headings and rows in them. */
static const KompassSection *
find_section_of_anchor (KompassReportView  *self,
                        const char         *anchor,
                        const char        **rest)
{
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (self->sections, i);
      gsize length = strlen (section->id);

      if (g_str_has_prefix (anchor, section->id) && (anchor[length] == '\0' || anchor[length] == '/'))
        {
          *rest = anchor[length] == '/' ? anchor + length + 1 : "";
          return section;
        }
    }

  return NULL;
}

/* The paragraph of the heading that comes as the N:th, from 1; -1 where there is none. */
static int
find_heading (KompassText *text,
              guint        n)
{
  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    if (kompass_text_get_paragraph (text, i)->kind == KOMPASS_PARAGRAPH_HEADING && --n == 0)
      return (int) i;

  return -1;
}

/* Moving about */

static void
focus_rest (KompassReportView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->rest));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->facts)))
    gtk_widget_grab_focus (GTK_WIDGET (self->facts));
  else if (focus == NULL || !gtk_widget_is_ancestor (focus, self->rest))
    gtk_widget_child_focus (self->rest, GTK_DIR_TAB_FORWARD);
}

/* As soon as what has just been shown has its place; never, if something else is shown by then. */
static gboolean
focus_rest_cb (GtkWidget     *rest,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  KompassReportView *self = user_data;
  const KompassSection *section = kompass_report_view_get_current (self);
  gboolean is_wanted = section != NULL && !kompass_report_view_has_text (section) &&
                       gtk_widget_get_mapped (GTK_WIDGET (self));

  if (is_wanted && !gtk_widget_get_mapped (rest))
    return G_SOURCE_CONTINUE;
  self->rest_tick = 0;
  if (is_wanted)
    focus_rest (self);

  return G_SOURCE_REMOVE;
}

static void
queue_focus_rest (KompassReportView *self)
{
  if (self->rest_tick != 0)
    gtk_widget_remove_tick_callback (self->rest, self->rest_tick);
  self->rest_tick = gtk_widget_add_tick_callback (self->rest, focus_rest_cb, self, NULL);
}

static void
write_section (KompassReportView *self,
               const char        *section,
               int                paragraph)
{
  const KompassSection *current;

  kompass_report_view_show_section (self, section);
  current = kompass_report_view_get_current (self);
  if (current == NULL)
    return;
  if (kompass_report_view_has_text (current))
    {
      if (paragraph >= 0)
        kompass_text_editor_go_to (self->editor, (guint) paragraph);
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
    }
  else
    queue_focus_rest (self);
}

static void
chosen_cb (KompassReportView *self,
           const char        *section)
{
  kompass_report_view_show_section (self, section);
}

/* From the outline the keyboard goes to what is written, past the buttons. */
static gboolean
outline_left_cb (KompassReportView *self)
{
  if (self->section == NULL)
    return FALSE;
  write_section (self, self->section, -1);

  return TRUE;
}

/* What was looked at in the menu and not opened is not what is written. */
static void
popover_shown_cb (KompassReportView *self)
{
  kompass_report_outline_select (self->narrow_outline, self->section);
  kompass_report_view_update_outlines (self);
}

static void
activated_cb (KompassReportView *self,
              const char        *section,
              int                paragraph)
{
  gtk_popover_popdown (GTK_POPOVER (self->section_popover));
  write_section (self, section, paragraph);
}

static void
preview_activated_cb (KompassReportView *self,
                      const char        *anchor,
                      int                paragraph)
{
  const char *rest;
  const KompassSection *section = find_section_of_anchor (self, anchor, &rest);
  KompassText *text;

  if (section == NULL)
    return;
  text = kompass_report_get_text (kompass_report_session_get_report (self->session), section->id);
  if (paragraph < 0 && *rest != '\0')
    paragraph = find_heading (text, (guint) g_ascii_strtoull (rest, NULL, 10));
  /* The pages stay where they were clicked. */
  kompass_report_view_change_section (self, section->id);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  write_section (self, section->id, paragraph);
}

static void
go_to_section (KompassReportView *self,
               int                direction)
{
  guint index;

  if (self->sections == NULL || !g_ptr_array_find (self->sections, kompass_report_view_get_current (self), &index) ||
      (direction < 0 && index == 0) || (direction > 0 && index + 1 >= self->sections->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  write_section (self, ((KompassSection *) g_ptr_array_index (self->sections, index + direction))->id, -1);
}

/* What lies over the window, such as a menu, has keys of its own. */
static gboolean
is_elsewhere (KompassReportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                KompassReportView     *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_page = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Up ||
                     keyval == GDK_KEY_KP_Page_Down;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || is_elsewhere (self))
    return GDK_EVENT_PROPAGATE;
  if (is_page && modifiers == GDK_ALT_MASK)
    go_to_section (self, keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up ? -1 : 1);
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_g && (modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    return kompass_report_view_search_next (self, (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  else if (keyval == GDK_KEY_h && modifiers == GDK_CONTROL_MASK)
    kompass_report_view_show_history (self, self->section);
  else if (gdk_keyval_to_lower (keyval) == GDK_KEY_e && modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
  else if (keyval == GDK_KEY_F6 && (modifiers & ~GDK_SHIFT_MASK) == 0)
    kompass_report_view_go_to_pane (self, modifiers == GDK_SHIFT_MASK ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
grab_focus (GtkWidget *widget)
{
  KompassReportView *self = KOMPASS_REPORT_VIEW (widget);
  const KompassSection *section = kompass_report_view_get_current (self);

  if (section != NULL && kompass_report_view_has_text (section))
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));

  return gtk_widget_child_focus (self->rest, GTK_DIR_TAB_FORWARD);
}

/**
 * kompass_report_view_bind_moving:
 * @widget_class: the class of the view
 *
 * Lets its template move about.
 */
void
kompass_report_view_bind_moving (GtkWidgetClass *widget_class)
{
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_activated_cb);
}

/**
 * kompass_report_view_root_keys:
 * @self: a view that has come into a window
 * @root: the window
 *
 * Lets keys move about, wherever in the window the keyboard is.
 */
void
kompass_report_view_root_keys (KompassReportView *self,
                               GtkRoot           *root)
{
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_name (self->keys, "report-keys");
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (root), self->keys);
}

/**
 * kompass_report_view_unroot_keys:
 * @self: a view that leaves its window
 * @root: the window
 */
void
kompass_report_view_unroot_keys (KompassReportView *self,
                                 GtkRoot           *root)
{
  gtk_widget_remove_controller (GTK_WIDGET (root), self->keys);
  self->keys = NULL;
}
