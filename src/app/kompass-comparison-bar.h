/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"
#include "kompass-comparisons.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_COMPARISON_BAR (kompass_comparison_bar_get_type ())
G_DECLARE_FINAL_TYPE (KompassComparisonBar, kompass_comparison_bar, KOMPASS, COMPARISON_BAR, GtkWidget)

void kompass_comparison_bar_set_comparisons (KompassComparisonBar *self,
                                             KompassComparisons   *comparisons);
void kompass_comparison_bar_update          (KompassComparisonBar *self,
                                             KompassChart         *chart);

G_END_DECLS
