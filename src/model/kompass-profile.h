/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"
#include "kompass-mapping.h"
#include "kompass-statistics.h"

G_BEGIN_DECLS

/**
 * KompassProfileKind:
 * @KOMPASS_PROFILE_EVALUATION: one evaluation
 * @KOMPASS_PROFILE_MEAN: a published mean of several
 * @KOMPASS_PROFILE_GROUP: a reference group whose members are known one by one
 */
typedef enum
{
  KOMPASS_PROFILE_EVALUATION,
  KOMPASS_PROFILE_MEAN,
  KOMPASS_PROFILE_GROUP,
} KompassProfileKind;

#define KOMPASS_TYPE_PROFILE (kompass_profile_get_type ())
G_DECLARE_FINAL_TYPE (KompassProfile, kompass_profile, KOMPASS, PROFILE, GObject)

KompassProfile     *kompass_profile_new_for_evaluation (KompassEvaluation  *evaluation);
KompassProfile     *kompass_profile_new_mean           (const char         *id,
                                                        const char         *name,
                                                        KompassEdition     *edition,
                                                        guint               members,
                                                        const char         *as_of,
                                                        const char         *source);
const char         *kompass_profile_get_id             (KompassProfile     *self);
const char         *kompass_profile_get_name           (KompassProfile     *self);
char               *kompass_profile_get_display_name   (KompassProfile     *self);
KompassProfileKind  kompass_profile_get_kind           (KompassProfile     *self);
KompassEdition     *kompass_profile_get_edition        (KompassProfile     *self);
guint               kompass_profile_get_members        (KompassProfile     *self);
const char         *kompass_profile_get_as_of          (KompassProfile     *self);
const char         *kompass_profile_get_source         (KompassProfile     *self);
guint               kompass_profile_get_decimals       (KompassProfile     *self);
void                kompass_profile_set_area           (KompassProfile     *self,
                                                        guint               area,
                                                        KompassPoints       points);
void                kompass_profile_set_total          (KompassProfile     *self,
                                                        KompassPoints       points);
KompassPoints       kompass_profile_get_points         (KompassProfile     *self,
                                                        KompassLineKind     kind,
                                                        guint               index,
                                                        KompassPoints      *maximum);
gboolean            kompass_profile_is_whole           (KompassProfile     *self,
                                                        KompassLineKind     kind,
                                                        guint               index);
char               *kompass_profile_describe_origin    (KompassProfile     *self);

KompassProfile     *kompass_profile_new_group          (const char           *id,
                                                        const char           *name,
                                                        KompassEdition       *edition,
                                                        const char           *as_of,
                                                        const char           *source);
void                kompass_profile_add_member         (KompassProfile       *self,
                                                        const char           *evaluation_id,
                                                        const char           *name,
                                                        const KompassFigures *questions,
                                                        const KompassFigures *areas,
                                                        const KompassFigures *total);
void                kompass_profile_update_member      (KompassProfile       *self,
                                                        KompassEvaluation    *evaluation);
gboolean            kompass_profile_has_member         (KompassProfile       *self,
                                                        const char           *evaluation_id);
const char         *kompass_profile_get_member_id      (KompassProfile       *self,
                                                        gsize                 member);
const char         *kompass_profile_get_member_name    (KompassProfile       *self,
                                                        gsize                 member);
const KompassPoints *kompass_profile_get_member_points (KompassProfile       *self,
                                                        KompassLineKind       kind,
                                                        guint                 index,
                                                        gsize                *n);
guint               kompass_profile_get_n_members_with (KompassProfile       *self,
                                                        KompassLineKind       kind,
                                                        guint                 index);
const KompassStatistics *kompass_profile_get_statistics (KompassProfile      *self,
                                                        KompassLineKind       kind,
                                                        guint                 index);
gboolean            kompass_profile_get_rank           (KompassProfile       *self,
                                                        KompassEvaluation    *evaluation,
                                                        KompassLineKind       kind,
                                                        guint                 index,
                                                        guint                *rank,
                                                        guint                *of);

KompassProfile     *kompass_profile_new_mapped         (KompassProfile       *original,
                                                        KompassEdition       *edition,
                                                        KompassMapping       *mapping);
gboolean            kompass_profile_is_mapped          (KompassProfile       *self);
KompassMapping     *kompass_profile_get_mapping        (KompassProfile       *self);
KompassProfile     *kompass_profile_get_original       (KompassProfile       *self);

G_END_DECLS
