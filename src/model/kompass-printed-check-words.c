/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check of printed figures found, in words. */
#include "kompass-printed-check.h"

#include <glib/gi18n-lib.h>

static char *
describe_line (const KompassCheckItem *item)
{
  switch (item->figure)
    {
    case KOMPASS_CHECK_POINTS:
    case KOMPASS_CHECK_PERCENT:
      /* Translators: the beginning of a sentence: "Question 2.4 is printed as 76%, …" */
      return g_strdup_printf (_("Question %s"), item->where);
    case KOMPASS_CHECK_AREA_POINTS:
    case KOMPASS_CHECK_AREA_PERCENT:
      /* Translators: the beginning of a sentence: "Area 4 is printed as 59.5 points, …" */
      return g_strdup_printf (_("Area %s"), item->where);
    case KOMPASS_CHECK_TOTAL:
    case KOMPASS_CHECK_TOTAL_PERCENT:
    default:
      /* Translators: the beginning of a sentence: "The total is printed as 458.9 points, …" */
      return g_strdup (_("The total"));
    }
}

static char *
describe_possible (const KompassCheckItem *item)
{
  gboolean is_percent = kompass_check_item_is_percent (item);
  g_autofree char *low = is_percent ? kompass_percent_format ((int) item->low)
                                    : kompass_points_format (kompass_check_units_to_points (item->low), 2);
  g_autofree char *high = is_percent ? kompass_percent_format ((int) item->high)
                                     : kompass_points_format (kompass_check_units_to_points (item->high), 2);

  if (g_strcmp0 (low, high) == 0)
    return g_steal_pointer (&low);
  if (!is_percent && item->high >= KOMPASS_CHECK_UNBOUNDED)
    /* Translators: a lower end without an upper one: "59.40 or more" */
    return g_strdup_printf (_("%s or more"), low);

  /* Translators: two numbers, points or percents: "59.40 to 59.88" */
  return g_strdup_printf (_("%s to %s"), low, high);
}

static char *
describe_miss (const KompassCheckItem *item)
{
  g_autofree char *points = NULL;

  if (kompass_check_item_is_percent (item))
    /* Translators: behind "It misses by"; the difference between two percents */
    return g_strdup_printf (ngettext ("%d percentage point", "%d percentage points", (gulong) item->misses_by),
                            (int) item->misses_by);
  points = kompass_points_format (kompass_check_units_to_points (item->misses_by), item->decimals);

  /* Translators: behind "It misses by"; a number of points, perhaps with decimals */
  return g_strdup_printf (ngettext ("%s point", "%s points", item->misses_by == 100 * KOMPASS_CHECK_UNITS ? 1 : 2), points);
}

static char *
describe_points (const KompassCheckItem *item,
                 const char             *line,
                 const char             *possible)
{
  g_autofree char *printed = kompass_points_format (item->printed, item->decimals);

  if (!item->by_parts)
    /* Translators: "Question 2.4", "11.5", "11.33 to 11.48" */
    return g_strdup_printf (_("%s is printed as %s points; its percent gives %s."), line, printed, possible);
  if (item->figure == KOMPASS_CHECK_AREA_POINTS)
    /* Translators: "Area 4", "59.5", "59.40 to 59.88" */
    return g_strdup_printf (_("%s is printed as %s points; its questions, before they are rounded, add to %s."), line,
                            printed, possible);

  /* Translators: "The total", "458.9", "458.70 to 459.05" */
  return g_strdup_printf (_("%s is printed as %s points; the areas, before they are rounded, add to %s."), line, printed,
                          possible);
}

static char *
describe_percent (const KompassCheckItem *item,
                  const char             *line,
                  const char             *possible)
{
  g_autofree char *printed = kompass_percent_format (item->printed);

  if (!item->by_parts)
    /* Translators: "Question 2.4", "76%", "76% to 77%" */
    return g_strdup_printf (_("%s is printed as %s; its points give %s."), line, printed, possible);
  if (item->figure == KOMPASS_CHECK_AREA_PERCENT)
    /* Translators: "Area 4", "60%", "59% to 60%" */
    return g_strdup_printf (_("%s is printed as %s; its questions give %s."), line, printed, possible);

  /* Translators: "The total", "57%", "57% to 58%" */
  return g_strdup_printf (_("%s is printed as %s; the areas give %s."), line, printed, possible);
}

/**
 * kompass_check_item_explain:
 * @item: a finding
 *
 * Says what is printed, what is possible, and where they do not meet, by how much the printed figure lies outside of
 * it.
 *
 * Returns: (transfer full): one or two sentences in the user's language
 */
char *
kompass_check_item_explain (const KompassCheckItem *item)
{
  g_autofree char *line = describe_line (item);
  g_autofree char *possible = describe_possible (item);
  g_autofree char *finding = kompass_check_item_is_percent (item) ? describe_percent (item, line, possible)
                                                                  : describe_points (item, line, possible);
  g_autofree char *miss = NULL;
  g_autofree char *missing = NULL;

  if (item->consistent)
    return g_steal_pointer (&finding);
  miss = describe_miss (item);
  /* Translators: by how much a printed figure lies outside of what is possible: "It misses by 0.6 points." */
  missing = g_strdup_printf (_("It misses by %s."), miss);

  return g_strconcat (finding, " ", missing, NULL);
}

/**
 * kompass_check_explain_line:
 * @items: (element-type KompassCheckItem): what kompass_check_printed() found
 * @where: the number of a line, "" for the total
 * @points: (out) (optional): whether its points cannot be right
 * @percent: (out) (optional): whether its percent cannot be right
 *
 * Says of the figures of one line which of them cannot be right, and why. Points and percent that only contradict each
 * other are both named, and the percent is the one that is said to be wrong.
 *
 * Returns: (transfer full) (nullable): some sentences in the user's language, or %NULL where all can be right
 */
char *
kompass_check_explain_line (GPtrArray  *items,
                            const char *where,
                            gboolean   *points,
                            gboolean   *percent)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean has_points = FALSE, has_percent = FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const KompassCheckItem *item = g_ptr_array_index (items, i);
      gboolean is_percent = kompass_check_item_is_percent (item);
      g_autofree char *explanation = NULL;

      if (item->consistent || g_strcmp0 (item->where, where) != 0)
        continue;
      has_points = has_points || (item->by_parts && !is_percent);
      has_percent = has_percent || is_percent;
      explanation = kompass_check_item_explain (item);
      if (words->len == 0)
        g_string_append (words, _("This cannot be right."));
      g_string_append_printf (words, " %s", explanation);
    }
  if (points != NULL)
    *points = has_points;
  if (percent != NULL)
    *percent = has_percent;

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
