/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands "undo" and "redo". */
#include <glib/gi18n-lib.h>

#include "kompass-cli-library.h"
#include "kompass-cli-output.h"

static gboolean
step (KompassCliCall  *call,
      gboolean         forward,
      GError         **error)
{
  g_autoptr (KompassLibrary) library = NULL;
  g_autofree char *label = NULL;

  if (!kompass_cli_call_parse (call, NULL, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  label = forward ? kompass_library_get_redo_label (library) : kompass_library_get_undo_label (library);
  if (!(forward ? kompass_library_redo (library, error) : kompass_library_undo (library, error)))
    return FALSE;
  if (label == NULL) /* another program's step, which was not there when we looked */
    {
      kompass_cli_print ("%s\n", forward ? _("Redone.") : _("Undone."));
      return TRUE;
    }
  /* Translators: %s is what was undone or done again: "Set 1.3 of Lund 2011 to 9.4" */
  kompass_cli_print (forward ? _("Redone: %s\n") : _("Undone: %s\n"), label);

  return TRUE;
}

static gboolean
run_undo (KompassCliCall  *call,
          GError         **error)
{
  return step (call, FALSE, error);
}

static gboolean
run_redo (KompassCliCall  *call,
          GError         **error)
{
  return step (call, TRUE, error);
}

const KompassCliCommand kompass_cli_undo = {
  "undo", "", 0, 0, N_("Undo the last change, whichever program made it"), NULL, run_undo,
};

const KompassCliCommand kompass_cli_redo = {
  "redo", "", 0, 0, N_("Do again what was undone last"), NULL, run_redo,
};
