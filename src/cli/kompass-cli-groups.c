/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "groups". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-json.h"
#include "kompass-cli-library.h"
#include "kompass-cli-output.h"
#include "kompass-cli-table.h"

/**
 * Summary:
 * @n: how many members have a value; 0 where a published mean does not say
 * @statistics: (nullable): what the values of the members have in common; %NULL for a published mean
 * @mean: the mean, in hundredths
 *
 * What a group says of an area or of the total.
 */
typedef struct
{
  guint n;
  const KompassStatistics *statistics;
  KompassPoints mean;
} Summary;

static Summary
get_summary (KompassProfile  *profile,
             KompassLineKind  kind,
             guint            index)
{
  Summary summary = { 0 };

  summary.n = kompass_profile_get_n_members_with (profile, kind, index);
  summary.statistics = kompass_profile_get_statistics (profile, kind, index);
  summary.mean = kompass_profile_get_points (profile, kind, index, NULL);

  return summary;
}

/* JSON */

static void
add_summary (JsonBuilder   *builder,
             const Summary *summary)
{
  const KompassStatistics *statistics = summary->statistics;

  /* No member with a value is a number; a published mean that does not say is none. */
  if (statistics != NULL || (summary->n > 0 && summary->mean != KOMPASS_POINTS_UNKNOWN))
    kompass_cli_json_add_count (builder, "n", summary->n);
  else
    kompass_cli_json_add_text (builder, "n", NULL);
  kompass_cli_json_add_points (builder, "mean", summary->mean);
  if (statistics == NULL)
    return;
  kompass_cli_json_add_points (builder, "median", statistics->median);
  kompass_cli_json_add_points (builder, "lower_quartile", statistics->lower_quartile);
  kompass_cli_json_add_points (builder, "upper_quartile", statistics->upper_quartile);
  kompass_cli_json_add_points (builder, "minimum", statistics->minimum);
  kompass_cli_json_add_points (builder, "maximum", statistics->maximum);
}

static void
add_area (JsonBuilder    *builder,
          KompassProfile *profile,
          guint           index)
{
  const KompassArea *area = kompass_edition_get_area (kompass_profile_get_edition (profile), index);
  Summary summary = get_summary (profile, KOMPASS_LINE_AREA, index);

  json_builder_begin_object (builder);
  kompass_cli_json_add_count (builder, "number", area->number);
  kompass_cli_json_add_text (builder, "title", area->title);
  add_summary (builder, &summary);
  json_builder_end_object (builder);
}

static void
add_text_or_null (JsonBuilder *builder,
                  const char  *name,
                  const char  *text)
{
  kompass_cli_json_add_text (builder, name, text != NULL && *text != '\0' ? text : NULL);
}

static void
add_head (JsonBuilder    *builder,
          KompassProfile *profile)
{
  g_autofree char *edition = kompass_edition_get_display_name (kompass_profile_get_edition (profile));
  guint members = kompass_profile_get_members (profile);
  gboolean is_published = kompass_profile_get_kind (profile) == KOMPASS_PROFILE_MEAN;

  kompass_cli_json_add_text (builder, "id", kompass_profile_get_id (profile));
  kompass_cli_json_add_text (builder, "name", kompass_profile_get_name (profile));
  kompass_cli_json_add_text (builder, "edition", edition);
  kompass_cli_json_add_text (builder, "kind", is_published ? "published" : "members");
  if (is_published && members == 0)
    kompass_cli_json_add_text (builder, "members", NULL);
  else
    kompass_cli_json_add_count (builder, "members", members);
  add_text_or_null (builder, "as_of", kompass_profile_get_as_of (profile));
  add_text_or_null (builder, "source", kompass_profile_get_source (profile));
}

static void
print_json (GPtrArray *profiles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < profiles->len; i++)
    {
      KompassProfile *profile = g_ptr_array_index (profiles, i);
      Summary total = get_summary (profile, KOMPASS_LINE_TOTAL, 0);

      json_builder_begin_object (builder);
      add_head (builder, profile);
      json_builder_set_member_name (builder, "total");
      json_builder_begin_object (builder);
      add_summary (builder, &total);
      json_builder_end_object (builder);
      json_builder_set_member_name (builder, "areas");
      json_builder_begin_array (builder);
      for (guint j = 0; j < kompass_edition_get_n_areas (kompass_profile_get_edition (profile)); j++)
        add_area (builder, profile, j);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  kompass_cli_json_print (builder);
}

/* Tables */

static char *
describe_members (KompassProfile *profile)
{
  guint members = kompass_profile_get_members (profile);

  if (kompass_profile_get_kind (profile) != KOMPASS_PROFILE_MEAN)
    return g_strdup_printf (ngettext ("group of %u evaluation", "group of %u evaluations", members), members);
  if (members == 0)
    return g_strdup (_("published mean of an unknown number of evaluations"));

  return g_strdup_printf (ngettext ("published mean of %u evaluation", "published mean of %u evaluations", members),
                          members);
}

static void
print_head (KompassProfile *profile)
{
  const char *parts[] = { kompass_profile_get_as_of (profile), kompass_profile_get_source (profile) };
  g_autofree char *edition = kompass_edition_get_display_name (kompass_profile_get_edition (profile));
  g_autofree char *edition_text = g_strdup_printf (_("edition %s"), edition);
  g_autofree char *name = kompass_profile_get_display_name (profile);
  g_autofree char *members = describe_members (profile);

  kompass_cli_print ("%s\n%s, %s", name, edition_text, members);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      kompass_cli_print (", %s", parts[i]);
  kompass_cli_print ("\n\n");
}

static void
add_row (KompassCliTable *table,
         const char      *number,
         const char      *title,
         const Summary   *summary)
{
  const KompassStatistics *statistics = summary->statistics;
  gboolean has_n = statistics != NULL || (summary->n > 0 && summary->mean != KOMPASS_POINTS_UNKNOWN);
  g_autofree char *mean = kompass_points_format (summary->mean, 1);
  /* A dash for a number that is not known. */
  g_autofree char *n = has_n ? g_strdup_printf ("%u", summary->n) : g_strdup ("–");
  g_autofree char *median = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (statistics == NULL)
    {
      kompass_cli_table_add (table, number, title, mean, n, NULL);
      return;
    }
  median = kompass_points_format (statistics->median, 1);
  lower = kompass_points_format (statistics->lower_quartile, 1);
  upper = kompass_points_format (statistics->upper_quartile, 1);
  minimum = kompass_points_format (statistics->minimum, 1);
  maximum = kompass_points_format (statistics->maximum, 1);
  kompass_cli_table_add (table, number, title, mean, n, minimum, lower, median, upper, maximum, NULL);
}

static void
print_figures (KompassProfile *profile)
{
  gboolean is_published = kompass_profile_get_kind (profile) == KOMPASS_PROFILE_MEAN;
  g_autoptr (KompassCliTable) table = kompass_cli_table_new ("llrrrrrrr");
  KompassEdition *edition = kompass_profile_get_edition (profile);
  Summary summary;

  /* Translators: headings of a table; "Members" is how many members have a value, "Low. q." the lower quartile */
  if (is_published)
    kompass_cli_table_add (table, "", _("Area"), _("Mean"), _("Members"), NULL);
  else
    kompass_cli_table_add (table, "", _("Area"), _("Mean"), _("Members"), _("Lowest"), _("Low. q."), _("Median"),
                           _("Upp. q."), _("Highest"), NULL);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      g_autofree char *number = g_strdup_printf ("%u", area->number);

      summary = get_summary (profile, KOMPASS_LINE_AREA, i);
      add_row (table, number, area->title, &summary);
    }
  summary = get_summary (profile, KOMPASS_LINE_TOTAL, 0);
  add_row (table, "", _("Total"), &summary);
  kompass_cli_table_print (table);
}

static void
print_tables (GPtrArray *profiles)
{
  if (profiles->len == 0)
    kompass_cli_print ("%s\n", _("There are no reference groups. “example” adds published means."));
  for (guint i = 0; i < profiles->len; i++)
    {
      if (i > 0)
        kompass_cli_print ("\n");
      print_head (g_ptr_array_index (profiles, i));
      print_figures (g_ptr_array_index (profiles, i));
    }
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
  g_autoptr (GPtrArray) profiles = NULL;

  if (!kompass_cli_call_parse (call, entries, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  profiles = kompass_library_list_references (library, error);
  if (profiles == NULL)
    return FALSE;
  if (as_json)
    print_json (profiles);
  else
    print_tables (profiles);

  return TRUE;
}

const KompassCliCommand kompass_cli_groups = {
  "groups", "", 0, 0, N_("List the reference groups and published means with their figures"), NULL, run,
};
