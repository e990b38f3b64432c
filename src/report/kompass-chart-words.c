/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All the words that are needed to read a chart. */
#include "kompass-chart-words.h"

#include <glib/gi18n-lib.h>

#include "kompass-comparison.h"

/**
 * kompass_chart_words_create_title:
 * @self: what is shown
 *
 * Returns: (transfer full): municipality, round and edition, and the area where one is shown
 */
char *
kompass_chart_words_create_title (const KompassChartSubject *self)
{
  const char *name = kompass_evaluation_get_title (self->evaluation);
  const char *edition = kompass_edition_get_name (self->edition);

  if (self->area == KOMPASS_CHART_ALL_AREAS)
    /* Translators: an evaluation and the version of the instrument: "Lund 2011, edition 2010" */
    return g_strdup_printf (_("%s, edition %s"), name, edition);

  {
    const KompassArea *area = kompass_edition_get_area (self->edition, (guint) self->area);

    /* Translators: evaluation, edition, number and title of an area */
    return g_strdup_printf (_("%s, edition %s: %u %s"), name, edition, area->number, area->title);
  }
}

static char *
describe_measure (const KompassChartSubject *self,
                  gboolean                   as_share)
{
  KompassPoints maximum = kompass_chart_subject_get_common_maximum (self);
  g_autofree char *limit = kompass_points_format (maximum, 0);

  if (as_share)
    return g_strdup (_("Percent of the maximum points, by area"));
  if (maximum == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (self->kind == KOMPASS_LINE_AREA ? _("Points by area, of the maximum of each")
                                                     : _("Points by question, of the maximum of each"));

  /* Translators: %s is a number of points: "Points by area, at most 100 each" */
  return g_strdup_printf (self->kind == KOMPASS_LINE_AREA ? _("Points by area, at most %s each")
                                                          : _("Points by question, at most %s each"), limit);
}

static void
append_reference (GString        *text,
                  KompassProfile *profile)
{
  g_autofree char *name = kompass_profile_get_display_name (profile);

  g_string_append (text, name);
  if (kompass_profile_get_kind (profile) != KOMPASS_PROFILE_MEAN)
    return;
  g_string_append_c (text, ' ');
  if (kompass_profile_get_members (profile) > 0)
    /* Translators: number of members of a reference group, in parentheses behind its name */
    g_string_append_printf (text, _("(n = %u)"), kompass_profile_get_members (profile));
  else
    g_string_append (text, _("(n not known)"));
}

/**
 * kompass_chart_words_create_subtitle:
 * @self: what is shown
 * @as_share: whether percents are drawn instead of points
 *
 * Returns: (transfer full): the measure, and what it is held against with its number of members
 */
char *
kompass_chart_words_create_subtitle (const KompassChartSubject *self,
                                     gboolean                   as_share)
{
  g_autofree char *measure = describe_measure (self, as_share);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->n_others; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      append_reference (names, self->others[i]);
    }
  if (self->n_others == 0)
    return g_steal_pointer (&measure);

  /* Translators: what is measured, and the names of what it is held against */
  return g_strdup_printf (_("%s, compared with %s"), measure, names->str);
}

/* Where not all of an area counts, what its points are out of. */
static void
append_parts (GString                   *text,
              const KompassChartSubject *self,
              KompassProfile            *profile)
{
  guint decimals = kompass_profile_get_decimals (profile);
  g_autofree char *name = kompass_profile_get_display_name (profile);

  for (guint i = 0; self->kind == KOMPASS_LINE_AREA && i < self->n; i++)
    {
      KompassPoints full = kompass_chart_subject_get_maximum (self, i);
      KompassPoints maximum;
      KompassPoints points = kompass_profile_get_points (profile, self->kind, i, &maximum);
      g_autofree char *points_text = kompass_points_format (points, decimals);
      g_autofree char *maximum_text = kompass_points_format (maximum, 0);
      g_autofree char *full_text = kompass_points_format (full, 0);

      if (points == KOMPASS_POINTS_UNKNOWN || maximum == full)
        continue;
      /* Translators: evaluation, number of an area, points, out of how many, out of how many in all:
       * "Lund 2011, area 3: 38 of 65 points; the rest of 100 is not scored or not applicable." */
      g_string_append_printf (text, _("%s, area %u: %s of %s points; the rest of %s is not scored or not applicable."),
                              name, kompass_edition_get_area (self->edition, i)->number, points_text, maximum_text,
                              full_text);
      g_string_append_c (text, '\n');
    }
}

/**
 * kompass_chart_words_create_footnote:
 * @self: what is shown
 *
 * Returns: (transfer full): where the others come from, and what does not count fully; "" where there is nothing to say
 */
char *
kompass_chart_words_create_footnote (const KompassChartSubject *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_parts (text, self, self->own);
  for (guint i = 0; i < self->n_others; i++)
    {
      g_autofree char *origin = kompass_profile_describe_origin (self->others[i]);

      g_string_append_printf (text, "%s\n", origin);
      append_parts (text, self, self->others[i]);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Where the long words of the editions' areas may be broken: a radar in a narrow place is as large as they let it be. */
static char *
add_hyphens (const char *label)
{
  static const struct
  {
    const char *word;
    const char *parts;
  } compounds[] = {
    { "Verksamhetsutveckling", "Verksamhets\u00adutveckling" },
    { "Kvalitetsutveckling", "Kvalitets\u00adutveckling" },
    { "Samhällsutveckling", "Samhälls\u00adutveckling" },
    { "Personalförvaltning", "Personal\u00adförvaltning" },
    { "Förnyelsepolitik", "Förnyelse\u00adpolitik" },
    { "rapporteringssystem", "rapporterings\u00adsystem" },
    { "samhällsbyggare", "samhälls\u00adbyggare" },
    { "brukarorientering", "brukar\u00adorientering" },
    { "personalpolitik", "personal\u00adpolitik" },
    { "medarbetarskap", "medarbetar\u00adskap" },
    { "förtroendevalda", "förtroende\u00advalda" },
  };
  g_autoptr (GString) text = g_string_new (label);

  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    g_string_replace (text, compounds[i].word, compounds[i].parts, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kompass_chart_words_create_categories:
 * @self: what is shown
 *
 * Returns: (transfer full) (array zero-terminated=1): number and name of each category
 */
char **
kompass_chart_words_create_categories (const KompassChartSubject *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n; i++)
    {
      KompassLine *line = self->kind == KOMPASS_LINE_AREA
                              ? kompass_evaluation_get_area_line (self->evaluation, self->first + i)
                              : kompass_evaluation_get_question_line (self->evaluation, self->first + i);
      g_autofree char *label = g_strdup_printf ("%s %s", kompass_line_get_number (line), kompass_line_get_text (line));
      g_autofree char *hyphenated = add_hyphens (label);

      g_strv_builder_add (builder, hyphenated);
    }

  return g_strv_builder_end (builder);
}

/* The sentence about one area; kompass_compare_describe() is about all of them. */

static void
append_area_points (GString                   *text,
                    const KompassChartSubject *self,
                    KompassLine               *area)
{
  const KompassFigures *figures = kompass_line_get_figures (area);
  guint decimals = kompass_evaluation_get_decimals (self->evaluation);
  g_autofree char *points = kompass_points_format (figures->points, decimals);
  g_autofree char *maximum = kompass_points_format (figures->maximum, 0);
  const char *title = kompass_evaluation_get_title (self->evaluation);

  if (figures->points == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text,
                            figures->questions > 0 ? _("%s, area %s %s: nothing is scored yet.")
                                                   : _("%s, area %s %s: the points are not known."),
                            title, kompass_line_get_number (area), kompass_line_get_text (area));
  else
    /* Translators: evaluation, number and title of an area, points, maximum */
    g_string_append_printf (text, _("%s, area %s %s: %s of %s points."), title, kompass_line_get_number (area),
                            kompass_line_get_text (area), points, maximum);
}

static void
append_area_reference (GString                   *text,
                       const KompassChartSubject *self,
                       KompassLine               *area,
                       KompassProfile            *other)
{
  guint decimals = kompass_compare_decimals (self->evaluation, other);
  KompassPoints difference;
  KompassPoints points = kompass_compare_line (self->evaluation, other, area, &difference);
  g_autofree char *name = kompass_profile_get_display_name (other);
  g_autofree char *points_text = kompass_points_format (points, kompass_profile_get_decimals (other));
  g_autofree char *difference_text = kompass_points_format_difference (difference, decimals);

  if (points == KOMPASS_POINTS_UNKNOWN)
    return;
  g_string_append_c (text, ' ');
  if (difference == KOMPASS_POINTS_UNKNOWN)
    g_string_append_printf (text, _("%s: %s points."), name, points_text);
  else
    /* Translators: name of the reference, its points, signed difference to it */
    g_string_append_printf (text, _("%s: %s points, a difference of %s."), name, points_text, difference_text);
}

static void
append_extremes (GString                   *text,
                 const KompassChartSubject *self)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  KompassLine *high, *low;
  g_autofree char *highest = NULL;
  g_autofree char *lowest = NULL;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (questions, kompass_evaluation_get_question_line (self->evaluation, self->first + i));
  if (!kompass_compare_find_extremes (questions, &high, &low))
    return;
  highest = kompass_percent_format (kompass_line_get_figures (high)->percent);
  lowest = kompass_percent_format (kompass_line_get_figures (low)->percent);
  g_string_append_c (text, ' ');
  /* Translators: number of a question and percent, twice: "Highest in question 3.1 (68%), lowest in 3.5 (56%)." */
  g_string_append_printf (text, _("Highest in question %s (%s), lowest in %s (%s)."), kompass_line_get_number (high),
                          highest, kompass_line_get_number (low), lowest);
}

/**
 * kompass_chart_words_create_description:
 * @self: what is shown
 *
 * Returns: (transfer full): what the chart shows, in sentences, for those who cannot see it
 */
char *
kompass_chart_words_create_description (const KompassChartSubject *self)
{
  KompassProfile *other = self->n_others > 0 ? self->others[0] : NULL;
  g_autoptr (KompassComparison) comparison = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  KompassLine *area;

  if (other != NULL)
    comparison = kompass_comparison_new (self->evaluation, other, NULL);
  if (self->area == KOMPASS_CHART_ALL_AREAS)
    return kompass_compare_describe (self->evaluation, &comparison, comparison != NULL ? 1 : 0);

  area = kompass_evaluation_get_area_line (self->evaluation, (guint) self->area);
  append_area_points (text, self, area);
  if (other != NULL)
    append_area_reference (text, self, area, other);
  append_extremes (text, self);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
