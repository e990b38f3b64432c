/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-report-session.h"
#include "kompass-speller.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_KEY_FACTS (kompass_key_facts_get_type ())
G_DECLARE_FINAL_TYPE (KompassKeyFacts, kompass_key_facts, KOMPASS, KEY_FACTS, GtkWidget)

GtkWidget *kompass_key_facts_new         (void);
void       kompass_key_facts_set_session (KompassKeyFacts      *self,
                                          KompassReportSession *session);
void       kompass_key_facts_set_speller (KompassKeyFacts      *self,
                                          KompassSpeller       *speller);
gboolean   kompass_key_facts_show_step   (KompassKeyFacts      *self,
                                          KompassReport        *before);

G_END_DECLS
