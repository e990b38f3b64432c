/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_ROUND (kompass_round_get_type ())
G_DECLARE_FINAL_TYPE (KompassRound, kompass_round, KOMPASS, ROUND, GObject)

KompassRound *kompass_round_new                 (const char    *id,
                                                 const char    *municipality_id,
                                                 const char    *municipality,
                                                 guint          year,
                                                 const char    *edition_id,
                                                 const char    *edition_name,
                                                 KompassDepth   depth,
                                                 gboolean       is_example);
const char   *kompass_round_get_id              (KompassRound  *self);
const char   *kompass_round_get_municipality_id (KompassRound  *self);
const char   *kompass_round_get_municipality    (KompassRound  *self);
guint         kompass_round_get_year            (KompassRound  *self);
const char   *kompass_round_get_edition_id      (KompassRound  *self);
const char   *kompass_round_get_edition_name    (KompassRound  *self);
KompassDepth  kompass_round_get_depth           (KompassRound  *self);
gboolean      kompass_round_get_is_example      (KompassRound  *self);
char         *kompass_round_get_title           (KompassRound  *self);

G_END_DECLS
