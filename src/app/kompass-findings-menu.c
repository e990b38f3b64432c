/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of an item of the lists: the questions of its area, the other lists, its place, and its end. */
#include "kompass-findings-menu.h"

#include <glib/gi18n-lib.h>

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gboolean    hides)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (hides)
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static char *
escape_mnemonic (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
create_question_menu (KompassEdition    *edition,
                      const KompassArea *area)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < area->n_questions; i++)
    {
      const KompassQuestion *question = kompass_edition_get_question (edition, area->first_question + i);
      g_autofree char *text = escape_mnemonic (question->text);
      g_autofree char *label = g_strdup_printf ("%s %s", question->number, text);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "finding.question", "s", question->number);
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("_No Question"), "finding.question::");

  return G_MENU_MODEL (menu);
}

/**
 * kompass_findings_menu_new:
 * @edition: (nullable): whose questions the menu offers
 * @area: (nullable): the area of them
 *
 * Returns: (transfer full): what can be done with an item of a list, as the actions of #KompassFindingRow
 */
GMenuModel *
kompass_findings_menu_new (KompassEdition    *edition,
                           const KompassArea *area)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();

  if (area != NULL && area->n_questions > 0)
    {
      g_autoptr (GMenuModel) questions = create_question_menu (edition, area);
      g_autoptr (GMenu) ties = g_menu_new ();

      g_menu_append_submenu (ties, _("Tie to a _Question"), questions);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (ties));
    }
  append_item (moves, _("Move to _Strengths"), "finding.to-strength", TRUE);
  append_item (moves, _("Move to _What Can Be Better"), "finding.to-partial", TRUE);
  append_item (moves, _("Move to _Improvements"), "finding.to-improvement", TRUE);
  append_item (moves, _("Move _Up"), "finding.move-up", FALSE);
  append_item (moves, _("Move _Down"), "finding.move-down", FALSE);
  append_item (ends, _("De_lete"), "finding.delete", FALSE);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ends));

  return G_MENU_MODEL (menu);
}
