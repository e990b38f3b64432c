/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-key-fact-row.h"
#include "kompass-key-facts.h"
#include "kompass-wrap-box.h"

G_BEGIN_DECLS

struct _KompassKeyFacts
{
  GtkWidget parent_instance;

  KompassReportSession *session;
  char *evaluation; /* whose facts the rows have */
  GtkWidget *rows;
  GtkWidget *offers;
  KompassWrapBox *suggestions;
  KompassSpeller *speller; /* or NULL */
  gboolean is_updating;
};

KompassKeyFactRow *kompass_key_facts_find_row     (KompassKeyFacts    *self,
                                                   const char         *id);
guint              kompass_key_facts_get_place    (KompassKeyFacts    *self,
                                                   KompassKeyFactRow  *row);
void               kompass_key_facts_ensure_last  (KompassKeyFacts    *self);
void               kompass_key_facts_update       (KompassKeyFacts    *self);
void               kompass_key_facts_flush        (KompassKeyFacts    *self);
void               kompass_key_facts_tell_deleted (KompassKeyFacts    *self);

void               kompass_key_facts_delete       (KompassKeyFacts    *self,
                                                   KompassKeyFactRow  *row);
void               kompass_key_facts_add_keys     (KompassKeyFacts    *self);

G_END_DECLS
