/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-sql.h"

G_BEGIN_DECLS

struct _KompassLibrary
{
  GObject parent_instance;

  char *path;
  char *author;
  char *notice;
  sqlite3 *db;
  GHashTable *editions; /* id to KompassEdition: one object each, so that they can be compared by address */
  gint64 data_version;  /* as of our last look: another value means that someone else has written */
};

void  kompass_library_emit_changed   (KompassLibrary     *self,
                                      const char * const *evaluations,
                                      gboolean            lists);
char *kompass_library_normalize_name (const char         *name);

G_END_DECLS
