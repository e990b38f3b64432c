/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the model and the store work on: the printed figures of Lund 2011, read here without the program's own
 * reader, so that a fault of that reader cannot hide one of theirs. */
#include "kompass-test-data.h"

#include <locale.h>
#include <string.h>

static void
row_free (gpointer data)
{
  KompassTestRow *row = data;

  g_free (row->number);
  g_free (row->text);
  g_free (row);
}

/* Splits a line of comma separated values; a field may stand in quotes, with a quote in it doubled. */
static char **
split_fields (const char *line)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (is_quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (*p == '"')
        is_quoted = !is_quoted;
      else if (*p == ',' && !is_quoted)
        {
          g_strv_builder_add (fields, field->str);
          g_string_truncate (field, 0);
        }
      else
        g_string_append_c (field, *p);
    }
  g_strv_builder_add (fields, field->str);

  return g_strv_builder_end (fields);
}

static KompassPoints
read_points (const char *text)
{
  return (KompassPoints) (g_ascii_strtod (text, NULL) * 100 + 0.5);
}

/**
 * kompass_test_read_lund:
 *
 * Returns: (transfer full) (element-type KompassTestRow): the rows of Lund 2011: each area, then its questions
 */
GPtrArray *
kompass_test_read_lund (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "lund-2011.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = split_fields (g_strchomp (lines[i]));
      KompassTestRow *row = g_new0 (KompassTestRow, 1);

      g_assert_cmpuint (g_strv_length (fields), ==, 5);
      row->number = g_strdup (fields[0]);
      row->text = g_strdup (fields[1]);
      row->points = read_points (fields[2]);
      row->maximum = read_points (fields[3]);
      row->percent = (int) g_ascii_strtoll (fields[4], NULL, 10);
      g_ptr_array_add (rows, row);
    }
  g_assert_cmpuint (rows->len, ==, 53);

  return rows;
}

/**
 * kompass_test_edition_2010:
 *
 * Returns: (transfer full): edition 2010 with its 8 areas and 45 questions
 */
KompassEdition *
kompass_test_edition_2010 (void)
{
  KompassEdition *edition = kompass_edition_new (KOMPASS_TEST_EDITION_2010, "2010", 2010, 2015, "A printed report");
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);

      if (strchr (row->number, '.') == NULL)
        kompass_edition_add_area (edition, (guint) g_ascii_strtoull (row->number, NULL, 10), row->text, row->maximum);
      else
        kompass_edition_add_question (edition, row->number, row->text, row->maximum);
    }
  kompass_edition_validate (edition, &error);
  g_assert_no_error (error);

  return edition;
}

/**
 * kompass_test_edition_by_areas:
 * @id: its UUID
 * @name: its name
 * @first_year: the first year it was in use
 * @maximum: the maximum of each area in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Returns: (transfer full): an edition known by its eight areas alone
 */
KompassEdition *
kompass_test_edition_by_areas (const char    *id,
                               const char    *name,
                               guint          first_year,
                               KompassPoints  maximum)
{
  KompassEdition *edition = kompass_edition_new (id, name, first_year, 0, "");

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("Område %u", i);

      kompass_edition_add_area (edition, i, title, maximum);
    }

  return edition;
}

/**
 * kompass_test_evaluation:
 * @id: (nullable): its UUID, or %NULL for a random one
 * @municipality: the name of its municipality, in Sweden
 * @year: its year
 * @edition: (nullable): its edition
 * @depth: how much is known
 *
 * Returns: (transfer full): an evaluation in which nothing is scored yet
 */
KompassEvaluation *
kompass_test_evaluation (const char     *id,
                         const char     *municipality,
                         guint           year,
                         KompassEdition *edition,
                         KompassDepth    depth)
{
  g_autofree char *random_id = g_uuid_string_random ();
  g_autofree char *municipality_id = g_uuid_string_random ();
  KompassEvaluation *evaluation = kompass_evaluation_new (id != NULL ? id : random_id, edition, depth);

  kompass_evaluation_set_municipality (evaluation, municipality_id, municipality, "SE");
  kompass_evaluation_set_year (evaluation, year);

  return evaluation;
}

static void
set_printed (KompassEvaluation *evaluation,
             const char        *number,
             KompassPoints      points,
             int                percent)
{
  KompassLine *line = kompass_evaluation_find_line (evaluation, number);
  KompassPoints beside = kompass_evaluation_get_beside (evaluation, line);
  KompassPrinted printed = { points, points != KOMPASS_POINTS_UNKNOWN ? beside : KOMPASS_POINTS_UNKNOWN, percent, beside };

  kompass_line_set_printed (line, &printed);
  kompass_evaluation_update (evaluation);
}

/**
 * kompass_test_lund:
 * @edition: edition 2010
 *
 * Returns: (transfer full): Lund 2011, every figure as the report prints it
 */
KompassEvaluation *
kompass_test_lund (KompassEdition *edition)
{
  KompassEvaluation *lund = kompass_test_evaluation (KOMPASS_TEST_LUND, "Lund", 2011, edition, KOMPASS_DEPTH_QUESTIONS);
  g_autoptr (GPtrArray) rows = kompass_test_read_lund ();

  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);

      if (strchr (row->number, '.') != NULL)
        kompass_test_set (lund, row->number, row->points);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const KompassTestRow *row = g_ptr_array_index (rows, i);

      set_printed (lund, row->number, strchr (row->number, '.') != NULL ? KOMPASS_POINTS_UNKNOWN : row->points,
                   row->percent);
    }
  set_printed (lund, "", 45890, 57);

  return lund;
}

/**
 * kompass_test_mean:
 * @edition: edition 2010
 *
 * Returns: (transfer full): the published mean of the 40 latest evaluations of 2014
 */
KompassProfile *
kompass_test_mean (KompassEdition *edition)
{
  static const KompassPoints areas[] = { 5000, 5400, 6700, 5500, 5600, 5500, 5100, 6600 };
  KompassProfile *mean = kompass_profile_new_mean (KOMPASS_TEST_MEAN, "Mean of the 40 latest evaluations", edition, 40,
                                                   "2014", "a web page");

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    kompass_profile_set_area (mean, i, areas[i]);
  kompass_profile_set_total (mean, 45500);

  return mean;
}

/**
 * kompass_test_set_up_lund:
 * @fixture: a fixture
 * @data: not used
 */
void
kompass_test_set_up_lund (KompassTestLund *fixture,
                          gconstpointer    data)
{
  fixture->edition = kompass_test_edition_2010 ();
  fixture->lund = kompass_test_lund (fixture->edition);
  fixture->mean = kompass_test_mean (fixture->edition);
}

/**
 * kompass_test_tear_down_lund:
 * @fixture: a fixture
 * @data: not used
 *
 * Nothing may hold any of it any more.
 */
void
kompass_test_tear_down_lund (KompassTestLund *fixture,
                             gconstpointer    data)
{
  g_assert_finalize_object (fixture->mean);
  g_assert_finalize_object (fixture->lund);
  g_assert_finalize_object (fixture->edition);
}

/**
 * kompass_test_set:
 * @evaluation: an evaluation
 * @line: the number of one of its lines
 * @points: the points to set, or %KOMPASS_POINTS_UNKNOWN for not scored
 */
void
kompass_test_set (KompassEvaluation *evaluation,
                  const char        *line,
                  KompassPoints      points)
{
  kompass_evaluation_set_score (evaluation, kompass_evaluation_find_line (evaluation, line),
                                points != KOMPASS_POINTS_UNKNOWN ? KOMPASS_SCORE (points) : KOMPASS_SCORE_NONE);
}

/**
 * kompass_test_use_locale:
 * @name: a locale
 *
 * Switches to a locale; marks the test as skipped where the computer does not have it.
 *
 * Returns: %TRUE if the locale is in use
 */
gboolean
kompass_test_use_locale (const char *name)
{
  g_autofree char *reason = NULL;

  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;
  reason = g_strdup_printf ("the locale %s is not installed", name);
  g_test_skip (reason);

  return FALSE;
}
