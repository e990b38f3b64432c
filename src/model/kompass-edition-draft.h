/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-draft.h"
#include "kompass-edition.h"
#include "kompass-line.h"
#include "kompass-mapping.h"

G_BEGIN_DECLS

/**
 * KOMPASS_DRAFT_ITSELF:
 *
 * Stands where the identity of a row is asked for: the edition itself, with its name, years and provenance.
 */
#define KOMPASS_DRAFT_ITSELF 0

/**
 * KompassDraftField:
 * @KOMPASS_DRAFT_NAME: the edition's name
 * @KOMPASS_DRAFT_FIRST_YEAR: the first year it was in use
 * @KOMPASS_DRAFT_LAST_YEAR: the last year, empty while it is in use
 * @KOMPASS_DRAFT_PROVENANCE: where it is known from
 * @KOMPASS_DRAFT_NUMBER: a row's number: "3" or "3.1"
 * @KOMPASS_DRAFT_TEXT: an area's title or a question's text
 * @KOMPASS_DRAFT_MAXIMUM: a row's maximum
 *
 * What can be written. The first four are of the edition itself, the others of a row.
 */
typedef enum
{
  KOMPASS_DRAFT_NAME,
  KOMPASS_DRAFT_FIRST_YEAR,
  KOMPASS_DRAFT_LAST_YEAR,
  KOMPASS_DRAFT_PROVENANCE,
  KOMPASS_DRAFT_NUMBER,
  KOMPASS_DRAFT_TEXT,
  KOMPASS_DRAFT_MAXIMUM,
  KOMPASS_DRAFT_N_FIELDS,
} KompassDraftField;

/**
 * KompassDraftRow:
 * @id: the row's identity: the same whatever is written in it and wherever it is moved; never 0
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @origin: (nullable): the number, in the edition that the draft began as, of the row that this one still is
 * @number: as typed
 * @text: as typed
 * @maximum: as typed
 *
 * One area or question of a draft. Questions follow their area.
 */
typedef struct
{
  guint id;
  KompassLineKind kind;
  char *origin;
  char *number;
  char *text;
  char *maximum;
} KompassDraftRow;

/**
 * KompassDraftProblem:
 * @row: identity of the row it is about, or %KOMPASS_DRAFT_ITSELF
 * @field: what of it
 * @is_missing: %TRUE where something is not written yet, %FALSE where what is written is wrong
 * @words: what is wrong, for the person who writes
 */
typedef struct
{
  guint row;
  KompassDraftField field;
  gboolean is_missing;
  char *words;
} KompassDraftProblem;

typedef enum
{
  KOMPASS_DRAFT_ERROR_PASTE,
} KompassDraftError;

#define KOMPASS_DRAFT_ERROR (kompass_draft_error_quark ())
GQuark kompass_draft_error_quark (void);

#define KOMPASS_TYPE_EDITION_DRAFT (kompass_edition_draft_get_type ())
G_DECLARE_FINAL_TYPE (KompassEditionDraft, kompass_edition_draft, KOMPASS, EDITION_DRAFT, KompassDraft)

KompassEditionDraft   *kompass_edition_draft_new           (KompassEdition       *base);
KompassEditionDraft   *kompass_edition_draft_new_copy      (KompassEdition       *base);
KompassEdition        *kompass_edition_draft_get_base      (KompassEditionDraft  *self);

/* Reading */
guint                  kompass_edition_draft_get_n_rows    (KompassEditionDraft  *self);
const KompassDraftRow *kompass_edition_draft_get_row       (KompassEditionDraft  *self,
                                                            guint                 index);
const KompassDraftRow *kompass_edition_draft_find          (KompassEditionDraft  *self,
                                                            guint                 id,
                                                            guint                *index);
const char            *kompass_edition_draft_get_field     (KompassEditionDraft  *self,
                                                            guint                 id,
                                                            KompassDraftField     field);
gboolean               kompass_edition_draft_is_blank      (KompassEditionDraft  *self,
                                                            guint                 id);

/* Writing: each is one step to undo */
void                   kompass_edition_draft_set_field     (KompassEditionDraft  *self,
                                                            guint                 id,
                                                            KompassDraftField     field,
                                                            const char           *text);
guint                  kompass_edition_draft_add_area      (KompassEditionDraft  *self,
                                                            guint                 after);
guint                  kompass_edition_draft_add_question  (KompassEditionDraft  *self,
                                                            guint                 after);
void                   kompass_edition_draft_remove        (KompassEditionDraft  *self,
                                                            guint                 id);
gboolean               kompass_edition_draft_move          (KompassEditionDraft  *self,
                                                            guint                 id,
                                                            int                   direction);
void                   kompass_edition_draft_renumber      (KompassEditionDraft  *self);
gboolean               kompass_edition_draft_paste         (KompassEditionDraft  *self,
                                                            guint                 id,
                                                            KompassDraftField     field,
                                                            const char           *text,
                                                            GError              **error);

/* Checking, and what comes of it */
GPtrArray             *kompass_edition_draft_list_problems (KompassEditionDraft  *self);
KompassEdition        *kompass_edition_draft_to_edition    (KompassEditionDraft  *self,
                                                            const char           *id);
KompassMapping        *kompass_edition_draft_derive_mapping (KompassEditionDraft *self,
                                                            KompassEdition       *to,
                                                            const char           *source,
                                                            gboolean              with_changes);

G_END_DECLS
