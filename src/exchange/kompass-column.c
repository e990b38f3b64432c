/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of scores, or of what a report prints, as text, the way spreadsheets put them on the clipboard: rows by line
 * breaks, columns by tabs. */
#include "kompass-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many characters of a refused cell a message shows. */
#define MAX_QUOTED 30

G_DEFINE_QUARK (kompass-column-error-quark, kompass_column_error)

/**
 * Kind:
 * @takes: whether such a figure can be set on a line
 * @read: reads one as it is written for a line
 * @is_last: whether a table has such figures behind all others, instead of before their maxima
 *
 * What is in a column. A printed figure is read as a score of as much, which is hundredths or whole percent.
 */
typedef struct
{
  gboolean (*takes) (KompassLine *line);
  gboolean (*read) (KompassLine *line, const char *cell, KompassScore *score, GError **error);
  gboolean is_last;
} Kind;

static gboolean
read_score (KompassLine   *line,
            const char    *cell,
            KompassScore  *score,
            GError       **error)
{
  return kompass_score_parse (cell, kompass_line_get_maximum (line), score, error);
}

static gboolean
takes_points (KompassLine *line)
{
  return kompass_column_takes_printed (line, KOMPASS_PRINTED_POINTS);
}

static gboolean
read_points (KompassLine   *line,
             const char    *cell,
             KompassScore  *score,
             GError       **error)
{
  score->state = KOMPASS_SCORE_SCORED;

  return kompass_column_read_printed (line, KOMPASS_PRINTED_POINTS, cell, &score->points, error);
}

static gboolean
takes_percent (KompassLine *line)
{
  return TRUE;
}

static gboolean
read_percent (KompassLine   *line,
              const char    *cell,
              KompassScore  *score,
              GError       **error)
{
  score->state = KOMPASS_SCORE_SCORED;

  return kompass_column_read_printed (line, KOMPASS_PRINTED_PERCENT, cell, &score->points, error);
}

static const Kind scores = { kompass_line_get_editable, read_score, FALSE };
static const Kind printed_points = { takes_points, read_points, FALSE };
static const Kind printed_percents = { takes_percent, read_percent, TRUE };

/* A table copied from a report may write "1." for "1". */
static KompassLine *
find_numbered_line (KompassEvaluation *evaluation,
                    const char        *cell)
{
  g_autofree char *number = g_strstrip (g_strdup (cell));
  gsize length = strlen (number);

  if (length > 0 && number[length - 1] == '.')
    number[length - 1] = '\0';

  return *number != '\0' ? kompass_evaluation_find_line (evaluation, number) : NULL;
}

static GPtrArray *
split_rows (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  lines = g_strsplit (plain->str, "\n", -1);
  n_lines = g_strv_length (lines);
  if (n_lines > 0 && *lines[n_lines - 1] == '\0')
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}

/* Points can look like numbers of areas, but not all of them like numbers of lines, one of which can be edited. */
static gboolean
begins_with_numbers (KompassEvaluation *evaluation,
                     GPtrArray         *rows,
                     const Kind        *kind)
{
  gboolean editable = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      KompassLine *line = cells[0] != NULL && cells[1] != NULL ? find_numbered_line (evaluation, cells[0]) : NULL;

      if (line == NULL)
        return FALSE;
      editable = editable || kind->takes (line);
    }

  return editable;
}

/* A refused cell as a message quotes it: a whole page may have been pasted by mistake. */
static char *
quote (const char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell, -1);
  g_autoptr (GString) quoted = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (length++ == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_iscntrl (g_utf8_get_char (p)) ? 0xfffd : g_utf8_get_char (p));
    }

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

static gboolean
add_value (GArray       *edits,
           const Kind   *kind,
           KompassLine  *line,
           const char   *cell,
           guint         row,
           GError      **error)
{
  KompassEdit edit = { kompass_line_get_number (line), KOMPASS_SCORE_NONE };
  g_autoptr (GError) reason = NULL;

  if (!kind->read (line, cell, &edit.score, &reason))
    {
      g_autofree char *quoted = quote (cell);

      /* Translators: row in what was pasted, number of the question, what stands there, why it is refused */
      g_set_error (error, KOMPASS_COLUMN_ERROR, KOMPASS_COLUMN_ERROR_VALUE,
                   _("Row %u, for %s, is “%s”. %s. Nothing was pasted."), row, kompass_line_get_number (line), quoted,
                   reason->message);
      return FALSE;
    }
  g_array_append_val (edits, edit);

  return TRUE;
}

/* What stands in a column of a table, in the rows of lines that can be edited. */
typedef struct
{
  guint n_values; /* points and dashes */
  guint n_maxima; /* those that are just what their line has at most */
  guint n_others; /* words */
} Column;

static void
count_cell (Column      *column,
            const Kind  *kind,
            const char  *cell,
            KompassLine *line)
{
  KompassScore score = KOMPASS_SCORE_NONE;

  if (kind->is_last ? !kind->read (line, cell, &score, NULL)
                    : !kompass_score_parse (cell, KOMPASS_POINTS_UNKNOWN, &score, NULL))
    column->n_others++;
  else if (score.state == KOMPASS_SCORE_NOT_APPLICABLE || score.points != KOMPASS_POINTS_UNKNOWN)
    column->n_values++;
  if (score.state == KOMPASS_SCORE_SCORED && score.points == kompass_line_get_maximum (line))
    column->n_maxima++;
}

static GArray *
count_columns (KompassEvaluation *evaluation,
               GPtrArray         *rows,
               const Kind        *kind)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_size (columns, 2);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      KompassLine *line = find_numbered_line (evaluation, cells[0]);

      for (guint j = 1; kind->takes (line) && cells[j] != NULL; j++)
        {
          if (j >= columns->len)
            g_array_set_size (columns, j + 1);
          count_cell (&g_array_index (columns, Column, j), kind, cells[j], line);
        }
    }

  return columns;
}

static gboolean
holds_maxima (GArray *columns,
              guint   index)
{
  const Column *column = index < columns->len ? &g_array_index (columns, Column, index) : NULL;

  return column != NULL && column->n_values > 0 && column->n_maxima == column->n_values;
}

/* The points are in the first column after the numbers that has any: text in between is the question. Where the first
 * figures are the maxima, the points are before them, and none is written or none can be read: maxima are no points. */
static guint
find_value_column (KompassEvaluation *evaluation,
                   GPtrArray         *rows,
                   const Kind        *kind)
{
  g_autoptr (GArray) columns = count_columns (evaluation, rows, kind);
  guint found = 1;

  for (guint i = columns->len - 1; kind->is_last && i > 0; i--)
    if (g_array_index (columns, Column, i).n_values > 0 && g_array_index (columns, Column, i).n_others == 0)
      return i;
  while (found < columns->len && g_array_index (columns, Column, found).n_values == 0)
    found++;
  if (found == columns->len)
    return 1;
  if (found > 1 && holds_maxima (columns, found) && !holds_maxima (columns, found + 1) &&
      (found > 2 || g_array_index (columns, Column, 1).n_others == 0))
    found--;

  return found;
}

static gboolean
parse_numbered (KompassEvaluation  *evaluation,
                GPtrArray          *rows,
                const Kind         *kind,
                GArray             *edits,
                GError            **error)
{
  guint column = find_value_column (evaluation, rows, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      KompassLine *line = find_numbered_line (evaluation, cells[0]);
      const char *cell = g_strv_length (cells) > column ? cells[column] : "";

      if (kind->takes (line) && !add_value (edits, kind, line, cell, i + 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_column (GPtrArray  *lines,
              GPtrArray  *rows,
              const Kind *kind,
              GArray     *edits,
              GError    **error)
{
  guint index = 0;

  for (guint i = 0; i < rows->len; i++, index++)
    {
      char **cells = g_ptr_array_index (rows, i);

      while (index < lines->len && !kind->takes (g_ptr_array_index (lines, index)))
        index++;
      if (index >= lines->len)
        {
          g_set_error (error, KOMPASS_COLUMN_ERROR, KOMPASS_COLUMN_ERROR_LENGTH,
                       _("There are %u values, but only %u lines from here to the end. Nothing was pasted."),
                       rows->len, i);
          return FALSE;
        }
      if (!add_value (edits, kind, g_ptr_array_index (lines, index), cells[0] != NULL ? cells[0] : "", i + 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_one_column (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strv_length (g_ptr_array_index (rows, i)) > 1)
      return FALSE;

  return TRUE;
}

static GArray *
parse (KompassEvaluation  *evaluation,
       GPtrArray          *lines,
       const Kind         *kind,
       const char         *text,
       GError            **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (KompassEdit));
  g_autoptr (GPtrArray) rows = split_rows (text);

  if (rows->len == 0)
    {
      g_set_error_literal (error, KOMPASS_COLUMN_ERROR, KOMPASS_COLUMN_ERROR_EMPTY,
                           _("There is no text to paste. Copy a column of points first."));
      return NULL;
    }
  if (begins_with_numbers (evaluation, rows, kind))
    return parse_numbered (evaluation, rows, kind, edits, error) ? g_steal_pointer (&edits) : NULL;
  if (!is_one_column (rows))
    {
      g_set_error_literal (error, KOMPASS_COLUMN_ERROR, KOMPASS_COLUMN_ERROR_SHAPE,
                           _("Paste one column of points, or columns that begin with the numbers of questions. "
                             "Nothing was pasted."));
      return NULL;
    }

  return parse_column (lines, rows, kind, edits, error) ? g_steal_pointer (&edits) : NULL;
}

/**
 * kompass_column_parse:
 * @evaluation: an evaluation
 * @lines: (element-type KompassLine): the lines of it that are on screen, from the one with the keyboard downwards
 * @text: what is on the clipboard
 * @error: return location for a #KompassColumnError that names row and line
 *
 * Reads a column of scores. Either one column, whose values go to those of @lines that can be edited, or columns of
 * which the first holds numbers of questions: then each value goes to its question, wherever the keyboard is, and rows
 * of areas are passed over. All values are checked first: all of them are taken or none.
 *
 * Returns: (transfer full) (nullable) (element-type KompassEdit): what to set; its lines are named by strings of
 *   @evaluation
 */
GArray *
kompass_column_parse (KompassEvaluation  *evaluation,
                      GPtrArray          *lines,
                      const char         *text,
                      GError            **error)
{
  return parse (evaluation, lines, &scores, text, error);
}

/**
 * kompass_column_parse_printed:
 * @evaluation: an evaluation
 * @lines: (element-type KompassLine): the lines of it that are on screen, from the one with the keyboard downwards
 * @figure: what a report prints: points or percent
 * @text: what is on the clipboard
 * @error: return location for a #KompassColumnError that names row and line
 *
 * Reads a column of printed figures, as kompass_column_parse() does of scores. In a table that begins with numbers,
 * percents are in the last column that holds nothing else.
 *
 * Returns: (transfer full) (nullable) (element-type KompassPrintedEdit): what to set; its lines are named by strings of
 *   @evaluation
 */
GArray *
kompass_column_parse_printed (KompassEvaluation     *evaluation,
                              GPtrArray             *lines,
                              KompassPrintedFigure   figure,
                              const char            *text,
                              GError               **error)
{
  const Kind *kind = figure == KOMPASS_PRINTED_POINTS ? &printed_points : &printed_percents;
  g_autoptr (GArray) read = parse (evaluation, lines, kind, text, error);
  GArray *edits = NULL;

  if (read == NULL)
    return NULL;
  edits = g_array_new (FALSE, FALSE, sizeof (KompassPrintedEdit));
  for (guint i = 0; i < read->len; i++)
    {
      const KompassEdit *one = &g_array_index (read, KompassEdit, i);
      KompassPrintedEdit edit = { one->line, figure, one->score.points };

      g_array_append_val (edits, edit);
    }

  return edits;
}

/**
 * kompass_column_takes_printed:
 * @line: a line of an evaluation
 * @figure: what a report prints: points or percent
 *
 * The printed points of a question are its score, and so are those of an area or total on which points are typed.
 *
 * Returns: %TRUE if such a figure is noted on the line
 */
gboolean
kompass_column_takes_printed (KompassLine          *line,
                              KompassPrintedFigure  figure)
{
  return figure == KOMPASS_PRINTED_PERCENT ||
         (!kompass_line_get_editable (line) && kompass_line_get_kind (line) != KOMPASS_LINE_QUESTION);
}

/**
 * kompass_column_read_printed:
 * @line: a line of an evaluation
 * @figure: what a report prints: points or percent
 * @text: what was typed
 * @value: (out): hundredths of a point, or whole percent; %KOMPASS_POINTS_UNKNOWN where nothing is written
 * @error: return location for a #KOMPASS_POINTS_ERROR, whose message is for the person who typed
 *
 * Reads a printed figure of a line.
 *
 * Returns: %TRUE when @value is set
 */
gboolean
kompass_column_read_printed (KompassLine           *line,
                             KompassPrintedFigure   figure,
                             const char            *text,
                             int                   *value,
                             GError               **error)
{
  g_autofree char *plain = g_utf8_validate (text, -1, NULL) ? kompass_points_trim (text) : g_strdup (text);

  if (figure == KOMPASS_PRINTED_PERCENT)
    return kompass_percent_parse (text, value, error);
  if (*plain != '\0')
    return kompass_points_parse (plain, kompass_line_get_maximum (line), value, error);
  *value = KOMPASS_POINTS_UNKNOWN;

  return TRUE;
}

/**
 * kompass_column_format:
 * @evaluation: an evaluation
 * @lines: (element-type KompassLine): some of its lines
 *
 * Writes the points of the lines as a column that a spreadsheet, and kompass_column_parse(), read.
 *
 * Returns: (transfer full): one row per line
 */
char *
kompass_column_format (KompassEvaluation *evaluation,
                       GPtrArray         *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      KompassLine *line = g_ptr_array_index (lines, i);
      const KompassFigures *figures = kompass_line_get_figures (line);
      KompassScore score = kompass_line_get_score (line);
      g_autofree char *cell = NULL;

      if (kompass_line_get_kind (line) != KOMPASS_LINE_QUESTION && figures->points != KOMPASS_POINTS_UNKNOWN)
        score = KOMPASS_SCORE (figures->points);
      cell = kompass_score_format (score, kompass_evaluation_get_decimals (evaluation));
      g_string_append_printf (text, "%s\n", cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kompass_column_format_printed:
 * @evaluation: an evaluation
 * @lines: (element-type KompassLine): some of its lines
 * @figure: what a report prints: points or percent
 *
 * Writes the printed figures of the lines as a column that a spreadsheet, and kompass_column_parse_printed(), read.
 *
 * Returns: (transfer full): one row per line
 */
char *
kompass_column_format_printed (KompassEvaluation    *evaluation,
                               GPtrArray            *lines,
                               KompassPrintedFigure  figure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const KompassPrinted *printed = kompass_line_get_printed (g_ptr_array_index (lines, i));
      int value = figure == KOMPASS_PRINTED_POINTS ? printed->points : printed->percent;
      g_autofree char *cell = NULL;

      if (value == KOMPASS_POINTS_UNKNOWN)
        cell = g_strdup ("");
      else if (figure == KOMPASS_PRINTED_PERCENT)
        cell = g_strdup_printf ("%d", value);
      else
        cell = kompass_points_format (value, kompass_evaluation_get_decimals (evaluation));
      g_string_append_printf (text, "%s\n", cell);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
