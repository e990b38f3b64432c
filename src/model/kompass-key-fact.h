/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KOMPASS_TYPE_KEY_FACT (kompass_key_fact_get_type ())
G_DECLARE_FINAL_TYPE (KompassKeyFact, kompass_key_fact, KOMPASS, KEY_FACT, GObject)

KompassKeyFact *kompass_key_fact_new              (const char     *id,
                                                   const char     *name,
                                                   const char     *value);
const char     *kompass_key_fact_get_id           (KompassKeyFact *self);
const char     *kompass_key_fact_get_name         (KompassKeyFact *self);
const char     *kompass_key_fact_get_value        (KompassKeyFact *self);
GStrv           kompass_key_fact_list_suggestions (void);

G_END_DECLS
