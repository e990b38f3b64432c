/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-statistics.h"

G_BEGIN_DECLS

typedef struct _KompassMembers KompassMembers;

KompassMembers          *kompass_members_new            (guint                n_figures);
void                     kompass_members_free           (KompassMembers      *self);
gsize                    kompass_members_add            (KompassMembers      *self,
                                                         const char          *id,
                                                         const char          *name);
void                     kompass_members_set            (KompassMembers      *self,
                                                         gsize                member,
                                                         guint                figure,
                                                         KompassPoints        points);
gsize                    kompass_members_get_n          (KompassMembers      *self);
gboolean                 kompass_members_find           (KompassMembers      *self,
                                                         const char          *id,
                                                         gsize               *member);
const char              *kompass_members_get_id         (KompassMembers      *self,
                                                         gsize                member);
const char              *kompass_members_get_name       (KompassMembers      *self,
                                                         gsize                member);
void                     kompass_members_set_name       (KompassMembers      *self,
                                                         gsize                member,
                                                         const char          *name);
const KompassPoints     *kompass_members_get_points     (KompassMembers      *self,
                                                         guint                figure);
const KompassStatistics *kompass_members_get_statistics (KompassMembers      *self,
                                                         guint                figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassMembers, kompass_members_free)

G_END_DECLS
