/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"

G_BEGIN_DECLS

KompassLibrary *kompass_start_open_library (const char      *path,
                                            GError         **error);
gboolean        kompass_start_add_example  (KompassLibrary  *library,
                                            guint           *n_evaluations,
                                            guint           *n_means,
                                            GError         **error);

G_END_DECLS
