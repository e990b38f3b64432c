/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in the sections of a report, said about its evaluation, and compared with. */
#include "kompass-library-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-library-private.h"

/* Text */

typedef struct
{
  KompassLabel label;
  const char *section;
  const char *markup;
} Writing;

static const char *
choose_text_label (const char *section)
{
  static const char * const labels[][2] = {
    { "introduction", N_("Write the introduction of {1}") },
    { "evaluation", N_("Write about the evaluation of {1}") },
    { "summary", N_("Write the summary of {1}") },
    { "scores", N_("Write about the scores of {1}") },
    { "facts", N_("Write about the key facts of {1}") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i][0], section) == 0)
      return labels[i][1];

  return N_("Write area {2} of {1}");
}

/* For the places {1} evaluation, {2} number of the area. */
static char *
format_text_arguments (const char *title,
                       const char *section)
{
  const char *slash = strchr (section, '/');

  return slash != NULL ? g_strconcat (title, KOMPASS_CHANGE_SEPARATOR, slash + 1, NULL) : g_strdup (title);
}

static gboolean
write_text (KompassLibrary  *self,
            gpointer         data,
            GError         **error)
{
  Writing *writing = data;
  g_autofree char *title = kompass_library_get_title (self, writing->label.evaluation, error);

  if (title == NULL)
    return FALSE;
  kompass_library_take_arguments (&writing->label, format_text_arguments (title, writing->section));
  if (*writing->markup == '\0')
    return kompass_sql_run (self->db, error, "DELETE FROM report_text WHERE evaluation = ? AND section = ?", "ss",
                            writing->label.evaluation, writing->section);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO report_text (evaluation, section, markup) VALUES (?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET markup = excluded.markup WHERE markup <> excluded.markup",
                          "sss", writing->label.evaluation, writing->section, writing->markup);
}

/**
 * kompass_library_set_report_text:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @section: the id of a section, see #KompassSection
 * @text: its text
 * @error: return location for a #KOMPASS_LIBRARY_ERROR, or %KOMPASS_TEXT_ERROR_TOO_LONG
 *
 * Saves the text of a section of the report. It can be called as often as somebody types: saves of the same section by
 * the same author through @self that follow one another within ten minutes, with nothing else in the log between them and
 * none of them undone, are one step of the log, which has the time of the last of them. Text that is as it is in the
 * library leaves no trace.
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_set_report_text (KompassLibrary  *self,
                                 const char      *evaluation,
                                 const char      *section,
                                 KompassText     *text,
                                 GError         **error)
{
  g_autofree char *subject = g_strconcat ("text/", section, NULL);
  g_autofree char *markup = kompass_text_to_markup (text);
  Writing writing = { { choose_text_label (section), NULL, evaluation, subject }, section, markup };

  if (!kompass_section_is_id (section))
    return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID, _("A report has no such section"));
  if (!kompass_text_check_length (text, error))
    return FALSE;

  return kompass_library_run_command (self, &writing.label, write_text, &writing, error);
}

/* About the evaluation */

typedef struct
{
  KompassLabel label;
  KompassAbout about;
  const char *value;
} Saying;

static gboolean
write_about (KompassLibrary  *self,
             gpointer         data,
             GError         **error)
{
  Saying *saying = data;
  const char *evaluation = saying->label.evaluation;
  const char *about = kompass_about_get_name (saying->about);

  if (!kompass_library_take_title (self, &saying->label, error))
    return FALSE;
  if (*saying->value == '\0')
    return kompass_sql_run (self->db, error, "DELETE FROM report_about WHERE evaluation = ? AND about = ?", "ss",
                            evaluation, about);

  return kompass_sql_run (self->db, error,
                          "INSERT INTO report_about (evaluation, about, value) VALUES (?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
                          "sss", evaluation, about, saying->value);
}

/**
 * kompass_library_set_report_about:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @about: what is said
 * @value: (nullable): free text of one line, cleaned as by kompass_text_clean_line(); "" for nothing
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Sets what the report says about its evaluation. Saves that follow one another are joined, as by
 * kompass_library_set_report_text().
 *
 * Returns: %TRUE if it is on disk
 */
gboolean
kompass_library_set_report_about (KompassLibrary  *self,
                                  const char      *evaluation,
                                  KompassAbout     about,
                                  const char      *value,
                                  GError         **error)
{
  static const char * const labels[] = {
    [KOMPASS_ABOUT_PERFORMED] = N_("Set when {1} was performed"),
    [KOMPASS_ABOUT_INTERVIEWS] = N_("Set how many were interviewed for {1}"),
    [KOMPASS_ABOUT_EVALUATORS] = N_("Set the evaluators of {1}"),
  };
  g_autofree char *line = kompass_text_clean_line (value);
  g_autofree char *subject = g_strconcat ("about/", kompass_about_get_name (about), NULL);
  Saying saying = { { labels[about], NULL, evaluation, subject }, about, line };

  if (!kompass_library_check_line (line, error))
    return FALSE;

  return kompass_library_run_command (self, &saying.label, write_about, &saying, error);
}

/**
 * kompass_library_check_line:
 * @line: a line of a report
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if it can be stored: it has at most %KOMPASS_LINE_LIMIT characters
 */
gboolean
kompass_library_check_line (const char  *line,
                            GError     **error)
{
  if (g_utf8_strlen (line, -1) <= KOMPASS_LINE_LIMIT)
    return TRUE;
  g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
               ngettext ("This is too long: at most %d character", "This is too long: at most %d characters",
                         KOMPASS_LINE_LIMIT),
               KOMPASS_LINE_LIMIT);

  return FALSE;
}

/* Comparisons */

typedef struct
{
  KompassLabel label;
  const char * const *profiles;
} Comparing;

/* Only what is other than before is written. */
static gboolean
write_comparisons (KompassLibrary  *self,
                   gpointer         data,
                   GError         **error)
{
  Comparing *comparing = data;
  const char *evaluation = comparing->label.evaluation;
  guint n_profiles = g_strv_length ((GStrv) comparing->profiles);

  if (!kompass_library_take_title (self, &comparing->label, error))
    return FALSE;
  for (guint i = 0; i < n_profiles; i++)
    if (!kompass_sql_run (self->db, error,
                          "INSERT INTO report_comparison (evaluation, position, profile) VALUES (?, ?, ?) "
                          "ON CONFLICT DO UPDATE SET profile = excluded.profile WHERE profile <> excluded.profile",
                          "sis", evaluation, i, comparing->profiles[i]))
      return FALSE;

  return kompass_sql_run (self->db, error, "DELETE FROM report_comparison WHERE evaluation = ? AND position >= ?", "si",
                          evaluation, n_profiles);
}

static gboolean
check_profiles (KompassLibrary      *self,
                const char          *evaluation,
                const char * const  *profiles,
                GError             **error)
{
  guint n_profiles = g_strv_length ((GStrv) profiles);

  if (n_profiles > KOMPASS_REPORT_COMPARISONS)
    {
      g_set_error (error, KOMPASS_LIBRARY_ERROR, KOMPASS_LIBRARY_ERROR_INVALID,
                   ngettext ("A report compares with at most %d other", "A report compares with at most %d others",
                             KOMPASS_REPORT_COMPARISONS),
                   KOMPASS_REPORT_COMPARISONS);
      return FALSE;
    }
  for (guint i = 0; i < n_profiles; i++)
    {
      gboolean is_there;

      if (strcmp (profiles[i], evaluation) == 0)
        return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_INVALID,
                                       _("An evaluation is not compared with itself"));
      if (!kompass_sql_exists (self->db,
                               "SELECT 1 FROM (SELECT id FROM evaluation UNION ALL SELECT id FROM reference_group) "
                               "WHERE id = ?",
                               profiles[i], &is_there, error))
        return FALSE;
      if (!is_there)
        return kompass_library_refuse (error, KOMPASS_LIBRARY_ERROR_NOT_FOUND,
                                       _("There is no such evaluation or reference group"));
    }

  return TRUE;
}

/**
 * kompass_library_set_report_comparisons:
 * @self: a library
 * @evaluation: UUID of an evaluation
 * @profiles: (array zero-terminated=1): UUIDs of the evaluations and reference groups that its report holds it against,
 *   at most %KOMPASS_REPORT_COMPARISONS
 * @error: return location for a #KOMPASS_LIBRARY_ERROR
 *
 * Returns: %TRUE if they are on disk
 */
gboolean
kompass_library_set_report_comparisons (KompassLibrary      *self,
                                        const char          *evaluation,
                                        const char * const  *profiles,
                                        GError             **error)
{
  Comparing comparing = { { N_("Set what the report of {1} compares with"), NULL, evaluation }, profiles };

  if (!check_profiles (self, evaluation, profiles, error))
    return FALSE;

  return kompass_library_run_command (self, &comparing.label, write_comparisons, &comparing, error);
}
