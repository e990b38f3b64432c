/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether some unrounded values can give all the figures that a report prints at once. Reports round their points, but
 * computed totals and percents before that. Each printed figure is an interval, closed below and open above; what lies
 * below a line adds to another, and the two must meet. All ends are integers (KOMPASS_CHECK_UNITS). */
#include "kompass-printed-check.h"

/**
 * Range:
 * @low: the lowest value
 * @high: the end, which is not in it
 *
 * Some values, in units.
 */
typedef struct
{
  gint64 low;
  gint64 high;
} Range;

/**
 * Part:
 * @range: what a line can be
 * @is_known: whether anything is known of it
 * @maximum: what it is out of, in hundredths, or %KOMPASS_POINTS_UNKNOWN; 0 where nothing of it is applicable
 *
 * What a line says to the one above it.
 */
typedef struct
{
  Range range;
  gboolean is_known;
  gint64 maximum;
} Part;

/* Ranges */

static Range
range_of_points (KompassPoints points,
                 guint         decimals)
{
  static const gint64 halves[] = { 50 * KOMPASS_CHECK_UNITS, 5 * KOMPASS_CHECK_UNITS, KOMPASS_CHECK_UNITS / 2 };
  gint64 middle = (gint64) points * KOMPASS_CHECK_UNITS;
  gint64 half = halves[MIN (decimals, 2)];

  return (Range) { middle - half, middle + half };
}

/* Half a percent of a maximum of m hundredths is m / 200 of them, which is m units. */
static Range
range_of_percent (int    percent,
                  gint64 maximum)
{
  return (Range) { (2 * (gint64) percent - 1) * maximum, (2 * (gint64) percent + 1) * maximum };
}

static Range
range_up_to (gint64 maximum)
{
  return (Range) { 0, maximum == KOMPASS_POINTS_UNKNOWN ? KOMPASS_CHECK_UNBOUNDED : maximum * KOMPASS_CHECK_UNITS + 1 };
}

static gboolean
meet (Range one,
      Range other)
{
  return MAX (one.low, other.low) < MIN (one.high, other.high);
}

static Range
intersect (Range one,
           Range other)
{
  return (Range) { MAX (one.low, other.low), MIN (one.high, other.high) };
}

/* What both name where they agree, and otherwise the first. */
static Range
narrow (Range one,
        Range other)
{
  return meet (one, other) ? intersect (one, other) : one;
}

static Range
span (Range one,
      Range other)
{
  return (Range) { MIN (one.low, other.low), MAX (one.high, other.high) };
}

static gint64
divide_down (gint64 numerator,
             gint64 denominator)
{
  gint64 quotient = numerator / denominator;

  return numerator % denominator < 0 ? quotient - 1 : quotient;
}

/* Findings */

static KompassCheckItem *
add_item (GPtrArray          *items,
          const char         *where,
          KompassCheckFigure  figure,
          int                 printed,
          gint64              low,
          gint64              high)
{
  KompassCheckItem *item = g_new0 (KompassCheckItem, 1);

  item->where = g_strdup (where);
  item->figure = figure;
  item->printed = printed;
  item->low = low;
  item->high = high;
  g_ptr_array_add (items, item);

  return item;
}

static void
add_points (GPtrArray          *items,
            const char         *where,
            KompassCheckFigure  figure,
            KompassPoints       printed,
            guint               decimals,
            Range               possible,
            gboolean            by_parts)
{
  KompassCheckItem *item = add_item (items, where, figure, printed, possible.low, possible.high);
  gint64 value = (gint64) printed * KOMPASS_CHECK_UNITS;

  item->decimals = decimals;
  item->by_parts = by_parts;
  item->consistent = meet (range_of_points (printed, decimals), possible);
  if (!item->consistent)
    item->misses_by = value < possible.low ? possible.low - value : value - possible.high;
}

static void
add_percent (GPtrArray          *items,
             const char         *where,
             KompassCheckFigure  figure,
             int                 printed,
             gint64              maximum,
             Range               possible,
             gboolean            by_parts)
{
  gint64 low = divide_down (possible.low + maximum, 2 * maximum);
  gint64 high = divide_down (possible.high + maximum - 1, 2 * maximum);
  KompassCheckItem *item = add_item (items, where, figure, printed, low, high);

  item->by_parts = by_parts;
  item->consistent = printed >= low && printed <= high;
  if (!item->consistent)
    item->misses_by = printed < low ? low - printed : printed - high;
}

/* Lines */

static Part
check_question (GPtrArray   *items,
                KompassLine *line,
                guint        decimals)
{
  KompassScore score = kompass_line_get_score (line);
  const KompassPrinted *printed = kompass_line_get_printed (line);
  const char *number = kompass_line_get_number (line);
  KompassPoints maximum = kompass_line_get_maximum (line);
  gboolean has_percent = printed->percent != KOMPASS_PERCENT_UNKNOWN;
  guint written = kompass_points_decimals (score.points, decimals);
  Range percent;

  if (score.state == KOMPASS_SCORE_NOT_APPLICABLE)
    return (Part) { { 0, 0 }, FALSE, 0 };
  percent = has_percent ? range_of_percent (printed->percent, maximum) : range_up_to (maximum);
  if (score.state == KOMPASS_SCORE_UNSCORED)
    return (Part) { percent, has_percent, maximum };
  if (!has_percent)
    return (Part) { range_of_points (score.points, written), TRUE, maximum };

  add_points (items, number, KOMPASS_CHECK_POINTS, score.points, written, percent, FALSE);
  add_percent (items, number, KOMPASS_CHECK_PERCENT, printed->percent, maximum, range_of_points (score.points, written),
               FALSE);

  return (Part) { narrow (range_of_points (score.points, written), percent), TRUE, maximum };
}

/**
 * Printed:
 * @where: the number of the line
 * @points: its printed points, or %KOMPASS_POINTS_UNKNOWN
 * @percent: its printed percent, or %KOMPASS_PERCENT_UNKNOWN
 * @decimals: how many decimals of the points are printed
 * @points_figure: what its points are called
 * @percent_figure: what its percent is called
 *
 * What is printed on the line of an area or of the total.
 */
typedef struct
{
  const char *where;
  KompassPoints points;
  int percent;
  guint decimals;
  KompassCheckFigure points_figure;
  KompassCheckFigure percent_figure;
} Printed;

/* The points are held against the parts, or else against the percent; the percent against what both leave. Where the
 * figures do not meet, the line above hears of all that one of them may mean, so that one mistake is found once. */
static Part
check_sum (GPtrArray     *items,
           const Printed *printed,
           Part           parts)
{
  gboolean has_points = printed->points != KOMPASS_POINTS_UNKNOWN;
  gboolean has_percent = printed->percent != KOMPASS_PERCENT_UNKNOWN && parts.maximum != KOMPASS_POINTS_UNKNOWN &&
                         parts.maximum > 0;
  Range below = parts.is_known ? parts.range : (Range) { -KOMPASS_CHECK_UNBOUNDED, KOMPASS_CHECK_UNBOUNDED };
  Range points = has_points ? range_of_points (printed->points, printed->decimals) : below;
  Range percent = has_percent ? range_of_percent (printed->percent, parts.maximum) : points;
  Range basis = narrow (points, below);

  if (!has_points && !has_percent)
    return parts;
  if (has_points && parts.is_known)
    add_points (items, printed->where, printed->points_figure, printed->points, printed->decimals, below, TRUE);
  else if (has_points && has_percent)
    add_points (items, printed->where, printed->points_figure, printed->points, printed->decimals, percent, FALSE);
  if (has_percent && (has_points || parts.is_known))
    add_percent (items, printed->where, printed->percent_figure, printed->percent, parts.maximum, basis, !has_points);

  return (Part) { meet (points, below) ? narrow (basis, percent) : span (points, below), TRUE, parts.maximum };
}

static void
add_part (Part *sum,
          Part  part)
{
  sum->is_known = sum->is_known || part.is_known;
  sum->range.low += part.range.low;
  sum->range.high = MIN (sum->range.high + part.range.high, KOMPASS_CHECK_UNBOUNDED);
}

/* Of an area without questions, nothing is known from below. */
static Part
add_questions (KompassEvaluation *evaluation,
               guint              index,
               GPtrArray         *items)
{
  const KompassArea *area = kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), index);
  gboolean has_questions = kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS && area->n_questions > 0;
  Part sum = { { 0, 0 }, FALSE, area->maximum };

  if (!has_questions)
    return (Part) { range_up_to (area->maximum), FALSE, area->maximum };
  for (guint i = 0; i < area->n_questions; i++)
    {
      KompassLine *line = kompass_evaluation_get_question_line (evaluation, area->first_question + i);
      Part part = check_question (items, line, kompass_evaluation_get_decimals (evaluation));

      add_part (&sum, part);
      if (part.maximum == 0)
        sum.maximum -= kompass_line_get_maximum (line);
    }

  return sum;
}

static Part
check_area (KompassEvaluation *evaluation,
            guint              index,
            GPtrArray         *items)
{
  KompassLine *line = kompass_evaluation_get_area_line (evaluation, index);
  const KompassPrinted *figures = kompass_line_get_printed (line);
  Printed printed = { kompass_line_get_number (line), figures->points, figures->percent,
                      kompass_points_decimals (figures->points, kompass_evaluation_get_decimals (evaluation)),
                      KOMPASS_CHECK_AREA_POINTS, KOMPASS_CHECK_AREA_PERCENT };
  Part parts = add_questions (evaluation, index, items);

  /* Nothing is applicable: it belongs to no sum. */
  if (parts.maximum == 0 && !parts.is_known)
    return (Part) { { 0, 0 }, FALSE, 0 };

  return check_sum (items, &printed, parts);
}

static void
check_total (KompassEvaluation *evaluation,
             GPtrArray         *items)
{
  KompassLine *line = kompass_evaluation_get_total_line (evaluation);
  const KompassPrinted *figures = kompass_line_get_printed (line);
  Printed printed = { "", figures->points, figures->percent,
                      kompass_points_decimals (figures->points, kompass_evaluation_get_decimals (evaluation)),
                      KOMPASS_CHECK_TOTAL, KOMPASS_CHECK_TOTAL_PERCENT };
  Part sum = { { 0, 0 }, FALSE, 0 };
  guint i;

  for (i = 0; kompass_evaluation_get_area_line (evaluation, i) != NULL; i++)
    {
      Part part = check_area (evaluation, i, items);

      add_part (&sum, part);
      if (part.maximum == KOMPASS_POINTS_UNKNOWN || sum.maximum == KOMPASS_POINTS_UNKNOWN)
        sum.maximum = KOMPASS_POINTS_UNKNOWN;
      else
        sum.maximum += part.maximum;
    }
  if (i == 0)
    sum = (Part) { range_up_to (kompass_line_get_maximum (line)), FALSE, kompass_line_get_maximum (line) };
  check_sum (items, &printed, sum);
}

/**
 * kompass_check_printed:
 * @evaluation: an evaluation
 *
 * Checks what a report prints against itself: whether some unrounded values can give all the printed figures at once.
 * Each is an interval of half a unit of its last printed decimal to either side: 11,5 is [11,45, 11,55), 1,75 is
 * [1,745, 1,755), whole points 61 are [60,5, 61,5), and n percent of a maximum m is [(n - 0,5) m / 100,
 * (n + 0,5) m / 100). The number of printed decimals is the evaluation's; a value with more is as exact as it is
 * written. No interval ends at the maximum: 15,0 of 15 is [14,95, 15,05). What is not known can be anything up to its
 * maximum.
 *
 * What is checked is what is stored as printed, also where it no longer is the figure to show because a score has been
 * changed.
 *
 * Returns: (transfer full) (element-type KompassCheckItem): a finding for each printed figure that something can be
 *   held against, in the order of the matrix: the questions of an area, then the area, and the total last
 */
GPtrArray *
kompass_check_printed (KompassEvaluation *evaluation)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) kompass_check_item_free);

  check_total (evaluation, items);

  return items;
}

/**
 * kompass_check_is_consistent:
 * @items: (element-type KompassCheckItem): what kompass_check_printed() found
 *
 * Returns: %TRUE if all of them can be right at once
 */
gboolean
kompass_check_is_consistent (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!((const KompassCheckItem *) g_ptr_array_index (items, i))->consistent)
      return FALSE;

  return TRUE;
}

/**
 * kompass_check_count_wrong:
 * @items: (element-type KompassCheckItem): what kompass_check_printed() found
 *
 * Points and percent that only contradict each other are one figure that cannot be right: it is not known which.
 *
 * Returns: how many figures cannot be right
 */
guint
kompass_check_count_wrong (GPtrArray *items)
{
  guint n_wrong = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);

      if (!item->consistent && (item->by_parts || kompass_check_item_is_percent (item)))
        n_wrong++;
    }

  return n_wrong;
}

void
kompass_check_item_free (KompassCheckItem *item)
{
  g_free (item->where);
  g_free (item);
}

/**
 * kompass_check_item_is_percent:
 * @item: a finding
 *
 * Returns: %TRUE if it is about a percent, so that its numbers are whole percents
 */
gboolean
kompass_check_item_is_percent (const KompassCheckItem *item)
{
  return item->figure == KOMPASS_CHECK_PERCENT || item->figure == KOMPASS_CHECK_AREA_PERCENT ||
         item->figure == KOMPASS_CHECK_TOTAL_PERCENT;
}

/**
 * kompass_check_units_to_points:
 * @units: a value of the check
 *
 * Returns: the points in hundredths, rounded, or %KOMPASS_POINTS_UNKNOWN where there is no end
 */
KompassPoints
kompass_check_units_to_points (gint64 units)
{
  if (units >= KOMPASS_CHECK_UNBOUNDED)
    return KOMPASS_POINTS_UNKNOWN;

  return (KompassPoints) CLAMP (kompass_divide_rounded (units, KOMPASS_CHECK_UNITS), -G_MAXINT32, G_MAXINT32);
}

/**
 * kompass_check_figure_get_name:
 * @figure: a printed figure
 *
 * Returns: its name in files: "points", "percent", "area-points", "area-percent", "total", "total-percent"
 */
const char *
kompass_check_figure_get_name (KompassCheckFigure figure)
{
  static const char * const names[] = { "points", "percent", "area-points", "area-percent", "total", "total-percent" };

  return names[figure];
}
