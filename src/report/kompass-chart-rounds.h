/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-rounds.h"

G_BEGIN_DECLS

gboolean kompass_chart_rounds_get_band (KompassRounds   *rounds,
                                        guint            round,
                                        KompassPoints   *low,
                                        KompassPoints   *high);
gboolean kompass_chart_rounds_is_known (KompassRounds   *rounds,
                                        KompassLineKind  kind,
                                        guint            index);

char *kompass_chart_rounds_create_title       (KompassRounds *rounds);
char *kompass_chart_rounds_create_subtitle    (KompassRounds *rounds);
char *kompass_chart_rounds_create_footnote    (KompassRounds *rounds);
char *kompass_chart_rounds_create_description (KompassRounds *rounds);

G_END_DECLS
