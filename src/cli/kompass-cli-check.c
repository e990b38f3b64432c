/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "check". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-json.h"
#include "kompass-cli-library.h"
#include "kompass-cli-output.h"
#include "kompass-printed-check.h"

/* JSON */

static void
add_percents (JsonBuilder            *builder,
              const KompassCheckItem *item)
{
  json_builder_set_member_name (builder, "printed");
  json_builder_add_int_value (builder, item->printed);
  json_builder_set_member_name (builder, "possible");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, item->low);
  json_builder_add_int_value (builder, item->high);
  json_builder_end_array (builder);
}

static void
add_points (JsonBuilder            *builder,
            const KompassCheckItem *item)
{
  kompass_cli_json_add_points (builder, "printed", item->printed);
  json_builder_set_member_name (builder, "possible");
  json_builder_begin_array (builder);
  kompass_cli_json_add_points (builder, NULL, kompass_check_units_to_points (item->low));
  kompass_cli_json_add_points (builder, NULL, kompass_check_units_to_points (item->high));
  json_builder_end_array (builder);
}

static void
add_miss (JsonBuilder            *builder,
          const KompassCheckItem *item)
{
  if (item->consistent)
    kompass_cli_json_add_text (builder, "misses_by", NULL);
  else if (kompass_check_item_is_percent (item))
    kompass_cli_json_add_count (builder, "misses_by", (guint) item->misses_by);
  else
    kompass_cli_json_add_points (builder, "misses_by", kompass_check_units_to_points (item->misses_by));
}

static void
add_figure (JsonBuilder            *builder,
            const KompassCheckItem *item)
{
  json_builder_begin_object (builder);
  kompass_cli_json_add_text (builder, "where", *item->where != '\0' ? item->where : "total");
  kompass_cli_json_add_text (builder, "figure", kompass_check_figure_get_name (item->figure));
  if (kompass_check_item_is_percent (item))
    add_percents (builder, item);
  else
    add_points (builder, item);
  json_builder_set_member_name (builder, "consistent");
  json_builder_add_boolean_value (builder, item->consistent);
  add_miss (builder, item);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "consistent");
  json_builder_add_boolean_value (builder, kompass_check_is_consistent (items));
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_figure (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  kompass_cli_json_print (builder);
}

/* Words */

static void
print_words (KompassEvaluation *evaluation,
             GPtrArray         *items)
{
  const char *title = kompass_evaluation_get_title (evaluation);
  guint n_wrong = kompass_check_count_wrong (items);

  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);
      g_autofree char *words = kompass_check_item_explain (item);

      if (!item->consistent)
        kompass_cli_print ("%s\n", words);
    }
  if (items->len == 0)
    kompass_cli_print (_("%s: there are no printed figures that can be held against each other.\n"), title);
  else if (n_wrong == 0)
    kompass_cli_print (ngettext ("%s: %u printed figure was checked, and it fits.\n",
                                 "%s: %u printed figures were checked, and all of them can be right at once.\n", items->len),
                       title, items->len);
  else
    /* Translators: an evaluation, how many printed figures are wrong, and how many were checked */
    kompass_cli_print (ngettext ("%s: %u of %u printed figures does not fit.\n",
                                 "%s: %u of %u printed figures do not fit.\n", n_wrong),
                       title, n_wrong, items->len);
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
  g_autoptr (GPtrArray) items = NULL;

  if (!kompass_cli_call_parse (call, entries, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluation = kompass_cli_load_evaluation (library, call->words[0], error);
  if (evaluation == NULL)
    return FALSE;
  items = kompass_check_printed (evaluation);
  if (as_json)
    print_json (items);
  else
    print_words (evaluation, items);

  return TRUE;
}

const KompassCliCommand kompass_cli_check = {
  "check",
  N_("EVALUATION"),
  1,
  1,
  N_("Check whether the figures that a report prints can all be right"),
  N_("Reports round points and percents, but add them before that. A printed figure is wrong\n"
     "where no unrounded points can give it together with the others."),
  run,
};
