/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a step that has been undone, or done again, has changed the lists: the keyboard goes there. */
#include <string.h>

#include "kompass-findings-view-private.h"

static gboolean
is_same (KompassFinding *one,
         KompassFinding *other)
{
  return kompass_finding_get_kind (one) == kompass_finding_get_kind (other) &&
         strcmp (kompass_finding_get_text (one), kompass_finding_get_text (other)) == 0 &&
         g_strcmp0 (kompass_finding_get_question (one), kompass_finding_get_question (other)) == 0;
}

/* The last item that was not there, or was another: of what was pasted, it is where the keyboard was. */
static KompassFindingRow *
find_changed (KompassFindingsView *self,
              KompassReport       *before)
{
  KompassReport *now = kompass_report_session_get_report (self->session);
  KompassFindingRow *found = NULL;

  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      g_autoptr (GPtrArray) findings =
          kompass_report_get_findings (now, kompass_findings_view_get_area (self)->number, (KompassFindingKind) kind);

      for (guint i = 0; i < findings->len; i++)
        {
          KompassFinding *finding = g_ptr_array_index (findings, i);
          KompassFinding *earlier = kompass_report_find_finding (before, kompass_finding_get_id (finding));
          KompassFindingRow *row = kompass_findings_view_find_row (self, kompass_finding_get_id (finding));

          if (row != NULL && (earlier == NULL || !is_same (earlier, finding)))
            found = row;
        }
    }

  return found;
}

static const char *
get_id (GPtrArray *findings,
        guint      index)
{
  return index < findings->len ? kompass_finding_get_id (g_ptr_array_index (findings, index)) : NULL;
}

/* Of two neighbours that have changed places, either can have been moved: the one that has the keyboard, or else the one that
 * was the first. */
static const char *
find_moved (KompassFindingsView *self,
            GPtrArray           *before,
            GPtrArray           *now,
            guint                index)
{
  KompassFindingRow *current = kompass_findings_view_get_current (self);
  const char *down = get_id (before, index);
  const char *up = get_id (now, index);

  if (g_strcmp0 (get_id (before, index + 1), up) != 0 ||
      (current != NULL && strcmp (kompass_finding_row_get_id (current), up) == 0))
    return up;

  return down;
}

/* What is at the first place that another item had: an item that was moved, or what stands where one is gone */
static KompassFindingRow *
find_other (KompassFindingsView *self,
            KompassReport       *before)
{
  KompassReport *now = kompass_report_session_get_report (self->session);

  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      guint area = kompass_findings_view_get_area (self)->number;
      g_autoptr (GPtrArray) earlier = kompass_report_get_findings (before, area, (KompassFindingKind) kind);
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (now, area, (KompassFindingKind) kind);

      for (guint i = 0; i < earlier->len; i++)
        if (g_strcmp0 (get_id (earlier, i), get_id (findings, i)) != 0)
          return earlier->len == findings->len
                     ? kompass_findings_view_find_row (self, find_moved (self, earlier, findings, i))
                     : kompass_findings_list_get_row (self->lists[kind], i);
    }

  return NULL;
}

/**
 * kompass_findings_view_show_step:
 * @self: three lists that show the area
 * @before: the report before the step
 *
 * Moves the keyboard to the item that the step has changed, moved or brought back, or to what stands where one is gone.
 *
 * Returns: %FALSE if the lists are as they were
 */
gboolean
kompass_findings_view_show_step (KompassFindingsView *self,
                                 KompassReport       *before)
{
  KompassFindingRow *row;

  if (kompass_findings_view_get_area (self) == NULL || kompass_report_session_get_report (self->session) == NULL)
    return FALSE;
  row = find_changed (self, before);
  if (row == NULL)
    row = find_other (self, before);
  if (row == NULL)
    return FALSE;
  kompass_line_view_forget_steps (kompass_finding_row_get_line (row));
  kompass_finding_row_edit (row, TRUE);

  return TRUE;
}
