/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publishing in a thread, with a connection of its own to the library, so that a window goes on. */
#include "kompass-publication.h"

/**
 * Job:
 * @path: of the library
 * @evaluations: UUIDs
 * @target: the file, or the folder for many
 * @options: how to publish; what it points to belongs to the job
 * @progress: (nullable): called in @context
 *
 * What the thread needs to know. It does not know the library: the thread must not be the last to let go of it.
 */
typedef struct
{
  char *path;
  char **evaluations;
  char *target;
  KompassPublicationOptions options;
  KompassPublicationProgress progress;
  gpointer progress_data;
  GMainContext *context;
} Job;

typedef struct
{
  KompassPublicationProgress progress;
  gpointer data;
  guint done;
  guint of;
  char *name;
} Step;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_strfreev (job->evaluations);
  g_free (job->target);
  g_free ((char *) job->options.setup.font);
  g_strfreev ((char **) job->options.comparisons);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_free (job);
}

static Job *
create_job (KompassLibrary                  *library,
            const char                      *target,
            const KompassPublicationOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (kompass_library_get_path (library));
  job->target = g_strdup (target);
  job->options = *options;
  job->options.setup.font = g_strdup (options->setup.font);
  job->options.comparisons = (const char * const *) g_strdupv ((char **) options->comparisons);

  return job;
}

/* Progress */

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_free (step);
}

static gboolean
tell_cb (gpointer data)
{
  const Step *step = data;

  step->progress (step->done, step->of, step->name, step->data);

  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(), which may call it in this thread. With the priority of the task, so that it comes before
 * the end. */
static void
progress_cb (guint       done,
             guint       of,
             const char *name,
             gpointer    data)
{
  const Job *job = data;
  g_autoptr (GSource) source = NULL;
  Step *step;

  if (job->progress == NULL)
    return;
  step = g_new0 (Step, 1);
  *step = (Step) { job->progress, job->progress_data, done, of, g_strdup (name) };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, step, step_free);
  g_source_attach (source, job->context);
}

/* The thread */

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassLibrary) library = kompass_library_open_for_reading (job->path, &error);

  if (library != NULL && kompass_publication_write (library, job->evaluations[0], job->target, &job->options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
free_result (gpointer result)
{
  kompass_publication_result_free (result);
}

static void
write_all_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KompassLibrary) library = kompass_library_open_for_reading (job->path, &error);
  KompassPublicationResult *result = NULL;

  if (library != NULL)
    result = kompass_publication_write_all (library, (const char * const *) job->evaluations, job->target, &job->options,
                                            progress_cb, job, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
all_written_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  KompassPublicationResult *written = g_task_propagate_pointer (G_TASK (result), &error);

  if (written != NULL)
    g_task_return_pointer (task, written, free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Two tasks: that of the caller knows the library, and that of the thread does not. What has been written is told also
 * where it was cancelled. */
static void
run (GTask              *task,
     Job                *job,
     GTaskThreadFunc     function,
     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) work = g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (work, FALSE);
  job->context = g_main_context_ref (g_task_get_context (task));
  g_task_set_task_data (work, job, job_free);
  g_task_run_in_thread (work, function);
}

/**
 * kompass_publication_write_async:
 * @library: a library
 * @evaluation: UUID of an evaluation
 * @path: (type filename): the file
 * @options: how to publish it
 * @cancellable: (nullable): for stopping
 * @callback: called when it is written, or could not be
 * @data: for @callback
 *
 * As kompass_publication_write(), in a thread.
 */
void
kompass_publication_write_async (KompassLibrary                  *library,
                                 const char                      *evaluation,
                                 const char                      *path,
                                 const KompassPublicationOptions *options,
                                 GCancellable                    *cancellable,
                                 GAsyncReadyCallback              callback,
                                 gpointer                         data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  Job *job = create_job (library, path, options);

  g_task_set_source_tag (task, kompass_publication_write_async);
  job->evaluations = g_strdupv ((char *[]) { (char *) evaluation, NULL });
  run (task, job, write_in_thread, written_cb);
}

/**
 * kompass_publication_write_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: return location for an error, %G_IO_ERROR_CANCELLED among them
 *
 * Returns: %TRUE if the file was written; if not, an older one is unchanged
 */
gboolean
kompass_publication_write_finish (KompassLibrary  *library,
                                  GAsyncResult    *result,
                                  GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kompass_publication_write_all_async:
 * @library: a library
 * @evaluations: (array zero-terminated=1): UUIDs of evaluations
 * @folder: (type filename): where to write the files
 * @options: how to publish them
 * @progress: (nullable): called before each and at the end, where the caller's main loop runs; not after @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): for stopping
 * @callback: called when all is done
 * @data: for @callback
 *
 * As kompass_publication_write_all(), in a thread.
 */
void
kompass_publication_write_all_async (KompassLibrary                  *library,
                                     const char * const              *evaluations,
                                     const char                      *folder,
                                     const KompassPublicationOptions *options,
                                     KompassPublicationProgress       progress,
                                     gpointer                         progress_data,
                                     GCancellable                    *cancellable,
                                     GAsyncReadyCallback              callback,
                                     gpointer                         data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  Job *job = create_job (library, folder, options);

  g_task_set_source_tag (task, kompass_publication_write_all_async);
  job->evaluations = g_strdupv ((char **) evaluations);
  job->progress = progress;
  job->progress_data = progress_data;
  run (task, job, write_all_in_thread, all_written_cb);
}

/**
 * kompass_publication_write_all_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: return location for an error that stood in the way of all
 *
 * Returns: (transfer full) (nullable): what has become of them, also where it was cancelled
 */
KompassPublicationResult *
kompass_publication_write_all_finish (KompassLibrary  *library,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
