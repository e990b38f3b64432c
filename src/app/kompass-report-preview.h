/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kompass-page-view.h"
#include "kompass-report-session.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_PREVIEW (kompass_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportPreview, kompass_report_preview, KOMPASS, REPORT_PREVIEW, GtkWidget)

void             kompass_report_preview_set_session  (KompassReportPreview   *self,
                                                      KompassReportSession   *session,
                                                      GSettings              *settings);
void             kompass_report_preview_queue        (KompassReportPreview   *self);
void             kompass_report_preview_set_section  (KompassReportPreview   *self,
                                                      const KompassSection   *section);
void             kompass_report_preview_show_section (KompassReportPreview   *self,
                                                      const KompassSection   *section);
void             kompass_report_preview_follow       (KompassReportPreview   *self,
                                                      const KompassPagesSpot *spot);
KompassPageView *kompass_report_preview_get_view     (KompassReportPreview   *self);
KompassDocument *kompass_report_preview_get_document (KompassReportPreview   *self);
void             kompass_report_preview_init_setup   (KompassPageSetup       *setup,
                                                      GSettings              *settings);

G_END_DECLS
