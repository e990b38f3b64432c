/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-points.h"

G_BEGIN_DECLS

/**
 * KompassScoreState:
 * @KOMPASS_SCORE_UNSCORED: not scored yet
 * @KOMPASS_SCORE_NOT_APPLICABLE: the question does not concern this municipality
 * @KOMPASS_SCORE_SCORED: scored, perhaps with zero points
 *
 * The three kinds of nothing are different. The first two leave both the sum and its maximum.
 */
typedef enum
{
  KOMPASS_SCORE_UNSCORED,
  KOMPASS_SCORE_NOT_APPLICABLE,
  KOMPASS_SCORE_SCORED,
} KompassScoreState;

/**
 * KompassScore:
 * @state: scored, not scored or not applicable
 * @points: the points in hundredths where @state is %KOMPASS_SCORE_SCORED, else %KOMPASS_POINTS_UNKNOWN
 *
 * What was decided on one line of the matrix.
 */
typedef struct
{
  KompassScoreState state;
  KompassPoints points;
} KompassScore;

#define KOMPASS_SCORE_NONE ((KompassScore) { KOMPASS_SCORE_UNSCORED, KOMPASS_POINTS_UNKNOWN })
#define KOMPASS_SCORE_NA ((KompassScore) { KOMPASS_SCORE_NOT_APPLICABLE, KOMPASS_POINTS_UNKNOWN })
#define KOMPASS_SCORE(hundredths) ((KompassScore) { KOMPASS_SCORE_SCORED, (hundredths) })

/**
 * KompassEdit:
 * @line: "1.3" for a question, "1" for an area, "" for the total
 * @score: what to set
 *
 * One cell of a command that may set many.
 */
typedef struct
{
  const char *line;
  KompassScore score;
} KompassEdit;

gboolean    kompass_score_equal          (KompassScore       one,
                                          KompassScore       other);
gboolean    kompass_score_parse          (const char        *text,
                                          KompassPoints      maximum,
                                          KompassScore      *score,
                                          GError           **error);
char       *kompass_score_format         (KompassScore       score,
                                          guint              decimals);
const char *kompass_score_state_get_name (KompassScoreState  state);

G_END_DECLS
