/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-archive.h"

G_BEGIN_DECLS

GBytes *kompass_archive_create_readme (const KompassArchiveInput *input);

G_END_DECLS
