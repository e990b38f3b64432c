/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an evaluation can be held against, with its figures: evaluations, published means, groups with all their
 * members. */
#include "kompass-library-private.h"

#include "kompass-group-loader.h"

static KompassProfile *
make_mean (KompassGroup *group)
{
  KompassEdition *edition = kompass_group_get_edition (group);
  KompassProfile *profile =
      kompass_profile_new_mean (kompass_group_get_id (group), kompass_group_get_name (group), edition,
                                kompass_group_get_n_members (group), kompass_group_get_as_of (group),
                                kompass_group_get_source (group));

  kompass_profile_set_total (profile, kompass_group_get_points (group, KOMPASS_LINE_TOTAL, 0));
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    kompass_profile_set_area (profile, i, kompass_group_get_points (group, KOMPASS_LINE_AREA, i));

  return profile;
}

static KompassProfile *
load_group_profile (KompassLibrary  *self,
                    const char      *id,
                    GError         **error)
{
  g_autoptr (KompassGroup) group = kompass_library_load_group (self, id, error);

  if (group == NULL)
    return NULL;

  return kompass_group_get_is_published (group) ? make_mean (group)
                                                : kompass_group_loader_load (self->db, group, error);
}

static gboolean
is_group (KompassLibrary  *self,
          const char      *id,
          gboolean        *is_there,
          GError         **error)
{
  return kompass_sql_exists (self->db, "SELECT 1 FROM reference_group WHERE id = ?", id, is_there, error);
}

static KompassProfile *
load_profile (KompassLibrary  *self,
              const char      *id,
              GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = NULL;
  gboolean is_there;

  if (!is_group (self, id, &is_there, error))
    return NULL;
  if (is_there)
    return load_group_profile (self, id, error);
  evaluation = kompass_library_load (self, id, error);

  return evaluation != NULL ? kompass_profile_new_for_evaluation (evaluation) : NULL;
}

/**
 * kompass_library_load_profile:
 * @self: a library
 * @id: UUID of an evaluation or of a reference group
 * @error: return location for an error
 *
 * Reads all of it as it was at one moment. A group of a thousand evaluations takes longer than a frame of the screen:
 * see kompass_library_load_profile_async().
 *
 * Returns: (transfer full) (nullable): its points, to hold an evaluation against
 */
KompassProfile *
kompass_library_load_profile (KompassLibrary  *self,
                              const char      *id,
                              GError         **error)
{
  gboolean is_alone = sqlite3_get_autocommit (self->db) != 0;
  KompassProfile *profile;

  if (is_alone && !kompass_sql_script (self->db, "BEGIN", error))
    return NULL;
  profile = load_profile (self, id, error);
  if (is_alone)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return profile;
}

typedef struct
{
  char *path;
  KompassGroup *group;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_object_unref (job->group);
  g_free (job);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GError) failure = NULL;
  KompassProfile *profile = kompass_group_loader_run (job->path, job->group, cancellable, &failure);

  if (profile != NULL)
    g_task_return_pointer (task, profile, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) failure = NULL;
  KompassProfile *profile = g_task_propagate_pointer (G_TASK (result), &failure);

  if (profile != NULL)
    g_task_return_pointer (task, profile, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

/* A task of its own for the thread, which knows no library: a thread lets go of its task when it comes to it, and the
 * library must not be closed by whoever happens to be last. */
static void
load_later (KompassLibrary *self,
            KompassGroup   *group,
            GTask          *task)
{
  g_autoptr (GTask) work = g_task_new (NULL, g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (self->path);
  job->group = g_object_ref (group);
  g_task_set_task_data (work, job, job_free);
  g_task_run_in_thread (work, load_in_thread);
}

static void
load_now (KompassLibrary *self,
          const char     *id,
          GTask          *task)
{
  g_autoptr (GError) failure = NULL;
  KompassProfile *profile = kompass_library_load_profile (self, id, &failure);

  if (profile != NULL)
    g_task_return_pointer (task, profile, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&failure));
}

/**
 * kompass_library_load_profile_async:
 * @self: a library
 * @id: UUID of an evaluation or of a reference group
 * @cancellable: (nullable): for stopping
 * @callback: called when it is loaded
 * @data: for @callback
 *
 * As kompass_library_load_profile(), but the members of a reference group are read in a thread with a connection of its
 * own, so that nothing waits for them. What is small is read at once; @callback is called later all the same.
 */
void
kompass_library_load_profile_async (KompassLibrary      *self,
                                    const char          *id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (KompassGroup) group = NULL;
  gboolean is_there;

  g_task_set_source_tag (task, kompass_library_load_profile_async);
  if (is_group (self, id, &is_there, NULL) && is_there)
    group = kompass_library_load_group (self, id, NULL);
  if (group == NULL || kompass_group_get_is_published (group))
    load_now (self, id, task);
  else
    load_later (self, group, task);
}

/**
 * kompass_library_load_profile_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): its points, to hold an evaluation against
 */
KompassProfile *
kompass_library_load_profile_finish (KompassLibrary  *self,
                                     GAsyncResult    *result,
                                     GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kompass_library_list_references:
 * @self: a library
 * @error: return location for an error
 *
 * Loads all reference groups with their figures. For a list of what there is, kompass_library_list_groups() is enough.
 *
 * Returns: (transfer full) (nullable) (element-type KompassProfile): all reference groups, the latest edition first
 */
GPtrArray *
kompass_library_list_references (KompassLibrary  *self,
                                 GError         **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = kompass_library_list_groups (self, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      KompassProfile *profile =
          kompass_library_load_profile (self, kompass_group_get_id (g_ptr_array_index (groups, i)), error);

      if (profile == NULL)
        return NULL;
      g_ptr_array_add (profiles, profile);
    }

  return groups != NULL ? g_steal_pointer (&profiles) : NULL;
}
