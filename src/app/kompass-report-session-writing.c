/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being written in a report, taken from whoever holds what is typed. What is as it was is nothing to save. */
#include "kompass-report-session-private.h"

/**
 * kompass_report_session_write_text:
 * @self: a session with an evaluation
 * @section: a section
 * @text: what stands in it now
 *
 * Takes what has been typed. A text that is as it was is nothing to save.
 */
void
kompass_report_session_write_text (KompassReportSession *self,
                                   const char           *section,
                                   KompassText          *text)
{
  if (kompass_report_draft_write_text (self->draft, self->report, section, text))
    kompass_report_session_note_unsaved (self);
}

/**
 * kompass_report_session_write_about:
 * @self: a session with an evaluation
 * @about: what is said about the evaluation
 * @value: the words
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_about (KompassReportSession *self,
                                    KompassAbout          about,
                                    const char           *value)
{
  if (kompass_report_draft_write_about (self->draft, self->report, about, value))
    kompass_report_session_note_unsaved (self);
}

/**
 * kompass_report_session_write_finding:
 * @self: a session with an evaluation
 * @finding: an item of a list, new or with other words
 * @position: where it stands in its list
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_finding (KompassReportSession *self,
                                      KompassFinding       *finding,
                                      guint                 position)
{
  if (kompass_report_lines_write_finding (self->lines, self->report, finding, position))
    kompass_report_session_note_unsaved (self);
}

/**
 * kompass_report_session_write_key_fact:
 * @self: a session with an evaluation
 * @fact: a key fact, new or with another name or value
 * @position: where it stands in the list
 *
 * Takes what has been typed.
 */
void
kompass_report_session_write_key_fact (KompassReportSession *self,
                                       KompassKeyFact       *fact,
                                       guint                 position)
{
  if (kompass_report_lines_write_key_fact (self->lines, self->report, fact, position))
    kompass_report_session_note_unsaved (self);
}

/**
 * kompass_report_session_forget_line:
 * @self: a session
 * @id: a finding or a key fact that the library does not have
 *
 * It was begun and taken back before it was saved: there is nothing to save.
 */
void
kompass_report_session_forget_line (KompassReportSession *self,
                                    const char           *id)
{
  if (kompass_report_lines_forget (self->lines, self->report, id))
    kompass_report_session_note_unsaved (self);
}
