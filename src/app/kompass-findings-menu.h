/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kompass-edition.h"

G_BEGIN_DECLS

GMenuModel *kompass_findings_menu_new (KompassEdition    *edition,
                                       const KompassArea *area);

G_END_DECLS
