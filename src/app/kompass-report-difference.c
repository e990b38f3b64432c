/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where two states of a report differ: an undone step is shown where it changed something. */
#include "kompass-report-difference.h"

#include <string.h>

static gboolean
equal_findings (KompassReport *one,
                KompassReport *other,
                guint          area)
{
  for (guint kind = 0; kind < KOMPASS_N_FINDING_KINDS; kind++)
    {
      g_autoptr (GPtrArray) a = kompass_report_get_findings (one, area, (KompassFindingKind) kind);
      g_autoptr (GPtrArray) b = kompass_report_get_findings (other, area, (KompassFindingKind) kind);

      if (a->len != b->len)
        return FALSE;
      for (guint i = 0; i < a->len; i++)
        if (strcmp (kompass_finding_get_text (a->pdata[i]), kompass_finding_get_text (b->pdata[i])) != 0 ||
            g_strcmp0 (kompass_finding_get_question (a->pdata[i]), kompass_finding_get_question (b->pdata[i])) != 0)
          return FALSE;
    }

  return TRUE;
}

static gboolean
equal_about (KompassReport *one,
             KompassReport *other)
{
  for (guint i = 0; i < KOMPASS_N_ABOUT; i++)
    if (strcmp (kompass_report_get_about (one, (KompassAbout) i), kompass_report_get_about (other, (KompassAbout) i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
equal_key_facts (KompassReport *one,
                 KompassReport *other)
{
  GPtrArray *a = kompass_report_get_key_facts (one);
  GPtrArray *b = kompass_report_get_key_facts (other);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (kompass_key_fact_get_name (a->pdata[i]), kompass_key_fact_get_name (b->pdata[i])) != 0 ||
        strcmp (kompass_key_fact_get_value (a->pdata[i]), kompass_key_fact_get_value (b->pdata[i])) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
equal_sections (KompassReport        *one,
                KompassReport        *other,
                KompassEvaluation    *evaluation,
                const KompassSection *section)
{
  if (!kompass_text_equal (kompass_report_get_text (one, section->id), kompass_report_get_text (other, section->id)))
    return FALSE;
  switch (section->kind)
    {
    case KOMPASS_SECTION_EVALUATION:
      return equal_about (one, other);
    case KOMPASS_SECTION_SUMMARY:
      return g_strv_equal (kompass_report_get_comparisons (one), kompass_report_get_comparisons (other));
    case KOMPASS_SECTION_AREA:
      return equal_findings (one, other,
                             kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), section->area)->number);
    case KOMPASS_SECTION_FACTS:
      return equal_key_facts (one, other);
    case KOMPASS_SECTION_INTRODUCTION:
    case KOMPASS_SECTION_SCORES:
    default:
      return TRUE;
    }
}

/**
 * kompass_report_difference_find:
 * @before: a report
 * @now: a later state of it
 * @evaluation: what it is about
 *
 * Returns: (transfer full) (nullable): the first section in which they differ, or %NULL
 */
char *
kompass_report_difference_find (KompassReport     *before,
                                KompassReport     *now,
                                KompassEvaluation *evaluation)
{
  g_autoptr (GPtrArray) sections = kompass_report_create_sections (evaluation);

  for (guint i = 0; i < sections->len; i++)
    {
      const KompassSection *section = g_ptr_array_index (sections, i);

      if (!equal_sections (before, now, evaluation, section))
        return g_strdup (section->id);
    }

  return NULL;
}
