/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-comparisons.h"
#include "kompass-findings-view.h"
#include "kompass-key-facts.h"
#include "kompass-report-preview.h"
#include "kompass-report-session.h"
#include "kompass-text-editor.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_VIEW (kompass_report_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportView, kompass_report_view, KOMPASS, REPORT_VIEW, GtkWidget)

KompassReportView    *kompass_report_view_new            (KompassLibrary     *library,
                                                          GSettings          *settings);
void                  kompass_report_view_set_evaluation (KompassReportView  *self,
                                                          KompassEvaluation  *evaluation);
void                  kompass_report_view_set_width      (KompassReportView  *self,
                                                          int                 width);
void                  kompass_report_view_show_section   (KompassReportView  *self,
                                                          const char         *section);
const char           *kompass_report_view_get_section    (KompassReportView  *self);
void                  kompass_report_view_search         (KompassReportView  *self);
void                  kompass_report_view_show_history   (KompassReportView  *self,
                                                          const char         *section);
void                  kompass_report_view_bind_preview   (KompassReportView  *self,
                                                          GtkToggleButton    *button);
gboolean              kompass_report_view_close_preview  (KompassReportView  *self);
gboolean              kompass_report_view_save           (KompassReportView  *self,
                                                          GError            **error);
void                  kompass_report_view_discard        (KompassReportView  *self);
gboolean              kompass_report_view_undo           (KompassReportView  *self);
gboolean              kompass_report_view_redo           (KompassReportView  *self);
gboolean              kompass_report_view_can_undo       (KompassReportView  *self);
gboolean              kompass_report_view_can_redo       (KompassReportView  *self);
GtkPrintOperation    *kompass_report_view_create_print   (KompassReportView  *self);

KompassReportSession *kompass_report_view_get_session    (KompassReportView  *self);
KompassTextEditor    *kompass_report_view_get_editor     (KompassReportView  *self);
KompassFindingsView  *kompass_report_view_get_findings   (KompassReportView  *self);
KompassKeyFacts      *kompass_report_view_get_facts      (KompassReportView  *self);
KompassReportPreview *kompass_report_view_get_preview    (KompassReportView  *self);

G_END_DECLS
