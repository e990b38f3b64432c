/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing from the command line: with progress on standard error, and until somebody presses Ctrl+C. */
#include "kompass-cli-publish.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kompass-cli-command.h"
#include "kompass-cli-output.h"

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

/**
 * Call:
 * @cancellable: what a signal cancels
 * @sources: of the signals; 0 once they have come
 * @result: (nullable): how it ended
 * @is_terminal: whether progress is one line that changes
 * @tells_progress: whether progress is told at all
 */
typedef struct
{
  GCancellable *cancellable;
  guint sources[G_N_ELEMENTS (signals)];
  GAsyncResult *result;
  gboolean is_terminal;
  gboolean tells_progress;
} Call;

/* Once: a program that does not end by itself then can be ended by the same key. */
static gboolean
signal_cb (gpointer data)
{
  Call *call = data;

  g_cancellable_cancel (call->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (call->sources[i] != g_source_get_id (g_main_current_source ()))
      g_clear_handle_id (&call->sources[i], g_source_remove);
  memset (call->sources, 0, sizeof call->sources);

  return G_SOURCE_REMOVE;
}

static void
call_init (Call    *call,
           gboolean tells_progress)
{
  *call = (Call) { .cancellable = g_cancellable_new () };
  call->is_terminal = isatty (STDERR_FILENO) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  call->tells_progress = tells_progress || call->is_terminal;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    call->sources[i] = g_unix_signal_add (signals[i], signal_cb, call);
}

static void
call_clear (Call *call)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_clear_handle_id (&call->sources[i], g_source_remove);
  g_clear_object (&call->cancellable);
  g_clear_object (&call->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Call *call = data;

  call->result = g_object_ref (result);
}

static void
wait_for_end (Call *call)
{
  while (call->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* In UTF-8 whatever the locale, as all that the program writes. */
static void
progress_cb (guint       done,
             guint       of,
             const char *name,
             gpointer    data)
{
  const Call *call = data;
  g_autofree char *shown = kompass_text_clean_line (name);
  g_autofree char *line = NULL;

  if (!call->tells_progress)
    return;
  /* Translators: progress: how many are done, of how many, and the next one: "12 of 290: Lund 2011" */
  line = *name != '\0' ? g_strdup_printf (_("%u of %u: %s"), done, of, shown) : g_strdup_printf (_("%u of %u"), done, of);
  if (call->is_terminal)
    fprintf (stderr, "\r%s\033[K%s", line, *name == '\0' ? "\r\033[K" : "");
  else
    fprintf (stderr, "%s\n", line);
  fflush (stderr);
}

/**
 * kompass_cli_publish_one:
 * @library: a library
 * @evaluation: UUID of an evaluation
 * @path: (type filename): the file
 * @options: how to publish it
 * @error: return location for an error
 *
 * Prints the name of the file that was written.
 *
 * Returns: %TRUE if the file was written
 */
gboolean
kompass_cli_publish_one (KompassLibrary                   *library,
                         const char                       *evaluation,
                         const char                       *path,
                         const KompassPublicationOptions  *options,
                         GError                          **error)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) failure = NULL;

  call_init (&call, FALSE);
  kompass_publication_write_async (library, evaluation, path, options, call.cancellable, ended_cb, &call);
  wait_for_end (&call);
  if (kompass_publication_write_finish (library, call.result, &failure))
    {
      /* What was written into, such as a pipe, may be where the name would go. */
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        puts (path);
      return TRUE;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED, _("Cancelled. Nothing was written."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Names of files as they are, for scripts. */
static gboolean
tell (const KompassPublicationResult  *result,
      guint                            n,
      GError                         **error)
{
  guint n_written = result->written->len;

  for (guint i = 0; i < n_written; i++)
    puts (g_ptr_array_index (result->written, i));
  for (guint i = 0; i < result->failures->len; i++)
    {
      const KompassPublicationFailure *failure = g_ptr_array_index (result->failures, i);

      kompass_cli_print_error ("%s: %s", failure->name, failure->message);
    }
  if (result->is_cancelled)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 /* Translators: how many have been written, of how many */
                 _("Cancelled. %u of %u were written, and these are whole."), n_written, n);
  else if (result->failures->len > 0)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED,
                 /* Translators: how many have been written, of how many */
                 _("%u of %u were written."), n_written, n);
  else
    return TRUE;

  return FALSE;
}

/**
 * kompass_cli_publish_many:
 * @library: a library
 * @evaluations: (array zero-terminated=1): UUIDs of evaluations
 * @folder: (type filename): where to write the files
 * @options: how to publish them
 * @tells_progress: whether to tell of progress also where standard error is no terminal
 * @error: return location for an error
 *
 * Prints the names of the files that were written, and what went wrong with the others.
 *
 * Returns: %TRUE if all were written
 */
gboolean
kompass_cli_publish_many (KompassLibrary                   *library,
                          const char * const               *evaluations,
                          const char                       *folder,
                          const KompassPublicationOptions  *options,
                          gboolean                          tells_progress,
                          GError                          **error)
{
  g_auto (Call) call = { 0 };
  g_autoptr (KompassPublicationResult) result = NULL;

  call_init (&call, tells_progress);
  kompass_publication_write_all_async (library, evaluations, folder, options, progress_cb, &call, call.cancellable, ended_cb,
                                       &call);
  wait_for_end (&call);
  result = kompass_publication_write_all_finish (library, call.result, error);
  if (call.is_terminal)
    fputs ("\r\033[K", stderr);

  return result != NULL && tell (result, g_strv_length ((char **) evaluations), error);
}
