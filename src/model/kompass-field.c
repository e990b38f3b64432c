/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures in the text of a report, which follow the scores: "total.points", "area.1.percent", "question.1.2.maximum". */
#include "kompass-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_NAME 100

static const char * const figure_names[] = {
  [KOMPASS_FIELD_POINTS] = "points",
  [KOMPASS_FIELD_MAXIMUM] = "maximum",
  [KOMPASS_FIELD_PERCENT] = "percent",
};

/**
 * kompass_field_is_name:
 * @field: (nullable): any text
 *
 * Returns: %TRUE if it can be the name of a figure, known here or to a later version: lower-case letters, digits, dots
 *   and dashes, at most 100
 */
gboolean
kompass_field_is_name (const char *field)
{
  gsize length = field != NULL ? strspn (field, "abcdefghijklmnopqrstuvwxyz0123456789.-") : 0;

  return length > 0 && length <= LONGEST_NAME && field[length] == '\0';
}

static gboolean
find_figure (const char         *name,
             KompassFieldFigure *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (figure_names); i++)
    if (strcmp (figure_names[i], name) == 0)
      {
        *figure = (KompassFieldFigure) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kompass_field_parse:
 * @field: the name of a figure
 * @kind: (out): what the line is that it is of
 * @number: (out) (transfer full): the number of the line, as #KompassLine:number: "1.2", "1" or "" for the total
 * @figure: (out): which of its figures
 *
 * Returns: %TRUE if the name has one of the forms that are known here, and all are set; whether an edition has such a
 *   line is another question
 */
gboolean
kompass_field_parse (const char          *field,
                     KompassLineKind     *kind,
                     char               **number,
                     KompassFieldFigure  *figure)
{
  const char *dot = strrchr (field, '.');
  const char *first = strchr (field, '.');

  if (dot == NULL || !find_figure (dot + 1, figure))
    return FALSE;
  if (g_str_has_prefix (field, "total.") && first == dot)
    *kind = KOMPASS_LINE_TOTAL;
  else if (g_str_has_prefix (field, "area.") && first < dot - 1)
    *kind = KOMPASS_LINE_AREA;
  else if (g_str_has_prefix (field, "question.") && first < dot - 1)
    *kind = KOMPASS_LINE_QUESTION;
  else
    return FALSE;
  *number = first < dot ? g_strndup (first + 1, (gsize) (dot - first - 1)) : g_strdup ("");

  return TRUE;
}

/* The edition says what there is; an evaluation that is known by its total alone has no other lines. */
static gboolean
edition_has_line (KompassEdition  *edition,
                  KompassLineKind  kind,
                  const char      *number)
{
  if (kind == KOMPASS_LINE_TOTAL)
    return TRUE;
  if (edition == NULL)
    return FALSE;
  if (kind == KOMPASS_LINE_QUESTION)
    {
      for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
        if (strcmp (kompass_edition_get_question (edition, i)->number, number) == 0)
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", kompass_edition_get_area (edition, i)->number);

      if (strcmp (text, number) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
format_figure (KompassLine        *line,
               KompassFieldFigure  figure,
               guint               decimals)
{
  const KompassFigures *figures = kompass_line_get_figures (line);

  switch (figure)
    {
    case KOMPASS_FIELD_PERCENT:
      return kompass_percent_format (figures->percent);
    case KOMPASS_FIELD_MAXIMUM:
      return kompass_points_format (kompass_figures_get_shown_maximum (figures), 0);
    case KOMPASS_FIELD_POINTS:
    default:
      return kompass_points_format (figures->points, decimals);
    }
}

/**
 * kompass_field_format:
 * @field: the name of a figure
 * @evaluation: an evaluation
 *
 * Writes a figure as it is shown everywhere else, with the decimal sign of the locale: "42,2", "100", "42 %".
 *
 * Returns: (transfer full) (nullable): the figure, "–" where it is not known; %NULL where the edition of the evaluation
 *   has no such figure
 */
char *
kompass_field_format (const char        *field,
                      KompassEvaluation *evaluation)
{
  g_autofree char *number = NULL;
  KompassFieldFigure figure;
  KompassLineKind kind;
  KompassLine *line;

  if (!kompass_field_parse (field, &kind, &number, &figure) ||
      !edition_has_line (kompass_evaluation_get_edition (evaluation), kind, number))
    return NULL;
  line = kompass_evaluation_find_line (evaluation, number);
  if (line == NULL)
    return kompass_points_format (KOMPASS_POINTS_UNKNOWN, 0);

  return format_figure (line, figure, kompass_evaluation_get_decimals (evaluation));
}

static const char *
get_phrase (KompassLineKind    kind,
            KompassFieldFigure figure)
{
  static const char * const phrases[][3] = {
    [KOMPASS_LINE_AREA] = {
      /* Translators: a figure that can be put into the text of the report; %s is the number of an area */
      [KOMPASS_FIELD_POINTS] = N_("Area %s, points"),
      [KOMPASS_FIELD_MAXIMUM] = N_("Area %s, maximum"),
      [KOMPASS_FIELD_PERCENT] = N_("Area %s, percent"),
    },
    [KOMPASS_LINE_QUESTION] = {
      /* Translators: a figure that can be put into the text of the report; %s is the number of a question: "1.2" */
      [KOMPASS_FIELD_POINTS] = N_("Question %s, points"),
      [KOMPASS_FIELD_MAXIMUM] = N_("Question %s, maximum"),
      [KOMPASS_FIELD_PERCENT] = N_("Question %s, percent"),
    },
    [KOMPASS_LINE_TOTAL] = {
      [KOMPASS_FIELD_POINTS] = N_("Total, points"),
      [KOMPASS_FIELD_MAXIMUM] = N_("Total, maximum"),
      [KOMPASS_FIELD_PERCENT] = N_("Total, percent"),
    },
  };

  return phrases[kind][figure];
}

/**
 * kompass_field_describe:
 * @field: the name of a figure
 * @edition: (nullable): the edition of the evaluation, where it is known
 *
 * Returns: (transfer full) (nullable): what figure it is, in the user's language: "Area 1, points"; %NULL where the
 *   edition has no such figure
 */
char *
kompass_field_describe (const char     *field,
                        KompassEdition *edition)
{
  g_autofree char *number = NULL;
  KompassFieldFigure figure;
  KompassLineKind kind;
  g_auto (GStrv) halves = NULL;

  if (!kompass_field_parse (field, &kind, &number, &figure) || !edition_has_line (edition, kind, number))
    return NULL;
  halves = g_strsplit (_(get_phrase (kind, figure)), "%s", 2);

  return g_strjoinv (number, halves);
}

static void
add_fields (GStrvBuilder *builder,
            const char   *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (figure_names); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s.%s", line, figure_names[i]);

      g_strv_builder_add (builder, field);
    }
}

/**
 * kompass_field_list:
 * @edition: (nullable): the edition of an evaluation, where it is known
 *
 * Returns: (transfer full): the names of all figures there are: of the total, then of each area and its questions
 */
GStrv
kompass_field_list (KompassEdition *edition)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_fields (builder, "total");
  for (guint i = 0; edition != NULL && i < kompass_edition_get_n_areas (edition); i++)
    {
      const KompassArea *area = kompass_edition_get_area (edition, i);
      g_autofree char *line = g_strdup_printf ("area.%u", area->number);

      add_fields (builder, line);
      for (guint j = 0; j < area->n_questions; j++)
        {
          g_autofree char *question =
              g_strconcat ("question.", kompass_edition_get_question (edition, area->first_question + j)->number, NULL);

          add_fields (builder, question);
        }
    }

  return g_strv_builder_end (builder);
}
