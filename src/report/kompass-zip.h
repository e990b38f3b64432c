/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassZip:
 *
 * A package of files (ZIP) that is put together in memory.
 */
typedef struct _KompassZip KompassZip;

KompassZip *kompass_zip_new    (GDateTime   *time);
void        kompass_zip_add    (KompassZip  *self,
                                const char  *name,
                                GBytes      *content,
                                gboolean     stored);
GBytes     *kompass_zip_finish (KompassZip  *self,
                                GError     **error);
void        kompass_zip_free   (KompassZip  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassZip, kompass_zip_free)

G_END_DECLS
