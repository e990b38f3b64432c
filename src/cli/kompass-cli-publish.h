/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-publication.h"

G_BEGIN_DECLS

gboolean kompass_cli_publish_one  (KompassLibrary                   *library,
                                   const char                       *evaluation,
                                   const char                       *path,
                                   const KompassPublicationOptions  *options,
                                   GError                          **error);
gboolean kompass_cli_publish_many (KompassLibrary                   *library,
                                   const char * const               *evaluations,
                                   const char                       *folder,
                                   const KompassPublicationOptions  *options,
                                   gboolean                          tells_progress,
                                   GError                          **error);

G_END_DECLS
