/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the matrix: points, not scored, or not applicable. */
#include "kompass-score.h"

/**
 * kompass_score_equal:
 * @one: a score
 * @other: another
 *
 * Returns: %TRUE if both say the same
 */
gboolean
kompass_score_equal (KompassScore one,
                     KompassScore other)
{
  return one.state == other.state && one.points == other.points;
}

/**
 * kompass_score_parse:
 * @text: what was typed in a cell
 * @maximum: the question's maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @score: (out): the score
 * @error: return location for a #KOMPASS_POINTS_ERROR
 *
 * Reads a cell: nothing is *not scored*, a dash or "na" is *not applicable*, all else must be points.
 *
 * Returns: %TRUE when @score is set
 */
gboolean
kompass_score_parse (const char     *text,
                     KompassPoints   maximum,
                     KompassScore   *score,
                     GError        **error)
{
  static const char * const dashes[] = { "-", "–", "\xe2\x88\x92", NULL };
  g_autofree char *plain = NULL;
  KompassPoints points;

  g_return_val_if_fail (text != NULL && score != NULL, FALSE);

  plain = g_utf8_validate (text, -1, NULL) ? kompass_points_trim (text) : g_strdup (text);
  if (*plain == '\0')
    {
      *score = KOMPASS_SCORE_NONE;
      return TRUE;
    }
  if (g_strv_contains (dashes, plain) || g_ascii_strcasecmp (plain, "na") == 0)
    {
      *score = KOMPASS_SCORE_NA;
      return TRUE;
    }
  if (!kompass_points_parse (plain, maximum, &points, error))
    return FALSE;
  *score = KOMPASS_SCORE (points);

  return TRUE;
}

/**
 * kompass_score_format:
 * @score: a score
 * @decimals: how many decimals to show at the least
 *
 * Writes what kompass_score_parse() reads back: "" where not scored, "-" where not applicable.
 *
 * Returns: (transfer full): the text
 */
char *
kompass_score_format (KompassScore score,
                      guint        decimals)
{
  switch (score.state)
    {
    case KOMPASS_SCORE_SCORED:
      return kompass_points_format (score.points, decimals);
    case KOMPASS_SCORE_NOT_APPLICABLE:
      return g_strdup ("-");
    case KOMPASS_SCORE_UNSCORED:
    default:
      return g_strdup ("");
    }
}

/**
 * kompass_score_state_get_name:
 * @state: a state
 *
 * Returns: the state's name in files: "scored", "unscored", "not-applicable"
 */
const char *
kompass_score_state_get_name (KompassScoreState state)
{
  static const char * const names[] = { "unscored", "not-applicable", "scored" };

  return names[state];
}
