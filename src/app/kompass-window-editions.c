/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions and mappings of the window's library, in a window of their own. */
#include "kompass-editions-window.h"
#include "kompass-window-private.h"

static void
editions_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (self->library != NULL)
    gtk_window_present (GTK_WINDOW (kompass_editions_window_new (GTK_WINDOW (self), self->library)));
}

/**
 * kompass_window_install_edition_actions:
 * @widget_class: the class of the window
 */
void
kompass_window_install_edition_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.editions", NULL, editions_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
