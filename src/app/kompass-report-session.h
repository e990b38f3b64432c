/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportState:
 * @KOMPASS_REPORT_SAVED: everything that was written is in the library
 * @KOMPASS_REPORT_UNSAVED: something is on its way there
 * @KOMPASS_REPORT_FAILED: something could not be saved; it is kept and tried again
 */
typedef enum
{
  KOMPASS_REPORT_SAVED,
  KOMPASS_REPORT_UNSAVED,
  KOMPASS_REPORT_FAILED,
} KompassReportState;

#define KOMPASS_TYPE_REPORT_SESSION (kompass_report_session_get_type ())
G_DECLARE_FINAL_TYPE (KompassReportSession, kompass_report_session, KOMPASS, REPORT_SESSION, GObject)

KompassReportSession *kompass_report_session_new            (KompassLibrary        *library);
KompassLibrary       *kompass_report_session_get_library    (KompassReportSession  *self);
void                  kompass_report_session_set_evaluation (KompassReportSession  *self,
                                                             KompassEvaluation     *evaluation);
KompassEvaluation    *kompass_report_session_get_evaluation (KompassReportSession  *self);
KompassReport        *kompass_report_session_get_report     (KompassReportSession  *self);
KompassReportState    kompass_report_session_get_state      (KompassReportSession  *self);
const char           *kompass_report_session_get_problem    (KompassReportSession  *self);
gboolean              kompass_report_session_is_saving      (KompassReportSession  *self);

/* What is being written */
void                  kompass_report_session_touch          (KompassReportSession  *self);
void                  kompass_report_session_collect        (KompassReportSession  *self);
void                  kompass_report_session_write_text     (KompassReportSession  *self,
                                                             const char            *section,
                                                             KompassText           *text);
void                  kompass_report_session_write_about    (KompassReportSession  *self,
                                                             KompassAbout           about,
                                                             const char            *value);
void                  kompass_report_session_write_finding  (KompassReportSession  *self,
                                                             KompassFinding        *finding,
                                                             guint                  position);
void                  kompass_report_session_write_key_fact (KompassReportSession  *self,
                                                             KompassKeyFact        *fact,
                                                             guint                  position);
void                  kompass_report_session_forget_line    (KompassReportSession  *self,
                                                             const char            *id);
gboolean              kompass_report_session_flush          (KompassReportSession  *self,
                                                             GError               **error);
void                  kompass_report_session_discard        (KompassReportSession  *self);

/* What is done at once */
gboolean              kompass_report_session_move_finding     (KompassReportSession  *self,
                                                               const char            *id,
                                                               KompassFindingKind     kind,
                                                               guint                  position);
gboolean              kompass_report_session_paste_findings   (KompassReportSession  *self,
                                                               GPtrArray             *findings,
                                                               guint                  position);
gboolean              kompass_report_session_delete_finding   (KompassReportSession  *self,
                                                               const char            *id);
gboolean              kompass_report_session_move_key_fact    (KompassReportSession  *self,
                                                               const char            *id,
                                                               guint                  position);
gboolean              kompass_report_session_delete_key_fact  (KompassReportSession  *self,
                                                               const char            *id);
gboolean              kompass_report_session_set_comparisons  (KompassReportSession  *self,
                                                               const char * const    *ids);

G_END_DECLS
