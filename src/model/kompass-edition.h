/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "kompass-points.h"

G_BEGIN_DECLS

/**
 * KOMPASS_YEAR_FIRST:
 *
 * The first year that an evaluation or an edition can be of.
 */
#define KOMPASS_YEAR_FIRST 1900

/**
 * KOMPASS_YEAR_LAST:
 *
 * The last year that an evaluation or an edition can be of.
 */
#define KOMPASS_YEAR_LAST 2999

/**
 * KompassArea:
 * @number: its number, from 1
 * @title: its name
 * @maximum: its maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @first_question: index of its first question in the edition
 * @n_questions: how many questions it has; 0 where they are not known
 */
typedef struct
{
  guint number;
  char *title;
  KompassPoints maximum;
  guint first_question;
  guint n_questions;
} KompassArea;

/**
 * KompassQuestion:
 * @number: its number, such as "1.3"
 * @area: index of its area in the edition, from 0
 * @text: the question
 * @maximum: its maximum in hundredths
 */
typedef struct
{
  char *number;
  guint area;
  char *text;
  KompassPoints maximum;
} KompassQuestion;

typedef enum
{
  KOMPASS_EDITION_ERROR_INVALID,
} KompassEditionError;

#define KOMPASS_EDITION_ERROR (kompass_edition_error_quark ())
GQuark kompass_edition_error_quark (void);

#define KOMPASS_TYPE_EDITION (kompass_edition_get_type ())
G_DECLARE_FINAL_TYPE (KompassEdition, kompass_edition, KOMPASS, EDITION, GObject)

KompassEdition        *kompass_edition_new              (const char      *id,
                                                         const char      *name,
                                                         guint            first_year,
                                                         guint            last_year,
                                                         const char      *provenance);
KompassEdition        *kompass_edition_copy             (KompassEdition  *self,
                                                         const char      *id);
void                   kompass_edition_set_name         (KompassEdition  *self,
                                                         const char      *name);
void                   kompass_edition_set_revision     (KompassEdition  *self,
                                                         guint            revision,
                                                         const char      *replaces);
void                   kompass_edition_add_area         (KompassEdition  *self,
                                                         guint            number,
                                                         const char      *title,
                                                         KompassPoints    maximum);
void                   kompass_edition_add_question     (KompassEdition  *self,
                                                         const char      *number,
                                                         const char      *text,
                                                         KompassPoints    maximum);
gboolean               kompass_edition_validate         (KompassEdition  *self,
                                                         GError         **error);
const char            *kompass_edition_get_id           (KompassEdition  *self);
const char            *kompass_edition_get_name         (KompassEdition  *self);
char                  *kompass_edition_format_name      (const char      *name,
                                                         guint            revision);
char                  *kompass_edition_get_display_name (KompassEdition  *self);
guint                  kompass_edition_get_revision     (KompassEdition  *self);
const char            *kompass_edition_get_replaces     (KompassEdition  *self);
guint                  kompass_edition_get_first_year   (KompassEdition  *self);
guint                  kompass_edition_get_last_year    (KompassEdition  *self);
const char            *kompass_edition_get_provenance   (KompassEdition  *self);
char                  *kompass_edition_get_hash         (KompassEdition  *self);
guint                  kompass_edition_get_n_areas      (KompassEdition  *self);
const KompassArea     *kompass_edition_get_area         (KompassEdition  *self,
                                                         guint            index);
guint                  kompass_edition_get_n_questions  (KompassEdition  *self);
const KompassQuestion *kompass_edition_get_question     (KompassEdition  *self,
                                                         guint            index);
KompassPoints          kompass_edition_get_maximum      (KompassEdition  *self);
int                    kompass_edition_suitability      (KompassEdition  *self,
                                                         guint            year);
KompassEdition        *kompass_edition_choose           (GPtrArray       *editions,
                                                         guint            year);

G_END_DECLS
