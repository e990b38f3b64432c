/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter that says what came of the evaluation: the total, the profile beside what it is compared with, the areas,
 * and the rounds before it. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-chart-builder.h"
#include "kompass-rounds.h"

/* Heights of figures for their width; rounds are as high as their panels need. */
#define RADAR_ASPECT 0.58
#define ROUNDS_ASPECT 0.3

static void
add_notes (KompassChapter *chapter,
           const char     *notes)
{
  g_auto (GStrv) lines = g_strsplit (notes != NULL ? notes : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      kompass_report_add_note (chapter, lines[i]);
}

static void
add_figure (KompassChapter *chapter,
            KompassChart   *chart,
            const char     *key,
            double          aspect)
{
  kompass_chapter_take_block (chapter, kompass_block_new_figure (chart, key, kompass_chart_get_description (chart),
                                                                 kompass_chart_get_subtitle (chart), aspect));
}

/* What is not compared is named in the notes, where there are any; the sentence need not say it once more. */
static void
add_sentence (KompassChapter           *chapter,
              const KompassReportInput *input,
              gboolean                  has_notes)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < input->n_comparisons; i++)
    if (!has_notes || kompass_comparison_get_comparable (input->comparisons[i]) != KOMPASS_COMPARABLE_NONE)
      g_ptr_array_add (said, input->comparisons[i]);
  sentence = kompass_compare_describe (input->evaluation, (KompassComparison * const *) said->pdata, said->len);
  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_BODY, kompass_rich_new (sentence)));
}

static gboolean
is_any_area_known (KompassEvaluation *evaluation)
{
  KompassLine *line;

  for (guint i = 0; (line = kompass_evaluation_get_area_line (evaluation, i)) != NULL; i++)
    if (kompass_line_get_figures (line)->points != KOMPASS_POINTS_UNKNOWN)
      return TRUE;

  return FALSE;
}

/* Without others and without a highest and a lowest area the sentence would only say the total once more. */
static gboolean
has_sentence (const KompassReportInput *input)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  KompassLine *line, *high, *low;

  for (guint i = 0; (line = kompass_evaluation_get_area_line (input->evaluation, i)) != NULL; i++)
    g_ptr_array_add (areas, line);

  return input->n_comparisons > 0 || kompass_compare_find_extremes (areas, &high, &low);
}

/* The profile and the table of the same figures, which belong on one page, then what they say; what is to be known of them
 * comes last. A profile without any area would be empty. */
static void
add_profile (KompassChapter           *chapter,
             const KompassReportInput *input)
{
  g_autoptr (KompassChart) chart = NULL;

  if (is_any_area_known (input->evaluation) || input->n_comparisons > 0)
    chart = kompass_chart_builder_radar (input->evaluation, input->comparisons, input->n_comparisons, NULL);
  if (chart != NULL)
    add_figure (chapter, chart, NULL, RADAR_ASPECT);
  if (kompass_evaluation_get_depth (input->evaluation) != KOMPASS_DEPTH_TOTAL)
    kompass_report_add_areas (chapter, input, TRUE);
  if (has_sentence (input))
    add_sentence (chapter, input, chart != NULL);
  if (chart != NULL)
    add_notes (chapter, kompass_chart_get_footnote (chart));
}

/* Rounds */

static void
append_round (GString       *key,
              KompassRounds *rounds,
              guint          round)
{
  KompassEdition *edition = kompass_evaluation_get_edition (kompass_rounds_get_own (rounds));
  guint n_areas = edition != NULL ? kompass_edition_get_n_areas (edition) : 0;
  KompassPoints low = 0;
  KompassPoints high = 0;

  g_string_append_printf (key, "%u;", kompass_evaluation_get_year (kompass_rounds_get_evaluation (rounds, round)));
  for (guint i = 0; i <= n_areas; i++)
    {
      KompassLineKind kind = i < n_areas ? KOMPASS_LINE_AREA : KOMPASS_LINE_TOTAL;
      guint index = i < n_areas ? i : 0;
      KompassPoints maximum = 0;
      KompassPoints points = kompass_rounds_get_points (rounds, round, kind, index, &maximum);

      g_string_append_printf (key, "%d/%d/%d;", points, maximum, kompass_rounds_get_link (rounds, round, kind, index));
    }
  if (kompass_rounds_get_band (rounds, round, &low, &high))
    g_string_append_printf (key, "%d-%d;", low, high);
}

/* Years, links and bands, which a chart of rounds does not tell of. */
static char *
create_rounds_key (const KompassReportInput *input)
{
  g_autoptr (KompassRounds) rounds = kompass_rounds_new (input->evaluation, input->rounds, input->mappings);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < kompass_rounds_get_n (rounds); i++)
    append_round (key, rounds, i);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
has_other_rounds (const KompassReportInput *input)
{
  for (guint i = 0; input->rounds != NULL && i < input->rounds->len; i++)
    if (g_strcmp0 (kompass_evaluation_get_id (g_ptr_array_index (input->rounds, i)),
                   kompass_evaluation_get_id (input->evaluation)) != 0)
      return TRUE;

  return FALSE;
}

static void
add_rounds (KompassChapter           *chapter,
            const KompassReportInput *input)
{
  g_autoptr (KompassChart) chart = NULL;
  g_autofree char *key = NULL;

  if (!has_other_rounds (input))
    return;
  chart = kompass_chart_builder_rounds (input->evaluation, input->rounds, input->mappings, NULL);
  if (chart == NULL)
    return;
  key = create_rounds_key (input);
  /* Translators: heading over the chart of a municipality's evaluations through the years */
  kompass_chapter_take_block (chapter, kompass_block_new_heading (2, NULL, kompass_rich_new (_("Development over the years")),
                                                                  "summary/rounds"));
  add_figure (chapter, chart, key, ROUNDS_ASPECT);
  add_notes (chapter, kompass_chart_get_footnote (chart));
}

/* Where the figures are from, for a report without a chapter on the evaluation, which says so; the chart of rounds names the
 * source of each of them. */
static void
add_source (KompassChapter           *chapter,
            const KompassReportInput *input)
{
  const char *source = kompass_evaluation_get_source (input->evaluation);
  g_autofree char *words = NULL;

  if (source == NULL || *source == '\0' || kompass_report_has_evaluation (input) || has_other_rounds (input))
    return;
  /* Translators: where the figures of an evaluation were published */
  words = g_strdup_printf (_("Source of the figures: %s"), source);
  kompass_report_add_note (chapter, words);
}

/* When it was performed, and under which edition. */
static void
add_subtitle (KompassChapter           *chapter,
              const KompassReportInput *input)
{
  const char *performed = input->report != NULL ? kompass_report_get_about (input->report, KOMPASS_ABOUT_PERFORMED) : "";
  g_autofree char *edition = kompass_report_describe_edition (input->evaluation);
  g_autofree char *words = *performed != '\0' ? g_strdup_printf ("%s · %s", edition, performed) : g_strdup (edition);

  kompass_chapter_take_block (chapter, kompass_block_new_paragraph (KOMPASS_PARAGRAPH_STYLE_SUBTITLE, kompass_rich_new (words)));
}

/* The result, its profile, its areas, what is written about it, and its rounds. */
KompassChapter *
kompass_report_create_summary (const KompassReportInput *input,
                               const KompassSection     *section)
{
  KompassLine *total = kompass_evaluation_get_total_line (input->evaluation);
  /* Translators: the running head of the chapter "Summary of the result" */
  KompassChapter *chapter = kompass_report_chapter_create (section, _("Summary"));

  add_subtitle (chapter, input);
  kompass_chapter_take_block (chapter, kompass_report_result_create (input, total));
  add_profile (chapter, input);
  add_source (chapter, input);
  kompass_report_add_text (chapter, input);
  add_rounds (chapter, input);

  return chapter;
}
