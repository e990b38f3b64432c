/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-edition-draft.h"

G_BEGIN_DECLS

/**
 * KOMPASS_DRAFT_NUMBER_LAST:
 *
 * The highest number of an area, and of a question in its area.
 */
#define KOMPASS_DRAFT_NUMBER_LAST 999

/**
 * KompassDraftState:
 * @about: the edition itself: name, first year, last year, provenance
 * @rows: (element-type KompassDraftRow): areas, each followed by its questions
 *
 * All that is written in a draft.
 */
typedef struct
{
  char *about[KOMPASS_DRAFT_NUMBER];
  GPtrArray *rows;
} KompassDraftState;

struct _KompassEditionDraft
{
  KompassDraft parent_instance;

  KompassEdition *base; /* nullable */
  KompassDraftState *state;
  guint next_id;
};

KompassDraftRow *kompass_draft_row_new          (guint                 id,
                                                 KompassLineKind       kind);
gboolean         kompass_draft_parse_area       (const char           *text,
                                                 guint                *number);
gboolean         kompass_draft_parse_question   (const char           *text,
                                                 guint                *area,
                                                 guint                *number);
char            *kompass_draft_clean            (const char           *text);
KompassDraftRow *kompass_draft_insert           (KompassEditionDraft  *self,
                                                 guint                 index,
                                                 KompassLineKind       kind);
void             kompass_draft_write            (KompassDraftRow      *row,
                                                 KompassDraftField     field,
                                                 const char           *text);
KompassDraftRow *kompass_draft_at               (KompassEditionDraft  *self,
                                                 guint                 index);
guint            kompass_draft_area_of          (KompassEditionDraft  *self,
                                                 guint                 index);
guint            kompass_draft_area_end         (KompassEditionDraft  *self,
                                                 guint                 area);
void             kompass_draft_number_area      (KompassEditionDraft  *self,
                                                 guint                 area,
                                                 guint                 number);
KompassDraftRow *kompass_draft_add_area         (KompassEditionDraft  *self,
                                                 guint                 index);
KompassDraftRow *kompass_draft_add_question     (KompassEditionDraft  *self,
                                                 guint                 after);

G_END_DECLS
