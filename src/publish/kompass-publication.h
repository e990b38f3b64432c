/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kompass-library.h"
#include "kompass-page-setup.h"
#include "kompass-report-document.h"

G_BEGIN_DECLS

/**
 * KompassPublicationError:
 * @KOMPASS_PUBLICATION_ERROR_WRITE: a file or folder cannot be written
 *
 * What can stand in the way of publishing, besides what the library and the report have to say.
 */
typedef enum
{
  KOMPASS_PUBLICATION_ERROR_WRITE,
} KompassPublicationError;

#define KOMPASS_PUBLICATION_ERROR (kompass_publication_error_quark ())
GQuark kompass_publication_error_quark (void);

/**
 * KompassPublicationFormat:
 * @KOMPASS_PUBLICATION_PDF: the report as a tagged PDF
 * @KOMPASS_PUBLICATION_ODT: the report for a word processor
 * @KOMPASS_PUBLICATION_ARCHIVE: a package (ZIP) of both with the data
 *
 * What an evaluation is published as.
 */
typedef enum
{
  KOMPASS_PUBLICATION_PDF,
  KOMPASS_PUBLICATION_ODT,
  KOMPASS_PUBLICATION_ARCHIVE,
} KompassPublicationFormat;

/**
 * KompassPublicationOptions:
 * @format: what it becomes
 * @setup: paper and font
 * @comparisons: (array zero-terminated=1) (nullable): UUIDs of what it is compared with (evaluations, reference groups),
 *   instead of what is stored with the report; itself is passed over
 *
 * How to publish. A plain value; the setup's font and @comparisons have to live as long as it is used.
 */
typedef struct
{
  KompassPublicationFormat format;
  KompassPageSetup setup;
  const char * const *comparisons;
} KompassPublicationOptions;

/**
 * KompassPublicationSource:
 * @evaluation: the evaluation
 * @report: what is written about it
 * @comparisons: (element-type KompassComparison): what it is compared with
 * @rounds: (element-type KompassEvaluation): its municipality's evaluations
 * @mappings: (element-type KompassMapping): mappings between editions
 * @time: UTC of the last change about it
 *
 * All that a report is made of, as it was in the library at one moment.
 */
typedef struct
{
  KompassEvaluation *evaluation;
  KompassReport *report;
  GPtrArray *comparisons;
  GPtrArray *rounds;
  GPtrArray *mappings;
  GDateTime *time;
} KompassPublicationSource;

/**
 * KompassPublicationFailure:
 * @name: what the evaluation is called, "Lund 2011"; its UUID where not even that could be read
 * @message: what happened, where, what is unchanged, what to do
 *
 * One of many that could not be published.
 */
typedef struct
{
  char *name;
  char *message;
} KompassPublicationFailure;

/**
 * KompassPublicationResult:
 * @written: (element-type filename): the files that are finished, in order
 * @failures: (element-type KompassPublicationFailure): what could not be published, in order
 * @is_cancelled: whether the rest was given up
 *
 * What has become of many.
 */
typedef struct
{
  GPtrArray *written;
  GPtrArray *failures;
  gboolean is_cancelled;
} KompassPublicationResult;

/**
 * KompassPublicationProgress:
 * @done: how many are finished, or have failed
 * @of: how many there are
 * @name: what the next one is called, "Lund 2011"; "" when all are done
 * @data: user data
 */
typedef void (*KompassPublicationProgress) (guint       done,
                                            guint       of,
                                            const char *name,
                                            gpointer    data);

/* Formats */
const char *kompass_publication_format_get_suffix (KompassPublicationFormat  format);
gboolean    kompass_publication_format_from_path  (const char               *path,
                                                   KompassPublicationFormat *format);
char       *kompass_publication_create_name       (const char               *title,
                                                   guint                     number,
                                                   const char               *suffix);
char       *kompass_publication_create_file_name  (const char               *title,
                                                   KompassPublicationFormat  format);

/* What a report is made of */
KompassPublicationSource *kompass_publication_source_load            (KompassLibrary            *library,
                                                                      const char                *evaluation,
                                                                      const char * const        *comparisons,
                                                                      GError                   **error);
KompassDocument          *kompass_publication_source_create_document (KompassPublicationSource  *self);
void                      kompass_publication_source_free            (KompassPublicationSource  *self);

/* One */
KompassDocument *kompass_publication_create_document (KompassLibrary                  *library,
                                                      const char                      *evaluation,
                                                      const char * const              *comparisons,
                                                      GError                         **error);
GBytes          *kompass_publication_create          (KompassLibrary                  *library,
                                                      const char                      *evaluation,
                                                      const KompassPublicationOptions *options,
                                                      GCancellable                    *cancellable,
                                                      GError                         **error);
gboolean         kompass_publication_write           (KompassLibrary                  *library,
                                                      const char                      *evaluation,
                                                      const char                      *path,
                                                      const KompassPublicationOptions *options,
                                                      GCancellable                    *cancellable,
                                                      GError                         **error);
void             kompass_publication_write_async     (KompassLibrary                  *library,
                                                      const char                      *evaluation,
                                                      const char                      *path,
                                                      const KompassPublicationOptions *options,
                                                      GCancellable                    *cancellable,
                                                      GAsyncReadyCallback              callback,
                                                      gpointer                         data);
gboolean         kompass_publication_write_finish    (KompassLibrary                  *library,
                                                      GAsyncResult                    *result,
                                                      GError                         **error);

/* Many */
KompassPublicationResult *kompass_publication_write_all        (KompassLibrary                  *library,
                                                                const char * const              *evaluations,
                                                                const char                      *folder,
                                                                const KompassPublicationOptions *options,
                                                                KompassPublicationProgress       progress,
                                                                gpointer                         progress_data,
                                                                GCancellable                    *cancellable,
                                                                GError                         **error);
void                      kompass_publication_write_all_async  (KompassLibrary                  *library,
                                                                const char * const              *evaluations,
                                                                const char                      *folder,
                                                                const KompassPublicationOptions *options,
                                                                KompassPublicationProgress       progress,
                                                                gpointer                         progress_data,
                                                                GCancellable                    *cancellable,
                                                                GAsyncReadyCallback              callback,
                                                                gpointer                         data);
KompassPublicationResult *kompass_publication_write_all_finish (KompassLibrary                  *library,
                                                                GAsyncResult                    *result,
                                                                GError                         **error);
void                      kompass_publication_result_free      (KompassPublicationResult        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPublicationSource, kompass_publication_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassPublicationResult, kompass_publication_result_free)

G_END_DECLS
