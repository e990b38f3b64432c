/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of text in aligned columns. Nothing is cut. */
#include "kompass-cli-table.h"

#include <string.h>

#include "kompass-cli-output.h"

struct _KompassCliTable
{
  char *alignments;
  GPtrArray *rows; /* of GStrv; an empty one is an empty line */
};

static void
free_row (gpointer data)
{
  g_strfreev (data);
}

/**
 * kompass_cli_table_new:
 * @alignments: a letter per column: 'l' left, 'r' right
 *
 * Returns: (transfer full): a table without rows
 */
KompassCliTable *
kompass_cli_table_new (const char *alignments)
{
  KompassCliTable *self = g_new0 (KompassCliTable, 1);

  self->alignments = g_strdup (alignments);
  self->rows = g_ptr_array_new_with_free_func (free_row);

  return self;
}

void
kompass_cli_table_free (KompassCliTable *self)
{
  g_free (self->alignments);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * kompass_cli_table_add:
 * @self: a table
 * @...: the cells of a row, then %NULL; none for an empty line
 */
void
kompass_cli_table_add (KompassCliTable *self,
                       ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  const char *cell;
  va_list args;

  va_start (args, self);
  while ((cell = va_arg (args, const char *)) != NULL)
    g_strv_builder_add (cells, cell);
  va_end (args);
  g_ptr_array_add (self->rows, g_strv_builder_end (cells));
}

/* How many places a terminal gives it. */
static gsize
measure (const char *text)
{
  gsize width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static gsize *
measure_columns (KompassCliTable *self)
{
  gsize *widths = g_new0 (gsize, strlen (self->alignments));

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; row[j] != NULL && self->alignments[j] != '\0'; j++)
        widths[j] = MAX (widths[j], measure (row[j]));
    }

  return widths;
}

static void
append_spaces (GString *text,
               gsize    n)
{
  for (; n > 0; n--)
    g_string_append_c (text, ' ');
}

static void
print_row (KompassCliTable *self,
           char           **row,
           const gsize     *widths)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; row[i] != NULL && self->alignments[i] != '\0'; i++)
    {
      gsize space = widths[i] - measure (row[i]);

      if (i > 0)
        append_spaces (text, 2);
      if (self->alignments[i] == 'r')
        append_spaces (text, space);
      g_string_append (text, row[i]);
      if (self->alignments[i] == 'l')
        append_spaces (text, space);
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  kompass_cli_print ("%s\n", text->str);
}

/**
 * kompass_cli_table_print:
 * @self: a table
 *
 * Writes the table to standard output.
 */
void
kompass_cli_table_print (KompassCliTable *self)
{
  g_autofree gsize *widths = measure_columns (self);

  for (guint i = 0; i < self->rows->len; i++)
    print_row (self, g_ptr_array_index (self->rows, i), widths);
}
