/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a whole report: read, written and erased, and put in order. */
#include "kompass-library-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kompass_library_get_title:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: (transfer full) (nullable): its title, "Lund 2011", without loading its figures
 */
char *
kompass_library_get_title (KompassLibrary  *self,
                           const char      *evaluation,
                           GError         **error)
{
  g_autoptr (KompassKept) row = NULL;
  g_autofree char *name = NULL;
  gboolean is_row;

  row = kompass_sql_query_kept (self->db, error,
                                "SELECT m.name, m.country, e.year FROM evaluation e "
                                "JOIN municipality m ON m.id = e.municipality WHERE e.id = ?",
                                "s", evaluation);
  if (row == NULL || !kompass_sql_next_or_end (row, &is_row, error))
    return NULL;
  if (!is_row)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                   _("There is no evaluation %s"), evaluation);
      return NULL;
    }
  name = kompass_municipality_format_name (kompass_sql_text (row, 0), kompass_sql_text (row, 1));

  return g_strdup_printf ("%s %d", name, sqlite3_column_int (row, 2));
}

/* Reading */

typedef gboolean (*AddRow) (KompassLibrary  *self,
                            KompassReport   *report,
                            sqlite3_stmt    *row,
                            GError         **error);

static gboolean
read_rows (KompassLibrary  *self,
           KompassReport   *report,
           const char      *sql,
           AddRow           add_row,
           GError         **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean is_row;

  rows = kompass_sql_query (self->db, error, sql, "s", kompass_report_get_evaluation_id (report));
  if (rows == NULL)
    return FALSE;
  while (kompass_sql_next_or_end (rows, &is_row, error))
    {
      if (!is_row)
        return TRUE;
      if (!add_row (self, report, rows, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
add_text (KompassLibrary  *self,
          KompassReport   *report,
          sqlite3_stmt    *row,
          GError         **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (KompassText) text = kompass_text_new_from_markup (kompass_sql_text (row, 1), &failure);

  if (text == NULL)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_DAMAGED,
                   /* Translators: the first %s is the technical name of a section such as "area/1", the second why */
                   _("Section %s of the report is damaged. Nothing was changed; look for a copy of the library in the "
                     "folder “backups” beside it. (%s)"),
                   kompass_sql_text (row, 0), failure->message);
      return FALSE;
    }
  kompass_report_set_text (report, kompass_sql_text (row, 0), text);

  return TRUE;
}

static gboolean
add_about (KompassLibrary  *self,
           KompassReport   *report,
           sqlite3_stmt    *row,
           GError         **error)
{
  KompassAbout about;

  if (!kompass_about_from_name (kompass_sql_text (row, 0), &about))
    return kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
  kompass_report_set_about (report, about, kompass_sql_text (row, 1));

  return TRUE;
}

static gboolean
add_finding (KompassLibrary  *self,
             KompassReport   *report,
             sqlite3_stmt    *row,
             GError         **error)
{
  g_autoptr (KompassFinding) finding = NULL;
  KompassFindingKind kind;

  if (!kompass_finding_kind_from_name (kompass_sql_text (row, 2), &kind))
    return kompass_sql_fail (self->db, SQLITE_CORRUPT, error);
  finding = kompass_finding_new (kompass_sql_text (row, 0), (guint) sqlite3_column_int (row, 1), kind,
                                 kompass_sql_text (row, 3), kompass_sql_text_or_null (row, 4));
  kompass_report_add_finding (report, finding);

  return TRUE;
}

static gboolean
add_key_fact (KompassLibrary  *self,
              KompassReport   *report,
              sqlite3_stmt    *row,
              GError         **error)
{
  g_autoptr (KompassKeyFact) fact =
      kompass_key_fact_new (kompass_sql_text (row, 0), kompass_sql_text (row, 1), kompass_sql_text (row, 2));

  kompass_report_add_key_fact (report, fact);

  return TRUE;
}

static gboolean
add_comparison (KompassLibrary  *self,
                KompassReport   *report,
                sqlite3_stmt    *row,
                GError         **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *known = kompass_report_get_comparisons (report);
  g_auto (GStrv) profiles = NULL;

  g_strv_builder_addv (builder, (const char **) known);
  g_strv_builder_add (builder, kompass_sql_text (row, 0));
  profiles = g_strv_builder_end (builder);
  kompass_report_set_comparisons (report, (const char * const *) profiles);

  return TRUE;
}

static gboolean
read_report (KompassLibrary  *self,
             KompassReport   *report,
             GError         **error)
{
  return read_rows (self, report, "SELECT section, markup FROM report_text WHERE evaluation = ?", add_text, error) &&
         read_rows (self, report, "SELECT about, value FROM report_about WHERE evaluation = ?", add_about, error) &&
         read_rows (self, report,
                    "SELECT id, area, kind, text, question FROM finding WHERE evaluation = ? "
                    "ORDER BY area, kind, position, id",
                    add_finding, error) &&
         read_rows (self, report, "SELECT id, name, value FROM key_fact WHERE evaluation = ? ORDER BY position, id",
                    add_key_fact, error) &&
         read_rows (self, report,
                    "SELECT profile FROM report_comparison WHERE evaluation = ? "
                    "AND (profile IN (SELECT id FROM evaluation) OR profile IN (SELECT id FROM reference_group)) "
                    "ORDER BY position",
                    add_comparison, error);
}

/**
 * kompass_library_load_report:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Loads what is written about an evaluation, as it is at one moment. Comparisons with evaluations or reference groups
 * that are gone are left out.
 *
 * Returns: (transfer full) (nullable): the report, without anything where nothing is written; %NULL on an error
 */
KompassReport *
kompass_library_load_report (KompassLibrary  *self,
                             const char      *evaluation,
                             GError         **error)
{
  gboolean is_alone = sqlite3_get_autocommit (self->db) != 0;
  g_autoptr (KompassReport) report = kompass_report_new (evaluation);
  g_autofree char *title = NULL;
  gboolean is_read;

  if (is_alone && !kompass_sql_script (self->db, "BEGIN", error))
    return NULL;
  title = kompass_library_get_title (self, evaluation, error);
  is_read = title != NULL && read_report (self, report, error);
  if (is_alone)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return is_read ? g_steal_pointer (&report) : NULL;
}

/* Writing */

static gboolean
insert_texts (KompassLibrary  *self,
              KompassReport   *report,
              GError         **error)
{
  const char *evaluation = kompass_report_get_evaluation_id (report);
  g_auto (GStrv) sections = kompass_report_list_texts (report);

  for (guint i = 0; sections[i] != NULL; i++)
    {
      g_autofree char *markup = kompass_text_to_markup (kompass_report_get_text (report, sections[i]));

      if (!kompass_sql_run (self->db, error, "INSERT INTO report_text (evaluation, section, markup) VALUES (?, ?, ?)",
                            "sss", evaluation, sections[i], markup))
        return FALSE;
    }
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    {
      const char *value = kompass_report_get_about (report, (KompassAbout) i);

      if (*value != '\0' &&
          !kompass_sql_run (self->db, error, "INSERT INTO report_about (evaluation, about, value) VALUES (?, ?, ?)",
                            "sss", evaluation, kompass_about_get_name ((KompassAbout) i), value))
        return FALSE;
    }

  return TRUE;
}

/* Positions rise through all the lists of a report; within each list that is its order. */
static gboolean
insert_findings (KompassLibrary  *self,
                 KompassReport   *report,
                 GError         **error)
{
  GPtrArray *findings = kompass_report_get_all_findings (report);

  for (guint i = 0; i < findings->len; i++)
    {
      KompassFinding *finding = g_ptr_array_index (findings, i);

      if (!kompass_sql_run (self->db, error,
                            "INSERT INTO finding (evaluation, id, area, kind, position, text, question) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?)",
                            "ssisiss", kompass_report_get_evaluation_id (report), kompass_finding_get_id (finding),
                            kompass_finding_get_area (finding),
                            kompass_finding_kind_get_name (kompass_finding_get_kind (finding)), i,
                            kompass_finding_get_text (finding), kompass_finding_get_question (finding)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_facts (KompassLibrary  *self,
              KompassReport   *report,
              GError         **error)
{
  GPtrArray *facts = kompass_report_get_key_facts (report);

  for (guint i = 0; i < facts->len; i++)
    {
      KompassKeyFact *fact = g_ptr_array_index (facts, i);

      if (!kompass_sql_run (self->db, error,
                            "INSERT INTO key_fact (evaluation, id, position, name, value) VALUES (?, ?, ?, ?, ?)",
                            "ssiss", kompass_report_get_evaluation_id (report), kompass_key_fact_get_id (fact), i,
                            kompass_key_fact_get_name (fact), kompass_key_fact_get_value (fact)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_comparisons (KompassLibrary  *self,
                    KompassReport   *report,
                    GError         **error)
{
  const char * const *profiles = kompass_report_get_comparisons (report);

  for (guint i = 0; profiles[i] != NULL; i++)
    if (!kompass_sql_run (self->db, error,
                          "INSERT INTO report_comparison (evaluation, position, profile) VALUES (?, ?, ?)", "sis",
                          kompass_report_get_evaluation_id (report), i, profiles[i]))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_insert_report:
 * @self: a library, in a transaction
 * @report: a report of an evaluation that the library has, with nothing written about it yet
 * @error: return location for an error
 *
 * Writes all of a report.
 *
 * Returns: %TRUE if it is written
 */
gboolean
kompass_library_insert_report (KompassLibrary  *self,
                               KompassReport   *report,
                               GError         **error)
{
  return insert_texts (self, report, error) && insert_findings (self, report, error) &&
         insert_facts (self, report, error) && insert_comparisons (self, report, error);
}

/**
 * kompass_library_erase_reports:
 * @self: a library, in a transaction
 * @which: an SQL condition on the UUID of an evaluation, with one parameter: "= ?"
 * @id: the parameter
 * @error: return location for an error
 *
 * Erases what is written about evaluations that are about to be deleted.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
kompass_library_erase_reports (KompassLibrary  *self,
                               const char      *which,
                               const char      *id,
                               GError         **error)
{
  static const char * const tables[] = { "report_text", "report_about", "finding", "key_fact", "report_comparison" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE evaluation %s", tables[i], which);

      if (!kompass_sql_run (self->db, error, sql, "s", id))
        return FALSE;
    }

  return TRUE;
}

/* Places in a list */

static GPtrArray *
read_others (sqlite3_stmt        *list,
             const char * const  *placed,
             GError             **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean is_row;

  while (kompass_sql_next_or_end (list, &is_row, error))
    {
      if (!is_row)
        return g_steal_pointer (&ids);
      if (!g_strv_contains (placed, kompass_sql_text (list, 0)))
        g_ptr_array_add (ids, g_strdup (kompass_sql_text (list, 0)));
    }

  return NULL;
}

/**
 * kompass_library_place_rows:
 * @self: a library, in a transaction
 * @table: a table whose rows have the columns "evaluation", "id" and "position"
 * @evaluation: UUID of an evaluation
 * @placed: (array zero-terminated=1): the rows, in order
 * @list: a query for the ids of their list in order, with @placed anywhere in it or not; read to its end
 * @position: where in the list without them, from 0; as the last where it has fewer
 * @error: return location for an error
 *
 * Puts rows into their place among the others of their list; only those that get another place are written.
 *
 * Returns: %TRUE if they are there
 */
gboolean
kompass_library_place_rows (KompassLibrary      *self,
                            const char          *table,
                            const char          *evaluation,
                            const char * const  *placed,
                            sqlite3_stmt        *list,
                            guint                position,
                            GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET position = ? WHERE evaluation = ? AND id = ? AND position <> ?",
                                          table);
  g_autoptr (GPtrArray) ids = read_others (list, placed, error);

  if (ids == NULL)
    return FALSE;
  position = MIN (position, ids->len);
  for (guint i = 0; placed[i] != NULL; i++)
    g_ptr_array_insert (ids, (int) (position + i), g_strdup (placed[i]));
  for (guint i = 0; i < ids->len; i++)
    if (!kompass_sql_run (self->db, error, sql, "issi", i, evaluation, g_ptr_array_index (ids, i), i))
      return FALSE;

  return TRUE;
}

/**
 * kompass_library_place_row:
 * @self: a library, in a transaction
 * @table: a table whose rows have the columns "evaluation", "id" and "position"
 * @evaluation: UUID of an evaluation
 * @id: the row
 * @list: a query for the ids of its list in order, with @id anywhere in it or not; read to its end
 * @position: where in the list without it, from 0; as the last where it has fewer
 * @error: return location for an error
 *
 * Puts one row into its place, as kompass_library_place_rows() does.
 *
 * Returns: %TRUE if it is there
 */
gboolean
kompass_library_place_row (KompassLibrary  *self,
                           const char      *table,
                           const char      *evaluation,
                           const char      *id,
                           sqlite3_stmt    *list,
                           guint            position,
                           GError         **error)
{
  const char *placed[] = { id, NULL };

  return kompass_library_place_rows (self, table, evaluation, placed, list, position, error);
}
