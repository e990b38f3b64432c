/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "compare". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-json.h"
#include "kompass-cli-library.h"
#include "kompass-cli-output.h"
#include "kompass-cli-table.h"

/**
 * Figure:
 * @points: the other's points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @difference: own points less the other's, or %KOMPASS_POINTS_UNKNOWN
 * @n: how many evaluations stand behind @points; 0 where a published mean does not say
 * @statistics: (nullable): what the members of a reference group have in common
 * @rank: the own place among the members, or 0
 * @of: among how many, itself counted
 *
 * What a comparison says of an area or of the total.
 */
typedef struct
{
  KompassPoints points;
  KompassPoints difference;
  guint n;
  const KompassStatistics *statistics;
  guint rank;
  guint of;
} Figure;

/* The total of what cannot be compared is what it is; there is no difference to it. */
static Figure
get_figure (KompassComparison *comparison,
            KompassLineKind    kind,
            guint              index)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  KompassProfile *profile = kompass_comparison_get_profile (comparison);
  KompassLine *line = kind == KOMPASS_LINE_AREA ? kompass_evaluation_get_area_line (own, index)
                                                : kompass_evaluation_get_total_line (own);
  Figure figure = { KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, 0, NULL, 0, 0 };

  if (profile == NULL && kind == KOMPASS_LINE_TOTAL)
    profile = kompass_comparison_get_other (comparison);
  if (profile == NULL)
    return figure;
  figure.points = kompass_profile_get_points (profile, kind, index, NULL);
  figure.n = kompass_profile_get_n_members_with (profile, kind, index);
  figure.statistics = kompass_profile_get_statistics (profile, kind, index);
  if (line != NULL)
    figure.difference = kompass_comparison_get_difference (comparison, line);
  if (!kompass_profile_get_rank (profile, own, kind, index, &figure.rank, &figure.of))
    figure.rank = 0;

  return figure;
}

static guint
count_areas (KompassComparison *comparison)
{
  return kompass_comparison_get_profile (comparison) != NULL
             ? kompass_edition_get_n_areas (kompass_evaluation_get_edition (kompass_comparison_get_own (comparison)))
             : 0;
}

static GPtrArray *
load_others (KompassLibrary     *library,
             KompassEvaluation  *evaluation,
             char              **names,
             GError            **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      KompassComparison *comparison = kompass_cli_load_comparison (library, evaluation, names[i], error);

      if (comparison == NULL)
        return NULL;
      g_ptr_array_add (others, comparison);
    }

  return g_steal_pointer (&others);
}

/* JSON */

static const char *
get_kind_name (KompassProfile *profile)
{
  static const char * const names[] = { "evaluation", "published", "members" };

  return names[kompass_profile_get_kind (profile)];
}

static void
add_statistics (JsonBuilder  *builder,
                const Figure *figure)
{
  const KompassStatistics *statistics = figure->statistics;

  kompass_cli_json_add_points (builder, "median", statistics->median);
  kompass_cli_json_add_points (builder, "lower_quartile", statistics->lower_quartile);
  kompass_cli_json_add_points (builder, "upper_quartile", statistics->upper_quartile);
  kompass_cli_json_add_points (builder, "minimum", statistics->minimum);
  kompass_cli_json_add_points (builder, "maximum", statistics->maximum);
  if (figure->rank == 0)
    {
      kompass_cli_json_add_text (builder, "rank", NULL);
      kompass_cli_json_add_text (builder, "of", NULL);
      return;
    }
  kompass_cli_json_add_count (builder, "rank", figure->rank);
  kompass_cli_json_add_count (builder, "of", figure->of);
}

static void
add_figure (JsonBuilder  *builder,
            const Figure *figure)
{
  kompass_cli_json_add_points (builder, "points", figure->points);
  kompass_cli_json_add_points (builder, "difference", figure->difference);
  /* A published mean that does not say how many it is of. */
  if (figure->n == 0 && figure->points != KOMPASS_POINTS_UNKNOWN)
    kompass_cli_json_add_text (builder, "n", NULL);
  else
    kompass_cli_json_add_count (builder, "n", figure->n);
  if (figure->statistics != NULL)
    add_statistics (builder, figure);
}

static void
add_range (JsonBuilder   *builder,
           const char    *name,
           KompassPoints  low,
           KompassPoints  high)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  kompass_cli_json_add_points (builder, NULL, low);
  kompass_cli_json_add_points (builder, NULL, high);
  json_builder_end_array (builder);
}

static void
add_bands (JsonBuilder       *builder,
           KompassComparison *comparison)
{
  KompassPoints low, high;

  if (kompass_comparison_get_band (comparison, &low, &high))
    add_range (builder, "band", low, high);
  if (kompass_comparison_get_difference_band (comparison, &low, &high))
    add_range (builder, "difference_band", low, high);
}

static void
add_areas (JsonBuilder       *builder,
           KompassComparison *comparison)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_comparison_get_own (comparison));

  json_builder_set_member_name (builder, "areas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < count_areas (comparison); i++)
    {
      Figure figure = get_figure (comparison, KOMPASS_LINE_AREA, i);

      json_builder_begin_object (builder);
      kompass_cli_json_add_count (builder, "number", kompass_edition_get_area (edition, i)->number);
      add_figure (builder, &figure);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_other (JsonBuilder       *builder,
           KompassComparison *comparison)
{
  KompassProfile *other = kompass_comparison_get_other (comparison);
  guint members = kompass_profile_get_members (other);
  Figure total = get_figure (comparison, KOMPASS_LINE_TOTAL, 0);

  json_builder_begin_object (builder);
  kompass_cli_json_add_text (builder, "name", kompass_profile_get_name (other));
  kompass_cli_json_add_text (builder, "kind", get_kind_name (other));
  kompass_cli_json_add_text (builder, "comparable",
                             kompass_comparable_get_name (kompass_comparison_get_comparable (comparison)));
  kompass_cli_json_add_text (builder, "reason", kompass_comparison_get_reason (comparison));
  if (members == 0 && kompass_profile_get_kind (other) == KOMPASS_PROFILE_MEAN)
    kompass_cli_json_add_text (builder, "members", NULL);
  else
    kompass_cli_json_add_count (builder, "members", members);
  add_bands (builder, comparison);
  json_builder_set_member_name (builder, "total");
  json_builder_begin_object (builder);
  add_figure (builder, &total);
  json_builder_end_object (builder);
  add_areas (builder, comparison);
  json_builder_end_object (builder);
}

static void
print_json (KompassEvaluation *evaluation,
            GPtrArray         *others)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  kompass_cli_json_add_text (builder, "evaluation", kompass_evaluation_get_title (evaluation));
  json_builder_set_member_name (builder, "others");
  json_builder_begin_array (builder);
  for (guint i = 0; i < others->len; i++)
    add_other (builder, g_ptr_array_index (others, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  kompass_cli_json_print (builder);
}

/* Tables */

/* "48.7", and behind a group's mean how many have a value: "48.7 (11 of 12)". */
static char *
format_points (KompassComparison *comparison,
               const Figure      *figure)
{
  KompassProfile *other = kompass_comparison_get_other (comparison);
  guint members = kompass_profile_get_members (other);
  g_autofree char *points = kompass_points_format (figure->points, kompass_profile_get_decimals (other));

  if (figure->statistics == NULL || figure->n == members)
    return g_steal_pointer (&points);

  /* Translators: a mean, how many members have a value, and how many there are: "48.7 (11 of 12)" */
  return g_strdup_printf (_("%s (%u of %u)"), points, figure->n, members);
}

static void
add_row (KompassCliTable   *table,
         KompassComparison *comparison,
         const char        *number,
         const char        *title,
         KompassLineKind    kind,
         guint              index)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  KompassLine *line = kind == KOMPASS_LINE_AREA ? kompass_evaluation_get_area_line (own, index)
                                                : kompass_evaluation_get_total_line (own);
  KompassPoints own_points = line != NULL ? kompass_line_get_figures (line)->points : KOMPASS_POINTS_UNKNOWN;
  Figure figure = get_figure (comparison, kind, index);
  g_autofree char *own_text = kompass_points_format (own_points, kompass_evaluation_get_decimals (own));
  g_autofree char *points = format_points (comparison, &figure);
  g_autofree char *difference = kompass_points_format_difference (
      figure.difference, kompass_compare_decimals (own, kompass_comparison_get_other (comparison)));
  g_autofree char *rank = figure.rank > 0 ? g_strdup_printf ("%u/%u", figure.rank, figure.of) : g_strdup ("");

  kompass_cli_table_add (table, number, title, own_text, points, difference, rank, NULL);
}

static void
print_figures (KompassComparison *comparison)
{
  KompassEvaluation *own = kompass_comparison_get_own (comparison);
  gboolean is_group = kompass_profile_get_kind (kompass_comparison_get_other (comparison)) == KOMPASS_PROFILE_GROUP;
  g_autofree char *name = kompass_profile_get_display_name (kompass_comparison_get_other (comparison));
  g_autoptr (KompassCliTable) table = kompass_cli_table_new ("llrrrr");

  /* Translators: headings of a table; "Place" is the place among the members of a reference group: 3/12 */
  kompass_cli_table_add (table, "", _("Area"), kompass_evaluation_get_title (own), name, _("Difference"),
                         is_group ? _("Place") : "", NULL);
  for (guint i = 0; i < count_areas (comparison); i++)
    {
      const KompassArea *area = kompass_edition_get_area (kompass_evaluation_get_edition (own), i);
      g_autofree char *number = g_strdup_printf ("%u", area->number);

      add_row (table, comparison, number, area->title, KOMPASS_LINE_AREA, i);
    }
  add_row (table, comparison, "", _("Total"), KOMPASS_LINE_TOTAL, 0);
  kompass_cli_table_print (table);
}

static void
print_tables (KompassEvaluation *evaluation,
              GPtrArray         *others)
{
  g_autofree char *sentence = kompass_compare_describe (evaluation, (KompassComparison * const *) others->pdata,
                                                        others->len);

  for (guint i = 0; i < others->len; i++)
    {
      KompassComparison *comparison = g_ptr_array_index (others, i);
      g_autofree char *origin = kompass_profile_describe_origin (kompass_comparison_get_other (comparison));

      if (kompass_comparison_get_profile (comparison) == NULL)
        continue;
      print_figures (comparison);
      kompass_cli_print ("%s\n\n", origin);
    }
  kompass_cli_print ("%s\n", sentence);
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON, for scripts"), NULL },
    { NULL },
  };
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) others = NULL;

  if (!kompass_cli_call_parse (call, entries, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluation = kompass_cli_load_evaluation (library, call->words[0], error);
  others = evaluation != NULL ? load_others (library, evaluation, call->words + 1, error) : NULL;
  if (others == NULL)
    return FALSE;
  if (as_json)
    print_json (evaluation, others);
  else
    print_tables (evaluation, others);

  return TRUE;
}

const KompassCliCommand kompass_cli_compare = {
  "compare",
  N_("EVALUATION OTHER…"),
  2,
  G_MAXUINT,
  N_("Compare an evaluation with others, area by area"),
  N_("OTHER is an evaluation, a reference group or a published mean. Only what can fairly be\n"
     "compared is: within one edition, or through a mapping; else the reason is told."),
  run,
};
