/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-comparison.h"

G_BEGIN_DECLS

/**
 * KompassRoundsLink:
 * @KOMPASS_ROUNDS_LINK_NONE: nothing joins the two
 * @KOMPASS_ROUNDS_LINK_SOLID: both are of the same edition
 * @KOMPASS_ROUNDS_LINK_DASHED: they are of two editions: one is seen through a mapping, or they are totals, which are
 *   drawn side by side and not subtracted
 *
 * How the figures of two rounds in sequence can be joined.
 */
typedef enum
{
  KOMPASS_ROUNDS_LINK_NONE,
  KOMPASS_ROUNDS_LINK_SOLID,
  KOMPASS_ROUNDS_LINK_DASHED,
} KompassRoundsLink;

#define KOMPASS_TYPE_ROUNDS (kompass_rounds_get_type ())
G_DECLARE_FINAL_TYPE (KompassRounds, kompass_rounds, KOMPASS, ROUNDS, GObject)

KompassRounds     *kompass_rounds_new            (KompassEvaluation  *own,
                                                  GPtrArray          *evaluations,
                                                  GPtrArray          *mappings);
KompassEvaluation *kompass_rounds_get_own        (KompassRounds      *self);
guint              kompass_rounds_get_n          (KompassRounds      *self);
KompassEvaluation *kompass_rounds_get_evaluation (KompassRounds      *self,
                                                  guint               round);
KompassComparison *kompass_rounds_get_comparison (KompassRounds      *self,
                                                  guint               round);
KompassComparison *kompass_rounds_get_step       (KompassRounds      *self,
                                                  guint               round);
KompassPoints      kompass_rounds_get_points     (KompassRounds      *self,
                                                  guint               round,
                                                  KompassLineKind     kind,
                                                  guint               index,
                                                  KompassPoints      *maximum);
KompassRoundsLink  kompass_rounds_get_link       (KompassRounds      *self,
                                                  guint               round,
                                                  KompassLineKind     kind,
                                                  guint               index);
gboolean           kompass_rounds_get_band       (KompassRounds      *self,
                                                  guint               round,
                                                  KompassPoints      *low,
                                                  KompassPoints      *high);
KompassPoints      kompass_rounds_get_difference (KompassRounds      *self,
                                                  guint               round,
                                                  KompassLineKind     kind,
                                                  guint               index);

G_END_DECLS
