/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-comparisons.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_COMPARISON_CHOOSER (kompass_comparison_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KompassComparisonChooser, kompass_comparison_chooser, KOMPASS, COMPARISON_CHOOSER, GtkPopover)

void kompass_comparison_chooser_set_comparisons (KompassComparisonChooser *self,
                                                 KompassComparisons       *comparisons);

G_END_DECLS
