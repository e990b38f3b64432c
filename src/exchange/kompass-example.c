/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example: real results, read from comma-separated text. */
#include "kompass-example.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-csv.h"
#include "kompass-name-uuid.h"

#define LUND_EDITION "2010"
#define LUND_YEAR 2011
#define LUND_DECIMALS 1
#define LUND_SOURCE "KommunKompassen: Analys av Lunds kommun 2011"

#define N_AREAS 8

/* Reading fields */

/* The example is of the editions as they came with the program, not of what a user has made of them. */
static KompassEdition *
find_edition (GPtrArray  *editions,
              const char *name)
{
  for (guint i = 0; i < editions->len; i++)
    {
      KompassEdition *edition = g_ptr_array_index (editions, i);

      if (strcmp (kompass_edition_get_name (edition), name) == 0 && kompass_edition_get_revision (edition) == 1)
        return edition;
    }

  return NULL;
}

/* Nothing written means not known, where @must_be_known allows it. */
static gboolean
read_points (KompassCsv     *csv,
             guint           row,
             guint           column,
             gboolean        must_be_known,
             KompassPoints   maximum,
             KompassPoints  *points,
             GError        **error)
{
  g_autoptr (GError) failure = NULL;

  *points = KOMPASS_POINTS_UNKNOWN;
  if (!must_be_known && *kompass_csv_get (csv, row, column) == '\0')
    return TRUE;

  return kompass_points_parse (kompass_csv_get (csv, row, column), maximum, points, &failure) ||
         kompass_csv_fail (csv, row, column, failure->message, error);
}

static gboolean
read_whole (KompassCsv  *csv,
            guint        row,
            guint        column,
            guint        least,
            guint        most,
            guint       *number,
            GError     **error)
{
  g_autofree char *reason = NULL;
  guint64 value;

  if (g_ascii_string_to_unsigned (kompass_csv_get (csv, row, column), 10, least, most, &value, NULL))
    {
      *number = (guint) value;
      return TRUE;
    }
  reason = g_strdup_printf (_("must be a whole number from %u to %u"), least, most);

  return kompass_csv_fail (csv, row, column, reason, error);
}

/* Making evaluations */

static KompassEvaluation *
new_evaluation (const char     *municipality,
                guint           year,
                KompassEdition *edition,
                KompassDepth    depth)
{
  g_autofree char *name = NULL;
  g_autofree char *country = NULL;
  g_autofree char *key = NULL;
  g_autofree char *municipality_key = NULL;
  g_autofree char *id = NULL;
  g_autofree char *municipality_id = NULL;
  KompassEvaluation *evaluation;

  kompass_municipality_parse_name (municipality, &name, &country);
  municipality_key = g_strdup_printf ("municipality/%s/%s", country, name);
  municipality_id = kompass_name_uuid_new (municipality_key);
  key = g_strdup_printf ("evaluation/%s/%s/%u", country, name, year);
  id = kompass_name_uuid_new (key);

  evaluation = kompass_evaluation_new (id, edition, depth);
  kompass_evaluation_set_municipality (evaluation, municipality_id, name, country);
  kompass_evaluation_set_year (evaluation, year);
  kompass_evaluation_set_is_example (evaluation, TRUE);

  return evaluation;
}

/* Lund 2011 */

enum
{
  LUND_NUMBER,
  LUND_TEXT,
  LUND_POINTS,
  LUND_MAX,
  LUND_PERCENT,
};

/* A line of the edition that has no figures yet, and the same maximum there. */
static KompassLine *
find_lund_line (KompassEvaluation  *lund,
                KompassCsv         *csv,
                guint               row,
                GError            **error)
{
  KompassLine *line = kompass_evaluation_find_line (lund, kompass_csv_get (csv, row, LUND_NUMBER));
  KompassPoints maximum;

  if (line == NULL || kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL)
    {
      kompass_csv_fail (csv, row, LUND_NUMBER, _("the edition has no such line"), error);
      return NULL;
    }
  if (kompass_line_get_printed (line)->percent != KOMPASS_PERCENT_UNKNOWN)
    {
      kompass_csv_fail (csv, row, LUND_NUMBER, _("occurs twice"), error);
      return NULL;
    }
  if (!read_points (csv, row, LUND_MAX, TRUE, KOMPASS_POINTS_UNKNOWN, &maximum, error))
    return NULL;
  if (maximum != kompass_line_get_maximum (line))
    {
      kompass_csv_fail (csv, row, LUND_MAX, _("the edition has another maximum"), error);
      return NULL;
    }

  return line;
}

static gboolean
read_lund_row (KompassEvaluation  *lund,
               KompassCsv         *csv,
               guint               row,
               GError            **error)
{
  KompassLine *line = find_lund_line (lund, csv, row, error);
  KompassPrinted printed = KOMPASS_PRINTED_NONE;
  KompassPoints points;
  guint percent;

  if (line == NULL || !read_points (csv, row, LUND_POINTS, TRUE, kompass_line_get_maximum (line), &points, error) ||
      !read_whole (csv, row, LUND_PERCENT, 0, 100, &percent, error))
    return FALSE;
  printed.percent = (int) percent;
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    {
      kompass_line_set_score (line, KOMPASS_SCORE (points));
      printed.percent_beside = points;
    }
  else
    {
      printed.points = points;
    }
  kompass_line_set_printed (line, &printed);

  return TRUE;
}

/* The printed figures of an area stand beside the sum of its questions, which is known once all rows are read. */
static void
note_sums (KompassEvaluation *lund)
{
  KompassLine *line;

  kompass_evaluation_update (lund);
  for (guint i = 0; (line = kompass_evaluation_get_area_line (lund, i)) != NULL; i++)
    {
      KompassPrinted printed = *kompass_line_get_printed (line);

      printed.points_beside = printed.percent_beside = kompass_evaluation_get_beside (lund, line);
      kompass_line_set_printed (line, &printed);
    }
  kompass_evaluation_update (lund);
}

/**
 * kompass_example_read_lund:
 * @name: the file's name, for errors
 * @csv: the points of all areas and questions, with their printed percents
 * @editions: (element-type KompassEdition): the editions
 * @evaluations: (element-type KompassEvaluation): where to add Lund 2011
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file, line and column
 *
 * Reads a whole result: every area and every question of its edition, once.
 *
 * Returns: %TRUE if it has been added
 */
gboolean
kompass_example_read_lund (const char  *name,
                           GBytes      *csv,
                           GPtrArray   *editions,
                           GPtrArray   *evaluations,
                           GError     **error)
{
  static const char * const columns[] = { "number", "text", "points", "max", "printed_percent", NULL };
  g_autoptr (KompassCsv) table = kompass_csv_new (name, csv, columns, error);
  KompassEdition *edition = find_edition (editions, LUND_EDITION);
  g_autoptr (KompassEvaluation) lund = NULL;
  guint n_lines;

  if (table == NULL)
    return FALSE;
  n_lines = edition != NULL ? kompass_edition_get_n_areas (edition) + kompass_edition_get_n_questions (edition) : 0;
  if (edition == NULL || kompass_csv_get_n_rows (table) != n_lines)
    {
      g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE,
                   _("%s: must have a row for each area and each question of edition %s"), name, LUND_EDITION);
      return FALSE;
    }

  lund = new_evaluation ("Lund", LUND_YEAR, edition, KOMPASS_DEPTH_QUESTIONS);
  kompass_evaluation_set_decimals (lund, LUND_DECIMALS);
  kompass_evaluation_set_source (lund, LUND_SOURCE);
  for (guint row = 0; row < kompass_csv_get_n_rows (table); row++)
    if (!read_lund_row (lund, table, row, error))
      return FALSE;
  note_sums (lund);
  g_ptr_array_add (evaluations, g_steal_pointer (&lund));

  return TRUE;
}

/* Published results */

#define AREA_COLUMNS "area_1", "area_2", "area_3", "area_4", "area_5", "area_6", "area_7", "area_8"

typedef struct
{
  KompassPoints areas[N_AREAS]; /* by number less one */
  KompassPoints total;
  gboolean any_area;
} Points;

static KompassPoints
get_area_maximum (KompassEdition *edition,
                  guint           number)
{
  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    if (kompass_edition_get_area (edition, i)->number == number)
      return kompass_edition_get_area (edition, i)->maximum;

  return KOMPASS_POINTS_UNKNOWN;
}

/* Eight areas and the total, in neighbouring columns. */
static gboolean
read_all_points (KompassCsv      *csv,
                 guint            row,
                 guint            first_column,
                 KompassEdition  *edition,
                 Points          *points,
                 GError         **error)
{
  KompassPoints maximum = edition != NULL ? kompass_edition_get_maximum (edition) : KOMPASS_POINTS_UNKNOWN;

  points->any_area = FALSE;
  for (guint i = 0; i < N_AREAS; i++)
    {
      if (!read_points (csv, row, first_column + i, FALSE, get_area_maximum (edition, i + 1), &points->areas[i], error))
        return FALSE;
      points->any_area = points->any_area || points->areas[i] != KOMPASS_POINTS_UNKNOWN;
    }

  return read_points (csv, row, first_column + N_AREAS, !points->any_area || edition == NULL, maximum,
                      &points->total, error);
}

static gboolean
read_edition (KompassCsv      *csv,
              guint            row,
              guint            column,
              GPtrArray       *editions,
              gboolean         must_be_known,
              KompassEdition **edition,
              GError         **error)
{
  const char *name = kompass_csv_get (csv, row, column);

  *edition = find_edition (editions, name);
  if (*edition != NULL || (!must_be_known && *name == '\0'))
    return TRUE;

  return kompass_csv_fail (csv, row, column, _("there is no such edition"), error);
}

enum
{
  PUBLISHED_MUNICIPALITY,
  PUBLISHED_YEAR,
  PUBLISHED_EDITION,
  PUBLISHED_AREAS,
  PUBLISHED_SOURCE = PUBLISHED_AREAS + N_AREAS + 1,
};

/* Areas first: the total is noted beside their sum. */
static void
set_published_points (KompassEvaluation *evaluation,
                      const Points      *points)
{
  KompassLine *line;

  for (guint i = 0; (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    {
      guint number = kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), i)->number;

      if (number <= N_AREAS && points->areas[number - 1] != KOMPASS_POINTS_UNKNOWN)
        kompass_evaluation_set_score (evaluation, line, KOMPASS_SCORE (points->areas[number - 1]));
    }
  if (points->total != KOMPASS_POINTS_UNKNOWN)
    kompass_evaluation_set_score (evaluation, kompass_evaluation_get_total_line (evaluation),
                                  KOMPASS_SCORE (points->total));
}

static KompassEvaluation *
read_published_row (KompassCsv  *csv,
                    guint        row,
                    GPtrArray   *editions,
                    GError     **error)
{
  const char *municipality = kompass_csv_get (csv, row, PUBLISHED_MUNICIPALITY);
  KompassEvaluation *evaluation;
  KompassEdition *edition;
  KompassDepth depth;
  Points points;
  guint year;

  if (*municipality == '\0')
    {
      kompass_csv_fail (csv, row, PUBLISHED_MUNICIPALITY, _("is missing"), error);
      return NULL;
    }
  if (!read_whole (csv, row, PUBLISHED_YEAR, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST, &year, error) ||
      !read_edition (csv, row, PUBLISHED_EDITION, editions, FALSE, &edition, error) ||
      !read_all_points (csv, row, PUBLISHED_AREAS, edition, &points, error))
    return NULL;

  depth = points.any_area ? KOMPASS_DEPTH_AREAS : KOMPASS_DEPTH_TOTAL;
  evaluation = new_evaluation (municipality, year, edition, depth);
  kompass_evaluation_set_decimals (evaluation, 0);
  kompass_evaluation_set_source (evaluation, kompass_csv_get (csv, row, PUBLISHED_SOURCE));
  set_published_points (evaluation, &points);

  return evaluation;
}

/**
 * kompass_example_read_published:
 * @name: the file's name, for errors
 * @csv: published evaluations, a row each; nothing where something is not known
 * @editions: (element-type KompassEdition): the editions
 * @evaluations: (element-type KompassEvaluation): where to add them
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file, line and column
 *
 * Reads evaluations known by some of their areas, or by their total alone. Where the edition is not known there are no
 * areas to put points on, and the total is what is kept.
 *
 * Returns: %TRUE if they have been added
 */
gboolean
kompass_example_read_published (const char  *name,
                                GBytes      *csv,
                                GPtrArray   *editions,
                                GPtrArray   *evaluations,
                                GError     **error)
{
  static const char * const columns[] = {
    "municipality", "year", "edition", AREA_COLUMNS, "total", "source_url", NULL,
  };
  g_autoptr (KompassCsv) table = kompass_csv_new (name, csv, columns, error);

  if (table == NULL)
    return FALSE;
  for (guint row = 0; row < kompass_csv_get_n_rows (table); row++)
    {
      KompassEvaluation *evaluation = read_published_row (table, row, editions, error);

      if (evaluation == NULL)
        return FALSE;
      g_ptr_array_add (evaluations, evaluation);
    }

  return TRUE;
}

/* Published means */

enum
{
  MEAN_NAME,
  MEAN_EDITION,
  MEAN_MEMBERS,
  MEAN_AS_OF,
  MEAN_AREAS,
  MEAN_SOURCE = MEAN_AREAS + N_AREAS + 1,
};

static KompassProfile *
new_mean (KompassCsv     *csv,
          guint           row,
          KompassEdition *edition,
          guint           members,
          const Points   *points)
{
  const char *name = kompass_csv_get (csv, row, MEAN_NAME);
  g_autofree char *key = g_strdup_printf ("mean/%s/%s", kompass_edition_get_name (edition), name);
  g_autofree char *id = kompass_name_uuid_new (key);
  KompassProfile *mean = kompass_profile_new_mean (id, name, edition, members, kompass_csv_get (csv, row, MEAN_AS_OF),
                                                   kompass_csv_get (csv, row, MEAN_SOURCE));

  kompass_profile_set_total (mean, points->total);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      guint number = kompass_edition_get_area (edition, i)->number;

      if (number <= N_AREAS)
        kompass_profile_set_area (mean, i, points->areas[number - 1]);
    }

  return mean;
}

static KompassProfile *
read_mean_row (KompassCsv  *csv,
               guint        row,
               GPtrArray   *editions,
               GError     **error)
{
  KompassEdition *edition;
  Points points;
  guint members = 0;

  if (*kompass_csv_get (csv, row, MEAN_NAME) == '\0')
    {
      kompass_csv_fail (csv, row, MEAN_NAME, _("is missing"), error);
      return NULL;
    }
  if (!read_edition (csv, row, MEAN_EDITION, editions, TRUE, &edition, error) ||
      (*kompass_csv_get (csv, row, MEAN_MEMBERS) != '\0' &&
       !read_whole (csv, row, MEAN_MEMBERS, 1, 9999, &members, error)) ||
      !read_all_points (csv, row, MEAN_AREAS, edition, &points, error))
    return NULL;

  return new_mean (csv, row, edition, members, &points);
}

/**
 * kompass_example_read_means:
 * @name: the file's name, for errors
 * @csv: published means, a row each; nothing where something is not known
 * @editions: (element-type KompassEdition): the editions
 * @means: (element-type KompassProfile): where to add them
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file, line and column
 *
 * Returns: %TRUE if they have been added
 */
gboolean
kompass_example_read_means (const char  *name,
                            GBytes      *csv,
                            GPtrArray   *editions,
                            GPtrArray   *means,
                            GError     **error)
{
  static const char * const columns[] = {
    "name", "edition", "members", "as_of", AREA_COLUMNS, "total", "source_url", NULL,
  };
  g_autoptr (KompassCsv) table = kompass_csv_new (name, csv, columns, error);

  if (table == NULL)
    return FALSE;
  for (guint row = 0; row < kompass_csv_get_n_rows (table); row++)
    {
      KompassProfile *mean = read_mean_row (table, row, editions, error);

      if (mean == NULL)
        return FALSE;
      g_ptr_array_add (means, mean);
    }

  return TRUE;
}
