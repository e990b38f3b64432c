/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of reference groups: which are free in an edition, before the library refuses one that is not. */
#include "kompass-group-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_name (KompassGroup *group,
          const char   *folded)
{
  g_autofree char *shown = kompass_group_get_display_name (group);
  g_autofree char *folded_shown = g_utf8_casefold (shown, -1);
  g_autofree char *folded_name = g_utf8_casefold (kompass_group_get_name (group), -1);

  return strcmp (folded_shown, folded) == 0 || strcmp (folded_name, folded) == 0;
}

/**
 * kompass_group_name_is_taken:
 * @library: where the groups are
 * @edition: an edition
 * @name: a name
 * @except: (nullable): UUID of the group that is to have the name
 *
 * Returns: %TRUE if another group of the edition is called that, as it is stored or as it is shown
 */
gboolean
kompass_group_name_is_taken (KompassLibrary *library,
                             KompassEdition *edition,
                             const char     *name,
                             const char     *except)
{
  g_autoptr (GPtrArray) groups = kompass_library_list_groups (library, NULL);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      KompassGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (kompass_group_get_id (group), except) != 0 &&
          strcmp (kompass_edition_get_id (kompass_group_get_edition (group)), kompass_edition_get_id (edition)) == 0 &&
          has_name (group, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * kompass_group_name_of_copy:
 * @library: where the groups are
 * @group: the group that is copied
 *
 * Returns: (transfer full): a name for the copy that no group of the edition has
 */
char *
kompass_group_name_of_copy (KompassLibrary *library,
                            KompassGroup   *group)
{
  g_autofree char *shown = kompass_group_get_display_name (group);
  /* Translators: the name of a copy of a reference group */
  char *name = g_strdup_printf (_("%s (copy)"), shown);

  for (guint n = 2; kompass_group_name_is_taken (library, kompass_group_get_edition (group), name, NULL); n++)
    {
      g_free (name);
      /* Translators: the name of one more copy of a reference group, and which: "Mean of twelve (copy 2)" */
      name = g_strdup_printf (_("%s (copy %u)"), shown, n);
    }

  return name;
}
