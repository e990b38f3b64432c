/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done at once in a report that is being written: moving, deleting, choosing. What is written is saved before. The
 * library tells when it is done, and the report is read again. */
#include "kompass-library-report.h"
#include "kompass-report-session-private.h"

static const char *
get_id (KompassReportSession *self)
{
  return kompass_evaluation_get_id (kompass_report_session_get_evaluation (self));
}

static gboolean
tell (KompassReportSession *self,
      gboolean              is_done,
      GError               *error)
{
  if (!is_done)
    kompass_report_session_fail (self, error);

  return is_done;
}

/**
 * kompass_report_session_move_finding:
 * @self: a session with an evaluation
 * @id: a finding
 * @kind: the list it is to be in
 * @position: where in it
 *
 * Moves an item of a list, after what is written has been saved.
 *
 * Returns: %TRUE if it is there
 */
gboolean
kompass_report_session_move_finding (KompassReportSession *self,
                                     const char           *id,
                                     KompassFindingKind    kind,
                                     guint                 position)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_move_finding (kompass_report_session_get_library (self), get_id (self), id, kind,
                                                   position, &error);

  return tell (self, is_done, error);
}

/**
 * kompass_report_session_paste_findings:
 * @self: a session with an evaluation
 * @findings: (element-type KompassFinding): at least one item, all of the same list
 * @position: where in the list those come that it does not have yet
 *
 * Adds several items to a list as one step, see kompass_library_paste_findings().
 *
 * Returns: %TRUE if all of them are there
 */
gboolean
kompass_report_session_paste_findings (KompassReportSession *self,
                                       GPtrArray            *findings,
                                       guint                 position)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_paste_findings (kompass_report_session_get_library (self), get_id (self), findings,
                                                     position, &error);

  return tell (self, is_done, error);
}

/**
 * kompass_report_session_delete_finding:
 * @self: a session with an evaluation
 * @id: a finding
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_report_session_delete_finding (KompassReportSession *self,
                                       const char           *id)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_delete_finding (kompass_report_session_get_library (self), get_id (self), id, &error);

  return tell (self, is_done, error);
}

/**
 * kompass_report_session_move_key_fact:
 * @self: a session with an evaluation
 * @id: a key fact
 * @position: where it is to be
 *
 * Returns: %TRUE if it is there
 */
gboolean
kompass_report_session_move_key_fact (KompassReportSession *self,
                                      const char           *id,
                                      guint                 position)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_move_key_fact (kompass_report_session_get_library (self), get_id (self), id,
                                                    position, &error);

  return tell (self, is_done, error);
}

/**
 * kompass_report_session_delete_key_fact:
 * @self: a session with an evaluation
 * @id: a key fact
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_report_session_delete_key_fact (KompassReportSession *self,
                                        const char           *id)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_delete_key_fact (kompass_report_session_get_library (self), get_id (self), id, &error);

  return tell (self, is_done, error);
}

/**
 * kompass_report_session_set_comparisons:
 * @self: a session with an evaluation
 * @ids: UUIDs of what the report compares with
 *
 * Returns: %TRUE if that is stored
 */
gboolean
kompass_report_session_set_comparisons (KompassReportSession *self,
                                        const char * const   *ids)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = kompass_report_session_flush (self, &error) &&
                     kompass_library_set_report_comparisons (kompass_report_session_get_library (self), get_id (self),
                                                             ids, &error);

  return tell (self, is_done, error);
}
