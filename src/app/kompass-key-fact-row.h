/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-key-fact.h"
#include "kompass-speller.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_KEY_FACT_ROW (kompass_key_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (KompassKeyFactRow, kompass_key_fact_row, KOMPASS, KEY_FACT_ROW, GtkWidget)

GtkWidget  *kompass_key_fact_row_new         (const char        *id);
const char *kompass_key_fact_row_get_id      (KompassKeyFactRow *self);
const char *kompass_key_fact_row_get_name    (KompassKeyFactRow *self);
const char *kompass_key_fact_row_get_value   (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_empty    (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_stored   (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_edited   (KompassKeyFactRow *self);
void        kompass_key_fact_row_set_fact    (KompassKeyFactRow *self,
                                              KompassKeyFact    *fact);
void        kompass_key_fact_row_set_name    (KompassKeyFactRow *self,
                                              const char        *name);
void        kompass_key_fact_row_set_place   (KompassKeyFactRow *self,
                                              guint              place);
void        kompass_key_fact_row_clear       (KompassKeyFactRow *self);
void        kompass_key_fact_row_edit_name   (KompassKeyFactRow *self);
void        kompass_key_fact_row_edit_value  (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_in_name  (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_in_value (KompassKeyFactRow *self);
gboolean    kompass_key_fact_row_is_at_edge  (KompassKeyFactRow *self,
                                              gboolean           at_end);
void        kompass_key_fact_row_forget_steps (KompassKeyFactRow *self);
void        kompass_key_fact_row_set_speller (KompassKeyFactRow *self,
                                              KompassSpeller    *speller);
gboolean    kompass_key_fact_row_select_misspelt (KompassKeyFactRow *self,
                                                  gboolean           from_start);

G_END_DECLS
