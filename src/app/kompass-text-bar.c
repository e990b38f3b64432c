/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons above a text: what it looks like at the caret, and what can be put there. They stand wherever the view wants
 * them, and leave the keyboard in the text. */
#include "kompass-text-bar.h"

#include "config.h"

struct _KompassTextBar
{
  GtkWidget parent_instance;

  GtkWidget *spelling;
};

G_DEFINE_FINAL_TYPE (KompassTextBar, kompass_text_bar, GTK_TYPE_WIDGET)

static void
kompass_text_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kompass_text_bar_parent_class)->dispose (object);
}

static void
kompass_text_bar_class_init (KompassTextBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kompass_text_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "textbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/kompass-text-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KompassTextBar, spelling);
}

static void
kompass_text_bar_init (KompassTextBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kompass_text_bar_new:
 * @editor: the editor whose text the buttons change
 *
 * Returns: (transfer floating): buttons for an editor, as the actions of its group "text"
 */
GtkWidget *
kompass_text_bar_new (KompassTextEditor *editor)
{
  KompassTextBar *self = g_object_new (KOMPASS_TYPE_TEXT_BAR, NULL);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "text", kompass_text_editor_get_actions (editor));
  g_object_bind_property (editor, "spelling-words", self->spelling, "tooltip-text", G_BINDING_SYNC_CREATE);

  return GTK_WIDGET (self);
}
