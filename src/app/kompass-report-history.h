/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kompass-library.h"
#include "kompass-report.h"

G_BEGIN_DECLS

#define KOMPASS_TYPE_REPORT_HISTORY (kompass_report_history_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportHistory, kompass_report_history, KOMPASS, REPORT_HISTORY, AdwWindow)

GtkWidget *kompass_report_history_new (GtkWindow            *parent,
                                       KompassLibrary       *library,
                                       KompassEvaluation    *evaluation,
                                       const KompassSection *section,
                                       KompassText          *now);

G_END_DECLS
