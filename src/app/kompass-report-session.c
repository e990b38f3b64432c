/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report that is being written: what stands in it now, what of that is not in the library yet, and getting it there soon
 * enough. It knows no widgets: whoever holds what is typed gives it when "collect" asks for it. */
#include "kompass-report-session.h"

#include <string.h>

#include "kompass-library-report.h"

/* From the first key that is not saved: whatever happens to the program, less than two seconds of typing are lost. */
#define SAVE_MS 1000

/* After what could not be saved. */
#define RETRY_MS 5000

/* A finding or a key fact that is being written. */
typedef struct
{
  GObject *item; /* a KompassFinding or a KompassKeyFact */
  guint position;
} Line;

struct _KompassReportSession
{
  GObject parent_instance;

  KompassLibrary *library;
  KompassEvaluation *evaluation;
  KompassReport *report;   /* with what is not saved */
  GHashTable *stored;      /* section to the markup that the library had when it was read, of sections that are written */
  GHashTable *texts;       /* section to KompassText, of what is not saved */
  char *about[KOMPASS_N_ABOUT];
  GHashTable *lines;       /* UUID to Line */
  GPtrArray *order;        /* of UUIDs, as they were written first */
  GHashTable *conflicts;   /* sections in which somebody else has written, until they are saved */
  KompassReportState state;
  char *problem;
  guint timer;
  gboolean is_touched;     /* something has been typed that has not been collected */
  gboolean is_saving;
};

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

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->item);
  g_free (line);
}

static const char *
get_id (KompassReportSession *self)
{
  return kompass_evaluation_get_id (self->evaluation);
}

static gboolean
has_about (KompassReportSession *self)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (self->about[i] != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_unsaved (KompassReportSession *self)
{
  return self->is_touched || has_about (self) || g_hash_table_size (self->texts) > 0 || g_hash_table_size (self->lines) > 0;
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

/* What is written, put into the report that is shown */

/* A report has no place for one line among others: all of them are taken out and put back. */
static void
apply_finding (KompassReportSession *self,
               KompassFinding       *finding,
               guint                 position)
{
  g_autoptr (GPtrArray) others = NULL;

  if (kompass_report_find_finding (self->report, kompass_finding_get_id (finding)) != NULL)
    kompass_report_remove_finding (self->report, kompass_finding_get_id (finding));
  others = kompass_report_get_findings (self->report, kompass_finding_get_area (finding), kompass_finding_get_kind (finding));
  for (guint i = position; i < others->len; i++)
    kompass_report_remove_finding (self->report, kompass_finding_get_id (g_ptr_array_index (others, i)));
  kompass_report_add_finding (self->report, finding);
  for (guint i = position; i < others->len; i++)
    kompass_report_add_finding (self->report, g_ptr_array_index (others, i));
}

static KompassKeyFact *
find_key_fact (KompassReport *report,
               const char    *id)
{
  GPtrArray *facts = kompass_report_get_key_facts (report);

  for (guint i = 0; i < facts->len; i++)
    if (strcmp (kompass_key_fact_get_id (g_ptr_array_index (facts, i)), id) == 0)
      return g_ptr_array_index (facts, i);

  return NULL;
}

static void
apply_key_fact (KompassReportSession *self,
                KompassKeyFact       *fact,
                guint                 position)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *facts = kompass_report_get_key_facts (self->report);

  if (find_key_fact (self->report, kompass_key_fact_get_id (fact)) != NULL)
    kompass_report_remove_key_fact (self->report, kompass_key_fact_get_id (fact));
  for (guint i = position; i < facts->len; i++)
    g_ptr_array_add (others, g_object_ref (g_ptr_array_index (facts, i)));
  for (guint i = 0; i < others->len; i++)
    kompass_report_remove_key_fact (self->report, kompass_key_fact_get_id (g_ptr_array_index (others, i)));
  kompass_report_add_key_fact (self->report, fact);
  for (guint i = 0; i < others->len; i++)
    kompass_report_add_key_fact (self->report, g_ptr_array_index (others, i));
}

static void
apply_line (KompassReportSession *self,
            Line                 *line)
{
  if (KOMPASS_IS_FINDING (line->item))
    apply_finding (self, KOMPASS_FINDING (line->item), line->position);
  else
    apply_key_fact (self, KOMPASS_KEY_FACT (line->item), line->position);
}

/* What was read lacks what is not saved. */
static void
apply_unsaved (KompassReportSession *self)
{
  GHashTableIter iter;
  gpointer section, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, &text))
    kompass_report_set_text (self->report, section, text);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (self->about[i] != NULL)
      kompass_report_set_about (self->report, (KompassAbout) i, self->about[i]);
  for (guint i = 0; i < self->order->len; i++)
    apply_line (self, g_hash_table_lookup (self->lines, g_ptr_array_index (self->order, i)));
}

/* Reading */

/* What is written stays, and what somebody else has written meanwhile stays in the history of the section. */
static void
note_conflicts (KompassReportSession *self,
                KompassReport        *loaded)
{
  GHashTableIter iter;
  gpointer section;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, NULL))
    {
      g_autofree char *markup = kompass_text_to_markup (kompass_report_get_text (loaded, section));
      const char *before = g_hash_table_lookup (self->stored, section);

      if (g_strcmp0 (markup, before) == 0)
        continue;
      g_hash_table_insert (self->stored, g_strdup (section), g_steal_pointer (&markup));
      g_hash_table_add (self->conflicts, g_strdup (section));
    }
}

static void
emit_conflicts (KompassReportSession *self)
{
  g_autofree gpointer *sections = g_hash_table_get_keys_as_array (self->conflicts, NULL);

  for (guint i = 0; sections[i] != NULL; i++)
    g_signal_emit (self, signals[CONFLICT], 0, sections[i]);
  g_hash_table_remove_all (self->conflicts);
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
  note_conflicts (self, loaded);
  g_set_object (&self->report, loaded);
  apply_unsaved (self);

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
save_texts (KompassReportSession  *self,
            GError               **error)
{
  GHashTableIter iter;
  gpointer section, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &section, &text))
    {
      if (!kompass_library_set_report_text (self->library, get_id (self), section, text, error))
        return FALSE;
      g_hash_table_remove (self->stored, section);
      g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}

static gboolean
save_about (KompassReportSession  *self,
            GError               **error)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      if (self->about[i] != NULL &&
          !kompass_library_set_report_about (self->library, get_id (self), (KompassAbout) i, self->about[i], error))
        return FALSE;
      g_clear_pointer (&self->about[i], g_free);
    }

  return TRUE;
}

/* What has been deleted while it was written is added again: nothing that is typed is lost. */
static gboolean
save_finding (KompassReportSession  *self,
              KompassReport         *stored,
              KompassFinding        *finding,
              guint                  position,
              GError               **error)
{
  if (kompass_report_find_finding (stored, kompass_finding_get_id (finding)) == NULL)
    return kompass_library_add_finding (self->library, get_id (self), finding, position, error);

  return kompass_library_change_finding (self->library, get_id (self), kompass_finding_get_id (finding),
                                         kompass_finding_get_text (finding), kompass_finding_get_question (finding), error);
}

static gboolean
save_key_fact (KompassReportSession  *self,
               KompassReport         *stored,
               KompassKeyFact        *fact,
               guint                  position,
               GError               **error)
{
  if (find_key_fact (stored, kompass_key_fact_get_id (fact)) == NULL)
    return kompass_library_add_key_fact (self->library, get_id (self), fact, position, error);

  return kompass_library_change_key_fact (self->library, get_id (self), kompass_key_fact_get_id (fact),
                                          kompass_key_fact_get_name (fact), kompass_key_fact_get_value (fact), error);
}

static gboolean
save_lines (KompassReportSession  *self,
            GError               **error)
{
  g_autoptr (KompassReport) stored = NULL;

  if (self->order->len == 0)
    return TRUE;
  stored = kompass_library_load_report (self->library, get_id (self), error);
  if (stored == NULL)
    return FALSE;
  while (self->order->len > 0)
    {
      const char *id = g_ptr_array_index (self->order, 0);
      Line *line = g_hash_table_lookup (self->lines, id);
      gboolean saved = KOMPASS_IS_FINDING (line->item)
                           ? save_finding (self, stored, KOMPASS_FINDING (line->item), line->position, error)
                           : save_key_fact (self, stored, KOMPASS_KEY_FACT (line->item), line->position, error);

      if (!saved)
        return FALSE;
      g_hash_table_remove (self->lines, id);
      g_ptr_array_remove_index (self->order, 0);
    }

  return TRUE;
}

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
  had_lines = self->order->len > 0;
  self->is_saving = TRUE;
  if (save_texts (self, &local) && save_about (self, &local))
    save_lines (self, &local);
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
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->stored);
  g_hash_table_remove_all (self->lines);
  g_hash_table_remove_all (self->conflicts);
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    g_clear_pointer (&self->about[i], g_free);
  self->is_touched = FALSE;
  set_state (self, KOMPASS_REPORT_SAVED, NULL);
}

/* What is being written */

static void
note_unsaved (KompassReportSession *self)
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
  note_unsaved (self);
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
 * kompass_report_session_write_text:
 * @self: a session with an evaluation
 * @section: a section
 * @text: what stands in it now
 *
 * Takes what has been typed. A text that is as it was is nothing to save.
 */
void
kompass_report_session_write_text (KompassReportSession *self,
                                   const char           *section,
                                   KompassText          *text)
{
  KompassText *before = kompass_report_get_text (self->report, section);

  if (kompass_text_equal (before, text))
    return;
  if (!g_hash_table_contains (self->stored, section))
    g_hash_table_insert (self->stored, g_strdup (section), kompass_text_to_markup (before));
  g_hash_table_insert (self->texts, g_strdup (section), g_object_ref (text));
  kompass_report_set_text (self->report, section, text);
  note_unsaved (self);
}

/**
 * kompass_report_session_write_about:
 * @self: a session with an evaluation
 * @about: what is said about the evaluation
 * @value: the words
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_about (KompassReportSession *self,
                                    KompassAbout          about,
                                    const char           *value)
{
  if (strcmp (kompass_report_get_about (self->report, about), value) == 0)
    return;
  g_free (self->about[about]);
  self->about[about] = g_strdup (value);
  kompass_report_set_about (self->report, about, value);
  note_unsaved (self);
}

static void
write_line (KompassReportSession *self,
            const char           *id,
            gpointer              item,
            guint                 position)
{
  Line *line = g_new0 (Line, 1);

  line->item = g_object_ref (item);
  line->position = position;
  if (!g_hash_table_contains (self->lines, id))
    g_ptr_array_add (self->order, g_strdup (id));
  g_hash_table_insert (self->lines, g_strdup (id), line);
  apply_line (self, line);
  note_unsaved (self);
}

/**
 * kompass_report_session_write_finding:
 * @self: a session with an evaluation
 * @finding: an item of a list, new or with other words
 * @position: where it stands in its list
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_finding (KompassReportSession *self,
                                      KompassFinding       *finding,
                                      guint                 position)
{
  KompassFinding *before = kompass_report_find_finding (self->report, kompass_finding_get_id (finding));

  if (before != NULL && strcmp (kompass_finding_get_text (before), kompass_finding_get_text (finding)) == 0 &&
      g_strcmp0 (kompass_finding_get_question (before), kompass_finding_get_question (finding)) == 0)
    return;
  write_line (self, kompass_finding_get_id (finding), finding, position);
}

/**
 * kompass_report_session_write_key_fact:
 * @self: a session with an evaluation
 * @fact: a key fact, new or with another name or value
 * @position: where it stands in the list
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_key_fact (KompassReportSession *self,
                                       KompassKeyFact       *fact,
                                       guint                 position)
{
  KompassKeyFact *before = find_key_fact (self->report, kompass_key_fact_get_id (fact));

  if (before != NULL && strcmp (kompass_key_fact_get_name (before), kompass_key_fact_get_name (fact)) == 0 &&
      strcmp (kompass_key_fact_get_value (before), kompass_key_fact_get_value (fact)) == 0)
    return;
  write_line (self, kompass_key_fact_get_id (fact), fact, position);
}

/**
 * kompass_report_session_forget_line:
 * @self: a session
 * @id: a finding or a key fact that the library does not have
 *
 * It was begun and taken back before it was saved: there is nothing to save.
 */
void
kompass_report_session_forget_line (KompassReportSession *self,
                                    const char           *id)
{
  guint index;

  if (!g_hash_table_remove (self->lines, id))
    return;
  if (g_ptr_array_find_with_equal_func (self->order, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->order, index);
  if (kompass_report_find_finding (self->report, id) != NULL)
    kompass_report_remove_finding (self->report, id);
  else if (find_key_fact (self->report, id) != NULL)
    kompass_report_remove_key_fact (self->report, id);
  note_unsaved (self);
}

/* What is done at once. The library tells when it is, and the report is read again. */

static gboolean
tell (KompassReportSession *self,
      gboolean              is_done,
      GError               *error)
{
  if (!is_done)
    g_signal_emit (self, signals[FAILED], 0, error);

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

  return tell (self, kompass_report_session_flush (self, &error) &&
                         kompass_library_move_finding (self->library, get_id (self), id, kind, position, &error), error);
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

  return tell (self, kompass_report_session_flush (self, &error) &&
                         kompass_library_delete_finding (self->library, get_id (self), id, &error), error);
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

  return tell (self, kompass_report_session_flush (self, &error) &&
                         kompass_library_move_key_fact (self->library, get_id (self), id, position, &error), error);
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

  return tell (self, kompass_report_session_flush (self, &error) &&
                         kompass_library_delete_key_fact (self->library, get_id (self), id, &error), error);
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

  return tell (self, kompass_report_session_flush (self, &error) &&
                         kompass_library_set_report_comparisons (self->library, get_id (self), ids, &error), error);
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

  g_hash_table_unref (self->stored);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->conflicts);
  g_ptr_array_unref (self->order);
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    g_free (self->about[i]);
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
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, line_free);
  self->conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func (g_free);
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
