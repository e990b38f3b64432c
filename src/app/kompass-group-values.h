/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-group.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_GROUP_VALUES (kompass_group_values_get_type ())
G_DECLARE_FINAL_TYPE (KompassGroupValues, kompass_group_values, KOMPASS, GROUP_VALUES, GtkWidget)

void     kompass_group_values_set_edition (KompassGroupValues *self,
                                           KompassEdition     *edition);
void     kompass_group_values_read        (KompassGroupValues *self,
                                           KompassGroup       *group);
gboolean kompass_group_values_write       (KompassGroupValues *self,
                                           KompassGroup       *group);
gboolean kompass_group_values_are_right   (KompassGroupValues *self);
char    *kompass_group_values_get_typed   (KompassGroupValues *self);

G_END_DECLS
