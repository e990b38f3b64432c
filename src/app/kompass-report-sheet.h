/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-scrollable.h"
#include "kompass-text-editor.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_SHEET (kompass_report_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportSheet, kompass_report_sheet, KOMPASS, REPORT_SHEET, KompassScrollable)

GtkWidget         *kompass_report_sheet_new        (void);
KompassTextEditor *kompass_report_sheet_get_editor (KompassReportSheet *self);
void               kompass_report_sheet_set_parts  (KompassReportSheet *self,
                                                    GtkWidget          *head,
                                                    GtkWidget          *rest);
void               kompass_report_sheet_set_has_text (KompassReportSheet *self,
                                                      gboolean            has_text);
void               kompass_report_sheet_reveal        (KompassReportSheet *self,
                                                       GtkWidget          *widget);
void               kompass_report_sheet_scroll_to_top (KompassReportSheet *self);

G_END_DECLS
