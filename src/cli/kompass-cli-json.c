/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluations as JSON for scripts: points as decimal strings, never as floating-point numbers; null where unknown. */
#include "kompass-cli-json.h"

#include "kompass-cli-output.h"

/**
 * kompass_cli_json_add_text:
 * @builder: a builder in an object
 * @name: (nullable): the member's name, or %NULL for an element of an array
 * @text: (nullable): its value, %NULL for null
 */
void
kompass_cli_json_add_text (JsonBuilder *builder,
                           const char  *name,
                           const char  *text)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * kompass_cli_json_add_points:
 * @builder: a builder in an object
 * @name: (nullable): the member's name, or %NULL for an element of an array
 * @points: its value in hundredths, %KOMPASS_POINTS_UNKNOWN for null
 */
void
kompass_cli_json_add_points (JsonBuilder   *builder,
                             const char    *name,
                             KompassPoints  points)
{
  g_autofree char *text = kompass_points_to_string (points);

  kompass_cli_json_add_text (builder, name, text);
}

static void
add_percent (JsonBuilder *builder,
             const char  *name,
             int          percent)
{
  json_builder_set_member_name (builder, name);
  if (percent != KOMPASS_PERCENT_UNKNOWN)
    json_builder_add_int_value (builder, percent);
  else
    json_builder_add_null_value (builder);
}

/**
 * kompass_cli_json_add_count:
 * @builder: a builder in an object
 * @name: the member's name
 * @count: its value
 */
void
kompass_cli_json_add_count (JsonBuilder *builder,
                            const char  *name,
                            guint        count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

/**
 * kompass_cli_json_add_head:
 * @builder: a builder in an object
 * @evaluation: an evaluation
 *
 * Adds what the evaluation is: id, municipality, country where it is not Sweden, year, edition and depth.
 */
void
kompass_cli_json_add_head (JsonBuilder       *builder,
                           KompassEvaluation *evaluation)
{
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  const char *country = kompass_evaluation_get_country (evaluation);

  kompass_cli_json_add_text (builder, "id", kompass_evaluation_get_id (evaluation));
  kompass_cli_json_add_text (builder, "municipality", kompass_evaluation_get_municipality (evaluation));
  if (g_strcmp0 (country, "SE") != 0)
    kompass_cli_json_add_text (builder, "country", country);
  kompass_cli_json_add_count (builder, "year", kompass_evaluation_get_year (evaluation));
  kompass_cli_json_add_text (builder, "edition", edition_name);
  kompass_cli_json_add_text (builder, "depth", kompass_depth_get_name (kompass_evaluation_get_depth (evaluation)));
}

/**
 * kompass_cli_json_add_figures:
 * @builder: a builder in an object
 * @line: a line of an evaluation
 *
 * Adds points, maximum and percent as they are shown. The maximum counts what is scored; where that is not all, what it
 * would be with all of it scored is added. Where nothing is known and there is nothing to score below, it is what it
 * would be.
 */
void
kompass_cli_json_add_figures (JsonBuilder *builder,
                              KompassLine *line)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  gboolean is_question = kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION;
  KompassPoints maximum = figures->questions == 0 ? kompass_figures_get_shown_maximum (figures) : figures->maximum;

  kompass_cli_json_add_points (builder, "points", figures->points);
  kompass_cli_json_add_points (builder, "maximum", maximum);
  if (!is_question && (figures->scored < figures->questions || maximum != figures->full_maximum))
    kompass_cli_json_add_points (builder, "full_maximum", figures->full_maximum);
  add_percent (builder, "percent", figures->percent);
}

static void
add_counts (JsonBuilder          *builder,
            const KompassFigures *figures)
{
  kompass_cli_json_add_count (builder, "questions", figures->questions);
  kompass_cli_json_add_count (builder, "scored", figures->scored);
  kompass_cli_json_add_count (builder, "not_applicable", figures->not_applicable);
}

static void
add_question (JsonBuilder *builder,
              KompassLine *line)
{
  json_builder_begin_object (builder);
  kompass_cli_json_add_text (builder, "number", kompass_line_get_number (line));
  kompass_cli_json_add_text (builder, "text", kompass_line_get_text (line));
  kompass_cli_json_add_text (builder, "state", kompass_score_state_get_name (kompass_line_get_score (line).state));
  kompass_cli_json_add_figures (builder, line);
  add_percent (builder, "printed_percent", kompass_line_get_printed (line)->percent);
  json_builder_end_object (builder);
}

static void
add_area (JsonBuilder       *builder,
          KompassEvaluation *evaluation,
          guint              index)
{
  const KompassArea *area = kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), index);
  KompassLine *line = kompass_evaluation_get_area_line (evaluation, index);
  const KompassFigures *figures = kompass_line_get_figures (line);

  json_builder_begin_object (builder);
  kompass_cli_json_add_count (builder, "number", area->number);
  kompass_cli_json_add_text (builder, "title", area->title);
  kompass_cli_json_add_figures (builder, line);
  kompass_cli_json_add_points (builder, "sum", figures->sum);
  kompass_cli_json_add_points (builder, "printed", figures->printed.points);
  add_percent (builder, "printed_percent", figures->printed.percent);
  add_counts (builder, figures);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->questions; i++)
    add_question (builder, kompass_evaluation_get_question_line (evaluation, area->first_question + i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * kompass_cli_json_add_matrix:
 * @builder: a builder in an object
 * @evaluation: an evaluation
 *
 * Adds the figures of the total, of every area and of every question that is known.
 */
void
kompass_cli_json_add_matrix (JsonBuilder       *builder,
                             KompassEvaluation *evaluation)
{
  KompassLine *total = kompass_evaluation_get_total_line (evaluation);
  const KompassFigures *figures = kompass_line_get_figures (total);

  kompass_cli_json_add_figures (builder, total);
  kompass_cli_json_add_points (builder, "sum", figures->sum);
  kompass_cli_json_add_points (builder, "printed", figures->printed.points);
  add_counts (builder, figures);
  json_builder_set_member_name (builder, "areas");
  json_builder_begin_array (builder);
  for (guint i = 0; kompass_evaluation_get_area_line (evaluation, i) != NULL; i++)
    add_area (builder, evaluation, i);
  json_builder_end_array (builder);
}

/**
 * kompass_cli_json_print:
 * @builder: a builder with a whole value
 *
 * Writes it to standard output, indented.
 */
void
kompass_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  kompass_cli_print ("%s\n", text);
}
