/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editions of a user: new ones, changed ones and deleted ones. What evaluations stand on never changes under
 * them. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KompassLabel label;
  char *name; /* of the edition that is written; for the label */
  KompassEdition *edited;
  KompassMapping *mapping;
  char *written; /* the UUID of what has been written */
} Saving;

static gboolean
exists (KompassLibrary  *self,
        const char      *sql,
        const char      *id,
        gboolean        *is_there,
        GError         **error)
{
  return kompass_sql_exists (self->db, sql, id, is_there, error);
}

static gboolean
find_use (KompassLibrary     *self,
          const char         *id,
          KompassEditionUse  *use,
          GError            **error)
{
  gboolean is_bundled, is_used;

  if (!exists (self, "SELECT 1 FROM edition WHERE id = ? AND bundled = 1", id, &is_bundled, error) ||
      !exists (self, "SELECT 1 FROM evaluation WHERE edition = ?1 UNION ALL "
                     "SELECT 1 FROM reference_group WHERE edition = ?1", id, &is_used, error))
    return FALSE;
  *use = is_bundled ? KOMPASS_EDITION_BUNDLED : is_used ? KOMPASS_EDITION_USED : KOMPASS_EDITION_UNUSED;

  return TRUE;
}

/**
 * kompass_library_get_edition_use:
 * @self: a library
 * @id: UUID of an edition
 * @use: (out): what stands in the way of changing it
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE when @use is set
 */
gboolean
kompass_library_get_edition_use (KompassLibrary     *self,
                                 const char         *id,
                                 KompassEditionUse  *use,
                                 GError            **error)
{
  return kompass_library_get_edition (self, id, error) != NULL && find_use (self, id, use, error);
}

/* Saving */

/* Revisions of one edition share its name; other editions of that name could not be told from them. */
static gboolean
check_name_is_free (KompassLibrary  *self,
                    KompassEdition  *edited,
                    guint            revision,
                    GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (kompass_edition_get_name (edited));
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self, error);

  if (editions == NULL)
    return FALSE;
  for (guint i = 0; i < editions->len; i++)
    {
      KompassEdition *other = g_ptr_array_index (editions, i);
      g_autofree char *name = kompass_library_normalize_name (kompass_edition_get_name (other));

      if (strcmp (name, wanted) == 0 && kompass_edition_get_revision (other) == revision &&
          strcmp (kompass_edition_get_id (other), kompass_edition_get_id (edited)) != 0)
        return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                       _("There is an edition of that name already"));
    }

  return TRUE;
}

/* What @edited says, under @id. */
static gboolean
insert_copy (KompassLibrary  *self,
             Saving          *saving,
             const char      *id,
             guint            revision,
             const char      *replaces,
             GError         **error)
{
  g_autoptr (KompassEdition) copy = kompass_edition_copy (saving->edited, id);
  g_autoptr (KompassMapping) mapping = NULL;
  g_autofree char *mapping_id = g_uuid_string_random ();

  kompass_edition_set_revision (copy, revision, replaces);
  saving->label.text = N_("Add edition {1}");
  saving->label.arguments = saving->name = kompass_edition_get_display_name (copy);
  saving->written = g_strdup (id);
  if (!kompass_library_insert_edition (self, copy, FALSE, error))
    return FALSE;
  if (saving->mapping == NULL)
    return TRUE;
  mapping = kompass_mapping_copy (saving->mapping, mapping_id, kompass_mapping_get_from (saving->mapping), copy);

  return kompass_library_write_mapping (self, mapping, mapping_id, FALSE, error);
}

static gboolean
add_edition (KompassLibrary  *self,
             Saving          *saving,
             GError         **error)
{
  return check_name_is_free (self, saving->edited, 1, error) &&
         insert_copy (self, saving, kompass_edition_get_id (saving->edited), 1, NULL, error);
}

static guint
find_last_revision (KompassLibrary *self,
                    KompassEdition *own,
                    const char     *name)
{
  g_autoptr (GPtrArray) editions = kompass_library_list_editions (self, NULL);
  g_autofree char *wanted = kompass_library_normalize_name (name);
  guint last = kompass_edition_get_revision (own);

  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *key = kompass_library_normalize_name (kompass_edition_get_name (edition));

      if (strcmp (key, wanted) == 0)
        last = MAX (last, kompass_edition_get_revision (edition));
    }

  return last;
}

static gboolean
add_revision (KompassLibrary  *self,
              Saving          *saving,
              KompassEdition  *own,
              GError         **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return insert_copy (self, saving, id, find_last_revision (self, own, kompass_edition_get_name (saving->edited)) + 1,
                      kompass_edition_get_id (own), error);
}

static gboolean
erase_lines (KompassLibrary  *self,
             const char      *id,
             GError         **error)
{
  return kompass_sql_run (self->db, error, "DELETE FROM question WHERE edition = ?", "s", id) &&
         kompass_sql_run (self->db, error, "DELETE FROM area WHERE edition = ?", "s", id);
}

static gboolean
change_edition (KompassLibrary  *self,
                Saving          *saving,
                KompassEdition  *own,
                GError         **error)
{
  KompassEdition *edited = saving->edited;
  const char *id = kompass_edition_get_id (edited);
  g_autofree char *hash = kompass_edition_get_hash (edited);
  guint revision = kompass_edition_get_revision (own);

  saving->label.text = N_("Change edition {1}");
  saving->label.arguments = saving->name = kompass_edition_format_name (kompass_edition_get_name (edited), revision);
  saving->written = g_strdup (id);

  return check_name_is_free (self, edited, revision, error) &&
         kompass_library_carry_mappings (self, own, edited, saving->mapping, error) &&
         kompass_sql_run (self->db, error,
                          "UPDATE edition SET name = ?2, first_year = ?3, last_year = nullif (?4, 0), provenance = ?5, "
                          "hash = ?6 WHERE id = ?1",
                          "ssiiss", id, kompass_edition_get_name (edited), kompass_edition_get_first_year (edited),
                          kompass_edition_get_last_year (edited), kompass_edition_get_provenance (edited), hash) &&
         erase_lines (self, id, error) && kompass_library_insert_edition_lines (self, edited, error);
}

static gboolean
is_same_content (KompassEdition *one,
                 KompassEdition *other)
{
  g_autofree char *hash = kompass_edition_get_hash (one);
  g_autofree char *other_hash = kompass_edition_get_hash (other);

  return strcmp (hash, other_hash) == 0;
}

static gboolean
is_same (KompassEdition *one,
         KompassEdition *other)
{
  return is_same_content (one, other) &&
         kompass_edition_get_first_year (one) == kompass_edition_get_first_year (other) &&
         kompass_edition_get_last_year (one) == kompass_edition_get_last_year (other) &&
         strcmp (kompass_edition_get_provenance (one), kompass_edition_get_provenance (other)) == 0;
}

static gboolean
check_mapping (Saving  *saving,
               GError **error)
{
  if (saving->mapping == NULL || kompass_mapping_get_to (saving->mapping) == saving->edited)
    return TRUE;

  return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("The mapping is not one to this edition"));
}

/* The name is part of what scores depend on, as the hash has it; years and provenance are not. */
static gboolean
write_edition (KompassLibrary  *self,
               gpointer         data,
               GError         **error)
{
  Saving *saving = data;
  const char *id = kompass_edition_get_id (saving->edited);
  KompassEdition *own;
  KompassEditionUse use;
  gboolean is_known;

  kompass_library_refresh_editions (self);
  if (!check_mapping (saving, error) || !exists (self, "SELECT 1 FROM edition WHERE id = ?", id, &is_known, error))
    return FALSE;
  if (!is_known)
    return add_edition (self, saving, error);
  own = kompass_library_get_edition (self, id, error);
  if (own == NULL || !find_use (self, id, &use, error))
    return FALSE;
  if (is_same (own, saving->edited))
    {
      saving->written = g_strdup (id);
      return TRUE;
    }
  if (use == KOMPASS_EDITION_BUNDLED || (use == KOMPASS_EDITION_USED && !is_same_content (own, saving->edited)))
    return add_revision (self, saving, own, error);

  return change_edition (self, saving, own, error);
}

static gboolean
run_saving (KompassLibrary  *self,
            Saving          *saving,
            GError         **error)
{
  gboolean is_done;

  saving->label.text = "";
  is_done = kompass_edition_validate (saving->edited, error) &&
            kompass_library_run_command (self, &saving->label, write_edition, saving, error);
  g_clear_pointer (&saving->name, g_free);

  return is_done;
}

/**
 * kompass_library_save_edition:
 * @self: a library
 * @edited: an edition: a new one, or with the identifier of one that the library has and other contents
 * @mapping: (nullable): which line of the edition that @edited was made from is which line of @edited, as whoever
 *   edited it knows from the lines themselves, never from their numbers; from that edition, to the object @edited
 * @saved: (out) (transfer full) (optional): the edition as the library has it now
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or a #KOMPASS_EDITION_ERROR where @edited is not valid
 *
 * Saves an edition. One that evaluations or reference groups stand on, and one that comes with the program, stays as it
 * is: what is saved then is a new revision, with an identifier of its own, and @mapping from the old one to it; years
 * and provenance of one's own edition can be changed as they are. An edition that nothing stands on is changed, and the
 * mappings from and to it are changed with it.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_save_edition (KompassLibrary   *self,
                              KompassEdition   *edited,
                              KompassMapping   *mapping,
                              KompassEdition  **saved,
                              GError          **error)
{
  Saving saving = { .edited = edited, .mapping = mapping };
  gboolean is_done = run_saving (self, &saving, error);
  g_autofree char *written = saving.written;
  KompassEdition *own;

  if (!is_done || saved == NULL)
    return is_done;
  own = kompass_library_get_edition (self, written, error);
  if (own == NULL)
    return FALSE;
  *saved = g_object_ref (own);

  return TRUE;
}

/* Deleting */

static gboolean
check_deletion (KompassLibrary  *self,
                const char      *id,
                GError         **error)
{
  KompassEditionUse use;
  gboolean is_replaced;

  if (!find_use (self, id, &use, error) ||
      !exists (self, "SELECT 1 FROM edition WHERE replaces = ?", id, &is_replaced, error))
    return FALSE;
  if (use == KOMPASS_EDITION_BUNDLED)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("This edition came with the program and cannot be deleted"));
  if (use == KOMPASS_EDITION_USED)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("This edition has evaluations or reference groups; delete them first"));
  if (is_replaced)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("This edition has a later revision; delete that first"));

  return TRUE;
}

static gboolean
erase_edition (KompassLibrary  *self,
               gpointer         data,
               GError         **error)
{
  const char *id = data;

  return check_deletion (self, id, error) && kompass_library_erase_mappings (self, id, error) &&
         erase_lines (self, id, error) &&
         kompass_sql_run (self->db, error, "DELETE FROM edition WHERE id = ?", "s", id);
}

/**
 * kompass_library_delete_edition:
 * @self: a library
 * @id: UUID of an edition that nothing stands on
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes an edition with the mappings from and to it.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_edition (KompassLibrary  *self,
                                const char      *id,
                                GError         **error)
{
  KompassEdition *edition = kompass_library_get_edition (self, id, error);
  g_autofree char *name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;

  return edition != NULL && kompass_library_run_command (self, &(KompassLabel) { N_("Delete edition {1}"), name, NULL },
                                                         erase_edition, (gpointer) id, error);
}
