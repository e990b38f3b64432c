/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KompassFindingKind:
 * @KOMPASS_FINDING_STRENGTH: what is good
 * @KOMPASS_FINDING_PARTIAL: what is there in parts, and can be better
 * @KOMPASS_FINDING_IMPROVEMENT: what can be improved
 *
 * The three lists of an area.
 */
typedef enum
{
  KOMPASS_FINDING_STRENGTH,
  KOMPASS_FINDING_PARTIAL,
  KOMPASS_FINDING_IMPROVEMENT,
} KompassFindingKind;

/**
 * KOMPASS_N_FINDING_KINDS:
 *
 * How many lists an area has.
 */
#define KOMPASS_N_FINDING_KINDS 3

const char *kompass_finding_kind_get_title (KompassFindingKind  kind);
const char *kompass_finding_kind_get_name  (KompassFindingKind  kind);
gboolean    kompass_finding_kind_from_name (const char         *name,
                                            KompassFindingKind *kind);

#define KOMPASS_TYPE_FINDING (kompass_finding_get_type ())
G_DECLARE_FINAL_TYPE (KompassFinding, kompass_finding, KOMPASS, FINDING, GObject)

KompassFinding     *kompass_finding_new          (const char         *id,
                                                  guint               area,
                                                  KompassFindingKind  kind,
                                                  const char         *text,
                                                  const char         *question);
const char         *kompass_finding_get_id       (KompassFinding     *self);
guint               kompass_finding_get_area     (KompassFinding     *self);
KompassFindingKind  kompass_finding_get_kind     (KompassFinding     *self);
const char         *kompass_finding_get_text     (KompassFinding     *self);
const char         *kompass_finding_get_question (KompassFinding     *self);

G_END_DECLS
