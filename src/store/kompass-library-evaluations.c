/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations: added with all their figures, and deleted. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
delete_evaluation (KompassLibrary  *self,
                   gpointer         data,
                   GError         **error)
{
  const char *id = data;

  return kompass_sql_run (self->db, error, "DELETE FROM reference_member WHERE evaluation = ?", "s", id) &&
         kompass_library_erase_reports (self, "= ?", id, error) &&
         kompass_sql_run (self->db, error, "DELETE FROM score WHERE evaluation = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM printed WHERE evaluation = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM evaluation WHERE id = ?", "s", id);
}

/**
 * kompass_library_delete_evaluation:
 * @self: a library
 * @id: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes a round with all its figures and its report; the municipality stays, and so do the reference groups it was a member of.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_evaluation (KompassLibrary  *self,
                                   const char      *id,
                                   GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (self, id, error);
  KompassLabel label = { N_("Delete {1}"), NULL, id };

  if (evaluation == NULL)
    return FALSE;
  label.arguments = kompass_evaluation_get_title (evaluation);

  return kompass_library_run_command (self, &label, delete_evaluation, (gpointer) id, error);
}

/* @value is KOMPASS_POINTS_UNKNOWN where nothing is printed. */
static gboolean
write_figure (KompassLibrary  *self,
              const char      *evaluation,
              const char      *place,
              const char      *figure,
              KompassPoints    value,
              KompassPoints    beside,
              GError         **error)
{
  if (value == KOMPASS_POINTS_UNKNOWN)
    return kompass_sql_run (self->db, error, "DELETE FROM printed WHERE evaluation = ? AND place = ? AND figure = ?",
                            "sss", evaluation, place, figure);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO printed VALUES (?, ?, ?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET value = excluded.value, beside = excluded.beside",
                          "ssspp", evaluation, place, figure, value, beside);
}

static gboolean
write_printed (KompassLibrary  *self,
               const char      *evaluation,
               KompassLine     *line,
               GError         **error)
{
  const KompassPrinted *printed = kompass_line_get_printed (line);
  const char *place = kompass_line_get_number (line);
  KompassPoints percent = printed->percent != KOMPASS_PERCENT_UNKNOWN ? printed->percent : KOMPASS_POINTS_UNKNOWN;

  return write_figure (self, evaluation, place, "points", printed->points, printed->points_beside, error) &&
         write_figure (self, evaluation, place, "percent", percent, printed->percent_beside, error);
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
    return kompass_sql_run (self->db, error, "DELETE FROM score WHERE evaluation = ? AND question = ?", "ss",
                            evaluation, number);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO score VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET points = excluded.points",
                          "ssp", evaluation, number, score.points);
}

/**
 * kompass_library_write_line:
 * @self: a library, in a transaction
 * @evaluation: UUID of an evaluation
 * @line: one of its lines
 * @error: return location for an error
 *
 * Writes what was typed or is printed on a line.
 *
 * Returns: %TRUE if it is written
 */
gboolean
kompass_library_write_line (KompassLibrary  *self,
                            const char      *evaluation,
                            KompassLine     *line,
                            GError         **error)
{
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION && !write_score (self, evaluation, line, error))
    return FALSE;

  return write_printed (self, evaluation, line, error);
}

/* An evaluation stands on what its edition says: an edition of the same identifier that says something else is
 * another. */
static gboolean
check_edition (KompassLibrary  *self,
               KompassEdition  *edition,
               const char      *hash,
               GError         **error)
{
  g_autofree char *own_hash = NULL;
  g_autofree char *name = NULL;
  KompassEdition *own;

  /* Another program may have changed it a moment ago. */
  kompass_library_refresh_editions (self);
  own = kompass_library_get_edition (self, kompass_edition_get_id (edition), error);
  if (own == NULL)
    return FALSE;
  own_hash = kompass_edition_get_hash (own);
  if (strcmp (own_hash, hash) == 0)
    return TRUE;
  name = kompass_edition_get_display_name (own);
  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
               _("Edition %s of the library has other areas, questions or maxima than the one of this evaluation"),
               name);

  return FALSE;
}

/**
 * kompass_library_insert_evaluation:
 * @self: a library, in a transaction
 * @data: a #KompassEvaluation
 * @error: return location for an error
 *
 * A #KompassCommand: adds an evaluation, and its municipality where it is missing.
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_insert_evaluation (KompassLibrary  *self,
                                   gpointer         data,
                                   GError         **error)
{
  KompassEvaluation *evaluation = data;
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  const char *id = kompass_evaluation_get_id (evaluation);
  g_autofree char *hash = edition != NULL ? kompass_edition_get_hash (edition) : NULL;

  if ((edition != NULL && !check_edition (self, edition, hash, error)) ||
      !kompass_library_ensure_municipality (self, evaluation, error) ||
      !kompass_sql_run (self->db, error,
                        "INSERT INTO evaluation (id, municipality, year, edition, depth, decimals, source, example, "
                        "edition_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        "ssissisis", id,
                        kompass_evaluation_get_municipality_id (evaluation), kompass_evaluation_get_year (evaluation),
                        edition != NULL ? kompass_edition_get_id (edition) : NULL,
                        kompass_depth_get_name (kompass_evaluation_get_depth (evaluation)),
                        kompass_evaluation_get_decimals (evaluation), kompass_evaluation_get_source (evaluation),
                        kompass_evaluation_get_is_example (evaluation), hash))
    return FALSE;
  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    if (!kompass_library_write_line (self, id, kompass_evaluation_get_line (evaluation, i), error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  KompassLabel label;
  KompassEvaluation *evaluation;
} Addition;

/* The title is the one the evaluation has with the library's name of its municipality. */
static gboolean
add_evaluation (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Addition *addition = data;

  if (!kompass_library_insert_evaluation (self, addition->evaluation, error))
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

  if (year < KOMPASS_YEAR_FIRST || year > KOMPASS_YEAR_LAST)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("The year must be between 1900 and 2999"));

  return kompass_library_run_command (self, &addition.label, add_evaluation, &addition, error);
}
