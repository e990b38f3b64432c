/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassCliError:
 * @KOMPASS_CLI_ERROR_USAGE: the command was written wrongly (exit status 2)
 * @KOMPASS_CLI_ERROR_FAILED: it could not be done (exit status 1, as for errors of any other domain)
 */
typedef enum
{
  KOMPASS_CLI_ERROR_USAGE,
  KOMPASS_CLI_ERROR_FAILED,
} KompassCliError;

#define KOMPASS_CLI_ERROR (kompass_cli_error_quark ())
GQuark kompass_cli_error_quark (void);

typedef struct _KompassCliCall KompassCliCall;

/**
 * KompassCliCommand:
 * @name: what is typed
 * @operands: what must follow, for the help
 * @n_least: how many operands at the least
 * @n_most: how many at the most
 * @summary: what it does, one line
 * @details: (nullable): more about it, for its own help
 * @run: does it: parses options with kompass_cli_call_parse(), then acts. %FALSE on an error, and after help
 *
 * A command.
 */
typedef struct
{
  const char *name;
  const char *operands;
  guint n_least;
  guint n_most;
  const char *summary;
  const char *details;
  gboolean (*run) (KompassCliCall *call, GError **error);
} KompassCliCommand;

/**
 * KompassCliCall:
 * @command: what was asked for
 * @library_path: (nullable): the library to use; %NULL for the user's
 * @words: what follows the command; after kompass_cli_call_parse() its operands alone, in UTF-8
 *
 * One call of the program.
 */
struct _KompassCliCall
{
  const KompassCliCommand *command;
  char *library_path;
  char **words;
};

gboolean kompass_cli_call_parse (KompassCliCall      *call,
                                 const GOptionEntry  *entries,
                                 GError             **error);

extern const KompassCliCommand kompass_cli_chart;
extern const KompassCliCommand kompass_cli_check;
extern const KompassCliCommand kompass_cli_compare;
extern const KompassCliCommand kompass_cli_example;
extern const KompassCliCommand kompass_cli_groups;
extern const KompassCliCommand kompass_cli_list;
extern const KompassCliCommand kompass_cli_new;
extern const KompassCliCommand kompass_cli_redo;
extern const KompassCliCommand kompass_cli_report;
extern const KompassCliCommand kompass_cli_set;
extern const KompassCliCommand kompass_cli_show;
extern const KompassCliCommand kompass_cli_undo;

G_END_DECLS
