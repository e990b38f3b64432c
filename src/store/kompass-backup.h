/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-sql.h"

G_BEGIN_DECLS

/**
 * KOMPASS_BACKUP_KEPT:
 *
 * How many backups of a library are kept.
 */
#define KOMPASS_BACKUP_KEPT 10

gboolean kompass_backup_is_due (const char  *path,
                                GDateTime   *today,
                                gboolean     always);
gboolean kompass_backup_make   (sqlite3     *db,
                                const char  *path,
                                GDateTime   *today,
                                gboolean     always,
                                GError     **error);

G_END_DECLS
