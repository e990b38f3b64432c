/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mean, median, quartiles and rank of points. Pure functions on exact integers: division comes last, and rounds once. */
#include "kompass-statistics.h"

static int
compare_points (const void *one,
                const void *other)
{
  KompassPoints a = *(const KompassPoints *) one;
  KompassPoints b = *(const KompassPoints *) other;

  return (a > b) - (a < b);
}

/* The known ones, from the lowest to the highest. */
static KompassPoints *
sort_known (const KompassPoints *values,
            gsize                n_values,
            guint               *n)
{
  KompassPoints *known = g_new (KompassPoints, n_values + 1);

  *n = 0;
  for (gsize i = 0; i < n_values; i++)
    if (values[i] != KOMPASS_POINTS_UNKNOWN)
      known[(*n)++] = values[i];
  qsort (known, *n, sizeof *known, compare_points);

  return known;
}

/* The quantile of @quarters quarters. Type 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, 1996) lies
 * at (n - 1) p from the lowest value, and between two values on the line that joins them. */
static KompassPoints
find_quantile (const KompassPoints *sorted,
               guint                n,
               guint                quarters)
{
  guint place = (n - 1) * quarters;
  guint below = place / 4;
  gint64 rest = place % 4;
  gint64 value = (gint64) sorted[below] * 4;

  if (rest > 0)
    value += ((gint64) sorted[below + 1] - sorted[below]) * rest;

  return (KompassPoints) kompass_divide_rounded (value, 4);
}

/**
 * kompass_statistics_compute:
 * @values: (array length=n_values): points in hundredths; those that are %KOMPASS_POINTS_UNKNOWN are left out
 * @n_values: how many
 *
 * Mean, median, quartiles (Hyndman and Fan's type 7) and range. Everything is computed on exact integers and rounded
 * once, to hundredths, half away from zero.
 *
 * Returns: the statistics of the values that are known
 */
KompassStatistics
kompass_statistics_compute (const KompassPoints *values,
                            gsize                n_values)
{
  KompassStatistics statistics = { 0, KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN,
                                   KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN, KOMPASS_POINTS_UNKNOWN };
  guint n;
  g_autofree KompassPoints *sorted = sort_known (values, n_values, &n);
  gint64 sum = 0;

  if (n == 0)
    return statistics;
  for (guint i = 0; i < n; i++)
    sum += sorted[i];
  statistics.n = n;
  statistics.mean = (KompassPoints) kompass_divide_rounded (sum, n);
  statistics.median = find_quantile (sorted, n, 2);
  statistics.minimum = sorted[0];
  statistics.maximum = sorted[n - 1];
  if (n >= KOMPASS_QUARTILES_LEAST)
    {
      statistics.lower_quartile = find_quantile (sorted, n, 1);
      statistics.upper_quartile = find_quantile (sorted, n, 3);
    }

  return statistics;
}

/**
 * kompass_statistics_rank:
 * @values: (array length=n_values): points in hundredths; those that are %KOMPASS_POINTS_UNKNOWN are left out
 * @n_values: how many
 * @own: the points to place among them, in hundredths; they need not be among @values
 * @n_equal: (out) (optional): how many of @values equal @own
 *
 * The place of @own as in a competition: 1 for the highest; equals share a place, and the places after it are left
 * empty (1, 2, 2, 4).
 *
 * Returns: the place, from 1
 */
guint
kompass_statistics_rank (const KompassPoints *values,
                         gsize                n_values,
                         KompassPoints        own,
                         guint               *n_equal)
{
  guint rank = 1;
  guint equal = 0;

  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i] == KOMPASS_POINTS_UNKNOWN)
        continue;
      rank += values[i] > own ? 1 : 0;
      equal += values[i] == own ? 1 : 0;
    }
  if (n_equal != NULL)
    *n_equal = equal;

  return rank;
}
