/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-sql.h"

G_BEGIN_DECLS

typedef struct _KompassRecording KompassRecording;

KompassRecording *kompass_recording_begin   (sqlite3           *db,
                                             GError           **error);
GBytes           *kompass_recording_take    (KompassRecording  *self,
                                             GError           **error);
void              kompass_recording_free    (KompassRecording  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassRecording, kompass_recording_free)

gboolean          kompass_changeset_apply    (sqlite3           *db,
                                              GBytes            *changeset,
                                              gboolean           inverted,
                                              GError           **error);
GBytes           *kompass_changeset_join     (sqlite3           *db,
                                              GBytes            *one,
                                              GBytes            *next,
                                              GError           **error);
char            **kompass_changeset_subjects (GBytes            *changeset);
char             *kompass_changeset_get_report (GBytes          *changeset);
gboolean          kompass_changeset_concerns (GBytes            *changeset,
                                              const char        *evaluation);
gboolean          kompass_changeset_is_listed (GBytes           *changeset);
gboolean          kompass_changeset_find     (GBytes            *changeset,
                                              const char        *table,
                                              const char        *evaluation,
                                              const char        *place,
                                              gboolean          *was_known,
                                              KompassPoints     *old_points,
                                              gboolean          *is_known,
                                              KompassPoints     *new_points,
                                              gboolean          *is_edge);
gboolean          kompass_changeset_find_text (GBytes           *changeset,
                                              const char        *evaluation,
                                              const char        *section,
                                              char             **before,
                                              char             **after);

G_END_DECLS
