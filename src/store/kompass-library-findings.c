/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three lists of each area: items are added, changed, moved within and between lists, and deleted. */
#include "kompass-library-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an item is to be */
typedef struct
{
  KompassItem item;
  guint area;
  KompassFindingKind kind;
  KompassFindingKind from; /* the list it is in: what is moved between lists is called by that */
  const char *text;
  const char *question;
} Finding;

static const char * const labels[][KOMPASS_N_FINDING_KINDS] = {
  [KOMPASS_ITEM_ADD] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Add a strength to {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Add what can be better to {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Add an improvement to {1}"),
  },
  [KOMPASS_ITEM_CHANGE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Change a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Change what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Change an improvement of {1}"),
  },
  [KOMPASS_ITEM_MOVE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Move a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Move what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Move an improvement of {1}"),
  },
  [KOMPASS_ITEM_DELETE] = {
    [KOMPASS_FINDING_STRENGTH] = N_("Delete a strength of {1}"),
    [KOMPASS_FINDING_PARTIAL] = N_("Delete what can be better of {1}"),
    [KOMPASS_FINDING_IMPROVEMENT] = N_("Delete an improvement of {1}"),
  },
};

static gboolean
read_place (KompassItem  *item,
            sqlite3_stmt *row)
{
  Finding *finding = (Finding *) item;

  finding->area = (guint) sqlite3_column_int (row, 0);

  return kompass_finding_kind_from_name (kompass_sql_text (row, 1), &finding->from);
}

static const char *
choose_label (KompassItem *item)
{
  return labels[item->verb][((Finding *) item)->from];
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

static sqlite3_stmt *
query_list_of (KompassLibrary  *self,
               KompassItem     *item,
               GError         **error)
{
  Finding *finding = (Finding *) item;

  return query_list (self, item->label.evaluation, finding->area, finding->kind, error);
}

static gboolean
insert_finding (KompassLibrary  *self,
                KompassItem     *item,
                GError         **error)
{
  Finding *finding = (Finding *) item;

  return kompass_sql_run (self->db, error,
                          "INSERT INTO finding (evaluation, id, area, kind, position, text, question) "
                          "VALUES (?, ?, ?, ?, 0, ?, ?)",
                          "ssisss", item->label.evaluation, item->id, finding->area,
                          kompass_finding_kind_get_name (finding->kind), finding->text, finding->question);
}

static gboolean
change_finding (KompassLibrary  *self,
                KompassItem     *item,
                GError         **error)
{
  Finding *finding = (Finding *) item;

  return kompass_sql_run (self->db, error, "UPDATE finding SET text = ?, question = ? WHERE evaluation = ? AND id = ?",
                          "ssss", finding->text, finding->question, item->label.evaluation, item->id);
}

static gboolean
move_finding (KompassLibrary  *self,
              KompassItem     *item,
              GError         **error)
{
  return kompass_sql_run (self->db, error, "UPDATE finding SET kind = ? WHERE evaluation = ? AND id = ?", "sss",
                          kompass_finding_kind_get_name (((Finding *) item)->kind), item->label.evaluation, item->id);
}

static const KompassItemTable finding_table = {
  .name = "finding",
  .subject = "finding/",
  .missing = N_("This item is no longer in the lists of the report"),
  .columns = "area, kind",
  .read = read_place,
  .choose_label = choose_label,
  .list = query_list_of,
  .insert = insert_finding,
  .change = change_finding,
  .move = move_finding,
};

static gboolean
edit_finding (KompassLibrary  *self,
              Finding         *finding,
              GError         **error)
{
  g_autofree char *text = kompass_text_clean_line (finding->text);
  g_autofree char *question = kompass_text_clean_line (finding->question);

  if (!kompass_library_check_line (text, error))
    return FALSE;
  if (strlen (question) > 20)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("This is no number of a question"));
  finding->text = text;
  finding->question = *question != '\0' ? question : NULL;

  return kompass_library_edit_item (self, &finding->item, error);
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
  Finding added = {
    .item = { { .evaluation = evaluation }, &finding_table, kompass_finding_get_id (finding), KOMPASS_ITEM_ADD, position },
    .area = kompass_finding_get_area (finding),
    .kind = kompass_finding_get_kind (finding),
    .from = kompass_finding_get_kind (finding),
    .text = kompass_finding_get_text (finding),
    .question = kompass_finding_get_question (finding),
  };

  return edit_finding (self, &added, error);
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
  Finding changed = {
    .item = { { .evaluation = evaluation }, &finding_table, id, KOMPASS_ITEM_CHANGE, 0 },
    .text = text,
    .question = question,
  };

  return edit_finding (self, &changed, error);
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
  Finding moved = {
    .item = { { .evaluation = evaluation }, &finding_table, id, KOMPASS_ITEM_MOVE, position },
    .kind = kind,
  };

  return edit_finding (self, &moved, error);
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
  Finding deleted = { .item = { { .evaluation = evaluation }, &finding_table, id, KOMPASS_ITEM_DELETE, 0 } };

  return edit_finding (self, &deleted, error);
}

/* Several at once */

typedef struct
{
  KompassLabel label;
  GPtrArray *findings;
  guint position;
} Paste;

static gboolean
put_finding (KompassLibrary  *self,
             Paste           *paste,
             KompassFinding  *finding,
             GPtrArray       *added,
             GError         **error)
{
  Finding put = {
    .item = { { .evaluation = paste->label.evaluation }, &finding_table, kompass_finding_get_id (finding),
              KOMPASS_ITEM_ADD, 0 },
    .area = kompass_finding_get_area (finding),
    .kind = kompass_finding_get_kind (finding),
    .text = kompass_finding_get_text (finding),
    .question = kompass_finding_get_question (finding),
  };
  g_autoptr (KompassKept) row = NULL;
  gboolean is_there;

  if (!kompass_library_check_line (put.text, error))
    return FALSE;
  row = kompass_sql_query_kept (self->db, error, "SELECT 1 FROM finding WHERE evaluation = ? AND id = ?", "ss",
                                put.item.label.evaluation, put.item.id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_there, error))
    return FALSE;
  g_clear_pointer (&row, kompass_sql_put_back);
  if (is_there)
    return change_finding (self, &put.item, error);
  g_ptr_array_add (added, (gpointer) put.item.id);

  return insert_finding (self, &put.item, error);
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

  if (!kompass_library_take_title (self, &paste->label, error))
    return FALSE;
  for (guint i = 0; i < paste->findings->len; i++)
    if (!put_finding (self, paste, g_ptr_array_index (paste->findings, i), added, error))
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
  Paste paste = { { paste_labels[kind], NULL, evaluation }, findings, position };

  return kompass_library_run_command (self, &paste.label, paste_findings, &paste, error);
}
