/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes pictures opaque, as PDF/A-1 wants them: what shines through them is the paper.
 *
 * The only pictures of a report are letters of fonts that have pictures for letters, such as emoji, in what somebody wrote; they
 * stand on white. */

#include "kompass-pdf-images.h"

#include <stdlib.h>

typedef struct
{
  guint width;
  guint height;
  guint depth;           /* bits of a component */
  guint components;      /* 1 for greys, 3 for colours */
  guint8 *data;          /* rows, each from a whole byte on */
  gsize length;
} Picture;

static void
picture_clear (Picture *self)
{
  free (self->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static gsize
get_stride (const Picture *self)
{
  return ((gsize) self->width * self->components * self->depth + 7) / 8;
}

static guint
get_components (qpdf_data qpdf,
                qpdf_oh   dictionary)
{
  g_autofree char *space = kompass_pdf_resources_name (qpdf, dictionary, "/ColorSpace");

  if (g_strcmp0 (space, "/DeviceRGB") == 0)
    return 3;
  return g_strcmp0 (space, "/DeviceGray") == 0 ? 1 : 0;
}

static gboolean
picture_init (Picture   *self,
              qpdf_data  qpdf,
              qpdf_oh    stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);

  *self = (Picture) { .width = kompass_pdf_resources_number (qpdf, dictionary, "/Width"),
                      .height = kompass_pdf_resources_number (qpdf, dictionary, "/Height"),
                      .depth = kompass_pdf_resources_number (qpdf, dictionary, "/BitsPerComponent"),
                      .components = get_components (qpdf, dictionary) };
  qpdf_oh_get_stream_data (qpdf, stream, qpdf_dl_all, NULL, &self->data, &self->length);
  qpdf_oh_release (qpdf, dictionary);

  return self->components > 0 && (self->depth == 8 || self->depth == 1) &&
         self->length >= get_stride (self) * self->height;
}

/* Returns: from 0 to 255 */
static guint
get_value (const Picture *self,
           guint          x,
           guint          y,
           guint          component)
{
  const guint8 *row = self->data + get_stride (self) * y;
  gsize at = (gsize) x * self->components + component % self->components;

  return self->depth == 8 ? row[at] : row[at / 8] & (0x80 >> at % 8) ? 255 : 0;
}

/* The picture on white. */
static GByteArray *
flatten (const Picture *picture,
         const Picture *mask)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      {
        guint opaque = get_value (mask, (guint) ((guint64) x * mask->width / picture->width),
                                  (guint) ((guint64) y * mask->height / picture->height), 0);

        for (guint i = 0; i < 3; i++)
          {
            guint8 value = (guint8) ((get_value (picture, x, y, i) * opaque + 255 * (255 - opaque) + 127) / 255);

            g_byte_array_append (bytes, &value, 1);
          }
      }
  return bytes;
}

static void
put_flat (KompassPdfFile *file,
          guint           object,
          qpdf_data       qpdf,
          qpdf_oh         stream,
          qpdf_oh         mask_stream)
{
  g_auto (Picture) picture = { 0 };
  g_auto (Picture) mask = { 0 };
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *dictionary = NULL;

  if (!picture_init (&picture, qpdf, stream) || !picture_init (&mask, qpdf, mask_stream))
    return;
  bytes = flatten (&picture, &mask);
  dictionary = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %u /Height %u /ColorSpace /DeviceRGB /BitsPerComponent 8",
                                picture.width, picture.height);
  kompass_pdf_file_put_stream (file, object, dictionary, bytes->data, bytes->len);
}

static void
flatten_image (KompassPdfFile *file,
               guint           object)
{
  qpdf_data qpdf = kompass_pdf_file_get_qpdf (file);
  qpdf_oh stream = kompass_pdf_resources_get (qpdf, object);
  qpdf_oh dictionary = qpdf_oh_get_dict (qpdf, stream);
  qpdf_oh mask = qpdf_oh_get_key (qpdf, dictionary, "/SMask");

  if (qpdf_oh_is_stream (qpdf, mask))
    put_flat (file, object, qpdf, stream, mask);
  qpdf_oh_release (qpdf, mask);
  qpdf_oh_release (qpdf, dictionary);
  qpdf_oh_release (qpdf, stream);
}

/* Cairo lists a picture once for every time that it is drawn on a page; libqpdf reads it once. */
static void
tidy_resources (KompassPdfFile *file,
                guint           page)
{
  qpdf_data qpdf = kompass_pdf_file_get_qpdf (file);
  qpdf_oh dictionary = kompass_pdf_resources_get (qpdf, kompass_pdf_file_get_page (file, page));
  qpdf_oh resources = qpdf_oh_get_key (qpdf, dictionary, "/Resources");

  if (qpdf_oh_is_indirect (qpdf, resources))
    kompass_pdf_file_put (file, (guint) qpdf_oh_get_object_id (qpdf, resources), qpdf_oh_unparse_resolved (qpdf, resources));
  qpdf_oh_release (qpdf, resources);
  qpdf_oh_release (qpdf, dictionary);
}

/**
 * kompass_pdf_images_flatten:
 * @file: a PDF that was drawn by cairo
 * @resources: what it was drawn with
 *
 * Makes its pictures opaque, on white.
 */
void
kompass_pdf_images_flatten (KompassPdfFile            *file,
                            const KompassPdfResources *resources)
{
  for (guint i = 0; i < resources->images->len; i++)
    flatten_image (file, g_array_index (resources->images, guint, i));
  if (resources->images->len > 0)
    for (guint i = 0; i < kompass_pdf_file_get_n_pages (file); i++)
      tidy_resources (file, i);
}
