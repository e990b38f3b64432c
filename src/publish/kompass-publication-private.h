/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-publication.h"

G_BEGIN_DECLS

GBytes  *kompass_publication_source_create_file (KompassPublicationSource         *self,
                                                 const KompassPublicationOptions  *options,
                                                 GCancellable                     *cancellable,
                                                 GError                          **error);
gboolean kompass_publication_source_write       (KompassPublicationSource         *self,
                                                 const char                       *path,
                                                 const KompassPublicationOptions  *options,
                                                 GCancellable                     *cancellable,
                                                 GError                          **error);
gboolean kompass_publication_fail               (const char                       *path,
                                                 int                               error_number,
                                                 GError                          **error);
char    *kompass_publication_create_numbered_name (const char               *title,
                                                   guint                     number,
                                                   KompassPublicationFormat  format);

G_END_DECLS
