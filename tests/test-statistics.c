/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics against values worked out by hand, and against a second implementation, SQL:
 *   WITH v AS (SELECT x, row_number () OVER (ORDER BY x) - 1 AS i, count (*) OVER () AS n FROM t WHERE x IS NOT NULL)
 *   SELECT sum (x * max (0, 1 - abs (i - (n - 1) * 0.25))), sum (x * max (0, 1 - abs (i - (n - 1) * 0.5))),
 *          sum (x * max (0, 1 - abs (i - (n - 1) * 0.75))), avg (x) FROM v;
 * The quartiles named in the comments are its, and also those of Python's statistics.quantiles (method="inclusive"); R
 * calls them quantile (type = 7). */
#include "kompass-statistics.h"

#define UNKNOWN KOMPASS_POINTS_UNKNOWN
#define MOST 16

typedef struct
{
  const char *name;
  gsize n_values;
  KompassPoints values[MOST];
  KompassStatistics wanted;
} Row;

static const Row rows[] = {
  { "none", 0, { 0 }, { 0, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN } },
  { "all-unknown", 2, { UNKNOWN, UNKNOWN }, { 0, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN } },
  { "one", 1, { 4220 }, { 1, 4220, 4220, UNKNOWN, UNKNOWN, 4220, 4220 } },
  { "zero-is-a-value", 2, { 0, UNKNOWN }, { 1, 0, 0, UNKNOWN, UNKNOWN, 0, 0 } },
  /* (48 + 61) / 2 = 54,5 */
  { "two", 2, { 6100, 4800 }, { 2, 5450, 5450, UNKNOWN, UNKNOWN, 4800, 6100 } },
  /* 0,01 + 0,02 = 0,03; half of it, 0,015, rounds away from zero */
  { "two-rounded", 2, { 1, 2 }, { 2, 2, 2, UNKNOWN, UNKNOWN, 1, 2 } },
  { "two-below-zero", 2, { -1, -2 }, { 2, -2, -2, UNKNOWN, UNKNOWN, -2, -1 } },
  /* 42,2 + 48 + 61 + 69 = 220,2, a quarter is 55,05; (48 + 61) / 2 = 54,5; quartiles from five members up */
  { "four", 4, { 6900, 4220, 6100, 4800 }, { 4, 5505, 5450, UNKNOWN, UNKNOWN, 4220, 6900 } },
  { "four-of-six", 6, { UNKNOWN, 6900, 4220, UNKNOWN, 6100, 4800 }, { 4, 5505, 5450, UNKNOWN, UNKNOWN, 4220, 6900 } },
  /* Places 1, 2 and 3 of 0 to 4: the values themselves. (10 + 20 + 30 + 40 + 50) / 5 = 30 */
  { "five", 5, { 5000, 1000, 4000, 2000, 3000 }, { 5, 3000, 3000, 2000, 4000, 1000, 5000 } },
  { "five-of-seven", 7, { 5000, UNKNOWN, 1000, 4000, 2000, 3000, UNKNOWN }, { 5, 3000, 3000, 2000, 4000, 1000, 5000 } },
  { "five-equal", 5, { 4200, 4200, 4200, 4200, 4200 }, { 5, 4200, 4200, 4200, 4200, 4200, 4200 } },
  /* Ties: sorted 10 10 20 20 20. Mean 80 / 5 = 16 */
  { "five-ties", 5, { 2000, 1000, 2000, 1000, 2000 }, { 5, 1600, 2000, 1000, 2000, 1000, 2000 } },
  /* Place 1,25: 20 + 0,25 × 10 = 22,5; place 2,5: 35; place 3,75: 47,5 (SQL: 22.5 35 47.5) */
  { "six", 6, { 1000, 2000, 3000, 4000, 5000, 6000 }, { 6, 3500, 3500, 2250, 4750, 1000, 6000 } },
  /* Place 1,25: 0,02 + 0,25 × 0,01 = 0,0225; place 2,5: 0,035; place 3,75: 0,0475 (SQL); each rounded once */
  { "six-rounded", 6, { 1, 2, 3, 4, 5, 6 }, { 6, 4, 4, 2, 5, 1, 6 } },
  /* Place 1,5: (20 + 30) / 2 = 25; place 4,5: 55 (SQL: 25 40 55) */
  { "seven", 7, { 7000, 1000, 2000, 3000, 4000, 5000, 6000 }, { 7, 4000, 4000, 2500, 5500, 1000, 7000 } },
  /* Totals of published evaluations of edition 2010. Sorted: 415 426 437 450 458,9 483 506 509 549 551 615 644.
   * Sum 6043,9, a twelfth is 503,658333. Place 2,75: 437 + 0,75 × 13 = 446,75; place 5,5: (483 + 506) / 2 = 494,5;
   * place 8,25: 549 + 0,25 × 2 = 549,5 (SQL: 446.75 494.5 549.5, mean 503.6583) */
  { "twelve",
    12,
    { 55100, 50600, 45000, 41500, 50900, 48300, 54900, 64400, 43700, 42600, 61500, 45890 },
    { 12, 50366, 49450, 44675, 54950, 41500, 64400 } },
  /* As above with Ängelholm's 426 unknown: sorted 415 437 450 458,9 483 506 509 549 551 615 644, sum 5617,9, an eleventh
   * is 510,718182. Place 2,5: (450 + 458,9) / 2 = 454,45; place 5: 506; place 7,5: (549 + 551) / 2 = 550 (SQL) */
  { "eleven-of-twelve",
    12,
    { 55100, 50600, 45000, 41500, 50900, 48300, 54900, 64400, 43700, UNKNOWN, 61500, 45890 },
    { 11, 51072, 50600, 45445, 55000, 41500, 64400 } },
  /* The largest points there can be do not overflow. */
  { "largest",
    6,
    { 9999999, 9999999, 9999999, 9999999, 9999999, 9999999 },
    { 6, 9999999, 9999999, 9999999, 9999999, 9999999, 9999999 } },
};

static void
assert_statistics (const KompassStatistics *got,
                   const KompassStatistics *wanted)
{
  g_assert_cmpuint (got->n, ==, wanted->n);
  g_assert_cmpint (got->mean, ==, wanted->mean);
  g_assert_cmpint (got->median, ==, wanted->median);
  g_assert_cmpint (got->lower_quartile, ==, wanted->lower_quartile);
  g_assert_cmpint (got->upper_quartile, ==, wanted->upper_quartile);
  g_assert_cmpint (got->minimum, ==, wanted->minimum);
  g_assert_cmpint (got->maximum, ==, wanted->maximum);
}

static void
test_compute (gconstpointer data)
{
  const Row *row = data;
  KompassStatistics got = kompass_statistics_compute (row->values, row->n_values);

  assert_statistics (&got, &row->wanted);
}

/* The order of the members does not matter, and the values are left as they are. */
static void
test_order (void)
{
  const Row *row = &rows[G_N_ELEMENTS (rows) - 2];
  KompassPoints values[MOST];
  KompassStatistics got;

  for (guint shift = 0; shift < row->n_values; shift++)
    {
      for (gsize i = 0; i < row->n_values; i++)
        values[(i + shift) % row->n_values] = row->values[i];
      got = kompass_statistics_compute (values, row->n_values);
      assert_statistics (&got, &row->wanted);
      for (gsize i = 0; i < row->n_values; i++)
        g_assert_cmpint (values[(i + shift) % row->n_values], ==, row->values[i]);
    }
}

/* A quantile as the formula is printed, in floating-point numbers; only where these are exact. */
static double
quantile_by_formula (const KompassPoints *sorted,
                     guint                n,
                     double               p)
{
  double h = (n - 1) * p;
  guint below = (guint) h;

  return below + 1 < n ? sorted[below] + (h - below) * (sorted[below + 1] - sorted[below]) : sorted[n - 1];
}

static void
test_formula (void)
{
  KompassPoints values[MOST];

  for (guint n = KOMPASS_QUARTILES_LEAST; n <= MOST; n++)
    for (guint step = 1; step < 40; step++)
      {
        KompassStatistics got;

        for (guint i = 0; i < n; i++)
          values[i] = (KompassPoints) (i * i * step % 97 + i * 100);
        got = kompass_statistics_compute (values, n);
        g_assert_cmpint (got.lower_quartile, ==, (KompassPoints) (quantile_by_formula (values, n, 0.25) + 0.5));
        g_assert_cmpint (got.median, ==, (KompassPoints) (quantile_by_formula (values, n, 0.5) + 0.5));
        g_assert_cmpint (got.upper_quartile, ==, (KompassPoints) (quantile_by_formula (values, n, 0.75) + 0.5));
      }
}

static void
test_rank (void)
{
  /* SQL: rank () OVER (ORDER BY x DESC) gives 61 2, 48 4, 61 2, 69 1, 42,2 5 */
  static const KompassPoints values[] = { 6100, 4800, UNKNOWN, 6100, 6900, 4220 };
  static const struct
  {
    KompassPoints own;
    guint rank, equal;
  } wanted[] = {
    { 6900, 1, 1 }, { 6100, 2, 2 }, { 4800, 4, 1 }, { 4220, 5, 1 },
    { 7000, 1, 0 }, { 6500, 2, 0 }, { 5000, 4, 0 }, { 0, 6, 0 },
  };
  guint equal;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_assert_cmpuint (kompass_statistics_rank (values, G_N_ELEMENTS (values), wanted[i].own, &equal), ==, wanted[i].rank);
      g_assert_cmpuint (equal, ==, wanted[i].equal);
    }
  g_assert_cmpuint (kompass_statistics_rank (NULL, 0, 4220, NULL), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/statistics/compute/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_compute);
    }
  g_test_add_func ("/statistics/order", test_order);
  g_test_add_func ("/statistics/formula", test_formula);
  g_test_add_func ("/statistics/rank", test_rank);

  return g_test_run ();
}
