/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding evaluations and reference groups by the names people write. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a long list this many are named. */
#define MOST_NAMED 20

/**
 * kompass_library_normalize_name:
 * @name: a name
 *
 * "Upplands-Bro 2011", "upplands-bro-2011" and "UPPLANDS  BRO 2011" are the same name.
 *
 * Returns: (transfer full): what is the same for all of them
 */
char *
kompass_library_normalize_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup ("");
  GString *text = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* The year is what a name ends with. */
static guint
find_year (const char *wanted)
{
  gsize length = strlen (wanted);

  return length > 4 ? (guint) g_ascii_strtoull (wanted + length - 4, NULL, 10) : 0;
}

/* Whether a name is that of a municipality, with a year behind it or without. */
static gboolean
is_name_of (const char *wanted,
            const char *municipality,
            gboolean   *has_year)
{
  g_autofree char *key = kompass_library_normalize_name (municipality);
  gsize length = strlen (key);

  if (length == 0 || !g_str_has_prefix (wanted, key))
    return FALSE;
  if (wanted[length] == '\0')
    {
      *has_year = FALSE;
      return TRUE;
    }
  if (strlen (wanted) != length + 5 || wanted[length] != ' ' || find_year (wanted) == 0)
    return FALSE;
  *has_year = TRUE;

  return TRUE;
}

/* Adds the evaluations of the municipality that @wanted names. */
static gboolean
add_years (KompassLibrary  *self,
           const char      *wanted,
           GString         *candidates,
           gboolean        *has_year,
           GError         **error)
{
  g_autoptr (sqlite3_stmt) rows =
      kompass_sql_query (self->db, error,
                         "SELECT DISTINCT m.name, m.country, e.year FROM evaluation e "
                         "JOIN municipality m ON m.id = e.municipality ORDER BY e.year, m.country",
                         "");
  gboolean is_read = rows != NULL;
  gboolean is_row;

  while (is_read && (is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      g_autofree char *full = kompass_municipality_format_name (kompass_sql_text (rows, 0), kompass_sql_text (rows, 1));

      if (is_name_of (wanted, kompass_sql_text (rows, 0), has_year) || is_name_of (wanted, full, has_year))
        g_string_append_printf (candidates, "\n  %s %d", full, sqlite3_column_int (rows, 2));
    }

  return is_read;
}

static void
add_groups (GPtrArray *groups,
            GString   *names)
{
  for (guint i = 0; i < MIN (groups->len, MOST_NAMED); i++)
    {
      g_autofree char *display_name = kompass_group_get_display_name (g_ptr_array_index (groups, i));

      g_string_append_printf (names, "\n  %s", display_name);
    }
  if (groups->len > MOST_NAMED)
    g_string_append (names, "\n  …");
}

/* Of a municipality that is known the years are named, otherwise the groups, where those are looked for, too. */
static void
refuse_unknown (KompassLibrary  *self,
                const char      *wanted,
                const char      *name,
                GPtrArray       *groups,
                GError         **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean has_year = FALSE;

  if (!add_years (self, wanted, names, &has_year, error))
    return;
  if (names->len > 0 && has_year)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   /* Translators: what was asked for, and what there is of that municipality, each on a line of its own */
                   _("There is no evaluation “%s”. There is of this municipality:%s"), name, names->str);
    }
  else if (names->len > 0)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   /* Translators: the name of a municipality, and its evaluations, each on a line of its own */
                   _("“%s” is a municipality. Write the year, too:%s"), name, names->str);
    }
  else if (groups != NULL && groups->len > 0)
    {
      add_groups (groups, names);
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   /* Translators: what was asked for, and the reference groups there are, each on a line of its own */
                   _("There is no evaluation and no reference group “%s”. Write municipality and year, such as “Lund 2011”, or "
                     "one of the groups:%s"),
                   name, names->str);
    }
  else
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   _("There is no evaluation “%s”. Write municipality and year, such as “Lund 2011”."), name);
    }
}

static char *
choose (GPtrArray   *ids,
        GString     *candidates,
        const char  *name,
        GError     **error)
{
  if (ids->len == 1)
    return g_strdup (g_ptr_array_index (ids, 0));
  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_AMBIGUOUS,
               _("“%s” can be several evaluations. Name one by its identifier:%s"), name, candidates->str);

  return NULL;
}

static char *
find_evaluation (KompassLibrary  *self,
                 const char      *name,
                 GPtrArray       *groups,
                 GError         **error)
{
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) candidates = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_read = TRUE;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error,
                            "SELECT e.id, m.name, m.country, e.year, coalesce (d.name, '–'), e.depth, "
                            "coalesce (d.revision, 1) FROM evaluation e "
                            "JOIN municipality m ON m.id = e.municipality LEFT JOIN edition d ON d.id = e.edition "
                            "WHERE e.year = ? OR e.id = ? ORDER BY e.id",
                            "is", find_year (wanted), name);
  if (rows == NULL)
    return NULL;
  while ((is_read = kompass_sql_next_or_end (rows, &is_row, error)) && is_row)
    {
      const char *id = kompass_sql_text (rows, 0);
      g_autofree char *full = kompass_municipality_format_name (kompass_sql_text (rows, 1), kompass_sql_text (rows, 2));
      g_autofree char *title = g_strdup_printf ("%s %d", full, sqlite3_column_int (rows, 3));
      g_autofree char *short_title =
          g_strdup_printf ("%s %d", kompass_sql_text (rows, 1), sqlite3_column_int (rows, 3));
      g_autofree char *long_key = kompass_library_normalize_name (title);
      g_autofree char *short_key = kompass_library_normalize_name (short_title);
      g_autofree char *edition = NULL;

      if (strcmp (id, name) != 0 && strcmp (long_key, wanted) != 0 && strcmp (short_key, wanted) != 0)
        continue;
      g_ptr_array_add (ids, g_strdup (id));
      edition = kompass_edition_format_name (kompass_sql_text (rows, 4), (guint) sqlite3_column_int (rows, 6));
      g_string_append_printf (candidates, "\n  %s  %s  (%s, %s)", id, title, edition, kompass_sql_text (rows, 5));
    }
  if (!is_read)
    return NULL;
  if (ids->len == 0)
    {
      refuse_unknown (self, wanted, name, groups, error);
      return NULL;
    }

  return choose (ids, candidates, name, error);
}

/**
 * kompass_library_find_evaluation:
 * @self: a library
 * @name: "Lund 2011", "lund-2011" or a UUID
 * @error: return location for an error that lists the candidates where there are several, and the years of a municipality
 *   where the name says none, or another one
 *
 * Returns: (transfer full) (nullable): the UUID of the evaluation
 */
char *
kompass_library_find_evaluation (KompassLibrary  *self,
                                 const char      *name,
                                 GError         **error)
{
  return find_evaluation (self, name, NULL, error);
}

/**
 * kompass_library_find_profile:
 * @self: a library
 * @name: the name of an evaluation or of a reference group, in the source language or the user's, or a UUID
 * @error: return location for an error that lists the candidates where there are several, and the groups where there is none
 *
 * Returns: (transfer full) (nullable): its UUID
 */
char *
kompass_library_find_profile (KompassLibrary  *self,
                              const char      *name,
                              GError         **error)
{
  g_autoptr (GPtrArray) groups = kompass_library_list_groups (self, error);
  g_autofree char *wanted = kompass_library_normalize_name (name);
  g_autoptr (GString) candidates = g_string_new (NULL);
  KompassGroup *found = NULL;
  guint n_found = 0;

  if (groups == NULL)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      KompassGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *display_name = kompass_group_get_display_name (group);
      g_autofree char *edition = kompass_edition_get_display_name (kompass_group_get_edition (group));
      g_autofree char *key = kompass_library_normalize_name (kompass_group_get_name (group));
      g_autofree char *display_key = kompass_library_normalize_name (display_name);

      if (strcmp (kompass_group_get_id (group), name) == 0)
        return g_strdup (name);
      if (strcmp (key, wanted) != 0 && strcmp (display_key, wanted) != 0)
        continue;
      found = group;
      n_found++;
      g_string_append_printf (candidates, "\n  %s  %s  (%s)", kompass_group_get_id (group), display_name, edition);
    }
  if (n_found == 1)
    return g_strdup (kompass_group_get_id (found));
  if (n_found > 1)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_AMBIGUOUS,
                   _("“%s” can be several reference groups. Name one by its identifier:%s"), name, candidates->str);
      return NULL;
    }

  return find_evaluation (self, name, groups, error);
}
