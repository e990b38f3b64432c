/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that say how a municipality has developed from round to round. */
#include "kompass-rounds.h"

#include <glib/gi18n-lib.h>

static char *
name_edition (KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);

  return edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
}

static void
describe_band (GString           *text,
               KompassComparison *step,
               guint              decimals)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  KompassPoints low, high;

  if (!kompass_comparison_get_difference_band (step, &low, &high))
    return;
  least = kompass_points_format_difference (low, decimals);
  most = kompass_points_format_difference (high, decimals);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("The difference is %s to %s."), least, most);
}

static void
describe_round (GString       *text,
                KompassRounds *self,
                guint          round)
{
  KompassEvaluation *evaluation = kompass_rounds_get_evaluation (self, round);
  KompassComparison *step = kompass_rounds_get_step (self, round);
  guint decimals = kompass_evaluation_get_decimals (evaluation);
  KompassPoints points = kompass_rounds_get_points (self, round, KOMPASS_LINE_TOTAL, 0, NULL);
  KompassPoints difference = kompass_rounds_get_difference (self, round, KOMPASS_LINE_TOTAL, 0);
  g_autofree char *points_text = kompass_points_format (points, decimals);
  g_autofree char *edition = name_edition (evaluation);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (points == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: the total is not known."), kompass_evaluation_get_title (evaluation));
  else if (difference != KOMPASS_POINTS_UNKNOWN)
    {
      guint least = MAX (decimals, kompass_profile_get_decimals (kompass_comparison_get_other (step)));
      g_autofree char *difference_text = kompass_points_format_difference (difference, least);

      /* Translators: a round, its points, and the signed difference from the round before: "Lund 2014: 512 points, +53." */
      g_string_append_printf (text, _("%s: %s points, %s."), kompass_evaluation_get_title (evaluation), points_text,
                              difference_text);
    }
  else if (edition != NULL)
    /* Translators: a round, its points and its edition: "Lund 2011: 458.9 points (edition 2010)." */
    g_string_append_printf (text, _("%s: %s points (edition %s)."), kompass_evaluation_get_title (evaluation), points_text,
                            edition);
  else
    g_string_append_printf (text, _("%s: %s points (edition not known)."), kompass_evaluation_get_title (evaluation),
                            points_text);
  if (step != NULL)
    describe_band (text, step, decimals);
}

/* Where the last round has gained and lost most, area by area. */
static void
describe_extremes (GString       *text,
                   KompassRounds *self)
{
  guint last = kompass_rounds_get_n (self) - 1;
  KompassComparison *step = kompass_rounds_get_step (self, last);
  KompassEvaluation *evaluation = kompass_rounds_get_evaluation (self, last);
  KompassPoints most = 0;
  KompassPoints least = 0;
  KompassLine *up = NULL;
  KompassLine *down = NULL;
  KompassLine *line;

  for (guint i = 0; step != NULL && (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    {
      KompassPoints difference = kompass_comparison_get_difference (step, line);

      if (difference == KOMPASS_POINTS_UNKNOWN)
        continue;
      if (difference > most)
        up = line, most = difference;
      if (difference < least)
        down = line, least = difference;
    }
  if (up != NULL)
    {
      g_autofree char *gain = kompass_points_format_difference (most, kompass_evaluation_get_decimals (evaluation));

      g_string_append_c (text, ' ');
      /* Translators: area number and signed difference: "Most gained in area 7 (+24)." */
      g_string_append_printf (text, _("Most gained in area %s (%s)."), kompass_line_get_number (up), gain);
    }
  if (down != NULL)
    {
      g_autofree char *loss = kompass_points_format_difference (least, kompass_evaluation_get_decimals (evaluation));

      g_string_append_c (text, ' ');
      /* Translators: area number and signed difference: "Most lost in area 8 (−4)." */
      g_string_append_printf (text, _("Most lost in area %s (%s)."), kompass_line_get_number (down), loss);
    }
}

/**
 * kompass_rounds_describe:
 * @self: rounds
 *
 * The sentences that say what a chart of the rounds shows, in the user's language.
 *
 * Returns: (transfer full): a short sentence per round, and where the last one gained and lost most
 */
char *
kompass_rounds_describe (KompassRounds *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kompass_rounds_get_n (self); i++)
    describe_round (text, self, i);
  describe_extremes (text, self);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
