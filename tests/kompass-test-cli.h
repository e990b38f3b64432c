/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * KompassTestCli:
 * @folder: a folder of the test's own; also the home of the program
 * @library: the path of the library that the program is given, in that folder
 * @locale: the locale that the program is run in
 * @setup: (nullable): what the program's process does before it becomes the program
 * @out: (nullable): what the program wrote to standard output the last time
 * @err: (nullable): what it wrote to standard error
 *
 * What a test of the command line program begins with.
 */
typedef struct
{
  char *folder;
  char *library;
  const char *locale;
  GSpawnChildSetupFunc setup;
  char *out;
  char *err;
} KompassTestCli;

void   kompass_test_set_up_cli         (KompassTestCli      *fixture,
                                        gconstpointer        locale);
void   kompass_test_set_up_cli_example (KompassTestCli      *fixture,
                                        gconstpointer        locale);
void   kompass_test_tear_down_cli      (KompassTestCli      *fixture,
                                        gconstpointer        locale);
char **kompass_test_get_environment    (KompassTestCli      *fixture);
int    kompass_test_run_words          (KompassTestCli      *fixture,
                                        const char * const  *words);
int    kompass_test_run                (KompassTestCli      *fixture,
                                        const char          *word,
                                        ...) G_GNUC_NULL_TERMINATED;
char  *kompass_test_ask                (KompassTestCli      *fixture,
                                        int                  status,
                                        const char          *word,
                                        ...) G_GNUC_NULL_TERMINATED;
void   kompass_test_assert_says        (const char          *text,
                                        const char          *words);
void   kompass_test_assert_member      (JsonObject          *object,
                                        const char          *name,
                                        const char          *expected);

G_END_DECLS
