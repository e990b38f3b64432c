/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the command line program share: words in, what it writes and its exit status out. */
#include "kompass-test-cli.h"

#include <string.h>
#include <sys/wait.h>

#include "kompass-test-folder.h"

/**
 * kompass_test_set_up_cli:
 * @fixture: a fixture
 * @locale: (nullable): the name of a locale; without one English in UTF-8
 *
 * Makes the folder, without a library.
 */
void
kompass_test_set_up_cli (KompassTestCli *fixture,
                         gconstpointer   locale)
{
  g_assert_nonnull (g_getenv ("KOMPASS_CLI"));

  fixture->folder = kompass_test_make_folder ();
  fixture->library = g_build_filename (fixture->folder, "library.kompass", NULL);
  fixture->locale = locale != NULL ? locale : "C.UTF-8";
}

/**
 * kompass_test_set_up_cli_example:
 * @fixture: a fixture
 * @locale: (nullable): as for kompass_test_set_up_cli()
 *
 * Makes the folder, and a library with the example.
 */
void
kompass_test_set_up_cli_example (KompassTestCli *fixture,
                                 gconstpointer   locale)
{
  kompass_test_set_up_cli (fixture, locale);
  g_assert_cmpint (kompass_test_run (fixture, "example", NULL), ==, 0);
}

/**
 * kompass_test_tear_down_cli:
 * @fixture: a fixture
 * @locale: not used
 *
 * Removes the folder.
 */
void
kompass_test_tear_down_cli (KompassTestCli *fixture,
                            gconstpointer   locale)
{
  kompass_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->library);
  g_free (fixture->out);
  g_free (fixture->err);
}

/**
 * kompass_test_get_environment:
 * @fixture: a fixture
 *
 * Returns: (transfer full): the environment of the program: the fixture's locale, and its folder for all files
 */
char **
kompass_test_get_environment (KompassTestCli *fixture)
{
  static const char * const folders[] = { "HOME", "TMPDIR", "XDG_DATA_HOME" };
  char **environment = g_environ_unsetenv (g_get_environ (), "LANGUAGE");

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    environment = g_environ_setenv (environment, folders[i], fixture->folder, TRUE);

  return g_environ_setenv (environment, "LC_ALL", fixture->locale, TRUE);
}

/**
 * kompass_test_run_words:
 * @fixture: a fixture
 * @words: (array zero-terminated=1): a program and its arguments
 *
 * Runs it, and keeps what it writes.
 *
 * Returns: its exit status
 */
int
kompass_test_run_words (KompassTestCli     *fixture,
                        const char * const *words)
{
  g_auto (GStrv) environment = kompass_test_get_environment (fixture);
  g_autoptr (GError) error = NULL;
  int status;

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (NULL, (char **) words, environment, G_SPAWN_DEFAULT, fixture->setup, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (fixture->out, -1, NULL));
  g_assert_true (g_utf8_validate (fixture->err, -1, NULL));
  g_assert_true (WIFEXITED (status));

  return WEXITSTATUS (status);
}

static int
run_with_library (KompassTestCli *fixture,
                  const char     *word,
                  va_list         args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  g_strv_builder_add_many (builder, g_getenv ("KOMPASS_CLI"), "--library", fixture->library, NULL);
  for (; word != NULL; word = va_arg (args, const char *))
    g_strv_builder_add (builder, word);
  words = g_strv_builder_end (builder);

  return kompass_test_run_words (fixture, (const char * const *) words);
}

/**
 * kompass_test_run:
 * @fixture: a fixture
 * @word: (nullable): the first argument
 * @...: the others, and %NULL
 *
 * Runs the program with the fixture's library, and keeps what it writes.
 *
 * Returns: its exit status
 */
int
kompass_test_run (KompassTestCli *fixture,
                  const char     *word,
                  ...)
{
  va_list args;
  int status;

  va_start (args, word);
  status = run_with_library (fixture, word, args);
  va_end (args);

  return status;
}

/**
 * kompass_test_ask:
 * @fixture: a fixture
 * @status: the exit status it ends with
 * @word: (nullable): the first argument
 * @...: the others, and %NULL
 *
 * Runs the program with the fixture's library.
 *
 * Returns: (transfer full): what it writes: to standard output where @status is 0, otherwise to standard error; to the
 *   other it writes nothing
 */
char *
kompass_test_ask (KompassTestCli *fixture,
                  int             status,
                  const char     *word,
                  ...)
{
  va_list args;
  int got;

  va_start (args, word);
  got = run_with_library (fixture, word, args);
  va_end (args);
  if (got != status)
    g_error ("%d: %s%s", got, fixture->out, fixture->err);
  g_assert_cmpstr (status == 0 ? fixture->err : fixture->out, ==, "");

  return g_strdup (status == 0 ? fixture->out : fixture->err);
}

/**
 * kompass_test_assert_says:
 * @text: what a program wrote
 * @words: what is in it, letter by letter
 */
void
kompass_test_assert_says (const char *text,
                          const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/**
 * kompass_test_assert_member:
 * @object: an object
 * @name: the name of a member
 * @expected: (nullable): the member as it stands in JSON; %NULL where there is none
 */
void
kompass_test_assert_member (JsonObject *object,
                            const char *name,
                            const char *expected)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *got = node != NULL ? json_to_string (node, FALSE) : NULL;

  g_assert_cmpstr (got, ==, expected);
}
