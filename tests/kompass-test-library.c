/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of commands on the library share: a library in a folder of its own, what is loaded from it, and steps there
 * and back. */
#include "kompass-test-library.h"

/**
 * kompass_test_set_up_folder:
 * @fixture: a fixture
 * @data: not used
 *
 * Makes the folder, without a library.
 */
void
kompass_test_set_up_folder (KompassTestLibrary *fixture,
                            gconstpointer       data)
{
  fixture->folder = kompass_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.kompass", NULL);
}

/**
 * kompass_test_set_up_library:
 * @fixture: a fixture
 * @data: not used
 *
 * Makes the folder and a library as kompass_test_new_library() does.
 */
void
kompass_test_set_up_library (KompassTestLibrary *fixture,
                             gconstpointer       data)
{
  kompass_test_set_up_folder (fixture, data);
  fixture->library = kompass_test_new_library (fixture->path);
}

/**
 * kompass_test_tear_down_library:
 * @fixture: a fixture
 * @data: not used
 *
 * Closes the library if it is open, which nothing else keeps, and removes the folder.
 */
void
kompass_test_tear_down_library (KompassTestLibrary *fixture,
                                gconstpointer       data)
{
  if (fixture->library != NULL)
    g_assert_finalize_object (fixture->library);
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/**
 * kompass_test_load:
 * @fixture: a fixture with a library
 * @id: UUID of an evaluation
 *
 * Returns: (transfer full): the evaluation as the library has it
 */
KompassEvaluation *
kompass_test_load (KompassTestLibrary *fixture,
                   const char         *id)
{
  g_autoptr (GError) error = NULL;
  KompassEvaluation *evaluation = kompass_library_load (fixture->library, id, &error);

  g_assert_no_error (error);

  return evaluation;
}

/**
 * kompass_test_undo:
 * @library: a library with a step that can be taken back
 *
 * Takes it back.
 */
void
kompass_test_undo (KompassLibrary *library)
{
  g_autoptr (GError) error = NULL;

  kompass_library_undo (library, &error);
  g_assert_no_error (error);
}

/**
 * kompass_test_redo:
 * @library: a library with a step that has been taken back
 *
 * Takes it again.
 */
void
kompass_test_redo (KompassLibrary *library)
{
  g_autoptr (GError) error = NULL;

  kompass_library_redo (library, &error);
  g_assert_no_error (error);
}

/**
 * kompass_test_count_steps:
 * @path: the path of a library
 *
 * Returns: how many steps are in the log
 */
gint64
kompass_test_count_steps (const char *path)
{
  return kompass_test_number (path, "SELECT count(*) FROM change");
}

/**
 * kompass_test_assert_labels:
 * @fixture: a fixture with a library
 * @undo: (nullable): what would be undone
 * @redo: (nullable): what would be done again
 */
void
kompass_test_assert_labels (KompassTestLibrary *fixture,
                            const char         *undo,
                            const char         *redo)
{
  g_autofree char *undo_label = kompass_library_get_undo_label (fixture->library);
  g_autofree char *redo_label = kompass_library_get_redo_label (fixture->library);

  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

/**
 * kompass_test_assert_undo_and_redo:
 * @fixture: a fixture with a library
 * @label: what the last step is called
 * @before: what kompass_test_dump() gave before it
 *
 * Takes the last step back and again; every table is as it was each time.
 */
void
kompass_test_assert_undo_and_redo (KompassTestLibrary *fixture,
                                   const char         *label,
                                   const char         *before)
{
  g_autofree char *after = kompass_test_dump (fixture->path);
  g_autofree char *undo_label = kompass_library_get_undo_label (fixture->library);
  g_autofree char *redo_label = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (undo_label, ==, label);
  kompass_test_undo (fixture->library);
  undone = kompass_test_dump (fixture->path);
  g_assert_cmpstr (undone, ==, before);
  redo_label = kompass_library_get_redo_label (fixture->library);
  g_assert_cmpstr (redo_label, ==, label);
  kompass_test_redo (fixture->library);
  redone = kompass_test_dump (fixture->path);
  g_assert_cmpstr (redone, ==, after);
}

/**
 * kompass_test_assert_sound:
 * @path: the path of a library
 *
 * SQLite finds nothing wrong with it.
 */
void
kompass_test_assert_sound (const char *path)
{
  g_assert_cmpint (kompass_test_number (path, "SELECT quick_check = 'ok' FROM pragma_quick_check"), ==, 1);
  g_assert_cmpint (kompass_test_number (path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}
