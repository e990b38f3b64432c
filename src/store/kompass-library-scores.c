/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores: set one or many, all of them or none. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KompassLabel label;
  const KompassEdit *edits;
  guint n_edits;
} Scores;

static gboolean
check_edit (KompassEvaluation  *evaluation,
            const KompassEdit  *edit,
            KompassLine       **line,
            GError            **error)
{
  *line = kompass_library_find_line (evaluation, edit->line, error);
  if (*line == NULL)
    return FALSE;
  if (!kompass_line_get_editable (*line))
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                   _("Points are set on the questions of this evaluation; its areas and total follow"));
  if (edit->score.state == KOMPASS_SCORE_NOT_APPLICABLE && kompass_line_get_kind (*line) != KOMPASS_LINE_QUESTION)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("Only a question can be not applicable"));

  return edit->score.state != KOMPASS_SCORE_SCORED || kompass_library_check_points (*line, edit->score.points, error);
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

static void
complete_label (KompassLabel      *label,
                KompassEvaluation *evaluation,
                const KompassEdit *edits,
                guint              n_edits)
{
  gboolean has_points = edits->score.state == KOMPASS_SCORE_SCORED;
  g_autofree char *points = has_points ? g_strdup_printf ("%c%d", KOMPASS_CHANGE_POINTS, edits->score.points) : NULL;

  kompass_library_label_lines (label, evaluation, n_edits, edits->line, points);
}

/* Works on what is in the library now, not on what a window showed when the user typed. */
static gboolean
write_scores (KompassLibrary  *self,
              gpointer         data,
              GError         **error)
{
  Scores *scores = data;
  g_autoptr (KompassEvaluation) evaluation = kompass_library_load (self, scores->label.evaluation, error);

  if (evaluation == NULL)
    return FALSE;
  complete_label (&scores->label, evaluation, scores->edits, scores->n_edits);
  for (guint i = 0; i < scores->n_edits; i++)
    {
      KompassLine *line;

      if (!check_edit (evaluation, &scores->edits[i], &line, error))
        return FALSE;
      if (kompass_score_equal (kompass_line_get_score (line), scores->edits[i].score))
        continue;
      kompass_evaluation_set_score (evaluation, line, scores->edits[i].score);
      if (!kompass_library_write_line (self, scores->label.evaluation, line, error))
        return FALSE;
    }

  return TRUE;
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
  Scores scores = { { NULL, NULL, evaluation }, edits, n_edits };

  g_return_val_if_fail (n_edits > 0, FALSE);

  scores.label.text = choose_score_label (edits, n_edits);

  return kompass_library_run_command (self, &scores.label, write_scores, &scores, error);
}
