/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportDraft:
 *
 * What is written of a report's texts, and about its evaluation, and not in the library yet.
 */
typedef struct _KompassReportDraft KompassReportDraft;

KompassReportDraft *kompass_report_draft_new            (void);
void                kompass_report_draft_free           (KompassReportDraft  *self);
gboolean            kompass_report_draft_is_empty       (KompassReportDraft  *self);
void                kompass_report_draft_clear          (KompassReportDraft  *self);
gboolean            kompass_report_draft_write_text     (KompassReportDraft  *self,
                                                         KompassReport       *report,
                                                         const char          *section,
                                                         KompassText         *text);
gboolean            kompass_report_draft_write_about    (KompassReportDraft  *self,
                                                         KompassReport       *report,
                                                         KompassAbout         about,
                                                         const char          *value);
void                kompass_report_draft_note_conflicts (KompassReportDraft  *self,
                                                         KompassReport       *loaded);
GStrv               kompass_report_draft_take_conflicts (KompassReportDraft  *self);
void                kompass_report_draft_apply          (KompassReportDraft  *self,
                                                         KompassReport       *report);
gboolean            kompass_report_draft_save           (KompassReportDraft  *self,
                                                         KompassLibrary      *library,
                                                         const char          *evaluation,
                                                         GError             **error);

G_END_DECLS
