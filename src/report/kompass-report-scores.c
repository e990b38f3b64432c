/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a report as tables: an area's questions, all areas, and the chapter that has them all. */
#include "kompass-report-document-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kompass-printed-check.h"

/* Stands after the words of a row with printed figures that a reader would not compute. */
#define MARK " *"
#define NO_BREAK_SPACE "\302\240"

static const char *
name_column (KompassFiguresKind kind)
{
  if (kind == KOMPASS_FIGURES_POINTS)
    /* Translators: heading of a column of the score tables: the points that were given */
    return C_("score table", "Points");

  return kind == KOMPASS_FIGURES_MAXIMUM ? C_("score table", "Max") : C_("score table", "Percent");
}

static double
get_share (const KompassFigures *figures)
{
  if (figures->points == KOMPASS_POINTS_UNKNOWN || figures->maximum == KOMPASS_POINTS_UNKNOWN || figures->maximum <= 0)
    return NAN;

  return (double) figures->points / figures->maximum;
}

/* In one piece, on one line. */
static char *
bind_words (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strjoinv (NO_BREAK_SPACE, parts);
}

/* What is not applicable, and what a sum is the sum of. What is not scored has a dash, which is explained once. */
static char *
describe_gap (KompassLine *line)
{
  if (kompass_line_get_kind (line) == KOMPASS_LINE_QUESTION)
    return kompass_line_get_figures (line)->not_applicable > 0 ? bind_words (_("not applicable")) : NULL;

  return kompass_line_describe_part (line);
}

/* Whether the points shown are printed ones to which the points below them do not add. Where points have been changed since,
 * the sum is shown, and there is nothing to explain. */
static gboolean
shows_other_points (const KompassFigures *figures)
{
  return figures->printed_stands && kompass_figures_printed_points_deviate (figures);
}

static gboolean
shows_other_percent (const KompassFigures *figures)
{
  return figures->printed_percent_stands && kompass_figures_printed_percent_deviates (figures);
}

/* Where printed figures are explained below the table, @with_marks, the row says that there is something to explain. */
static GPtrArray *
create_words (KompassLine *line,
              const char  *text,
              gboolean     with_marks)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  GPtrArray *rich = kompass_rich_new (text);
  g_autofree char *gap = describe_gap (line);
  g_autofree char *said = gap != NULL ? g_strconcat (" ·" NO_BREAK_SPACE, gap, NULL) : NULL;

  kompass_rich_append (rich, said, KOMPASS_SPAN_QUIET, NULL);
  if (with_marks && (shows_other_points (figures) || shows_other_percent (figures)))
    kompass_rich_append (rich, MARK, KOMPASS_SPAN_QUIET, NULL);

  return rich;
}

static void
add_row (KompassGrid         *grid,
         KompassFiguresTable *table,
         guint                row,
         gboolean             with_bars)
{
  gboolean is_last = row + 1 == kompass_figures_table_get_n_rows (table);
  KompassLine *line = kompass_figures_table_get_line (table, row);
  KompassGridRow *cells = kompass_grid_add_row (grid, is_last ? KOMPASS_GRID_TOTAL : KOMPASS_GRID_BODY);

  for (guint i = KOMPASS_FIGURES_NUMBER; i <= KOMPASS_FIGURES_PERCENT; i++)
    {
      g_autofree char *text = kompass_figures_table_dup_text (table, row, i);

      if (i == KOMPASS_FIGURES_TEXT)
        kompass_grid_row_add_rich (cells, create_words (line, text, !with_bars));
      else
        kompass_grid_row_add_text (cells, text);
    }
  if (with_bars)
    kompass_grid_row_add_share (cells, is_last ? NAN : get_share (kompass_line_get_figures (line)));
}

/* The questions of an area: number, question, points, maximum and percent, and the sum. In the area's own chapter with a
 * bar for each; in the chapter of the tables with the area's number and name for headings, as printed reports have it. */
KompassGrid *
kompass_report_questions_create (KompassEvaluation *evaluation,
                                 guint              area,
                                 gboolean           with_bars)
{
  const KompassArea *about = kompass_edition_get_area (kompass_evaluation_get_edition (evaluation), area);
  g_autoptr (KompassFiguresTable) table = kompass_figures_table_new (evaluation, NULL, 0, (int) area);
  g_autofree char *number = g_strdup_printf ("%u", about->number);
  /* Translators: what a table shows: number and title of an area */
  g_autofree char *caption = g_strdup_printf (_("Points of area %s %s"), number, about->title);
  KompassGrid *grid;

  if (kompass_figures_table_get_n_rows (table) < 2)
    return NULL;
  grid = kompass_grid_new (caption);
  grid->header_column = 1;
  kompass_grid_add_column (grid, with_bars ? _("No.") : number, KOMPASS_GRID_START, 0, FALSE);
  kompass_grid_add_column (grid, with_bars ? _("Question") : about->title, KOMPASS_GRID_START, 1, FALSE);
  for (guint i = KOMPASS_FIGURES_POINTS; i <= KOMPASS_FIGURES_PERCENT; i++)
    kompass_grid_add_column (grid, name_column ((KompassFiguresKind) i), KOMPASS_GRID_END, 0, FALSE);
  if (with_bars)
    kompass_grid_add_column (grid, "", KOMPASS_GRID_START, 0, TRUE);
  kompass_grid_add_head (grid);
  for (guint row = 0; row < kompass_figures_table_get_n_rows (table); row++)
    add_row (grid, table, row, with_bars);

  return grid;
}

/* Adds what the points that are seen give, and where. */
static void
append_given (GString     *notes,
              KompassLine *line,
              const char  *given)
{
  KompassLineKind kind = kompass_line_get_kind (line);
  const char *where = kind == KOMPASS_LINE_QUESTION ? kompass_line_get_number (line)
                      : kind == KOMPASS_LINE_TOTAL  ? _("Total")
                                                    : _("Sum");

  g_string_append_printf (notes, "%s%s" NO_BREAK_SPACE "(%s)", notes->len > 0 ? "; " : "", given, where);
}

static void
append_note (GString     *notes,
             KompassLine *line,
             guint        decimals)
{
  const KompassFigures *figures = kompass_line_get_figures (line);
  g_autofree char *sum = kompass_points_format (figures->sum, decimals);
  g_autofree char *percent = kompass_percent_format (kompass_percent (figures->points, figures->maximum));

  if (shows_other_points (figures))
    append_given (notes, line, sum);
  if (shows_other_percent (figures))
    append_given (notes, line, percent);
}

/* What the marks of a table mean: those of an area's questions and sum, or that of the total. Only of figures that can all
 * be right at once is it known that they were computed before points were rounded. */
static void
add_notes (KompassChapter    *chapter,
           KompassEvaluation *evaluation,
           int                area)
{
  g_autoptr (KompassFiguresTable) table = kompass_figures_table_new (evaluation, NULL, 0, area);
  g_autoptr (GPtrArray) items = kompass_check_printed (evaluation);
  g_autoptr (GString) given = g_string_new (NULL);
  g_autofree char *note = NULL;
  guint n_rows = kompass_figures_table_get_n_rows (table);

  for (guint row = area == KOMPASS_FIGURES_ALL_AREAS ? n_rows - 1 : 0; row < n_rows; row++)
    append_note (given, kompass_figures_table_get_line (table, row), kompass_evaluation_get_decimals (evaluation));
  if (given->len == 0)
    return;
  if (kompass_check_is_consistent (items))
    /* Translators: under a table, what its marks mean, and a list of figures with questions: "65% (2.3); 42.25 (Sum)" */
    note = g_strdup_printf (_("* Computed before points were rounded. The rounded points give %s."), given->str);
  else
    /* Translators: under a table, what its marks mean, and a list of figures with questions: "65% (2.3); 42.25 (Sum)" */
    note = g_strdup_printf (_("* As printed. The rounded points give %s."), given->str);
  kompass_report_add_note (chapter, note);
}

/* All areas */

/* Which columns there is room for: with one comparison all of them; with more, points and differences. */
static gboolean
has_column (const KompassFiguresColumn *column,
            guint                       n_others)
{
  if (column->kind == KOMPASS_FIGURES_PERCENT || column->kind == KOMPASS_FIGURES_RANK)
    return n_others < 2;

  return column->kind != KOMPASS_FIGURES_NUMBER && column->kind < KOMPASS_FIGURES_RANK;
}

static guint
count_others (KompassFiguresTable *table)
{
  guint n = 0;

  for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
    n += kompass_figures_table_get_column (table, i)->kind == KOMPASS_FIGURES_OTHER ? 1 : 0;

  return n;
}

static void
add_areas_column (KompassGrid                *grid,
                  const KompassFiguresColumn *column,
                  guint                       n_others)
{
  gboolean is_name = column->kind == KOMPASS_FIGURES_OTHER && n_others > 1;
  const char *title = is_name ? column->name : column->title;

  if (column->kind == KOMPASS_FIGURES_TEXT)
    kompass_grid_add_column (grid, title, KOMPASS_GRID_START, 2.5, FALSE);
  else
    kompass_grid_add_column (grid, title, KOMPASS_GRID_END, is_name ? 1 : 0, FALSE);
}

static GPtrArray *
create_area_words (KompassLine *line,
                   const char  *text,
                   gboolean     with_marks)
{
  const char *number = kompass_line_get_number (line);
  gboolean is_area = kompass_line_get_kind (line) == KOMPASS_LINE_AREA;
  g_autofree char *words = is_area ? g_strdup_printf ("%s %s", number, text) : g_strdup (text);

  return create_words (line, words, with_marks && !is_area);
}

/* All areas with their total, beside what they are compared with. %NULL where no area is known. */
static KompassGrid *
create_areas (KompassEvaluation         *evaluation,
              KompassComparison * const *comparisons,
              guint                      n_comparisons,
              gboolean                   with_marks)
{
  g_autoptr (KompassFiguresTable) table = kompass_figures_table_new (evaluation, comparisons, n_comparisons,
                                                                     KOMPASS_FIGURES_ALL_AREAS);
  guint n_rows = kompass_figures_table_get_n_rows (table);
  guint n_others = count_others (table);
  KompassGrid *grid;

  if (n_rows < 2)
    return NULL;
  grid = kompass_grid_new (_("Points by area"));
  for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
    if (has_column (kompass_figures_table_get_column (table, i), n_others))
      add_areas_column (grid, kompass_figures_table_get_column (table, i), n_others);
  kompass_grid_add_head (grid);
  for (guint row = 0; row < n_rows; row++)
    {
      KompassGridRow *cells = kompass_grid_add_row (grid, row + 1 == n_rows ? KOMPASS_GRID_TOTAL : KOMPASS_GRID_BODY);

      for (guint i = 0; i < kompass_figures_table_get_n_columns (table); i++)
        {
          const KompassFiguresColumn *column = kompass_figures_table_get_column (table, i);
          g_autofree char *text = kompass_figures_table_dup_text (table, row, i);

          if (column->kind == KOMPASS_FIGURES_TEXT)
            kompass_grid_row_add_rich (cells, create_area_words (kompass_figures_table_get_line (table, row), text, with_marks));
          else if (has_column (column, n_others))
            kompass_grid_row_add_text (cells, text);
        }
    }

  return grid;
}

/* The table of all areas. The sum of printed figures is explained where it stands alone, or in the chapter of tables. */
void
kompass_report_add_areas (KompassChapter           *chapter,
                          const KompassReportInput *input,
                          gboolean                  with_comparisons)
{
  KompassEvaluation *evaluation = input->evaluation;
  gboolean with_marks = !with_comparisons || kompass_evaluation_get_depth (evaluation) != KOMPASS_DEPTH_QUESTIONS;
  KompassGrid *grid = create_areas (evaluation, input->comparisons, with_comparisons ? input->n_comparisons : 0, with_marks);

  if (grid == NULL)
    return;
  kompass_chapter_take_block (chapter, kompass_block_new_table (grid));
  if (with_marks)
    add_notes (chapter, evaluation, KOMPASS_FIGURES_ALL_AREAS);
}

/* The chapter */

/* Where no questions are known, the table of the areas in the summary has everything. */
static gboolean
has_tables (KompassEvaluation *evaluation)
{
  return kompass_evaluation_get_edition (evaluation) != NULL &&
         kompass_evaluation_get_depth (evaluation) == KOMPASS_DEPTH_QUESTIONS;
}

static void
add_questions (KompassChapter    *chapter,
               KompassEvaluation *evaluation,
               guint              area)
{
  KompassGrid *grid = kompass_report_questions_create (evaluation, area, FALSE);

  if (grid == NULL)
    return;
  kompass_chapter_take_block (chapter, kompass_block_new_table (grid));
  add_notes (chapter, evaluation, (int) area);
}

/* Once, above the tables: what a dash means. What is not applicable says so itself. */
static void
add_unscored_note (KompassChapter    *chapter,
                   KompassEvaluation *evaluation)
{
  const KompassFigures *figures = kompass_line_get_figures (kompass_evaluation_get_total_line (evaluation));

  if (figures->scored + figures->not_applicable >= figures->questions)
    return;
  if (figures->scored == 0)
    kompass_report_add_note (chapter, _("Nothing is scored yet."));
  else
    kompass_report_add_note (chapter, _("Questions with a dash are not scored."));
}

/* The score tables, area by area, and the areas with the total. */
KompassChapter *
kompass_report_create_scores (const KompassReportInput *input,
                              const KompassSection     *section)
{
  KompassEdition *edition = kompass_evaluation_get_edition (input->evaluation);
  KompassChapter *chapter;

  if (!has_tables (input->evaluation) && !kompass_report_has_text (input, section))
    return NULL;
  chapter = kompass_report_chapter_create (section, section->title);
  kompass_report_add_text (chapter, input);
  if (!has_tables (input->evaluation))
    return chapter;
  add_unscored_note (chapter, input->evaluation);
  for (guint i = 0; i < kompass_edition_get_n_areas (edition); i++)
    add_questions (chapter, input->evaluation, i);
  kompass_report_add_areas (chapter, input, FALSE);

  return chapter;
}
