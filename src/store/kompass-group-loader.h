/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kompass-group.h"
#include "kompass-profile.h"
#include "kompass-sql.h"

G_BEGIN_DECLS

KompassProfile *kompass_group_loader_load   (sqlite3       *db,
                                             KompassGroup  *group,
                                             GError       **error);
KompassProfile *kompass_group_loader_run    (const char    *path,
                                             KompassGroup  *group,
                                             GCancellable  *cancellable,
                                             GError       **error);

G_END_DECLS
