/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report.h"

G_BEGIN_DECLS

char *kompass_report_difference_find (KompassReport     *before,
                                      KompassReport     *now,
                                      KompassEvaluation *evaluation);

G_END_DECLS
