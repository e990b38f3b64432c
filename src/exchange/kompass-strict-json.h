/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "kompass-points.h"

G_BEGIN_DECLS

/**
 * KompassStrictJson:
 * @name: what the text is called in errors: a file name
 * @error: (nullable): where errors go
 *
 * A reading of one text.
 */
typedef struct
{
  const char *name;
  GError **error;
} KompassStrictJson;

gboolean kompass_strict_json_parse       (const KompassStrictJson *self,
                                          JsonParser              *parser,
                                          GBytes                  *json);
gboolean kompass_strict_json_fail        (const KompassStrictJson *self,
                                          const char              *place,
                                          const char              *format,
                                          ...) G_GNUC_PRINTF (3, 4);
char    *kompass_strict_json_join        (const char              *place,
                                          const char              *key);
gboolean kompass_strict_json_check_keys  (const KompassStrictJson *self,
                                          JsonObject              *object,
                                          const char              *place,
                                          const char * const      *known);
gboolean kompass_strict_json_read_text   (const KompassStrictJson *self,
                                          JsonObject              *object,
                                          const char              *place,
                                          const char              *key,
                                          const char             **text);
gboolean kompass_strict_json_read_whole  (const KompassStrictJson *self,
                                          JsonObject              *object,
                                          const char              *place,
                                          const char              *key,
                                          guint                    least,
                                          guint                    most,
                                          guint                   *number);
gboolean kompass_strict_json_read_points (const KompassStrictJson *self,
                                          JsonObject              *object,
                                          const char              *place,
                                          const char              *key,
                                          gboolean                 may_be_null,
                                          KompassPoints           *points);

G_END_DECLS
