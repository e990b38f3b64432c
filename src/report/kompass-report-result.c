/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result in large figures: points, what they are out of, and what they are compared with. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

/* What the points of a line are out of: "of 100 points · 42%". */
char *
kompass_report_result_describe (KompassLine *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  g_autofree char *maximum = kompass_points_format (kompass_figures_get_shown_maximum (figures), 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);

  if (figures->points == KOMPASS_POINTS_UNKNOWN)
    return kompass_line_describe_points (line, 0);
  if (kompass_figures_get_shown_maximum (figures) == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (_("points"));
  if (figures->percent == KOMPASS_PERCENT_UNKNOWN)
    return g_strdup_printf (_("of %s points"), maximum);

  /* Translators: what the points before it are out of, and their percent: "of 100 points · 42%" */
  return g_strdup_printf (_("of %s points · %s"), maximum, percent);
}

static char *
describe_band (KompassComparison *comparison,
               const char        *name)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  guint decimals = kompass_compare_decimals (own, kompass_comparison_get_other (comparison));
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  KompassPoints low, high;

  if (!kompass_comparison_get_band (comparison, &low, &high))
    return NULL;
  low_text = kompass_points_format (low, decimals);
  high_text = kompass_points_format (high, decimals);

  /* Translators: what an evaluation is compared with, and what its points might be in another edition:
   * "Lund 2009: about 420 to 440" */
  return g_strdup_printf (_("%s: about %s to %s"), name, low_text, high_text);
}

/* "Mean of the 40 latest evaluations: 50 (−7.8)". */
static char *
describe_other (KompassComparison *comparison,
                KompassLine       *line)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  KompassProfile *other = kompass_comparison_get_other (comparison);
  KompassPoints points = kompass_comparison_get_points (comparison, line);
  KompassPoints difference = kompass_comparison_get_difference (comparison, line);
  g_autofree char *name = kompass_profile_get_display_name (other);
  g_autofree char *points_text = kompass_points_format (points, kompass_profile_get_decimals (other));
  g_autofree char *difference_text = kompass_points_format_difference (difference, kompass_compare_decimals (own, other));

  if (points == KOMPASS_POINTS_UNKNOWN)
    return kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL ? describe_band (comparison, name) : NULL;
  if (difference == KOMPASS_POINTS_UNKNOWN)
    /* Translators: what a result is compared with, and its points */
    return g_strdup_printf (C_("result", "%s: %s"), name, points_text);

  /* Translators: what a result is compared with, its points, and the difference to it: "Mean of the 40 latest
   * evaluations: 50 (−7.8)" */
  return g_strdup_printf (C_("result", "%s: %s (%s)"), name, points_text, difference_text);
}

static void
take_line (GStrvBuilder *lines,
           char         *line)
{
  if (line != NULL)
    g_strv_builder_add (lines, line);
  g_free (line);
}

/* Why there is no more to read than a total. */
static char *
describe_depth (KompassEvaluation *evaluation,
                KompassLine       *line)
{
  gboolean is_total = kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_TOTAL &&
                      kompass_line_get_figures (line)->points != KOMPASS_POINTS_UNKNOWN;

  return is_total ? g_strdup (_("Only the total is known")) : NULL;
}

/* The result of the whole or of an area. */
KompassBlock *
kompass_report_result_create (const KompassReportInput *input,
                              KompassLine              *line)
{
  guint decimals = kompass_evaluation_get_decimals (input->evaluation);
  g_autofree char *big = kompass_points_format (kompass_line_get_figures (line)->points, decimals);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  take_line (builder, kompass_report_result_describe (line));
  take_line (builder, kompass_line_describe_part (line));
  take_line (builder, describe_depth (input->evaluation, line));
  for (guint i = 0; i < input->n_comparisons; i++)
    take_line (builder, describe_other (input->comparisons[i], line));
  lines = g_strv_builder_end (builder);

  return kompass_block_new_result (big, (const char * const *) lines);
}
