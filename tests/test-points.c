/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points as people type and read them: what is accepted, what is refused and why, rounding, and both decimal signs. */
#include <locale.h>
#include <string.h>

#include "kompass-score.h"
#include "kompass-test-data.h"

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"
#define SWEDISH "sv_SE.UTF-8"

typedef struct
{
  const char *text;
  KompassPoints points;
} Accepted;

static const Accepted accepted[] = {
  { "0", 0 },
  { "12", 1200 },
  { "12,5", 1250 },
  { "12.5", 1250 },
  { "1,75", 175 },
  { "1.75", 175 },
  { "0,01", 1 },
  { "0.1", 10 },
  { "00012,50", 1250 },
  { " 9,4", 940 },
  { "9,4 ", 940 },
  { "\t9,4\n", 940 },
  { NBSP "9,4" NBSP, 940 },
  { " " NARROW_NBSP "9,4" NARROW_NBSP " ", 940 },
  { "000000000000000000000000000000000000000001", 100 },
  { "99999,99", KOMPASS_POINTS_LIMIT },
};

typedef struct
{
  const char *text;
  KompassPointsError code;
} Refused;

static const Refused refused[] = {
  { "", KOMPASS_POINTS_ERROR_EMPTY },
  { "   ", KOMPASS_POINTS_ERROR_EMPTY },
  { NBSP, KOMPASS_POINTS_ERROR_EMPTY },
  { "1.234,5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1,234.5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "12,,5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "12,.5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1,2,3", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "١٢", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "１２", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "½", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "NaN", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "inf", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1e3", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "0x10", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "+5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "--5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "-", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { ",5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { ".5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5,", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5.", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { ",", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1 000", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1" NBSP "000", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "1'000", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5 p", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "50%", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5\x01", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "\x7f" "5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5\x1b[2J", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "\xff\xfe", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5\xc3", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "5\xc0\xb0", KOMPASS_POINTS_ERROR_NOT_A_NUMBER },
  { "\xe2\x80\x8b" "5", KOMPASS_POINTS_ERROR_NOT_A_NUMBER }, /* a space without width is not seen, so not ignored */
  { "-5", KOMPASS_POINTS_ERROR_NEGATIVE },
  { "−5", KOMPASS_POINTS_ERROR_NEGATIVE },
  { "–5", KOMPASS_POINTS_ERROR_NEGATIVE },
  { " -0,5 ", KOMPASS_POINTS_ERROR_NEGATIVE },
  { "1,234", KOMPASS_POINTS_ERROR_DECIMALS },
  { "4.500", KOMPASS_POINTS_ERROR_DECIMALS },
  { "1,0000000000000000000000000000000000000000", KOMPASS_POINTS_ERROR_DECIMALS },
  { "100000", KOMPASS_POINTS_ERROR_TOO_LARGE },
  { "1234567890123456789012345678901234567890", KOMPASS_POINTS_ERROR_TOO_LARGE },
  { "18446744073709551617", KOMPASS_POINTS_ERROR_TOO_LARGE }, /* 2^64 + 1 */
  { "42949673,01", KOMPASS_POINTS_ERROR_TOO_LARGE },          /* 2^32 hundredths + 5 */
};

static const char * const reasons[] = {
  [KOMPASS_POINTS_ERROR_EMPTY] = "No number is written",
  [KOMPASS_POINTS_ERROR_NOT_A_NUMBER] = "Not a number: write digits, and one comma or point for decimals",
  [KOMPASS_POINTS_ERROR_NEGATIVE] = "At least 0 points",
  [KOMPASS_POINTS_ERROR_DECIMALS] = "At most two decimals",
  [KOMPASS_POINTS_ERROR_TOO_LARGE] = "At most 99999.99 points",
};

static void
test_parse_accepts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;
      KompassPoints points = -1;

      g_assert_true (kompass_points_parse (accepted[i].text, KOMPASS_POINTS_UNKNOWN, &points, &error));
      g_assert_no_error (error);
      g_assert_cmpint (points, ==, accepted[i].points);
    }
}

static void
test_parse_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      KompassPoints points = 4711;

      g_test_message ("row %u", i);
      g_assert_false (kompass_points_parse (refused[i].text, KOMPASS_POINTS_UNKNOWN, &points, &error));
      g_assert_error (error, KOMPASS_POINTS_ERROR, (int) refused[i].code);
      g_assert_cmpstr (error->message, ==, reasons[refused[i].code]);
      g_assert_cmpint (points, ==, 4711);
    }
  g_assert_false (kompass_points_parse ("", KOMPASS_POINTS_UNKNOWN, &(KompassPoints) { 0 }, NULL));
}

static void
test_parse_maximum (void)
{
  g_autoptr (GError) error = NULL;
  KompassPoints points;

  g_assert_true (kompass_points_parse ("20", 2000, &points, &error));
  g_assert_cmpint (points, ==, 2000);
  g_assert_true (kompass_points_parse ("20,00", 2000, &points, &error));
  g_assert_false (kompass_points_parse ("20,01", 2000, &points, &error));
  g_assert_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "At most 20 points");
  g_clear_error (&error);

  g_assert_false (kompass_points_parse ("9999999999999999999999", 1250, &points, &error));
  g_assert_cmpstr (error->message, ==, "At most 12.5 points");
  g_clear_error (&error);

  g_assert_true (kompass_points_parse ("0", 0, &points, &error));
  g_assert_false (kompass_points_parse ("0,01", 0, &points, &error));
  g_clear_error (&error);

  /* The limit of what can be stored holds even where a question would allow more. */
  g_assert_false (kompass_points_parse ("100000", G_MAXINT32, &points, &error));
  g_assert_cmpstr (error->message, ==, "At most 99999.99 points");
}

static void
test_parse_score (void)
{
  static const char * const nothing[] = { "", " ", "\t", NBSP, " " NBSP NARROW_NBSP };
  static const char * const dashes[] = { "-", "–", "−", " - ", NBSP "–", "\xe2\x88\x92\xc2\xa0" };
  g_autoptr (GError) error = NULL;
  KompassScore score;

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      score = KOMPASS_SCORE (4711);
      g_assert_true (kompass_score_parse (nothing[i], 2000, &score, &error));
      g_assert_true (kompass_score_equal (score, KOMPASS_SCORE_NONE));
    }
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      score = KOMPASS_SCORE (4711);
      g_assert_true (kompass_score_parse (dashes[i], 2000, &score, &error));
      g_assert_true (kompass_score_equal (score, KOMPASS_SCORE_NA));
    }
  g_assert_true (kompass_score_parse ("0", 2000, &score, &error));
  g_assert_true (kompass_score_equal (score, KOMPASS_SCORE (0)));
  g_assert_false (kompass_score_equal (score, KOMPASS_SCORE_NONE));
  g_assert_false (kompass_score_equal (KOMPASS_SCORE_NA, KOMPASS_SCORE_NONE));

  g_assert_false (kompass_score_parse ("--", 2000, &score, &error));
  g_assert_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_NOT_A_NUMBER);
  g_clear_error (&error);
  g_assert_false (kompass_score_parse ("-1", 2000, &score, &error));
  g_assert_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_NEGATIVE);
  g_clear_error (&error);
  g_assert_false (kompass_score_parse ("21", 2000, &score, &error));
  g_assert_cmpstr (error->message, ==, "At most 20 points");
  g_clear_error (&error);
  g_assert_false (kompass_score_parse ("\xff", 2000, &score, &error));
  g_assert_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_NOT_A_NUMBER);
  g_assert_true (kompass_score_equal (score, KOMPASS_SCORE (0)));
}

static void
test_format_score (void)
{
  static const KompassScore scores[] = {
    { KOMPASS_SCORE_UNSCORED, KOMPASS_POINTS_UNKNOWN },
    { KOMPASS_SCORE_NOT_APPLICABLE, KOMPASS_POINTS_UNKNOWN },
    { KOMPASS_SCORE_SCORED, 0 },
    { KOMPASS_SCORE_SCORED, 175 },
    { KOMPASS_SCORE_SCORED, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autofree char *text = kompass_score_format (scores[i], 1);
      KompassScore read;

      g_assert_true (kompass_score_parse (text, 2000, &read, NULL));
      g_assert_true (kompass_score_equal (scores[i], read));
    }
  g_assert_cmpstr (kompass_score_state_get_name (KOMPASS_SCORE_UNSCORED), ==, "unscored");
  g_assert_cmpstr (kompass_score_state_get_name (KOMPASS_SCORE_NOT_APPLICABLE), ==, "not-applicable");
  g_assert_cmpstr (kompass_score_state_get_name (KOMPASS_SCORE_SCORED), ==, "scored");
}

static void
test_rounding (void)
{
  static const struct
  {
    gint64 numerator, denominator, quotient;
  } rows[] = {
    { 0, 3, 0 },
    { 1, 3, 0 },
    { 2, 3, 1 },
    { 1, 2, 1 },
    { -1, 2, -1 },
    { 3, 2, 2 },
    { -3, 2, -2 },
    { 5, 2, 3 }, /* not to even */
    { -5, 2, -3 },
    { 4, 3, 1 },
    { -4, 3, -1 },
    { -5, 3, -2 },
    { 49, 100, 0 },
    { 50, 100, 1 },
    { -49, 100, 0 },
    { -50, 100, -1 },
    { G_MAXINT64, 1, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64 },
    { G_MAXINT64, 2, G_MAXINT64 / 2 + 1 },
    { G_MININT64, 2, G_MININT64 / 2 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MININT64, G_MAXINT64, -1 },
    { G_MAXINT64 / 2, G_MAXINT64, 0 },
    { G_MAXINT64 / 2 + 1, G_MAXINT64, 1 },
    { -(G_MAXINT64 / 2) - 1, G_MAXINT64, -1 },
    { 1, G_MAXINT64, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (kompass_divide_rounded (rows[i].numerator, rows[i].denominator), ==, rows[i].quotient);
}

static void
test_percent (void)
{
  g_assert_cmpint (kompass_percent (450, 1500), ==, 30);
  g_assert_cmpint (kompass_percent (1020, 2000), ==, 51);
  g_assert_cmpint (kompass_percent (45890, 80000), ==, 57);
  g_assert_cmpint (kompass_percent (5950, 10000), ==, 60);
  g_assert_cmpint (kompass_percent (0, 1500), ==, 0);
  g_assert_cmpint (kompass_percent (1500, 1500), ==, 100);
  g_assert_cmpint (kompass_percent (0, 0), ==, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (kompass_percent (450, -1), ==, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (kompass_percent (KOMPASS_POINTS_UNKNOWN, 1500), ==, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (kompass_percent (450, KOMPASS_POINTS_UNKNOWN), ==, KOMPASS_PERCENT_UNKNOWN);
  g_assert_cmpint (kompass_percent (KOMPASS_POINTS_LIMIT, 1), ==, 999999900);
  g_assert_cmpint (kompass_percent (G_MAXINT32, 1), >, 0);
}

typedef struct
{
  KompassPoints points;
  guint decimals;
  const char *text;
  const char *difference;
} Written;

/* "." stands for the decimal sign. */
static const Written written[] = {
  { KOMPASS_POINTS_UNKNOWN, 1, "–", "–" },
  { 0, 0, "0", "±0" },
  { 0, 1, "0.0", "±0.0" },
  { 0, 2, "0.00", "±0.00" },
  { 5, 0, "0.05", "+0.05" },
  { -5, 1, "−0.05", "−0.05" },
  { 10, 0, "0.1", "+0.1" },
  { 175, 0, "1.75", "+1.75" },
  { 175, 1, "1.75", "+1.75" },
  { 4220, 0, "42.2", "+42.2" },
  { 4220, 1, "42.2", "+42.2" },
  { 4220, 2, "42.20", "+42.20" },
  { 1500, 0, "15", "+15" },
  { 1500, 1, "15.0", "+15.0" },
  { 1500, 2, "15.00", "+15.00" },
  { 1500, 9, "15.00", "+15.00" },
  { 450, 1, "4.5", "+4.5" },
  { -780, 1, "−7.8", "−7.8" },
  { -100, 0, "−1", "−1" },
  { -101, 0, "−1.01", "−1.01" },
  { -110, 1, "−1.1", "−1.1" },
  { KOMPASS_POINTS_LIMIT, 0, "99999.99", "+99999.99" },
  { -KOMPASS_POINTS_LIMIT, 0, "−99999.99", "−99999.99" },
  { G_MAXINT32, 1, "21474836.47", "+21474836.47" },
  { -G_MAXINT32, 1, "−21474836.47", "−21474836.47" },
};

static void
check_written (const char *sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autoptr (GString) text = g_string_new (written[i].text);
      g_autoptr (GString) difference = g_string_new (written[i].difference);
      g_autofree char *got_text = kompass_points_format (written[i].points, written[i].decimals);
      g_autofree char *got_difference = kompass_points_format_difference (written[i].points, written[i].decimals);

      g_string_replace (text, ".", sign, 0);
      g_string_replace (difference, ".", sign, 0);
      g_assert_cmpstr (got_text, ==, text->str);
      g_assert_cmpstr (got_difference, ==, difference->str);
    }
}

static void
test_format (gconstpointer locale)
{
  if (!kompass_test_use_locale (locale))
    return;

  check_written (strcmp (locale, SWEDISH) == 0 ? "," : ".");
  setlocale (LC_ALL, "C");
}

static void
test_decimals (void)
{
  g_assert_cmpuint (kompass_points_decimals (1400, 0), ==, 0);
  g_assert_cmpuint (kompass_points_decimals (1400, 1), ==, 1);
  g_assert_cmpuint (kompass_points_decimals (1450, 0), ==, 1);
  g_assert_cmpuint (kompass_points_decimals (1450, 2), ==, 2);
  g_assert_cmpuint (kompass_points_decimals (175, 1), ==, 2);
  g_assert_cmpuint (kompass_points_decimals (-175, 0), ==, 2);
  g_assert_cmpuint (kompass_points_decimals (-1450, 0), ==, 1);
  g_assert_cmpuint (kompass_points_decimals (0, 0), ==, 0);
  g_assert_cmpuint (kompass_points_decimals (0, 7), ==, 2);
}

/* What a machine reads has a point and two decimals whatever the locale. */
static void
test_to_string (gconstpointer locale)
{
  static const struct
  {
    KompassPoints points;
    const char *text;
  } rows[] = {
    { 0, "0.00" }, { 5, "0.05" }, { 4220, "42.20" }, { 175, "1.75" }, { -780, "-7.80" }, { 9999999, "99999.99" },
  };

  if (!kompass_test_use_locale (locale))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = kompass_points_to_string (rows[i].points);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_null (kompass_points_to_string (KOMPASS_POINTS_UNKNOWN));
  setlocale (LC_ALL, "C");
}

static const struct
{
  const char *text;
  int percent; /* -1 where it is refused */
} percents[] = {
  { "0", 0 },        { "100", 100 },   { "57", 57 },      { " 57 ", 57 },    { "57%", 57 },
  { "57 %", 57 },    { "57\xc2\xa0%", 57 }, { "007", 7 },   { "", KOMPASS_PERCENT_UNKNOWN }, { "  ", KOMPASS_PERCENT_UNKNOWN },
  { "101", -1 },     { "57,5", -1 },   { "-1", -1 },      { "%", -1 },       { "5 7", -1 },
  { "fem", -1 },     { "57%%", -1 },   { "99999999999999999999", -1 },       { "\xff", -1 },
};

static void
test_parse_percent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (GError) error = NULL;
      int percent = -1;

      g_assert_cmpint (kompass_percent_parse (percents[i].text, &percent, &error), ==, percents[i].percent != -1);
      g_assert_cmpint (percent, ==, percents[i].percent);
      if (percents[i].percent != -1)
        continue;
      g_assert_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_PERCENT);
      g_assert_cmpstr (error->message, ==, "A percent is a whole number from 0 to 100");
    }
}

static void
test_format_percent (void)
{
  g_autofree char *some = kompass_percent_format (57);
  g_autofree char *none = kompass_percent_format (0);
  g_autofree char *unknown = kompass_percent_format (KOMPASS_PERCENT_UNKNOWN);

  g_assert_cmpstr (some, ==, "57%");
  g_assert_cmpstr (none, ==, "0%");
  g_assert_cmpstr (unknown, ==, "–");
}

/* What is written can be typed again: all points of a report, then samples up to the limit, with every number of
 * decimals. */
static void
test_round_trip (gconstpointer locale)
{
  if (!kompass_test_use_locale (locale))
    return;

  for (KompassPoints points = 0; points <= KOMPASS_POINTS_LIMIT; points += points < 100000 ? 1 : 991)
    for (guint decimals = 0; decimals <= 2; decimals++)
      {
        g_autofree char *text = kompass_points_format (points, decimals);
        KompassPoints read;

        if (!kompass_points_parse (text, KOMPASS_POINTS_UNKNOWN, &read, NULL) || read != points)
          g_error ("%d is written as “%s”, which is not read as the same", points, text);
      }
  setlocale (LC_ALL, "C");
}

/* Any bytes at all: either points within the limits or a reason. */
static void
test_parse_anything (void)
{
  static const char alphabet[] = "0123456789,.-+ \t\xc2\xa0\xe2\x88\x92\x01\xff" "eE";

  for (guint i = 0; i < 20000; i++)
    {
      char text[12] = "";
      int length = g_test_rand_int_range (0, sizeof text);
      g_autoptr (GError) error = NULL;
      KompassPoints points = -1;

      for (int j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      if (kompass_points_parse (text, 5000, &points, &error))
        g_assert_true (points >= 0 && points <= 5000 && error == NULL);
      else
        g_assert_true (error != NULL && *error->message != '\0' && points == -1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  g_test_add_func ("/points/parse/accepts", test_parse_accepts);
  g_test_add_func ("/points/parse/refuses", test_parse_refuses);
  g_test_add_func ("/points/parse/maximum", test_parse_maximum);
  g_test_add_func ("/points/parse/anything", test_parse_anything);
  g_test_add_func ("/points/score/parse", test_parse_score);
  g_test_add_func ("/points/score/format", test_format_score);
  g_test_add_func ("/points/rounding", test_rounding);
  g_test_add_func ("/points/percent", test_percent);
  g_test_add_func ("/points/decimals", test_decimals);
  g_test_add_func ("/points/parse/percent", test_parse_percent);
  g_test_add_func ("/points/format/percent", test_format_percent);
  g_test_add_data_func ("/points/format/c", "C", test_format);
  g_test_add_data_func ("/points/format/swedish", SWEDISH, test_format);
  g_test_add_data_func ("/points/to-string/c", "C", test_to_string);
  g_test_add_data_func ("/points/to-string/swedish", SWEDISH, test_to_string);
  g_test_add_data_func ("/points/round-trip/c", "C", test_round_trip);
  g_test_add_data_func ("/points/round-trip/swedish", SWEDISH, test_round_trip);

  return g_test_run ();
}
