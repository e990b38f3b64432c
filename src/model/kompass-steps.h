/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassSteps:
 *
 * What a draft was before each of its steps, so that they can be taken back and done again. It knows nothing of what a
 * state is. At most 500 steps are kept, the last ones.
 */
typedef struct _KompassSteps KompassSteps;

KompassSteps *kompass_steps_new      (GDestroyNotify  free_state);
void          kompass_steps_free     (KompassSteps   *self);
void          kompass_steps_begin    (KompassSteps   *self,
                                      gpointer        before);
gpointer      kompass_steps_cancel   (KompassSteps   *self);
void          kompass_steps_end      (KompassSteps   *self);
gconstpointer kompass_steps_get_last (KompassSteps   *self);
gboolean      kompass_steps_can_undo (KompassSteps   *self);
gboolean      kompass_steps_can_redo (KompassSteps   *self);
gboolean      kompass_steps_undo     (KompassSteps   *self,
                                      gpointer       *state);
gboolean      kompass_steps_redo     (KompassSteps   *self,
                                      gpointer       *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassSteps, kompass_steps_free)

G_END_DECLS
