/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that say what a comparison shows: the accessible description of a chart, and its alternative text. */
#include "kompass-comparison.h"

#include <glib/gi18n-lib.h>

static char *
join_numbers (GPtrArray *numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      if (i > 0)
        /* Translators: between the last two of a list of area numbers: "1, 2 and 3" */
        g_string_append (text, i + 1 == numbers->len ? _(" and ") : ", ");
      g_string_append (text, g_ptr_array_index (numbers, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  GPtrArray *numbers;
  KompassLine *most;
  KompassPoints extreme;
} Side;

static void
side_add (Side          *side,
          KompassLine   *line,
          KompassPoints  difference)
{
  g_ptr_array_add (side->numbers, (gpointer) kompass_line_get_number (line));
  if (side->most != NULL && ABS (difference) <= ABS (side->extreme))
    return;
  side->most = line;
  side->extreme = difference;
}

static void
append_side (GString *text,
             Side    *side,
             guint    decimals)
{
  g_autofree char *difference = kompass_points_format_difference (side->extreme, decimals);
  g_autofree char *numbers = join_numbers (side->numbers);
  const char *most = side->most != NULL ? kompass_line_get_number (side->most) : NULL;

  if (most == NULL)
    return;
  g_string_append_c (text, ' ');
  if (side->numbers->len == 1 && side->extreme > 0)
    /* Translators: area number, then a signed difference: "Above it in area 4 (+4.5)." */
    g_string_append_printf (text, _("Above it in area %s (%s)."), numbers, difference);
  else if (side->numbers->len == 1)
    g_string_append_printf (text, _("Below it in area %s (%s)."), numbers, difference);
  else if (side->extreme > 0)
    /* Translators: area numbers, the one with the largest difference, and that difference */
    g_string_append_printf (text, _("Above it in areas %s, most in %s (%s)."), numbers, most, difference);
  else
    g_string_append_printf (text, _("Below it in areas %s, most in %s (%s)."), numbers, most, difference);
}

static void
describe_differences (GString           *text,
                      KompassEvaluation *evaluation,
                      KompassProfile    *other)
{
  guint decimals = kompass_compare_decimals (evaluation, other);
  Side above = { g_ptr_array_new (), NULL, 0 };
  Side below = { g_ptr_array_new (), NULL, 0 };
  KompassLine *line;

  for (guint i = 0; (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    {
      KompassPoints difference;

      kompass_compare_line (evaluation, other, line, &difference);
      if (difference == KOMPASS_POINTS_UNKNOWN || difference == 0)
        continue;
      side_add (difference > 0 ? &above : &below, line, difference);
    }
  append_side (text, &above, decimals);
  append_side (text, &below, decimals);
  g_ptr_array_unref (above.numbers);
  g_ptr_array_unref (below.numbers);
}

/**
 * kompass_compare_find_extremes:
 * @lines: (element-type KompassLine): lines of one kind
 * @high: (out): the first with the highest percent
 * @low: (out): the first with the lowest percent
 *
 * The highest of some need not be the highest of all, so there is none unless all of them are known and fully scored.
 * What is not applicable is not among them.
 *
 * Returns: %TRUE if there is a highest and a lowest, and they are not the same
 */
gboolean
kompass_compare_find_extremes (GPtrArray    *lines,
                               KompassLine **high,
                               KompassLine **low)
{
  *high = *low = NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      KompassLine *line = g_ptr_array_index (lines, i);
      const KompassFigures *figures = kompass_line_get_figures (line);

      if (figures->questions > 0 && figures->not_applicable == figures->questions)
        continue;
      if (figures->percent == KOMPASS_PERCENT_UNKNOWN || (figures->questions > 0 && !kompass_figures_is_whole (figures)))
        return FALSE;
      if (*high == NULL || figures->percent > kompass_line_get_figures (*high)->percent)
        *high = line;
      if (*low == NULL || figures->percent < kompass_line_get_figures (*low)->percent)
        *low = line;
    }

  return *high != *low;
}

static void
describe_extremes (GString           *text,
                   KompassEvaluation *evaluation)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  KompassLine *high, *low, *line;

  for (guint i = 0; (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    g_ptr_array_add (areas, line);
  if (!kompass_compare_find_extremes (areas, &high, &low))
    return;

  {
    g_autofree char *highest = kompass_percent_format (kompass_line_get_figures (high)->percent);
    g_autofree char *lowest = kompass_percent_format (kompass_line_get_figures (low)->percent);

    g_string_append_c (text, ' ');
    /* Translators: area number and percent, twice: "Highest in area 8 (71%), lowest in area 1 (42%)." */
    g_string_append_printf (text, _("Highest in area %s (%s), lowest in area %s (%s)."), kompass_line_get_number (high),
                            highest, kompass_line_get_number (low), lowest);
  }
}

static void
describe_own_total (GString           *text,
                    KompassEvaluation *evaluation)
{
  KompassLine *line = kompass_evaluation_get_total_line (evaluation);
  const KompassFigures *total = kompass_line_get_figures (line);
  g_autofree char *points = kompass_points_format (total->points, kompass_evaluation_get_decimals (evaluation));
  g_autofree char *maximum = kompass_points_format (total->maximum, 0);
  g_autofree char *part = kompass_line_describe_part (line);

  if (total->points == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, total->questions > 0 ? _("%s: nothing is scored yet.") : _("%s: the points are not known."),
                            kompass_evaluation_get_title (evaluation));
  else if (total->maximum == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: %s points."), kompass_evaluation_get_title (evaluation), points);
  else if (part != NULL)
    /* Translators: evaluation, points, what they are out of, and why that is not all: "Lund 2011: 38.5 of 100 points
     * (5 of 45 questions scored)." */
    g_string_append_printf (text, _("%s: %s of %s points (%s)."), kompass_evaluation_get_title (evaluation), points,
                            maximum, part);
  else
    /* Translators: evaluation, points, maximum: "Lund 2011: 458.9 of 800 points." */
    g_string_append_printf (text, _("%s: %s of %s points."), kompass_evaluation_get_title (evaluation), points, maximum);
}

/* A group says of how many its mean is: "Neighbours (mean of 11 of 12)". */
static char *
name_other (KompassProfile *other)
{
  g_autofree char *name = kompass_profile_get_display_name (other);
  guint n = kompass_profile_get_n_members_with (other, KOMPASS_LINE_TOTAL, 0);
  guint of = kompass_profile_get_members (other);

  if (kompass_profile_get_kind (other) != KOMPASS_PROFILE_GROUP)
    return g_steal_pointer (&name);
  if (n == of)
    /* Translators: a reference group and its number of members: "Neighbours (mean of 12)" */
    return g_strdup_printf (_("%s (mean of %u)"), name, n);

  /* Translators: a reference group, how many members have a value, and how many it has: "Neighbours (mean of 11 of 12)" */
  return g_strdup_printf (_("%s (mean of %u of %u)"), name, n, of);
}

static void
describe_rank (GString           *text,
               KompassEvaluation *evaluation,
               KompassProfile    *group)
{
  const KompassStatistics *statistics = kompass_profile_get_statistics (group, KOMPASS_LINE_TOTAL, 0);
  guint decimals = kompass_profile_get_decimals (group);
  g_autofree char *median = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  guint rank, of;

  if (statistics == NULL || statistics->n == 0)
    return;
  median = kompass_points_format (statistics->median, decimals);
  lower = kompass_points_format (statistics->lower_quartile, decimals);
  upper = kompass_points_format (statistics->upper_quartile, decimals);
  if (statistics->lower_quartile != KOMPASS_POINTS_UNKNOWN)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("The median is %s, the middle half from %s to %s."), median, lower, upper);
    }
  if (kompass_profile_get_rank (group, evaluation, KOMPASS_LINE_TOTAL, 0, &rank, &of))
    {
      g_string_append_c (text, ' ');
      /* Translators: the place of an evaluation among those of a reference group, the highest being 1: "Place 3 of 12." */
      g_string_append_printf (text, _("Place %u of %u."), rank, of);
    }
}

static void
describe_total (GString           *text,
                KompassEvaluation *evaluation,
                KompassProfile    *other)
{
  g_autofree char *name = name_other (other);
  g_autofree char *difference_text = NULL;
  g_autofree char *value_text = NULL;
  KompassPoints difference;
  KompassPoints value;

  value = kompass_compare_line (evaluation, other, kompass_evaluation_get_total_line (evaluation), &difference);
  g_string_append_c (text, ' ');
  if (value == KOMPASS_POINTS_UNKNOWN)
    {
      /* Translators: what an evaluation is held against, where its total is not known; the differences follow */
      g_string_append_printf (text, _("Compared with %s."), name);
      return;
    }
  value_text = kompass_points_format (value, kompass_profile_get_decimals (other));
  difference_text = kompass_points_format_difference (difference, kompass_compare_decimals (evaluation, other));
  if (difference == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: %s points."), name, value_text);
  else
    /* Translators: name of the reference, its points, signed difference to it */
    g_string_append_printf (text, _("%s: %s points, a difference of %s."), name, value_text, difference_text);
  describe_rank (text, evaluation, other);
}

static void
describe_band (GString           *text,
               KompassComparison *comparison)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  KompassProfile *other = kompass_comparison_get_other (comparison);
  guint decimals = kompass_compare_decimals (own, other);
  g_autofree char *name = name_other (other);
  g_autofree char *edition = kompass_edition_get_display_name (kompass_profile_get_edition (other));
  g_autofree char *own_edition = kompass_edition_get_display_name (kompass_evaluation_get_edition (own));
  g_autofree char *points = NULL;
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  KompassPoints low, high;

  kompass_comparison_get_band (comparison, &low, &high);
  points = kompass_points_format (kompass_profile_get_points (other, KOMPASS_LINE_TOTAL, 0, NULL),
                                  kompass_profile_get_decimals (other));
  low_text = kompass_points_format (low, kompass_profile_get_decimals (other));
  high_text = kompass_points_format (high, kompass_profile_get_decimals (other));
  /* Translators: an evaluation, its points and edition, and what they might be in another edition: "Lund 2009: 520 points
   * under edition 2002, about 420 to 440 under edition 2010." */
  g_string_append_printf (text, _("%s: %s points under edition %s, about %s to %s under edition %s."), name, points,
                          edition, low_text, high_text, own_edition);
  if (kompass_comparison_get_difference_band (comparison, &low, &high))
    {
      g_autofree char *least = kompass_points_format_difference (low, decimals);
      g_autofree char *most = kompass_points_format_difference (high, decimals);

      g_string_append_c (text, ' ');
      /* Translators: two signed differences: "The difference is +18.9 to +38.9." */
      g_string_append_printf (text, _("The difference is %s to %s."), least, most);
    }
}

static void
describe_other (GString           *text,
                KompassComparison *comparison)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  KompassProfile *profile = kompass_comparison_get_profile (comparison);
  const char *reason = kompass_comparison_get_reason (comparison);

  if (profile != NULL)
    {
      describe_total (text, own, profile);
      describe_differences (text, own, profile);
      if (reason != NULL)
        g_string_append_printf (text, " %s.", reason);
      return;
    }
  g_string_append_c (text, ' ');
  if (kompass_comparison_get_band (comparison, NULL, NULL))
    {
      describe_band (text, comparison);
    }
  else
    {
      g_autofree char *name = kompass_profile_get_display_name (kompass_comparison_get_other (comparison));

      /* Translators: what cannot be compared, then the reason: "Tomelilla 2020 is left out. Edition 2020 asks …." */
      g_string_append_printf (text, _("%s is left out. %s."), name, reason);
    }
}

static gboolean
is_shown (KompassComparison *comparison)
{
  return kompass_comparison_get_profile (comparison) != NULL || kompass_comparison_get_band (comparison, NULL, NULL);
}

/**
 * kompass_compare_describe:
 * @evaluation: an evaluation
 * @others: (array length=n_others) (nullable): what it is held against: comparisons of @evaluation
 * @n_others: how many
 *
 * The sentence that says what a chart of them shows, in the user's language: the accessible description on screen and
 * the alternative text in files. It also names what is left out, and why.
 *
 * Returns: (transfer full): some short sentences
 */
char *
kompass_compare_describe (KompassEvaluation         *evaluation,
                          KompassComparison * const *others,
                          guint                      n_others)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = 0;

  describe_own_total (text, evaluation);
  for (guint i = 0; i < n_others; i++)
    n_shown += is_shown (others[i]) ? 1 : 0;
  if (n_shown == 0)
    describe_extremes (text, evaluation);
  for (guint i = 0; i < n_others; i++)
    describe_other (text, others[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
