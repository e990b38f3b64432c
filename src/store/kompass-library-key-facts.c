/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key facts of the municipality, as its report lists them: added, changed, moved and deleted. */
#include "kompass-library-item.h"

#include <glib/gi18n-lib.h>

/* What an item is to be */
typedef struct
{
  KompassItem item;
  const char *name;
  const char *value;
} Fact;

static const char *
choose_label (KompassItem *item)
{
  static const char * const labels[] = {
    [KOMPASS_ITEM_ADD] = N_("Add a key fact to {1}"),
    [KOMPASS_ITEM_CHANGE] = N_("Change a key fact of {1}"),
    [KOMPASS_ITEM_MOVE] = N_("Move a key fact of {1}"),
    [KOMPASS_ITEM_DELETE] = N_("Delete a key fact of {1}"),
  };

  return labels[item->verb];
}

static sqlite3_stmt *
query_list (KompassLibrary  *self,
            KompassItem     *item,
            GError         **error)
{
  return kompass_sql_query (self->db, error, "SELECT id FROM key_fact WHERE evaluation = ? ORDER BY position, id", "s",
                            item->label.evaluation);
}

static gboolean
insert_fact (KompassLibrary  *self,
             KompassItem     *item,
             GError         **error)
{
  Fact *fact = (Fact *) item;

  return kompass_sql_run (self->db, error,
                          "INSERT INTO key_fact (evaluation, id, position, name, value) VALUES (?, ?, 0, ?, ?)", "ssss",
                          item->label.evaluation, item->id, fact->name, fact->value);
}

static gboolean
change_fact (KompassLibrary  *self,
             KompassItem     *item,
             GError         **error)
{
  Fact *fact = (Fact *) item;

  return kompass_sql_run (self->db, error, "UPDATE key_fact SET name = ?, value = ? WHERE evaluation = ? AND id = ?",
                          "ssss", fact->name, fact->value, item->label.evaluation, item->id);
}

static const KompassItemTable fact_table = {
  .name = "key_fact",
  .subject = "key-fact/",
  .missing = N_("This key fact is no longer in the report"),
  .columns = "1",
  .choose_label = choose_label,
  .list = query_list,
  .insert = insert_fact,
  .change = change_fact,
};

static gboolean
edit_fact (KompassLibrary  *self,
           Fact            *fact,
           GError         **error)
{
  g_autofree char *name = kompass_text_clean_line (fact->name);
  g_autofree char *value = kompass_text_clean_line (fact->value);

  if (!kompass_library_check_line (name, error) || !kompass_library_check_line (value, error))
    return FALSE;
  fact->name = name;
  fact->value = value;

  return kompass_library_edit_item (self, &fact->item, error);
}

/**
 * kompass_library_add_key_fact:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @fact: a key fact that the library does not have
 * @position: where in the list, from 0; as the last where there are fewer
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_add_key_fact (KompassLibrary  *self,
                              const char      *evaluation,
                              KompassKeyFact  *fact,
                              guint            position,
                              GError         **error)
{
  Fact added = {
    .item = { { .evaluation = evaluation }, &fact_table, kompass_key_fact_get_id (fact), KOMPASS_ITEM_ADD, position },
    .name = kompass_key_fact_get_name (fact),
    .value = kompass_key_fact_get_value (fact),
  };

  return edit_fact (self, &added, error);
}

/**
 * kompass_library_change_key_fact:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of a key fact
 * @name: its name, one line
 * @value: its value, one line
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Changes a key fact. Saves that follow one another, and its having been added, are joined as by
 * kompass_library_set_report_text().
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_change_key_fact (KompassLibrary  *self,
                                 const char      *evaluation,
                                 const char      *id,
                                 const char      *name,
                                 const char      *value,
                                 GError         **error)
{
  Fact changed = {
    .item = { { .evaluation = evaluation }, &fact_table, id, KOMPASS_ITEM_CHANGE, 0 },
    .name = name,
    .value = value,
  };

  return edit_fact (self, &changed, error);
}

/**
 * kompass_library_move_key_fact:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of a key fact
 * @position: where in the list without it, from 0; as the last where there are fewer
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_move_key_fact (KompassLibrary  *self,
                               const char      *evaluation,
                               const char      *id,
                               guint            position,
                               GError         **error)
{
  Fact moved = { .item = { { .evaluation = evaluation }, &fact_table, id, KOMPASS_ITEM_MOVE, position } };

  return edit_fact (self, &moved, error);
}

/**
 * kompass_library_delete_key_fact:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of a key fact
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_key_fact (KompassLibrary  *self,
                                 const char      *evaluation,
                                 const char      *id,
                                 GError         **error)
{
  Fact deleted = { .item = { { .evaluation = evaluation }, &fact_table, id, KOMPASS_ITEM_DELETE, 0 } };

  return edit_fact (self, &deleted, error);
}

/* Suggestions */

static void
suggest (GPtrArray  *names,
         GHashTable *seen,
         const char *name)
{
  g_autofree char *key = kompass_library_normalize_name (name);

  if (*key != '\0' && g_hash_table_add (seen, g_steal_pointer (&key)))
    g_ptr_array_add (names, g_strdup (name));
}

/* Facts that the report has are not suggested; those of the municipality's other reports are, the latest first. */
static gboolean
read_names (KompassLibrary  *self,
            const char      *evaluation,
            GPtrArray       *names,
            GHashTable      *seen,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT f.name, f.evaluation = own.id FROM evaluation own "
                            "JOIN evaluation e ON e.municipality = own.municipality "
                            "JOIN key_fact f ON f.evaluation = e.id "
                            "WHERE own.id = ? ORDER BY e.id <> own.id, e.year DESC, e.id, f.position, f.id",
                            "s", evaluation);
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next_or_end (rows, &is_row, error))
    {
      if (!is_row)
        return TRUE;
      if (sqlite3_column_int (rows, 1) != 0)
        g_hash_table_add (seen, kompass_library_normalize_name (kompass_sql_text (rows, 0)));
      else
        suggest (names, seen, kompass_sql_text (rows, 0));
    }

  return FALSE;
}

/**
 * kompass_library_suggest_key_facts:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * A new round begins without a report; but what the municipality's other reports list is offered for the new one, too.
 *
 * Returns: (transfer full) (nullable): names of key facts that the report does not have yet: those of the municipality's
 *   other reports, the latest first, then those of kompass_key_fact_list_suggestions()
 */
GStrv
kompass_library_suggest_key_facts (KompassLibrary  *self,
                                   const char      *evaluation,
                                   GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) usual = kompass_key_fact_list_suggestions ();

  if (!read_names (self, evaluation, names, seen, error))
    return NULL;
  for (guint i = 0; usual[i] != NULL; i++)
    suggest (names, seen, usual[i]);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
