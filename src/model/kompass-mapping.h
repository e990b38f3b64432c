/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-edition.h"
#include "kompass-line.h"

G_BEGIN_DECLS

/**
 * KompassRelation:
 * @KOMPASS_RELATION_SAME: the same question or area, with the same maximum
 * @KOMPASS_RELATION_REWORDED: the same in other words, with the same maximum
 * @KOMPASS_RELATION_MAXIMUM_CHANGED: the same, with another maximum
 * @KOMPASS_RELATION_SPLIT: one has become several
 * @KOMPASS_RELATION_MERGED: several have become one
 * @KOMPASS_RELATION_NEW: there was nothing like it
 * @KOMPASS_RELATION_GONE: there is nothing like it any more
 *
 * What has become of a question or an area from one edition to another.
 */
typedef enum
{
  KOMPASS_RELATION_SAME,
  KOMPASS_RELATION_REWORDED,
  KOMPASS_RELATION_MAXIMUM_CHANGED,
  KOMPASS_RELATION_SPLIT,
  KOMPASS_RELATION_MERGED,
  KOMPASS_RELATION_NEW,
  KOMPASS_RELATION_GONE,
} KompassRelation;

/**
 * KompassMappingItem:
 * @id: its UUID
 * @kind: %KOMPASS_LINE_AREA or %KOMPASS_LINE_QUESTION
 * @relation: what has become of it
 * @from: (array zero-terminated=1): numbers in the edition that is mapped from ("1.3", or "1" for an area); none for
 *   what is new
 * @to: (array zero-terminated=1): numbers in the edition that is mapped to; none for what is gone
 * @note: why, in the user's words, or ""
 *
 * One row of a mapping.
 */
typedef struct
{
  char *id;
  KompassLineKind kind;
  KompassRelation relation;
  char **from;
  char **to;
  char *note;
} KompassMappingItem;

/**
 * KompassMappingError:
 * @KOMPASS_MAPPING_ERROR_NOT_FOUND: the edition has no such number
 * @KOMPASS_MAPPING_ERROR_TWICE: the number has been mapped already
 * @KOMPASS_MAPPING_ERROR_COUNT: the relation is one of another number of questions or areas
 * @KOMPASS_MAPPING_ERROR_MAXIMUM: the maxima do not fit the relation, or are not known
 */
typedef enum
{
  KOMPASS_MAPPING_ERROR_NOT_FOUND,
  KOMPASS_MAPPING_ERROR_TWICE,
  KOMPASS_MAPPING_ERROR_COUNT,
  KOMPASS_MAPPING_ERROR_MAXIMUM,
} KompassMappingError;

#define KOMPASS_MAPPING_ERROR (kompass_mapping_error_quark ())
GQuark kompass_mapping_error_quark (void);

const char *kompass_relation_get_name  (KompassRelation   relation);
gboolean    kompass_relation_from_name (const char       *name,
                                        KompassRelation  *relation);
const char *kompass_relation_describe  (KompassRelation   relation);

#define KOMPASS_TYPE_MAPPING (kompass_mapping_get_type ())
G_DECLARE_FINAL_TYPE (KompassMapping, kompass_mapping, KOMPASS, MAPPING, GObject)

KompassMapping           *kompass_mapping_new            (const char          *id,
                                                          KompassEdition      *from,
                                                          KompassEdition      *to,
                                                          const char          *source);
KompassMapping           *kompass_mapping_copy           (KompassMapping      *self,
                                                          const char          *id,
                                                          KompassEdition      *from,
                                                          KompassEdition      *to);
const char               *kompass_mapping_get_id         (KompassMapping      *self);
KompassEdition           *kompass_mapping_get_from       (KompassMapping      *self);
KompassEdition           *kompass_mapping_get_to         (KompassMapping      *self);
KompassEdition           *kompass_mapping_get_other      (KompassMapping      *self,
                                                          KompassEdition      *own);
const char               *kompass_mapping_get_source     (KompassMapping      *self);
void                      kompass_mapping_set_source     (KompassMapping      *self,
                                                          const char          *source);
gboolean                  kompass_mapping_get_is_bundled (KompassMapping      *self);
void                      kompass_mapping_set_is_bundled (KompassMapping      *self,
                                                          gboolean             is_bundled);
gboolean                  kompass_mapping_add            (KompassMapping      *self,
                                                          const char          *id,
                                                          KompassLineKind      kind,
                                                          KompassRelation      relation,
                                                          const char * const  *from,
                                                          const char * const  *to,
                                                          const char          *note,
                                                          GError             **error);
gboolean                  kompass_mapping_remove         (KompassMapping      *self,
                                                          const char          *id);
guint                     kompass_mapping_get_n_items    (KompassMapping      *self);
const KompassMappingItem *kompass_mapping_get_item       (KompassMapping      *self,
                                                          guint                index);
const KompassMappingItem *kompass_mapping_find           (KompassMapping      *self,
                                                          KompassEdition      *own,
                                                          KompassLineKind      kind,
                                                          const char          *number);
const char * const       *kompass_mapping_get_numbers    (KompassMapping           *self,
                                                          const KompassMappingItem *item,
                                                          KompassEdition           *edition);
gboolean                  kompass_mapping_item_carries   (KompassMapping           *self,
                                                          const KompassMappingItem *item,
                                                          KompassEdition           *own);
void                      kompass_mapping_get_coverage   (KompassMapping      *self,
                                                          KompassEdition      *own,
                                                          KompassLineKind      kind,
                                                          guint               *covered,
                                                          guint               *of);
void                      kompass_mapping_set_total_band (KompassMapping      *self,
                                                          KompassPoints        low,
                                                          KompassPoints        high);
gboolean                  kompass_mapping_get_total_band (KompassMapping      *self,
                                                          KompassPoints       *low,
                                                          KompassPoints       *high);

G_END_DECLS
