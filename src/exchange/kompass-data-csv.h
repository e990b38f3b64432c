/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report.h"

G_BEGIN_DECLS

GBytes             *kompass_data_create_csv           (KompassEvaluation  *evaluation,
                                                       KompassReport      *report,
                                                       GError            **error);
GBytes             *kompass_data_create_findings_csv  (KompassEvaluation  *evaluation,
                                                       KompassReport      *report,
                                                       GError            **error);
const char * const *kompass_data_get_columns          (void);
const char * const *kompass_data_get_findings_columns (void);
const char         *kompass_data_describe_column      (const char         *column);

G_END_DECLS
