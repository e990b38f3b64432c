/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "kompass-depth.h"
#include "kompass-edition.h"
#include "kompass-score.h"

G_BEGIN_DECLS

/**
 * KompassPrinted:
 * @points: the points as printed in a report, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @points_beside: the sum of what stood below when @points was noted, or %KOMPASS_POINTS_UNKNOWN where not all was
 *   known
 * @percent: the percent as printed, or %KOMPASS_PERCENT_UNKNOWN
 * @percent_beside: the points or sum that stood there when @percent was noted, or %KOMPASS_POINTS_UNKNOWN
 *
 * Figures as a report prints them. A printed figure is the result as long as the points below it are those it was
 * printed with; once a score has been changed it tells of the past, and the sum is shown.
 */
typedef struct
{
  KompassPoints points;
  KompassPoints points_beside;
  int percent;
  KompassPoints percent_beside;
} KompassPrinted;

#define KOMPASS_PRINTED_NONE \
  ((KompassPrinted) { KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, KOMPASS_PERCENT_UNKNOWN, KOMPASS_POINTS_UNKNOWN })

/**
 * KompassPrintedFigure:
 * @KOMPASS_PRINTED_POINTS: the points of an area or of the total
 * @KOMPASS_PRINTED_PERCENT: the percent of any line
 *
 * Which figure that a report prints on a line.
 */
typedef enum
{
  KOMPASS_PRINTED_POINTS,
  KOMPASS_PRINTED_PERCENT,
} KompassPrintedFigure;

/**
 * KompassPrintedEdit:
 * @line: "1.3" for a question, "1" for an area, "" for the total
 * @figure: which figure
 * @value: hundredths of a point, or whole percent; %KOMPASS_POINTS_UNKNOWN, which is %KOMPASS_PERCENT_UNKNOWN, for none
 *
 * A printed figure to set.
 */
typedef struct
{
  const char *line;
  KompassPrintedFigure figure;
  int value;
} KompassPrintedEdit;

/**
 * KompassGiven:
 * @scores: (array): what was decided, one per question of the edition
 * @printed_questions: (array): what a report prints, one per question of the edition
 * @printed_areas: (array): what a report prints, one per area of the edition
 * @printed_total: what a report prints for the total
 *
 * All that is stored of the figures of one evaluation, as plain arrays: what everything else is derived from.
 * kompass_given_init() makes the arrays, and the same ones serve any number of evaluations of an edition.
 */
typedef struct
{
  KompassScore *scores;
  KompassPrinted *printed_questions;
  KompassPrinted *printed_areas;
  KompassPrinted printed_total;
} KompassGiven;

/**
 * KompassFigures:
 * @points: the points to show, chart and sum, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @maximum: what @points is out of: only what is scored
 * @full_maximum: the maximum with everything scored, or %KOMPASS_POINTS_UNKNOWN where the edition does not say
 * @percent: the percent to show, or %KOMPASS_PERCENT_UNKNOWN
 * @sum: computed from what lies below, or %KOMPASS_POINTS_UNKNOWN
 * @printed: the printed figures
 * @printed_stands: whether the printed points are what @points shows
 * @printed_percent_stands: whether the printed percent is what @percent shows
 * @questions: how many questions lie below (1 for a question)
 * @scored: how many of them are scored
 * @not_applicable: how many of them are not applicable
 * @areas: for the total, how many areas there are
 * @areas_known: for the total, how many of them have points
 *
 * Every figure of one line of the matrix.
 */
typedef struct
{
  KompassPoints points;
  KompassPoints maximum;
  KompassPoints full_maximum;
  int percent;
  KompassPoints sum;
  KompassPrinted printed;
  gboolean printed_stands;
  gboolean printed_percent_stands;
  guint questions;
  guint scored;
  guint not_applicable;
  guint areas;
  guint areas_known;
} KompassFigures;

#define KOMPASS_TYPE_FIGURES (kompass_figures_get_type ())
GType           kompass_figures_get_type         (void);

gboolean        kompass_figures_equal            (const KompassFigures *one,
                                                  const KompassFigures *other);
gboolean        kompass_figures_is_complete      (const KompassFigures *figures);
gboolean        kompass_figures_is_whole         (const KompassFigures *figures);
KompassPoints   kompass_figures_get_shown_maximum (const KompassFigures *figures);
gboolean        kompass_figures_printed_points_deviate (const KompassFigures *figures);
gboolean        kompass_figures_printed_percent_deviates (const KompassFigures *figures);
gboolean        kompass_figures_printed_deviates (const KompassFigures *figures);
KompassFigures  kompass_figures_for_question     (KompassScore          score,
                                                  KompassPoints         maximum,
                                                  const KompassPrinted *printed);
KompassFigures  kompass_figures_for_area         (const KompassFigures *questions,
                                                  guint                 n_questions,
                                                  KompassPoints         maximum,
                                                  const KompassPrinted *printed);
KompassFigures  kompass_figures_for_total        (const KompassFigures *areas,
                                                  guint                 n_areas,
                                                  KompassPoints         maximum,
                                                  const KompassPrinted *printed);

void            kompass_given_init               (KompassGiven         *given,
                                                  KompassEdition       *edition);
void            kompass_given_reset              (KompassGiven         *given,
                                                  KompassEdition       *edition);
void            kompass_given_clear              (KompassGiven         *given);
void            kompass_figures_derive           (KompassEdition       *edition,
                                                  KompassDepth          depth,
                                                  const KompassGiven   *given,
                                                  KompassFigures       *questions,
                                                  KompassFigures       *areas,
                                                  KompassFigures       *total);
KompassPoints   kompass_figures_get_member_points (const KompassFigures *figures);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KompassGiven, kompass_given_clear)

G_END_DECLS
