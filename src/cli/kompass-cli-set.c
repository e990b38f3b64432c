/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "set". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-cli-library.h"
#include "kompass-cli-matrix.h"
#include "kompass-cli-output.h"

/* The first and the last number of a kind of line, to say what there is. */
static char *
describe_numbers (KompassEvaluation *evaluation)
{
  const char *first = NULL;
  const char *last = NULL;

  for (guint i = 0; i < kompass_evaluation_get_n_lines (evaluation); i++)
    {
      KompassLine *line = kompass_evaluation_get_line (evaluation, i);

      if (!kompass_line_get_editable (line) || kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL)
        continue;
      if (first == NULL)
        first = kompass_line_get_number (line);
      last = kompass_line_get_number (line);
    }
  if (first == NULL)
    return g_strdup (_("only its total is known; write “total”"));
  if (kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS)
    /* Translators: the first and the last number of a question: "its questions are 1.1 to 8.6" */
    return g_strdup_printf (_("its questions are %s to %s"), first, last);

  /* Translators: the first and the last number of an area: "its areas are 1 to 8, and there is “total”" */
  return g_strdup_printf (_("its areas are %s to %s, and there is “total”"), first, last);
}

static KompassLine *
find_line (KompassEvaluation  *evaluation,
           const char         *number,
           GError            **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (number));
  gboolean is_total = g_ascii_strcasecmp (plain, "total") == 0;
  KompassLine *line = is_total        ? kompass_evaluation_get_total_line (evaluation)
                      : *plain != '\0' ? kompass_evaluation_find_line (evaluation, plain)
                                       : NULL;
  g_autofree char *numbers = NULL;

  if (line != NULL && kompass_line_get_editable (line))
    return line;
  numbers = describe_numbers (evaluation);
  if (line == NULL)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 /* Translators: evaluation, what was typed, what there is, such as "its questions are 1.1 to 8.6" */
                 _("%s has no “%s”. Nothing was changed; %s."), kompass_evaluation_get_title (evaluation), number,
                 numbers);
  else
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 _("%s: the points of “%s” follow from its questions. Nothing was changed; %s."),
                 kompass_evaluation_get_title (evaluation), number, numbers);

  return NULL;
}

static gboolean
parse_score (const char    *text,
             KompassLine   *line,
             KompassScore  *score,
             GError       **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  KompassPoints points;

  *score = KOMPASS_SCORE_NONE;
  if (strcmp (plain, "-") == 0)
    return TRUE;
  *score = KOMPASS_SCORE_NA;
  if (g_ascii_strcasecmp (plain, "na") == 0)
    return TRUE;
  if (!kompass_points_parse (plain, kompass_line_get_maximum (line), &points, error))
    return FALSE;
  *score = KOMPASS_SCORE (points);

  return TRUE;
}

static char *
describe_values (KompassLine *line)
{
  KompassPoints maximum = kompass_line_get_maximum (line);
  g_autofree char *limit = kompass_points_format (maximum, 0);
  g_autofree char *points = maximum == KOMPASS_POINTS_UNKNOWN ? g_strdup (_("points from 0"))
                                                              /* Translators: the largest number of points */
                                                              : g_strdup_printf (_("points from 0 to %s"), limit);

  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    /* Translators: %s is "points from 0 to 25"; "na" is typed and stays */
    return g_strdup_printf (_("%s, “-” for not scored or “na” for not applicable"), points);

  /* Translators: %s is "points from 0 to 100" */
  return g_strdup_printf (_("%s, or “-” for not known"), points);
}

/* What was wrong, where, what is unchanged, what can be written. */
static void
explain (KompassEvaluation  *evaluation,
         KompassLine        *line,
         const char         *text,
         const char         *reason,
         GError            **error)
{
  const char *number = kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL ? "total" : kompass_line_get_number (line);
  g_autofree char *values = describe_values (line);

  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
               /* Translators: evaluation, number of a question, what was typed, what is wrong with it, and what can be
                * typed: "Lund 2011, 1.3: “30”: At most 25 points. Nothing was changed; write points from 0 to 25." */
               _("%s, %s: “%s”: %s. Nothing was changed; write %s."), kompass_evaluation_get_title (evaluation), number,
               text, reason, values);
}

static gboolean
set_score (KompassLibrary     *library,
           KompassEvaluation  *evaluation,
           const char         *number,
           const char         *text,
           GError            **error)
{
  KompassLine *line = find_line (evaluation, number, error);
  g_autoptr (GError) failure = NULL;
  KompassEdit edit;

  if (line == NULL)
    return FALSE;
  edit.line = kompass_line_get_number (line);
  if (parse_score (text, line, &edit.score, &failure) &&
      kompass_library_set_scores (library, kompass_evaluation_get_id (evaluation), &edit, 1, &failure))
    {
      if (!kompass_library_reload (library, evaluation, error))
        return FALSE;
      kompass_cli_print ("%s\n", kompass_evaluation_get_title (evaluation));
      kompass_cli_print_lines_around (evaluation, line);
      return TRUE;
    }
  if (failure->domain == KOMPASS_POINTS_ERROR ||
      g_error_matches (failure, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID))
    explain (evaluation, line, text, failure->message, error);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassEvaluation) evaluation = NULL;

  if (!kompass_cli_call_parse (call, NULL, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluation = kompass_cli_load_evaluation (library, call->words[0], error);

  return evaluation != NULL && set_score (library, evaluation, call->words[1], call->words[2], error);
}

const KompassCliCommand kompass_cli_set = {
  "set",
  N_("EVALUATION QUESTION VALUE"),
  3,
  3,
  N_("Set the points of a question, or of an area or the total where no more is known"),
  N_("QUESTION is a number such as 1.3, or 1 for an area, or “total”.\n"
     "VALUE is points, with a comma or a point for decimals; “-” for not scored; “na” for not applicable."),
  run,
};
