/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-sql.h"

G_BEGIN_DECLS

/**
 * KOMPASS_SCHEMA_APPLICATION_ID:
 *
 * "KOMP" at offset 68 of the file: what makes an SQLite file a library of ours.
 */
#define KOMPASS_SCHEMA_APPLICATION_ID 0x4b4f4d50

guint    kompass_schema_get_version (void);
gboolean kompass_schema_migrate     (sqlite3  *db,
                                     guint     from,
                                     GError  **error);

G_END_DECLS
