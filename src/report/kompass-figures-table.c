/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures that a chart shows as a table: what stands in each cell, how rows are sorted, and the table as text. One
 * answer for screen, paper and clipboard. */
#include "kompass-figures-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What no figure can be, so that it sorts last. */
#define NO_VALUE G_MININT64

struct _KompassFiguresTable
{
  GObject parent_instance;

  KompassEvaluation *evaluation;
  GPtrArray *others;  /* of KompassComparison */
  GPtrArray *lines;   /* of KompassLine, the total or the area's sum last */
  GPtrArray *columns; /* of KompassFiguresColumn */
};

G_DEFINE_FINAL_TYPE (KompassFiguresTable, kompass_figures_table, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  KompassFiguresColumn *column = data;

  g_free (column->measure);
  g_free (column->title);
  g_free (column->name);
  g_free (column);
}

static void
kompass_figures_table_finalize (GObject *object)
{
  KompassFiguresTable *self = KOMPASS_FIGURES_TABLE (object);

  g_clear_object (&self->evaluation);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (kompass_figures_table_parent_class)->finalize (object);
}

static void
kompass_figures_table_class_init (KompassFiguresTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kompass_figures_table_finalize;
}

static void
kompass_figures_table_init (KompassFiguresTable *self)
{
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (column_free);
}

/* Columns */

static const char *
get_measure (KompassFiguresKind kind)
{
  static const char * const measures[] = {
    [KOMPASS_FIGURES_NUMBER] = N_("No."),
    [KOMPASS_FIGURES_TEXT] = N_("Area"),
    [KOMPASS_FIGURES_POINTS] = N_("Points"),
    [KOMPASS_FIGURES_MAXIMUM] = N_("Max"),
    [KOMPASS_FIGURES_PERCENT] = N_("Percent"),
    [KOMPASS_FIGURES_OTHER] = N_("Points"),
    [KOMPASS_FIGURES_DIFFERENCE] = N_("Difference"),
    /* Translators: heading of a column with places such as "3 of 12": how many are better, and one */
    [KOMPASS_FIGURES_RANK] = N_("Rank"),
    /* Translators: heading of a column: how many members of a group have a value */
    [KOMPASS_FIGURES_N] = N_("Members with a value"),
    [KOMPASS_FIGURES_MEDIAN] = N_("Median"),
    [KOMPASS_FIGURES_LOWER_QUARTILE] = N_("Lower quartile"),
    [KOMPASS_FIGURES_UPPER_QUARTILE] = N_("Upper quartile"),
    [KOMPASS_FIGURES_LOWEST] = N_("Lowest"),
    [KOMPASS_FIGURES_HIGHEST] = N_("Highest"),
  };

  return _(measures[kind]);
}

static void
add_column (KompassFiguresTable *self,
            KompassFiguresKind   kind,
            int                  other,
            const char          *measure,
            const char          *name)
{
  KompassFiguresColumn *column = g_new0 (KompassFiguresColumn, 1);

  column->kind = kind;
  column->other = other;
  column->measure = g_strdup (measure != NULL ? measure : get_measure (kind));
  column->title = g_strdup (kind == KOMPASS_FIGURES_OTHER && measure == NULL ? name : column->measure);
  column->name = g_strdup (name);
  g_ptr_array_add (self->columns, column);
}

static KompassComparison *
get_other (KompassFiguresTable *self,
           int                  other)
{
  return other >= 0 ? g_ptr_array_index (self->others, (guint) other) : NULL;
}

static void
add_columns_of (KompassFiguresTable *self,
                int                  other)
{
  KompassComparison *comparison = get_other (self, other);
  KompassProfile *profile = kompass_comparison_get_other (comparison);
  KompassProfileKind kind = kompass_profile_get_kind (profile);
  g_autofree char *name = kompass_profile_get_display_name (profile);

  add_column (self, KOMPASS_FIGURES_OTHER, other, kind != KOMPASS_PROFILE_EVALUATION ? _("Mean") : NULL, name);
  add_column (self, KOMPASS_FIGURES_DIFFERENCE, other, NULL, name);
  if (kind != KOMPASS_PROFILE_GROUP)
    return;
  for (int i = KOMPASS_FIGURES_RANK; i <= KOMPASS_FIGURES_HIGHEST; i++)
    add_column (self, (KompassFiguresKind) i, other, NULL, name);
}

static void
add_columns (KompassFiguresTable *self,
             int                  area)
{
  const char *own = kompass_evaluation_get_title (self->evaluation);

  add_column (self, KOMPASS_FIGURES_NUMBER, -1, NULL, NULL);
  add_column (self, KOMPASS_FIGURES_TEXT, -1, area == KOMPASS_FIGURES_ALL_AREAS ? NULL : _("Question"), NULL);
  for (int i = KOMPASS_FIGURES_POINTS; i <= KOMPASS_FIGURES_PERCENT; i++)
    add_column (self, (KompassFiguresKind) i, -1, NULL, own);
  for (guint i = 0; i < self->others->len; i++)
    add_columns_of (self, (int) i);
}

static void
add_lines (KompassFiguresTable *self,
           int                  area)
{
  KompassEdition *edition = kompass_evaluation_get_edition (self->evaluation);
  KompassLine *line;

  if (area == KOMPASS_FIGURES_ALL_AREAS || edition == NULL)
    {
      for (guint i = 0; (line = kompass_evaluation_get_area_line (self->evaluation, i)) != NULL; i++)
        g_ptr_array_add (self->lines, g_object_ref (line));
      g_ptr_array_add (self->lines, g_object_ref (kompass_evaluation_get_total_line (self->evaluation)));
      return;
    }
  for (guint i = 0; i < kompass_edition_get_n_questions (edition); i++)
    if (kompass_edition_get_question (edition, i)->area == (guint) area &&
        (line = kompass_evaluation_get_question_line (self->evaluation, i)) != NULL)
      g_ptr_array_add (self->lines, g_object_ref (line));
  line = kompass_evaluation_get_area_line (self->evaluation, (guint) area);
  if (line != NULL)
    g_ptr_array_add (self->lines, g_object_ref (line));
}

/* Figures */

static const KompassStatistics *
get_statistics (KompassFiguresTable *self,
                KompassLine         *line,
                int                  other)
{
  KompassProfile *profile = kompass_comparison_get_profile (get_other (self, other));

  return profile != NULL ? kompass_profile_get_statistics (profile, kompass_line_get_kind (line),
                                                           kompass_line_get_index (line))
                         : NULL;
}

static gboolean
get_rank (KompassFiguresTable *self,
          KompassLine         *line,
          int                  other,
          guint               *rank,
          guint               *of)
{
  KompassProfile *profile = kompass_comparison_get_profile (get_other (self, other));

  return profile != NULL && kompass_profile_get_rank (profile, self->evaluation, kompass_line_get_kind (line),
                                                      kompass_line_get_index (line), rank, of);
}

/* The other's total where it is known only as lying within bounds, on the own scale. */
static gboolean
get_band (KompassFiguresTable *self,
          KompassLine         *line,
          int                  other,
          KompassPoints       *low,
          KompassPoints       *high)
{
  return kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL &&
         kompass_comparison_get_band (get_other (self, other), low, high);
}

static gboolean
get_difference_band (KompassFiguresTable *self,
                     KompassLine         *line,
                     int                  other,
                     KompassPoints       *low,
                     KompassPoints       *high)
{
  return kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL &&
         kompass_comparison_get_difference_band (get_other (self, other), low, high);
}

static gint64
get_statistic (const KompassStatistics *statistics,
               KompassFiguresKind       kind)
{
  KompassPoints points = KOMPASS_POINTS_UNKNOWN;

  if (statistics == NULL)
    return NO_VALUE;
  if (kind == KOMPASS_FIGURES_N)
    return statistics->n;
  points = kind == KOMPASS_FIGURES_MEDIAN           ? statistics->median
           : kind == KOMPASS_FIGURES_LOWER_QUARTILE ? statistics->lower_quartile
           : kind == KOMPASS_FIGURES_UPPER_QUARTILE ? statistics->upper_quartile
           : kind == KOMPASS_FIGURES_LOWEST         ? statistics->minimum
                                                    : statistics->maximum;

  return points != KOMPASS_POINTS_UNKNOWN ? points : NO_VALUE;
}

static gint64
or_none (gint64 points)
{
  return points != KOMPASS_POINTS_UNKNOWN ? points : NO_VALUE;
}

/* What a cell sorts by: hundredths, percent or a count. */
static gint64
get_value (KompassFiguresTable *self,
           guint                row,
           guint                index)
{
  const KompassFiguresColumn *column = g_ptr_array_index (self->columns, index);
  KompassLine *line = g_ptr_array_index (self->lines, row);
  const KompassFigures *figures = kompass_line_get_figures (line);
  KompassPoints low, high;
  guint rank, of;

  switch (column->kind)
    {
    case KOMPASS_FIGURES_NUMBER:
    case KOMPASS_FIGURES_TEXT:
      return row;
    case KOMPASS_FIGURES_POINTS:
      return or_none (figures->points);
    case KOMPASS_FIGURES_MAXIMUM:
      return or_none (kompass_figures_get_shown_maximum (figures));
    case KOMPASS_FIGURES_PERCENT:
      return figures->percent != KOMPASS_PERCENT_UNKNOWN ? figures->percent : NO_VALUE;
    case KOMPASS_FIGURES_OTHER:
      return get_band (self, line, column->other, &low, &high)
                 ? low
                 : or_none (kompass_comparison_get_points (get_other (self, column->other), line));
    case KOMPASS_FIGURES_DIFFERENCE:
      return get_difference_band (self, line, column->other, &low, &high)
                 ? low
                 : or_none (kompass_comparison_get_difference (get_other (self, column->other), line));
    case KOMPASS_FIGURES_RANK:
      return get_rank (self, line, column->other, &rank, &of) ? (gint64) rank : NO_VALUE;
    case KOMPASS_FIGURES_N:
    case KOMPASS_FIGURES_MEDIAN:
    case KOMPASS_FIGURES_LOWER_QUARTILE:
    case KOMPASS_FIGURES_UPPER_QUARTILE:
    case KOMPASS_FIGURES_LOWEST:
    case KOMPASS_FIGURES_HIGHEST:
    default:
      return get_statistic (get_statistics (self, line, column->other), column->kind);
    }
}

/* Words */

static guint
get_decimals (KompassFiguresTable        *self,
              const KompassFiguresColumn *column)
{
  KompassProfile *profile = column->other >= 0 ? kompass_comparison_get_other (get_other (self, column->other)) : NULL;

  if (profile == NULL)
    return column->kind == KOMPASS_FIGURES_POINTS ? kompass_evaluation_get_decimals (self->evaluation) : 0;

  return column->kind == KOMPASS_FIGURES_DIFFERENCE ? kompass_compare_decimals (self->evaluation, profile)
                                                    : kompass_profile_get_decimals (profile);
}

static char *
format_range (KompassPoints low,
              KompassPoints high,
              guint         decimals,
              gboolean      is_difference)
{
  g_autofree char *from = is_difference ? kompass_points_format_difference (low, decimals)
                                        : kompass_points_format (low, decimals);
  g_autofree char *to = is_difference ? kompass_points_format_difference (high, decimals)
                                      : kompass_points_format (high, decimals);

  /* Translators: the ends of a band of points: "480–500" */
  return low == high ? g_strdup (from) : g_strdup_printf (C_("band of points", "%s–%s"), from, to);
}

static char *
format_band (KompassFiguresTable        *self,
             const KompassFiguresColumn *column,
             KompassLine                *line)
{
  guint decimals = get_decimals (self, column);
  KompassPoints low, high;

  if (column->kind == KOMPASS_FIGURES_OTHER && get_band (self, line, column->other, &low, &high))
    return format_range (low, high, decimals, FALSE);
  if (column->kind == KOMPASS_FIGURES_DIFFERENCE && get_difference_band (self, line, column->other, &low, &high))
    return format_range (low, high, decimals, TRUE);

  return NULL;
}

static char *
format_rank (KompassFiguresTable        *self,
             const KompassFiguresColumn *column,
             KompassLine                *line)
{
  guint rank, of;

  if (!get_rank (self, line, column->other, &rank, &of))
    return kompass_points_format (KOMPASS_POINTS_UNKNOWN, 0);

  /* Translators: a place, and among how many: "3 of 12" */
  return g_strdup_printf (C_("rank", "%u of %u"), rank, of);
}

static char *
format_value (KompassFiguresTable        *self,
              const KompassFiguresColumn *column,
              gint64                      value)
{
  KompassPoints points = value != NO_VALUE ? (KompassPoints) value : KOMPASS_POINTS_UNKNOWN;

  if (column->kind == KOMPASS_FIGURES_PERCENT)
    return kompass_percent_format (value != NO_VALUE ? (int) value : KOMPASS_PERCENT_UNKNOWN);
  if (column->kind == KOMPASS_FIGURES_DIFFERENCE)
    return kompass_points_format_difference (points, get_decimals (self, column));
  if (column->kind == KOMPASS_FIGURES_N && value != NO_VALUE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return kompass_points_format (points, get_decimals (self, column));
}

/* Public functions */

/**
 * kompass_figures_table_new:
 * @evaluation: an evaluation
 * @others: (array length=n_others) (nullable): what it is compared with
 * @n_others: how many
 * @area: index of the area whose questions to show, or %KOMPASS_FIGURES_ALL_AREAS
 *
 * Makes the table of the areas with the total, or of an area's questions with their sum. It shows what the evaluation holds
 * when it is asked. What cannot be compared has no columns.
 *
 * Returns: (transfer full): the table
 */
KompassFiguresTable *
kompass_figures_table_new (KompassEvaluation         *evaluation,
                           KompassComparison * const *others,
                           guint                      n_others,
                           int                        area)
{
  KompassFiguresTable *self = g_object_new (KOMPASS_TYPE_FIGURES_TABLE, NULL);

  self->evaluation = g_object_ref (evaluation);
  for (guint i = 0; i < n_others; i++)
    if (kompass_comparison_get_comparable (others[i]) != KOMPASS_COMPARABLE_NONE)
      g_ptr_array_add (self->others, g_object_ref (others[i]));
  add_columns (self, area);
  add_lines (self, area);

  return self;
}

guint
kompass_figures_table_get_n_columns (KompassFiguresTable *self)
{
  return self->columns->len;
}

/**
 * kompass_figures_table_get_column:
 * @self: a table
 * @column: index of a column
 *
 * Returns: (transfer none): what it shows
 */
const KompassFiguresColumn *
kompass_figures_table_get_column (KompassFiguresTable *self,
                                  guint                column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/**
 * kompass_figures_table_is_detail:
 * @self: a table
 * @column: index of a column
 *
 * Returns: %TRUE if the column is told of where somebody asks, instead of shown
 */
gboolean
kompass_figures_table_is_detail (KompassFiguresTable *self,
                                 guint                column)
{
  return kompass_figures_table_get_column (self, column)->kind >= KOMPASS_FIGURES_N;
}

/**
 * kompass_figures_table_has_columns_of:
 * @self: a table
 * @other: another table
 *
 * Returns: %TRUE if the columns of both show the same, whatever the names over them
 */
gboolean
kompass_figures_table_has_columns_of (KompassFiguresTable *self,
                                      KompassFiguresTable *other)
{
  if (self->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KompassFiguresColumn *one = g_ptr_array_index (self->columns, i);
      const KompassFiguresColumn *two = g_ptr_array_index (other->columns, i);

      if (one->kind != two->kind || one->other != two->other)
        return FALSE;
    }

  return TRUE;
}

/**
 * kompass_figures_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, the last of which is the total or the sum
 */
guint
kompass_figures_table_get_n_rows (KompassFiguresTable *self)
{
  return self->lines->len;
}

/**
 * kompass_figures_table_get_line:
 * @self: a table
 * @row: index of a row
 *
 * Returns: (transfer none): the line of the evaluation in that row
 */
KompassLine *
kompass_figures_table_get_line (KompassFiguresTable *self,
                                guint                row)
{
  g_return_val_if_fail (row < self->lines->len, NULL);

  return g_ptr_array_index (self->lines, row);
}

/**
 * kompass_figures_table_dup_text:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer full): what stands there, in the user's language
 */
char *
kompass_figures_table_dup_text (KompassFiguresTable *self,
                                guint                row,
                                guint                column)
{
  const KompassFiguresColumn *about = kompass_figures_table_get_column (self, column);
  KompassLine *line = kompass_figures_table_get_line (self, row);
  char *band;

  if (about->kind == KOMPASS_FIGURES_NUMBER)
    return g_strdup (row + 1 < self->lines->len ? kompass_line_get_number (line) : "");
  if (about->kind == KOMPASS_FIGURES_TEXT)
    return g_strdup (row + 1 < self->lines->len                          ? kompass_line_get_text (line)
                     : kompass_line_get_kind (line) == KOMPASS_LINE_TOTAL ? _("Total")
                                                                          : _("Sum"));
  if (about->kind == KOMPASS_FIGURES_RANK)
    return format_rank (self, about, line);
  band = format_band (self, about, line);
  if (band != NULL)
    return band;

  return format_value (self, about, get_value (self, row, column));
}

static void
append_statistics (GString                 *text,
                   const KompassStatistics *statistics,
                   guint                    decimals)
{
  gint64 lower = get_statistic (statistics, KOMPASS_FIGURES_LOWER_QUARTILE);
  gint64 upper = get_statistic (statistics, KOMPASS_FIGURES_UPPER_QUARTILE);

  if (statistics->median != KOMPASS_POINTS_UNKNOWN)
    {
      g_autofree char *median = kompass_points_format (statistics->median, decimals);

      g_string_append_c (text, '\n');
      /* Translators: the median of the points of a group's members */
      g_string_append_printf (text, _("Median %s"), median);
    }
  if (lower != NO_VALUE && upper != NO_VALUE)
    {
      g_autofree char *range = format_range ((KompassPoints) lower, (KompassPoints) upper, decimals, FALSE);

      g_string_append_c (text, '\n');
      /* Translators: the range of points between the lower and the upper quartile: "Quartiles 41–56" */
      g_string_append_printf (text, _("Quartiles %s"), range);
    }
  if (statistics->n > 0)
    {
      g_autofree char *range = format_range (statistics->minimum, statistics->maximum, decimals, FALSE);

      g_string_append_c (text, '\n');
      /* Translators: the range of points from the lowest to the highest: "Lowest to highest 20–81" */
      g_string_append_printf (text, _("Lowest to highest %s"), range);
    }
}

/**
 * kompass_figures_table_describe_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer full) (nullable): what there is to know of a group's figure there: the number of members with a value,
 *   median, quartiles and range, on lines of their own; %NULL where there is nothing more
 */
char *
kompass_figures_table_describe_cell (KompassFiguresTable *self,
                                     guint                row,
                                     guint                column)
{
  const KompassFiguresColumn *about = kompass_figures_table_get_column (self, column);
  KompassLine *line = kompass_figures_table_get_line (self, row);
  const KompassStatistics *statistics = about->other >= 0 ? get_statistics (self, line, about->other) : NULL;
  g_autoptr (GString) text = NULL;
  KompassProfile *profile;

  if (statistics == NULL)
    return NULL;
  profile = kompass_comparison_get_other (get_other (self, about->other));
  text = g_string_new (NULL);
  /* Translators: how many members of a group have a value for a figure, and how many there are: "Mean of 11 of 12" */
  g_string_append_printf (text, _("Mean of %u of %u"), statistics->n, kompass_profile_get_members (profile));
  append_statistics (text, statistics, kompass_profile_get_decimals (profile));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
begins_other (KompassFiguresTable *self,
              guint                column)
{
  return kompass_figures_table_get_column (self, column)->kind == KOMPASS_FIGURES_OTHER;
}

/**
 * kompass_figures_table_describe_row:
 * @self: a table
 * @row: index of a row
 *
 * Returns: (transfer full): all that is shown in the row in words, for those who cannot see which column a figure is in
 */
char *
kompass_figures_table_describe_row (KompassFiguresTable *self,
                                    guint                row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KompassFiguresColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *cell = kompass_figures_table_dup_text (self, row, i);

      if (kompass_figures_table_is_detail (self, i) || *cell == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, begins_other (self, i) ? "; " : ", ");
      if (begins_other (self, i))
        g_string_append_printf (text, "%s: ", column->name);
      if (column->kind > KOMPASS_FIGURES_TEXT)
        g_string_append_printf (text, "%s ", column->measure);
      g_string_append (text, cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kompass_figures_table_compare:
 * @self: a table
 * @one: index of a row
 * @other: index of another
 * @column: index of the column to sort by
 * @descending: whether the largest is to come first
 *
 * The order of two rows. What is not known comes last, whichever way rows are sorted; what is equal stays in the order of the
 * edition.
 *
 * Returns: negative, 0 or positive, as the first is before, is or is after the other
 */
int
kompass_figures_table_compare (KompassFiguresTable *self,
                               guint                one,
                               guint                other,
                               guint                column,
                               gboolean             descending)
{
  gint64 first = get_value (self, one, column);
  gint64 second = get_value (self, other, column);
  int order = first < second ? -1 : first > second ? 1 : 0;

  if (kompass_figures_table_get_column (self, column)->kind == KOMPASS_FIGURES_TEXT)
    order = g_utf8_collate (kompass_line_get_text (kompass_figures_table_get_line (self, one)),
                            kompass_line_get_text (kompass_figures_table_get_line (self, other)));
  else if ((first == NO_VALUE) != (second == NO_VALUE))
    return first == NO_VALUE ? 1 : -1;
  if (order == 0)
    return one < other ? -1 : one > other ? 1 : 0;

  return descending ? -order : order;
}

/* A cell as a spreadsheet reads it: a plain minus, no plus, no sign for percent, nothing where nothing is known. */
static char *
dup_plain (KompassFiguresTable *self,
           guint                row,
           guint                column)
{
  const KompassFiguresColumn *about = kompass_figures_table_get_column (self, column);
  gint64 value = get_value (self, row, column);
  KompassLine *line = kompass_figures_table_get_line (self, row);
  char *band;

  if (about->kind <= KOMPASS_FIGURES_TEXT)
    return kompass_figures_table_dup_text (self, row, column);
  band = format_band (self, about, line);
  if (band != NULL)
    return band;
  if (value == NO_VALUE)
    return g_strdup ("");
  if (about->kind == KOMPASS_FIGURES_PERCENT || about->kind == KOMPASS_FIGURES_N || about->kind == KOMPASS_FIGURES_RANK)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);

  {
    g_autofree char *number = kompass_points_format ((KompassPoints) ABS (value), get_decimals (self, about));

    return value < 0 ? g_strconcat ("-", number, NULL) : g_steal_pointer (&number);
  }
}

/**
 * kompass_figures_table_to_text:
 * @self: a table
 * @order: (array length=n_rows): indices of the rows, in the order in which they are to be
 * @n_rows: how many
 *
 * Writes the table as spreadsheets put theirs on the clipboard: a heading, then a row per line, with tabs between columns
 * and numbers in the form of the locale. It has the details, too: n, median, quartiles, lowest and highest of a group.
 *
 * Returns: (transfer full): the text
 */
char *
kompass_figures_table_to_text (KompassFiguresTable *self,
                               const guint         *order,
                               guint                n_rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KompassFiguresColumn *column = g_ptr_array_index (self->columns, i);

      g_string_append (text, i > 0 ? "\t" : "");
      if (column->name != NULL)
        /* Translators: heading of a copied column: whose, and what: "Lund 2011, Points" */
        g_string_append_printf (text, C_("copied column", "%s, %s"), column->name, column->measure);
      else
        g_string_append (text, column->title);
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *cell = dup_plain (self, order[row], i);

          g_strdelimit (cell, "\t\n\r", ' ');
          g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
