/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF in memory whose objects can be changed.
 *
 * Changes are written behind the file as PDF's incremental updates are: text, with references to objects before they are
 * known, which libqpdf's C interface cannot read on its own. libqpdf then reads the whole, checks it as any
 * reader would, and writes what is still referred to. */

#include "kompass-pdf-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kompass-chart-builder.h"

#define LAST_LINES 40   /* "startxref", a number and "%%EOF" */

struct _KompassPdfFile
{
  qpdf_data qpdf;        /* of the file as it was drawn */
  GString *bytes;        /* the file with what is written behind it */
  gsize drawn;           /* how much of it was drawn */
  guint root;
  guint info;
  guint n_objects;       /* with those that are reserved */
  GArray *pages;         /* of guint: their objects */
  GArray *changes;       /* of Change: where objects are written */
  GPtrArray *entries;    /* of Entry: what is set in objects that were drawn */
};

typedef struct
{
  guint object;
  gsize offset;
} Change;

typedef struct
{
  guint object;
  char *key;
  char *value;           /* or NULL for what is taken away */
} Entry;

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

static guint
read_size (KompassPdfFile *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf);
  qpdf_oh size = qpdf_oh_get_key (self->qpdf, trailer, "/Size");
  guint n = qpdf_oh_get_uint_value_as_uint (self->qpdf, size);

  qpdf_oh_release (self->qpdf, size);
  qpdf_oh_release (self->qpdf, trailer);
  return n;
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
  self->bytes = g_string_new_len ((const char *) data, (gssize) length);
  self->drawn = length;
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!qpdf_has_error (self->qpdf))
    {
      self->root = take_object (self, qpdf_get_root (self->qpdf));
      self->n_objects = read_size (self);
      find_pages (self);
    }
  if (qpdf_has_error (self->qpdf))
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
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->pages);
  g_array_unref (self->changes);
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
  Change change = { object, self->bytes->len };

  g_array_append_val (self->changes, change);
  g_string_append_printf (self->bytes, "%u 0 obj\n", object);
}

static void
end_object (KompassPdfFile *self)
{
  g_string_append (self->bytes, "\nendobj\n");
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
  return self->n_objects++;
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
  g_string_append (self->bytes, text);
  end_object (self);
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
  g_string_append_printf (self->bytes, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary, length);
  g_string_append_len (self->bytes, (const char *) data, (gssize) length);
  g_string_append (self->bytes, "\nendstream");
  end_object (self);
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

          g_string_append_printf (self->bytes, "%s ", key);
          g_string_append_printf (self->bytes, "%s ", qpdf_oh_unparse (self->qpdf, value));
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
  g_string_append (self->bytes, "<< ");
  append_drawn_entries (self, object, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->value != NULL)
        g_string_append_printf (self->bytes, "%s %s ", entry->key, entry->value);
    }
  g_string_append (self->bytes, ">>");
  end_object (self);
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

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const Change *one = a;
  const Change *other = b;

  return one->object < other->object ? -1 : one->object > other->object;
}

/* Where the table of what was drawn is: its last lines say so. */
static guint64
find_drawn_table (KompassPdfFile *self)
{
  const char *end = self->bytes->str + self->drawn;
  const char *at = g_strstr_len (end - MIN (self->drawn, LAST_LINES), -1, "startxref");

  return at != NULL && at < end ? g_ascii_strtoull (at + strlen ("startxref"), NULL, 10) : 0;
}

static void
append_table (KompassPdfFile *self)
{
  gsize offset = self->bytes->len;

  g_array_sort (self->changes, compare_changes);
  g_string_append (self->bytes, "xref\n");
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      g_string_append_printf (self->bytes, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", change->object, change->offset);
    }
  g_string_append_printf (self->bytes, "trailer\n<< /Size %u /Root %u 0 R ", self->n_objects, self->root);
  if (self->info != 0)
    g_string_append_printf (self->bytes, "/Info %u 0 R ", self->info);
  g_string_append_printf (self->bytes, "/Prev %" G_GUINT64_FORMAT " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          find_drawn_table (self), offset);
}

static GBytes *
write_pdf (qpdf_data qpdf)
{
  if (qpdf_has_error (qpdf) || (qpdf_init_write_memory (qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_stream_data_mode (qpdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_newline_before_endstream (qpdf, QPDF_TRUE);
  if ((qpdf_write (qpdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/**
 * kompass_pdf_file_write:
 * @self: a file
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Writes the file: only what is still referred to, streams as they are, with an identifier made of what it holds. Only once
 * for a file.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
kompass_pdf_file_write (KompassPdfFile *self,
                        GError        **error)
{
  qpdf_data whole;
  GBytes *bytes;

  put_all_entries (self);
  append_table (self);
  whole = read_pdf (self->bytes->str, self->bytes->len);
  bytes = write_pdf (whole);
  if (bytes == NULL)
    set_error (whole, error);
  qpdf_cleanup (&whole);

  return bytes;
}
