/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a user can do to the library. Every command is one transaction, one changeset in the log, one step to undo; it is
 * on disk when the function returns. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-recording.h"

typedef gboolean (*Command) (KompassLibrary  *self,
                             gpointer         data,
                             GError         **error);

/**
 * Label:
 * @text: a source string with places for arguments
 * @arguments: (nullable): separated by %KOMPASS_CHANGE_SEPARATOR
 * @evaluation: (nullable): UUID of the evaluation it is about
 */
typedef struct
{
  const char *text;
  const char *arguments;
  const char *evaluation;
} Label;

/* The log */

static gboolean
write_log (KompassLibrary  *self,
           const Label     *label,
           GBytes          *changeset,
           GError         **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *id = g_uuid_string_random ();

  return kompass_sql_script (self->db, "UPDATE change SET state = 'abandoned' WHERE state = 'undone'", error) &&
         kompass_sql_run (self->db, error,
                          "INSERT INTO change (id, number, time, author, label, arguments, evaluation, changeset) "
                          "VALUES (?, (SELECT coalesce (max (number), 0) + 1 FROM change), ?, ?, ?, ?, ?, ?)",
                          "ssssssb", id, time, self->author, label->text, label->arguments != NULL ? label->arguments : "",
                          label->evaluation, changeset);
}

static GBytes *
record (KompassLibrary  *self,
        const Label     *label,
        Command          command,
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
      return is_empty;
    }
  subjects = kompass_changeset_subjects (changeset);
  kompass_library_emit_changed (self, (const char * const *) subjects, kompass_changeset_is_listed (changeset));

  return TRUE;
}

static gboolean
run (KompassLibrary  *self,
     const Label     *label,
     Command          command,
     gpointer         data,
     GError         **error)
{
  g_autoptr (GBytes) changeset = NULL;

  if (!kompass_sql_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  changeset = record (self, label, command, data, error);

  return finish (self, changeset, error);
}

static gboolean
refuse (GError     **error,
        int          code,
        const char  *words)
{
  g_set_error_literal (error, KOMPASS_LIBRARY_ERROR, code, words);

  return FALSE;
}

/* Municipalities */

typedef struct
{
  const char *id;
  const char *name;
} Municipality;

static gboolean
check_name (const char  *name,
            char       **plain,
            GError     **error)
{
  g_autofree char *trimmed = g_utf8_validate (name, -1, NULL) ? g_strstrip (g_strdup (name)) : NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("A municipality needs a name"));
  if (g_utf8_strlen (trimmed, -1) > 200)
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("The name is too long: at most 200 characters"));
  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("The name has a character that cannot be printed"));
  *plain = g_steal_pointer (&trimmed);

  return TRUE;
}

/* A municipality is known by its name, however it is written: "lund" is Lund. */
static gboolean
find_municipality (KompassLibrary  *self,
                   const char      *name,
                   const char      *country,
                   char           **id,
                   char           **name_there,
                   GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  *id = *name_there = NULL;
  rows = kompass_sql_query (self->db, error, "SELECT id, name FROM municipality WHERE country = ?", "s", country);
  if (rows == NULL)
    return FALSE;
  while (*id == NULL && kompass_sql_next (rows, &failure))
    {
      g_autofree char *key = kompass_library_normalize_name (kompass_sql_text (rows, 1));

      if (strcmp (key, wanted) != 0)
        continue;
      *id = g_strdup (kompass_sql_text (rows, 0));
      *name_there = g_strdup (kompass_sql_text (rows, 1));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Two municipalities of one name in one country could not be told apart. */
static gboolean
check_name_is_free (KompassLibrary      *self,
                    const Municipality  *municipality,
                    GError             **error)
{
  g_autoptr (sqlite3_stmt) row = kompass_sql_query (self->db, error, "SELECT country FROM municipality WHERE id = ?", "s",
                                                    municipality->id);
  g_autofree char *name_there = NULL;
  g_autofree char *id = NULL;
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such municipality"));
  if (!find_municipality (self, municipality->name, kompass_sql_text (row, 0), &id, &name_there, error))
    return FALSE;
  if (id != NULL && strcmp (id, municipality->id) != 0)
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("There is a municipality of that name already"));

  return TRUE;
}

static gboolean
update_municipality (KompassLibrary  *self,
                     gpointer         data,
                     GError         **error)
{
  Municipality *municipality = data;

  if (!check_name_is_free (self, municipality, error))
    return FALSE;

  return kompass_sql_run (self->db, error, "UPDATE municipality SET name = ? WHERE id = ?", "ss", municipality->name,
                          municipality->id);
}

/**
 * kompass_library_rename_municipality:
 * @self: a library
 * @id: UUID of a municipality
 * @name: its new name
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it has that name now
 */
gboolean
kompass_library_rename_municipality (KompassLibrary  *self,
                                     const char      *id,
                                     const char      *name,
                                     GError         **error)
{
  g_autofree char *plain = NULL;
  Label label = { N_("Rename to {1}"), NULL, NULL };

  if (!check_name (name, &plain, error))
    return FALSE;
  label.arguments = plain;

  return run (self, &label, update_municipality, &(Municipality) { id, plain }, error);
}

/* Evaluations */

static gboolean
delete_evaluation (KompassLibrary  *self,
                   gpointer         data,
                   GError         **error)
{
  const char *id = data;

  return kompass_sql_run (self->db, error, "DELETE FROM score WHERE evaluation = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM printed WHERE evaluation = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM evaluation WHERE id = ?", "s", id);
}

/**
 * kompass_library_delete_evaluation:
 * @self: a library
 * @id: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes a round and all its figures; the municipality stays.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_evaluation (KompassLibrary  *self,
                                   const char      *id,
                                   GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (self, id, error);

  if (evaluation == NULL)
    return FALSE;

  return run (self, &(Label) { N_("Delete {1}"), kompass_evaluation_get_title (evaluation), NULL }, delete_evaluation,
              (gpointer) id, error);
}

static gboolean
delete_municipality (KompassLibrary  *self,
                     gpointer         data,
                     GError         **error)
{
  static const char * const statements[] = {
    "DELETE FROM score WHERE evaluation IN (SELECT id FROM evaluation WHERE municipality = ?)",
    "DELETE FROM printed WHERE evaluation IN (SELECT id FROM evaluation WHERE municipality = ?)",
    "DELETE FROM evaluation WHERE municipality = ?",
    "DELETE FROM municipality WHERE id = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!kompass_sql_run (self->db, error, statements[i], "s", data))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_delete_municipality:
 * @self: a library
 * @id: UUID of a municipality
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes a municipality and all its rounds.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_municipality (KompassLibrary  *self,
                                     const char      *id,
                                     GError         **error)
{
  g_autoptr (sqlite3_stmt) row = kompass_sql_query (self->db, error, "SELECT name FROM municipality WHERE id = ?", "s",
                                                    id);
  g_autofree char *name = NULL;
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such municipality"));
  name = g_strdup (kompass_sql_text (row, 0));
  g_clear_pointer (&row, sqlite3_finalize);

  return run (self, &(Label) { N_("Delete {1}"), name, NULL }, delete_municipality, (gpointer) id, error);
}

static gboolean
write_printed (KompassLibrary     *self,
               const char         *evaluation,
               KompassLine        *line,
               GError            **error)
{
  const KompassPrinted *printed = kompass_line_get_printed (line);
  const char *place = kompass_line_get_number (line);
  static const char points_sql[] = "INSERT INTO printed VALUES (?, ?, 'points', ?, ?) "
                                   "ON CONFLICT DO UPDATE SET value = excluded.value, beside = excluded.beside";

  if (printed->points == KOMPASS_POINTS_UNKNOWN)
    {
      if (!kompass_sql_run (self->db, error,
                            "DELETE FROM printed WHERE evaluation = ? AND place = ? AND figure = 'points'", "ss",
                            evaluation, place))
        return FALSE;
    }
  else if (!kompass_sql_run (self->db, error, points_sql, "sspp", evaluation, place, printed->points,
                             printed->points_beside))
    {
      return FALSE;
    }

  return printed->percent == KOMPASS_PERCENT_UNKNOWN ||
         kompass_sql_run (self->db, error, "INSERT OR REPLACE INTO printed VALUES (?, ?, 'percent', ?, ?)", "ssip",
                          evaluation, place, printed->percent, printed->percent_beside);
}

static gboolean
write_score (KompassLibrary  *self,
             const char      *evaluation,
             KompassLine     *line,
             GError         **error)
{
  KompassScore score = kompass_line_get_score (line);
  const char *number = kompass_line_get_number (line);

  if (score.state == KOMPASS_SCORE_UNSCORED)
    return kompass_sql_run (self->db, error, "DELETE FROM score WHERE evaluation = ? AND question = ?", "ss", evaluation,
                            number);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO score VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET points = excluded.points", "ssp",
                          evaluation, number, score.points);
}

/* Takes the municipality of that name where the library has one. */
static gboolean
ensure_municipality (KompassLibrary     *self,
                     KompassEvaluation  *evaluation,
                     GError            **error)
{
  const char *country = kompass_evaluation_get_country (evaluation);
  g_autofree char *name = NULL;
  g_autofree char *name_there = NULL;
  g_autofree char *id = NULL;

  if (!check_name (kompass_evaluation_get_municipality (evaluation), &name, error) ||
      !find_municipality (self, name, country, &id, &name_there, error))
    return FALSE;
  if (id == NULL && !kompass_sql_run (self->db, error, "INSERT INTO municipality VALUES (?, ?, ?, ?)", "sssi",
                                      kompass_evaluation_get_municipality_id (evaluation), name, country,
                                      kompass_evaluation_get_is_example (evaluation)))
    return FALSE;
  kompass_evaluation_set_municipality (evaluation, id != NULL ? id : kompass_evaluation_get_municipality_id (evaluation),
                                       name_there != NULL ? name_there : name, country);

  return TRUE;
}

static gboolean
insert_evaluation (KompassLibrary  *self,
                   gpointer         data,
                   GError         **error)
{
  KompassEvaluation *evaluation = data;
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  const char *id = kompass_evaluation_get_id (evaluation);

  if ((edition != NULL && kompass_library_get_edition (self, kompass_edition_get_id (edition), error) == NULL) ||
      !ensure_municipality (self, evaluation, error) ||
      !kompass_sql_run (self->db, error, "INSERT INTO evaluation VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "ssissisi", id,
                        kompass_evaluation_get_municipality_id (evaluation), kompass_evaluation_get_year (evaluation),
                        edition != NULL ? kompass_edition_get_id (edition) : NULL,
                        kompass_depth_get_name (kompass_evaluation_get_depth (evaluation)),
                        kompass_evaluation_get_decimals (evaluation), kompass_evaluation_get_source (evaluation),
                        kompass_evaluation_get_is_example (evaluation)))
    return FALSE;
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION && !write_score (self, id, line, error))
        return FALSE;
      if (!write_printed (self, id, line, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  Label label;
  KompassEvaluation *evaluation;
} Addition;

/* The title is the one the evaluation has with the library's name of its municipality. */
static gboolean
add_evaluation (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Addition *addition = data;

  if (!insert_evaluation (self, addition->evaluation, error))
    return FALSE;
  addition->label.arguments = kompass_evaluation_get_title (addition->evaluation);

  return TRUE;
}

/**
 * kompass_library_add_evaluation:
 * @self: a library
 * @evaluation: an evaluation, with what is scored so far
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds an evaluation, and its municipality unless the library has one of that name in that country; @evaluation is then
 * of that municipality, with the name it has in the library.
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_add_evaluation (KompassLibrary     *self,
                                KompassEvaluation  *evaluation,
                                GError            **error)
{
  Addition addition = { { N_("Add {1}"), NULL, kompass_evaluation_get_id (evaluation) }, evaluation };
  guint year = kompass_evaluation_get_year (evaluation);

  if (year < 1900 || year > 2999)
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("The year must be between 1900 and 2999"));

  return run (self, &addition.label, add_evaluation, &addition, error);
}

/* Scores */

typedef struct
{
  const char *evaluation;
  const KompassEdit *edits;
  guint n_edits;
} Scores;

static gboolean
check_edit (KompassEvaluation  *evaluation,
            const KompassEdit  *edit,
            KompassLine       **line,
            GError            **error)
{
  KompassPoints maximum;

  *line = kompass_evaluation_find_line (evaluation, edit->line);
  if (*line == NULL)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("%s has no line “%s”"),
                   kompass_evaluation_get_title (evaluation), edit->line);
      return FALSE;
    }
  if (!kompass_line_get_editable (*line))
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                   _("Points are set on the questions of this evaluation; its areas and total follow"));
  if (edit->score.state == KOMPASS_SCORE_NOT_APPLICABLE && kompass_line_get_kind (*line) != KOMPASS_LINE_QUESTION)
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("Only a question can be not applicable"));
  if (edit->score.state != KOMPASS_SCORE_SCORED)
    return TRUE;

  maximum = kompass_line_get_maximum (*line);
  if (maximum == KOMPASS_POINTS_UNKNOWN)
    maximum = KOMPASS_POINTS_LIMIT;
  if (edit->score.points < 0)
    return refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("At least 0 points"));
  if (edit->score.points > maximum)
    {
      g_autofree char *limit = kompass_points_format (maximum, 0);

      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID, _("At most %s points"), limit);
      return FALSE;
    }

  return TRUE;
}

/* Works on what is in the library now, not on what a window showed when the user typed. */
static gboolean
write_scores (KompassLibrary  *self,
              gpointer         data,
              GError         **error)
{
  Scores *scores = data;
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (self, scores->evaluation, error);

  if (evaluation == NULL)
    return FALSE;
  for (guint i = 0; i < scores->n_edits; i++)
    {
      KompassLine *line;

      if (!check_edit (evaluation, &scores->edits[i], &line, error))
        return FALSE;
      if (kompass_score_equal (kompass_line_get_score (line), scores->edits[i].score))
        continue;
      kompass_evaluation_set_score (evaluation, line, scores->edits[i].score);
      if (!(kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION
                ? write_score (self, scores->evaluation, line, error)
                : write_printed (self, scores->evaluation, line, error)))
        return FALSE;
    }

  return TRUE;
}

static const char *
choose_score_label (const KompassEdit *edits,
                    guint              n_edits)
{
  gboolean is_total = *edits->line == '\0';

  if (n_edits != 1)
    return N_("Set {1} scores of {2}");
  switch (edits->score.state)
    {
    case KOMPASS_SCORE_SCORED:
      return is_total ? N_("Set the total of {2} to {3}") : N_("Set {1} of {2} to {3}");
    case KOMPASS_SCORE_NOT_APPLICABLE:
      return N_("Set {1} of {2} to not applicable");
    case KOMPASS_SCORE_UNSCORED:
    default:
      return is_total ? N_("Clear the total of {2}") : N_("Clear {1} of {2}");
    }
}

/* For the places {1} line or number of scores, {2} evaluation, {3} points. */
static char *
format_score_arguments (const char        *title,
                        const KompassEdit *edits,
                        guint              n_edits)
{
  g_autofree char *first = n_edits == 1 ? g_strdup (edits->line) : g_strdup_printf ("%u", n_edits);

  if (n_edits > 1 || edits->score.state != KOMPASS_SCORE_SCORED)
    return g_strconcat (first, KOMPASS_CHANGE_SEPARATOR, title, NULL);

  return g_strdup_printf ("%s" KOMPASS_CHANGE_SEPARATOR "%s" KOMPASS_CHANGE_SEPARATOR "%c%d", first, title,
                          KOMPASS_CHANGE_POINTS, edits->score.points);
}

/**
 * kompass_library_set_scores:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @edits: (array length=n_edits): what to set, each on a line that can be edited at the evaluation's depth
 * @n_edits: how many, at least one
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Sets scores; where only areas or the total are known, their points. All of them or none.
 *
 * Returns: %TRUE if they are on disk
 */
gboolean
kompass_library_set_scores (KompassLibrary     *self,
                            const char         *evaluation,
                            const KompassEdit  *edits,
                            guint               n_edits,
                            GError            **error)
{
  g_autoptr (KompassEvaluation) current = NULL;
  g_autofree char *arguments = NULL;

  g_return_val_if_fail (n_edits > 0, FALSE);

  current = kompass_library_load (self, evaluation, error);
  if (current == NULL)
    return FALSE;
  arguments = format_score_arguments (kompass_evaluation_get_title (current), edits, n_edits);

  return run (self, &(Label) { choose_score_label (edits, n_edits), arguments, evaluation }, write_scores,
              &(Scores) { evaluation, edits, n_edits }, error);
}

/* The example */

typedef struct
{
  GPtrArray *evaluations;
  GPtrArray *means;
} Example;

static gboolean
insert_mean (KompassLibrary  *self,
             KompassProfile  *mean,
             GError         **error)
{
  KompassEdition *edition = kompass_profile_get_edition (mean);
  const char *id = kompass_profile_get_id (mean);
  KompassPoints points = kompass_profile_get_points (mean, KOMPASS_LINE_TOTAL, 0, NULL);
  static const char sql[] = "INSERT INTO reference_value VALUES (?, ?, ?)";

  if (!kompass_sql_run (self->db, error, "INSERT INTO reference_group VALUES (?, ?, ?, nullif (?, 0), ?, ?, 1)", "sssiss",
                        id, kompass_profile_get_name (mean), kompass_edition_get_id (edition),
                        kompass_profile_get_members (mean), kompass_profile_get_as_of (mean),
                        kompass_profile_get_source (mean)))
    return FALSE;
  if (points != KOMPASS_POINTS_UNKNOWN && !kompass_sql_run (self->db, error, sql, "sip", id, 0, points))
    return FALSE;
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      points = kompass_profile_get_points (mean, KOMPASS_LINE_AREA, i, NULL);
      if (points != KOMPASS_POINTS_UNKNOWN &&
          !kompass_sql_run (self->db, error, sql, "sip", id, kompass_edition_get_area (edition, i)->number, points))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Example *example = data;
  gboolean is_there;

  for (guint i = 0; i < example->evaluations->len; i++)
    {
      KompassEvaluation *evaluation = g_ptr_array_index (example->evaluations, i);

      if (!kompass_sql_exists (self->db, "SELECT 1 FROM evaluation WHERE id = ?", kompass_evaluation_get_id (evaluation),
                               &is_there, error) ||
          (!is_there && !insert_evaluation (self, evaluation, error)))
        return FALSE;
    }
  for (guint i = 0; i < example->means->len; i++)
    {
      KompassProfile *mean = g_ptr_array_index (example->means, i);

      if (!kompass_sql_exists (self->db, "SELECT 1 FROM reference_group WHERE id = ?", kompass_profile_get_id (mean),
                               &is_there, error) ||
          (!is_there && !insert_mean (self, mean, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_library_add_example:
 * @self: a library
 * @evaluations: (element-type KompassEvaluation): the bundled evaluations
 * @means: (element-type KompassProfile): the bundled means
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds the bundled example as one step, marked as example: all of it, or what the user has deleted of it. A municipality
 * that the library already has is used.
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_add_example (KompassLibrary  *self,
                             GPtrArray       *evaluations,
                             GPtrArray       *means,
                             GError         **error)
{
  return run (self, &(Label) { N_("Add the example"), NULL, NULL }, insert_example, &(Example) { evaluations, means },
              error);
}

static gboolean
delete_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  return kompass_sql_script (self->db,
                             "DELETE FROM score WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM printed WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM evaluation WHERE example = 1;"
                             "DELETE FROM municipality WHERE example = 1 AND id NOT IN (SELECT municipality FROM evaluation);"
                             "DELETE FROM reference_value WHERE reference_group IN"
                             "  (SELECT id FROM reference_group WHERE example = 1);"
                             "DELETE FROM reference_group WHERE example = 1;",
                             error);
}

/**
 * kompass_library_remove_example:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Removes what kompass_library_add_example() added, as one step. What the user has added stays, also rounds of its
 * municipalities.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_remove_example (KompassLibrary  *self,
                                GError         **error)
{
  return run (self, &(Label) { N_("Remove the example"), NULL, NULL }, delete_example, NULL, error);
}

/* Undo and redo */

/* The next step back is the last one that is done, the next step forward the first that is undone. */
static sqlite3_stmt *
find_step (KompassLibrary  *self,
           gboolean         forward,
           GError         **error)
{
  return kompass_sql_query (self->db, error,
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
  g_autoptr (sqlite3_stmt) row = find_step (self, forward, NULL);

  if (row == NULL || !kompass_sql_next (row, NULL))
    return NULL;

  return kompass_change_format_label (kompass_sql_text (row, 2), kompass_sql_text (row, 3));
}

static GBytes *
take_step (KompassLibrary  *self,
           gboolean         forward,
           GError         **error)
{
  g_autoptr (sqlite3_stmt) row = find_step (self, forward, error);
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *id = NULL;
  gboolean is_row;

  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      refuse (error, KOMPASS_LIBRARY_ERROR_NOTHING, forward ? _("There is nothing to redo") : _("There is nothing to undo"));
      return NULL;
    }
  id = g_strdup (kompass_sql_text (row, 0));
  changeset = g_bytes_new (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1));
  g_clear_pointer (&row, sqlite3_finalize);
  if (!kompass_changeset_apply (self->db, changeset, !forward, error) ||
      !kompass_sql_run (self->db, error, "UPDATE change SET state = ? WHERE id = ?", "ss", forward ? "done" : "undone", id))
    return NULL;

  return g_steal_pointer (&changeset);
}

static gboolean
step (KompassLibrary  *self,
      gboolean         forward,
      GError         **error)
{
  g_autoptr (GBytes) changeset = NULL;

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
 * Returns: (transfer full) (nullable): when, who, and from what to what as its label; %NULL if it was never changed since
 *   the evaluation was added
 */
KompassChange *
kompass_library_find_last_change (KompassLibrary *self,
                                  const char     *evaluation,
                                  KompassLine    *line)
{
  const char *table = kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION ? "score" : "printed";
  g_autoptr (sqlite3_stmt) rows = kompass_sql_query (self->db, NULL,
                                                     "SELECT number, time, author, changeset FROM change "
                                                     "WHERE evaluation = ? AND state = 'done' ORDER BY number DESC",
                                                     "s", evaluation);

  while (rows != NULL && kompass_sql_next (rows, NULL))
    {
      g_autoptr (GBytes) changeset = g_bytes_new_static (sqlite3_column_blob (rows, 3),
                                                         (gsize) sqlite3_column_bytes (rows, 3));
      KompassPoints old_points, new_points;
      gboolean was_known, is_known;
      KompassChange *change;

      if (!kompass_changeset_find (changeset, table, evaluation, kompass_line_get_number (line), &was_known, &old_points,
                                   &is_known, &new_points))
        continue;
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
