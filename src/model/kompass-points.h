/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KompassPoints:
 *
 * Points in hundredths: 1,75 points are 175. Sums are sums of integers; rounding is for display only.
 */
typedef gint32 KompassPoints;

/**
 * KOMPASS_POINTS_UNKNOWN:
 *
 * No figure is known. Never 0, never guessed.
 */
#define KOMPASS_POINTS_UNKNOWN (G_MININT32)

/**
 * KOMPASS_POINTS_LIMIT:
 *
 * The largest number of points that can be stored, in hundredths: 99 999,99 points.
 */
#define KOMPASS_POINTS_LIMIT (9999999)

/**
 * KOMPASS_PERCENT_UNKNOWN:
 *
 * No percent is known.
 */
#define KOMPASS_PERCENT_UNKNOWN (G_MININT)

/**
 * KompassPointsError:
 * @KOMPASS_POINTS_ERROR_EMPTY: nothing was written
 * @KOMPASS_POINTS_ERROR_NOT_A_NUMBER: not digits with at most one comma or point
 * @KOMPASS_POINTS_ERROR_NEGATIVE: below 0
 * @KOMPASS_POINTS_ERROR_DECIMALS: more than two decimals
 * @KOMPASS_POINTS_ERROR_TOO_LARGE: above the maximum, or above what can be stored
 * @KOMPASS_POINTS_ERROR_PERCENT: not a whole percent
 */
typedef enum
{
  KOMPASS_POINTS_ERROR_EMPTY,
  KOMPASS_POINTS_ERROR_NOT_A_NUMBER,
  KOMPASS_POINTS_ERROR_NEGATIVE,
  KOMPASS_POINTS_ERROR_DECIMALS,
  KOMPASS_POINTS_ERROR_TOO_LARGE,
  KOMPASS_POINTS_ERROR_PERCENT,
} KompassPointsError;

#define KOMPASS_POINTS_ERROR (kompass_points_error_quark ())
GQuark kompass_points_error_quark (void);

gint64   kompass_divide_rounded           (gint64          numerator,
                                           gint64          denominator);
int      kompass_percent                  (KompassPoints   points,
                                           KompassPoints   maximum);
char    *kompass_points_trim              (const char     *text);
gboolean kompass_points_parse             (const char     *text,
                                           KompassPoints   maximum,
                                           KompassPoints  *points,
                                           GError        **error);
guint    kompass_points_decimals          (KompassPoints   points,
                                           guint           least);
char    *kompass_points_format            (KompassPoints   points,
                                           guint           decimals);
char    *kompass_points_format_difference (KompassPoints   difference,
                                           guint           decimals);
char    *kompass_points_to_string         (KompassPoints   points);
gboolean kompass_percent_parse            (const char     *text,
                                           int            *percent,
                                           GError        **error);
char    *kompass_percent_format           (int             percent);

G_END_DECLS
