/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All the words that are needed to read a chart of rounds. */
#include "kompass-chart-rounds.h"

#include <glib/gi18n-lib.h>

static const char *
name_municipality (KompassRounds *rounds)
{
  return kompass_evaluation_get_municipality (kompass_rounds_get_own (rounds));
}

static guint
year_of (KompassRounds *rounds,
         guint                       round)
{
  return kompass_evaluation_get_year (kompass_rounds_get_evaluation (rounds, round));
}

static gboolean
has_areas (KompassRounds *rounds)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds));

  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    if (kompass_chart_rounds_is_known (rounds, KOMPASS_LINE_AREA, i))
      return TRUE;

  return FALSE;
}

/**
 * kompass_chart_rounds_create_title:
 * @rounds: the rounds
 *
 * Returns: (transfer full): municipality and years
 */
char *
kompass_chart_rounds_create_title (KompassRounds *rounds)
{
  g_autoptr (GString) years = g_string_new (NULL);

  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    g_string_append_printf (years, "%s%u", i == 0 ? "" : i + 1 < kompass_rounds_get_n (rounds) ? ", " : _(" and "), year_of (rounds, i));

  /* Translators: a municipality and the years of its evaluations: "Karlskrona, rounds 2011 and 2014" */
  return g_strdup_printf (ngettext ("%s, round %s", "%s, rounds %s", kompass_rounds_get_n (rounds)), name_municipality (rounds), years->str);
}

/**
 * kompass_chart_rounds_create_subtitle:
 * @rounds: the rounds
 *
 * Returns: (transfer full): the measure, and the edition that areas are shown in
 */
char *
kompass_chart_rounds_create_subtitle (KompassRounds *rounds)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds));
  g_autofree char *name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;

  if (!has_areas (rounds))
    return g_strdup (_("Points in total"));

  /* Translators: %s is an edition */
  return g_strdup_printf (_("Points in total and by area, areas of edition %s"), name);
}

static void
append_line (GString    *text,
             const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* What a line across editions means, once. */
static void
append_across (GString                    *text,
               KompassRounds *rounds)
{
  gboolean across = FALSE;

  for (guint i = 1; i < kompass_rounds_get_n (rounds); i++)
    across |= kompass_rounds_get_link (rounds, i - 1, KOMPASS_LINE_TOTAL, 0) == KOMPASS_ROUNDS_LINK_DASHED;
  if (across)
    append_line (text, _("Dashed: from one edition to another. The editions ask other questions, so the totals are side by "
                         "side and not subtracted."));
}

/* Where a round's areas are not in the picture, and how much of it is seen through a mapping. Where it is the edition of the
 * round at hand that is not known, the reason is of that round, and of no other. */
static void
append_editions (GString       *text,
                 KompassRounds *rounds)
{
  gboolean is_known = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds)) != NULL;

  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    {
      const char *reason = kompass_comparison_get_reason (kompass_rounds_get_comparison (rounds, i));
      guint year = is_known ? year_of (rounds, i) : kompass_evaluation_get_year (kompass_rounds_get_own (rounds));
      g_autofree char *line = NULL;

      if (reason == NULL)
        continue;
      /* Translators: a year, and why the areas of that round are not shown, or how much of it is seen through a mapping */
      line = g_strdup_printf (_("%u: %s."), year, reason);
      append_line (text, line);
      if (!is_known)
        return;
    }
}

static void
append_bands (GString                    *text,
              KompassRounds *rounds)
{
  for (guint i = 1; i < kompass_rounds_get_n (rounds); i++)
    {
      KompassPoints low, high;
      g_autofree char *low_text = NULL;
      g_autofree char *high_text = NULL;
      g_autofree char *line = NULL;

      if (!kompass_chart_rounds_get_band (rounds, i, &low, &high))
        continue;
      low_text = kompass_points_format (low, 0);
      high_text = kompass_points_format (high, 0);
      /* Translators: a year, points from-to, and the year before it: "The band at 2011: held against 2009, its total stands
       * for about 539 to 559 points." */
      line = g_strdup_printf (_("The band at %u: held against %u, its total stands for about %s to %s points."),
                              year_of (rounds, i), year_of (rounds, i - 1), low_text, high_text);
      append_line (text, line);
    }
}

static void
append_unknown (GString                    *text,
                KompassRounds *rounds)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds));
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    if (!kompass_chart_rounds_is_known (rounds, KOMPASS_LINE_AREA, i))
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", kompass_edition_get_area (edition, i)->number);
  if (numbers->len == 0)
    return;
  if (!has_areas (rounds))
    {
      append_line (text, _("Only the totals are known."));
      return;
    }
  /* Translators: numbers of areas: "Areas that no round tells of are left out: 2, 3, 4." */
  line = g_strdup_printf (_("Areas that no round tells of are left out: %s."), numbers->str);
  append_line (text, line);
}

/**
 * kompass_chart_rounds_create_footnote:
 * @rounds: the rounds
 *
 * Returns: (transfer full): what is joined and how, what is not shown and why, and where the figures come from
 */
char *
kompass_chart_rounds_create_footnote (KompassRounds *rounds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_across (text, rounds);
  append_bands (text, rounds);
  append_editions (text, rounds);
  append_unknown (text, rounds);
  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    {
      g_autofree char *origin = kompass_profile_describe_origin (kompass_comparison_get_other (kompass_rounds_get_comparison (rounds, i)));

      append_line (text, origin);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_extreme (GString                    *text,
                KompassRounds *rounds,
                guint                       round,
                int                         sign)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds));
  guint decimals = MAX (kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (rounds, round)),
                        kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (rounds, round - 1)));
  KompassPoints extreme = 0;
  guint most = 0;
  g_autofree char *difference = NULL;

  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    {
      KompassPoints here = kompass_rounds_get_difference (rounds, round, KOMPASS_LINE_AREA, i);

      if (here == KOMPASS_POINTS_UNKNOWN || here * sign <= extreme * sign)
        continue;
      extreme = here;
      most = i;
    }
  if (extreme == 0)
    return;
  difference = kompass_points_format_difference (extreme, decimals);
  g_string_append_c (text, ' ');
  /* Translators: number of an area and a signed difference: "The largest rise is in area 7 (+24)." */
  g_string_append_printf (text, sign > 0 ? _("The largest rise is in area %u (%s).") : _("The largest fall is in area %u (%s)."),
                          kompass_edition_get_area (edition, most)->number, difference);
}

static void
append_step (GString                    *text,
             KompassRounds *rounds,
             guint                       round)
{
  guint decimals = MAX (kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (rounds, round)),
                        kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (rounds, round - 1)));
  KompassPoints total = kompass_rounds_get_difference (rounds, round, KOMPASS_LINE_TOTAL, 0);
  g_autofree char *difference = kompass_points_format_difference (total, decimals);

  if (total != KOMPASS_POINTS_UNKNOWN)
    {
      g_string_append_c (text, ' ');
      /* Translators: two years and a signed difference: "From 2011 to 2014: +94." */
      g_string_append_printf (text, _("From %u to %u: %s."), year_of (rounds, round - 1), year_of (rounds, round), difference);
    }
  else if (kompass_rounds_get_link (rounds, round - 1, KOMPASS_LINE_TOTAL, 0) == KOMPASS_ROUNDS_LINK_DASHED)
    {
      g_string_append_c (text, ' ');
      /* Translators: two years */
      g_string_append_printf (text, _("From %u to %u the edition changes, so the totals are not subtracted."),
                              year_of (rounds, round - 1), year_of (rounds, round));
    }
  append_extreme (text, rounds, round, 1);
  append_extreme (text, rounds, round, -1);
}

static void
append_round (GString                    *text,
              KompassRounds *rounds,
              guint                       round)
{
  const char *title = kompass_evaluation_get_title (kompass_rounds_get_evaluation (rounds, round));
  KompassPoints maximum;
  KompassPoints points = kompass_rounds_get_points (rounds, round, KOMPASS_LINE_TOTAL, 0, &maximum);
  g_autofree char *number = kompass_points_format (points, kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (rounds, round)));
  g_autofree char *limit = kompass_points_format (maximum, 0);

  if (round > 0)
    g_string_append_c (text, ' ');
  if (points == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: the points are not known."), title);
  else if (maximum == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: %s points."), title, number);
  else
    g_string_append_printf (text, _("%s: %s of %s points."), title, number, limit);
}

/**
 * kompass_chart_rounds_create_description:
 * @rounds: the rounds
 *
 * Returns: (transfer full): what the chart shows, in sentences, for those who cannot see it
 */
char *
kompass_chart_rounds_create_description (KompassRounds *rounds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    append_round (text, rounds, i);
  for (guint i = 1; i < kompass_rounds_get_n (rounds); i++)
    append_step (text, rounds, i);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
