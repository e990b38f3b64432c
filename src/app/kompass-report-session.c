/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report that is being written: what stands in it now, what of that is not in the library yet, and getting it there soon
 * enough. It knows no widgets: whoever holds what is typed gives it when "collect" asks for it. */
#include "kompass-report-session.h"

#include "kompass-library-report.h"
#include "kompass-report-session-private.h"

/* From the first key that is not saved: whatever happens to the program, less than two seconds of typing are lost. */
#define SAVE_MS 1000

/* After what could not be saved. */
#define RETRY_MS 5000

enum
{
  COLLECT,
  CHANGED,
  TOUCHED,
  STATE_CHANGED,
  CONFLICT,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KompassReportSession, kompass_report_session, G_TYPE_OBJECT)

static const char *
get_id (KompassReportSession *self)
{
  return kompass_evaluation_get_id (self->evaluation);
}

static gboolean
is_unsaved (KompassReportSession *self)
{
  return self->is_touched || !kompass_report_draft_is_empty (self->draft) || !kompass_report_lines_is_empty (self->lines);
}

static void
set_state (KompassReportSession *self,
           KompassReportState    state,
           const char           *problem)
{
  if (self->state == state && g_strcmp0 (self->problem, problem) == 0)
    return;
  self->state = state;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/* Reading */

/* Each is told once, after what was written here has been saved. */
static void
emit_conflicts (KompassReportSession *self)
{
  g_auto (GStrv) sections = kompass_report_draft_take_conflicts (self->draft);

  for (guint i = 0; sections[i] != NULL; i++)
    g_signal_emit (self, signals[CONFLICT], 0, sections[i]);
}

static gboolean
reload (KompassReportSession  *self,
        GError               **error)
{
  g_autoptr (KompassReport) loaded = NULL;

  if (self->evaluation == NULL)
    {
      g_clear_object (&self->report);
      return TRUE;
    }
  loaded = kompass_library_load_report (self->library, get_id (self), error);
  if (loaded == NULL)
    return FALSE;
  kompass_report_draft_note_conflicts (self->draft, loaded);
  g_set_object (&self->report, loaded);
  kompass_report_draft_apply (self->draft, self->report);
  kompass_report_lines_apply (self->lines, self->report);

  return TRUE;
}

/* An evaluation that is gone is no concern of ours; the window closes it. */
static void
reload_and_tell (KompassReportSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!reload (self, &error))
    {
      if (!g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
library_changed_cb (KompassReportSession *self,
                    const char * const   *subjects)
{
  if (self->evaluation == NULL || self->is_saving || (subjects != NULL && !g_strv_contains (subjects, get_id (self))))
    return;
  kompass_report_session_collect (self);
  reload_and_tell (self);
}

/* Saving */

static gboolean
save_cb (gpointer user_data)
{
  KompassReportSession *self = user_data;

  self->timer = 0;
  kompass_report_session_flush (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
schedule (KompassReportSession *self,
          guint                 milliseconds)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (milliseconds, save_cb, self);
}

/**
 * kompass_report_session_flush:
 * @self: a session
 * @error: return location for an error
 *
 * Saves what is written. What cannot be saved is kept, and tried again after a while.
 *
 * Returns: %TRUE if everything is in the library
 */
gboolean
kompass_report_session_flush (KompassReportSession  *self,
                              GError               **error)
{
  g_autoptr (GError) local = NULL;
  gboolean had_lines;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->evaluation == NULL || self->is_saving)
    return TRUE;
  kompass_report_session_collect (self);
  if (!is_unsaved (self))
    {
      set_state (self, KOMPASS_REPORT_SAVED, NULL);
      return TRUE;
    }
  /* What somebody else has written meanwhile is noted before it is written over. */
  kompass_library_poll (self->library);
  if (self->evaluation == NULL)
    return TRUE;
  had_lines = !kompass_report_lines_is_empty (self->lines);
  self->is_saving = TRUE;
  if (kompass_report_draft_save (self->draft, self->library, get_id (self), &local))
    kompass_report_lines_save (self->lines, self->library, get_id (self), &local);
  self->is_saving = FALSE;
  if (local != NULL)
    {
      set_state (self, KOMPASS_REPORT_FAILED, local->message);
      schedule (self, RETRY_MS);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  set_state (self, KOMPASS_REPORT_SAVED, NULL);
  emit_conflicts (self);
  if (had_lines)
    reload_and_tell (self);

  return TRUE;
}

/**
 * kompass_report_session_discard:
 * @self: a session
 *
 * Forgets what could not be saved.
 */
void
kompass_report_session_discard (KompassReportSession *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  kompass_report_draft_clear (self->draft);
  kompass_report_lines_clear (self->lines);
  self->is_touched = FALSE;
  set_state (self, KOMPASS_REPORT_SAVED, NULL);
}

/* What is being written */

/**
 * kompass_report_session_note_unsaved:
 * @self: a session
 *
 * Something is to be saved soon.
 */
void
kompass_report_session_note_unsaved (KompassReportSession *self)
{
  if (self->state == KOMPASS_REPORT_SAVED)
    set_state (self, KOMPASS_REPORT_UNSAVED, NULL);
  schedule (self, SAVE_MS);
}

/**
 * kompass_report_session_touch:
 * @self: a session
 *
 * Something has been typed. It is asked for when it is needed, and saved within two seconds.
 */
void
kompass_report_session_touch (KompassReportSession *self)
{
  if (self->evaluation == NULL)
    return;
  self->is_touched = TRUE;
  kompass_report_session_note_unsaved (self);
  g_signal_emit (self, signals[TOUCHED], 0);
}

/**
 * kompass_report_session_collect:
 * @self: a session
 *
 * Brings what has been typed into the report.
 */
void
kompass_report_session_collect (KompassReportSession *self)
{
  if (!self->is_touched || self->evaluation == NULL)
    return;
  self->is_touched = FALSE;
  g_signal_emit (self, signals[COLLECT], 0);
}

/**
 * kompass_report_session_fail:
 * @self: a session
 * @error: why
 *
 * Tells that something could not be done.
 */
void
kompass_report_session_fail (KompassReportSession *self,
                             const GError         *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* Class functions */

static void
kompass_report_session_dispose (GObject *object)
{
  KompassReportSession *self = KOMPASS_REPORT_SESSION (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->report);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kompass_report_session_parent_class)->dispose (object);
}

static void
kompass_report_session_finalize (GObject *object)
{
  KompassReportSession *self = KOMPASS_REPORT_SESSION (object);

  kompass_report_draft_free (self->draft);
  kompass_report_lines_free (self->lines);
  g_free (self->problem);

  G_OBJECT_CLASS (kompass_report_session_parent_class)->finalize (object);
}

static void
kompass_report_session_class_init (KompassReportSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = kompass_report_session_dispose;
  object_class->finalize = kompass_report_session_finalize;

  /**
   * KompassReportSession::collect:
   *
   * What has been typed is to be written into the session.
   */
  signals[COLLECT] = g_signal_new ("collect", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassReportSession::changed:
   *
   * The report is another than what was typed here, by a step, by its undoing or by another program.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassReportSession::touched:
   *
   * Something is being typed.
   */
  signals[TOUCHED] = g_signal_new ("touched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassReportSession::state-changed:
   *
   * Something is to be saved, or has been, or could not be.
   */
  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KompassReportSession::conflict:
   * @section: a section
   *
   * Somebody else had changed a section while it was written here. What was written here has been saved; what the other
   * wrote is in the section's history.
   */
  signals[CONFLICT] = g_signal_new ("conflict", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * KompassReportSession::failed:
   * @error: why
   *
   * Something could not be read or done.
   */
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
kompass_report_session_init (KompassReportSession *self)
{
  self->draft = kompass_report_draft_new ();
  self->lines = kompass_report_lines_new ();
}

/**
 * kompass_report_session_new:
 * @library: where reports are
 *
 * Returns: (transfer full): a session without an evaluation
 */
KompassReportSession *
kompass_report_session_new (KompassLibrary *library)
{
  KompassReportSession *self = g_object_new (KOMPASS_TYPE_REPORT_SESSION, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

KompassLibrary *
kompass_report_session_get_library (KompassReportSession *self)
{
  return self->library;
}

/**
 * kompass_report_session_set_evaluation:
 * @self: a session
 * @evaluation: (nullable): whose report is written now
 *
 * What is not saved of the one before is forgotten: save it before.
 */
void
kompass_report_session_set_evaluation (KompassReportSession *self,
                                       KompassEvaluation    *evaluation)
{
  if (self->evaluation == evaluation)
    return;
  kompass_report_session_discard (self);
  g_set_object (&self->evaluation, evaluation);
  g_clear_object (&self->report);
  if (evaluation != NULL)
    self->report = kompass_report_new (kompass_evaluation_get_id (evaluation));
  reload_and_tell (self);
}

KompassEvaluation *
kompass_report_session_get_evaluation (KompassReportSession *self)
{
  return self->evaluation;
}

/**
 * kompass_report_session_get_report:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the report with what is written but not saved; another object after every change
 */
KompassReport *
kompass_report_session_get_report (KompassReportSession *self)
{
  return self->report;
}

KompassReportState
kompass_report_session_get_state (KompassReportSession *self)
{
  return self->state;
}

/**
 * kompass_report_session_get_problem:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why something could not be saved
 */
const char *
kompass_report_session_get_problem (KompassReportSession *self)
{
  return self->problem;
}

/**
 * kompass_report_session_is_saving:
 * @self: a session
 *
 * Returns: %TRUE while what the library tells to have changed is only what was written here
 */
gboolean
kompass_report_session_is_saving (KompassReportSession *self)
{
  return self->is_saving;
}
