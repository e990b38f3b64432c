/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-finding.h"
#include "kompass-line-view.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FINDING_ROW (kompass_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassFindingRow, kompass_finding_row, KOMPASS, FINDING_ROW, GtkWidget)

GtkWidget  *kompass_finding_row_new          (const char        *id,
                                              const char        *hint);
const char *kompass_finding_row_get_id       (KompassFindingRow *self);
KompassLineView *kompass_finding_row_get_line (KompassFindingRow *self);
const char *kompass_finding_row_get_text     (KompassFindingRow *self);
const char *kompass_finding_row_get_question (KompassFindingRow *self);
gboolean    kompass_finding_row_is_empty     (KompassFindingRow *self);
gboolean    kompass_finding_row_is_stored    (KompassFindingRow *self);
gboolean    kompass_finding_row_is_edited    (KompassFindingRow *self);

void        kompass_finding_row_set_finding  (KompassFindingRow *self,
                                              KompassFinding    *finding);
void        kompass_finding_row_set_text     (KompassFindingRow *self,
                                              const char        *text);
void        kompass_finding_row_set_question (KompassFindingRow *self,
                                              const char        *question,
                                              const char        *words);
void        kompass_finding_row_set_name     (KompassFindingRow *self,
                                              const char        *list,
                                              guint              position);
void        kompass_finding_row_set_menu     (KompassFindingRow *self,
                                              GMenuModel        *menu);

void        kompass_finding_row_edit         (KompassFindingRow *self,
                                              gboolean           at_end);
gboolean    kompass_finding_row_is_editing   (KompassFindingRow *self);
void        kompass_finding_row_popup        (KompassFindingRow *self);

G_END_DECLS
