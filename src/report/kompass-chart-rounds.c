/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of a municipality's rounds: its total and its areas over the years, joined only where they are comparable. */
#include "kompass-chart-rounds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-chart-builder.h"
#include "kompass-chart-words.h"
#include "kompass-rounds-chart.h"

/* A panel: the total, or an area of the own edition. */
typedef struct
{
  KompassLineKind kind;
  guint index;
} Panel;

/**
 * kompass_chart_rounds_get_band:
 * @rounds: the rounds
 * @round: which, from 0
 * @low: (out): at least this many points, in hundredths
 * @high: (out): at most this many
 *
 * In whole points: it says "about".
 *
 * Returns: %TRUE if the total of that round, on the scale of the round before it, is known as from-to
 */
gboolean
kompass_chart_rounds_get_band (KompassRounds *rounds,
                               guint          round,
                               KompassPoints *low,
                               KompassPoints *high)
{
  KompassComparison *step = kompass_rounds_get_step (rounds, round);
  KompassPoints before;

  if (step == NULL || !kompass_comparison_get_difference_band (step, low, high))
    return FALSE;
  before = kompass_rounds_get_points (rounds, round - 1, KOMPASS_LINE_TOTAL, 0, NULL);
  *low = (KompassPoints) kompass_divide_rounded (*low + before, 100) * 100;
  *high = (KompassPoints) kompass_divide_rounded (*high + before, 100) * 100;

  return TRUE;
}

/**
 * kompass_chart_rounds_is_known:
 * @rounds: the rounds
 * @kind: area or total
 * @index: index of an area in the edition of the own round
 *
 * Returns: %TRUE if some round has points there
 */
gboolean
kompass_chart_rounds_is_known (KompassRounds   *rounds,
                               KompassLineKind  kind,
                               guint            index)
{
  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    if (kompass_rounds_get_points (rounds, i, kind, index, NULL) != KOMPASS_POINTS_UNKNOWN)
      return TRUE;

  return FALSE;
}

/* The total, and the areas of which something is known: eight empty panels would say nothing. */
static GArray *
choose_panels (KompassRounds *self)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (self));
  GArray *panels = g_array_new (FALSE, FALSE, sizeof (Panel));

  if (kompass_chart_rounds_is_known (self, KOMPASS_LINE_TOTAL, 0))
    g_array_append_vals (panels, &(Panel) { KOMPASS_LINE_TOTAL, 0 }, 1);
  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    if (kompass_chart_rounds_is_known (self, KOMPASS_LINE_AREA, i))
      g_array_append_vals (panels, &(Panel) { KOMPASS_LINE_AREA, i }, 1);

  return panels;
}

static void
set_categories (KompassChart               *chart,
                KompassRounds *self,
                GArray                     *panels)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < panels->len; i++)
    {
      const Panel *panel = &g_array_index (panels, Panel, i);
      KompassLine *line = kompass_evaluation_get_area_line (kompass_rounds_get_own (self), panel->index);
      g_autofree char *label = NULL;
      g_autofree char *hyphenated = NULL;

      if (panel->kind == KOMPASS_LINE_TOTAL)
        label = g_strdup (_("Total"));
      else
        label = g_strdup_printf ("%s %s", kompass_line_get_number (line), kompass_line_get_text (line));
      hyphenated = kompass_chart_words_add_hyphens (label);
      g_strv_builder_add (builder, hyphenated);
    }
  labels = g_strv_builder_end (builder);
  kompass_chart_set_categories (chart, (const char * const *) labels);
}

static double
to_value (KompassPoints points)
{
  return points != KOMPASS_POINTS_UNKNOWN ? points / 100.0 : NAN;
}

static gboolean
add_round (KompassChart               *chart,
           KompassRounds *self,
           GArray                     *panels,
           guint                       round,
           GError                    **error)
{
  guint year = kompass_evaluation_get_year (kompass_rounds_get_evaluation (self, round));
  guint decimals = kompass_evaluation_get_decimals (kompass_rounds_get_evaluation (self, round));
  g_autofree KompassChartValue *values = g_new0 (KompassChartValue, panels->len);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_strdup_printf ("%u", year);

  for (guint i = 0; i < panels->len; i++)
    {
      const Panel *panel = &g_array_index (panels, Panel, i);
      KompassPoints maximum;
      KompassPoints points = kompass_rounds_get_points (self, round, panel->kind, panel->index, &maximum);
      gboolean known = points != KOMPASS_POINTS_UNKNOWN;

      g_ptr_array_add (labels, known ? kompass_points_format (points, decimals) : NULL);
      values[i] = (KompassChartValue) { to_value (points), to_value (maximum), g_ptr_array_index (labels, i) };
    }
  if (!kompass_chart_add_series (chart, name, values, error))
    return FALSE;
  kompass_rounds_chart_set_time (KOMPASS_ROUNDS_CHART (chart), round, year);

  return TRUE;
}

static void
join_round (KompassRoundsChart         *chart,
            KompassRounds *self,
            GArray                     *panels,
            guint                       round)
{
  static const KompassChartLink links[] = {
    [KOMPASS_ROUNDS_LINK_NONE] = KOMPASS_CHART_LINK_NONE,
    [KOMPASS_ROUNDS_LINK_SOLID] = KOMPASS_CHART_LINK_SOLID,
    [KOMPASS_ROUNDS_LINK_DASHED] = KOMPASS_CHART_LINK_DASHED,
  };

  for (guint i = 0; i < panels->len; i++)
    {
      const Panel *panel = &g_array_index (panels, Panel, i);
      KompassPoints low, high;

      kompass_rounds_chart_set_link (chart, i, round, links[kompass_rounds_get_link (self, round, panel->kind, panel->index)]);
      if (panel->kind == KOMPASS_LINE_AREA && kompass_comparison_get_profile (kompass_rounds_get_comparison (self, round)) == NULL)
        kompass_rounds_chart_set_absent (chart, i, round);
      if (panel->kind == KOMPASS_LINE_TOTAL && kompass_chart_rounds_get_band (self, round, &low, &high))
        {
          g_autofree char *low_text = kompass_points_format (low, 0);
          g_autofree char *high_text = kompass_points_format (high, 0);
          g_autofree char *label = g_strdup_printf ("%s\342\200\223%s", low_text, high_text);

          kompass_rounds_chart_set_band (chart, i, round, low / 100.0, high / 100.0, label);
        }
    }
}

/**
 * kompass_chart_builder_rounds:
 * @evaluation: an evaluation, in whose edition areas are shown
 * @rounds: (element-type KompassEvaluation): the rounds of its municipality, in any order, with or without @evaluation
 * @mappings: (element-type KompassMapping) (nullable): between editions
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * How a municipality has developed: a panel for the total and for each area of which some round knows something. Areas of
 * another edition are shown only through a mapping; totals are joined across editions with a dashed line, or as a band
 * where a mapping gives one.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_rounds (KompassEvaluation  *evaluation,
                              GPtrArray          *rounds,
                              GPtrArray          *mappings,
                              GError            **error)
{
  g_autoptr (KompassChart) chart = kompass_rounds_chart_new ();
  g_autoptr (KompassRounds) all = kompass_rounds_new (evaluation, rounds, mappings);
  g_autoptr (GArray) panels = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *footnote = NULL;
  g_autofree char *description = NULL;

  panels = choose_panels (all);
  if (panels->len == 0)
    {
      g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                   /* Translators: %s is a municipality */
                   _("No round of %s has points yet, so there is nothing to draw."),
                   kompass_evaluation_get_municipality (evaluation));
      return NULL;
    }
  title = kompass_chart_rounds_create_title (all);
  subtitle = kompass_chart_rounds_create_subtitle (all);
  footnote = kompass_chart_rounds_create_footnote (all);
  description = kompass_chart_rounds_create_description (all);
  kompass_chart_set_title (chart, title);
  kompass_chart_set_subtitle (chart, subtitle);
  kompass_chart_set_footnote (chart, footnote);
  kompass_chart_set_description (chart, description);
  set_categories (chart, all, panels);
  for (guint i = 0; i < kompass_rounds_get_n (all); i++)
    if (!add_round (chart, all, panels, i, error))
      return NULL;
  for (guint i = 0; i < kompass_rounds_get_n (all); i++)
    join_round (KOMPASS_ROUNDS_CHART (chart), all, panels, i);

  return g_steal_pointer (&chart);
}
