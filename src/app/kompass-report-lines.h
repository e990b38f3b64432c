/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportLines:
 *
 * Items of lists and key facts that are written and not in the library yet.
 */
typedef struct _KompassReportLines KompassReportLines;

KompassReportLines *kompass_report_lines_new            (void);
void                kompass_report_lines_free           (KompassReportLines  *self);
gboolean            kompass_report_lines_is_empty       (KompassReportLines  *self);
void                kompass_report_lines_clear          (KompassReportLines  *self);
gboolean            kompass_report_lines_write_finding  (KompassReportLines  *self,
                                                         KompassReport       *report,
                                                         KompassFinding      *finding,
                                                         guint                position);
gboolean            kompass_report_lines_write_key_fact (KompassReportLines  *self,
                                                         KompassReport       *report,
                                                         KompassKeyFact      *fact,
                                                         guint                position);
gboolean            kompass_report_lines_forget         (KompassReportLines  *self,
                                                         KompassReport       *report,
                                                         const char          *id);
void                kompass_report_lines_apply          (KompassReportLines  *self,
                                                         KompassReport       *report);
gboolean            kompass_report_lines_save           (KompassReportLines  *self,
                                                         KompassLibrary      *library,
                                                         const char          *evaluation,
                                                         GError             **error);

G_END_DECLS
