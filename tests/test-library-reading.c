/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading beside another connection: nothing can be written, and what is read is of one moment. */
#include "kompass-test-library.h"

typedef KompassTestLibrary Fixture;

static KompassPoints
read_points (KompassLibrary *library,
             const char     *question)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kompass_library_find_evaluation (library, "Lund 2011", &error);
  g_autoptr (KompassEvaluation) lund = id != NULL ? kompass_library_load (library, id, &error) : NULL;

  g_assert_no_error (error);

  return kompass_line_get_score (kompass_evaluation_find_line (lund, question)).points;
}

static void
set_points (KompassLibrary *library,
            KompassPoints   points)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = kompass_library_find_evaluation (library, "Lund 2011", &error);

  kompass_test_set_score (library, id, "1.1", KOMPASS_SCORE (points), &error);
  g_assert_no_error (error);
}

static KompassLibrary *
open_for_reading (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  KompassLibrary *reader = kompass_library_open_for_reading (fixture->path, &error);

  g_assert_no_error (error);

  return reader;
}

static void
test_writes_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KompassLibrary) reader = open_for_reading (fixture);
  g_autofree char *id = kompass_library_find_evaluation (reader, "Lund 2011", NULL);
  g_autofree char *before = kompass_test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kompass_test_set_score (reader, id, "1.1", KOMPASS_SCORE (100), &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_READ_ONLY);
  after = kompass_test_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sees_what_is_written (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (KompassLibrary) reader = open_for_reading (fixture);

  set_points (fixture->library, 700);
  g_assert_cmpint (read_points (reader, "1.1"), ==, 700);
  set_points (fixture->library, 800);
  g_assert_cmpint (read_points (reader, "1.1"), ==, 800);
}

static void
test_one_moment (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KompassLibrary) reader = open_for_reading (fixture);
  g_autoptr (GError) error = NULL;

  set_points (fixture->library, 700);
  kompass_library_begin_reading (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_points (reader, "1.1"), ==, 700);
  set_points (fixture->library, 800);
  g_assert_cmpint (read_points (reader, "1.1"), ==, 700);
  kompass_library_end_reading (reader);
  g_assert_cmpint (read_points (reader, "1.1"), ==, 800);
}

static void
test_refuses (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.kompass", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (kompass_library_open_for_reading (missing, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_clear_object (&fixture->library);
  kompass_test_execute (fixture->path, "PRAGMA user_version = 99");
  g_assert_null (kompass_library_open_for_reading (fixture->path, &error));
  g_assert_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NEWER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) kompass_test_add ("/library-reading/" name, NULL, kompass_test_set_up_library, function)
  ADD ("writes-nothing", test_writes_nothing);
  ADD ("sees-what-is-written", test_sees_what_is_written);
  ADD ("one-moment", test_one_moment);
  ADD ("refuses", test_refuses);
#undef ADD

  return g_test_run ();
}
