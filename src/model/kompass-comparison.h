/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-profile.h"

G_BEGIN_DECLS

/**
 * KompassComparable:
 * @KOMPASS_COMPARABLE_SAME_EDITION: areas and questions are the same
 * @KOMPASS_COMPARABLE_NONE: nothing can be compared; there is a reason
 */
typedef enum
{
  KOMPASS_COMPARABLE_SAME_EDITION,
  KOMPASS_COMPARABLE_NONE,
} KompassComparable;

KompassComparable kompass_compare_editions        (KompassEdition     *own,
                                                   KompassEdition     *other,
                                                   char              **reason);
KompassPoints     kompass_compare_line            (KompassEvaluation  *evaluation,
                                                   KompassProfile     *other,
                                                   KompassLine        *line,
                                                   KompassPoints      *difference);
guint             kompass_compare_decimals        (KompassEvaluation  *evaluation,
                                                   KompassProfile     *other);
gboolean          kompass_compare_find_extremes   (GPtrArray          *lines,
                                                   KompassLine       **high,
                                                   KompassLine       **low);
char             *kompass_compare_describe        (KompassEvaluation  *evaluation,
                                                   KompassProfile     *other);

G_END_DECLS
