/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables pasted into a draft, the way spreadsheets put them on the clipboard: rows by line breaks, columns by tabs. */
#include "kompass-edition-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any questionnaire has: a whole sheet may have been copied by mistake. */
#define MAX_ROWS 1000

#define NO_COLUMN G_MAXUINT

/* The table */

/* A cell with a line break or a tab in it stands between quotation marks, and its own are doubled. Returns where it
 * ends, or NULL where the mark is but a part of the text. */
static const char *
read_quoted (const char  *text,
             char       **cell)
{
  g_autoptr (GString) inner = g_string_new (NULL);
  const char *p = text + 1;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        break;
      if (*p == '"')
        p++;
      g_string_append_c (inner, *p);
    }
  if (*p != '"' || strchr ("\t\r\n", p[1]) == NULL || strpbrk (inner->str, "\t\r\n\"") == NULL)
    return NULL;
  *cell = g_string_free (g_steal_pointer (&inner), FALSE);

  return p + 1;
}

static const char *
read_cell (const char *text,
           GPtrArray  *cells)
{
  g_autofree char *cell = NULL;
  const char *end = *text == '"' ? read_quoted (text, &cell) : NULL;

  if (end == NULL)
    {
      end = text + strcspn (text, "\t\r\n");
      cell = g_strndup (text, (gsize) (end - text));
    }
  g_ptr_array_add (cells, kompass_draft_clean (cell));

  return end;
}

static GPtrArray *
read_row (const char **text)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *p = read_cell (*text, cells);

  while (*p == '\t')
    p = read_cell (p + 1, cells);
  if (*p == '\r' && p[1] == '\n')
    p++;
  *text = *p != '\0' ? p + 1 : p;

  return cells;
}

static gboolean
is_empty_row (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(char *) g_ptr_array_index (cells, i) != '\0')
      return FALSE;

  return TRUE;
}

/* Empty rows in between are places in a column; those at the end are nothing. */
static GPtrArray *
read_table (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text != '\0')
    g_ptr_array_add (rows, read_row (&text));
  while (rows->len > 0 && is_empty_row (g_ptr_array_index (rows, rows->len - 1)))
    g_ptr_array_set_size (rows, (int) rows->len - 1);

  return rows;
}

static const char *
get_cell (GPtrArray *rows,
          guint      row,
          guint      column)
{
  GPtrArray *cells = g_ptr_array_index (rows, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

static guint
count_columns (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, ((GPtrArray *) g_ptr_array_index (rows, i))->len);

  return n;
}

static gboolean
fail (GError     **error,
      const char  *words)
{
  g_set_error (error, KOMPASS_DRAFT_ERROR, KOMPASS_DRAFT_ERROR_PASTE, _("%s. Nothing was pasted."), words);

  return FALSE;
}

/* Numbered tables: each row goes to the row of its number, wherever the keyboard is */

typedef struct
{
  GPtrArray *rows;
  guint first; /* after the headings */
  guint text;
  guint maximum;
} Table;

static gboolean
parse_number (const char *cell,
              guint      *area,
              guint      *question)
{
  *question = 0;

  return kompass_draft_parse_question (cell, area, question) || kompass_draft_parse_area (cell, area);
}

/* Whether the first column holds numbers of areas and questions; the first row may hold headings. */
static gboolean
is_numbered (GPtrArray *rows,
             guint     *first)
{
  gboolean has_question = FALSE;
  guint area, question;

  *first = rows->len > 1 && !parse_number (get_cell (rows, 0, 0), &area, &question) ? 1 : 0;
  for (guint i = *first; i < rows->len; i++)
    {
      if (is_empty_row (g_ptr_array_index (rows, i)))
        continue;
      if (!parse_number (get_cell (rows, i, 0), &area, &question))
        return FALSE;
      has_question = has_question || question > 0;
    }

  return has_question || (rows->len > *first && count_columns (rows) > 1);
}

static gboolean
is_points_column (GPtrArray *rows,
                  guint      first,
                  guint      column)
{
  gboolean has_points = FALSE;

  for (guint i = first; i < rows->len; i++)
    {
      const char *cell = get_cell (rows, i, column);
      KompassPoints points;

      if (*cell == '\0')
        continue;
      if (!kompass_points_parse (cell, KOMPASS_POINTS_UNKNOWN, &points, NULL))
        return FALSE;
      has_points = TRUE;
    }

  return has_points;
}

static gboolean
is_empty_column (GPtrArray *rows,
                 guint      first,
                 guint      column)
{
  for (guint i = first; i < rows->len; i++)
    if (*get_cell (rows, i, column) != '\0')
      return FALSE;

  return TRUE;
}

/* Which column is the text, and which the maximum: where there are two of a kind, nobody can know. */
static gboolean
find_columns (Table   *table,
              GError **error)
{
  guint n_columns = count_columns (table->rows);

  table->text = NO_COLUMN;
  table->maximum = NO_COLUMN;
  for (guint i = 1; i < n_columns; i++)
    {
      guint *place = is_points_column (table->rows, table->first, i) ? &table->maximum : &table->text;

      if (is_empty_column (table->rows, table->first, i))
        continue;
      if (*place != NO_COLUMN)
        return fail (error, place == &table->text
                                ? _("There is more than one column of text: copy number, text and maximum alone")
                                : _("There is more than one column of figures: copy number, text and maximum alone"));
      *place = i;
    }
  if (table->text == NO_COLUMN && table->maximum == NO_COLUMN)
    return fail (error, _("There are only numbers: copy number, text and maximum"));

  return TRUE;
}

/* The place of the area of that number, or of the first one after it. */
static gboolean
find_area (KompassEditionDraft *self,
           guint                number,
           guint               *index)
{
  guint own;

  *index = 0;
  while (*index < self->state->rows->len)
    {
      if (kompass_draft_parse_area (kompass_draft_at (self, *index)->number, &own) && own >= number)
        return own == number;
      *index = kompass_draft_area_end (self, *index);
    }

  return FALSE;
}

static gboolean
find_question (KompassEditionDraft *self,
               guint                area,
               guint                number,
               guint               *index)
{
  guint end = kompass_draft_area_end (self, area);
  guint of, own;

  for (*index = area + 1; *index < end; (*index)++)
    if (kompass_draft_parse_question (kompass_draft_at (self, *index)->number, &of, &own) && own >= number)
      return own == number;

  return FALSE;
}

/* A row whose words become others by pasting is not the row that it was: that two questions have one number says
 * nothing. */
static void
paste_words (KompassDraftRow *row,
             const char      *text)
{
  g_autofree char *before = kompass_draft_clean (row->text);

  if (*before != '\0' && strcmp (before, text) != 0)
    g_clear_pointer (&row->origin, g_free);
  kompass_draft_write (row, KOMPASS_DRAFT_TEXT, text);
}

static gboolean
paste_numbered_row (KompassEditionDraft *self,
                    const Table         *table,
                    guint                i,
                    GError             **error)
{
  g_autofree char *number = NULL;
  KompassDraftRow *row;
  guint area, question, index;
  gboolean is_there;

  parse_number (get_cell (table->rows, i, 0), &area, &question);
  is_there = find_area (self, area, &index);
  if (question > 0 && !is_there)
    {
      /* Translators: row in what was pasted, number of an area */
      g_autofree char *words = g_strdup_printf (_("Row %u: there is no area %u here. Add it first, or paste it too"), i + 1,
                                                area);

      return fail (error, words);
    }
  if (question > 0)
    is_there = find_question (self, index, question, &index);
  row = is_there ? kompass_draft_at (self, index)
                 : kompass_draft_insert (self, index, question > 0 ? KOMPASS_LINE_QUESTION : KOMPASS_LINE_AREA);
  number = question > 0 ? g_strdup_printf ("%u.%u", area, question) : g_strdup_printf ("%u", area);
  kompass_draft_write (row, KOMPASS_DRAFT_NUMBER, number);
  if (table->text != NO_COLUMN && *get_cell (table->rows, i, table->text) != '\0')
    paste_words (row, get_cell (table->rows, i, table->text));
  if (table->maximum != NO_COLUMN && *get_cell (table->rows, i, table->maximum) != '\0')
    kompass_draft_write (row, KOMPASS_DRAFT_MAXIMUM, get_cell (table->rows, i, table->maximum));

  return TRUE;
}

/* Spreadsheets read 1.10 as the figure 1.1 and forget the rest. */
static gboolean
check_unique (const Table  *table,
              GError      **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint area, question;

  for (guint i = table->first; i < table->rows->len; i++)
    {
      g_autofree char *number = NULL;

      if (is_empty_row (g_ptr_array_index (table->rows, i)))
        continue;
      parse_number (get_cell (table->rows, i, 0), &area, &question);
      number = g_strdup_printf ("%u.%u", area, question);
      if (!g_hash_table_contains (seen, number))
        {
          g_hash_table_add (seen, g_steal_pointer (&number));
          continue;
        }
      {
        /* Translators: row in what was pasted, what stands there */
        g_autofree char *words = g_strdup_printf (_("Row %u: %s occurs twice. A spreadsheet may have made 1.1 of 1.10: "
                                                    "make the column of numbers text"),
                                                  i + 1, get_cell (table->rows, i, 0));

        return fail (error, words);
      }
    }

  return TRUE;
}

static gboolean
paste_numbered (KompassEditionDraft *self,
                Table               *table,
                GError             **error)
{
  if (!check_unique (table, error) || !find_columns (table, error))
    return FALSE;
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  for (guint i = table->first; i < table->rows->len; i++)
    if (!is_empty_row (g_ptr_array_index (table->rows, i)) && !paste_numbered_row (self, table, i, error))
      {
        kompass_draft_cancel_step (KOMPASS_DRAFT (self));
        return FALSE;
      }
  kompass_draft_end_step (KOMPASS_DRAFT (self));

  return TRUE;
}

/* Columns: downwards from the row with the keyboard, from the field with the keyboard to the right */

static void
paste_cell (KompassDraftRow   *row,
            KompassDraftField  field,
            const char        *text)
{
  if (field == KOMPASS_DRAFT_TEXT)
    paste_words (row, text);
  else
    kompass_draft_write (row, field, text);
}

/* Like goes to like: areas are passed over by what begins on a question, and questions by what begins on an area. What
 * is more than there are rows makes new ones, at the end of the last area or of all. */
static KompassDraftRow *
find_next (KompassEditionDraft *self,
           KompassLineKind      kind,
           guint               *index)
{
  guint length = self->state->rows->len;

  while (*index < length && kompass_draft_at (self, *index)->kind != kind)
    (*index)++;
  if (*index < length)
    return kompass_draft_at (self, *index);

  return kind == KOMPASS_LINE_AREA ? kompass_draft_add_area (self, length)
                                   : kompass_draft_add_question (self, length - 1);
}

static gboolean
paste_columns (KompassEditionDraft *self,
               guint                index,
               KompassDraftField    field,
               GPtrArray           *rows,
               GError             **error)
{
  KompassLineKind kind = kompass_draft_at (self, index)->kind;
  guint n_columns = count_columns (rows);

  if (field + n_columns > KOMPASS_DRAFT_N_FIELDS)
    return fail (error, _("There are more columns than there is room for from here to the right"));
  kompass_draft_begin_step (KOMPASS_DRAFT (self));
  for (guint i = 0; i < rows->len; i++, index++)
    {
      KompassDraftRow *row = find_next (self, kind, &index);

      for (guint j = 0; j < n_columns; j++)
        paste_cell (row, field + j, get_cell (rows, i, j));
    }
  kompass_draft_end_step (KOMPASS_DRAFT (self));

  return TRUE;
}

/**
 * kompass_edition_draft_paste:
 * @self: a draft
 * @id: identity of the row with the keyboard
 * @field: which of its fields has the keyboard
 * @text: what is on the clipboard
 * @error: return location for a #KompassDraftError, whose message is for the person who pastes
 *
 * Pastes a table as one step. Where its first column holds numbers of areas and questions, and there are others, each
 * row goes to the row of its number, or becomes a new one in order; a row of headings is passed over. Otherwise its
 * columns go to the fields from @field on, and its rows to the areas, or to the questions, from @id on; what is more
 * than there are becomes new rows. A row that is given other words is not taken for the one it was.
 *
 * Returns: %TRUE if all of it has been pasted, %FALSE if nothing has
 */
gboolean
kompass_edition_draft_paste (KompassEditionDraft  *self,
                             guint                 id,
                             KompassDraftField     field,
                             const char           *text,
                             GError              **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GPtrArray) rows = read_table (valid);
  Table table = { rows, 0, NO_COLUMN, NO_COLUMN };
  guint index;

  if (rows->len == 0)
    return fail (error, _("There is no text to paste"));
  if (rows->len > MAX_ROWS)
    return fail (error, _("There are more rows than any edition has"));
  if (count_columns (rows) > 1 && is_numbered (rows, &table.first))
    return paste_numbered (self, &table, error);
  if (kompass_edition_draft_find (self, id, &index) == NULL)
    return fail (error, _("Add an area first, or paste a table that begins with numbers"));

  return paste_columns (self, index, field, rows, error);
}
