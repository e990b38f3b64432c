/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-mapping-draft.h"

G_BEGIN_DECLS

/**
 * KompassMappingDraftState:
 * @lines: (element-type KompassMappingLine): those that are mapped from, then those that are mapped to
 * @texts: what is typed about the mapping itself
 *
 * All that is said in a draft.
 */
typedef struct
{
  GPtrArray *lines;
  char *texts[KOMPASS_MAPPING_N_TEXTS];
} KompassMappingDraftState;

struct _KompassMappingDraft
{
  KompassDraft parent_instance;

  KompassMapping *mapping;
  GPtrArray *numbers; /* of strings that lines borrow */
  KompassMappingDraftState *state;
};

KompassMappingLine *kompass_mapping_draft_at (KompassMappingDraft *self,
                                              guint                index);

G_END_DECLS
