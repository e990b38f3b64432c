/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of KompassProfile alone. */
#pragma once

#include "kompass-members.h"
#include "kompass-profile.h"

G_BEGIN_DECLS

KompassProfile *kompass_profile_new_like    (KompassProfile  *original,
                                             KompassEdition  *edition,
                                             KompassMapping  *mapping);
void            kompass_profile_set_points  (KompassProfile  *self,
                                             KompassLineKind  kind,
                                             guint            index,
                                             KompassPoints    points);
KompassMembers *kompass_profile_get_group   (KompassProfile  *self);
guint           kompass_profile_find_figure (KompassProfile  *self,
                                             KompassLineKind  kind,
                                             guint            index);

G_END_DECLS
