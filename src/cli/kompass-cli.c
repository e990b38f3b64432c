/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: finding the command and its words, help, and what the exit status says. Words are taken as bytes
 * and checked to be UTF-8, and texts are written as UTF-8: scripts run in the C locale, too. */
#include "kompass-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "kompass-cli-command.h"
#include "kompass-cli-output.h"
#include "kompass-library.h"

#define PROGRAM "kommunkompass-cli"

enum
{
  STATUS_DONE = 0,
  STATUS_FAILED = 1,
  STATUS_USAGE = 2,
};

static const KompassCliCommand * const commands[] = {
  &kompass_cli_example, &kompass_cli_list,    &kompass_cli_show,   &kompass_cli_new,  &kompass_cli_set,
  &kompass_cli_check,   &kompass_cli_compare, &kompass_cli_groups, &kompass_cli_chart, &kompass_cli_report,
  &kompass_cli_undo,    &kompass_cli_redo,
};

G_DEFINE_QUARK (kompass-cli-error-quark, kompass_cli_error)

/* Help */

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s %s", commands[i]->name, _(commands[i]->summary));
  g_string_append_printf (text, "\n\n%s\n%s",
                          _("Evaluations are named by municipality and year (“Lund 2011”, lund-2011) or by identifier."),
                          _("“kommunkompass-cli COMMAND --help” tells more of a command."));

  return g_string_free (text, FALSE);
}

static void
print_help (GOptionContext          *context,
            const KompassCliCommand *command)
{
  g_autofree char *name = command != NULL ? g_strconcat (PROGRAM " ", command->name, NULL) : g_strdup (PROGRAM);
  g_autofree char *description = command == NULL         ? describe_commands ()
                                 : command->details != NULL ? g_strdup (_(command->details))
                                                            : NULL;
  g_autofree char *text = NULL;

  g_option_context_set_summary (context, command != NULL ? _(command->summary)
                                                         : _("Kommunkompassen evaluations without a window."));
  g_option_context_set_description (context, description);
  /* The usage line begins with the name of the program. */
  g_set_prgname (name);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (PROGRAM);
  kompass_cli_print ("%s", text);
}

/* Parsing */

static const char *
get_operands (const KompassCliCommand *command)
{
  return *command->operands != '\0' ? _(command->operands) : "";
}

/* A score below 0 is a wrong score, not an option that is not known. */
static gboolean
is_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]) && word[1] != ',' && word[1] != '.';
}

static gboolean
add_operand (GStrvBuilder  *operands,
             const char    *word,
             GError       **error)
{
  if (!g_utf8_validate (word, -1, NULL))
    {
      g_autofree char *shown = g_utf8_make_valid (word, -1);

      g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, _("“%s” is not UTF-8"), shown);
      return FALSE;
    }
  g_strv_builder_add (operands, word);

  return TRUE;
}

/* What GOption left: operands, options that it does not know, and perhaps the "--" that ends options. */
static char **
take_operands (char   **words,
               GError **error)
{
  g_autoptr (GStrvBuilder) operands = g_strv_builder_new ();
  gboolean options_end = FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (!options_end && strcmp (words[i], "--") == 0)
        {
          options_end = TRUE;
          continue;
        }
      if (!options_end && is_option (words[i]))
        {
          g_autofree char *shown = g_utf8_make_valid (words[i], -1);

          g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, _("There is no option “%s”"), shown);
          return NULL;
        }
      if (!add_operand (operands, words[i], error))
        return NULL;
    }

  return g_strv_builder_end (operands);
}

static gboolean
check_count (const KompassCliCommand  *command,
             guint                     n,
             GError                  **error)
{
  g_autofree char *full = g_strdup_printf ("%s %s", command->name, get_operands (command));
  const char *usage = g_strchomp (full);

  if (n < command->n_least)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 /* Translators: the command as it is written in full, such as "show EVALUATION" */
                 _("Something is missing: %s"), usage);
  else if (n > command->n_most)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 /* Translators: the command as it is written in full, such as "undo" or "show EVALUATION" */
                 _("There is too much after “%s”. A name with a space in it needs quotation marks."), usage);

  return n >= command->n_least && n <= command->n_most;
}

static void
set_library_path (KompassCliCall *call,
                  char           *path)
{
  if (path == NULL)
    return;
  g_free (call->library_path);
  call->library_path = path;
}

/**
 * kompass_cli_call_parse:
 * @call: a call
 * @entries: (nullable): the command's own options; texts of %G_OPTION_ARG_FILENAME, which are left as they are
 * @error: return location for a #KOMPASS_CLI_ERROR
 *
 * Parses the options that every command has, and the command's own; they may stand anywhere. Prints the command's help
 * where it is asked for.
 *
 * Returns: %TRUE if the command is to be carried out, with its operands in @call; %FALSE without an error after help
 */
gboolean
kompass_cli_call_parse (KompassCliCall      *call,
                        const GOptionEntry  *entries,
                        GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (get_operands (call->command));
  g_autoptr (GError) failure = NULL;
  g_auto (GStrv) words = g_steal_pointer (&call->words);
  gboolean help = FALSE;
  char *path = NULL;
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Use this library instead of the user's"), N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &words, &failure))
    {
      g_free (path);
      g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, failure->message);
      return FALSE;
    }
  set_library_path (call, path);
  if (help)
    {
      print_help (context, call->command);
      return FALSE;
    }
  call->words = take_operands (words, error);

  return call->words != NULL && check_count (call->command, g_strv_length (call->words), error);
}

/* Running */

static const KompassCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

static gboolean
run_command (KompassCliCall  *call,
             GError         **error)
{
  const char *name = call->words[1];

  if (name == NULL)
    {
      g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, _("A command is missing"));
      return FALSE;
    }
  call->command = find_command (name);
  if (call->command == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                   is_option (name) ? _("There is no option “%s”") : _("There is no command “%s”"), shown);
      return FALSE;
    }
  /* What stood before the command has been parsed: let the command's name take the program's place. */
  g_free (call->words[0]);
  memmove (call->words, call->words + 1, g_strv_length (call->words) * sizeof *call->words);

  return call->command->run (call, error);
}

/* The options before the command. */
static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autoptr (GError) failure = NULL;
  gboolean version = FALSE;
  gboolean help = FALSE;
  char *path = NULL;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Use this library instead of the user's"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Show the version of the program"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &call->words, &failure))
    {
      g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, failure->message);
      return FALSE;
    }
  set_library_path (call, path);
  if (help)
    print_help (context, NULL);
  else if (version)
    kompass_cli_print ("Kommunkompass %s\n", PACKAGE_VERSION);

  return help || version || run_command (call, error);
}

/* What to do about it here; in a window it is something else. */
static const char *
get_hint (const GError *error)
{
  if (g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND))
    return _("“list” shows what the library has.");
  if (g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_OPEN))
    return _("“--library FILE” uses a library in another place.");

  return NULL;
}

static int
report (const KompassCliCall *call,
        const GError         *error)
{
  gboolean is_usage = g_error_matches (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE);

  kompass_cli_print_error ("%s", error->message);
  if (is_usage)
    kompass_cli_print_error (_("“%s%s%s --help” tells how to write it."), PROGRAM, call->command != NULL ? " " : "",
                             call->command != NULL ? call->command->name : "");
  else if (get_hint (error) != NULL)
    kompass_cli_print_error ("%s", get_hint (error));

  return is_usage ? STATUS_USAGE : STATUS_FAILED;
}

/**
 * kompass_cli_main:
 * @argc: number of words
 * @argv: (array length=argc): the program's name and the words after it
 *
 * Runs the program. Call kompass_paths_init_locale() first.
 *
 * Returns: the exit status: 0 done, 1 could not be done, 2 wrong usage
 */
int
kompass_cli_main (int    argc,
                  char **argv)
{
  KompassCliCall call = { NULL, NULL, g_strdupv (argv) };
  g_autoptr (GError) error = NULL;
  int status = STATUS_DONE;

  g_set_prgname (PROGRAM);
  run (&call, &error);
  if (error != NULL)
    status = report (&call, error);
  else if (!kompass_cli_flush ())
    status = STATUS_FAILED;
  g_strfreev (call.words);
  g_free (call.library_path);

  return status;
}
