/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All the words that are needed to read a chart. */
#include "kompass-chart-words.h"

#include <glib/gi18n-lib.h>

static char *
name_subject (const KompassChartSubject *self)
{
  const char *name = kompass_evaluation_get_title (self->evaluation);
  g_autofree char *edition = kompass_edition_get_display_name (self->edition);

  if (self->area == KOMPASS_CHART_ALL_AREAS)
    /* Translators: an evaluation and the version of the instrument: "Lund 2011, edition 2010" */
    return g_strdup_printf (_("%s, edition %s"), name, edition);

  {
    const KompassArea *area = kompass_edition_get_area (self->edition, (guint) self->area);

    /* Translators: evaluation, edition, number and title of an area */
    return g_strdup_printf (_("%s, edition %s: %u %s"), name, edition, area->number, area->title);
  }
}

/**
 * kompass_chart_words_create_title:
 * @self: what is shown
 * @measure: what is drawn
 *
 * Returns: (transfer full): municipality, round and edition, and the area where one is shown
 */
char *
kompass_chart_words_create_title (const KompassChartSubject *self,
                                  KompassChartMeasure        measure)
{
  g_autofree char *subject = name_subject (self);
  g_autofree char *other = NULL;

  if (measure != KOMPASS_CHART_DIFFERENCES || self->shown->len != 1)
    return g_steal_pointer (&subject);
  other = kompass_profile_get_display_name (kompass_chart_subject_get_other (self, 0));

  /* Translators: an evaluation and its edition, and a reference: "Lund 2011, edition 2010, less Karlskrona 2014" */
  return g_strdup_printf (_("%s, less %s"), subject, other);
}

static char *
describe_measure (const KompassChartSubject *self,
                  KompassChartMeasure        measure)
{
  KompassPoints maximum = kompass_chart_subject_get_common_maximum (self);
  gboolean of_areas = self->kind == KOMPASS_LINE_AREA;
  g_autofree char *limit = kompass_points_format (maximum, 0);

  if (measure == KOMPASS_CHART_SHARES)
    return g_strdup (of_areas ? _("Percent of the maximum points, by area")
                              : _("Percent of the maximum points, by question"));
  if (measure == KOMPASS_CHART_DIFFERENCES)
    return g_strdup (of_areas ? _("Difference in points, by area") : _("Difference in points, by question"));
  if (maximum == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (of_areas ? _("Points by area, of the maximum of each")
                              : _("Points by question, of the maximum of each"));

  /* Translators: %s is a number of points: "Points by area, at most 100 each" */
  return g_strdup_printf (of_areas ? _("Points by area, at most %s each") : _("Points by question, at most %s each"),
                          limit);
}

static void
append_reference (GString        *text,
                  KompassProfile *profile)
{
  g_autofree char *name = kompass_profile_get_display_name (profile);

  g_string_append (text, name);
  if (kompass_profile_get_kind (profile) == KOMPASS_PROFILE_EVALUATION)
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
 * @measure: what is drawn
 *
 * Returns: (transfer full): the measure, and what it is held against with its number of members
 */
char *
kompass_chart_words_create_subtitle (const KompassChartSubject *self,
                                     KompassChartMeasure        measure)
{
  g_autofree char *words = describe_measure (self, measure);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->shown->len; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      append_reference (names, kompass_chart_subject_get_other (self, i));
    }
  if (self->shown->len == 0)
    return g_steal_pointer (&words);

  /* Translators: what is measured, and the names of what it is held against */
  return g_strdup_printf (_("%s, compared with %s"), words, names->str);
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

      if (!kompass_chart_subject_is_partial (self, profile, i))
        continue;
      /* Translators: evaluation, number of an area, points, out of how many, out of how many in all:
       * "Lund 2011, area 3: 38 of 65 points; the rest of 100 is not scored or not applicable." */
      g_string_append_printf (text, _("%s, area %u: %s of %s points; the rest of %s is not scored or not applicable."),
                              name, kompass_edition_get_area (self->edition, i)->number, points_text, maximum_text,
                              full_text);
      g_string_append_c (text, '\n');
    }
}

static void
append_number (GString                   *numbers,
               const KompassChartSubject *self,
               guint                      category)
{
  g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "",
                          kompass_line_get_number (kompass_chart_subject_get_line (self, category)));
}

/* Where there is a gap: nothing is drawn at a place it could be mistaken for a value of. */
static void
append_unknown (GString                   *text,
                const KompassChartSubject *self,
                KompassProfile            *profile)
{
  g_autofree char *name = kompass_profile_get_display_name (profile);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    if (kompass_profile_get_points (profile, self->kind, self->first + i, NULL) == KOMPASS_POINTS_UNKNOWN)
      append_number (numbers, self, i);
  if (numbers->len == 0)
    return;
  /* Translators: name of an evaluation or reference group, and numbers of areas or questions: "Gotland 2014 has no points
   * to show in 2, 3, 4, 5, 6, 8; a hollow mark with a dash stands there for none." */
  g_string_append_printf (text, _("%s has no points to show in %s; a hollow mark with a dash stands there for none."), name,
                          numbers->str);
  g_string_append_c (text, '\n');
}

/* The figures that are means of @n members. */
static void
append_members_with (GString                   *text,
                     const KompassChartSubject *self,
                     KompassProfile            *group,
                     guint                      n)
{
  g_autofree char *name = kompass_profile_get_display_name (group);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    if (kompass_profile_get_n_members_with (group, self->kind, self->first + i) == n)
      append_number (numbers, self, i);
  if (numbers->len == 0)
    return;
  /* Translators: name of a reference group, numbers of areas or questions, how many members have a value there, and how
   * many there are: "Neighbours, 3: mean of 11 of 12." */
  g_string_append_printf (text, _("%s, %s: mean of %u of %u."), name, numbers->str, n, kompass_profile_get_members (group));
  g_string_append_c (text, '\n');
}

/* The figures that are not means of all members. */
static void
append_members (GString                   *text,
                const KompassChartSubject *self,
                KompassProfile            *group)
{
  for (guint n = 1; n < kompass_profile_get_members (group); n++)
    append_members_with (text, self, group, n);
}

static void
append_shown (GString                   *text,
              const KompassChartSubject *self,
              KompassComparison         *comparison)
{
  KompassProfile *profile = kompass_comparison_get_profile (comparison);
  g_autofree char *origin = kompass_profile_describe_origin (kompass_comparison_get_other (comparison));
  g_autofree char *name = kompass_profile_get_display_name (profile);

  g_string_append_printf (text, "%s\n", origin);
  if (kompass_comparison_get_comparable (comparison) == KOMPASS_COMPARABLE_MAPPED)
    /* Translators: name of what is shown, and how much of it: "Strängnäs 2016, dashed: 31 of 45 questions through the
     * mapping between editions 2016 and 2010." */
    g_string_append_printf (text, _("%s, dashed: %s."), name, kompass_comparison_get_reason (comparison));
  if (kompass_comparison_get_comparable (comparison) == KOMPASS_COMPARABLE_MAPPED)
    g_string_append_c (text, '\n');
  if (kompass_profile_get_kind (profile) == KOMPASS_PROFILE_GROUP)
    append_members (text, self, profile);
  append_unknown (text, self, profile);
  append_parts (text, self, profile);
}

static void
append_left_out (GString           *text,
                 KompassComparison *comparison)
{
  g_autofree char *name = kompass_profile_get_display_name (kompass_comparison_get_other (comparison));
  const char *reason = kompass_comparison_get_reason (comparison);

  if (kompass_comparison_get_profile (comparison) != NULL)
    reason = _("Nothing of what this chart shows is known of it");
  g_string_append_printf (text, _("%s is left out. %s."), name, reason);
  g_string_append_c (text, '\n');
}

/**
 * kompass_chart_words_create_footnote:
 * @self: what is shown
 *
 * Returns: (transfer full): where the others come from, what does not count fully, of how many members figures are the
 *   mean, and who is left out and why; "" where there is nothing to say
 */
char *
kompass_chart_words_create_footnote (const KompassChartSubject *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_unknown (text, self, self->own);
  append_parts (text, self, self->own);
  for (guint i = 0; i < self->shown->len; i++)
    append_shown (text, self, g_ptr_array_index (self->shown, i));
  for (guint i = 0; i < self->left_out->len; i++)
    append_left_out (text, g_ptr_array_index (self->left_out, i));
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kompass_chart_words_add_hyphens:
 * @label: the name of a category
 *
 * Marks where the long words of the bundled editions' areas may be broken: a radar in a narrow place is as large as they
 * let it be.
 *
 * Returns: (transfer full): @label with soft hyphens
 */
char *
kompass_chart_words_add_hyphens (const char *label)
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

static char *
create_category (const KompassChartSubject *self,
                 guint                      category,
                 gboolean                   with_parts)
{
  KompassLine *line = kompass_chart_subject_get_line (self, category);
  KompassPoints maximum;
  KompassPoints points = kompass_profile_get_points (self->own, self->kind, self->first + category, &maximum);
  g_autofree char *points_text = kompass_points_format (points, kompass_evaluation_get_decimals (self->evaluation));
  g_autofree char *maximum_text = kompass_points_format (maximum, 0);

  if (!with_parts || !kompass_chart_subject_is_partial (self, self->own, category))
    return g_strdup_printf ("%s %s", kompass_line_get_number (line), kompass_line_get_text (line));

  /* Translators: number and name of an area that is scored in part, its points, and what they are out of:
   * "5 Resultat och effektivitet (30 of 60)" */
  return g_strdup_printf (_("%s %s (%s of %s)"), kompass_line_get_number (line), kompass_line_get_text (line), points_text,
                          maximum_text);
}

/**
 * kompass_chart_words_create_categories:
 * @self: what is shown
 * @with_parts: whether what is scored in part tells so in its name, where nothing else writes its points
 *
 * Returns: (transfer full) (array zero-terminated=1): number and name of each category
 */
char **
kompass_chart_words_create_categories (const KompassChartSubject *self,
                                       gboolean                   with_parts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *label = create_category (self, i, with_parts);
      g_autofree char *hyphenated = kompass_chart_words_add_hyphens (label);

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
  g_autoptr (GString) text = g_string_new (NULL);
  KompassLine *area;

  if (self->area == KOMPASS_CHART_ALL_AREAS)
    return kompass_compare_describe (self->evaluation, self->comparisons, self->n_comparisons);

  area = kompass_evaluation_get_area_line (self->evaluation, (guint) self->area);
  append_area_points (text, self, area);
  for (guint i = 0; i < self->shown->len; i++)
    append_area_reference (text, self, area, kompass_chart_subject_get_other (self, i));
  append_extremes (text, self);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
