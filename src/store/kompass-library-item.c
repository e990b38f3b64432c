/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists of a report share: an item is added, changed, moved or deleted. */
#include "kompass-library-item.h"

#include <glib/gi18n-lib.h>

static gboolean
find_item (KompassLibrary  *self,
           KompassItem     *item,
           GError         **error)
{
  const KompassItemTable *table = item->table;
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE evaluation = ? AND id = ?", table->columns, table->name);
  g_autoptr (KompassKept) row = kompass_sql_query_kept (self->db, error, sql, "ss", item->label.evaluation, item->id);
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _(table->missing));

  return table->read == NULL || table->read (item, row) || kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
}

static gboolean
place_item (KompassLibrary  *self,
            KompassItem     *item,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) list = item->table->list (self, item, error);

  return list != NULL && kompass_library_place_row (self, item->table->name, item->label.evaluation, item->id, list,
                                                    item->position, error);
}

static gboolean
delete_item (KompassLibrary  *self,
             KompassItem     *item,
             GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE evaluation = ? AND id = ?", item->table->name);

  return kompass_sql_run (self->db, error, sql, "ss", item->label.evaluation, item->id);
}

static gboolean
carry_out (KompassLibrary  *self,
           KompassItem     *item,
           GError         **error)
{
  const KompassItemTable *table = item->table;

  switch (item->verb)
    {
    case KOMPASS_ITEM_ADD:
      return table->insert (self, item, error) && place_item (self, item, error);
    case KOMPASS_ITEM_CHANGE:
      return table->change (self, item, error);
    case KOMPASS_ITEM_MOVE:
      return (table->move == NULL || table->move (self, item, error)) && place_item (self, item, error);
    case KOMPASS_ITEM_DELETE:
    default:
      return delete_item (self, item, error);
    }
}

static gboolean
edit_item (KompassLibrary  *self,
           gpointer         data,
           GError         **error)
{
  KompassItem *item = data;

  if (!kompass_library_take_title (self, &item->label, error) ||
      (item->verb != KOMPASS_ITEM_ADD && !find_item (self, item, error)))
    return FALSE;
  item->label.text = item->table->choose_label (item);

  return carry_out (self, item, error);
}

/**
 * kompass_library_edit_item:
 * @self: a library
 * @item: an item, and what is done with it
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Does it, as one step. Adding an item and changing it can be one step, as saves that follow one another are, see
 * kompass_library_set_report_text().
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_edit_item (KompassLibrary  *self,
                           KompassItem     *item,
                           GError         **error)
{
  g_autofree char *subject = g_strconcat (item->table->subject, item->id, NULL);

  if (item->verb == KOMPASS_ITEM_ADD || item->verb == KOMPASS_ITEM_CHANGE)
    item->label.subject = subject;

  return kompass_library_run_command (self, &item->label, edit_item, item, error);
}
