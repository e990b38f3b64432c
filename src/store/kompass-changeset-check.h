/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kompass_changeset_is_sound (GBytes *changeset);

G_END_DECLS
