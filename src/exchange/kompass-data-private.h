/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report.h"

G_BEGIN_DECLS

const char    *kompass_data_get_state    (KompassLine        *line);
KompassPoints  kompass_data_get_sum      (KompassLine        *line);
gboolean       kompass_data_check_report (KompassEvaluation  *evaluation,
                                          KompassReport      *report,
                                          GError            **error);

G_END_DECLS
