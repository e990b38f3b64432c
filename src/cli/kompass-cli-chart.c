/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command "chart". */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-builder.h"
#include "kompass-cli-library.h"
#include "kompass-cli-output.h"

#define DEFAULT_WIDTH 800
#define RADAR_HEIGHT 700

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
is_radar (const char *kind)
{
  return strcmp (kind, "radar") == 0;
}

static gboolean
check_options (const char     *kind,
               const Options  *options,
               GError        **error)
{
  if (!is_radar (kind) && strcmp (kind, "bars") != 0)
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE,
                 _("There is no chart “%s”; there are radar and bars"), kind);
  else if (options->area != NULL && is_radar (kind))
    g_set_error (error, KOMPASS_CLI_ERROR, KOMPASS_CLI_ERROR_USAGE, _("--area is for bars; a radar shows all areas"));
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
load_others (KompassLibrary  *library,
             char           **names,
             GError         **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = kompass_library_find_profile (library, names[i], error);
      KompassProfile *other = id != NULL ? kompass_library_load_profile (library, id, error) : NULL;

      if (other == NULL)
        return NULL;
      g_ptr_array_add (others, other);
    }

  return g_steal_pointer (&others);
}

static KompassChart *
build (KompassLibrary  *library,
       char           **words,
       const Options   *options,
       GError         **error)
{
  g_autoptr (KompassEvaluation) evaluation = kompass_cli_load_evaluation (library, words[1], error);
  g_autoptr (GPtrArray) others = NULL;
  KompassProfile * const *profiles;
  int area;

  if (evaluation == NULL || !find_area (evaluation, options->area, &area, error))
    return NULL;
  others = load_others (library, words + 2, error);
  if (others == NULL)
    return NULL;
  profiles = (KompassProfile * const *) others->pdata;

  return is_radar (words[0]) ? kompass_chart_builder_radar (evaluation, profiles, others->len, error)
                             : kompass_chart_builder_bars (evaluation, profiles, others->len, area, error);
}

/* Without a size, 800 points wide, and bars as high as they want to be. */
static gboolean
write_chart (KompassChart   *chart,
             const char     *kind,
             const Options  *options,
             GError        **error)
{
  KompassChartStyle style = {
    .scheme = options->dark ? KOMPASS_CHART_DARK : KOMPASS_CHART_LIGHT,
    .greyscale = options->greyscale,
  };
  double width = options->width;
  double height = options->height;

  if (options->size == NULL)
    {
      width = DEFAULT_WIDTH;
      height = is_radar (kind) ? RADAR_HEIGHT : kompass_chart_get_natural_height (chart, width, &style);
    }

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
    { "area", 0, 0, G_OPTION_ARG_FILENAME, &options.area, N_("The questions of this area (bars)"), N_("NUMBER") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light marks on a dark ground"), NULL },
    { "greyscale", 0, 0, G_OPTION_ARG_NONE, &options.greyscale, N_("As it prints without colour"), NULL },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &options.describe, N_("Print the sentence that says what the chart shows"),
      NULL },
    { NULL },
  };
  g_autoptr (KompassLibrary) library = NULL;
  g_autoptr (KompassChart) chart = NULL;

  if (!kompass_cli_call_parse (call, entries, error) || !check_options (call->words[0], &options, error) ||
      !parse_size (&options, error))
    return FALSE;
  library = kompass_cli_open_library (call, error);
  if (library == NULL)
    return FALSE;
  chart = build (library, call->words, &options, error);
  if (chart == NULL || (options.path != NULL && !write_chart (chart, call->words[0], &options, error)))
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
  N_("KIND is radar (the profile) or bars (points by area, or by question with --area).\n"
     "OTHER is an evaluation or a published mean of the same edition."),
  run,
};
