/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "show". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-json.h"
#include "kompass-cli-library.h"
#include "kompass-cli-matrix.h"
#include "kompass-cli-output.h"

static void
print_json (KompassEvaluation *evaluation)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  kompass_cli_json_add_head (builder, evaluation);
  kompass_cli_json_add_matrix (builder, evaluation);
  json_builder_end_object (builder);
  kompass_cli_json_print (builder);
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

  if (!kompass_cli_call_parse (call, entries, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  evaluation = kompass_cli_load_evaluation (library, call->words[0], error);
  if (evaluation == NULL)
    return FALSE;
  if (as_json)
    {
      print_json (evaluation);
      return TRUE;
    }
  kompass_cli_print_head (evaluation);
  kompass_cli_print ("\n");
  kompass_cli_print_matrix (evaluation);

  return TRUE;
}

const KompassCliCommand kompass_cli_show = {
  "show", N_("EVALUATION"), 1, 1, N_("Show the matrix: points, maxima, percents, sums and printed figures"), NULL, run,
};
