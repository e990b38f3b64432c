/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "example". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-library.h"
#include "kompass-cli-output.h"
#include "kompass-start.h"

static gboolean
add_example (KompassLibrary  *library,
             GError         **error)
{
  g_autofree char *evaluations_text = NULL;
  g_autofree char *means_text = NULL;
  guint n_evaluations, n_means;

  if (!kompass_start_add_example (library, &n_evaluations, &n_means, error))
    return FALSE;
  if (n_evaluations == 0 && n_means == 0)
    {
      kompass_cli_print ("%s\n", _("The example is in the library already; nothing was changed."));
      return TRUE;
    }
  evaluations_text = g_strdup_printf (ngettext ("%u evaluation", "%u evaluations", n_evaluations), n_evaluations);
  means_text = g_strdup_printf (ngettext ("%u published mean", "%u published means", n_means), n_means);
  /* Translators: "23 evaluations", "2 published means" */
  kompass_cli_print (_("The example has been added: %s and %s.\n"), evaluations_text, means_text);

  return TRUE;
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_autoptr (KompassLibrary) library = NULL;

  if (!kompass_cli_call_parse (call, NULL, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);

  return library != NULL && add_example (library, error);
}

const KompassCliCommand kompass_cli_example = {
  "example", "", 0, 0, N_("Add the example: Lund 2011, published evaluations and means"), NULL, run,
};
