/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "list". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-json.h"
#include "kompass-cli-library.h"
#include "kompass-cli-matrix.h"
#include "kompass-cli-output.h"
#include "kompass-cli-table.h"

/* Municipalities without a round have no figures to list. */
static GPtrArray *
load_all (KompassLibrary  *library,
          GError         **error)
{
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rounds = kompass_library_list_rounds (library, error);

  if (rounds == NULL)
    return NULL;
  for (guint i = 0; i < rounds->len; i++)
    {
      const char *id = kompass_round_get_id (g_ptr_array_index (rounds, i));
      KompassEvaluation *evaluation = NULL;

      if (id == NULL)
        continue;
      evaluation = kompass_library_load (library, id, error);
      if (evaluation == NULL)
        return NULL;
      g_ptr_array_add (evaluations, evaluation);
    }

  return g_steal_pointer (&evaluations);
}

static void
print_json (GPtrArray *evaluations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < evaluations->len; i++)
    {
      KompassEvaluation *evaluation = g_ptr_array_index (evaluations, i);

      json_builder_begin_object (builder);
      kompass_cli_json_add_head (builder, evaluation);
      kompass_cli_json_add_figures (builder, kompass_evaluation_get_total_line (evaluation));
      kompass_cli_json_add_text (builder, "source", kompass_evaluation_get_source (evaluation));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  kompass_cli_json_print (builder);
}

static void
add_row (KompassCliTable   *table,
         KompassEvaluation *evaluation)
{
  const KompassFigures *figures = kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : g_strdup ("–");
  g_autofree char *municipality = kompass_municipality_format_name (kompass_evaluation_get_municipality (evaluation),
                                                                    kompass_evaluation_get_country (evaluation));
  g_autofree char *year = g_strdup_printf ("%u", kompass_evaluation_get_year (evaluation));
  g_autofree char *points = kompass_points_format (figures->points, kompass_evaluation_get_decimals (evaluation));
  g_autofree char *maximum = kompass_points_format (kompass_figures_get_shown_maximum (figures), 0);
  g_autofree char *percent = kompass_percent_format (figures->percent);

  kompass_cli_table_add (table, municipality, year, edition_name,
                         kompass_cli_describe_depth (kompass_evaluation_get_depth (evaluation)), points, maximum,
                         percent, NULL);
}

static void
print_table (GPtrArray *evaluations)
{
  g_autoptr (KompassCliTable) table = kompass_cli_table_new ("lrllrrr");

  if (evaluations->len == 0)
    {
      kompass_cli_print ("%s\n", _("The library is empty. “example” adds the example, “new” an evaluation."));
      return;
    }
  /* Translators: headings of a table */
  kompass_cli_table_add (table, _("Municipality"), _("Year"), _("Edition"), _("Known"), _("Points"), _("Max"), "%",
                         NULL);
  for (guint i = 0; i < evaluations->len; i++)
    add_row (table, g_ptr_array_index (evaluations, i));
  kompass_cli_table_print (table);
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
  g_autoptr (GPtrArray) evaluations = NULL;

  if (!kompass_cli_call_parse (call, entries, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluations = load_all (library, error);
  if (evaluations == NULL)
    return FALSE;
  if (as_json)
    print_json (evaluations);
  else
    print_table (evaluations);

  return TRUE;
}

const KompassCliCommand kompass_cli_list = {
  "list", "", 0, 0, N_("List the evaluations with their totals"), NULL, run,
};
