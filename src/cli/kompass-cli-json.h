/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "kompass-evaluation.h"

G_BEGIN_DECLS

void kompass_cli_json_add_text     (JsonBuilder       *builder,
                                    const char        *name,
                                    const char        *text);
void kompass_cli_json_add_points   (JsonBuilder       *builder,
                                    const char        *name,
                                    KompassPoints      points);
void kompass_cli_json_add_count    (JsonBuilder       *builder,
                                    const char        *name,
                                    guint              count);
void kompass_cli_json_add_head     (JsonBuilder       *builder,
                                    KompassEvaluation *evaluation);
void kompass_cli_json_add_figures  (JsonBuilder       *builder,
                                    KompassLine       *line);
void kompass_cli_json_add_matrix   (JsonBuilder       *builder,
                                    KompassEvaluation *evaluation);
void kompass_cli_json_print        (JsonBuilder       *builder);

G_END_DECLS
