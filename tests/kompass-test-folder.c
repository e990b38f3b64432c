/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of a test's own. */
#include "kompass-test-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

/**
 * kompass_test_make_folder:
 *
 * In memory where there is such a place: thousands of commands that each wait for a disk would make the tests four times
 * as long.
 *
 * Returns: (transfer full): the path of a new empty folder, for kompass_test_remove_folder()
 */
char *
kompass_test_make_folder (void)
{
  static const char memory[] = "/dev/shm";
  char *folder = g_build_filename (g_access (memory, W_OK) == 0 ? memory : g_get_tmp_dir (), "kompass-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));

  return folder;
}

/**
 * kompass_test_remove_folder:
 * @folder: the path of a folder
 *
 * Removes it with all that is in it.
 */
void
kompass_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        kompass_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
