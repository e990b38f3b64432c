/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The objects of a PDF as the file has them: read by the table at its end, and written with new numbers. */

#include "kompass-pdf-objects.h"

#include <string.h>

#define LAST_LINES 40   /* "startxref", a number and "%%EOF" */
#define TABLE_LINE 20   /* of the table of objects */
#define FIRST_SIZE (512 * 1024)

/* A file that is being read. */
typedef struct
{
  const char *data;
  gsize length;
  GArray *objects;       /* of KompassPdfSlice: by number */
} Reader;

/* A file that is being written. */
typedef struct
{
  GArray *objects;       /* of KompassPdfSlice: by their old numbers */
  GString *bytes;
  guint *numbers;        /* per object: its number in the new file, or 0 while nothing refers to it */
  GArray *order;         /* of guint: objects, in the order of their new numbers */
} Writer;

/* Reading */

static int
compare_starts (gconstpointer a,
                 gconstpointer b)
{
  const KompassPdfSlice *one = *(KompassPdfSlice * const *) a;
  const KompassPdfSlice *other = *(KompassPdfSlice * const *) b;

  return one->text < other->text ? -1 : one->text > other->text;
}

/* Leaves out "7 0 obj" and "endobj" around what an object holds. */
static gboolean
trim_object (KompassPdfSlice *object,
             const char      *end)
{
  const char *start = memmem (object->text, (gsize) MIN (end - object->text, LAST_LINES), "obj", strlen ("obj"));

  while (end > object->text && g_ascii_isspace (end[-1]))
    end--;
  end -= strlen ("endobj");
  if (start == NULL || end < start + strlen ("obj") || memcmp (end, "endobj", strlen ("endobj")) != 0)
    return FALSE;

  object->text = start + strlen ("obj");
  object->length = (gsize) (end - object->text);
  return TRUE;
}

/* Every object goes on to where the next one begins, or to the table. */
static gboolean
trim_objects (Reader     *self,
              const char *table)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < self->objects->len; i++)
    {
      KompassPdfSlice *object = &g_array_index (self->objects, KompassPdfSlice, i);

      if (object->text != NULL)
        g_ptr_array_add (sorted, object);
    }
  g_ptr_array_sort (sorted, compare_starts);
  for (guint i = 0; i < sorted->len; i++)
    {
      const KompassPdfSlice *next = i + 1 < sorted->len ? g_ptr_array_index (sorted, i + 1) : NULL;

      if (!trim_object (g_ptr_array_index (sorted, i), next != NULL ? next->text : table))
        return FALSE;
    }
  return TRUE;
}

/* Reads no further than @end, which need not be followed by anything. */
static guint64
parse_number (const char **at,
              const char  *end)
{
  guint64 number = 0;

  for (; *at < end && g_ascii_isdigit (**at) && number < G_MAXUINT32; (*at)++)
    number = number * 10 + (guint64) (**at - '0');
  return number;
}

/* Where the table of objects is: the last lines say so. */
static gsize
find_table (Reader *self)
{
  const char *tail = self->data + self->length - MIN (self->length, LAST_LINES);
  const char *at = memmem (tail, (gsize) (self->data + self->length - tail), "startxref\n", strlen ("startxref\n"));
  guint64 table;

  if (at == NULL)
    return 0;
  at += strlen ("startxref\n");
  table = parse_number (&at, self->data + self->length);
  return table < self->length ? (gsize) table : 0;
}

/* Cairo writes one table of all objects: "xref", "0 7" for seven of them from 0 on, and a line of twenty bytes for each. */
static gboolean
read_table (Reader *self)
{
  gsize table = find_table (self);
  const char *end = self->data + self->length;
  const char *at = self->data + table;
  guint64 n;

  if (table == 0 || end - at < LAST_LINES || memcmp (at, "xref\n0 ", strlen ("xref\n0 ")) != 0)
    return FALSE;
  at += strlen ("xref\n0 ");
  n = parse_number (&at, end);
  if (at < end)
    at++;
  if (n > (gsize) (end - at) / TABLE_LINE)
    return FALSE;

  for (guint i = 0; i < n; i++, at += TABLE_LINE)
    {
      const char *digits = at;
      guint64 offset = parse_number (&digits, end);
      gboolean used = at[TABLE_LINE - 3] == 'n';
      const KompassPdfSlice object = { used ? self->data + offset : NULL, 0 };

      if (used && offset >= table)
        return FALSE;
      g_array_append_val (self->objects, object);
    }
  return trim_objects (self, self->data + table);
}

/**
 * kompass_pdf_objects_read:
 * @data: (array length=length): a PDF with one table of its objects, as cairo writes it
 * @length: how long it is
 *
 * Finds the objects of a PDF by its table.
 *
 * Returns: (transfer full) (nullable) (element-type KompassPdfSlice): what they hold, by number, in @data; %NULL if that is not how
 *   @data is made
 */
GArray *
kompass_pdf_objects_read (const char *data,
                          gsize       length)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (KompassPdfSlice));
  Reader self = { data, length, objects };

  return read_table (&self) ? g_steal_pointer (&objects) : NULL;
}

/* Writing */

static guint
get_number (Writer *self,
            guint   object)
{
  if (object >= self->objects->len)
    return 0;
  if (self->numbers[object] == 0)
    {
      g_array_append_val (self->order, object);
      self->numbers[object] = self->order->len;
    }
  return self->numbers[object];
}

static void
append_number (GString *string,
               guint    number)
{
  char digits[16];
  char *at = digits + sizeof digits;

  do
    *--at = (char) ('0' + number % 10);
  while ((number /= 10) != 0);
  g_string_append_len (string, at, digits + sizeof digits - at);
}

static const char *
skip_number (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Cairo writes comments, such as the number of a page. */
static const char *
skip_comment (const char *at,
              const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  return at;
}

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && (g_ascii_isspace (*at) || *at == '%'))
    at = *at == '%' ? skip_comment (at, end) : at + 1;
  return at;
}

/* Reads "7 0 R"; returns where it ends, or NULL if a number is only a number. */
static const char *
read_reference (const char *at,
                const char *end,
                guint      *object)
{
  const char *first = skip_number (at, end);
  const char *second = skip_space (first, end);
  const char *last = skip_space (skip_number (second, end), end);

  if (second == first || last >= end || *last != 'R' || (last + 1 < end && g_ascii_isalnum (last[1])))
    return NULL;
  *object = (guint) parse_number (&at, first);
  return last + 1;
}

static const char *
skip_string (const char *at,
             const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }
  return end;
}

/* A name or word goes on up to a space or a bracket; a number does, too. */
static const char *
skip_word (const char *at,
           const char *end)
{
  do
    at++;
  while (at < end && !g_ascii_isspace (*at) && strchr ("()<>[]{}/%", *at) == NULL);
  return at;
}

/* Where the token at @at ends; a stream is one that goes on to the end. */
static const char *
skip_token (const char *at,
            const char *end)
{
  if (*at == '(')
    return skip_string (at, end);
  if (*at == '%')
    return skip_comment (at, end);
  if (end - at > (gssize) strlen ("stream") && memcmp (at, "stream", strlen ("stream")) == 0)
    return end;
  if (g_ascii_isalnum (*at) || *at == '/' || *at == '-')
    return skip_word (at, end);
  return at + 1;
}

/* References get the new numbers of what they refer to; everything else is copied as it is. */
static void
copy_text (Writer     *self,
           const char *at,
           const char *end)
{
  const char *copied = at;

  while (at < end)
    {
      guint object;
      const char *next = g_ascii_isdigit (*at) ? read_reference (at, end, &object) : NULL;

      if (next == NULL)
        {
          at = skip_token (at, end);
          continue;
        }
      g_string_append_len (self->bytes, copied, at - copied);
      append_number (self->bytes, get_number (self, object));
      g_string_append (self->bytes, " 0 R");
      copied = at = next;
    }
  g_string_append_len (self->bytes, copied, end - copied);
}

static void
copy_object (Writer *self,
             guint   number)
{
  guint index = g_array_index (self->order, guint, number - 1);
  const KompassPdfSlice *object = &g_array_index (self->objects, KompassPdfSlice, index);
  const char *at = object->text;
  const char *end = at + object->length;

  append_number (self->bytes, number);
  g_string_append (self->bytes, " 0 obj");
  if (at < end && !g_ascii_isspace (*at))
    g_string_append_c (self->bytes, '\n');
  copy_text (self, at, end);
  g_string_append (self->bytes, self->bytes->str[self->bytes->len - 1] == '\n' ? "endobj\n" : "\nendobj\n");
}

/* Made of all that the file says, so that equal files have equal identifiers, and others others. */
static void
append_identifier (Writer *self)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) self->bytes->str, self->bytes->len);

  g_string_append_printf (self->bytes, "/ID [ <%s> <%s> ] ", sum, sum);
}

static void
append_table (Writer *self,
              GArray *offsets,
              guint   root,
              guint   info)
{
  gsize table = self->bytes->len;

  g_string_append_printf (self->bytes, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (self->bytes, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (self->bytes, "trailer\n<< /Size %u /Root %u 0 R ", offsets->len + 1, get_number (self, root));
  if (info != 0)
    g_string_append_printf (self->bytes, "/Info %u 0 R ", get_number (self, info));
  append_identifier (self);
  g_string_append_printf (self->bytes, ">>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

/* Dictionaries and arrays go on to where they are closed. */
static const char *
skip_value (const char *at,
            const char *end)
{
  guint depth = 0;
  guint object;

  do
    {
      const char *reference = g_ascii_isdigit (*at) ? read_reference (at, end, &object) : NULL;

      if (*at == '[' || *at == '<')
        depth++;
      else if (*at == ']' || *at == '>')
        depth--;
      at = skip_space (reference != NULL ? reference : skip_token (at, end), end);
    }
  while (depth > 0 && at < end);
  return at;
}

/**
 * kompass_pdf_slice_next_entry:
 * @dictionary: a dictionary
 * @at: (inout): where to read on; %NULL to begin
 * @key: (out): the next key, with its slash
 * @value: (out): its value
 *
 * Reads the entries of a dictionary one by one, without what they refer to.
 *
 * Returns: whether there was one
 */
gboolean
kompass_pdf_slice_next_entry (const KompassPdfSlice  *dictionary,
                              const char            **at,
                              KompassPdfSlice        *key,
                              KompassPdfSlice        *value)
{
  const char *end = dictionary->text + dictionary->length;

  if (*at == NULL)
    {
      const char *open = g_strstr_len (dictionary->text, (gssize) dictionary->length, "<<");

      *at = open != NULL ? skip_space (open + strlen ("<<"), end) : end;
    }
  if (*at >= end || **at != '/')
    return FALSE;

  key->text = *at;
  *at = skip_word (*at, end);
  key->length = (gsize) (*at - key->text);
  *at = skip_space (*at, end);
  value->text = *at;
  *at = skip_value (*at, end);
  value->length = (gsize) (*at - value->text);
  return TRUE;
}

/**
 * kompass_pdf_objects_write:
 * @objects: (element-type KompassPdfSlice): what objects hold, by number
 * @root: number of the catalogue
 * @info: number of the dictionary that readers show, or 0
 *
 * Writes a PDF 1.4 of the objects that are reachable from the catalogue, with new numbers, and with an identifier made of what they
 * say.
 *
 * Returns: (transfer full): the PDF
 */
GBytes *
kompass_pdf_objects_write (GArray *objects,
                           guint   root,
                           guint   info)
{
  g_autofree guint *numbers = g_new0 (guint, objects->len);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  Writer self = { objects, g_string_sized_new (FIRST_SIZE), numbers, order };

  /* Four bytes beyond ASCII tell programs that the file is not text. */
  g_string_append (self.bytes, "%PDF-1.4\n%\xe5\xe4\xf6\xb5\n");
  get_number (&self, root);
  if (info != 0)
    get_number (&self, info);
  /* The order grows while objects refer to others. */
  for (guint i = 0; i < order->len; i++)
    {
      g_array_append_val (offsets, self.bytes->len);
      copy_object (&self, i + 1);
    }
  append_table (&self, offsets, root, info);

  return g_string_free_to_bytes (self.bytes);
}
