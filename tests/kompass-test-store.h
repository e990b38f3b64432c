/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "kompass-library.h"
#include "kompass-test-data.h"
#include "kompass-test-folder.h"

G_BEGIN_DECLS

KompassLibrary *kompass_test_open_library   (const char     *path);
KompassLibrary *kompass_test_new_library    (const char     *path);
void            kompass_test_add_example    (KompassLibrary *library);
void            kompass_test_add_five       (KompassLibrary *library,
                                             const char     *id);
char           *kompass_test_dump           (const char     *path);
gint64          kompass_test_number         (const char     *path,
                                             const char     *sql);
void            kompass_test_execute        (const char     *path,
                                             const char     *sql);
gboolean        kompass_test_set_score      (KompassLibrary  *library,
                                             const char      *evaluation,
                                             const char      *line,
                                             KompassScore     score,
                                             GError         **error);
GSubprocess    *kompass_test_spawn_self     (const char      *command,
                                             const char      *path);

G_END_DECLS
