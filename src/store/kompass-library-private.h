/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-library.h"
#include "kompass-sql.h"

G_BEGIN_DECLS

struct _KompassLibrary
{
  GObject parent_instance;

  char *path;
  char *author;
  char *notice;
  sqlite3 *db;
  GHashTable *editions;  /* id to KompassEdition: one object each, so that they can be compared by address */
  GHashTable *signatures; /* id to the row of the edition, as one text, that the object was made from */
  GPtrArray *retired; /* of KompassEdition: what editions were before they were changed; someone may still show them */
  gint64 data_version;  /* as of our last look: another value means that someone else has written */
  char *step;           /* id of the last step, if we made it and another can be joined with it */
  char *step_subject;   /* what it is about */
  gint64 step_began;    /* when, in microseconds of the monotonic clock */
};

/**
 * KompassLabel:
 * @text: a source string with places for arguments
 * @arguments: (nullable): separated by %KOMPASS_CHANGE_SEPARATOR
 * @evaluation: (nullable): UUID of the evaluation it is about
 * @subject: (nullable): what exactly it is about, where steps about the same that follow one another are joined, see
 *   kompass_library_run_command(); they have the same arguments
 * @taken: (nullable): @arguments, where a command has made them: see kompass_library_take_arguments()
 *
 * What a step is called in the log.
 */
typedef struct
{
  const char *text;
  const char *arguments;
  const char *evaluation;
  const char *subject;
  char *taken;
} KompassLabel;

/**
 * KompassCommand:
 * @self: a library, in a transaction
 * @data: what the command needs
 * @error: return location for an error
 *
 * Returns: %TRUE if what it changed may stay
 */
typedef gboolean (*KompassCommand) (KompassLibrary  *self,
                                    gpointer         data,
                                    GError         **error);

gboolean kompass_library_run_command  (KompassLibrary      *self,
                                       KompassLabel        *label,
                                       KompassCommand       command,
                                       gpointer             data,
                                       GError             **error);
void     kompass_library_take_arguments (KompassLabel      *label,
                                         char              *arguments);
gboolean kompass_library_take_title   (KompassLibrary      *self,
                                       KompassLabel        *label,
                                       GError             **error);
gboolean kompass_library_refuse       (GError             **error,
                                       int                  code,
                                       const char          *words);
gboolean kompass_library_ensure_municipality (KompassLibrary     *self,
                                              KompassEvaluation  *evaluation,
                                              GError            **error);
gboolean kompass_library_insert_evaluation (KompassLibrary     *self,
                                            gpointer            evaluation,
                                            GError            **error);
KompassLine *kompass_library_find_line (KompassEvaluation   *evaluation,
                                        const char          *number,
                                        GError             **error);
gboolean kompass_library_check_points (KompassLine         *line,
                                       KompassPoints        points,
                                       GError             **error);
void     kompass_library_label_lines  (KompassLabel        *label,
                                       KompassEvaluation   *evaluation,
                                       guint                n_lines,
                                       const char          *number,
                                       const char          *value);
gboolean kompass_library_write_line   (KompassLibrary      *self,
                                       const char          *evaluation,
                                       KompassLine         *line,
                                       GError             **error);
gboolean kompass_library_refuse_hash  (sqlite3             *db,
                                       const char          *title,
                                       KompassEdition      *edition,
                                       GError             **error);
gboolean kompass_library_insert_report (KompassLibrary    *self,
                                        KompassReport     *report,
                                        GError           **error);
gboolean kompass_library_erase_reports (KompassLibrary    *self,
                                        const char        *which,
                                        const char        *id,
                                        GError           **error);
gboolean kompass_library_place_rows   (KompassLibrary      *self,
                                       const char          *table,
                                       const char          *evaluation,
                                       const char * const  *placed,
                                       sqlite3_stmt        *list,
                                       guint                position,
                                       GError             **error);
gboolean kompass_library_place_row    (KompassLibrary      *self,
                                       const char          *table,
                                       const char          *evaluation,
                                       const char          *id,
                                       sqlite3_stmt        *list,
                                       guint                position,
                                       GError             **error);
gboolean kompass_library_check_line   (const char          *line,
                                       GError             **error);
char *kompass_library_get_title       (KompassLibrary     *self,
                                       const char         *evaluation,
                                       GError            **error);
void  kompass_library_refresh_editions (KompassLibrary   *self);
gboolean kompass_library_insert_edition (KompassLibrary  *self,
                                         KompassEdition  *edition,
                                         gboolean         is_bundled,
                                         GError         **error);
gboolean kompass_library_insert_edition_lines (KompassLibrary  *self,
                                               KompassEdition  *edition,
                                               GError         **error);
gboolean kompass_library_write_mapping (KompassLibrary   *self,
                                        KompassMapping   *mapping,
                                        const char       *id,
                                        gboolean          is_bundled,
                                        GError          **error);
gboolean kompass_library_carry_mappings (KompassLibrary  *self,
                                         KompassEdition  *edition,
                                         KompassEdition  *edited,
                                         KompassMapping  *step,
                                         GError         **error);
gboolean kompass_library_erase_mappings (KompassLibrary  *self,
                                         const char      *edition,
                                         GError         **error);
void  kompass_library_emit_changed   (KompassLibrary     *self,
                                      const char * const *evaluations,
                                      gboolean            lists);
char *kompass_library_normalize_name (const char         *name);

G_END_DECLS
