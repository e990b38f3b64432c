/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-finding.h"
#include "kompass-key-fact.h"
#include "kompass-text.h"

G_BEGIN_DECLS

/**
 * KOMPASS_REPORT_COMPARISONS:
 *
 * The largest number of profiles that a report holds its evaluation against.
 */
#define KOMPASS_REPORT_COMPARISONS 3

/**
 * KompassSectionKind:
 * @KOMPASS_SECTION_INTRODUCTION: what the instrument is
 * @KOMPASS_SECTION_EVALUATION: how the evaluation was made
 * @KOMPASS_SECTION_SUMMARY: the result in short
 * @KOMPASS_SECTION_AREA: an area: text and three lists
 * @KOMPASS_SECTION_SCORES: the score tables
 * @KOMPASS_SECTION_FACTS: key facts of the municipality
 */
typedef enum
{
  KOMPASS_SECTION_INTRODUCTION,
  KOMPASS_SECTION_EVALUATION,
  KOMPASS_SECTION_SUMMARY,
  KOMPASS_SECTION_AREA,
  KOMPASS_SECTION_SCORES,
  KOMPASS_SECTION_FACTS,
} KompassSectionKind;

/**
 * KompassSection:
 * @kind: what it is
 * @area: for an area, its index in the edition, from 0
 * @id: "introduction", "evaluation", "summary", "area/1" (the area's number), "scores" or "facts"
 * @title: its heading in the user's language; an area's with its number: "1 Offentlighet och demokrati"
 *
 * A section of a report.
 */
typedef struct
{
  KompassSectionKind kind;
  guint area;
  char *id;
  char *title;
} KompassSection;

void       kompass_section_free             (KompassSection    *section);
gboolean   kompass_section_is_id            (const char        *id);
GPtrArray *kompass_report_create_sections   (KompassEvaluation *evaluation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassSection, kompass_section_free)

/**
 * KompassAbout:
 * @KOMPASS_ABOUT_PERFORMED: when the evaluation was performed: "mars 2011"
 * @KOMPASS_ABOUT_INTERVIEWS: how many were interviewed: "ca 35"
 * @KOMPASS_ABOUT_EVALUATORS: who evaluated
 *
 * What a report says about its evaluation, as free text.
 */
typedef enum
{
  KOMPASS_ABOUT_PERFORMED,
  KOMPASS_ABOUT_INTERVIEWS,
  KOMPASS_ABOUT_EVALUATORS,
} KompassAbout;

/**
 * KOMPASS_N_ABOUT:
 *
 * How many things a report says about its evaluation.
 */
#define KOMPASS_N_ABOUT 3

const char *kompass_about_get_title (KompassAbout  about);
const char *kompass_about_get_name  (KompassAbout  about);
gboolean    kompass_about_from_name (const char   *name,
                                     KompassAbout *about);

#define KOMPASS_TYPE_REPORT (kompass_report_get_type ())
G_DECLARE_FINAL_TYPE (KompassReport, kompass_report, KOMPASS, REPORT, GObject)

KompassReport      *kompass_report_new               (const char           *evaluation_id);
const char         *kompass_report_get_evaluation_id (KompassReport        *self);
KompassText        *kompass_report_get_text          (KompassReport        *self,
                                                      const char           *section);
void                kompass_report_set_text          (KompassReport        *self,
                                                      const char           *section,
                                                      KompassText          *text);
GStrv               kompass_report_list_texts        (KompassReport        *self);
const char         *kompass_report_get_about         (KompassReport        *self,
                                                      KompassAbout          about);
void                kompass_report_set_about         (KompassReport        *self,
                                                      KompassAbout          about,
                                                      const char           *value);
GPtrArray          *kompass_report_get_findings      (KompassReport        *self,
                                                      guint                 area,
                                                      KompassFindingKind    kind);
GPtrArray          *kompass_report_get_all_findings  (KompassReport        *self);
KompassFinding     *kompass_report_find_finding      (KompassReport        *self,
                                                      const char           *id);
void                kompass_report_add_finding       (KompassReport        *self,
                                                      KompassFinding       *finding);
void                kompass_report_remove_finding    (KompassReport        *self,
                                                      const char           *id);
GPtrArray          *kompass_report_get_key_facts     (KompassReport        *self);
void                kompass_report_add_key_fact      (KompassReport        *self,
                                                      KompassKeyFact       *fact);
void                kompass_report_remove_key_fact   (KompassReport        *self,
                                                      const char           *id);
const char * const *kompass_report_get_comparisons   (KompassReport        *self);
void                kompass_report_set_comparisons   (KompassReport        *self,
                                                      const char * const   *profiles);
gboolean            kompass_report_is_empty          (KompassReport        *self);
guint               kompass_report_count_words       (KompassReport        *self,
                                                      const char           *section);
GStrv               kompass_report_list_missing      (KompassReport        *self,
                                                      KompassEvaluation    *evaluation,
                                                      const KompassSection *section);

G_END_DECLS
