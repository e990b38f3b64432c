/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chapters of a report without figures of the matrix: what the instrument is, how the evaluation was made, and key
 * facts of the municipality. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>

#include "kompass-key-fact.h"

/* A table of names and values, which has no row of headings. */
static KompassGrid *
create_facts (const char *caption)
{
  KompassGrid *grid = kompass_grid_new (caption);

  kompass_grid_add_column (grid, C_("table of facts", "Name"), KOMPASS_GRID_START, 2, FALSE);
  kompass_grid_add_column (grid, C_("table of facts", "Value"), KOMPASS_GRID_START, 3, FALSE);

  return grid;
}

static void
add_fact (KompassGrid *grid,
          const char  *name,
          const char  *value)
{
  g_autofree char *unknown = kompass_points_format (KOMPASS_POINTS_UNKNOWN, 0);
  KompassGridRow *row = kompass_grid_add_row (grid, KOMPASS_GRID_BODY);

  kompass_grid_row_add_text (row, name);
  kompass_grid_row_add_text (row, value != NULL && *value != '\0' ? value : unknown);
}

static gboolean
has_about (const KompassReportInput *input)
{
  for (guint i = 0; input->report != NULL && i < KOMPASS_N_ABOUT; i++)
    if (*kompass_report_get_about (input->report, (KompassAbout) i) != '\0')
      return TRUE;

  return FALSE;
}

static void
add_about (KompassGrid              *grid,
           const KompassReportInput *input)
{
  for (guint i = 0; input->report != NULL && i < KOMPASS_N_ABOUT; i++)
    {
      const char *value = kompass_report_get_about (input->report, (KompassAbout) i);

      if (*value != '\0')
        add_fact (grid, kompass_about_get_title ((KompassAbout) i), value);
    }
}

static void
add_source (KompassGrid       *grid,
            KompassEvaluation *evaluation)
{
  const char *source = kompass_evaluation_get_source (evaluation);

  if (source != NULL && *source != '\0')
    add_fact (grid, _("Source of the figures"), source);
}

/* Whose it is and of which year stands on every page. */
static KompassBlock *
create_evaluation_table (const KompassReportInput *input)
{
  KompassEvaluation *evaluation = input->evaluation;
  KompassEdition *edition = kompass_evaluation_get_edition (evaluation);
  g_autofree char *edition_name = edition != NULL ? kompass_edition_get_display_name (edition) : NULL;
  KompassGrid *grid = create_facts (_("About the evaluation"));

  add_fact (grid, _("Edition"), edition_name);
  add_about (grid, input);
  add_source (grid, evaluation);

  return kompass_block_new_table (grid);
}

KompassChapter *
kompass_report_create_introduction (const KompassReportInput *input,
                                    const KompassSection     *section)
{
  KompassChapter *chapter;

  if (!kompass_report_has_text (input, section))
    return NULL;
  chapter = kompass_report_chapter_create (section, section->title);
  kompass_report_add_text (chapter, input);

  return chapter;
}

/* Whether the report says how the evaluation was made. */
gboolean
kompass_report_has_evaluation (const KompassReportInput *input)
{
  return has_about (input) || kompass_report_has_text_in (input, "evaluation");
}

KompassChapter *
kompass_report_create_evaluation (const KompassReportInput *input,
                                  const KompassSection     *section)
{
  KompassChapter *chapter;

  if (!kompass_report_has_evaluation (input))
    return NULL;
  chapter = kompass_report_chapter_create (section, section->title);
  kompass_chapter_take_block (chapter, create_evaluation_table (input));
  kompass_report_add_text (chapter, input);

  return chapter;
}

static KompassBlock *
create_key_facts (GPtrArray *facts)
{
  KompassGrid *grid = create_facts (_("Key facts"));

  for (guint i = 0; i < facts->len; i++)
    {
      KompassKeyFact *fact = g_ptr_array_index (facts, i);

      add_fact (grid, kompass_key_fact_get_name (fact), kompass_key_fact_get_value (fact));
    }

  return kompass_block_new_table (grid);
}

KompassChapter *
kompass_report_create_facts (const KompassReportInput *input,
                             const KompassSection     *section)
{
  GPtrArray *facts = input->report != NULL ? kompass_report_get_key_facts (input->report) : NULL;
  gboolean has_facts = facts != NULL && facts->len > 0;
  KompassChapter *chapter;

  if (!has_facts && !kompass_report_has_text (input, section))
    return NULL;
  chapter = kompass_report_chapter_create (section, section->title);
  if (has_facts)
    kompass_chapter_take_block (chapter, create_key_facts (facts));
  kompass_report_add_text (chapter, input);

  return chapter;
}
