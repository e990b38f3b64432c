/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *kompass_test_zip_list (GBytes      *zip);
GBytes    *kompass_test_zip_read (GBytes      *zip,
                                  const char  *name);
char      *kompass_test_zip_text (GBytes      *zip,
                                  const char  *name);

G_END_DECLS
