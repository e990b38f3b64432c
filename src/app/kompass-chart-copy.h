/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"

G_BEGIN_DECLS

GdkContentProvider *kompass_chart_copy_create (KompassChart *chart,
                                               double        width,
                                               double        least_height,
                                               GError      **error);

G_END_DECLS
