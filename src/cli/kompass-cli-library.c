/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library a call works on, with the editions that come with the program. */
#include "kompass-cli-library.h"

#include "kompass-cli-output.h"
#include "kompass-start.h"

/**
 * kompass_cli_open_library:
 * @call: a call
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Opens the library that the call names, else the user's; it is made where it is missing.
 *
 * Returns: (transfer full) (nullable): the library, with all editions that come with the program
 */
KompassLibrary *
kompass_cli_open_library (const KompassCliCall  *call,
                          GError               **error)
{
  g_autoptr (KompassLibrary) library = kompass_start_open_library (call->library_path, error);

  if (library == NULL)
    return NULL;
  if (kompass_library_get_notice (library) != NULL)
    kompass_cli_print_error ("%s", kompass_library_get_notice (library));

  return g_steal_pointer (&library);
}

/**
 * kompass_cli_load_evaluation:
 * @library: a library
 * @name: "Lund 2011", "lund-2011" or a UUID
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the evaluation
 */
KompassEvaluation *
kompass_cli_load_evaluation (KompassLibrary  *library,
                             const char      *name,
                             GError         **error)
{
  g_autofree char *id = kompass_library_find_evaluation (library, name, error);

  return id != NULL ? kompass_library_load (library, id, error) : NULL;
}

/**
 * kompass_cli_load_comparison:
 * @library: a library
 * @evaluation: an evaluation
 * @name: the name or UUID of an evaluation, a reference group or a published mean
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the evaluation held against that, through a mapping where the library has one
 */
KompassComparison *
kompass_cli_load_comparison (KompassLibrary     *library,
                             KompassEvaluation  *evaluation,
                             const char         *name,
                             GError            **error)
{
  KompassEdition *own = kompass_evaluation_get_edition (evaluation);
  g_autofree char *id = kompass_library_find_profile (library, name, error);
  g_autoptr (KompassProfile) other = id != NULL ? kompass_library_load_profile (library, id, error) : NULL;
  KompassEdition *edition = other != NULL ? kompass_profile_get_edition (other) : NULL;
  g_autoptr (KompassMapping) mapping = NULL;
  g_autoptr (GError) failure = NULL;

  if (other == NULL)
    return NULL;
  if (own != NULL && edition != NULL)
    mapping = kompass_library_find_mapping (library, own, edition, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return kompass_comparison_new (evaluation, other, mapping);
}
