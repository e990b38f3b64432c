/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KOMPASS_DATA_SCHEMA_NAME:
 *
 * The name of the schema's file.
 */
#define KOMPASS_DATA_SCHEMA_NAME "evaluation-1.xsd"

GBytes   *kompass_data_create_xml   (KompassEvaluation  *evaluation,
                                     KompassReport      *report,
                                     GError            **error);
gboolean  kompass_data_validate_xml (GBytes             *xml,
                                     GError            **error);
GBytes   *kompass_data_get_schema   (void);

G_END_DECLS
