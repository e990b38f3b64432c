/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The change log: how a command becomes one transaction, one changeset in the log and one step to undo, and how steps
 * are undone and done again. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-recording.h"

/* How long a step can go on: writing is undone in pieces of ten minutes at most. */
#define LONGEST_STEP (10 * 60 * G_USEC_PER_SEC)

static void
forget_step (KompassLibrary *self)
{
  g_clear_pointer (&self->step, g_free);
  g_clear_pointer (&self->step_subject, g_free);
}

static void
remember_step (KompassLibrary     *self,
               const char         *id,
               const KompassLabel *label)
{
  forget_step (self);
  if (label->subject == NULL)
    return;
  self->step = g_strdup (id);
  self->step_subject = g_strdup (label->subject);
  self->step_began = g_get_monotonic_time ();
}

static char *
format_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* The changeset of the step that one with this label goes on with: the last of the log, if we made it a moment ago, about
 * the same, under the same name, and nobody has undone it or done anything since. */
static gboolean
find_step_to_join (KompassLibrary      *self,
                   const KompassLabel  *label,
                   GBytes             **changeset,
                   GError             **error)
{
  g_autoptr (KompassKept) row = NULL;
  gboolean is_row;

  *changeset = NULL;
  if (label->subject == NULL || g_strcmp0 (label->subject, self->step_subject) != 0 ||
      g_get_monotonic_time () - self->step_began >= LONGEST_STEP)
    return TRUE;
  row = kompass_sql_query_kept (self->db, error,
                                "SELECT changeset FROM change WHERE id = ? AND author = ? AND evaluation = ? "
                                "AND state = 'done' AND number = (SELECT max (number) FROM change)",
                                "sss", self->step, self->author, label->evaluation);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (is_row)
    *changeset = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));

  return TRUE;
}

/* A step that has come back to where it began is no step. */
static gboolean
join_step (KompassLibrary      *self,
           const KompassLabel  *label,
           GBytes              *before,
           GBytes              *changeset,
           GError             **error)
{
  g_autoptr (GBytes) joined = kompass_changeset_join (self->db, before, changeset, error);
  g_autofree char *time = format_now ();

  if (joined == NULL)
    return FALSE;
  if (g_bytes_get_size (joined) > 0)
    return kompass_sql_run (self->db, error, "UPDATE change SET time = ?, arguments = ?, changeset = ? WHERE id = ?",
                            "ssbs", time, label->arguments != NULL ? label->arguments : "", joined, self->step);

  return kompass_sql_run (self->db, error, "DELETE FROM change WHERE id = ?", "s", self->step);
}

static gboolean
add_step (KompassLibrary      *self,
          const KompassLabel  *label,
          GBytes              *changeset,
          GError             **error)
{
  g_autofree char *time = format_now ();
  g_autofree char *id = g_uuid_string_random ();

  if (!kompass_sql_run (self->db, error, "UPDATE change SET state = 'abandoned' WHERE state = 'undone'", "") ||
      !kompass_sql_run (self->db, error,
                        "INSERT INTO change (id, number, time, author, label, arguments, evaluation, changeset) "
                        "VALUES (?, (SELECT coalesce (max (number), 0) + 1 FROM change), ?, ?, ?, ?, ?, ?)",
                        "ssssssb", id, time, self->author, label->text,
                        label->arguments != NULL ? label->arguments : "", label->evaluation, changeset))
    return FALSE;
  remember_step (self, id, label);

  return TRUE;
}

static gboolean
write_log (KompassLibrary      *self,
           const KompassLabel  *label,
           GBytes              *changeset,
           GError             **error)
{
  g_autoptr (GBytes) before = NULL;

  if (!find_step_to_join (self, label, &before, error))
    return FALSE;

  return before != NULL ? join_step (self, label, before, changeset, error) : add_step (self, label, changeset, error);
}

static GBytes *
record (KompassLibrary  *self,
        const KompassLabel *label,
        KompassCommand   command,
        gpointer         data,
        GError         **error)
{
  g_autoptr (KompassRecording) recording = kompass_recording_begin (self->db, error);
  g_autoptr (GBytes) changeset = NULL;

  if (recording == NULL || !command (self, data, error))
    return NULL;
  changeset = kompass_recording_take (recording, error);
  if (changeset == NULL)
    return NULL;
  if (g_bytes_get_size (changeset) > 0 && !write_log (self, label, changeset, error))
    return NULL;

  return g_steal_pointer (&changeset);
}

/* Ends the transaction; a command that changed nothing leaves no trace. */
static gboolean
finish (KompassLibrary  *self,
        GBytes          *changeset,
        GError         **error)
{
  gboolean is_empty = changeset != NULL && g_bytes_get_size (changeset) == 0;
  g_auto (GStrv) subjects = NULL;

  if (changeset == NULL || is_empty || !kompass_sql_script (self->db, "COMMIT", error))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      kompass_library_refresh_editions (self);
      if (!is_empty)
        forget_step (self);
      return is_empty;
    }
  if (kompass_changeset_is_listed (changeset))
    kompass_library_refresh_editions (self);
  subjects = kompass_changeset_subjects (changeset);
  kompass_library_emit_changed (self, (const char * const *) subjects, kompass_changeset_is_listed (changeset));

  return TRUE;
}

/**
 * kompass_library_run_command:
 * @self: a library
 * @label: what the step is called; read after the command, which may complete it, and not to be used again
 * @command: what to do, in one transaction
 * @data: for @command
 * @error: return location for a #KompassLibraryError
 *
 * Carries out a command as one step: recorded, logged, on disk when the function returns, and announced.
 *
 * A command whose label has a subject goes on with the last step of the log instead, if this opening of the library made
 * that less than ten minutes ago, with the same subject and author, and it has not been undone since; so what is saved
 * while somebody writes is one step of ten minutes at most, with the time of its last save. If it comes back to what was
 * there before, there is no step.
 *
 * Returns: %TRUE if it has been done
 */
gboolean
kompass_library_run_command (KompassLibrary  *self,
                             KompassLabel    *label,
                             KompassCommand   command,
                             gpointer         data,
                             GError         **error)
{
  g_autoptr (GBytes) changeset = NULL;

  if (!kompass_sql_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  changeset = record (self, label, command, data, error);
  if (label->taken != NULL)
    kompass_library_take_arguments (label, NULL);

  return finish (self, changeset, error);
}

/**
 * kompass_library_take_arguments:
 * @label: the label of a command that is carried out
 * @arguments: (transfer full) (nullable): its arguments, until the command is done
 */
void
kompass_library_take_arguments (KompassLabel *label,
                                char         *arguments)
{
  g_free (label->taken);
  label->arguments = label->taken = arguments;
}

/**
 * kompass_library_take_title:
 * @self: a library, in a transaction
 * @label: the label of a command about an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * The evaluation's title becomes the argument of the label.
 *
 * Returns: %FALSE if there is no such evaluation
 */
gboolean
kompass_library_take_title (KompassLibrary  *self,
                            KompassLabel    *label,
                            GError         **error)
{
  kompass_library_take_arguments (label, kompass_library_get_title (self, label->evaluation, error));

  return label->arguments != NULL;
}

/**
 * kompass_library_refuse:
 * @error: return location for an error
 * @code: a #KompassLibraryError
 * @words: why
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_library_refuse (GError     **error,
                        int          code,
                        const char  *words)
{
  g_set_error_literal (error, KOMPASS_LIBRARY_ERROR, code, words);

  return FALSE;
}

/* Undo and redo */

/* The next step back is the last one that is done, the next step forward the first that is undone. */
static KompassKept *
find_step (KompassLibrary  *self,
           gboolean         forward,
           GError         **error)
{
  return kompass_sql_query_kept (self->db, error,
                                 forward ? "SELECT id, changeset, label, arguments FROM change WHERE state = 'undone' "
                                           "ORDER BY number LIMIT 1"
                                         : "SELECT id, changeset, label, arguments FROM change WHERE state = 'done' "
                                           "ORDER BY number DESC LIMIT 1",
                                 "");
}

static char *
get_step_label (KompassLibrary *self,
                gboolean        forward)
{
  g_autoptr (KompassKept) row = find_step (self, forward, NULL);

  if (row == NULL || !kompass_sql_next (row, NULL))
    return NULL;

  return kompass_change_format_label (kompass_sql_text (row, 2), kompass_sql_text (row, 3));
}

/* Steps from before evaluations carried the hash of their edition bring them back without it. */
static gboolean
fill_hashes (KompassLibrary  *self,
             GError         **error)
{
  return kompass_sql_run (self->db, error,
                          "UPDATE evaluation "
                          "SET edition_hash = (SELECT hash FROM edition WHERE id = evaluation.edition) "
                          "WHERE edition_hash IS NULL AND edition IS NOT NULL",
                          "");
}

static GBytes *
take_step (KompassLibrary  *self,
           gboolean         forward,
           GError         **error)
{
  g_autoptr (KompassKept) row = find_step (self, forward, error);
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *id = NULL;
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOTHING,
                              forward ? _("There is nothing to redo") : _("There is nothing to undo"));
      return NULL;
    }
  id = g_strdup (kompass_sql_text (row, 0));
  changeset = g_bytes_new (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1));
  g_clear_pointer (&row, kompass_sql_put_back);
  if (!kompass_changeset_apply (self->db, changeset, !forward, error) ||
      (kompass_changeset_is_listed (changeset) && !fill_hashes (self, error)) ||
      !kompass_sql_run (self->db, error, "UPDATE change SET state = ? WHERE id = ?", "ss", forward ? "done" : "undone",
                        id))
    return NULL;

  return g_steal_pointer (&changeset);
}

static gboolean
step (KompassLibrary  *self,
      gboolean         forward,
      GError         **error)
{
  g_autoptr (GBytes) changeset = NULL;

  forget_step (self);
  if (!kompass_sql_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  changeset = take_step (self, forward, error);

  return finish (self, changeset, error);
}

/**
 * kompass_library_get_undo_label:
 * @self: a library
 *
 * Returns: (transfer full) (nullable): what kompass_library_undo() would undo, in the user's language, or %NULL
 */
char *
kompass_library_get_undo_label (KompassLibrary *self)
{
  return get_step_label (self, FALSE);
}

/**
 * kompass_library_get_redo_label:
 * @self: a library
 *
 * Returns: (transfer full) (nullable): what kompass_library_redo() would do again, in the user's language, or %NULL
 */
char *
kompass_library_get_redo_label (KompassLibrary *self)
{
  return get_step_label (self, TRUE);
}

/**
 * kompass_library_find_step_report:
 * @self: a library
 * @forward: whether the step is asked about that would be done again, or the one that would be undone
 *
 * Returns: (transfer full) (nullable): the UUID of the evaluation whose report the step is about, or %NULL if there is
 *   no step or it is about anything else
 */
char *
kompass_library_find_step_report (KompassLibrary *self,
                                  gboolean        forward)
{
  g_autoptr (KompassKept) row = find_step (self, forward, NULL);
  g_autoptr (GBytes) changeset = NULL;

  if (row == NULL || !kompass_sql_next (row, NULL))
    return NULL;
  changeset = g_bytes_new (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1));

  return kompass_changeset_get_report (changeset);
}

/**
 * kompass_library_undo:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Undoes the last command, whichever window or program carried it out.
 *
 * Returns: %TRUE if a command has been undone
 */
gboolean
kompass_library_undo (KompassLibrary  *self,
                      GError         **error)
{
  return step (self, FALSE, error);
}

/**
 * kompass_library_redo:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Carries out again what was undone last. A new command leaves nothing to redo.
 *
 * Returns: %TRUE if a command has been done again
 */
gboolean
kompass_library_redo (KompassLibrary  *self,
                      GError         **error)
{
  return step (self, TRUE, error);
}

static char *
describe_figure_change (gboolean      was_known,
                        KompassPoints old_points,
                        gboolean      is_known,
                        KompassPoints new_points)
{
  /* Translators: how a score was before or after a change */
  const char *none = _("not scored");
  const char *not_applicable = _("not applicable");
  g_autofree char *before = old_points != KOMPASS_POINTS_UNKNOWN
                                ? kompass_points_format (old_points, 1)
                                : g_strdup (was_known ? not_applicable : none);
  g_autofree char *after = new_points != KOMPASS_POINTS_UNKNOWN ? kompass_points_format (new_points, 1)
                                                                : g_strdup (is_known ? not_applicable : none);

  return g_strdup_printf ("%s → %s", before, after);
}

/**
 * kompass_library_find_last_change:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @line: one of its lines
 *
 * Looks in the log for what happened last to the points typed on a line.
 *
 * Returns: (transfer full) (nullable): when, who, and from what to what as its label; %NULL if it was never changed
 *   since the evaluation was added
 */
KompassChange *
kompass_library_find_last_change (KompassLibrary *self,
                                  const char     *evaluation,
                                  KompassLine    *line)
{
  const char *table = kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION ? "score" : "printed";
  g_autoptr (KompassKept) rows = kompass_sql_query_kept (self->db, NULL,
                                                         "SELECT number, time, author, changeset FROM change "
                                                         "WHERE evaluation = ? AND state = 'done' ORDER BY number DESC",
                                                         "s", evaluation);

  while (rows != NULL && kompass_sql_next (rows, NULL))
    {
      g_autoptr (GBytes) changeset = g_bytes_new_static (sqlite3_column_blob (rows, 3),
                                                         (gsize) sqlite3_column_bytes (rows, 3));
      KompassPoints old_points, new_points;
      gboolean was_known, is_known, is_edge;
      KompassChange *change;

      if (!kompass_changeset_find (changeset, table, evaluation, kompass_line_get_number (line), &was_known,
                                   &old_points, &is_known, &new_points, &is_edge))
        {
          if (is_edge)
            return NULL;
          continue;
        }
      change = g_new0 (KompassChange, 1);
      change->number = sqlite3_column_int64 (rows, 0);
      change->time = g_date_time_new_from_iso8601 (kompass_sql_text (rows, 1), NULL);
      if (change->time == NULL)
        change->time = g_date_time_new_from_unix_utc (0);
      change->author = g_strdup (kompass_sql_text (rows, 2));
      change->label = describe_figure_change (was_known, old_points, is_known, new_points);
      return change;
    }

  return NULL;
}
