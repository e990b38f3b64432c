/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of each area: items are added, changed, moved within and between lists, and deleted. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  guint area;
  KompassFindingKind kind;
  guint position;
  const char *text;
  const char *question;
} Edit;

static const char * const labels[][KOMPASS_N_FINDING_KINDS] = {
  [ADD] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Add a strength to {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Add what can be better to {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Add an improvement to {1}"),
  },
  [CHANGE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Change a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Change what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Change an improvement of {1}"),
  },
  [MOVE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Move a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Move what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Move an improvement of {1}"),
  },
  [DELETE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Delete a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Delete what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Delete an improvement of {1}"),
  },
};

/* Where the item is now; what is moved between lists is called by the list it comes from. */
static gboolean
find_item (KompassLibrary      *self,
           Edit                *edit,
           guint               *area,
           KompassFindingKind  *kind,
           GError             **error)
{
  g_autoptr (KompassKept) row = NULL;
  gboolean is_row;

  row = kompass_sql_query_kept (self->db, error, "SELECT area, kind FROM finding WHERE evaluation = ? AND id = ?", "ss",
                                edit->evaluation, edit->id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                                   _("This item is no longer in the lists of the report"));
  *area = (guint) sqlite3_column_int (row, 0);

  return kompass_finding_kind_from_name (kompass_sql_text (row, 1), kind) ||
         kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
}

static sqlite3_stmt *
query_list (KompassLibrary      *self,
            const char          *evaluation,
            guint                area,
            KompassFindingKind   kind,
            GError             **error)
{
  return kompass_sql_query (self->db, error,
                            "SELECT id FROM finding WHERE evaluation = ? AND area = ? AND kind = ? "
                            "ORDER BY position, id",
                            "sis", evaluation, area, kompass_finding_kind_get_name (kind));
}

static gboolean
place_item (KompassLibrary  *self,
            Edit            *edit,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) list = query_list (self, edit->evaluation, edit->area, edit->kind, error);

  return list != NULL &&
         kompass_library_place_row (self, "finding", edit->evaluation, edit->id, list, edit->position, error);
}

static gboolean
insert_item (KompassLibrary  *self,
             const Edit      *edit,
             GError         **error)
{
  return kompass_sql_run (self->db, error,
                          "INSERT INTO finding (evaluation, id, area, kind, position, text, question) "
                          "VALUES (?, ?, ?, ?, 0, ?, ?)",
                          "ssisss", edit->evaluation, edit->id, edit->area, kompass_finding_kind_get_name (edit->kind),
                          edit->text, edit->question);
}

static gboolean
change_item (KompassLibrary  *self,
             const Edit      *edit,
             GError         **error)
{
  return kompass_sql_run (self->db, error, "UPDATE finding SET text = ?, question = ? WHERE evaluation = ? AND id = ?",
                          "ssss", edit->text, edit->question, edit->evaluation, edit->id);
}

static gboolean
carry_out (KompassLibrary  *self,
           Edit            *edit,
           GError         **error)
{
  switch (edit->verb)
    {
    case ADD:
      return insert_item (self, edit, error) && place_item (self, edit, error);
    case CHANGE:
      return change_item (self, edit, error);
    case MOVE:
      return kompass_sql_run (self->db, error, "UPDATE finding SET kind = ? WHERE evaluation = ? AND id = ?", "sss",
                              kompass_finding_kind_get_name (edit->kind), edit->evaluation, edit->id) &&
             place_item (self, edit, error);
    case DELETE:
    default:
      return kompass_sql_run (self->db, error, "DELETE FROM finding WHERE evaluation = ? AND id = ?", "ss",
                              edit->evaluation, edit->id);
    }
}

static gboolean
edit_findings (KompassLibrary  *self,
               gpointer         data,
               GError         **error)
{
  Edit *edit = data;
  KompassFindingKind kind = edit->kind;

  edit->label.arguments = edit->arguments = kompass_library_get_title (self, edit->evaluation, error);
  if (edit->arguments == NULL || (edit->verb != ADD && !find_item (self, edit, &edit->area, &kind, error)))
    return FALSE;
  edit->label.text = labels[edit->verb][kind];

  return carry_out (self, edit, error);
}

/* Adding an item and changing it can be one step, see kompass_library_change_finding(). */
static gboolean
run (KompassLibrary  *self,
     Edit            *edit,
     GError         **error)
{
  g_autofree char *subject = g_strconcat ("finding/", edit->id, NULL);
  g_autofree char *text = kompass_text_clean_line (edit->text);
  g_autofree char *question = kompass_text_clean_line (edit->question);
  gboolean is_done;

  if (!kompass_library_check_line (text, error))
    return FALSE;
  if (strlen (question) > 20)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("This is no number of a question"));
  edit->label.evaluation = edit->evaluation;
  edit->label.subject = edit->verb == ADD || edit->verb == CHANGE ? subject : NULL;
  edit->text = text;
  edit->question = *question != '\0' ? question : NULL;
  is_done = kompass_library_run_command (self, &edit->label, edit_findings, edit, error);
  g_free (edit->arguments);

  return is_done;
}

/**
 * kompass_library_add_finding:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @finding: an item that the library does not have; its text may be empty
 * @position: where in its list, from 0; as the last where it has fewer
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds an item to one of the three lists of an area.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_add_finding (KompassLibrary  *self,
                             const char      *evaluation,
                             KompassFinding  *finding,
                             guint            position,
                             GError         **error)
{
  Edit edit = {
    .evaluation = evaluation,
    .id = kompass_finding_get_id (finding),
    .verb = ADD,
    .area = kompass_finding_get_area (finding),
    .kind = kompass_finding_get_kind (finding),
    .position = position,
    .text = kompass_finding_get_text (finding),
    .question = kompass_finding_get_question (finding),
  };

  return run (self, &edit, error);
}

/**
 * kompass_library_change_finding:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of an item
 * @text: what it says, one line
 * @question: (nullable): the number of the question it belongs to
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Changes an item. Saves that follow one another, and the item's having been added, are joined as by
 * kompass_library_set_report_text().
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_change_finding (KompassLibrary  *self,
                                const char      *evaluation,
                                const char      *id,
                                const char      *text,
                                const char      *question,
                                GError         **error)
{
  Edit edit = { .evaluation = evaluation, .id = id, .verb = CHANGE, .text = text, .question = question };

  return run (self, &edit, error);
}

/**
 * kompass_library_move_finding:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of an item
 * @kind: which list of its area it comes to
 * @position: where in that list without it, from 0; as the last where it has fewer
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Moves an item within its list or to another list of its area.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_move_finding (KompassLibrary      *self,
                              const char          *evaluation,
                              const char          *id,
                              KompassFindingKind   kind,
                              guint                position,
                              GError             **error)
{
  Edit edit = { .evaluation = evaluation, .id = id, .verb = MOVE, .kind = kind, .position = position };

  return run (self, &edit, error);
}

/**
 * kompass_library_delete_finding:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @id: UUID of an item
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_finding (KompassLibrary  *self,
                                const char      *evaluation,
                                const char      *id,
                                GError         **error)
{
  Edit edit = { .evaluation = evaluation, .id = id, .verb = DELETE };

  return run (self, &edit, error);
}

/* Several at once */

typedef struct
{
  KompassLabel label;
  char *arguments;
  GPtrArray *findings;
  guint position;
} Paste;

static gboolean
put_item (KompassLibrary  *self,
          Paste           *paste,
          KompassFinding  *finding,
          GPtrArray       *added,
          GError         **error)
{
  Edit edit = {
    .evaluation = paste->label.evaluation,
    .id = kompass_finding_get_id (finding),
    .area = kompass_finding_get_area (finding),
    .kind = kompass_finding_get_kind (finding),
    .text = kompass_finding_get_text (finding),
    .question = kompass_finding_get_question (finding),
  };
  g_autoptr (KompassKept) row = NULL;
  gboolean is_there;

  if (!kompass_library_check_line (edit.text, error))
    return FALSE;
  row = kompass_sql_query_kept (self->db, error, "SELECT 1 FROM finding WHERE evaluation = ? AND id = ?", "ss",
                                edit.evaluation, edit.id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_there, error))
    return FALSE;
  g_clear_pointer (&row, kompass_sql_put_back);
  if (is_there)
    return change_item (self, &edit, error);
  g_ptr_array_add (added, (gpointer) edit.id);

  return insert_item (self, &edit, error);
}

static gboolean
paste_findings (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Paste *paste = data;
  KompassFinding *first = g_ptr_array_index (paste->findings, 0);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (sqlite3_stmt) list = NULL;

  paste->label.arguments = paste->arguments = kompass_library_get_title (self, paste->label.evaluation, error);
  if (paste->arguments == NULL)
    return FALSE;
  for (guint i = 0; i < paste->findings->len; i++)
    if (!put_item (self, paste, g_ptr_array_index (paste->findings, i), added, error))
      return FALSE;
  g_ptr_array_add (added, NULL);
  list = query_list (self, paste->label.evaluation, kompass_finding_get_area (first), kompass_finding_get_kind (first), error);

  return list != NULL && kompass_library_place_rows (self, "finding", paste->label.evaluation,
                                                     (const char * const *) added->pdata, list, paste->position, error);
}

/**
 * kompass_library_paste_findings:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @findings: (element-type KompassFinding): at least one item, all of the same list
 * @position: where in the list those come that the library does not have, from 0, counted without them
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds several items to a list as one step. Those that the library has get other words, and stay where they are.
 *
 * Returns: %TRUE if all of them are on disk, %FALSE if none is
 */
gboolean
kompass_library_paste_findings (KompassLibrary  *self,
                                const char      *evaluation,
                                GPtrArray       *findings,
                                guint            position,
                                GError         **error)
{
  static const char * const paste_labels[] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Add strengths to {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Add what can be better to {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Add improvements to {1}"),
  };
  KompassFindingKind kind = kompass_finding_get_kind (g_ptr_array_index (findings, 0));
  Paste paste = { { paste_labels[kind], NULL, evaluation }, NULL, findings, position };
  gboolean is_done = kompass_library_run_command (self, &paste.label, paste_findings, &paste, error);

  g_free (paste.arguments);

  return is_done;
}
