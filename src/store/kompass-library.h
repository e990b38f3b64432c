/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kompass-change.h"
#include "kompass-group.h"
#include "kompass-mapping.h"
#include "kompass-profile.h"
#include "kompass-round.h"

G_BEGIN_DECLS

/**
 * KompassLibraryError:
 * @KOMPASS_LIBRARY_ERROR_FAILED: something else
 * @KOMPASS_LIBRARY_ERROR_OPEN: the file or its folder cannot be opened or made
 * @KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE: not an SQLite file
 * @KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION: another program's SQLite file
 * @KOMPASS_LIBRARY_ERROR_NEWER: written by a newer version of this program
 * @KOMPASS_LIBRARY_ERROR_TRUNCATED: the end of the file is missing
 * @KOMPASS_LIBRARY_ERROR_DAMAGED: the contents contradict each other
 * @KOMPASS_LIBRARY_ERROR_READ_ONLY: the file or its folder cannot be written
 * @KOMPASS_LIBRARY_ERROR_FULL: no room on the disk
 * @KOMPASS_LIBRARY_ERROR_LOCKED: another program is writing
 * @KOMPASS_LIBRARY_ERROR_IO: the disk failed
 * @KOMPASS_LIBRARY_ERROR_CONFLICT: a step cannot be undone
 * @KOMPASS_LIBRARY_ERROR_NOT_FOUND: there is no such evaluation, municipality or edition
 * @KOMPASS_LIBRARY_ERROR_AMBIGUOUS: several evaluations have that name
 * @KOMPASS_LIBRARY_ERROR_INVALID: the value cannot be stored there
 * @KOMPASS_LIBRARY_ERROR_NOTHING: there is nothing to undo or redo
 */
typedef enum
{
  KOMPASS_LIBRARY_ERROR_FAILED,
  KOMPASS_LIBRARY_ERROR_OPEN,
  KOMPASS_LIBRARY_ERROR_NOT_A_DATABASE,
  KOMPASS_LIBRARY_ERROR_OTHER_APPLICATION,
  KOMPASS_LIBRARY_ERROR_NEWER,
  KOMPASS_LIBRARY_ERROR_TRUNCATED,
  KOMPASS_LIBRARY_ERROR_DAMAGED,
  KOMPASS_LIBRARY_ERROR_READ_ONLY,
  KOMPASS_LIBRARY_ERROR_FULL,
  KOMPASS_LIBRARY_ERROR_LOCKED,
  KOMPASS_LIBRARY_ERROR_IO,
  KOMPASS_LIBRARY_ERROR_CONFLICT,
  KOMPASS_LIBRARY_ERROR_NOT_FOUND,
  KOMPASS_LIBRARY_ERROR_AMBIGUOUS,
  KOMPASS_LIBRARY_ERROR_INVALID,
  KOMPASS_LIBRARY_ERROR_NOTHING,
} KompassLibraryError;

/**
 * KompassEditionUse:
 * @KOMPASS_EDITION_UNUSED: nothing stands on it: it can be changed as it is, and deleted
 * @KOMPASS_EDITION_USED: evaluations or reference groups stand on it
 * @KOMPASS_EDITION_BUNDLED: it came with the program
 *
 * What stands in the way of changing an edition as it is. Editions that are used, and bundled ones, stay as they are:
 * what is saved is a new revision.
 */
typedef enum
{
  KOMPASS_EDITION_UNUSED,
  KOMPASS_EDITION_USED,
  KOMPASS_EDITION_BUNDLED,
} KompassEditionUse;

/**
 * KompassMemberFilter:
 * @edition: (nullable): the edition they must be of, or %NULL for any
 * @first_year: the first year, or 0
 * @last_year: the last year, or 0
 * @country: (nullable): the country, two letters (ISO 3166), or %NULL for any
 * @least_inhabitants: the smallest number of inhabitants, or 0
 * @most_inhabitants: the largest number of inhabitants, or 0
 *
 * Which evaluations to propose as members of a reference group. Municipalities whose number of inhabitants is not known
 * are left out where one is asked for.
 */
typedef struct
{
  KompassEdition *edition;
  guint first_year;
  guint last_year;
  const char *country;
  guint least_inhabitants;
  guint most_inhabitants;
} KompassMemberFilter;

#define KOMPASS_LIBRARY_ERROR (kompass_library_error_quark ())
GQuark kompass_library_error_quark (void);

#define KOMPASS_TYPE_LIBRARY (kompass_library_get_type ())
G_DECLARE_FINAL_TYPE (KompassLibrary, kompass_library, KOMPASS, LIBRARY, GObject)

/* Opening */
char              *kompass_library_get_default_path    (void);
KompassLibrary    *kompass_library_open                (const char         *path,
                                                        GError            **error);
KompassLibrary    *kompass_library_open_for_reading    (const char         *path,
                                                        GError            **error);
const char        *kompass_library_get_path            (KompassLibrary     *self);
const char        *kompass_library_get_notice          (KompassLibrary     *self);
void               kompass_library_set_author          (KompassLibrary     *self,
                                                        const char         *author);
gboolean           kompass_library_poll                (KompassLibrary     *self);
void               kompass_library_settle              (KompassLibrary     *self);

/* Reading */
gboolean           kompass_library_begin_reading       (KompassLibrary     *self,
                                                        GError            **error);
void               kompass_library_end_reading         (KompassLibrary     *self);
gboolean           kompass_library_add_edition         (KompassLibrary     *self,
                                                        KompassEdition     *edition,
                                                        GError            **error);
KompassEdition    *kompass_library_get_edition         (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
GPtrArray         *kompass_library_list_editions       (KompassLibrary     *self,
                                                        GError            **error);
GPtrArray         *kompass_library_list_rounds         (KompassLibrary     *self,
                                                        GError            **error);
GPtrArray         *kompass_library_list_references     (KompassLibrary     *self,
                                                        GError            **error);
gboolean           kompass_library_get_edition_use     (KompassLibrary     *self,
                                                        const char         *id,
                                                        KompassEditionUse  *use,
                                                        GError            **error);
GPtrArray         *kompass_library_list_groups         (KompassLibrary     *self,
                                                        GError            **error);
KompassGroup      *kompass_library_load_group          (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_add_mapping         (KompassLibrary     *self,
                                                        KompassMapping     *mapping,
                                                        GError            **error);
GPtrArray         *kompass_library_list_mappings       (KompassLibrary     *self,
                                                        GError            **error);
KompassMapping    *kompass_library_find_mapping        (KompassLibrary     *self,
                                                        KompassEdition     *one,
                                                        KompassEdition     *other,
                                                        GError            **error);
GPtrArray         *kompass_library_load_rounds_of      (KompassLibrary     *self,
                                                        const char         *municipality_id,
                                                        GError            **error);
GPtrArray         *kompass_library_find_members        (KompassLibrary            *self,
                                                        const KompassMemberFilter *filter,
                                                        GError                   **error);
KompassEvaluation *kompass_library_load                (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_reload              (KompassLibrary     *self,
                                                        KompassEvaluation  *evaluation,
                                                        GError            **error);
KompassProfile    *kompass_library_load_profile        (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
void               kompass_library_load_profile_async  (KompassLibrary     *self,
                                                        const char         *id,
                                                        GCancellable       *cancellable,
                                                        GAsyncReadyCallback callback,
                                                        gpointer            data);
KompassProfile    *kompass_library_load_profile_finish (KompassLibrary     *self,
                                                        GAsyncResult       *result,
                                                        GError            **error);
char              *kompass_library_find_evaluation     (KompassLibrary     *self,
                                                        const char         *name,
                                                        GError            **error);
char              *kompass_library_find_profile        (KompassLibrary     *self,
                                                        const char         *name,
                                                        GError            **error);
gboolean           kompass_library_is_group_name_free  (KompassLibrary     *self,
                                                        KompassEdition     *edition,
                                                        const char         *name,
                                                        const char         *except,
                                                        GError            **error);
char              *kompass_library_name_group_copy     (KompassLibrary     *self,
                                                        KompassGroup       *group);
gboolean           kompass_library_get_municipality    (KompassLibrary     *self,
                                                        const char         *id,
                                                        char              **name,
                                                        char              **country,
                                                        GError            **error);
gboolean           kompass_library_get_inhabitants     (KompassLibrary     *self,
                                                        const char         *municipality,
                                                        guint              *inhabitants,
                                                        GError            **error);
gboolean           kompass_library_has_round           (KompassLibrary     *self,
                                                        const char         *name,
                                                        const char         *country,
                                                        guint               year);
gboolean           kompass_library_has_example         (KompassLibrary     *self);
gboolean           kompass_library_has_evaluation      (KompassLibrary     *self,
                                                        const char         *id);

/* Commands: each is one transaction, one step to undo, one entry in the log */
gboolean           kompass_library_rename_municipality (KompassLibrary     *self,
                                                        const char         *id,
                                                        const char         *name,
                                                        GError            **error);
gboolean           kompass_library_delete_municipality (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_add_evaluation      (KompassLibrary     *self,
                                                        KompassEvaluation  *evaluation,
                                                        GError            **error);
gboolean           kompass_library_delete_evaluation   (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_set_scores          (KompassLibrary     *self,
                                                        const char         *evaluation,
                                                        const KompassEdit  *edits,
                                                        guint               n_edits,
                                                        GError            **error);
gboolean           kompass_library_set_printed         (KompassLibrary            *self,
                                                        const char                *evaluation,
                                                        const KompassPrintedEdit  *edits,
                                                        guint                      n_edits,
                                                        GError                   **error);
gboolean           kompass_library_set_inhabitants     (KompassLibrary     *self,
                                                        const char         *municipality,
                                                        guint               inhabitants,
                                                        GError            **error);
gboolean           kompass_library_save_group          (KompassLibrary     *self,
                                                        KompassGroup       *group,
                                                        GError            **error);
gboolean           kompass_library_delete_group        (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_save_edition        (KompassLibrary     *self,
                                                        KompassEdition     *edited,
                                                        KompassMapping     *mapping,
                                                        KompassEdition    **saved,
                                                        GError            **error);
gboolean           kompass_library_delete_edition      (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_save_mapping        (KompassLibrary     *self,
                                                        KompassMapping     *mapping,
                                                        GError            **error);
gboolean           kompass_library_delete_mapping      (KompassLibrary     *self,
                                                        const char         *id,
                                                        GError            **error);
gboolean           kompass_library_add_example         (KompassLibrary     *self,
                                                        GPtrArray          *evaluations,
                                                        GPtrArray          *means,
                                                        GPtrArray          *reports,
                                                        guint              *n_evaluations,
                                                        guint              *n_means,
                                                        GError            **error);
gboolean           kompass_library_remove_example      (KompassLibrary     *self,
                                                        GError            **error);

/* The log */
char              *kompass_library_get_undo_label      (KompassLibrary     *self);
char              *kompass_library_get_redo_label      (KompassLibrary     *self);
char              *kompass_library_find_step_report    (KompassLibrary     *self,
                                                        gboolean            forward);
gboolean           kompass_library_undo                (KompassLibrary     *self,
                                                        GError            **error);
gboolean           kompass_library_redo                (KompassLibrary     *self,
                                                        GError            **error);
KompassChange     *kompass_library_find_last_change    (KompassLibrary     *self,
                                                        const char         *evaluation,
                                                        KompassLine        *line);

G_END_DECLS

#include "kompass-library-report.h"
