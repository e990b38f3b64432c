/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-mapping-draft.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MAPPING_ROW (kompass_mapping_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassMappingRow, kompass_mapping_row, KOMPASS, MAPPING_ROW, GtkWidget)

GtkWidget *kompass_mapping_row_new       (KompassMappingDraft *draft,
                                          guint                index);
guint      kompass_mapping_row_get_index (KompassMappingRow   *self);
void       kompass_mapping_row_update    (KompassMappingRow   *self,
                                          const char          *problem,
                                          gboolean             is_wrong);
void       kompass_mapping_row_set_narrow (KompassMappingRow  *self,
                                          gboolean             is_narrow);
void       kompass_mapping_row_focus     (KompassMappingRow   *self);

G_END_DECLS
