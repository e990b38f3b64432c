/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words stand in what is written of a report, from its first section to its last. Capital and small letters are the same. */
#include "kompass-report-search.h"

typedef struct
{
  KompassReport *report;
  KompassEvaluation *evaluation;
  gunichar *words;
  glong n_words;
  GArray *matches;
} Search;

static gunichar *
to_letters (const char *text,
            glong      *n)
{
  gunichar *letters = g_utf8_to_ucs4_fast (text, -1, n);

  for (glong i = 0; i < *n; i++)
    letters[i] = g_unichar_tolower (letters[i]);

  return letters;
}

static gboolean
stands_at (const Search   *self,
           const gunichar *letters)
{
  for (glong i = 0; i < self->n_words; i++)
    if (letters[i] != self->words[i])
      return FALSE;

  return TRUE;
}

/* Words that have been found are not searched again. */
static void
search_in (Search             *self,
           KompassReportMatch  place,
           const char         *text)
{
  glong n;
  g_autofree gunichar *letters = to_letters (text, &n);

  for (glong i = 0; i + self->n_words <= n;)
    if (stands_at (self, letters + i))
      {
        place.from = (guint) i;
        i += self->n_words;
        place.to = (guint) i;
        g_array_append_val (self->matches, place);
      }
    else
      i++;
}

static void
search_text (Search     *self,
             guint       section,
             const char *id)
{
  KompassText *text = kompass_report_get_text (self->report, id);

  for (guint i = 0; i < kompass_text_get_n_paragraphs (text); i++)
    {
      g_autofree char *plain = kompass_paragraph_to_plain (kompass_text_get_paragraph (text, i), self->evaluation);

      search_in (self, (KompassReportMatch) { section, KOMPASS_REPORT_PART_TEXT, 0, i, 0, 0 }, plain);
    }
}

static void
search_lists (Search *self,
              guint   section,
              guint   area)
{
  const KompassArea *about = kompass_edition_get_area (kompass_evaluation_get_edition (self->evaluation), area);

  for (guint list = 0; list < KOMPASS_N_FINDING_KINDS; list++)
    {
      g_autoptr (GPtrArray) findings = kompass_report_get_findings (self->report, about->number, (KompassFindingKind) list);

      for (guint i = 0; i < findings->len; i++)
        search_in (self, (KompassReportMatch) { section, KOMPASS_REPORT_PART_LIST, list, i, 0, 0 },
                   kompass_finding_get_text (g_ptr_array_index (findings, i)));
    }
}

static void
search_facts (Search *self,
              guint   section)
{
  GPtrArray *facts = kompass_report_get_key_facts (self->report);

  for (guint i = 0; i < facts->len; i++)
    {
      search_in (self, (KompassReportMatch) { section, KOMPASS_REPORT_PART_FACT_NAME, 0, i, 0, 0 },
                 kompass_key_fact_get_name (g_ptr_array_index (facts, i)));
      search_in (self, (KompassReportMatch) { section, KOMPASS_REPORT_PART_FACT_VALUE, 0, i, 0, 0 },
                 kompass_key_fact_get_value (g_ptr_array_index (facts, i)));
    }
}

static void
search_section (Search               *self,
                guint                 index,
                const KompassSection *section)
{
  for (guint i = 0; section->kind == KOMPASS_SECTION_EVALUATION && i < KOMPASS_N_ABOUT; i++)
    search_in (self, (KompassReportMatch) { index, KOMPASS_REPORT_PART_ABOUT, 0, i, 0, 0 },
               kompass_report_get_about (self->report, (KompassAbout) i));
  if (section->kind == KOMPASS_SECTION_FACTS)
    search_facts (self, index);
  else if (section->kind != KOMPASS_SECTION_SCORES)
    search_text (self, index, section->id);
  if (section->kind == KOMPASS_SECTION_AREA)
    search_lists (self, index, section->area);
}

/**
 * kompass_report_search:
 * @report: what is written
 * @evaluation: what it is about
 * @sections: (element-type KompassSection): its sections
 * @words: what to look for; nothing is nowhere
 *
 * Returns: (transfer full) (element-type KompassReportMatch): where they stand, in the order of the report
 */
GArray *
kompass_report_search (KompassReport     *report,
                       KompassEvaluation *evaluation,
                       GPtrArray         *sections,
                       const char        *words)
{
  Search self = { .report = report, .evaluation = evaluation };
  g_autofree gunichar *letters = to_letters (words, &self.n_words);

  self.words = letters;
  self.matches = g_array_new (FALSE, FALSE, sizeof (KompassReportMatch));
  for (guint i = 0; self.n_words > 0 && i < sections->len; i++)
    search_section (&self, i, g_ptr_array_index (sections, i));

  return self.matches;
}

/* Name and value of a key fact stand beside each other. */
static guint
get_group (const KompassReportMatch *match)
{
  return MIN (match->part, KOMPASS_REPORT_PART_FACT_NAME);
}

/**
 * kompass_report_match_compare:
 * @one: where words stand
 * @other: where others stand
 *
 * Returns: less than, equal to or greater than 0, as they follow one another in the report
 */
int
kompass_report_match_compare (const KompassReportMatch *one,
                              const KompassReportMatch *other)
{
  const guint ours[] = { one->section, get_group (one), one->list, one->item, one->part, one->from };
  const guint theirs[] = { other->section, get_group (other), other->list, other->item, other->part, other->from };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (ours[i] != theirs[i])
      return ours[i] < theirs[i] ? -1 : 1;

  return 0;
}
