/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library with what comes with the program: its editions and mappings always, its example when asked for. */
#include "kompass-start.h"

#include <glib/gi18n-lib.h>

#include "kompass-bundle.h"

/* What the library has of it stays as it is. */
static gboolean
add_bundled (KompassLibrary  *library,
             GError         **error)
{
  g_autoptr (GPtrArray) editions = kompass_bundle_load_editions (error);
  g_autoptr (GPtrArray) mappings = editions != NULL ? kompass_bundle_load_mappings (editions, error) : NULL;

  if (mappings == NULL)
    return FALSE;
  for (guint i = 0; i < editions->len; i++)
    if (!kompass_library_add_edition (library, g_ptr_array_index (editions, i), error))
      return FALSE;
  for (guint i = 0; i < mappings->len; i++)
    if (!kompass_library_add_mapping (library, g_ptr_array_index (mappings, i), error))
      return FALSE;

  return TRUE;
}

/* A file behind a document portal cannot be locked: opening it in place could damage it. */
static gboolean
is_in_portal (const char *path)
{
  g_autofree char *portal = g_build_filename (g_get_user_runtime_dir (), "doc", G_DIR_SEPARATOR_S, NULL);
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  return g_str_has_prefix (full, portal);
}

/**
 * kompass_start_open_library:
 * @path: (nullable): a library file, or %NULL for the user's; it is made where it is missing
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the library, with all editions and mappings that come with the program
 */
KompassLibrary *
kompass_start_open_library (const char  *path,
                            GError     **error)
{
  g_autofree char *user_path = kompass_library_get_default_path ();
  g_autoptr (KompassLibrary) library = NULL;

  if (path != NULL && is_in_portal (path))
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN,
                   _("This file cannot be opened where it is. Nothing was changed; save it to a folder first.\n%s"),
                   path);
      return NULL;
    }
  library = kompass_library_open (path != NULL ? path : user_path, error);

  return library != NULL && add_bundled (library, error) ? g_steal_pointer (&library) : NULL;
}

/**
 * kompass_start_add_example:
 * @library: a library
 * @n_evaluations: (out) (optional): how many evaluations have been added
 * @n_means: (out) (optional): how many published means
 * @error: return location for an error
 *
 * Adds the bundled example: Lund 2011 with its report, published evaluations and means; what the library has of it already
 * stays as it is.
 *
 * Returns: %TRUE if the library has all of it now
 */
gboolean
kompass_start_add_example (KompassLibrary  *library,
                           guint           *n_evaluations,
                           guint           *n_means,
                           GError         **error)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (library, error);
  g_autoptr (GPtrArray) evaluations = NULL;
  g_autoptr (GPtrArray) means = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  if (editions == NULL || !kompass_bundle_load_example (editions, &evaluations, &means, error))
    return FALSE;
  reports = kompass_bundle_load_example_reports (evaluations, means, error);

  return reports != NULL && kompass_library_add_example (library, evaluations, means, reports, n_evaluations, n_means, error);
}
