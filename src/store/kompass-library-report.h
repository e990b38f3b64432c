/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-report.h"

G_BEGIN_DECLS

/**
 * KompassReportVersion:
 * @time: (nullable): when it was written, in UTC; %NULL for what there was before the log of it begins
 * @author: who wrote it; "" where @time is %NULL
 * @markup: the text, for kompass_text_new_from_markup(); "" where the section was empty
 * @words: how many words it has
 *
 * What a section of a report said at some time.
 */
typedef struct
{
  GDateTime *time;
  char *author;
  char *markup;
  guint words;
} KompassReportVersion;

void kompass_report_version_free (KompassReportVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassReportVersion, kompass_report_version_free)

/* Reading */
KompassReport *kompass_library_load_report          (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     GError             **error);
GPtrArray     *kompass_library_list_report_versions (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *section,
                                                     GError             **error);
GStrv          kompass_library_suggest_key_facts    (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     GError             **error);
GDateTime     *kompass_library_get_evaluation_time  (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     GError             **error);

/* Commands */
gboolean       kompass_library_set_report_text      (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *section,
                                                     KompassText         *text,
                                                     GError             **error);
gboolean       kompass_library_set_report_about     (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     KompassAbout         about,
                                                     const char          *value,
                                                     GError             **error);
gboolean       kompass_library_set_report_comparisons (KompassLibrary     *self,
                                                       const char         *evaluation,
                                                       const char * const *profiles,
                                                       GError            **error);
gboolean       kompass_library_add_finding          (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     KompassFinding      *finding,
                                                     guint                position,
                                                     GError             **error);
gboolean       kompass_library_paste_findings       (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     GPtrArray           *findings,
                                                     guint                position,
                                                     GError             **error);
gboolean       kompass_library_change_finding       (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     const char          *text,
                                                     const char          *question,
                                                     GError             **error);
gboolean       kompass_library_move_finding         (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     KompassFindingKind   kind,
                                                     guint                position,
                                                     GError             **error);
gboolean       kompass_library_delete_finding       (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     GError             **error);
gboolean       kompass_library_add_key_fact         (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     KompassKeyFact      *fact,
                                                     guint                position,
                                                     GError             **error);
gboolean       kompass_library_change_key_fact      (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     const char          *name,
                                                     const char          *value,
                                                     GError             **error);
gboolean       kompass_library_move_key_fact        (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     guint                position,
                                                     GError             **error);
gboolean       kompass_library_delete_key_fact      (KompassLibrary      *self,
                                                     const char          *evaluation,
                                                     const char          *id,
                                                     GError             **error);

G_END_DECLS
