/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-finding-row.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FINDINGS_LIST (kompass_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (KompassFindingsList, kompass_findings_list, KOMPASS, FINDINGS_LIST, GtkWidget)

GtkWidget          *kompass_findings_list_new        (KompassFindingKind   kind);
KompassFindingKind  kompass_findings_list_get_kind   (KompassFindingsList *self);
KompassFindingRow  *kompass_findings_list_get_row    (KompassFindingsList *self,
                                                      guint                index);
KompassFindingRow  *kompass_findings_list_get_last   (KompassFindingsList *self);
KompassFindingRow  *kompass_findings_list_find_row   (KompassFindingsList *self,
                                                      const char          *id);
KompassFindingRow  *kompass_findings_list_add_row    (KompassFindingsList *self,
                                                      KompassFindingRow   *after);
guint               kompass_findings_list_get_place  (KompassFindingsList *self,
                                                      KompassFindingRow   *row);
void                kompass_findings_list_update     (KompassFindingsList *self,
                                                      GPtrArray           *findings);

G_END_DECLS
