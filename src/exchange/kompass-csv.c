/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated text: libcsv with the lines counted, so that what is wrong can be found. */
#include "kompass-csv.h"

#include <csv.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-bundle.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  guint line;        /* where the row begins, from 1 */
  GPtrArray *fields; /* char * */
} Row;

struct _KompassCsv
{
  char *name;
  GPtrArray *rows; /* of Row; the first holds the names of the columns */
  guint line;      /* the line that is being read, from 1 */
  guint row_line;  /* the line where the row that is being read began */
  Row *open;       /* the row that is being read, or NULL between rows */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->fields);
  g_free (row);
}

static void
field_cb (void   *text,
          size_t  length,
          void   *data)
{
  KompassCsv *self = data;

  if (self->open == NULL)
    {
      self->open = g_new0 (Row, 1);
      self->open->line = self->row_line;
      self->open->fields = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->rows, self->open);
    }
  g_ptr_array_add (self->open->fields, g_strndup (text, length));
}

static void
row_cb (int   terminator,
        void *data)
{
  KompassCsv *self = data;

  self->open = NULL;
  self->row_line = self->line + 1;
}

static gboolean
fail_at (KompassCsv  *self,
         guint        line,
         const char  *reason,
         GError     **error)
{
  g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_FORMAT, "%s:%u: %s", self->name, line, reason);

  return FALSE;
}

/* One line at a time: libcsv does not count them. */
static gboolean
parse_lines (KompassCsv         *self,
             struct csv_parser  *parser,
             const char         *text,
             gsize               length,
             GError            **error)
{
  const char *end = text + length;

  for (const char *p = text; p < end; self->line++)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *next = newline != NULL ? newline + 1 : end;
      gsize blank = strspn (p, " \t\r\n");

      if (csv_parse (parser, p, (gsize) (next - p), field_cb, row_cb, self) != (gsize) (next - p))
        return fail_at (self, self->line, _("a quotation mark stands where none can be"), error);
      if (self->row_line == self->line && p + blank >= next)
        self->row_line++;
      p = next;
    }
  if (csv_fini (parser, field_cb, row_cb, self) != 0)
    return fail_at (self, self->row_line, _("a quotation mark is opened and not closed"), error);

  return TRUE;
}

static gboolean
parse (KompassCsv  *self,
       const char  *bytes,
       gsize        length,
       GError     **error)
{
  g_autofree char *text = g_strndup (bytes, length);
  struct csv_parser parser;
  gboolean is_read;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return fail_at (self, 1, g_strerror (ENOMEM), error);
  is_read = parse_lines (self, &parser, text, length, error);
  csv_free (&parser);

  return is_read;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint lines = 1;

  for (const char *p = text; (p = memchr (p, '\n', (gsize) (end - p))) != NULL; p++)
    lines++;

  return lines;
}

static gboolean
check_columns (KompassCsv          *self,
               const char * const  *columns,
               GError             **error)
{
  Row *header = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  g_autofree char *wanted = g_strjoinv (",", (char **) columns);
  g_autofree char *found = NULL;
  g_autofree char *reason = NULL;

  if (header != NULL)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) names = NULL;

      for (guint i = 0; i < header->fields->len; i++)
        g_strv_builder_add (builder, g_ptr_array_index (header->fields, i));
      names = g_strv_builder_end (builder);
      found = g_strjoinv (",", names);
    }
  if (g_strcmp0 (found, wanted) == 0)
    return TRUE;
  reason = g_strdup_printf (_("the first line must be “%s”"), wanted);

  return fail_at (self, 1, reason, error);
}

static gboolean
check_rows (KompassCsv  *self,
            GError     **error)
{
  guint n_columns = ((Row *) g_ptr_array_index (self->rows, 0))->fields->len;

  for (guint i = 1; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      g_autofree char *reason = NULL;

      if (row->fields->len == n_columns)
        continue;
      reason = g_strdup_printf (_("%u fields where the first line has %u"), row->fields->len, n_columns);
      return fail_at (self, row->line, reason, error);
    }

  return TRUE;
}

/**
 * kompass_csv_new:
 * @name: what the text is called in errors: a file name
 * @bytes: the text, UTF-8
 * @columns: (array zero-terminated=1): the names that its first line must hold, in order
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR that names file and line
 *
 * Reads comma-separated text as RFC 4180 has it: fields with commas, line ends or quotation marks in quotation marks.
 * Empty lines are passed over; every other line must have as many fields as the first.
 *
 * Returns: (transfer full) (nullable): its rows
 */
KompassCsv *
kompass_csv_new (const char          *name,
                 GBytes              *bytes,
                 const char * const  *columns,
                 GError             **error)
{
  g_autoptr (KompassCsv) self = g_new0 (KompassCsv, 1);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *invalid;

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->line = self->row_line = 1;
  if (length > 0 && !g_utf8_validate_len (text, length, &invalid))
    {
      fail_at (self, count_lines (text, invalid), _("the text is not UTF-8"), error);
      return NULL;
    }
  if (length > strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      text += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!parse (self, text, length, error) || !check_columns (self, columns, error) || !check_rows (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
kompass_csv_free (KompassCsv *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * kompass_csv_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has below the names of its columns
 */
guint
kompass_csv_get_n_rows (KompassCsv *self)
{
  return self->rows->len - 1;
}

/**
 * kompass_csv_get:
 * @self: a table
 * @row: which row, from 0
 * @column: which column, from 0
 *
 * Returns: (transfer none): the field, without the quotation marks around it; "" where nothing is written
 */
const char *
kompass_csv_get (KompassCsv *self,
                 guint       row,
                 guint       column)
{
  Row *fields = g_ptr_array_index (self->rows, row + 1);

  return g_ptr_array_index (fields->fields, column);
}

/**
 * kompass_csv_fail:
 * @self: a table
 * @row: which row, from 0
 * @column: which column, from 0
 * @reason: what is wrong with that field
 * @error: return location for a #KOMPASS_EXCHANGE_ERROR: "means.csv:3: members: must be a number above 0"
 *
 * Returns: %FALSE, for returning it
 */
gboolean
kompass_csv_fail (KompassCsv  *self,
                  guint        row,
                  guint        column,
                  const char  *reason,
                  GError     **error)
{
  Row *header = g_ptr_array_index (self->rows, 0);
  Row *fields = g_ptr_array_index (self->rows, row + 1);

  g_set_error (error, KOMPASS_EXCHANGE_ERROR, KOMPASS_EXCHANGE_ERROR_VALUE, "%s:%u: %s: %s", self->name, fields->line,
               (const char *) g_ptr_array_index (header->fields, column), reason);

  return FALSE;
}
