/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key facts of the municipality, as its report lists them: added, changed, moved and deleted. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  ADD,
  CHANGE,
  MOVE,
  DELETE,
} Verb;

typedef struct
{
  KompassLabel label;
  char *arguments; /* of the label */
  const char *evaluation;
  const char *id;
  Verb verb;
  guint position;
  const char *name;
  const char *value;
} Edit;

static gboolean
check_is_there (KompassLibrary  *self,
                Edit            *edit,
                GError         **error)
{
  g_autoptr (KompassKept) row = NULL;
  gboolean is_row;

  row = kompass_sql_query_kept (self->db, error, "SELECT 1 FROM key_fact WHERE evaluation = ? AND id = ?", "ss",
                                edit->evaluation, edit->id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;

  return is_row || kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                                           _("This key fact is no longer in the report"));
}

static gboolean
place_fact (KompassLibrary  *self,
            Edit            *edit,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) list = NULL;

  list = kompass_sql_query (self->db, error, "SELECT id FROM key_fact WHERE evaluation = ? ORDER BY position, id", "s",
                            edit->evaluation);

  return list != NULL &&
         kompass_library_place_row (self, "key_fact", edit->evaluation, edit->id, list, edit->position, error);
}

static gboolean
carry_out (KompassLibrary  *self,
           Edit            *edit,
           GError         **error)
{
  switch (edit->verb)
    {
    case ADD:
      return kompass_sql_run (self->db, error,
                              "INSERT INTO key_fact (evaluation, id, position, name, value) VALUES (?, ?, 0, ?, ?)",
                              "ssss", edit->evaluation, edit->id, edit->name, edit->value) &&
             place_fact (self, edit, error);
    case CHANGE:
      return kompass_sql_run (self->db, error, "UPDATE key_fact SET name = ?, value = ? WHERE evaluation = ? AND id = ?",
                              "ssss", edit->name, edit->value, edit->evaluation, edit->id);
    case MOVE:
      return place_fact (self, edit, error);
    case DELETE:
    default:
      return kompass_sql_run (self->db, error, "DELETE FROM key_fact WHERE evaluation = ? AND id = ?", "ss",
                              edit->evaluation, edit->id);
    }
}

static gboolean
edit_facts (KompassLibrary  *self,
            gpointer         data,
            GError         **error)
{
  Edit *edit = data;

  edit->label.arguments = edit->arguments = kompass_library_get_title (self, edit->evaluation, error);

  return edit->arguments != NULL && (edit->verb == ADD || check_is_there (self, edit, error)) &&
         carry_out (self, edit, error);
}

static gboolean
run (KompassLibrary  *self,
     Edit            *edit,
     GError         **error)
{
  static const char * const labels[] = {
    [ADD] = N_("Add a key fact to {1}"),
    [CHANGE] = N_("Change a key fact of {1}"),
    [MOVE] = N_("Move a key fact of {1}"),
    [DELETE] = N_("Delete a key fact of {1}"),
  };
  g_autofree char *subject = g_strconcat ("key-fact/", edit->id, NULL);
  g_autofree char *name = kompass_text_clean_line (edit->name);
  g_autofree char *value = kompass_text_clean_line (edit->value);
  gboolean is_done;

  if (!kompass_library_check_line (name, error) || !kompass_library_check_line (value, error))
    return FALSE;
  edit->label.text = labels[edit->verb];
  edit->label.evaluation = edit->evaluation;
  edit->label.subject = edit->verb == ADD || edit->verb == CHANGE ? subject : NULL;
  edit->name = name;
  edit->value = value;
  is_done = kompass_library_run_command (self, &edit->label, edit_facts, edit, error);
  g_free (edit->arguments);

  return is_done;
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
  Edit edit = {
    .evaluation = evaluation,
    .id = kompass_key_fact_get_id (fact),
    .verb = ADD,
    .position = position,
    .name = kompass_key_fact_get_name (fact),
    .value = kompass_key_fact_get_value (fact),
  };

  return run (self, &edit, error);
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
  Edit edit = { .evaluation = evaluation, .id = id, .verb = CHANGE, .name = name, .value = value };

  return run (self, &edit, error);
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
  Edit edit = { .evaluation = evaluation, .id = id, .verb = MOVE, .position = position };

  return run (self, &edit, error);
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
  Edit edit = { .evaluation = evaluation, .id = id, .verb = DELETE };

  return run (self, &edit, error);
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
