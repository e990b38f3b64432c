/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-test-store.h"

G_BEGIN_DECLS

/**
 * KompassTestLibrary:
 * @folder: a folder of the test's own
 * @path: where its library is, or may be
 * @library: (nullable): the library, open
 *
 * What a test of the library begins with.
 */
typedef struct
{
  char *folder;
  char *path;
  KompassLibrary *library;
} KompassTestLibrary;

/**
 * kompass_test_add:
 * @path: the path of a test
 * @data: for @set_up and @function
 * @set_up: what is done before
 * @function: a test with a #KompassTestLibrary
 */
#define kompass_test_add(path, data, set_up, function) \
  g_test_add (path, KompassTestLibrary, data, set_up, function, kompass_test_tear_down_library)

void               kompass_test_set_up_folder        (KompassTestLibrary *fixture,
                                                      gconstpointer       data);
void               kompass_test_set_up_library       (KompassTestLibrary *fixture,
                                                      gconstpointer       data);
void               kompass_test_tear_down_library    (KompassTestLibrary *fixture,
                                                      gconstpointer       data);
KompassEvaluation *kompass_test_load                 (KompassTestLibrary *fixture,
                                                      const char         *id);
void               kompass_test_undo                 (KompassLibrary     *library);
void               kompass_test_redo                 (KompassLibrary     *library);
gint64             kompass_test_count_steps          (const char         *path);
void               kompass_test_assert_labels        (KompassTestLibrary *fixture,
                                                      const char         *undo,
                                                      const char         *redo);
void               kompass_test_assert_undo_and_redo (KompassTestLibrary *fixture,
                                                      const char         *label,
                                                      const char         *before);
void               kompass_test_assert_sound         (const char         *path);

G_END_DECLS
