/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the fonts and images that the pages of a PDF are drawn with. */

#include "kompass-pdf-resources.h"

typedef struct
{
  qpdf_data qpdf;
  GHashTable *seen;      /* of objects */
  KompassPdfResources *found;
} Search;

static void find_in_drawing (Search *self, qpdf_oh drawing);

/* Collects the keys first: libqpdf knows only one walk at a time. */
static GPtrArray *
list_keys (qpdf_data qpdf,
           qpdf_oh   dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (qpdf_oh_is_dictionary (qpdf, dictionary))
    {
      qpdf_oh_begin_dict_key_iter (qpdf, dictionary);
      while (qpdf_oh_dict_more_keys (qpdf))
        g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (qpdf)));
    }
  return keys;
}

static void
find_drawing (Search  *self,
              qpdf_oh  drawing,
              guint    object)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (self->qpdf, drawing);
  g_autofree char *subtype = kompass_pdf_resources_name (self->qpdf, dictionary, "/Subtype");

  if (g_strcmp0 (subtype, "/Image") == 0)
    g_array_append_val (self->found->images, object);
  else if (g_strcmp0 (subtype, "/Form") == 0)
    find_in_drawing (self, dictionary);
  qpdf_oh_release (self->qpdf, dictionary);
}

static void
find_in_category (Search     *self,
                  qpdf_oh     resources,
                  const char *category,
                  gboolean    fonts)
{
  qpdf_oh dictionary = qpdf_oh_get_key (self->qpdf, resources, category);
  g_autoptr (GPtrArray) keys = list_keys (self->qpdf, dictionary);

  for (guint i = 0; i < keys->len; i++)
    {
      qpdf_oh resource = qpdf_oh_get_key (self->qpdf, dictionary, g_ptr_array_index (keys, i));
      guint object = (guint) qpdf_oh_get_object_id (self->qpdf, resource);

      if (object != 0 && g_hash_table_add (self->seen, GUINT_TO_POINTER (object)))
        {
          if (fonts)
            g_array_append_val (self->found->fonts, object);
          else
            find_drawing (self, resource, object);
        }
      qpdf_oh_release (self->qpdf, resource);
    }
  qpdf_oh_release (self->qpdf, dictionary);
}

/* @drawing is a page, or the dictionary of a form. */
static void
find_in_drawing (Search  *self,
                 qpdf_oh  drawing)
{
  qpdf_oh resources = qpdf_oh_get_key (self->qpdf, drawing, "/Resources");

  if (qpdf_oh_is_dictionary (self->qpdf, resources))
    {
      find_in_category (self, resources, "/Font", TRUE);
      find_in_category (self, resources, "/XObject", FALSE);
    }
  qpdf_oh_release (self->qpdf, resources);
}

/**
 * kompass_pdf_resources_init:
 * @self: (out): what was found
 * @file: a PDF
 *
 * Finds what the pages of @file were drawn with.
 */
void
kompass_pdf_resources_init (KompassPdfResources *self,
                            KompassPdfFile      *file)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { kompass_pdf_file_get_qpdf (file), seen, self };

  self->fonts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->images = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < kompass_pdf_file_get_n_pages (file); i++)
    {
      qpdf_oh page = kompass_pdf_resources_get (search.qpdf, kompass_pdf_file_get_page (file, i));

      find_in_drawing (&search, page);
      qpdf_oh_release (search.qpdf, page);
    }
}

void
kompass_pdf_resources_clear (KompassPdfResources *self)
{
  g_clear_pointer (&self->fonts, g_array_unref);
  g_clear_pointer (&self->images, g_array_unref);
}

/**
 * kompass_pdf_resources_get:
 * @qpdf: a PDF
 * @object: number of an object
 *
 * Returns: the object, to be released
 */
qpdf_oh
kompass_pdf_resources_get (qpdf_data qpdf,
                           guint     object)
{
  return qpdf_get_object_by_id (qpdf, (int) object, 0);
}

/**
 * kompass_pdf_resources_number:
 * @qpdf: a PDF
 * @dictionary: a dictionary in it
 * @key: an entry, with its slash
 *
 * Returns: its value, or 0 if it is not a number
 */
guint
kompass_pdf_resources_number (qpdf_data   qpdf,
                              qpdf_oh     dictionary,
                              const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, dictionary, key);
  guint number = qpdf_oh_is_integer (qpdf, value) ? qpdf_oh_get_uint_value_as_uint (qpdf, value) : 0;

  qpdf_oh_release (qpdf, value);
  return number;
}

/**
 * kompass_pdf_resources_name:
 * @qpdf: a PDF
 * @dictionary: a dictionary in it
 * @key: an entry, with its slash
 *
 * Returns: (transfer full) (nullable): its value with its slash, or %NULL if it is not a name
 */
char *
kompass_pdf_resources_name (qpdf_data   qpdf,
                            qpdf_oh     dictionary,
                            const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (qpdf, dictionary, key);
  char *name = qpdf_oh_is_name (qpdf, value) ? g_strdup (qpdf_oh_get_name (qpdf, value)) : NULL;

  qpdf_oh_release (qpdf, value);
  return name;
}
