/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "chart". */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kompass-chart-builder.h"
#include "kompass-cli-library.h"
#include "kompass-cli-output.h"

#define DEFAULT_WIDTH 800
#define RADAR_HEIGHT 700

typedef enum
{
  KIND_RADAR,
  KIND_BARS,
  KIND_DOTS,
  KIND_DIFFERENCE,
  KIND_ROUNDS,
  N_KINDS,
} Kind;

/* As they are typed. */
static const char * const kind_names[N_KINDS] = { "radar", "bars", "dots", "difference", "rounds" };

/**
 * Options:
 * @path: (nullable): the file to write
 * @size: (nullable): its size, as typed
 * @area: (nullable): the number of an area, as typed
 * @width: the width in @size, in points
 * @height: the height in @size, in points
 */
typedef struct
{
  char *path;
  char *size;
  char *area;
  double width;
  double height;
  gboolean dark;
  gboolean greyscale;
  gboolean describe;
  gboolean sort;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->path);
  g_free (options->size);
  g_free (options->area);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_kind (const char  *name,
            Kind        *kind,
            GError     **error)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (strcmp (kind_names[i], name) == 0)
      {
        *kind = (Kind) i;
        return TRUE;
      }
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
               _("There is no chart “%s”; there are radar, bars, dots, difference and rounds"), name);

  return FALSE;
}

static gboolean
check_options (Kind            kind,
               char           **words,
               const Options  *options,
               GError        **error)
{
  if (options->area != NULL && (kind == KIND_RADAR || kind == KIND_ROUNDS))
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 _("--area is for bars, dots and difference; the other charts show all areas"));
  else if (options->sort && kind != KIND_DOTS && kind != KIND_DIFFERENCE)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, _("--sort is for dots and difference"));
  else if (kind == KIND_ROUNDS && words[2] != NULL)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 _("A chart of rounds takes one evaluation, and the other rounds of its municipality by itself"));
  else if (options->path == NULL && !options->describe)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 _("Something is missing: -o FILE, or --describe"));
  else
    return TRUE;

  return FALSE;
}

/* "800x700", in points. */
static gboolean
parse_size (Options  *options,
            GError  **error)
{
  g_auto (GStrv) parts = g_strsplit (options->size != NULL ? options->size : "", "x", 3);
  g_autofree char *shown = NULL;
  guint64 width;
  guint64 height;

  if (options->size == NULL)
    return TRUE;
  if (g_strv_length (parts) == 2 && g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT32, &width, NULL) &&
      g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT32, &height, NULL))
    {
      options->width = width;
      options->height = height;
      return TRUE;
    }
  shown = g_utf8_make_valid (options->size, -1);
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
               _("“%s” is not a size; write width and height in points, such as 800x700"), shown);

  return FALSE;
}

/* The index of the area with that number, -1 where none is named. */
static gboolean
find_area (KompassEvaluation  *evaluation,
           const char         *number,
           int                *index,
           GError            **error)
{
  KompassLine *line;
  g_autofree char *shown = NULL;

  *index = -1;
  if (number == NULL || kompass_evaluation_get_area_line (evaluation, 0) == NULL)
    return TRUE;
  for (guint i = 0; (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    if (strcmp (kompass_line_get_number (line), number) == 0)
      {
        *index = (int) i;
        return TRUE;
      }
  shown = g_utf8_make_valid (number, -1);
  g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_FAILED, _("%s has no area “%s”. Nothing was drawn."),
               kompass_evaluation_get_title (evaluation), shown);

  return FALSE;
}

static GPtrArray *
load_comparisons (KompassLibrary     *library,
                  KompassEvaluation  *evaluation,
                  char              **names,
                  GError            **error)
{
  g_autoptr (GPtrArray) comparisons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      KompassComparison *comparison = kompass_cli_load_comparison (library, evaluation, names[i], error);

      if (comparison == NULL)
        return NULL;
      g_ptr_array_add (comparisons, comparison);
    }

  return g_steal_pointer (&comparisons);
}

static KompassChart *
build_rounds (KompassLibrary     *library,
              KompassEvaluation  *evaluation,
              GError            **error)
{
  const char *municipality = kompass_evaluation_get_municipality_id (evaluation);
  g_autoptr (GPtrArray) rounds = kompass_library_load_rounds_of (library, municipality, error);
  g_autoptr (GPtrArray) mappings = rounds != NULL ? kompass_library_list_mappings (library, error) : NULL;

  return mappings != NULL ? kompass_chart_builder_rounds (evaluation, rounds, mappings, error) : NULL;
}

static KompassChart *
build (KompassLibrary  *library,
       Kind             kind,
       char           **words,
       const Options   *options,
       GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_cli_load_evaluation (library, words[1], error);
  g_autoptr (GPtrArray) others = NULL;
  KompassComparison * const *comparisons;
  int area;

  if (evaluation == NULL || !find_area (evaluation, options->area, &area, error))
    return NULL;
  others = load_comparisons (library, evaluation, words + 2, error);
  if (others == NULL)
    return NULL;
  comparisons = (KompassComparison * const *) others->pdata;

  switch (kind)
    {
    case KIND_BARS:
      return kompass_chart_builder_bars (evaluation, comparisons, others->len, area, error);
    case KIND_DOTS:
      return kompass_chart_builder_dots (evaluation, comparisons, others->len, area, options->sort, error);
    case KIND_DIFFERENCE:
      return kompass_chart_builder_difference (evaluation, comparisons, others->len, area, options->sort, error);
    case KIND_ROUNDS:
      return build_rounds (library, evaluation, error);
    case KIND_RADAR:
    case N_KINDS:
    default:
      return kompass_chart_builder_radar (evaluation, comparisons, others->len, error);
    }
}

/* Without a size, 800 points wide, and all but the radar as high as they want to be. */
static gboolean
write_chart (KompassChart   *chart,
             Kind            kind,
             const Options  *options,
             GError        **error)
{
  KompassChartStyle style = {
    .scheme = options->dark ? KOMPASS_CHART_DARK : KOMPASS_CHART_LIGHT,
    .greyscale = options->greyscale,
  };
  g_autofree char *folder = g_path_get_dirname (options->path);
  double width = options->width;
  double height = options->height;

  if (options->size == NULL)
    {
      width = DEFAULT_WIDTH;
      height = kind == KIND_RADAR ? RADAR_HEIGHT : kompass_chart_get_natural_height (chart, width, &style);
    }

  /* As for reports; where it cannot be made, saving says so. */
  g_mkdir_with_parents (folder, 0777);

  return kompass_chart_save (chart, options->path, width, height, &style, error);
}

static gboolean
run (KompassCliCall  *call,
     GError         **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("The file to write; its ending is .svg, .pdf or .png"),
      N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size, N_("Width and height in points, such as 800x700"),
      /* Translators: width and height, as they are typed */
      N_("WxH") },
    { "area", 0, 0, G_OPTION_ARG_FILENAME, &options.area, N_("The questions of this area (bars, dots, difference)"),
      N_("NUMBER") },
    { "sort", 0, 0, G_OPTION_ARG_NONE, &options.sort, N_("The largest difference first (dots, difference)"), NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light marks on a dark ground"), NULL },
    { "greyscale", 0, 0, G_OPTION_ARG_NONE, &options.greyscale, N_("As it prints without colour"), NULL },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &options.describe, N_("Print the sentence that says what the chart shows"),
      NULL },
    { NULL },
  };
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassChart) chart = NULL;
  Kind kind;

  if (!kompass_cli_call_parse (call, entries, error) || !parse_kind (call->words[0], &kind, error) ||
      !check_options (kind, call->words, &options, error) || !parse_size (&options, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  chart = build (library, kind, call->words, &options, error);
  if (chart == NULL || (options.path != NULL && !write_chart (chart, kind, &options, error)))
    return FALSE;
  if (options.describe)
    kompass_cli_print ("%s\n", kompass_chart_get_description (chart));

  return TRUE;
}

const KompassCliCommand kompass_cli_chart = {
  "chart",
  N_("KIND EVALUATION [OTHER…]"),
  2,
  G_MAXUINT,
  N_("Draw a chart, perhaps with others to compare with"),
  N_("KIND is radar (the profile), bars (points by area, or by question with --area),\n"
     "dots (where it stands among others), difference (where it is above or below others)\n"
     "or rounds (how it has developed). OTHER is an evaluation, a reference group or a\n"
     "published mean. What cannot be compared is left out, and the chart says why."),
  run,
};
