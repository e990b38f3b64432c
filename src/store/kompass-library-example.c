/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled example: added and removed as one step, never mixed with what is the user's. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray *evaluations;
  GPtrArray *means;
  GPtrArray *reports; /* or NULL */
  guint n_evaluations; /* how many of them have been added */
  guint n_means;
} Example;

static gboolean
insert_mean (KompassLibrary  *self,
             KompassProfile  *mean,
             GError         **error)
{
  KompassEdition *edition = kompass_profile_get_edition (mean);
  const char *id = kompass_profile_get_id (mean);
  KompassPoints points = kompass_profile_get_points (mean, KOMPASS_LINE_TOTAL, 0, NULL);
  static const char sql[] = "INSERT INTO reference_value VALUES (?, ?, ?)";

  if (!kompass_sql_run (self->db, error,
                        "INSERT INTO reference_group (id, name, edition, members, as_of, source, example) "
                        "VALUES (?, ?, ?, nullif (?, 0), ?, ?, 1)",
                        "sssiss", id, kompass_profile_get_name (mean), kompass_edition_get_id (edition),
                        kompass_profile_get_members (mean), kompass_profile_get_as_of (mean),
                        kompass_profile_get_source (mean)))
    return FALSE;
  if (points != KOMPASS_POINTS_UNKNOWN && !kompass_sql_run (self->db, error, sql, "sip", id, 0, points))
    return FALSE;
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      points = kompass_profile_get_points (mean, KOMPASS_LINE_AREA, i, NULL);
      if (points != KOMPASS_POINTS_UNKNOWN &&
          !kompass_sql_run (self->db, error, sql, "sip", id, kompass_edition_get_area (edition, i)->number, points))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_missing_evaluation (KompassLibrary     *self,
                           Example            *example,
                           KompassEvaluation  *evaluation,
                           GError            **error)
{
  const char *id = kompass_evaluation_get_id (evaluation);
  gboolean is_there;

  if (!kompass_sql_exists (self->db, "SELECT 1 FROM evaluation WHERE id = ?", id, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  example->n_evaluations++;

  return kompass_library_insert_evaluation (self, evaluation, error);
}

static gboolean
insert_missing_mean (KompassLibrary  *self,
                     Example         *example,
                     KompassProfile  *mean,
                     GError         **error)
{
  const char *id = kompass_profile_get_id (mean);
  gboolean is_there;

  if (!kompass_sql_exists (self->db, "SELECT 1 FROM reference_group WHERE id = ?", id, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  example->n_means++;

  return insert_mean (self, mean, error);
}

/* Whatever somebody has written about the evaluation stays, and what is the user's own is not written about. */
static gboolean
insert_missing_report (KompassLibrary  *self,
                       KompassReport   *report,
                       GError         **error)
{
  g_autoptr (KompassReport) there = NULL;
  gboolean is_example;

  if (!kompass_sql_exists (self->db, "SELECT 1 FROM evaluation WHERE id = ? AND example = 1",
                           kompass_report_get_evaluation_id (report), &is_example, error))
    return FALSE;
  if (!is_example)
    return TRUE;
  there = kompass_library_load_report (self, kompass_report_get_evaluation_id (report), error);
  if (there == NULL)
    return FALSE;

  return !kompass_report_is_empty (there) ||
         (kompass_library_erase_reports (self, "= ?", kompass_report_get_evaluation_id (report), error) &&
          kompass_library_insert_report (self, report, error));
}

static gboolean
insert_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Example *example = data;

  for (guint i = 0; i < example->evaluations->len; i++)
    if (!insert_missing_evaluation (self, example, g_ptr_array_index (example->evaluations, i), error))
      return FALSE;
  for (guint i = 0; i < example->means->len; i++)
    if (!insert_missing_mean (self, example, g_ptr_array_index (example->means, i), error))
      return FALSE;
  for (guint i = 0; example->reports != NULL && i < example->reports->len; i++)
    if (!insert_missing_report (self, g_ptr_array_index (example->reports, i), error))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_add_example:
 * @self: a library
 * @evaluations: (element-type KompassEvaluation): the bundled evaluations
 * @means: (element-type KompassProfile): the bundled means
 * @reports: (nullable) (element-type KompassReport): what is written about some of the evaluations
 * @n_evaluations: (out) (optional): how many evaluations have been added
 * @n_means: (out) (optional): how many means
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds the bundled example as one step, marked as example: all of it, or what the user has deleted of it. A
 * municipality that the library already has is used. A report comes with its evaluation, also to an example that is
 * there already and about which nothing is written.
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_add_example (KompassLibrary  *self,
                             GPtrArray       *evaluations,
                             GPtrArray       *means,
                             GPtrArray       *reports,
                             guint           *n_evaluations,
                             guint           *n_means,
                             GError         **error)
{
  Example example = { evaluations, means, reports, 0, 0 };

  if (!kompass_library_run_command (self, &(KompassLabel) { N_("Add the example"), NULL, NULL }, insert_example,
                                    &example, error))
    return FALSE;
  if (n_evaluations != NULL)
    *n_evaluations = example.n_evaluations;
  if (n_means != NULL)
    *n_means = example.n_means;

  return TRUE;
}

static gboolean
delete_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  return kompass_library_erase_reports (self, "IN (SELECT id FROM evaluation WHERE example = ?)", "1", error) &&
         kompass_sql_script (self->db,
                             "DELETE FROM reference_member"
                             "  WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1)"
                             "  OR reference_group IN (SELECT id FROM reference_group WHERE example = 1);"
                             "DELETE FROM score WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM printed WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM evaluation WHERE example = 1;"
                             "DELETE FROM municipality WHERE example = 1"
                             "  AND id NOT IN (SELECT municipality FROM evaluation);"
                             "DELETE FROM reference_value WHERE reference_group IN"
                             "  (SELECT id FROM reference_group WHERE example = 1);"
                             "DELETE FROM reference_group WHERE example = 1;",
                             error);
}

/**
 * kompass_library_remove_example:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Removes what kompass_library_add_example() added, as one step. What the user has added stays, also rounds of its
 * municipalities.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_remove_example (KompassLibrary  *self,
                                GError         **error)
{
  return kompass_library_run_command (self, &(KompassLabel) { N_("Remove the example"), NULL, NULL }, delete_example,
                                      NULL, error);
}
