/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that a report is made of, read from the library as it was at one moment. */
#include "kompass-publication.h"

#include <string.h>

#include "kompass-library-report.h"

/**
 * kompass_publication_source_free:
 * @self: what a report is made of
 */
void
kompass_publication_source_free (KompassPublicationSource *self)
{
  g_clear_object (&self->evaluation);
  g_clear_object (&self->report);
  g_clear_pointer (&self->comparisons, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self);
}

static gboolean
add_comparison (KompassPublicationSource  *self,
                KompassLibrary            *library,
                const char                *id,
                GError                   **error)
{
  KompassEdition *own = kompass_evaluation_get_edition (self->evaluation);
  g_autoptr (KompassProfile) other = kompass_library_load_profile (library, id, error);
  KompassEdition *edition = other != NULL ? kompass_profile_get_edition (other) : NULL;
  g_autoptr (KompassMapping) mapping = NULL;
  g_autoptr (GError) failure = NULL;

  if (other == NULL)
    return FALSE;
  if (own != NULL && edition != NULL && own != edition)
    mapping = kompass_library_find_mapping (library, own, edition, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (self->comparisons, kompass_comparison_new (self->evaluation, other, mapping));

  return TRUE;
}

static gboolean
is_repeated (const char * const *ids,
             guint               index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp (ids[i], ids[index]) == 0)
      return TRUE;

  return FALSE;
}

/* What is stored may be gone since; a step that is undone may bring it back. What is asked for must be there. */
static gboolean
add_comparisons (KompassPublicationSource  *self,
                 KompassLibrary            *library,
                 const char * const        *asked,
                 GError                   **error)
{
  const char * const *ids = asked != NULL ? asked : kompass_report_get_comparisons (self->report);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (strcmp (ids[i], kompass_evaluation_get_id (self->evaluation)) == 0 || is_repeated (ids, i) ||
          add_comparison (self, library, ids[i], &failure))
        continue;
      if (asked == NULL && g_error_matches (failure, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_all (KompassPublicationSource  *self,
          KompassLibrary            *library,
          const char                *evaluation,
          const char * const        *comparisons,
          GError                   **error)
{
  self->evaluation = kompass_library_load (library, evaluation, error);
  if (self->evaluation == NULL)
    return FALSE;
  self->report = kompass_library_load_report (library, evaluation, error);
  if (self->report == NULL || !add_comparisons (self, library, comparisons, error))
    return FALSE;
  self->rounds = kompass_library_load_rounds_of (library, kompass_evaluation_get_municipality_id (self->evaluation), error);
  if (self->rounds == NULL)
    return FALSE;
  self->mappings = kompass_library_list_mappings (library, error);
  if (self->mappings == NULL)
    return FALSE;
  self->time = kompass_library_get_evaluation_time (library, evaluation, error);

  return self->time != NULL;
}

/**
 * kompass_publication_source_load:
 * @library: a library in which nothing is being read or written
 * @evaluation: UUID of an evaluation
 * @comparisons: (array zero-terminated=1) (nullable): UUIDs of what it is compared with, instead of what is stored with
 *   the report; itself is passed over, and what is named again
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Of what is stored with the report, what is gone is left out.
 *
 * Returns: (transfer full) (nullable): all that a report is made of
 */
KompassPublicationSource *
kompass_publication_source_load (KompassLibrary      *library,
                                 const char          *evaluation,
                                 const char * const  *comparisons,
                                 GError             **error)
{
  g_autoptr (KompassPublicationSource) self = g_new0 (KompassPublicationSource, 1);
  gboolean is_read;

  self->comparisons = g_ptr_array_new_with_free_func (g_object_unref);
  if (!kompass_library_begin_reading (library, error))
    return NULL;
  is_read = read_all (self, library, evaluation, comparisons, error);
  kompass_library_end_reading (library);

  return is_read ? g_steal_pointer (&self) : NULL;
}

/**
 * kompass_publication_source_create_document:
 * @self: what a report is made of
 *
 * A window may have put a newer report in it, with what has just been typed.
 *
 * Returns: (transfer full): the report
 */
KompassDocument *
kompass_publication_source_create_document (KompassPublicationSource *self)
{
  return kompass_report_document_new (&(KompassReportInput) {
    .evaluation = self->evaluation,
    .report = self->report,
    .comparisons = (KompassComparison * const *) self->comparisons->pdata,
    .n_comparisons = self->comparisons->len,
    .rounds = self->rounds,
    .mappings = self->mappings,
    .time = self->time,
  });
}

/**
 * kompass_publication_create_document:
 * @library: a library in which nothing is being read or written
 * @evaluation: UUID of an evaluation
 * @comparisons: (array zero-terminated=1) (nullable): as for kompass_publication_source_load()
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the report
 */
KompassDocument *
kompass_publication_create_document (KompassLibrary      *library,
                                     const char          *evaluation,
                                     const char * const  *comparisons,
                                     GError             **error)
{
  g_autoptr (KompassPublicationSource) source = kompass_publication_source_load (library, evaluation, comparisons, error);

  return source != NULL ? kompass_publication_source_create_document (source) : NULL;
}
