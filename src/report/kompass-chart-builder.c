/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of evaluations: their figures as series, with all the words around them. */
#include "kompass-chart-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-bars-chart.h"
#include "kompass-chart-subject.h"
#include "kompass-chart-words.h"
#include "kompass-difference-chart.h"
#include "kompass-dots-chart.h"
#include "kompass-radar-chart.h"

G_DEFINE_QUARK (kompass-report-error-quark, kompass_report_error)

/* A number alone where all are out of the same, which the subtitle says. */
static char *
format_value (const KompassChartSubject *self,
              KompassPoints              points,
              KompassPoints              maximum,
              guint                      decimals)
{
  g_autofree char *number = kompass_points_format (points, decimals);
  g_autofree char *limit = kompass_points_format (maximum, 0);

  if (maximum == kompass_chart_subject_get_common_maximum (self))
    return g_steal_pointer (&number);

  /* Translators: points, and what they are out of: "10.1 of 15" */
  return g_strdup_printf (_("%s of %s"), number, limit);
}

static gboolean
add_series (KompassChart               *chart,
            const KompassChartSubject  *self,
            KompassProfile             *profile,
            GError                    **error)
{
  g_autofree KompassChartValue *values = g_new0 (KompassChartValue, self->n);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = kompass_profile_get_display_name (profile);

  for (guint i = 0; i < self->n; i++)
    {
      KompassPoints full = kompass_chart_subject_get_maximum (self, i);
      KompassPoints maximum;
      KompassPoints points = kompass_profile_get_points (profile, self->kind, self->first + i, &maximum);

      if (points == KOMPASS_POINTS_UNKNOWN)
        {
          values[i] = (KompassChartValue) { NAN, full / 100.0, NULL };
          continue;
        }
      g_ptr_array_add (labels, format_value (self, points, maximum, kompass_profile_get_decimals (profile)));
      values[i] = (KompassChartValue) {
        points / 100.0, maximum / 100.0, g_ptr_array_index (labels, labels->len - 1),
        kompass_chart_subject_is_partial (self, profile, i),
      };
    }

  return kompass_chart_add_series (chart, name, values, error);
}

static void
set_words (KompassChart              *chart,
           const KompassChartSubject *self,
           KompassChartMeasure        measure,
           gboolean                   with_parts)
{
  g_autofree char *title = kompass_chart_words_create_title (self, measure);
  g_autofree char *subtitle = kompass_chart_words_create_subtitle (self, measure);
  g_autofree char *footnote = kompass_chart_words_create_footnote (self);
  g_autofree char *description = kompass_chart_words_create_description (self);
  g_auto (GStrv) categories = kompass_chart_words_create_categories (self, with_parts);

  kompass_chart_set_title (chart, title);
  kompass_chart_set_subtitle (chart, subtitle);
  kompass_chart_set_footnote (chart, footnote);
  kompass_chart_set_description (chart, description);
  kompass_chart_set_categories (chart, (const char * const *) categories);
}

/* What comes from another edition is dashed, whatever the chart. */
static void
mark_mapped (KompassChart              *chart,
             const KompassChartSubject *self,
             guint                      first)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (kompass_comparison_get_comparable (g_ptr_array_index (self->shown, i)) == KOMPASS_COMPARABLE_MAPPED)
      kompass_chart_set_series_mapped (chart, first + i, TRUE);
}

static gboolean
fill (KompassChart               *chart,
      const KompassChartSubject  *self,
      KompassChartMeasure         measure,
      gboolean                    with_parts,
      GError                    **error)
{
  set_words (chart, self, measure, with_parts);
  if (!add_series (chart, self, self->own, error))
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    if (!add_series (chart, self, kompass_chart_subject_get_other (self, i), error))
      return FALSE;
  mark_mapped (chart, self, 1);

  return TRUE;
}

/**
 * kompass_chart_builder_radar:
 * @evaluation: an evaluation whose areas are known
 * @comparisons: (array length=n_comparisons) (nullable): of it with what to show with it. What cannot fairly be shown is
 *   left out, and the footnote says so
 * @n_comparisons: how many
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * The profile: a spoke per area, in percent of the maximum. A part that is not scored does not count, and the marker and
 * the name of such an area say so.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_radar (KompassEvaluation          *evaluation,
                             KompassComparison * const  *comparisons,
                             guint                       n_comparisons,
                             GError                    **error)
{
  g_autoptr (KompassChart) chart = kompass_radar_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, comparisons, n_comparisons, KOMPASS_CHART_ALL_AREAS, error) ||
      !fill (chart, &subject, KOMPASS_CHART_SHARES, TRUE, error))
    return NULL;

  return g_steal_pointer (&chart);
}

/**
 * kompass_chart_builder_bars:
 * @evaluation: an evaluation whose areas are known
 * @comparisons: (array length=n_comparisons) (nullable): as for kompass_chart_builder_radar()
 * @n_comparisons: how many
 * @area: index of the area whose questions to show, or -1 for all areas
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * How many points each area has, or each question of one area.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_bars (KompassEvaluation          *evaluation,
                            KompassComparison * const  *comparisons,
                            guint                       n_comparisons,
                            int                         area,
                            GError                    **error)
{
  g_autoptr (KompassChart) chart = kompass_bars_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, comparisons, n_comparisons, area, error) ||
      !fill (chart, &subject, KOMPASS_CHART_POINTS, FALSE, error))
    return NULL;

  return g_steal_pointer (&chart);
}

static double
to_value (KompassPoints points)
{
  return points != KOMPASS_POINTS_UNKNOWN ? points / 100.0 : NAN;
}

/* How the members of a group lie in one category; the row says how many they are where they are not all. */
static void
add_spread (KompassDotsChart          *chart,
            const KompassChartSubject *self,
            KompassProfile            *group,
            guint                      category)
{
  guint index = self->first + category;
  const KompassStatistics *statistics = kompass_profile_get_statistics (group, self->kind, index);
  double full = kompass_chart_subject_get_maximum (self, category) / 100.0;
  gsize n = 0;
  const KompassPoints *points = kompass_profile_get_member_points (group, self->kind, index, &n);
  g_autofree double *members = g_new0 (double, n);
  g_autofree char *label = NULL;

  if (statistics == NULL || statistics->n == 0)
    return;
  if (statistics->n < kompass_profile_get_members (group))
    /* Translators: how many members have a value, at the end of a row of a chart */
    label = g_strdup_printf (_("n = %u"), statistics->n);
  for (gsize i = 0; i < n; i++)
    members[i] = to_value (points[i]);
  kompass_dots_chart_set_spread (chart, category,
                                 &(KompassDotsSpread) {
                                   to_value (statistics->lower_quartile), to_value (statistics->upper_quartile),
                                   to_value (statistics->minimum), to_value (statistics->maximum),
                                   to_value (statistics->median), full,
                                 },
                                 label);
  kompass_dots_chart_set_members (chart, category, members, n, full);
}

/**
 * kompass_chart_builder_dots:
 * @evaluation: an evaluation whose areas are known
 * @comparisons: (array length=n_comparisons) (nullable): as for kompass_chart_builder_radar()
 * @n_comparisons: how many
 * @area: index of the area whose questions to show, or -1 for all areas
 * @sorted: whether to sort the rows by the distance to the first of the others
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * Where the evaluation stands among others, in percent of the maximum. The members of the first group among them are
 * shown one by one, with quartiles where there are enough of them.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_dots (KompassEvaluation          *evaluation,
                            KompassComparison * const  *comparisons,
                            guint                       n_comparisons,
                            int                         area,
                            gboolean                    sorted,
                            GError                    **error)
{
  g_autoptr (KompassChart) chart = kompass_dots_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, comparisons, n_comparisons, area, error) ||
      !fill (chart, &subject, KOMPASS_CHART_SHARES, FALSE, error))
    return NULL;

  for (guint i = 0; i < subject.shown->len; i++)
    {
      KompassProfile *other = kompass_chart_subject_get_other (&subject, i);

      if (kompass_profile_get_kind (other) != KOMPASS_PROFILE_GROUP)
        continue;
      for (guint category = 0; category < subject.n; category++)
        add_spread (KOMPASS_DOTS_CHART (chart), &subject, other, category);
      break;
    }
  kompass_dots_chart_set_sorted (KOMPASS_DOTS_CHART (chart), sorted);

  return g_steal_pointer (&chart);
}

static gboolean
add_differences (KompassChart               *chart,
                 const KompassChartSubject  *self,
                 KompassComparison          *comparison,
                 GError                    **error)
{
  KompassProfile *other = kompass_comparison_get_profile (comparison);
  guint decimals = kompass_compare_decimals (self->evaluation, other);
  g_autofree KompassChartValue *values = g_new0 (KompassChartValue, self->n);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = kompass_profile_get_display_name (other);

  for (guint i = 0; i < self->n; i++)
    {
      double full = kompass_chart_subject_get_maximum (self, i) / 100.0;
      KompassPoints difference = kompass_comparison_get_difference (comparison, kompass_chart_subject_get_line (self, i));
      gboolean known = difference != KOMPASS_POINTS_UNKNOWN;

      g_ptr_array_add (labels, known ? kompass_points_format_difference (difference, decimals) : NULL);
      values[i] = (KompassChartValue) { to_value (difference), full, g_ptr_array_index (labels, i) };
    }

  return kompass_chart_add_series (chart, name, values, error);
}

/* There is no difference to nothing. */
static gboolean
check_shown (const KompassChartSubject  *self,
             GError                    **error)
{
  g_autofree char *why = NULL;

  if (self->shown->len > 0)
    return TRUE;
  why = kompass_chart_words_create_footnote (self);
  if (self->n_comparisons == 0)
    g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                 _("A difference needs something to be held against. Choose an evaluation or a reference group."));
  else
    g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_NOT_COMPARABLE,
                 /* Translators: name of an evaluation, and why others are left out */
                 _("There is nothing that %s can be held against. %s"), kompass_evaluation_get_title (self->evaluation),
                 why);

  return FALSE;
}

/**
 * kompass_chart_builder_difference:
 * @evaluation: an evaluation whose areas are known
 * @comparisons: (array length=n_comparisons): as for kompass_chart_builder_radar()
 * @n_comparisons: how many
 * @area: index of the area whose questions to show, or -1 for all areas
 * @sorted: whether to sort the rows, the largest difference first
 * @error: return location for a #KOMPASS_REPORT_ERROR, also where none of the others can be shown, or a
 *   #KOMPASS_CHART_ERROR for too many
 *
 * Where the evaluation has more or fewer points than others. A difference is known only where both have points for the
 * whole, see kompass_compare_line().
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_difference (KompassEvaluation          *evaluation,
                                  KompassComparison * const  *comparisons,
                                  guint                       n_comparisons,
                                  int                         area,
                                  gboolean                    sorted,
                                  GError                    **error)
{
  g_autoptr (KompassChart) chart = kompass_difference_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, comparisons, n_comparisons, area, error) ||
      !check_shown (&subject, error))
    return NULL;
  set_words (chart, &subject, KOMPASS_CHART_DIFFERENCES, FALSE);
  for (guint i = 0; i < subject.shown->len; i++)
    if (!add_differences (chart, &subject, g_ptr_array_index (subject.shown, i), error))
      return NULL;
  mark_mapped (chart, &subject, 0);
  kompass_difference_chart_set_sorted (KOMPASS_DIFFERENCE_CHART (chart), sorted);

  return g_steal_pointer (&chart);
}
