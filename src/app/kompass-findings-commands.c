/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the items of lists: one becomes several, they are deleted, moved, and tied to questions. */
#include "kompass-findings-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Several lines in the place of what is selected: the first goes on with what stands before it in the item, and what stands
 * after it goes on with the last. One step of the library, as it is one for whoever pastes them. */
static GPtrArray *
divide (KompassFindingsView  *self,
        KompassFindingRow    *row,
        char                **lines)
{
  KompassFindingKind kind = kompass_findings_list_get_kind (kompass_findings_view_get_list_of (row));
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  kompass_line_view_get_sides (kompass_finding_row_get_line (row), &before, &after);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat (i == 0 ? before : "", lines[i], lines[i + 1] == NULL ? after : "", NULL);

      g_ptr_array_add (findings, kompass_finding_new (i == 0 ? kompass_finding_row_get_id (row) : NULL,
                                                      kompass_findings_view_get_area (self)->number, kind, text,
                                                      i == 0 ? kompass_finding_row_get_question (row) : NULL));
    }

  return findings;
}

/**
 * kompass_findings_view_paste:
 * @self: three lists of an area
 * @lines: lines without spaces around them, at least one
 * @row: the item that is being written
 *
 * Puts lines in the place of what is selected, each as an item of its own, as one step that can be undone. The keyboard
 * goes to the end of the last.
 */
void
kompass_findings_view_paste (KompassFindingsView  *self,
                             char                **lines,
                             KompassFindingRow    *row)
{
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  KompassFinding *last;
  guint place;

  if (kompass_findings_view_get_area (self) == NULL)
    return;
  /* What was typed before is a step of its own. */
  kompass_findings_view_flush (self);
  findings = divide (self, row, lines);
  last = g_ptr_array_index (findings, findings->len - 1);
  place = kompass_findings_list_get_place (kompass_findings_view_get_list_of (row), row) +
          (kompass_finding_row_is_stored (row) ? 1 : 0);
  before = g_strdup (kompass_finding_row_get_text (row));
  kompass_finding_row_set_text (row, kompass_finding_get_text (g_ptr_array_index (findings, 0)));
  if (!kompass_report_session_paste_findings (self->session, findings, place))
    {
      kompass_finding_row_set_text (row, before);
      return;
    }
  row = kompass_findings_view_find_row (self, kompass_finding_get_id (last));
  if (row != NULL)
    kompass_line_view_edit (kompass_finding_row_get_line (row),
                            (int) g_utf8_strlen (lines[g_strv_length (lines) - 1], -1));
}

/* In the midst of its words, an item becomes two. */
static gboolean
divide_at_caret (KompassFindingsView *self,
                 KompassFindingRow   *row)
{
  const char *nothing[] = { "", "", NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  kompass_line_view_get_sides (kompass_finding_row_get_line (row), &before, &after);
  if (*g_strstrip (before) == '\0' || *g_strstrip (after) == '\0')
    return FALSE;
  kompass_findings_view_paste (self, (char **) nothing, row);

  return TRUE;
}

/**
 * kompass_findings_view_split:
 * @self: three lists of an area
 * @row: the item that is being written
 *
 * Goes on with the next item; an empty one ends its list, and the keyboard goes on to the next.
 */
void
kompass_findings_view_split (KompassFindingsView *self,
                             KompassFindingRow   *row)
{
  KompassFindingsList *list = kompass_findings_view_get_list_of (row);
  KompassFindingRow *next;

  if (*kompass_finding_row_get_text (row) == '\0')
    {
      int kind = (int) kompass_findings_list_get_kind (list) + 1;

      if (kind < KOMPASS_N_FINDING_KINDS)
        kompass_finding_row_edit (kompass_findings_list_get_last (self->lists[kind]), TRUE);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (divide_at_caret (self, row))
    return;
  next = (KompassFindingRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
  if (next == NULL || kompass_finding_row_is_stored (next) || !kompass_finding_row_is_empty (next))
    next = kompass_findings_list_add_row (list, row);
  kompass_finding_row_edit (next, FALSE);
  kompass_findings_view_flush (self);
}

/* What can be done with an item */

/**
 * kompass_findings_view_delete:
 * @self: three lists of an area
 * @row: an item
 *
 * Takes it away; the keyboard goes to its neighbour.
 */
void
kompass_findings_view_delete (KompassFindingsView *self,
                              KompassFindingRow   *row)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));
  KompassFindingRow *next;

  if (!kompass_finding_row_is_stored (row) && kompass_finding_row_is_empty (row))
    return;
  /* What was typed last comes back, too, when this is undone. */
  kompass_findings_view_flush (self);
  next = (KompassFindingRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
  if (next != NULL && kompass_finding_row_is_empty (next) && gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != NULL)
    next = (KompassFindingRow *) gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  if (next != NULL)
    kompass_finding_row_edit (next, TRUE);
  kompass_finding_row_set_text (row, "");
  if (!kompass_finding_row_is_stored (row))
    {
      kompass_report_session_forget_line (self->session, id);
      kompass_findings_view_update (self);
    }
  else if (kompass_report_session_delete_finding (self->session, id))
    kompass_findings_view_tell_deleted (self);
}

static void
move_row_to (KompassFindingsView *self,
             KompassFindingRow   *row,
             KompassFindingKind   kind,
             guint                place)
{
  g_autofree char *id = g_strdup (kompass_finding_row_get_id (row));
  gboolean was_editing = kompass_finding_row_is_editing (row);

  kompass_findings_view_flush (self);
  if (!kompass_report_session_move_finding (self->session, id, kind, place))
    return;
  row = kompass_findings_view_find_row (self, id);
  if (row == NULL)
    return;
  kompass_line_view_forget_steps (kompass_finding_row_get_line (row));
  /* The keyboard comes to it anew: it is to be seen where it is now. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (was_editing)
    kompass_finding_row_edit (row, TRUE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* An empty row has nothing to move. */
static gboolean
can_move (KompassFindingRow *row)
{
  if (*kompass_finding_row_get_text (row) != '\0')
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (row));

  return FALSE;
}

static guint
count_items (KompassFindingsView *self,
             KompassFindingKind   kind)
{
  return kompass_findings_list_get_place (self->lists[kind], NULL);
}

/**
 * kompass_findings_view_move:
 * @self: three lists of an area
 * @row: an item
 * @direction: 1 down its list, -1 up
 */
void
kompass_findings_view_move (KompassFindingsView *self,
                            KompassFindingRow   *row,
                            int                  direction)
{
  KompassFindingsList *list = kompass_findings_view_get_list_of (row);
  guint place;

  if (!can_move (row))
    return;
  place = kompass_findings_list_get_place (list, row);
  if ((direction < 0 && place == 0) ||
      (direction > 0 && place + 1 >= count_items (self, kompass_findings_list_get_kind (list))))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_row_to (self, row, kompass_findings_list_get_kind (list), direction < 0 ? place - 1 : place + 1);
}

/**
 * kompass_findings_view_move_to_list:
 * @self: three lists of an area
 * @row: an item
 * @kind: a #KompassFindingKind, or a number beyond them for none
 *
 * Moves it to the end of a list.
 */
void
kompass_findings_view_move_to_list (KompassFindingsView *self,
                                    KompassFindingRow   *row,
                                    int                  kind)
{
  if (!can_move (row))
    return;
  if (kind < 0 || kind >= KOMPASS_N_FINDING_KINDS)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_row_to (self, row, (KompassFindingKind) kind, count_items (self, (KompassFindingKind) kind));
}

static void
tie (KompassFindingsView *self,
     KompassFindingRow   *row,
     const char          *number)
{
  kompass_findings_view_show_question (self, row, number);
  kompass_findings_view_flush (self);
}

/**
 * kompass_findings_view_tie_by_figure:
 * @self: three lists of an area
 * @row: an item
 * @figure: the figure after the point of a question, 2 for 1.2; 0 for none
 *
 * Ties the item to a question.
 *
 * Returns: %GDK_EVENT_STOP
 */
gboolean
kompass_findings_view_tie_by_figure (KompassFindingsView *self,
                                     KompassFindingRow   *row,
                                     guint                figure)
{
  const KompassArea *area = kompass_findings_view_get_area (self);

  if (kompass_finding_row_is_empty (row) || figure > area->n_questions)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    tie (self, row, figure == 0 ? NULL : kompass_edition_get_question (self->edition, area->first_question + figure - 1)->number);

  return GDK_EVENT_STOP;
}

/**
 * kompass_findings_view_command:
 * @self: three lists of an area
 * @name: an action of the menu of an item
 * @target: its target, or ""
 * @row: the item
 */
void
kompass_findings_view_command (KompassFindingsView *self,
                               const char          *name,
                               const char          *target,
                               KompassFindingRow   *row)
{
  if (strcmp (name, "finding.move-up") == 0)
    kompass_findings_view_move (self, row, -1);
  else if (strcmp (name, "finding.move-down") == 0)
    kompass_findings_view_move (self, row, 1);
  else if (strcmp (name, "finding.to-strength") == 0)
    kompass_findings_view_move_to_list (self, row, KOMPASS_FINDING_STRENGTH);
  else if (strcmp (name, "finding.to-partial") == 0)
    kompass_findings_view_move_to_list (self, row, KOMPASS_FINDING_PARTIAL);
  else if (strcmp (name, "finding.to-improvement") == 0)
    kompass_findings_view_move_to_list (self, row, KOMPASS_FINDING_IMPROVEMENT);
  else if (strcmp (name, "finding.question") == 0)
    tie (self, row, *target != '\0' ? target : NULL);
  else
    kompass_findings_view_delete (self, row);
}

/**
 * kompass_findings_view_drop:
 * @self: three lists of an area
 * @row: an item that has been dragged
 * @place: how many items are to stand before it, itself counted where it is one of them
 * @list: the list it is to be in
 */
void
kompass_findings_view_drop (KompassFindingsView *self,
                            KompassFindingRow   *row,
                            guint                place,
                            KompassFindingsList *list)
{
  /* It is one further with the item itself before it than without. */
  if (kompass_findings_view_get_list_of (row) == list && kompass_findings_list_get_place (list, row) < place)
    place--;
  move_row_to (self, row, kompass_findings_list_get_kind (list), place);
}

/* Spelling */

/* The next row, from list to list, and from the last one on at the beginning again */
static KompassFindingRow *
find_next (KompassFindingsView *self,
           KompassFindingRow   *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  guint kind = kompass_findings_list_get_kind (kompass_findings_view_get_list_of (row)) + 1;

  return next != NULL ? KOMPASS_FINDING_ROW (next)
                      : kompass_findings_list_get_row (self->lists[kind % KOMPASS_N_FINDING_KINDS], 0);
}

/**
 * kompass_findings_view_check_spelling:
 * @self: three lists of an area
 * @row: the item that has the keyboard
 *
 * Selects the next word that no dictionary has, from the caret on and from the beginning again after the end.
 */
void
kompass_findings_view_check_spelling (KompassFindingsView *self,
                                      KompassFindingRow   *row)
{
  KompassFindingRow *other = row;
  gboolean is_first = TRUE;

  do
    {
      if (kompass_line_view_select_misspelt (kompass_finding_row_get_line (other), !is_first))
        return;
      other = find_next (self, other);
      is_first = FALSE;
    }
  while (other != row);
  if (!kompass_line_view_select_misspelt (kompass_finding_row_get_line (row), TRUE))
    kompass_line_view_tell_no_misspelt (GTK_WIDGET (self), self->speller, _("No misspelt words in these lists"));
}
