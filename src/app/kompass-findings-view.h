/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-findings-list.h"
#include "kompass-report-session.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_FINDINGS_VIEW (kompass_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (KompassFindingsView, kompass_findings_view, KOMPASS, FINDINGS_VIEW, GtkWidget)

GtkWidget           *kompass_findings_view_new         (void);
void                 kompass_findings_view_set_session (KompassFindingsView  *self,
                                                        KompassReportSession *session);
void                 kompass_findings_view_finish      (KompassFindingsView  *self);
void                 kompass_findings_view_set_area    (KompassFindingsView  *self,
                                                        int                   area);
void                 kompass_findings_view_set_columns (KompassFindingsView  *self,
                                                        gboolean              columns);
void                 kompass_findings_view_set_speller (KompassFindingsView  *self,
                                                        KompassSpeller       *speller);
gboolean             kompass_findings_view_show_step   (KompassFindingsView  *self,
                                                        KompassReport        *before);
KompassFindingsList *kompass_findings_view_get_list    (KompassFindingsView  *self,
                                                        KompassFindingKind    kind);

G_END_DECLS
