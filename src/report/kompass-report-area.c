/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter about an area: its result and its questions, what is written about it, and the three lists. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_figures (KompassEvaluation *evaluation,
             guint              area)
{
  KompassLine *line = kompass_evaluation_get_area_line (evaluation, area);

  return line != NULL && kompass_line_get_figures (line)->points != KOMPASS_POINTS_UNKNOWN;
}

static void
add_questions (KompassChapter           *chapter,
               const KompassReportInput *input,
               guint                     area)
{
  KompassGrid *grid = kompass_report_scores_create_grid (input->evaluation, area, TRUE);

  if (grid != NULL)
    kompass_chapter_take_block (chapter, kompass_block_new_table (grid));
}

/* What there is about the area; %NULL where nothing is known and nothing is written. */
KompassChapter *
kompass_report_area_create (const KompassReportInput *input,
                            guint                     area)
{
  const KompassArea *about = kompass_edition_get_area (kompass_evaluation_get_edition (input->evaluation), area);
  g_autofree char *number = g_strdup_printf ("%u", about->number);
  g_autofree char *title = g_strdup_printf ("%s %s", number, about->title);
  g_autofree char *anchor = g_strdup_printf ("area/%s", number);
  /* Translators: the running head of an area's chapter: "Area 1" */
  g_autofree char *running = g_strdup_printf (_("Area %s"), number);
  KompassChapter *chapter;

  if (!has_figures (input->evaluation, area))
    return NULL;
  chapter = kompass_chapter_new (title, anchor, running);
  kompass_chapter_take_block (chapter, kompass_block_new_heading (1, number, kompass_rich_new (about->title), anchor));
  kompass_chapter_take_block (chapter, kompass_report_result_create (input, kompass_evaluation_get_area_line (input->evaluation, area)));
  add_questions (chapter, input, area);

  return chapter;
}
