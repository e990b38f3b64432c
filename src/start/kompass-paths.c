/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a program finds what belongs to it, wherever it is installed or built. */
#include "kompass-paths.h"

#include <libintl.h>
#include <locale.h>

static char *
get_program_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return g_path_get_dirname (program != NULL ? program : "/usr/bin/kommunkompass");
}

/* The build folder the program is in, if it has not been installed. */
static char *
get_build_folder (void)
{
  g_autofree char *folder = get_program_folder ();

  for (guint level = 0; level < 3; level++)
    {
      g_autofree char *mark = g_build_filename (folder, "build.ninja", NULL);
      char *parent;

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
      parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }

  return NULL;
}

/* A folder of the build, or of the prefix the program is installed in. */
static char *
find_folder (const char *built,
             const char *installed)
{
  g_autofree char *build_folder = get_build_folder ();
  g_autofree char *folder = get_program_folder ();
  g_autofree char *path = build_folder != NULL ? g_build_filename (build_folder, built, NULL)
                                               : g_build_filename (folder, "..", installed, NULL);

  return g_canonicalize_filename (path, NULL);
}

/**
 * kompass_paths_get_locale_dir:
 *
 * Finds the translations from where the program is: beside it in the build folder, else in its prefix. The environment
 * variable `KOMPASS_LOCALEDIR` names another place.
 *
 * Returns: (transfer full) (type filename): the folder, which need not exist
 */
char *
kompass_paths_get_locale_dir (void)
{
  const char *named = g_getenv ("KOMPASS_LOCALEDIR");

  return named != NULL && *named != '\0' ? g_strdup (named) : find_folder ("po", "share/locale");
}

/**
 * kompass_paths_init_locale:
 *
 * Takes over the user's locale and finds the translations; texts are in UTF-8 whatever the locale. Call this first.
 */
void
kompass_paths_init_locale (void)
{
  g_autofree char *folder = kompass_paths_get_locale_dir ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * kompass_paths_init_settings:
 *
 * Lets a program find its settings' schema in the build folder or in a prefix that the desktop does not search. Call
 * this before the first settings are opened.
 */
void
kompass_paths_init_settings (void)
{
  const char *named = g_getenv ("GSETTINGS_SCHEMA_DIR");
  g_autofree char *folder = find_folder ("data", "share/glib-2.0/schemas");
  g_autofree char *folders = named != NULL ? g_strdup_printf ("%s:%s", named, folder) : g_strdup (folder);

  g_setenv ("GSETTINGS_SCHEMA_DIR", folders, TRUE);
}
