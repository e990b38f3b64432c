/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include <glib.h>
#include <sqlite3.h>

#include "kompass-points.h"

G_BEGIN_DECLS

/**
 * KompassKept:
 *
 * A statement that stays with its connection, prepared, when whoever has asked is through with it; for the statements
 * that run at every score. See kompass_sql_query_kept().
 */
typedef sqlite3_stmt KompassKept;

void           kompass_sql_put_back    (KompassKept   *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassKept, kompass_sql_put_back)

gboolean       kompass_sql_fail_at     (sqlite3       *db,
                                        const char    *path,
                                        int            code,
                                        GError       **error);
gboolean       kompass_sql_fail        (sqlite3       *db,
                                        int            code,
                                        GError       **error);
gboolean       kompass_sql_script      (sqlite3       *db,
                                        const char    *sql,
                                        GError       **error);
sqlite3_stmt  *kompass_sql_query       (sqlite3       *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...);
KompassKept   *kompass_sql_query_kept  (sqlite3       *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...);
gboolean       kompass_sql_next        (sqlite3_stmt  *statement,
                                        GError       **error);
gboolean       kompass_sql_next_or_end (sqlite3_stmt  *statement,
                                        gboolean      *is_row,
                                        GError       **error);
gboolean       kompass_sql_step        (sqlite3_stmt  *statement,
                                        gboolean      *is_row,
                                        GError       **error);
gboolean       kompass_sql_exists      (sqlite3       *db,
                                        const char    *sql,
                                        const char    *id,
                                        gboolean      *is_there,
                                        GError       **error);
gboolean       kompass_sql_run         (sqlite3       *db,
                                        GError       **error,
                                        const char    *sql,
                                        const char    *types,
                                        ...);
gboolean       kompass_sql_get_int     (sqlite3       *db,
                                        const char    *sql,
                                        gint64        *value,
                                        GError       **error);
const char    *kompass_sql_text_or_null (sqlite3_stmt *statement,
                                         int           column);
const char    *kompass_sql_text        (sqlite3_stmt  *statement,
                                        int            column);
KompassPoints  kompass_sql_points      (sqlite3_stmt  *statement,
                                        int            column);
void           kompass_sql_close       (sqlite3       *db);

G_END_DECLS
