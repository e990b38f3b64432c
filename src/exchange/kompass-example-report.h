/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-bundle.h"
#include "kompass-report.h"

G_BEGIN_DECLS

KompassReport *kompass_example_report_read (const char         *name,
                                            GBytes             *json,
                                            KompassEvaluation  *evaluation,
                                            GPtrArray          *means,
                                            GError            **error);

G_END_DECLS
