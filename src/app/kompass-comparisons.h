/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparison.h"
#include "kompass-library.h"

G_BEGIN_DECLS

/**
 * KOMPASS_COMPARISONS_MAX:
 *
 * How much an evaluation can be compared with at once: a radar can be read with four profiles.
 */
#define KOMPASS_COMPARISONS_MAX 3

#define KOMPASS_TYPE_COMPARISONS (kompass_comparisons_get_type ())
G_DECLARE_FINAL_TYPE (KompassComparisons, kompass_comparisons, KOMPASS, COMPARISONS, GObject)

KompassComparisons *kompass_comparisons_new            (GSettings          *settings);
GStrv               kompass_comparisons_list_ids       (KompassComparisons *self);
void                kompass_comparisons_set_ids        (KompassComparisons *self,
                                                        const char * const *ids);
void                kompass_comparisons_set_library    (KompassComparisons *self,
                                                        KompassLibrary     *library);
KompassLibrary     *kompass_comparisons_get_library    (KompassComparisons *self);
void                kompass_comparisons_set_evaluation (KompassComparisons *self,
                                                        KompassEvaluation  *evaluation);
KompassEvaluation  *kompass_comparisons_get_evaluation (KompassComparisons *self);

guint               kompass_comparisons_get_n          (KompassComparisons *self);
const char         *kompass_comparisons_get_id         (KompassComparisons *self,
                                                        guint               index);
const char         *kompass_comparisons_get_name       (KompassComparisons *self,
                                                        guint               index);
gboolean            kompass_comparisons_is_loading     (KompassComparisons *self,
                                                        guint               index);
gboolean            kompass_comparisons_can_wait       (KompassComparisons *self);
KompassComparison  *kompass_comparisons_get            (KompassComparisons *self,
                                                        guint               index);
gboolean            kompass_comparisons_has            (KompassComparisons *self,
                                                        const char         *id);
KompassProfile     *kompass_comparisons_get_reference  (KompassComparisons *self);

gboolean            kompass_comparisons_check_edition  (KompassComparisons *self,
                                                        KompassEdition     *edition,
                                                        char              **reason);
void                kompass_comparisons_set_first      (KompassComparisons *self,
                                                        const char         *id);
gboolean            kompass_comparisons_add            (KompassComparisons *self,
                                                        const char         *id);
void                kompass_comparisons_remove         (KompassComparisons *self,
                                                        const char         *id);
void                kompass_comparisons_clear          (KompassComparisons *self);

G_END_DECLS
