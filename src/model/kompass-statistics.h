/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-points.h"

G_BEGIN_DECLS

/**
 * KOMPASS_QUARTILES_LEAST:
 *
 * How many values there must be for quartiles to be shown; with fewer, single points and the range say more.
 */
#define KOMPASS_QUARTILES_LEAST 5

/**
 * KompassStatistics:
 * @n: how many values are known
 * @mean: their unweighted mean
 * @median: their median
 * @lower_quartile: the first quartile, or %KOMPASS_POINTS_UNKNOWN with fewer than %KOMPASS_QUARTILES_LEAST values
 * @upper_quartile: the third quartile, or %KOMPASS_POINTS_UNKNOWN likewise
 * @minimum: the lowest value
 * @maximum: the highest value
 *
 * What some values have in common, in hundredths. Without any value, all but @n are %KOMPASS_POINTS_UNKNOWN.
 */
typedef struct
{
  guint n;
  KompassPoints mean;
  KompassPoints median;
  KompassPoints lower_quartile;
  KompassPoints upper_quartile;
  KompassPoints minimum;
  KompassPoints maximum;
} KompassStatistics;

KompassStatistics kompass_statistics_compute (const KompassPoints *values,
                                              gsize                n_values);
guint             kompass_statistics_rank    (const KompassPoints *values,
                                              gsize                n_values,
                                              KompassPoints        own,
                                              guint               *n_equal);

G_END_DECLS
