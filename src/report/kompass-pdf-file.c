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
#include "kompass-pdf-objects.h"

struct _KompassPdfFile
{
  qpdf_data qpdf;        /* of the file as it was drawn */
  GArray *objects;       /* of KompassPdfSlice: what they hold, by number */
  GString *text;         /* what is said of those that are changed or new */
  GArray *added;         /* of Added: where in it */
  guint root;
  guint info;
  GArray *pages;         /* of guint: their objects */
  GPtrArray *entries;    /* of Entry: what is set in objects that were drawn */
};

/* What an object is to hold: a part of the text, which moves while it grows. */
typedef struct
{
  guint object;
  gsize offset;
  gsize length;
} Added;

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
  self->objects = kompass_pdf_objects_read ((const char *) data, length);
  self->text = g_string_new (NULL);
  self->added = g_array_new (FALSE, FALSE, sizeof (Added));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!qpdf_has_error (self->qpdf))
    {
      self->root = take_object (self, qpdf_get_root (self->qpdf));
      find_pages (self);
    }
  if (qpdf_has_error (self->qpdf) || self->objects == NULL)
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
  g_clear_pointer (&self->objects, g_array_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->added);
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
  const Added added = { object, self->text->len, 0 };

  g_array_append_val (self->added, added);
}

static void
end_object (KompassPdfFile *self)
{
  Added *added = &g_array_index (self->added, Added, self->added->len - 1);

  added->length = self->text->len - added->offset;
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
  const KompassPdfSlice object = { NULL, 0 };

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
  g_string_append (self->text, text);
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
  g_string_append_printf (self->text, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", dictionary, length);
  g_string_append_len (self->text, (const char *) data, (gssize) length);
  g_string_append (self->text, "\nendstream");
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
is_set (GPtrArray             *entries,
        const KompassPdfSlice *key)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (strlen (entry->key) == key->length && memcmp (entry->key, key->text, key->length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What was drawn of a dictionary, but for what is set. */
static void
append_drawn_entries (KompassPdfFile *self,
                      guint           object,
                      GPtrArray      *entries)
{
  const KompassPdfSlice *dictionary = &g_array_index (self->objects, KompassPdfSlice, object);
  const char *at = NULL;
  KompassPdfSlice key;
  KompassPdfSlice value;

  while (kompass_pdf_slice_next_entry (dictionary, &at, &key, &value))
    if (!is_set (entries, &key))
      g_string_append_printf (self->text, "%.*s %.*s ", (int) key.length, key.text, (int) value.length, value.text);
}

static void
put_entries (KompassPdfFile *self,
             guint           object,
             GPtrArray      *entries)
{
  begin_object (self, object);
  g_string_append (self->text, "<< ");
  append_drawn_entries (self, object, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      if (entry->value != NULL)
        g_string_append_printf (self->text, "%s %s ", entry->key, entry->value);
    }
  g_string_append (self->text, ">>");
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
  for (guint i = 0; i < self->added->len; i++)
    {
      const Added *added = &g_array_index (self->added, Added, i);

      g_array_index (self->objects, KompassPdfSlice, added->object) =
          (KompassPdfSlice) { self->text->str + added->offset, added->length };
    }
  return kompass_pdf_objects_write (self->objects, self->root, self->info);
}
