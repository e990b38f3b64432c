/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kompass_bench_probe (GtkApplication *application);

G_END_DECLS
