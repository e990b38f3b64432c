/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kompass-evaluation.h"

G_BEGIN_DECLS

/**
 * KOMPASS_CHECK_UNITS:
 *
 * How many units of the check are one hundredth of a point. Half a printed decimal, and half a percent of a maximum,
 * are whole numbers of them, so that every end of an interval is an integer.
 */
#define KOMPASS_CHECK_UNITS 200

/**
 * KOMPASS_CHECK_UNBOUNDED:
 *
 * The upper end of what has no upper end.
 */
#define KOMPASS_CHECK_UNBOUNDED (G_MAXINT64 / 4096)

/**
 * KompassCheckFigure:
 * @KOMPASS_CHECK_POINTS: the points of a question, held against its printed percent
 * @KOMPASS_CHECK_PERCENT: the percent of a question, held against its points
 * @KOMPASS_CHECK_AREA_POINTS: the points of an area, held against its questions, or else against its percent
 * @KOMPASS_CHECK_AREA_PERCENT: the percent of an area, held against its questions and its points
 * @KOMPASS_CHECK_TOTAL: the grand total, held against the areas, or else against its percent
 * @KOMPASS_CHECK_TOTAL_PERCENT: the percent of the grand total, held against the areas and the total
 *
 * A printed figure that something else in the report can be held against.
 */
typedef enum
{
  KOMPASS_CHECK_POINTS,
  KOMPASS_CHECK_PERCENT,
  KOMPASS_CHECK_AREA_POINTS,
  KOMPASS_CHECK_AREA_PERCENT,
  KOMPASS_CHECK_TOTAL,
  KOMPASS_CHECK_TOTAL_PERCENT,
} KompassCheckFigure;

/**
 * KompassCheckItem:
 * @where: "1.3" for a question, "1" for an area, "" for the total
 * @figure: which of its figures
 * @printed: what is printed: points in hundredths, or whole percent
 * @decimals: how many decimals of the points are printed; 0 for a percent
 * @by_parts: whether the figure is held against what lies below it, not only against the other figure on its line
 * @low: of points, the lowest value that all else allows, in units of 1 / %KOMPASS_CHECK_UNITS hundredth; of a
 *   percent, the lowest whole percent that could be printed
 * @high: of points, the end of what all else allows, in units, which is itself not possible, or
 *   %KOMPASS_CHECK_UNBOUNDED; of a percent, the highest whole percent that could be printed
 * @misses_by: how far @printed lies outside of that, in units or in whole percents; 0 where it fits
 * @consistent: whether it fits
 *
 * What the check found for one printed figure.
 */
typedef struct
{
  char *where;
  KompassCheckFigure figure;
  int printed;
  guint decimals;
  gboolean by_parts;
  gint64 low;
  gint64 high;
  gint64 misses_by;
  gboolean consistent;
} KompassCheckItem;

GPtrArray     *kompass_check_printed             (KompassEvaluation      *evaluation);
gboolean       kompass_check_is_consistent       (GPtrArray              *items);
guint          kompass_check_count_wrong         (GPtrArray              *items);
char          *kompass_check_explain_line        (GPtrArray              *items,
                                                  const char             *where,
                                                  gboolean               *points,
                                                  gboolean               *percent);
void           kompass_check_item_free           (KompassCheckItem       *item);
gboolean       kompass_check_item_is_percent     (const KompassCheckItem *item);
KompassPoints  kompass_check_units_to_points     (gint64                  units);
char          *kompass_check_item_explain        (const KompassCheckItem *item);
const char    *kompass_check_figure_get_name     (KompassCheckFigure      figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KompassCheckItem, kompass_check_item_free)

G_END_DECLS
