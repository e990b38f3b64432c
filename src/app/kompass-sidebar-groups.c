/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference groups in the sidebar: their section, what a row says of one, and what can be done with it. */
#include "kompass-sidebar-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-sidebar-heading.h"

/**
 * kompass_sidebar_groups_append:
 * @groups: (element-type KompassGroup): the reference groups of a library
 * @items: (element-type GObject): items of the sidebar
 *
 * Appends the section of the groups: its heading, from which a group is made, and one item per group.
 */
void
kompass_sidebar_groups_append (GPtrArray *groups,
                               GPtrArray *items)
{
  g_ptr_array_add (items, kompass_sidebar_heading_new (_("Reference Groups"), NULL));
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (groups, i)));
}

/**
 * kompass_sidebar_group_matches:
 * @group: a reference group
 * @wanted: what is searched for, folded
 *
 * Returns: %TRUE if its name has it
 */
gboolean
kompass_sidebar_group_matches (KompassGroup *group,
                               const char   *wanted)
{
  g_autofree char *name = kompass_group_get_display_name (group);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, wanted) != NULL;
}

/**
 * kompass_sidebar_groups_find:
 * @groups: (nullable) (element-type KompassGroup): reference groups
 * @wanted: what is searched for, folded
 *
 * Returns: %TRUE if one of them matches
 */
gboolean
kompass_sidebar_groups_find (GPtrArray  *groups,
                             const char *wanted)
{
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (kompass_sidebar_group_matches (g_ptr_array_index (groups, i), wanted))
      return TRUE;

  return FALSE;
}

/**
 * kompass_sidebar_group_shows_same:
 * @group: a reference group
 * @other: another, perhaps the same as it was before
 *
 * Returns: %TRUE if their rows say the same
 */
gboolean
kompass_sidebar_group_shows_same (KompassGroup *group,
                                  KompassGroup *other)
{
  return strcmp (kompass_group_get_id (group), kompass_group_get_id (other)) == 0 &&
         strcmp (kompass_group_get_name (group), kompass_group_get_name (other)) == 0 &&
         kompass_group_get_edition (group) == kompass_group_get_edition (other) &&
         kompass_group_get_n_members (group) == kompass_group_get_n_members (other);
}

/**
 * kompass_sidebar_group_describe:
 * @group: a reference group
 *
 * Returns: (transfer full): its edition and the number of its members, in words
 */
char *
kompass_sidebar_group_describe (KompassGroup *group)
{
  g_autofree char *edition = kompass_edition_get_display_name (kompass_group_get_edition (group));
  guint n_members = kompass_group_get_n_members (group);

  if (n_members == 0 && kompass_group_get_is_published (group))
    /* Translators: edition of a reference group */
    return g_strdup_printf (_("Edition %s · members not known"), edition);

  /* Translators: edition of a reference group, number of its members */
  return g_strdup_printf (ngettext ("Edition %s · %u member", "Edition %s · %u members", n_members), edition, n_members);
}

static void
append (GMenu        *menu,
        const char   *label,
        const char   *action,
        KompassGroup *group)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", kompass_group_get_id (group));
  g_menu_append_item (menu, item);
}

/**
 * kompass_sidebar_group_make_menu:
 * @group: a reference group
 *
 * Returns: (transfer full): what can be done with it
 */
GMenuModel *
kompass_sidebar_group_make_menu (KompassGroup *group)
{
  GMenu *menu = g_menu_new ();

  append (menu, _("_Edit…"), "win.edit-group", group);
  append (menu, _("_Compare With This"), "win.compare-with", group);
  append (menu, _("D_uplicate"), "win.duplicate-group", group);
  append (menu, _("_Delete"), "win.delete-group", group);

  return G_MENU_MODEL (menu);
}

/**
 * kompass_sidebar_group_press:
 * @group: the reference group whose row has the keyboard
 * @widget: a widget in the window
 * @keyval: the key that is pressed
 *
 * Returns: %TRUE if the key does something with the group
 */
gboolean
kompass_sidebar_group_press (KompassGroup *group,
                             GtkWidget    *widget,
                             guint         keyval)
{
  const char *id = kompass_group_get_id (group);

  if (keyval == GDK_KEY_F2)
    return gtk_widget_activate_action (widget, "win.edit-group", "s", id);
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    return gtk_widget_activate_action (widget, "win.delete-group", "s", id);

  return FALSE;
}

/**
 * kompass_sidebar_group_use:
 * @group: the reference group that is activated
 * @widget: a widget in the window
 *
 * Compares the evaluation that is open with a group, or opens the group where there is none.
 */
void
kompass_sidebar_group_use (KompassGroup *group,
                           GtkWidget    *widget)
{
  gtk_widget_activate_action (widget, "win.use-group", "s", kompass_group_get_id (group));
}
