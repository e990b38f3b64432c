/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings between editions. Two editions have at most one of the user's own; one that comes with the program says
 * nothing where there is an own, and comes back when that is deleted. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The own one of two editions, before the bundled one. */
#define WHERE_NOT_HIDDEN \
  "WHERE NOT (m.bundled = 1 AND EXISTS (SELECT 1 FROM mapping o WHERE o.bundled = 0 AND " \
  "((o.from_edition = m.from_edition AND o.to_edition = m.to_edition) OR " \
  "(o.from_edition = m.to_edition AND o.to_edition = m.from_edition)))) "

static const char *
get_kind_name (KompassLineKind kind)
{
  return kind == KOMPASS_LINE_AREA ? "area" : "question";
}

/* Reading */

static gboolean
read_item (KompassMapping *mapping,
           sqlite3_stmt   *row)
{
  KompassLineKind kind = strcmp (kompass_sql_text (row, 1), "area") == 0 ? KOMPASS_LINE_AREA : KOMPASS_LINE_QUESTION;
  g_auto (GStrv) from = g_strsplit (kompass_sql_text (row, 3), "\n", -1);
  g_auto (GStrv) to = g_strsplit (kompass_sql_text (row, 4), "\n", -1);
  KompassRelation relation;

  return kompass_relation_from_name (kompass_sql_text (row, 2), &relation) &&
         kompass_mapping_add (mapping, kompass_sql_text (row, 0), kind, relation, (const char * const *) from,
                              (const char * const *) to, kompass_sql_text (row, 5), NULL);
}

static gboolean
read_items (KompassLibrary  *self,
            KompassMapping  *mapping,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT id, kind, relation, from_numbers, to_numbers, note FROM mapping_item "
                            "WHERE mapping = ? ORDER BY position, id",
                            "s", kompass_mapping_get_id (mapping));
  if (rows == NULL)
    return FALSE;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    if (!read_item (mapping, rows))
      return kompass_sql_fail (self->db, SQLITE_CORRUPT, error);

  return is_read;
}

static KompassMapping *
read_mapping (KompassLibrary  *self,
              sqlite3_stmt    *row,
              GError         **error)
{
  KompassEdition *from = kompass_library_get_edition (self, kompass_sql_text (row, 1), error);
  KompassEdition *to = from != NULL ? kompass_library_get_edition (self, kompass_sql_text (row, 2), error) : NULL;
  KompassPoints low = kompass_sql_points (row, 4);
  g_autoptr (KompassMapping) mapping = NULL;

  if (to == NULL)
    return NULL;
  mapping = kompass_mapping_new (kompass_sql_text (row, 0), from, to, kompass_sql_text (row, 3));
  if (low != KOMPASS_POINTS_UNKNOWN)
    kompass_mapping_set_total_band (mapping, low, MAX (low, kompass_sql_points (row, 5)));
  kompass_mapping_set_is_bundled (mapping, sqlite3_column_int (row, 6) != 0);

  return read_items (self, mapping, error) ? g_steal_pointer (&mapping) : NULL;
}

#define MAPPING_COLUMNS "SELECT m.id, m.from_edition, m.to_edition, m.source, m.band_low, m.band_high, m.bundled " \
                        "FROM mapping m "

static GPtrArray *
read_mappings (KompassLibrary  *self,
               sqlite3_stmt    *rows,
               GError         **error)
{
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_read = TRUE;
  gboolean is_row;

  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      KompassMapping *mapping = read_mapping (self, rows, error);

      if (mapping == NULL)
        return NULL;
      g_ptr_array_add (mappings, mapping);
    }

  return is_read ? g_steal_pointer (&mappings) : NULL;
}

/**
 * kompass_library_list_mappings:
 * @self: a library
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KompassMapping): the mappings, at most one for two editions, those
 *   from the oldest edition first
 */
GPtrArray *
kompass_library_list_mappings (KompassLibrary  *self,
                               GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error,
                            MAPPING_COLUMNS "JOIN edition f ON f.id = m.from_edition "
                                            "JOIN edition t ON t.id = m.to_edition " WHERE_NOT_HIDDEN
                            "ORDER BY f.first_year, f.name, f.revision, t.first_year, t.name, t.revision",
                            "");

  return read_mappings (self, rows, error);
}

/**
 * kompass_library_find_mapping:
 * @self: a library
 * @one: an edition
 * @other: another one
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): the mapping between the two, in either direction; %NULL without an error where
 *   there is none
 */
KompassMapping *
kompass_library_find_mapping (KompassLibrary  *self,
                              KompassEdition  *one,
                              KompassEdition  *other,
                              GError         **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error,
                           MAPPING_COLUMNS "WHERE (m.from_edition = ?1 AND m.to_edition = ?2) "
                           "OR (m.from_edition = ?2 AND m.to_edition = ?1) ORDER BY m.bundled, m.id LIMIT 1",
                           "ss", kompass_edition_get_id (one), kompass_edition_get_id (other));
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;

  return is_row ? read_mapping (self, row, error) : NULL;
}

/* Writing */

static gboolean
erase_items (KompassLibrary  *self,
             const char      *id,
             GError         **error)
{
  return kompass_sql_run (self->db, error, "DELETE FROM mapping_item WHERE mapping = ?", "s", id);
}

static gboolean
erase_mapping (KompassLibrary  *self,
               gpointer         id,
               GError         **error)
{
  return erase_items (self, id, error) &&
         kompass_sql_run (self->db, error, "DELETE FROM mapping WHERE id = ?", "s", id);
}

/* In a library two mappings may come from one object: an item that is there already gets another identifier. */
static gboolean
write_item (KompassLibrary            *self,
            const char                *mapping,
            const KompassMappingItem  *item,
            guint                      position,
            GError                   **error)
{
  g_autofree char *from = g_strjoinv ("\n", item->from);
  g_autofree char *to = g_strjoinv ("\n", item->to);
  g_autofree char *other_id = g_uuid_string_random ();
  gboolean is_there;

  return kompass_sql_exists (self->db, "SELECT 1 FROM mapping_item WHERE id = ?", item->id, &is_there, error) &&
         kompass_sql_run (self->db, error, "INSERT INTO mapping_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "ssisssss",
                          is_there ? other_id : item->id, mapping, position, get_kind_name (item->kind),
                          kompass_relation_get_name (item->relation), from, to, item->note);
}

/**
 * kompass_library_write_mapping:
 * @self: a library, in a transaction
 * @mapping: a mapping between two editions that the library has
 * @id: the UUID to write it under; what is there under it is replaced
 * @is_bundled: whether it comes with the program
 * @error: return location for an error
 *
 * Returns: %TRUE if it is written
 */
gboolean
kompass_library_write_mapping (KompassLibrary  *self,
                               KompassMapping  *mapping,
                               const char      *id,
                               gboolean         is_bundled,
                               GError         **error)
{
  KompassPoints low = KOMPASS_POINTS_UNKNOWN;
  KompassPoints high = KOMPASS_POINTS_UNKNOWN;

  kompass_mapping_get_total_band (mapping, &low, &high);
  if (!erase_items (self, id, error) ||
      !kompass_sql_run (self->db, error,
                        "INSERT INTO mapping VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                        "from_edition = excluded.from_edition, to_edition = excluded.to_edition, "
                        "source = excluded.source, band_low = excluded.band_low, band_high = excluded.band_high",
                        "ssssppi", id, kompass_edition_get_id (kompass_mapping_get_from (mapping)),
                        kompass_edition_get_id (kompass_mapping_get_to (mapping)), kompass_mapping_get_source (mapping),
                        low, high, is_bundled))
    return FALSE;
  for (guint i = 0; i < kompass_mapping_get_n_items (mapping); i++)
    if (!write_item (self, id, kompass_mapping_get_item (mapping, i), i, error))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_erase_mappings:
 * @self: a library, in a transaction
 * @edition: UUID of an edition
 * @error: return location for an error
 *
 * Returns: %TRUE if there is no mapping from or to the edition any more
 */
gboolean
kompass_library_erase_mappings (KompassLibrary  *self,
                                const char      *edition,
                                GError         **error)
{
  return kompass_sql_run (self->db, error,
                          "DELETE FROM mapping_item WHERE mapping IN "
                          "(SELECT id FROM mapping WHERE from_edition = ?1 OR to_edition = ?1)",
                          "s", edition) &&
         kompass_sql_run (self->db, error, "DELETE FROM mapping WHERE from_edition = ?1 OR to_edition = ?1", "s",
                          edition);
}

/**
 * kompass_library_add_mapping:
 * @self: a library
 * @mapping: a mapping that comes with the program, between editions that the library has
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Adds a mapping unless the library has it. It is not in the log, as the editions it is between.
 *
 * Returns: %TRUE if the library has it
 */
gboolean
kompass_library_add_mapping (KompassLibrary  *self,
                             KompassMapping  *mapping,
                             GError         **error)
{
  static const char sql[] = "SELECT 1 FROM mapping WHERE id = ?";
  const char *id = kompass_mapping_get_id (mapping);
  gboolean is_known;

  if (!kompass_sql_exists (self->db, sql, id, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;
  if (!kompass_sql_script (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Another program may have added it since we looked. */
  if (kompass_sql_exists (self->db, sql, id, &is_known, error) &&
      (is_known || kompass_library_write_mapping (self, mapping, id, TRUE, error)) &&
      kompass_sql_script (self->db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/* Commands */

static gboolean
check_editions (KompassLibrary  *self,
                KompassMapping  *mapping,
                GError         **error)
{
  KompassEdition *editions[] = { kompass_mapping_get_from (mapping), kompass_mapping_get_to (mapping) };

  if (strcmp (kompass_edition_get_id (editions[0]), kompass_edition_get_id (editions[1])) == 0)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("An edition cannot be mapped to itself"));
  kompass_library_refresh_editions (self);
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      KompassEdition *own = kompass_library_get_edition (self, kompass_edition_get_id (editions[i]), error);
      g_autofree char *own_hash = own != NULL ? kompass_edition_get_hash (own) : NULL;
      g_autofree char *hash = kompass_edition_get_hash (editions[i]);
      g_autofree char *name = kompass_edition_get_display_name (editions[i]);

      if (own == NULL)
        return FALSE;
      if (strcmp (own_hash, hash) == 0)
        continue;
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
                   _("Edition %s has been changed since. Open the mapping again."), name);
      return FALSE;
    }

  return TRUE;
}

/* What the library has between these editions under another identifier gives way, unless it is bundled. */
static gboolean
erase_own (KompassLibrary  *self,
           KompassMapping  *mapping,
           const char      *id,
           GError         **error)
{
  g_autoptr (KompassMapping) other = NULL;
  g_autoptr (GError) failure = NULL;

  other = kompass_library_find_mapping (self, kompass_mapping_get_from (mapping), kompass_mapping_get_to (mapping),
                                        &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (other == NULL || kompass_mapping_get_is_bundled (other) || strcmp (kompass_mapping_get_id (other), id) == 0)
    return TRUE;

  return erase_mapping (self, (gpointer) kompass_mapping_get_id (other), error);
}

static char *
format_arguments (KompassMapping *mapping)
{
  g_autofree char *from = kompass_edition_get_display_name (kompass_mapping_get_from (mapping));
  g_autofree char *to = kompass_edition_get_display_name (kompass_mapping_get_to (mapping));

  return g_strconcat (from, KOMPASS_CHANGE_SEPARATOR, to, NULL);
}

static gboolean
save_mapping (KompassLibrary  *self,
              gpointer         data,
              GError         **error)
{
  KompassMapping *mapping = data;
  g_autofree char *new_id = g_uuid_string_random ();
  const char *id = kompass_mapping_get_id (mapping);
  gboolean is_bundled;

  if (!kompass_sql_exists (self->db, "SELECT 1 FROM mapping WHERE id = ? AND bundled = 1", id, &is_bundled, error))
    return FALSE;
  if (is_bundled)
    id = new_id;

  return check_editions (self, mapping, error) && erase_own (self, mapping, id, error) &&
         kompass_library_write_mapping (self, mapping, id, FALSE, error);
}

/**
 * kompass_library_save_mapping:
 * @self: a library
 * @mapping: a mapping, new or changed
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Saves what the user says of two editions; what was said of them before is replaced. A changed mapping of those that
 * come with the program is saved beside it, as the user's own.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_save_mapping (KompassLibrary  *self,
                              KompassMapping  *mapping,
                              GError         **error)
{
  g_autofree char *arguments = format_arguments (mapping);

  return kompass_library_run_command (self, &(KompassLabel) { N_("Map edition {1} to {2}"), arguments, NULL },
                                      save_mapping, mapping, error);
}

/**
 * kompass_library_delete_mapping:
 * @self: a library
 * @id: UUID of a mapping of the user's own
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_mapping (KompassLibrary  *self,
                                const char      *id,
                                GError         **error)
{
  KompassLabel label = { N_("Delete the mapping of edition {1} to {2}"), NULL, NULL };
  g_autoptr (KompassMapping) mapping = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autofree char *arguments = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error, MAPPING_COLUMNS "WHERE m.id = ?", "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such mapping"));
  mapping = read_mapping (self, row, error);
  if (mapping == NULL)
    return FALSE;
  if (kompass_mapping_get_is_bundled (mapping))
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("This mapping came with the program and cannot be deleted"));
  g_clear_pointer (&row, sqlite3_finalize);
  label.arguments = arguments = format_arguments (mapping);

  return kompass_library_run_command (self, &label, erase_mapping, (gpointer) id, error);
}

/* Editions that are changed as they are */

/* The number that the line has now; NULL where it is gone, or is one of several. */
static char *
carry_number (KompassMapping  *step,
              KompassLineKind  kind,
              const char      *number)
{
  const KompassMappingItem *item;

  if (step == NULL)
    return g_strdup (number);
  item = kompass_mapping_find (step, kompass_mapping_get_from (step), kind, number);
  if (item == NULL || g_strv_length (item->from) != 1 || g_strv_length (item->to) != 1)
    return NULL;

  return g_strdup (item->to[0]);
}

static char **
carry_numbers (KompassMapping      *step,
               KompassLineKind      kind,
               const char * const  *numbers)
{
  g_autoptr (GStrvBuilder) carried = g_strv_builder_new ();

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *number = carry_number (step, kind, numbers[i]);

      if (number == NULL)
        return NULL;
      g_strv_builder_add (carried, number);
    }

  return g_strv_builder_end (carried);
}

/* A maximum may be another now, or be the same again. */
static void
add_carried (KompassMapping            *mapping,
             const KompassMappingItem  *item,
             char                     **from,
             char                     **to)
{
  static const KompassRelation relations[] = {
    KOMPASS_RELATION_SAME, KOMPASS_RELATION_REWORDED, KOMPASS_RELATION_MAXIMUM_CHANGED,
  };
  const char * const *from_numbers = (const char * const *) from;
  const char * const *to_numbers = (const char * const *) to;

  if (kompass_mapping_add (mapping, item->id, item->kind, item->relation, from_numbers, to_numbers, item->note, NULL) ||
      item->relation > KOMPASS_RELATION_MAXIMUM_CHANGED)
    return;
  for (guint i = 1; i < G_N_ELEMENTS (relations); i++)
    if (kompass_mapping_add (mapping, item->id, item->kind, relations[i], from_numbers, to_numbers, item->note, NULL))
      return;
}

static KompassMapping *
carry_mapping (KompassMapping *mapping,
               KompassEdition *edition,
               KompassEdition *edited,
               KompassMapping *step)
{
  gboolean is_from = kompass_mapping_get_from (mapping) == edition;
  KompassMapping *carried = kompass_mapping_new (kompass_mapping_get_id (mapping),
                                                 is_from ? edited : kompass_mapping_get_from (mapping),
                                                 is_from ? kompass_mapping_get_to (mapping) : edited,
                                                 kompass_mapping_get_source (mapping));
  KompassPoints low, high;

  if (kompass_mapping_get_total_band (mapping, &low, &high))
    kompass_mapping_set_total_band (carried, low, high);
  for (guint i = 0; i < kompass_mapping_get_n_items (mapping); i++)
    {
      const KompassMappingItem *item = kompass_mapping_get_item (mapping, i);
      g_auto (GStrv) numbers = carry_numbers (step, item->kind,
                                              (const char * const *) (is_from ? item->from : item->to));

      if (numbers != NULL)
        add_carried (carried, item, is_from ? numbers : item->from, is_from ? item->to : numbers);
    }

  return carried;
}

/**
 * kompass_library_carry_mappings:
 * @self: a library, in a transaction
 * @edition: an edition as the library has it
 * @edited: what it is about to become
 * @step: (nullable): which line of @edition is which of @edited; %NULL where the numbers are the same
 * @error: return location for an error
 *
 * Changes the mappings from and to an edition with it. What they say of lines that are gone is dropped.
 *
 * Returns: %TRUE if they are written
 */
gboolean
kompass_library_carry_mappings (KompassLibrary  *self,
                                KompassEdition  *edition,
                                KompassEdition  *edited,
                                KompassMapping  *step,
                                GError         **error)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (sqlite3_stmt) rows = NULL;

  rows = kompass_sql_query (self->db, error, MAPPING_COLUMNS "WHERE m.from_edition = ?1 OR m.to_edition = ?1", "s",
                            kompass_edition_get_id (edition));
  mappings = read_mappings (self, rows, error);
  if (mappings == NULL)
    return FALSE;
  for (guint i = 0; i < mappings->len; i++)
    {
      KompassMapping *mapping = g_ptr_array_index (mappings, i);
      g_autoptr (KompassMapping) carried = carry_mapping (mapping, edition, edited, step);

      if (!kompass_library_write_mapping (self, carried, kompass_mapping_get_id (mapping), FALSE, error))
        return FALSE;
    }

  return TRUE;
}
