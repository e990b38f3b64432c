/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where figures are derived: from scores to questions, areas and the total. Pure functions. */
#include "kompass-figures.h"

static KompassFigures *
figures_copy (KompassFigures *figures)
{
  return g_memdup2 (figures, sizeof *figures);
}

G_DEFINE_BOXED_TYPE (KompassFigures, kompass_figures, figures_copy, g_free)

static gboolean
printed_equal (const KompassPrinted *one,
               const KompassPrinted *other)
{
  return one->points == other->points && one->points_beside == other->points_beside &&
         one->percent == other->percent && one->percent_beside == other->percent_beside;
}

/**
 * kompass_figures_equal:
 * @one: figures
 * @other: other figures
 *
 * Returns: %TRUE if nothing differs
 */
gboolean
kompass_figures_equal (const KompassFigures *one,
                       const KompassFigures *other)
{
  return one->points == other->points && one->maximum == other->maximum &&
         one->full_maximum == other->full_maximum && one->percent == other->percent && one->sum == other->sum &&
         printed_equal (&one->printed, &other->printed) && one->printed_stands == other->printed_stands &&
         one->printed_percent_stands == other->printed_percent_stands && one->questions == other->questions &&
         one->scored == other->scored && one->not_applicable == other->not_applicable &&
         one->areas == other->areas && one->areas_known == other->areas_known;
}

/**
 * kompass_figures_is_complete:
 * @figures: the figures of an area or a total
 *
 * Returns: %TRUE if all that lies below is known, so that the sum can be held against a printed figure
 */
gboolean
kompass_figures_is_complete (const KompassFigures *figures)
{
  if (figures->sum == KOMPASS_POINTS_UNKNOWN)
    return FALSE;

  return figures->questions > 0 ? figures->scored + figures->not_applicable == figures->questions
                                : figures->areas > 0 && figures->areas_known == figures->areas;
}

/**
 * kompass_figures_is_whole:
 * @figures: the figures of a line
 *
 * Returns: %TRUE if the points speak for all that belongs to the line, so that they can be held against another's: they
 *   are printed, or everything below is known
 */
gboolean
kompass_figures_is_whole (const KompassFigures *figures)
{
  return figures->printed_stands || kompass_figures_is_complete (figures);
}

/**
 * kompass_figures_get_shown_maximum:
 * @figures: the figures of a line
 *
 * What stands beside the points where there is one place for a maximum: what they are out of, and where there are no
 * points yet, what they can be at most.
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_figures_get_shown_maximum (const KompassFigures *figures)
{
  return figures->points != KOMPASS_POINTS_UNKNOWN ? figures->maximum : figures->full_maximum;
}

/**
 * kompass_figures_printed_points_deviate:
 * @figures: the figures of a line
 *
 * Whether a reader who adds the points shown gets something else than what is printed: in Lund 2011 the points of area
 * 4 add to 59,7 and the report prints 59,5.
 *
 * Returns: %TRUE if the printed points differ from the sum
 */
gboolean
kompass_figures_printed_points_deviate (const KompassFigures *figures)
{
  return figures->printed.points != KOMPASS_POINTS_UNKNOWN && kompass_figures_is_complete (figures) &&
         figures->printed.points != figures->sum;
}

/**
 * kompass_figures_printed_percent_deviates:
 * @figures: the figures of a line
 *
 * Whether a reader who divides the points shown by their maximum gets something else than what is printed. Where the
 * maximum is not known, no one can divide.
 *
 * Returns: %TRUE if the printed percent differs from the computed one
 */
gboolean
kompass_figures_printed_percent_deviates (const KompassFigures *figures)
{
  int computed = kompass_percent (figures->points, figures->maximum);

  return figures->printed.percent != KOMPASS_PERCENT_UNKNOWN && computed != KOMPASS_PERCENT_UNKNOWN &&
         figures->printed.percent != computed;
}

/**
 * kompass_figures_printed_deviates:
 * @figures: the figures of a line
 *
 * Returns: %TRUE if printed points or percent differ from what a reader would compute
 */
gboolean
kompass_figures_printed_deviates (const KompassFigures *figures)
{
  return kompass_figures_printed_points_deviate (figures) || kompass_figures_printed_percent_deviates (figures);
}

static gboolean
stands (KompassPoints beside,
        KompassPoints now)
{
  return beside == KOMPASS_POINTS_UNKNOWN || beside == now;
}

static void
choose_percent (KompassFigures *figures,
                KompassPoints   now)
{
  figures->printed_percent_stands = figures->printed.percent != KOMPASS_PERCENT_UNKNOWN &&
                                    stands (figures->printed.percent_beside, now);
  figures->percent = figures->printed_percent_stands ? figures->printed.percent
                                                     : kompass_percent (figures->points, figures->maximum);
}

/**
 * kompass_figures_for_question:
 * @score: what was decided
 * @maximum: the question's maximum in hundredths
 * @printed: what a report prints
 *
 * Returns: the figures of a question
 */
KompassFigures
kompass_figures_for_question (KompassScore          score,
                              KompassPoints         maximum,
                              const KompassPrinted *printed)
{
  KompassFigures figures = { 0 };

  figures.points = figures.sum = score.points;
  figures.maximum = figures.full_maximum = maximum;
  figures.printed = *printed;
  figures.questions = 1;
  figures.scored = score.state == KOMPASS_SCORE_SCORED ? 1 : 0;
  figures.not_applicable = score.state == KOMPASS_SCORE_NOT_APPLICABLE ? 1 : 0;
  choose_percent (&figures, score.points);

  return figures;
}

/* Sums that no real evaluation reaches stop at the largest number instead of turning negative. */
static KompassPoints
to_points (gint64 sum)
{
  return (KompassPoints) CLAMP (sum, -G_MAXINT32, G_MAXINT32);
}

/* A printed figure speaks for everything below it but what is not applicable. */
static void
choose_points (KompassFigures *figures,
               KompassPoints   summed_maximum,
               KompassPoints   not_applicable)
{
  gboolean is_known = figures->printed.points != KOMPASS_POINTS_UNKNOWN;

  figures->printed_stands = is_known && stands (figures->printed.points_beside, figures->sum);
  figures->points = figures->printed_stands ? figures->printed.points : figures->sum;
  if (!figures->printed_stands || figures->full_maximum == KOMPASS_POINTS_UNKNOWN)
    figures->maximum = figures->printed_stands ? KOMPASS_POINTS_UNKNOWN : summed_maximum;
  else
    figures->maximum = figures->full_maximum - not_applicable;
}

/**
 * kompass_figures_for_area:
 * @questions: (array length=n_questions) (nullable): the figures of its questions, none where only the area is known
 * @n_questions: how many
 * @maximum: the area's maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @printed: what a report prints
 *
 * Returns: the figures of an area
 */
KompassFigures
kompass_figures_for_area (const KompassFigures *questions,
                          guint                 n_questions,
                          KompassPoints         maximum,
                          const KompassPrinted *printed)
{
  KompassFigures figures = { .sum = KOMPASS_POINTS_UNKNOWN, .full_maximum = maximum, .printed = *printed };
  gint64 scored_maximum = 0;
  gint64 not_applicable = 0;
  gint64 sum = 0;

  figures.questions = n_questions;
  for (guint i = 0; i < n_questions; i++)
    {
      figures.scored += questions[i].scored;
      figures.not_applicable += questions[i].not_applicable;
      if (questions[i].not_applicable)
        not_applicable += questions[i].full_maximum;
      if (!questions[i].scored)
        continue;
      sum += questions[i].points;
      scored_maximum += questions[i].full_maximum;
    }
  if (figures.scored > 0)
    figures.sum = to_points (sum);
  choose_points (&figures, to_points (scored_maximum), to_points (not_applicable));
  choose_percent (&figures, figures.sum);

  return figures;
}

/**
 * kompass_figures_for_total:
 * @areas: (array length=n_areas) (nullable): the figures of the areas, none where only the total is known
 * @n_areas: how many
 * @maximum: the maximum of all areas in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @printed: what a report prints
 *
 * Adds the points that the areas show: printed where a printed figure stands, else their sums.
 *
 * Returns: the figures of the whole evaluation
 */
KompassFigures
kompass_figures_for_total (const KompassFigures *areas,
                           guint                 n_areas,
                           KompassPoints         maximum,
                           const KompassPrinted *printed)
{
  KompassFigures figures = { .sum = KOMPASS_POINTS_UNKNOWN, .full_maximum = maximum, .printed = *printed };
  gboolean maximum_known = TRUE;
  gint64 known_maximum = 0;
  gint64 not_applicable = 0;
  gint64 shown = 0;
  gint64 sum = 0;

  figures.areas = n_areas;
  for (guint i = 0; i < n_areas; i++)
    {
      const KompassFigures *area = &areas[i];
      KompassPoints below = area->questions > 0 ? area->sum : area->points;

      figures.questions += area->questions;
      figures.scored += area->scored;
      figures.not_applicable += area->not_applicable;
      if (below != KOMPASS_POINTS_UNKNOWN)
        {
          sum += below;
          figures.sum = to_points (sum);
        }
      if (area->printed_stands && area->questions > 0 && area->full_maximum != KOMPASS_POINTS_UNKNOWN &&
          area->maximum != KOMPASS_POINTS_UNKNOWN)
        not_applicable += area->full_maximum - area->maximum;
      if (area->points == KOMPASS_POINTS_UNKNOWN)
        continue;
      figures.areas_known++;
      shown += area->points;
      if (area->maximum == KOMPASS_POINTS_UNKNOWN)
        maximum_known = FALSE;
      else
        known_maximum += area->maximum;
    }
  choose_points (&figures, maximum_known ? to_points (known_maximum) : KOMPASS_POINTS_UNKNOWN,
                 to_points (not_applicable));
  if (!figures.printed_stands)
    figures.points = figures.areas_known > 0 ? to_points (shown) : KOMPASS_POINTS_UNKNOWN;
  choose_percent (&figures, figures.sum);

  return figures;
}

/**
 * kompass_figures_get_member_points:
 * @figures: the figures of a line of an evaluation
 *
 * What the line counts for in a reference group: its points where they speak for the whole line, out of the full
 * maximum. Where a part is not scored, or not applicable, they are not held against those of others.
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_figures_get_member_points (const KompassFigures *figures)
{
  gboolean is_member = kompass_figures_is_whole (figures) && figures->not_applicable == 0 &&
                       (figures->maximum == figures->full_maximum || figures->full_maximum == KOMPASS_POINTS_UNKNOWN);

  return is_member ? figures->points : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_given_init:
 * @given: (out caller-allocates): what to make ready
 * @edition: (nullable): an edition
 *
 * Makes the arrays for evaluations of @edition, in which nothing is given yet. Free them with kompass_given_clear().
 */
void
kompass_given_init (KompassGiven   *given,
                    KompassEdition *edition)
{
  guint n_questions = edition != NULL ? kompass_edition_get_n_questions (edition) : 0;
  guint n_areas = edition != NULL ? kompass_edition_get_n_areas (edition) : 0;

  given->scores = g_new (KompassScore, n_questions);
  given->printed_questions = g_new (KompassPrinted, n_questions);
  given->printed_areas = g_new (KompassPrinted, n_areas);
  kompass_given_reset (given, edition);
}

/**
 * kompass_given_reset:
 * @given: what kompass_given_init() made for @edition
 * @edition: (nullable): the same edition
 *
 * Forgets all that is given, for the next evaluation.
 */
void
kompass_given_reset (KompassGiven   *given,
                     KompassEdition *edition)
{
  guint n_questions = edition != NULL ? kompass_edition_get_n_questions (edition) : 0;
  guint n_areas = edition != NULL ? kompass_edition_get_n_areas (edition) : 0;

  for (guint i = 0; i < n_questions; i++)
    {
      given->scores[i] = KOMPASS_SCORE_NONE;
      given->printed_questions[i] = KOMPASS_PRINTED_NONE;
    }
  for (guint i = 0; i < n_areas; i++)
    given->printed_areas[i] = KOMPASS_PRINTED_NONE;
  given->printed_total = KOMPASS_PRINTED_NONE;
}

void
kompass_given_clear (KompassGiven *given)
{
  g_clear_pointer (&given->scores, g_free);
  g_clear_pointer (&given->printed_questions, g_free);
  g_clear_pointer (&given->printed_areas, g_free);
}

/**
 * kompass_figures_derive:
 * @edition: (nullable): the edition, or %NULL where it is not known; then only the total is
 * @depth: how much is known; below it, nothing is read and nothing is set
 * @given: what is stored
 * @questions: (out caller-allocates) (array) (nullable): one per question of @edition; set at %KOMPASS_DEPTH_QUESTIONS
 * @areas: (out caller-allocates) (array) (nullable): one per area of @edition; not set at %KOMPASS_DEPTH_TOTAL
 * @total: (out): the figures of the whole evaluation
 *
 * Derives all figures of an evaluation from what is stored of it. There are no objects in it, so that the members of a
 * reference group can be derived by the thousand.
 */
void
kompass_figures_derive (KompassEdition     *edition,
                        KompassDepth        depth,
                        const KompassGiven *given,
                        KompassFigures     *questions,
                        KompassFigures     *areas,
                        KompassFigures     *total)
{
  KompassPoints maximum = edition != NULL ? kompass_edition_get_maximum (edition) : KOMPASS_POINTS_UNKNOWN;
  guint n_areas = edition != NULL && depth != KOMPASS_DEPTH_TOTAL ? kompass_edition_get_n_areas (edition) : 0;

  for (guint i = 0; i < n_areas; i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      guint n_questions = depth == KOMPASS_DEPTH_QUESTIONS ? area->n_questions : 0;
      guint end = area->first_question + n_questions;

      for (guint j = area->first_question; j < end; j++)
        questions[j] = kompass_figures_for_question (given->scores[j], kompass_edition_get_question (edition, j)->maximum,
                                                     &given->printed_questions[j]);
      areas[i] = kompass_figures_for_area (n_questions > 0 ? questions + area->first_question : NULL, n_questions,
                                           area->maximum, &given->printed_areas[i]);
    }
  *total = kompass_figures_for_total (areas, n_areas, maximum, &given->printed_total);
}
