/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-edition-row.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_EDITION_TABLE (kompass_edition_table_get_type ())
G_DECLARE_FINAL_TYPE (KompassEditionTable, kompass_edition_table, KOMPASS, EDITION_TABLE, GtkWidget)

void               kompass_edition_table_set_draft   (KompassEditionTable *self,
                                                      KompassEditionDraft *draft);
void               kompass_edition_table_update      (KompassEditionTable *self,
                                                      GPtrArray           *problems);
void               kompass_edition_table_focus       (KompassEditionTable *self,
                                                      guint                id,
                                                      KompassDraftField    field);
guint              kompass_edition_table_get_current (KompassEditionTable *self);
KompassEditionRow *kompass_edition_table_get_row     (KompassEditionTable *self,
                                                      guint                id);
void               kompass_edition_table_add_area    (KompassEditionTable *self);
void               kompass_edition_table_add_question (KompassEditionTable *self);
void               kompass_edition_table_remove      (KompassEditionTable *self);
void               kompass_edition_table_move        (KompassEditionTable *self,
                                                      int                  direction);
void               kompass_edition_table_paste       (KompassEditionTable *self);

G_END_DECLS
