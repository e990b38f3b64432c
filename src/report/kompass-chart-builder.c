/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of evaluations: their figures as series, with all the words around them. */
#include "kompass-chart-builder.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-bars-chart.h"
#include "kompass-chart-subject.h"
#include "kompass-chart-words.h"
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
      values[i] = (KompassChartValue) { points / 100.0, maximum / 100.0, g_ptr_array_index (labels, labels->len - 1) };
    }

  return kompass_chart_add_series (chart, name, values, error);
}

static gboolean
fill (KompassChart               *chart,
      const KompassChartSubject  *self,
      gboolean                    as_share,
      GError                    **error)
{
  g_autofree char *title = kompass_chart_words_create_title (self);
  g_autofree char *subtitle = kompass_chart_words_create_subtitle (self, as_share);
  g_autofree char *footnote = kompass_chart_words_create_footnote (self);
  g_autofree char *description = kompass_chart_words_create_description (self);
  g_auto (GStrv) categories = kompass_chart_words_create_categories (self);

  kompass_chart_set_title (chart, title);
  kompass_chart_set_subtitle (chart, subtitle);
  kompass_chart_set_footnote (chart, footnote);
  kompass_chart_set_description (chart, description);
  kompass_chart_set_categories (chart, (const char * const *) categories);
  if (!add_series (chart, self, self->own, error))
    return FALSE;
  for (guint i = 0; i < self->n_others; i++)
    if (!add_series (chart, self, self->others[i], error))
      return FALSE;

  return TRUE;
}

/**
 * kompass_chart_builder_radar:
 * @evaluation: an evaluation whose areas are known
 * @others: (array length=n_others) (nullable): what to show with it, of the same edition
 * @n_others: how many
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * The profile: a spoke per area, in percent of the maximum. A part that is not scored does not count.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_radar (KompassEvaluation       *evaluation,
                             KompassProfile * const  *others,
                             guint                    n_others,
                             GError                 **error)
{
  g_autoptr (KompassChart) chart = kompass_radar_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, others, n_others, KOMPASS_CHART_ALL_AREAS, error) ||
      !fill (chart, &subject, TRUE, error))
    return NULL;

  return g_steal_pointer (&chart);
}

/**
 * kompass_chart_builder_bars:
 * @evaluation: an evaluation whose areas are known
 * @others: (array length=n_others) (nullable): what to show with it, of the same edition
 * @n_others: how many
 * @area: index of the area whose questions to show, or -1 for all areas
 * @error: return location for a #KOMPASS_REPORT_ERROR, or a #KOMPASS_CHART_ERROR for too many
 *
 * How many points each area has, or each question of one area.
 *
 * Returns: (transfer full) (nullable): the chart, with all its words
 */
KompassChart *
kompass_chart_builder_bars (KompassEvaluation       *evaluation,
                            KompassProfile * const  *others,
                            guint                    n_others,
                            int                      area,
                            GError                 **error)
{
  g_autoptr (KompassChart) chart = kompass_bars_chart_new ();
  g_auto (KompassChartSubject) subject = { 0 };

  if (!kompass_chart_subject_init (&subject, evaluation, others, n_others, area, error) ||
      !fill (chart, &subject, FALSE, error))
    return NULL;

  return g_steal_pointer (&chart);
}
