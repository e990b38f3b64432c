/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapter about an area: its result and its questions, what is written about it, and the three lists. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-finding.h"

/* An area of which no more is known than its points stands in the table of all areas. */
static gboolean
has_figures (KompassEvaluation *evaluation,
             guint              area)
{
  KompassLine *line = kompass_evaluation_get_area_line (evaluation, area);

  return line != NULL && kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS &&
         kompass_line_get_figures (line)->points != KOMPASS_POINTS_UNKNOWN;
}

static void
add_questions (KompassChapter           *chapter,
               const KompassReportInput *input,
               guint                     area)
{
  KompassGrid *grid = kompass_report_questions_create (input->evaluation, area, TRUE);

  if (grid != NULL)
    kompass_chapter_take_block (chapter, kompass_block_new_table (grid));
}

static GPtrArray *
create_list (GPtrArray *findings)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (GPtrArray) rich = kompass_rich_new (kompass_finding_get_text (g_ptr_array_index (findings, i)));

      if (!kompass_rich_is_empty (rich))
        g_ptr_array_add (list, g_steal_pointer (&rich));
    }

  return list;
}

/* Some of the three lists may be empty; %NULL where all of them are. */
static KompassBlock *
create_findings (KompassReport *report,
                 guint          number)
{
  const char *titles[KOMPASS_N_LISTS];
  GPtrArray *lists[KOMPASS_N_LISTS];
  guint n = 0;

  G_STATIC_ASSERT (KOMPASS_N_LISTS == KOMPASS_N_FINDING_KINDS);

  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (report, number, (KompassFindingKind) i);

      titles[i] = kompass_finding_kind_get_title ((KompassFindingKind) i);
      lists[i] = create_list (findings);
      n += lists[i]->len;
    }
  if (n > 0)
    return kompass_block_new_findings (titles, lists);
  for (guint i = 0; i < KOMPASS_N_LISTS; i++)
    g_ptr_array_unref (lists[i]);

  return NULL;
}

KompassChapter *
kompass_report_create_area (const KompassReportInput *input,
                            const KompassSection     *section)
{
  const KompassArea *about = kompass_edition_get_area (kompass_evaluation_get_edition (input->evaluation), section->area);
  g_autofree char *number = g_strdup_printf ("%u", about->number);
  /* Translators: the running head of an area's chapter: "Area 1" */
  g_autofree char *running = g_strdup_printf (_("Area %s"), number);
  g_autoptr (KompassBlock) findings = input->report != NULL ? create_findings (input->report, about->number) : NULL;
  KompassLine *line = kompass_evaluation_get_area_line (input->evaluation, section->area);
  KompassChapter *chapter;

  if (!has_figures (input->evaluation, section->area) && findings == NULL && !kompass_report_has_text (input, section))
    return NULL;
  chapter = kompass_report_chapter_create (section, running);
  kompass_chapter_take_block (chapter, kompass_block_new_heading (1, number, kompass_rich_new (about->title), section->id));
  if (line != NULL)
    kompass_chapter_take_block (chapter, kompass_report_result_create (input, line));
  add_questions (chapter, input, section->area);
  kompass_report_add_text (chapter, input);
  if (findings != NULL)
    kompass_chapter_take_block (chapter, g_steal_pointer (&findings));

  return chapter;
}
