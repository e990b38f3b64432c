/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_GROUP_FIGURES (kompass_group_figures_get_type ())
G_DECLARE_FINAL_TYPE (KompassGroupFigures, kompass_group_figures, KOMPASS, GROUP_FIGURES, GtkWidget)

void            kompass_group_figures_set_library (KompassGroupFigures *self,
                                                   KompassLibrary      *library);
void            kompass_group_figures_set_members (KompassGroupFigures *self,
                                                   KompassEdition      *edition,
                                                   GPtrArray           *rounds);
KompassProfile *kompass_group_figures_get_profile (KompassGroupFigures *self);
char           *kompass_group_figures_describe    (KompassProfile      *profile,
                                                   KompassLineKind      kind,
                                                   guint                index);

G_END_DECLS
