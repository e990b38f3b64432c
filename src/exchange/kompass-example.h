/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-bundle.h"

G_BEGIN_DECLS

gboolean kompass_example_read_lund      (const char  *name,
                                         GBytes      *csv,
                                         GPtrArray   *editions,
                                         GPtrArray   *evaluations,
                                         GError     **error);
gboolean kompass_example_read_published (const char  *name,
                                         GBytes      *csv,
                                         GPtrArray   *editions,
                                         GPtrArray   *evaluations,
                                         GError     **error);
gboolean kompass_example_read_means     (const char  *name,
                                         GBytes      *csv,
                                         GPtrArray   *editions,
                                         GPtrArray   *means,
                                         GError     **error);

G_END_DECLS
