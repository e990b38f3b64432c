/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report as a PDF that can be published and kept: the pages drawn by cairo with tags and an outline, then completed to
 * PDF/A-1b. PDF/A-1 rests on PDF 1.4, and wants nothing transparent in it. */

#include "kompass-report-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "config.h"
#include "kompass-chart-builder.h"
#include "kompass-pages.h"
#include "kompass-pdf-finish.h"

#define MAX_LEVEL 3

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (GByteArray             *bytes,
                const KompassPageSetup *setup)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, setup->width, setup->height);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  /* An empty date leaves the entry out; without it cairo writes the time of day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  return surface;
}

static void
draw_pages (KompassPages    *pages,
            cairo_t         *cr,
            KompassPageTags *tags)
{
  for (guint i = 0; i < kompass_pages_get_n_pages (pages); i++)
    {
      kompass_pages_draw (pages, i, cr, tags);
      cairo_show_page (cr);
      kompass_page_tags_turn (tags);
    }
}

/* A heading stands below the last one that is higher than it. */
static void
add_outline (KompassPages    *pages,
             cairo_surface_t *surface)
{
  int last[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < kompass_pages_get_n_headings (pages); i++)
    {
      const KompassPagesHeading *heading = kompass_pages_get_heading (pages, i);
      guint level = CLAMP (heading->level, 1, MAX_LEVEL);
      /* A whole number: cairo 1.16 reads decimals as the locale writes them. */
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", heading->page + 1, (int) MAX (heading->y, 0));

      last[level] = cairo_pdf_surface_add_outline (surface, last[level - 1], heading->title, place, 0);
      for (guint below = level + 1; below <= MAX_LEVEL; below++)
        last[below] = last[level];
    }
}

static cairo_status_t
finish_surface (cairo_surface_t *surface,
                cairo_t         *cr)
{
  cairo_status_t status = cairo_status (cr);

  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

static GBytes *
finish_bytes (KompassDocument         *document,
              const KompassPageSetup  *setup,
              GByteArray              *drawn,
              KompassPageTags         *tags,
              GError                 **error)
{
  g_autofree char *producer = g_strdup_printf ("cairo %s, libqpdf %s", cairo_version_string (), qpdf_get_qpdf_version ());
  const KompassPdfMetadata metadata = {
    .title = document->title,
    .language = document->language,
    .author = document->author,
    .subject = document->subject,
    .keywords = document->keywords,
    .creator = "Kommunkompass " PACKAGE_VERSION,
    .producer = producer,
    .time = document->time,
  };

  return kompass_pdf_finish (drawn->data, drawn->len, tags, setup->height, &metadata, error);
}

/**
 * kompass_report_pdf_create:
 * @document: the report
 * @setup: the sheets
 * @error: return location for a %KOMPASS_REPORT_ERROR_FILE
 *
 * Draws a report as a tagged PDF that is valid PDF/A-1b: with its structure and alternative texts, language, title, outline,
 * links, embedded fonts and the meaning of its colours. The same document and the same sheets give the same bytes with the
 * same fonts and versions of cairo, Pango and libqpdf.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
kompass_report_pdf_create (KompassDocument         *document,
                           const KompassPageSetup  *setup,
                           GError                 **error)
{
  g_autoptr (KompassPages) pages = kompass_pages_new (setup);
  g_autoptr (GByteArray) drawn = g_byte_array_new ();
  g_autoptr (KompassPageTags) tags = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface = create_surface (drawn, setup);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  kompass_pages_set_document (pages, document);
  tags = kompass_page_tags_new (cr);
  draw_pages (pages, cr, tags);
  add_outline (pages, surface);

  status = finish_surface (surface, cr);
  if (status == CAIRO_STATUS_SUCCESS)
    bytes = finish_bytes (document, setup, drawn, tags, error);
  else
    g_set_error (error, KOMPASS_REPORT_ERROR, KOMPASS_REPORT_ERROR_FILE, _("The PDF could not be put together: %s"),
                 cairo_status_to_string (status));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_steal_pointer (&bytes);
}
