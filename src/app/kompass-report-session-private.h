/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share. */
#pragma once

#include "kompass-report-draft.h"
#include "kompass-report-lines.h"
#include "kompass-report-session.h"

G_BEGIN_DECLS

struct _KompassReportSession
{
  GObject parent_instance;

  KompassLibrary *library;
  KompassEvaluation *evaluation;
  KompassReport *report;     /* with what is not saved */
  KompassReportDraft *draft; /* texts that are not saved */
  KompassReportLines *lines; /* items of lists and key facts that are not saved */
  KompassReportState state;
  char *problem;
  guint timer;
  gboolean is_touched;       /* something has been typed that has not been collected */
  gboolean is_saving;
};

void kompass_report_session_note_unsaved (KompassReportSession *self);
void kompass_report_session_fail         (KompassReportSession *self,
                                          const GError         *error);

G_END_DECLS
