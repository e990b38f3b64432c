/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's panes: beside the matrix where there is room, over it where there is not; and the keys that are asked
 * last. */
#include "kompass-style.h"
#include "kompass-window-private.h"

/* Widths of the window in pixels. */
#define NARROW 720
#define VERY_NARROW 520
#define SIDEBAR_WIDTH 240
#define PROFILE_WIDTH 372
#define SMALL_PROFILE_WIDTH 320
#define MARGIN 40

/* The profile's part of a wide window. */
#define PROFILE_SHARE 0.22

/**
 * kompass_window_update_folding:
 * @self: a window
 *
 * In a narrow window the list lies over the evaluation instead of beside it; in a very narrow one the header bar leaves
 * out what the page or the menu has, too. Large text makes a window narrow sooner.
 */
void
kompass_window_update_folding (KompassWindow *self)
{
  int width = gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self)));
  double scale = kompass_style_get_text_scale ();
  gboolean very_narrow = width < VERY_NARROW * scale;
  double profile_width = very_narrow ? SMALL_PROFILE_WIDTH : MAX (PROFILE_WIDTH * scale, width * PROFILE_SHARE);

  self->is_narrow = width < NARROW * scale;
  self->is_very_narrow = very_narrow;
  kompass_window_update_views (self);
  adw_flap_set_fold_policy (self->sidebar_flap,
                            self->is_narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
  gtk_widget_set_visible (self->new_button, !very_narrow && self->library != NULL);
  /* A surface has no width before it is laid out. */
  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), (int) CLAMP (width - MARGIN, 0, SIDEBAR_WIDTH * scale), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->profile), (int) CLAMP (width - MARGIN, 0, profile_width), -1);
  kompass_window_update_report (self);
}

/* As soon as the pane is there to take it. Whoever opened the pane may have chosen a place in it. */
static gboolean
focus_pane_cb (GtkWidget     *pane,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (pane));

  if (!gtk_widget_get_mapped (pane))
    return G_SOURCE_CONTINUE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, pane))
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

static gboolean
update_report_cb (gpointer window)
{
  kompass_window_update_report (window);

  return G_SOURCE_REMOVE;
}

/* It folds while sizes are given: what follows from it waits. */
static void
sidebar_folded_cb (KompassWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_report_cb, g_object_ref (self), g_object_unref);
}

/* A pane that lies over the matrix has the keyboard while it does, and only one of them does. */
static void
sidebar_revealed_cb (KompassWindow *self)
{
  sidebar_folded_cb (self);
  if (!adw_flap_get_folded (self->sidebar_flap))
    return;
  if (!adw_flap_get_reveal_flap (self->sidebar_flap))
    {
      kompass_window_focus (self);
      return;
    }
  if (adw_flap_get_folded (self->profile_flap))
    adw_flap_set_reveal_flap (self->profile_flap, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->sidebar), focus_pane_cb, NULL, NULL);
}

static void
profile_revealed_cb (KompassWindow *self)
{
  if (!adw_flap_get_folded (self->profile_flap))
    return;
  if (!adw_flap_get_reveal_flap (self->profile_flap))
    {
      kompass_window_focus (self);
      return;
    }
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->profile), focus_pane_cb, NULL, NULL);
}

/* Keys that are asked last: a text that is being written undoes its own steps. */
static void
add_keys (KompassWindow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo-here" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo-here" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo-here" },
    { GDK_KEY_Escape, 0, "win.close-panes" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * kompass_window_init_layout:
 * @self: a window whose state has been restored
 *
 * Lets panes and keys work.
 */
void
kompass_window_init_layout (KompassWindow *self)
{
  add_keys (self);
  g_signal_connect_swapped (self->sidebar_flap, "notify::reveal-flap", G_CALLBACK (sidebar_revealed_cb), self);
  g_signal_connect_swapped (self->sidebar_flap, "notify::folded", G_CALLBACK (sidebar_folded_cb), self);
  g_signal_connect_swapped (self->profile_flap, "notify::reveal-flap", G_CALLBACK (profile_revealed_cb), self);
}
