/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart is about, and whether it can fairly be shown. */
#include "kompass-chart-subject.h"

#include <glib/gi18n-lib.h>

#include "kompass-chart-builder.h"

static gboolean
refuse (GError             **error,
        KompassReportError   code,
        const char          *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError             **error,
        KompassReportError   code,
        const char          *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (KOMPASS_REPORT_ERROR, (int) code, format, args));
  va_end (args);

  return FALSE;
}

/**
 * kompass_chart_subject_get_maximum:
 * @self: a subject
 * @category: index of a category
 *
 * Returns: the maximum of the category with everything scored, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_chart_subject_get_maximum (const KompassChartSubject *self,
                                   guint                      category)
{
  guint index = self->first + category;

  return self->kind == KOMPASS_LINE_AREA ? kompass_edition_get_area (self->edition, index)->maximum
                                         : kompass_edition_get_question (self->edition, index)->maximum;
}

/**
 * kompass_chart_subject_get_common_maximum:
 * @self: a subject
 *
 * Returns: the maximum that all categories share, in hundredths, or %KOMPASS_POINTS_UNKNOWN
 */
KompassPoints
kompass_chart_subject_get_common_maximum (const KompassChartSubject *self)
{
  KompassPoints maximum = kompass_chart_subject_get_maximum (self, 0);

  for (guint i = 1; i < self->n; i++)
    if (kompass_chart_subject_get_maximum (self, i) != maximum)
      return KOMPASS_POINTS_UNKNOWN;

  return maximum;
}

static gboolean
has_maxima (const KompassChartSubject *self)
{
  for (guint i = 0; i < self->n; i++)
    if (kompass_chart_subject_get_maximum (self, i) == KOMPASS_POINTS_UNKNOWN)
      return FALSE;

  return TRUE;
}

/**
 * kompass_chart_subject_has_points:
 * @self: a subject
 * @profile: some figures in its edition
 *
 * Returns: %TRUE if some of what is shown is known of them
 */
gboolean
kompass_chart_subject_has_points (const KompassChartSubject *self,
                                  KompassProfile            *profile)
{
  for (guint i = 0; i < self->n; i++)
    if (kompass_profile_get_points (profile, self->kind, self->first + i, NULL) != KOMPASS_POINTS_UNKNOWN)
      return TRUE;

  return FALSE;
}

/**
 * kompass_chart_subject_get_other:
 * @self: a subject
 * @shown: index of one of those in the picture
 *
 * Returns: (transfer none): its figures, in the edition of the evaluation
 */
KompassProfile *
kompass_chart_subject_get_other (const KompassChartSubject *self,
                                 guint                      shown)
{
  return kompass_comparison_get_profile (g_ptr_array_index (self->shown, shown));
}

/**
 * kompass_chart_subject_get_line:
 * @self: a subject
 * @category: index of a category
 *
 * Returns: (transfer none): the evaluation's line
 */
KompassLine *
kompass_chart_subject_get_line (const KompassChartSubject *self,
                                guint                      category)
{
  return self->kind == KOMPASS_LINE_AREA
             ? kompass_evaluation_get_area_line (self->evaluation, self->first + category)
             : kompass_evaluation_get_question_line (self->evaluation, self->first + category);
}

/**
 * kompass_chart_subject_is_partial:
 * @self: a subject
 * @profile: some figures in its edition
 * @category: index of a category
 *
 * Returns: %TRUE if the points there are known, but speak for a part of the category only
 */
gboolean
kompass_chart_subject_is_partial (const KompassChartSubject *self,
                                  KompassProfile            *profile,
                                  guint                      category)
{
  KompassPoints maximum;
  KompassPoints points = kompass_profile_get_points (profile, self->kind, self->first + category, &maximum);

  return points != KOMPASS_POINTS_UNKNOWN && maximum != kompass_chart_subject_get_maximum (self, category);
}

static gboolean
choose_categories (KompassChartSubject  *self,
                   GError              **error)
{
  const char *name = kompass_evaluation_get_title (self->evaluation);
  const KompassArea *area;

  if (kompass_evaluation_get_depth (self->evaluation) == KOMPASS_DEPTH_TOTAL)
    return refuse (error, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                   /* Translators: %s is an evaluation, such as "Nacka 2011" */
                   _("%s is known by its total alone, so there is no profile to draw. "
                     "Choose an evaluation whose areas are known."), name);
  self->kind = KOMPASS_LINE_AREA;
  self->n = kompass_edition_get_n_areas (self->edition);
  if (self->area == KOMPASS_CHART_ALL_AREAS)
    return TRUE;

  if (kompass_evaluation_get_depth (self->evaluation) != KOMPASS_DEPTH_QUESTIONS)
    return refuse (error, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                   _("%s is known by its areas, not by their questions. Choose the chart of all areas."), name);
  area = kompass_edition_get_area (self->edition, (guint) self->area);
  self->kind = KOMPASS_LINE_QUESTION;
  self->first = area->first_question;
  self->n = area->n_questions;

  return self->n > 0 || refuse (error, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                                _("This area of %s has no questions. Choose the chart of all areas."), name);
}

static void
sort_others (KompassChartSubject *self)
{
  for (guint i = 0; i < self->n_comparisons; i++)
    {
      KompassProfile *profile = kompass_comparison_get_profile (self->comparisons[i]);
      gboolean shown = profile != NULL && kompass_chart_subject_has_points (self, profile);

      g_ptr_array_add (shown ? self->shown : self->left_out, self->comparisons[i]);
    }
}

/**
 * kompass_chart_subject_init:
 * @self: a subject, all zeros
 * @evaluation: an evaluation
 * @comparisons: (array length=n_comparisons) (nullable): with what to show with it; must stay there as long as @self
 * @n_comparisons: how many
 * @area: index of the area whose questions to show, or %KOMPASS_CHART_ALL_AREAS
 * @error: return location for a #KOMPASS_REPORT_ERROR
 *
 * Decides what is shown, and whether it can be. What cannot fairly be shown with the evaluation, and what nothing is
 * known of there, is left out.
 *
 * Returns: %TRUE if there is a chart of it
 */
gboolean
kompass_chart_subject_init (KompassChartSubject        *self,
                            KompassEvaluation          *evaluation,
                            KompassComparison * const  *comparisons,
                            guint                       n_comparisons,
                            int                         area,
                            GError                    **error)
{
  self->evaluation = evaluation;
  self->edition = kompass_evaluation_get_edition (evaluation);
  self->own = kompass_profile_new_for_evaluation (evaluation);
  self->comparisons = comparisons;
  self->n_comparisons = n_comparisons;
  self->shown = g_ptr_array_new ();
  self->left_out = g_ptr_array_new ();
  self->area = area;
  if (!choose_categories (self, error))
    return FALSE;
  if (!has_maxima (self))
    return refuse (error, KOMPASS_REPORT_ERROR_NOTHING_TO_SHOW,
                   _("The maxima in the edition of %s are not known, so its points cannot be drawn as a part of them."),
                   kompass_evaluation_get_title (evaluation));
  sort_others (self);

  return TRUE;
}

void
kompass_chart_subject_clear (KompassChartSubject *self)
{
  g_clear_object (&self->own);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}
