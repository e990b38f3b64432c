/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-report.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_OUTLINE (kompass_report_outline_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportOutline, kompass_report_outline, KOMPASS, REPORT_OUTLINE, GtkWidget)

GtkWidget  *kompass_report_outline_new           (void);
void        kompass_report_outline_update        (KompassReportOutline *self,
                                                  GPtrArray            *sections,
                                                  KompassReport        *report,
                                                  KompassEvaluation    *evaluation);
void        kompass_report_outline_select        (KompassReportOutline *self,
                                                  const char           *section);

G_END_DECLS
