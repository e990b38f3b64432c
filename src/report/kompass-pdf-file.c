/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF in memory whose objects can be changed.
 *
 * libqpdf reads what was drawn, and answers what is in it. What is changed is text, as PDF writes it, with references to objects
 * before they are known, which libqpdf's C interface cannot read. So the file is written here: what is reachable from the
 * catalogue, object by object, streams as they were drawn. A report has thousands of objects, of which nearly all stay as
 * they are; libqpdf would take each apart and put it together again, which takes as long as drawing the pages. */

#include "kompass-pdf-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-builder.h"

#define LAST_LINES 40   /* "startxref", a number and "%%EOF" */
#define TABLE_LINE 20   /* of the table of objects */

struct _KompassPdfFile
{
  qpdf_data qpdf;        /* of the file as it was drawn */
  const char *drawn;     /* the same, as bytes */
  gsize length;
  GString *added;        /* what objects are to hold instead, and new ones */
  GArray *objects;       /* of Object: by number */
  guint root;
  guint info;
  GArray *pages;         /* of guint: their objects */
  GPtrArray *entries;    /* of Entry: what is set in objects that were drawn */
};

/* What an object holds: between "obj" and "endobj". */
typedef struct
{
  gboolean added;        /* whether it is in what was added */
  gsize offset;
  gsize length;
} Object;

typedef struct
{
  guint object;
  char *key;
  char *value;           /* or NULL for what is taken away */
} Entry;

/* A file that is being written. */
typedef struct
{
  KompassPdfFile *file;
  GString *bytes;
  guint *numbers;        /* per object: its number in the new file, or 0 while nothing refers to it */
  GArray *order;         /* of guint: objects, in the order of their new numbers */
} Writer;

static void
entry_free (Entry *self)
{
  g_free (self->key);
  g_free (self->value);
  g_free (self);
}

static void
set_error (qpdf_data  qpdf,
           GError   **error)
{
  const char *reason = qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)) : "";

  g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_FILE,
               /* Translators: %s is the reason in English, from the library that writes PDF files. */
               _("The PDF could not be put together: %s"), reason);
}

/* Reading */

static qpdf_data
read_pdf (const char *data,
          gsize       length)
{
  qpdf_data qpdf = qpdf_init ();

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  /* What is damaged here would be our mistake, and is not to be mended by guesses. */
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  qpdf_read_memory (qpdf, "report", data, length, NULL);
  return qpdf;
}

static guint
take_object (KompassPdfFile *self,
             qpdf_oh         handle)
{
  int object = qpdf_oh_get_object_id (self->qpdf, handle);

  qpdf_oh_release (self->qpdf, handle);
  return (guint) object;
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const Object *one = *(Object * const *) a;
  const Object *other = *(Object * const *) b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

/* Leaves out "7 0 obj" and "endobj" around what an object holds. */
static gboolean
trim_object (KompassPdfFile *self,
             Object         *object,
             gsize           end)
{
  const char *start = memmem (self->drawn + object->offset, MIN (end - object->offset, LAST_LINES), "obj", 3);

  while (end > object->offset && g_ascii_isspace (self->drawn[end - 1]))
    end--;
  if (start == NULL || end < object->offset + strlen ("endobj") || memcmp (self->drawn + end - strlen ("endobj"), "endobj", 6) != 0)
    return FALSE;

  object->offset = (gsize) (start + strlen ("obj") - self->drawn);
  object->length = end - strlen ("endobj") - object->offset;
  return TRUE;
}

/* Every object goes on to where the next one begins, or to the table. */
static gboolean
trim_objects (KompassPdfFile *self,
              gsize           table)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < self->objects->len; i++)
    {
      Object *object = &g_array_index (self->objects, Object, i);

      if (object->offset > 0)
        g_ptr_array_add (sorted, object);
    }
  g_ptr_array_sort (sorted, compare_offsets);
  for (guint i = 0; i < sorted->len; i++)
    {
      gsize end = i + 1 < sorted->len ? ((const Object *) g_ptr_array_index (sorted, i + 1))->offset : table;

      if (!trim_object (self, g_ptr_array_index (sorted, i), end))
        return FALSE;
    }
  return TRUE;
}

/* Where the table of objects is: the last lines say so. */
static gsize
find_table (KompassPdfFile *self)
{
  const char *tail = self->drawn + self->length - MIN (self->length, LAST_LINES);
  const char *at = memmem (tail, (gsize) (self->drawn + self->length - tail), "startxref\n", strlen ("startxref\n"));
  guint64 table = at != NULL ? g_ascii_strtoull (at + strlen ("startxref\n"), NULL, 10) : 0;

  return table < self->length ? (gsize) table : 0;
}

/* Cairo writes one table of all objects: "xref", "0 7" for seven of them from 0 on, and a line of twenty bytes for each. */
static gboolean
read_table (KompassPdfFile *self)
{
  gsize table = find_table (self);
  const char *end = self->drawn + self->length;
  const char *at = self->drawn + table;
  guint64 n;

  if (table == 0 || end - at < LAST_LINES || memcmp (at, "xref\n0 ", strlen ("xref\n0 ")) != 0)
    return FALSE;
  n = g_ascii_strtoull (at + strlen ("xref\n0 "), (char **) &at, 10);
  at++;
  if (n > (gsize) (end - at) / TABLE_LINE)
    return FALSE;

  for (guint i = 0; i < n; i++, at += TABLE_LINE)
    {
      Object object = { .offset = at[TABLE_LINE - 3] == 'n' ? (gsize) g_ascii_strtoull (at, NULL, 10) : 0 };

      if (object.offset >= table)
        return FALSE;
      g_array_append_val (self->objects, object);
    }
  return trim_objects (self, table);
}

static void
find_pages (KompassPdfFile *self)
{
  int n = qpdf_get_num_pages (self->qpdf);

  for (int i = 0; i < n; i++)
    {
      guint page = take_object (self, qpdf_get_page_n (self->qpdf, (size_t) i));

      g_array_append_val (self->pages, page);
    }
}

/**
 * kompass_pdf_file_new:
 * @data: (array length=length): a PDF with a table of its objects, as PDF 1.4 has it; not copied, and to live as long as the file
 * @length: how long it is
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Returns: (transfer full) (nullable): the file, or %NULL if @data cannot be read
 */
KompassPdfFile *
kompass_pdf_file_new (const guint8  *data,
                      gsize          length,
                      GError       **error)
{
  g_autoptr (KompassPdfFile) self = g_new0 (KompassPdfFile, 1);

  self->qpdf = read_pdf ((const char *) data, length);
  self->drawn = (const char *) data;
  self->length = length;
  self->added = g_string_new (NULL);
  self->objects = g_array_new (FALSE, FALSE, sizeof (Object));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!qpdf_has_error (self->qpdf))
    {
      self->root = take_object (self, qpdf_get_root (self->qpdf));
      find_pages (self);
    }
  if (qpdf_has_error (self->qpdf) || !read_table (self))
    {
      set_error (self->qpdf, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
kompass_pdf_file_free (KompassPdfFile *self)
{
  qpdf_cleanup (&self->qpdf);
  g_string_free (self->added, TRUE);
  g_array_unref (self->objects);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * kompass_pdf_file_get_qpdf:
 * @self: a file
 *
 * Returns: (transfer none): the file as it was drawn, to be read only
 */
qpdf_data
kompass_pdf_file_get_qpdf (KompassPdfFile *self)
{
  return self->qpdf;
}

/**
 * kompass_pdf_file_get_root:
 * @self: a file
 *
 * Returns: the object of the catalogue
 */
guint
kompass_pdf_file_get_root (KompassPdfFile *self)
{
  return self->root;
}

/**
 * kompass_pdf_file_get_n_pages:
 * @self: a file
 *
 * Returns: how many pages it has
 */
guint
kompass_pdf_file_get_n_pages (KompassPdfFile *self)
{
  return self->pages->len;
}

/**
 * kompass_pdf_file_get_page:
 * @self: a file
 * @page: a page, from 0
 *
 * Returns: the object of the page
 */
guint
kompass_pdf_file_get_page (KompassPdfFile *self,
                           guint           page)
{
  g_return_val_if_fail (page < self->pages->len, 0);

  return g_array_index (self->pages, guint, page);
}

/* Changing */

static void
begin_object (KompassPdfFile *self,
              guint           object)
{
  g_array_index (self->objects, Object, object) = (Object) { TRUE, self->added->len, 0 };
}

static void
end_object (KompassPdfFile *self,
            guint           object)
{
  Object *written = &g_array_index (self->objects, Object, object);

  written->length = self->added->len - written->offset;
}

/**
 * kompass_pdf_file_reserve:
 * @self: a file
 *
 * Returns: a new object, to be referred to before what it holds is known, see kompass_pdf_file_put()
 */
guint
kompass_pdf_file_reserve (KompassPdfFile *self)
{
  const Object object = { .added = TRUE };

  g_array_append_val (self->objects, object);
  return self->objects->len - 1;
}

/**
 * kompass_pdf_file_put:
 * @self: a file
 * @object: an object that was reserved or drawn
 * @text: what it is to hold, as PDF writes it
 *
 * Says what an object holds, once.
 */
void
kompass_pdf_file_put (KompassPdfFile *self,
                      guint           object,
                      const char     *text)
{
  begin_object (self, object);
  g_string_append (self->added, text);
  end_object (self, object);
}

/**
 * kompass_pdf_file_put_stream:
 * @self: a file
 * @object: an object that was reserved or drawn
 * @dictionary: what is said of the stream, as PDF writes it, without brackets and without its length
 * @data: (array length=length): what is in the stream
 * @length: how long it is
 *
 * Says what an object holds, once: a stream, which stays as it is.
 */
void
kompass_pdf_file_put_stream (KompassPdfFile *self,
                             guint           object,
                             const char     *dictionary,
                             const guint8   *data,
                             gsize           length)
{
  begin_object (self, object);
  g_string_append_printf (self->added, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary, length);
  g_string_append_len (self->added, (const char *) data, (gssize) length);
  g_string_append (self->added, "\nendstream");
  end_object (self, object);
}

/**
 * kompass_pdf_file_add:
 * @self: a file
 * @text: what an object is to hold, as PDF writes it
 *
 * Returns: a new object
 */
guint
kompass_pdf_file_add (KompassPdfFile *self,
                      const char     *text)
{
  guint object = kompass_pdf_file_reserve (self);

  kompass_pdf_file_put (self, object, text);
  return object;
}

/**
 * kompass_pdf_file_set:
 * @self: a file
 * @object: a dictionary that was drawn
 * @key: what to set, with its slash
 * @value: (nullable): its value as PDF writes it, or %NULL to take it away
 *
 * Changes one entry of an object, once.
 */
void
kompass_pdf_file_set (KompassPdfFile *self,
                      guint           object,
                      const char     *key,
                      const char     *value)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry) { object, g_strdup (key), g_strdup (value) };
  g_ptr_array_add (self->entries, entry);
}

/**
 * kompass_pdf_file_set_info:
 * @self: a file
 * @object: a dictionary
 *
 * Makes @object what readers show of the document: title, author, dates.
 */
void
kompass_pdf_file_set_info (KompassPdfFile *self,
                           guint           object)
{
  self->info = object;
}

/* Writing */

static gboolean
is_set (GPtrArray  *entries,
        const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const Entry *) g_ptr_array_index (entries, i))->key, key))
      return TRUE;
  return FALSE;
}

/* What was drawn of a dictionary, but for what is set. */
static void
append_drawn_entries (KompassPdfFile *self,
                      guint           object,
                      GPtrArray      *entries)
{
  qpdf_oh dictionary = qpdf_get_object_by_id (self->qpdf, (int) object, 0);

  qpdf_oh_begin_dict_key_iter (self->qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    {
      const char *key = qpdf_oh_dict_next_key (self->qpdf);

      if (!is_set (entries, key))
        {
          qpdf_oh value = qpdf_oh_get_key (self->qpdf, dictionary, key);

          g_string_append_printf (self->added, "%s ", key);
          g_string_append_printf (self->added, "%s ", qpdf_oh_unparse (self->qpdf, value));
          qpdf_oh_release (self->qpdf, value);
        }
    }
  qpdf_oh_release (self->qpdf, dictionary);
}

static void
put_entries (KompassPdfFile *self,
             guint           object,
             GPtrArray      *entries)
{
  begin_object (self, object);
  g_string_append (self->added, "<< ");
  append_drawn_entries (self, object, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->value != NULL)
        g_string_append_printf (self->added, "%s %s ", entry->key, entry->value);
    }
  g_string_append (self->added, ">>");
  end_object (self, object);
}

static void
put_all_entries (KompassPdfFile *self)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      gpointer key = GUINT_TO_POINTER (entry->object);
      GPtrArray *entries = g_hash_table_lookup (objects, key);

      if (entries == NULL)
        {
          entries = g_ptr_array_new ();
          g_hash_table_insert (objects, key, entries);
          g_ptr_array_add (order, key);
        }
      g_ptr_array_add (entries, entry);
    }
  for (guint i = 0; i < order->len; i++)
    {
      gpointer key = g_ptr_array_index (order, i);

      put_entries (self, GPOINTER_TO_UINT (key), g_hash_table_lookup (objects, key));
    }
}

static guint
get_number (Writer *self,
            guint   object)
{
  if (object >= self->file->objects->len)
    return 0;
  if (self->numbers[object] == 0)
    {
      g_array_append_val (self->order, object);
      self->numbers[object] = self->order->len;
    }
  return self->numbers[object];
}

static const char *
skip_number (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
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
  *object = (guint) g_ascii_strtoull (at, NULL, 10);
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

/* Copies one token; references get the new numbers of what they refer to. */
static const char *
copy_token (Writer     *self,
            const char *at,
            const char *end)
{
  const char *next;
  guint object;

  if (g_ascii_isdigit (*at) && (next = read_reference (at, end, &object)) != NULL)
    {
      g_string_append_printf (self->bytes, "%u 0 R", get_number (self, object));
      return next;
    }
  if (*at == '(')
    next = skip_string (at, end);
  else if (end - at > (gssize) strlen ("stream") && memcmp (at, "stream", strlen ("stream")) == 0)
    next = end;   /* the rest is data */
  else if (g_ascii_isalnum (*at) || *at == '/' || *at == '-')
    next = skip_word (at, end);
  else
    next = at + 1;
  g_string_append_len (self->bytes, at, next - at);
  return next;
}

static void
copy_object (Writer *self,
             guint   number)
{
  guint index = g_array_index (self->order, guint, number - 1);
  const Object *object = &g_array_index (self->file->objects, Object, index);
  const char *at = (object->added ? self->file->added->str : self->file->drawn) + object->offset;
  const char *end = at + object->length;

  g_string_append_printf (self->bytes, "%u 0 obj", number);
  if (at < end && !g_ascii_isspace (*at))
    g_string_append_c (self->bytes, '\n');
  while (at < end)
    at = copy_token (self, at, end);
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
              GArray *offsets)
{
  gsize table = self->bytes->len;

  g_string_append_printf (self->bytes, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (self->bytes, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (self->bytes, "trailer\n<< /Size %u /Root %u 0 R ", offsets->len + 1,
                          get_number (self, self->file->root));
  if (self->file->info != 0)
    g_string_append_printf (self->bytes, "/Info %u 0 R ", get_number (self, self->file->info));
  append_identifier (self);
  g_string_append_printf (self->bytes, ">>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

static GBytes *
write_objects (KompassPdfFile *file)
{
  Writer self = { .file = file, .bytes = g_string_sized_new (file->length + file->added->len) };
  g_autofree guint *numbers = g_new0 (guint, file->objects->len);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));

  self.numbers = numbers;
  self.order = order;
  /* Four bytes beyond ASCII tell programs that the file is not text. */
  g_string_append (self.bytes, "%PDF-1.4\n%\xe5\xe4\xf6\xb5\n");
  get_number (&self, file->root);
  if (file->info != 0)
    get_number (&self, file->info);
  /* The order grows while objects refer to others. */
  for (guint i = 0; i < order->len; i++)
    {
      g_array_append_val (offsets, self.bytes->len);
      copy_object (&self, i + 1);
    }
  append_table (&self, offsets);

  return g_string_free_to_bytes (self.bytes);
}

/**
 * kompass_pdf_file_write:
 * @self: a file
 *
 * Writes the file: only what is still referred to, streams as they are, with an identifier made of what it holds. Only once
 * for a file.
 *
 * Returns: (transfer full): the PDF
 */
GBytes *
kompass_pdf_file_write (KompassPdfFile *self)
{
  put_all_entries (self);
  return write_objects (self);
}

/* Text as PDF writes it */

static void
append_ascii (GString    *string,
              const char *text)
{
  g_string_append_c (string, '(');
  for (; *text != '\0'; text++)
    {
      if (strchr ("()\\", *text) != NULL)
        g_string_append_c (string, '\\');
      g_string_append_c (string, *text);
    }
  g_string_append_c (string, ')');
}

static void
append_utf16 (GString    *string,
              const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, NULL, NULL);

  g_string_append (string, "<FEFF");
  for (const gunichar2 *unit = units; *unit != 0; unit++)
    g_string_append_printf (string, "%04X", *unit);
  g_string_append_c (string, '>');
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text < 0x20 || *text > 0x7e)
      return FALSE;
  return TRUE;
}

/**
 * kompass_pdf_append_text:
 * @string: where to write
 * @text: words in UTF-8
 *
 * Writes words as PDF does.
 */
void
kompass_pdf_append_text (GString    *string,
                         const char *text)
{
  if (is_plain (text))
    append_ascii (string, text);
  else
    append_utf16 (string, text);
}

/**
 * kompass_pdf_append_number:
 * @string: where to write
 * @number: a number, such as a length in points
 *
 * Writes a number as PDF does in every language, to a hundredth.
 */
void
kompass_pdf_append_number (GString *string,
                           double   number)
{
  gint64 hundredths = (gint64) (number * 100 + (number < 0 ? -0.5 : 0.5));
  guint64 size = (guint64) (hundredths < 0 ? -hundredths : hundredths);

  g_string_append_printf (string, "%s%" G_GUINT64_FORMAT, hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 != 0)
    g_string_append_printf (string, size % 10 != 0 ? ".%02u" : ".%u", (guint) (size % 10 != 0 ? size % 100 : size % 100 / 10));
}
