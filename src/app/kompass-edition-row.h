/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-edition-draft.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_EDITION_ROW (kompass_edition_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassEditionRow, kompass_edition_row, KOMPASS, EDITION_ROW, GtkWidget)

GtkWidget *kompass_edition_row_new          (KompassEditionDraft *draft,
                                             guint                id);
guint      kompass_edition_row_get_id       (KompassEditionRow   *self);
void       kompass_edition_row_update       (KompassEditionRow   *self,
                                             const char          *problem,
                                             gboolean             is_wrong);
void       kompass_edition_row_focus        (KompassEditionRow   *self,
                                             KompassDraftField    field);
gboolean   kompass_edition_row_get_focus    (KompassEditionRow   *self,
                                             KompassDraftField   *field);
GtkWidget *kompass_edition_row_get_cell     (KompassEditionRow   *self,
                                             KompassDraftField    field);
gboolean   kompass_edition_row_leaves_text  (KompassEditionRow   *self,
                                             int                  direction);
void       kompass_edition_row_paste        (KompassEditionRow   *self,
                                             const char          *text);

G_END_DECLS
