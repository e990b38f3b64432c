/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in a draft as an edition reads it: numbers, maxima, and every problem in words. */
#include "kompass-edition-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Numbers */

static gboolean
parse_whole (const char **text,
             guint       *number)
{
  gsize length = strspn (*text, "0123456789");
  guint value = 0;

  if (length == 0 || length > 6)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    value = value * 10 + (guint) ((*text)[i] - '0');
  *text += length;
  *number = value;

  return value >= 1 && value <= KOMPASS_DRAFT_NUMBER_LAST;
}

/**
 * kompass_draft_parse_area:
 * @text: what was written
 * @number: (out): the number
 *
 * Reads the number of an area; a table may write "1." for "1".
 *
 * Returns: %TRUE if it is one
 */
gboolean
kompass_draft_parse_area (const char *text,
                          guint      *number)
{
  g_autofree char *plain = kompass_points_trim (text);
  const char *p = plain;

  return parse_whole (&p, number) && (*p == '\0' || strcmp (p, ".") == 0);
}

/**
 * kompass_draft_parse_question:
 * @text: what was written
 * @area: (out): the number of its area
 * @number: (out): its number there
 *
 * Reads the number of a question. A keypad or a spreadsheet may write "1,3" for "1.3".
 *
 * Returns: %TRUE if it is one
 */
gboolean
kompass_draft_parse_question (const char *text,
                              guint      *area,
                              guint      *number)
{
  g_autofree char *plain = kompass_points_trim (text);
  const char *p = plain;

  if (!parse_whole (&p, area) || (*p != '.' && *p != ','))
    return FALSE;
  p++;

  return parse_whole (&p, number) && (*p == '\0' || strcmp (p, ".") == 0);
}

/**
 * kompass_draft_clean:
 * @text: what was written or pasted
 *
 * Returns: (transfer full): the text on one line, with single spaces and none around it
 */
char *
kompass_draft_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean is_space = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          is_space = TRUE;
          continue;
        }
      if (is_space && clean->len > 0)
        g_string_append_c (clean, ' ');
      is_space = FALSE;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* Problems */

static void
add_problem (GPtrArray         *problems,
             guint              row,
             KompassDraftField  field,
             gboolean           is_missing,
             char              *words)
{
  KompassDraftProblem *problem = g_new (KompassDraftProblem, 1);

  *problem = (KompassDraftProblem) { row, field, is_missing, words };
  g_ptr_array_add (problems, problem);
}

static void
problem_free (gpointer data)
{
  KompassDraftProblem *problem = data;

  g_free (problem->words);
  g_free (problem);
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *plain = kompass_draft_clean (text);

  return *plain == '\0';
}

static gboolean
parse_year (const char *text,
            guint      *year)
{
  g_autofree char *plain = kompass_points_trim (text);
  guint64 value;

  if (!g_ascii_string_to_unsigned (plain, 10, KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST, &value, NULL))
    return FALSE;
  *year = (guint) value;

  return TRUE;
}

static void
check_years (KompassEditionDraft *self,
             GPtrArray           *problems)
{
  const char *first_text = self->state->about[KOMPASS_DRAFT_FIRST_YEAR];
  const char *last_text = self->state->about[KOMPASS_DRAFT_LAST_YEAR];
  guint first = 0, last = 0;

  if (is_empty (first_text))
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_FIRST_YEAR, TRUE,
                 g_strdup (_("Write the first year in which the edition was in use")));
  else if (!parse_year (first_text, &first))
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_FIRST_YEAR, FALSE,
                 g_strdup_printf (_("Write a year from %u to %u"), KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST));
  if (is_empty (last_text))
    return;
  if (!parse_year (last_text, &last))
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_LAST_YEAR, FALSE,
                 g_strdup_printf (_("Write a year from %u to %u, or nothing while the edition is in use"),
                                  KOMPASS_YEAR_FIRST, KOMPASS_YEAR_LAST));
  else if (first != 0 && last < first)
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_LAST_YEAR, FALSE,
                 g_strdup (_("The last year is before the first")));
}

static void
check_about (KompassEditionDraft *self,
             GPtrArray           *problems)
{
  if (is_empty (self->state->about[KOMPASS_DRAFT_NAME]))
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_NAME, TRUE,
                 g_strdup (_("Give the edition a name, such as the year it came")));
  check_years (self, problems);
  if (is_empty (self->state->about[KOMPASS_DRAFT_PROVENANCE]))
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_PROVENANCE, TRUE,
                 g_strdup (_("Write where the edition is known from, such as the title of its questionnaire")));
  if (self->state->rows->len == 0)
    add_problem (problems, KOMPASS_DRAFT_ITSELF, KOMPASS_DRAFT_NUMBER, TRUE, g_strdup (_("Add an area")));
}

/* Areas are read in the order of their numbers. */
static void
check_area_number (const KompassDraftRow *row,
                   guint                 *highest,
                   GPtrArray             *problems)
{
  guint number;

  if (is_empty (row->number))
    {
      add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, TRUE, g_strdup (_("The area has no number")));
      return;
    }
  if (!kompass_draft_parse_area (row->number, &number))
    {
      add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, FALSE,
                   g_strdup_printf (_("Number the area with a whole number from 1 to %u"), KOMPASS_DRAFT_NUMBER_LAST));
      return;
    }
  if (number == *highest)
    add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, FALSE, g_strdup_printf (_("Area %u occurs twice"), number));
  else if (number < *highest)
    add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, FALSE,
                 g_strdup_printf (_("Area %u stands after area %u: move it up, or number the areas in order"), number,
                                  *highest));
  *highest = MAX (*highest, number);
}

static void
check_question_number (const KompassDraftRow *row,
                       const KompassDraftRow *area,
                       GHashTable            *seen,
                       GPtrArray             *problems)
{
  guint of_area = 0, of = 0, number = 0;
  gboolean is_known = kompass_draft_parse_area (area->number, &of_area);
  g_autofree char *plain = NULL;

  if (is_empty (row->number))
    {
      add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, TRUE, g_strdup (_("The question has no number")));
      return;
    }
  if (!kompass_draft_parse_question (row->number, &of, &number) || (is_known && of != of_area))
    {
      /* Translators: number of an area, and number of a question in it */
      add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, FALSE,
                   g_strdup_printf (_("Number the question with its area and a whole number, such as %u.%u"),
                                    is_known ? of_area : 1, number > 0 ? number : 1));
      return;
    }
  plain = g_strdup_printf ("%u.%u", of, number);
  if (!g_hash_table_contains (seen, plain))
    g_hash_table_add (seen, g_steal_pointer (&plain));
  else
    add_problem (problems, row->id, KOMPASS_DRAFT_NUMBER, FALSE, g_strdup_printf (_("Question %s occurs twice"), plain));
}

static void
check_text (const KompassDraftRow *row,
            GPtrArray             *problems)
{
  if (is_empty (row->text))
    add_problem (problems, row->id, KOMPASS_DRAFT_TEXT, TRUE,
                 g_strdup (row->kind == KOMPASS_LINE_AREA ? _("The area has no title") : _("The question has no text")));
}

/* Returns the maximum, or unknown where it is not written or cannot be read. */
static KompassPoints
check_maximum (const KompassDraftRow *row,
               gboolean               is_needed,
               GPtrArray             *problems)
{
  KompassPoints maximum = KOMPASS_POINTS_UNKNOWN;
  g_autoptr (GError) error = NULL;

  if (is_empty (row->maximum))
    {
      if (is_needed)
        add_problem (problems, row->id, KOMPASS_DRAFT_MAXIMUM, TRUE, g_strdup (_("The question has no maximum")));
      return KOMPASS_POINTS_UNKNOWN;
    }
  if (!kompass_points_parse (row->maximum, KOMPASS_POINTS_UNKNOWN, &maximum, &error))
    {
      add_problem (problems, row->id, KOMPASS_DRAFT_MAXIMUM, FALSE, g_strdup_printf (_("Maximum: %s"), error->message));
      return KOMPASS_POINTS_UNKNOWN;
    }
  if (maximum <= 0)
    add_problem (problems, row->id, KOMPASS_DRAFT_MAXIMUM, FALSE, g_strdup (_("The maximum must be above 0")));

  return maximum;
}

/* Adds what is wrong with the sum of an area's questions. */
static void
check_sum (const KompassDraftRow *area,
           KompassPoints          maximum,
           gint64                 sum,
           GPtrArray             *problems)
{
  g_autofree char *got = kompass_points_format ((KompassPoints) MIN (sum, KOMPASS_POINTS_LIMIT), 0);
  g_autofree char *want = kompass_points_format (maximum, 0);

  if (maximum == KOMPASS_POINTS_UNKNOWN)
    add_problem (problems, area->id, KOMPASS_DRAFT_MAXIMUM, TRUE,
                 /* Translators: number of an area, points */
                 g_strdup_printf (_("Area %s has no maximum; its questions sum to %s points"), area->number, got));
  else if (sum != maximum)
    add_problem (problems, area->id, KOMPASS_DRAFT_MAXIMUM, sum < maximum,
                 /* Translators: number of an area, points, and the points that its maximum is */
                 g_strdup_printf (_("Area %s: the questions sum to %s of %s points"), area->number, got, want));
}

static void
check_area (KompassEditionDraft *self,
            guint                index,
            guint               *highest,
            GHashTable          *seen,
            GPtrArray           *problems)
{
  const KompassDraftRow *area = kompass_draft_at (self, index);
  guint end = kompass_draft_area_end (self, index);
  KompassPoints maximum;
  guint n_before;
  gint64 sum = 0;

  check_area_number (area, highest, problems);
  check_text (area, problems);
  n_before = problems->len;
  maximum = check_maximum (area, FALSE, problems);
  if (problems->len == n_before && end > index + 1)
    {
      for (guint i = index + 1; i < end; i++)
        {
          KompassPoints points;

          if (kompass_points_parse (kompass_draft_at (self, i)->maximum, KOMPASS_POINTS_UNKNOWN, &points, NULL))
            sum += points;
        }
      check_sum (area, maximum, sum, problems);
    }
  for (guint i = index + 1; i < end; i++)
    {
      const KompassDraftRow *row = kompass_draft_at (self, i);

      check_question_number (row, area, seen, problems);
      check_text (row, problems);
      check_maximum (row, TRUE, problems);
    }
}

/**
 * kompass_edition_draft_list_problems:
 * @self: a draft
 *
 * Checks all that is written. An area's questions must sum to its maximum; numbers are unique and belong to their
 * areas, whose own rise; maxima are above 0; nothing is empty, except the last year of an edition in use, and the
 * maximum of an area whose questions are not known.
 *
 * Returns: (transfer full) (element-type KompassDraftProblem): every problem, in the order of the rows; none where the
 *   draft can become an edition
 */
GPtrArray *
kompass_edition_draft_list_problems (KompassEditionDraft *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  guint highest = 0;

  check_about (self, problems);
  for (guint i = 0; i < self->state->rows->len; i = kompass_draft_area_end (self, i))
    check_area (self, i, &highest, seen, problems);

  return problems;
}

/* What comes of it */

static void
add_row (KompassEdition        *edition,
         const KompassDraftRow *row)
{
  g_autofree char *text = kompass_draft_clean (row->text);
  KompassPoints maximum = KOMPASS_POINTS_UNKNOWN;
  guint area, number;

  kompass_points_parse (row->maximum, KOMPASS_POINTS_UNKNOWN, &maximum, NULL);
  if (row->kind == KOMPASS_LINE_AREA && kompass_draft_parse_area (row->number, &area))
    {
      kompass_edition_add_area (edition, area, text, maximum);
    }
  else if (kompass_draft_parse_question (row->number, &area, &number))
    {
      g_autofree char *full = g_strdup_printf ("%u.%u", area, number);

      kompass_edition_add_question (edition, full, text, maximum);
    }
}

/**
 * kompass_edition_draft_to_edition:
 * @self: a draft
 * @id: UUID of the edition it becomes
 *
 * Returns: (transfer full) (nullable): the edition, or %NULL where kompass_edition_draft_list_problems() has something
 *   to say
 */
KompassEdition *
kompass_edition_draft_to_edition (KompassEditionDraft *self,
                                  const char          *id)
{
  g_autoptr (GPtrArray) problems = kompass_edition_draft_list_problems (self);
  g_autofree char *name = kompass_draft_clean (self->state->about[KOMPASS_DRAFT_NAME]);
  g_autofree char *provenance = kompass_draft_clean (self->state->about[KOMPASS_DRAFT_PROVENANCE]);
  KompassEdition *edition;
  guint first = 0, last = 0;

  if (problems->len > 0)
    return NULL;
  parse_year (self->state->about[KOMPASS_DRAFT_FIRST_YEAR], &first);
  parse_year (self->state->about[KOMPASS_DRAFT_LAST_YEAR], &last);
  edition = kompass_edition_new (id, name, first, last, provenance);
  for (guint i = 0; i < self->state->rows->len; i++)
    add_row (edition, kompass_draft_at (self, i));

  return edition;
}
