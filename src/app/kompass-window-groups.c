/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with reference groups and with municipalities in the main window. */
#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-group-dialog.h"
#include "kompass-municipality-dialog.h"
#include "kompass-window-private.h"

static KompassGroup *
load_group (KompassWindow *self,
            GVariant      *parameter)
{
  g_autoptr (GError) error = NULL;
  KompassGroup *group = kompass_library_load_group (self->library, g_variant_get_string (parameter, NULL), &error);

  if (group == NULL)
    kompass_window_show_error (self, error);

  return group;
}

static void
present_group_dialog (KompassWindow *self,
                      KompassGroup  *group)
{
  KompassEdition *edition = self->evaluation != NULL ? kompass_evaluation_get_edition (self->evaluation) : NULL;

  gtk_window_present (GTK_WINDOW (kompass_group_dialog_new (GTK_WINDOW (self), self->library, group, edition)));
}

static void
new_group_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (self->library != NULL)
    present_group_dialog (self, NULL);
}

static void
edit_group_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (KompassGroup) group = load_group (self, parameter);

  if (group != NULL)
    present_group_dialog (self, group);
}

static void
use_group_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);

  if (self->evaluation != NULL)
    kompass_window_compare_with (self, g_variant_get_string (parameter, NULL));
  else
    edit_group_cb (widget, name, parameter);
}

static void
duplicate_group_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (KompassGroup) group = load_group (self, parameter);
  g_autoptr (KompassGroup) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *group_name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;

  if (group == NULL)
    return;
  id = g_uuid_string_random ();
  group_name = kompass_library_name_group_copy (self->library, group);
  copy = kompass_group_copy (group, id, group_name);
  if (!kompass_library_save_group (self->library, copy, &error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  words = g_strdup_printf (_("%s added"), kompass_group_get_name (copy));
  kompass_window_show_undo_toast (self, words);
}

static void
delete_group_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (KompassGroup) group = load_group (self, parameter);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;

  if (group == NULL)
    return;
  if (!kompass_library_delete_group (self->library, kompass_group_get_id (group), &error))
    {
      kompass_window_show_error (self, error);
      return;
    }
  shown = kompass_group_get_display_name (group);
  words = g_strdup_printf (_("%s deleted"), shown);
  kompass_window_show_undo_toast (self, words);
}

static void
edit_municipality_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  KompassWindow *self = KOMPASS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = kompass_municipality_dialog_new (GTK_WINDOW (self), self->library,
                                                       g_variant_get_string (parameter, NULL), &error);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    kompass_window_show_error (self, error);
}

/**
 * kompass_window_install_group_actions:
 * @widget_class: the class of the window
 */
void
kompass_window_install_group_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new-group", NULL, new_group_cb },
    { "win.edit-group", "s", edit_group_cb },
    { "win.use-group", "s", use_group_cb },
    { "win.duplicate-group", "s", duplicate_group_cb },
    { "win.delete-group", "s", delete_group_cb },
    { "win.edit-municipality", "s", edit_municipality_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
