/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may fairly be compared with what, why not, and the differences. */
#include "kompass-comparison.h"

#include <glib/gi18n-lib.h>

struct _KompassComparison
{
  GObject parent_instance;

  KompassEvaluation *own;
  KompassProfile *other;
  KompassProfile *profile; /* what is shown beside the own figures */
  KompassMapping *mapping; /* where the two are of its two editions */
  KompassComparable comparable;
  char *reason;
};

G_DEFINE_FINAL_TYPE (KompassComparison, kompass_comparison, G_TYPE_OBJECT)

/* Editions */

/**
 * kompass_comparable_get_name:
 * @comparable: what can be compared
 *
 * Returns: its name in files: "same-edition", "mapped", "total-only", "none"
 */
const char *
kompass_comparable_get_name (KompassComparable comparable)
{
  static const char * const names[] = { "same-edition", "mapped", "total-only", "none" };

  return names[comparable];
}

static gboolean
is_same (KompassEdition *one,
         KompassEdition *other)
{
  return g_strcmp0 (kompass_edition_get_id (one), kompass_edition_get_id (other)) == 0;
}

static gboolean
joins (KompassMapping *mapping,
       KompassEdition *own,
       KompassEdition *other)
{
  KompassEdition *counterpart = mapping != NULL && own != NULL && other != NULL ? kompass_mapping_get_other (mapping, own)
                                                                                : NULL;

  return counterpart != NULL && is_same (counterpart, other);
}

static char *
count_covered (KompassMapping  *mapping,
               KompassEdition  *own,
               KompassLineKind  kind)
{
  guint covered, of;

  kompass_mapping_get_coverage (mapping, own, kind, &covered, &of);
  if (covered == 0)
    return NULL;
  if (kind == KOMPASS_LINE_AREA)
    /* Translators: how many areas can be compared: "7 of 8 areas" */
    return g_strdup_printf (ngettext ("%u of %u area", "%u of %u areas", of), covered, of);

  /* Translators: how many questions can be compared: "31 of 45 questions" */
  return g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", of), covered, of);
}

/* NULL where the mapping takes nothing over. */
static char *
describe_coverage (KompassMapping *mapping,
                   KompassEdition *own,
                   const char     *own_name,
                   const char     *other_name)
{
  g_autofree char *areas = count_covered (mapping, own, KOMPASS_LINE_AREA);
  g_autofree char *questions = count_covered (mapping, own, KOMPASS_LINE_QUESTION);

  if (areas == NULL && questions == NULL)
    return NULL;
  if (areas == NULL || questions == NULL)
    /* Translators: "31 of 45 questions through the mapping between editions 2016 and 2010" */
    return g_strdup_printf (_("%s through the mapping between editions %s and %s"), areas != NULL ? areas : questions,
                            other_name, own_name);

  /* Translators: "7 of 8 areas and 31 of 45 questions through the mapping between editions 2016 and 2010" */
  return g_strdup_printf (_("%s and %s through the mapping between editions %s and %s"), areas, questions, other_name,
                          own_name);
}

static char *
describe_band (KompassMapping *mapping,
               const char     *own_name,
               const char     *other_name)
{
  g_autofree char *to_name = kompass_edition_get_display_name (kompass_mapping_get_to (mapping));
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  KompassPoints low, high;

  if (!kompass_mapping_get_total_band (mapping, &low, &high))
    return NULL;
  low_text = kompass_points_format (low, 0);
  high_text = kompass_points_format (high, 0);

  /* Translators: two editions, then a band of points, then the edition whose totals get them: "Edition 2002 asks other
   * questions than edition 2010; only totals can be compared, with about 80 to 100 points added under edition 2010" */
  return g_strdup_printf (_("Edition %s asks other questions than edition %s; only totals can be compared, with about %s "
                            "to %s points added under edition %s"),
                          other_name, own_name, low_text, high_text, to_name);
}

/**
 * kompass_compare_editions_through:
 * @own: (nullable): the edition of the evaluation, or %NULL where it is not known
 * @other: (nullable): the edition of what it is held against
 * @mapping: (nullable): a mapping between the two, in either direction
 * @reason: (out) (optional) (nullable) (transfer full): in words without a final stop: why not, or how much of it
 *
 * Area 3 of one edition is not area 3 of another: figures meet only within one edition, or where a mapping says so.
 * This is the one place that decides.
 *
 * Returns: what can be compared
 */
KompassComparable
kompass_compare_editions_through (KompassEdition  *own,
                                  KompassEdition  *other,
                                  KompassMapping  *mapping,
                                  char           **reason)
{
  KompassComparable comparable = KOMPASS_COMPARABLE_NONE;
  g_autofree char *own_name = own != NULL ? kompass_edition_get_display_name (own) : NULL;
  g_autofree char *other_name = other != NULL ? kompass_edition_get_display_name (other) : NULL;
  g_autofree char *why = NULL;

  if (own == NULL || other == NULL)
    why = g_strdup (_("The edition is not known, so it is compared with no one"));
  else if (is_same (own, other))
    comparable = KOMPASS_COMPARABLE_SAME_EDITION;
  else if (joins (mapping, own, other) && (why = describe_coverage (mapping, own, own_name, other_name)) != NULL)
    comparable = KOMPASS_COMPARABLE_MAPPED;
  else if (joins (mapping, own, other) && (why = describe_band (mapping, own_name, other_name)) != NULL)
    comparable = KOMPASS_COMPARABLE_TOTAL_ONLY;
  else
    why = g_strdup_printf (_("Edition %s asks other questions than edition %s"), other_name, own_name);
  if (reason != NULL)
    *reason = g_steal_pointer (&why);

  return comparable;
}

/**
 * kompass_compare_editions:
 * @own: (nullable): the edition of the evaluation, or %NULL where it is not known
 * @other: (nullable): the edition of what it is held against
 * @reason: (out) (optional) (nullable) (transfer full): why not, in words
 *
 * As kompass_compare_editions_through(), without a mapping.
 *
 * Returns: what can be compared
 */
KompassComparable
kompass_compare_editions (KompassEdition  *own,
                          KompassEdition  *other,
                          char           **reason)
{
  return kompass_compare_editions_through (own, other, NULL, reason);
}

/* Lines */

/**
 * kompass_compare_line:
 * @evaluation: an evaluation
 * @other: (nullable): what it is held against
 * @line: a line of @evaluation
 * @difference: (out) (optional): own points less the other's, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * The difference is known only where both have points for the whole line, out of the same maximum: 30 of the 60 points
 * that have been scored so far are not held against 50 of 100, nor the sum of three areas against that of three others.
 *
 * Returns: the other's points on that line in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_compare_line (KompassEvaluation *evaluation,
                      KompassProfile    *other,
                      KompassLine       *line,
                      KompassPoints     *difference)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  KompassLineKind kind = kompass_line_get_kind (line);
  guint index = kompass_line_get_index (line);
  KompassPoints maximum;
  KompassPoints points;

  if (difference != NULL)
    *difference = KOMPASS_POINTS_UNKNOWN;
  if (other == NULL || kompass_compare_editions (kompass_evaluation_get_edition (evaluation),
                                                 kompass_profile_get_edition (other),
                                                 NULL) != KOMPASS_COMPARABLE_SAME_EDITION)
    return KOMPASS_POINTS_UNKNOWN;

  points = kompass_profile_get_points (other, kind, index, &maximum);
  if (difference != NULL && points != KOMPASS_POINTS_UNKNOWN && figures->points != KOMPASS_POINTS_UNKNOWN &&
      maximum == figures->maximum && kompass_figures_is_whole (figures) && kompass_profile_is_whole (other, kind, index))
    *difference = figures->points - points;

  return points;
}

/**
 * kompass_compare_decimals:
 * @evaluation: an evaluation
 * @other: (nullable): what it is held against
 *
 * Returns: how many decimals differences between them show at the least
 */
guint
kompass_compare_decimals (KompassEvaluation *evaluation,
                          KompassProfile    *other)
{
  guint own = kompass_evaluation_get_decimals (evaluation);

  return other != NULL ? MAX (own, kompass_profile_get_decimals (other)) : own;
}

/* Comparisons */

static void
kompass_comparison_finalize (GObject *object)
{
  KompassComparison *self = KOMPASS_COMPARISON (object);

  g_clear_object (&self->own);
  g_clear_object (&self->other);
  g_clear_object (&self->profile);
  g_clear_object (&self->mapping);
  g_free (self->reason);

  G_OBJECT_CLASS (kompass_comparison_parent_class)->finalize (object);
}

static void
kompass_comparison_class_init (KompassComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_comparison_finalize;
}

static void
kompass_comparison_init (KompassComparison *self)
{
}

static gboolean
has_any_points (KompassProfile *profile)
{
  KompassEdition *edition = kompass_profile_get_edition (profile);

  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    if (kompass_profile_get_points (profile, KOMPASS_LINE_AREA, i, NULL) != KOMPASS_POINTS_UNKNOWN)
      return TRUE;
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    if (kompass_profile_get_points (profile, KOMPASS_LINE_QUESTION, i, NULL) != KOMPASS_POINTS_UNKNOWN)
      return TRUE;

  return kompass_profile_get_points (profile, KOMPASS_LINE_TOTAL, 0, NULL) != KOMPASS_POINTS_UNKNOWN;
}

/* A mapping of questions says nothing of one that is known by its total alone. */
static void
give_up_mapping (KompassComparison *self)
{
  g_autofree char *own_name = kompass_edition_get_display_name (kompass_evaluation_get_edition (self->own));
  g_autofree char *other_name = kompass_edition_get_display_name (kompass_profile_get_edition (self->other));
  g_autofree char *name = kompass_profile_get_display_name (self->other);

  g_clear_pointer (&self->reason, g_free);
  self->reason = describe_band (self->mapping, own_name, other_name);
  self->comparable = self->reason != NULL ? KOMPASS_COMPARABLE_TOTAL_ONLY : KOMPASS_COMPARABLE_NONE;
  if (self->reason == NULL)
    self->reason = g_strdup_printf (_("Nothing that is known of %s is in the mapping between editions %s and %s"), name,
                                    other_name, own_name);
}

/**
 * kompass_comparison_new:
 * @own: an evaluation
 * @other: what it is held against
 * @mapping: (nullable): a mapping between the two editions, in either direction
 *
 * What the two have to do with each other. The own figures are read when they are asked for; those of @other, seen
 * through a mapping, are what they were now.
 *
 * Returns: (transfer full): the comparison
 */
KompassComparison *
kompass_comparison_new (KompassEvaluation *own,
                        KompassProfile    *other,
                        KompassMapping    *mapping)
{
  KompassComparison *self = g_object_new (KOMPASS_TYPE_COMPARISON, NULL);
  KompassEdition *edition = kompass_evaluation_get_edition (own);
  KompassEdition *other_edition = kompass_profile_get_edition (other);

  self->own = g_object_ref (own);
  self->other = g_object_ref (other);
  self->comparable = kompass_compare_editions_through (edition, other_edition, mapping, &self->reason);
  if (joins (mapping, edition, other_edition) && self->comparable != KOMPASS_COMPARABLE_SAME_EDITION)
    self->mapping = g_object_ref (mapping);
  if (self->comparable == KOMPASS_COMPARABLE_SAME_EDITION)
    self->profile = g_object_ref (other);
  if (self->comparable != KOMPASS_COMPARABLE_MAPPED)
    return self;

  self->profile = kompass_profile_new_mapped (other, edition, mapping);
  if (!has_any_points (self->profile))
    {
      g_clear_object (&self->profile);
      give_up_mapping (self);
    }

  return self;
}

/**
 * kompass_comparison_get_own:
 * @self: a comparison
 *
 * Returns: (transfer none): the evaluation
 */
KompassEvaluation *
kompass_comparison_get_own (KompassComparison *self)
{
  return self->own;
}

/**
 * kompass_comparison_get_other:
 * @self: a comparison
 *
 * Returns: (transfer none): what it is held against, in its own edition
 */
KompassProfile *
kompass_comparison_get_other (KompassComparison *self)
{
  return self->other;
}

/**
 * kompass_comparison_get_profile:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the figures to show beside the own ones, in their edition: the other itself, or
 *   as it is seen through a mapping; %NULL where there is only a band, or nothing
 */
KompassProfile *
kompass_comparison_get_profile (KompassComparison *self)
{
  return self->profile;
}

/**
 * kompass_comparison_get_mapping:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the mapping between the two editions
 */
KompassMapping *
kompass_comparison_get_mapping (KompassComparison *self)
{
  return self->mapping;
}

KompassComparable
kompass_comparison_get_comparable (KompassComparison *self)
{
  return self->comparable;
}

/**
 * kompass_comparison_get_reason:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): why not all can be compared, in words without a final stop; through a mapping,
 *   how much can; %NULL within one edition
 */
const char *
kompass_comparison_get_reason (KompassComparison *self)
{
  return self->reason;
}

/* The total, where it speaks for the whole. */
static KompassPoints
get_whole_total (KompassProfile *profile)
{
  KompassEdition *edition = kompass_profile_get_edition (profile);
  KompassPoints full = edition != NULL ? kompass_edition_get_maximum (edition) : KOMPASS_POINTS_UNKNOWN;
  KompassPoints maximum;
  KompassPoints points = kompass_profile_get_points (profile, KOMPASS_LINE_TOTAL, 0, &maximum);

  return kompass_profile_is_whole (profile, KOMPASS_LINE_TOTAL, 0) && (maximum == full || full == KOMPASS_POINTS_UNKNOWN)
             ? points
             : KOMPASS_POINTS_UNKNOWN;
}

/**
 * kompass_comparison_get_band:
 * @self: a comparison
 * @low: (out) (optional): at least this many points, in hundredths
 * @high: (out) (optional): at most this many
 *
 * The other's total as it might have been in the own edition. The report on Lund 2011 says that about 80 to 100 points
 * may be added to a result under the edition of 2010 to compare it with results from before 2010; the other way, they
 * are taken from the earlier result.
 *
 * Returns: %TRUE if only totals can be compared, and the other's is known
 */
gboolean
kompass_comparison_get_band (KompassComparison *self,
                             KompassPoints     *low,
                             KompassPoints     *high)
{
  KompassPoints total = get_whole_total (self->other);
  KompassPoints least, most;

  if (self->comparable != KOMPASS_COMPARABLE_TOTAL_ONLY || total == KOMPASS_POINTS_UNKNOWN ||
      !kompass_mapping_get_total_band (self->mapping, &least, &most))
    return FALSE;
  if (is_same (kompass_evaluation_get_edition (self->own), kompass_mapping_get_to (self->mapping)))
    {
      KompassPoints taken = -least;

      least = -most;
      most = taken;
    }
  if (low != NULL)
    *low = total + least;
  if (high != NULL)
    *high = total + most;

  return TRUE;
}

/**
 * kompass_comparison_get_difference_band:
 * @self: a comparison
 * @low: (out) (optional): the own total is at least this much above the other's, in hundredths
 * @high: (out) (optional): at most this much
 *
 * Returns: %TRUE if only totals can be compared (kompass_comparison_get_band()), and both are known
 */
gboolean
kompass_comparison_get_difference_band (KompassComparison *self,
                                        KompassPoints     *low,
                                        KompassPoints     *high)
{
  KompassLine *line = kompass_evaluation_get_total_line (self->own);
  KompassPoints own = kompass_figures_get_member_points (kompass_line_get_figures (line));
  KompassPoints least, most;

  if (own == KOMPASS_POINTS_UNKNOWN || !kompass_comparison_get_band (self, &least, &most))
    return FALSE;
  if (low != NULL)
    *low = own - most;
  if (high != NULL)
    *high = own - least;

  return TRUE;
}

/**
 * kompass_comparison_get_coverage:
 * @self: a comparison
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @covered: (out): how many of the own edition can be compared through the mapping
 * @of: (out): how many it has
 *
 * Returns: %TRUE if the comparison goes through a mapping
 */
gboolean
kompass_comparison_get_coverage (KompassComparison *self,
                                 KompassLineKind    kind,
                                 guint             *covered,
                                 guint             *of)
{
  if (self->comparable != KOMPASS_COMPARABLE_MAPPED)
    return FALSE;
  kompass_mapping_get_coverage (self->mapping, kompass_evaluation_get_edition (self->own), kind, covered, of);

  return TRUE;
}

/**
 * kompass_comparison_get_points:
 * @self: a comparison
 * @line: a line of the own evaluation
 *
 * Returns: the other's points on that line in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_comparison_get_points (KompassComparison *self,
                               KompassLine       *line)
{
  return kompass_compare_line (self->own, self->profile, line, NULL);
}

/**
 * kompass_comparison_get_difference:
 * @self: a comparison
 * @line: a line of the own evaluation
 *
 * Returns: own points less the other's in hundredths, or %KOMPASS_POINTS_UNKNOWN (kompass_compare_line())
 */
KompassPoints
kompass_comparison_get_difference (KompassComparison *self,
                                   KompassLine       *line)
{
  KompassPoints difference;

  kompass_compare_line (self->own, self->profile, line, &difference);

  return difference;
}
