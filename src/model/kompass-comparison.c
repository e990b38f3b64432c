/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may fairly be compared with what, the difference, and the sentence that says what is seen. Pure functions. */
#include "kompass-comparison.h"

#include <glib/gi18n-lib.h>

/**
 * kompass_compare_editions:
 * @own: (nullable): the edition of the evaluation, or %NULL where it is not known
 * @other: (nullable): the edition of what it is held against
 * @reason: (out) (optional) (nullable) (transfer full): why not, in words
 *
 * Area 3 of one edition is not area 3 of another: figures meet only within one edition.
 *
 * Returns: what can be compared
 */
KompassComparable
kompass_compare_editions (KompassEdition  *own,
                          KompassEdition  *other,
                          char           **reason)
{
  g_autofree char *why = NULL;

  if (own == NULL || other == NULL)
    why = g_strdup (_("The edition is not known, so it is compared with no one"));
  else if (g_strcmp0 (kompass_edition_get_id (own), kompass_edition_get_id (other)) != 0)
    why = g_strdup_printf (_("Edition %s asks other questions than edition %s"), kompass_edition_get_name (other),
                           kompass_edition_get_name (own));
  if (reason != NULL)
    *reason = g_strdup (why);

  return why == NULL ? KOMPASS_COMPARABLE_SAME_EDITION : KOMPASS_COMPARABLE_NONE;
}

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
 * The highest of some need not be the highest of all, so there is none unless all of them are known and fully scored. What
 * is not applicable is not among them.
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
describe_total (GString           *text,
                KompassEvaluation *evaluation,
                KompassProfile    *other)
{
  const KompassFigures *total = kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));
  g_autofree char *points = kompass_points_format (total->points, kompass_evaluation_get_decimals (evaluation));
  g_autofree char *maximum = kompass_points_format (total->maximum, 0);

  if (total->points == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, total->questions > 0 ? _("%s: nothing is scored yet.") : _("%s: the points are not known."),
                            kompass_evaluation_get_title (evaluation));
  else if (total->maximum == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: %s points."), kompass_evaluation_get_title (evaluation), points);
  else
    /* Translators: evaluation, points, maximum: "Lund 2011: 458.9 of 800 points." */
    g_string_append_printf (text, _("%s: %s of %s points."), kompass_evaluation_get_title (evaluation), points, maximum);

  if (other != NULL)
    {
      g_autofree char *name = kompass_profile_get_display_name (other);
      g_autofree char *difference_text = NULL;
      g_autofree char *value_text = NULL;
      KompassPoints difference;
      KompassPoints value;

      value = kompass_compare_line (evaluation, other, kompass_evaluation_get_total_line (evaluation), &difference);
      if (value == KOMPASS_POINTS_UNKNOWN)
        return;
      value_text = kompass_points_format (value, kompass_profile_get_decimals (other));
      difference_text = kompass_points_format_difference (difference, kompass_compare_decimals (evaluation, other));
      g_string_append_c (text, ' ');
      if (difference == KOMPASS_POINTS_UNKNOWN)
        g_string_append_printf (text, _("%s: %s points."), name, value_text);
      else
        /* Translators: name of the reference, its points, signed difference to it */
        g_string_append_printf (text, _("%s: %s points, a difference of %s."), name, value_text, difference_text);
    }
}

/**
 * kompass_compare_describe:
 * @evaluation: an evaluation
 * @other: (nullable): what it is held against
 *
 * The sentence that says what a chart of the two shows, in the user's language: the accessible description on screen
 * and the alternative text in files.
 *
 * Returns: (transfer full): one to four short sentences
 */
char *
kompass_compare_describe (KompassEvaluation *evaluation,
                          KompassProfile    *other)
{
  g_autoptr (GString) text = g_string_new (NULL);

  describe_total (text, evaluation, other);
  if (other != NULL)
    describe_differences (text, evaluation, other);
  else
    describe_extremes (text, evaluation);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
