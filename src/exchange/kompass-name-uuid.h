/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kompass_name_uuid_new (const char *name);

G_END_DECLS
