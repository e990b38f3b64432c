/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-document.h"

G_BEGIN_DECLS

GtkPrintOperation *kompass_report_print_new (KompassDocument *document,
                                             GSettings       *settings);

G_END_DECLS
