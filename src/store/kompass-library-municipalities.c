/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Municipalities: known by their names, and gone with all their rounds. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than live anywhere. */
#define MOST_INHABITANTS 99999999

typedef struct
{
  const char *id;
  const char *name;
} Municipality;

static gboolean
check_name (const char  *name,
            char       **plain,
            GError     **error)
{
  g_autofree char *trimmed = g_utf8_validate (name, -1, NULL) ? g_strstrip (g_strdup (name)) : NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("A municipality needs a name"));
  if (g_utf8_strlen (trimmed, -1) > 200)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("The name is too long: at most 200 characters"));
  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                     _("The name has a character that cannot be printed"));
  *plain = g_steal_pointer (&trimmed);

  return TRUE;
}

/**
 * kompass_library_get_municipality:
 * @self: a library
 * @id: UUID of a municipality
 * @name: (out) (transfer full) (optional): its name alone, as kompass_library_rename_municipality() takes it
 * @country: (out) (transfer full) (optional): its country, two letters (ISO 3166)
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if there is such a municipality, and @name and @country are set
 */
gboolean
kompass_library_get_municipality (KompassLibrary  *self,
                                  const char      *id,
                                  char           **name,
                                  char           **country,
                                  GError         **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error, "SELECT name, country FROM municipality WHERE id = ?", "s", id);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such municipality"));
  if (name != NULL)
    *name = g_strdup (kompass_sql_text (row, 0));
  if (country != NULL)
    *country = g_strdup (kompass_sql_text (row, 1));

  return TRUE;
}

/* A municipality is known by its name, however it is written: "lund" is Lund. */
static gboolean
find_municipality (KompassLibrary  *self,
                   const char      *name,
                   const char      *country,
                   char           **id,
                   char           **name_there,
                   GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  *id = *name_there = NULL;
  rows = kompass_sql_query (self->db, error, "SELECT id, name FROM municipality WHERE country = ?", "s", country);
  if (rows == NULL)
    return FALSE;
  while (*id == NULL && (is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      g_autofree char *key = kompass_library_normalize_name (kompass_sql_text (rows, 1));

      if (strcmp (key, wanted) != 0)
        continue;
      *id = g_strdup (kompass_sql_text (rows, 0));
      *name_there = g_strdup (kompass_sql_text (rows, 1));
    }

  return is_read;
}

/**
 * kompass_library_has_round:
 * @self: a library
 * @name: a municipality's name, however it is written
 * @country: its country, two letters
 * @year: a year
 *
 * For saying that a second round of one year is about to be added, which is allowed.
 *
 * Returns: %TRUE if the municipality has a round of that year
 */
gboolean
kompass_library_has_round (KompassLibrary *self,
                           const char     *name,
                           const char     *country,
                           guint           year)
{
  g_autofree char *name_there = NULL;
  g_autofree char *id = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;

  if (!find_municipality (self, name, country, &id, &name_there, NULL) || id == NULL)
    return FALSE;
  row = kompass_sql_query (self->db, NULL, "SELECT 1 FROM evaluation WHERE municipality = ? AND year = ?", "si", id,
                           (int) year);

  return row != NULL && kompass_sql_next (row, NULL);
}

/* Two municipalities of one name in one country could not be told apart. */
static gboolean
check_name_is_free (KompassLibrary      *self,
                    const Municipality  *municipality,
                    GError             **error)
{
  g_autofree char *country = NULL;
  g_autofree char *name_there = NULL;
  g_autofree char *id = NULL;

  if (!kompass_library_get_municipality (self, municipality->id, NULL, &country, error) ||
      !find_municipality (self, municipality->name, country, &id, &name_there, error))
    return FALSE;
  if (id != NULL && strcmp (id, municipality->id) != 0)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                   _("There is a municipality of that name already"));

  return TRUE;
}

static gboolean
update_municipality (KompassLibrary  *self,
                     gpointer         data,
                     GError         **error)
{
  Municipality *municipality = data;

  if (!check_name_is_free (self, municipality, error))
    return FALSE;

  return kompass_sql_run (self->db, error, "UPDATE municipality SET name = ? WHERE id = ?", "ss", municipality->name,
                          municipality->id);
}

/**
 * kompass_library_rename_municipality:
 * @self: a library
 * @id: UUID of a municipality
 * @name: its new name
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it has that name now
 */
gboolean
kompass_library_rename_municipality (KompassLibrary  *self,
                                     const char      *id,
                                     const char      *name,
                                     GError         **error)
{
  g_autofree char *plain = NULL;
  KompassLabel label = { N_("Rename to {1}"), NULL, NULL };

  if (!check_name (name, &plain, error))
    return FALSE;
  label.arguments = plain;

  return kompass_library_run_command (self, &label, update_municipality, &(Municipality) { id, plain }, error);
}

/**
 * kompass_library_ensure_municipality:
 * @self: a library, in a transaction
 * @evaluation: an evaluation, which is of the library's municipality afterwards
 * @error: return location for an error
 *
 * Takes the municipality of that name where the library has one, else adds it.
 *
 * Returns: %TRUE if the library has the municipality
 */
gboolean
kompass_library_ensure_municipality (KompassLibrary     *self,
                                     KompassEvaluation  *evaluation,
                                     GError            **error)
{
  const char *country = kompass_evaluation_get_country (evaluation);
  g_autofree char *name = NULL;
  g_autofree char *name_there = NULL;
  g_autofree char *id = NULL;

  if (!check_name (kompass_evaluation_get_municipality (evaluation), &name, error) ||
      !find_municipality (self, name, country, &id, &name_there, error))
    return FALSE;
  if (id == NULL &&
      !kompass_sql_run (self->db, error, "INSERT INTO municipality (id, name, country, example) VALUES (?, ?, ?, ?)",
                        "sssi", kompass_evaluation_get_municipality_id (evaluation), name, country,
                        kompass_evaluation_get_is_example (evaluation)))
    return FALSE;
  kompass_evaluation_set_municipality (evaluation,
                                       id != NULL ? id : kompass_evaluation_get_municipality_id (evaluation),
                                       name_there != NULL ? name_there : name, country);

  return TRUE;
}

static gboolean
delete_municipality (KompassLibrary  *self,
                     gpointer         data,
                     GError         **error)
{
  static const char * const statements[] = {
    "DELETE FROM reference_member WHERE evaluation IN (SELECT id FROM evaluation WHERE municipality = ?)",
    "DELETE FROM score WHERE evaluation IN (SELECT id FROM evaluation WHERE municipality = ?)",
    "DELETE FROM printed WHERE evaluation IN (SELECT id FROM evaluation WHERE municipality = ?)",
    "DELETE FROM evaluation WHERE municipality = ?",
    "DELETE FROM municipality WHERE id = ?",
  };

  if (!kompass_library_erase_reports (self, "IN (SELECT id FROM evaluation WHERE municipality = ?)", data, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!kompass_sql_run (self->db, error, statements[i], "s", data))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_delete_municipality:
 * @self: a library
 * @id: UUID of a municipality
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Deletes a municipality and all its rounds, with their reports.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_delete_municipality (KompassLibrary  *self,
                                     const char      *id,
                                     GError         **error)
{
  g_autofree char *name = NULL;

  if (!kompass_library_get_municipality (self, id, &name, NULL, error))
    return FALSE;

  return kompass_library_run_command (self, &(KompassLabel) { N_("Delete {1}"), name, NULL }, delete_municipality,
                                      (gpointer) id, error);
}

/* Inhabitants */

typedef struct
{
  const char *id;
  guint inhabitants;
} Size;

/**
 * kompass_library_get_inhabitants:
 * @self: a library
 * @municipality: UUID of a municipality
 * @inhabitants: (out): how many live there, or 0 where that is not known
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if there is such a municipality, and @inhabitants is set
 */
gboolean
kompass_library_get_inhabitants (KompassLibrary  *self,
                                 const char      *municipality,
                                 guint           *inhabitants,
                                 GError         **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  gboolean is_row;

  row = kompass_sql_query (self->db, error, "SELECT coalesce (inhabitants, 0) FROM municipality WHERE id = ?", "s",
                           municipality);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return FALSE;
  if (!is_row)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND, _("There is no such municipality"));
  *inhabitants = (guint) sqlite3_column_int (row, 0);

  return TRUE;
}

static gboolean
update_inhabitants (KompassLibrary  *self,
                    gpointer         data,
                    GError         **error)
{
  const Size *size = data;

  return kompass_sql_run (self->db, error, "UPDATE municipality SET inhabitants = nullif (?, 0) WHERE id = ?", "is",
                          size->inhabitants, size->id);
}

/**
 * kompass_library_set_inhabitants:
 * @self: a library
 * @municipality: UUID of a municipality
 * @inhabitants: how many live there, or 0 where that is not known
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_set_inhabitants (KompassLibrary  *self,
                                 const char      *municipality,
                                 guint            inhabitants,
                                 GError         **error)
{
  KompassLabel label = { N_("Clear the inhabitants of {1}"), NULL, NULL };
  g_autofree char *arguments = NULL;
  g_autofree char *name = NULL;

  if (!kompass_library_get_municipality (self, municipality, &name, NULL, error))
    return FALSE;
  if (inhabitants > MOST_INHABITANTS)
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("At most 99999999 inhabitants"));
  if (inhabitants > 0)
    label.text = N_("Set the inhabitants of {1} to {2}");
  label.arguments = arguments = g_strdup_printf ("%s" KOMPASS_CHANGE_SEPARATOR "%u", name, inhabitants);

  return kompass_library_run_command (self, &label, update_inhabitants, &(Size) { municipality, inhabitants }, error);
}
