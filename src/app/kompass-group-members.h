/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_GROUP_MEMBERS (kompass_group_members_get_type ())
G_DECLARE_FINAL_TYPE (KompassGroupMembers, kompass_group_members, KOMPASS, GROUP_MEMBERS, GtkWidget)

void       kompass_group_members_set_library  (KompassGroupMembers *self,
                                               KompassLibrary      *library);
void       kompass_group_members_set_edition  (KompassGroupMembers *self,
                                               KompassEdition      *edition);
void       kompass_group_members_set_chosen   (KompassGroupMembers *self,
                                               GPtrArray           *evaluations);
GPtrArray *kompass_group_members_list_chosen  (KompassGroupMembers *self,
                                               gboolean             in_order);
guint      kompass_group_members_get_n_chosen (KompassGroupMembers *self);
GPtrArray *kompass_group_members_list_leaving (KompassGroupMembers *self);
void       kompass_group_members_search       (KompassGroupMembers *self);

G_END_DECLS
