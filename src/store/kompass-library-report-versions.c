/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the change log knows about a report: earlier versions of its texts, and when it was changed last. */
#include "kompass-library-private.h"

#include <string.h>

#include "kompass-recording.h"

/**
 * kompass_report_version_free:
 * @version: a version
 */
void
kompass_report_version_free (KompassReportVersion *version)
{
  g_clear_pointer (&version->time, g_date_time_unref);
  g_free (version->author);
  g_free (version->markup);
  g_free (version);
}

static void
free_version (gpointer data)
{
  kompass_report_version_free (data);
}

static guint
count_words (const char *markup)
{
  g_autoptr (KompassText) text = kompass_text_new_from_markup (markup, NULL);

  return text != NULL ? kompass_text_count_words (text) : 0;
}

/* A version that is as the one after it adds nothing. */
static void
add_version (GPtrArray  *versions,
             const char *time,
             const char *author,
             const char *markup)
{
  const KompassReportVersion *newer = versions->len > 0 ? g_ptr_array_index (versions, versions->len - 1) : NULL;
  KompassReportVersion *version;

  if (newer != NULL && strcmp (newer->markup, markup) == 0)
    return;
  version = g_new0 (KompassReportVersion, 1);
  version->time = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  version->author = g_strdup (author);
  version->markup = g_strdup (markup);
  version->words = count_words (markup);
  g_ptr_array_add (versions, version);
}

/* What the section said before the log of it begins, where it said anything. */
static gboolean
add_first (KompassLibrary  *self,
           GPtrArray       *versions,
           const char      *evaluation,
           const char      *section,
           const char      *before,
           GError         **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row = FALSE;

  if (before == NULL)
    {
      row = kompass_sql_query (self->db, error, "SELECT markup FROM report_text WHERE evaluation = ? AND section = ?",
                               "ss", evaluation, section);
      if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
        return FALSE;
      before = is_row ? kompass_sql_text (row, 0) : "";
    }
  if (*before != '\0')
    add_version (versions, NULL, "", before);

  return TRUE;
}

/**
 * kompass_library_list_report_versions:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @section: the id of a section of its report
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Lists what was written in a section, from the log: one version for each step, also for those that have been undone, so
 * that what was written and given up can be found again.
 *
 * Returns: (transfer full) (nullable) (element-type KompassReportVersion): the versions, the newest first; the last has no
 *   time where the section came with a text
 */
GPtrArray *
kompass_library_list_report_versions (KompassLibrary  *self,
                                      const char      *evaluation,
                                      const char      *section,
                                      GError         **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (free_version);
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autofree char *first = NULL;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT time, author, changeset FROM change WHERE evaluation = ? ORDER BY number DESC", "s",
                            evaluation);
  if (rows == NULL)
    return NULL;
  while (kompass_sql_next_or_end (rows, &is_row, error))
    {
      g_autoptr (GBytes) changeset = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (!is_row)
        return add_first (self, versions, evaluation, section, first, error) ? g_steal_pointer (&versions) : NULL;
      changeset = g_bytes_new_static (sqlite3_column_blob (rows, 2), (gsize) sqlite3_column_bytes (rows, 2));
      if (!kompass_changeset_find_text (changeset, evaluation, section, &before, &after))
        continue;
      add_version (versions, kompass_sql_text (rows, 0), kompass_sql_text (rows, 1), after);
      g_free (first);
      first = g_steal_pointer (&before);
    }

  return NULL;
}

/* When something was done to the evaluation that was not about it alone, such as adding the example. */
static gboolean
find_common_time (KompassLibrary  *self,
                  const char      *evaluation,
                  GDateTime      **time,
                  GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT time, changeset FROM change WHERE evaluation IS NULL AND state = 'done' "
                            "ORDER BY number DESC",
                            "");
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next_or_end (rows, &is_row, error))
    {
      g_autoptr (GBytes) changeset = NULL;

      if (!is_row)
        return TRUE;
      changeset = g_bytes_new_static (sqlite3_column_blob (rows, 1), (gsize) sqlite3_column_bytes (rows, 1));
      if (!kompass_changeset_concerns (changeset, evaluation))
        continue;
      *time = g_date_time_new_from_iso8601 (kompass_sql_text (rows, 0), NULL);
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_own_time (KompassLibrary  *self,
               const char      *evaluation,
               GDateTime      **time,
               GError         **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error,
                           "SELECT time FROM change WHERE evaluation = ? AND state = 'done' ORDER BY number DESC LIMIT 1",
                           "s", evaluation);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (is_row)
    *time = g_date_time_new_from_iso8601 (kompass_sql_text (row, 0), NULL);

  return TRUE;
}

/**
 * kompass_library_get_evaluation_time:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * When an evaluation or its report was changed last: the time that finished files bear, so that they are the same,
 * whenever they are made. What has been undone does not count.
 *
 * Returns: (transfer full) (nullable): the time, in UTC; %NULL on an error
 */
GDateTime *
kompass_library_get_evaluation_time (KompassLibrary  *self,
                                     const char      *evaluation,
                                     GError         **error)
{
  g_autofree char *title = kompass_library_get_title (self, evaluation, error);
  g_autoptr (GDateTime) time = NULL;

  if (title == NULL || !find_own_time (self, evaluation, &time, error) ||
      (time == NULL && !find_common_time (self, evaluation, &time, error)))
    return NULL;

  return time != NULL ? g_steal_pointer (&time) : g_date_time_new_from_unix_utc (0);
}
