/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KompassCsv KompassCsv;

KompassCsv *kompass_csv_new        (const char          *name,
                                    GBytes              *bytes,
                                    const char * const  *columns,
                                    GError             **error);
void        kompass_csv_free       (KompassCsv          *self);
guint       kompass_csv_get_n_rows (KompassCsv          *self);
const char *kompass_csv_get        (KompassCsv          *self,
                                    guint                row,
                                    guint                column);
gboolean    kompass_csv_fail       (KompassCsv          *self,
                                    guint                row,
                                    guint                column,
                                    const char          *reason,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassCsv, kompass_csv_free)

G_END_DECLS
