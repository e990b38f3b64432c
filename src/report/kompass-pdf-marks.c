/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers that cairo gave to what was begun on its pages.
 *
 * Cairo 1.16 numbers everything that is begun, cairo 1.18 only that in which words are drawn. Both write a flat tree of what was
 * begun, in that order, and its elements know their numbers. */

#include "kompass-pdf-marks.h"

#include <glib/gi18n-lib.h>

#include "kompass-chart-builder.h"

struct _KompassPdfMarks
{
  GArray **numbers;   /* of int, per page: the number of each mark, or KOMPASS_PDF_NO_MARK */
  guint *n;           /* per page: how many numbers there are */
  guint n_pages;
};

static int
read_number (qpdf_data qpdf,
             qpdf_oh   element)
{
  qpdf_oh kid = qpdf_oh_get_key (qpdf, element, "/K");
  int number = qpdf_oh_is_integer (qpdf, kid) ? qpdf_oh_get_int_value_as_int (qpdf, kid) : KOMPASS_PDF_NO_MARK;

  qpdf_oh_release (qpdf, kid);
  return number;
}

/* Returns: (transfer full): the elements below the root of cairo's tree; null where nothing was begun */
static qpdf_oh
get_elements (qpdf_data qpdf)
{
  qpdf_oh catalogue = qpdf_get_root (qpdf);
  qpdf_oh tree = qpdf_oh_get_key (qpdf, catalogue, "/StructTreeRoot");
  qpdf_oh elements = qpdf_oh_is_dictionary (qpdf, tree) ? qpdf_oh_get_key (qpdf, tree, "/K") : qpdf_oh_new_null (qpdf);

  qpdf_oh_release (qpdf, tree);
  qpdf_oh_release (qpdf, catalogue);
  return elements;
}

static GArray *
read_numbers (qpdf_data qpdf)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  qpdf_oh elements = get_elements (qpdf);
  int n = qpdf_oh_is_array (qpdf, elements) ? qpdf_oh_get_array_n_items (qpdf, elements) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh element = qpdf_oh_get_array_item (qpdf, elements, i);
      int number = read_number (qpdf, element);

      g_array_append_val (numbers, number);
      qpdf_oh_release (qpdf, element);
    }
  qpdf_oh_release (qpdf, elements);
  return numbers;
}

static guint
count_marks (KompassPageTags *tags)
{
  guint n = 0;

  for (guint i = 0; i < kompass_page_tags_get_n_pages (tags); i++)
    n += kompass_page_tags_get_n_marks (tags, i);
  return n;
}

static void
add_page (KompassPdfMarks *self,
          guint            page,
          const int       *numbers,
          guint            n)
{
  self->numbers[page] = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (self->numbers[page], numbers, n);
  for (guint i = 0; i < n; i++)
    self->n[page] = MAX (self->n[page], (guint) (numbers[i] + 1));
}

/**
 * kompass_pdf_marks_new:
 * @file: a PDF that was drawn by cairo
 * @tags: the tags it was drawn with; every page of @file is finished
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Reads the numbers from what cairo wrote.
 *
 * Returns: (transfer full) (nullable): the numbers, or %NULL if @file was not drawn with @tags
 */
KompassPdfMarks *
kompass_pdf_marks_new (KompassPdfFile   *file,
                       KompassPageTags  *tags,
                       GError          **error)
{
  g_autoptr (GArray) numbers = read_numbers (kompass_pdf_file_get_qpdf (file));
  KompassPdfMarks *self;
  guint at = 0;

  if (numbers->len != count_marks (tags))
    {
      g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_FILE, _("The PDF could not be put together: %s"),
                   "structure");
      return NULL;
    }
  self = g_new0 (KompassPdfMarks, 1);
  self->n_pages = kompass_page_tags_get_n_pages (tags);
  self->numbers = g_new0 (GArray *, self->n_pages);
  self->n = g_new0 (guint, self->n_pages);
  for (guint page = 0; page < self->n_pages; page++)
    {
      guint n = kompass_page_tags_get_n_marks (tags, page);

      add_page (self, page, &g_array_index (numbers, int, at), n);
      at += n;
    }
  return self;
}

void
kompass_pdf_marks_free (KompassPdfMarks *self)
{
  for (guint i = 0; i < self->n_pages; i++)
    g_array_unref (self->numbers[i]);
  g_free (self->numbers);
  g_free (self->n);
  g_free (self);
}

/**
 * kompass_pdf_marks_get_number:
 * @self: the numbers
 * @page: a page, from 0
 * @index: which of what was begun on the page, from 0
 *
 * Returns: its number on the page, or %KOMPASS_PDF_NO_MARK
 */
int
kompass_pdf_marks_get_number (KompassPdfMarks *self,
                              guint            page,
                              guint            index)
{
  g_return_val_if_fail (page < self->n_pages && index < self->numbers[page]->len, KOMPASS_PDF_NO_MARK);

  return g_array_index (self->numbers[page], int, index);
}

/**
 * kompass_pdf_marks_get_n:
 * @self: the numbers
 * @page: a page, from 0
 *
 * Returns: how many numbers there are on the page: all are less
 */
guint
kompass_pdf_marks_get_n (KompassPdfMarks *self,
                         guint            page)
{
  g_return_val_if_fail (page < self->n_pages, 0);

  return self->n[page];
}
