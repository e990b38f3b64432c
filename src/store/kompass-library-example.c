/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled example: added and removed as one step, never mixed with what is the user's. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray *evaluations;
  GPtrArray *means;
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

  if (!kompass_sql_run (self->db, error, "INSERT INTO reference_group VALUES (?, ?, ?, nullif (?, 0), ?, ?, 1)", "sssiss",
                        id, kompass_profile_get_name (mean), kompass_edition_get_id (edition),
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
insert_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  Example *example = data;
  gboolean is_there;

  for (guint i = 0; i < example->evaluations->len; i++)
    {
      KompassEvaluation *evaluation = g_ptr_array_index (example->evaluations, i);

      if (!kompass_sql_exists (self->db, "SELECT 1 FROM evaluation WHERE id = ?", kompass_evaluation_get_id (evaluation),
                               &is_there, error) ||
          (!is_there && !kompass_library_insert_evaluation (self, evaluation, error)))
        return FALSE;
    }
  for (guint i = 0; i < example->means->len; i++)
    {
      KompassProfile *mean = g_ptr_array_index (example->means, i);

      if (!kompass_sql_exists (self->db, "SELECT 1 FROM reference_group WHERE id = ?", kompass_profile_get_id (mean),
                               &is_there, error) ||
          (!is_there && !insert_mean (self, mean, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_library_add_example:
 * @self: a library
 * @evaluations: (element-type KompassEvaluation): the bundled evaluations
 * @means: (element-type KompassProfile): the bundled means
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds the bundled example as one step, marked as example: all of it, or what the user has deleted of it. A municipality
 * that the library already has is used.
 *
 * Returns: %TRUE if the library has it now
 */
gboolean
kompass_library_add_example (KompassLibrary  *self,
                             GPtrArray       *evaluations,
                             GPtrArray       *means,
                             GError         **error)
{
  return kompass_library_run_command (self, &(KompassLabel) { N_("Add the example"), NULL, NULL }, insert_example, &(Example) { evaluations, means },
              error);
}

static gboolean
delete_example (KompassLibrary  *self,
                gpointer         data,
                GError         **error)
{
  return kompass_sql_script (self->db,
                             "DELETE FROM score WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM printed WHERE evaluation IN (SELECT id FROM evaluation WHERE example = 1);"
                             "DELETE FROM evaluation WHERE example = 1;"
                             "DELETE FROM municipality WHERE example = 1 AND id NOT IN (SELECT municipality FROM evaluation);"
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
  return kompass_library_run_command (self, &(KompassLabel) { N_("Remove the example"), NULL, NULL }, delete_example, NULL, error);
}
