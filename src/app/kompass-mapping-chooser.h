/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-mapping-draft.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_MAPPING_CHOOSER (kompass_mapping_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KompassMappingChooser, kompass_mapping_chooser, KOMPASS, MAPPING_CHOOSER, GtkPopover)

GtkWidget  *kompass_mapping_chooser_new       (KompassMappingDraft      *draft,
                                               guint                     index);
const char *kompass_mapping_relation_to_words (int                       relation);
char       *kompass_mapping_line_to_words     (const KompassMappingLine *line);

G_END_DECLS
