/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-mapping.h"
#include "kompass-profile.h"

G_BEGIN_DECLS

/**
 * KompassComparable:
 * @KOMPASS_COMPARABLE_SAME_EDITION: areas and questions are the same
 * @KOMPASS_COMPARABLE_MAPPED: a mapping between the two editions says which areas or questions are
 * @KOMPASS_COMPARABLE_TOTAL_ONLY: the totals can be held against each other, as a band
 * @KOMPASS_COMPARABLE_NONE: nothing can be compared; there is a reason
 */
typedef enum
{
  KOMPASS_COMPARABLE_SAME_EDITION,
  KOMPASS_COMPARABLE_MAPPED,
  KOMPASS_COMPARABLE_TOTAL_ONLY,
  KOMPASS_COMPARABLE_NONE,
} KompassComparable;

#define KOMPASS_TYPE_COMPARISON (kompass_comparison_get_type ())
G_DECLARE_FINAL_TYPE (KompassComparison, kompass_comparison, KOMPASS, COMPARISON, GObject)

const char        *kompass_comparable_get_name              (KompassComparable    comparable);
KompassComparable  kompass_compare_editions                 (KompassEdition      *own,
                                                             KompassEdition      *other,
                                                             char               **reason);
KompassComparable  kompass_compare_editions_through         (KompassEdition      *own,
                                                             KompassEdition      *other,
                                                             KompassMapping      *mapping,
                                                             char               **reason);
KompassPoints      kompass_compare_line                     (KompassEvaluation   *evaluation,
                                                             KompassProfile      *other,
                                                             KompassLine         *line,
                                                             KompassPoints       *difference);
guint              kompass_compare_decimals                 (KompassEvaluation   *evaluation,
                                                             KompassProfile      *other);
gboolean           kompass_compare_find_extremes            (GPtrArray           *lines,
                                                             KompassLine        **high,
                                                             KompassLine        **low);
char              *kompass_compare_describe                 (KompassEvaluation   *evaluation,
                                                             KompassComparison * const *others,
                                                             guint                n_others);

KompassComparison *kompass_comparison_new                   (KompassEvaluation   *own,
                                                             KompassProfile      *other,
                                                             KompassMapping      *mapping);
KompassEvaluation *kompass_comparison_get_own               (KompassComparison   *self);
KompassProfile    *kompass_comparison_get_other             (KompassComparison   *self);
KompassProfile    *kompass_comparison_get_profile           (KompassComparison   *self);
KompassMapping    *kompass_comparison_get_mapping           (KompassComparison   *self);
KompassComparable  kompass_comparison_get_comparable        (KompassComparison   *self);
const char        *kompass_comparison_get_reason            (KompassComparison   *self);
gboolean           kompass_comparison_get_band              (KompassComparison   *self,
                                                             KompassPoints       *low,
                                                             KompassPoints       *high);
gboolean           kompass_comparison_get_difference_band   (KompassComparison   *self,
                                                             KompassPoints       *low,
                                                             KompassPoints       *high);
gboolean           kompass_comparison_get_coverage          (KompassComparison   *self,
                                                             KompassLineKind      kind,
                                                             guint               *covered,
                                                             guint               *of);
KompassPoints      kompass_comparison_get_points            (KompassComparison   *self,
                                                             KompassLine         *line);
KompassPoints      kompass_comparison_get_difference        (KompassComparison   *self,
                                                             KompassLine         *line);

G_END_DECLS
