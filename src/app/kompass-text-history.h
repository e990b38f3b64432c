/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KompassTextKeys:
 * @KOMPASS_TEXT_KEYS_OTHER: a step of its own
 * @KOMPASS_TEXT_KEYS_WORD: a character of a word, typed
 * @KOMPASS_TEXT_KEYS_SPACE: a space, typed
 * @KOMPASS_TEXT_KEYS_DELETE: a character, deleted
 *
 * What made a change. Words and deletions are one step each, whatever the number of keys.
 */
typedef enum
{
  KOMPASS_TEXT_KEYS_OTHER,
  KOMPASS_TEXT_KEYS_WORD,
  KOMPASS_TEXT_KEYS_SPACE,
  KOMPASS_TEXT_KEYS_DELETE,
} KompassTextKeys;

/**
 * KompassTextPlace:
 * @paragraph: index of a paragraph
 * @offset: characters into it
 *
 * Where the caret is.
 */
typedef struct
{
  guint paragraph;
  guint offset;
} KompassTextPlace;

/**
 * KompassTextStep:
 * @first: index of the first paragraph that changed
 * @old: (element-type KompassText): what stood there, a text for each paragraph
 * @now: (element-type KompassText): what stands there since
 * @before: where the caret was
 * @after: where it was then
 *
 * One change of a text.
 */
typedef struct
{
  guint first;
  GPtrArray *old;
  GPtrArray *now;
  KompassTextPlace before;
  KompassTextPlace after;
} KompassTextStep;

/**
 * KompassTextHistory:
 *
 * The steps of a text that can be undone and done again.
 */
typedef struct _KompassTextHistory KompassTextHistory;

KompassTextHistory    *kompass_text_history_new          (void);
void                   kompass_text_history_free         (KompassTextHistory *self);
void                   kompass_text_history_clear        (KompassTextHistory *self);
void                   kompass_text_history_add          (KompassTextHistory *self,
                                                          KompassTextStep    *step,
                                                          KompassTextKeys     keys);
void                   kompass_text_history_break        (KompassTextHistory *self);
gboolean               kompass_text_history_get_can_undo (KompassTextHistory *self);
gboolean               kompass_text_history_get_can_redo (KompassTextHistory *self);
const KompassTextStep *kompass_text_history_undo         (KompassTextHistory *self);
const KompassTextStep *kompass_text_history_redo         (KompassTextHistory *self);

void                   kompass_text_step_free            (KompassTextStep    *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassTextHistory, kompass_text_history_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassTextStep, kompass_text_step_free)

G_END_DECLS
