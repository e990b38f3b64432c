/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-mapping.h"
#include "kompass-profile.h"

G_BEGIN_DECLS

/**
 * KompassExchangeError:
 * @KOMPASS_EXCHANGE_ERROR_FORMAT: the text is not in the form the file should have
 * @KOMPASS_EXCHANGE_ERROR_VALUE: a value in it cannot be right
 * @KOMPASS_EXCHANGE_ERROR_MISSING: a file of the program is missing
 */
typedef enum
{
  KOMPASS_EXCHANGE_ERROR_FORMAT,
  KOMPASS_EXCHANGE_ERROR_VALUE,
  KOMPASS_EXCHANGE_ERROR_MISSING,
} KompassExchangeError;

#define KOMPASS_EXCHANGE_ERROR (kompass_exchange_error_quark ())
GQuark kompass_exchange_error_quark (void);

KompassEdition *kompass_edition_from_json        (const char   *name,
                                                  GBytes       *json,
                                                  GError      **error);
KompassMapping *kompass_mapping_from_json        (const char   *name,
                                                  GBytes       *json,
                                                  GPtrArray    *editions,
                                                  GError      **error);
GPtrArray      *kompass_bundle_load_editions     (GError      **error);
GPtrArray      *kompass_bundle_load_mappings     (GPtrArray    *editions,
                                                  GError      **error);
gboolean        kompass_bundle_load_example      (GPtrArray    *editions,
                                                  GPtrArray   **evaluations,
                                                  GPtrArray   **means,
                                                  GError      **error);
GPtrArray      *kompass_bundle_load_example_reports (GPtrArray *evaluations,
                                                  GPtrArray    *means,
                                                  GError      **error);

G_END_DECLS
