/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact points in hundredths: reading what a person typed, and the one place where figures are rounded and written. */
#include "kompass-points.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define DASH "–"
#define MINUS "\xe2\x88\x92" /* U+2212 */

G_DEFINE_QUARK (kompass-points-error-quark, kompass_points_error)

/**
 * kompass_divide_rounded:
 * @numerator: any number
 * @denominator: a number above 0
 *
 * Divides and rounds half away from zero: the only rounding in the program.
 *
 * Returns: the rounded quotient
 */
gint64
kompass_divide_rounded (gint64 numerator,
                        gint64 denominator)
{
  gint64 quotient;
  gint64 rest;

  g_return_val_if_fail (denominator > 0, 0);

  quotient = numerator / denominator;
  rest = ABS (numerator % denominator);
  if (rest < denominator - rest)
    return quotient;

  return numerator < 0 ? quotient - 1 : quotient + 1;
}

/**
 * kompass_percent:
 * @points: points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @maximum: the maximum in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Returns: whole percent of the maximum, or %KOMPASS_PERCENT_UNKNOWN where either is unknown or the maximum is 0
 */
int
kompass_percent (KompassPoints points,
                 KompassPoints maximum)
{
  gint64 percent;

  if (points == KOMPASS_POINTS_UNKNOWN || maximum == KOMPASS_POINTS_UNKNOWN || maximum <= 0)
    return KOMPASS_PERCENT_UNKNOWN;

  percent = kompass_divide_rounded ((gint64) points * 100, maximum);

  return (int) CLAMP (percent, -G_MAXINT, G_MAXINT);
}

/**
 * kompass_points_trim:
 * @text: what was typed, in UTF-8
 *
 * A cell copied from a table may come with spaces of any kind around it, also no-break ones.
 *
 * Returns: (transfer full): the text without the spaces around it
 */
char *
kompass_points_trim (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  return g_strndup (start, end - start);
}

/* Digits, then at most one comma or point with digits after it; nothing else. */
static gboolean
is_number (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  const char *rest = text + whole;

  if (whole == 0)
    return FALSE;
  if (*rest == '\0')
    return TRUE;
  if (*rest != ',' && *rest != '.')
    return FALSE;
  rest++;

  return *rest != '\0' && rest[strspn (rest, "0123456789")] == '\0';
}

static const char *
skip_minus (const char *text)
{
  if (*text == '-')
    return text + 1;
  if (g_str_has_prefix (text, MINUS))
    return text + strlen (MINUS);
  if (g_str_has_prefix (text, DASH))
    return text + strlen (DASH);

  return NULL;
}

static gboolean
set_above_maximum (KompassPoints   maximum,
                   GError        **error)
{
  g_autofree char *limit = kompass_points_format (maximum, 0);

  /* Translators: a typed score is above the maximum of its question; %s is a number such as "20" */
  g_set_error (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_TOO_LARGE, _("At most %s points"), limit);

  return FALSE;
}

static gboolean
check_form (const char  *text,
            GError     **error)
{
  const char *positive = skip_minus (text);

  if (*text == '\0')
    {
      g_set_error_literal (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_EMPTY, _("No number is written"));
      return FALSE;
    }
  if (positive != NULL && is_number (positive))
    {
      g_set_error_literal (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_NEGATIVE, _("At least 0 points"));
      return FALSE;
    }
  if (!is_number (text))
    {
      g_set_error_literal (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_NOT_A_NUMBER,
                           _("Not a number: write digits, and one comma or point for decimals"));
      return FALSE;
    }

  return TRUE;
}

/**
 * kompass_points_parse:
 * @text: what was typed: digits, and one comma or point for decimals; spaces around it are ignored
 * @maximum: the largest value allowed, in hundredths, or %KOMPASS_POINTS_UNKNOWN for no other limit than
 *   %KOMPASS_POINTS_LIMIT
 * @points: (out): the points in hundredths
 * @error: return location for a #KOMPASS_POINTS_ERROR, whose message is for the person who typed
 *
 * Reads points the way a Swedish or English keyboard writes them. Thousand separators, exponents, signs and other
 * scripts' digits are refused, as is a third decimal: 4.500 could be meant as four thousand five hundred.
 *
 * Returns: %TRUE when @points is set
 */
gboolean
kompass_points_parse (const char     *text,
                      KompassPoints   maximum,
                      KompassPoints  *points,
                      GError        **error)
{
  g_autofree char *plain = NULL;
  const char *decimals;
  gint64 value = 0;

  g_return_val_if_fail (text != NULL && points != NULL, FALSE);

  plain = g_utf8_validate (text, -1, NULL) ? kompass_points_trim (text) : g_strdup ("?");
  if (!check_form (plain, error))
    return FALSE;

  decimals = strpbrk (plain, ",.");
  if (decimals != NULL && strlen (decimals) > 3)
    {
      g_set_error_literal (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_DECIMALS, _("At most two decimals"));
      return FALSE;
    }
  for (const char *p = plain; p != decimals && *p != '\0' && value <= KOMPASS_POINTS_LIMIT; p++)
    value = value * 10 + (*p - '0');
  value *= 100;
  if (decimals != NULL)
    value += (decimals[1] - '0') * 10 + (decimals[2] != '\0' ? decimals[2] - '0' : 0);

  if (maximum != KOMPASS_POINTS_UNKNOWN && value > maximum)
    return set_above_maximum (maximum, error);
  if (value > KOMPASS_POINTS_LIMIT)
    return set_above_maximum (KOMPASS_POINTS_LIMIT, error);
  *points = (KompassPoints) value;

  return TRUE;
}

/**
 * kompass_points_decimals:
 * @points: points in hundredths
 * @least: how many decimals to show at the least, 0 to 2
 *
 * Returns: how many decimals @points needs, never fewer than @least
 */
guint
kompass_points_decimals (KompassPoints points,
                         guint         least)
{
  guint needed = points % 10 != 0 ? 2 : points % 100 != 0 ? 1 : 0;

  return MAX (needed, MIN (least, 2));
}

static char *
write_points (KompassPoints  points,
              guint          decimals,
              const char    *separator)
{
  guint magnitude = (guint) ABS ((gint64) points);

  switch (kompass_points_decimals (points, decimals))
    {
    case 0:
      return g_strdup_printf ("%u", magnitude / 100);
    case 1:
      return g_strdup_printf ("%u%s%u", magnitude / 100, separator, magnitude / 10 % 10);
    default:
      return g_strdup_printf ("%u%s%02u", magnitude / 100, separator, magnitude % 100);
    }
}

/**
 * kompass_points_format:
 * @points: points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @decimals: how many decimals to show at the least: those of the evaluation (1 for Lund 2011)
 *
 * Writes points for a person, with the decimal sign of the locale: "42,2", "1,75", "15,0", and "–" where unknown.
 *
 * Returns: (transfer full): the text
 */
char *
kompass_points_format (KompassPoints points,
                       guint         decimals)
{
  g_autofree char *number = NULL;

  if (points == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (DASH);
  number = write_points (points, decimals, localeconv ()->decimal_point);

  return points < 0 ? g_strconcat (MINUS, number, NULL) : g_steal_pointer (&number);
}

/**
 * kompass_points_format_difference:
 * @difference: a difference in hundredths, or %KOMPASS_POINTS_UNKNOWN
 * @decimals: how many decimals to show at the least
 *
 * As kompass_points_format(), with a sign: "+4,5", "−7,8", "±0".
 *
 * Returns: (transfer full): the text
 */
char *
kompass_points_format_difference (KompassPoints difference,
                                  guint         decimals)
{
  g_autofree char *number = NULL;

  if (difference == KOMPASS_POINTS_UNKNOWN)
    return g_strdup (DASH);
  number = write_points (difference, decimals, localeconv ()->decimal_point);

  return g_strconcat (difference > 0 ? "+" : difference < 0 ? MINUS : "±", number, NULL);
}

/**
 * kompass_points_to_string:
 * @points: points in hundredths, or %KOMPASS_POINTS_UNKNOWN
 *
 * Writes points for a machine: a point and two decimals, whatever the locale ("42.20", "-7.80").
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where unknown
 */
char *
kompass_points_to_string (KompassPoints points)
{
  g_autofree char *number = NULL;

  if (points == KOMPASS_POINTS_UNKNOWN)
    return NULL;
  number = write_points (points, 2, ".");

  return points < 0 ? g_strconcat ("-", number, NULL) : g_steal_pointer (&number);
}

/**
 * kompass_percent_parse:
 * @text: what was typed: digits, perhaps with a percent sign; spaces around them are ignored
 * @percent: (out): whole percent, or %KOMPASS_PERCENT_UNKNOWN where nothing is written
 * @error: return location for a #KOMPASS_POINTS_ERROR, whose message is for the person who typed
 *
 * Reads a percent as reports print it: a whole number from 0 to 100.
 *
 * Returns: %TRUE when @percent is set
 */
gboolean
kompass_percent_parse (const char  *text,
                       int         *percent,
                       GError     **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *digits = NULL;
  int value = 0;

  g_return_val_if_fail (text != NULL && percent != NULL, FALSE);

  plain = g_utf8_validate (text, -1, NULL) ? kompass_points_trim (text) : g_strdup ("?");
  if (*plain == '\0')
    {
      *percent = KOMPASS_PERCENT_UNKNOWN;
      return TRUE;
    }
  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';
  digits = kompass_points_trim (plain);
  for (const char *p = digits; g_ascii_isdigit (*p) && value <= 100; p++)
    value = value * 10 + (*p - '0');
  if (*digits == '\0' || digits[strspn (digits, "0123456789")] != '\0' || value > 100)
    {
      g_set_error_literal (error, KOMPASS_POINTS_ERROR, KOMPASS_POINTS_ERROR_PERCENT,
                           _("A percent is a whole number from 0 to 100"));
      return FALSE;
    }
  *percent = value;

  return TRUE;
}

/**
 * kompass_percent_format:
 * @percent: whole percent, or %KOMPASS_PERCENT_UNKNOWN
 *
 * Writes percent for a person, as the language does: "57 %" in Swedish, "57%" in English, "–" where unknown.
 *
 * Returns: (transfer full): the text
 */
char *
kompass_percent_format (int percent)
{
  if (percent == KOMPASS_PERCENT_UNKNOWN)
    return g_strdup (DASH);

  /* Translators: whole percent; Swedish has a no-break space before the sign */
  return g_strdup_printf (_("%d%%"), percent);
}
