/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-draft.h"
#include "kompass-mapping.h"

G_BEGIN_DECLS

/**
 * KOMPASS_RELATION_NOT_SAID:
 *
 * Stands where a relation is asked for: nothing has been said yet.
 */
#define KOMPASS_RELATION_NOT_SAID (-1)

/**
 * KOMPASS_MAPPING_ITSELF:
 *
 * Stands where a line is asked for: the mapping itself.
 */
#define KOMPASS_MAPPING_ITSELF G_MAXUINT

/**
 * KompassMappingSide:
 * @KOMPASS_MAPPING_FROM: the edition that is mapped from
 * @KOMPASS_MAPPING_TO: the edition that is mapped to
 */
typedef enum
{
  KOMPASS_MAPPING_FROM,
  KOMPASS_MAPPING_TO,
} KompassMappingSide;

/**
 * KompassMappingLine:
 * @side: which edition it is of
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @number: its number
 * @text: its title or text
 * @maximum: its maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @relation: a #KompassRelation, or %KOMPASS_RELATION_NOT_SAID. Lines that are mapped from have any but new, lines that
 *   are mapped to have new or nothing
 * @counterparts: (array zero-terminated=1): numbers of lines of the same kind in the edition that is mapped to
 * @note: why
 *
 * An area or a question, and what is said of it.
 */
typedef struct
{
  KompassMappingSide side;
  KompassLineKind kind;
  const char *number;
  const char *text;
  KompassPoints maximum;
  int relation;
  char **counterparts;
  char *note;
} KompassMappingLine;

/**
 * KompassMappingText:
 * @KOMPASS_MAPPING_SOURCE: who says so
 * @KOMPASS_MAPPING_BAND_LOW: the fewest points that may be added to a total
 * @KOMPASS_MAPPING_BAND_HIGH: the most
 *
 * What is typed about a mapping itself.
 */
typedef enum
{
  KOMPASS_MAPPING_SOURCE,
  KOMPASS_MAPPING_BAND_LOW,
  KOMPASS_MAPPING_BAND_HIGH,
  KOMPASS_MAPPING_N_TEXTS,
} KompassMappingText;

/**
 * KompassMappingProblem:
 * @line: place of the line it is about, or %KOMPASS_MAPPING_ITSELF
 * @is_missing: %TRUE where something is not said yet, %FALSE where what is said is wrong
 * @words: what is wrong, for the person who writes
 */
typedef struct
{
  guint line;
  gboolean is_missing;
  char *words;
} KompassMappingProblem;

#define KOMPASS_TYPE_MAPPING_DRAFT (kompass_mapping_draft_get_type ())
G_DECLARE_FINAL_TYPE (KompassMappingDraft, kompass_mapping_draft, KOMPASS, MAPPING_DRAFT, KompassDraft)

KompassMappingDraft      *kompass_mapping_draft_new              (KompassMapping       *mapping);
KompassMapping           *kompass_mapping_draft_get_mapping      (KompassMappingDraft  *self);

/* Reading */
guint                     kompass_mapping_draft_get_n_lines      (KompassMappingDraft  *self);
const KompassMappingLine *kompass_mapping_draft_get_line         (KompassMappingDraft  *self,
                                                                  guint                 index);
gboolean                  kompass_mapping_draft_find             (KompassMappingDraft  *self,
                                                                  KompassMappingSide    side,
                                                                  KompassLineKind       kind,
                                                                  const char           *number,
                                                                  guint                *index);
gboolean                  kompass_mapping_draft_find_origin      (KompassMappingDraft  *self,
                                                                  guint                 index,
                                                                  guint                *origin);
const char               *kompass_mapping_draft_get_text         (KompassMappingDraft  *self,
                                                                  KompassMappingText    what);

/* Writing: each is one step to undo */
void                      kompass_mapping_draft_set_relation     (KompassMappingDraft  *self,
                                                                  guint                 index,
                                                                  int                   relation);
void                      kompass_mapping_draft_set_counterpart  (KompassMappingDraft  *self,
                                                                  guint                 index,
                                                                  const char           *number,
                                                                  gboolean              is_counterpart);
void                      kompass_mapping_draft_set_note         (KompassMappingDraft  *self,
                                                                  guint                 index,
                                                                  const char           *note);
void                      kompass_mapping_draft_set_text         (KompassMappingDraft  *self,
                                                                  KompassMappingText    what,
                                                                  const char           *text);
guint                     kompass_mapping_draft_propose          (KompassMappingDraft  *self);

/* Checking, and what comes of it */
GPtrArray                *kompass_mapping_draft_list_problems    (KompassMappingDraft  *self);
KompassMapping           *kompass_mapping_draft_to_mapping       (KompassMappingDraft  *self,
                                                                  const char           *id,
                                                                  GPtrArray            *problems);

G_END_DECLS
