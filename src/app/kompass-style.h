/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-chart.h"

G_BEGIN_DECLS

KompassChartScheme kompass_style_get_chart_scheme (void);
double             kompass_style_get_text_scale   (void);
GdkRGBA            kompass_style_get_error_color  (GtkWidget  *widget);
void               kompass_style_name_parts       (GtkWidget  *widget,
                                                   const char *name);
void               kompass_style_complete_names   (GtkWidget  *widget,
                                                   const char *name);
void               kompass_style_name_menus       (void);
void               kompass_style_set_menu         (GtkWidget  *button,
                                                   GMenuModel *menu);

G_END_DECLS
