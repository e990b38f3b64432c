/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds of one municipality in the order of their years, seen from one of them, and what can be joined. */
#include "kompass-rounds.h"

typedef struct
{
  KompassEvaluation *evaluation;
  KompassProfile *profile;
  KompassComparison *comparison; /* with the own round */
  KompassComparison *step;       /* from the round before; none for the first */
} Round;

struct _KompassRounds
{
  GObject parent_instance;

  KompassEvaluation *own;
  GArray *rounds; /* of Round */
};

G_DEFINE_FINAL_TYPE (KompassRounds, kompass_rounds, G_TYPE_OBJECT)

static void
clear_round (gpointer data)
{
  Round *round = data;

  g_clear_object (&round->evaluation);
  g_clear_object (&round->profile);
  g_clear_object (&round->comparison);
  g_clear_object (&round->step);
}

static void
kompass_rounds_finalize (GObject *object)
{
  KompassRounds *self = KOMPASS_ROUNDS (object);

  g_clear_object (&self->own);
  g_array_unref (self->rounds);

  G_OBJECT_CLASS (kompass_rounds_parent_class)->finalize (object);
}

static void
kompass_rounds_class_init (KompassRoundsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_rounds_finalize;
}

static void
kompass_rounds_init (KompassRounds *self)
{
  self->rounds = g_array_new (FALSE, FALSE, sizeof (Round));
  g_array_set_clear_func (self->rounds, clear_round);
}

static Round *
get_round (KompassRounds *self,
           guint          round)
{
  return &g_array_index (self->rounds, Round, round);
}

static int
compare_years (gconstpointer one,
               gconstpointer other)
{
  guint a = kompass_evaluation_get_year (((const Round *) one)->evaluation);
  guint b = kompass_evaluation_get_year (((const Round *) other)->evaluation);

  return (a > b) - (a < b);
}

static gboolean
is_same_edition (KompassEdition *one,
                 KompassEdition *other)
{
  return one != NULL && other != NULL && g_strcmp0 (kompass_edition_get_id (one), kompass_edition_get_id (other)) == 0;
}

static KompassMapping *
find_mapping (GPtrArray         *mappings,
              KompassEvaluation *one,
              KompassEvaluation *other)
{
  KompassEdition *from = kompass_evaluation_get_edition (one);
  KompassEdition *to = kompass_evaluation_get_edition (other);

  for (guint i = 0; mappings != NULL && from != NULL && to != NULL && i < mappings->len; i++)
    {
      KompassMapping *mapping = g_ptr_array_index (mappings, i);
      KompassEdition *counterpart = kompass_mapping_get_other (mapping, from);

      if (counterpart != NULL && is_same_edition (counterpart, to))
        return mapping;
    }

  return NULL;
}

static void
add_round (KompassRounds     *self,
           KompassEvaluation *evaluation)
{
  Round round = { g_object_ref (evaluation), kompass_profile_new_for_evaluation (evaluation), NULL, NULL };

  g_array_append_val (self->rounds, round);
}

static void
add_rounds (KompassRounds *self,
            GPtrArray     *evaluations)
{
  gboolean has_own = FALSE;

  for (guint i = 0; i < evaluations->len; i++)
    {
      KompassEvaluation *evaluation = g_ptr_array_index (evaluations, i);
      gboolean is_own = g_strcmp0 (kompass_evaluation_get_id (evaluation), kompass_evaluation_get_id (self->own)) == 0;

      has_own = has_own || is_own;
      add_round (self, is_own ? self->own : evaluation);
    }
  if (!has_own)
    add_round (self, self->own);
}

/**
 * kompass_rounds_new:
 * @own: the evaluation at hand; areas and questions are those of its edition
 * @evaluations: (element-type KompassEvaluation): the rounds of its municipality, in any order; @own is put in the
 *   place of its copy, or added
 * @mappings: (nullable) (element-type KompassMapping): mappings between editions, those that are needed and others
 *
 * The rounds as their figures are now.
 *
 * Returns: (transfer full): the rounds by year
 */
KompassRounds *
kompass_rounds_new (KompassEvaluation *own,
                    GPtrArray         *evaluations,
                    GPtrArray         *mappings)
{
  KompassRounds *self = g_object_new (KOMPASS_TYPE_ROUNDS, NULL);

  self->own = g_object_ref (own);
  add_rounds (self, evaluations);
  g_array_sort (self->rounds, compare_years);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      Round *round = get_round (self, i);
      Round *before = i > 0 ? get_round (self, i - 1) : NULL;

      round->comparison = kompass_comparison_new (own, round->profile, find_mapping (mappings, own, round->evaluation));
      if (before != NULL)
        round->step = kompass_comparison_new (round->evaluation, before->profile,
                                              find_mapping (mappings, round->evaluation, before->evaluation));
    }

  return self;
}

/**
 * kompass_rounds_get_own:
 * @self: rounds
 *
 * Returns: (transfer none): the evaluation at hand
 */
KompassEvaluation *
kompass_rounds_get_own (KompassRounds *self)
{
  return self->own;
}

guint
kompass_rounds_get_n (KompassRounds *self)
{
  return self->rounds->len;
}

/**
 * kompass_rounds_get_evaluation:
 * @self: rounds
 * @round: which, from 0, the earliest
 *
 * Returns: (transfer none): the evaluation of that round
 */
KompassEvaluation *
kompass_rounds_get_evaluation (KompassRounds *self,
                               guint          round)
{
  g_return_val_if_fail (round < self->rounds->len, NULL);

  return get_round (self, round)->evaluation;
}

/**
 * kompass_rounds_get_comparison:
 * @self: rounds
 * @round: which, from 0
 *
 * Returns: (transfer none): the own round held against that one
 */
KompassComparison *
kompass_rounds_get_comparison (KompassRounds *self,
                               guint          round)
{
  g_return_val_if_fail (round < self->rounds->len, NULL);

  return get_round (self, round)->comparison;
}

/**
 * kompass_rounds_get_step:
 * @self: rounds
 * @round: which, from 0
 *
 * Returns: (transfer none) (nullable): that round held against the one before, in its own edition; %NULL for the first.
 *   Its differences are what has changed, question by question only where both have it.
 */
KompassComparison *
kompass_rounds_get_step (KompassRounds *self,
                         guint          round)
{
  g_return_val_if_fail (round < self->rounds->len, NULL);

  return get_round (self, round)->step;
}

static KompassPoints
get_whole (KompassProfile  *profile,
           KompassLineKind  kind,
           guint            index,
           KompassPoints   *maximum)
{
  KompassPoints points = kompass_profile_get_points (profile, kind, index, maximum);

  return kompass_profile_is_whole (profile, kind, index) ? points : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_rounds_get_points:
 * @self: rounds
 * @round: which, from 0
 * @kind: area, question or total
 * @index: index of the area or question in the edition of the own round
 * @maximum: (out) (optional): what the points are out of, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * What the round has on a line of the own edition, perhaps through a mapping. A total is shown whatever its edition is.
 * Only what is known whole counts: half a round is not a bad one.
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_rounds_get_points (KompassRounds   *self,
                           guint            round,
                           KompassLineKind  kind,
                           guint            index,
                           KompassPoints   *maximum)
{
  KompassPoints points = KOMPASS_POINTS_UNKNOWN;
  KompassProfile *profile;

  g_return_val_if_fail (round < self->rounds->len, KOMPASS_POINTS_UNKNOWN);

  profile = kompass_comparison_get_profile (get_round (self, round)->comparison);
  if (maximum != NULL)
    *maximum = KOMPASS_POINTS_UNKNOWN;
  if (profile != NULL)
    points = get_whole (profile, kind, index, maximum);
  if (points == KOMPASS_POINTS_UNKNOWN && kind == KOMPASS_LINE_TOTAL)
    points = get_whole (get_round (self, round)->profile, kind, index, maximum);

  return points;
}

static gboolean
is_same_as_own (KompassRounds *self,
                guint          round)
{
  return kompass_comparison_get_comparable (get_round (self, round)->comparison) == KOMPASS_COMPARABLE_SAME_EDITION;
}

/* Totals of two editions stand beside each other, and the line between them says that they are two. Where an edition is
 * not known, nothing is said. */
static KompassRoundsLink
link_totals (KompassRounds *self,
             guint          round)
{
  KompassEdition *edition = kompass_evaluation_get_edition (get_round (self, round)->evaluation);
  KompassEdition *next = kompass_evaluation_get_edition (get_round (self, round + 1)->evaluation);

  if (edition == NULL || next == NULL)
    return KOMPASS_ROUNDS_LINK_NONE;

  return is_same_edition (edition, next) ? KOMPASS_ROUNDS_LINK_SOLID : KOMPASS_ROUNDS_LINK_DASHED;
}

/**
 * kompass_rounds_get_link:
 * @self: rounds
 * @round: which, from 0
 * @kind: area, question or total
 * @index: index of the area or question in the edition of the own round
 *
 * How the figure of a round is joined with that of the next one. Over a round that lacks it nothing is joined.
 *
 * Returns: the kind of line
 */
KompassRoundsLink
kompass_rounds_get_link (KompassRounds   *self,
                         guint            round,
                         KompassLineKind  kind,
                         guint            index)
{
  g_return_val_if_fail (round < self->rounds->len, KOMPASS_ROUNDS_LINK_NONE);

  if (round + 1 == self->rounds->len ||
      kompass_rounds_get_points (self, round, kind, index, NULL) == KOMPASS_POINTS_UNKNOWN ||
      kompass_rounds_get_points (self, round + 1, kind, index, NULL) == KOMPASS_POINTS_UNKNOWN)
    return KOMPASS_ROUNDS_LINK_NONE;
  if (kind == KOMPASS_LINE_TOTAL)
    return link_totals (self, round);

  return is_same_as_own (self, round) && is_same_as_own (self, round + 1) ? KOMPASS_ROUNDS_LINK_SOLID
                                                                          : KOMPASS_ROUNDS_LINK_DASHED;
}

/**
 * kompass_rounds_get_band:
 * @self: rounds
 * @round: which, from 0
 * @low: (out) (optional): at least this many points, in hundredths
 * @high: (out) (optional): at most this many
 *
 * Returns: %TRUE if the round's total is known in the own edition only as a band (kompass_comparison_get_band())
 */
gboolean
kompass_rounds_get_band (KompassRounds *self,
                         guint          round,
                         KompassPoints *low,
                         KompassPoints *high)
{
  g_return_val_if_fail (round < self->rounds->len, FALSE);

  return kompass_comparison_get_band (get_round (self, round)->comparison, low, high);
}

static KompassPoints
subtract_lines (KompassRounds   *self,
                guint            round,
                KompassLineKind  kind,
                guint            index)
{
  KompassPoints maximum, before_maximum;
  KompassPoints points = kompass_rounds_get_points (self, round, kind, index, &maximum);
  KompassPoints before = kompass_rounds_get_points (self, round - 1, kind, index, &before_maximum);

  return points != KOMPASS_POINTS_UNKNOWN && before != KOMPASS_POINTS_UNKNOWN && maximum == before_maximum
             ? points - before
             : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_rounds_get_difference:
 * @self: rounds
 * @round: which, from 0
 * @kind: area, question or total
 * @index: index of the area or question in the edition of the own round
 *
 * What has changed since the round before. Totals of two editions are not subtracted; their difference may be a band
 * (kompass_rounds_get_step(), kompass_comparison_get_difference_band()).
 *
 * Returns: hundredths, or %KOMPASS_POINTS_UNKNOWN; always so for the first round
 */
KompassPoints
kompass_rounds_get_difference (KompassRounds   *self,
                               guint            round,
                               KompassLineKind  kind,
                               guint            index)
{
  KompassComparison *step = kompass_rounds_get_step (self, round);

  if (step == NULL)
    return KOMPASS_POINTS_UNKNOWN;
  if (kind == KOMPASS_LINE_TOTAL)
    return kompass_comparison_get_difference (
        step, kompass_evaluation_get_total_line (kompass_rounds_get_evaluation (self, round)));

  return subtract_lines (self, round, kind, index);
}
