/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference groups: named sets of evaluations of one edition, and published means. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reading */

#define GROUP_COLUMNS \
  "SELECT g.id, g.name, g.edition, g.kind = 'published', g.as_of, g.source, g.example, " \
  "CASE g.kind WHEN 'published' THEN coalesce (g.members, 0) " \
  "ELSE (SELECT count(*) FROM reference_member m WHERE m.reference_group = g.id) END FROM reference_group g "

static KompassGroup *
read_group (KompassLibrary  *self,
            sqlite3_stmt    *row,
            GError         **error)
{
  KompassEdition *edition = kompass_library_get_edition (self, kompass_sql_text (row, 2), error);
  KompassGroup *group;

  if (edition == NULL)
    return NULL;
  group = kompass_group_new (kompass_sql_text (row, 0), kompass_sql_text (row, 1), edition,
                             sqlite3_column_int (row, 3) != 0);
  kompass_group_set_as_of (group, kompass_sql_text (row, 4));
  kompass_group_set_source (group, kompass_sql_text (row, 5));
  kompass_group_set_is_example (group, sqlite3_column_int (row, 6) != 0);
  kompass_group_set_n_members (group, (guint) sqlite3_column_int (row, 7));

  return group;
}

/**
 * kompass_library_list_groups:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Lists all reference groups with what describes them: no figures, and of the members how many there are. It costs some
 * microseconds a group.
 *
 * Returns: (transfer full) (nullable) (element-type KompassGroup): the groups, those of the latest edition first
 */
GPtrArray *
kompass_library_list_groups (KompassLibrary  *self,
                             GError         **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            GROUP_COLUMNS "JOIN edition d ON d.id = g.edition "
                            "ORDER BY d.first_year DESC, d.name, d.revision DESC, g.name, g.id",
                            "");
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassGroup *group = read_group (self, rows, error);

      if (group == NULL)
        return NULL;
      g_ptr_array_add (groups, group);
    }

  return is_read ? g_steal_pointer (&groups) : NULL;
}

static void
set_area_points (KompassGroup  *group,
                 guint          number,
                 KompassPoints  points)
{
  KompassEdition *edition = kompass_group_get_edition (group);

  if (number == 0)
    kompass_group_set_points (group, KOMPASS_LINE_TOTAL, 0, points);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    if (kompass_edition_get_area (edition, i)->number == number)
      kompass_group_set_points (group, KOMPASS_LINE_AREA, i, points);
}

static gboolean
read_values (KompassLibrary  *self,
             KompassGroup    *group,
             GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, "SELECT area, points FROM reference_value WHERE reference_group = ?", "s",
                            kompass_group_get_id (group));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    set_area_points (group, (guint) sqlite3_column_int (rows, 0), kompass_sql_points (rows, 1));

  return is_read;
}

static gboolean
read_members (KompassLibrary  *self,
              KompassGroup    *group,
              GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT evaluation FROM reference_member WHERE reference_group = ? "
                            "ORDER BY position, evaluation",
                            "s", kompass_group_get_id (group));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    kompass_group_add_member (group, kompass_sql_text (rows, 0));

  return is_read;
}

/**
 * kompass_library_load_group:
 * @self: a library
 * @id: UUID of a reference group
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the group, with its members or its typed figures
 */
KompassGroup *
kompass_library_load_group (KompassLibrary  *self,
                            const char      *id,
                            GError         **error)
{
  g_autoptr (KompassGroup) group = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error, GROUP_COLUMNS "WHERE g.id = ?", "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such reference group"));
      return NULL;
    }
  group = read_group (self, row, error);
  if (group == NULL || !(kompass_group_get_is_published (group) ? read_values (self, group, error)
                                                                : read_members (self, group, error)))
    return NULL;

  return g_steal_pointer (&group);
}

/* Saving */

typedef struct
{
  KompassLabel label;
  char *name; /* without space around it */
  KompassGroup *group;
} Saving;

static gboolean
is_called (KompassEdition *edition,
           const char     *id,
           const char     *name,
           const char     *wanted)
{
  g_autoptr (KompassGroup) group = kompass_group_new (id, name, edition, FALSE);
  g_autofree char *shown = kompass_group_get_display_name (group);
  g_autofree char *shown_name = kompass_library_normalize_name (shown);
  g_autofree char *stored_name = kompass_library_normalize_name (name);

  return strcmp (stored_name, wanted) == 0 || strcmp (shown_name, wanted) == 0;
}

/**
 * kompass_library_is_group_name_free:
 * @self: a library
 * @edition: an edition
 * @name: a name
 * @except: (nullable): UUID of the group that is to have the name
 * @error: return location for an error
 *
 * Two groups of one name in one edition could not be told apart in a list, nor by the command line: however the name is
 * written, and whether it is the one that is stored or the one that is shown.
 *
 * Returns: %TRUE if no other group of the edition has the name
 */
gboolean
kompass_library_is_group_name_free (KompassLibrary  *self,
                                    KompassEdition  *edition,
                                    const char      *name,
                                    const char      *except,
                                    GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, "SELECT id, name FROM reference_group WHERE edition = ? AND id <> ?", "ss",
                            kompass_edition_get_id (edition), except != NULL ? except : "");
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    if (is_called (edition, kompass_sql_text (rows, 0), kompass_sql_text (rows, 1), wanted))
      return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                     _("There is a reference group of that name in this edition already"));

  return is_read;
}

/**
 * kompass_library_name_group_copy:
 * @self: a library
 * @group: the group that is to be copied
 *
 * Returns: (transfer full): a name for the copy that no group of the edition has
 */
char *
kompass_library_name_group_copy (KompassLibrary *self,
                                 KompassGroup   *group)
{
  g_autofree char *shown = kompass_group_get_display_name (group);
  /* Translators: the name of a copy of a reference group */
  char *name = g_strdup_printf (_("%s (copy)"), shown);
  g_autoptr (GError) error = NULL;

  for (guint n = 2; !kompass_library_is_group_name_free (self, kompass_group_get_edition (group), name, NULL, &error) &&
                    g_error_matches (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID); n++)
    {
      g_clear_error (&error);
      g_free (name);
      /* Translators: the name of one more copy of a reference group, and which: "Mean of twelve (copy 2)" */
      name = g_strdup_printf (_("%s (copy %u)"), shown, n);
    }

  return name;
}

static gboolean
write_row (KompassLibrary  *self,
           Saving          *saving,
           GError         **error)
{
  KompassGroup *group = saving->group;
  gboolean is_published = kompass_group_get_is_published (group);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO reference_group (id, name, edition, members, as_of, source, example, kind) "
                          "VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, "
                          "edition = excluded.edition, members = excluded.members, as_of = excluded.as_of, "
                          "source = excluded.source, kind = excluded.kind",
                          "sssissis", kompass_group_get_id (group), saving->name,
                          kompass_edition_get_id (kompass_group_get_edition (group)),
                          is_published ? kompass_group_get_n_members (group) : 0, kompass_group_get_as_of (group),
                          kompass_group_get_source (group), kompass_group_get_is_example (group),
                          is_published ? "published" : "members");
}

static gboolean
write_value (KompassLibrary  *self,
             const char      *id,
             guint            number,
             KompassPoints    points,
             GError         **error)
{
  if (points == KOMPASS_POINTS_UNKNOWN)
    return kompass_sql_run (self->db, error, "DELETE FROM reference_value WHERE reference_group = ? AND area = ?", "si",
                            id, number);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO reference_value VALUES (?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET points = excluded.points",
                          "sip", id, number, points);
}

/* What was typed for areas that an earlier edition of the group had is gone with it. */
static gboolean
write_values (KompassLibrary  *self,
              KompassGroup    *group,
              GError         **error)
{
  KompassEdition *edition = kompass_group_get_edition (group);
  const char *id = kompass_group_get_id (group);

  if (!kompass_sql_run (self->db, error,
                        "DELETE FROM reference_value WHERE reference_group = ?1 AND area <> 0 AND area NOT IN "
                        "(SELECT number FROM area WHERE edition = ?2)",
                        "ss", id, kompass_edition_get_id (edition)) ||
      !write_value (self, id, 0, kompass_group_get_points (group, KOMPASS_LINE_TOTAL, 0), error))
    return FALSE;
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    if (!write_value (self, id, kompass_edition_get_area (edition, i)->number,
                      kompass_group_get_points (group, KOMPASS_LINE_AREA, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
refuse_member (KompassGroup  *group,
               sqlite3_stmt  *row,
               GError       **error)
{
  g_autofree char *municipality =
      kompass_municipality_format_name (kompass_sql_text (row, 1), kompass_sql_text (row, 2));
  g_autofree char *own = kompass_edition_get_display_name (kompass_group_get_edition (group));
  const char *name = kompass_sql_text_or_null (row, 4);
  g_autofree char *edition =
      name != NULL ? kompass_edition_format_name (name, (guint) sqlite3_column_int (row, 5)) : NULL;
  int year = sqlite3_column_int (row, 3);

  if (edition != NULL)
    g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
                 /* Translators: a municipality and a year; the editions of that evaluation and of the group */
                 _("%s %d is of edition %s and cannot be a member of a group of edition %s: points of different "
                   "editions have no mean"),
                 municipality, year, edition, own);
  else
    g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
                 _("The edition of %s %d is not known, so it cannot be a member of a group of edition %s"),
                 municipality, year, own);

  return FALSE;
}

static gboolean
check_member (KompassLibrary  *self,
              KompassGroup    *group,
              const char      *evaluation,
              GError         **error)
{
  g_autoptr (KompassKept) row = NULL;
  gboolean is_row;

  row = kompass_sql_query_kept (self->db, error,
                                "SELECT e.edition, m.name, m.country, e.year, d.name, d.revision FROM evaluation e "
                                "JOIN municipality m ON m.id = e.municipality LEFT JOIN edition d ON d.id = e.edition "
                                "WHERE e.id = ?",
                                "s", evaluation);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   _("There is no evaluation %s"), evaluation);
      return FALSE;
    }

  return strcmp (kompass_sql_text (row, 0), kompass_edition_get_id (kompass_group_get_edition (group))) == 0 ||
         refuse_member (group, row, error);
}

/* The places that members have, by their UUIDs. */
static GHashTable *
read_places (KompassLibrary  *self,
             const char      *group,
             GError         **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT evaluation, position FROM reference_member WHERE reference_group = ?", "s", group);
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    g_hash_table_insert (places, g_strdup (kompass_sql_text (rows, 0)), GINT_TO_POINTER (sqlite3_column_int (rows, 1)));

  return is_read ? g_steal_pointer (&places) : NULL;
}

static gboolean
erase_others (KompassLibrary  *self,
              KompassGroup    *group,
              GHashTable      *places,
              GError         **error)
{
  GHashTableIter iter;
  gpointer evaluation;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &evaluation, NULL))
    if (!kompass_group_has_member (group, evaluation) &&
        !kompass_sql_run (self->db, error, "DELETE FROM reference_member WHERE reference_group = ? AND evaluation = ?",
                          "ss", kompass_group_get_id (group), evaluation))
      return FALSE;

  return TRUE;
}

/* Members keep their places as long as these rise, so that one more or less is one row in the log and not a
 * thousand. */
static gboolean
write_members (KompassLibrary  *self,
               KompassGroup    *group,
               GError         **error)
{
  const char *id = kompass_group_get_id (group);
  g_autoptr (GHashTable) places = read_places (self, id, error);
  const char *evaluation;
  int last = -1;

  if (places == NULL || !erase_others (self, group, places, error))
    return FALSE;
  for (guint i = 0; (evaluation = kompass_group_get_member (group, i)) != NULL; i++)
    {
      gpointer place;
      gboolean is_there = g_hash_table_lookup_extended (places, evaluation, NULL, &place);
      gboolean stays = is_there && GPOINTER_TO_INT (place) > last;

      last = stays ? GPOINTER_TO_INT (place) : last + 1;
      if (!check_member (self, group, evaluation, error))
        return FALSE;
      if (!stays && !kompass_sql_run (self->db, error,
                                      "INSERT INTO reference_member VALUES (?, ?, ?) "
                                      "ON CONFLICT DO UPDATE SET position = excluded.position",
                                      "ssi", id, evaluation, last))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_group (KompassLibrary  *self,
            gpointer         data,
            GError         **error)
{
  Saving *saving = data;
  KompassEdition *edition = kompass_group_get_edition (saving->group);
  gboolean is_known;

  if (!kompass_sql_exists (self->db, "SELECT 1 FROM reference_group WHERE id = ?", kompass_group_get_id (saving->group),
                           &is_known, error))
    return FALSE;
  saving->label.text = is_known ? N_("Change reference group {1}") : N_("Add reference group {1}");

  return kompass_library_get_edition (self, kompass_edition_get_id (edition), error) != NULL &&
         kompass_library_is_group_name_free (self, kompass_group_get_edition (saving->group), saving->name,
                                             kompass_group_get_id (saving->group), error) &&
         write_row (self, saving, error) &&
         write_values (self, saving->group, error) && write_members (self, saving->group, error);
}

/**
 * kompass_library_save_group:
 * @self: a library
 * @group: a reference group, new or changed, with all its members or typed figures
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or a #KOMPASS_GROUP_ERROR where @group is not valid
 *
 * Saves a reference group. Its name is not that of another group of the same edition, and its members are evaluations
 * of that edition: anything else is refused with the reason.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_save_group (KompassLibrary  *self,
                            KompassGroup    *group,
                            GError         **error)
{
  g_autofree char *name = NULL;
  Saving saving = { .group = group };

  if (!kompass_group_validate (group, error))
    return FALSE;
  saving.label.arguments = saving.name = name = g_strstrip (g_strdup (kompass_group_get_name (group)));

  return kompass_library_run_command (self, &saving.label, save_group, &saving, error);
}

static gboolean
erase_group (KompassLibrary  *self,
             gpointer         id,
             GError         **error)
{
  return kompass_sql_run (self->db, error, "DELETE FROM reference_member WHERE reference_group = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM reference_value WHERE reference_group = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM reference_group WHERE id = ?", "s", id);
}

/**
 * kompass_library_delete_group:
 * @self: a library
 * @id: UUID of a reference group
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes a reference group; the evaluations that were its members stay.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_group (KompassLibrary  *self,
                              const char      *id,
                              GError         **error)
{
  g_autoptr (KompassGroup) group = kompass_library_load_group (self, id, error);
  KompassLabel label = { N_("Delete reference group {1}"), NULL, NULL };

  if (group == NULL)
    return FALSE;
  label.arguments = kompass_group_get_name (group);

  return kompass_library_run_command (self, &label, erase_group, (gpointer) id, error);
}
