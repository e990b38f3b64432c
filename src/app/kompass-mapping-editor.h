/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-draft-editor.h"
#include "kompass-mapping-row.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MAPPING_EDITOR (kompass_mapping_editor_get_type ())
G_DECLARE_FINAL_TYPE (KompassMappingEditor, kompass_mapping_editor, KOMPASS, MAPPING_EDITOR, KompassDraftEditor)

GtkWidget           *kompass_mapping_editor_new         (GtkWindow             *parent,
                                                         KompassLibrary        *library,
                                                         KompassMapping        *mapping);
KompassMappingDraft *kompass_mapping_editor_get_draft   (KompassMappingEditor  *self);
KompassMappingRow   *kompass_mapping_editor_get_row     (KompassMappingEditor  *self,
                                                         guint                  index);
char                *kompass_mapping_describe_coverage  (KompassMapping        *mapping);
char                *kompass_mapping_describe_editions  (KompassMapping        *mapping);

G_END_DECLS
