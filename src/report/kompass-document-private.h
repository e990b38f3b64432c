/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-document.h"

#include <string.h>

G_BEGIN_DECLS

char *kompass_document_clean (const char *text);
char *kompass_block_create_digest (const KompassBlock *self,
                                   const char         *key);

G_END_DECLS
