/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KompassCliTable KompassCliTable;

KompassCliTable *kompass_cli_table_new   (const char      *alignments);
void             kompass_cli_table_free  (KompassCliTable *self);
void             kompass_cli_table_add   (KompassCliTable *self,
                                          ...) G_GNUC_NULL_TERMINATED;
void             kompass_cli_table_print (KompassCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassCliTable, kompass_cli_table_free)

G_END_DECLS
